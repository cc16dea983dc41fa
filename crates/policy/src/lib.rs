//! The contract: a policy from application to end, together with its money side (crate `billing`), and the cover timeline.
//!
//! A contract is the fold of its [`Fact`]s. [`decide`] answers a command with events or a named refusal; [`fall_due`] says what
//! time does to it and [`next_due`] when that is next; [`cover`] computes when there was cover, as known at any instant.
//! Cover is never stored.
#![warn(missing_docs)]

mod agenda;
mod collecting;
mod command;
mod cover;
mod decide;
mod ending;
mod event;
mod in_order_of_effect;
mod refusal;
mod state;
mod terms;

pub use agenda::{Day, fall_due, next_due};
pub use collecting::COLLECTION_NOTICE_DAYS;
pub use command::Command;
pub use cover::{Boundary, Cover, Segment, Timeline, cover, is_paid_and_waiting};
pub use decide::{Done, decide};
pub use ending::{EndWay, Ending, earliest, refund_share};
pub use event::{
    Application, ContractEvent, Device, Fact, Happened, HolderKind, PolicyEvent, ProductRef, Verdict,
};
pub use refusal::PolicyRefusal;
pub use state::{Contract, Phase};
pub use terms::PolicyTerms;
