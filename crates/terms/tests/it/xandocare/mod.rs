//! The Dutch conditions, rule by rule: for each rule rows where it decides, and rows where it nearly does but does not.

mod care;
mod cover;
mod damage;
mod money;
mod obligations;
mod theft;

use std::collections::BTreeMap;
use std::path::Path;

use terms::{Decision, Outcome, Product, decide};

use crate::support::{DROP, case, check, line, xandocare};

/// One row: a rule, a story with its changes, what comes of it, and whether the rule had a hand in it.
#[derive(Debug, Clone, Copy)]
struct Row {
    rule: &'static str,
    decides: bool,
    plan: &'static str,
    story: &'static str,
    changes: &'static str,
    expected: &'static str,
}

/// The rule decides.
const fn yes(
    rule: &'static str,
    plan: &'static str,
    story: &'static str,
    changes: &'static str,
    expected: &'static str,
) -> Row {
    Row { rule, decides: true, plan, story, changes, expected }
}

/// The rule nearly decides, but does not.
const fn no(
    rule: &'static str,
    plan: &'static str,
    story: &'static str,
    changes: &'static str,
    expected: &'static str,
) -> Row {
    Row { rule, decides: false, plan, story, changes, expected }
}

const TABLES: [&[Row]; 8] = [
    cover::GRANTS,
    cover::TIME,
    cover::PROTECT,
    damage::ROWS,
    care::ROWS,
    theft::ROWS,
    money::ROWS,
    obligations::ROWS,
];

/// Rules of the families that decide no claim: family, numbers, and what they are instead.
const NO_DECISION: [(&str, &[&str], &str); 7] = [
    (
        "NL-DEF",
        &["14", "15", "16", "17"],
        "what the schedule says of time; cover at the event answers for it",
    ),
    ("NL-DEF", &["19"], "what the policy is"),
    ("NL-PROV", &["01", "02", "05", "07"], "cover at the event, which policy works out"),
    ("NL-PROV", &["03", "04", "06"], "what happens with an application"),
    ("NL-COV", &["11"], "that a limit is absent: a story shows it"),
    ("NL-NOPAY", &["04", "05", "07"], "costs that no step of the arithmetic knows"),
    ("NL-CLAIM", &["06", "08", "09"], "who owns what after a settlement, and that it stays insured"),
];

fn decides_none(id: &str) -> bool {
    let (family, number) = id.rsplit_once('-').unwrap_or_default();
    NO_DECISION.iter().any(|(of, numbers, _)| *of == family && numbers.contains(&number))
}

#[test]
fn every_row() {
    let mut faults = Vec::new();
    for row in TABLES.into_iter().flatten() {
        let decision = decide(xandocare(), &case(row.plan, row.story, row.changes)).unwrap();
        let found = line(&decision);
        let agrees = !is_written(xandocare(), row.rule) || acts(&decision, row.rule) == row.decides;
        if found != row.expected || !agrees {
            faults.push(format!(
                "{row:?}\n  {found}, the rule has {}a hand in it",
                if agrees == row.decides { "" } else { "not " }
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_rule_decides_once_and_nearly_once() {
    let mut faults = Vec::new();
    let mut rows: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for row in TABLES.into_iter().flatten() {
        rows.entry(row.rule).or_default()[usize::from(row.decides)] += 1;
    }
    let book = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rulebook.md"))
        .unwrap();
    let ids = book.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next());
    let families =
        ["NL-DEF-", "NL-PROV-", "NL-COV-", "NL-EXCL-", "NL-NOPAY-", "NL-OBL-", "NL-CLAIM-", "GEN-HARM-"];
    let mut known = 0;
    for id in ids.filter(|id| families.iter().any(|family| id.starts_with(family))) {
        known += 1;
        let decides_none = decides_none(id);
        match rows.get(id) {
            Some([no, yes]) if *no > 0 && *yes > 0 && !decides_none => {}
            None if decides_none => {}
            found => faults
                .push(format!("{id}: {found:?}, in the list of those that decide nothing: {decides_none}")),
        }
    }
    assert!(known > 80, "the rulebook has {known} of them");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether a clause or step of the product carries the rule.
fn is_written(product: &Product, rule: &str) -> bool {
    let steps = ["loss", "case_and_shield", "recovered", "limit", "own_share", "late_report_harm"];
    product.clauses().iter().any(|clause| clause.rule == rule)
        || steps.iter().filter_map(|id| product.amount(id)).any(|step| step.rule == rule)
}

/// Whether the rule had a hand in the decision: a clause of it applies or is not met, or a step of it changed the amount.
fn acts(decision: &Decision, rule: &str) -> bool {
    let item = &decision.items[0];
    let mut before = kernel::Money::ZERO;
    let mut changed = false;
    for step in &item.steps {
        changed |= step.rule == rule && step.result != before;
        before = step.result;
    }
    changed
        || item.remedy_rule.as_deref() == Some(rule)
        || item
            .considered
            .iter()
            .any(|clause| clause.rule == rule && matches!(clause.outcome, Outcome::Applies | Outcome::NotMet))
}

#[test]
fn facts_that_cannot_be() {
    for (plan, story, changes, expected) in [
        (
            "xandocare",
            DROP,
            "discovered_at = 2026-05-31T10:00:00Z",
            "the facts contradict each other: `damage_arose_at` and `discovered_at` (noticed_before_it_happened)",
        ),
        (
            "xandocare",
            DROP,
            "reported_at = 2026-06-01T09:59:59Z",
            "the facts contradict each other: `reported_at` and `discovered_at` (reported_before_it_was_noticed)",
        ),
        (
            "plus",
            crate::support::BURGLARY,
            "police_reported_at = 2026-06-01T09:00:00Z",
            "the facts contradict each other: `damage_arose_at` and `police_reported_at` (police_before_the_event)",
        ),
        ("platinum", DROP, "", "the product has no plan `platinum`"),
    ] {
        check(plan, story, changes, expected);
    }
}

#[test]
fn findings_are_for_authorised_people_and_nobody_is_asked_them() {
    use kernel::Role;
    let findings: Vec<_> = xandocare().facts().iter().filter(|fact| fact.finding).collect();
    for name in
        ["insufficient_care", "intent", "fraud", "harm_late_report", "robbery_shown", "late_claim_declined"]
    {
        assert!(findings.iter().any(|fact| fact.name == name), "{name} is a judgement");
    }
    for finding in findings {
        assert!(!finding.asked_of_customer(), "{}", finding.name);
        for role in [Role::Policyholder, Role::Anonymous, Role::Machine, Role::Repairer, Role::Partner] {
            assert!(!finding.may_be_stated_by(role), "{} by {role:?}", finding.name);
        }
        assert!(finding.may_be_stated_by(Role::Claims), "{}", finding.name);
    }
}
