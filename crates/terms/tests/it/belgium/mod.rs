//! The Belgian conditions, rule by rule: a row where the rule decides and one where it nearly does.

mod cover;
mod exclusions;
mod questions;
mod rules;
mod settling;

use terms::{Case, decide};

use crate::support::{case_of, electronics_be, line};

/// What Harmony and the schedule know of every case, unless a row says otherwise.
pub(crate) const KNOWN: &str = "cover_at_event = on; cover_at_discovery = on; reported_at = 2026-06-03T09:00:00Z; \
     frequency = monthly; started_on = 2024-02-10";

/// A phone slips from the owner's hand; screen broken; worth repairing.
pub(crate) const DROP: &str = "what_happened = dropped; damage_arose_at = 2026-06-01T10:00:00Z; \
     discovered_at = 2026-06-01T10:00:00Z; affects_function = yes; holder = insured_person; circumstances = ; \
     recovered_elsewhere = 0; repairable = yes; repair_cost = 180.00";

/// A laptop dies by itself, long after the warranty.
pub(crate) const DEFECT: &str = "what_happened = fails_by_itself; damage_arose_at = 2026-06-01T10:00:00Z; \
     discovered_at = 2026-06-01T10:00:00Z; affects_function = yes; holder = insured_person; circumstances = ; \
     recovered_elsewhere = 0; warranty_refused_for_repair = no; repairable = yes; repair_cost = 180.00";

pub(crate) fn case(plan: &str, story: &str, changes: &str) -> Case {
    case_of(electronics_be(), plan, &[KNOWN, story, changes])
}

/// Plan, story, changes, and the line expected.
pub(crate) fn rows(table: &[(&str, &str, &str, &str)]) {
    for (plan, story, changes, expected) in table {
        let found = match decide(electronics_be(), &case(plan, story, changes)) {
            Ok(decision) => line(&decision),
            Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        };
        assert_eq!(found, *expected, "{plan}: {changes}");
    }
}
