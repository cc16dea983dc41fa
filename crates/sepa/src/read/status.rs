//! What a status report (pain.002) holds: what became of a file of ours.

use super::statement::{Message, Party, Text};
use crate::amount::Amount;
use crate::reason::{ReasonCode, Treatment};
use kernel::Date;
use std::fmt;

/// Status of a file, a block or a transaction, as the bank gives it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct StatusCode(pub(super) String);

/// What a status comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Accepted, in whatever stage; a return may still follow.
    Accepted,
    /// Accepted in part: the transactions say which.
    Partly,
    /// Not decided yet.
    Pending,
    /// Refused: it will not be carried out.
    Rejected,
    /// A code that a person must look at.
    Unknown,
}

impl StatusCode {
    /// The code, such as `RJCT`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it comes to.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.0.as_str() {
            "ACCP" | "ACTC" | "ACSP" | "ACSC" | "ACCC" | "ACWC" | "ACWP" | "ACFC" | "ACPT" | "RCVC" => {
                Outcome::Accepted
            }
            "PART" | "PATC" => Outcome::Partly,
            "PDNG" | "RCVD" | "PRES" => Outcome::Pending,
            "RJCT" | "CANC" | "BLCK" => Outcome::Rejected,
            _ => Outcome::Unknown,
        }
    }
}

impl fmt::Display for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A reason the bank gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The code, where there is one.
    pub code: Option<ReasonCode>,
    /// What the bank adds in words.
    pub text: Option<Text>,
}

impl Reason {
    /// What to do; [`Treatment::Review`] without a code.
    #[must_use]
    pub fn treatment(&self) -> Treatment {
        self.code.as_ref().map_or(Treatment::Review, ReasonCode::treatment)
    }
}

/// About a whole file of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupStatus {
    /// Message identifier of our file.
    pub message: String,
    /// Which message it was, as the bank writes it (`pain.008.001.08`).
    pub message_name: Option<String>,
    /// Number of transactions in it.
    pub count: Option<u64>,
    /// Control sum in hundred-thousandths.
    pub sum: Option<i128>,
    /// Status of the file, where given.
    pub status: Option<StatusCode>,
    /// Reasons.
    pub reasons: Vec<Reason>,
}

/// About a payment-information block of our file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockStatus {
    /// Payment-information identifier of ours.
    pub payment_information: String,
    /// Number of transactions in it.
    pub count: Option<u64>,
    /// Control sum in hundred-thousandths.
    pub sum: Option<i128>,
    /// Status of the block, where given. A rejected block rejects all its transactions, also those not listed.
    pub status: Option<StatusCode>,
    /// Reasons.
    pub reasons: Vec<Reason>,
}

/// About one transaction of our file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TransactionStatus {
    /// The bank's identifier of this status.
    pub id: Option<String>,
    /// Instruction identifier of ours.
    pub instruction: Option<String>,
    /// End-to-end identifier of ours.
    pub end_to_end: Option<String>,
    /// Status.
    pub status: Option<StatusCode>,
    /// Reasons.
    pub reasons: Vec<Reason>,
    /// The bank's reference.
    pub bank_reference: Option<String>,
    /// Amount of the original transaction.
    pub amount: Option<Amount>,
    /// Requested collection date of the original transaction.
    pub collection_date: Option<Date>,
    /// Mandate of the original transaction.
    pub mandate: Option<String>,
    /// Debtor of the original transaction.
    pub debtor: Party,
    /// Creditor of the original transaction.
    pub creditor: Party,
    /// Remittance text of the original transaction.
    pub remittance: Option<Text>,
}

/// What comes out of a status report, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusItem {
    /// About the file.
    Group(GroupStatus),
    /// About a block; its transactions follow.
    Block(BlockStatus),
    /// About a transaction in the block before.
    Transaction(Box<TransactionStatus>),
}

/// A whole status report, for those small enough to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusReport {
    /// Head of the report.
    pub message: Message,
    /// Everything in it, in its order.
    pub items: Vec<StatusItem>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_to_an_outcome() {
        for (codes, outcome) in [
            ("ACCP ACTC ACSP ACSC ACWC", Outcome::Accepted),
            ("PART", Outcome::Partly),
            ("PDNG RCVD", Outcome::Pending),
            ("RJCT CANC", Outcome::Rejected),
            ("RVMC XXXX", Outcome::Unknown),
        ] {
            for code in codes.split(' ') {
                assert_eq!(StatusCode(code.into()).outcome(), outcome, "{code}");
            }
        }
    }
}
