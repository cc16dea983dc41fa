//! Numbered changes of the schema, applied in order, each in its own transaction, each once.

use kernel::Instant;
use sha2::{Digest, Sha256};

use crate::{Db, Priority, Result, StoreError, Tx, params, sql};

/// One change of the schema. Never edited once it was applied anywhere; a mistake is put right by the next one.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its number, unique; applied in ascending order. 1–999 belong to this crate, 1000 and up to its users.
    pub version: i64,
    /// What it is about, in a word or two.
    pub name: &'static str,
    /// Statements in the common dialect: `bigint`, `text`, `blob`; see the words that differ in `ddl.rs`.
    pub sql: &'static [&'static str],
    /// The oldest schema version whose program still works on a database with this change; `None`: only programs that
    /// know this change.
    pub works_with: Option<i64>,
}

impl Migration {
    /// A change that programs which do not know it cannot work with.
    #[must_use]
    pub const fn new(version: i64, name: &'static str, sql: &'static [&'static str]) -> Self {
        Self { version, name, sql, works_with: None }
    }

    /// Says that programs knowing `oldest` (and what came before) still work on a database with this change: it only
    /// added tables or nullable columns.
    #[must_use]
    pub const fn works_with(mut self, oldest: i64) -> Self {
        self.works_with = Some(oldest);
        self
    }

    fn hash(&self) -> String {
        let mut hash = Sha256::new();
        for statement in self.sql {
            hash.update((statement.len() as u64).to_be_bytes());
            hash.update(statement);
        }
        crate::hex(&hash.finalize())
    }
}

impl Db {
    /// Brings the schema up to date: applies what is missing of `migrations` and gives the versions applied.
    ///
    /// # Errors
    /// [`StoreError::NewerDatabase`] when the database knows changes this program does not (unless they say that this
    /// program still works), [`StoreError::MigrationChanged`] when an applied one was edited since.
    pub fn migrate(&self, migrations: &[Migration], now: Instant) -> Result<Vec<i64>> {
        let mut migrations = migrations.to_vec();
        migrations.sort_by_key(|migration| migration.version);
        if migrations.windows(2).any(|pair| pair[0].version == pair[1].version) {
            return Err(StoreError::Config { what: "two migrations have the same number".into() });
        }
        self.write(Priority::Click, |tx| {
            lock(tx)?;
            tx.ddl(
                "create table if not exists schema_version (version bigint primary key, name text not null, \
                 hash text not null, works_with bigint, applied_us bigint not null)",
            )
        })?;
        let mut applied = Vec::new();
        for missing in self.missing(&migrations)? {
            let done = self.write(Priority::Click, move |tx| apply(tx, &missing, now))?;
            if done {
                applied.push(missing.version);
            }
        }
        Ok(applied)
    }

    /// Checks that the schema is exactly what `migrations` make, without changing anything.
    ///
    /// # Errors
    /// As [`Db::migrate`]; [`StoreError::OlderDatabase`] when some are missing.
    pub fn check_schema(&self, migrations: &[Migration]) -> Result<()> {
        match self.missing(migrations)?.first() {
            None => Ok(()),
            Some(missing) => Err(StoreError::OlderDatabase { missing: missing.version }),
        }
    }

    /// The newest schema version recorded; 0 for an empty database.
    ///
    /// # Errors
    /// [`StoreError`] of the query.
    pub fn schema_version(&self) -> Result<i64> {
        self.write(Priority::Click, |tx| Ok(applied(tx)?.last().map_or(0, |done| done.version)))
    }

    fn missing(&self, migrations: &[Migration]) -> Result<Vec<Migration>> {
        let migrations = migrations.to_vec();
        self.write(Priority::Click, move |tx| missing(&migrations, &applied(tx)?))
    }
}

struct Applied {
    version: i64,
    name: String,
    hash: String,
    works_with: Option<i64>,
}

fn applied(tx: &mut Tx<'_>) -> Result<Vec<Applied>> {
    if !exists(tx)? {
        return Ok(Vec::new());
    }
    let rows = tx.query(
        sql!("select version, name, hash, works_with from schema_version order by version"),
        &params![],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Applied {
                version: row.i64("version")?,
                name: row.text("name")?,
                hash: row.text("hash")?,
                works_with: row.opt_i64("works_with")?,
            })
        })
        .collect()
}

fn missing(migrations: &[Migration], applied: &[Applied]) -> Result<Vec<Migration>> {
    let known = migrations.iter().map(|migration| migration.version).max().unwrap_or(0);
    let found = applied.last().map_or(0, |done| done.version);
    for done in applied {
        match migrations.iter().find(|migration| migration.version == done.version) {
            None if done.works_with.is_some_and(|oldest| oldest <= known) => {}
            None => return Err(StoreError::NewerDatabase { found: found.max(done.version), known }),
            Some(migration) if migration.hash() != done.hash => {
                return Err(StoreError::MigrationChanged { version: done.version, name: done.name.clone() });
            }
            Some(_) => {}
        }
    }
    let is_new = |migration: &&Migration| applied.iter().all(|done| done.version != migration.version);
    Ok(migrations.iter().filter(is_new).copied().collect())
}

/// Applies one change unless another process was quicker.
fn apply(tx: &mut Tx<'_>, migration: &Migration, now: Instant) -> Result<bool> {
    lock(tx)?;
    let there =
        tx.query(sql!("select version from schema_version where version = ?1"), &params![migration.version])?;
    if !there.is_empty() {
        return Ok(false);
    }
    tx.control_postgres("set local statement_timeout = 0")?;
    for statement in migration.sql {
        tx.ddl(statement)?;
    }
    tx.insert(
        sql!("insert into schema_version (version, name, hash, works_with, applied_us) values {rows}"),
        &[crate::row![migration.version, migration.name, migration.hash(), migration.works_with, now]],
    )?;
    Ok(true)
}

/// One process migrates at a time.
fn lock(tx: &mut Tx<'_>) -> Result<()> {
    tx.control_postgres("select pg_advisory_xact_lock(4860421970)")
}

fn exists(tx: &mut Tx<'_>) -> Result<bool> {
    tx.has_table("schema_version")
}
