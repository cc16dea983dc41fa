//! What is owed on top of premium that was not paid in time: collection costs and statutory interest (NL-DUN-05, BE-DUN-05).

use kernel::{Date, Instant, Money};
use serde::{Deserialize, Serialize};

/// Collection costs or interest that fell due on a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charge {
    /// Number within the contract, from 1.
    pub no: u32,
    /// The reminder that it follows from.
    pub reminder: u32,
    /// Costs or interest.
    pub kind: ChargeKind,
    /// How much fell due.
    pub amount: Money,
    /// From when it is owed.
    pub fell_due: Instant,
    /// What of it is not asked for after all.
    pub waived: Money,
    /// Paid so far; never more than is asked for.
    pub paid: Money,
}

/// What a charge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChargeKind {
    /// Collection costs (LAW-NL-COL, LAW-BE-COL): the administrator's.
    Costs,
    /// Statutory interest (LAW-NL-INT, LAW-BE-INT): the insurer's.
    Interest,
}

impl Charge {
    /// What is still owed of it.
    pub fn open(&self) -> Money {
        self.amount - self.waived - self.paid
    }
}

/// A part of a payment and the charge it pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargePart {
    /// Number of the charge.
    pub charge: u32,
    /// Part of the payment, always above zero.
    pub amount: Money,
}

/// What an agreement asks for on top of premium that is not paid in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArrearsTerms {
    /// Collection costs.
    pub collection_costs: CollectionCosts,
    /// Interest below this amount is not asked for; none asks for no interest at all.
    #[serde(default, rename = "interest_from_cents")]
    pub interest_from: Option<Money>,
}

impl ArrearsTerms {
    /// Nothing on top of the premium.
    pub const NONE: Self = Self { collection_costs: CollectionCosts::None, interest_from: None };
}

/// Which collection costs an agreement asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CollectionCosts {
    /// Those of the law's scale (LAW-NL-COL-01); in Belgium its cap, which needs a clause in the contract (LAW-BE-COL-05).
    Statutory,
    /// None: the conditions have no clause for them (LAW-BE-COL-06).
    None,
}

/// Money that counts towards what a reminder asks for: from when, and how much; negative when it went back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Towards {
    /// From when it counts.
    pub at: Instant,
    /// How much.
    pub amount: Money,
}

/// Interest that ran on an arrear and was not asked for yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accrued {
    /// The premium that it ran on.
    pub principal: Money,
    /// First day.
    pub from: Date,
    /// The day it was paid, which does not count.
    pub until: Date,
    /// To the cent.
    pub amount: Money,
}
