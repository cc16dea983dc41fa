//! Values, and expressions over them with three truth values: `None` is unknown.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Date, Decimal, Instant, Money, Roll, Rounding, Term, local_date};
use terms::Value;

use super::Plain;
use super::parse::E;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum V {
    Bool(bool),
    Choice(String),
    Set(BTreeSet<String>),
    Number(Decimal),
    /// Cents.
    Money(i64),
    Date(Date),
    Instant(Instant),
    /// And whether it rolls.
    Term(Term, bool),
}

impl V {
    pub(crate) fn of(value: &Value) -> Self {
        match value.clone() {
            Value::Bool(value) => Self::Bool(value),
            Value::Choice(name) => Self::Choice(name),
            Value::Set(names) => Self::Set(names),
            Value::Number(number) => Self::Number(number),
            Value::Money(money) => Self::Money(money.cents()),
            Value::Date(date) => Self::Date(date),
            Value::Instant(at) => Self::Instant(at),
            Value::Term(term) => Self::Term(term, false),
        }
    }

    pub(crate) fn parameter(kind: &str, text: &str, rolls: bool) -> Self {
        match kind {
            "term" => Self::Term(text.parse().unwrap(), rolls),
            "money" => Self::Money(text.parse::<Money>().unwrap().cents()),
            "percent" => Self::Number(text.parse::<Decimal>().unwrap() / Decimal::ONE_HUNDRED),
            "number" => Self::Number(text.parse().unwrap()),
            _ => Self::Date(text.parse().unwrap()),
        }
    }
}

/// What is stated of one item, and what is presumed of the rest.
pub(crate) struct Known<'a> {
    pub(crate) of: &'a Plain<'a>,
    pub(crate) stated: BTreeMap<String, V>,
}

impl Known<'_> {
    pub(crate) fn fact(&self, name: &str) -> Option<V> {
        let presumed = || self.of.facts.iter().find(|fact| fact.name == name)?.presumed.clone();
        self.stated.get(name).cloned().or_else(presumed)
    }

    pub(crate) fn truth(&self, e: &E) -> Option<bool> {
        match self.value(e)? {
            V::Bool(value) => Some(value),
            other => panic!("{other:?} is no truth"),
        }
    }

    pub(crate) fn value(&self, e: &E) -> Option<V> {
        let bool = |value: Option<bool>| value.map(V::Bool);
        match e {
            E::Value(value) => Some(value.clone()),
            E::Parameter(name) => Some(self.of.parameters[name].clone()),
            E::Name(name) => match self.of.definitions.get(name) {
                Some(definition) => self.value(definition),
                None => self.fact(name),
            },
            E::Not(a) => bool(self.truth(a).map(|value| !value)),
            E::And(a, b) => bool(match (self.truth(a), self.truth(b)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                _ => None,
            }),
            E::Or(a, b) => bool(match (self.truth(a), self.truth(b)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            }),
            E::Compare(sign, a, b) => bool(self.compare(sign, a, b)),
            E::In(a, names) => match self.value(a)? {
                V::Choice(name) => Some(V::Bool(names.contains(&name))),
                other => panic!("{other:?} is no choice"),
            },
            E::Has(a, name) => match self.value(a)? {
                V::Set(names) => Some(V::Bool(names.contains(name))),
                other => panic!("{other:?} is no set"),
            },
            E::Known(name) => Some(V::Bool(self.stated.contains_key(name))),
            E::If(c, a, b) => match self.truth(c) {
                Some(true) => self.value(a),
                Some(false) => self.value(b),
                None => self.value(a).filter(|value| self.value(b).as_ref() == Some(value)),
            },
            E::Sum(sign, a, b) => Some(self.sum(*sign, &self.value(a)?, &self.value(b)?)),
            E::Call(name, list) => {
                let values: Option<Vec<V>> = list.iter().map(|part| self.value(part)).collect();
                Some(self.call(name, values?))
            }
        }
    }

    fn compare(&self, sign: &str, a: &E, b: &E) -> Option<bool> {
        let left = self.value(a)?;
        // `x = dropped`: the name of a value.
        if let (V::Choice(found), E::Name(name)) = (&left, b) {
            return Some((found == name) == (sign == "="));
        }
        let right = self.value(b)?;
        if let (V::Term(a, _), V::Term(b, _)) = (&left, &right) {
            return Some((a == b) == (sign == "="));
        }
        let order = match (&left, &right) {
            (V::Bool(a), V::Bool(b)) => a.cmp(b),
            (V::Number(a), V::Number(b)) => a.cmp(b),
            (V::Money(a), V::Money(b)) => a.cmp(b),
            (V::Date(a), V::Date(b)) => a.cmp(b),
            (V::Instant(a), V::Instant(b)) => a.cmp(b),
            _ => panic!("{left:?} {sign} {right:?}"),
        };
        Some(match sign {
            "=" => order.is_eq(),
            "!=" => order.is_ne(),
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            ">" => order.is_gt(),
            _ => order.is_ge(),
        })
    }

    fn sum(&self, sign: char, a: &V, b: &V) -> V {
        match (sign, a, b) {
            ('+', V::Money(a), V::Money(b)) => V::Money(a + b),
            ('-', V::Money(a), V::Money(b)) => V::Money(a - b),
            ('+', V::Number(a), V::Number(b)) => V::Number(a + b),
            ('-', V::Number(a), V::Number(b)) => V::Number(a - b),
            ('*', V::Number(a), V::Number(b)) => V::Number(a * b),
            ('*', V::Money(a), V::Number(b)) => {
                V::Money(Money::from_cents(*a).checked_times(*b, Rounding::HalfUp).unwrap().cents())
            }
            ('+', V::Date(date), V::Term(term, _)) => {
                V::Date(term.from_date(*date, self.of.country, Roll::Never).last_day.unwrap())
            }
            _ => panic!("{a:?} {sign} {b:?}"),
        }
    }

    fn call(&self, name: &str, values: Vec<V>) -> V {
        match (name, values.as_slice()) {
            ("date", [V::Instant(at)]) => V::Date(local_date(*at, self.of.country)),
            ("deadline", [from, V::Term(term, rolls)]) => {
                let roll = if *rolls { Roll::for_customer(self.of.country) } else { Roll::Never };
                V::Instant(match from {
                    V::Instant(at) => term.from_instant(*at, self.of.country, roll).end,
                    V::Date(date) => term.from_date(*date, self.of.country, roll).end,
                    other => panic!("deadline({other:?})"),
                })
            }
            _ => {
                let key = |value: &V| match value {
                    V::Number(number) => *number,
                    V::Money(cents) => Decimal::from(*cents),
                    V::Date(date) => Decimal::from((*date - kernel::date(1970, 1, 1)).get_days()),
                    V::Instant(at) => Decimal::from(at.as_microsecond()),
                    other => panic!("{name}({other:?})"),
                };
                let sorted = {
                    let mut sorted = values;
                    sorted.sort_by_key(key);
                    sorted
                };
                if name == "min" { sorted[0].clone() } else { sorted[sorted.len() - 1].clone() }
            }
        }
    }

    /// The facts that could still settle an expression whose value is unknown. Left guards right.
    pub(crate) fn missing(&self, e: &E, out: &mut BTreeSet<String>) {
        if self.value(e).is_some() {
            return;
        }
        match e {
            E::Value(_) | E::Parameter(_) | E::Known(_) => {}
            E::Name(name) => match self.of.definitions.get(name) {
                Some(definition) => self.missing(definition, out),
                None => {
                    out.insert(name.clone());
                }
            },
            E::And(a, b) => self.missing(if self.truth(a).is_none() { a } else { b }, out),
            E::If(c, a, b) => match self.truth(c) {
                Some(true) => self.missing(a, out),
                Some(false) => self.missing(b, out),
                None => self.missing(c, out),
            },
            E::Not(a) | E::In(a, _) | E::Has(a, _) => self.missing(a, out),
            E::Compare(_, a, b) => {
                self.missing(a, out);
                if !matches!(b.as_ref(), E::Name(name) if self.of.is_value_name(name)) {
                    self.missing(b, out);
                }
            }
            E::Or(a, b) | E::Sum(_, a, b) => {
                self.missing(a, out);
                self.missing(b, out);
            }
            E::Call(_, list) => list.iter().for_each(|part| self.missing(part, out)),
        }
    }
}
