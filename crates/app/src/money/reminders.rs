//! The list of late premium: who is reminded next, whose cover stops when, whose policy may end (NL-DUN, BE-DUN). From columns of
//! the contracts' rows alone, so that it is as quick with a million policies as with ten.

use std::time::Duration;

use kernel::{Date, Id, Instant, Money};
use policy::Late;
use store::{Row, Tx, params, sql};

use crate::{
    AppError,
    accounts::table::{Sheet, Value},
    views::desk::{ListPart, PAGE},
};

/// How long before a reminder goes a policy comes into the list.
const BEFORE: Duration = Duration::from_secs(7 * 86_400);

/// Where late premium stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A reminder goes within a week.
    Soon,
    /// The free reminder went (BE-DUN-10).
    Free,
    /// A reminder went, and its term runs (NL-DUN-03, BE-DUN-03).
    Reminded,
    /// Cover has stopped (NL-DUN-04, BE-DUN-04).
    Off,
    /// The end of the policy may be proposed (NL-DUN-09, BE-DUN-09, AMB-13).
    Ready,
    /// Reminders are held.
    Held,
    /// Nothing happens by itself: the letter came back, a death was reported, or the policy is over.
    Waiting,
}

impl Stage {
    /// Every stage, in the order of the path.
    pub const ALL: [Self; 7] =
        [Self::Soon, Self::Free, Self::Reminded, Self::Off, Self::Ready, Self::Held, Self::Waiting];

    /// The name in addresses and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Free => "free",
            Self::Reminded => "reminded",
            Self::Off => "off",
            Self::Ready => "ready",
            Self::Held => "held",
            Self::Waiting => "waiting",
        }
    }

    /// The stage with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// A policy in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The contract.
    pub contract: Id,
    /// Policy number.
    pub number: String,
    /// Where it stands.
    pub stage: Stage,
    /// What is open, with costs and interest.
    pub open: Money,
    /// The oldest due date of it.
    pub oldest: Date,
    /// When the stage ends by itself or the next step may be taken; for cover that has stopped, since when it is off.
    pub at: Option<Instant>,
    /// When the next step comes: a reminder, the end of cover, the end of a hold, or the right to propose the end.
    pub next: Option<Instant>,
}

/// From when a contract is in the list.
pub(crate) fn late_from(late: &Late) -> Instant {
    let quiet = late.free.is_none() && late.stops.is_none() && late.held != late.remind;
    match late.remind {
        Some(at) if quiet => at - BEFORE,
        _ => kernel::start_of_day(late.oldest, kernel::Country::Nl),
    }
}

/// How many policies stand where, those without any left out.
///
/// # Errors
/// [`AppError::Store`].
pub fn counts(tx: &mut Tx<'_>, now: Instant) -> Result<Vec<(Stage, u64, Money)>, AppError> {
    let rows = tx.query(
        sql!(
            "select stage, count(*) as number, cast(sum(open_cents) as bigint) as sum_cents from (select open_cents, \
             case when ends_us <= ?1 then 'waiting' when held_us > ?1 then 'held' when repeated_us <= ?1 then 'ready' \
             when stops_us <= ?1 then 'off' when stops_us > ?1 then 'reminded' when free_us is not null then 'free' \
             when remind_us is not null then 'soon' else 'waiting' end as stage \
             from contract where late_us <= ?1) as late group by stage"
        ),
        &params![now],
    )?;
    let mut counts = Vec::with_capacity(rows.len());
    for row in &rows {
        counts.push((stage(row)?, row.get("number")?, row.money("sum_cents")?));
    }
    counts.sort_unstable();
    Ok(counts)
}

/// One part of the list, the oldest debts first.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(
    tx: &mut Tx<'_>,
    now: Instant,
    only: Option<Stage>,
    part: u32,
) -> Result<ListPart<Line>, AppError> {
    let counts = counts(tx, now)?;
    let count = counts.iter().filter(|(stage, ..)| only.is_none_or(|only| only == *stage));
    Ok(ListPart {
        count: count.map(|(_, count, _)| count).sum(),
        lines: lines(tx, now, only, (PAGE, part.saturating_mul(PAGE)))?,
    })
}

fn lines(
    tx: &mut Tx<'_>,
    now: Instant,
    only: Option<Stage>,
    (limit, offset): (u32, u32),
) -> Result<Vec<Line>, AppError> {
    let rows = tx.query(
        sql!(
            "select * from (select id, number, open_cents, oldest_due, remind_us, free_us, stops_us, repeated_us, held_us, \
             case when ends_us <= ?1 then 'waiting' when held_us > ?1 then 'held' when repeated_us <= ?1 then 'ready' \
             when stops_us <= ?1 then 'off' when stops_us > ?1 then 'reminded' when free_us is not null then 'free' \
             when remind_us is not null then 'soon' else 'waiting' end as stage \
             from contract where late_us <= ?1) as late where cast(?2 as text) is null or stage = ?2 \
             order by oldest_due, id limit ?3 offset ?4"
        ),
        &params![now, only.map(Stage::code), limit, offset],
    )?;
    rows.iter().map(line).collect()
}

fn stage(row: &Row) -> Result<Stage, AppError> {
    let code = row.text("stage")?;
    Stage::from_code(&code).ok_or_else(|| AppError::damaged("a stage", code))
}

fn line(row: &Row) -> Result<Line, AppError> {
    let stage = stage(row)?;
    let (remind, free) = (row.opt_instant("remind_us")?, row.opt_instant("free_us")?);
    let (stops, repeated) = (row.opt_instant("stops_us")?, row.opt_instant("repeated_us")?);
    let held = row.opt_instant("held_us")?;
    let (at, next) = match stage {
        Stage::Soon => (remind, remind),
        Stage::Free => (free, remind),
        Stage::Reminded => (stops, stops),
        Stage::Off => (stops, repeated),
        Stage::Ready => (stops, None),
        Stage::Held => (held, held),
        Stage::Waiting => (None, None),
    };
    Ok(Line {
        contract: row.id("id")?,
        number: row.text("number")?,
        stage,
        open: row.money("open_cents")?,
        oldest: row.date("oldest_due")?,
        at,
        next,
    })
}

/// Lines read at once.
const CHUNK: u32 = 1_000;

/// Writes the list into a sheet. `word` names a stage.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Refused`] `export-too-long`.
pub fn export(
    tx: &mut Tx<'_>,
    now: Instant,
    only: Option<Stage>,
    word: &dyn Fn(&str) -> String,
    sheet: &mut Sheet<'_>,
) -> Result<(), AppError> {
    sheet.begin("reminders", &["policy", "stage", "open", "due", "stage-day", "next"])?;
    let day = |at: Option<Instant>| {
        at.map_or(Value::Empty, |at| Value::Day(kernel::local_date(at, kernel::Country::Nl)))
    };
    let mut offset = 0;
    loop {
        let lines = lines(tx, now, only, (CHUNK, offset))?;
        for line in &lines {
            sheet.row(&[
                Value::Text(line.number.clone()),
                Value::Text(word(&format!("late-stage-{}", line.stage.code()))),
                Value::Money(line.open),
                Value::Day(line.oldest),
                day(line.at),
                day(line.next),
            ])?;
        }
        if lines.len() < CHUNK as usize {
            return Ok(());
        }
        offset += CHUNK;
    }
}
