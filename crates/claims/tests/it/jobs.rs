//! Repair and replacement: ordered, looked at, approved, done, accepted, paid; and what follows.

use std::path::PathBuf;

use claims::{
    AcceptedBy, Claim, ClaimEvent, CloseWay, Command, JobState, JobStep, Phase, Settlement, StatedFact, Work,
};
use kernel::{Instant, Money, Role};
use terms::{Remedy, Value};

use crate::history::{History, at, euro, id, report_of, sealed};

pub(crate) const APPROVE: Command = Command::Approve { proposed_by: None };

pub(crate) fn job(n: u64, step: JobStep) -> Command {
    Command::Job { job: id(n), step }
}

fn order(n: u64, item: u32, work: Work) -> Command {
    job(n, JobStep::Order { item, work, supplier: "phone-lab".to_owned() })
}

pub(crate) fn done(n: u64, invoice: &str) -> Command {
    job(n, JobStep::Deliver { invoice: euro(invoice), device: None })
}

pub(crate) fn accept(n: u64, by: AcceptedBy) -> Command {
    let (own_share_by, old_device_by) = (at("2026-07-01 00:00"), Some(at("2026-07-02 00:00")));
    job(n, JobStep::Accept { by, own_share_by, old_device_by })
}

fn pay(n: u64, payment: u64) -> Command {
    job(n, JobStep::Pay { payment: id(payment), payee: sealed(6) })
}

fn quote(history: &mut History, role: Role, cost: &str) -> Vec<&'static str> {
    let facts = vec![
        StatedFact::of_item(1, "repairable", true),
        StatedFact::of_item(1, "repair_cost", euro(cost)),
        StatedFact::of_item(1, "equivalent_price", euro("700.00")),
        StatedFact::of_item(1, "cause_found", Value::choice("as_stated")),
    ];
    history.state(role, facts)
}

/// Looked at by the repairer before anything is approved; € 200, of which € 50 are the customer's.
pub(crate) fn quoted() -> History {
    let mut history = History::reported();
    history.does(
        Role::Claims,
        &Command::StateFacts {
            facts: vec![
                StatedFact::of_event("unforeseen_from_outside", true),
                StatedFact::of_item(1, "repaired_elsewhere", false),
            ],
        },
    );
    assert_eq!(history.does(Role::Claims, &order(80, 1, Work::Repair)), ["job-ordered"]);
    quote(&mut history, Role::Repairer, "200.00");
    history.decide();
    history
}

#[test]
fn a_refusal_ends_the_claim_and_the_look_that_was_ordered_for_it() {
    let mut history = quoted();
    history.state(Role::Claims, vec![StatedFact::of_event("holder", Value::choice("borrower"))]);
    history.decide();
    let refuse = Command::Refuse { items: vec![1], reason: sealed(10) };
    assert_eq!(history.does(Role::Claims, &refuse), ["refused", "job-stopped", "closed"]);
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Refused);
}

#[test]
fn a_repair_from_the_look_to_the_end() {
    let mut history = quoted();
    history.again(Role::Claims, &order(80, 1, Work::Repair));
    assert_eq!(history.refused(Role::Claims, &order(81, 1, Work::Repair)), "job-there-already");
    // Nothing is handed over that is not approved.
    assert_eq!(history.refused(Role::Repairer, &done(80, "200.00")), "job-not-approved");
    history.does(Role::Claims, &APPROVE);
    let approved = Settlement::Approved { remedy: Remedy::Repair, amount: euro("150.00") };
    assert_eq!((history.claim().items[0].settlement, history.claim().phase()), (approved, Phase::Approved));
    assert_eq!(history.refused(Role::Policyholder, &accept(80, AcceptedBy::Customer)), "job-not-there");
    assert_eq!(history.refused(Role::Repairer, &done(80, "200.01")), "job-invoice-above-approved");
    assert_eq!(history.refused(Role::Repairer, &done(80, "0.00")), "claim-amount-not-positive");
    assert_eq!(history.refused(Role::Policyholder, &done(80, "200.00")), "claim-needs-person");
    assert_eq!(history.does(Role::Repairer, &done(80, "180.00")), ["job-delivered"]);
    history.again(Role::Repairer, &done(80, "180.00"));
    assert_eq!(history.refused(Role::Claims, &pay(80, 60)), "job-not-there", "not before it is accepted");
    assert_eq!(history.refused(Role::Repairer, &accept(80, AcceptedBy::Customer)), "claim-needs-person");
    // NL-CLAIM-08: the instant in which the removed part becomes the insurer's.
    history.at("2026-06-12 15:30");
    let accepted = history.does(Role::Policyholder, &accept(80, AcceptedBy::Customer));
    assert_eq!(accepted, ["job-accepted", "reserve-set"]);
    history.again(Role::Policyholder, &accept(80, AcceptedBy::Customer));
    let claim = history.claim();
    assert_eq!(claim.jobs[0].accepted, Some((at("2026-06-12 15:30"), AcceptedBy::Customer)));
    assert_eq!(
        (claim.jobs[0].borne, claim.own_share_open(), claim.reserve),
        (euro("130.00"), euro("50.00"), euro("130.00"))
    );
    assert_eq!(claim.jobs[0].old_device_by, None, "the repaired phone stays with the customer");
    assert_eq!(history.does(Role::Machine, &pay(80, 60)), ["payment-ordered"]);
    history.again(Role::Machine, &pay(80, 61));
    assert_eq!(history.claim().payments.iter().map(|p| p.amount).collect::<Vec<_>>(), [euro("180.00")]);
    history.does(Role::Finance, &Command::SendPayment { payment: id(60), batch: id(70) });
    let confirm = Command::ConfirmPayment { payment: id(60), debited: at("2026-06-15 00:00") };
    assert_eq!(history.does(Role::Machine, &confirm), ["payment-confirmed", "closed", "reserve-set"]);
    assert_eq!(history.claim().paid(), Money::ZERO, "nothing was paid to the policyholder");
}

#[test]
fn the_own_share_is_owed_until_it_is_paid_or_waived_also_after_the_end() {
    let mut history = quoted();
    history.does(Role::Claims, &APPROVE);
    let received = |cents| Command::ReceiveOwnShare {
        amount: Money::from_cents(cents),
        received: at("2026-06-20 00:00"),
    };
    assert_eq!(
        history.refused(Role::Machine, &received(100)),
        "own-share-above-open",
        "not before acceptance"
    );
    history.does(Role::Repairer, &done(80, "200.00"));
    history.does(Role::Claims, &accept(80, AcceptedBy::Desk));
    history.does(Role::Machine, &pay(80, 60));
    history.does(Role::Finance, &Command::SendPayment { payment: id(60), batch: id(70) });
    history
        .does(Role::Machine, &Command::ConfirmPayment { payment: id(60), debited: at("2026-06-15 00:00") });
    assert!(history.claim().closed.is_some());
    assert_eq!(history.refused(Role::Machine, &received(5_001)), "own-share-above-open");
    assert_eq!(history.does(Role::Machine, &received(2_000)), ["own-share-received"]);
    assert_eq!(claims::next_due(history.claim()), Some(at("2026-07-01 00:00")));
    assert_eq!(history.at("2026-07-01 08:00").time(), ["own-share-reminded"]);
    assert_eq!(claims::next_due(history.claim()), None, "reminded once");
    let waive = Command::WaiveOwnShare { reason: sealed(9) };
    assert_eq!(history.refused(Role::Machine, &waive), "claim-needs-person");
    assert_eq!(history.does(Role::Claims, &waive), ["own-share-waived"]);
    history.again(Role::Claims, &waive);
    assert_eq!(history.claim().own_share_open(), Money::ZERO);
}

#[test]
fn another_quote_takes_another_approval() {
    let mut history = quoted();
    history.does(Role::Claims, &APPROVE);
    let more = vec![StatedFact::of_item(1, "repair_cost", euro("260.00"))];
    assert_eq!(history.state(Role::Repairer, more), ["facts-stated", "approval-lapsed"]);
    assert_eq!(history.claim().items[0].settlement, Settlement::Open);
    assert_eq!(history.refused(Role::Repairer, &done(80, "200.00")), "job-not-approved");
    history.decide();
    history.does(Role::Claims, &APPROVE);
    history.does(Role::Repairer, &done(80, "260.00"));
    // Once it was handed over a later word changes nothing.
    let more = vec![StatedFact::of_item(1, "repair_cost", euro("300.00"))];
    assert_eq!(history.state(Role::Repairer, more), ["facts-stated"]);
}

#[test]
fn what_cannot_be_mended_is_replaced_and_the_repair_stops() {
    // NL-COV-02: the repairer finds a total loss.
    let mut history = quoted();
    history.does(Role::Claims, &APPROVE);
    history.state(Role::Repairer, vec![StatedFact::of_item(1, "repairable", false)]);
    history.state(Role::Claims, vec![StatedFact::of_event("settle_by", Value::choice("device"))]);
    history.decide();
    assert_eq!(history.does(Role::Claims, &APPROVE), ["approved", "job-stopped"]);
    assert_eq!(history.refused(Role::Claims, &order(81, 1, Work::Repair)), "job-not-approved");
    history.does(Role::Claims, &order(82, 1, Work::Replacement));
    assert_eq!(history.refused(Role::Claims, &done(82, "700.00")), "job-new-device-unnamed");
    let deliver = job(82, JobStep::Deliver { invoice: euro("700.00"), device: Some(sealed(4)) });
    history.does(Role::Claims, &deliver);
    history.does(Role::Policyholder, &accept(82, AcceptedBy::Customer));
    // NL-CLAIM-06: the old one is the insurer's and due.
    let photo = Command::AddEvidence {
        kind: "photo_damage".to_owned(),
        object: "b1946ac9".to_owned(),
        content: sealed(8),
    };
    history.does(Role::Policyholder, &photo);
    assert_eq!(claims::next_due(history.claim()), Some(at("2026-07-01 00:00")));
    assert_eq!(history.at("2026-07-02 00:00").time(), ["own-share-reminded", "old-device-reminded"]);
    assert_eq!(history.refused(Role::Policyholder, &job(82, JobStep::OldDeviceCame)), "claim-needs-person");
    assert_eq!(history.does(Role::Claims, &job(82, JobStep::OldDeviceCame)), ["old-device-came"]);
    history.again(Role::Claims, &job(82, JobStep::OldDeviceCame));
}

#[test]
fn what_the_customer_does_not_accept_is_done_again() {
    let mut history = quoted();
    history.does(Role::Claims, &APPROVE);
    history.does(Role::Repairer, &done(80, "200.00"));
    let back = job(80, JobStep::SendBack { reason: sealed(9) });
    assert_eq!(history.refused(Role::Repairer, &back), "claim-needs-person");
    assert_eq!(history.does(Role::Policyholder, &back), ["job-sent-back"]);
    history.again(Role::Policyholder, &back);
    assert_eq!(history.claim().jobs[0].state, JobState::Ordered);
    history.does(Role::Repairer, &done(80, "200.00"));
    history.does(Role::Claims, &accept(80, AcceptedBy::Desk));
    // Accepted is done: neither stopped nor closed over.
    assert_eq!(history.refused(Role::Claims, &job(80, JobStep::Stop)), "job-not-there");
    for way in [CloseWay::Settled, CloseWay::Withdrawn] {
        assert_eq!(history.refused(Role::Claims, &Command::Close { way }), "claim-not-settled");
    }
}

#[test]
fn a_claim_that_ends_stops_its_orders() {
    let mut history = quoted();
    let ended = history.does(Role::Policyholder, &Command::Close { way: CloseWay::Withdrawn });
    assert_eq!(ended, ["closed", "job-stopped", "reserve-set"]);
    assert_eq!(history.claim().jobs[0].state, JobState::Stopped);
}

#[test]
fn money_that_came_back_is_paid_once_more() {
    let mut history = quoted();
    history.does(Role::Claims, &APPROVE);
    history.does(Role::Repairer, &done(80, "200.00"));
    history.does(Role::Claims, &accept(80, AcceptedBy::Desk));
    history.does(Role::Machine, &pay(80, 60));
    history.does(Role::Finance, &Command::SendPayment { payment: id(60), batch: id(70) });
    let back = Command::ReturnPayment { payment: id(60), reason: "AC04".to_owned(), booked: None };
    history.does(Role::Machine, &back);
    assert_eq!(history.does(Role::Finance, &pay(80, 61)), ["payment-ordered"]);
    assert_eq!(history.claim().failed_before(id(61)), Some("AC04"));
}

#[test]
fn each_item_has_an_order_of_its_own() {
    let mut history = History::of(report_of(2));
    history.does(Role::Claims, &order(80, 1, Work::Repair));
    history.does(Role::Claims, &order(81, 2, Work::Repair));
    assert_eq!(history.refused(Role::Claims, &order(82, 3, Work::Repair)), "claim-unknown-item");
    assert_eq!(history.refused(Role::Claims, &order(81, 1, Work::Repair)), "job-differs");
    assert_eq!(history.refused(Role::Policyholder, &order(83, 1, Work::Repair)), "claim-needs-person");
}

/// The golden samples of orders: they fold for ever. To write them: `HARMONY_WRITE_GOLDEN=1 cargo test -p claims jobs`.
#[test]
fn samples_of_orders_fold() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden_jobs/claim-v1.json");
    if std::env::var_os("HARMONY_WRITE_GOLDEN").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        let line = |event: &claims::Happened| {
            let body = String::from_utf8(event.event.write()).unwrap();
            format!("{{\"effective\":\"{}\",\"body\":{body}}}\n", event.effective)
        };
        std::fs::write(&file, everything().events.iter().map(line).collect::<String>()).unwrap();
    }
    #[derive(serde::Deserialize)]
    struct Stored {
        effective: Instant,
        body: serde_json::Value,
    }
    let events: Vec<(ClaimEvent, Instant)> = std::fs::read_to_string(file)
        .unwrap()
        .lines()
        .map(|line| {
            let stored: Stored = serde_json::from_str(line).unwrap();
            (ClaimEvent::read(1, &serde_json::to_vec(&stored.body).unwrap()).unwrap(), stored.effective)
        })
        .collect();
    let claim = Claim::fold(events.iter().map(|(event, effective)| (event, *effective))).unwrap();
    assert_eq!(
        claim.jobs.iter().map(|job| job.state).collect::<Vec<_>>(),
        [JobState::Stopped, JobState::Accepted]
    );
    assert_eq!((claim.own_share_open(), claim.closed.unwrap().way), (Money::ZERO, CloseWay::Settled));
    let mut kinds: Vec<&str> = events.iter().map(|(event, _)| event.kind()).collect();
    kinds.retain(|kind| {
        kind.starts_with("job-")
            || kind.starts_with("own-")
            || kind.starts_with("old-")
            || kind.starts_with("approval-")
    });
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(
        kinds,
        [
            "approval-lapsed",
            "job-accepted",
            "job-delivered",
            "job-ordered",
            "job-sent-back",
            "job-stopped",
            "old-device-came",
            "old-device-reminded",
            "own-share-received",
            "own-share-reminded",
            "own-share-waived",
        ]
    );
}

fn everything() -> History {
    let mut history = quoted();
    history.does(Role::Claims, &APPROVE);
    history.state(Role::Repairer, vec![StatedFact::of_item(1, "repairable", false)]);
    history.state(Role::Claims, vec![StatedFact::of_event("settle_by", Value::choice("device"))]);
    history.decide();
    history.does(Role::Claims, &APPROVE);
    history.does(Role::Claims, &order(82, 1, Work::Replacement));
    let deliver = job(82, JobStep::Deliver { invoice: euro("700.00"), device: Some(sealed(4)) });
    history.does(Role::Claims, &deliver);
    history.does(Role::Policyholder, &job(82, JobStep::SendBack { reason: sealed(9) }));
    history.does(Role::Claims, &deliver);
    history.does(Role::Policyholder, &accept(82, AcceptedBy::Customer));
    history.does(Role::Machine, &pay(82, 60));
    history.does(Role::Finance, &Command::SendPayment { payment: id(60), batch: id(70) });
    history
        .does(Role::Machine, &Command::ConfirmPayment { payment: id(60), debited: at("2026-06-15 00:00") });
    history.at("2026-07-02 00:00").time();
    history.does(Role::Claims, &job(82, JobStep::OldDeviceCame));
    let received = Command::ReceiveOwnShare { amount: euro("20.00"), received: at("2026-07-03 00:00") };
    history.does(Role::Machine, &received);
    history.does(Role::Claims, &Command::WaiveOwnShare { reason: sealed(9) });
    history
}
