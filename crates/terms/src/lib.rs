//! The wording language: clauses over facts with three truth values, and decisions with reasons.
//!
//! A product version is a folder of TOML files with typed expressions ([`Product::load`], described in `docs/terms.md`).
//! [`decide`] takes a product and a [`Case`] and gives a [`Decision`]: a verdict for each item, the clauses that decided
//! it and those that were considered, the facts that are still missing in the order of what asking costs, and every step
//! of the arithmetic. The same product and case give the same bytes, years later too.
//!
//! The crate is pure: no clock, no I/O, no randomness. What is deliberately absent: any knowledge of a particular
//! product, of people, or of what happens after a decision. A refusal is a proposal; only a person refuses.
#![warn(missing_docs)]

mod ast;
mod bind;
mod bits;
mod case_file;
mod check;
mod decide;
mod decision;
mod eval;
mod expr;
mod facts;
mod fault;
mod judge;
mod lex;
/// Every stated limit.
pub mod limits;
mod load;
mod load_clause;
mod load_fact;
mod load_tariff;
/// Reasoning over all situations at once: check and diff.
pub mod logic;
mod parameters;
mod parse;
mod product;
mod program;
mod reader;
mod shared;
mod tariff;
mod value;

pub use bind::Bound;
pub use case_file::CaseFile;
pub use decide::{decide, inputs_hash};
pub use decision::{
    ClauseTrace, Decision, Effect, ItemDecision, MissingFact, Outcome, Remedy, Route, Stage, Step, Verdict,
    Verdicts, Wording,
};
pub use facts::{Case, CaseItem, FactFault, Facts, Schedule, Source};
pub use fault::Fault;
pub use load::FILES;
pub use parameters::{REQUIRED_PARAMETERS, RequiredParameter};
pub use product::{
    AmountRule, Answerer, Article, Clause, ClauseKind, Evidence, FactSpec, NamedValue, Parameter, Per, Plan,
    Product, Scope, SoldDevice, StepKind, Trilingual,
};
pub use shared::Shared;
pub use tariff::{Frequency, Quote, QuoteRefusal, Tariff, TariffRow};
pub use value::{Kind, Truth, Value};
