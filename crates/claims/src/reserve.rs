//! What a claim is expected to cost still: from the first day, adjusted with all that is learned.

use kernel::Money;

use crate::{Claim, ReportedItem, Settlement};

/// The first estimate: everything the policy could pay for the items.
pub(crate) fn first(items: &[ReportedItem]) -> Money {
    items.iter().map(|item| (item.purchase_value - item.excess).max(Money::ZERO)).sum()
}

/// What is still expected after what happened: for open items what the last decision says or, without one, the first
/// estimate; for approved ones what has not gone out; nothing for refused ones and nothing once closed.
pub(crate) fn expected(claim: &Claim) -> Money {
    if claim.closed.is_some() {
        return Money::ZERO;
    }
    let open: Money = claim
        .items
        .iter()
        .filter(|item| item.settlement == Settlement::Open)
        .map(|item| open(claim, item.reported.item))
        .sum();
    open + claim.in_kind_left() + claim.payable() - claim.received()
}

fn open(claim: &Claim, item: u32) -> Money {
    let verdict = claim.decision.as_ref().and_then(|decision| decision.verdicts.of(item));
    match verdict {
        Some(terms::Verdict::Covered { amount, .. }) => *amount,
        Some(terms::Verdict::NotCovered | terms::Verdict::Routed { .. }) => Money::ZERO,
        Some(terms::Verdict::NeedsFacts | terms::Verdict::NeedsPerson) | None => claim
            .items
            .iter()
            .filter(|known| known.reported.item == item)
            .map(|known| first(std::slice::from_ref(&known.reported)))
            .sum(),
    }
}
