//! The conditions of a product in the languages of general rule engines, translated from its own texts, so that all decide
//! the same rules on the same facts.
//!
//! What those engines lack is left out or done for them, to their advantage: they know two truth values, so they are asked only
//! about claims whose facts settle them; dates, deadlines, working days and time zones are reckoned beforehand and given as
//! numbers; checks for contradictions, questions, evidence and the hash of the inputs are ours alone.

use std::collections::BTreeMap;
use std::path::Path;

use terms::{Case, ClauseKind, Effect, Product, Verdict};

pub mod by_cel;
pub mod by_zen;
#[path = "../../crates/terms/tests/plain/mod.rs"]
#[expect(dead_code, reason = "its own decisions are for the tests of the engine")]
mod plain;
mod translate;

use plain::parse::E;
use plain::value::V;
use plain::{Plain, cases};

/// What all engines must agree on: `covered repair 13000`, `not covered`, `routed seller`.
pub type Answer = String;

/// A fact as the engines take it; times are numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    Bool(bool),
    Int(i64),
    Text(String),
    List(Vec<String>),
}

/// One rule, by name and text in the engine's language.
pub struct Rule {
    pub name: String,
    pub text: String,
}

/// A clause: when it takes effect, as one text.
pub struct ClauseRule {
    pub rule: Rule,
    pub kind: ClauseKind,
    pub effect: Effect,
}

/// A step of the arithmetic.
pub struct AmountRule {
    pub is: String,
    pub when: Option<String>,
    pub value: String,
}

/// The rules of a product as texts.
pub struct Rules {
    /// Each after those it uses.
    pub definitions: Vec<Rule>,
    pub clauses: Vec<ClauseRule>,
    /// `repair`, `replacement`, `payment` by when.
    pub remedies: Vec<Rule>,
    pub amounts: Vec<AmountRule>,
}

/// Texts of one engine's language.
pub trait Dialect {
    fn not(&self, a: &str) -> String;
    fn and(&self, a: &str, b: &str) -> String;
    fn or(&self, a: &str, b: &str) -> String;
    fn has(&self, list: &str, name: &str) -> String;
    /// How a definition is named where it is used.
    fn definition(&self, name: &str) -> String;
}

/// A product, its texts, and what is given to the engines ready made.
pub struct Conditions<'a> {
    pub product: &'a Product,
    plain: Plain<'a>,
    /// Expressions of time, given as `time_0`, `time_1` …
    times: Vec<E>,
    definitions: Vec<(String, E)>,
}

/// The files of the Dutch conditions.
pub fn folder() -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../products/xandocare/2021-1");
    let entries = std::fs::read_dir(&root).expect("the product folder is there");
    entries
        .map(|entry| {
            let entry = entry.expect("it can be listed");
            let name = entry.file_name().into_string().expect("names are text");
            (name, std::fs::read(entry.path()).expect("it can be read"))
        })
        .collect()
}

/// A case from a seed, with one item.
pub fn case(product: &Product, seed: u64) -> Case {
    let mut case = cases::case(product, &mut cases::Dice::new(seed));
    case.items.truncate(1);
    case
}

/// Our own answer, where the facts settle it.
pub fn ours(product: &Product, case: &Case) -> Option<Answer> {
    let verdicts = product.bind(case).ok()?.verdicts().ok()?;
    match verdicts.items[0] {
        Verdict::Covered { remedy, amount } => Some(format!("covered {remedy} {}", amount.cents())),
        Verdict::NotCovered => Some("not covered".to_owned()),
        Verdict::Routed { to } => Some(format!("routed {to}")),
        Verdict::NeedsPerson | Verdict::NeedsFacts => None,
    }
}

impl<'a> Conditions<'a> {
    pub fn new(product: &'a Product) -> Self {
        let plain = Plain::new(product, &folder());
        let mut times = Vec::new();
        let mut waiting: Vec<(String, E)> = plain
            .definitions
            .iter()
            .map(|(name, e)| (name.clone(), translate::without_times(e, &mut times)))
            .collect();
        let mut definitions: Vec<(String, E)> = Vec::new();
        while !waiting.is_empty() {
            let is_free = |(_, e): &(String, E)| {
                let mut free = true;
                translate::names(e, &mut |used| {
                    free &= !plain.definitions.contains_key(used)
                        || definitions.iter().any(|(done, _)| done == used);
                });
                free
            };
            let (ready, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(is_free);
            definitions.extend(ready);
            waiting = later;
        }
        let mut all = Self { product, plain, times, definitions };
        // Times in clauses and steps are found while those are written; so that their numbers stay, once now.
        all.write(&by_cel::Cel);
        all
    }

    /// All rules in one engine's language.
    pub fn write(&mut self, dialect: &impl Dialect) -> Rules {
        let mut times = std::mem::take(&mut self.times);
        let mut text = |e: &E| {
            let e = translate::without_times(e, &mut times);
            translate::text(&e, &self.plain, dialect)
        };
        let definitions =
            self.definitions.iter().map(|(name, e)| Rule { name: name.clone(), text: text(e) }).collect();
        let mut clauses = Vec::new();
        for (clause, spec) in self.plain.clauses.iter().zip(self.product.clauses()) {
            let Some(when) = &clause.when else { continue };
            let when = text(when);
            let text = match &clause.unless {
                Some(unless) => dialect.and(&when, &dialect.not(&text(unless))),
                None => when,
            };
            let rule = Rule { name: clause.id.clone(), text };
            clauses.push(ClauseRule { rule, kind: spec.kind, effect: spec.effect });
        }
        let remedies = self
            .plain
            .remedies
            .iter()
            .map(|(_, remedy, when)| Rule { name: remedy.clone(), text: text(when) })
            .collect();
        let amounts = self
            .plain
            .amounts
            .iter()
            .map(|step| AmountRule {
                is: step.is.clone(),
                when: step.when.as_ref().map(&mut text),
                value: text(&step.value),
            })
            .collect();
        self.times = times;
        Rules { definitions, clauses, remedies, amounts }
    }

    /// The facts of a case as all engines take them. What is not known has an empty value: where the facts settle the answer it
    /// makes no difference.
    pub fn inputs(&self, case: &Case) -> BTreeMap<String, Input> {
        let known = self.plain.known(case, &case.items[0]);
        let mut out = BTreeMap::new();
        for spec in self.product.facts() {
            let value = known.fact(&spec.name);
            out.insert(format!("known_{}", spec.name), Input::Bool(known.stated.contains_key(&spec.name)));
            let input = value.map_or_else(
                || match spec.kind {
                    terms::Kind::Bool => Input::Bool(false),
                    terms::Kind::Choice => Input::Text(String::new()),
                    terms::Kind::Set => Input::List(Vec::new()),
                    _ => Input::Int(0),
                },
                |value| input(&value),
            );
            out.insert(spec.name.clone(), input);
        }
        for (ix, time) in self.times.iter().enumerate() {
            let value = known.value(time).map_or(Input::Int(0), |value| input(&value));
            out.insert(format!("time_{ix}"), value);
        }
        out
    }
}

fn input(value: &V) -> Input {
    match value {
        V::Bool(value) => Input::Bool(*value),
        V::Choice(name) => Input::Text(name.clone()),
        V::Set(names) => Input::List(names.iter().cloned().collect()),
        V::Money(cents) => Input::Int(*cents),
        V::Number(_) | V::Term(..) => panic!("{value:?}: the Dutch conditions have no such fact"),
        V::Date(date) => Input::Int(i64::from((*date - kernel::date(1970, 1, 1)).get_days())),
        V::Instant(at) => Input::Int(at.as_second()),
    }
}
