//! The daily run: carries out what has fallen due, records it and informs. It never makes cover true or false.

use std::ops::ControlFlow;

use kernel::{Country, Id, Instant, Money, Rule, Shard};
use store::{Tx, chunk, due, params, sql};

use crate::{
    App, AppError, campaigns, claims, contracts, identity,
    money::statements,
    tasks::{self, NewTask, TaskKind},
};

/// What one run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct DayReport {
    /// Streams looked at.
    pub done: u64,
    /// Streams that got stuck now.
    pub stuck: u64,
    /// Streams passed over because they were stuck.
    pub skipped: u64,
    /// It was told to stop before it was through: run again for the rest.
    pub stopped: bool,
}

/// Most ids taken from the list of due dates at once: memory stays flat however large the portfolio is.
const TAKE: u32 = 2_048;

/// Parts that a run over many goes through the shards in. Each worker takes them in an order of its own, so that two at once
/// seldom meet; where they do, one waits for the other and finds nothing left to do.
const PARTS: u16 = 64;

/// Runs everything that is due at `now`. Two runs at once do each thing once. `watch` is told the number of streams done so far,
/// after every few thousand of them, and may stop the run: what was done stays done, and the next run goes on from there.
///
/// # Errors
/// [`AppError::Store`] when the database itself fails; a contract that fails is set aside as stuck.
pub fn run(
    app: &App,
    now: Instant,
    watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<DayReport, AppError> {
    run_taking(app, now, TAKE, watch)
}

/// [`run`], with at most `take` ids taken from the list at once.
///
/// # Errors
/// As [`run`].
pub fn run_taking(
    app: &App,
    now: Instant,
    take: u32,
    watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<DayReport, AppError> {
    let worker = app.clone();
    let booked = app.db.read(move |tx| statements::booked_through(&worker, tx))?;
    let contracts = move |app: &App, tx: &mut Tx<'_>, ids: &[Id]| {
        contracts::fall_due(app, tx, now, ids, &booked).map(|_| ())
    };
    let claims =
        move |app: &App, tx: &mut Tx<'_>, ids: &[Id]| claims::fall_due(app, tx, now, ids).map(|_| ());
    let mut round = Round { app, now, take, watch, report: DayReport::default() };
    let gone_on = round.carry_out("contract", contracts)?.is_continue()
        && round.carry_out("claim", claims)?.is_continue();
    let Round { mut report, mut watch, .. } = round;
    report.stopped = !gone_on;
    if gone_on {
        let done = report.done;
        let went = campaigns::run(app, now, |more| watch(done + more))?;
        report.done += went.done;
        report.stuck += went.stuck;
        report.skipped += went.skipped;
        report.stopped = went.stopped;
    }
    if !report.stopped {
        watch_statements(app, now)?;
    }
    Ok(report)
}

/// One run on its way.
struct Round<'a, W> {
    app: &'a App,
    now: Instant,
    take: u32,
    watch: W,
    report: DayReport,
}

impl<W: FnMut(u64) -> ControlFlow<()>> Round<'_, W> {
    /// Carries out what is due of one kind: all at once where it is little, otherwise part by part.
    fn carry_out<F>(&mut self, what: &'static str, work: F) -> Result<ControlFlow<()>, AppError>
    where
        F: Fn(&App, &mut Tx<'_>, &[Id]) -> Result<(), AppError> + Clone + Send + Sync + 'static,
    {
        let ids = self.take(what, None, None)?;
        if ids.len() < self.take as usize {
            return self.work_on(what, &ids, &work);
        }
        let drawn = self.app.draw();
        // An odd step goes through all of a power of two.
        let (first, step) = ((drawn % u64::from(PARTS)) as u16, ((drawn >> 32) as u16 % PARTS) | 1);
        for turn in 0..PARTS {
            if self.part(what, first.wrapping_add(turn.wrapping_mul(step)) % PARTS, &work)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn part<F>(&mut self, what: &'static str, part: u16, work: &F) -> Result<ControlFlow<()>, AppError>
    where
        F: Fn(&App, &mut Tx<'_>, &[Id]) -> Result<(), AppError> + Clone + Send + Sync + 'static,
    {
        let each = Shard::COUNT / PARTS;
        let last_of = |part: u16| Shard::new((part + 1) * each - 1).map(Shard::last_id);
        let mut after = part.checked_sub(1).and_then(last_of);
        loop {
            let ids = self.take(what, after, last_of(part))?;
            let Some(last) = ids.last() else { return Ok(ControlFlow::Continue(())) };
            after = Some(*last);
            if self.work_on(what, &ids, work)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }

    fn take(&self, what: &'static str, after: Option<Id>, until: Option<Id>) -> Result<Vec<Id>, AppError> {
        let (now, limit) = (self.now, self.take);
        let due = self.app.db.read(move |tx| due::take(tx, what, now, (after, until), limit))?;
        Ok(due.iter().map(|due| due.stream).collect())
    }

    fn work_on<F>(&mut self, what: &'static str, ids: &[Id], work: &F) -> Result<ControlFlow<()>, AppError>
    where
        F: Fn(&App, &mut Tx<'_>, &[Id]) -> Result<(), AppError> + Clone + Send + Sync + 'static,
    {
        let (app, work) = (self.app.clone(), work.clone());
        let ran = chunk::in_chunks(&self.app.db, what, self.now, ids, move |tx, ids| work(&app, tx, ids))?;
        self.report.done += ran.done;
        self.report.stuck += ran.stuck;
        self.report.skipped += ran.skipped;
        Ok((self.watch)(self.report.done))
    }
}

/// How long an attachment that nothing refers to is kept: an upload whose form is still being filled in.
const ORPHAN_AGE: std::time::Duration = std::time::Duration::from_secs(2 * 86_400);

/// Clears away what has served its time: drafts nobody confirmed, reports nobody sent, incidents whose term is over, sessions, links and counters that are over, attachments
/// nothing refers to. `operational` is the system's time, which sessions and links follow.
///
/// # Errors
/// [`AppError::Store`].
pub fn sweep(app: &App, now: Instant, operational: Instant) -> Result<(), AppError> {
    crate::drafts::sweep(app, now)?;
    crate::incidents::sweep(app, now)?;
    claims::unsent::sweep(app, now)?;
    app.db.write(store::Priority::Run, move |tx| {
        identity::sessions::sweep(tx, operational)?;
        // Links of drafts follow the business clock, which may be played behind the system's.
        identity::links::sweep(tx, operational.min(now))?;
        identity::limits::sweep(tx, operational)?;
        Ok::<_, AppError>(())
    })?;
    app.objects.sweep(&app.db, operational, ORPHAN_AGE)?;
    Ok(())
}

/// Working days after which a missing statement raises an alarm.
const STATEMENT_LATE_DAYS: u32 = 2;

/// Raises an alarm when a statement is missing while money is expected: reminders are held until it is there.
fn watch_statements(app: &App, now: Instant) -> Result<(), AppError> {
    let worker = app.clone();
    app.db.write(store::Priority::Run, move |tx| {
        let booked = statements::booked_through(&worker, tx)?;
        for agreement in worker.products.agreements() {
            let today = kernel::local_date(now, agreement.country);
            let needed = kernel::Calendar::Target.subtract_working_days(today, STATEMENT_LATE_DAYS);
            let open: Option<Money> = tx
                .query_one(
                    sql!("select cast(sum(open_cents) as bigint) as open_cents from contract where agreement = ?1"),
                    &params![agreement.code.as_str()],
                )?
                .get("open_cents")?;
            let stream = agreement_stream(&agreement.code);
            let late = booked.get(&agreement.code).is_none_or(|booked| *booked < needed);
            if late && open.is_some_and(Money::is_positive) {
                let detail = booked.get(&agreement.code).map_or_else(|| "never".to_owned(), ToString::to_string);
                let task = NewTask {
                    kind: TaskKind::MissingStatement,
                    stream,
                    rule: Rule("NL-DUN-02"),
                    due: Some(kernel::start_of_day(today, agreement.country)),
                    amount: open,
                    detail,
                };
                tasks::open(&worker, tx, now, &[task])?;
            } else {
                tasks::close(tx, now, &App::machine(), TaskKind::MissingStatement, &[stream])?;
            }
        }
        Ok(())
    })
}

/// The id under which work about an agreement is kept: derived from its code, the same everywhere.
pub fn agreement_stream(code: &str) -> Id {
    // FNV-1a: stable, and agreements are few.
    let hash = code
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    Id::new(kernel::Shard::of(hash), kernel::start_of_day(kernel::date(2001, 1, 1), Country::Nl), hash)
}
