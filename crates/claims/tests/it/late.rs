//! What we owe because we were late (LAW-BE-INS-09).

use claims::{Claim, ClaimEvent, CloseWay, Command, Lateness, OurTerms, Report, StatedFact};
use kernel::{Country, Id, Instant, Money, Role};
use terms::Value;

use crate::history::{History, actor, euro, id, report, sealed};

const FIXED: Lateness =
    Lateness { fixed: Money::from_cents(30_000), daily: Money::ZERO, interest: Money::ZERO };

fn owe(lateness: Lateness, proposed_by: Option<Id>) -> Command {
    Command::OweForLateness { lateness, proposed_by }
}

/// Reported on 2 June, to be answered by 2 September; on 3 September the term has passed.
fn missed(country: Country) -> History {
    let mut report = Report { country, ..report() };
    let term = |text: &str| text.parse().unwrap();
    report.terms.ours =
        Some(OurTerms { answer: term("3 months"), payment: term("30 days"), warn_before: term("7 days") });
    let mut history = History::of(report);
    history.at("2026-09-03 10:00").time();
    history.beyond_repair(1, "600.00");
    let finding = StatedFact::of_item(1, "harm_late_evidence", Money::ZERO);
    history.does(Role::Claims, &Command::StateFinding { finding, reason: sealed(12) });
    history.decide();
    history
}

fn pay(history: &mut History, payment: u64, amount: &str) {
    let order = history.order(payment, amount);
    history.does(Role::Machine, &order);
    history.does(Role::Finance, &Command::SendPayment { payment: id(payment), batch: id(70) });
    let debited = history.now;
    history.does(Role::Machine, &Command::ConfirmPayment { payment: id(payment), debited });
}

#[test]
fn law_be_ins_09_two_people_owe_it_once_and_only_for_what_was_missed() {
    let mut history = missed(Country::Be);
    assert_eq!(history.refused(Role::Claims, &owe(FIXED, None)), "claim-lateness-needs-second-person");
    let own = actor(Role::Claims).id;
    assert_eq!(history.refused(Role::Claims, &owe(FIXED, Some(own))), "claim-same-person");
    assert_eq!(history.refused(Role::Machine, &owe(FIXED, Some(id(7)))), "claim-needs-person");
    let interest = Lateness { interest: euro("1.00"), ..FIXED };
    assert_eq!(
        history.refused(Role::Claims, &owe(interest, Some(id(7)))),
        "claim-not-late",
        "nothing to pay yet"
    );
    let nothing = Lateness::default();
    assert_eq!(history.refused(Role::Claims, &owe(nothing, Some(id(7)))), "claim-amount-not-positive");
    assert_eq!(history.does(Role::Claims, &owe(FIXED, Some(id(7)))), ["lateness-owed", "reserve-set"]);
    assert_eq!(history.does(Role::Claims, &owe(FIXED, Some(id(7)))), [""; 0], "said again it is done");
    let more = Lateness { daily: euro("300.00"), ..FIXED };
    assert_eq!(history.refused(Role::Claims, &owe(more, Some(id(7)))), "claim-lateness-owed");
    let mut dutch = missed(Country::Nl);
    assert_eq!(dutch.refused(Role::Claims, &owe(FIXED, Some(id(7)))), "claim-not-late");
}

#[test]
fn law_be_ins_09_it_is_paid_with_the_benefit_and_is_no_part_of_it() {
    let mut history = missed(Country::Be);
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    history.does(Role::Claims, &owe(FIXED, Some(id(7))));
    let claim = history.claim();
    assert_eq!((claim.benefit(), claim.approved()), (euro("550.00"), euro("550.00")));
    assert_eq!((claim.payable(), claim.reserve), (euro("850.00"), euro("850.00")));
    let too_much = history.order(49, "850.01");
    assert_eq!(history.refused(Role::Machine, &too_much), "claim-above-approved");
    pay(&mut history, 50, "550.00");
    assert!(history.claim().closed.is_none(), "not before all of it is paid");
    pay(&mut history, 51, "300.00");
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Settled);
}

#[test]
fn law_be_ins_09_a_claim_that_was_refused_too_late_opens_for_the_payment_and_stays_refused() {
    let mut history = missed(Country::Be);
    history.state(Role::Claims, vec![StatedFact::of_event("holder", Value::choice("borrower"))]);
    history.decide();
    history.does(Role::Claims, &Command::Refuse { items: vec![1], reason: sealed(10) });
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Refused);
    history.does(Role::Claims, &owe(FIXED, Some(id(7))));
    assert_eq!((history.claim().closed, history.claim().benefit()), (None, Money::ZERO));
    pay(&mut history, 50, "300.00");
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Refused);
}

/// Written once and folded for ever; see `golden.rs`.
#[test]
fn golden_sample_of_lateness_owed_folds() {
    let mut history = missed(Country::Be);
    let lateness = Lateness { daily: euro("3600.00"), ..FIXED };
    history.does(Role::Claims, &owe(lateness, Some(id(7))));
    let happened = history.events.iter().find(|happened| happened.event.kind() == "lateness-owed").unwrap();
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden_late/lateness-owed-v1.json");
    if std::env::var_os("HARMONY_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, happened.event.write()).unwrap();
    }
    let event = ClaimEvent::read(ClaimEvent::VERSION, &std::fs::read(path).unwrap()).unwrap();
    let before = history.events.iter().take_while(|happened| happened.event.kind() != "lateness-owed");
    let events = before.map(|happened| (&happened.event, happened.effective));
    let at: Instant = happened.effective;
    let claim = Claim::fold(events.chain([(&event, at)])).unwrap();
    assert_eq!(claim.late_owed(), euro("3900.00"));
}
