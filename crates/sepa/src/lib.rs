//! Bank messages of ISO 20022: bytes to types and back, nothing else.
//!
//! [`mod@write`] makes collection files (pain.008.001.08) and payment files (pain.001.001.09); [`read`] takes statements and
//! notifications (camt.053 and camt.054, versions 02, 04 and 08) and status reports (pain.002, versions 03 and 10). Both
//! stream: memory does not grow with the file. What a reason code asks for is in [`ReasonCode`].
//!
//! The crate is pure: it opens no file and knows no policy. What is deliberately absent: matching of payments, booking,
//! collection calendars (`kernel`'s `Calendar::Target`), mandate life.
//!
//! ```
//! use sepa::read::{ReadOptions, survey};
//!
//! let error = survey(&b"<Document xmlns='urn:x'>"[..], ReadOptions::default()).unwrap_err();
//! assert!(error.to_string().starts_with("line 1, byte 24, in Document: this is a document of namespace urn:x"));
//! ```
#![warn(missing_docs)]

mod amount;
pub mod read;
mod reason;
pub mod text;
pub mod write;

pub use amount::{Amount, Currency, Direction};
pub use reason::{REASONS, RETRIES_MAX, ReasonCode, Treatment};
