//! What came after a decision, for the desk: objections, questions to the insurer, money that comes back.

use ::claims::Claim;
use kernel::{Id, Money};
use store::Tx;

use super::{ObjectionLine, RecoveryLine, ReferralLine, objections, recoveries, referrals};
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
    /// Whether a person found fraud, so that what was paid can be reclaimed (NL-FRAUD-02, BE-FRAUD-02).
    pub fraud_found: bool,
}

impl After {
    /// Whether an objection waits for an answer.
    pub fn waits(&self) -> bool {
        self.objections.last().is_some_and(|objection| objection.answer.is_none())
    }
}

pub(super) fn read(app: &App, tx: &mut Tx<'_>, claim: &Claim) -> Result<After, AppError> {
    let fraud_found = match recoveries::is_fraud_found(app, tx, claim) {
        // Facts were forgotten: nothing rests on them any more.
        Err(AppError::Refused(_)) => false,
        other => other?,
    };
    Ok(After {
        objections: objections::lines(app, tx, claim)?,
        may_object: claim.may_be_objected_to(),
        deciders: claim.deciders.clone(),
        referrals: referrals::lines(app, tx, claim)?,
        authority: referrals::authority(app, claim)?,
        recoveries: recoveries::lines(app, tx, claim)?,
        fraud_found,
    })
}
