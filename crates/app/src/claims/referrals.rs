//! What only the insurer may settle: asked, and the answer written down (ACT-06).

use ::claims::{Claim, Command};
use kernel::{Actor, Date, Id, Instant, Money, Rule};
use store::Tx;

use super::{
    act::{once, seal_words},
    change::Change,
};
use crate::{App, AppError, Refused, contracts::Outcome};

/// A question to the insurer, as the desk sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralLine {
    /// When the insurer was asked.
    pub at: Instant,
    /// What the claim would cost.
    pub amount: Money,
    /// The answer: the day, up to how much, and who said what.
    pub answer: Option<(Date, Money, Option<String>)>,
}

/// Lays what the last decision comes to before the insurer.
///
/// # Errors
/// [`AppError::Refused`]: `decision-stale`, `decision-still-open`, `nothing-to-approve`, `claim-needs-person`,
/// `claim-closed`.
pub fn refer(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |_, change| {
        change.is_of_this_revision()?;
        Ok(change.give(actor, &Command::Refer)?)
    })
}

/// Writes down what the insurer answered: up to how much may be settled, zero when it does not agree; on which day; who said
/// what.
///
/// # Errors
/// [`AppError::Refused`]: `claim-no-reason`, `referral-none`, `referral-day`, `claim-needs-person`, `claim-closed`.
pub fn record_insurer(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    (agreed, on, words): (Money, Date, &str),
) -> Result<Outcome, AppError> {
    once(app, tx, now, (command, claim), |tx, change| {
        let words = seal_words(change, tx, "insurer", words)?;
        Ok(change.give(actor, &Command::RecordInsurer { agreed, on, words })?)
    })
}

/// What the power of attorney lets us settle of this claim, or what the insurer agreed to where that is more.
pub(super) fn authority(app: &App, claim: &Claim) -> Result<Money, AppError> {
    let own = app.products.agreement(&claim.report.agreement)?.authority.settle_cents;
    Ok(own.max(claim.insurer_agreed()))
}

/// Nobody here approves more than that.
pub(super) fn within_authority(change: &Change<'_>) -> Result<(), AppError> {
    let most = authority(change.app, change.claim())?;
    let total = change.claim().decision.as_ref().and_then(|kept| kept.verdicts.total);
    if total.is_some_and(|total| total > most) {
        let refused = Refused::new("claim-above-authority", Some(Rule("ACT-06")));
        return Err(AppError::Refused(refused.with("amount", most)));
    }
    Ok(())
}

/// The questions to the insurer, the first first.
pub(super) fn lines(app: &App, tx: &mut Tx<'_>, claim: &Claim) -> Result<Vec<ReferralLine>, AppError> {
    let mut lines = Vec::with_capacity(claim.referrals.len());
    for referral in &claim.referrals {
        let answer = match &referral.answer {
            Some(answer) => Some((answer.on, answer.agreed, app.unseal(tx, &answer.words)?)),
            None => None,
        };
        lines.push(ReferralLine { at: referral.at, amount: referral.amount, answer });
    }
    Ok(lines)
}
