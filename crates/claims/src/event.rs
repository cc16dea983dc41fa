//! What can happen to a claim. Names and fields are the eternal format: they may be added to, never changed in meaning.
//!
//! Nothing here says anything about a person: what happened in the customer's words, personal facts, reasons and the
//! clauses a decision rests on (one of them may be about an offence) are references into the vault.

use kernel::{Date, Id, Instant, Money, VaultRef};
use serde::{Deserialize, Serialize};
use terms::{Remedy, Verdict, Wording};

use crate::{AcceptedBy, Known, Lateness, OurTerm, RecoveryKind, Report, StatedFact, Work};

/// The answer for one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemVerdict {
    /// The item.
    pub item: u32,
    /// The answer.
    pub verdict: Verdict,
    /// What of the loss the customer bears.
    #[serde(default)]
    pub own_share: Money,
}

/// An item that was approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedItem {
    /// The item.
    pub item: u32,
    /// What is done.
    pub remedy: Remedy,
    /// What the insurer bears.
    pub amount: Money,
    /// What the customer bears of a repair or replacement (MONEY-07).
    #[serde(default)]
    pub own_share: Money,
}

/// The answers of a decision, without its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdicts {
    /// The wording it was made on.
    pub wording: Wording,
    /// The answer for each item.
    pub items: Vec<ItemVerdict>,
    /// What the insurer bears together; none while something is open.
    pub total: Option<Money>,
    /// A computer may approve it.
    pub approvable_by_machine: bool,
}

impl Verdicts {
    /// What of the loss the customer bears for an item.
    pub fn own_share(&self, item: u32) -> Money {
        self.items.iter().find(|known| known.item == item).map_or(Money::ZERO, |known| known.own_share)
    }

    /// The answer for an item.
    pub fn of(&self, item: u32) -> Option<&Verdict> {
        self.items.iter().find(|known| known.item == item).map(|known| &known.verdict)
    }
}

kernel::text_enum! {
    /// Why the reserve changed.
    pub enum ReserveReason {
        /// First estimate with the report.
        Report = "report",
        /// A decision said what it will cost.
        Decision = "decision",
        /// Items were approved.
        Approval = "approval",
        /// Items were refused.
        Refusal = "refusal",
        /// Money went out or came back.
        Payment = "payment",
        /// The claim was closed.
        Close = "close",
        /// The claim was opened again.
        Reopen = "reopen",
        /// A person set it.
        Person = "person",
    }
}

kernel::text_enum! {
    /// How a claim came to its end.
    pub enum CloseWay {
        /// Everything approved has been done.
        Settled = "settled",
        /// Nothing is paid.
        Refused = "refused",
        /// The customer took it back.
        Withdrawn = "withdrawn",
        /// The customer did not answer any more.
        NoAnswer = "no-answer",
    }
}

/// An event of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum ClaimEvent {
    /// Damage or theft was reported.
    Reported {
        /// The report.
        report: Box<Report>,
    },
    /// Facts were stated; a later value of the same fact counts.
    FactsStated {
        /// The facts.
        facts: Vec<StatedFact>,
    },
    /// An authorised person judged (insufficient care, harm, intent …).
    FindingStated {
        /// The finding.
        finding: StatedFact,
        /// Why, sealed.
        reason: VaultRef,
    },
    /// Evidence came in.
    EvidenceAdded {
        /// Kind of evidence in the wording.
        kind: String,
        /// Key of the sealed attachment.
        object: String,
        /// Its name and nature, sealed.
        content: VaultRef,
    },
    /// More evidence was asked for; its term runs from here (AMB-25).
    EvidenceRequested {
        /// Kinds of evidence.
        kinds: Vec<String>,
    },
    /// The customer was reminded of evidence that has not come.
    EvidenceReminded,
    /// The term for evidence ended with some of it missing. The claim waits; nothing is refused (GEN-HARM-01).
    EvidenceTermPassed {
        /// Kinds that were missing.
        missing: Vec<String>,
    },
    /// The wording answered.
    Decided {
        /// The answers.
        verdicts: Verdicts,
        /// What Harmony knew.
        known: Known,
        /// The whole decision with clauses, arithmetic and hash of its inputs, sealed.
        decision: VaultRef,
    },
    /// Covered items were approved. An item that was approved before is now for the higher amount.
    Approved {
        /// What is done and borne for each item.
        items: Vec<ApprovedItem>,
        /// Who approved.
        approved_by: Id,
        /// Who proposed it, where two people are needed.
        proposed_by: Option<Id>,
    },
    /// Items were refused by a person.
    Refused {
        /// The items.
        items: Vec<u32>,
        /// Who refused.
        refused_by: Id,
        /// Why, sealed.
        reason: VaultRef,
    },
    /// Fraud was found on another claim under the same policy: what is pending is not considered further (BE-FRAUD-03).
    LeftAside {
        /// The items.
        items: Vec<u32>,
        /// The claim on which it was found.
        because: Id,
        /// Who agreed.
        refused_by: Id,
        /// Who proposed it.
        proposed_by: Option<Id>,
        /// Why, sealed.
        reason: VaultRef,
    },
    /// What the claim is expected to cost still.
    ReserveSet {
        /// The amount.
        amount: Money,
        /// Why it changed.
        why: ReserveReason,
    },
    /// Overdue premium of the same policy was taken off what is approved: that much is paid (AMB-14, BE-DUN-08).
    SetOff {
        /// How much.
        amount: Money,
    },
    /// We owe something because we were late; it is paid with the benefit and is no part of it (LAW-BE-INS-09).
    LatenessOwed {
        /// How much, by what it is for.
        lateness: Lateness,
        /// Who agreed.
        owed_by: Id,
        /// Who proposed it.
        proposed_by: Option<Id>,
    },
    /// A payment was ordered.
    PaymentOrdered {
        /// Its key.
        payment: Id,
        /// The amount.
        amount: Money,
        /// Name and account, sealed.
        payee: VaultRef,
        /// The order to a repairer or supplier that it pays; none where it is a benefit in money.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        job: Option<Id>,
    },
    /// It went to the bank.
    PaymentSent {
        /// Its key.
        payment: Id,
        /// The file it is in.
        batch: Id,
    },
    /// The bank's statement shows it. Counts from the day it was debited.
    PaymentConfirmed {
        /// Its key.
        payment: Id,
    },
    /// It came back, or the bank refused it.
    PaymentReturned {
        /// Its key.
        payment: Id,
        /// The bank's reason code.
        reason: String,
    },
    /// A repair or replacement was ordered.
    JobOrdered {
        /// Its key.
        job: Id,
        /// The item.
        item: u32,
        /// What is to be done.
        work: Work,
        /// Code of the repairer or supplier in the agreement.
        supplier: String,
    },
    /// It is done, and the device ready for the customer or on its way.
    JobDelivered {
        /// Its key.
        job: Id,
        /// What is asked for it.
        invoice: Money,
        /// Numbers of the device supplied, sealed (NL-CLAIM-07).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        device: Option<VaultRef>,
    },
    /// The customer did not accept it: it is to be done again.
    JobSentBack {
        /// Its key.
        job: Id,
        /// Why, sealed.
        reason: VaultRef,
    },
    /// The repairer or supplier says that the customer has it and signed for it. Unless the customer says otherwise in time, it
    /// is accepted from here on (NL-CLAIM-08, AMB-31).
    JobHandedOver {
        /// Its key.
        job: Id,
        /// Until when the customer can say otherwise.
        until: Instant,
    },
    /// The customer says that they did not get it.
    HandOverDenied {
        /// The order it belongs to.
        job: Id,
    },
    /// The customer accepted it: what was replaced is the insurer's from here (NL-CLAIM-06, NL-CLAIM-08, AMB-31).
    JobAccepted {
        /// Its key.
        job: Id,
        /// How.
        by: AcceptedBy,
        /// What the insurer bears of the invoice.
        borne: Money,
        /// What the customer owes of it.
        own_share: Money,
        /// By when that is asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        own_share_by: Option<Instant>,
        /// By when the old device is to be sent in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        old_device_by: Option<Instant>,
    },
    /// It is not wanted any more.
    JobStopped {
        /// Its key.
        job: Id,
    },
    /// Facts that approvals of repair or replacement rest on changed before anything was handed over: they are open again.
    ApprovalLapsed {
        /// The items.
        items: Vec<u32>,
    },
    /// The customer paid of the own share. Counts from the day it was credited.
    OwnShareReceived {
        /// The amount.
        amount: Money,
    },
    /// What was open of it is not asked for any more.
    OwnShareWaived {
        /// The amount.
        amount: Money,
        /// Why, sealed.
        reason: VaultRef,
    },
    /// The customer was reminded of the own share.
    OwnShareReminded {
        /// The order it belongs to.
        job: Id,
    },
    /// The customer was reminded of the old device.
    OldDeviceReminded {
        /// The order it belongs to.
        job: Id,
    },
    /// The old device came in.
    OldDeviceCame {
        /// The order it belongs to.
        job: Id,
    },
    /// A term of ours is about to end: the desk was warned (LAW-BE-INS-09).
    TermNear {
        /// Which.
        term: OurTerm,
        /// Its end.
        until: Instant,
    },
    /// A term of ours ended without what it was for. Counts from its end.
    TermMissed {
        /// Which.
        term: OurTerm,
        /// Its end.
        until: Instant,
    },
    /// The claim came to its end; what may follow a claim (NL-END-02) counts from here.
    Closed {
        /// How.
        way: CloseWay,
    },
    /// It was opened again.
    Reopened {
        /// Why, sealed; none where a payment came back.
        reason: Option<VaultRef>,
    },
    /// The policyholder does not agree with what was decided.
    Objected {
        /// What they say, sealed.
        words: VaultRef,
    },
    /// Somebody who had not decided before looked again (OFFICE-15).
    ObjectionAnswered {
        /// Whether the claim is decided again.
        upheld: bool,
        /// Who looked again.
        answered_by: Id,
        /// Why, sealed.
        words: VaultRef,
    },
    /// What it would cost was laid before the insurer, because it is above our authority (ACT-06).
    ReferredToInsurer {
        /// What it would cost.
        amount: Money,
        /// By whom.
        referred_by: Id,
    },
    /// The insurer answered.
    InsurerAnswered {
        /// Up to how much may be settled; zero when the insurer does not agree.
        agreed: Money,
        /// The day on which it answered.
        on: Date,
        /// Who wrote it down.
        recorded_by: Id,
        /// Who answered, and what they said, sealed.
        words: VaultRef,
    },
    /// Money is expected back (MONEY-11 to MONEY-14).
    RecoveryExpected {
        /// Its number in the claim, from 1.
        no: u32,
        /// Why.
        kind: RecoveryKind,
        /// How much.
        amount: Money,
        /// From whom and why, sealed.
        about: VaultRef,
        /// Who asked for it.
        asked_by: Id,
        /// Who proposed it, where two people are needed.
        proposed_by: Option<Id>,
    },
    /// Some of it came.
    RecoveryReceived {
        /// Its number.
        no: u32,
        /// How much.
        amount: Money,
    },
    /// Nothing more is expected of it.
    RecoveryGivenUp {
        /// Its number.
        no: u32,
        /// Why, sealed.
        reason: VaultRef,
    },
}

impl ClaimEvent {
    /// The version in which every event is written now.
    pub const VERSION: i64 = 1;

    /// The name under which the event is stored: the `event` tag of its body.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Reported { .. } => "reported",
            Self::FactsStated { .. } => "facts-stated",
            Self::FindingStated { .. } => "finding-stated",
            Self::EvidenceAdded { .. } => "evidence-added",
            Self::EvidenceRequested { .. } => "evidence-requested",
            Self::EvidenceReminded => "evidence-reminded",
            Self::EvidenceTermPassed { .. } => "evidence-term-passed",
            Self::Decided { .. } => "decided",
            Self::Approved { .. } => "approved",
            Self::Refused { .. } => "refused",
            Self::LeftAside { .. } => "left-aside",
            Self::ReserveSet { .. } => "reserve-set",
            Self::SetOff { .. } => "set-off",
            Self::LatenessOwed { .. } => "lateness-owed",
            Self::PaymentOrdered { .. } => "payment-ordered",
            Self::PaymentSent { .. } => "payment-sent",
            Self::PaymentConfirmed { .. } => "payment-confirmed",
            Self::PaymentReturned { .. } => "payment-returned",
            Self::JobOrdered { .. } => "job-ordered",
            Self::JobDelivered { .. } => "job-delivered",
            Self::JobSentBack { .. } => "job-sent-back",
            Self::JobHandedOver { .. } => "job-handed-over",
            Self::HandOverDenied { .. } => "hand-over-denied",
            Self::JobAccepted { .. } => "job-accepted",
            Self::JobStopped { .. } => "job-stopped",
            Self::ApprovalLapsed { .. } => "approval-lapsed",
            Self::OwnShareReceived { .. } => "own-share-received",
            Self::OwnShareWaived { .. } => "own-share-waived",
            Self::OwnShareReminded { .. } => "own-share-reminded",
            Self::OldDeviceReminded { .. } => "old-device-reminded",
            Self::OldDeviceCame { .. } => "old-device-came",
            Self::TermNear { .. } => "term-near",
            Self::TermMissed { .. } => "term-missed",
            Self::Closed { .. } => "closed",
            Self::Reopened { .. } => "reopened",
            Self::Objected { .. } => "objected",
            Self::ObjectionAnswered { .. } => "objection-answered",
            Self::ReferredToInsurer { .. } => "referred-to-insurer",
            Self::InsurerAnswered { .. } => "insurer-answered",
            Self::RecoveryExpected { .. } => "recovery-expected",
            Self::RecoveryReceived { .. } => "recovery-received",
            Self::RecoveryGivenUp { .. } => "recovery-given-up",
        }
    }

    /// The event that was stored with this version and body.
    ///
    /// # Errors
    /// When the body is of no version ever written.
    pub fn read(version: i64, body: &[u8]) -> Result<Self, serde_json::Error> {
        match version {
            Self::VERSION => serde_json::from_slice(body),
            other => Err(serde::de::Error::custom(format_args!("no claim event has version {other}"))),
        }
    }

    /// The bytes that are stored and hashed.
    pub fn write(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("an event has only keys that JSON takes and always serialises")
    }
}

/// An event and the instant from which it counts; not yet stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// What happened.
    pub event: ClaimEvent,
    /// From when it counts.
    pub effective: Instant,
}

impl Happened {
    /// An event that counts from `effective`.
    pub fn at(effective: Instant, event: ClaimEvent) -> Self {
        Self { event, effective }
    }
}
