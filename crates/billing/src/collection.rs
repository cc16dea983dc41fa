//! Mandates and the direct debits collected on them.

use kernel::{Date, EndToEndId, Id, Instant, MandateReference, Money, VaultRef};
use serde::{Deserialize, Serialize};

/// A direct debit mandate (LAW-SEPA-03). Holder and account are sealed in the vault.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mandate {
    /// Unique mandate reference.
    pub reference: MandateReference,
    /// The debtor's name and account.
    pub debtor: VaultRef,
    /// Day on which the debtor signed.
    pub signed: Date,
    /// Whether a collection was released on it; decides first or recurrent (LAW-SEPA-07).
    pub used: bool,
    /// Whether it may no longer be used (LAW-SEPA-04, LAW-SEPA-12).
    pub stopped: bool,
    /// Whether the account changed since the last collection that was paid: the bank is told with the next (LAW-SEPA-03).
    #[serde(default)]
    pub account_changed: bool,
    /// When the administrator from whom the policy was taken over collected on it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected_before: Option<Date>,
}

impl Mandate {
    /// How long a mandate lives without a debit (LAW-SEPA-04).
    pub const UNUSED_MONTHS: i32 = 36;
}

/// One direct debit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Collection {
    /// Key under which the bank reports on it.
    pub end_to_end: EndToEndId,
    /// Instalments it is for.
    pub receivables: Vec<u32>,
    /// Amount collected.
    pub amount: Money,
    /// Day on which the debtor's account is debited; a TARGET day.
    pub collect_on: Date,
    /// The sealed account it was announced for, where that was kept.
    #[serde(default)]
    pub debtor: Option<Id>,
    /// How far it is.
    pub state: CollectionState,
    /// The mandate it was released on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<MandateReference>,
    /// From when it was credited; stays when it comes back.
    #[serde(default)]
    pub credited: Option<Instant>,
}

/// How far a direct debit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum CollectionState {
    /// The debtor was told amount and day (LAW-SEPA-05); waits for a person to release it.
    Announced,
    /// In a file that a person released to the bank.
    Released {
        /// The file.
        batch: Id,
    },
    /// On our account.
    Credited,
    /// Refused before or returned after it was credited.
    Returned {
        /// Whether it may be tried again without asking the debtor (LAW-SEPA-12).
        retry: bool,
    },
    /// Taken out before it was released, because the debt was paid or the contract ended.
    Withdrawn,
}

impl Collection {
    /// Whether money is still expected from it.
    pub fn is_pending(&self) -> bool {
        matches!(self.state, CollectionState::Announced | CollectionState::Released { .. })
    }
}
