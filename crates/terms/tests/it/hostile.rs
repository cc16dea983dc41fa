//! Whatever the bytes are: a product or faults with a place, never a panic.

use std::collections::BTreeMap;

use proptest::prelude::*;
use terms::{Facts, Product, Value, Verdict, decide};

use crate::support::{DROP, case, clause, fact, folder, mini, xandocare};

/// Faults lie inside their files.
fn survives(files: &BTreeMap<String, Vec<u8>>) {
    if let Err(faults) = Product::load(files) {
        assert!(!faults.is_empty());
        for fault in faults {
            let lines = files.get(&fault.file).map_or(0, |bytes| bytes.split(|byte| *byte == b'\n').count());
            assert!(fault.line as usize <= lines.max(1), "{fault}");
        }
    }
}

#[test]
fn depth_and_size() {
    let deep = |text: String| survives(&mini(&fact("broken", "bool", &[]), &clause("grant", "g", &text), ""));
    deep(format!("{}broken{}", "(".repeat(900), ")".repeat(900)));
    deep(format!("{}broken", "not ".repeat(450)));
    deep("broken and ".repeat(170) + "broken");
    deep("if broken then ".repeat(120));
    deep("1".repeat(1_900));
    deep("min(".repeat(400));
    deep("broken".repeat(100_000));
    for text in [
        "[".repeat(20_000),
        "a = ".to_owned() + &"[".repeat(20_000),
        "a = ".to_owned() + &"{a=".repeat(20_000),
    ] {
        for name in terms::FILES {
            let mut files = folder("xandocare/2021-1");
            files.insert(name.to_owned(), text.clone().into_bytes());
            survives(&files);
        }
    }
    // A chain of definitions, each twice in the next: no doubling of work, and a limit on its length.
    let mut facts = fact("broken", "bool", &[]) + "[definition.d0]\nvalue = \"broken\"\n";
    for ix in 1..15 {
        facts += &format!("[definition.d{ix}]\nvalue = \"d{0} or not d{0}\"\n", ix - 1);
    }
    let files = mini(&facts, &clause("grant", "g", "d14"), "");
    let product = Product::load(&files).unwrap();
    let decision = decide(&product, &case("xandocare", "", "")).map(|_| ());
    assert!(decision.is_err(), "the small product knows nothing of cover_at_event");
    for ix in 15..100 {
        facts += &format!("[definition.d{ix}]\nvalue = \"d{0} or not d{0}\"\n", ix - 1);
    }
    survives(&mini(&facts, &clause("grant", "g", "d99"), ""));
}

#[test]
fn facts_that_do_not_fit_are_refused_and_never_decided() {
    let product = xandocare();
    let sound = case("xandocare", DROP, "");
    for (name, value) in [
        ("no_such_fact", Value::Bool(true)),
        ("what_happened", Value::Bool(true)),
        ("what_happened", Value::choice("exploded")),
        ("circumstances", Value::set(["riot", "party"])),
        ("recovered_elsewhere", Value::Money(kernel::Money::from_cents(-1))),
        ("recovered_elsewhere", Value::Money(kernel::Money::from_cents(i64::MAX))),
        ("left_alone_from", Value::Date("0001-01-01".parse().unwrap())),
        ("damage_arose_at", Value::Instant("2026-06-01T10:00:00.0000001Z".parse().unwrap())),
        ("purchase_value", Value::Money(kernel::Money::from_cents(1))),
        ("theft_covered", Value::Bool(true)),
    ] {
        let mut case = sound.clone();
        case.event.set(name, value.clone());
        assert!(decide(product, &case).is_err(), "{name} = {value:?}");
    }
    let mut empty = sound.clone();
    empty.items.clear();
    assert!(decide(product, &empty).is_err());
    let mut many = sound.clone();
    many.items = vec![sound.items[0].clone(); terms::limits::ITEMS + 1];
    assert!(decide(product, &many).is_err());
}

/// Any value of a fact, right or wrong.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::Bool),
        "[a-z_]{0,12}".prop_map(Value::Choice),
        any::<i64>().prop_map(|cents| Value::Money(kernel::Money::from_cents(cents))),
        any::<i64>().prop_map(|number| Value::Number(number.into())),
        (0..4_000_000_000_i64)
            .prop_map(|second| Value::Instant(kernel::Instant::from_second(second).unwrap())),
        (0..40_000_i64).prop_map(|days| Value::Date(kernel::add_days("1980-01-01".parse().unwrap(), days))),
    ]
}

/// Facts of Xandocare with values that fit them, some stated and some not.
fn fitting() -> impl Strategy<Value = Vec<(String, Value)>> {
    let facts = xandocare().facts().iter().filter(|spec| {
        !spec.who.contains(&terms::Answerer::Schedule)
            && !spec.is_presumed()
            && spec.name != "warranty_reviewed_ends_on"
    });
    let picks: Vec<BoxedStrategy<Option<(String, Value)>>> = facts
        .map(|spec| {
            let name = spec.name.clone();
            let names: Vec<String> = spec.values.iter().map(|value| value.name.clone()).collect();
            let value = match spec.kind {
                terms::Kind::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
                terms::Kind::Choice => proptest::sample::select(names).prop_map(Value::Choice).boxed(),
                terms::Kind::Set => proptest::sample::subsequence(names, 0..2)
                    .prop_map(|names| Value::Set(names.into_iter().collect()))
                    .boxed(),
                terms::Kind::Money => {
                    (0..100_000_i64).prop_map(|c| Value::Money(kernel::Money::from_cents(c))).boxed()
                }
                terms::Kind::Date => (0..90_i64)
                    .prop_map(|d| Value::Date(kernel::add_days("2026-04-01".parse().unwrap(), d)))
                    .boxed(),
                _ => (0..30_i64)
                    .prop_map(|d| {
                        Value::Instant(kernel::Instant::from_second(1_780_000_000 + d * 86_400).unwrap())
                    })
                    .boxed(),
            };
            proptest::option::weighted(0.7, value.prop_map(move |value| (name.clone(), value))).boxed()
        })
        .collect();
    picks.prop_map(|picks| picks.into_iter().flatten().collect())
}

proptest! {
    // Each of these reads a folder, which is slow without optimisation.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_expression(text in "[a-z0-9_ ().,+*=<>!-]{0,80}") {
        survives(&mini(&fact("broken", "bool", &[]), &clause("grant", "g", &text), ""));
    }

    #[test]
    fn any_unicode_expression(text in "\\PC{0,60}") {
        survives(&mini(&fact("broken", "bool", &[]), &clause("grant", "g", &text.replace(['"', '\\'], "")), ""));
    }

    #[test]
    fn any_damage(file in 0..6_usize, at in 0..1_000_usize, cut in 0..40_usize, put in "\\PC{0,12}") {
        let mut files = folder("xandocare/2021-1");
        let bytes = files.get_mut(terms::FILES[file]).unwrap();
        let from = bytes.len() * at / 1_000;
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, put.bytes());
        survives(&files);
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_fact(name in 0..60_usize, value in value()) {
        let facts = xandocare().facts();
        let mut case = case("plus", DROP, "");
        case.event.set(&facts[name % facts.len()].name, value);
        let _ = decide(xandocare(), &case);
    }

    /// What is decided stays decided when more is stated; amounts stay within limit and below zero never.
    #[test]
    fn learning_more_never_changes_an_answer(all in fitting(), keep in proptest::collection::vec(any::<bool>(), 80), plan in 0..3_usize) {
        let plan = ["xandocare", "plus", "plus-protect"][plan];
        let mut some = case(plan, "", "");
        some.event = Facts::new();
        let mut more = some.clone();
        for (ix, (name, value)) in all.iter().enumerate() {
            more.event.set(name, value.clone());
            if keep[ix % keep.len()] {
                some.event.set(name, value.clone());
            }
        }
        // What nobody knows yet may turn out to contradict itself; that is an answer of its own.
        let (Ok(early), Ok(late)) = (decide(xandocare(), &some), decide(xandocare(), &more)) else { return Ok(()) };
        for (case, decision) in [(&some, &early), (&more, &late)] {
            let verdicts = xandocare().bind(case).unwrap().verdicts().unwrap();
            let reasoned: Vec<Verdict> = decision.items.iter().map(|item| item.verdict).collect();
            prop_assert_eq!(verdicts.items, reasoned);
            prop_assert_eq!(verdicts.total, decision.total);
            prop_assert_eq!(verdicts.approvable_by_machine, decision.approvable_by_machine);
        }
        let (early, late) = (&early.items[0], &late.items[0]);
        match &early.verdict {
            Verdict::NeedsFacts | Verdict::NeedsPerson => prop_assert!(!early.missing.is_empty()),
            decided => prop_assert_eq!(decided, &late.verdict),
        }
        if let Verdict::Covered { amount, .. } = late.verdict {
            let accessories = match more.event.get("accessories_value") {
                Some(Value::Money(money)) => *money,
                _ => kernel::Money::ZERO,
            };
            prop_assert!(!amount.is_negative());
            prop_assert!(amount <= more.items[0].purchase_value + accessories);
            prop_assert!(!late.steps.is_empty());
        }
    }
}
