//! Terms ("14 days") and the deadlines they lead to (`GEN-TIME-02` to `05`, `08`).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::time::add_seconds;
use crate::{
    Calendar, Country, Date, Instant, add_days, add_months_anchored, end_of_day, local_date, start_of_day,
};

/// A length of time as laws and conditions write it. Written `24 hours`, `14 days`, `1 month`, `15 working days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// So many times 3,600 seconds, whatever the clocks do (`GEN-TIME-03`).
    Hours(u32),
    /// Calendar days (`GEN-TIME-02`).
    Days(u32),
    /// The same day number so many months on, clamped to the end of the month (`GEN-TIME-04`).
    Months(u32),
    /// Days on which the offices of the customer's country work (`GEN-TIME-05`).
    WorkingDays(u32),
}

crate::text::coded_error! {
    /// Why a text is no term.
    TermError {
        Shape = "term-shape": "a term is a number and a unit, such as \"14 days\"",
        Unit = "term-unit": "the unit of a term is hour, day, month or working day, singular with 1 and plural otherwise",
        TooLong = "term-too-long": "a term is at most 100 years",
    }
}

/// What happens when the last day of a term is a day off (`GEN-TIME-08`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Roll {
    /// Nothing: durations of cover, notice months, the 36 months.
    Never,
    /// The term ends on the next working day: terms within which a customer must act. Never rolls back.
    NextWorkingDay(Calendar),
}

impl Roll {
    /// How a term rolls within which a customer of that country must act (`AMB-71`).
    pub const fn for_customer(country: Country) -> Self {
        Self::NextWorkingDay(country.statutory_calendar())
    }
}

/// When a term is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Deadline {
    /// The last day that is still in time; `None` for terms in hours.
    pub last_day: Option<Date>,
    /// The first instant that is too late: 24:00 local time of the last day.
    pub end: Instant,
}

impl Deadline {
    /// The deadline at 24:00 of a day.
    pub fn on(last_day: Date, country: Country) -> Self {
        Self { last_day: Some(last_day), end: end_of_day(last_day, country) }
    }

    /// Whether an act at that instant is in time.
    pub fn is_met_at(&self, at: Instant) -> bool {
        at < self.end
    }

    /// Whether the term is over at that instant.
    pub fn has_passed_at(&self, at: Instant) -> bool {
        at >= self.end
    }
}

impl Term {
    /// When the term is over that an event at this instant starts.
    ///
    /// The local day of the event is not counted; day 1 is the next one; the term ends at 24:00 of its last day. Hours
    /// run from the instant itself and never roll.
    ///
    /// ```
    /// use kernel::{Country, Roll, Term};
    /// let reminder = "2026-04-01T09:00:00Z".parse().unwrap();
    /// let deadline = Term::Days(14).from_instant(reminder, Country::Nl, Roll::for_customer(Country::Nl));
    /// assert_eq!(deadline.last_day, Some("2026-04-15".parse().unwrap()));
    /// assert_eq!(deadline.end.to_string(), "2026-04-15T22:00:00Z"); // 16 April 00:00 in Amsterdam
    /// ```
    pub fn from_instant(self, at: Instant, country: Country, roll: Roll) -> Deadline {
        match self {
            Self::Hours(hours) => Deadline { last_day: None, end: add_seconds(at, i64::from(hours) * 3_600) },
            _ => self.from_date(local_date(at, country), country, roll),
        }
    }

    /// When the term is over that an event on this day starts. Of a term in hours only the day of its beginning is
    /// known, so that it runs from the end of that day: the day of the event is not counted.
    pub fn from_date(self, date: Date, country: Country, roll: Roll) -> Deadline {
        let last_day = match self {
            Self::Hours(hours) => {
                return Deadline {
                    last_day: None,
                    end: add_seconds(end_of_day(date, country), i64::from(hours) * 3_600),
                };
            }
            Self::Days(days) => add_days(date, i64::from(days)),
            Self::Months(months) => add_months_anchored(date, months_to_add(months)),
            Self::WorkingDays(days) => country.office_calendar().add_working_days(date, days),
        };
        let last_day = match roll {
            Roll::Never => last_day,
            Roll::NextWorkingDay(calendar) => calendar.next_working_day(last_day),
        };
        Deadline::on(last_day, country)
    }

    /// The last day on which an act is early enough when the whole term must lie between that day and the beginning of
    /// the given one ("at least one month before the expiry date"). Counted backward by the same rules, and never rolled
    /// (`GEN-TIME-08`: notice).
    ///
    /// ```
    /// use kernel::{Country, Term};
    /// let renewal = "2026-04-01".parse().unwrap();
    /// assert_eq!(Term::Months(1).latest_day_before(renewal, Country::Nl).to_string(), "2026-02-28");
    /// ```
    pub fn latest_day_before(self, date: Date, country: Country) -> Date {
        let last_whole_day = add_days(date, -1);
        // Never too early; hours across a clock change and clamped months may make it a few days too late.
        let guess = match self {
            Self::Hours(hours) => add_days(last_whole_day, -i64::from(hours / 24)),
            Self::Days(days) => add_days(last_whole_day, -i64::from(days)),
            Self::Months(months) => {
                add_days(add_months_anchored(last_whole_day, months_to_add(months).saturating_neg()), 3)
            }
            Self::WorkingDays(0) => last_whole_day,
            Self::WorkingDays(days) => {
                let calendar = country.office_calendar();
                let last_counted = calendar.previous_working_day(last_whole_day);
                add_days(calendar.subtract_working_days(last_counted, days - 1), -1)
            }
        };
        let too_late = start_of_day(date, country);
        let mut day = guess.min(last_whole_day);
        while self.from_date(day, country, Roll::Never).end > too_late && day > Date::MIN {
            day = add_days(day, -1);
        }
        day
    }
}

fn months_to_add(months: u32) -> i32 {
    i32::try_from(months).unwrap_or(i32::MAX)
}

/// 100 years in the unit.
const MOST_HOURS: u32 = 876_600;
const MOST_DAYS: u32 = 36_525;
const MOST_MONTHS: u32 = 1_200;

impl FromStr for Term {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        let (number, unit) = text.split_once(' ').ok_or(TermError::Shape)?;
        if number.is_empty() || number.len() > 9 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TermError::Shape);
        }
        let number: u32 = number.parse().map_err(|_| TermError::Shape)?;
        let singular = number == 1;
        let (term, most) = match unit {
            "hour" if singular => (Self::Hours(1), MOST_HOURS),
            "day" if singular => (Self::Days(1), MOST_DAYS),
            "month" if singular => (Self::Months(1), MOST_MONTHS),
            "working day" if singular => (Self::WorkingDays(1), MOST_DAYS),
            "hours" if !singular => (Self::Hours(number), MOST_HOURS),
            "days" if !singular => (Self::Days(number), MOST_DAYS),
            "months" if !singular => (Self::Months(number), MOST_MONTHS),
            "working days" if !singular => (Self::WorkingDays(number), MOST_DAYS),
            _ => return Err(TermError::Unit),
        };
        if number > most { Err(TermError::TooLong) } else { Ok(term) }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match *self {
            Self::Hours(n) => (n, "hour"),
            Self::Days(n) => (n, "day"),
            Self::Months(n) => (n, "month"),
            Self::WorkingDays(n) => (n, "working day"),
        };
        let plural = if number == 1 { "" } else { "s" };
        write!(f, "{number} {unit}{plural}")
    }
}

crate::__serde_as_text!(Term, |it: &Term| it.to_string());
