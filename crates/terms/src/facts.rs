//! The facts of a case, and what is wrong with them.

use std::collections::BTreeMap;
use std::fmt;

use kernel::{Date, Decimal, DeviceKind, Frequency, Instant, Money, Refusal, Rule};
use serde::{Deserialize, Serialize};

use crate::limits;
use crate::product::{FactSpec, Product};
use crate::value::{Datum, Kind, Value};

/// Stated facts by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(pub BTreeMap<String, Value>);

impl Facts {
    /// None stated.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same facts with one more; an earlier value of that name is replaced.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// States a fact; an earlier value of that name is replaced.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// What is stated.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }
}

impl<'a> FromIterator<(&'a str, Value)> for Facts {
    fn from_iter<I: IntoIterator<Item = (&'a str, Value)>>(iter: I) -> Self {
        Self(iter.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

/// What the policy schedule says: the plan, its flags where they differ from the plan's own, and what else bears on cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Code of the plan.
    pub plan: String,
    /// Flags agreed otherwise than the plan sets them, by fact name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub flags: BTreeMap<String, bool>,
    /// How premium is paid: the fact `premium_frequency`, for a wording that speaks of it (`BE-COV-05`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// First day of the policy: the fact `policy_started_on`, for a wording that speaks of it (`BE-COV-05`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_on: Option<Date>,
}

impl Schedule {
    /// The plan as it is.
    #[must_use]
    pub fn of_plan(plan: &str) -> Self {
        Self { plan: plan.to_owned(), flags: BTreeMap::new(), frequency: None, started_on: None }
    }
}

/// One item of a claim: what the schedule says of it and the facts that are its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseItem {
    /// Its number in the claim.
    pub item: u32,
    /// Kind of device.
    pub device: DeviceKind,
    /// Purchase value (`NL-DEF-01`).
    pub purchase_value: Money,
    /// Excess (`NL-DEF-13`).
    pub excess: Money,
    /// Day of purchase.
    pub purchased_on: Date,
    /// Last day of the manufacturer's warranty, with extensions, where known (AMB-32).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manufacturer_warranty_ends_on: Option<Date>,
    /// Its own facts.
    #[serde(default)]
    pub facts: Facts,
}

/// What is decided on: one event, one schedule, one or more items (AMB-60).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The schedule as it stood.
    pub schedule: Schedule,
    /// Facts of the event.
    pub event: Facts,
    /// The items.
    pub items: Vec<CaseItem>,
}

/// Where a fact was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "in")]
pub enum Source {
    /// Of the event, or by an item for all of them.
    Event,
    /// By this item.
    Item {
        /// Its number.
        item: u32,
    },
    /// By the schedule.
    Schedule,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event => f.write_str("the event"),
            Self::Item { item } => write!(f, "item {item}"),
            Self::Schedule => f.write_str("the schedule"),
        }
    }
}

/// What is wrong with the facts of a case. Never a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum FactFault {
    /// The product has no such plan.
    UnknownPlan {
        /// As given.
        plan: String,
    },
    /// The product has no such fact.
    UnknownFact {
        /// As given.
        fact: String,
    },
    /// A value of another kind, or a choice that is none of the fact's values.
    WrongValue {
        /// The fact.
        fact: String,
        /// What it takes.
        wanted: Kind,
    },
    /// An amount, number or date beyond the stated limits; amounts below zero among them.
    OutOfRange {
        /// The fact.
        fact: String,
    },
    /// Stated twice with different values.
    StatedTwice {
        /// The fact.
        fact: String,
        /// Who stated it, as far as that is known.
        by: Vec<Source>,
    },
    /// Facts that cannot hold together.
    Contradiction {
        /// Name of the product's check, or of the two remedies that would follow at once.
        check: String,
        /// The facts that were stated and do not fit each other, as the product lists them.
        facts: Vec<String>,
    },
    /// No item, or more than the limit.
    Items {
        /// As given.
        count: usize,
    },
    /// A sum beyond all limits.
    TooLarge,
}

impl fmt::Display for FactFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPlan { plan } => write!(f, "the product has no plan `{plan}`"),
            Self::UnknownFact { fact } => write!(f, "the product has no fact `{fact}`"),
            Self::WrongValue { fact, wanted } => write!(f, "`{fact}` takes a {wanted} of its own values"),
            Self::OutOfRange { fact } => write!(f, "the value of `{fact}` is out of range"),
            Self::StatedTwice { fact, by } => {
                write!(f, "`{fact}` is stated twice with different values")?;
                match by.as_slice() {
                    [one, other] => write!(f, ", by {one} and by {other}"),
                    _ => Ok(()),
                }
            }
            Self::Contradiction { check, facts } => {
                f.write_str("the facts contradict each other")?;
                for (ix, fact) in facts.iter().enumerate() {
                    let joint = match ix {
                        0 => ": ",
                        _ if ix + 1 == facts.len() => " and ",
                        _ => ", ",
                    };
                    write!(f, "{joint}`{fact}`")?;
                }
                write!(f, " ({check})")
            }
            Self::Items { count } => write!(f, "{count} items; 1 to {} can be decided", limits::ITEMS),
            Self::TooLarge => write!(f, "an amount grows beyond every limit"),
        }
    }
}

impl std::error::Error for FactFault {}

impl Refusal for FactFault {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownPlan { .. } => "unknown-plan",
            Self::UnknownFact { .. } => "unknown-fact",
            Self::WrongValue { .. } => "wrong-value",
            Self::OutOfRange { .. } => "value-out-of-range",
            Self::StatedTwice { .. } => "fact-stated-twice",
            Self::Contradiction { .. } => "facts-contradict",
            Self::Items { .. } => "wrong-number-of-items",
            Self::TooLarge => "amount-too-large",
        }
    }

    fn rule(&self) -> Option<Rule> {
        None
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownPlan { plan } => vec![("plan", plan.clone())],
            Self::UnknownFact { fact } | Self::OutOfRange { fact } | Self::StatedTwice { fact, .. } => {
                vec![("fact", fact.clone())]
            }
            Self::WrongValue { fact, wanted } => vec![("fact", fact.clone()), ("wanted", wanted.to_string())],
            Self::Contradiction { check, facts } => {
                vec![("check", check.clone()), ("facts", facts.join(", "))]
            }
            Self::Items { count } => vec![("count", count.to_string())],
            Self::TooLarge => Vec::new(),
        }
    }
}

impl Product {
    /// Reads the value of a fact from text, as forms and files give it: `yes`, `dropped`, `riot, war` (a set; empty for
    /// none), `12.50`, `2026-03-01`, `2026-03-01T10:00:00Z`, `14 days`.
    ///
    /// # Errors
    /// [`FactFault`] naming the fact.
    pub fn parse_value(&self, fact: &str, text: &str) -> Result<Value, FactFault> {
        let spec = self.fact(fact).ok_or_else(|| FactFault::UnknownFact { fact: fact.to_owned() })?;
        let text = text.trim();
        let wrong = || FactFault::WrongValue { fact: fact.to_owned(), wanted: spec.kind };
        let value = match spec.kind {
            Kind::Bool => match text {
                "yes" | "true" => Value::Bool(true),
                "no" | "false" => Value::Bool(false),
                _ => return Err(wrong()),
            },
            Kind::Choice => Value::choice(text),
            Kind::Set => Value::set(text.split(',').map(str::trim).filter(|name| !name.is_empty())),
            Kind::Number => Value::Number(text.parse().map_err(|_| wrong())?),
            Kind::Money => Value::Money(text.parse().map_err(|_| wrong())?),
            Kind::Date => Value::Date(text.parse().map_err(|_| wrong())?),
            Kind::Instant => Value::Instant(text.parse().map_err(|_| wrong())?),
            Kind::Term => Value::Term(text.parse().map_err(|_| wrong())?),
        };
        datum(spec, &value).map(|_| value)
    }

    /// Whether the product knows the fact and the value fits it.
    ///
    /// # Errors
    /// [`FactFault`] naming the fact.
    pub fn check_value(&self, fact: &str, value: &Value) -> Result<(), FactFault> {
        let spec = self.fact(fact).ok_or_else(|| FactFault::UnknownFact { fact: fact.to_owned() })?;
        datum(spec, value).map(|_| ())
    }
}

/// The value as the evaluator holds it.
pub(crate) fn datum(spec: &FactSpec, value: &Value) -> Result<Datum, FactFault> {
    let wrong = || FactFault::WrongValue { fact: spec.name.clone(), wanted: spec.kind };
    let in_range = |holds: bool, datum| {
        if holds { Ok(datum) } else { Err(FactFault::OutOfRange { fact: spec.name.clone() }) }
    };
    if value.kind() != spec.kind {
        return Err(wrong());
    }
    match value {
        Value::Bool(value) => Ok(Datum::Bool(*value)),
        Value::Choice(name) => spec.bit(name).map(Datum::Choice).ok_or_else(wrong),
        Value::Set(names) => {
            let mut bits = 0;
            for name in names {
                bits |= 1_u64 << spec.bit(name).ok_or_else(wrong)?;
            }
            Ok(Datum::Set(bits))
        }
        Value::Number(number) => {
            in_range(number.abs() <= Decimal::from(limits::NUMBER), Datum::Number(*number))
        }
        Value::Money(money) => {
            in_range((0..=limits::MONEY_CENTS).contains(&money.cents()), Datum::Money(money.cents()))
        }
        Value::Date(date) => in_range(is_plausible(*date), Datum::Date(*date)),
        Value::Instant(at) => in_range(is_whole_and_plausible(*at), Datum::Instant(*at)),
        Value::Term(term) => Ok(Datum::Term(*term, false)),
    }
}

/// Years in which devices, policies and damage can lie.
fn is_plausible(date: Date) -> bool {
    (1990..2100).contains(&date.year())
}

/// Whole microseconds only: more is lost when it is stored, and the decision would not replay.
fn is_whole_and_plausible(at: Instant) -> bool {
    const FROM: i64 = 631_152_000; // 1990-01-01
    const TO: i64 = 4_102_444_800; // 2100-01-01
    at.subsec_nanosecond() % 1_000 == 0 && (FROM..TO).contains(&at.as_second())
}
