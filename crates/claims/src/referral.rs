//! A referral: what the power of attorney does not let us settle is the insurer's to decide (ACT-06).

use kernel::{Date, Id, Instant, Money, VaultRef};
use serde::{Deserialize, Serialize};

use crate::decide::Done;
use crate::refusal::ClaimRefusal as No;
use crate::{Claim, ClaimEvent, Context, Happened, settlement};

/// A question to the insurer and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// When the insurer was asked.
    pub at: Instant,
    /// What the claim would cost by the decision that was laid before the insurer.
    pub amount: Money,
    /// The answer; none while it waits.
    pub answer: Option<ReferralAnswer>,
}

/// What the insurer answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralAnswer {
    /// The day on which the insurer answered.
    pub on: Date,
    /// Up to how much may be settled; zero when the insurer does not agree.
    pub agreed: Money,
    /// Who wrote it down.
    pub recorded_by: Id,
    /// Who answered for the insurer, and what they said, sealed.
    pub words: VaultRef,
}

impl Claim {
    pub(crate) fn apply_referral(&mut self, event: &ClaimEvent, at: Instant) {
        match event {
            ClaimEvent::ReferredToInsurer { amount, .. } => {
                self.referrals.push(Referral { at, amount: *amount, answer: None });
            }
            ClaimEvent::InsurerAnswered { agreed, on, recorded_by, words } => {
                let open = self.referrals.last_mut().expect("the insurer was asked before it answered");
                let (agreed, on, recorded_by, words) = (*agreed, *on, *recorded_by, words.clone());
                open.answer = Some(ReferralAnswer { on, agreed, recorded_by, words });
            }
            other => panic!("{} is no event of a referral", other.kind()),
        }
    }

    /// The referral that waits for an answer.
    pub fn open_referral(&self) -> Option<&Referral> {
        self.referrals.last().filter(|referral| referral.answer.is_none())
    }

    /// Up to how much the insurer last agreed to; zero when it did not, or was not asked.
    pub fn insurer_agreed(&self) -> Money {
        let mut answers = self.referrals.iter().filter_map(|referral| referral.answer.as_ref());
        answers.next_back().map_or(Money::ZERO, |answer| answer.agreed)
    }
}

pub(crate) fn refer(claim: &Claim, context: &Context<'_>) -> Result<Done, No> {
    settlement::person(context.actor)?;
    let amount = settlement::standing(claim)?.verdicts.total.ok_or(No::StillOpen)?;
    if !amount.is_positive() {
        return Err(No::NothingToApprove);
    }
    if claim.open_referral().is_some_and(|referral| referral.amount == amount) {
        return Ok(Done::AlreadyDone);
    }
    let event = ClaimEvent::ReferredToInsurer { amount, referred_by: context.actor.id };
    Ok(Done::Happened(vec![Happened::at(context.now, event)]))
}

pub(crate) fn answered(
    claim: &Claim,
    (agreed, on): (Money, Date),
    words: &VaultRef,
    context: &Context<'_>,
) -> Result<Done, No> {
    settlement::person(context.actor)?;
    let referral = claim.open_referral().ok_or(No::NotReferred)?;
    let country = claim.report.country;
    if on > kernel::local_date(context.now, country) || on < kernel::local_date(referral.at, country) {
        return Err(No::AnswerDayWrong);
    }
    if agreed.is_negative() {
        return Err(No::AmountNotPositive);
    }
    let recorded_by = context.actor.id;
    let event = ClaimEvent::InsurerAnswered { agreed, on, recorded_by, words: words.clone() };
    Ok(Done::Happened(vec![Happened::at(context.now, event)]))
}
