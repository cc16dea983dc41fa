//! A transaction and its verbs.

use kernel::Id;

use crate::connection::{Connection, Mode};
use crate::row::Row;
use crate::sql::{Dialect, SIZES, Sql};
use crate::{Result, StoreError, Value, ddl, postgres, sqlite};

/// One transaction, lent to a closure by [`crate::Db::write`] or [`crate::Db::read`].
///
/// A statement that fails spoils the transaction on both databases alike: it cannot be committed any more, unless it
/// failed inside [`Tx::attempt`].
pub struct Tx<'a> {
    connection: &'a mut Connection,
    mode: Mode,
    database: &'a str,
    pub(crate) fault: Fault,
    depth: u32,
}

/// What has happened to a transaction so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    None,
    /// A statement failed; roll back.
    Failed,
    /// It collided with another; roll back and run again.
    Retry,
    /// Its prepared statements are out of date: reconnect.
    Replan,
    /// The connection is gone.
    Broken,
    /// It broke before anything was begun.
    NotBegun,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(connection: &'a mut Connection, mode: Mode, database: &'a str) -> Self {
        Self { connection, mode, database, fault: Fault::None, depth: 0 }
    }

    /// Which database this is, for the rare text that must differ.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self.connection {
            Connection::Sqlite(_) => Dialect::Sqlite,
            Connection::Postgres(_) => Dialect::Postgres,
        }
    }

    /// The rows of a query.
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn query(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        self.each(sql, params, |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Hands each row to `each` without holding them all: for reports and checks over whole tables.
    ///
    /// # Errors
    /// [`StoreError`] of the statement, or what `each` answers.
    pub fn each(
        &mut self,
        sql: &'static Sql,
        params: &[Value],
        each: impl FnMut(Row) -> Result<()>,
    ) -> Result<()> {
        self.run_query(sql, 0, &refs(params), each)
    }

    /// The only row of a query that must give exactly one.
    ///
    /// # Errors
    /// [`StoreError::Affected`] when there are none or several; [`StoreError`] of the statement.
    pub fn query_one(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Row> {
        let mut rows = self.query(sql, params)?;
        match (rows.pop(), rows.len()) {
            (Some(row), 0) => Ok(row),
            (row, more) => Err(affected(sql, 1, more as u64 + u64::from(row.is_some()))),
        }
    }

    /// The row of a query that gives one or none.
    ///
    /// # Errors
    /// [`StoreError::Affected`] when there are several; [`StoreError`] of the statement.
    pub fn query_opt(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Option<Row>> {
        let mut rows = self.query(sql, params)?;
        let row = rows.pop();
        if rows.is_empty() { Ok(row) } else { Err(affected(sql, 1, rows.len() as u64 + 1)) }
    }

    /// The rows for a list of ids (`… in ({ids})`, beside `params` `?1 …`). The list is sorted and taken once each, so
    /// that locks are taken in key order; beyond 512 ids the rows come chunk by chunk, each ordered as the text says.
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn query_ids(
        &mut self,
        sql: &'static Sql,
        params: &[Value],
        ids: &[impl Copy + Into<Id>],
    ) -> Result<Vec<Row>> {
        self.query_list(sql, params, distinct(ids))
    }

    /// [`Tx::query_ids`] over text keys.
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn query_keys<S: AsRef<str>>(
        &mut self,
        sql: &'static Sql,
        params: &[Value],
        keys: &[S],
    ) -> Result<Vec<Row>> {
        self.query_list(sql, params, distinct_keys(keys))
    }

    /// The rows of a query that takes `{rows}`: joined values, or `insert … values {rows} returning …`.
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn query_rows(
        &mut self,
        sql: &'static Sql,
        params: &[Value],
        rows: &[Vec<Value>],
    ) -> Result<Vec<Row>> {
        let mut found = Vec::new();
        for_sizes(sql, params, rows, |size, values| {
            self.run_query(sql, size, values, |row| {
                found.push(row);
                Ok(())
            })
        })?;
        Ok(found)
    }

    /// Runs a statement and gives the number of rows it changed.
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn exec(&mut self, sql: &'static Sql, params: &[Value]) -> Result<u64> {
        self.run_exec(sql, 0, &refs(params))
    }

    /// Runs a statement that must change exactly one row.
    ///
    /// # Errors
    /// [`StoreError::Affected`] when it changed none or several; [`StoreError`] of the statement.
    pub fn exec_one(&mut self, sql: &'static Sql, params: &[Value]) -> Result<()> {
        self.must(sql, 1, |tx| tx.exec(sql, params))
    }

    /// Runs a statement over a list of ids, see [`Tx::query_ids`].
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn exec_ids(
        &mut self,
        sql: &'static Sql,
        params: &[Value],
        ids: &[impl Copy + Into<Id>],
    ) -> Result<u64> {
        self.exec_list(sql, params, distinct(ids))
    }

    /// [`Tx::exec_ids`] over text keys.
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn exec_keys<S: AsRef<str>>(
        &mut self,
        sql: &'static Sql,
        params: &[Value],
        keys: &[S],
    ) -> Result<u64> {
        self.exec_list(sql, params, distinct_keys(keys))
    }

    /// Runs a statement that takes `{rows}` and gives the number of rows changed: upserts, `on conflict do nothing`,
    /// `update … from (values {rows:…})`. With `on conflict … do update` a key may occur once only.
    ///
    /// # Errors
    /// [`StoreError`] of the statement.
    pub fn exec_rows(&mut self, sql: &'static Sql, params: &[Value], rows: &[Vec<Value>]) -> Result<u64> {
        let mut changed = 0;
        for_sizes(sql, params, rows, |size, values| {
            changed += self.run_exec(sql, size, values)?;
            Ok(())
        })?;
        Ok(changed)
    }

    /// Inserts rows, or changes them, every one: `insert into t (a, b) values {rows}`.
    ///
    /// # Errors
    /// [`StoreError::Affected`] when not every row was written; [`StoreError`] of the statement.
    pub fn insert(&mut self, sql: &'static Sql, rows: &[Vec<Value>]) -> Result<()> {
        self.must(sql, rows.len() as u64, |tx| tx.exec_rows(sql, &[], rows))
    }

    /// Runs a part that may fail without spoiling the rest (a savepoint): on `Err` what it did is undone and the
    /// transaction goes on.
    ///
    /// # Errors
    /// What the part answers, or the fault of setting or leaving the savepoint.
    pub fn attempt<T, E: From<StoreError>>(
        &mut self,
        part: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.depth += 1;
        let name = format!("part_{}", self.depth);
        self.control(&format!("savepoint {name}"))?;
        let result = part(self);
        self.depth -= 1;
        let failed = self.fault == Fault::Failed;
        match result {
            Ok(value) if !failed => {
                self.control(&format!("release savepoint {name}"))?;
                Ok(value)
            }
            Ok(_) => Err(self.spoiled().into()),
            Err(error) => {
                if matches!(self.fault, Fault::None | Fault::Failed) {
                    self.fault = Fault::None;
                    self.control(&format!("rollback to savepoint {name}"))?;
                    self.control(&format!("release savepoint {name}"))?;
                }
                Err(error)
            }
        }
    }

    /// Makes the transaction impossible to commit: what was written so far is only a part.
    pub(crate) fn spoil(&mut self) {
        self.fault = Fault::Failed;
    }

    /// Asks for the transaction to be rolled back and run again: it was overtaken by another.
    /// SQLite has one writer: what is wrong there is wrong again.
    pub(crate) fn run_again(&mut self) {
        self.fault = if self.dialect() == Dialect::Postgres { Fault::Retry } else { Fault::Failed };
    }

    /// Runs statements of a migration (see [`crate::migrate`]).
    pub(crate) fn ddl(&mut self, text: &str) -> Result<()> {
        let text = ddl::translate(text, self.dialect());
        self.control(&text)
    }

    /// Runs a text on PostgreSQL only.
    pub(crate) fn control_postgres(&mut self, text: &str) -> Result<()> {
        if self.dialect() == Dialect::Postgres { self.control(text) } else { Ok(()) }
    }

    /// Whether a table exists; `table` is a name of ours.
    pub(crate) fn has_table(&mut self, table: &str) -> Result<bool> {
        let rows = match self.dialect() {
            Dialect::Sqlite => {
                static SQL: Sql = Sql::new(
                    "select name from sqlite_schema where type = 'table' and name = ?1",
                    file!(),
                    line!(),
                );
                self.query(&SQL, &[Value::from(table)])?
            }
            Dialect::Postgres => {
                static SQL: Sql = Sql::new(
                    "select table_name from information_schema.tables where table_schema = current_schema() \
                     and table_name = cast(?1 as text)",
                    file!(),
                    line!(),
                );
                self.query(&SQL, &[Value::from(table)])?
            }
        };
        Ok(!rows.is_empty())
    }

    pub(crate) fn begin(&mut self) -> Result<()> {
        self.control(match (self.dialect(), self.mode) {
            (Dialect::Sqlite, Mode::Read) => "begin deferred",
            (Dialect::Sqlite, Mode::Write) => "begin immediate",
            (Dialect::Postgres, Mode::Read) => "begin isolation level repeatable read read only",
            (Dialect::Postgres, Mode::Write) => "begin isolation level read committed",
        })
    }

    pub(crate) fn commit(&mut self) -> Result<()> {
        if self.fault != Fault::None {
            let error = self.spoiled();
            self.rollback();
            return Err(error);
        }
        let result = self.control("commit");
        match result {
            Err(StoreError::Unreachable { database, .. }) if self.mode == Mode::Write => {
                Err(StoreError::CommitUnknown { database })
            }
            Err(error) => {
                self.rollback();
                Err(error)
            }
            Ok(()) => Ok(()),
        }
    }

    /// Undoes everything; a connection on which that is not possible is given up.
    pub(crate) fn rollback(&mut self) {
        let fault = self.fault;
        if fault == Fault::Broken {
            return;
        }
        let undone = match &mut *self.connection {
            Connection::Sqlite(connection) => {
                connection.is_autocommit() || connection.execute_batch("rollback").is_ok()
            }
            Connection::Postgres(client) => client.batch("rollback").is_ok(),
        };
        self.fault = match fault {
            _ if !undone => Fault::Broken,
            Fault::Replan => Fault::Broken,
            fault => fault,
        };
    }

    fn spoiled(&self) -> StoreError {
        StoreError::Sql {
            at: "commit".into(),
            code: "25P02".into(),
            what: "a statement of this transaction failed before; use Tx::attempt for what may fail".into(),
        }
    }

    fn control(&mut self, text: &str) -> Result<()> {
        let (error, fault) = match &mut *self.connection {
            Connection::Sqlite(connection) => match connection.execute_batch(text) {
                Ok(()) => return Ok(()),
                Err(error) => sqlite::translate(&error, first_words(text), self.database),
            },
            Connection::Postgres(client) => match client.batch(text) {
                Ok(()) => return Ok(()),
                Err(error) => postgres::translate(&error, first_words(text), self.database),
            },
        };
        self.fault = fault;
        Err(error)
    }

    fn run_query(
        &mut self,
        sql: &'static Sql,
        size: usize,
        params: &[&Value],
        each: impl FnMut(Row) -> Result<()>,
    ) -> Result<()> {
        self.check_count(sql, size, params)?;
        let (error, fault) = match &mut *self.connection {
            Connection::Sqlite(connection) => {
                match sqlite::query(connection, sql.form(Dialect::Sqlite, size), params, each) {
                    Ok(result) => return result,
                    Err(error) => sqlite::translate(&error, &sql.place(), self.database),
                }
            }
            Connection::Postgres(client) => match client.query(sql, size, params, each) {
                Ok(result) => return result,
                Err(error) => postgres::translate(&error, &sql.place(), self.database),
            },
        };
        self.fault = fault;
        Err(error)
    }

    fn run_exec(&mut self, sql: &'static Sql, size: usize, params: &[&Value]) -> Result<u64> {
        self.check_count(sql, size, params)?;
        let (error, fault) = match &mut *self.connection {
            Connection::Sqlite(connection) => {
                match sqlite::exec(connection, sql.form(Dialect::Sqlite, size), params) {
                    Ok(changed) => return Ok(changed),
                    Err(error) => sqlite::translate(&error, &sql.place(), self.database),
                }
            }
            Connection::Postgres(client) => match client.exec(sql, size, params) {
                Ok(changed) => return Ok(changed),
                Err(error) => postgres::translate(&error, &sql.place(), self.database),
            },
        };
        self.fault = fault;
        Err(error)
    }

    /// Said alike on both databases; the PostgreSQL driver would panic.
    fn check_count(&mut self, sql: &Sql, size: usize, params: &[&Value]) -> Result<()> {
        let expected = sql.parameters() + sql.width() * SIZES[size];
        if params.len() == expected {
            return Ok(());
        }
        self.spoil();
        let what = format!("{} parameters were given, it takes {expected}", params.len());
        Err(StoreError::Sql { at: sql.place(), code: "07001".into(), what })
    }

    fn must(
        &mut self,
        sql: &'static Sql,
        expected: u64,
        run: impl FnOnce(&mut Self) -> Result<u64>,
    ) -> Result<()> {
        let rows = run(self)?;
        if rows == expected {
            return Ok(());
        }
        self.fault = Fault::Failed;
        Err(affected(sql, expected, rows))
    }

    fn query_list(&mut self, sql: &'static Sql, params: &[Value], list: Vec<Value>) -> Result<Vec<Row>> {
        let mut found = Vec::new();
        for_list(sql, params, &list, |size, values| {
            self.run_query(sql, size, values, |row| {
                found.push(row);
                Ok(())
            })
        })?;
        Ok(found)
    }

    fn exec_list(&mut self, sql: &'static Sql, params: &[Value], list: Vec<Value>) -> Result<u64> {
        let mut changed = 0;
        for_list(sql, params, &list, |size, values| {
            changed += self.run_exec(sql, size, values)?;
            Ok(())
        })?;
        Ok(changed)
    }
}

fn affected(sql: &Sql, expected: u64, rows: u64) -> StoreError {
    StoreError::Affected { at: sql.place(), expected, rows }
}

fn refs(params: &[Value]) -> Vec<&Value> {
    params.iter().collect()
}

fn distinct(ids: &[impl Copy + Into<Id>]) -> Vec<Value> {
    let mut ids: Vec<i64> = ids.iter().map(|id| (*id).into().as_i64()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(Value::Int).collect()
}

fn distinct_keys<S: AsRef<str>>(keys: &[S]) -> Vec<Value> {
    let mut keys: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(|key| Value::Text(key.to_owned())).collect()
}

/// Cuts a list into the fixed sizes, the last one filled up with its last value.
fn for_list(
    sql: &Sql,
    params: &[Value],
    mut list: &[Value],
    mut run: impl FnMut(usize, &[&Value]) -> Result<()>,
) -> Result<()> {
    while let Some(last) = list.last() {
        let size = sql.size_for(list.len());
        let items = SIZES[size];
        let (now, later) = list.split_at(items.min(list.len()));
        let mut values = refs(params);
        values.extend(now);
        values.extend(std::iter::repeat_n(last, items - now.len()));
        run(size, &values)?;
        list = later;
    }
    Ok(())
}

/// Cuts rows into the fixed sizes.
fn for_sizes(
    sql: &Sql,
    params: &[Value],
    mut rows: &[Vec<Value>],
    mut run: impl FnMut(usize, &[&Value]) -> Result<()>,
) -> Result<()> {
    let width = sql.width();
    if rows.iter().any(|row| row.len() != width) {
        let what = format!("every row must have {width} values");
        return Err(StoreError::Sql { at: sql.place(), code: "07001".into(), what });
    }
    while !rows.is_empty() {
        let size = sql.size_for(rows.len());
        let (now, later) = rows.split_at(SIZES[size]);
        let mut values = refs(params);
        values.extend(now.iter().flatten());
        run(size, &values)?;
        rows = later;
    }
    Ok(())
}

/// The start of a text, to name it in an error.
fn first_words(text: &str) -> &str {
    let text = text.trim();
    text.char_indices().nth(60).map_or(text, |(end, _)| &text[..end])
}
