//! Which questions the Belgian conditions ask, and where they part from the Dutch.

use terms::{Answerer, Case, Facts, decide};

use super::{DEFECT, DROP, case};
use crate::support::{self, electronics_be, line, xandocare};

/// What Harmony knows before anybody is asked.
const ENGINE: [&str; 3] = ["cover_at_event", "cover_at_discovery", "reported_at"];

/// Answers the first question the customer can answer from the story until none is left; returns the questions.
fn interview(plan: &str, story: &str, changes: &str) -> (Vec<String>, String) {
    let full = case(plan, story, changes);
    let mut known: Facts =
        ENGINE.iter().filter_map(|name| Some((*name, full.event.get(name)?.clone()))).collect();
    let mut asked = Vec::new();
    loop {
        let so_far = Case { event: known.clone(), ..full.clone() };
        let decision = decide(electronics_be(), &so_far).unwrap();
        let mut open = decision.items[0].missing.iter();
        let next = open.find(|need| need.who.contains(&Answerer::Customer) && !need.finding);
        let Some(next) = next else { return (asked, line(&decision)) };
        assert!(asked.len() < 40, "the questions do not end");
        let answer = full.event.get(&next.fact).unwrap_or_else(|| panic!("no answer to {}", next.fact));
        known.set(&next.fact, answer.clone());
        asked.push(next.fact.to_string());
    }
}

#[test]
fn a_clean_drop_takes_six() {
    let (asked, rest) = interview("complete", DROP, "");
    assert_eq!(
        asked,
        [
            "what_happened",
            "discovered_at",
            "affects_function",
            "holder",
            "circumstances",
            "recovered_elsewhere"
        ]
    );
    assert_eq!(rest, "facts repairable", "cover is settled, the repairer is next");
    // When it arose matters for the 36 months only.
    let (asked, _) = interview("complete", DROP, "frequency = one-off; started_on = 2024-02-10");
    assert_eq!(asked[1], "damage_arose_at");
    assert_eq!(asked.len(), 7);
}

#[test]
fn a_defect_after_the_warranty_is_not_asked_about_it() {
    let (asked, _) = interview("complete", DEFECT, "");
    assert!(!asked.contains(&"warranty_refused_for_repair".to_owned()), "{asked:?}");
    let (asked, answer) = interview("complete", DEFECT, "purchased_on = 2025-06-01");
    assert_eq!(asked, ["what_happened", "discovered_at", "warranty_refused_for_repair"]);
    assert_eq!(answer, "routed seller BE-NOPAY-05");
}

#[test]
fn a_no_is_no_reason_to_ask_on() {
    let (asked, answer) = interview("complete", DROP, "what_happened = stolen");
    assert_eq!(
        (asked.as_slice(), answer.as_str()),
        (&["what_happened".to_owned()][..], "not covered BE-COV-04 BE-CLAIM-07")
    );
    let (asked, answer) = interview("defect", DROP, "");
    assert_eq!((asked.len(), answer.as_str()), (1, "not covered BE-COV-01"));
    let (asked, answer) = interview("complete", DROP, "holder = borrower");
    assert_eq!(asked.last().map(String::as_str), Some("holder"));
    assert_eq!(answer, "not covered BE-EXCL-18");
}

#[test]
fn being_alone_asks_where_only_for_what_somebody_broke() {
    let (asked, _) = interview("complete", DROP, "holder = nobody; kept_locked = yes");
    assert!(asked.contains(&"kept_locked".to_owned()));
    assert!(!asked.contains(&"left_where".to_owned()), "{asked:?}");
    let (asked, _) = interview(
        "complete",
        DROP,
        "what_happened = vandalised; holder = nobody; kept_locked = yes; left_where = home; left_alone_from = 2026-05-20",
    );
    assert!(asked.contains(&"left_alone_from".to_owned()), "{asked:?}");
}

#[test]
fn the_desk_is_asked_cheapest_first() {
    let missing = |changes: &str| {
        let decision = decide(electronics_be(), &case("complete", DROP, changes)).unwrap();
        decision.items[0].missing.iter().map(|need| need.fact.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(missing("-repairable; -repair_cost; -affects_function"), ["affects_function", "repairable"]);
    assert_eq!(missing("repairable = no; -repair_cost"), ["equivalent_found"]);
    assert_eq!(
        missing("repairable = no; -repair_cost; equivalent_found = no"),
        ["current_value", "handing_over"]
    );
}

/// The same loss under both conditions, side by side.
#[test]
fn where_the_countries_part() {
    let both = |changes_nl: &str, changes_be: &str| {
        let dutch = decide(xandocare(), &support::case("plus", support::DROP, changes_nl)).unwrap();
        let belgian = decide(electronics_be(), &case("complete", DROP, changes_be)).unwrap();
        (line(&dutch), line(&belgian))
    };
    let check = |changes_nl: &str, changes_be: &str, nl: &str, be: &str| {
        assert_eq!(
            both(changes_nl, changes_be),
            (nl.to_owned(), be.to_owned()),
            "{changes_nl} | {changes_be}"
        );
    };
    // The time test: arising in cover there, showing itself in cover here (AMB-64).
    check("cover_at_event = off", "cover_at_event = off", "not covered NL-PROV-08", "covered repair 130.00");
    check("", "cover_at_discovery = off", "covered repair 130.00", "not covered BE-TERM-02");
    // Damage from before: a cost not paid there, no clause here.
    check("damaged_before = yes", "cover_at_event = off", "not covered NL-NOPAY-03", "covered repair 130.00");
    // Reported after the end: a person looks there; here only the term to report counts.
    check("reported_after_end = yes", "", "person late_claim_declined", "covered repair 130.00");
    // Theft: a flag there, no cover here.
    check(
        "what_happened = stolen; theft_how = taken",
        "what_happened = stolen",
        "not covered NL-COV-01 NL-COV-10 NL-EXCL-23",
        "not covered BE-COV-04 BE-CLAIM-07",
    );
    // Carelessness: a finding there, a listed situation and a finding here (AMB-45).
    check("insufficient_care = yes", "gross_fault = yes", "not covered NL-EXCL-15", "covered repair 130.00");
    // A smartwatch: never there, as anything else here (AMB-46).
    check("device = smartwatch", "device = smartwatch", "not covered NL-NOPAY-08", "covered repair 130.00");
    // Beyond repair: the price of an equivalent device there, one such device here, and only then current value.
    check(
        "repairable = no; equivalent_price = 650.00",
        "repairable = no; equivalent_found = yes; equivalent_price = 650.00",
        "covered payment 600.00",
        "covered replacement 600.00",
    );
    check(
        "repairable = no; equivalent_price = 650.00",
        "repairable = no; equivalent_found = no; current_value = 400.00; handing_over = handed_over",
        "covered payment 600.00",
        "covered payment 350.00",
    );
    // Uneconomic is not impossible: above the equivalent device there, above the insured value here (AMB-23).
    check("repair_cost = 600.01", "repair_cost = 600.01", "covered payment 550.00", "covered repair 550.01");
    // Looks only: an exclusion there, a cost not paid here (AMB-47).
    check(
        "affects_function = no",
        "affects_function = no",
        "not covered NL-EXCL-02",
        "not covered BE-NOPAY-04",
    );
}

#[test]
fn what_differs_is_said_in_the_questions() {
    // BE-EXCL-05: medicines are no reason here.
    let question = |product: &terms::Product| product.fact("under_influence").unwrap().question.en.clone();
    assert!(question(xandocare()).contains("medicines") && !question(electronics_be()).contains("medicines"));
    // BE-EXCL-01: an authority, not just anybody.
    let values = &electronics_be().fact("circumstances").unwrap().values;
    assert!(values.iter().any(|value| value.name == "seized_by_authority"));
    // ACT-03: a family relationship, and permanent staff.
    let holder = &electronics_be().fact("holder").unwrap().values[0].text;
    assert!(holder.en.contains("family") && holder.en.contains("permanently"));
}
