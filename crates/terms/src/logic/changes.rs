//! What stands differently in two products, read side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::report::Change;
use crate::product::{Product, Trilingual};

type Texts = BTreeMap<String, String>;

pub(super) fn changes(a: &Product, b: &Product) -> Vec<Change> {
    let (a, b) = (texts(a), texts(b));
    let names: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    let of = |texts: &Texts, name: &String| texts.get(name).cloned().unwrap_or_default();
    names
        .into_iter()
        .filter(|name| a.get(*name) != b.get(*name))
        .map(|name| Change { what: name.clone(), from: of(&a, name), to: of(&b, name) })
        .collect()
}

/// Everything a product says that a person can compare, by a name that stays when the rest changes.
fn texts(product: &Product) -> Texts {
    let mut out = Texts::new();
    let put = |out: &mut Texts, name: String, text: String| {
        out.insert(name, text);
    };
    let trilingual = |out: &mut Texts, name: &str, text: &Trilingual| {
        for (language, text) in [("nl", &text.nl), ("en", &text.en), ("fr", &text.fr)] {
            out.insert(format!("{name}.{language}"), text.clone());
        }
    };
    put(&mut out, "insurer".to_owned(), product.insurer.clone());
    put(&mut out, "country".to_owned(), product.country.to_string());
    put(&mut out, "law_data".to_owned(), product.wording.law_data.clone());
    trilingual(&mut out, "name", &product.name);
    for (name, parameter) in &product.parameters {
        let rolls = matches!(parameter.value, crate::value::Datum::Term(_, true));
        let rolls = if rolls { ", rolls to a working day" } else { "" };
        put(&mut out, format!("parameter.{name}"), format!("{}{rolls}", parameter.shown()));
        trilingual(&mut out, &format!("parameter.{name}.text"), &parameter.text);
    }
    for plan in &product.plans {
        let name = format!("plan.{}", plan.code);
        let flags: Vec<String> = plan
            .flags
            .iter()
            .map(|(flag, on)| format!("{flag} {}", if *on { "yes" } else { "no" }))
            .collect();
        put(&mut out, name.clone(), flags.join(", "));
        trilingual(&mut out, &format!("{name}.name"), &plan.name);
        trilingual(&mut out, &format!("{name}.text"), &plan.text);
    }
    for sold in &product.devices {
        let what =
            format!("bought within {}, {} to {}", sold.bought_within, sold.value_from, sold.value_below);
        put(&mut out, format!("device.{}", sold.kind), what);
    }
    for fact in &product.facts {
        let name = format!("fact.{}", fact.name);
        let values: Vec<&str> = fact.values.iter().map(|value| value.name.as_str()).collect();
        let who: Vec<&str> = fact.who.iter().map(|who| who.code()).collect();
        let presumed = fact.presumed.map_or_else(String::new, |datum| format!(", presumed {datum:?}"));
        let finding = if fact.finding { ", a finding" } else { "" };
        let personal = if fact.personal { ", personal" } else { "" };
        let text = format!(
            "{} of the {}, stated by {}, cost {}{presumed}{finding}{personal}; {}",
            fact.kind,
            fact.scope,
            who.join(" or "),
            fact.cost,
            values.join(", ")
        );
        put(&mut out, name.clone(), text);
        put(&mut out, format!("{name}.evidence"), fact.evidence.join(", "));
        trilingual(&mut out, &format!("{name}.question"), &fact.question);
        if let Some(help) = &fact.help {
            trilingual(&mut out, &format!("{name}.help"), help);
        }
        for value in &fact.values {
            trilingual(&mut out, &format!("{name}.{}", value.name), &value.text);
        }
    }
    for evidence in &product.evidence {
        trilingual(&mut out, &format!("evidence.{}", evidence.name), &evidence.text);
    }
    for check in &product.checks {
        trilingual(&mut out, &format!("check.{}", check.id), &check.text);
    }
    for clause in &product.clauses {
        let name = format!("{}.{}", clause.kind.code().replace('-', "_"), clause.id);
        put(
            &mut out,
            name.clone(),
            format!("{}, {}, {}", clause.rule, clause.article.written, clause.effect),
        );
        trilingual(&mut out, &format!("{name}.text"), &clause.text);
    }
    for rule in &product.remedies {
        put(&mut out, format!("remedy.{}", rule.id), format!("{}, {}", rule.remedy, rule.rule));
    }
    for (rule, place) in product.amounts.iter().zip(1..) {
        let name = format!("amount.{}", rule.id);
        put(&mut out, name.clone(), format!("step {place}: {}, per {}, {}", rule.kind, rule.per, rule.rule));
        trilingual(&mut out, &format!("{name}.text"), &rule.text);
    }
    put(&mut out, "tariff".to_owned(), format!("valid from {}", product.tariff.valid_from));
    for row in &product.tariff.rows {
        let name = format!("tariff.{}.{} from {} below {}", row.plan, row.device, row.from, row.below);
        let prices = format!(
            "{} a month, {} a year, {} at once, excess {}",
            row.monthly, row.yearly, row.one_off, row.excess
        );
        put(&mut out, name, prices);
    }
    out
}
