//! Evidence and its clock: 48 hours from the report for the standard list, from our request for more (NL-CLAIM-04,
//! AMB-25). Late evidence is weighed by a person; it refuses nothing.

use kernel::{Country, Instant, Roll, Term, VaultRef};
use serde::{Deserialize, Serialize};

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
