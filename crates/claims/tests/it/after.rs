//! What comes after a decision: objection, reopening, the insurer's word, money that comes back.

use claims::{ClaimEvent, CloseWay, Command, RecoveryKind, Settlement, StatedFact};
use kernel::{Id, Money, Role, date};
use terms::Value;

use crate::history::{History, actor, euro, id, sealed};

const APPROVE: Command = Command::Approve { proposed_by: None };

fn object() -> Command {
    Command::Object { words: sealed(30) }
}

fn answer(upheld: bool) -> Command {
    Command::AnswerObjection { upheld, words: sealed(31) }
}

fn expect(kind: RecoveryKind, amount: &str, proposed_by: Option<Id>) -> Command {
    Command::ExpectRecovery { kind, amount: euro(amount), about: sealed(32), proposed_by }
}

fn receive(no: u32, amount: &str) -> Command {
    Command::ReceiveRecovery { no, amount: euro(amount) }
}

/// Somebody else used it without leave: refused by the claims desk and closed.
fn refused() -> History {
    let mut history = History::covered("600.00");
    history.state(Role::Claims, vec![StatedFact::of_event("holder", Value::choice("borrower"))]);
    history.decide();
    history.does(Role::Claims, &Command::Refuse { items: vec![1], reason: sealed(10) });
    history
}

/// € 550 approved and paid, and closed.
fn paid() -> History {
    let mut history = History::covered("600.00");
    history.does(Role::Claims, &APPROVE);
    let order = history.order(50, "550.00");
    history.does(Role::Machine, &order);
    history.does(Role::Finance, &Command::SendPayment { payment: id(50), batch: id(70) });
    let debited = history.now;
    history.does(Role::Machine, &Command::ConfirmPayment { payment: id(50), debited });
    assert!(history.claim().closed.is_some());
    history
}

#[test]
fn office_15_an_objection_is_answered_by_somebody_who_did_not_decide() {
    let mut history = refused();
    assert_eq!(history.refused(Role::Manager, &answer(true)), "objection-none");
    assert_eq!(history.refused(Role::Repairer, &object()), "claim-needs-person");
    assert_eq!(history.does(Role::Policyholder, &object()), ["objected"]);
    assert_eq!(history.refused(Role::Policyholder, &object()), "objection-waits");
    assert_eq!(history.refused(Role::Claims, &answer(true)), "objection-decided-before");
    for role in [Role::Machine, Role::Policyholder, Role::Finance, Role::Auditor] {
        assert_eq!(history.refused(role, &answer(true)), "claim-needs-person");
    }
    assert_eq!(history.does(Role::Manager, &answer(true)), ["objection-answered", "reopened"]);
    let claim = history.claim();
    assert_eq!((claim.closed, claim.items[0].settlement), (None, Settlement::Open));
    assert!(claim.decision.as_ref().unwrap().is_stale, "it is decided again");
}

#[test]
fn an_objection_that_is_not_upheld_changes_nothing_and_another_one_may_follow() {
    let mut history = refused();
    history.does(Role::Policyholder, &object());
    assert_eq!(history.does(Role::Manager, &answer(false)), ["objection-answered"]);
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Refused);
    assert_eq!(history.does(Role::Policyholder, &object()), ["objected"]);
}

#[test]
fn one_objects_to_what_was_decided_and_to_nothing_else() {
    let mut history = History::covered("600.00");
    assert_eq!(history.refused(Role::Policyholder, &object()), "objection-nothing-decided");
    history.does(Role::Policyholder, &Command::Close { way: CloseWay::Withdrawn });
    assert_eq!(history.refused(Role::Policyholder, &object()), "objection-nothing-decided");
    let mut history = History::covered("600.00");
    history.does(Role::Claims, &Command::Close { way: CloseWay::NoAnswer });
    assert_eq!(history.does(Role::Policyholder, &object()), ["objected"]);
}

#[test]
fn after_an_objection_more_is_approved_by_a_person_and_only_the_rest_is_paid() {
    let mut history = paid();
    history.does(Role::Policyholder, &object());
    history.does(Role::Manager, &answer(true));
    history.beyond_repair(1, "700.00");
    history.decide();
    assert_eq!(history.refused(Role::Machine, &APPROVE), "nothing-to-approve");
    assert_eq!(history.does(Role::Manager, &APPROVE), ["approved", "reserve-set"]);
    let claim = history.claim();
    assert_eq!((claim.payable(), claim.left_to_pay()), (euro("650.00"), euro("100.00")));
    assert_eq!(history.refused(Role::Manager, &APPROVE), "nothing-to-approve");
    let too_much = history.order(51, "100.01");
    assert_eq!(history.refused(Role::Machine, &too_much), "claim-above-approved");
    // What was paid is not taken back by a lower price that is learned later.
    history.beyond_repair(1, "500.00");
    history.decide();
    assert_eq!(history.refused(Role::Manager, &APPROVE), "nothing-to-approve");
}

#[test]
fn act_06_the_insurer_is_asked_and_its_answer_is_kept() {
    let mut history = History::covered("600.00");
    let on = date(2026, 6, 2);
    let said = |agreed: &str, on| Command::RecordInsurer { agreed: euro(agreed), on, words: sealed(33) };
    assert_eq!(history.refused(Role::Claims, &said("550.00", on)), "referral-none");
    assert_eq!(history.refused(Role::Machine, &Command::Refer), "claim-needs-person");
    assert_eq!(history.does(Role::Claims, &Command::Refer), ["referred-to-insurer"]);
    history.again(Role::Claims, &Command::Refer);
    assert_eq!(history.refused(Role::Claims, &said("550.00", date(2026, 6, 1))), "referral-day");
    assert_eq!(history.refused(Role::Claims, &said("550.00", date(2026, 6, 3))), "referral-day");
    assert_eq!(history.claim().insurer_agreed(), Money::ZERO);
    assert_eq!(history.does(Role::Claims, &said("550.00", on)), ["insurer-answered"]);
    assert_eq!(history.claim().insurer_agreed(), euro("550.00"));
    // On other facts it is asked again, and the later answer counts.
    history.does(Role::Claims, &Command::Refer);
    history.does(Role::Claims, &said("0.00", on));
    assert_eq!(history.claim().insurer_agreed(), Money::ZERO);
}

#[test]
fn money_13_and_14_what_others_owe_comes_in_parts_and_never_more_than_is_asked() {
    let mut history = paid();
    let third = expect(RecoveryKind::ThirdParty, "550.00", None);
    assert_eq!(history.refused(Role::Finance, &third), "claim-needs-person");
    assert_eq!(
        history.refused(Role::Claims, &expect(RecoveryKind::ThirdParty, "550.01", None)),
        "recovery-too-much"
    );
    assert_eq!(history.does(Role::Claims, &third), ["recovery-expected"]);
    history.does(Role::Claims, &expect(RecoveryKind::Salvage, "80.00", None));
    assert_eq!(history.does(Role::Finance, &receive(1, "200.00")), ["recovery-received"]);
    assert_eq!(history.refused(Role::Finance, &receive(1, "350.01")), "recovery-too-much");
    assert_eq!(history.refused(Role::Finance, &receive(3, "1.00")), "recovery-unknown");
    assert_eq!(history.refused(Role::Policyholder, &receive(2, "1.00")), "claim-needs-person");
    let give_up = Command::GiveUpRecovery { no: 1, reason: sealed(34) };
    assert_eq!(history.does(Role::Claims, &give_up), ["recovery-given-up"]);
    history.again(Role::Claims, &give_up);
    assert_eq!(history.refused(Role::Finance, &receive(1, "1.00")), "recovery-too-much");
    assert_eq!(history.claim().recovered(), euro("200.00"));
    assert!(history.claim().closed.is_some(), "it stays closed");
}

#[test]
fn nl_fraud_02_and_03_what_the_policyholder_owes_for_fraud_takes_two_people() {
    let mut history = paid();
    let proposer = actor(Role::Claims).id;
    for kind in [RecoveryKind::Reclaim, RecoveryKind::Investigation] {
        let alone = expect(kind, "100.00", None);
        assert_eq!(history.refused(Role::Claims, &alone), "recovery-needs-second-person");
        let own = expect(kind, "100.00", Some(proposer));
        assert_eq!(history.refused(Role::Claims, &own), "claim-same-person");
        assert_eq!(history.does(Role::Manager, &own), ["recovery-expected"]);
    }
    // What was paid is reclaimed once, whatever the parts.
    let rest = |amount: &str| expect(RecoveryKind::Reclaim, amount, Some(proposer));
    assert_eq!(history.refused(Role::Manager, &rest("450.01")), "recovery-too-much");
    assert_eq!(history.does(Role::Manager, &rest("450.00")), ["recovery-expected"]);
    let owed: Money = history.claim().recoveries.iter().map(claims::Recovery::open).sum();
    assert_eq!(owed, euro("650.00"));
    let Some(ClaimEvent::RecoveryExpected { proposed_by, .. }) =
        history.events.last().map(|event| &event.event)
    else {
        panic!("it was expected last")
    };
    assert_eq!(*proposed_by, Some(proposer));
}
