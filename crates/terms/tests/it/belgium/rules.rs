//! Every rule of the Belgian conditions that bears on a decision: a case it decides, and one it nearly does.

use std::collections::BTreeSet;
use std::path::Path;

use terms::{Decision, Outcome, decide};

use super::{DEFECT, DROP, case};
use crate::support::{electronics_be, line};

/// Plan, story, changes.
type Told = (&'static str, &'static str, &'static str);

const fn of(story: &'static str, changes: &'static str) -> Told {
    ("complete", story, changes)
}

const fn drop(changes: &'static str) -> Told {
    of(DROP, changes)
}

const fn defect(changes: &'static str) -> Told {
    of(DEFECT, changes)
}

/// Beyond repair, paid in money.
const fn money(changes: &'static str) -> Told {
    of(PAID, changes)
}

/// A drop beyond repair, with nothing like the device to be had: current value against the device.
const PAID: &str = "what_happened = dropped; damage_arose_at = 2026-06-01T10:00:00Z; discovered_at = 2026-06-01T10:00:00Z; \
     affects_function = yes; holder = insured_person; circumstances = ; recovered_elsewhere = 0; repairable = no; \
     equivalent_found = no; current_value = 600.00; handing_over = handed_over";

/// A drop beyond repair, with an equivalent device to be had.
const REPLACED: &str = "what_happened = dropped; damage_arose_at = 2026-06-01T10:00:00Z; \
     discovered_at = 2026-06-01T10:00:00Z; affects_function = yes; holder = insured_person; circumstances = ; \
     recovered_elsewhere = 0; repairable = no; equivalent_found = yes; equivalent_price = 650.00";

/// The rule, a case it decides, and one it nearly decides.
const RULES: &[(&str, Told, Told)] = &[
    ("BE-DEF-01", money("current_value = 900.00"), money("current_value = 700.00")),
    ("BE-DEF-02", money("current_value = 500.00"), of(REPLACED, "")),
    ("BE-DEF-03", defect("warranty_would_repair = no"), defect("warranty_would_repair = yes")),
    ("BE-DEF-04", drop("cause_found = nothing_found"), drop("cause_found = impact_found")),
    ("BE-DEF-05", of(REPLACED, ""), money("")),
    ("BE-DEF-06", drop("part_damaged = bought_apart"), drop("part_damaged = from_the_box")),
    ("BE-DEF-09", defect("purchased_on = 2024-06-01"), defect("purchased_on = 2024-05-31")),
    ("BE-DEF-11", drop("what_happened = stolen"), drop("what_happened = vandalised")),
    ("BE-PROV-01", drop("cover_at_discovery = provisional"), drop("cover_at_discovery = off")),
    (
        "BE-PROV-04",
        drop("cover_at_discovery = void; rejection_reaches_back = yes"),
        drop("cover_at_discovery = provisional"),
    ),
    ("BE-PROV-08", drop("cover_at_event = suspended"), drop("cover_at_event = on")),
    ("BE-TERM-02", drop("cover_at_discovery = off"), drop("cover_at_event = off")),
    ("BE-COV-01", ("accident", DEFECT, ""), ("accident", DROP, "")),
    ("BE-COV-02", drop(""), drop("excess = 0")),
    ("BE-COV-03", of(REPLACED, ""), of(REPLACED, "holder = borrower")),
    ("BE-COV-04", drop(""), drop("what_happened = worn")),
    (
        "BE-COV-05",
        drop("frequency = one-off; started_on = 2023-05-31"),
        drop("frequency = one-off; started_on = 2023-06-01"),
    ),
    ("BE-COV-06", money("current_value = 50.00"), money("current_value = 50.01")),
    ("BE-COV-07", money("current_value = 800.01"), money("current_value = 800.00")),
    ("BE-DUN-07", drop("cover_at_event = suspended"), drop("cover_at_discovery = suspended")),
    ("BE-EXCL-01", drop("circumstances = seized_by_authority"), drop("circumstances = ")),
    ("BE-EXCL-02", drop("what_happened = repaired_by_others"), drop("repaired_elsewhere = no")),
    ("BE-EXCL-03", defect("cause_found = production_fault"), defect("cause_found = defect_found")),
    ("BE-EXCL-04", drop("cause_found = misuse"), drop("what_happened = liquid; liquid_how = fell_in")),
    ("BE-EXCL-05", drop("under_influence = yes"), drop("under_influence = no")),
    ("BE-EXCL-06", drop("criminal_act = yes"), drop("criminal_act = no")),
    ("BE-EXCL-07", drop("circumstances = servicing"), drop("holder = somebody_else")),
    ("BE-EXCL-08", drop("circumstances = slow_damage"), drop("what_happened = liquid; liquid_how = spilled")),
    ("BE-EXCL-09", drop("circumstances = nature"), drop("what_happened = liquid; liquid_how = fell_in")),
    ("BE-EXCL-10", drop("what_happened = worn"), drop("what_happened = worn; cause_found = impact_found")),
    ("BE-EXCL-11", drop("holder = nobody; kept_locked = no"), drop("holder = nobody; kept_locked = yes")),
    ("BE-EXCL-12", drop("circumstances = decay"), drop("what_happened = liquid; liquid_how = spilled")),
    ("BE-EXCL-13", drop("risky_situation = thrown; gross_fault = yes"), drop("gross_fault = yes")),
    ("BE-EXCL-14", drop("circumstances = nuclear"), drop("circumstances = ")),
    ("BE-EXCL-15", drop("circumstances = war"), drop("what_happened = vandalised")),
    (
        "BE-EXCL-16",
        drop(
            "what_happened = vandalised; holder = nobody; left_where = home; kept_locked = yes; left_alone_from = 2026-04-16",
        ),
        drop(
            "what_happened = vandalised; holder = nobody; left_where = home; kept_locked = yes; left_alone_from = 2026-04-17",
        ),
    ),
    ("BE-EXCL-17", drop("circumstances = riot"), drop("what_happened = vandalised")),
    ("BE-EXCL-18", drop("holder = borrower"), drop("holder = somebody_else")),
    (
        "BE-EXCL-19",
        drop("what_happened = software_fault"),
        defect("what_happened = software_fault; cause_found = defect_found"),
    ),
    ("BE-NOPAY-01", drop("recovered_elsewhere = 0.01"), drop("recovered_elsewhere = 0")),
    ("BE-NOPAY-04", drop("affects_function = no"), drop("affects_function = yes")),
    (
        "BE-NOPAY-05",
        defect("manufacturer_warranty_ends_on = 2026-06-01"),
        defect("manufacturer_warranty_ends_on = 2026-05-31"),
    ),
    (
        "BE-NOPAY-06",
        defect("purchased_on = 2024-06-01; warranty_refused_for_repair = yes"),
        defect("purchased_on = 2024-05-31; warranty_refused_for_repair = yes"),
    ),
    ("BE-NOPAY-07", drop("repaired_elsewhere = yes"), drop("repaired_elsewhere = no")),
    ("BE-OBL-01", drop("obligations_unmet = no_precautions"), drop("obligations_unmet = not_limited")),
    ("BE-OBL-02", drop("obligations_unmet = not_limited"), drop("obligations_unmet = no_precautions")),
    (
        "BE-OBL-03",
        drop("obligations_unmet = manual_not_followed"),
        drop("obligations_unmet = condition_not_kept"),
    ),
    ("BE-OBL-04", drop("obligations_unmet = change_not_reported"), drop("obligations_unmet = ")),
    (
        "BE-OBL-05",
        drop("obligations_unmet = condition_not_kept"),
        drop("obligations_unmet = manual_not_followed"),
    ),
    ("BE-OBL-06", drop("handing_over = will_not"), drop("handing_over = handed_over")),
    ("BE-OBL-07", drop("repaired_elsewhere = yes"), drop("repaired_elsewhere = no")),
    ("BE-OBL-08", drop("obligations_unmet = no_help_to_recover"), drop("obligations_unmet = ")),
    ("BE-CLAIM-01", drop("reported_at = 2026-06-15T22:00:00Z"), drop("reported_at = 2026-06-15T21:59:59Z")),
    ("BE-CLAIM-02", drop("evidence_late = yes"), drop("evidence_late = no")),
    ("BE-CLAIM-03", drop("proof_of_purchase_given = no"), drop("proof_of_purchase_given = yes")),
    ("BE-CLAIM-06", money("handing_over = will_not"), drop("handing_over = will_not")),
    ("BE-CLAIM-07", drop("what_happened = lost"), drop("what_happened = other_sudden")),
    ("BE-FRAUD-03", drop("fraud = yes"), drop("fraud = no")),
    (
        "GEN-HARM-01",
        drop("evidence_late = yes; harm_late_evidence = 30.00"),
        drop("evidence_late = yes; harm_late_evidence = 0"),
    ),
];

/// Rules of the families that decide no claim, and what they are instead.
const NO_DECISION: [(&str, &str); 15] = [
    ("BE-DEF-07", "a day that policy works out"),
    ("BE-DEF-08", "a day that policy works out"),
    ("BE-DEF-10", "what repair costs are made of: said where they are asked for"),
    ("BE-PROV-02", "cover at the discovery, which policy works out"),
    ("BE-PROV-03", "cover at the discovery, which policy works out"),
    ("BE-PROV-05", "what happens with an application"),
    ("BE-PROV-06", "what happens with an application"),
    ("BE-PROV-07", "cover at the discovery, which policy works out"),
    ("BE-TERM-01", "cover at the discovery, which policy works out"),
    ("BE-TERM-03", "when a customer may end it"),
    ("BE-NOPAY-02", "a cost that no step of the arithmetic knows"),
    ("BE-NOPAY-03", "a cost that no step of the arithmetic knows"),
    ("BE-NOPAY-08", "a cost that no step of the arithmetic knows"),
    ("BE-CLAIM-04", "who owns what after a settlement, and that it stays insured"),
    ("BE-CLAIM-05", "who owns what after a settlement, and that it stays insured"),
];

fn decided((plan, story, changes): Told) -> Decision {
    decide(electronics_be(), &case(plan, story, changes)).unwrap()
}

/// Whether the rule had a hand in the decision: a clause of it applies or is not met, a step of it changed the amount, or the
/// remedy is its own.
fn acts(decision: &Decision, rule: &str) -> bool {
    let item = &decision.items[0];
    let mut before = kernel::Money::ZERO;
    let mut changed = false;
    for step in &item.steps {
        changed |= &*step.rule == rule && step.result != before;
        before = step.result;
    }
    let clause = |trace: &terms::ClauseTrace| {
        &*trace.rule == rule && matches!(trace.outcome, Outcome::Applies | Outcome::NotMet)
    };
    changed || item.remedy_rule.as_deref() == Some(rule) || item.considered.iter().any(clause)
}

/// Whether a clause, step or remedy of the product carries the rule.
fn is_written(rule: &str) -> bool {
    let steps = ["recovered", "limit", "own_share", "late_evidence_harm"];
    electronics_be().clauses().iter().any(|clause| clause.rule == rule)
        || steps.iter().filter_map(|id| electronics_be().amount(id)).any(|step| step.rule == rule)
        || rule == "BE-COV-03"
}

#[test]
fn each_decides_once_and_nearly_once() {
    let mut faults = Vec::new();
    for (rule, decides, nearly) in RULES {
        let (yes, no) = (decided(*decides), decided(*nearly));
        let differs =
            if is_written(rule) { acts(&yes, rule) && !acts(&no, rule) } else { line(&yes) != line(&no) };
        if !differs {
            faults.push(format!("{rule}: {} | {}", line(&yes), line(&no)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_rule_of_the_rulebook_is_left_out() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rulebook.md");
    let book = std::fs::read_to_string(path).unwrap();
    let ids = book.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next());
    let families =
        ["BE-DEF-", "BE-PROV-", "BE-TERM-", "BE-COV-", "BE-EXCL-", "BE-NOPAY-", "BE-OBL-", "BE-CLAIM-"];
    let wanted: BTreeSet<&str> =
        ids.filter(|id| families.iter().any(|family| id.starts_with(family))).collect();
    assert!(wanted.len() > 60, "the rulebook has {} of them", wanted.len());
    let in_table: BTreeSet<&str> = RULES.iter().map(|(rule, ..)| *rule).collect();
    let without: BTreeSet<&str> = NO_DECISION.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(in_table.len(), RULES.len(), "each rule has one row");
    assert!(in_table.is_disjoint(&without));
    let missing: Vec<&&str> =
        wanted.iter().filter(|id| !in_table.contains(*id) && !without.contains(*id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let unknown: Vec<&&str> = without.difference(&wanted).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
