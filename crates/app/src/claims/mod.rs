//! Claims: reported, decided on the wording, approved or refused by people, paid.
//!
//! [`execute`] carries out commands, as the one for contracts does; the other use cases are what people and pages do. The
//! wording decides again whenever facts change; a machine approves what the product lets it and refuses nothing.

mod act;
mod after;
mod after_work;
mod ahead;
mod backtest;
mod change;
mod commands;
mod device_history;
mod effects;
mod figures;
mod follow;
mod handling;
mod in_kind_view;
mod incoming;
mod jobs;
mod late;
mod left_aside;
mod letters;
mod list;
mod objections;
mod order_rows;
mod page;
mod paid_once;
mod questions;
mod recorded;
mod recoveries;
mod referrals;
mod repairer_mails;
mod replay;
mod report;
mod setting_off;
mod signs;
mod status;
mod stream;
mod told;
mod turnaround;
pub mod unsent;
mod work;
mod work_notes;

pub use act::{
    Approval, Given, NewFinding, add_evidence, approve, close, decide, order_payment, refuse, reopen,
    request_evidence, set_reserve, state_facts, state_finding,
};
pub use after::After;
pub use ahead::DEVICES;
pub use backtest::{Backtest, ChangedClaim, Difference, Seen, Span, VerdictChange, backtest};
pub use commands::{Order, execute, fall_due};
pub use device_history::{DeviceHistory, Loss, Made, Stay, device_at, device_history};
pub use figures::{Age, Cause, Ended, Figures, Sum, figures};
pub use handling::{Handler, NOTE_CHARS, Note, colleagues, hand, handler, note, notes};
pub use incoming::{Awaited, Toward, awaited, place_money};
pub use jobs::{
    Delivered, accept_job, deliver_job, deny_hand_over, hand_over_job, old_device_came, order_job, pay_job,
    send_back_job, stop_job, waive_own_share,
};
pub use late::{LateSum, late, propose_lateness};
pub use left_aside::propose_leaving_aside;
pub use list::{Counts, LISTED, Line, by_number, of_contract};
pub use objections::{ObjectionLine, answer_objection, object};
pub use page::{
    ClaimPage, ClauseLine, EvidenceLine, FactLine, HistoryLine, ItemPage, PaymentLine, StepLine,
    last_decision, page, refers_to,
};
pub(crate) use questions::question;
pub use questions::{
    Draft, FIRST, Question, Questions, of_claim as questions_of_claim, of_draft as questions_of_draft,
};
pub use recoveries::{NewRecovery, RecoveryLine, expect_recovery, give_up_recovery};
pub use referrals::{ReferralLine, record_insurer, refer};
pub use replay::{LISTED as DIFFERING_LISTED, Replay, ReplayReport, Replayed, replay, replay_all};
pub use report::{NARRATIVE_CHARS, Report, ReportedClaim, UPLOADS, report};
pub use setting_off::SetOff;
pub use signs::{Sign, SignKind, SignLine, signs};
pub use status::{ClaimStatus, ItemStatus, Now, status};
pub use turnaround::{Pace, Turnaround, export as export_turnaround, turnaround};
pub use work::{Filter, Order as WorkOrder, Whose, WorkLine, WorkList, causes, export as export_work, work};

pub use in_kind_view::{
    InKind, JobView, Orderable, RepairLine, RepairView, ShareToPay, in_kind, repair, repairs,
};

use ::claims::ClaimRefusal;
use kernel::Refusal as _;
use terms::FactFault;

use crate::{AppError, Refused};

pub(crate) use act::approve_as_second;
pub(crate) use late::owe_lateness_as_second;
pub(crate) use left_aside::leave_aside_as_second;
pub(crate) use recoveries::recover_as_second;

/// The code of [`Refused`] when facts are wrong; see [`faults`].
pub const FACTS_WRONG: &str = "claim-facts-wrong";

/// A fact as a form or a file gives it. Personal.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Stated {
    /// The item it is about; none: the event, or every item where the fact belongs to items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Its name in the wording.
    pub fact: String,
    /// Its value, as [`terms::Product::parse_value`] reads it. A moment may also be given on the country's clock, without an
    /// offset: `2026-03-01T10:00`.
    pub text: String,
}

impl std::fmt::Debug for Stated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Stated({})", self.fact)
    }
}

impl Stated {
    /// A fact without an item.
    pub fn new(fact: &str, text: &str) -> Self {
        Self { item: None, fact: fact.to_owned(), text: text.to_owned() }
    }
}

/// What is wrong with one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The fact's name; for facts that contradict each other the name of the product's check.
    pub fact: String,
    /// The code of the [`FactFault`] or refusal: the key of its text.
    pub code: String,
}

/// What is wrong with the facts, where that is why something was refused; empty otherwise.
pub fn faults(error: &AppError) -> Vec<FieldFault> {
    let wrong = error.refused().filter(|refused| refused.code == FACTS_WRONG);
    let args = wrong.map(|refused| refused.args.clone()).unwrap_or_default();
    args.into_iter().map(|(fact, code)| FieldFault { fact, code }).collect()
}

impl From<ClaimRefusal> for AppError {
    fn from(refusal: ClaimRefusal) -> Self {
        Self::Refused(Refused::from(&refusal))
    }
}

fn facts_wrong(faults: impl IntoIterator<Item = FieldFault>) -> AppError {
    let refused = Refused::new(FACTS_WRONG, None);
    AppError::Refused(
        faults.into_iter().fold(refused, |refused, fault| refused.with(&fault.fact, fault.code)),
    )
}

fn field_fault(fault: &FactFault) -> FieldFault {
    let fact = match fault {
        FactFault::UnknownFact { fact }
        | FactFault::WrongValue { fact, .. }
        | FactFault::OutOfRange { fact }
        | FactFault::StatedTwice { fact, .. }
        | FactFault::Contradiction { check: fact, .. } => fact.clone(),
        FactFault::UnknownPlan { .. } | FactFault::Items { .. } | FactFault::TooLarge => String::new(),
    };
    FieldFault { fact, code: fault.code().to_owned() }
}

/// What is written with the transfer of a benefit: the policy number, as with everything (FAQ-12), and the claim.
pub fn remittance(policy: &kernel::PolicyNumber, claim: &kernel::ClaimNumber) -> String {
    format!("{policy} {claim}")
}
