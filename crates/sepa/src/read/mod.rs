//! Bank files in: streams of typed items, refused whole when anything cannot be read.

mod camt;
mod camt_entry;
mod cursor;
mod error;
mod finding;
mod fingerprint;
mod kind;
mod limits;
mod pain002;
mod source;
mod stamp;
mod statement;
mod status;
mod tag;

pub use camt::{ReadOptions, StatementReader, Survey, survey};
pub use error::{ReadError, ReadFault};
pub use finding::{FINDINGS_MAX, Finding};
pub use fingerprint::{Fingerprint, FingerprintKey};
pub use kind::{Kind, Version, identify};
pub use limits::Limits;
pub use pain002::StatusReader;
pub use stamp::Stamp;
pub use statement::{
    Account, Balance, Batch, Entry, EntryStatus, Message, Page, Party, StatementEnd, StatementHeader,
    StatementItem, Text, Transaction, TransactionCode,
};
pub use status::{
    BlockStatus, GroupStatus, Outcome, Reason, StatusCode, StatusItem, StatusReport, TransactionStatus,
};
