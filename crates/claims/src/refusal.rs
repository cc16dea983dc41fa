//! Why a command is refused. Each refusal is named and carries its rule; what people read derives from its code.

use kernel::{Money, Refusal, Rule};

/// A refusal of a command on a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimRefusal {
    /// There is no such claim.
    Unknown,
    /// There is another report under this claim.
    AlreadyReported,
    /// The report names no item, or one twice.
    Items,
    /// The report does not say what happened, when, or when it was noticed.
    ReportIncomplete {
        /// The fact that is missing.
        fact: String,
    },
    /// A fact is refused: unknown, of the wrong kind, or out of range.
    Fact(terms::FactFault),
    /// The claim has no such item.
    UnknownItem {
        /// As given.
        item: u32,
    },
    /// The product has no such kind of evidence.
    UnknownEvidence {
        /// As given.
        kind: String,
    },
    /// This role may not state the fact.
    MayNotState {
        /// The fact.
        fact: String,
    },
    /// A finding needs a reason and an authorised person.
    FindingNeedsPerson {
        /// The fact.
        fact: String,
    },
    /// A personal fact must be sealed, and no other may be.
    WrongSeal {
        /// The fact.
        fact: String,
    },
    /// The claim is closed.
    Closed,
    /// The claim is not closed.
    NotClosed,
    /// The decision was made on other facts or another wording than the claim's.
    DecisionDiffers,
    /// Nothing is decided yet, or facts changed since.
    DecisionStale,
    /// No item is covered and open.
    NothingToApprove,
    /// The decision is still open on an item.
    StillOpen,
    /// Only a person of the claims desk or a manager may do this.
    NeedsPerson,
    /// A computer may not approve this.
    NotForMachine,
    /// The amount needs a second person.
    NeedsSecondPerson {
        /// Above this amount.
        above: Money,
    },
    /// Who proposed cannot approve.
    SamePerson,
    /// The decision does not find this item uncovered, so that it cannot be refused.
    NotRefusable {
        /// The item.
        item: u32,
    },
    /// The item was approved or refused already.
    ItemSettled {
        /// The item.
        item: u32,
    },
    /// An approved amount above what the policy can ever pay for the item.
    AboveLimit {
        /// The most that can be paid.
        limit: Money,
    },
    /// An amount must be above zero (for a reserve: not below).
    AmountNotPositive,
    /// More than what is approved and not yet paid.
    AboveApproved {
        /// What is left to pay.
        left: Money,
    },
    /// This key belongs to another payment.
    PaymentDiffers,
    /// No such payment.
    PaymentUnknown,
    /// The payment is not where this could happen to it.
    PaymentNotThere,
    /// A payment is under way.
    PaymentUnderWay,
    /// Approved items are not paid or done yet.
    NotSettled,
    /// This key belongs to another order.
    JobDiffers,
    /// No such order to a repairer or supplier.
    JobUnknown,
    /// There is an order for this item already.
    JobThere,
    /// The order is not where this could happen to it.
    JobNotThere,
    /// This way of making good was not approved for the item.
    NotApprovedSo {
        /// The item.
        item: u32,
    },
    /// The invoice is above what was approved.
    InvoiceAboveApproved {
        /// The most that may be asked.
        most: Money,
    },
    /// A replacement without the numbers of the new device.
    NewDeviceUnnamed,
    /// More than what is open of the own share.
    AboveOwnShare {
        /// What is open.
        open: Money,
    },
    /// An objection waits for its answer already.
    ObjectionWaits,
    /// Nothing is decided yet to which one could object.
    NothingToObjectTo,
    /// No objection waits for an answer.
    NoObjection,
    /// Who decided before does not answer the objection.
    DecidedBefore,
    /// The insurer was not asked, or answered already.
    NotReferred,
    /// The insurer answered after it was asked, and not in the future.
    AnswerDayWrong,
    /// More than can come back.
    RecoversTooMuch {
        /// The most that can.
        most: Money,
    },
    /// What is asked of the policyholder because of fraud needs a second person.
    RecoveryNeedsSecondPerson,
    /// No such recovery.
    RecoveryUnknown,
    /// No term of ours was missed for which something is owed.
    NotLate,
    /// Something else is owed for being late already.
    LatenessOwed,
    /// What is owed for being late needs a second person.
    LatenessNeedsSecondPerson,
    /// Only the Belgian conditions leave pending claims aside.
    NotLeftAsideHere,
    /// Leaving a claim aside needs a second person.
    AsideNeedsSecondPerson,
}

impl From<terms::FactFault> for ClaimRefusal {
    fn from(fault: terms::FactFault) -> Self {
        Self::Fact(fault)
    }
}

impl Refusal for ClaimRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "claim-unknown",
            Self::AlreadyReported => "claim-already-reported",
            Self::Items => "claim-items",
            Self::ReportIncomplete { .. } => "claim-report-incomplete",
            Self::Fact(fault) => fault.code(),
            Self::UnknownItem { .. } => "claim-unknown-item",
            Self::UnknownEvidence { .. } => "claim-unknown-evidence",
            Self::MayNotState { .. } => "fact-not-yours-to-state",
            Self::FindingNeedsPerson { .. } => "finding-needs-person",
            Self::WrongSeal { .. } => "fact-wrong-seal",
            Self::Closed => "claim-closed",
            Self::NotClosed => "claim-not-closed",
            Self::DecisionDiffers => "decision-differs",
            Self::DecisionStale => "decision-stale",
            Self::NothingToApprove => "nothing-to-approve",
            Self::StillOpen => "decision-still-open",
            Self::NeedsPerson => "claim-needs-person",
            Self::NotForMachine => "claim-not-for-machine",
            Self::NeedsSecondPerson { .. } => "claim-needs-second-person",
            Self::SamePerson => "claim-same-person",
            Self::NotRefusable { .. } => "claim-not-refusable",
            Self::ItemSettled { .. } => "claim-item-settled",
            Self::AboveLimit { .. } => "claim-above-limit",
            Self::AmountNotPositive => "claim-amount-not-positive",
            Self::AboveApproved { .. } => "claim-above-approved",
            Self::PaymentDiffers => "payment-differs",
            Self::PaymentUnknown => "payment-unknown",
            Self::PaymentNotThere => "payment-not-there",
            Self::PaymentUnderWay => "payment-under-way",
            Self::NotSettled => "claim-not-settled",
            Self::JobDiffers => "job-differs",
            Self::JobUnknown => "job-unknown",
            Self::JobThere => "job-there-already",
            Self::JobNotThere => "job-not-there",
            Self::NotApprovedSo { .. } => "job-not-approved",
            Self::InvoiceAboveApproved { .. } => "job-invoice-above-approved",
            Self::NewDeviceUnnamed => "job-new-device-unnamed",
            Self::AboveOwnShare { .. } => "own-share-above-open",
            Self::ObjectionWaits => "objection-waits",
            Self::NothingToObjectTo => "objection-nothing-decided",
            Self::NoObjection => "objection-none",
            Self::DecidedBefore => "objection-decided-before",
            Self::NotReferred => "referral-none",
            Self::AnswerDayWrong => "referral-day",
            Self::RecoversTooMuch { .. } => "recovery-too-much",
            Self::RecoveryNeedsSecondPerson => "recovery-needs-second-person",
            Self::RecoveryUnknown => "recovery-unknown",
            Self::NotLate => "claim-not-late",
            Self::LatenessOwed => "claim-lateness-owed",
            Self::LatenessNeedsSecondPerson => "claim-lateness-needs-second-person",
            Self::NotLeftAsideHere => "claim-not-left-aside",
            Self::AsideNeedsSecondPerson => "claim-aside-needs-second-person",
        }
    }

    fn rule(&self) -> Option<Rule> {
        match self {
            Self::AboveLimit { .. } => Some(Rule("NL-COV-02")),
            Self::InvoiceAboveApproved { .. } => Some(Rule("MONEY-08")),
            Self::NewDeviceUnnamed => Some(Rule("NL-CLAIM-07")),
            Self::AboveOwnShare { .. } => Some(Rule("MONEY-07")),
            Self::NotApprovedSo { .. } => Some(Rule("OFFICE-05")),
            Self::FindingNeedsPerson { .. } => Some(Rule("GEN-HARM-01")),
            Self::ReportIncomplete { .. } => Some(Rule("NL-CLAIM-01")),
            Self::UnknownEvidence { .. } => Some(Rule("NL-CLAIM-04")),
            Self::Fact(fault) => fault.rule(),
            Self::NotLeftAsideHere => Some(Rule("BE-FRAUD-03")),
            Self::NotLate | Self::LatenessOwed => Some(Rule("LAW-BE-INS-09")),
            Self::DecidedBefore
            | Self::RecoveryNeedsSecondPerson
            | Self::AsideNeedsSecondPerson
            | Self::LatenessNeedsSecondPerson => Some(Rule("OFFICE-15")),
            Self::NotReferred | Self::AnswerDayWrong => Some(Rule("ACT-06")),
            Self::RecoversTooMuch { .. } => Some(Rule("MONEY-11")),
            _ => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Fact(fault) => fault.args(),
            Self::ReportIncomplete { fact }
            | Self::MayNotState { fact }
            | Self::FindingNeedsPerson { fact }
            | Self::WrongSeal { fact } => vec![("fact", fact.clone())],
            Self::UnknownItem { item }
            | Self::NotRefusable { item }
            | Self::NotApprovedSo { item }
            | Self::ItemSettled { item } => {
                vec![("item", item.to_string())]
            }
            Self::UnknownEvidence { kind } => vec![("kind", kind.clone())],
            Self::NeedsSecondPerson { above } => vec![("above", above.to_string())],
            Self::AboveLimit { limit } => vec![("limit", limit.to_string())],
            Self::InvoiceAboveApproved { most } | Self::RecoversTooMuch { most } => {
                vec![("most", most.to_string())]
            }
            Self::AboveOwnShare { open } => vec![("open", open.to_string())],
            Self::AboveApproved { left } => vec![("left", left.to_string())],
            _ => Vec::new(),
        }
    }
}
