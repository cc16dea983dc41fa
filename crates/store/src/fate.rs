//! What becomes of a commit: for simulations, in which the process dies or the disk fills up at any of them.

use std::sync::Arc;

/// What becomes of one commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is made.
    Made,
    /// The process dies before it: nothing was kept, and nobody hears an answer.
    DiesBefore,
    /// The process dies after it: it was kept, and nobody hears an answer.
    DiesAfter,
    /// The disk is full: nothing was kept.
    DiskFull,
}

/// Decides on each commit of a database. A dead process commits nothing more until the database is opened anew.
#[derive(Clone)]
pub struct Fates(Arc<dyn Fn() -> Fate + Send + Sync>);

impl Fates {
    /// Asked once for each commit.
    pub fn new(next: impl Fn() -> Fate + Send + Sync + 'static) -> Self {
        Self(Arc::new(next))
    }

    pub(crate) fn next(&self) -> Fate {
        (self.0)()
    }
}
