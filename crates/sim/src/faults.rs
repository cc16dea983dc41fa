//! What can go wrong beside what people do: the process, the disk, the post, the bank's statements, a hand that clicks twice.

use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use store::fate::{Fate, Fates};

/// Which faults are put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Faults {
    /// The process dies at a commit, before or after it, and is started again; whoever waited asks again.
    pub death: bool,
    /// The disk is full for one commit.
    pub disk: bool,
    /// A command is given twice.
    pub twice: bool,
    /// What happened is told later: deaths, notices, statements in the wrong order.
    pub late: bool,
    /// The mail server or the print folder takes nothing for a day.
    pub mail: bool,
    /// A statement comes days late, or twice; a notification of the same comes before or after it; the bank refuses an order
    /// before it is booked, and charges for its services.
    pub statements: bool,
}

impl Faults {
    /// None.
    pub const NONE: Self =
        Self { death: false, disk: false, twice: false, late: false, mail: false, statements: false };
    /// All.
    pub const ALL: Self =
        Self { death: true, disk: true, twice: true, late: true, mail: true, statements: true };
}

impl FromStr for Faults {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut faults = Self::NONE;
        for name in text.split(',').map(str::trim) {
            match name {
                "all" => faults = Self::ALL,
                "none" => faults = Self::NONE,
                "death" => faults.death = true,
                "disk" => faults.disk = true,
                "twice" => faults.twice = true,
                "late" => faults.late = true,
                "mail" => faults.mail = true,
                "statements" => faults.statements = true,
                _ => {
                    return Err(format!(
                        "`{name}` is no fault: write all, none, or a list of death, disk, twice, late, mail, statements"
                    ));
                }
            }
        }
        Ok(faults)
    }
}

/// Decides the fate of the databases' commits: one of the next is hit.
#[derive(Clone, Default)]
pub(crate) struct Hook(Arc<Mutex<Armed>>);

#[derive(Default)]
struct Armed {
    next: Option<(u64, Fate)>,
    dead: bool,
    hits: u64,
}

impl Hook {
    fn lock(&self) -> MutexGuard<'_, Armed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The commit after so many others is hit.
    pub(crate) fn arm(&self, commits_before: u64, fate: Fate) {
        self.lock().next = Some((commits_before, fate));
    }

    /// Nothing more is hit; gives whether something was since the last call.
    pub(crate) fn disarm(&self) -> bool {
        let mut armed = self.lock();
        armed.next = None;
        std::mem::take(&mut armed.hits) > 0
    }

    /// Whether the process is dead.
    pub(crate) fn is_dead(&self) -> bool {
        self.lock().dead
    }

    /// The process is started again.
    pub(crate) fn revive(&self) {
        self.lock().dead = false;
    }

    /// For the databases.
    pub(crate) fn fates(&self) -> Fates {
        let hook = self.clone();
        Fates::new(move || hook.lock().next_fate())
    }
}

impl Armed {
    fn next_fate(&mut self) -> Fate {
        if self.dead {
            return Fate::DiesBefore;
        }
        match &mut self.next {
            None => Fate::Made,
            Some((0, fate)) => {
                let fate = *fate;
                self.next = None;
                self.hits += 1;
                self.dead = matches!(fate, Fate::DiesBefore | Fate::DiesAfter);
                fate
            }
            Some((before, _)) => {
                *before -= 1;
                Fate::Made
            }
        }
    }
}
