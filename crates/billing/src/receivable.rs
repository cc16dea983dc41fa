//! What a policyholder owes for one instalment.

use kernel::{Date, Instant, Money, Period};
use ledger::PremiumSplit;
use serde::{Deserialize, Serialize};

/// Premium that fell due.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receivable {
    /// Number of the instalment.
    pub no: u32,
    /// What it pays for.
    pub period: Period<Date>,
    /// Premium due date.
    pub due: Date,
    /// How it was divided when it fell due.
    pub split: PremiumSplit,
    /// Premium taken back since (rejection, cooling-off, mid-term ending).
    pub reversed: PremiumSplit,
    /// Paid so far.
    pub paid: Money,
    /// The latest instant at which something of it was credited.
    pub last_paid: Option<Instant>,
    /// Instant from which it counts as paid in full, if it is.
    pub settled: Option<Instant>,
    /// The reminder it stands in, if one was sent since it was last open.
    pub reminded: Option<u32>,
    /// The instalment it adds to, if it is none itself (see [`BillingEvent::ExtraPremiumFellDue`](crate::BillingEvent)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_of: Option<u32>,
    /// Parts paid before it was paid in full: when they were credited. Empty while one payment pays it at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Instant>,
}

impl Receivable {
    /// What is still owed; negative when more was paid than is due.
    pub fn open(&self) -> Money {
        self.split.gross - self.reversed.gross - self.paid
    }

    /// Whether something is still owed.
    pub fn is_open(&self) -> bool {
        self.open() > Money::ZERO
    }
}
