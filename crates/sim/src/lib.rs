//! Years of a portfolio with faults, from a seed.
//!
//! People apply, pay or do not, change their minds and die; the desk decides or is late; banks carry out, return and keep
//! silent; the process dies, the disk fills up, the post is shut. All of it on the real use cases over a real database, on a
//! clock that is played, day by day. After every day the invariants are checked. What is found is reduced to the few decisions
//! that bring it about ([`reduce`]).
//!
//! Chance is drawn for each question by itself, so that the same seed gives the same history, and leaving out one decision
//! changes no other.
#![warn(missing_docs)]

mod after;
mod bank;
mod changes;
mod check;
mod claims;
mod desk;
mod draw;
mod faults;
mod in_kind;
pub mod oracle;
mod people;
mod play;
mod post;
mod reduce;
mod world;

use std::collections::BTreeMap;

use app::AppError;
use kernel::{Date, Id, Money};
use serde::Serialize;

pub use draw::{Decision, Who};
pub use faults::Faults;
pub use play::simulate;
pub use reduce::{Reduced, reduce};

/// What is to be simulated.
#[derive(Debug, Clone)]
pub struct Config {
    /// People who apply.
    pub policies: u32,
    /// Days, from 1 January 2026.
    pub days: u32,
    /// All chance comes from it.
    pub seed: u64,
    /// Faults put in.
    pub faults: Faults,
    /// One letter in so many is laid out as it would be for its reader; the others are only taken from the outbox. At least 1.
    pub letters: u64,
    /// URL of an empty database; none: SQLite in a folder that is gone afterwards.
    pub database: Option<String>,
    /// For the test of the simulator itself: a bug that takes a posting away from who was asked something and later pays.
    #[doc(hidden)]
    pub planted: bool,
}

/// What happened in a simulation.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Summary {
    /// Days played.
    pub days: u32,
    /// Policies applied for.
    pub policies: u64,
    /// Events in the journal.
    pub events: u64,
    /// Events by kind.
    pub kinds: BTreeMap<String, u64>,
    /// Letters and mails that left the house.
    pub letters: u64,
    /// How many of them were laid out.
    pub laid_out: u64,
    /// Entries of bank statements booked.
    pub entries: u64,
    /// Cents that the banks moved for us.
    pub moved_cents: i64,
    /// Claims reported.
    pub claims: u64,
    /// Claims checked against the oracle, each after each change.
    pub claims_checked: u64,
    /// Faults put in.
    pub faults: u64,
    /// Refusals, by code.
    pub refusals: BTreeMap<String, u64>,
    /// Invariants checked, each contract and each day by itself.
    pub checks: u64,
}

/// An invariant that does not hold.
#[derive(Debug, Clone, Serialize)]
pub struct Broken {
    /// Which.
    pub invariant: String,
    /// On which day it was found.
    pub on: Date,
    /// Day of the simulation, from 0.
    pub day: u32,
    /// Of which policy, where it is one's.
    pub policy: Option<u32>,
    /// In what.
    pub what: String,
}

/// A simulation that was played to its end, or to the first broken invariant.
#[derive(Debug)]
pub struct Played {
    /// What happened.
    pub summary: Summary,
    /// What was found.
    pub broken: Option<Broken>,
    /// All that chance decided, in order.
    pub decisions: Vec<Decision>,
    /// The facts of the policy in which something is broken, a line each.
    pub journal: Vec<String>,
}

/// Why a simulation cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum SimError {
    /// The database holds contracts.
    #[error(
        "{0} is not empty: a simulation fills a database with thousands of invented policies; name a fresh one"
    )]
    NotEmpty(String),
    /// The program failed before anything was simulated.
    #[error(transparent)]
    App(#[from] AppError),
}

/// Where a contract stands, as the table has it.
pub(crate) struct Row {
    phase: String,
    version: i64,
    open: Money,
}

/// All contracts.
pub(crate) type Rows = BTreeMap<Id, Row>;
