//! Half-open intervals.

use serde::{Deserialize, Serialize};

/// A half-open interval `[from, to)`; without `to` it has no end (`GEN-TIME-07`). Never empty.
///
/// `T` is a [`Date`](crate::Date) or an [`Instant`](crate::Instant).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    try_from = "Raw<T>",
    into = "Raw<T>",
    bound(serialize = "T: Ord + Copy + Serialize", deserialize = "T: Ord + Copy + Deserialize<'de>")
)]
pub struct Period<T: Ord + Copy> {
    from: T,
    to: Option<T>,
}

/// The end of a period does not lie after its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a period must end after it begins")]
pub struct EmptyPeriod;

impl EmptyPeriod {
    /// Key of the text shown to people: `period-empty`.
    pub fn code(self) -> &'static str {
        "period-empty"
    }
}

impl<T: Ord + Copy> Period<T> {
    /// `[from, to)`.
    ///
    /// # Errors
    /// [`EmptyPeriod`] when `to` is not after `from`.
    pub fn new(from: T, to: Option<T>) -> Result<Self, EmptyPeriod> {
        if to.is_some_and(|to| to <= from) { Err(EmptyPeriod) } else { Ok(Self { from, to }) }
    }

    /// `[from, to)` with an end.
    ///
    /// # Errors
    /// [`EmptyPeriod`] when `to` is not after `from`.
    pub fn between(from: T, to: T) -> Result<Self, EmptyPeriod> {
        Self::new(from, Some(to))
    }

    /// `[from, …)` without end.
    pub fn starting(from: T) -> Self {
        Self { from, to: None }
    }

    /// The first moment that is in it.
    pub fn from(&self) -> T {
        self.from
    }

    /// The first moment that is no longer in it, if it ends.
    pub fn to(&self) -> Option<T> {
        self.to
    }

    /// Whether the moment lies in it.
    pub fn contains(&self, at: T) -> bool {
        self.from <= at && self.to.is_none_or(|to| at < to)
    }

    /// Whether the whole of the other lies in it.
    pub fn encloses(&self, other: &Self) -> bool {
        self.intersect(other).is_some_and(|both| both == *other)
    }

    /// Whether the two share a moment.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.to.is_none_or(|to| other.from < to) && other.to.is_none_or(|to| self.from < to)
    }

    /// What the two share, if anything.
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (one, None) | (None, one) => one,
        };
        Self::new(self.from.max(other.from), to).ok()
    }

    /// Whether the other begins exactly where this one ends: no gap, no overlap.
    pub fn meets(&self, other: &Self) -> bool {
        self.to == Some(other.from)
    }
}

/// As it is written; anything may stand here until it is checked.
#[derive(Serialize, Deserialize)]
struct Raw<T> {
    from: T,
    to: Option<T>,
}

impl<T: Ord + Copy> TryFrom<Raw<T>> for Period<T> {
    type Error = EmptyPeriod;
    fn try_from(raw: Raw<T>) -> Result<Self, EmptyPeriod> {
        Self::new(raw.from, raw.to)
    }
}

impl<T: Ord + Copy> From<Period<T>> for Raw<T> {
    fn from(period: Period<T>) -> Self {
        Self { from: period.from, to: period.to }
    }
}
