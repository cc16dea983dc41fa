//! The store: one SQL text on SQLite and PostgreSQL, transactions on the store's own threads, and what every use case
//! needs beside its own tables: journal, commands, unique keys, due dates, outbox, stuck items, vault, attachments.
//!
//! Synchronous: a closure gets a [`Tx`] and runs on one of the store's threads. Every verb is plural: it takes a slice and
//! touches each table once. Nothing here reads a clock or draws randomness: instants are arguments, and
//! [`Entropy`](entropy::Entropy) comes from the shell.
//!
//! ```
//! use store::{Db, DbConfig, Priority, StoreError, params, sql};
//! # let folder = tempfile::tempdir().unwrap();
//! # let url = format!("sqlite:{}", folder.path().join("example.db").display());
//! let db = Db::open(&DbConfig::new(url))?;
//! db.migrate(&[store::migrate::Migration::new(1_000, "shops", &["create table shop (id bigint primary key, name text not null)"])], kernel::Instant::UNIX_EPOCH)?;
//! db.write(Priority::Click, |tx| tx.insert(sql!("insert into shop (id, name) values {rows}"), &[store::row![7, "Corner"]]))?;
//! let name = db.read(|tx| tx.query_one(sql!("select name from shop where id = ?1"), &params![7])?.text("name"))?;
//! assert_eq!(name, "Corner");
//! # Ok::<(), StoreError>(())
//! ```

mod connection;
mod db;
mod ddl;
mod error;
mod pool;
mod postgres;
mod row;
mod seal;
mod sqlite;
mod texts;
mod tls;
mod tx;
mod value;

pub mod chunk;
pub mod command;
pub mod doctor;
pub mod due;
pub mod entropy;
pub mod fate;
pub mod journal;
pub mod migrate;
pub mod objects;
pub mod outbox;
pub mod schema;
pub mod sql;
pub mod stuck;
pub mod testing;
pub mod unique;
pub mod vault;
pub mod verify;

#[doc(hidden)]
pub use inventory;

pub use db::{Db, DbConfig, Durability, Priority};
pub use error::{Result, StoreError};
pub use row::{Column, Row};
pub use tx::Tx;
pub use value::{FromValue, Value};

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
