//! One connection on one thread, and the life of a transaction on it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use crate::fate::{Fate, Fates};
use crate::tx::{Fault, Tx};
use crate::{Result, StoreError, postgres, sqlite};

/// How often a step is run again after a serialization failure, a deadlock or a lost idle connection.
const ATTEMPTS: u32 = 5;

/// What a transaction may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    Write,
}

/// How a thread gets its connection.
#[derive(Clone)]
pub(crate) enum Opener {
    Sqlite(Arc<sqlite::Settings>, Mode),
    Postgres(Arc<postgres::Settings>),
}

pub(crate) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Client>),
}

impl Opener {
    pub(crate) fn open(&self) -> Result<Connection> {
        match self {
            Self::Sqlite(settings, mode) => settings.open(*mode).map(Connection::Sqlite),
            Self::Postgres(settings) => settings.open().map(|client| Connection::Postgres(Box::new(client))),
        }
    }

    /// The database's name for errors, without its password.
    pub(crate) fn database(&self) -> &str {
        match self {
            Self::Sqlite(settings, _) => &settings.database,
            Self::Postgres(settings) => &settings.database,
        }
    }
}

/// A thread's connection, opened when first needed and again after it broke.
pub(crate) struct Worker {
    opener: Opener,
    connection: Option<Connection>,
    fates: Option<Fates>,
}

impl Worker {
    pub(crate) fn new(opener: Opener, fates: Option<Fates>) -> Self {
        Self { opener, connection: None, fates }
    }

    /// The connection itself, outside any transaction.
    pub(crate) fn connection(&mut self) -> Result<&mut Connection> {
        if self.connection.is_none() {
            self.connection = Some(self.opener.open()?);
        }
        Ok(self.connection.as_mut().expect("it was just opened"))
    }

    /// Runs one transaction. `step` answers whether to commit; it is run again (from the beginning, after a rollback)
    /// when the database asks for that.
    ///
    /// # Errors
    /// What kept the transaction from being begun, done or committed. After a step that answered no, `Ok`.
    pub(crate) fn transact(&mut self, mode: Mode, step: &mut dyn FnMut(&mut Tx<'_>) -> bool) -> Result<()> {
        let database = self.opener.database().to_owned();
        let mut attempt = 0;
        loop {
            attempt += 1;
            let (result, fault) = self.attempt(mode, &database, step);
            match (&result, fault) {
                (_, Fault::Retry) if attempt < ATTEMPTS => {
                    std::thread::sleep(Duration::from_millis(u64::from(attempt * attempt) * 2));
                }
                // A connection that broke while it lay idle: nothing was begun, so begin on a fresh one.
                (Err(_), Fault::NotBegun) if attempt == 1 => self.connection = None,
                (_, Fault::Broken | Fault::NotBegun) => {
                    self.connection = None;
                    return result;
                }
                _ => return result,
            }
        }
    }

    fn attempt(
        &mut self,
        mode: Mode,
        database: &str,
        step: &mut dyn FnMut(&mut Tx<'_>) -> bool,
    ) -> (Result<()>, Fault) {
        let fresh = self.connection.is_none();
        let fates = self.fates.clone().filter(|_| mode == Mode::Write);
        let connection = match self.connection() {
            Ok(connection) => connection,
            Err(error) => return (Err(error), Fault::None),
        };
        let mut tx = Tx::new(connection, mode, database);
        if let Err(error) = tx.begin() {
            let fault = if tx.fault == Fault::Broken && !fresh { Fault::NotBegun } else { tx.fault };
            return (Err(error), fault);
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| step(&mut tx)));
        let result = match outcome {
            Ok(true) => match fates.map_or(Fate::Made, |fates| fates.next()) {
                Fate::Made => tx.commit(),
                fate => not_made(fate, &mut tx, database),
            },
            Ok(false) => {
                tx.rollback();
                Ok(())
            }
            Err(panic) => {
                tx.rollback();
                Err(StoreError::Panic { what: panic_text(panic.as_ref()) })
            }
        };
        (result, tx.fault)
    }
}

/// A commit that a simulation does not let through, or whose answer it loses.
fn not_made(fate: Fate, tx: &mut Tx<'_>, database: &str) -> Result<()> {
    let database = database.to_owned();
    if fate == Fate::DiesAfter {
        tx.commit()?;
        return Err(StoreError::CommitUnknown { database });
    }
    tx.rollback();
    Err(match fate {
        Fate::DiskFull => StoreError::DiskFull { database },
        _ => StoreError::Unreachable { database, why: "the process died".to_owned() },
    })
}

/// The message of a panic when it is a fixed text; a formatted one may hold values.
fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    panic.downcast_ref::<&'static str>().map_or_else(|| "see the log".to_owned(), |text| (*text).to_owned())
}
