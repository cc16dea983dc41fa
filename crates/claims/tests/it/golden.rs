//! A sample of every version of every event ever written: they must be read and fold for ever. Files are only added.
//!
//! To write the samples of a new version: `HARMONY_WRITE_GOLDEN=1 cargo test -p claims golden`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use claims::{Claim, ClaimEvent, CloseWay, Command, OurTerms, RecoveryKind, StatedFact};
use kernel::{Instant, Money, Role};
use terms::Value;

use crate::history::{History, at, euro, id, report, sealed};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// A claim to which everything happens that can.
fn everything() -> History {
    let mut history = History::reported();
    history.at("2026-06-03 23:00").time();
    history.at("2026-06-04 11:00").time();
    let photo = Command::AddEvidence {
        kind: "photo_damage".to_owned(),
        object: "b1946ac9".to_owned(),
        content: sealed(8),
    };
    history.does(Role::Policyholder, &photo);
    history.does(Role::Claims, &Command::RequestEvidence { kinds: vec!["repair_report".to_owned()] });
    history.beyond_repair(1, "600.00");
    history.state(Role::Claims, vec![StatedFact::of_event("holder", Value::choice("borrower"))]);
    history.finds_personal("criminal_act", false);
    history.decide();
    history.does(Role::Claims, &Command::Refuse { items: vec![1], reason: sealed(10) });
    history.does(Role::Manager, &Command::Reopen { reason: sealed(11) });
    history.state(Role::Claims, vec![StatedFact::of_event("holder", Value::choice("insured_person"))]);
    let harm = StatedFact::of_item(1, "harm_late_evidence", euro("10.00"));
    history.does(Role::Claims, &Command::StateFinding { finding: harm, reason: sealed(12) });
    history.decide();
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    for (payment, comes_back) in [(50, true), (51, false)] {
        let order = history.order(payment, "540.00");
        history.does(Role::Finance, &order);
        history.does(Role::Finance, &Command::SendPayment { payment: id(payment), batch: id(70) });
        if comes_back {
            history.does(
                Role::Machine,
                &Command::ReturnPayment { payment: id(payment), reason: "AC04".to_owned(), booked: None },
            );
        } else {
            history.does(
                Role::Machine,
                &Command::ConfirmPayment { payment: id(payment), debited: at("2026-06-06 00:00") },
            );
        }
    }
    assert_eq!(history.claim().closed.unwrap().way, CloseWay::Settled);
    history
}

/// A benefit that pays overdue premium first (AMB-14).
fn set_off() -> History {
    let mut history = History::covered("590.00");
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    history.does(Role::Machine, &Command::SetOff { amount: euro("59.90") });
    let order = history.order(50, "480.10");
    history.does(Role::Machine, &order);
    history.does(Role::Finance, &Command::SendPayment { payment: id(50), batch: id(70) });
    let paid = Command::ConfirmPayment { payment: id(50), debited: at("2026-06-06 00:00") };
    history.does(Role::Machine, &paid);
    history
}

/// An objection, the insurer's word, and money that comes back.
fn after() -> History {
    let mut history = History::covered("590.00");
    history.does(Role::Claims, &Command::Refer);
    let (on, words) = (kernel::date(2026, 6, 2), sealed(40));
    history.does(Role::Claims, &Command::RecordInsurer { agreed: euro("600.00"), on, words });
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    history.does(Role::Policyholder, &Command::Object { words: sealed(41) });
    history.does(Role::Manager, &Command::AnswerObjection { upheld: false, words: sealed(42) });
    let order = history.order(50, "540.00");
    history.does(Role::Machine, &order);
    history.does(Role::Finance, &Command::SendPayment { payment: id(50), batch: id(70) });
    let paid = Command::ConfirmPayment { payment: id(50), debited: at("2026-06-06 00:00") };
    history.does(Role::Machine, &paid);
    let (kind, amount, about) = (RecoveryKind::ThirdParty, euro("300.00"), sealed(43));
    history.does(Role::Claims, &Command::ExpectRecovery { kind, amount, about, proposed_by: None });
    history.does(Role::Finance, &Command::ReceiveRecovery { no: 1, amount: euro("100.00") });
    history.does(Role::Claims, &Command::GiveUpRecovery { no: 1, reason: sealed(44) });
    history
}

/// A claim that was answered and paid too late (LAW-BE-INS-09).
fn missed() -> History {
    let mut report = report();
    let term = |text: &str| text.parse().unwrap();
    report.terms.ours =
        Some(OurTerms { answer: term("3 months"), payment: term("30 days"), warn_before: term("7 days") });
    let mut history = History::of(report);
    history.at("2026-08-28 10:00").time();
    history.at("2026-09-04 10:00").time();
    history.beyond_repair(1, "590.00");
    history.decide();
    let harm = StatedFact::of_item(1, "harm_late_evidence", Money::ZERO);
    history.does(Role::Claims, &Command::StateFinding { finding: harm, reason: sealed(12) });
    history.decide();
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    let order = history.order(50, "540.00");
    history.does(Role::Finance, &order);
    history.does(Role::Finance, &Command::SendPayment { payment: id(50), batch: id(70) });
    let debited = at("2026-09-06 00:00");
    history.does(Role::Machine, &Command::ConfirmPayment { payment: id(50), debited });
    history
}

/// One line an event: version, effective instant, body.
fn lines(history: &History) -> String {
    let line = |event: &claims::Happened| {
        let body = String::from_utf8(event.event.write()).unwrap();
        format!(
            "{{\"version\":{},\"effective\":\"{}\",\"body\":{body}}}",
            ClaimEvent::VERSION,
            event.effective
        )
    };
    history.events.iter().map(|event| line(event) + "\n").collect()
}

#[derive(serde::Deserialize)]
struct Stored {
    version: i64,
    effective: Instant,
    body: serde_json::Value,
}

#[test]
fn golden_samples_fold() {
    let history = everything();
    if std::env::var_os("HARMONY_WRITE_GOLDEN").is_some() {
        std::fs::write(folder().join("claim-v1.json"), lines(&history)).unwrap();
        std::fs::write(folder().join("set-off-v1.json"), lines(&set_off())).unwrap();
        std::fs::write(folder().join("after-v1.json"), lines(&after())).unwrap();
        std::fs::write(folder().join("terms-v1.json"), lines(&missed())).unwrap();
    }
    let mut files = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let events: Vec<(ClaimEvent, Instant)> = text
            .lines()
            .map(|line| {
                let stored: Stored = serde_json::from_str(line).unwrap();
                let body = serde_json::to_vec(&stored.body).unwrap();
                (ClaimEvent::read(stored.version, &body).unwrap(), stored.effective)
            })
            .collect();
        let claim = Claim::fold(events.iter().map(|(event, effective)| (event, *effective))).unwrap();
        assert_eq!((claim.received(), claim.closed.unwrap().way), (euro("540.00"), CloseWay::Settled));
        files += 1;
    }
    assert_eq!(files, 4, "the golden samples in {}", folder().display());
}

#[test]
fn every_event_has_a_sample_and_its_own_name() {
    let (history, set_off, after, missed) = (everything(), set_off(), after(), missed());
    let events = history.events.iter().chain(&set_off.events).chain(&after.events).chain(&missed.events);
    let kinds: BTreeSet<&str> = events.map(|event| event.event.kind()).collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        [
            "approved",
            "closed",
            "decided",
            "evidence-added",
            "evidence-reminded",
            "evidence-requested",
            "evidence-term-passed",
            "facts-stated",
            "finding-stated",
            "insurer-answered",
            "objected",
            "objection-answered",
            "payment-confirmed",
            "payment-ordered",
            "payment-returned",
            "payment-sent",
            "recovery-expected",
            "recovery-given-up",
            "recovery-received",
            "referred-to-insurer",
            "refused",
            "reopened",
            "reported",
            "reserve-set",
            "set-off",
            "term-missed",
            "term-near",
        ]
    );
    for event in &history.events {
        let body: serde_json::Value = serde_json::from_slice(&event.event.write()).unwrap();
        assert_eq!(body["event"], event.event.kind());
    }
    assert!(ClaimEvent::read(2, b"{}").is_err());
}
