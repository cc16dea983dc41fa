//! Every word in every language, and none that nobody says.

use std::collections::BTreeSet;
use std::path::Path;

use crate::words::SOURCES;

#[test]
fn every_language_says_the_same() {
    assert_eq!(texts::check(SOURCES), Vec::<String>::new());
}

/// Keys that are put together while running: a key with one of these beginnings may look unused.
const COMPOSED: &[&str] = &[
    "api-",
    "who-",
    "apply-",
    "reach-",
    "change-",
    "correct-",
    "proof-cover-",
    "asked-",
    "offer-to-do",
    "application-offer-",
    "payer-",
    "ending-",
    "word-",
    "sign-in-",
    "forgot-",
    "password-",
    "application-question",
    "application-note",
    "decide-",
    "finding-",
    "statement-file",
    "claim-part-",
    "claim-files",
    "home-why-",
    "incident-",
    "incidents-",
    "how-",
    "faq-",
    "privacy-",
    "plan-",
    "plans-",
    "covers-",
    "error-",
    "refusal-",
    "letter-",
    "wording-",
    "check-",
    "claim-now-",
    "claim-objection",
    "after-",
    "desk-nav-",
    "list-",
    "mandate-step-",
    "moved-",
    "done-",
    "device-",
    "form-",
    "collect-",
    "payout-",
    "bank-reason-",
    "cover-",
    "account-",
    "block-",
    "arrears-",
    "late-stage-",
    "late-",
    "campaign-",
    "check-",
    "close-",
    "col-",
    "channel-",
    "claim-event-",
    "claim-phase-",
    "claim-sign-",
    "claim-todo-",
    "claim-story-",
    "claims-",
    "clause-",
    "country-",
    "desk-clock-",
    "cover-end-",
    "end-",
    "enter-",
    "event-",
    "figures-",
    "frequency-",
    "language-",
    "outcome-",
    "post-",
    "receipt-",
    "own-",
    "partner-stage-",
    "share-may",
    "payment-",
    "phase-",
    "policies-",
    "posting-",
    "proposal-",
    "refund-",
    "remedy-",
    "reminder-",
    "requests-",
    "repair-",
    "job-state-",
    "desk-work-",
    "work-",
    "role-",
    "run-",
    "sent-",
    "settle-",
    "task-",
    "kept-",
    "suspense-what-",
    "status-",
    "users-",
    "verdict-routed-",
];

#[test]
fn every_key_in_the_source_is_there_and_every_key_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut source = String::new();
    collect(&root.join("src"), &mut source);
    collect(&root.join("templates"), &mut source);
    let keys: BTreeSet<&str> = SOURCES
        .iter()
        .flat_map(|(_, files)| *files)
        .flat_map(|(_, ftl)| ftl.lines())
        .filter_map(|line| line.split_once(" = ").map(|(key, _)| key))
        .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect();
    for call in [".t(\"", ".with(\"", ".with2(\""] {
        for (index, _) in source.match_indices(call) {
            let key: String = source[index + call.len()..].chars().take_while(|c| *c != '"').collect();
            assert!(key.contains('{') || keys.contains(key.as_str()), "{key:?} is said but not written");
        }
    }
    let unused: Vec<_> = keys
        .into_iter()
        .filter(|key| !COMPOSED.iter().any(|beginning| key.starts_with(beginning)))
        .filter(|key| !source.contains(&format!("\"{key}\"")))
        .collect();
    assert_eq!(unused, Vec::<&str>::new(), "nobody says these");
}

fn collect(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("src/tests") {
            continue;
        }
        if path.is_dir() {
            collect(&path, into);
        } else {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}
