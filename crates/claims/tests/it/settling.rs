//! Approval and refusal: who may, how many, and what follows.

use claims::{ClaimEvent, CloseWay, Command, Phase, Settlement, StatedFact};
use kernel::{Money, Role};
use terms::{Remedy, Value};

use crate::history::{History, actor, at, euro, report_of, sealed};

const APPROVE: Command = Command::Approve { proposed_by: None };

fn refuse(items: &[u32]) -> Command {
    Command::Refuse { items: items.to_vec(), reason: sealed(10) }
}

#[test]
fn a_person_approves_up_to_the_limit_alone() {
    let mut history = History::covered("600.00");
    assert_eq!(history.claim().reserve, euro("550.00"));
    for role in [Role::Policyholder, Role::Finance, Role::Auditor, Role::Repairer, Role::Anonymous] {
        assert_eq!(history.refused(role, &APPROVE), "claim-needs-person");
    }
    assert_eq!(history.refused(Role::Machine, &APPROVE), "claim-not-for-machine");
    assert_eq!(history.does(Role::Claims, &APPROVE), ["approved"]);
    let settlement = Settlement::Approved { remedy: Remedy::Payment, amount: euro("550.00") };
    assert_eq!(history.claim().items[0].settlement, settlement);
    assert_eq!((history.claim().phase(), history.claim().reserve), (Phase::Approved, euro("550.00")));
    assert_eq!(history.refused(Role::Claims, &APPROVE), "nothing-to-approve");
}

#[test]
fn a_machine_approves_what_the_product_lets_it() {
    let mut history = History::covered("300.00");
    assert_eq!(history.does(Role::Machine, &APPROVE), ["approved"]);
    let mut history = History::covered("300.01");
    assert_eq!(history.refused(Role::Machine, &APPROVE), "claim-not-for-machine");
}

#[test]
fn a_large_amount_takes_two_people() {
    let mut history = History::of(report_of(2));
    history.beyond_repair(1, "700.00");
    history.beyond_repair(2, "700.00");
    history.decide();
    assert_eq!(history.refused(Role::Claims, &APPROVE), "claim-needs-second-person");
    let proposer = actor(Role::Claims).id;
    let seconded = Command::Approve { proposed_by: Some(proposer) };
    assert_eq!(history.refused(Role::Claims, &seconded), "claim-same-person");
    assert_eq!(history.does(Role::Manager, &seconded), ["approved"]);
    let ClaimEvent::Approved { approved_by, proposed_by, .. } = &history.events.last().unwrap().event else {
        panic!("it was approved last")
    };
    assert_eq!((*approved_by, *proposed_by), (actor(Role::Manager).id, Some(proposer)));
    // € 650 each: exactly € 1,000 would have been one person's.
    assert_eq!(history.claim().approved(), euro("1300.00"));
}

#[test]
fn only_a_person_refuses_and_only_what_is_not_covered() {
    let mut history = History::covered("600.00");
    assert_eq!(history.refused(Role::Claims, &refuse(&[1])), "claim-not-refusable");
    history.state(Role::Claims, vec![StatedFact::of_event("holder", Value::choice("borrower"))]);
    assert_eq!(history.refused(Role::Claims, &refuse(&[1])), "decision-stale");
    history.decide();
    assert_eq!(history.claim().reserve, Money::ZERO);
    assert_eq!(history.refused(Role::Claims, &APPROVE), "nothing-to-approve");
    for role in [Role::Machine, Role::Finance, Role::Policyholder, Role::Operator] {
        assert_eq!(history.refused(role, &refuse(&[1])), "claim-needs-person");
    }
    assert_eq!(history.refused(Role::Claims, &refuse(&[2])), "claim-unknown-item");
    assert_eq!(history.refused(Role::Claims, &refuse(&[])), "claim-items");
    assert_eq!(history.does(Role::Claims, &refuse(&[1])), ["refused", "closed"]);
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Refused);
    history.again(Role::Claims, &refuse(&[1]));
    // Never paid after a refusal.
    let order = history.order(50, "1.00");
    assert_eq!(history.refused(Role::Finance, &order), "claim-closed");
    assert_eq!(history.refused(Role::Claims, &APPROVE), "claim-closed");
}

#[test]
fn open_questions_hold_approval_and_refusal() {
    let mut history = History::reported();
    assert_eq!(history.refused(Role::Claims, &APPROVE), "decision-stale");
    history.decide();
    assert_eq!(history.refused(Role::Claims, &APPROVE), "decision-still-open");
    assert_eq!(history.refused(Role::Claims, &refuse(&[1])), "claim-not-refusable");
}

#[test]
fn two_items_one_paid_one_refused() {
    let mut history = History::of(report_of(2));
    history.beyond_repair(1, "700.00");
    history.state(Role::Claims, vec![StatedFact::of_item(2, "affects_function", false)]);
    history.decide();
    assert_eq!(history.does(Role::Claims, &APPROVE), ["approved"]);
    assert_eq!(history.claim().phase(), Phase::Decided, "one item is left");
    assert_eq!(history.refused(Role::Claims, &refuse(&[1, 2])), "claim-item-settled");
    assert_eq!(history.does(Role::Claims, &refuse(&[2])), ["refused"]);
    assert_eq!(history.claim().phase(), Phase::Approved);
    assert_eq!(history.claim().left_to_pay(), euro("650.00"));
}

#[test]
fn nothing_above_the_excess_closes_at_once() {
    let mut history = History::covered("50.00");
    assert_eq!(history.does(Role::Claims, &APPROVE), ["approved", "closed"]);
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Settled);
}

#[test]
fn a_repair_stays_open_and_pays_nobody() {
    let mut history = History::reported();
    let facts = vec![
        StatedFact::of_item(1, "repairable", true),
        StatedFact::of_item(1, "repair_cost", euro("180.00")),
        StatedFact::of_item(1, "equivalent_price", euro("600.00")),
    ];
    assert_eq!(history.state(Role::Repairer, facts), ["facts-stated"]);
    history.decide();
    assert_eq!(history.does(Role::Machine, &APPROVE), ["approved"]);
    assert_eq!((history.claim().approved(), history.claim().payable()), (euro("130.00"), Money::ZERO));
    let order = history.order(50, "130.00");
    assert_eq!(history.refused(Role::Finance, &order), "claim-above-approved");
    assert_eq!(
        history.does(Role::Claims, &Command::Close { way: CloseWay::Settled }),
        ["closed", "reserve-set"]
    );
}

#[test]
fn opened_again_a_refused_item_is_decided_anew() {
    let mut history = History::covered("600.00");
    history.state(Role::Claims, vec![StatedFact::of_event("holder", Value::choice("borrower"))]);
    history.decide();
    history.does(Role::Claims, &refuse(&[1]));
    let reopen = Command::Reopen { reason: sealed(11) };
    assert_eq!(history.refused(Role::Policyholder, &reopen), "claim-needs-person");
    history.at("2026-07-01 09:00").does(Role::Manager, &reopen);
    assert_eq!(history.refused(Role::Manager, &reopen), "claim-not-closed");
    assert_eq!(history.refused(Role::Claims, &APPROVE), "decision-stale");
    history.state(Role::Claims, vec![StatedFact::of_event("holder", Value::choice("insured_person"))]);
    // In the meantime the photo is four weeks late: a person says what that harmed.
    assert_eq!(history.time(), ["evidence-term-passed"]);
    history.decide();
    assert_eq!(history.refused(Role::Claims, &APPROVE), "decision-still-open");
    let finding = StatedFact::of_item(1, "harm_late_evidence", Money::ZERO);
    history.does(Role::Claims, &Command::StateFinding { finding, reason: sealed(12) });
    history.decide();
    history.does(Role::Claims, &APPROVE);
    assert_eq!(history.claim().payable(), euro("550.00"));
}

#[test]
fn ending_by_hand() {
    let mut history = History::reported();
    let close = |way| Command::Close { way };
    assert_eq!(history.refused(Role::Claims, &close(CloseWay::Settled)), "claim-not-settled");
    assert_eq!(history.refused(Role::Claims, &close(CloseWay::Refused)), "claim-not-settled");
    assert_eq!(history.refused(Role::Machine, &close(CloseWay::NoAnswer)), "claim-needs-person");
    assert_eq!(
        history.at("2026-06-03 09:00").does(Role::Policyholder, &close(CloseWay::Withdrawn)),
        ["closed", "reserve-set"]
    );
    history.again(Role::Policyholder, &close(CloseWay::Withdrawn));
    let closed = history.claim().closed.unwrap();
    assert_eq!((closed.at, history.claim().reserve), (at("2026-06-03 09:00"), Money::ZERO));
    assert!(history.at("2026-06-09 09:00").time().is_empty(), "time does nothing to a closed claim");
}

#[test]
fn a_reserve_by_hand_holds_until_more_is_known() {
    let mut history = History::reported();
    let set = Command::SetReserve { amount: euro("900.00") };
    assert_eq!(history.does(Role::Claims, &set), ["reserve-set"]);
    history.again(Role::Claims, &set);
    let below = Command::SetReserve { amount: Money::from_cents(-1) };
    assert_eq!(history.refused(Role::Claims, &below), "claim-amount-not-positive");
    history.beyond_repair(1, "600.00");
    assert_eq!(history.decide(), ["decided", "reserve-set"]);
    assert_eq!(history.claim().reserve, euro("550.00"));
}
