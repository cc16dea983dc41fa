//! The claim: report, evidence, decision, approval or refusal, payment, closing, and what comes after: objection, recovery.
//!
//! A claim is the fold of its [`ClaimEvent`]s. [`decide`] answers a command with events or a named refusal; [`fall_due`]
//! says what time does to it and [`next_due`] when that is next. What is covered is decided by crate `terms` on
//! [`Claim::case`]; the claim keeps the answer and sees to it that nobody is paid twice, above the limit, after a refusal or
//! by one person alone where two are needed. A machine may approve what the product lets it; it never refuses.
#![warn(missing_docs)]

mod agenda;
mod aside;
mod clock;
mod command;
mod decide;
mod event;
mod evidence;
mod hand_over;
mod job;
mod known;
mod late;
mod objection;
mod payment;
mod recovery;
mod referral;
mod refusal;
mod report;
mod reserve;
mod settlement;
mod state;

pub use agenda::{fall_due, next_due};
pub use clock::{Clock, OurTerm, OurTerms, Told};
pub use command::Command;
pub use decide::{Context, Done, decide};
pub use event::{ApprovedItem, ClaimEvent, CloseWay, Happened, ItemVerdict, ReserveReason, Verdicts};
pub use evidence::{Given, Wanted};
pub use hand_over::{HandOver, handed_over};
pub use job::{AcceptedBy, Job, JobState, JobStep, Work};
pub use known::Known;
pub use late::Lateness;
pub use objection::{Objection, ObjectionAnswer};
pub use payment::{Payment, PaymentState};
pub use recovery::{Recovery, RecoveryKind};
pub use referral::{Referral, ReferralAnswer};
pub use refusal::ClaimRefusal;
pub use report::{ClaimTerms, Report, ReportedItem, StatedFact, StatedValue};
pub use settlement::own_share;
pub use state::{Claim, ClaimItem, Closed, DecisionKept, Phase, Settlement};
