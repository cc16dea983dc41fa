//! SQLite: opening a file, and what its errors mean.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::connection::Mode;
use crate::row::{Columns, Row};
use crate::tx::Fault;
use crate::{Durability, Result, StoreError, Value};

/// How long to wait for another process that holds the file.
const BUSY: Duration = Duration::from_secs(5);
/// How often to look whether it still does: more often than a run's pause between two chunks is long.
const LOOK_EVERY: Duration = Duration::from_micros(250);
/// Prepared statements kept per connection.
const STATEMENTS_MAX: usize = 512;

pub(crate) struct Settings {
    pub(crate) path: PathBuf,
    pub(crate) database: String,
    pub(crate) durability: Durability,
    /// For tests of a full disk: the largest size in pages.
    pub(crate) pages_max: Option<u32>,
}

impl Settings {
    pub(crate) fn open(&self, mode: Mode) -> Result<Connection> {
        let fail = |error: rusqlite::Error| self.opening(&error);
        if mode == Mode::Write
            && let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).map_err(|error| not_writable(folder, &error))?;
        }
        let access = match mode {
            Mode::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
            Mode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let mut connection =
            Connection::open_with_flags(&self.path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
                .map_err(fail)?;
        connection.busy_handler(Some(wait_for_another)).map_err(fail)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
        let set = |name: &str, value: &dyn rusqlite::ToSql| connection.pragma_update(None, name, value);
        if mode == Mode::Write {
            set("journal_mode", &"wal").map_err(fail)?;
            set("synchronous", &if self.durability == Durability::Full { "full" } else { "off" })
                .map_err(fail)?;
            set("journal_size_limit", &67_108_864).map_err(fail)?;
            if let Some(pages) = self.pages_max {
                set("max_page_count", &pages).map_err(fail)?;
            }
        }
        set("foreign_keys", &true).map_err(fail)?;
        set("trusted_schema", &false).map_err(fail)?;
        set("cache_size", &if mode == Mode::Write { -16_384 } else { -4_096 }).map_err(fail)?;
        set("temp_store", &"memory").map_err(fail)?;
        set("mmap_size", &268_435_456_i64).map_err(fail)?;
        Ok(connection)
    }

    /// Whether the disk has no room for the log and the shared memory beside the file: SQLite calls that an I/O error.
    fn has_no_room(&self) -> bool {
        const LEAST_BYTES: u64 = 64 << 10;
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        crate::doctor::free_bytes(folder.unwrap_or(Path::new("."))).is_some_and(|free| free < LEAST_BYTES)
    }

    fn opening(&self, error: &rusqlite::Error) -> StoreError {
        match error.sqlite_error_code() {
            Some(ErrorCode::SystemIoFailure) if self.has_no_room() => {
                StoreError::DiskFull { database: self.database.clone() }
            }
            Some(
                ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied
                | ErrorCode::SystemIoFailure,
            ) => StoreError::NotWritable { what: self.database.clone(), why: "SQLite cannot open it".into() },
            _ => translate(error, "opening the database", &self.database).0,
        }
    }
}

/// Waits a moment, `looked` times before; SQLite's own waiting grows to a tenth of a second and finds a busy file busy.
fn wait_for_another(looked: i32) -> bool {
    let go_on = LOOK_EVERY.saturating_mul(looked.unsigned_abs()) < BUSY;
    if go_on {
        std::thread::sleep(LOOK_EVERY);
    }
    go_on
}

pub(crate) fn not_writable(path: &Path, error: &std::io::Error) -> StoreError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return StoreError::DiskFull { database: path.display().to_string() };
    }
    StoreError::NotWritable { what: path.display().to_string(), why: error.kind().to_string() }
}

/// Runs a statement that gives rows, each handed to `each`; parameters by number.
pub(crate) fn query(
    connection: &Connection,
    text: &str,
    params: &[&Value],
    mut each: impl FnMut(Row) -> Result<()>,
) -> Result<Result<()>, rusqlite::Error> {
    let mut statement = connection.prepare_cached(text)?;
    let names = |statement: &rusqlite::Statement<'_>| statement.column_names().map(Into::into).collect();
    let mut columns: Option<Columns> = None;
    let mut rows = statement.query(rusqlite::params_from_iter(params))?;
    while let Some(row) = rows.next()? {
        let columns: &Columns = columns.get_or_insert_with(|| names(row.as_ref()));
        let mut values = Vec::with_capacity(columns.len());
        for column in 0..columns.len() {
            values.push(match row.get_ref(column)? {
                rusqlite::types::ValueRef::Null => Value::Null,
                rusqlite::types::ValueRef::Integer(v) => Value::Int(v),
                rusqlite::types::ValueRef::Text(v) => match std::str::from_utf8(v) {
                    Ok(text) => Value::Text(text.to_owned()),
                    Err(_) => return Ok(Err(crate::value::column_error(&*columns[column], "is not UTF-8"))),
                },
                rusqlite::types::ValueRef::Blob(v) => Value::Bytes(v.to_vec()),
                rusqlite::types::ValueRef::Real(_) => {
                    return Ok(Err(crate::value::column_error(
                        &*columns[column],
                        "is a floating-point number: cast it",
                    )));
                }
            });
        }
        if let Err(error) = each(Row { columns: columns.clone(), values }) {
            return Ok(Err(error));
        }
    }
    Ok(Ok(()))
}

pub(crate) fn exec(connection: &Connection, text: &str, params: &[&Value]) -> Result<u64, rusqlite::Error> {
    let changed = connection.prepare_cached(text)?.execute(rusqlite::params_from_iter(params))?;
    Ok(changed as u64)
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(v) => ValueRef::Integer(*v),
            Self::Text(v) => ValueRef::Text(v.as_bytes()),
            Self::Bytes(v) => ValueRef::Blob(v),
        }))
    }
}

/// SQLite's error as ours. Its messages name tables and columns, never values.
pub(crate) fn translate(error: &rusqlite::Error, at: &str, database: &str) -> (StoreError, Fault) {
    let database = || database.to_owned();
    let rusqlite::Error::SqliteFailure(failure, message) = error else {
        let what = match error {
            rusqlite::Error::SqlInputError { error, msg, .. } => {
                return (sql_error(at, error.extended_code, msg), Fault::Failed);
            }
            rusqlite::Error::InvalidParameterCount(given, wanted) => {
                format!("{given} parameters were given, it takes {wanted}")
            }
            rusqlite::Error::ExecuteReturnedResults => "it gives rows: use query".into(),
            _ => "the driver refused the statement".into(),
        };
        return (StoreError::Sql { at: at.to_owned(), code: "HY000".into(), what }, Fault::Failed);
    };
    let message = message.as_deref().unwrap_or("no further explanation");
    let ours = match failure.code {
        ErrorCode::DiskFull => StoreError::DiskFull { database: database() },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
            StoreError::Busy { what: "another process holds the database file" }
        }
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
            StoreError::NotWritable { what: database(), why: "SQLite says it is read-only".into() }
        }
        ErrorCode::SystemIoFailure if failure.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => {
            StoreError::DiskFull { database: database() }
        }
        ErrorCode::SystemIoFailure => {
            return (
                StoreError::Unreachable {
                    database: database(),
                    why: "reading or writing its file failed".into(),
                },
                Fault::Broken,
            );
        }
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
            StoreError::corrupt(format!("{} is not a sound SQLite file", database()))
        }
        ErrorCode::ConstraintViolation => constraint(failure.extended_code, message, at),
        _ => sql_error(at, failure.extended_code, message),
    };
    (ours, Fault::Failed)
}

fn sql_error(at: &str, code: i32, message: &str) -> StoreError {
    StoreError::Sql { at: at.to_owned(), code: format!("SQLite {code}"), what: message.to_owned() }
}

/// `UNIQUE constraint failed: t.a, t.b` → table `t`, columns `a, b`.
fn constraint(extended: i32, message: &str, at: &str) -> StoreError {
    use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID, SQLITE_CONSTRAINT_UNIQUE};
    if ![SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID, SQLITE_CONSTRAINT_UNIQUE].contains(&extended)
    {
        return sql_error(at, extended, message);
    }
    let fields = message.rsplit_once(": ").map_or("", |(_, fields)| fields);
    let table = fields.split('.').next().unwrap_or_default().to_owned();
    let columns: Vec<&str> =
        fields.split(", ").map(|field| field.rsplit('.').next().unwrap_or(field)).collect();
    StoreError::Duplicate { table, columns: columns.join(", ") }
}
