//! What somebody can ask of a claim.

use kernel::{Date, Id, Instant, Money, VaultRef};
use serde::{Deserialize, Serialize};
use terms::Decision;

use crate::{CloseWay, JobStep, Known, Lateness, RecoveryKind, Report, StatedFact};

/// A command. The same one given again answers *already done*, where that can be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case")]
pub enum Command {
    /// Report damage or theft (NL-CLAIM-01).
    Report {
        /// The report.
        report: Box<Report>,
    },
    /// State facts, or correct ones stated before.
    StateFacts {
        /// The facts. Personal ones come sealed.
        facts: Vec<StatedFact>,
    },
    /// State a finding; only a person of the claims desk or a manager may, with a reason.
    StateFinding {
        /// The finding.
        finding: StatedFact,
        /// Why, sealed.
        reason: VaultRef,
    },
    /// Give evidence (NL-CLAIM-04).
    AddEvidence {
        /// Kind of evidence in the wording.
        kind: String,
        /// Key of the sealed attachment.
        object: String,
        /// Its name and nature, sealed.
        content: VaultRef,
    },
    /// Ask for more evidence (AMB-25).
    RequestEvidence {
        /// Kinds of evidence in the wording.
        kinds: Vec<String>,
    },
    /// Keep what the wording answered to [`Claim::case`](crate::Claim::case).
    Decide {
        /// The answer.
        decision: Box<Decision>,
        /// What the case was made with.
        known: Known,
        /// Values of sealed facts, opened for the case.
        opened: Vec<StatedFact>,
        /// The same decision, sealed.
        sealed: VaultRef,
    },
    /// Approve all covered items of the last decision.
    Approve {
        /// Who proposed it, where two people are needed.
        proposed_by: Option<Id>,
    },
    /// Refuse items that the last decision finds not covered or for somebody else to answer.
    Refuse {
        /// The items.
        items: Vec<u32>,
        /// Why, in words, sealed.
        reason: VaultRef,
    },
    /// Leave what is pending aside, because fraud was found on another claim under the same policy (BE-FRAUD-03).
    LeaveAside {
        /// The claim on which it was found.
        because: Id,
        /// Why, in words, sealed.
        reason: VaultRef,
        /// Who proposed it: two people are needed.
        proposed_by: Option<Id>,
    },
    /// Set the reserve by hand.
    SetReserve {
        /// The amount.
        amount: Money,
    },
    /// Take overdue premium of the same policy off what is approved (AMB-14, BE-DUN-08). The contract has it booked as paid.
    SetOff {
        /// How much.
        amount: Money,
    },
    /// Owe something because we were late (LAW-BE-INS-09).
    OweForLateness {
        /// How much, by what it is for.
        lateness: Lateness,
        /// Who proposed it: two people are needed.
        proposed_by: Option<Id>,
    },
    /// Order a payment of what is approved.
    OrderPayment {
        /// Its key.
        payment: Id,
        /// The amount.
        amount: Money,
        /// Name and account, sealed.
        payee: VaultRef,
    },
    /// It went to the bank in a file.
    SendPayment {
        /// Its key.
        payment: Id,
        /// The file.
        batch: Id,
    },
    /// The bank's statement shows it.
    ConfirmPayment {
        /// Its key.
        payment: Id,
        /// When the account was debited.
        debited: Instant,
    },
    /// It came back.
    ReturnPayment {
        /// Its key.
        payment: Id,
        /// The bank's reason code.
        reason: String,
        /// When it was booked back; none if the account had never been debited.
        booked: Option<Instant>,
    },
    /// Take a step with an order to a repairer or supplier.
    Job {
        /// Its key.
        job: Id,
        /// What is done.
        step: JobStep,
    },
    /// The customer paid of the own share in a repair or replacement (MONEY-07).
    ReceiveOwnShare {
        /// The amount.
        amount: Money,
        /// When it counts.
        received: Instant,
    },
    /// What is open of it is not asked for any more.
    WaiveOwnShare {
        /// Why, sealed.
        reason: VaultRef,
    },
    /// End the claim by hand.
    Close {
        /// How.
        way: CloseWay,
    },
    /// Open it again.
    Reopen {
        /// Why, sealed.
        reason: VaultRef,
    },
    /// The policyholder does not agree with what was decided.
    Object {
        /// What they say, sealed.
        words: VaultRef,
    },
    /// Answer an objection; only who did not decide before may (OFFICE-15).
    AnswerObjection {
        /// Whether the claim is decided again.
        upheld: bool,
        /// Why, sealed; it stands in the letter.
        words: VaultRef,
    },
    /// Lay what the last decision comes to before the insurer (ACT-06).
    Refer,
    /// Write down what the insurer answered.
    RecordInsurer {
        /// Up to how much may be settled; zero when the insurer does not agree.
        agreed: Money,
        /// The day on which it answered.
        on: Date,
        /// Who answered, and what they said, sealed.
        words: VaultRef,
    },
    /// Expect money back (MONEY-11 to MONEY-14).
    ExpectRecovery {
        /// Why.
        kind: RecoveryKind,
        /// How much.
        amount: Money,
        /// From whom and why, sealed.
        about: VaultRef,
        /// Who proposed it, where two people are needed.
        proposed_by: Option<Id>,
    },
    /// Some of it came.
    ReceiveRecovery {
        /// Its number.
        no: u32,
        /// How much.
        amount: Money,
    },
    /// Nothing more is expected of it.
    GiveUpRecovery {
        /// Its number.
        no: u32,
        /// Why, sealed.
        reason: VaultRef,
    },
}
