//! The simulator and its oracle under test.

mod history;
mod oracle;
mod years;
