//! Payments of a claim and where they stand.

use kernel::{Id, Money, VaultRef};
use serde::{Deserialize, Serialize};

kernel::text_enum! {
    /// Where a payment stands.
    pub enum PaymentState {
        /// Waits for the bank file.
        Ordered = "ordered",
        /// In a file to the bank.
        Sent = "sent",
        /// Seen on the statement.
        Confirmed = "confirmed",
        /// Came back.
        Returned = "returned",
    }
}

/// A payment of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// Its key.
    pub id: Id,
    /// The amount.
    pub amount: Money,
    /// Name and account, sealed.
    pub payee: VaultRef,
    /// The order to a repairer or supplier that it pays; none where it is a benefit in money.
    #[serde(default)]
    pub job: Option<Id>,
    /// Where it stands.
    pub state: PaymentState,
    /// The bank's code, when it came back.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Payment {
    /// Whether it is a benefit in money for the policyholder, not what a repairer or supplier asks.
    pub fn is_benefit(&self) -> bool {
        self.job.is_none()
    }

    /// Whether it is ordered or sent, and not seen on a statement.
    pub fn is_under_way(&self) -> bool {
        matches!(self.state, PaymentState::Ordered | PaymentState::Sent)
    }

    /// Whether the money is out or on its way.
    pub fn counts(&self) -> bool {
        self.state != PaymentState::Returned
    }
}
