//! What follows when more is known: what a correction, or a fact learnt late, changes beside the facts themselves.

use billing::BillingEvent;
use kernel::{Instant, Money, Rule};

use crate::{ContractEvent, Cover, Fact, PolicyEvent, cover};

/// Something that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// Cover is other than was believed: claims for damage in this time are to be looked at again.
    CoverChanged {
        /// From when.
        from: Instant,
        /// Until when; none if it has no end.
        to: Option<Instant>,
        /// What was believed.
        was: Cover,
        /// What is so.
        is: Cover,
        /// By which rule it is so; none where nothing is insured yet.
        rule: Option<Rule>,
    },
    /// Premium is taken back.
    TakenBack {
        /// How much.
        amount: Money,
        /// Why.
        rule: Rule,
    },
    /// Premium is owed on top.
    Charged {
        /// How much.
        amount: Money,
        /// Why.
        rule: Rule,
    },
    /// Money is paid back.
    Refunded {
        /// How much.
        amount: Money,
        /// Why.
        rule: Rule,
    },
    /// The policyholder is told: by the letter that belongs to the event with this name.
    Letter {
        /// Name of the event.
        event: &'static str,
    },
}

/// What the facts from `seq` on changed: the cover believed before beside the cover as it is, and the money and letters that they
/// brought. `facts` is the whole stream in order.
///
/// # Panics
/// When the facts do not fold: the journal is damaged.
pub fn consequences(facts: &[Fact], seq: i64) -> Vec<Consequence> {
    let split = facts.iter().position(|fact| fact.seq >= seq).unwrap_or(facts.len());
    let (before, new) = facts.split_at(split);
    let (was, is) = (cover(before, Instant::MAX), cover(facts, Instant::MAX));
    let turns =
        |timeline: &crate::Timeline| timeline.segments.iter().map(|s| s.begins.at).collect::<Vec<_>>();
    let mut turns: Vec<Instant> = turns(&was).into_iter().chain(turns(&is)).collect();
    turns.sort_unstable();
    turns.dedup();
    let mut list: Vec<Consequence> = Vec::new();
    for (index, from) in turns.iter().enumerate() {
        let to = turns.get(index + 1).copied();
        let (old, now) = (was.at(*from), is.at(*from));
        if old == now {
            continue;
        }
        if let Some(Consequence::CoverChanged { to: end, was, is, .. }) = list.last_mut()
            && (*end, *was, *is) == (Some(*from), old, now)
        {
            *end = to;
            continue;
        }
        let rule = is.segment(*from).map(|segment| segment.begins.rule);
        list.push(Consequence::CoverChanged { from: *from, to, was: old, is: now, rule });
    }
    list.extend(new.iter().filter_map(|fact| money_or_letter(&fact.event)));
    list
}

fn money_or_letter(event: &ContractEvent) -> Option<Consequence> {
    Some(match event {
        ContractEvent::Billing(BillingEvent::PremiumReversed { split, rule, .. }) => {
            Consequence::TakenBack { amount: split.gross, rule: *rule }
        }
        ContractEvent::Billing(BillingEvent::ExtraPremiumFellDue { split, rule, .. }) => {
            Consequence::Charged { amount: split.gross, rule: *rule }
        }
        ContractEvent::Billing(BillingEvent::RefundOrdered { amount, rule, .. }) => {
            Consequence::Refunded { amount: *amount, rule: *rule }
        }
        ContractEvent::Policy(
            PolicyEvent::Cancelled { .. }
            | PolicyEvent::CancellationWithdrawn { .. }
            | PolicyEvent::Endorsed { .. }
            | PolicyEvent::TermsChangeWithdrawn { .. }
            | PolicyEvent::TermsTookEffect { .. }
            | PolicyEvent::Corrected { .. },
        ) => Consequence::Letter { event: event.kind() },
        _ => return None,
    })
}
