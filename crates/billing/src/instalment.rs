//! Instalments and their due dates, anchored to the day on which the policy started (GEN-TIME-04).

use kernel::{Date, Frequency, Period};
use serde::{Deserialize, Serialize};

/// One instalment: the period it pays for and the day it falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// Number within the contract, from 1.
    pub no: u32,
    /// What it pays for: first day, and the day after the last.
    pub period: Period<Date>,
    /// Premium due date (NL-DEF-17).
    pub due: Date,
}

/// Instalment `no` (from 1) of a contract that starts on `start`; none beyond a one-off premium.
///
/// A one-off premium pays until `end` (exclusive), or for an unlimited period where the schedule names no end.
pub fn instalment(start: Date, frequency: Frequency, end: Option<Date>, no: u32) -> Option<Instalment> {
    assert!(no >= 1, "instalments count from 1");
    match frequency.months() {
        None if no == 1 => Some(Instalment { no, period: Period::new(start, end).ok()?, due: start }),
        None => None,
        Some(months) => {
            let after = |instalments: u32| {
                let months = i32::try_from(instalments.checked_mul(months)?).ok()?;
                Some(kernel::add_months_anchored(start, months))
            };
            let (from, to) = (after(no - 1)?, after(no)?);
            Some(Instalment { no, period: Period::new(from, Some(to)).ok()?, due: from })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::date;

    #[test]
    fn due_dates_keep_their_anchor_day() {
        // GEN-TIME-04: 31 Jan → 28 Feb → 31 Mar
        let due = |no| instalment(date(2026, 1, 31), Frequency::Monthly, None, no).unwrap().due;
        assert_eq!(
            [due(1), due(2), due(3), due(4)],
            [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]
        );
        let yearly = instalment(date(2024, 2, 29), Frequency::Yearly, None, 2).unwrap();
        assert_eq!((yearly.period.from(), yearly.period.to()), (date(2025, 2, 28), Some(date(2026, 2, 28))));
    }

    #[test]
    fn a_one_off_premium_falls_due_once() {
        let end = Some(date(2029, 3, 1));
        let one = instalment(date(2026, 3, 1), Frequency::OneOff, end, 1).unwrap();
        assert_eq!((one.due, one.period.to()), (date(2026, 3, 1), end));
        assert_eq!(instalment(date(2026, 3, 1), Frequency::OneOff, end, 2), None);
    }

    #[test]
    fn periods_meet_without_gap_or_overlap() {
        for day in 28..=31 {
            let start = date(2023, 12, day.min(31));
            for no in 1..60 {
                let one = instalment(start, Frequency::Monthly, None, no).unwrap();
                let next = instalment(start, Frequency::Monthly, None, no + 1).unwrap();
                assert_eq!(one.period.to(), Some(next.period.from()));
            }
        }
    }
}
