//! Every invariant over the whole database: the journal's chains here, and what the callers add.

use crate::journal::{self, Chains};
use crate::{Db, Result, Tx};

/// Something that must be true of the whole database.
#[derive(Clone, Copy)]
pub struct Invariant {
    /// Its name, such as `ledger sums to zero`.
    pub name: &'static str,
    /// Reads (in one snapshot) and names what is wrong, by ids only; nothing when it holds. Give a limited number.
    pub check: fn(&mut Tx<'_>) -> Result<Vec<String>>,
}

/// What [`verify`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The journal.
    pub chains: Chains,
    /// The invariants that were checked.
    pub checked: Vec<&'static str>,
    /// What is wrong: the invariant and the finding.
    pub faults: Vec<(&'static str, String)>,
}

impl Report {
    /// Whether everything holds.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Checks the journal's chains and then each invariant. `progress` is told what is being checked and how many events were
/// read.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of a query: a check that could not be made is not a fault found.
pub fn verify(db: &Db, invariants: &[Invariant], mut progress: impl FnMut(&str, u64)) -> Result<Report> {
    const CHAINS: &str = "journal chains";
    let chains = journal::verify(db, |events| progress(CHAINS, events))?;
    let mut report = Report { checked: vec![CHAINS], ..Report::default() };
    for broken in &chains.breaks {
        report
            .faults
            .push((CHAINS, format!("event {} of stream {} {}", broken.seq, broken.stream, broken.what)));
    }
    for invariant in invariants {
        progress(invariant.name, chains.events);
        let check = invariant.check;
        let found = db.read_run(check)?;
        report.checked.push(invariant.name);
        report.faults.extend(found.into_iter().map(|what| (invariant.name, what)));
    }
    report.chains = chains;
    Ok(report)
}
