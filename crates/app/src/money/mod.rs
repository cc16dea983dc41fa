//! Money between the house and the bank: collections and payments out, statements in, and the books.
//!
//! A person releases what waits into a bank file; nothing leaves the house otherwise. The bank's statement says what became
//! of it. Every booked entry of a statement is either matched with something that expected it or kept in suspense until a
//! person decides: the bank's balance and the ledger's agree to the cent at any time.
//!
//! Before the statement a status report (pain.002) may say what the bank refuses, and a notification (camt.054) what it has
//! booked; all three may come in any order, and each amount is booked once. A file that is odd waits for a person.

pub mod arrears;
pub mod blocked;
pub mod books;
mod collection_file;
pub mod collections;
mod debtors;
mod doubts;
mod expected;
mod files;
mod import;
mod invariants;
mod items;
pub mod kept;
pub(crate) mod matching;
mod notified;
mod odd;
mod own_shares;
pub mod payments;
pub mod placing;
pub mod refunds;
pub mod reminders;
mod returns;
mod sheet;
pub mod statements;
mod status;
pub mod suspense;
pub mod to_payer;

pub use doubts::Doubt;
pub use files::{BATCHES_PAGE, BatchKind, BatchLine, LeftOut, Released, bank_file, batches};
pub use invariants::invariants;
