//! An objection: the policyholder does not agree with what was decided, and somebody who did not decide it looks again
//! (OFFICE-15).

use kernel::{Id, Instant, Role, VaultRef};
use serde::{Deserialize, Serialize};

use crate::decide::{Done, with_reserve};
use crate::refusal::ClaimRefusal as No;
use crate::{Claim, ClaimEvent, CloseWay, Context, Happened, ReserveReason, Settlement, settlement};

/// An objection and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// When it came.
    pub at: Instant,
    /// What it says, sealed.
    pub words: VaultRef,
    /// The answer; none while it waits.
    pub answer: Option<ObjectionAnswer>,
}

/// The answer to an objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionAnswer {
    /// When.
    pub at: Instant,
    /// Who looked again: nobody who had decided before.
    pub by: Id,
    /// Whether the claim is decided again.
    pub upheld: bool,
    /// Why, as it stands in the letter, sealed.
    pub words: VaultRef,
}

impl Claim {
    pub(crate) fn apply_objection(&mut self, event: &ClaimEvent, at: Instant) {
        match event {
            ClaimEvent::Objected { words } => {
                self.objections.push(Objection { at, words: words.clone(), answer: None });
            }
            ClaimEvent::ObjectionAnswered { upheld, answered_by, words } => {
                let open = self.objections.last_mut().expect("an objection came before its answer");
                let (by, upheld, words) = (*answered_by, *upheld, words.clone());
                open.answer = Some(ObjectionAnswer { at, by, upheld, words });
            }
            other => panic!("{} is no event of an objection", other.kind()),
        }
    }

    /// The objection that waits for an answer.
    pub fn open_objection(&self) -> Option<&Objection> {
        self.objections.last().filter(|objection| objection.answer.is_none())
    }

    /// Whether there is a decision to object to: something was approved or refused, or the claim was closed unanswered.
    pub fn may_be_objected_to(&self) -> bool {
        let given_up = self.closed.is_some_and(|closed| closed.way == CloseWay::NoAnswer);
        let is_decided = self.items.iter().any(|item| item.settlement != Settlement::Open);
        self.open_objection().is_none() && (given_up || is_decided)
    }
}

pub(crate) fn object(claim: &Claim, words: &VaultRef, context: &Context<'_>) -> Result<Done, No> {
    if !matches!(context.actor.role, Role::Policyholder | Role::Claims | Role::Complaints | Role::Manager) {
        return Err(No::NeedsPerson);
    }
    if claim.open_objection().is_some() {
        return Err(No::ObjectionWaits);
    }
    if !claim.may_be_objected_to() {
        return Err(No::NothingToObjectTo);
    }
    Ok(Done::Happened(vec![Happened::at(context.now, ClaimEvent::Objected { words: words.clone() })]))
}

/// What is upheld is open again, to be decided on what is known now; what was approved stays approved.
pub(crate) fn answer(
    claim: &Claim,
    upheld: bool,
    words: &VaultRef,
    context: &Context<'_>,
) -> Result<Done, No> {
    settlement::person(context.actor)?;
    if claim.open_objection().is_none() {
        return Err(No::NoObjection);
    }
    if claim.deciders.contains(&context.actor.id) {
        return Err(No::DecidedBefore);
    }
    let now = context.now;
    let answered =
        ClaimEvent::ObjectionAnswered { upheld, answered_by: context.actor.id, words: words.clone() };
    let mut events = vec![Happened::at(now, answered)];
    if upheld {
        events.push(Happened::at(now, ClaimEvent::Reopened { reason: Some(words.clone()) }));
        return Ok(with_reserve(claim, events, ReserveReason::Reopen, now));
    }
    Ok(Done::Happened(events))
}
