//! A run over many items in chunks: each chunk is one short transaction, so that people get their turn between them; a
//! chunk that fails is halved until the bad item stands alone and goes to [`stuck`], while the rest goes on.

use std::collections::HashSet;
use std::fmt::Display;
use std::sync::Arc;
use std::time::{Duration, Instant as Stopwatch};

use kernel::{Id, Instant};

use crate::sql::Dialect;
use crate::{Db, Priority, Result, StoreError, Tx, stuck};

/// How long a chunk may hold SQLite's one writer.
const SQLITE_CHUNK: Duration = Duration::from_millis(10);
/// How long a chunk may hold its locks on PostgreSQL.
const POSTGRES_CHUNK: Duration = Duration::from_millis(50);
/// A pause after each chunk on SQLite: another process that waits for the file gets its turn. People in this process go first
/// anyway, and PostgreSQL has many writers.
const SQLITE_PAUSE: Duration = Duration::from_micros(600);
const FIRST_ITEMS: usize = 32;
const ITEMS_MAX: usize = 512;

/// An error a run can tell apart: the database's faults from an item's.
pub trait RunError: Display + From<StoreError> {
    /// The store's fault, if it is one.
    fn store(&self) -> Option<&StoreError>;
}

impl RunError for StoreError {
    fn store(&self) -> Option<&StoreError> {
        Some(self)
    }
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// Items done.
    pub done: u64,
    /// Items that got stuck now.
    pub stuck: u64,
    /// Items passed over because they were stuck already.
    pub skipped: u64,
    /// Transactions committed.
    pub chunks: u64,
}

impl std::ops::AddAssign for Ran {
    fn add_assign(&mut self, other: Self) {
        self.done += other.done;
        self.stuck += other.stuck;
        self.skipped += other.skipped;
        self.chunks += other.chunks;
    }
}

/// Runs `work` over `ids` in chunks of about 10 ms (SQLite) or 50 ms (PostgreSQL). `what` names the run in [`stuck`];
/// `work` gets a slice of ids and must do all of them or fail. The text of an error that gets an item stuck is kept, so
/// it must hold nothing personal.
///
/// # Errors
/// A fault that is not one item's: the database is away, busy, full, not writable or newer. What was committed before
/// stays done; run again for the rest.
pub fn in_chunks<E, F>(db: &Db, what: &'static str, now: Instant, ids: &[Id], work: F) -> Result<Ran, E>
where
    E: RunError + Send + 'static,
    F: Fn(&mut Tx<'_>, &[Id]) -> Result<(), E> + Send + Sync + 'static,
{
    let run = Run { db, what, now, work: Arc::new(work), budget: budget(db.dialect()) };
    let mut ran = Ran::default();
    let mut items = FIRST_ITEMS;
    let mut rest = ids;
    while !rest.is_empty() {
        let (chunk, later) = rest.split_at(items.min(rest.len()));
        let begun = Stopwatch::now();
        run.chunk(chunk, &mut ran)?;
        items = next_size(items, begun.elapsed(), run.budget);
        rest = later;
        if db.dialect() == Dialect::Sqlite && !rest.is_empty() {
            std::thread::sleep(SQLITE_PAUSE);
        }
    }
    Ok(ran)
}

struct Run<'a, F> {
    db: &'a Db,
    what: &'static str,
    now: Instant,
    work: Arc<F>,
    budget: Duration,
}

impl<F> Run<'_, F> {
    fn chunk<E>(&self, ids: &[Id], ran: &mut Ran) -> Result<(), E>
    where
        E: RunError + Send + 'static,
        F: Fn(&mut Tx<'_>, &[Id]) -> Result<(), E> + Send + Sync + 'static,
    {
        let (work, what, owned) = (Arc::clone(&self.work), self.what, ids.to_vec());
        let result: Result<usize, E> = self.db.write(Priority::Run, move |tx| {
            let stuck: HashSet<Id> = stuck::among(tx, what, &owned)?.into_iter().collect();
            if stuck.is_empty() {
                work(tx, &owned)?;
            } else {
                let free: Vec<Id> = owned.iter().filter(|id| !stuck.contains(id)).copied().collect();
                if !free.is_empty() {
                    work(tx, &free)?;
                }
            }
            Ok(stuck.len())
        });
        match result {
            Ok(skipped) => {
                ran.chunks += 1;
                ran.skipped += skipped as u64;
                ran.done += (ids.len() - skipped) as u64;
                Ok(())
            }
            Err(error) if error.store().is_some_and(StoreError::is_outage) => Err(error),
            Err(error) => match ids {
                [bad] => {
                    let (now, item) = (self.now, [(*bad, error.to_string())]);
                    self.db.write(Priority::Run, move |tx| stuck::add(tx, what, now, &item))?;
                    ran.stuck += 1;
                    Ok(())
                }
                _ => {
                    let (first, second) = ids.split_at(ids.len() / 2);
                    self.chunk(first, ran)?;
                    self.chunk(second, ran)
                }
            },
        }
    }
}

fn budget(dialect: Dialect) -> Duration {
    match dialect {
        Dialect::Sqlite => SQLITE_CHUNK,
        Dialect::Postgres => POSTGRES_CHUNK,
    }
}

/// The size that would just fill the budget, at most double and at least a quarter of the last.
fn next_size(items: usize, took: Duration, budget: Duration) -> usize {
    let took = took.as_nanos().max(1);
    let fitting = (items as u128 * budget.as_nanos() / took) as usize;
    fitting.clamp((items / 4).max(1), items * 2).min(ITEMS_MAX)
}
