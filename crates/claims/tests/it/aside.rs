//! Claims that are left aside (BE-FRAUD-03).

use claims::{Claim, ClaimEvent, CloseWay, Command, Report, Settlement};
use kernel::{Country, Id, Instant, Money, Role};

use crate::history::{History, actor, id, report, sealed};

fn leave(proposed_by: Option<Id>) -> Command {
    Command::LeaveAside { because: id(80), reason: sealed(33), proposed_by }
}

/// € 550 decided and open, on a Belgian policy.
fn belgian() -> History {
    let mut history = History::of(Report { country: Country::Be, ..report() });
    history.beyond_repair(1, "600.00");
    history.decide();
    history
}

#[test]
fn be_fraud_03_what_is_pending_is_left_aside_by_two_people_and_the_claim_ends_refused() {
    let mut history = belgian();
    assert_eq!(history.refused(Role::Claims, &leave(None)), "claim-aside-needs-second-person");
    let own = actor(Role::Claims).id;
    assert_eq!(history.refused(Role::Claims, &leave(Some(own))), "claim-same-person");
    for role in [Role::Machine, Role::Policyholder, Role::Finance, Role::Auditor] {
        assert_eq!(history.refused(role, &leave(Some(id(7)))), "claim-needs-person");
    }
    let done = history.does(Role::Claims, &leave(Some(id(7))));
    assert_eq!(done, ["left-aside", "closed", "reserve-set"]);
    let claim = history.claim();
    assert_eq!(claim.items[0].settlement, Settlement::Refused);
    assert_eq!((claim.closed.unwrap().way, claim.left_aside), (CloseWay::Refused, Some(id(80))));
    assert_eq!((claim.reserve, claim.payable()), (Money::ZERO, Money::ZERO));
    assert_eq!(claim.deciders, [own, id(7)], "neither answers an objection");
}

#[test]
fn be_fraud_03_what_was_approved_stays_approved_and_a_dutch_claim_goes_on() {
    let mut dutch = History::covered("600.00");
    assert_eq!(dutch.refused(Role::Claims, &leave(Some(id(7)))), "claim-not-left-aside");
    let mut approved = belgian();
    approved.does(Role::Claims, &Command::Approve { proposed_by: None });
    let payable = approved.claim().payable();
    assert!(payable.is_positive());
    assert_eq!(approved.does(Role::Manager, &leave(Some(id(7)))), Vec::<&str>::new());
    assert_eq!((approved.claim().payable(), approved.claim().left_aside), (payable, None));
}

#[test]
fn be_fraud_03_reopened_it_is_considered_again() {
    let mut history = belgian();
    history.does(Role::Claims, &leave(Some(id(7))));
    history.does(Role::Manager, &Command::Reopen { reason: sealed(34) });
    assert_eq!((history.claim().left_aside, history.claim().pending()), (None, vec![1]));
}

/// Written once and folded for ever; see `golden.rs`.
#[test]
fn golden_sample_of_a_claim_left_aside_folds() {
    let mut history = belgian();
    history.does(Role::Claims, &leave(Some(id(7))));
    let happened = history.events.iter().find(|happened| happened.event.kind() == "left-aside").unwrap();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden_aside/left-aside-v1.json");
    if std::env::var_os("HARMONY_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, happened.event.write()).unwrap();
    }
    let event = ClaimEvent::read(ClaimEvent::VERSION, &std::fs::read(path).unwrap()).unwrap();
    let before = history.events.iter().take_while(|happened| happened.event.kind() != "left-aside");
    let events = before.map(|happened| (&happened.event, happened.effective));
    let at: Instant = happened.effective;
    let claim = Claim::fold(events.chain([(&event, at)])).unwrap();
    assert_eq!((claim.left_aside, claim.items[0].settlement), (Some(id(80)), Settlement::Refused));
}
