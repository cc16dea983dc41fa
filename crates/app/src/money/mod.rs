//! Money between the house and the bank: collections and payments out, statements in, and the books.
//!
//! A person releases what waits into a bank file; nothing leaves the house otherwise. The bank's statement says what became
//! of it. Every booked entry of a statement is either matched with something that expected it or kept in suspense until a
//! person decides: the bank's balance and the ledger's agree to the cent at any time.
//!
//! Deliberately absent: status reports (pain.002) and notifications (camt.054), which say earlier what a statement says
//! for certain.

pub mod books;
pub mod collections;
mod expected;
mod files;
mod import;
mod invariants;
mod items;
pub(crate) mod matching;
pub mod payments;
pub mod refunds;
mod returns;
mod sheet;
pub mod statements;
pub mod suspense;

pub use files::{BATCHES_PAGE, BatchKind, BatchLine, LeftOut, Released, bank_file, batches};
pub use invariants::invariants;
