//! One fact of a file: its name and value against the product.

use super::tree::{Tree, TreeKind, Wrong};
use crate::facts::{FactFault, datum};
use crate::fault::did_you_mean;
use crate::limits;
use crate::product::{FactSpec, Product};
use crate::reader::shortened;
use crate::value::{Kind, Value};

/// A value as text, where it is one: `yes` for true, numbers and dates as written, the names of a list with commas.
pub(super) fn text_of(value: &Tree) -> Option<String> {
    match &value.kind {
        TreeKind::Bool(true) => Some("yes".to_owned()),
        TreeKind::Bool(false) => Some("no".to_owned()),
        TreeKind::Text(text) | TreeKind::Bare(text) => Some(text.clone()),
        TreeKind::List(_) | TreeKind::Table(_) | TreeKind::Null => None,
    }
}

pub(super) fn fact(product: &Product, name: &str, at: usize, value: &Tree) -> Result<Value, Wrong> {
    let Some(spec) = product.fact(name) else {
        let mut hint = did_you_mean(name, product.facts().iter().map(|spec| spec.name.as_str()));
        if hint.is_empty() {
            hint = format!("`harmony product facts {}` lists them", product.code());
        }
        return Err((at, format!("the product has no fact `{}`", shortened(name)), hint));
    };
    let read = match (&value.kind, spec.kind) {
        (TreeKind::List(list), Kind::Set) => {
            let name = |part: &Tree| match &part.kind {
                TreeKind::Text(text) if spec.bit(text).is_some() => Ok(text.clone()),
                TreeKind::Text(text) => Err(wrong_name(spec, part.at, text)),
                _ => Err((part.at, format!("a value of `{}` is no text", spec.name), names(spec))),
            };
            Value::Set(list.iter().map(name).collect::<Result<_, _>>()?)
        }
        _ => {
            let Some(text) = text_of(value) else {
                return Err((value.at, format!("`{}` takes one value", spec.name), wanted(spec)));
            };
            match (product.parse_value(name, &text), spec.kind) {
                (Ok(value), _) => value,
                (Err(FactFault::OutOfRange { .. }), _) => return Err(out_of_range(spec, value.at, &text)),
                (Err(_), Kind::Choice) => return Err(wrong_name(spec, value.at, &text)),
                (Err(_), _) => {
                    let what = format!("`{}` cannot be `{}`", spec.name, shortened(&text));
                    return Err((value.at, what, wanted(spec)));
                }
            }
        }
    };
    match datum(spec, &read) {
        Ok(_) => Ok(read),
        Err(_) => Err(out_of_range(spec, value.at, "this")),
    }
}

fn out_of_range(spec: &FactSpec, at: usize, text: &str) -> Wrong {
    let hint = match spec.kind {
        Kind::Money => format!("an amount from 0.00 to {}.00", limits::MONEY_CENTS / 100),
        Kind::Number => format!("a number from -{0} to {0}", limits::NUMBER),
        Kind::Date | Kind::Instant => "from the year 1990 to 2099, to the microsecond at most".to_owned(),
        _ => wanted(spec),
    };
    (at, format!("`{}` is out of range: `{}`", spec.name, shortened(text)), hint)
}

fn wrong_name(spec: &FactSpec, at: usize, text: &str) -> Wrong {
    let mut hint = did_you_mean(text, spec.values.iter().map(|value| value.name.as_str()));
    if hint.is_empty() {
        hint = names(spec);
    }
    (at, format!("`{}` has no value `{}`", spec.name, shortened(text)), hint)
}

fn names(spec: &FactSpec) -> String {
    let names: Vec<&str> = spec.values.iter().map(|value| value.name.as_str()).collect();
    format!("it can be {}", names.join(", "))
}

/// What to write for a fact.
fn wanted(spec: &FactSpec) -> String {
    match spec.kind {
        Kind::Bool => "write true or false".to_owned(),
        Kind::Choice => names(spec),
        Kind::Set => format!("a list, also an empty one; {}", names(spec)),
        Kind::Number => "write a number such as 2.5".to_owned(),
        Kind::Money => "write an amount such as \"849.00\"".to_owned(),
        Kind::Date => "write a day of the calendar such as 2026-03-01".to_owned(),
        Kind::Instant => "write a moment with its offset, such as 2026-03-01T10:00:00+01:00".to_owned(),
        Kind::Term => "write a length of time such as \"14 days\"".to_owned(),
    }
}
