//! The wording language a second time, as plainly as can be: it reads the texts of a folder with a parser of its own and
//! decides by names and maps. Slow, short, and never part of the product; what it and the real engine say must be the same.
//! Used by the tests, by `fuzz/` and by `peers/`.

pub(crate) mod cases;
pub(crate) mod decide;
pub(crate) mod parse;
pub(crate) mod value;

use std::collections::BTreeMap;

use kernel::{Country, Money};
use terms::Product;

use parse::{E, parse};
use value::V;

/// A clause: what matters of it, and its expressions.
pub(crate) struct Clause {
    pub(crate) id: String,
    pub(crate) when: Option<E>,
    pub(crate) unless: Option<E>,
}

/// A step of the arithmetic.
pub(crate) struct Amount {
    pub(crate) id: String,
    pub(crate) is: String,
    pub(crate) per_claim: bool,
    pub(crate) when: Option<E>,
    pub(crate) value: E,
}

/// A fact as the folder states it.
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) presumed: Option<V>,
    pub(crate) cost: u16,
    pub(crate) finding: bool,
}

/// All that decides, by name.
pub(crate) struct Plain<'a> {
    pub(crate) product: &'a Product,
    pub(crate) country: Country,
    pub(crate) facts: Vec<Fact>,
    pub(crate) parameters: BTreeMap<String, V>,
    pub(crate) definitions: BTreeMap<String, E>,
    pub(crate) checks: Vec<(String, E)>,
    pub(crate) evidence: Vec<(String, E)>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) remedies: Vec<(String, String, E)>,
    pub(crate) amounts: Vec<Amount>,
    pub(crate) machine_if: E,
    pub(crate) machine_up_to: Money,
}

impl<'a> Plain<'a> {
    /// From the files that `product` was loaded from.
    pub(crate) fn new(product: &'a Product, files: &BTreeMap<String, Vec<u8>>) -> Self {
        let texts: BTreeMap<&str, &str> =
            files.iter().map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).unwrap())).collect();
        let tables: BTreeMap<&str, toml::Table> = texts
            .iter()
            .filter(|(name, _)| name.ends_with(".toml"))
            .map(|(name, text)| (*name, text.parse().unwrap()))
            .collect();
        let section = |file: &str, kind: &str| -> Vec<(String, toml::Table)> {
            let Some(sections) = tables[file].get(kind).and_then(toml::Value::as_table) else {
                return Vec::new();
            };
            let mut out: Vec<(usize, String, toml::Table)> = sections
                .iter()
                .map(|(name, of)| {
                    (place(texts[file], kind, name), name.clone(), of.as_table().unwrap().clone())
                })
                .collect();
            out.sort_by_key(|(at, ..)| *at);
            out.into_iter().map(|(_, name, of)| (name, of)).collect()
        };
        let text =
            |of: &toml::Table, key: &str| of.get(key).and_then(|text| text.as_str()).map(str::to_owned);
        let expr = |of: &toml::Table, key: &str| text(of, key).map(|text| parse(&text));
        let facts = section("facts.toml", "fact");
        let facts = facts.iter().map(|(name, of)| {
            let spec = product.fact(name).unwrap();
            let presumed = text(of, "presumed").map(|text| match (spec.kind, text.as_str()) {
                (terms::Kind::Set, "none") => V::Set(std::collections::BTreeSet::new()),
                _ => V::of(&product.parse_value(name, &text).unwrap()),
            });
            Fact { name: name.clone(), presumed, cost: spec.cost, finding: spec.finding }
        });
        let clauses = product.clauses().iter().map(|clause| {
            let (file, kind) = match clause.kind {
                terms::ClauseKind::Grant => ("cover.toml", "grant"),
                terms::ClauseKind::Condition => ("cover.toml", "condition"),
                terms::ClauseKind::Exclusion => ("exclusions.toml", "exclusion"),
                terms::ClauseKind::NotPaid => ("exclusions.toml", "not_paid"),
                terms::ClauseKind::Obligation => ("obligations.toml", "obligation"),
            };
            let of = tables[file][kind][&clause.id].as_table().unwrap();
            let exception = if kind == "condition" { "must" } else { "unless" };
            Clause { id: clause.id.clone(), when: expr(of, "when"), unless: expr(of, exception) }
        });
        let amounts = section("cover.toml", "amount").into_iter().map(|(id, of)| Amount {
            id,
            is: text(&of, "is").unwrap(),
            per_claim: text(&of, "per").as_deref() == Some("claim"),
            when: expr(&of, "when"),
            value: expr(&of, "value").unwrap(),
        });
        let named = |file, kind, key| {
            let all = section(file, kind).into_iter();
            all.filter_map(move |(name, of)| Some((name, expr(&of, key)?))).collect::<Vec<_>>()
        };
        let remedies = section("cover.toml", "remedy")
            .into_iter()
            .map(|(name, of)| (name, text(&of, "remedy").unwrap(), expr(&of, "when").unwrap()));
        let parameters = section("product.toml", "parameter").into_iter().map(|(name, of)| {
            let rolls = of.get("rolls").and_then(toml::Value::as_bool).unwrap_or(false);
            let value = V::parameter(&text(&of, "type").unwrap(), &text(&of, "value").unwrap(), rolls);
            (name, value)
        });
        Self {
            product,
            country: product.country(),
            facts: facts.collect(),
            parameters: parameters.collect(),
            definitions: named("facts.toml", "definition", "value").into_iter().collect(),
            checks: named("facts.toml", "check", "must"),
            evidence: named("facts.toml", "evidence", "when"),
            clauses: clauses.collect(),
            remedies: remedies.collect(),
            amounts: amounts.collect(),
            machine_if: parse(tables["cover.toml"]["machine_may_approve_if"].as_str().unwrap()),
            machine_up_to: product.param_money("machine_may_approve"),
        }
    }
}

impl Plain<'_> {
    /// The name of a value, not of a fact: the right side of `x = dropped`.
    pub(crate) fn is_value_name(&self, name: &str) -> bool {
        !self.definitions.contains_key(name) && !self.facts.iter().any(|fact| fact.name == name)
    }
}

/// Where `[kind.name]` stands in a file.
fn place(text: &str, kind: &str, name: &str) -> usize {
    text.find(&format!("[{kind}.{name}]")).unwrap()
}
