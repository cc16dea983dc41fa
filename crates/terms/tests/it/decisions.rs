//! What a decision carries, that it replays, and what a computer may do with it.

use kernel::{Language, Money};
use terms::{Decision, Outcome, Verdict, decide};

use crate::support::{BURGLARY, DROP, case, clause, fact, load, mini, xandocare};

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
    assert!(item.presumed.iter().any(|fact| *fact == "intent"), "what nobody stated is named");
}

#[test]
fn an_article_is_read_in_each_language_and_kept_in_none() {
    let clause = xandocare().clause("from_vehicle").unwrap();
    let shown = [Language::Nl, Language::En, Language::Fr].map(|language| clause.article.get(language));
    assert_eq!(shown, ["Uitsluitingen 9", "Exclusions 9", "Exclusions 9"]);
    let decision = decide(xandocare(), &case("xandocare", DROP, "")).unwrap();
    let articles: Vec<&str> = decision.items[0].decided_by.iter().map(|c| c.article.as_str()).collect();
    assert_eq!(articles[0], "cover 1");

    // A wording without headings gives the reference itself.
    let mut files = crate::support::folder("xandocare/2021-1");
    let head = String::from_utf8(files["product.toml"].clone()).unwrap();
    let (before, after) = head.split_once("[heading.").unwrap();
    let after = &after[after.find("# Application and duration").unwrap()..];
    files.insert("product.toml".to_owned(), format!("{before}{after}").into_bytes());
    let bare = crate::support::load(&files);
    assert_eq!(bare.clause("from_vehicle").unwrap().article.get(Language::Fr), "exclusions 9");
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

/// Items with their repair costs and excesses in cents; a cost below zero was not stated, zero is not covered.
#[track_caller]
fn check_per_claim(items: &[(i64, i64)], expected: &str) {
    let money =
        fact("cost", "money", &[]).replace("who", "scope = \"item\"\nwho") + &fact("excess", "money", &[]);
    let mut files = mini(&money, &clause("grant", "g", "cost > EUR 0.00"), "");
    let cover = files.get_mut("cover.toml").unwrap();
    let text = String::from_utf8(cover.clone()).unwrap().replace("EUR 1.00", "cost");
    *cover = format!(
        "{text}[amount.own]\nis = \"less\"\nper = \"claim\"\nrule = \"BE-COV-06\"\nvalue = \"excess\"\n\
         text = {{ nl = \"a\", en = \"b\", fr = \"c\" }}\n"
    )
    .into_bytes();
    let product = load(&files);
    let mut many = case("xandocare", "", "");
    many.event = terms::Facts::new();
    let like = many.items.remove(0);
    for ((cost, excess), item) in items.iter().zip(1..) {
        let mut next = terms::CaseItem { item, excess: Money::from_cents(*excess), ..like.clone() };
        if *cost >= 0 {
            next.facts.set("cost", Money::from_cents(*cost));
        }
        many.items.push(next);
    }
    let decision = decide(&product, &many).unwrap();
    let shown = |item: &terms::ItemDecision| match (&item.verdict, item.waits_for) {
        (Verdict::Covered { amount, .. }, None) => amount.to_string(),
        (Verdict::NotCovered, None) => "no".to_owned(),
        (Verdict::NeedsFacts, None) => "open".to_owned(),
        (Verdict::NeedsFacts, Some(before)) => format!("after {before}"),
        other => panic!("{other:?}"),
    };
    assert_eq!(decision.items.iter().map(shown).collect::<Vec<_>>().join(", "), expected, "{items:?}");
}

#[test]
fn a_sum_per_claim_comes_off_once_amb_60() {
    check_per_claim(&[(10_000, 5_000), (20_000, 5_000)], "50.00, 200.00");
    check_per_claim(&[(3_000, 5_000), (20_000, 5_000)], "0.00, 180.00");
    check_per_claim(&[(0, 5_000), (20_000, 5_000), (100, 5_000)], "no, 150.00, 1.00");
    // Different sums: together the largest, in whichever order.
    check_per_claim(&[(10_000, 5_000), (20_000, 8_000)], "50.00, 170.00");
    check_per_claim(&[(10_000, 8_000), (20_000, 5_000)], "20.00, 200.00");
    // What an earlier item bears must be settled first; once all is borne nothing waits.
    check_per_claim(&[(-1, 5_000), (20_000, 5_000)], "open, after 1");
    check_per_claim(&[(-1, 5_000), (20_000, 0)], "open, 200.00");
    check_per_claim(&[(10_000, 5_000), (-1, 5_000), (20_000, 5_000)], "50.00, open, 200.00");
    check_per_claim(&[(20_000, 5_000), (-1, 5_000)], "150.00, open");
}

/// Each refusal names the facts and who stated them.
#[track_caller]
fn refused(case: &terms::Case, expected: &str) {
    let faults = decide(xandocare(), case).unwrap_err();
    assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "), expected);
}

#[test]
fn facts_that_contradict_each_other_are_named_with_their_source() {
    let mut twice = case("xandocare", DROP, "");
    twice.items[0].facts.set("repair_cost", Money::from_cents(1));
    refused(&twice, "`repair_cost` is stated twice with different values, by the event and by item 1");
    let mut schedule = case("xandocare", DROP, "");
    schedule.event.set("theft_covered", true);
    refused(
        &schedule,
        "`theft_covered` is stated twice with different values, by the event and by the schedule",
    );
    let mut own = case("xandocare", DROP, "");
    own.items[0].facts.set("purchase_value", Money::from_cents(1));
    own.items[0].facts.set("protect", true);
    refused(
        &own,
        "`protect` is stated twice with different values, by the schedule and by item 1; \
         `purchase_value` is stated twice with different values, by item 1 and by the schedule",
    );
    // One event: what an item says of it holds for all.
    let mut items = case("xandocare", DROP, "-holder");
    items.items.push(terms::CaseItem { item: 2, ..items.items[0].clone() });
    items.items[0].facts.set("holder", terms::Value::choice("insured_person"));
    items.items[1].facts.set("holder", terms::Value::choice("nobody"));
    refused(&items, "`holder` is stated twice with different values, by item 1 and by item 2");
    items.items[1].facts.set("holder", terms::Value::choice("insured_person"));
    assert!(decide(xandocare(), &items).is_ok());
}

#[test]
fn only_what_is_taken_off_can_be_per_claim() {
    let mut files = mini(&fact("broken", "bool", &[]), &clause("grant", "g", "broken"), "");
    let cover = files.get_mut("cover.toml").unwrap();
    *cover = String::from_utf8(cover.clone())
        .unwrap()
        .replace("is = \"start\"", "is = \"start\"\nper = \"claim\"")
        .into_bytes();
    let faults = terms::Product::load(&files).unwrap_err();
    assert!(faults.iter().any(|fault| fault.what.contains("per = \"claim\"")), "{faults:?}");
}
