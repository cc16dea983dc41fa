//! The simulator and its oracle under test.

mod claims;
mod history;
mod oracle;
mod years;
