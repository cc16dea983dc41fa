//! The project's own rules of structure and style, as a check: each fault is one line that names its place.

mod carried;
mod layers;
mod lines;
mod links;
mod purity;
mod rule_ids;

use crate::report::Counts;
use crate::workspace::{self, Text};

/// What all checks found together.
pub(crate) struct Outcome {
    pub(crate) faults: Vec<String>,
    pub(crate) counts: Counts,
}

type Check = (&'static str, fn(&[Text]) -> Vec<String>);

const CHECKS: [Check; 6] = [
    ("direction of dependencies", layers::check),
    ("lines and words", lines::check),
    ("pure crates stay pure", purity::check),
    ("rule IDs exist", rule_ids::check),
    ("rules of the conditions are carried and shown", carried::check),
    ("links lead somewhere", links::check),
];

/// Runs every check over the whole project.
pub(crate) fn check() -> Outcome {
    let texts = workspace::texts();
    let mut outcome = Outcome { faults: Vec::new(), counts: Counts::default() };
    for (_, check) in CHECKS {
        let faults = check(&texts);
        outcome.counts.add(if faults.is_empty() {
            Counts::ONE
        } else {
            Counts { failed: 1, ..Counts::default() }
        });
        outcome.faults.extend(faults);
    }
    outcome
}

/// `cargo xtask tidy`.
pub(crate) fn print() -> bool {
    let outcome = check();
    for fault in &outcome.faults {
        println!("{fault}");
    }
    let names: Vec<&str> = CHECKS.iter().map(|(name, _)| *name).collect();
    println!("{} faults ({})", outcome.faults.len(), names.join(", "));
    outcome.faults.is_empty()
}
