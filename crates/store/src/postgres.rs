//! PostgreSQL: connecting, and what its errors mean.

use std::collections::HashMap;
use std::time::Duration;

use ::postgres::error::SqlState;
use ::postgres::fallible_iterator::FallibleIterator;
use ::postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use ::postgres::{Config, NoTls, Statement};

use crate::row::{Columns, Row};
use crate::sql::Sql;
use crate::tx::Fault;
use crate::{Result, StoreError, Value, tls};

pub(crate) struct Settings {
    pub(crate) config: Config,
    pub(crate) tls: Option<rustls::ClientConfig>,
    pub(crate) database: String,
    pub(crate) statement_timeout_ms: u32,
    pub(crate) lock_timeout_ms: u32,
    pub(crate) durable: bool,
}

/// A connection with its prepared statements: as many as there are texts in the program, times their sizes.
pub(crate) struct Client {
    client: ::postgres::Client,
    statements: HashMap<(usize, usize), (Statement, Columns)>,
}

impl Settings {
    /// Reads `postgres://…`. TLS with a verified certificate is used to every other machine; to this one (socket or
    /// loopback) only with `sslmode=require`; `sslmode=disable` turns it off. `sslrootcert=FILE` names the authority.
    pub(crate) fn new(
        url: &str,
        statement_timeout_ms: u32,
        lock_timeout_ms: u32,
        durable: bool,
    ) -> Result<Self> {
        let (url, authority) = tls::take_authority(url);
        let mut config: Config = url.parse().map_err(|_| StoreError::Config {
            what: "the PostgreSQL URL cannot be read: postgres://USER:PASSWORD@HOST:PORT/DATABASE".into(),
        })?;
        config.application_name("harmony");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(5));
        }
        config.keepalives_idle(Duration::from_secs(30));
        let tls = tls::for_config(&mut config, &url, authority.as_deref())?;
        let database = describe(&config);
        Ok(Self { config, tls, database, statement_timeout_ms, lock_timeout_ms, durable })
    }

    pub(crate) fn open(&self) -> Result<Client> {
        let connected = match &self.tls {
            Some(tls) => self.config.connect(tokio_postgres_rustls::MakeRustlsConnect::new(tls.clone())),
            None => self.config.connect(NoTls),
        };
        let fail = |error: ::postgres::Error| self.opening(&error);
        let mut client = connected.map_err(fail)?;
        let durable = if self.durable { "" } else { "set synchronous_commit = off;" };
        // Statements are short: over tables the server has not analysed yet it would plan them for many workers and compile them.
        client
            .batch_execute(&format!(
                "set statement_timeout = {}; set lock_timeout = {}; set idle_in_transaction_session_timeout = 60000; \
                 set client_min_messages = warning; set timezone = 'UTC'; set plan_cache_mode = auto; \
                 set max_parallel_workers_per_gather = 0; set jit = off; {durable}",
                self.statement_timeout_ms, self.lock_timeout_ms
            ))
            .map_err(fail)?;
        Ok(Client { client, statements: HashMap::new() })
    }

    fn opening(&self, error: &::postgres::Error) -> StoreError {
        let why = match error.as_db_error() {
            Some(db) if *db.code() == SqlState::INVALID_CATALOG_NAME => {
                "there is no such database: create it first".into()
            }
            Some(db) if db.code().code().starts_with("28") => "it refuses this user or password".into(),
            Some(db) if *db.code() == SqlState::CANNOT_CONNECT_NOW => "it is starting or stopping".into(),
            Some(db) => format!("SQL state {}", db.code().code()),
            None => error_source(error),
        };
        StoreError::Unreachable { database: self.database.clone(), why }
    }
}

/// The innermost reason, such as `Connection refused`; these come from the network, not from data.
fn error_source(error: &::postgres::Error) -> String {
    let mut source: &dyn std::error::Error = error;
    while let Some(next) = source.source() {
        source = next;
    }
    source.to_string()
}

fn describe(config: &Config) -> String {
    use ::postgres::config::Host;
    let host = config.get_hosts().first().map_or("localhost".to_owned(), |host| match host {
        Host::Tcp(name) => name.clone(),
        Host::Unix(path) => path.display().to_string(),
    });
    let port = config.get_ports().first().copied().unwrap_or(5432);
    format!("PostgreSQL {host}:{port}/{}", config.get_dbname().unwrap_or_default())
}

impl Client {
    pub(crate) fn batch(&mut self, text: &str) -> Result<(), ::postgres::Error> {
        self.client.batch_execute(text)
    }

    pub(crate) fn server_version(&mut self) -> Result<String, ::postgres::Error> {
        self.client.query_one("select current_setting('server_version')", &[])?.try_get(0)
    }

    fn prepared(
        &mut self,
        sql: &'static Sql,
        size: usize,
    ) -> Result<(Statement, Columns), ::postgres::Error> {
        let key = (std::ptr::from_ref(sql) as usize, size);
        if let Some((statement, columns)) = self.statements.get(&key) {
            return Ok((statement.clone(), columns.clone()));
        }
        let (statement, columns) = self.prepare(sql.form(crate::sql::Dialect::Postgres, size))?;
        self.statements.insert(key, (statement.clone(), columns.clone()));
        Ok((statement, columns))
    }

    pub(crate) fn prepare(&mut self, text: &str) -> Result<(Statement, Columns), ::postgres::Error> {
        let statement = self.client.prepare(text)?;
        let columns = statement.columns().iter().map(|column| column.name().into()).collect();
        Ok((statement, columns))
    }

    pub(crate) fn query(
        &mut self,
        sql: &'static Sql,
        size: usize,
        params: &[&Value],
        mut each: impl FnMut(Row) -> Result<()>,
    ) -> Result<Result<()>, ::postgres::Error> {
        let (statement, columns) = self.prepared(sql, size)?;
        let mut rows =
            self.client.query_raw(&statement, params.iter().map(|value| *value as &(dyn ToSql + Sync)))?;
        while let Some(row) = rows.next()? {
            let mut values = Vec::with_capacity(columns.len());
            for (position, column) in row.columns().iter().enumerate() {
                match value(&row, position, column.type_())? {
                    Some(value) => values.push(value),
                    None => {
                        let problem = "has a type other than bigint, text and bytea: cast it";
                        return Ok(Err(crate::value::column_error(column.name(), problem)));
                    }
                }
            }
            if let Err(error) = each(Row { columns: columns.clone(), values }) {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    }

    pub(crate) fn exec(
        &mut self,
        sql: &'static Sql,
        size: usize,
        params: &[&Value],
    ) -> Result<u64, ::postgres::Error> {
        let (statement, _) = self.prepared(sql, size)?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| *value as _).collect();
        self.client.execute(&statement, &params)
    }
}

fn value(row: &::postgres::Row, position: usize, kind: &Type) -> Result<Option<Value>, ::postgres::Error> {
    fn or_null<T>(value: Option<T>, make: impl Fn(T) -> Value) -> Option<Value> {
        Some(value.map_or(Value::Null, make))
    }
    Ok(match *kind {
        Type::INT8 => or_null(row.try_get::<_, Option<i64>>(position)?, Value::Int),
        Type::INT4 => or_null(row.try_get::<_, Option<i32>>(position)?, |v| Value::Int(v.into())),
        Type::BOOL => or_null(row.try_get::<_, Option<bool>>(position)?, |v| Value::Int(v.into())),
        Type::TEXT | Type::VARCHAR | Type::NAME => or_null(row.try_get(position)?, Value::Text),
        Type::BYTEA => or_null(row.try_get(position)?, Value::Bytes),
        _ => None,
    })
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut ::postgres::types::private::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, kind) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Int(v), &Type::INT8) => v.to_sql(kind, out),
            (Self::Text(v), &(Type::TEXT | Type::VARCHAR)) => v.to_sql(kind, out),
            (Self::Bytes(v), &Type::BYTEA) => v.to_sql(kind, out),
            _ => Err(format!("a parameter is {self:?} where the database expects {kind}").into()),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::TEXT | Type::VARCHAR | Type::BYTEA)
    }

    to_sql_checked!();
}

/// PostgreSQL's error as ours: by SQL state, table and constraint; its detail, which holds values, is not kept.
pub(crate) fn translate(error: &::postgres::Error, at: &str, database: &str) -> (StoreError, Fault) {
    let database = || database.to_owned();
    let Some(db) = error.as_db_error() else {
        if error.is_closed() || is_io(error) {
            return (
                StoreError::Unreachable { database: database(), why: "the connection was lost".into() },
                Fault::Broken,
            );
        }
        return (
            StoreError::Sql { at: at.to_owned(), code: "08P01".into(), what: error_source(error) },
            Fault::Failed,
        );
    };
    let code = db.code();
    let sql = |what: String| StoreError::Sql { at: at.to_owned(), code: code.code().to_owned(), what };
    match code.code() {
        "40001" | "40P01" => (StoreError::Busy { what: "transactions keep colliding" }, Fault::Retry),
        "55P03" => (StoreError::Busy { what: "a row stayed locked too long" }, Fault::Failed),
        "57014" => (StoreError::Busy { what: "a statement took too long" }, Fault::Failed),
        "53100" => (StoreError::DiskFull { database: database() }, Fault::Failed),
        "53300" => (StoreError::Busy { what: "PostgreSQL has no connection left" }, Fault::Broken),
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" => (
            StoreError::Unreachable { database: database(), why: "it closed the connection".into() },
            Fault::Broken,
        ),
        "25006" => (
            StoreError::NotWritable { what: database(), why: "the transaction is read-only".into() },
            Fault::Failed,
        ),
        "0A000" if db.message().contains("cached plan") => (sql("the schema changed".into()), Fault::Replan),
        "23505" => {
            let table = db.table().unwrap_or("a table").to_owned();
            (StoreError::Duplicate { table, columns: key_columns(db) }, Fault::Failed)
        }
        state if state.starts_with("23") => {
            let what = format!(
                "constraint {} of {} failed ({})",
                db.constraint().or_else(|| db.column()).unwrap_or("without a name"),
                db.table().unwrap_or("a table"),
                condition(state),
            );
            (sql(what), Fault::Failed)
        }
        // Faults in the text itself: the message speaks of the text only.
        state if state.starts_with("42") => (sql(db.message().to_owned()), Fault::Failed),
        state if state.starts_with("XX") => {
            (StoreError::corrupt(format!("PostgreSQL reports damage in {}", database())), Fault::Failed)
        }
        _ => (sql("the statement was refused".into()), Fault::Failed),
    }
}

fn condition(state: &str) -> &'static str {
    match state {
        "23502" => "not null",
        "23503" => "foreign key",
        "23514" => "check",
        _ => "constraint",
    }
}

/// `Key (a, b)=(…) already exists.` → `a, b`; without a detail the constraint's name.
fn key_columns(db: &::postgres::error::DbError) -> String {
    let from_detail = db.detail().and_then(|detail| {
        let (_, rest) = detail.split_once('(')?;
        rest.split_once(")=").map(|(columns, _)| columns.to_owned())
    });
    from_detail.unwrap_or_else(|| db.constraint().unwrap_or("key").to_owned())
}

fn is_io(error: &::postgres::Error) -> bool {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = source {
        if error.is::<std::io::Error>() {
            return true;
        }
        source = error.source();
    }
    false
}
