//! Expressions to texts of other languages.

use crate::plain::Plain;
use crate::plain::parse::E;
use crate::plain::value::V;
use crate::{Dialect, Input};

/// The expression with `time_N` for each part that reckons with the calendar.
pub(crate) fn without_times(e: &E, times: &mut Vec<E>) -> E {
    let is_term = |e: &E| matches!(e, E::Parameter(_) | E::Value(V::Term(..)));
    let is_time = match e {
        E::Call(name, _) => name == "date" || name == "deadline",
        E::Sum('+', _, right) => is_term(right),
        _ => false,
    };
    if is_time {
        let ix = times.iter().position(|known| known == e).unwrap_or_else(|| {
            times.push(e.clone());
            times.len() - 1
        });
        return E::Name(format!("time_{ix}"));
    }
    let mut one = |e: &E| Box::new(without_times(e, times));
    match e {
        E::Value(_) | E::Name(_) | E::Parameter(_) | E::Known(_) => e.clone(),
        E::Not(a) => E::Not(one(a)),
        E::And(a, b) => E::And(one(a), one(b)),
        E::Or(a, b) => E::Or(one(a), one(b)),
        E::Compare(sign, a, b) => E::Compare(sign.clone(), one(a), one(b)),
        E::In(a, names) => E::In(one(a), names.clone()),
        E::Has(a, name) => E::Has(one(a), name.clone()),
        E::If(c, a, b) => E::If(one(c), one(a), one(b)),
        E::Sum(sign, a, b) => E::Sum(*sign, one(a), one(b)),
        E::Call(name, list) => E::Call(name.clone(), list.iter().map(|part| *one(part)).collect()),
    }
}

/// Calls `visit` with every name used.
pub(crate) fn names(e: &E, visit: &mut impl FnMut(&str)) {
    match e {
        E::Name(name) => visit(name),
        E::Value(_) | E::Parameter(_) | E::Known(_) => {}
        E::Not(a) | E::In(a, _) | E::Has(a, _) => names(a, visit),
        E::And(a, b) | E::Or(a, b) | E::Compare(_, a, b) | E::Sum(_, a, b) => {
            names(a, visit);
            names(b, visit);
        }
        E::If(a, b, c) => {
            names(a, visit);
            names(b, visit);
            names(c, visit);
        }
        E::Call(_, list) => list.iter().for_each(|part| names(part, visit)),
    }
}

/// The text of an expression without times.
pub(crate) fn text(e: &E, plain: &Plain<'_>, dialect: &impl Dialect) -> String {
    let one = |e: &E| text(e, plain, dialect);
    match e {
        E::Value(value) => constant(value),
        E::Parameter(name) => constant(&plain.parameters[name]),
        E::Name(name) if plain.definitions.contains_key(name) => dialect.definition(name),
        E::Name(name) => name.clone(),
        E::Not(a) => dialect.not(&one(a)),
        E::And(a, b) => dialect.and(&one(a), &one(b)),
        E::Or(a, b) => dialect.or(&one(a), &one(b)),
        E::Compare(sign, a, b) => {
            let right = match b.as_ref() {
                E::Name(name) if !name.starts_with("time_") && plain.is_value_name(name) => {
                    format!("\"{name}\"")
                }
                b => one(b),
            };
            let sign = if sign == "=" { "==" } else { sign };
            format!("({} {sign} {right})", one(a))
        }
        E::In(a, names) => {
            let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
            format!("({} in [{}])", one(a), names.join(", "))
        }
        E::Has(a, name) => dialect.has(&one(a), name),
        E::Known(name) => format!("known_{name}"),
        E::If(c, a, b) => format!("({} ? {} : {})", one(c), one(a), one(b)),
        E::Sum(sign, a, b) => format!("({} {sign} {})", one(a), one(b)),
        E::Call(name, list) => {
            let [a, b] = list.as_slice() else { panic!("{name} of {} values", list.len()) };
            let (a, b) = (one(a), one(b));
            let sign = if name == "min" { "<" } else { ">" };
            format!("({a} {sign} {b} ? {a} : {b})")
        }
    }
}

fn constant(value: &V) -> String {
    match crate::input(value) {
        Input::Bool(value) => value.to_string(),
        Input::Int(number) => number.to_string(),
        Input::Text(_) | Input::List(_) => panic!("{value:?} is no constant of the language"),
    }
}
