//! The drivers without us: reading tables whole, and writing rows as quickly as they can.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::time::{Duration, Instant};

use postgres::types::{IsNull, ToSql, Type};

/// The sizes of multi-row statements, as the store uses them.
const SIZES: [usize; 4] = [512, 64, 8, 1];

/// A value of any column.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A table's columns and its primary key.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    pub(crate) key: Vec<usize>,
}

/// The rows of a table that were written.
pub(crate) struct Change {
    pub(crate) table: Table,
    pub(crate) rows: Vec<Vec<Value>>,
    statements: HashMap<usize, String>,
}

/// A bare driver.
pub(crate) trait Bare {
    fn tables(&mut self) -> Vec<Table>;
    fn rows(&mut self, table: &Table) -> Vec<Vec<Value>>;
    fn run(&mut self, sql: &str);
    /// Prepares a statement, so that the measuring finds it ready.
    fn prepare(&mut self, sql: &str);
    fn write(&mut self, sql: &str, rows: &[Vec<Value>]);
    /// `?3` or `$3`.
    fn parameter(&self, number: usize) -> String;
}

/// What is in `after` and not, or otherwise, in `before`. Rows that were deleted are left out.
pub(crate) fn changes(before: &mut dyn Bare, mut after: Box<dyn Bare>) -> Vec<Change> {
    let mut changes = Vec::new();
    for table in after.tables() {
        let old: HashSet<Vec<Value>> = before.rows(&table).into_iter().collect();
        let mut rows: Vec<_> = after.rows(&table).into_iter().filter(|row| !old.contains(row)).collect();
        if rows.is_empty() {
            continue;
        }
        rows.sort();
        let key = |row: &Vec<Value>| table.key.iter().map(|at| row[*at].clone()).collect::<Vec<_>>();
        let keys: HashSet<Vec<Value>> = old.iter().map(key).collect();
        let update = rows.iter().any(|row| keys.contains(&key(row)));
        let statements = SIZES.map(|size| (size, statement(before, &table, size, update))).into();
        changes.push(Change { table, rows, statements });
    }
    changes
}

fn statement(bare: &dyn Bare, table: &Table, rows: usize, update: bool) -> String {
    let width = table.columns.len();
    let row = |row: usize| {
        let cells: Vec<String> = (1..=width).map(|column| bare.parameter(row * width + column)).collect();
        format!("({})", cells.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    let mut sql =
        format!("insert into {} ({}) values {}", table.name, table.columns.join(", "), rows.join(", "));
    if update {
        let key: Vec<&str> = table.key.iter().map(|at| table.columns[*at].as_str()).collect();
        let rest: Vec<String> = table
            .columns
            .iter()
            .filter(|column| !key.contains(&column.as_str()))
            .map(|column| format!("{column} = excluded.{column}"))
            .collect();
        sql += &format!(" on conflict ({}) do update set {}", key.join(", "), rest.join(", "));
    }
    sql
}

/// Makes every statement ready, so that the measuring finds it so.
pub(crate) fn prepare(bare: &mut dyn Bare, changes: &[Change]) {
    for sql in changes.iter().flat_map(|change| change.statements.values()) {
        bare.prepare(sql);
    }
}

/// Writes the changes, spread evenly over so many transactions, and tells how long that took.
pub(crate) fn write(bare: &mut dyn Bare, changes: &[Change], transactions: usize) -> Duration {
    prepare(bare, changes);
    let begin = Instant::now();
    for n in 0..transactions {
        let part = |change: &Change| {
            let count = change.rows.len();
            count * n / transactions..count * (n + 1) / transactions
        };
        write_one(bare, changes.iter().map(|change| (change, &change.rows[part(change)])));
    }
    begin.elapsed()
}

/// Writes rows of each table in one transaction, in the multi-row statements of its change.
pub(crate) fn write_one<'a>(
    bare: &mut dyn Bare,
    changes: impl IntoIterator<Item = (&'a Change, &'a [Vec<Value>])>,
) {
    bare.run("begin");
    for (change, mut rows) in changes {
        while !rows.is_empty() {
            let size = *SIZES.iter().find(|size| **size <= rows.len()).expect("one is the least");
            let (now, later) = rows.split_at(size);
            bare.write(&change.statements[&size], now);
            rows = later;
        }
    }
    bare.run("commit");
}

/// `rusqlite` with the settings that the store uses.
pub(crate) struct Sqlite(rusqlite::Connection);

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Self {
        let connection = rusqlite::Connection::open(path).expect("the file opens");
        connection.set_prepared_statement_cache_capacity(512);
        connection
            .execute_batch(
                "pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864; \
                 pragma cache_size = -16384; pragma temp_store = memory; pragma mmap_size = 268435456; \
                 pragma foreign_keys = true",
            )
            .expect("the settings are known");
        Self(connection)
    }

    pub(crate) fn copy_to(&self, path: &Path) -> Self {
        self.0.execute("vacuum into ?1", [path.display().to_string()]).expect("there is room");
        Self::open(path)
    }
}

impl Bare for Sqlite {
    fn tables(&mut self) -> Vec<Table> {
        let list =
            "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name";
        let mut statement = self.0.prepare(list).expect("SQLite has a list of tables");
        let names = statement.query_map([], |row| row.get(0)).expect("it can be read");
        let names: Vec<String> = names.map(|name| name.expect("a name")).collect();
        let table = |name: String| {
            let info = "select name, pk from pragma_table_info(?1) order by cid";
            let mut statement = self.0.prepare(info).expect("SQLite knows its tables");
            let rows =
                statement.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?))).expect("it can be read");
            let rows: Vec<(String, i64)> = rows.map(|row| row.expect("a column")).collect();
            let key = rows.iter().enumerate().filter(|(_, (_, key))| *key > 0).map(|(at, _)| at).collect();
            Table { name, columns: rows.into_iter().map(|(name, _)| name).collect(), key }
        };
        names.into_iter().map(table).collect()
    }

    fn rows(&mut self, table: &Table) -> Vec<Vec<Value>> {
        let sql = format!("select {} from {}", table.columns.join(", "), table.name);
        let mut statement = self.0.prepare(&sql).expect("its columns are known");
        let width = table.columns.len();
        let read = |row: &rusqlite::Row<'_>| {
            let value = |column| {
                row.get_ref(column).map(|value| match value {
                    rusqlite::types::ValueRef::Null | rusqlite::types::ValueRef::Real(_) => Value::Null,
                    rusqlite::types::ValueRef::Integer(v) => Value::Int(v),
                    rusqlite::types::ValueRef::Text(v) => {
                        Value::Text(String::from_utf8_lossy(v).into_owned())
                    }
                    rusqlite::types::ValueRef::Blob(v) => Value::Bytes(v.to_vec()),
                })
            };
            (0..width).map(value).collect()
        };
        let rows = statement.query_map([], read).expect("it can be read");
        rows.map(|row| row.expect("a row")).collect()
    }

    fn run(&mut self, sql: &str) {
        self.0.execute_batch(sql).expect("the statement is right");
    }

    fn prepare(&mut self, sql: &str) {
        self.0.prepare_cached(sql).expect("the statement is right");
    }

    fn write(&mut self, sql: &str, rows: &[Vec<Value>]) {
        let mut statement = self.0.prepare_cached(sql).expect("the statement is right");
        statement.execute(rusqlite::params_from_iter(rows.iter().flatten())).expect("the rows fit");
    }

    fn parameter(&self, number: usize) -> String {
        format!("?{number}")
    }
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

/// `postgres`, one connection.
pub(crate) struct Postgres {
    client: postgres::Client,
    statements: HashMap<String, postgres::Statement>,
}

impl Postgres {
    pub(crate) fn open(url: &str) -> Self {
        let client = postgres::Client::connect(url, postgres::NoTls).expect("the server answers");
        Self { client, statements: HashMap::new() }
    }

    /// Takes over every row of another database with the same tables.
    pub(crate) fn take_all_from(&mut self, other: &mut Self) {
        for table in other.tables() {
            let rows = other.rows(&table);
            self.run(&format!("delete from {}", table.name));
            let mut rows = rows.as_slice();
            while !rows.is_empty() {
                let size = *SIZES.iter().find(|size| **size <= rows.len()).expect("one is the least");
                let sql = statement(self, &table, size, false);
                let (now, later) = rows.split_at(size);
                self.prepare(&sql);
                self.write(&sql, now);
                rows = later;
            }
        }
        self.run("analyze");
    }
}

impl Bare for Postgres {
    fn tables(&mut self) -> Vec<Table> {
        let columns = "select table_name::text, column_name::text from information_schema.columns \
                       where table_schema = 'public' order by table_name, ordinal_position";
        let keys = "select c.relname::text, a.attname::text from pg_index i join pg_class c on c.oid = i.indrelid \
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) \
                    where i.indisprimary and c.relnamespace = 'public'::regnamespace";
        let keys: HashSet<(String, String)> = self
            .client
            .query(keys, &[])
            .expect("its catalogue")
            .iter()
            .map(|r| (r.get(0), r.get(1)))
            .collect();
        let mut tables: Vec<Table> = Vec::new();
        for row in self.client.query(columns, &[]).expect("its catalogue") {
            let (name, column): (String, String) = (row.get(0), row.get(1));
            if tables.last().is_none_or(|table| table.name != name) {
                tables.push(Table { name: name.clone(), columns: Vec::new(), key: Vec::new() });
            }
            let table = tables.last_mut().expect("it was just made");
            if keys.contains(&(name, column.clone())) {
                table.key.push(table.columns.len());
            }
            table.columns.push(column);
        }
        tables
    }

    fn rows(&mut self, table: &Table) -> Vec<Vec<Value>> {
        let sql = format!("select {} from {}", table.columns.join(", "), table.name);
        let value = |row: &postgres::Row, column: usize| match *row.columns()[column].type_() {
            Type::INT8 => row.get::<_, Option<i64>>(column).map_or(Value::Null, Value::Int),
            Type::BYTEA => row.get::<_, Option<Vec<u8>>>(column).map_or(Value::Null, Value::Bytes),
            _ => row.get::<_, Option<String>>(column).map_or(Value::Null, Value::Text),
        };
        let rows = self.client.query(&sql, &[]).expect("its columns are known");
        rows.iter().map(|row| (0..table.columns.len()).map(|column| value(row, column)).collect()).collect()
    }

    fn run(&mut self, sql: &str) {
        self.client.batch_execute(sql).expect("the statement is right");
    }

    fn prepare(&mut self, sql: &str) {
        if !self.statements.contains_key(sql) {
            let prepared = self.client.prepare(sql).expect("the statement is right");
            self.statements.insert(sql.to_owned(), prepared);
        }
    }

    fn write(&mut self, sql: &str, rows: &[Vec<Value>]) {
        let params: Vec<&(dyn ToSql + Sync)> = rows.iter().flatten().map(|value| value as _).collect();
        self.client.execute(&self.statements[sql], &params).expect("the rows fit");
    }

    fn parameter(&self, number: usize) -> String {
        format!("${number}")
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut postgres::types::private::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(v) => v.to_sql(kind, out),
            Self::Text(v) => v.to_sql(kind, out),
            Self::Bytes(v) => v.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}
