//! From the journal's facts to plain ones: names only, nothing is decided here.

use std::collections::BTreeMap;

use billing::{BillingEvent, PaymentSource};
use kernel::{Country, Frequency, Term};
use policy::{Application, ContractEvent, EndWay, Fact, PolicyEvent, Verdict};

use super::{EndRow, Figures, PlainFact, What};

/// The plain facts of a contract.
pub fn plain(facts: &[Fact]) -> Vec<PlainFact> {
    let mut debits: BTreeMap<String, (Vec<u32>, i64)> = BTreeMap::new();
    let mut plain = Vec::new();
    for fact in facts {
        let what = match &fact.event {
            ContractEvent::Policy(event) => of_policy(event),
            ContractEvent::Billing(event) => of_billing(event, &mut debits),
        };
        plain.extend(what.map(|what| PlainFact {
            seq: fact.seq,
            what,
            counts: fact.effective,
            known: fact.recorded,
        }));
    }
    plain
}

fn of_policy(event: &PolicyEvent) -> Option<What> {
    Some(match event {
        PolicyEvent::Applied { application } => What::Applied(figures(application)),
        PolicyEvent::Screened { verdict } => What::Screened { clear: *verdict == Verdict::Clear },
        PolicyEvent::Accepted => What::Accepted,
        PolicyEvent::Rejected { .. } => What::Rejected,
        PolicyEvent::Cancelled { way, ends, .. } => What::Ended {
            by: match way {
                EndWay::CoolingOff => EndRow::ThatDay,
                EndWay::Ordinary => EndRow::Notice,
                EndWay::Death => EndRow::Death,
                _ => EndRow::At(*ends),
            },
            wish: None,
        },
        _ => return None,
    })
}

fn of_billing(event: &BillingEvent, debits: &mut BTreeMap<String, (Vec<u32>, i64)>) -> Option<What> {
    Some(match event {
        BillingEvent::PremiumFellDue { no, due, split, .. }
        | BillingEvent::ExtraPremiumFellDue { no, due, split, .. } => {
            What::Due { no: *no, on: *due, cents: split.gross.cents() }
        }
        BillingEvent::PremiumReversed { no, split, .. } => {
            What::TakenBack { no: *no, cents: split.gross.cents() }
        }
        BillingEvent::CollectionAnnounced { end_to_end, receivables, amount, .. } => {
            debits.insert(end_to_end.as_str().to_owned(), (receivables.clone(), amount.cents()));
            return None;
        }
        BillingEvent::PaymentReceived { source, amount, .. } => {
            let debit = match source {
                PaymentSource::Collection { end_to_end } => Some(end_to_end.as_str().to_owned()),
                PaymentSource::Transfer { .. } => None,
            };
            let named = debit
                .as_ref()
                .and_then(|key| debits.get(key))
                .map_or_else(Vec::new, |(named, _)| named.clone());
            What::Paid { debit, named, cents: amount.cents() }
        }
        BillingEvent::CollectionReturned { end_to_end, was_credited: true, .. } => {
            let (named, cents) = debits.get(end_to_end.as_str())?.clone();
            What::CameBack { debit: end_to_end.as_str().to_owned(), named, cents }
        }
        BillingEvent::RefundOrdered { amount, .. } => What::GivenBack { cents: amount.cents() },
        BillingEvent::ReminderSent { no, arrears, received, .. } => What::Reminded {
            no: *no,
            debts: arrears.iter().map(|arrear| arrear.no).collect(),
            received: *received,
        },
        _ => return None,
    })
}

fn figures(application: &Application) -> Figures {
    let terms = &application.terms;
    let months = |frequency: Frequency| frequency.months();
    Figures {
        country: application.country,
        provisional_days: number(terms.provisional),
        pay_days: number(terms.dunning.pay_within),
        back_hours: number(terms.dunning.cover_back_after),
        minimum_months: number(terms.minimum),
        notice_months: number(terms.notice),
        premium_months: months(application.frequency),
        duration_months: terms.duration.map(number),
        renewal_months: 1,
        insurer_months: if application.country == Country::Nl { 2 } else { 3 },
        after_claim_months: 1,
        insurer_after_claim_months: if application.country == Country::Nl { 2 } else { 3 },
    }
}

/// The number in a term; its unit is the one that the conditions use for it.
fn number(term: Term) -> u32 {
    match term {
        Term::Hours(n) | Term::Days(n) | Term::Months(n) | Term::WorkingDays(n) => n,
    }
}
