//! Stories: readable scenarios, played on a virtual clock against a real database. The format is in `stories/README.md`.
#![warn(missing_docs)]

mod bank;
mod expect;
mod player;
mod script;

pub use player::{Failure, PlayError, Played, play, play_with};
pub use script::{Line, Script, ScriptError, parse};
