//! Figures of the claims desk: what is open and how long, how claims ended and how long it took, what each cause costs.

use ::claims::CloseWay;
use kernel::{Instant, Money};
use store::{Tx, params, sql};

use crate::AppError;

const DAY_MICROS: i64 = 86_400_000_000;
/// Ages that open claims are counted by: up to so many days; the last has no end.
const AGES: [Option<i64>; 4] = [Some(7), Some(30), Some(90), None];
/// The most causes that are told.
const CAUSES: u32 = 20;

/// Claims and what they come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many.
    pub count: u64,
    /// What was paid for them and is expected still.
    pub amount: Money,
}

/// Open claims of an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// The most days since the report; none: no end.
    pub days: Option<i64>,
    /// How many, and what they come to.
    pub sum: Sum,
}

/// Claims that ended in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// How.
    pub way: CloseWay,
    /// How many, and what was paid.
    pub sum: Sum,
    /// Days from report to end, on average.
    pub days: i64,
}

/// Claims of one cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// What happened, by the name of the value in the wording.
    pub cause: String,
    /// How many, and what they come to.
    pub sum: Sum,
}

/// The figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// What is open, by age.
    pub open: Vec<Age>,
    /// What ended in the period, by way.
    pub ended: Vec<Ended>,
    /// What was reported in the period, by cause, the dearest first.
    pub causes: Vec<Cause>,
}

/// Figures as they stand at `now`; what ended and was reported counts from `since`.
///
/// # Errors
/// [`AppError::Store`].
pub fn figures(tx: &mut Tx<'_>, since: Instant, now: Instant) -> Result<Figures, AppError> {
    let mut figures = Figures::default();
    // One second past: who reports at this very moment is open too.
    let mut until = now.as_microsecond() + 1_000_000;
    for days in AGES {
        let from = days.map_or(i64::MIN, |days| now.as_microsecond() - days * DAY_MICROS);
        let row = tx.query_one(
            sql!(
                "select count(*) as number, cast(coalesce(sum(reserve_cents + paid_cents), 0) as bigint) as amount_cents \
                 from claim where phase <> 'closed' and reported_us >= ?1 and reported_us < ?2"
            ),
            &params![from, until],
        )?;
        let sum = Sum { count: row.get("number")?, amount: row.money("amount_cents")? };
        figures.open.push(Age { days, sum });
        until = from;
    }
    let rows = tx.query(
        sql!(
            "select way, count(*) as number, cast(coalesce(sum(paid_cents), 0) as bigint) as amount_cents, \
             cast(coalesce(sum((closed_us - reported_us) / 1000000), 0) as bigint) as seconds \
             from claim where closed_us >= ?1 and way is not null group by way order by way"
        ),
        &params![since],
    )?;
    for row in rows {
        let sum = Sum { count: row.get("number")?, amount: row.money("amount_cents")? };
        let seconds = row.i64("seconds")? / i64::try_from(sum.count.max(1)).unwrap_or(i64::MAX);
        // Half a day and more is a day.
        let days = (seconds + 43_200) / 86_400;
        figures.ended.push(Ended { way: row.parse("way")?, sum, days });
    }
    let rows = tx.query(
        sql!(
            "select cause, count(*) as number, cast(sum(reserve_cents + paid_cents) as bigint) as amount_cents from claim \
             where reported_us >= ?1 group by cause order by 3 desc, 1 limit ?2"
        ),
        &params![since, CAUSES],
    )?;
    for row in rows {
        let sum = Sum { count: row.get("number")?, amount: row.money("amount_cents")? };
        figures.causes.push(Cause { cause: row.text("cause")?, sum });
    }
    Ok(figures)
}
