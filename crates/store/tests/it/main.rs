//! The store on SQLite, and on PostgreSQL where `HARMONY_TEST_POSTGRES` names a server.

#![expect(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod chunks;
mod faults;
mod journal;
mod kill;
mod migrations;
mod registers;
mod texts;
mod transactions;
mod vault;
