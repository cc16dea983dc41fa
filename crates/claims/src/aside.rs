//! A claim that is left aside: fraud was found on another claim under the same Belgian policy, and what is pending is not
//! considered further (BE-FRAUD-03). Pending is what nobody has approved or refused yet; what was approved stays approved.

use kernel::{Country, Id, VaultRef};

use crate::refusal::ClaimRefusal as No;
use crate::{Claim, ClaimEvent, Context, Settlement, settlement};

impl Claim {
    /// The items that nobody has decided on yet.
    pub fn pending(&self) -> Vec<u32> {
        let open = self.items.iter().filter(|item| item.settlement == Settlement::Open);
        if self.closed.is_some() { Vec::new() } else { open.map(|item| item.reported.item).collect() }
    }
}

/// Leaves what is pending aside: two people, and only where the conditions say so.
pub(crate) fn leave(
    claim: &Claim,
    because: Id,
    reason: &VaultRef,
    proposed_by: Option<Id>,
    context: &Context<'_>,
) -> Result<Option<ClaimEvent>, No> {
    settlement::person(context.actor)?;
    if claim.report.country != Country::Be {
        return Err(No::NotLeftAsideHere);
    }
    match proposed_by {
        None => return Err(No::AsideNeedsSecondPerson),
        Some(proposer) if proposer == context.actor.id => return Err(No::SamePerson),
        Some(_) => {}
    }
    let items = claim.pending();
    let (refused_by, reason) = (context.actor.id, reason.clone());
    Ok((!items.is_empty()).then_some(ClaimEvent::LeftAside {
        items,
        because,
        refused_by,
        proposed_by,
        reason,
    }))
}
