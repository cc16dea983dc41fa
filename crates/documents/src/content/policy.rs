use kernel::{Channel, Date, DeviceKind, Imei, Instant, Money, SerialNumber, Term};
use serde::{Deserialize, Serialize};

use super::common::{Debit, PaymentMethod, Premium, Refund};

/// DOC-04: the policy schedule (DATA-08, DATA-09, GEN-RANK-05).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyIssued {
    /// Which issue of the schedule this is: 1 at acceptance, more after each change.
    pub issue: u32,
    /// From which day this issue counts; the same as `starts` for the first.
    pub valid_from: Date,
    /// The plan by its brand name.
    pub plan: String,
    /// Taken out by a consumer; a business otherwise (AMB-62).
    pub consumer: bool,
    /// What is covered and what is expressly not, in the order to print.
    pub covers: Vec<Cover>,
    /// What is insured; at least one.
    pub devices: Vec<InsuredDevice>,
    /// The price, with its tax.
    pub premium: Premium,
    /// The day of the month on which it falls due, for a periodic premium.
    pub due_day: Option<u8>,
    /// How it is paid.
    pub payment: PaymentMethod,
    /// When the insurance started: the application (NL-PROV-07).
    pub starts: Instant,
    /// The policy expiry date: the first day of the next period (NL-DEF-16); none if it simply ends.
    pub expires: Option<Date>,
    /// By how much it goes on each time after that (NL-TERM-01).
    pub renewal: Option<Term>,
    /// The minimum duration (NL-DEF-15), and the last day of it.
    pub minimum: Option<(Term, Date)>,
    /// The last possible day of the policy (NL-DEF-14).
    pub end_date: Option<Date>,
    /// The wording it is sold under, as published: "PTC-NL-XC-2021-1".
    pub conditions: String,
    /// Its insurance card: "IPID-NL-XC-2021-1".
    pub ipid: Option<String>,
    /// Additions that hold for this policy, in the reader's language.
    pub clauses: Vec<Clause>,
    /// Days within which a customer must report damage (NL-CLAIM-01, BE-CLAIM-01).
    pub report_within: Term,
    /// The last day of the cooling-off period (NL-END-05); none for a later issue.
    pub withdraw_by: Option<Date>,
}

/// A cover and whether this policy has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// Which.
    pub kind: CoverKind,
    /// Has it.
    pub included: bool,
}

/// What can be covered (NL-COV, BE-COV).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CoverKind {
    /// Accident damage.
    AccidentDamage,
    /// A defect after the warranty.
    Defect,
    /// Theft after burglary or robbery (NL-COV-10).
    Theft,
    /// Drop and bump damage with approved case and shield (NL-COV-07).
    CaseAndShield,
}

/// A device in the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InsuredDevice {
    /// What sort.
    pub kind: DeviceKind,
    /// Make and model.
    pub model: String,
    /// IMEI, for what has one; a second one of a dual-SIM phone is not printed.
    pub imei: Option<Imei>,
    /// Serial number.
    pub serial: Option<SerialNumber>,
    /// The day on the proof of purchase.
    pub bought: Option<Date>,
    /// Purchase value: the most that is paid for it (NL-DEF-01).
    pub purchase_value: Money,
    /// Excess per claim (NL-DEF-13); may be nothing.
    pub excess: Money,
}

/// An addition to the conditions (endorsement).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// A short heading.
    pub title: String,
    /// What it says.
    pub text: String,
    /// The rule it carries out, if there is one: "NL-COV-06".
    pub rule: Option<String>,
}

/// DOC-10: cancellation receipt with the end date (NL-END, BE-END; LAW-COOL-05).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CancellationReceived {
    /// The plan that ends.
    pub plan: String,
    /// When the cancellation reached us.
    pub received_at: Instant,
    /// How it reached us (AMB-19).
    pub channel: Channel,
    /// On which ground it ends.
    pub ground: CancellationGround,
    /// When cover ends (half-open, so mostly a midnight).
    pub ends_at: Instant,
    /// What goes back, if anything.
    pub refund: Option<Refund>,
    /// What we still collect before the end, if anything.
    pub last_debits: Vec<Debit>,
}

/// Why an insurance ends at the customer's wish (NL-END, BE-END).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CancellationGround {
    /// Within the cooling-off period: NL-END-05, BE-END-07.
    Withdrawal,
    /// After the minimum duration: NL-END-09, BE-END-02.
    Ordinary,
    /// Inside the minimum duration, so that it works at its end (AMB-72).
    AtEndOfMinimum,
    /// After a claim: NL-END-02, BE-END-04.
    AfterClaim,
    /// After the death of the policyholder: NL-END-06, BE-END-11. The reader is an heir.
    Death,
    /// After an adverse change: BE-END-08.
    AdverseChange,
    /// The device was sold or is gone (AMB-63).
    NothingLeft,
    /// The trustee in bankruptcy ended it: BE-END-10.
    Trustee,
    /// The policyholder moved to where the policy is not made for (LAW-TAX-05).
    MovedAway,
}

/// DOC-09, DOC-11, DOC-16, DOC-21, DOC-22: the insurer ends the policy; DOC-10: its end date is reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InsuranceEnded {
    /// The plan that ends.
    pub plan: String,
    /// On which ground.
    pub ground: EndGround,
    /// When cover ends (half-open, so mostly a midnight).
    pub ends_at: Instant,
    /// What goes back, if anything.
    pub refund: Option<Refund>,
    /// What is still owed; nothing when it is zero.
    pub open: Money,
}

/// Why a policy ends without a notice of the policyholder (NL-END, BE-END).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndGround {
    /// After a claim: NL-END-03, BE-END-05.
    AfterClaim,
    /// It is not renewed: NL-END-10, BE-END-03.
    NotRenewed,
    /// Fraud or intent to mislead: NL-END-04, BE-END-06.
    Fraud,
    /// Premium repeatedly stayed unpaid: NL-END-08, BE-END-13.
    NonPayment,
    /// Bankruptcy: BE-END-09.
    Bankruptcy,
    /// Sanctions: BE-END-14.
    Sanctions,
    /// By itself, on its end date: NL-END-07, BE-END-12.
    EndDate,
}

/// The cancellation was taken back, and the insurance goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancellationWithdrawn {
    /// The plan that goes on.
    pub plan: String,
    /// When it would have ended.
    pub would_have_ended: Instant,
}

/// A change that the policyholder asked for is not made, and why (NL-PROV-08).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeDeclined {
    /// Why, in the words of the desk.
    pub reason: String,
    /// The policy's page: a path under the portal.
    pub link: String,
}
