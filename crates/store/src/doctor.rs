//! Is this installation well? Facts for the operator; the shell prints them.

use std::path::{Path, PathBuf};

use kernel::Instant;

use crate::connection::Connection;
use crate::outbox::State;
use crate::sqlite::not_writable;
use crate::{Db, Result, due, outbox, postgres, sqlite, stuck};

/// Below this there is too little room.
const FREE_BYTES_MIN: u64 = 1 << 30;

/// What [`examine`] found out. A part that could not be found out holds its error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doctor {
    /// Which database, without its password.
    pub database: String,
    /// The engine's version.
    pub engine: Result<String>,
    /// The newest schema version; 0: empty.
    pub schema_version: Result<i64>,
    /// Whether the file is sound (SQLite's quick check; PostgreSQL: that it answers).
    pub integrity: Result<()>,
    /// Whether the data folder can be written to.
    pub folder: Result<()>,
    /// Room left where the data folder lies, in bytes, where the system tells.
    pub free_bytes: Option<u64>,
    /// What waits.
    pub backlog: Result<Backlog>,
}

/// Work that waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Items that are stuck.
    pub stuck: u64,
    /// Messages waiting to be sent.
    pub outbox_queued: u64,
    /// Messages given up.
    pub outbox_failed: u64,
    /// Streams with something due.
    pub due: u64,
    /// Since when the oldest of them is.
    pub due_since: Option<Instant>,
}

impl Doctor {
    /// What is wrong, one line each; nothing when all is well.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut note = |result: Result<()>| {
            if let Err(error) = result {
                let text = error.to_string();
                if !faults.contains(&text) {
                    faults.push(text);
                }
            }
        };
        note(self.engine.clone().map(drop));
        note(self.schema_version.clone().map(drop));
        note(self.integrity.clone());
        note(self.folder.clone());
        note(self.backlog.clone().map(drop));
        if let Some(free) = self.free_bytes.filter(|free| *free < FREE_BYTES_MIN && self.folder.is_ok()) {
            faults.push(format!("only {} MB are free where the data folder lies: make room", free >> 20));
        }
        if let Ok(backlog) = self.backlog {
            if backlog.stuck > 0 {
                faults.push(format!("{} items are stuck: see the desk's list", backlog.stuck));
            }
            if backlog.outbox_failed > 0 {
                faults.push(format!(
                    "{} messages could not be delivered: see the outbox",
                    backlog.outbox_failed
                ));
            }
        }
        faults
    }
}

/// Examines a database and its data folder at `now`.
#[must_use]
pub fn examine(db: &Db, folder: &Path, now: Instant) -> Doctor {
    Doctor {
        database: db.name().to_owned(),
        engine: engine(db),
        schema_version: db.schema_version(),
        integrity: integrity(db),
        folder: try_folder(folder),
        free_bytes: free_bytes(folder),
        backlog: backlog(db, now),
    }
}

fn engine(db: &Db) -> Result<String> {
    let name = db.name().to_owned();
    db.with_connection(move |connection| match connection {
        Connection::Sqlite(_) => Ok(format!("SQLite {}", rusqlite::version())),
        Connection::Postgres(client) => client
            .server_version()
            .map(|version| format!("PostgreSQL {version}"))
            .map_err(|error| postgres::translate(&error, "asking the version", &name).0),
    })
}

fn integrity(db: &Db) -> Result<()> {
    let name = db.name().to_owned();
    db.with_connection(move |connection| match connection {
        Connection::Sqlite(connection) => {
            let answer: String = connection
                .query_row("pragma quick_check(1)", [], |row| row.get(0))
                .map_err(|error| sqlite::translate(&error, "checking the file", &name).0)?;
            if answer == "ok" {
                return Ok(());
            }
            Err(crate::StoreError::corrupt(format!("{name} is not a sound SQLite file")))
        }
        Connection::Postgres(client) => client
            .batch("select 1")
            .map_err(|error| postgres::translate(&error, "asking whether it lives", &name).0),
    })
}

fn backlog(db: &Db, now: Instant) -> Result<Backlog> {
    db.read(move |tx| {
        let (due, due_since) = due::backlog(tx, now)?;
        Ok(Backlog {
            stuck: stuck::count(tx)?,
            outbox_queued: outbox::count(tx, State::Queued)?,
            outbox_failed: outbox::count(tx, State::Failed)?,
            due,
            due_since,
        })
    })
}

/// Writes a file there and removes it: rights alone do not tell.
fn try_folder(folder: &Path) -> Result<()> {
    let file: PathBuf = folder.join(format!(".harmony-doctor-{}", std::process::id()));
    std::fs::write(&file, b"can this folder be written to?")
        .and_then(|()| std::fs::remove_file(&file))
        .map_err(|error| not_writable(folder, &error))
}

#[cfg(unix)]
pub(crate) fn free_bytes(folder: &Path) -> Option<u64> {
    let status = rustix::fs::statvfs(folder).ok()?;
    Some(status.f_bavail.saturating_mul(status.f_frsize))
}

#[cfg(not(unix))]
pub(crate) fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}
