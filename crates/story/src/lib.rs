//! Stories: readable scenarios, played on a virtual clock against a real database. The format is in `stories/README.md`.
#![warn(missing_docs)]

mod script;

pub use script::{Line, Script, ScriptError, parse};
