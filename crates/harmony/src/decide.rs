//! `harmony decide`: one claim against a product version, from a file.

use std::{collections::BTreeMap, fs, io::Read, path::Path, str::FromStr};

use app::products::Products;
use kernel::{Date, DeviceKind, Language, Money};
use serde_json::Value as Json;
use terms::{Case, CaseItem, Decision, Facts, Product, Schedule, Verdict};

use crate::{End, Wrong, cli::Place};

/// The largest file.
const BYTES_MAX: u64 = 1 << 20;

pub(crate) fn decide(place: &Place, file: &Path) -> Result<End, Wrong> {
    let shown = file.display();
    let facts = read(file).map_err(|e| format!("{shown}: {e}"))?;
    let products = Products::shipped()?;
    let code = facts["product"].as_str().unwrap_or("xandocare");
    let product = products.current(code).ok_or_else(|| {
        format!("{shown}: there is no product `{code}`; there are: {}", products.codes().join(", "))
    })?;
    let case = case(&product, &facts).map_err(|e| format!("{shown}: {e}"))?;
    let decision = terms::decide(&product, &case).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        format!("{shown}: {}", faults.join("; "))
    })?;
    if place.json {
        println!("{}", serde_json::to_string_pretty(&decision)?);
    } else {
        print(&product, &decision);
    }
    let covered = decision.items.iter().all(|item| matches!(item.verdict, Verdict::Covered { .. }));
    Ok(if covered { End::Done } else { End::No })
}

/// Reads a file of facts, or standard input.
fn read(file: &Path) -> Result<Json, String> {
    let mut bytes = Vec::new();
    let opened: Box<dyn Read> = if file.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(fs::File::open(file).map_err(|e| e.to_string())?)
    };
    opened.take(BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    if bytes.len() as u64 > BYTES_MAX {
        return Err(format!("over {} KB, the most that is read", BYTES_MAX >> 10));
    }
    let text = String::from_utf8(bytes).map_err(|e| {
        format!("byte {} is not UTF-8: save it as UTF-8 text", e.utf8_error().valid_up_to() + 1)
    })?;
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(&text).map_err(|e| e.to_string());
    }
    // Its full message quotes the line, which may be long.
    toml::from_str(&text).map_err(|e| {
        let before = e.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let (line, column) = (before.matches('\n').count() + 1, before.lines().last().unwrap_or_default());
        let column = if before.ends_with('\n') { 0 } else { column.chars().count() };
        format!("line {line}, column {}: {}", column + 1, e.message())
    })
}

fn case(product: &Product, facts: &Json) -> Result<Case, String> {
    let known = ["product", "plan", "flags", "frequency", "started_on", "event", "items"];
    let object = facts.as_object().ok_or("write a table of facts")?;
    if let Some(unknown) = object.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("`{unknown}` is not known here; known are {}", known.join(", ")));
    }
    let plan = facts["plan"].as_str().ok_or("plan is missing: write plan = \"plus\"")?.to_owned();
    let flags: BTreeMap<String, bool> = match facts.get("flags") {
        None => BTreeMap::new(),
        Some(flags) => {
            serde_json::from_value(flags.clone()).map_err(|_| "flags: write name = true or false")?
        }
    };
    let items = facts["items"].as_array().ok_or("items is missing: write [[items]] for each device")?;
    let items =
        items.iter().zip(1..).map(|(item, no)| case_item(product, item, no)).collect::<Result<_, _>>()?;
    let event = read_facts(product, facts.get("event"), "event")?;
    let schedule = Schedule {
        plan,
        flags,
        frequency: optional(facts, "frequency", "monthly, yearly or one-off")?,
        started_on: optional(facts, "started_on", "a date such as 2026-03-01")?,
    };
    Ok(Case { schedule, event, items })
}

/// A text that may be left out.
fn optional<T: FromStr>(facts: &Json, name: &str, wanted: &str) -> Result<Option<T>, String> {
    let Some(given) = facts.get(name) else { return Ok(None) };
    let read = given.as_str().and_then(|text| text.parse().ok());
    read.map(Some).ok_or_else(|| format!("{name} is not {wanted}, as text in quotes"))
}

fn case_item(product: &Product, item: &Json, no: u32) -> Result<CaseItem, String> {
    let known =
        ["device", "purchase_value", "excess", "purchased_on", "manufacturer_warranty_ends_on", "facts"];
    let object = item.as_object().ok_or_else(|| format!("item {no}: write a table"))?;
    if let Some(unknown) = object.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("item {no}: `{unknown}` is not known here; known are {}", known.join(", ")));
    }
    let need = |name: &str| {
        item[name].as_str().ok_or_else(|| format!("item {no}: {name} is missing: write it as text in quotes"))
    };
    let date = |name: &str, text: &str| {
        text.parse::<Date>()
            .map_err(|_| format!("item {no}: {name} = \"{text}\" is not a date such as 2026-03-01"))
    };
    let money = |name: &str| -> Result<Money, String> {
        let text = need(name)?;
        text.parse().map_err(|_| format!("item {no}: {name} = \"{text}\" is not an amount such as 849.00"))
    };
    let device = need("device")?;
    Ok(CaseItem {
        item: no,
        device: device
            .parse::<DeviceKind>()
            .map_err(|_| format!("item {no}: device = \"{device}\" is not phone, tablet, laptop or other"))?,
        purchase_value: money("purchase_value")?,
        excess: money("excess")?,
        purchased_on: date("purchased_on", need("purchased_on")?)?,
        manufacturer_warranty_ends_on: match item["manufacturer_warranty_ends_on"].as_str() {
            None => None,
            Some(text) => Some(date("manufacturer_warranty_ends_on", text)?),
        },
        facts: read_facts(product, item.get("facts"), &format!("item {no}"))?,
    })
}

/// Facts by name: `true`, `"dropped"`, `"849.00"`, `["riot"]`.
fn read_facts(product: &Product, table: Option<&Json>, place: &str) -> Result<Facts, String> {
    let mut facts = Facts::new();
    let Some(table) = table else { return Ok(facts) };
    let table = table.as_object().ok_or_else(|| format!("{place}: write a table of facts"))?;
    for (name, value) in table {
        let text = match value {
            Json::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Json::String(text) => text.clone(),
            Json::Number(number) => number.to_string(),
            Json::Array(values) => {
                let names: Option<Vec<&str>> = values.iter().map(Json::as_str).collect();
                names.ok_or_else(|| format!("{place}: {name}: write names in quotes"))?.join(",")
            }
            Json::Null | Json::Object(_) => {
                return Err(format!("{place}: {name}: write a value, not a table"));
            }
        };
        let read = product.parse_value(name, &text).map_err(|fault| format!("{place}: {fault}"))?;
        facts.set(name, read);
    }
    Ok(facts)
}

fn print(product: &Product, decision: &Decision) {
    let wording = &decision.wording;
    println!("{} {} r{}, plan {}", wording.product, wording.version, wording.revision, decision.plan);
    for item in &decision.items {
        let verdict = match &item.verdict {
            Verdict::Covered { remedy, amount } => format!("covered: {remedy}, {amount} euro"),
            Verdict::NotCovered => "not covered".to_owned(),
            Verdict::Routed { to } => format!("to be answered by the {to}"),
            Verdict::NeedsPerson => "needs a person".to_owned(),
            Verdict::NeedsFacts => "needs facts".to_owned(),
        };
        println!("item {}: {verdict}", item.item);
        for clause in &item.decided_by {
            let of = product.clause(&clause.clause);
            let text = of.map_or("", |c| c.text.get(Language::En));
            let article = of.map_or("", |c| c.article.get(Language::En));
            println!("  {:<12} {} ({article}) {text}", clause.rule, clause.outcome);
        }
        for step in &item.steps {
            println!("  {:<24} {:>10} → {:>10}   {}", step.step, step.amount, step.result, step.rule);
        }
        for missing in &item.missing {
            let question = product.fact(&missing.fact).map_or("", |fact| fact.question.get(Language::En));
            let who: Vec<String> = missing.who.iter().map(ToString::to_string).collect();
            println!("  ask {} ({}): {question}", missing.fact, who.join(", "));
        }
    }
    println!("a computer may approve it: {}", if decision.approvable_by_machine { "yes" } else { "no" });
}
