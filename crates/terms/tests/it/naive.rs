//! A second evaluator, written as plainly as can be, agrees with the real one on random expressions and facts.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Country, Date, Decimal, DeviceKind, Instant, Money, Roll, Term};
use proptest::prelude::*;
use proptest::strategy::Union;
use terms::{Case, CaseItem, Facts, Outcome, Schedule, Value, decide};

use crate::support::{clause, fact, load, mini};

/// A truth: facts `b0` to `b3`, choice `c` of `red green blue`, set `s` of the same with an `s`, and comparisons.
#[derive(Debug, Clone)]
enum Bool {
    Constant(bool),
    Fact(usize),
    Not(Box<Bool>),
    And(Vec<Bool>),
    Or(Vec<Bool>),
    If(Box<Bool>, Box<Bool>, Box<Bool>),
    Number(&'static str, Number, Number),
    Is(usize),
    In(Vec<usize>),
    Has(usize),
    Known(usize),
    /// `d0 <cmp> d1 + n days`
    Date(&'static str, u32),
    Money(&'static str, u32),
    /// `date(i0) <cmp> d0`
    DayOf(&'static str),
    /// `i1 <cmp> deadline(i0, term)`
    Late(&'static str, Term),
    /// `deadline(d0, term) <cmp> i1`
    After(&'static str, Term),
}

/// A number: facts `n0` to `n2`.
#[derive(Debug, Clone)]
enum Number {
    Constant(u32),
    Fact(usize),
    Plus(Box<Number>, Box<Number>),
    Minus(Box<Number>, Box<Number>),
    Times(Box<Number>, Box<Number>),
    Min(Vec<Number>),
    Max(Vec<Number>),
    If(Box<Bool>, Box<Number>, Box<Number>),
}

const COLOURS: [&str; 3] = ["red", "green", "blue"];
const SIGNS: [&str; 6] = ["=", "!=", "<", "<=", ">", ">="];

impl Bool {
    /// With as few parentheses as the binding of the operators allows.
    fn text(&self, least: u8) -> String {
        let (power, text) = match self {
            Self::Constant(value) => (9, if *value { "yes" } else { "no" }.to_owned()),
            Self::Fact(ix) => (9, format!("b{ix}")),
            Self::Not(inner) => (3, format!("not {}", inner.text(3))),
            Self::And(list) => (2, list.iter().map(|part| part.text(3)).collect::<Vec<_>>().join(" and ")),
            Self::Or(list) => (1, list.iter().map(|part| part.text(2)).collect::<Vec<_>>().join(" or ")),
            Self::If(c, a, b) => (0, format!("if {} then {} else {}", c.text(0), a.text(0), b.text(0))),
            Self::Number(sign, a, b) => (4, format!("{} {sign} {}", a.text(5), b.text(5))),
            Self::Is(colour) => (4, format!("c = {}", COLOURS[*colour])),
            Self::In(colours) => {
                let names: Vec<&str> = colours.iter().map(|colour| COLOURS[*colour]).collect();
                (4, format!("c in ({})", names.join(", ")))
            }
            Self::Has(colour) => (4, format!("s has {}s", COLOURS[*colour])),
            Self::Known(ix) => (4, format!("b{ix} is known")),
            Self::Date(sign, days) => (4, format!("d0 {sign} d1 + {days} days")),
            Self::Money(sign, cents) => (4, format!("m {sign} EUR {}.{:02}", cents / 100, cents % 100)),
            Self::DayOf(sign) => (4, format!("date(i0) {sign} d0")),
            Self::Late(sign, term) => (4, format!("i1 {sign} deadline(i0, {term})")),
            Self::After(sign, term) => (4, format!("deadline(d0, {term}) {sign} i1")),
        };
        if power < least { format!("({text})") } else { text }
    }

    fn value(&self, facts: &Facts) -> Option<bool> {
        let bool_fact = |name: &str| match facts.get(name) {
            Some(Value::Bool(value)) => Some(*value),
            _ => None,
        };
        match self {
            Self::Constant(value) => Some(*value),
            Self::Fact(ix) => bool_fact(&format!("b{ix}")),
            Self::Not(inner) => inner.value(facts).map(|value| !value),
            Self::And(list) => {
                let values: Vec<Option<bool>> = list.iter().map(|part| part.value(facts)).collect();
                if values.contains(&Some(false)) {
                    Some(false)
                } else if values.contains(&None) {
                    None
                } else {
                    Some(true)
                }
            }
            Self::Or(list) => {
                let values: Vec<Option<bool>> = list.iter().map(|part| part.value(facts)).collect();
                if values.contains(&Some(true)) {
                    Some(true)
                } else if values.contains(&None) {
                    None
                } else {
                    Some(false)
                }
            }
            Self::If(c, a, b) => chosen(c.value(facts), a.value(facts), b.value(facts)),
            Self::Number(sign, a, b) => Some(holds(sign, a.value(facts)?, b.value(facts)?)),
            Self::Is(colour) => match facts.get("c") {
                Some(Value::Choice(name)) => Some(name == COLOURS[*colour]),
                _ => None,
            },
            Self::In(colours) => match facts.get("c") {
                Some(Value::Choice(name)) => Some(colours.iter().any(|colour| name == COLOURS[*colour])),
                _ => None,
            },
            Self::Has(colour) => match facts.get("s") {
                Some(Value::Set(names)) => Some(names.contains(&format!("{}s", COLOURS[*colour]))),
                _ => None,
            },
            Self::Known(ix) => Some(facts.get(&format!("b{ix}")).is_some()),
            Self::Date(sign, days) => match (facts.get("d0"), facts.get("d1")) {
                (Some(Value::Date(a)), Some(Value::Date(b))) => {
                    Some(holds(sign, *a, kernel::add_days(*b, i64::from(*days))))
                }
                _ => None,
            },
            Self::Money(sign, cents) => match facts.get("m") {
                Some(Value::Money(money)) => Some(holds(sign, money.cents(), i64::from(*cents))),
                _ => None,
            },
            Self::DayOf(sign) => {
                Some(holds(sign, kernel::local_date(instant(facts, "i0")?, Country::Nl), date(facts, "d0")?))
            }
            Self::Late(sign, term) => {
                let end = term.from_instant(instant(facts, "i0")?, Country::Nl, Roll::Never).end;
                Some(holds(sign, instant(facts, "i1")?, end))
            }
            Self::After(sign, term) => {
                let end = term.from_date(date(facts, "d0")?, Country::Nl, Roll::Never).end;
                Some(holds(sign, end, instant(facts, "i1")?))
            }
        }
    }
}

fn instant(facts: &Facts, name: &str) -> Option<Instant> {
    match facts.get(name) {
        Some(Value::Instant(at)) => Some(*at),
        _ => None,
    }
}

fn date(facts: &Facts, name: &str) -> Option<Date> {
    match facts.get(name) {
        Some(Value::Date(date)) => Some(*date),
        _ => None,
    }
}

impl Number {
    fn text(&self, least: u8) -> String {
        let join = |list: &[Self]| list.iter().map(|part| part.text(0)).collect::<Vec<_>>().join(", ");
        let (power, text) = match self {
            Self::Constant(value) => (9, value.to_string()),
            Self::Fact(ix) => (9, format!("n{ix}")),
            Self::Plus(a, b) => (5, format!("{} + {}", a.text(5), b.text(6))),
            Self::Minus(a, b) => (5, format!("{} - {}", a.text(5), b.text(6))),
            Self::Times(a, b) => (6, format!("{} * {}", a.text(6), b.text(7))),
            Self::Min(list) => (9, format!("min({})", join(list))),
            Self::Max(list) => (9, format!("max({})", join(list))),
            Self::If(c, a, b) => (0, format!("if {} then {} else {}", c.text(0), a.text(0), b.text(0))),
        };
        if power < least { format!("({text})") } else { text }
    }

    fn value(&self, facts: &Facts) -> Option<Decimal> {
        match self {
            Self::Constant(value) => Some(Decimal::from(*value)),
            Self::Fact(ix) => match facts.get(&format!("n{ix}")) {
                Some(Value::Number(value)) => Some(*value),
                _ => None,
            },
            Self::Plus(a, b) => Some(a.value(facts)? + b.value(facts)?),
            Self::Minus(a, b) => Some(a.value(facts)? - b.value(facts)?),
            Self::Times(a, b) => Some(a.value(facts)? * b.value(facts)?),
            Self::Min(list) => {
                list.iter().map(|part| part.value(facts)).collect::<Option<Vec<_>>>()?.into_iter().min()
            }
            Self::Max(list) => {
                list.iter().map(|part| part.value(facts)).collect::<Option<Vec<_>>>()?.into_iter().max()
            }
            Self::If(c, a, b) => chosen(c.value(facts), a.value(facts), b.value(facts)),
        }
    }
}

fn chosen<T: PartialEq>(condition: Option<bool>, yes: Option<T>, no: Option<T>) -> Option<T> {
    match condition {
        Some(true) => yes,
        Some(false) => no,
        None if yes == no => yes,
        None => None,
    }
}

fn holds<T: PartialOrd>(sign: &str, a: T, b: T) -> bool {
    match sign {
        "=" => a == b,
        "!=" => a != b,
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        _ => a >= b,
    }
}

fn sign() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(SIGNS.to_vec())
}

fn term() -> impl Strategy<Value = Term> {
    let units: [fn(u32) -> Term; 4] = [Term::Hours, Term::Days, Term::Months, Term::WorkingDays];
    (proptest::sample::select(units.to_vec()), 0..4_u32).prop_map(|(unit, count)| unit(count))
}

fn truth() -> impl Strategy<Value = Bool> {
    let leaf = Union::new([
        any::<bool>().prop_map(Bool::Constant).boxed(),
        (0..4_usize).prop_map(Bool::Fact).boxed(),
        (0..4_usize).prop_map(Bool::Fact).boxed(),
        (0..3_usize).prop_map(Bool::Is).boxed(),
        proptest::collection::vec(0..3_usize, 1..3).prop_map(Bool::In).boxed(),
        (0..3_usize).prop_map(Bool::Has).boxed(),
        (0..4_usize).prop_map(Bool::Known).boxed(),
        (sign(), 0..40_u32).prop_map(|(sign, days)| Bool::Date(sign, days)).boxed(),
        (sign(), 0..400_u32).prop_map(|(sign, cents)| Bool::Money(sign, cents)).boxed(),
        (sign(), number(), number()).prop_map(|(sign, a, b)| Bool::Number(sign, a, b)).boxed(),
        sign().prop_map(Bool::DayOf).boxed(),
        (sign(), term()).prop_map(|(sign, term)| Bool::Late(sign, term)).boxed(),
        (sign(), term()).prop_map(|(sign, term)| Bool::After(sign, term)).boxed(),
    ]);
    leaf.prop_recursive(4, 24, 3, |inner| {
        Union::new([
            inner.clone().prop_map(|a| Bool::Not(Box::new(a))).boxed(),
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Bool::And).boxed(),
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Bool::Or).boxed(),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(c, a, b)| Bool::If(Box::new(c), Box::new(a), Box::new(b)))
                .boxed(),
            (sign(), inner, number(), number())
                .prop_map(|(sign, c, a, b)| {
                    Bool::Number(sign, Number::If(Box::new(c), Box::new(a.clone()), Box::new(b)), a)
                })
                .boxed(),
        ])
    })
}

fn number() -> impl Strategy<Value = Number> {
    let leaf = Union::new([
        (0..5_u32).prop_map(Number::Constant).boxed(),
        (0..3_usize).prop_map(Number::Fact).boxed(),
    ]);
    leaf.prop_recursive(2, 6, 2, |inner| {
        let pair = (inner.clone(), inner.clone());
        Union::new([
            pair.clone().prop_map(|(a, b)| Number::Plus(Box::new(a), Box::new(b))).boxed(),
            pair.clone().prop_map(|(a, b)| Number::Minus(Box::new(a), Box::new(b))).boxed(),
            pair.clone().prop_map(|(a, b)| Number::Times(Box::new(a), Box::new(b))).boxed(),
            pair.clone().prop_map(|(a, b)| Number::Min(vec![a, b])).boxed(),
            pair.prop_map(|(a, b)| Number::Max(vec![a, b])).boxed(),
        ])
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    let bools = proptest::collection::vec(proptest::option::of(any::<bool>()), 4);
    let numbers = proptest::collection::vec(proptest::option::of(0..6_i64), 3);
    let choice = proptest::option::of(0..3_usize);
    let set = proptest::option::of(proptest::collection::btree_set(0..3_usize, 0..3));
    let dates = proptest::collection::vec(proptest::option::of(0..60_i64), 2);
    let money = proptest::option::of(0..400_i64);
    let hours = proptest::collection::vec(proptest::option::of(0..400_i64), 2);
    (bools, numbers, choice, set, dates, money, hours).prop_map(
        |(bools, numbers, choice, set, dates, money, hours)| {
            let mut out = BTreeMap::new();
            for (ix, hours) in hours.into_iter().enumerate().filter_map(|(ix, value)| Some((ix, value?))) {
                // From 2026-03-20, so that the clocks change within.
                let at = Instant::from_second(1_774_000_000 + hours * 3_600).unwrap();
                out.insert(format!("i{ix}"), Value::Instant(at));
            }
            for (ix, value) in bools.into_iter().enumerate().filter_map(|(ix, value)| Some((ix, value?))) {
                out.insert(format!("b{ix}"), Value::Bool(value));
            }
            for (ix, value) in numbers.into_iter().enumerate().filter_map(|(ix, value)| Some((ix, value?))) {
                out.insert(format!("n{ix}"), Value::Number(Decimal::from(value)));
            }
            if let Some(colour) = choice {
                out.insert("c".to_owned(), Value::choice(COLOURS[colour]));
            }
            if let Some(colours) = set {
                let names: BTreeSet<String> =
                    colours.into_iter().map(|colour| format!("{}s", COLOURS[colour])).collect();
                out.insert("s".to_owned(), Value::Set(names));
            }
            let first: Date = "2026-03-01".parse().unwrap();
            for (ix, days) in dates.into_iter().enumerate().filter_map(|(ix, value)| Some((ix, value?))) {
                out.insert(format!("d{ix}"), Value::Date(kernel::add_days(first, days)));
            }
            if let Some(cents) = money {
                out.insert("m".to_owned(), Value::Money(Money::from_cents(cents)));
            }
            Facts(out)
        },
    )
}

fn all_facts() -> String {
    let mut out = String::new();
    for ix in 0..4 {
        out.push_str(&fact(&format!("b{ix}"), "bool", &[]));
    }
    for ix in 0..3 {
        out.push_str(&fact(&format!("n{ix}"), "number", &[]));
    }
    out.push_str(&fact("c", "choice", &COLOURS));
    out.push_str(&fact("s", "set", &["reds", "greens", "blues"]));
    out.push_str(&fact("d0", "date", &[]));
    out.push_str(&fact("d1", "date", &[]));
    out.push_str(&fact("m", "money", &[]));
    out.push_str(&fact("i0", "instant", &[]));
    out.push_str(&fact("i1", "instant", &[]));
    out
}

fn case(facts: Facts) -> Case {
    let item = CaseItem {
        item: 1,
        device: DeviceKind::Phone,
        purchase_value: Money::from_cents(50_000),
        excess: Money::ZERO,
        purchased_on: "2025-01-01".parse().unwrap(),
        manufacturer_warranty_ends_on: None,
        facts: Facts::new(),
    };
    Case { schedule: Schedule::of_plan("xandocare"), event: facts, items: vec![item] }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn agrees(truths in proptest::collection::vec(truth(), 12), cases in proptest::collection::vec(facts(), 12)) {
        // Half of them through a definition, which must make no difference.
        let mut clauses = String::new();
        let mut definitions = String::new();
        for (ix, truth) in truths.iter().enumerate() {
            if ix % 2 == 0 {
                clauses.push_str(&clause("exclusion", &format!("x{ix}"), &truth.text(0)));
            } else {
                definitions.push_str(&format!("[definition.t{ix}]\nvalue = \"{}\"\n", truth.text(0)));
                clauses.push_str(&clause("exclusion", &format!("x{ix}"), &format!("t{ix}")));
            }
        }
        let facts = format!("{}{definitions}", all_facts());
        let product = load(&mini(&facts, &clause("grant", "g", "yes"), &clauses));
        for facts in cases {
            let decision = decide(&product, &case(facts.clone())).unwrap();
            for (ix, truth) in truths.iter().enumerate() {
                let name = format!("x{ix}");
                let trace = decision.items[0].considered.iter().find(|trace| trace.clause == name).unwrap();
                let expected = match truth.value(&facts) {
                    Some(true) => Outcome::Applies,
                    Some(false) => Outcome::DoesNotApply,
                    None => Outcome::Unknown,
                };
                prop_assert_eq!(trace.outcome, expected, "{} on {:?}", truth.text(0), facts);
            }
        }
    }

    /// An open answer always names a fact that is really open, and stating everything leaves nothing open.
    #[test]
    fn missing_facts_are_missing(truth in truth(), facts in facts()) {
        let product = load(&mini(&all_facts(), &clause("grant", "g", &truth.text(0)), ""));
        let decision = decide(&product, &case(facts.clone())).unwrap();
        let missing = &decision.items[0].missing;
        prop_assert_eq!(truth.value(&facts).is_none(), !missing.is_empty());
        for need in missing {
            prop_assert!(facts.get(&need.fact).is_none(), "{} is stated", need.fact);
        }
    }
}
