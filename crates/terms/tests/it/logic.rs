//! Check and diff over all situations.

use std::collections::BTreeMap;

use proptest::prelude::*;
use terms::logic::{DifferenceKind, Finding, PlanDiff, check, diff, diff_plans};
use terms::{Case, Product, Verdict, decide};

use crate::support::{BURGLARY, DROP, case as story, clause, fact, folder, load, mini, xandocare};

type Files = BTreeMap<String, Vec<u8>>;

fn findings(files: &Files) -> Vec<Finding> {
    check(files).unwrap_or_else(|faults| panic!("{faults:?}")).1
}

/// What is found in a small product: its head is Xandocare's, with parameters of no use here.
fn small_findings(files: &Files) -> Vec<Finding> {
    let mut found = findings(files);
    found.retain(|finding| !finding.fault.what.starts_with("parameter"));
    found
}

/// The files with one text in place of another.
fn with(files: &Files, from: &str, to: &str) -> Files {
    let mut out = files.clone();
    let mut seen = 0;
    for bytes in out.values_mut() {
        let text = String::from_utf8(bytes.clone()).unwrap();
        seen += text.matches(from).count();
        *bytes = text.replacen(from, to, 1).into_bytes();
    }
    assert_eq!(seen, 1, "`{from}` stands once");
    out
}

/// Every example of a difference is decided again and must differ as it says.
fn examples_hold(a: &Product, b: &Product, found: &PlanDiff) {
    for difference in &found.differences {
        let Some(example) = &difference.example else { continue };
        let end = |product: &Product, case: &Case| {
            decide(product, case).map(|decision| (decision.items[0].verdict, decision.approvable_by_machine))
        };
        let (one, other) = (end(a, &example.a.case), end(b, &example.b.case));
        assert_ne!(one.clone().ok(), other.clone().ok(), "{difference:?}");
        assert_eq!(one.ok().map(|(verdict, _)| verdict), example.a.verdict);
        assert_eq!(other.ok().map(|(verdict, _)| verdict), example.b.verdict);
    }
}

fn lines(found: &PlanDiff) -> Vec<String> {
    let line = |difference: &terms::logic::Difference| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        format!(
            "{}: {} → {} by {}",
            difference.kind,
            text(&difference.from),
            text(&difference.to),
            difference.by.join(" + ")
        )
    };
    found.differences.iter().map(line).collect()
}

/// A product that is shipped has no finding, ever.
#[test]
fn shipped_products_have_no_findings() {
    for path in ["xandocare/2021-1", "electronics-be/2021-1"] {
        let found: Vec<String> = findings(&folder(path))
            .iter()
            .map(|finding| format!("{} {:?}", finding.fault, finding.example))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{path}");
    }
}

/// A small product without findings: dropped or not, how old, two dates.
fn sound(cover: &str, exclusions: &str) -> Files {
    let facts = [
        fact("what", "choice", &["dropped", "stolen", "lost"]),
        fact("careless", "bool", &[]),
        fact("cost", "money", &[]),
        fact("bought_on", "date", &[]),
        fact("broke_on", "date", &[]),
        "[check.order]\nmust = \"bought_on <= broke_on\"\ntext = { nl = \"a\", en = \"b\", fr = \"c\" }\n"
            .to_owned(),
    ]
    .concat();
    let grant = clause(
        "grant",
        "all",
        "what = dropped or (what = stolen and cost > EUR 10.00) or broke_on > bought_on + 24 months or careless",
    );
    mini(&facts, &format!("{grant}{cover}"), exclusions)
}

#[test]
fn each_fault_is_found_where_it_stands() {
    let exclusion = |name: &str, when: &str| clause("exclusion", name, when);
    let except =
        |name: &str, when: &str, unless: &str| format!("{}unless = \"{unless}\"\n", exclusion(name, when));
    let must = |when: &str, must: &str| format!("{}must = \"{must}\"\n", clause("condition", "c", when));
    let remedy =
        |when: &str| format!("[remedy.more]\nremedy = \"repair\"\nrule = \"NL-COV-01\"\nwhen = \"{when}\"\n");
    let route = |name: &str, to: &str, when: &str| format!("{}effect = \"{to}\"\n", exclusion(name, when));
    let table: Vec<(String, String, &str)> = vec![
        (
            String::new(),
            exclusion("x", "what = lost and what = stolen"),
            "`exclusion.x` can never apply: its `when` holds",
        ),
        (
            String::new(),
            exclusion("x", "cost < EUR 5.00 and cost > EUR 6.00"),
            "`exclusion.x` can never apply: its `when` holds",
        ),
        (
            String::new(),
            exclusion("x", "broke_on + 1 month < bought_on"),
            "`exclusion.x` can never apply: its `when` holds",
        ),
        (
            String::new(),
            except("x", "what = lost", "what in (lost, stolen)"),
            "its own exception always saves",
        ),
        (String::new(), except("x", "what = lost", "what = stolen"), "exception that can never matter"),
        (String::new(), exclusion("x", "careless or not careless"), "`exclusion.x` always applies"),
        (must("what = lost and what = stolen", "careless"), String::new(), "`condition.c` can never matter"),
        (must("what = lost", "what != dropped"), String::new(), "`condition.c` can never fail"),
        (must("what = lost", "what = dropped"), String::new(), "`condition.c` can never be met"),
        (remedy("what = stolen"), String::new(), "`remedy.pay` and `remedy.more` can both hold"),
        (remedy("what = lost and what = stolen"), String::new(), "`remedy.more` can never hold"),
        (
            String::new(),
            [route("m", "to-manufacturer", "careless"), route("s", "to-seller", "what = lost")].concat(),
            "to the maker and to the seller at once",
        ),
        (String::new(), exclusion("x", "what in (dropped, stolen, lost)"), "never covers anything"),
    ];
    assert_eq!(
        small_findings(&sound("", "")).iter().map(|f| f.fault.to_string()).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
    for (cover, exclusions, wanted) in table {
        let files = sound(&cover, &exclusions);
        let found = findings(&files);
        let hit = found.iter().find(|finding| finding.fault.what.contains(wanted));
        let hit = hit.unwrap_or_else(|| panic!("{wanted}: {found:?}"));
        assert!(hit.fault.line > 0 && hit.fault.column > 0 && !hit.fault.hint.is_empty(), "{hit:?}");
        if let Some(case) = &hit.example {
            let product = load(&files);
            let shown = decide(&product, case);
            let routes = |decision: &terms::Decision| {
                decision.items[0]
                    .considered
                    .iter()
                    .filter(|clause| clause.outcome == terms::Outcome::Applies)
                    .count()
            };
            assert!(shown.is_err() || shown.is_ok_and(|decision| routes(&decision) >= 2), "{hit:?}");
        }
    }
}

#[test]
fn a_contradiction_comes_with_a_case_that_shows_it() {
    let remedy = "[remedy.more]\nremedy = \"repair\"\nrule = \"NL-COV-01\"\nwhen = \"what = stolen\"\n";
    let files = sound(remedy, "");
    let found = findings(&files);
    let case = found.iter().find_map(|finding| finding.example.clone()).expect("an example");
    let fault = decide(&load(&files), &case).expect_err("both remedies hold");
    assert_eq!(fault[0].to_string(), "the facts contradict each other: `what` (pay and more)");
    assert_eq!(case.event.0.len(), 1, "only what matters: {case:?}");
}

#[test]
fn names_nobody_uses_are_found() {
    let files = sound("", "");
    let facts = String::from_utf8(files["facts.toml"].clone()).unwrap();
    let more = format!(
        "{facts}{}[definition.idle]\nvalue = \"careless\"\n[evidence.idle]\ntext = {{ nl = \"a\", en = \"b\", fr = \"c\" }}\n",
        fact("idle_fact", "bool", &[])
    );
    let mut files = files;
    files.insert("facts.toml".to_owned(), more.into_bytes());
    let found: Vec<String> =
        small_findings(&files).iter().map(|finding| finding.fault.what.clone()).collect();
    assert_eq!(
        found,
        [
            "fact `idle_fact` is never used",
            "definition `idle` is never used",
            "evidence `idle` is never used"
        ]
    );
}

#[test]
fn plus_differs_from_the_basic_plan_in_theft_only() {
    let found = diff_plans(xandocare(), "xandocare", xandocare(), "plus").expect("both plans");
    assert!(found.whole && !found.differences.is_empty(), "{found:?}");
    examples_hold(xandocare(), xandocare(), &found);
    for difference in &found.differences {
        assert_eq!(difference.by, ["grant.theft"], "{difference:?}");
        let example = difference.example.as_ref().expect("every difference here has an example");
        assert_eq!(example.facts.get("what_happened"), Some(&terms::Value::choice("stolen")), "{example:?}");
    }
    // Nothing but theft: with every theft excluded on both sides there is no difference left.
    let no_theft = "[exclusion.no_theft]\nrule = \"NL-EXCL-01\"\narticle = \"exclusions 1\"\nwhen = \"what_happened = stolen\"\ntext = { nl = \"a\", en = \"b\", fr = \"c\" }\n";
    let mut files = folder("xandocare/2021-1");
    files.get_mut("exclusions.toml").unwrap().extend(no_theft.bytes());
    let product = load(&files);
    let found = diff_plans(&product, "xandocare", &product, "plus").expect("both plans");
    let settled: Vec<String> = lines(&found).into_iter().filter(|line| !line.starts_with("asking")).collect();
    assert_eq!(settled, Vec::<String>::new());
}

#[test]
fn the_same_product_is_never_different() {
    for path in ["xandocare/2021-1", "electronics-be/2021-1"] {
        let product = load(&folder(path));
        assert!(diff(&product, &product.clone()).is_none(), "{path}");
    }
}

#[test]
fn one_word_in_an_exclusion_is_found_with_a_case() {
    let files = folder("xandocare/2021-1");
    let (a, b) =
        (load(&files), load(&with(&files, "when = \"holder = borrower\"", "when = \"holder = nobody\"")));
    let found = diff(&a, &b);
    assert!(!found.decides_the_same());
    let plan = &found.plans[0];
    examples_hold(&a, &b, plan);
    let verdicts: Vec<String> = lines(plan).into_iter().filter(|line| line.starts_with("verdict")).collect();
    assert!(
        verdicts.contains(&"verdict: not covered → covered: repair by exclusion.lent".to_owned()),
        "{verdicts:?}"
    );
    assert!(
        verdicts.contains(&"verdict: covered: repair → not covered by exclusion.lent".to_owned()),
        "{verdicts:?}"
    );
    assert!(
        plan.differences
            .iter()
            .all(|difference| difference.by == ["exclusion.lent"] && difference.example.is_some())
    );
}

#[test]
fn another_limit_is_another_amount() {
    let files = folder("xandocare/2021-1");
    let from = "value = \"purchase_value + accessories\"";
    let (a, b) = (
        load(&files),
        load(&with(&files, from, "value = \"min(purchase_value, EUR 500.00) + accessories\"")),
    );
    let found = diff(&a, &b);
    let plan = &found.plans[0];
    assert!(
        plan.differences.iter().all(|difference| difference.kind == DifferenceKind::Amount),
        "{:?}",
        lines(plan)
    );
    let with_case = plan.differences.iter().filter_map(|difference| difference.example.as_ref());
    assert!(with_case.clone().count() > 0, "{:?}", lines(plan));
    examples_hold(&a, &b, plan);
    for example in with_case {
        let amounts = (example.a.amount.expect("covered"), example.b.amount.expect("covered"));
        assert!(amounts.0 > amounts.1, "{example:?}");
    }
}

#[test]
fn another_term_is_found_to_the_moment_and_listed() {
    let files = folder("xandocare/2021-1");
    let (a, b) = (
        load(&files),
        load(&with(
            &files,
            "value = \"14 days\"\nrolls = true\nrule = \"NL-CLAIM-01\"",
            "value = \"15 days\"\nrolls = true\nrule = \"NL-CLAIM-01\"",
        )),
    );
    let found = diff(&a, &b);
    let change = found.changes.iter().find(|change| change.what == "parameter.claim_report").expect("listed");
    assert!(change.from.starts_with("14 days") && change.to.starts_with("15 days"), "{change:?}");
    assert!(!found.decides_the_same());
    examples_hold(&a, &b, &found.plans[0]);
}

#[test]
fn a_new_name_for_a_clause_decides_nothing() {
    let files = folder("xandocare/2021-1");
    let (a, b) = (load(&files), load(&with(&files, "[exclusion.lent]", "[exclusion.lent_out]")));
    let found = diff(&a, &b);
    assert!(found.decides_the_same(), "{:?}", found.plans.iter().map(lines).collect::<Vec<_>>());
    let names: Vec<&str> = found.changes.iter().map(|change| change.what.as_str()).collect();
    assert!(names.contains(&"exclusion.lent") && names.contains(&"exclusion.lent_out"), "{names:?}");
}

#[test]
fn steps_in_another_order_are_another_amount() {
    let step = |name: &str, is: &str, value: &str| {
        format!(
            "[amount.{name}]\nis = \"{is}\"\nrule = \"NL-COV-02\"\nvalue = \"{value}\"\ntext = {{ nl = \"a\", en = \"b\", fr = \"c\" }}\n"
        )
    };
    let (cap, off) = (step("cap", "at-most", "EUR 50.00"), step("off", "less", "EUR 20.00"));
    let plus = step("more", "plus", "cost");
    let a = load(&sound(&[plus.clone(), cap.clone(), off.clone()].concat(), ""));
    let b = load(&sound(&[plus, off, cap].concat(), ""));
    let found = diff(&a, &b);
    examples_hold(&a, &b, &found.plans[0]);
    let lines = lines(&found.plans[0]);
    assert_eq!(lines, ["amount: covered: payment → covered: payment by order of amount.cap and amount.off"]);
    assert!(found.plans[0].differences[0].example.is_some());
}

/// Far more clauses and conditions than any product has: an answer, or a plain word that it is too much.
#[test]
fn a_huge_product_is_answered_or_refused() {
    let mut exclusions = String::new();
    for ix in 0..300 {
        let parts: Vec<String> = (0..12)
            .map(|part| {
                format!(
                    "(cost > EUR {}.00 and broke_on + {} days < bought_on + {} months)",
                    ix * 7 + part,
                    part + 1,
                    ix % 9 + 1
                )
            })
            .collect();
        exclusions.push_str(&clause(
            "exclusion",
            &format!("x{ix}"),
            &format!("careless and ({})", parts.join(" or ")),
        ));
    }
    let files = sound("", &exclusions);
    let found = diff(
        &load(&files),
        &load(&with(&files, "what = stolen and cost > EUR 10.00", "what = stolen and cost > EUR 11.00")),
    );
    assert!(!found.decides_the_same());
}

/// Parts of conditions over the facts of [`sound`].
fn condition() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("what = dropped".to_owned()),
        Just("what in (stolen, lost)".to_owned()),
        Just("careless".to_owned()),
        Just("careless is known".to_owned()),
        (0_u32..4).prop_map(|n| format!("cost > EUR {n}0.00")),
        (0_u32..4).prop_map(|n| format!("cost + EUR 5.00 <= EUR {n}5.00")),
        (0_u32..3).prop_map(|n| format!("broke_on > bought_on + {n} months")),
        Just("broke_on = bought_on".to_owned()),
        Just("max(cost, EUR 20.00) * 0.5 >= EUR 12.00".to_owned()),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|a| format!("not ({a})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) and ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) or ({b})")),
            (inner.clone(), inner.clone(), inner).prop_map(|(a, b, c)| format!("if {a} then {b} else {c}")),
        ]
    })
}

/// A product of three clauses and a step.
fn small() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(condition(), 5)
}

fn built(parts: &[String]) -> Product {
    let step = format!(
        "[amount.more]\nis = \"plus\"\nrule = \"NL-COV-02\"\nwhen = \"{}\"\nvalue = \"if {} then cost else EUR 7.00\"\ntext = {{ nl = \"a\", en = \"b\", fr = \"c\" }}\n",
        parts[3], parts[4]
    );
    let exclusions = format!(
        "{}{}effect = \"to-seller\"\n",
        clause("exclusion", "x", &parts[0]),
        clause("exclusion", "y", &parts[1])
    );
    load(&sound(
        &format!("{}must = \"{}\"\n{step}", clause("condition", "c", "what != lost"), parts[2]),
        &exclusions,
    ))
}

fn sampled() -> impl Strategy<Value = Vec<Option<u32>>> {
    prop::collection::vec(prop::option::weighted(0.8, 0_u32..8), 5)
}

fn sample(product: &Product, values: &[Option<u32>]) -> Case {
    let mut case = story("xandocare", "", "-cover_at_event; -reported_after_end; -reported_at");
    let texts = [
        ["dropped", "stolen", "lost", "dropped", "stolen", "lost", "lost", "dropped"],
        ["yes", "no", "yes", "no", "yes", "no", "yes", "no"],
        ["0", "10.00", "10.01", "20.00", "24.00", "30.00", "31.00", "500.00"],
        [
            "2024-01-31",
            "2024-02-29",
            "2024-03-01",
            "2025-01-31",
            "2024-01-31",
            "2024-01-30",
            "2024-01-31",
            "2024-02-01",
        ],
        [
            "2024-01-31",
            "2024-02-29",
            "2024-03-01",
            "2024-03-30",
            "2024-03-31",
            "2024-04-01",
            "2026-02-01",
            "2026-01-31",
        ],
    ];
    for ((name, texts), value) in
        ["what", "careless", "cost", "bought_on", "broke_on"].iter().zip(texts).zip(values)
    {
        if let Some(value) = value {
            case.event.set(name, product.parse_value(name, texts[*value as usize]).unwrap());
        }
    }
    case
}

/// The verdict, with *needs facts* and *needs person* as one: who is to answer is not part of the comparison.
fn end(product: &Product, case: &Case) -> Result<Option<Verdict>, ()> {
    match decide(product, case) {
        Ok(decision) => Ok(Some(decision.items[0].verdict)
            .filter(|verdict| !matches!(verdict, Verdict::NeedsFacts | Verdict::NeedsPerson))),
        Err(_) => Err(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// Complete: what differs in a sampled case is reported. Sound: every example differs.
    #[test]
    fn diff_misses_nothing_and_invents_nothing(
        parts in small(),
        at in 0_usize..5,
        other in condition(),
        samples in prop::collection::vec(sampled(), 40),
    ) {
        let mut changed = parts.clone();
        changed[at] = other;
        let (a, b) = (built(&parts), built(&changed));
        let found = diff(&a, &b);
        for plan in &found.plans {
            examples_hold(&a, &b, plan);
            for difference in &plan.differences {
                prop_assert!(difference.example.is_some() || difference.kind == DifferenceKind::Amount, "{:?}", difference);
            }
        }
        for values in samples {
            let case = sample(&a, &values);
            let (one, two) = (end(&a, &case), end(&b, &case));
            if one != two {
                prop_assert!(!found.decides_the_same(), "{:?} against {:?} for {:?}", one, two, case);
            }
        }
    }
}

#[test]
fn both_stories_of_the_tests_are_told_apart_by_plan() {
    let found = diff_plans(xandocare(), "xandocare", xandocare(), "plus").expect("both plans");
    let differs = |text: &str| {
        end(xandocare(), &story("xandocare", text, "")) != end(xandocare(), &story("plus", text, ""))
    };
    assert!(differs(BURGLARY) && !differs(DROP) && !found.differences.is_empty());
}
