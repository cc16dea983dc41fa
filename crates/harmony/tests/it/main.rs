//! The binary as its users meet it: what it says and with which status it ends, also when the world is against it.
#![expect(clippy::unwrap_used, reason = "a failed unwrap in a helper of tests is a failed test")]

mod bank;
mod calls;
mod disk;
mod killed;
mod opening;
mod portfolio;
mod postgres_lost;
mod support;
mod uploads;
