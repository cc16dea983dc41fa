use kernel::{Date, Frequency, Iban, Instant, MandateReference, Money, Term};
use serde::{Deserialize, Serialize};

use super::common::{Debit, Owed, PayInstruction};

/// DOC-05: mandate confirmation, with the first collections announced (LAW-SEPA-03, -05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandateConfirmed {
    /// The unique mandate reference.
    pub mandate: MandateReference,
    /// The day it was signed.
    pub signed_on: Date,
    /// The name of the account holder.
    pub account_holder: String,
    /// The account; printed masked.
    pub iban: Iban,
    /// How often we collect.
    pub frequency: Frequency,
    /// The first collections; each is a pre-notification.
    pub debits: Vec<Debit>,
    /// How long before a collection we announce it, as agreed.
    pub announced_before: Term,
}

/// DOC-05: pre-notification of what is collected (LAW-SEPA-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectionAnnounced {
    /// The mandate.
    pub mandate: MandateReference,
    /// The account; printed masked.
    pub iban: Iban,
    /// What is collected and when; at least one.
    pub debits: Vec<Debit>,
    /// It follows a collection that failed.
    pub again: bool,
}

/// DOC-05: premium that the reader transfers (NL-PREM-01, BE-PREM-03). It is no reminder and costs nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PremiumInvoice {
    /// Why it is not collected.
    pub reason: InvoiceReason,
    /// What is to be paid, oldest first; at least one.
    pub lines: Vec<InvoiceLine>,
    /// Their sum.
    pub total: Money,
    /// The insurance tax in it, where nothing of it was paid yet.
    pub tax: Option<Money>,
    /// The last day on which it can be paid without a reminder; none if that day is near or past.
    pub pay_by: Option<Date>,
    /// How to pay.
    pub pay: PayInstruction,
}

/// Why premium is to be transferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InvoiceReason {
    /// The reader pays by transfer.
    Transfer,
    /// The collection did not succeed and is not tried again.
    CameBack,
    /// The reader's bank says that nothing can be collected from this account (LAW-SEPA-12): another one is asked for.
    OtherAccount,
    /// The mandate is not used any more.
    MandateEnded,
}

/// One premium on an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceLine {
    /// The first day it pays for.
    pub from: Date,
    /// The last day it pays for.
    pub to: Date,
    /// What is open of it.
    pub amount: Money,
}

/// DOC-06: the Dutch reminder: one letter for cover (BW 7:934) and for costs (BW 6:96(6)); NL-DUN-02…08, LAW-NL-COL-03,
/// -04, -05, -08.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderNl {
    /// The unpaid premiums, oldest first; all in one letter (LAW-NL-COL-05).
    pub owed: Vec<Owed>,
    /// Their sum.
    pub total: Money,
    /// The term to pay, counted from the day after receipt: 14 days.
    pub term: Term,
    /// The day on which we take it that the reader has this letter (GEN-TIME-06).
    pub presumed_receipt: Date,
    /// The last day of the term for that day of receipt, rolled as the law wants (AMB-71).
    pub last_day: Date,
    /// From when there is no cover if it is not paid (NL-DUN-04).
    pub cover_stops: Instant,
    /// What earlier letters asked for and is still open, with the costs of those.
    #[serde(default)]
    pub earlier: Money,
    /// The exact collection costs that come on top after the term (LAW-NL-COL-01, -03); zero if none do.
    pub costs: Money,
    /// The VAT in `costs` ("including VAT"), if any may be charged (LAW-NL-COL-02).
    pub costs_vat: Option<Money>,
    /// After how long cover is back once everything is received (NL-DUN-06): 24 hours.
    pub back_after: Term,
    /// How to pay.
    pub pay: PayInstruction,
}

/// DOC-06: the free first reminder of Belgian consumer law; it asks no costs and takes no cover away (BE-DUN-10,
/// LAW-BE-COL-02, -03).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstReminderBe {
    /// The unpaid premiums, oldest first.
    pub owed: Vec<Owed>,
    /// Their sum: all that is asked.
    pub total: Money,
    /// The amount that comes on top after its term, by the clause of the contract (LAW-BE-COL-02); zero without one.
    #[serde(default)]
    pub costs: Money,
    /// The last day of its term.
    pub last_day: Date,
    /// How to pay.
    pub pay: PayInstruction,
}

/// DOC-07: the Belgian formal notice, registered (BE-DUN-02…09, LAW-BE-INS-01…04).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormalNoticeBe {
    /// The unpaid premiums, oldest first.
    pub owed: Vec<Owed>,
    /// Their sum.
    pub total: Money,
    /// What earlier letters asked for and is still open, with costs and interest of those.
    pub extra: Option<Money>,
    /// The costs that come on top after the term; none are asked without a clause (LAW-BE-COL-06).
    #[serde(default)]
    pub costs: Money,
    /// The term, counted from the day after the deposit of the registered item: 15 days.
    pub term: Term,
    /// The day of the deposit.
    pub deposited: Date,
    /// The last day of the term.
    pub last_day: Date,
    /// From when cover is suspended if it is not paid.
    pub suspended_from: Instant,
    /// After how long cover is back once everything is received.
    pub back_after: Term,
    /// The earliest moment at which we may end the contract: the reservation the law wants in this letter
    /// (LAW-BE-INS-03).
    pub may_end_from: Date,
    /// How to pay.
    pub pay: PayInstruction,
}

/// DOC-08: cover has stopped (NL-DUN-04, -05, -07; BE-DUN-04).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverSuspended {
    /// Since when.
    pub since: Instant,
    /// The unpaid premiums.
    pub owed: Vec<Owed>,
    /// Collection costs that are due now.
    pub costs: Option<Money>,
    /// Interest that is due now.
    pub interest: Option<Money>,
    /// All together.
    pub total: Money,
    /// After how long cover is back once all of it is received.
    pub back_after: Term,
    /// How to pay.
    pub pay: PayInstruction,
}

/// DOC-08: cover is back (NL-DUN-06, -07; BE-DUN-06, -07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverReinstated {
    /// When everything owed was received.
    pub paid_at: Instant,
    /// What was received.
    pub paid: Money,
    /// From when cover had stopped.
    pub gap_from: Instant,
    /// From when there is cover again.
    pub covered_from: Instant,
}
