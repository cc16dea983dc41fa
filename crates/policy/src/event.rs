//! What can happen to a contract. Names and fields are the eternal format: they may be added to, never changed in meaning.
//! Nothing here names a person: names, accounts, device numbers and reasons are references into the vault.

use std::collections::BTreeSet;

use billing::BillingEvent;
use kernel::{Actor, Id, Instant, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{
    Application, ApplicationItem, Back, Corrected, EndWay, Ending, Endorsement, Notice, Offer, Signal,
    Verdict,
};

/// An event of the policy side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum PolicyEvent {
    /// A running policy was taken over from another administrator. Counts from its application there; what was open is the next
    /// event ([`BillingEvent::Opened`]).
    TakenOver {
        /// What was agreed, as it stands.
        application: Box<Application>,
        /// When it was accepted there.
        accepted: Instant,
        /// The notice that ends it, if one was given before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ending: Option<Ending>,
    },
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
        /// What comes back of the premium; a part by days unless said otherwise (AMB-42).
        #[serde(default, skip_serializing_if = "Back::is_by_days")]
        back: Back,
        /// The notice with what it rests on; older events have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<Box<Notice>>,
    },
    /// Whoever ended the policy took it back before it worked, and the other side agreed.
    CancellationWithdrawn {
        /// In which way it would have ended.
        way: EndWay,
        /// When it would have ended.
        ends: Instant,
    },
    /// What the known-person check found. A person decides what it means.
    SignalsFound {
        /// What was found, in older events; newer ones keep it sealed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        signals: Vec<Signal>,
        /// What was found, sealed: a list of [`Signal`]s.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        found: Option<VaultRef>,
    },
    /// Something that the application asks for came. Counts from its receipt (BE-PROV-02, AMB-69).
    ItemsReceived {
        /// What came.
        items: BTreeSet<ApplicationItem>,
    },
    /// Accepted on other terms only: an offer was sent. Counts from when it was sent (NL-PROV-05, AMB-09).
    OtherTermsOffered {
        /// The offer.
        offer: Box<Offer>,
    },
    /// The applicant agreed to the offer: the policy runs on its terms. Counts from when the consent was received.
    OfferAgreed {
        /// Its number.
        no: u32,
    },
    /// The applicant does not want the offer.
    OfferDeclined {
        /// Its number.
        no: u32,
    },
    /// The applicant took the application back before it was decided.
    ApplicationWithdrawn,
    /// The policy changed: a new version of the schedule. Counts from when the change does.
    Endorsed {
        /// What changed.
        endorsement: Box<Endorsement>,
    },
    /// The insurer took an announced change of terms back before it counted.
    TermsChangeWithdrawn {
        /// Number of the endorsement.
        no: u32,
    },
    /// A change of terms that was announced counts now. Informs only; from when it counts is in the endorsement.
    TermsTookEffect {
        /// Number of the endorsement.
        no: u32,
    },
    /// An earlier fact was wrong. The fact stays in the journal; from here on what is right counts in its place.
    Corrected {
        /// Place of the wrong fact in the contract's stream.
        seq: i64,
        /// What it was and what is right.
        corrected: Corrected,
    },
    /// The policy came to its end. Informs only; when it ended is computed.
    EndAnnounced,
    /// The policyholder let a partner look, or changed what it may do (PRIV-24).
    PartnerViewOpened {
        /// The number that the partner's users carry.
        partner: Id,
        /// Whether it may report damage or theft for the policyholder too.
        #[serde(default)]
        reports: bool,
    },
    /// The policyholder took that back: from now on the partner sees nothing.
    PartnerViewClosed {
        /// The number that the partner's users carry.
        partner: Id,
    },
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
                PolicyEvent::TakenOver { .. } => "taken-over",
                PolicyEvent::Applied { .. } => "applied",
                PolicyEvent::Screened { .. } => "screened",
                PolicyEvent::InformationRequested { .. } => "information-requested",
                PolicyEvent::InformationReceived { .. } => "information-received",
                PolicyEvent::DecisionWarned { .. } => "decision-warned",
                PolicyEvent::Accepted => "accepted",
                PolicyEvent::Rejected { .. } => "rejected",
                PolicyEvent::Lapsed => "lapsed",
                PolicyEvent::Cancelled { .. } => "cancelled",
                PolicyEvent::CancellationWithdrawn { .. } => "cancellation-withdrawn",
                PolicyEvent::SignalsFound { .. } => "signals-found",
                PolicyEvent::ItemsReceived { .. } => "items-received",
                PolicyEvent::OtherTermsOffered { .. } => "other-terms-offered",
                PolicyEvent::OfferAgreed { .. } => "offer-agreed",
                PolicyEvent::OfferDeclined { .. } => "offer-declined",
                PolicyEvent::ApplicationWithdrawn => "application-withdrawn",
                PolicyEvent::Endorsed { .. } => "endorsed",
                PolicyEvent::TermsChangeWithdrawn { .. } => "terms-change-withdrawn",
                PolicyEvent::TermsTookEffect { .. } => "terms-took-effect",
                PolicyEvent::Corrected { .. } => "corrected",
                PolicyEvent::EndAnnounced => "end-announced",
                PolicyEvent::PartnerViewOpened { .. } => "partner-view-opened",
                PolicyEvent::PartnerViewClosed { .. } => "partner-view-closed",
            },
            Self::Billing(event) => match event {
                BillingEvent::Opened { .. } => "opened",
                BillingEvent::MandateGiven { .. } => "mandate-given",
                BillingEvent::MandateAmended { .. } => "mandate-amended",
                BillingEvent::MandateStopped { .. } => "mandate-stopped",
                BillingEvent::PremiumFellDue { .. } => "premium-fell-due",
                BillingEvent::CollectionAnnounced { .. } => "collection-announced",
                BillingEvent::CollectionReleased { .. } => "collection-released",
                BillingEvent::CollectionWithdrawn { .. } => "collection-withdrawn",
                BillingEvent::PaymentReceived { .. } => "payment-received",
                BillingEvent::CollectionReturned { .. } => "collection-returned",
                BillingEvent::DeathCleared => "death-cleared",
                BillingEvent::ReminderSent { .. } => "reminder-sent",
                BillingEvent::RemindersHeld { .. } => "reminders-held",
                BillingEvent::RemindersResumed => "reminders-resumed",
                BillingEvent::PaymentPlanAgreed { .. } => "payment-plan-agreed",
                BillingEvent::PaymentPlanBroken { .. } => "payment-plan-broken",
                BillingEvent::CostsFellDue { .. } => "costs-fell-due",
                BillingEvent::InterestFellDue { .. } => "interest-fell-due",
                BillingEvent::ChargeWaived { .. } => "charge-waived",
                BillingEvent::CoverStopAnnounced { .. } => "cover-stop-announced",
                BillingEvent::CoverReturnAnnounced { .. } => "cover-return-announced",
                BillingEvent::PremiumReversed { .. } => "premium-reversed",
                BillingEvent::ExtraPremiumFellDue { .. } => "extra-premium-fell-due",
                BillingEvent::FreeReminderSent { .. } => "free-reminder-sent",
                BillingEvent::ReminderReturned { .. } => "reminder-returned",
                BillingEvent::ReminderReceiptProven { .. } => "reminder-receipt-proven",
                BillingEvent::RefundOrdered { .. } => "refund-ordered",
                BillingEvent::RefundAccountNamed { .. } => "refund-account-named",
                BillingEvent::RefundReleased { .. } => "refund-released",
                BillingEvent::RefundSettled { .. } => "refund-settled",
                BillingEvent::RefundReturned { .. } => "refund-returned",
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
