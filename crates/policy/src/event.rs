//! What can happen to a contract. Names and fields are the eternal format: they may be added to, never changed in meaning.
//! Nothing here names a person: names, accounts, device numbers and reasons are references into the vault.

use std::collections::BTreeMap;

use billing::{BillingEvent, Frequency};
use kernel::{Actor, Country, Date, DeviceKind, Id, Instant, Language, Money, PolicyNumber, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{EndWay, PolicyTerms};

/// The product version a policy was sold under (GEN-RANK-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRef {
    /// Product code, such as `xandocare`.
    pub code: String,
    /// Version of the wording, such as `2021-1`.
    pub version: String,
    /// Content hash of the folder it was published from.
    pub hash: String,
}

/// Whether the policyholder insures as a consumer or for a business (DATA-10, AMB-62).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolderKind {
    /// A natural person outside business.
    Consumer,
    /// A company, or a person in business.
    Business,
}

/// A device in the schedule (DATA-05, DATA-07, DATA-08).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Device {
    /// Number in the schedule, from 1.
    pub item: u32,
    /// What it is.
    pub kind: DeviceKind,
    /// Make, model, IMEI or serial number, sealed.
    pub identity: VaultRef,
    /// Day of purchase, as on the proof of purchase.
    pub bought: Date,
    /// Price on the proof of purchase: the most that is ever paid (NL-DEF-01, NL-COV-02).
    pub purchase_value: Money,
    /// What the policyholder bears per claim (NL-DEF-13).
    pub excess: Money,
}

/// What was applied for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// Number of the policy.
    pub number: PolicyNumber,
    /// Who applies.
    pub holder: Id,
    /// As consumer or business.
    pub holder_kind: HolderKind,
    /// Law and calendar (GEN-LAW-01).
    pub country: Country,
    /// Language of everything that is written to the holder.
    pub language: Language,
    /// Product version.
    pub product: ProductRef,
    /// Power of attorney it is sold under.
    pub agreement: String,
    /// Plan, such as `plus`.
    pub plan: String,
    /// Schedule flags of the plan, such as `theft_covered` (NL-COV-04, NL-COV-10).
    pub flags: BTreeMap<String, bool>,
    /// What is insured.
    pub devices: Vec<Device>,
    /// Price of one instalment, tax included (GEN-TAX-01).
    pub premium: Money,
    /// How often it falls due.
    pub frequency: Frequency,
    /// Terms pinned from the product version.
    pub terms: PolicyTerms,
    /// Proof of purchase, if one was uploaded (DATA-07).
    pub proof: Option<VaultRef>,
}

/// The answer of the sanctions screening (AMB-41).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// On no list.
    Clear,
    /// A person must look.
    Possible,
    /// On a list.
    Hit,
}

/// An event of the policy side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum PolicyEvent {
    /// Somebody applied. Counts from the application instant.
    Applied {
        /// What was applied for.
        application: Box<Application>,
    },
    /// The screening answered (AMB-41, BE-SANC-02).
    Screened {
        /// What it said.
        verdict: Verdict,
    },
    /// The administrator asked for more information (NL-PROV-03).
    InformationRequested {
        /// The question, sealed.
        question: VaultRef,
    },
    /// The applicant answered.
    InformationReceived {
        /// The answer, sealed.
        answer: VaultRef,
    },
    /// The desk was warned that nobody decided yet (AMB-08). Informs only.
    DecisionWarned {
        /// Days since the application.
        day: u32,
    },
    /// Accepted: the coverage period runs from the application (NL-PROV-07).
    Accepted,
    /// Not accepted. Counts from when the letter was sent (NL-PROV-05).
    Rejected {
        /// The reason that the desk noted, sealed. It need not be given (NL-PROV-04).
        reason: Option<VaultRef>,
    },
    /// Nobody decided in time (NL-PROV-02, AMB-08). Counts from the end of provisional cover.
    Lapsed,
    /// Somebody ended the policy. Counts from receipt of the notice.
    Cancelled {
        /// In which way.
        way: EndWay,
        /// Instant at which cover ends by this notice.
        ends: Instant,
    },
    /// The policy came to its end. Informs only; when it ended is computed.
    EndAnnounced,
}

/// An event of the contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ContractEvent {
    /// Of the policy side.
    Policy(PolicyEvent),
    /// Of the money side.
    Billing(BillingEvent),
}

impl From<PolicyEvent> for ContractEvent {
    fn from(event: PolicyEvent) -> Self {
        Self::Policy(event)
    }
}

impl From<BillingEvent> for ContractEvent {
    fn from(event: BillingEvent) -> Self {
        Self::Billing(event)
    }
}

impl ContractEvent {
    /// The version in which every event is written now.
    pub const VERSION: i64 = 1;

    /// The name under which the event is stored: the `event` tag of its body.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Policy(event) => match event {
                PolicyEvent::Applied { .. } => "applied",
                PolicyEvent::Screened { .. } => "screened",
                PolicyEvent::InformationRequested { .. } => "information-requested",
                PolicyEvent::InformationReceived { .. } => "information-received",
                PolicyEvent::DecisionWarned { .. } => "decision-warned",
                PolicyEvent::Accepted => "accepted",
                PolicyEvent::Rejected { .. } => "rejected",
                PolicyEvent::Lapsed => "lapsed",
                PolicyEvent::Cancelled { .. } => "cancelled",
                PolicyEvent::EndAnnounced => "end-announced",
            },
            Self::Billing(event) => match event {
                BillingEvent::MandateGiven { .. } => "mandate-given",
                BillingEvent::MandateStopped { .. } => "mandate-stopped",
                BillingEvent::PremiumFellDue { .. } => "premium-fell-due",
                BillingEvent::CollectionAnnounced { .. } => "collection-announced",
                BillingEvent::CollectionReleased { .. } => "collection-released",
                BillingEvent::CollectionWithdrawn { .. } => "collection-withdrawn",
                BillingEvent::PaymentReceived { .. } => "payment-received",
                BillingEvent::CollectionReturned { .. } => "collection-returned",
                BillingEvent::ReminderSent { .. } => "reminder-sent",
                BillingEvent::CoverStopAnnounced { .. } => "cover-stop-announced",
                BillingEvent::CoverReturnAnnounced { .. } => "cover-return-announced",
                BillingEvent::PremiumReversed { .. } => "premium-reversed",
                BillingEvent::RefundOrdered { .. } => "refund-ordered",
                BillingEvent::RefundReleased { .. } => "refund-released",
                BillingEvent::RefundSettled { .. } => "refund-settled",
            },
        }
    }

    /// The event that was stored with this version and body.
    ///
    /// # Errors
    /// When the body is of no version ever written.
    pub fn read(version: i64, body: &[u8]) -> Result<Self, serde_json::Error> {
        match version {
            Self::VERSION => serde_json::from_slice(body),
            other => Err(serde::de::Error::custom(format_args!("no contract event has version {other}"))),
        }
    }

    /// The bytes that are stored and hashed.
    pub fn write(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("an event has string keys only and always serialises")
    }
}

/// An event and the instant from which it counts; not yet stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened {
    /// What happened.
    pub event: ContractEvent,
    /// From when it counts.
    pub effective: Instant,
}

impl Happened {
    /// An event that counts from `effective`.
    pub fn at(effective: Instant, event: impl Into<ContractEvent>) -> Self {
        Self { event: event.into(), effective }
    }
}

/// A stored event.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Place in the contract's stream, from 1.
    pub seq: i64,
    /// What happened.
    pub event: ContractEvent,
    /// From when it counts.
    pub effective: Instant,
    /// Since when we know.
    pub recorded: Instant,
    /// Who did it.
    pub actor: Actor,
}
