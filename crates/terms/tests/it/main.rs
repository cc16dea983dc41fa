//! Tests of the wording language and of the products written in it.
#![expect(clippy::unwrap_used, reason = "a failed unwrap in a helper of tests is a failed test")]

mod agreement;
mod belgium;
mod case_file;
mod decisions;
mod faults;
mod hostile;
mod logic;
mod naive;
mod questions;
mod support;
mod tariff;
mod texts;
mod xandocare;

/// The wording language a second time; `fuzz/` and `peers/` use it too.
#[path = "../plain/mod.rs"]
mod plain;
