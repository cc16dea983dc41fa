//! What must hold of every claim, read from its events and postings by people who never saw the rules that decided it: never
//! above the limit, never twice, never for a time without cover.

use ::claims::{Claim, ClaimEvent};
use kernel::{Country, Instant, Money};
use policy::{Contract, Fact};

use super::{Known, There, in_kind, plain};

/// An event of a claim, and when it was recorded.
pub type Event = (ClaimEvent, Instant);

/// What the books say of a claim.
#[derive(Debug, Clone, Copy, Default)]
pub struct Booked {
    /// What left the bank for it, less what came back.
    pub paid: Money,
    /// What was put to the insurer's account for it, less what was taken back.
    pub borne: Money,
    /// What the customer still owes of the own share.
    pub receivable: Money,
    /// All its postings together: zero.
    pub sum: Money,
}

/// Checks a claim.
pub fn faults(
    claim: &Claim,
    events: &[Event],
    (contract, facts): (&Contract, &[Fact]),
    booked: Booked,
) -> Vec<(&'static str, String)> {
    let number = &claim.report.number;
    let mut faults = Vec::new();
    let mut wrong = |invariant, what: String| faults.push((invariant, format!("claim {number}: {what}")));
    let limit: Money =
        claim.items.iter().map(|item| most(item.reported.purchase_value, item.reported.excess)).sum();
    for item in &claim.items {
        let reported = &item.reported;
        let in_schedule =
            contract.schedules().iter().flat_map(|s| s.devices.clone()).any(|device| {
                device.item == reported.item && device.purchase_value == reported.purchase_value
            });
        if !in_schedule {
            wrong("a claim is for what is insured", format!("item {} is in no schedule so", reported.item));
        }
    }
    // A repairer is paid the customer's own share too, which comes in apart.
    let values: Money = claim.items.iter().map(|item| item.reported.purchase_value).sum();
    let may_leave = if claim.jobs.is_empty() { limit } else { values };
    for (what, amount, most) in
        [("paid", booked.paid, may_leave), ("put to the insurer", booked.borne, limit)]
    {
        if amount > most {
            wrong("no claim is paid more than its limit", format!("{amount} {what}, {most} is the most"));
        }
    }
    let mut paid_out = Money::ZERO;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            ClaimEvent::Approved { items, .. } => {
                for item in items {
                    let reported = claim.item(item.item).map(|item| &item.reported);
                    let limit = reported.map_or(Money::ZERO, |r| most(r.purchase_value, r.excess));
                    if item.amount > limit {
                        wrong(
                            "no claim is paid more than its limit",
                            format!("{} of {limit} approved", item.amount),
                        );
                    }
                }
                if let Some(what) = uncovered(claim, &events[..index], facts) {
                    wrong("no claim is paid for a time without cover", what);
                }
            }
            ClaimEvent::PaymentConfirmed { payment } => {
                let amount = claim.payments.iter().find(|known| known.id == *payment).map(|p| p.amount);
                paid_out += amount.unwrap_or(Money::ZERO);
            }
            ClaimEvent::PaymentReturned { payment, .. } => {
                let was_confirmed = events[..index].iter().any(
                    |(event, _)| matches!(event, ClaimEvent::PaymentConfirmed { payment: one } if one == payment),
                );
                let amount = claim.payments.iter().find(|known| known.id == *payment).map(|p| p.amount);
                if was_confirmed {
                    paid_out -= amount.unwrap_or(Money::ZERO);
                }
            }
            _ => {}
        }
        if paid_out > may_leave {
            wrong(
                "no claim is paid twice",
                format!("{paid_out} was out at event {index}, {may_leave} is the most"),
            );
        }
    }
    if booked.sum != Money::ZERO {
        wrong("the ledger sums to zero", format!("its postings come to {}", booked.sum));
    }
    let in_kind = in_kind::faults(events, booked.receivable).into_iter();
    faults.extend(in_kind.map(|(invariant, what)| (invariant, format!("claim {number}: {what}"))));
    faults
}

/// NL-COV-02, NL-DEF-13: the purchase value less the excess.
fn most(value: Money, excess: Money) -> Money {
    (value - excess).max(Money::ZERO)
}

/// Why the decision that an approval rests on had no cover under it, as known when it was made; none where it had. The moment
/// is that of the damage in the Netherlands, of its discovery in Belgium (AMB-64).
fn uncovered(claim: &Claim, before: &[Event], facts: &[Fact]) -> Option<String> {
    let decided = before
        .iter()
        .rev()
        .find_map(|(event, recorded)| matches!(event, ClaimEvent::Decided { .. }).then_some(*recorded));
    let Some(decided) = decided else { return Some("it was approved without a decision".to_owned()) };
    let moment = match claim.report.country {
        Country::Nl => claim.happened_at(),
        Country::Be => claim.discovered_at(),
    };
    let Some(known) = Known::at(&plain(facts), decided) else {
        return Some(format!("nothing was known of the policy at {decided}"));
    };
    let (there, rule) = known.cover(moment);
    (!matches!(there, There::On | There::Provisional))
        .then(|| format!("at {moment}, as known at {decided}, there was {there:?} ({rule})"))
}
