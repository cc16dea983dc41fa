//! Evidence and its clock: 48 hours from the report for the standard list, from our request for more (NL-CLAIM-04,
//! AMB-25). Late evidence is weighed by a person; it refuses nothing.

use kernel::{Country, Instant, Roll, Term, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{Claim, Settlement};

/// Evidence that is wanted, and its term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// Kind of evidence in the wording.
    pub kind: String,
    /// From this instant on it is late.
    pub until: Instant,
    /// When the customer is reminded.
    pub remind_at: Instant,
    /// When it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_at: Option<Instant>,
    /// The customer was reminded.
    #[serde(default)]
    pub reminded: bool,
    /// It was recorded that the term ended without it.
    #[serde(default)]
    pub passed: bool,
}

impl Wanted {
    /// Wanted from `from` on. The reminder goes that long before the end, at the latest at once.
    pub(crate) fn new(kind: &str, from: Instant, term: Term, remind_before: Term, country: Country) -> Self {
        let until = term.from_instant(from, country, Roll::Never).end;
        let length = |term: Term| {
            let end = term.from_instant(from, country, Roll::Never).end;
            end.as_microsecond() - from.as_microsecond()
        };
        let remind_at =
            until.as_microsecond().saturating_sub(length(remind_before)).max(from.as_microsecond());
        Self {
            kind: kind.to_owned(),
            until,
            remind_at: Instant::from_microsecond(remind_at).expect("between two instants"),
            given_at: None,
            reminded: false,
            passed: false,
        }
    }

    /// Whether it came too late, or has not come though its term is over.
    pub fn is_late(&self, now: Instant) -> bool {
        self.given_at.unwrap_or(now) >= self.until
    }
}

impl Claim {
    /// Evidence that is awaited. Once everything is decided, only what was asked for after the approval is: nobody is asked for
    /// papers that decide nothing any more. A claim at its end awaits nothing.
    pub fn awaited(&self) -> impl Iterator<Item = &Wanted> {
        let is_open = self.items.iter().any(|item| item.settlement == Settlement::Open);
        let asked_since =
            |at: Instant| self.report.terms.evidence.from_instant(at, self.report.country, Roll::Never).end;
        let since = self.agreed_at.map(asked_since);
        let counts = move |wanted: &Wanted| is_open || since.is_some_and(|since| wanted.until >= since);
        let wanted = self.wanted.iter().filter(|_| self.closed.is_none());
        wanted.filter(move |wanted| wanted.given_at.is_none() && counts(wanted))
    }
}

/// Evidence that came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Kind of evidence in the wording.
    pub kind: String,
    /// Key of the sealed attachment.
    pub object: String,
    /// Its name and nature, sealed.
    pub content: VaultRef,
    /// When it came.
    pub at: Instant,
}
