//! Stories: readable scenarios, played on a virtual clock against a real database. The format is in `stories/README.md`.
#![warn(missing_docs)]

mod apply;
mod bank;
mod books;
mod campaign;
mod change;
mod claim;
mod days;
mod ending;
mod expect;
mod job;
mod money;
mod partner;
mod player;
mod post;
mod script;
mod timeline;

pub use player::{Failure, PlayError, Played, play, play_with};
pub use script::{Line, Script, ScriptError, parse};
