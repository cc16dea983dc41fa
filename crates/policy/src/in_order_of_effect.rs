//! The money side as it would be had everything been booked when it counted.
//!
//! Statements come late and out of order. Which debt a payment pays is decided when it is booked, and stays so; but *when* a
//! reminder was paid in full follows from when money was credited (AMB-16), and may not depend on which statement came first.

use billing::{Billing, BillingEvent, PaymentSource};

use crate::{ContractEvent, Corrected, Fact, PolicyEvent};

/// The money side, folded in the order in which the facts count; none when that is the order in which they were recorded.
/// `booked` is the money side as it was recorded: a reminder whose debts are open there is unpaid, in whatever order.
pub(crate) fn billing(known: &[&Fact], booked: &Billing) -> Option<Billing> {
    let corrected: Vec<(i64, &Corrected)> = known.iter().filter_map(|fact| correction(fact)).collect();
    // A payment counts from the day that is right, however it was booked first.
    let counts = |fact: &Fact| {
        let right = corrected.iter().rev().find_map(|(seq, corrected)| match corrected {
            Corrected::Payment { right, .. } if *seq == fact.seq => Some(*right),
            _ => None,
        });
        right.unwrap_or(fact.effective)
    };
    if corrected.is_empty() && known.is_sorted_by_key(|fact| fact.effective) {
        return None;
    }
    let mut facts = known.to_vec();
    facts.sort_by_key(|fact| counts(fact));
    let mut billing = Billing::default();
    // Direct debits are announced and released when the shell says so, which may be later on the day from whose beginning
    // their credit counts: what they are for is known beforehand.
    for fact in known {
        if let ContractEvent::Billing(event @ BillingEvent::CollectionAnnounced { .. }) = &fact.event {
            billing.apply(event, fact.effective);
        }
    }
    for fact in facts {
        match &fact.event {
            ContractEvent::Policy(PolicyEvent::Corrected {
                corrected: Corrected::Reminder { no }, ..
            }) => billing.cancel_reminder(*no),
            ContractEvent::Policy(_) | ContractEvent::Billing(BillingEvent::CollectionAnnounced { .. }) => {}
            ContractEvent::Billing(BillingEvent::PaymentReceived {
                source,
                amount,
                allocations,
                charges,
                ..
            }) => {
                let divided = match source {
                    PaymentSource::Transfer { .. } => billing.divide(&[], *amount, counts(fact)),
                    PaymentSource::Collection { end_to_end } => {
                        let collection = billing.collection(end_to_end);
                        billing.divide(
                            collection.map_or(&[], |known| &known.receivables),
                            *amount,
                            counts(fact),
                        )
                    }
                    PaymentSource::SetOff { .. } => {
                        let premium: Vec<u32> = allocations.iter().map(|part| part.no).collect();
                        billing.divide_set_off(&premium, !charges.is_empty(), *amount)
                    }
                };
                let paid = BillingEvent::payment(source.clone(), *amount, divided);
                billing.apply(&paid, counts(fact));
            }
            ContractEvent::Billing(event) => billing.apply(event, fact.effective),
        }
    }
    for reminder in &mut billing.reminders {
        let satisfied = booked.reminders.iter().find(|r| r.no == reminder.no).and_then(|r| r.satisfied);
        reminder.satisfied = satisfied.map(|booked| reminder.satisfied.unwrap_or(booked));
    }
    Some(billing)
}

/// The fact that a correction puts right, and how.
fn correction(fact: &Fact) -> Option<(i64, &Corrected)> {
    match &fact.event {
        ContractEvent::Policy(PolicyEvent::Corrected { seq, corrected }) => Some((*seq, corrected)),
        _ => None,
    }
}
