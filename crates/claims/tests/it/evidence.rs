//! Report, facts, and the clock of evidence.

use claims::{Command, Phase, StatedFact, StatedValue, next_due};
use kernel::{Money, Role};
use terms::Value;

use crate::history::{History, at, euro, report, report_of, sealed};

fn photo(object: &str) -> Command {
    Command::AddEvidence { kind: "photo_damage".to_owned(), object: object.to_owned(), content: sealed(8) }
}

#[test]
fn a_report_sets_the_clock_and_the_first_reserve() {
    let mut history = History::reported();
    let claim = history.claim();
    assert_eq!(claim.reported_at, at("2026-06-02 10:00"));
    assert_eq!((claim.cause(), claim.happened_at()), ("dropped", at("2026-06-01 12:00")));
    assert_eq!((claim.reserve, claim.phase()), (euro("750.00"), Phase::Open));
    // NL-CLAIM-04: 48 hours; the reminder 12 hours before.
    assert_eq!(claim.wanted[0].until, at("2026-06-04 10:00"));
    assert_eq!(next_due(claim), Some(at("2026-06-03 22:00")));
    history.again(Role::Policyholder, &Command::Report { report: Box::new(report()) });
    let other = Command::Report { report: Box::new(report_of(2)) };
    assert_eq!(history.refused(Role::Policyholder, &other), "claim-already-reported");
}

#[test]
fn a_report_that_cannot_be_is_refused() {
    let refused = |change: fn(&mut claims::Report)| {
        let mut report = report();
        change(&mut report);
        History::empty().refused(Role::Policyholder, &Command::Report { report: Box::new(report) })
    };
    assert_eq!(refused(|r| r.items.clear()), "claim-items");
    assert_eq!(refused(|r| r.items.push(r.items[0].clone())), "claim-items");
    assert_eq!(refused(|r| r.facts.retain(|f| f.fact != "discovered_at")), "claim-report-incomplete");
    assert_eq!(refused(|r| r.facts[3].fact = "holdr".to_owned()), "unknown-fact");
    assert_eq!(refused(|r| r.facts[0].value = StatedValue::Plain(Value::choice("exploded"))), "wrong-value");
    assert_eq!(refused(|r| r.facts[5].item = Some(9)), "claim-unknown-item");
    assert_eq!(refused(|r| r.evidence.push("selfie".to_owned())), "claim-unknown-evidence");
    assert_eq!(refused(|r| r.wording.revision += 1), "decision-differs");
    // The customer states neither what the desk establishes nor what Harmony knows, and no findings.
    assert_eq!(
        refused(|r| r.facts.push(StatedFact::of_item(1, "equivalent_price", Money::ZERO))),
        "fact-not-yours-to-state"
    );
    assert_eq!(
        refused(|r| r.facts.push(StatedFact::of_event("cover_at_event", Value::choice("on")))),
        "fact-not-yours-to-state"
    );
    assert_eq!(
        refused(|r| r.facts.push(StatedFact::of_event("insufficient_care", false))),
        "finding-needs-person"
    );
    // A partner may report for the customer, and then no more (PRIV-24).
    let by_partner = Command::Report { report: Box::new(report()) };
    let mut history = History::empty();
    assert_eq!(history.does(Role::Partner, &by_partner), ["reported", "reserve-set"]);
    let facts = vec![StatedFact::of_event("damaged_before", true)];
    assert_eq!(history.refused(Role::Partner, &Command::StateFacts { facts }), "fact-not-yours-to-state");
    let command = Command::StateFacts { facts: Vec::new() };
    assert_eq!(History::empty().refused(Role::Claims, &command), "claim-unknown");
}

#[test]
fn the_reminder_and_the_end_of_the_term() {
    let mut history = History::reported();
    assert!(history.at("2026-06-03 21:59").time().is_empty());
    assert_eq!(history.at("2026-06-03 22:00").time(), ["evidence-reminded"]);
    assert!(history.time().is_empty(), "once");
    assert_eq!(next_due(history.claim()), Some(at("2026-06-04 10:00")));
    assert_eq!(history.at("2026-06-04 10:00").time(), ["evidence-term-passed"]);
    assert!(history.time().is_empty());
    assert_eq!(next_due(history.claim()), None);
    // Late, and still welcome (AMB-25).
    assert!(history.claim().is_evidence_late(history.now));
    assert_eq!(history.does(Role::Policyholder, &photo("a")), ["evidence-added"]);
    history.again(Role::Policyholder, &photo("a"));
    assert!(history.claim().is_evidence_late(history.now), "what came late stays late");
    // The decision waits for a person's harm test; nothing is refused.
    history.beyond_repair(1, "600.00");
    history.decide();
    let kept = history.claim().decision.clone().unwrap();
    assert_eq!(kept.verdicts.items[0].verdict, terms::Verdict::NeedsPerson);
}

#[test]
fn a_run_that_comes_too_late_reminds_nobody() {
    let mut history = History::reported();
    assert_eq!(history.at("2026-06-05 06:00").time(), ["evidence-term-passed"]);
    assert_eq!(
        history.events.last().unwrap().effective,
        at("2026-06-04 10:00"),
        "the term ended when it ended"
    );
}

#[test]
fn evidence_in_time_stops_the_clock_and_more_can_be_asked() {
    let mut history = History::reported();
    history.at("2026-06-04 09:59").does(Role::Policyholder, &photo("a"));
    assert!(!history.claim().is_evidence_late(at("2026-07-01 00:00")));
    assert_eq!(next_due(history.claim()), None);
    // AMB-25: extra items run from our request.
    let ask = Command::RequestEvidence { kinds: vec!["repair_report".to_owned()] };
    assert_eq!(history.refused(Role::Policyholder, &ask), "claim-needs-person");
    history.at("2026-06-10 09:00").does(Role::Claims, &ask);
    history.again(Role::Claims, &ask);
    assert_eq!(history.claim().wanted[1].until, at("2026-06-12 09:00"));
}

#[test]
fn facts_may_be_corrected_and_make_a_decision_stale() {
    let mut history = History::covered("600.00");
    let same = vec![StatedFact::of_item(1, "equivalent_price", euro("600.00"))];
    history.again(Role::Claims, &Command::StateFacts { facts: same });
    assert_eq!(history.claim().phase(), Phase::Decided);
    history.state(Role::Claims, vec![StatedFact::of_item(1, "equivalent_price", euro("500.00"))]);
    assert_eq!(history.claim().phase(), Phase::Open);
    assert_eq!(history.refused(Role::Claims, &Command::Approve { proposed_by: None }), "decision-stale");
    history.decide();
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    assert_eq!(history.claim().payable(), euro("450.00"));
}

#[test]
fn findings_need_a_person_and_a_reason_and_personal_ones_a_seal() {
    let mut history = History::covered("600.00");
    let plain = |fact: &str| StatedFact::of_event(fact, true);
    let finding = |finding: StatedFact| Command::StateFinding { finding, reason: sealed(9) };
    for role in [Role::Policyholder, Role::Machine, Role::Finance, Role::Repairer, Role::Auditor] {
        assert_eq!(history.refused(role, &finding(plain("insufficient_care"))), "finding-needs-person");
    }
    let as_fact = Command::StateFacts { facts: vec![plain("insufficient_care")] };
    assert_eq!(history.refused(Role::Claims, &as_fact), "finding-needs-person");
    assert_eq!(history.refused(Role::Claims, &finding(plain("holder"))), "finding-needs-person");
    assert_eq!(history.refused(Role::Claims, &finding(plain("criminal_act"))), "fact-wrong-seal");
    let sealed_care = StatedFact {
        item: None,
        fact: "insufficient_care".to_owned(),
        value: StatedValue::Sealed(sealed(9)),
    };
    assert_eq!(history.refused(Role::Claims, &finding(sealed_care)), "fact-wrong-seal");
    assert_eq!(history.does(Role::Claims, &finding(plain("insufficient_care"))), ["finding-stated"]);
    history.again(Role::Manager, &finding(plain("insufficient_care")));
}

#[test]
fn a_decision_must_be_of_this_claim_with_all_its_facts() {
    let mut history = History::covered("600.00");
    let decision = history.decision();
    history.again(Role::Machine, &decision);
    // On other facts.
    history.state(Role::Claims, vec![StatedFact::of_item(1, "equivalent_price", euro("500.00"))]);
    assert_eq!(history.refused(Role::Machine, &decision), "decision-differs");
    // Without the value that lies in the vault.
    history.finds_personal("criminal_act", true);
    let full = history.decision();
    let Command::Decide { known, sealed, .. } = &full else { unreachable!("it is a decision") };
    let case = history.claim().case(crate::history::product(), known, &[], history.now);
    let blind = terms::decide(crate::history::product(), &case).unwrap();
    let blind = Command::Decide {
        decision: Box::new(blind),
        known: known.clone(),
        opened: vec![],
        sealed: sealed.clone(),
    };
    assert_eq!(history.refused(Role::Machine, &blind), "decision-differs");
    history.does(Role::Machine, &full);
    assert_eq!(
        history.claim().decision.as_ref().unwrap().verdicts.items[0].verdict,
        terms::Verdict::NotCovered
    );
    // No event says why.
    let bytes: Vec<u8> = history.events.iter().flat_map(|event| event.event.write()).collect();
    assert!(!String::from_utf8(bytes).unwrap().contains("NL-EXCL-08"));
}
