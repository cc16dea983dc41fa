//! What we owe a Belgian policyholder because we were late: to answer, or to pay (LAW-BE-INS-09). How much is worked out and
//! proposed by one person and agreed to by another, because the law's finer terms were not read; it is paid with the benefit and
//! is no part of it.

use kernel::{Country, Id, Money};
use serde::{Deserialize, Serialize};

use crate::refusal::ClaimRefusal as No;
use crate::{Claim, ClaimEvent, Context, OurTerm, settlement};

/// What is owed for being late, by what it is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lateness {
    /// Once, for no answer within the term.
    pub fixed: Money,
    /// For each day without an answer after a registered reminder.
    pub daily: Money,
    /// On what was approved and not paid within the term.
    pub interest: Money,
}

impl Lateness {
    /// All of it.
    pub fn total(&self) -> Money {
        self.fixed + self.daily + self.interest
    }
}

impl Claim {
    /// Whether a term of ours ended without what it was for.
    pub fn was_missed(&self, term: OurTerm) -> bool {
        self.told.iter().any(|told| told.term == term && told.is_missed)
    }

    /// What is owed for being late.
    pub fn late_owed(&self) -> Money {
        self.lateness.map_or(Money::ZERO, |lateness| lateness.total())
    }
}

/// Owes it: once, by two people, and only for a term that was missed.
pub(crate) fn owe(
    claim: &Claim,
    lateness: Lateness,
    proposed_by: Option<Id>,
    context: &Context<'_>,
) -> Result<Option<ClaimEvent>, No> {
    settlement::person(context.actor)?;
    if claim.report.country != Country::Be {
        return Err(No::NotLate);
    }
    if let Some(owed) = claim.lateness {
        return if owed == lateness { Ok(None) } else { Err(No::LatenessOwed) };
    }
    let for_answer = [lateness.fixed, lateness.daily];
    let is_owed = |part: Money, term| part.is_zero() || claim.was_missed(term);
    if !for_answer.into_iter().all(|part| is_owed(part, OurTerm::Answer))
        || !is_owed(lateness.interest, OurTerm::Payment)
    {
        return Err(No::NotLate);
    }
    let is_negative = lateness.fixed.is_negative() || lateness.daily.is_negative();
    if is_negative || lateness.interest.is_negative() || !lateness.total().is_positive() {
        return Err(No::AmountNotPositive);
    }
    match proposed_by {
        None => return Err(No::LatenessNeedsSecondPerson),
        Some(proposer) if proposer == context.actor.id => return Err(No::SamePerson),
        Some(_) => {}
    }
    Ok(Some(ClaimEvent::LatenessOwed { lateness, owed_by: context.actor.id, proposed_by }))
}
