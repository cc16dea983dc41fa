use kernel::{Date, Iban, Instant, Money, Term};
use serde::{Deserialize, Serialize};

use super::common::{DeviceLine, PayInstruction};

/// DOC-12: claim acknowledgement with the evidence list (NL-CLAIM-04, -05; FAQ-03, -04, -06…08).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimAcknowledged {
    /// The devices it is about; at least one.
    pub devices: Vec<DeviceLine>,
    /// What happened.
    pub cause: ClaimCause,
    /// When it happened, as told.
    pub happened_at: Instant,
    /// When the claim reached us.
    pub reported_at: Instant,
    /// The partner that reported it for the policyholder (PRIV-24); none: they did it themselves, or the desk for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported_by: Option<String>,
    /// What we still need, in the reader's language; nothing if all is there.
    pub evidence: Vec<String>,
    /// The time until which it should be there: 48 hours (AMB-25).
    pub evidence_by: Instant,
    /// Where to add it.
    pub link: Option<String>,
}

/// What happened to the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimCause {
    /// Damage from outside.
    AccidentDamage,
    /// A fault from inside.
    Defect,
    /// Theft after burglary or robbery.
    Theft,
}

/// DOC-14: the decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimDecided {
    /// What happened.
    pub cause: ClaimCause,
    /// When it happened, as we take it.
    pub happened_at: Instant,
    /// What we decided, device by device; at least one.
    pub items: Vec<DecidedItem>,
    /// The wording applied: "PTC-NL-XC-2021-1".
    pub conditions: String,
    /// Within how long after the end of the claim the customer may end the insurance (NL-END-02, BE-END-04).
    pub may_end_within: Term,
    /// Where the claim can be followed.
    pub link: Option<String>,
}

/// The decision about one device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecidedItem {
    /// Which.
    pub device: DeviceLine,
    /// What we do.
    pub outcome: Outcome,
    /// Why: the clauses that decided it.
    pub clauses: Vec<DecisionClause>,
    /// How the amount came about, first step first; empty when there is none.
    pub steps: Vec<SumStep>,
}

/// What we do about a device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Outcome {
    /// The authorised repairer repairs it.
    Repair {
        /// What the customer pays: the excess, and what goes over the limit.
        own_share: Money,
        /// The repairer's name.
        repairer: Option<String>,
    },
    /// An equivalent product takes its place.
    Replacement {
        /// What the customer pays.
        own_share: Money,
        /// Which product, if it is known.
        product: Option<String>,
    },
    /// We pay an amount.
    Payment {
        /// How much.
        amount: Money,
        /// To which account, printed masked; none if we still ask for it.
        iban: Option<Iban>,
        /// The last day on which it will be there.
        by: Date,
        /// The damaged product must be handed over first (BE-CLAIM-06).
        hand_over_first: bool,
    },
    /// We do not pay for it.
    Refused,
}

/// A clause that decided, in plain words (terms gives them in the reader's language).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionClause {
    /// What it means for this claim.
    pub text: String,
    /// Its rule: "NL-EXCL-13". Kept in the document, not printed unless it is all there is.
    pub rule: String,
    /// Where it stands in the conditions: "Uitsluitingen, punt 13". Printed as the source.
    pub article: Option<String>,
}

/// One line of the sum (NL-CLAIM-10, BE-COV-06).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SumStep {
    /// What the line is.
    pub kind: SumKind,
    /// Its amount; what is taken off is negative.
    pub amount: Money,
}

/// What a line of the sum is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SumKind {
    /// Parts and labour of the repair.
    RepairCosts,
    /// The price of an equivalent product.
    EquivalentPrice,
    /// The current value.
    CurrentValue,
    /// The purchase value: the most that is paid.
    Limit,
    /// The excess.
    Excess,
    /// Overdue premium set off (AMB-14).
    SetOff,
    /// What we pay.
    WePay,
    /// What the customer pays.
    YouPay,
    /// Something else, in the reader's language.
    Other(String),
}

/// An objection to a decision on a claim was looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionAnswered {
    /// Whether the claim is decided again.
    pub upheld: bool,
    /// Why, as the person who looked again wrote it.
    pub reason: String,
    /// A page about the claim: a path under the portal, or an absolute address.
    pub link: Option<String>,
}

/// What a policyholder owes because of fraud (DOC-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FraudDebt {
    /// What it is for.
    pub what: FraudDebtFor,
    /// How much.
    pub amount: Money,
    /// On what ground, as the person who decided wrote it.
    pub reason: String,
    /// The last day on which it can be paid.
    pub pay_by: Date,
    /// How to pay.
    pub pay: PayInstruction,
}

/// What a debt because of fraud is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FraudDebtFor {
    /// A benefit that was paid (NL-FRAUD-02, BE-FRAUD-02).
    Benefit,
    /// The costs of the investigation (NL-FRAUD-03, BE-FRAUD-02).
    Investigation,
}

/// The money for a claim was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimPaid {
    /// How much.
    pub amount: Money,
    /// What of it is because we were late (LAW-BE-INS-09).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_lateness: Option<Money>,
    /// To which account; printed masked.
    pub iban: Iban,
    /// On which day it was sent.
    pub paid_on: Date,
    /// What is written with the transfer.
    pub reference: String,
}
