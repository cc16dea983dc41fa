//! What can happen to the money side of a contract. Names and fields are the eternal format: they may be added to, never
//! changed in meaning.

use kernel::{Date, EndToEndId, Id, Instant, MandateReference, Money, Period, Rule, VaultRef};
use ledger::PremiumSplit;
use serde::{Deserialize, Serialize};

use crate::{Allocation, ChargePart, Divided, HoldReason, PlanPart};

/// An event of the money side. The instant from which it counts is kept beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum BillingEvent {
    /// The policy was taken over from another administrator with what was open on it. Counts from when the policy began.
    Opened {
        /// What stood on the day of the takeover.
        opening: Box<crate::Opening>,
    },
    /// The policyholder gave a direct debit mandate.
    MandateGiven {
        /// Unique mandate reference.
        reference: MandateReference,
        /// Name and account, sealed.
        debtor: VaultRef,
        /// Day of signature.
        signed: Date,
    },
    /// The debtor named another account of their own for the same mandate (LAW-SEPA-03).
    MandateAmended {
        /// Name and new account, sealed.
        debtor: VaultRef,
        /// Day of signature of the amendment.
        signed: Date,
    },
    /// The mandate may no longer be used (LAW-SEPA-04, LAW-SEPA-12).
    MandateStopped {
        /// The bank's reason code, `revoked`, or `lapsed`.
        reason: String,
    },
    /// Premium fell due on its date (NL-DEF-17); tax counts from here (LAW-TAX-03).
    PremiumFellDue {
        /// Number of the instalment.
        no: u32,
        /// What it pays for.
        period: Period<Date>,
        /// Premium due date.
        due: Date,
        /// How it is divided.
        split: PremiumSplit,
    },
    /// Premium fell due beside the instalments, because the policy changed or what was taken back is owed after all.
    ExtraPremiumFellDue {
        /// Number among all that fell due, from 1.
        no: u32,
        /// Number of the instalment whose period it pays for.
        of: u32,
        /// What it pays for.
        period: Period<Date>,
        /// Premium due date.
        due: Date,
        /// How it is divided.
        split: PremiumSplit,
        /// Why.
        rule: Rule,
    },
    /// A direct debit was announced to the debtor (LAW-SEPA-05).
    CollectionAnnounced {
        /// Key of the direct debit.
        end_to_end: EndToEndId,
        /// Instalments it is for.
        receivables: Vec<u32>,
        /// Amount.
        amount: Money,
        /// Day on which the account is debited.
        collect_on: Date,
        /// The sealed account of the mandate then; none in what was announced before that was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        debtor: Option<Id>,
    },
    /// A person released the direct debit to the bank.
    CollectionReleased {
        /// Key of the direct debit.
        end_to_end: EndToEndId,
        /// The file it is in.
        batch: Id,
    },
    /// An announced direct debit was taken out before it was released.
    CollectionWithdrawn {
        /// Key of the direct debit.
        end_to_end: EndToEndId,
    },
    /// Money came in. Counts from the instant it was credited (AMB-16).
    PaymentReceived {
        /// How it came.
        source: PaymentSource,
        /// Amount credited.
        amount: Money,
        /// What premium it pays.
        allocations: Vec<Allocation>,
        /// What costs and interest it pays.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        charges: Vec<ChargePart>,
        /// What is left and kept as credit for later premium.
        surplus: Money,
    },
    /// A direct debit was refused or came back (LAW-SEPA-08…12).
    CollectionReturned {
        /// Key of the direct debit.
        end_to_end: EndToEndId,
        /// The bank's reason code.
        reason: String,
        /// Whether it had been credited before, so that money went back.
        was_credited: bool,
        /// Whether it may be tried again without asking the debtor.
        retry: bool,
    },
    /// Somebody looked into what the bank said of a death (LAW-SEPA-12): the policyholder lives, or it is settled with the heirs.
    DeathCleared,
    /// A reminder was sent (NL-DUN-02, BE-DUN-02). Counts from when it was sent.
    ReminderSent {
        /// Number within the contract, from 1.
        no: u32,
        /// What was open for which instalment.
        arrears: Vec<Allocation>,
        /// Sum of the arrears: the exact amount to pay.
        amount: Money,
        /// Whether it went by e-mail (with consent) or on paper.
        by_email: bool,
        /// Day of proven or presumed receipt (GEN-TIME-06, AMB-12).
        received: Date,
        /// Last day on which payment keeps the cover (NL-DUN-03, AMB-71).
        last_day: Date,
        /// Instant from which there is no cover if it stays unpaid (NL-DUN-04, BE-DUN-04).
        cover_stops: Instant,
        /// The exact collection costs that are owed on top from that instant (LAW-NL-COL-03).
        #[serde(default, skip_serializing_if = "is_nothing")]
        costs: Money,
    },
    /// The free first reminder of Belgian consumer law was sent (BE-DUN-10). It costs nothing and takes away no cover.
    FreeReminderSent {
        /// What was open for which instalment.
        arrears: Vec<Allocation>,
        /// Sum of the arrears.
        amount: Money,
        /// Whether it went by e-mail (with consent) or on paper.
        by_email: bool,
        /// Last day of its term; nothing more is asked for before it is over (LAW-BE-COL-02, LAW-BE-COL-03).
        last_day: Date,
    },
    /// A reminder did not arrive: a mail bounced, or a letter came back. It sets no term and takes away no cover (GEN-TIME-06).
    ReminderReturned {
        /// The reminder.
        no: u32,
        /// What the mail server or the post said.
        reason: String,
    },
    /// Another day of receipt was proven than was presumed (AMB-12). The term never gets shorter than the letter said.
    ReminderReceiptProven {
        /// The reminder.
        no: u32,
        /// Day of receipt; of a Belgian registered notice the day of deposit (LAW-BE-INS-02).
        received: Date,
        /// Last day on which payment keeps the cover.
        last_day: Date,
        /// Instant from which there is no cover if it stays unpaid.
        cover_stops: Instant,
        /// What proves it, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proof: Option<VaultRef>,
    },
    /// The policyholder was told that cover stopped. Informs only.
    CoverStopAnnounced {
        /// The reminder.
        no: u32,
    },
    /// The policyholder was told that cover is back. Informs only.
    CoverReturnAnnounced {
        /// The reminder.
        no: u32,
        /// Instant from which there is cover again.
        from: Instant,
    },
    /// Reminders are held through a day: nobody is reminded, and a term that runs counts no more.
    RemindersHeld {
        /// Why.
        reason: HoldReason,
        /// Last day of the hold.
        until: Date,
        /// What the person wrote, sealed.
        note: VaultRef,
    },
    /// A person ended the hold before its day.
    RemindersResumed,
    /// A payment plan was agreed: what is open is paid in parts, and a reminder whose term runs counts no more.
    PaymentPlanAgreed {
        /// Number within the contract, from 1.
        no: u32,
        /// Premium that is paid by it.
        debts: Vec<u32>,
        /// Costs and interest that are paid by it.
        charges: Vec<u32>,
        /// Its parts, by date; together what was open.
        parts: Vec<PlanPart>,
        /// What the person wrote, sealed.
        note: VaultRef,
    },
    /// A part of the plan was not paid in time: reminders and interest go on.
    PaymentPlanBroken {
        /// Number of the plan.
        no: u32,
        /// The day from which interest goes on.
        on: Date,
    },
    /// Collection costs are owed, because a reminder was not paid within its term (NL-DUN-05, BE-DUN-05).
    CostsFellDue {
        /// Number among all costs and interest, from 1.
        no: u32,
        /// The reminder that stated them.
        reminder: u32,
        /// How much.
        amount: Money,
    },
    /// Statutory interest is owed on what a reminder asked for (NL-DUN-05, BE-DUN-05).
    InterestFellDue {
        /// Number among all costs and interest, from 1.
        no: u32,
        /// The reminder.
        reminder: u32,
        /// The premium that it ran on.
        principal: Money,
        /// First day of it.
        from: Date,
        /// The day after the last.
        until: Date,
        /// How much.
        amount: Money,
    },
    /// Costs or interest are not asked for after all. What was paid of them pays what else is open, or is kept as credit.
    ChargeWaived {
        /// Number of the costs or interest.
        no: u32,
        /// How much of it.
        amount: Money,
        /// Why: the rule by which it was not owed, or by which a person may waive it.
        rule: Rule,
        /// What the person wrote, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<VaultRef>,
    },
    /// Premium that fell due was taken back, wholly or in part.
    PremiumReversed {
        /// Number of the instalment.
        no: u32,
        /// What is taken back, as positive amounts.
        split: PremiumSplit,
        /// Why.
        rule: Rule,
    },
    /// Money is to be paid back.
    RefundOrdered {
        /// Number of the payment order.
        payment: Id,
        /// Amount.
        amount: Money,
        /// Name and account of the payee, sealed; none where no account is known and a person must ask for it.
        payee: Option<VaultRef>,
        /// Why.
        rule: Rule,
    },
    /// It was found out where a refund must go (MONEY-03).
    RefundAccountNamed {
        /// Number of the payment order.
        payment: Id,
        /// Name and account, sealed.
        payee: VaultRef,
    },
    /// A person released the refund to the bank.
    RefundReleased {
        /// Number of the payment order.
        payment: Id,
    },
    /// The statement shows that the refund was carried out. Counts from the day on which the account was debited.
    RefundSettled {
        /// Number of the payment order.
        payment: Id,
    },
    /// The bank refused the refund, or it came back: it is owed still, and waits for release as another payment order.
    RefundReturned {
        /// Number of the payment order that failed.
        payment: Id,
        /// The bank's reason code.
        reason: String,
        /// Whether the account had been debited, so that money came back.
        was_settled: bool,
        /// Number of the payment order that takes its place.
        again: Id,
        /// Name and account it goes to now, sealed; none where the account was at fault and another is to be named.
        payee: Option<VaultRef>,
    },
}

impl BillingEvent {
    /// Money that came in, as it was divided.
    pub fn payment(source: PaymentSource, amount: Money, divided: Divided) -> Self {
        let Divided { charges, premium: allocations, surplus } = divided;
        Self::PaymentReceived { source, amount, allocations, charges, surplus }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_nothing(amount: &Money) -> bool {
    amount.is_zero()
}

/// How money came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum PaymentSource {
    /// By our direct debit.
    Collection {
        /// Its key.
        end_to_end: EndToEndId,
    },
    /// By the policyholder's own transfer.
    Transfer {
        /// The payer's name and account, sealed, if the statement names them.
        payer: Option<VaultRef>,
    },
    /// Set off against a benefit that we owe (AMB-14, BE-DUN-08): no money moved.
    SetOff {
        /// The claim whose benefit it was taken from.
        claim: Id,
    },
}

/// Money to be paid back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Refund {
    /// Number of the payment order.
    pub payment: Id,
    /// Amount.
    pub amount: Money,
    /// Payee's name and account, sealed.
    pub payee: Option<VaultRef>,
    /// Why.
    pub rule: Rule,
    /// The part of it that was credit, and not premium taken back.
    pub from_credit: Money,
    /// How far it is.
    pub state: RefundState,
    /// From when the bank has it, or had carried it out.
    #[serde(default)]
    pub since: Option<Instant>,
    /// Payment orders for it that failed, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<FailedPayment>,
}

/// A payment order that the bank refused, or that came back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FailedPayment {
    /// Its number.
    pub payment: Id,
    /// The bank's reason code.
    pub reason: String,
}

/// How far a refund is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefundState {
    /// Waits for a person.
    Ordered,
    /// In a file at the bank.
    Released,
    /// Carried out.
    Settled,
}
