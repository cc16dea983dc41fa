//! What a decision carries, that it replays, and what a computer may do with it.

use kernel::{Language, Money};
use terms::{Decision, Outcome, Verdict, decide};

use crate::support::{BURGLARY, DROP, case, xandocare};

#[test]
fn it_replays_byte_for_byte_and_reads_back() {
    for (plan, story) in [("xandocare", DROP), ("plus", BURGLARY), ("plus-protect", DROP)] {
        let case = case(plan, story, "");
        let decision = decide(xandocare(), &case).unwrap();
        let bytes = serde_json::to_vec(&decision).unwrap();
        assert_eq!(bytes, serde_json::to_vec(&decide(xandocare(), &case).unwrap()).unwrap());
        assert_eq!(serde_json::from_slice::<Decision>(&bytes).unwrap(), decision);
        let again: terms::Case = serde_json::from_slice(&serde_json::to_vec(&case).unwrap()).unwrap();
        assert_eq!(again, case);
    }
}

#[test]
fn the_arithmetic_shows_every_step() {
    let changes = "repairable = no; equivalent_price = 900.00; recovered_elsewhere = 50.00";
    let decision = decide(xandocare(), &case("xandocare", DROP, changes)).unwrap();
    let steps: Vec<String> = decision.items[0]
        .steps
        .iter()
        .map(|step| format!("{} {} {} -> {} ({})", step.step, step.kind, step.amount, step.result, step.rule))
        .collect();
    assert_eq!(
        steps,
        [
            "loss start 900.00 -> 900.00 (NL-CLAIM-10)",
            "recovered less 50.00 -> 850.00 (NL-NOPAY-02)",
            "limit at-most 800.00 -> 800.00 (NL-COV-02)",
            "own_share less 50.00 -> 750.00 (NL-NOPAY-01)",
        ]
    );
    assert_eq!(decision.items[0].remedy_rule.as_deref(), Some("NL-COV-02"));
}

#[test]
fn every_clause_is_considered_and_has_its_text_in_three_languages() {
    let decision = decide(xandocare(), &case("xandocare", DROP, "")).unwrap();
    let item = &decision.items[0];
    assert_eq!(item.considered.len(), xandocare().clauses().len());
    assert!(item.considered.iter().all(|clause| clause.outcome != Outcome::Unknown));
    for clause in &item.considered {
        let text = &xandocare().clause(&clause.clause).unwrap().text;
        for language in [Language::Nl, Language::En, Language::Fr] {
            assert!(text.get(language).len() > 20, "{}", clause.clause);
        }
    }
    assert!(item.presumed.contains(&"intent".to_owned()), "what nobody stated is named");
}

#[test]
fn an_exception_that_saves_is_named() {
    let decision = decide(xandocare(), &case("plus", BURGLARY, "")).unwrap();
    let saved: Vec<&str> = decision.items[0]
        .decided_by
        .iter()
        .filter(|clause| clause.outcome == Outcome::Excepted)
        .map(|clause| clause.rule.as_str())
        .collect();
    assert_eq!(saved, ["NL-EXCL-13", "NL-EXCL-17"]);
}

#[test]
fn a_computer_approves_small_simple_payments_and_never_refuses() {
    let may = |plan, story, changes| {
        decide(xandocare(), &case(plan, story, changes)).unwrap().approvable_by_machine
    };
    assert!(may("xandocare", DROP, ""));
    assert!(may("xandocare", DROP, "repair_cost = 300.00"), "250.00 is the limit itself");
    assert!(!may("xandocare", DROP, "repair_cost = 300.01"));
    assert!(!may("plus", BURGLARY, "equivalent_price = 200.00"), "theft is for a person");
    assert!(!may("xandocare", DROP, "holder = borrower"), "a refusal is a proposal");
    assert!(!may("xandocare", DROP, "-holder"));
}

#[test]
fn two_items_in_one_event_each_with_limit_and_excess_amb_60() {
    let mut two = case("xandocare", DROP, "-affects_function; -repair_cost");
    let with = |case: &terms::Case, number: u32, function: bool, cost: i64| {
        let mut item = case.items[0].clone();
        item.item = number;
        item.facts.set("affects_function", function);
        item.facts.set("repair_cost", Money::from_cents(cost));
        item
    };
    two.items = vec![with(&two, 1, true, 10_000), with(&two, 2, true, 20_000), with(&two, 3, false, 20_000)];
    let decision = decide(xandocare(), &two).unwrap();
    let amounts: Vec<i64> = decision
        .items
        .iter()
        .map(|item| match item.verdict {
            Verdict::Covered { amount, .. } => amount.cents(),
            _ => -1,
        })
        .collect();
    assert_eq!(amounts, [5_000, 15_000, -1]);
    assert_eq!(decision.total, Some(Money::from_cents(20_000)));
    assert!(!decision.approvable_by_machine);
}

#[test]
fn a_schedule_can_say_otherwise_than_its_plan_amb_01() {
    let mut case = case("xandocare", BURGLARY, "");
    case.schedule.flags.insert("theft_covered".to_owned(), true);
    let decision = decide(xandocare(), &case).unwrap();
    assert!(matches!(decision.items[0].verdict, Verdict::Covered { .. }));
    case.schedule.flags.insert("thief_covered".to_owned(), true);
    assert!(decide(xandocare(), &case).is_err());
}
