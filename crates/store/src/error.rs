//! What can go wrong between a use case and its database, typed so that callers can choose by it.

use kernel::Id;

/// The result of everything in this crate.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// A fault of the store. Messages say what happened and what to do, and never contain a stored value: only names of
/// tables, columns and places in the source.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database does not answer, or went away in mid-transaction (nothing of it was kept).
    #[error(
        "{database} cannot be reached ({why}); nothing was changed. Check that it runs and that the URL is right, then try again"
    )]
    Unreachable {
        /// Which database, without its password.
        database: String,
        /// The driver's reason.
        why: String,
    },
    /// The connection was lost while committing: the change may or may not have been kept. Send the same command (same
    /// id) again: it answers *already done* if it was.
    #[error(
        "the connection to {database} was lost while committing; send the same command again, it is done at most once"
    )]
    CommitUnknown {
        /// Which database, without its password.
        database: String,
    },
    /// Too much work is waiting, or another process holds the database.
    #[error("the database is busy ({what}); try again in a moment")]
    Busy {
        /// Which queue or lock.
        what: &'static str,
    },
    /// Somebody else changed the same thing first.
    #[error(
        "stream {stream} was changed by somebody else meanwhile (expected {expected} events); load it again and decide anew"
    )]
    Conflict {
        /// The stream (or row) concerned.
        stream: Id,
        /// The number of events the writer had seen.
        expected: i64,
    },
    /// A row with the same unique key is there already.
    #[error("{table} already has a row with the same {columns}")]
    Duplicate {
        /// The table.
        table: String,
        /// Its key columns, `a, b`.
        columns: String,
    },
    /// Fewer or more rows were changed than the statement is meant to change.
    #[error("{at}: {rows} rows were changed where {expected} were meant to be; load again and decide anew")]
    Affected {
        /// Where the statement is written.
        at: String,
        /// Rows meant.
        expected: u64,
        /// Rows changed.
        rows: u64,
    },
    /// A row that must exist does not.
    #[error("{what} {id} does not exist")]
    Missing {
        /// What was looked for.
        what: &'static str,
        /// Its id.
        id: Id,
    },
    /// The database was written by a newer version of this program.
    #[error(
        "the database is at schema version {found}, this program knows versions up to {known}: use the newer program, or restore a backup made before it was upgraded"
    )]
    NewerDatabase {
        /// The newest version recorded in the database.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The database's schema is older than this program needs.
    #[error("the database lacks schema version {missing}: run `harmony migrate`")]
    OlderDatabase {
        /// The first version that is missing.
        missing: i64,
    },
    /// A migration was edited after it had been applied.
    #[error(
        "migration {version} ({name}) differs from what was applied to this database: use the program it was made with, a migration is never edited"
    )]
    MigrationChanged {
        /// Its number.
        version: i64,
        /// Its name.
        name: String,
    },
    /// No room left.
    #[error("the disk of {database} is full; nothing was changed. Make room, then try again")]
    DiskFull {
        /// Which database or folder.
        database: String,
    },
    /// A file or folder that must be writable is not.
    #[error("{what} cannot be written ({why}); check the path and its owner")]
    NotWritable {
        /// Path or database.
        what: String,
        /// The reason.
        why: String,
    },
    /// What is stored contradicts itself. Work on it stops; nothing is repaired silently.
    #[error("{what}; stop, run `harmony verify`, and restore from a backup if it confirms this")]
    Corrupt {
        /// What is wrong, by table, stream and position.
        what: String,
    },
    /// A row does not have the shape the program expects.
    #[error("column {column} {problem}")]
    Column {
        /// Its name or position.
        column: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A value outside a stated limit.
    #[error("{what} exceeds the limit of {limit}")]
    TooLarge {
        /// What.
        what: &'static str,
        /// The limit, in the unit `what` names.
        limit: u64,
    },
    /// The master key does not belong to these vault keys, or a sealed row was moved or altered.
    #[error(
        "{what} cannot be opened: the key does not fit, or the sealed bytes were altered or moved; check that the right master key file is used"
    )]
    Sealed {
        /// What was to be opened, with its id.
        what: String,
    },
    /// Wrong configuration.
    #[error("{what}")]
    Config {
        /// What is wrong and what to do.
        what: String,
    },
    /// The closure broke down; its transaction was rolled back.
    #[error("a step broke down and was rolled back: {what}")]
    Panic {
        /// The panic's message where it is a fixed text.
        what: String,
    },
    /// The statement failed.
    #[error("{at}: {what} (SQL state {code})")]
    Sql {
        /// Where the statement is written.
        at: String,
        /// SQLSTATE, or SQLite's extended code.
        code: String,
        /// Explanation without values.
        what: String,
    },
}

impl StoreError {
    /// Whether the same call may well work in a moment: the database was away or busy, or somebody was quicker.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. } | Self::CommitUnknown { .. } | Self::Busy { .. } | Self::Conflict { .. }
        )
    }

    /// Whether no other item would fare better now: the database is away, full or not writable. A run stops on these
    /// instead of looking for a bad item.
    #[must_use]
    pub fn is_outage(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. }
                | Self::CommitUnknown { .. }
                | Self::Busy { .. }
                | Self::DiskFull { .. }
                | Self::NotWritable { .. }
                | Self::NewerDatabase { .. }
                | Self::OlderDatabase { .. }
        )
    }

    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }
}
