//! Which questions are asked, in which order, and when they stop.

use terms::{Answerer, Case, Facts, Stage, Truth, Verdict, decide};

use crate::support::{BURGLARY, DEFECT, DROP, ROBBERY, case, line, xandocare};

/// Answers the first question the customer can answer from `truth` until none is left; returns the questions.
fn interview(plan: &str, story: &str, changes: &str) -> (Vec<String>, String) {
    let product = xandocare();
    let full = case(plan, story, changes);
    let engine = ["cover_at_event", "reported_after_end", "reported_at"];
    let mut known = Facts::new();
    for name in engine {
        known.set(name, full.event.get(name).unwrap().clone());
    }
    let mut asked = Vec::new();
    loop {
        let so_far = Case { event: known.clone(), ..full.clone() };
        let decision = decide(product, &so_far).unwrap();
        let next = decision.items[0]
            .missing
            .iter()
            .find(|need| need.who.contains(&Answerer::Customer) && !need.finding);
        let Some(next) = next else { return (asked, line(&decision)) };
        assert!(asked.len() < 40, "the questions do not end");
        let answer =
            full.event.get(&next.fact).unwrap_or_else(|| panic!("the story does not answer {}", next.fact));
        known.set(&next.fact, answer.clone());
        asked.push(next.fact.to_string());
    }
}

#[test]
fn a_clean_drop_takes_seven() {
    // The moment it happened comes with the report: without it nobody knows whether there was cover.
    let (asked, rest) = interview("xandocare", DROP, "");
    assert_eq!(
        asked,
        [
            "what_happened",
            "discovered_at",
            "affects_function",
            "holder",
            "circumstances",
            "damaged_before",
            "recovered_elsewhere"
        ]
    );
    assert_eq!(rest, "facts repairable", "cover is settled, the repairer is next");
}

#[test]
fn a_no_is_no_reason_to_ask_on() {
    // Theft is not insured: what happened is enough.
    let (asked, answer) = interview("xandocare", ROBBERY, "");
    assert_eq!(asked, ["what_happened"]);
    assert_eq!(answer, "not covered NL-COV-01 NL-COV-10");
    // Lent out: nothing after that.
    let (asked, answer) = interview("xandocare", DROP, "holder = borrower");
    assert_eq!(asked.last().unwrap(), "holder");
    assert_eq!(answer, "not covered NL-EXCL-21");
}

#[test]
fn plus_protect_asks_for_the_case_and_a_theft_for_the_police() {
    let (asked, _) = interview("plus-protect", DROP, "case_and_shield_in_use = yes");
    assert!(asked.contains(&"case_and_shield_in_use".to_owned()));
    // The duties of the first 24 hours, and nothing about damage (NL-CLAIM-02).
    let (asked, rest) = interview("plus", ROBBERY, "");
    assert_eq!(
        asked,
        [
            "what_happened",
            "discovered_at",
            "holder",
            "circumstances",
            "recovered_elsewhere",
            "theft_how",
            "offender_described",
            "moment_known",
            "police_told",
            "police_reported_at",
            "remote_block",
            "sim_block",
            "tracking"
        ]
    );
    assert_eq!(rest, "facts police_report_seen equivalent_price");
    // Who never went to the police is not asked when, nor for a report.
    let (asked, rest) = interview("plus", ROBBERY, "police_told = no");
    assert!(!asked.contains(&"police_reported_at".to_owned()), "{asked:?}");
    assert_eq!(rest, "facts equivalent_price harm_theft_steps");
}

#[test]
fn a_defect_is_asked_about_the_warranty_only_while_it_runs() {
    let (asked, rest) = interview("xandocare", DEFECT, "");
    assert!(!asked.contains(&"warranty_refused_for_repair".to_owned()), "{asked:?}");
    assert_eq!(rest, "facts repairable");
    let (asked, rest) = interview("xandocare", DEFECT, "purchased_on = 2025-06-01");
    assert_eq!(asked.last().unwrap(), "warranty_refused_for_repair");
    assert_eq!(rest, "routed seller NL-EXCL-03", "and that settles it");
}

#[test]
fn the_order_of_questions_is_the_order_of_cost() {
    for (plan, story) in [("xandocare", DROP), ("plus", BURGLARY), ("plus-protect", ROBBERY)] {
        let mut nothing = case(plan, story, "");
        nothing.event = Facts::new();
        let asked = |case: &Case| -> Vec<String> {
            let decision = decide(xandocare(), case).unwrap();
            decision.items[0].missing.iter().map(|need| need.fact.to_string()).collect()
        };
        let first = asked(&nothing);
        assert_eq!(first, asked(&nothing));
        let costs: Vec<u16> = first.iter().map(|name| xandocare().fact(name).unwrap().cost).collect();
        assert!(costs.is_sorted(), "{plan}: {first:?}");
        assert!(!first.iter().any(|name| xandocare().fact(name).unwrap().finding), "{first:?}");
    }
}

#[test]
fn missing_facts_know_their_stage_answerer_and_evidence() {
    let decision = decide(xandocare(), &case("xandocare", DROP, "-affects_function; -repair_cost")).unwrap();
    let item = &decision.items[0];
    assert_eq!((item.cover, &item.verdict), (Truth::Unknown, &Verdict::NeedsFacts));
    let function = &item.missing[0];
    assert_eq!((function.fact.as_str(), function.stage), ("affects_function", Stage::Cover));
    assert_eq!(function.evidence, ["photo_damage"]);
    let cost = &item.missing[1];
    assert_eq!((cost.fact.as_str(), cost.stage), ("repair_cost", Stage::Amount));
    assert_eq!(cost.who, [Answerer::Repairer, Answerer::Desk]);
}

#[test]
fn the_standard_list_of_evidence_follows_the_loss() {
    let evidence = |plan, story, changes| {
        decide(xandocare(), &case(plan, story, changes)).unwrap().items[0].evidence.clone()
    };
    assert_eq!(evidence("xandocare", DROP, ""), ["photo_damage"]);
    assert_eq!(evidence("plus", ROBBERY, ""), ["police_report", "own_statement"]);
    assert_eq!(
        evidence("xandocare", DROP, "proof_of_purchase_given = no"),
        ["photo_damage", "proof_of_purchase"]
    );
}
