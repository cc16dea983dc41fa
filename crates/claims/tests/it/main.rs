//! Tests of the claim: commands and time, one after the other, on the Dutch wording.
#![expect(clippy::unwrap_used, reason = "a failed unwrap in a helper of tests is a failed test")]

mod after;
mod aside;
mod clocks;
mod evidence;
mod golden;
mod hand_over;
mod history;
mod jobs;
mod late;
mod money;
mod properties;
mod settling;
