//! What somebody can ask of a contract.

use billing::PaymentSource;
use kernel::{Date, EndToEndId, Id, Instant, MandateReference, Money, VaultRef};
use serde::{Deserialize, Serialize};

use crate::{Application, EndWay, Verdict};

/// A command. The same one given again answers *already done*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case")]
pub enum Command {
    /// Apply for a policy.
    Apply {
        /// What is applied for.
        application: Box<Application>,
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
    /// Stop using the mandate.
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
    /// Book that a direct debit was refused or came back.
    BookReturn {
        /// Its key.
        end_to_end: EndToEndId,
        /// The bank's reason code.
        reason: String,
        /// Whether it may be tried again without asking (LAW-SEPA-12).
        retry: bool,
    },
    /// End the policy.
    Cancel {
        /// In which way.
        way: EndWay,
        /// When the notice was received, or the event happened.
        received: Instant,
        /// Whether a claim was submitted on the policy (NL-GENC-01, AMB-39).
        claim_submitted: bool,
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
    },
}
