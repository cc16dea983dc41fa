//! Values of facts: as people and files state them ([`Value`]), and as the evaluator holds them.

use std::collections::BTreeSet;

use kernel::{Date, Decimal, Instant, Money, Term};
use serde::{Deserialize, Serialize};

kernel::text_enum! {
    /// Kleene's three truth values.
    pub enum Truth {
        /// It holds.
        Yes = "yes",
        /// It does not hold.
        No = "no",
        /// The facts do not settle it.
        Unknown = "unknown",
    }
}

impl Truth {
    /// From an answer that may be missing.
    #[must_use]
    pub fn of(answer: Option<bool>) -> Self {
        match answer {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown,
        }
    }

    /// Both hold: *no* wins over *unknown*.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// One of them holds: *yes* wins over *unknown*.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

kernel::text_enum! {
    /// What a fact can be.
    pub enum Kind {
        /// Yes or no.
        Bool = "bool",
        /// One of the fact's values.
        Choice = "choice",
        /// Any number of the fact's values, also none.
        Set = "set",
        /// A plain number.
        Number = "number",
        /// Euro cents.
        Money = "money",
        /// A civil date.
        Date = "date",
        /// A moment, to the microsecond.
        Instant = "instant",
        /// A length of time such as `14 days`.
        Term = "term",
    }
}

/// A stated value, as it is stored in events and given to a decision. Serialised with its kind:
/// `{"choice":"dropped"}`, `{"money":12500}`, `{"date":"2026-03-01"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// The name of one value.
    Choice(String),
    /// The names of all values that apply; empty is "none of them".
    Set(BTreeSet<String>),
    /// A plain number.
    Number(Decimal),
    /// Euro cents.
    Money(Money),
    /// A civil date.
    Date(Date),
    /// A moment.
    Instant(Instant),
    /// A length of time.
    Term(Term),
}

impl Value {
    /// The kind of this value.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Bool(_) => Kind::Bool,
            Self::Choice(_) => Kind::Choice,
            Self::Set(_) => Kind::Set,
            Self::Number(_) => Kind::Number,
            Self::Money(_) => Kind::Money,
            Self::Date(_) => Kind::Date,
            Self::Instant(_) => Kind::Instant,
            Self::Term(_) => Kind::Term,
        }
    }

    /// A choice by its name.
    #[must_use]
    pub fn choice(name: &str) -> Self {
        Self::Choice(name.to_owned())
    }

    /// A set by its names.
    #[must_use]
    pub fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self::Set(names.into_iter().map(str::to_owned).collect())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Money> for Value {
    fn from(value: Money) -> Self {
        Self::Money(value)
    }
}

impl From<Date> for Value {
    fn from(value: Date) -> Self {
        Self::Date(value)
    }
}

impl From<Instant> for Value {
    fn from(value: Instant) -> Self {
        Self::Instant(value)
    }
}

/// A value as the evaluator holds it: names are bit positions, nothing is on the heap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Datum {
    Bool(bool),
    Choice(u8),
    Set(u64),
    Number(Decimal),
    /// Cents.
    Money(i64),
    Date(Date),
    Instant(Instant),
    /// With the mark of `GEN-TIME-08`: rolls to the next working day when its end is a day off.
    Term(Term, bool),
}
