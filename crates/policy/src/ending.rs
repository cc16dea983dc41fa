//! The ways in which a policy ends, and what comes back (NL-END, BE-END).

use kernel::{Country, Date, Instant, Roll, Rule};
use serde::{Deserialize, Serialize};

use crate::Contract;

/// A way in which a policy ends. More ways come with their rules; names are the eternal format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndWay {
    /// The customer withdraws within 14 days of receiving the policy.
    CoolingOff,
    /// The customer cancels.
    Ordinary,
    /// The policyholder died.
    Death,
    /// The end date was reached.
    EndDate,
}

impl EndWay {
    /// The rule it follows.
    pub const fn rule(self, country: Country) -> Rule {
        Rule(match (self, country) {
            (Self::CoolingOff, Country::Nl) => "NL-END-05",
            (Self::Ordinary, Country::Nl) => "NL-END-09",
            (Self::Death, Country::Nl) => "NL-END-06",
            (Self::EndDate, Country::Nl) => "NL-END-07",
            (Self::CoolingOff, Country::Be) => "BE-END-07",
            (Self::Ordinary, Country::Be) => "BE-END-02",
            (Self::Death, Country::Be) => "BE-END-11",
            (Self::EndDate, Country::Be) => "BE-END-12",
        })
    }
}

/// A notice or event that ends a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// In which way.
    pub way: EndWay,
    /// When the notice was received or the event happened.
    pub received: Instant,
    /// Instant at which cover ends by it.
    pub ends: Instant,
}

/// The ending that wins: the earliest; of two at the same instant the one received first (NL-END-11, BE-END-15).
pub fn earliest(endings: &[Ending]) -> Option<&Ending> {
    endings.iter().min_by_key(|e| (e.ends, e.received))
}

/// The instant at which cover ends when a notice of this way is received at `received`.
///
/// * cooling-off: on the day of cancelling, so at 24:00 of it (NL-END-05, GEN-TIME-07);
/// * ordinary: NL one month after receipt, but not inside the minimum duration (NL-END-09, AMB-72); BE the first premium due
///   date on or after that (BE-END-02, AMB-36, AMB-73);
/// * death: NL 24:00 of the day after (NL-END-06, AMB-67); BE one month after the letter (BE-END-11, AMB-74).
pub(crate) fn ends_by(contract: &Contract, way: EndWay, received: Instant) -> Instant {
    let country = contract.country();
    let terms = &contract.application.terms;
    let day = kernel::local_date(received, country);
    let after_days = |n| kernel::Term::Days(n).from_date(day, country, Roll::Never).end;
    match (way, country) {
        (EndWay::CoolingOff | EndWay::EndDate, _) => after_days(0),
        (EndWay::Death, Country::Nl) => after_days(1),
        (EndWay::Death, Country::Be) => terms.notice.from_instant(received, country, Roll::Never).end,
        (EndWay::Ordinary, Country::Nl) => {
            let by_notice = terms.notice.from_instant(received, country, Roll::Never).end;
            by_notice.max(minimum_over(contract))
        }
        (EndWay::Ordinary, Country::Be) => {
            let by_notice = terms.notice.from_instant(received, country, Roll::Never);
            let not_before = kernel::local_date(minimum_over(contract), country)
                .max(by_notice.last_day.expect("notice periods are in days or months"));
            kernel::start_of_day(first_due_on_or_after(contract, not_before), country)
        }
    }
}

/// First instant after the minimum duration (NL-DEF-15).
pub(crate) fn minimum_over(contract: &Contract) -> Instant {
    let over = contract.application.terms.minimum;
    let country = contract.country();
    let start = contract.start();
    // The minimum duration counts from the start date and ends where the paid period ends: 00:00 of the same day number.
    match over {
        kernel::Term::Months(months) => {
            let months = i32::try_from(months).expect("a minimum duration is a few years at most");
            kernel::start_of_day(kernel::add_months_anchored(start, months), country)
        }
        other => other.from_date(start, country, Roll::Never).end,
    }
}

fn first_due_on_or_after(contract: &Contract, day: Date) -> Date {
    let application = &contract.application;
    (1..)
        .map_while(|no| billing::instalment(contract.start(), application.frequency, None, no))
        .map(|instalment| instalment.due)
        .take(10_000)
        .find(|due| *due >= day)
        .unwrap_or(day)
}

/// The part of a period's days that lies on or after `end`, as (days back, days in all): what comes back of premium already
/// due when a policy ends in mid-term (AMB-42, LAW-NL-INS-06). The whole period where it has no fixed end.
pub fn refund_share(from: Date, to: Date, end: Date) -> (i64, i64) {
    let days = |a: Date, b: Date| i64::from((b - a).get_days());
    let whole = days(from, to).max(1);
    (days(end.clamp(from, to), to), whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::date;

    #[test]
    fn days_that_come_back() {
        let check = |end, expect| {
            assert_eq!(refund_share(date(2026, 3, 1), date(2026, 4, 1), end), expect, "{end}");
        };
        check(date(2026, 3, 11), (21, 31)); // ten days used
        check(date(2026, 3, 1), (31, 31));
        check(date(2026, 2, 1), (31, 31)); // ended before the period began
        check(date(2026, 4, 1), (0, 31));
        check(date(2026, 9, 1), (0, 31));
    }
}
