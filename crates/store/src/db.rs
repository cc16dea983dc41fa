//! The database as the use cases see it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::connection::{Connection, Mode, Opener, Worker};
use crate::fate::Fates;
use crate::pool::Pool;
use crate::sql::Dialect;
use crate::{Result, StoreError, Tx, postgres, sqlite};

/// Who waits: a person (first) or a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    /// A person waits for the answer.
    Click,
    /// A chunk of the daily run, an import, a delivery.
    Run,
}

/// Whether a commit waits for the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Yes: what was answered survives a power cut.
    Full,
    /// No: for tests.
    Off,
}

/// Where the database is and how much may wait for it. `Debug` leaves the URL out: it may hold a password.
#[derive(Clone)]
pub struct DbConfig {
    /// `sqlite:PATH` or `postgres://…`; see [`DbConfig::new`].
    pub url: String,
    /// Connections for reading (SQLite; one more writes) or for everything (PostgreSQL).
    pub threads: usize,
    /// How many requests of people may wait.
    pub clicks_max: usize,
    /// How many chunks of runs may wait.
    pub runs_max: usize,
    /// The longest a statement may take on PostgreSQL, in milliseconds.
    pub statement_timeout_ms: u32,
    /// The longest to wait for a locked row on PostgreSQL, in milliseconds.
    pub lock_timeout_ms: u32,
    /// Whether commits wait for the disk.
    pub durability: Durability,
    /// The largest size of the SQLite file in pages (tests of a full disk); `None`: no limit.
    pub pages_max: Option<u32>,
    /// What becomes of commits (simulations); `None`: they are made.
    pub fates: Option<Fates>,
}

impl std::fmt::Debug for DbConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DbConfig").field("threads", &self.threads).finish_non_exhaustive()
    }
}

impl DbConfig {
    /// The usual settings for a URL: `sqlite:PATH`, or `postgres://USER@HOST/DATABASE` (also `postgresql://`; TLS with a
    /// verified certificate unless the host is this machine; `sslmode=require|disable`, `sslrootcert=FILE`).
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            threads: 8,
            clicks_max: 1_024,
            runs_max: 64,
            statement_timeout_ms: 60_000,
            lock_timeout_ms: 10_000,
            durability: Durability::Full,
            pages_max: None,
            fates: None,
        }
    }
}

/// A database; cheap to clone. Dropping the last clone finishes what waits and closes the connections.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    writers: Pool,
    /// SQLite only: PostgreSQL reads on the same connections.
    readers: Option<Pool>,
    dialect: Dialect,
    database: String,
    sqlite_path: Option<PathBuf>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Db({})", self.0.database)
    }
}

impl Db {
    /// Opens a database and tries one connection. SQLite files and their folder are made where they are missing; tables
    /// are made by [`Db::migrate`].
    ///
    /// # Errors
    /// [`StoreError::Config`] for a URL that cannot be read, [`StoreError::NotWritable`], [`StoreError::Unreachable`].
    pub fn open(config: &DbConfig) -> Result<Self> {
        let limits = (config.clicks_max, config.runs_max);
        let inner = if let Some(path) = config.url.strip_prefix("sqlite:") {
            let path = PathBuf::from(path.strip_prefix("//").unwrap_or(path));
            if path.as_os_str().is_empty() {
                return Err(StoreError::Config {
                    what: "sqlite: needs a path, as in sqlite:harmony-data/harmony.db".into(),
                });
            }
            let settings = Arc::new(sqlite::Settings {
                database: path.display().to_string(),
                path: path.clone(),
                durability: config.durability,
                pages_max: config.pages_max,
            });
            let worker = |mode| {
                let opener = Opener::Sqlite(Arc::clone(&settings), mode);
                let fates = config.fates.clone();
                move || Worker::new(opener.clone(), fates.clone())
            };
            Inner {
                writers: Pool::start("store-writer", 1, limits, worker(Mode::Write))?,
                readers: Some(Pool::start("store-reader", config.threads, limits, worker(Mode::Read))?),
                dialect: Dialect::Sqlite,
                database: settings.database.clone(),
                sqlite_path: Some(path),
            }
        } else if config.url.starts_with("postgres://") || config.url.starts_with("postgresql://") {
            let settings = Arc::new(postgres::Settings::new(
                &config.url,
                config.statement_timeout_ms,
                config.lock_timeout_ms,
                config.durability == Durability::Full,
            )?);
            let database = settings.database.clone();
            let opener = Opener::Postgres(settings);
            let fates = config.fates.clone();
            let worker = move || Worker::new(opener.clone(), fates.clone());
            let writers = Pool::start("store", config.threads, limits, worker)?;
            Inner { writers, readers: None, dialect: Dialect::Postgres, database, sqlite_path: None }
        } else {
            return Err(StoreError::Config {
                what: "the database URL must start with sqlite: or postgres://".into(),
            });
        };
        let db = Self(Arc::new(inner));
        db.with_connection(|_| Ok(()))?;
        Ok(db)
    }

    /// Runs one writing transaction and waits for it: committed when the closure answers `Ok`, rolled back on `Err` or a
    /// panic. On PostgreSQL the closure runs again from the beginning after a collision, so it must start from what it
    /// was given each time. Never call it from async code, nor from a closure of the same database.
    ///
    /// # Errors
    /// The closure's own, or a [`StoreError`].
    pub fn write<T, E, F>(&self, priority: Priority, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.wait(&self.0.writers, Mode::Write, priority, work)
    }

    /// Runs one reading transaction (a snapshot) and waits for it. Never call it from async code.
    ///
    /// # Errors
    /// The closure's own, or a [`StoreError`].
    pub fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.wait(self.readers(), Mode::Read, Priority::Click, work)
    }

    /// [`Db::read`] for long readings (verification, reports): after people, and never on the last connection.
    ///
    /// # Errors
    /// The closure's own, or a [`StoreError`].
    pub fn read_run<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.wait(self.readers(), Mode::Read, Priority::Run, work)
    }

    /// [`Db::write`] for async code. The work is queued at once; dropping the future does not stop it.
    ///
    /// # Errors
    /// The closure's own, or a [`StoreError`].
    pub fn write_async<T, E, F>(
        &self,
        priority: Priority,
        work: F,
    ) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        Self::answer(&self.0.writers, Mode::Write, priority, work)
    }

    /// [`Db::read`] for async code.
    ///
    /// # Errors
    /// The closure's own, or a [`StoreError`].
    pub fn read_async<T, E, F>(&self, work: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        Self::answer(self.readers(), Mode::Read, Priority::Click, work)
    }

    /// Lets what waits be done and closes the connections, for every clone: later calls answer *busy*. Blocks until it is
    /// so; never call it from async code.
    pub fn close(&self) {
        self.0.writers.close();
        if let Some(readers) = &self.0.readers {
            readers.close();
        }
    }

    /// Which database this is.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.0.dialect
    }

    /// Its name for people: the file's path, or host, port and database; never a password.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.database
    }

    /// The file, when it is SQLite.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<&std::path::Path> {
        self.0.sqlite_path.as_deref()
    }

    fn readers(&self) -> &Pool {
        self.0.readers.as_ref().unwrap_or(&self.0.writers)
    }

    fn wait<T, E, F>(&self, pool: &Pool, mode: Mode, priority: Priority, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        if pool.is_own_thread() {
            return Err(nested().into());
        }
        let (send, receive) = std::sync::mpsc::sync_channel(1);
        let job = Box::new(move |worker: &mut Worker| {
            let _ = send.send(transact(worker, mode, work));
        });
        pool.submit(priority, job)?;
        receive.recv().unwrap_or_else(|_| Err(closing().into()))
    }

    fn answer<T, E, F>(
        pool: &Pool,
        mode: Mode,
        priority: Priority,
        work: F,
    ) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (send, receive) = tokio::sync::oneshot::channel();
        let job = Box::new(move |worker: &mut Worker| {
            let _ = send.send(transact(worker, mode, work));
        });
        let queued = pool.submit(priority, job);
        async move {
            queued?;
            receive.await.unwrap_or_else(|_| Err(closing().into()))
        }
    }

    /// For the keys of the vault: what is destroyed must not linger in free pages or in the write-ahead log.
    pub(crate) fn overwrite_what_is_deleted(&self) -> Result<()> {
        let name = self.0.database.clone();
        self.with_connection(move |connection| match connection {
            Connection::Sqlite(connection) => connection
                .execute_batch("pragma secure_delete = on; pragma wal_checkpoint(truncate)")
                .map_err(|error| sqlite::translate(&error, "overwriting destroyed keys", &name).0),
            Connection::Postgres(client) => client
                .batch("vacuum vault_key")
                .map_err(|error| postgres::translate(&error, "overwriting destroyed keys", &name).0),
        })
    }

    /// Runs something on a writing connection outside any transaction (checks, pragmas).
    pub(crate) fn with_connection<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if self.0.writers.is_own_thread() {
            return Err(nested());
        }
        let (send, receive) = std::sync::mpsc::sync_channel(1);
        let job = Box::new(move |worker: &mut Worker| {
            let _ = send.send(worker.connection().and_then(work));
        });
        self.0.writers.submit(Priority::Click, job)?;
        receive.recv().unwrap_or_else(|_| Err(closing()))
    }
}

fn transact<T, E: From<StoreError>>(
    worker: &mut Worker,
    mode: Mode,
    mut work: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let mut answer = None;
    let done = worker.transact(mode, &mut |tx| {
        answer = None;
        let result = work(tx);
        let commit = result.is_ok();
        answer = Some(result);
        commit
    });
    match (done, answer) {
        // The closure's own refusal tells more than what became of its transaction.
        (_, Some(Err(error))) => Err(error),
        (Ok(()), Some(Ok(value))) => Ok(value),
        (Err(error), _) => Err(error.into()),
        (Ok(()), None) => Err(closing().into()),
    }
}

fn nested() -> StoreError {
    StoreError::Config {
        what: "a closure of a database called the same database again: use the transaction it has".into(),
    }
}

fn closing() -> StoreError {
    StoreError::Busy { what: "it is closing" }
}
