//! One module a walk; what several of them need lies in `application`, `house`, `mail`, `telling` and
//! `words`.

mod application;
mod campaign;
mod changes;
mod demo;
mod forms;
mod harness;
mod house;
mod mail;
mod main_job;
mod money;
mod repaired;
mod replaced;
mod reporting;
mod several;
mod telling;
mod words;

/// The bank of the other tests too: it knows nothing of the house but its files, so it may be read here.
#[path = "../../../../app/src/testing/bank.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "the walks need a part of it; it is public where it is at home"
)]
mod bank;
