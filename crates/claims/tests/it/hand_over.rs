//! NL-CLAIM-08, AMB-31: the repairer says that the customer has it; the customer can say otherwise in time.

use std::path::PathBuf;

use claims::{AcceptedBy, Claim, ClaimEvent, Command, JobState, JobStep, handed_over};
use kernel::{Instant, Role};

use crate::history::{History, at, id, sealed};
use crate::jobs::{APPROVE, accept, done, job, quoted};

const UNTIL: &str = "2026-06-19 00:00";

fn hand_over() -> Command {
    job(80, JobStep::HandOver { until: at(UNTIL) })
}

fn deny() -> Command {
    job(80, JobStep::DenyHandOver)
}

/// Repaired and handed over at the counter on the 12th.
fn handed() -> History {
    let mut history = quoted();
    history.does(Role::Claims, &APPROVE);
    assert_eq!(history.refused(Role::Repairer, &hand_over()), "job-not-there", "nothing is ready");
    history.does(Role::Repairer, &done(80, "180.00"));
    assert_eq!(history.refused(Role::Policyholder, &deny()), "job-not-there", "nobody said so");
    history.at("2026-06-12 15:30");
    assert_eq!(history.refused(Role::Policyholder, &hand_over()), "claim-needs-person");
    assert_eq!(history.does(Role::Repairer, &hand_over()), ["job-handed-over"]);
    history.again(Role::Repairer, &hand_over());
    history
}

#[test]
fn the_repairers_word_counts_when_nobody_said_otherwise_in_time() {
    let mut history = handed();
    let (kind, object, content) = ("photo_damage".to_owned(), "b1946ac9".to_owned(), sealed(8));
    history.does(Role::Policyholder, &Command::AddEvidence { kind, object, content });
    let claim = history.claim();
    assert_eq!((claim.jobs[0].state, claim.jobs[0].accepted), (JobState::Delivered, None));
    assert_eq!(claims::next_due(claim), Some(at(UNTIL)));
    for role in [Role::Repairer, Role::Claims, Role::Machine] {
        assert_eq!(
            history.refused(role, &accept(80, AcceptedBy::HandOver)),
            "claim-needs-person",
            "{role:?}"
        );
    }
    assert_eq!(handed_over(history.at("2026-06-18 23:59").claim(), at("2026-06-18 23:59")), []);
    assert_eq!(handed_over(history.at(UNTIL).claim(), at(UNTIL)), [id(80)]);
    assert_eq!(history.refused(Role::Repairer, &accept(80, AcceptedBy::HandOver)), "claim-needs-person");
    assert_eq!(
        history.does(Role::Machine, &accept(80, AcceptedBy::HandOver)),
        ["job-accepted", "reserve-set"]
    );
    history.again(Role::Machine, &accept(80, AcceptedBy::HandOver));
    // What was replaced became the insurer's when it was handed over, not when the term ended.
    let accepted = Some((at("2026-06-12 15:30"), AcceptedBy::HandOver));
    assert_eq!(history.claim().jobs[0].accepted, accepted);
    assert_eq!(handed_over(history.claim(), at(UNTIL)), []);
    assert_eq!(history.refused(Role::Policyholder, &deny()), "job-not-there", "too late: it is accepted");
}

#[test]
fn who_did_not_get_it_stops_that_and_a_person_sees_to_it() {
    let mut history = handed();
    assert_eq!(history.refused(Role::Repairer, &deny()), "claim-needs-person");
    assert_eq!(history.does(Role::Policyholder, &deny()), ["hand-over-denied"]);
    history.again(Role::Policyholder, &deny());
    history.at("2026-06-20 00:00");
    assert_eq!(handed_over(history.claim(), at("2026-06-20 00:00")), [], "no time makes it accepted");
    assert_eq!(history.refused(Role::Machine, &accept(80, AcceptedBy::HandOver)), "claim-needs-person");
    assert!(history.claim().jobs[0].is_denied);
    // It was handed over after all, and the customer says so themselves.
    assert_eq!(history.does(Role::Repairer, &hand_over()), ["job-handed-over"]);
    assert!(!history.claim().jobs[0].is_denied);
    history.does(Role::Policyholder, &accept(80, AcceptedBy::Customer));
    assert_eq!(history.claim().jobs[0].accepted, Some((at("2026-06-20 00:00"), AcceptedBy::Customer)));
}

/// The golden samples of a hand-over: they fold for ever. To write them: `HARMONY_WRITE_GOLDEN=1 cargo test -p claims hand`.
#[test]
fn samples_of_a_hand_over_fold() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden_jobs/hand-over-v1.json");
    if std::env::var_os("HARMONY_WRITE_GOLDEN").is_some() {
        let mut history = handed();
        history.does(Role::Policyholder, &deny());
        history.does(Role::Repairer, &hand_over());
        history.at(UNTIL).does(Role::Machine, &accept(80, AcceptedBy::HandOver));
        let line = |event: &claims::Happened| {
            let body = String::from_utf8(event.event.write()).unwrap();
            format!("{{\"effective\":\"{}\",\"body\":{body}}}\n", event.effective)
        };
        std::fs::write(&file, history.events.iter().map(line).collect::<String>()).unwrap();
    }
    #[derive(serde::Deserialize)]
    struct Stored {
        effective: Instant,
        body: serde_json::Value,
    }
    let read = |line: &str| {
        let stored: Stored = serde_json::from_str(line).unwrap();
        (ClaimEvent::read(1, &serde_json::to_vec(&stored.body).unwrap()).unwrap(), stored.effective)
    };
    let text = std::fs::read_to_string(file).unwrap();
    let events: Vec<(ClaimEvent, Instant)> = text.lines().map(read).collect();
    let claim = Claim::fold(events.iter().map(|(event, effective)| (event, *effective))).unwrap();
    assert_eq!(claim.jobs[0].accepted, Some((at("2026-06-12 15:30"), AcceptedBy::HandOver)));
    for kind in ["job-handed-over", "hand-over-denied"] {
        assert!(events.iter().any(|(event, _)| event.kind() == kind), "{kind}");
    }
}
