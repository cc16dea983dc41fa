//! What came after a decision, for the desk: objections, questions to the insurer, money that comes back.

use ::claims::Claim;
use kernel::{ClaimNumber, Country, Id, Money};
use store::Tx;

use super::{ObjectionLine, RecoveryLine, ReferralLine, left_aside, objections, recoveries, referrals};
use crate::{App, AppError};

/// What came after a decision, and what can.
#[derive(Debug, Clone)]
pub struct After {
    /// Objections, the first first.
    pub objections: Vec<ObjectionLine>,
    /// Whether somebody can object now.
    pub may_object: bool,
    /// Who decided before, and answers no objection.
    pub deciders: Vec<Id>,
    /// Questions to the insurer, the first first.
    pub referrals: Vec<ReferralLine>,
    /// Up to how much can be settled here: by the power of attorney, or by what the insurer agreed to (ACT-06).
    pub authority: Money,
    /// Money that is or was expected back.
    pub recoveries: Vec<RecoveryLine>,
    /// Whose law and conditions.
    pub country: Country,
    /// Whether a person found fraud, so that what was paid can be reclaimed (NL-FRAUD-02, BE-FRAUD-02).
    pub fraud_found: bool,
    /// With that: claims that the Belgian conditions do not consider further, and that nobody has left aside yet (BE-FRAUD-03).
    pub pending: Vec<ClaimNumber>,
}

impl After {
    /// Whether an objection waits for an answer.
    pub fn waits(&self) -> bool {
        self.objections.last().is_some_and(|objection| objection.answer.is_none())
    }
}

pub(super) fn read(app: &App, tx: &mut Tx<'_>, (id, claim): (Id, &Claim)) -> Result<After, AppError> {
    let fraud_found = match recoveries::is_fraud_found(app, tx, claim) {
        // Facts were forgotten: nothing rests on them any more.
        Err(AppError::Refused(_)) => false,
        other => other?,
    };
    let pending = if fraud_found { left_aside::pending(tx, (id, claim))? } else { Vec::new() };
    Ok(After {
        objections: objections::lines(app, tx, claim)?,
        may_object: claim.may_be_objected_to(),
        deciders: claim.deciders.clone(),
        referrals: referrals::lines(app, tx, claim)?,
        authority: referrals::authority(app, claim)?,
        recoveries: recoveries::lines(app, tx, claim)?,
        country: claim.report.country,
        fraud_found,
        pending: pending.into_iter().map(|(_, number)| number).collect(),
    })
}
