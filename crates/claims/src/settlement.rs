//! Approval and refusal: who may, how much, and how many people it takes.

use kernel::{Actor, Id, Money, Role, VaultRef};
use terms::{Decision, ItemDecision, Remedy, StepKind, Verdict};

use crate::refusal::ClaimRefusal as No;
use crate::{ApprovedItem, Claim, ClaimEvent, DecisionKept, Settlement};

/// A person of the claims desk or a manager.
pub(crate) fn person(actor: &Actor) -> Result<(), No> {
    if matches!(actor.role, Role::Claims | Role::Manager) { Ok(()) } else { Err(No::NeedsPerson) }
}

/// Who may move money of a claim: those, finance, or the machine.
pub(crate) fn bookkeeper(actor: &Actor) -> Result<(), No> {
    if matches!(actor.role, Role::Finance | Role::Machine) { Ok(()) } else { person(actor) }
}

/// The last decision, if it still stands on the claim's facts.
pub(crate) fn standing(claim: &Claim) -> Result<&DecisionKept, No> {
    claim.decision.as_ref().filter(|decision| !decision.is_stale).ok_or(No::DecisionStale)
}

/// Approves all covered open items, and more on items for which a person was to pay less before later facts or an objection.
pub(crate) fn approve(claim: &Claim, proposed_by: Option<Id>, actor: &Actor) -> Result<ClaimEvent, No> {
    let decision = standing(claim)?;
    let mut items = Vec::new();
    let mut more = Money::ZERO;
    for item in &claim.items {
        let number = item.reported.item;
        let own_share = decision.verdicts.own_share(number);
        match (item.settlement, decision.verdicts.of(number)) {
            (Settlement::Open, Some(Verdict::Covered { remedy, amount })) => {
                items.push(ApprovedItem { item: number, remedy: *remedy, amount: *amount, own_share });
                more += *amount;
            }
            (Settlement::Open, Some(Verdict::NeedsPerson | Verdict::NeedsFacts) | None) => {
                return Err(No::StillOpen);
            }
            (
                Settlement::Approved { remedy: Remedy::Payment, amount: before },
                Some(Verdict::Covered { remedy: Remedy::Payment, amount }),
            ) if *amount > before && actor.role != Role::Machine => {
                items.push(ApprovedItem {
                    item: number,
                    remedy: Remedy::Payment,
                    amount: *amount,
                    own_share,
                });
                more += *amount - before;
            }
            (Settlement::Open, Some(Verdict::NotCovered | Verdict::Routed { .. }))
            | (Settlement::Approved { .. } | Settlement::Refused, _) => {}
        }
    }
    if items.is_empty() {
        return Err(No::NothingToApprove);
    }
    if actor.role == Role::Machine {
        if !decision.verdicts.approvable_by_machine {
            return Err(No::NotForMachine);
        }
    } else {
        person(actor)?;
    }
    // All of the claim counts, so that a large amount cannot be approved in slices.
    let total = claim.approved() + more;
    let above = claim.report.terms.second_person_above;
    match proposed_by {
        None if total > above => return Err(No::NeedsSecondPerson { above }),
        Some(proposer) if proposer == actor.id => return Err(No::SamePerson),
        _ => {}
    }
    Ok(ClaimEvent::Approved { items, approved_by: actor.id, proposed_by })
}

/// Refuses items. Only a person may, and only what the wording does not cover.
pub(crate) fn refuse(
    claim: &Claim,
    items: &[u32],
    reason: &VaultRef,
    actor: &Actor,
) -> Result<ClaimEvent, No> {
    person(actor)?;
    let decision = standing(claim)?;
    for number in items {
        let item = claim.item(*number).ok_or(No::UnknownItem { item: *number })?;
        if item.settlement != Settlement::Open {
            return Err(No::ItemSettled { item: *number });
        }
        match decision.verdicts.of(*number) {
            Some(Verdict::NotCovered | Verdict::Routed { .. }) => {}
            _ => return Err(No::NotRefusable { item: *number }),
        }
    }
    if items.is_empty() {
        return Err(No::Items);
    }
    Ok(ClaimEvent::Refused { items: items.to_vec(), refused_by: actor.id, reason: reason.clone() })
}

/// Checks a decision once more against what the policy can ever pay for each item, whatever the wording computed: the
/// purchase value, with what the arithmetic itself adds to it (NL-COV-02, NL-COV-08).
pub(crate) fn within_limits(claim: &Claim, decision: &Decision) -> Result<(), No> {
    for answer in &decision.items {
        let Verdict::Covered { amount, .. } = answer.verdict else { continue };
        let item = claim.item(answer.item).ok_or(No::UnknownItem { item: answer.item })?;
        let limit = item.reported.purchase_value + added(answer);
        if amount > limit || amount.is_negative() {
            return Err(No::AboveLimit { limit });
        }
    }
    Ok(())
}

fn added(answer: &ItemDecision) -> Money {
    answer.steps.iter().filter(|step| step.kind == StepKind::Plus).map(|step| step.amount).sum()
}

/// What the customer bears of a repair or replacement: all of the loss that the insurer does not, also what another insurer
/// already paid them for it (NL-NOPAY-02). Of a benefit in money it was taken off; nothing is owed.
pub fn own_share(item: &ItemDecision) -> Money {
    let Verdict::Covered { remedy: Remedy::Repair | Remedy::Replacement, amount } = item.verdict else {
        return Money::ZERO;
    };
    let loss = item.steps.iter().filter(|step| matches!(step.kind, StepKind::Start | StepKind::Plus));
    (loss.map(|step| step.amount).sum::<Money>() - amount).max(Money::ZERO)
}
