//! The money side as it would be had everything been booked when it counted.
//!
//! Statements come late and out of order. Which debt a payment pays is decided when it is booked, and stays so; but *when* a
//! reminder was paid in full follows from when money was credited (AMB-16), and may not depend on which statement came first.

use billing::{Billing, BillingEvent, PaymentSource, allocate};

use crate::{ContractEvent, Fact};

/// The money side, folded in the order in which the facts count; none when that is the order in which they were recorded.
pub(crate) fn billing(known: &[&Fact]) -> Option<Billing> {
    if known.is_sorted_by_key(|fact| fact.effective) {
        return None;
    }
    let mut facts = known.to_vec();
    facts.sort_by_key(|fact| fact.effective);
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
            ContractEvent::Policy(_) | ContractEvent::Billing(BillingEvent::CollectionAnnounced { .. }) => {}
            ContractEvent::Billing(BillingEvent::PaymentReceived { source, amount, .. }) => {
                let named = match source {
                    PaymentSource::Transfer { .. } => &[],
                    PaymentSource::Collection { end_to_end } => {
                        billing.collection(end_to_end).map_or(&[][..], |collection| &collection.receivables)
                    }
                };
                let (allocations, surplus) = allocate(&billing.receivables, named, *amount);
                let (source, amount) = (source.clone(), *amount);
                let paid = BillingEvent::PaymentReceived { source, amount, allocations, surplus };
                billing.apply(&paid, fact.effective);
            }
            ContractEvent::Billing(event) => billing.apply(event, fact.effective),
        }
    }
    Some(billing)
}
