//! From the journal's facts to plain ones: names only, nothing is decided here.

use std::collections::{BTreeMap, BTreeSet};

use billing::{BillingEvent, PaymentSource};
use kernel::{Date, Frequency, Instant, Term};
use policy::{
    Application, ApplicationItem, ContractEvent, Corrected, EndWay, Fact, HolderKind, PolicyEvent, Verdict,
};

use super::{EndRow, Figures, PlainFact, What};

/// From when a fact counts: a notice of the insurer from the day on which it arrived (AMB-06).
fn counts(fact: &Fact) -> Instant {
    match &fact.event {
        ContractEvent::Policy(PolicyEvent::Cancelled { notice: Some(notice), .. }) => {
            let arrived = notice.arrived.and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC).ok());
            arrived.map_or(fact.effective, |day| day.timestamp())
        }
        _ => fact.effective,
    }
}

/// The plain facts of a contract.
pub fn plain(facts: &[Fact]) -> Vec<PlainFact> {
    let mut debits: BTreeMap<String, (Vec<u32>, i64)> = BTreeMap::new();
    let mut plain = Vec::new();
    for fact in facts {
        let mut add = |what| {
            plain.push(PlainFact { seq: fact.seq, what, counts: counts(fact), known: fact.recorded });
        };
        match &fact.event {
            ContractEvent::Policy(PolicyEvent::Applied { application }) => {
                add(What::Applied(figures(application)));
                add(What::Missing { items: items(&application.missing) });
            }
            ContractEvent::Policy(event) => of_policy(event).into_iter().for_each(add),
            ContractEvent::Billing(event) => of_billing(event, &mut debits).into_iter().for_each(add),
        }
    }
    plain
}

fn items(items: &BTreeSet<ApplicationItem>) -> Vec<String> {
    items.iter().map(|item| format!("{item:?}")).collect()
}

fn of_policy(event: &PolicyEvent) -> Option<What> {
    Some(match event {
        PolicyEvent::Screened { verdict } => What::Screened { clear: *verdict == Verdict::Clear },
        PolicyEvent::ItemsReceived { items: came } => What::Came { items: items(came) },
        PolicyEvent::OtherTermsOffered { offer } => What::Offered { no: offer.no, starts: offer.starts },
        PolicyEvent::OfferAgreed { no } => What::Agreed { no: *no },
        PolicyEvent::ApplicationWithdrawn | PolicyEvent::OfferDeclined { .. } => What::Withdrawn,
        PolicyEvent::Accepted => What::Accepted,
        PolicyEvent::Rejected { .. } => What::Rejected,
        PolicyEvent::Cancelled { way, ends, notice, .. } => {
            let wish = notice.as_ref().and_then(|notice| notice.last_day);
            let declared = notice.as_ref().and_then(|notice| notice.happened);
            What::Ended { by: row(*way, *ends, declared), wish, told: *ends }
        }
        PolicyEvent::CancellationWithdrawn { way, ends } => What::EndTakenBack { by: row(*way, *ends, None) },
        PolicyEvent::Corrected { seq, corrected } => match corrected {
            Corrected::Ending { right, .. } => What::Corrected {
                seq: *seq,
                right: right.map(|right| right.received),
                ends: right.map(|right| right.ends),
            },
            Corrected::Reminder { .. } | Corrected::Acceptance => {
                What::Corrected { seq: *seq, right: None, ends: None }
            }
            Corrected::Rejection { sent } => What::Corrected { seq: *seq, right: *sent, ends: None },
            Corrected::Payment { right, .. } | Corrected::Application { right } => {
                What::Corrected { seq: *seq, right: Some(*right), ends: None }
            }
            Corrected::Endorsement { .. } => return None,
        },
        _ => return None,
    })
}

/// The row of the end list; what has none there ends the policy when the event says.
fn row(way: EndWay, ends: Instant, declared: Option<Date>) -> EndRow {
    match way {
        EndWay::CoolingOff => EndRow::ThatDay,
        EndWay::Ordinary => EndRow::Notice,
        EndWay::Death => EndRow::Death,
        EndWay::AfterClaim => EndRow::AfterClaim,
        EndWay::InsurerAfterClaim => EndRow::InsurerAfterClaim,
        EndWay::InsurerOrdinary => EndRow::InsurerNotice,
        EndWay::Fraud => EndRow::Fraud,
        EndWay::Sanctions => EndRow::Sanctions,
        EndWay::InsurerBankruptcy => declared.map_or(EndRow::At(ends), EndRow::InsurerBankruptcy),
        _ => EndRow::At(ends),
    }
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
        BillingEvent::PaymentReceived {
            source: PaymentSource::SetOff { .. },
            amount,
            allocations,
            charges,
            ..
        } => {
            let premium = allocations.iter().map(|part| part.no);
            // Costs and interest are set off first; what is being collected is left alone.
            let named = if charges.is_empty() { premium.collect() } else { Vec::new() };
            What::Paid { debit: None, named, cents: amount.cents() }
        }
        BillingEvent::PaymentReceived { source, amount, .. } => {
            let debit = match source {
                PaymentSource::Collection { end_to_end } => Some(end_to_end.as_str().to_owned()),
                PaymentSource::Transfer { .. } | PaymentSource::SetOff { .. } => None,
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
        BillingEvent::ReminderSent { no, arrears, received, costs, .. } => What::Reminded {
            costs: costs.cents(),
            no: *no,
            debts: arrears.iter().map(|arrear| arrear.no).collect(),
            received: *received,
        },
        BillingEvent::RemindersHeld { .. } | BillingEvent::PaymentPlanAgreed { .. } => What::Held,
        BillingEvent::CostsFellDue { no, reminder, amount } => {
            What::OnTop { no: *no, reminder: *reminder, interest: false, cents: amount.cents() }
        }
        BillingEvent::InterestFellDue { no, reminder, amount, .. } => {
            What::OnTop { no: *no, reminder: *reminder, interest: true, cents: amount.cents() }
        }
        BillingEvent::ChargeWaived { no, amount, .. } => What::Forgiven { no: *no, cents: amount.cents() },
        BillingEvent::ReminderReturned { no, .. } => What::NotArrived { no: *no },
        BillingEvent::ReminderReceiptProven { no, received, .. } => What::Arrived { no: *no, on: *received },
        _ => return None,
    })
}

fn figures(application: &Application) -> Figures {
    let terms = &application.terms;
    let endings = terms.endings(application.country);
    let months = |frequency: Frequency| frequency.months();
    Figures {
        country: application.country,
        is_consumer: application.holder_kind == HolderKind::Consumer,
        provisional_days: number(terms.provisional),
        pay_days: number(terms.dunning.pay_within),
        back_hours: number(terms.dunning.cover_back_after),
        minimum_months: number(terms.minimum),
        notice_months: number(terms.notice),
        premium_months: months(application.frequency),
        duration_months: terms.duration.map(number),
        renewal_months: number(endings.renewal),
        insurer_months: number(endings.insurer),
        after_claim_months: number(endings.after_claim),
        insurer_after_claim_months: number(endings.insurer_after_claim),
    }
}

/// The number in a term; its unit is the one that the conditions use for it.
fn number(term: Term) -> u32 {
    match term {
        Term::Hours(n) | Term::Days(n) | Term::Months(n) | Term::WorkingDays(n) => n,
    }
}
