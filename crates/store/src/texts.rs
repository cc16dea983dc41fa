//! Checks that SQL texts mean the same on both databases: each is prepared in every size, and every parameter and column
//! has one of the three types.

use postgres::types::Type;

use crate::connection::Connection;
use crate::sql::{Dialect, SIZES, Sql};
use crate::{Db, Result, sqlite};

impl Db {
    /// Prepares texts (see [`crate::sql::all`]) on this database and names what is wrong with which.
    ///
    /// # Errors
    /// [`StoreError`](crate::StoreError) when the database cannot be reached.
    pub fn check_texts(&self, texts: impl Iterator<Item = &'static Sql>) -> Result<Vec<String>> {
        let texts: Vec<&'static Sql> = texts.collect();
        self.with_connection(move |connection| {
            let mut faults = Vec::new();
            for sql in texts {
                let fault = match connection {
                    Connection::Sqlite(connection) => check_sqlite(connection, sql),
                    Connection::Postgres(client) => check_postgres(client, sql),
                };
                if let Some(what) = fault {
                    faults.push(format!("{} {what}", sql.place()));
                }
            }
            Ok(faults)
        })
    }
}

fn check_sqlite(connection: &rusqlite::Connection, sql: &'static Sql) -> Option<String> {
    for (form, items) in sql.all_forms(Dialect::Sqlite).zip(SIZES) {
        let statement = match connection.prepare(form) {
            Ok(statement) => statement,
            Err(error) => return Some(sqlite::translate(&error, "", "").0.to_string()),
        };
        let expected = sql.parameters() + if sql.takes_list() { sql.width() * items } else { 0 };
        if statement.parameter_count() != expected {
            return Some(format!(
                "has {} parameters where {expected} are meant",
                statement.parameter_count()
            ));
        }
    }
    None
}

fn check_postgres(client: &mut crate::postgres::Client, sql: &'static Sql) -> Option<String> {
    for form in sql.all_forms(Dialect::Postgres) {
        let (statement, _) = match client.prepare(form) {
            Ok(prepared) => prepared,
            Err(error) => return Some(crate::postgres::translate(&error, "", "").0.to_string()),
        };
        for (number, kind) in statement.params().iter().enumerate() {
            if !matches!(*kind, Type::INT8 | Type::TEXT | Type::BYTEA) {
                return Some(format!("has {kind} as parameter {}: cast it", number + 1));
            }
        }
        for column in statement.columns() {
            if !matches!(*column.type_(), Type::INT8 | Type::TEXT | Type::BYTEA | Type::INT4 | Type::BOOL) {
                return Some(format!("gives {} as column {}: cast it", column.type_(), column.name()));
            }
        }
    }
    None
}
