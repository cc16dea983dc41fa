//! One fact of `facts.toml`: its type, values, question, who answers, and what is presumed.

use std::collections::BTreeSet;

use crate::facts::datum;
use crate::fault::did_you_mean;
use crate::limits;
use crate::product::{Answerer, FactSpec, NamedValue, Scope};
use crate::reader::{Section, is_name, shortened};
use crate::value::{Datum, Kind, Value};

/// One fact; `None` when its type cannot be read.
pub(crate) fn fact(section: &Section<'_>, evidence: &BTreeSet<String>) -> Option<FactSpec> {
    let kind = section.read("type", "bool, choice, set, number, money, date, instant or term");
    let scope = section.optional_read("scope", "event or item").unwrap_or(Scope::Event);
    let values = values(section, kind);
    let mut who = Vec::new();
    for name in section.texts("who") {
        match name.value.parse() {
            Ok(answerer) if !who.contains(&answerer) => who.push(answerer),
            _ => section.source.fault(
                name.at,
                format!("`{}` is nobody who answers, or stands twice", shortened(name.value)),
                "customer, desk, repairer, police, engine or schedule",
            ),
        }
    }
    if who.is_empty() {
        section.fault(format!("nobody can state `{}`", section.name), "who = [\"customer\"]");
    }
    let settled_by = section.texts("evidence");
    for name in settled_by.iter().filter(|name| !evidence.contains(name.value)) {
        let hint = did_you_mean(name.value, evidence.iter().map(String::as_str));
        section.source.fault(name.at, format!("unknown evidence `{}`", shortened(name.value)), hint);
    }
    let mut spec = FactSpec {
        name: section.name.clone(),
        kind: kind.unwrap_or(Kind::Bool),
        values,
        scope,
        question: section.trilingual("question"),
        help: section.optional_trilingual("help"),
        who,
        evidence: settled_by.iter().map(|name| name.value.to_owned()).collect(),
        personal: section.bool("personal", false),
        finding: section.bool("finding", false),
        cost: section.count("cost").and_then(|cost| u16::try_from(cost.value).ok()).unwrap_or(100),
        presumed: None,
    };
    if section.name.contains('-') {
        section.fault("a fact's name has no dash", "use an underscore");
    }
    if spec.finding && spec.who.iter().any(|who| !matches!(who, Answerer::Desk)) {
        section.fault("a finding is stated by the desk only", "who = [\"desk\"]");
    }
    let presumed = section.optional_text("presumed");
    section.close();
    kind?;
    if let Some(presumed) = presumed {
        spec.presumed = presumed_value(&spec, presumed.value);
        if spec.presumed.is_none() {
            let what = format!("`{}` cannot be presumed of `{}`", shortened(presumed.value), spec.name);
            section.source.fault(presumed.at, what, "a value of the fact itself; `none` for an empty set");
        }
    }
    Some(spec)
}

fn presumed_value(spec: &FactSpec, text: &str) -> Option<Datum> {
    let value = match spec.kind {
        Kind::Bool => Value::Bool(match text {
            "yes" => true,
            "no" => false,
            _ => return None,
        }),
        Kind::Choice => Value::choice(text),
        Kind::Set if text == "none" => Value::set([]),
        Kind::Money => Value::Money(text.parse().ok()?),
        _ => return None,
    };
    datum(spec, &value).ok()
}

fn values(section: &Section<'_>, kind: Option<Kind>) -> Vec<NamedValue> {
    let takes_values = matches!(kind, Some(Kind::Choice | Kind::Set));
    let mut out: Vec<NamedValue> = Vec::new();
    for row in section.rows("values") {
        let name = row.text("name", "name = \"dropped\"").map_or("", |name| name.value).to_owned();
        let text = row.trilingual("text");
        row.close();
        if !is_name(&name) || name.contains('-') {
            row.fault("a value's name is small letters, digits and underscores", "");
        }
        if out.iter().any(|known| known.name == name) {
            row.fault(format!("value `{name}` stands twice"), "");
        }
        out.push(NamedValue { name, text });
    }
    if takes_values == out.is_empty() && kind.is_some() {
        let what = format!("`{}`: only a choice or set has values, and it needs them", section.name);
        section.fault(what, "[[fact.NAME.values]]");
    }
    if out.len() > limits::VALUES {
        section.fault(format!("{} values", out.len()), format!("at most {}", limits::VALUES));
        out.truncate(limits::VALUES);
    }
    out
}
