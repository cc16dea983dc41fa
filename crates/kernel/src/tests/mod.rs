//! Tables and properties through one `check` per module.

mod calendar;
mod codes;
mod company;
mod contact;
mod iban;
mod id;
mod imei;
mod money;
mod number;
mod period;
mod receipt;
mod reference;
mod serde_forms;
mod term;

use crate::{Date, Instant};

/// Enough to find a slip, few enough that all of them take a second or two.
pub(crate) fn few_cases() -> proptest::test_runner::Config {
    proptest::test_runner::Config { cases: 96, failure_persistence: None, ..Default::default() }
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a date of a test")
}

pub(crate) fn instant(text: &str) -> Instant {
    text.parse().expect("an instant of a test")
}
