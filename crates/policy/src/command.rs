//! What somebody can ask of a contract.

use std::collections::{BTreeMap, BTreeSet};

use billing::{HoldReason, Opening, PaymentSource};
use kernel::{Country, Date, EndToEndId, Id, Instant, MandateReference, Money, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{
    Application, ApplicationItem, Beneficiary, Change, ContractEvent, EndWay, Ending, Notice, Offer,
    ProductRef, Right, Verdict,
};

/// A command. The same one given again answers *already done*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case")]
pub enum Command {
    /// Apply for a policy.
    Apply {
        /// What is applied for.
        application: Box<Application>,
    },
    /// Take a running policy over from another administrator.
    TakeOver {
        /// What was agreed, as it stands.
        application: Box<Application>,
        /// When it was applied for: the coverage period runs from there (NL-PROV-07, BE-PROV-07).
        applied: Instant,
        /// When it was accepted.
        accepted: Instant,
        /// The notice that ends it, if one was given before.
        ending: Option<Ending>,
        /// What is open, paid and agreed.
        opening: Box<Opening>,
    },
    /// Record what the sanctions screening said (AMB-41).
    Screen {
        /// What it said.
        verdict: Verdict,
    },
    /// Ask the applicant for more information (NL-PROV-03, BE-PROV-05).
    RequestInformation {
        /// The question, sealed.
        question: VaultRef,
    },
    /// Answer the question.
    AnswerInformation {
        /// The answer, sealed.
        answer: VaultRef,
    },
    /// Record what the known-person check found.
    NoteSignals {
        /// What was found, sealed: a list of [`Signal`](crate::Signal)s.
        found: VaultRef,
    },
    /// Record that something came that the application asks for (BE-PROV-02).
    ReceiveItems {
        /// What came.
        items: BTreeSet<ApplicationItem>,
        /// When.
        received: Instant,
    },
    /// Accept on other terms only (NL-PROV-05).
    OfferOtherTerms {
        /// The offer; its number is given when it is sent.
        offer: Box<Offer>,
    },
    /// Agree to the offer.
    AgreeToOffer {
        /// Its number.
        no: u32,
    },
    /// Decline the offer.
    DeclineOffer {
        /// Its number.
        no: u32,
    },
    /// Take the application back before it is decided.
    WithdrawApplication,
    /// Accept the application.
    Accept {
        /// Highest purchase value that the power of attorney lets the administrator accept.
        accept_limit: Money,
    },
    /// Reject it; no reason need be given (NL-PROV-04).
    Reject {
        /// The reason the desk notes, sealed.
        reason: Option<VaultRef>,
    },
    /// Give a direct debit mandate (LAW-SEPA-03).
    GiveMandate {
        /// Unique mandate reference.
        reference: MandateReference,
        /// Name and account, sealed.
        debtor: VaultRef,
        /// Day of signature.
        signed: Date,
    },
    /// Name another account of the same debtor for the mandate in use (LAW-SEPA-03).
    AmendMandate {
        /// Name and new account, sealed.
        debtor: VaultRef,
        /// Day of signature.
        signed: Date,
    },
    /// Stop using the mandate; what was announced under it is not collected.
    StopMandate {
        /// The bank's reason code or `revoked`.
        reason: String,
    },
    /// Release an announced direct debit to the bank.
    ReleaseCollection {
        /// Its key.
        end_to_end: EndToEndId,
        /// The file.
        batch: Id,
    },
    /// Book money that was credited.
    BookPayment {
        /// How it came.
        source: PaymentSource,
        /// How much.
        amount: Money,
        /// When it was credited (AMB-16).
        credited: Instant,
    },
    /// Set what is overdue off against a benefit of the same policy (AMB-14, BE-DUN-08).
    SetOff {
        /// The claim.
        claim: Id,
        /// How much: what is overdue, or the whole benefit where that is less.
        amount: Money,
        /// Whose benefit it is.
        owed_to: Beneficiary,
    },
    /// Stop the mandate on which a direct debit was released, because of why that one failed (LAW-SEPA-12). A newer mandate
    /// stays.
    StopMandateOf {
        /// Key of the direct debit.
        end_to_end: EndToEndId,
        /// The bank's reason code.
        reason: String,
    },
    /// Record that somebody looked into a death that the bank reported: collecting and reminding may go on.
    ClearDeath,
    /// Book that a direct debit was refused or came back.
    BookReturn {
        /// Its key.
        end_to_end: EndToEndId,
        /// The bank's reason code.
        reason: String,
        /// Whether it may be tried again without asking (LAW-SEPA-12).
        retry: bool,
        /// When it was booked back; none if it was refused before it was credited.
        booked: Option<Instant>,
    },
    /// Let a partner look, or change what it may do (PRIV-24).
    OpenToPartner {
        /// The number that the partner's users carry.
        partner: Id,
        /// Whether it may report damage or theft for the policyholder too.
        reports: bool,
    },
    /// Take that back.
    CloseToPartner,
    /// End the policy.
    Cancel {
        /// The notice or event that ends it.
        notice: Box<Notice>,
    },
    /// Take back a cancellation that does not work yet.
    WithdrawCancellation {
        /// In which way the policy would have ended.
        way: EndWay,
    },
    /// Change the schedule: a device, the plan, who is insured, the address.
    Endorse {
        /// What changes.
        change: Change,
        /// From when; none is from now, and for another plan from the next premium due date.
        from: Option<Instant>,
        /// Price of one instalment from then on; none if it stays, or if it follows from the devices' own parts.
        premium: Option<Money>,
    },
    /// Announce a change of premium or conditions by the insurer, as part of a campaign (BE-PREM-04, AMB-56).
    AnnounceChange {
        /// The campaign.
        campaign: Id,
        /// New version of the wording; none if only the premium changes.
        product: Option<ProductRef>,
        /// Schedule flags of the plan under the new wording; none if they stay.
        #[serde(default)]
        flags: Option<BTreeMap<String, bool>>,
        /// New price of one instalment; none if it stays.
        premium: Option<Money>,
        /// New price of each device; empty if the premium stands for the whole policy.
        #[serde(default, with = "crate::by_item")]
        parts: BTreeMap<u32, Money>,
        /// Whether it is to the policyholder's disadvantage.
        adverse: bool,
        /// First day on which it counts.
        from: Date,
    },
    /// Take a change back that a campaign announced, before it counts.
    WithdrawChange {
        /// The campaign.
        campaign: Id,
    },
    /// Report that the policyholder moves (LAW-TAX-05). Within the country it changes the schedule; elsewhere the policy ends.
    Move {
        /// The new country; none if it is one in which we do not insure.
        to: Option<Country>,
        /// First day there.
        on: Date,
    },
    /// Record that a reminder did not arrive.
    ReturnReminder {
        /// The reminder.
        no: u32,
        /// What the mail server or the post said.
        reason: String,
    },
    /// Record when a reminder was received, as proven (AMB-12).
    ProveReceipt {
        /// The reminder.
        no: u32,
        /// Day of receipt; of a Belgian registered notice the day of deposit.
        received: Date,
        /// What proves it, sealed.
        proof: Option<VaultRef>,
    },
    /// Hold reminders through a day.
    HoldReminders {
        /// Why.
        reason: HoldReason,
        /// Last day of the hold.
        until: Date,
        /// What the person wrote, sealed.
        note: VaultRef,
    },
    /// End the hold on reminders before its day.
    ResumeReminders,
    /// Agree on a payment plan over all that is open, in monthly parts.
    AgreePlan {
        /// How many parts.
        parts: u32,
        /// Day of the first part.
        first: Date,
        /// What the person wrote, sealed.
        note: VaultRef,
    },
    /// Waive collection costs or interest: a person decides it, with a reason.
    WaiveCharge {
        /// Number of the costs or interest.
        no: u32,
        /// Why, sealed.
        reason: VaultRef,
    },
    /// Remind again after a letter came back: somebody found the right address.
    RemindAgain,
    /// Correct a fact that was wrong.
    Correct {
        /// Place of the wrong fact in the contract's stream.
        seq: i64,
        /// The fact as it is in the journal.
        wrong: Box<ContractEvent>,
        /// From when it was believed to count.
        effective: Instant,
        /// What is right.
        right: Right,
    },
    /// Name the account that a refund goes to, when none is known (MONEY-03).
    NameRefundAccount {
        /// Number of the payment order.
        payment: Id,
        /// Name and account, sealed.
        payee: VaultRef,
    },
    /// Release a refund to the bank.
    ReleaseRefund {
        /// Number of the payment order.
        payment: Id,
    },
    /// Record that the statement shows the refund.
    SettleRefund {
        /// Number of the payment order.
        payment: Id,
        /// When the account was debited.
        booked: Instant,
    },
    /// Record that the bank refused the refund, or that it came back.
    ReturnRefund {
        /// Number of the payment order.
        payment: Id,
        /// The bank's reason code.
        reason: String,
        /// Whether it may go to the same account again; otherwise another is to be named (LAW-SEPA-12).
        same_account: bool,
        /// When it was booked back; none if it was refused before the account was debited.
        booked: Option<Instant>,
    },
}
