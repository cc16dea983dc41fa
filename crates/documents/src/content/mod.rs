//! What can be said: one struct per document, with the facts it states.
//!
//! Facts are typed and final: the caller has decided, counted and dated everything; nothing is computed here but how it
//! is written. Texts inside (questions, reasons, clauses) come in the reader's language. The structs hold personal data:
//! whoever keeps a [`Document`] keeps it sealed.

use kernel::{ClaimNumber, EmailAddress, Instant, PolicyNumber};
use serde::{Deserialize, Serialize};

mod account;
mod application;
mod arrears;
mod change;
mod claim;
mod common;
mod partner;
mod policy;
mod premium;
mod work;

pub use account::{AddressLink, ApplicantLink, ContactChanged, SecurityEvent, SecurityNotice, SignInHelp};
pub use application::{
    ApplicationLapsed, ApplicationReceived, ApplicationRejected, InformationRequested, OfferMade,
};
pub use arrears::{CoverNotStopped, PauseReason, PlanAgreed, PlanBroken, RemindersPaused};
pub use change::{ChangeAnnounced, ChangeWithdrawn};
pub use claim::{
    ClaimAcknowledged, ClaimCause, ClaimDecided, ClaimPaid, DecidedItem, DecisionClause, FraudDebt,
    FraudDebtFor, ObjectionAnswered, Outcome, SumKind, SumStep,
};
pub use common::{Debit, DeviceLine, Owed, PayInstruction, PaymentMethod, Premium, Refund};
pub use partner::PartnerView;
pub use policy::{
    CancellationGround, CancellationReceived, CancellationWithdrawn, ChangeDeclined, Clause, Cover,
    CoverKind, EndGround, InsuranceEnded, InsuredDevice, PolicyIssued,
};
pub use premium::{
    CollectionAnnounced, CoverReinstated, CoverSuspended, FirstReminderBe, FormalNoticeBe, InvoiceLine,
    InvoiceReason, MandateConfirmed, PremiumInvoice, ReminderNl,
};
pub use work::{HandedOver, OrderNews, OrderTold, OwnShare, WorkNote, WorkSupplier};

/// One thing to tell one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Who reads it.
    pub to: Addressee,
    /// When it was decided to write: the date on the letter (on the house's clocks) and the time in the PDF.
    pub made_at: Instant,
    /// The policy it is about; printed as reference (FAQ-12).
    pub policy: Option<PolicyNumber>,
    /// The claim it is about; printed as reference.
    pub claim: Option<ClaimNumber>,
    /// What is said.
    pub content: Content,
}

/// Who reads a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// The name as in the address: "A. Jansen", "Bakkerij De Korenaar B.V.". Empty if it is not known yet (a link for
    /// somebody of whom we have only the e-mail address).
    pub name: String,
    /// The postal address, for the window of the envelope; none when it only ever goes by mail.
    pub address: Option<Address>,
    /// The e-mail address it goes to, when it goes by mail.
    pub email: Option<EmailAddress>,
}

/// A postal address as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Street, house number and addition; more lines for a company's department or a c/o.
    pub lines: Vec<String>,
    /// Postcode as written in its country: "3011 AA", "1000".
    pub postcode: String,
    /// Town.
    pub town: String,
    /// The country's name in the house's language, only if the letter crosses a border.
    pub country: Option<String>,
}

/// What is said. The name in the stored form (`kind`) never changes; the DOC number is the rulebook's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Content {
    /// DOC-01: we have your application, and from when to when you are covered meanwhile.
    ApplicationReceived(ApplicationReceived),
    /// DOC-02: we need to know more before we can decide.
    InformationRequested(InformationRequested),
    /// DOC-03: we do not accept the application.
    ApplicationRejected(ApplicationRejected),
    /// DOC-03, AMB-08: nobody decided in time; the cover has ended and the money goes back.
    ApplicationLapsed(ApplicationLapsed),
    /// DOC-04: the policy schedule with its covering mail.
    PolicyIssued(Box<PolicyIssued>),
    /// DOC-05: the mandate, and the first collections under it.
    MandateConfirmed(MandateConfirmed),
    /// DOC-05: what we will collect and when.
    CollectionAnnounced(CollectionAnnounced),
    /// DOC-05: premium to be transferred, because nothing is collected for it.
    PremiumInvoice(PremiumInvoice),
    /// DOC-06: the Dutch reminder of BW 7:934 and 6:96(6) in one.
    ReminderNl(ReminderNl),
    /// DOC-06: the free first reminder of Belgian consumer law.
    FirstReminderBe(FirstReminderBe),
    /// DOC-07: the Belgian formal notice, sent as a registered item.
    FormalNoticeBe(FormalNoticeBe),
    /// DOC-08: there is no cover from now on.
    CoverSuspended(CoverSuspended),
    /// DOC-08: there is cover again, from which instant.
    CoverReinstated(CoverReinstated),
    /// DOC-08: cover had not stopped after all, or stops later than was told.
    CoverNotStopped(CoverNotStopped),
    /// Late premium may be paid in parts.
    PlanAgreed(PlanAgreed),
    /// A part was not paid: the plan is over.
    PlanBroken(PlanBroken),
    /// No reminders for a while.
    RemindersPaused(RemindersPaused),
    /// DOC-10: we have your cancellation, and when the insurance ends.
    CancellationReceived(CancellationReceived),
    /// DOC-12: we have your claim, and what we need by when.
    ClaimAcknowledged(ClaimAcknowledged),
    /// DOC-14: what we decided about a claim, and why.
    ClaimDecided(Box<ClaimDecided>),
    /// Somebody else looked at what was decided about a claim, and this is the answer (OFFICE-15).
    ObjectionAnswered(ObjectionAnswered),
    /// DOC-16: what is claimed back because of fraud.
    FraudDebt(FraudDebt),
    /// The money for a claim is on its way.
    ClaimPaid(ClaimPaid),
    /// DOC-13: a repair or replacement was ordered, and how to hand the device over.
    WorkOrdered(WorkNote),
    /// DOC-13: the repaired or new device is ready.
    WorkReady(WorkNote),
    /// DOC-13: the repairer says that the customer has the device, and what to do if that is not so.
    WorkHandedOver(WorkNote),
    /// A repairer or supplier has news of an order (OFFICE-06).
    OrderTold(OrderTold),
    /// DOC-13: the customer accepted it: what belongs to whom, and what is still to be done.
    WorkAccepted(WorkNote),
    /// DOC-13: what was still to be done has not been done.
    WorkReminder(WorkNote),
    /// A link for somebody who applies without an account.
    ApplicantLink(ApplicantLink),
    /// A link to choose a (new) password.
    SignInHelp(SignInHelp),
    /// Something about the account changed.
    SecurityNotice(SecurityNotice),
    /// An offer on other terms.
    OfferMade(OfferMade),
    /// DOC-09, DOC-11, DOC-16, DOC-21, DOC-22: the insurer ends the policy; DOC-10: its end date is reached.
    InsuranceEnded(InsuranceEnded),
    /// A cancellation was taken back.
    CancellationWithdrawn(CancellationWithdrawn),
    /// DOC-17: the insurer changes premium or conditions.
    ChangeAnnounced(ChangeAnnounced),
    /// DOC-17: it does not change them after all.
    ChangeWithdrawn(ChangeWithdrawn),
    /// How the customer is reached has changed.
    ContactChanged(ContactChanged),
    /// A link to confirm a new e-mail address.
    AddressLink(AddressLink),
    /// A change that was asked for is not made.
    ChangeDeclined(ChangeDeclined),
    /// DOC-20: a partner may look from now on, and perhaps report.
    PartnerViewOpened(PartnerView),
    /// DOC-20: that was taken back.
    PartnerViewClosed(PartnerView),
}

impl Content {
    /// Whether it is a document to keep, with a PDF; the others are mere mails.
    pub fn is_letter(&self) -> bool {
        !matches!(
            self,
            Self::ApplicantLink(_)
                | Self::SignInHelp(_)
                | Self::SecurityNotice(_)
                | Self::AddressLink(_)
                | Self::OrderTold(_)
        )
    }

    /// Whether law wants it as a registered item (LAW-BE-INS-02).
    pub fn is_registered(&self) -> bool {
        matches!(self, Self::FormalNoticeBe(_))
    }

    /// The kind as in the stored form, for lists and logs: "policy-issued".
    pub fn kind(&self) -> &'static str {
        match self {
            Self::ApplicationReceived(_) => "application-received",
            Self::InformationRequested(_) => "information-requested",
            Self::ApplicationRejected(_) => "application-rejected",
            Self::ApplicationLapsed(_) => "application-lapsed",
            Self::PolicyIssued(_) => "policy-issued",
            Self::MandateConfirmed(_) => "mandate-confirmed",
            Self::CollectionAnnounced(_) => "collection-announced",
            Self::PremiumInvoice(_) => "premium-invoice",
            Self::ReminderNl(_) => "reminder-nl",
            Self::FirstReminderBe(_) => "first-reminder-be",
            Self::FormalNoticeBe(_) => "formal-notice-be",
            Self::CoverSuspended(_) => "cover-suspended",
            Self::CoverReinstated(_) => "cover-reinstated",
            Self::CoverNotStopped(_) => "cover-not-stopped",
            Self::PlanAgreed(_) => "plan-agreed",
            Self::PlanBroken(_) => "plan-broken",
            Self::RemindersPaused(_) => "reminders-paused",
            Self::CancellationReceived(_) => "cancellation-received",
            Self::ClaimAcknowledged(_) => "claim-acknowledged",
            Self::ClaimDecided(_) => "claim-decided",
            Self::ObjectionAnswered(_) => "objection-answered",
            Self::FraudDebt(_) => "fraud-debt",
            Self::ClaimPaid(_) => "claim-paid",
            Self::WorkOrdered(_) => "work-ordered",
            Self::WorkReady(_) => "work-ready",
            Self::OrderTold(_) => "order-told",
            Self::WorkHandedOver(_) => "work-handed-over",
            Self::WorkAccepted(_) => "work-accepted",
            Self::WorkReminder(_) => "work-reminder",
            Self::ApplicantLink(_) => "applicant-link",
            Self::SignInHelp(_) => "sign-in-help",
            Self::SecurityNotice(_) => "security-notice",
            Self::OfferMade(_) => "offer-made",
            Self::InsuranceEnded(_) => "insurance-ended",
            Self::CancellationWithdrawn(_) => "cancellation-withdrawn",
            Self::ChangeAnnounced(_) => "change-announced",
            Self::ChangeWithdrawn(_) => "change-withdrawn",
            Self::ContactChanged(_) => "contact-changed",
            Self::AddressLink(_) => "address-link",
            Self::ChangeDeclined(_) => "change-declined",
            Self::PartnerViewOpened(_) => "partner-view-opened",
            Self::PartnerViewClosed(_) => "partner-view-closed",
        }
    }
}
