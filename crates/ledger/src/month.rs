//! A month of the books.

use std::{fmt, str::FromStr};

use kernel::Date;

/// A calendar month, written `2026-03`. Months are closed whole and in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: Date,
}

/// The text is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a month is written like 2026-03")]
pub struct NoMonth;

impl Month {
    /// The month a day lies in.
    pub fn of(day: Date) -> Self {
        Self { first: day.first_of_month() }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.first.last_of_month()
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: kernel::add_days(self.last(), 1) }
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(kernel::add_days(self.first, -1))
    }

    /// The first month of its quarter.
    #[must_use]
    pub fn quarter(self) -> Self {
        let back = (self.first.month() - 1) % 3;
        (0..back).fold(self, |month, _| month.previous())
    }

    /// Its number within the year, from 1.
    pub fn number(self) -> u32 {
        self.first.month().unsigned_abs().into()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl FromStr for Month {
    type Err = NoMonth;

    fn from_str(text: &str) -> Result<Self, NoMonth> {
        if text.len() != 7 {
            return Err(NoMonth);
        }
        let first = format!("{text}-01").parse().map_err(|_| NoMonth)?;
        Ok(Self { first })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_each_other_and_are_read_as_written() {
        let december: Month = "2026-12".parse().unwrap();
        assert_eq!(
            (december.first(), december.last()),
            (kernel::date(2026, 12, 1), kernel::date(2026, 12, 31))
        );
        assert_eq!(december.next().to_string(), "2027-01");
        assert_eq!(december.next().previous(), december);
        assert_eq!(december.quarter().to_string(), "2026-10");
        for wrong in ["", "2026", "2026-13", "2026-3", "2026-03-01", "März 26"] {
            assert_eq!(wrong.parse::<Month>(), Err(NoMonth), "{wrong}");
        }
    }
}
