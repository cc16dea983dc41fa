//! Civil dates against instants, in the local time of a country (`GEN-TIME-01`).
//!
//! Both sides have an end (the year 9999); what would lie beyond it stays there, so that no date arithmetic panics.

use jiff::{Span, civil::DateTime};

use crate::{Country, Date, Instant};

/// The first instant of a local day. With an argument one day later this is "24:00" of a day, see [`end_of_day`].
pub fn start_of_day(date: Date, country: Country) -> Instant {
    instant_at(date.at(0, 0, 0, 0), country)
}

/// "24:00" of a local day: the first instant of the next day (`GEN-TIME-02`, `GEN-TIME-07`).
pub fn end_of_day(date: Date, country: Country) -> Instant {
    start_of_day(add_days(date, 1), country)
}

/// The date on the wall in that country at that instant.
pub fn local_date(at: Instant, country: Country) -> Date {
    country.time_zone().to_datetime(at).date()
}

/// So many days later (or earlier, when negative).
pub fn add_days(date: Date, days: i64) -> Date {
    let bounded = days.clamp(-DAYS_IN_ALL_TIME, DAYS_IN_ALL_TIME);
    date.saturating_add(Span::new().days(bounded))
}

/// The same day number so many months from the anchor, clamped to the end of the month (`GEN-TIME-04`).
///
/// A series is counted from its anchor each time, never from the date before it: 31 Jan, 28 Feb, 31 Mar.
///
/// ```
/// use kernel::add_months_anchored;
/// let anchor = "2026-01-31".parse().unwrap();
/// let series: Vec<String> = (0..4).map(|n| add_months_anchored(anchor, n).to_string()).collect();
/// assert_eq!(series, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
/// ```
pub fn add_months_anchored(anchor: Date, months: i32) -> Date {
    let bounded = months.clamp(-MONTHS_IN_ALL_TIME, MONTHS_IN_ALL_TIME);
    anchor.saturating_add(Span::new().months(bounded))
}

/// The day on which somebody has lived so many whole years. Born on 29 February it is 1 March of a year without that day: a
/// birthday is never a day too early (`LAW-FMT-10`).
///
/// ```
/// use kernel::years_old_on;
/// let eighteen = |born: &str| years_old_on(born.parse().unwrap(), 18).to_string();
/// assert_eq!(eighteen("2008-02-28"), "2026-02-28");
/// assert_eq!(eighteen("2008-02-29"), "2026-03-01");
/// assert_eq!(eighteen("2008-03-01"), "2026-03-01");
/// ```
pub fn years_old_on(born: Date, years: i32) -> Date {
    let day = add_months_anchored(born, years.saturating_mul(12));
    if day.day() == born.day() { day } else { add_days(day, 1) }
}

/// Elapsed seconds later (`GEN-TIME-03`): the clock changes of a zone play no part.
pub(crate) fn add_seconds(at: Instant, seconds: i64) -> Instant {
    let micros = at.as_microsecond().saturating_add(seconds.saturating_mul(1_000_000));
    Instant::from_microsecond(micros).unwrap_or_else(|_| latest())
}

/// More than the days between the first and the last date there is.
const DAYS_IN_ALL_TIME: i64 = 7_304_484;
const MONTHS_IN_ALL_TIME: i32 = 239_976;

fn instant_at(local: DateTime, country: Country) -> Instant {
    match country.time_zone().to_ambiguous_timestamp(local).compatible() {
        Ok(instant) => instant,
        Err(_) if local.year() < 0 => Instant::MIN,
        Err(_) => latest(),
    }
}

/// The last instant that is a whole second.
fn latest() -> Instant {
    Instant::from_second(Instant::MAX.as_second()).expect("the seconds of an instant are an instant")
}
