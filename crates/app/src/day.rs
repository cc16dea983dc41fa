//! The daily run: carries out what has fallen due, records it and informs. It never makes cover true or false.

use kernel::{Country, Id, Instant, Money, Rule};
use store::{Tx, chunk, due, params, sql};

use crate::{
    App, AppError, claims, contracts, identity,
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
}

/// Most ids taken from the list of due dates at once: memory stays flat however large the portfolio is.
const TAKE: u32 = 4_096;

/// Runs everything that is due at `now`. It can be stopped at any moment and goes on where it was; two runs at once do each
/// thing once. `progress` is told the number of streams done so far.
///
/// # Errors
/// [`AppError::Store`] when the database itself fails; a contract that fails is set aside as stuck.
pub fn run(app: &App, now: Instant, mut progress: impl FnMut(u64)) -> Result<DayReport, AppError> {
    let mut report = DayReport::default();
    let worker = app.clone();
    let booked = app.db.read(move |tx| statements::booked_through(&worker, tx))?;
    let contracts = move |app: &App, tx: &mut Tx<'_>, ids: &[Id]| {
        contracts::fall_due(app, tx, now, ids, &booked).map(|_| ())
    };
    carry_out(app, now, "contract", &mut report, &mut progress, contracts)?;
    let claims =
        move |app: &App, tx: &mut Tx<'_>, ids: &[Id]| claims::fall_due(app, tx, now, ids).map(|_| ());
    carry_out(app, now, "claim", &mut report, &mut progress, claims)?;
    watch_statements(app, now)?;
    Ok(report)
}

/// Carries out what is due of one kind, in chunks.
fn carry_out(
    app: &App,
    now: Instant,
    what: &'static str,
    report: &mut DayReport,
    progress: &mut impl FnMut(u64),
    work: impl Fn(&App, &mut Tx<'_>, &[Id]) -> Result<(), AppError> + Clone + Send + Sync + 'static,
) -> Result<(), AppError> {
    let mut after = None;
    loop {
        let due = app.db.read(move |tx| due::take(tx, what, now, after, TAKE))?;
        let ids: Vec<Id> = due.iter().map(|due| due.stream).collect();
        let Some(last) = ids.last() else { return Ok(()) };
        after = Some(*last);
        let (worker, work) = (app.clone(), work.clone());
        let ran = chunk::in_chunks(&app.db, what, now, &ids, move |tx, ids| work(&worker, tx, ids))?;
        report.done += ran.done;
        report.stuck += ran.stuck;
        report.skipped += ran.skipped;
        progress(report.done);
    }
}

/// How long an attachment that nothing refers to is kept: an upload whose form is still being filled in.
const ORPHAN_AGE: std::time::Duration = std::time::Duration::from_secs(2 * 86_400);

/// Clears away what has served its time: drafts nobody confirmed, sessions, links and counters that are over, attachments
/// nothing refers to. `operational` is the system's time, which sessions and links follow.
///
/// # Errors
/// [`AppError::Store`].
pub fn sweep(app: &App, now: Instant, operational: Instant) -> Result<(), AppError> {
    crate::drafts::sweep(app, now)?;
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
