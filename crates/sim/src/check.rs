//! What must hold of a contract, whatever happened to it. Everything is read from its facts; nothing is believed.

use std::collections::{BTreeMap, BTreeSet};

use billing::{BillingEvent, CollectionState};
use kernel::{Date, Instant, Money, add_days, local_date};
use policy::{Contract, ContractEvent, Cover, Fact, PolicyEvent, Timeline};

use crate::oracle::{self, Known};

/// An invariant and in what it is broken.
pub(crate) type Fault = (&'static str, String);

/// Names of the invariants checked here, each contract by itself.
pub(crate) const INVARIANTS: usize = 9;

/// Checks one contract; its timeline against the oracle between two days.
pub(crate) fn contract(facts: &[Fact], state: &Contract, (from, until): (Date, Date)) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut wrong = |invariant, what: Option<String>| faults.extend(what.map(|what| (invariant, what)));
    wrong("the journal folds to the state", folds(facts, state));
    wrong("the timeline is what the oracle says", oracle::disagreement(facts, Instant::MAX, from, until));
    let timeline = policy::cover(facts, Instant::MAX);
    wrong("cover is never on without acceptance or provisional cover", unfounded(facts, &timeline));
    wrong("no gap and no end without a cause", causeless(facts, &timeline));
    wrong("no cover is lost without a provable reminder", unreminded(facts, state, &timeline));
    wrong("the earliest end wins", other_end(facts, state));
    wrong("nothing is said twice", said_twice(facts));
    wrong("nothing is collected or paid twice", collected_twice(state));
    wrong("no more goes back than came in", too_much_back(facts, state));
    faults
}

/// What was believed at any time stays what it was.
pub(crate) fn beliefs(facts: &[Fact]) -> Option<Fault> {
    let step = (facts.len() / 8).max(1);
    facts.iter().step_by(step).find_map(|fact| {
        let known = fact.recorded;
        let until_then: Vec<Fact> = facts.iter().filter(|fact| fact.recorded <= known).cloned().collect();
        let differs = policy::cover(facts, known) != policy::cover(&until_then, Instant::MAX);
        differs.then(|| {
            ("what was believed stays", format!("as known at {known} the timeline has changed since"))
        })
    })
}

fn folds(facts: &[Fact], state: &Contract) -> Option<String> {
    let folded = Contract::fold(facts.iter().map(|fact| (&fact.event, fact.effective)));
    (folded.as_ref() != Some(state)).then(|| "the state differs from what its facts fold to".to_owned())
}

fn unfounded(facts: &[Fact], timeline: &Timeline) -> Option<String> {
    let has = |kind: &str| facts.iter().any(|fact| fact.event.kind() == kind);
    let segment = timeline.segments.iter().find(|segment| match segment.cover {
        Cover::On => !has("accepted") && !has("offer-agreed"),
        Cover::Provisional => !has("screened"),
        _ => false,
    })?;
    Some(format!("{} from {} without its ground", segment.cover.code(), segment.begins.at))
}

fn causeless(facts: &[Fact], timeline: &Timeline) -> Option<String> {
    for pair in timeline.segments.windows(2) {
        // A policy without cover for non-payment ends without cover: the end is a boundary of its own.
        let repeats = pair[0].cover == pair[1].cover && pair[1].begins.end.is_none();
        if pair[0].begins.at >= pair[1].begins.at || repeats {
            return Some(format!("segments overlap or repeat at {}", pair[1].begins.at));
        }
    }
    timeline.segments.iter().find_map(|segment| {
        let seq = segment.begins.seq;
        match facts.iter().find(|fact| fact.seq == seq) {
            None => {
                Some(format!("the boundary at {} names fact {seq}, which is not there", segment.begins.at))
            }
            Some(fact) if segment.is_gap() && !is_reminder(fact.event.kind()) => {
                Some(format!("the gap from {} comes from `{}`", segment.begins.at, fact.event.kind()))
            }
            Some(_) => None,
        }
    })
}

/// What takes cover away for non-payment: a reminder, or proof of when it arrived.
fn is_reminder(kind: &str) -> bool {
    matches!(kind, "reminder-sent" | "reminder-receipt-proven")
}

/// NL-DUN-02, BE-DUN-02: a reminder not before day 31, of what was open then, received before its term began.
fn unreminded(facts: &[Fact], state: &Contract, timeline: &Timeline) -> Option<String> {
    let country = state.country();
    timeline.segments.iter().filter(|segment| segment.is_gap()).find_map(|segment| {
        let fact = facts.iter().find(|fact| fact.seq == segment.begins.seq)?;
        let ContractEvent::Billing(BillingEvent::ReminderSent { arrears, received, cover_stops, .. }) =
            &fact.event
        else {
            return None;
        };
        let sent = local_date(fact.effective, country);
        let early = arrears.iter().any(|arrear| {
            let due = state.billing.receivables.iter().find(|r| r.no == arrear.no).map(|r| r.due);
            due.is_none_or(|due| add_days(due, 31) > sent)
        });
        let term = add_days(*received, 14);
        let told = [
            (early, "was sent before day 31"),
            (*received < sent, "counts as received before it was sent"),
            (local_date(*cover_stops, country) <= term, "leaves less than its term"),
            (segment.begins.at < *cover_stops, "stops cover sooner than it says"),
        ];
        let what = told.iter().find(|(wrong, _)| *wrong)?.1;
        Some(format!("the reminder of {sent} {what}"))
    })
}

fn other_end(facts: &[Fact], state: &Contract) -> Option<String> {
    let plain = oracle::plain(facts);
    let expected = Known::at(&plain, Instant::MAX)?.ends();
    let ends = state.ends().map(|ending| ending.ends);
    if !facts.iter().any(|fact| matches!(fact.event.kind(), "accepted" | "offer-agreed")) || ends == expected
    {
        return None;
    }
    Some(format!("it ends at {ends:?}, by the rule book at {expected:?}"))
}

fn said_twice(facts: &[Fact]) -> Option<String> {
    let mut said = BTreeSet::new();
    // What was proven or corrected since may have to be told again.
    let mut news = 0;
    facts.iter().find_map(|fact| {
        news += u32::from(matches!(
            fact.event.kind(),
            "reminder-receipt-proven" | "reminder-returned" | "corrected"
        ));
        let about = match &fact.event {
            ContractEvent::Policy(PolicyEvent::DecisionWarned { day }) => u64::from(*day),
            ContractEvent::Policy(
                PolicyEvent::Accepted
                | PolicyEvent::Rejected { .. }
                | PolicyEvent::Lapsed
                | PolicyEvent::EndAnnounced,
            ) => 0,
            ContractEvent::Billing(
                BillingEvent::CoverStopAnnounced { no }
                | BillingEvent::CoverReturnAnnounced { no, .. }
                | BillingEvent::PremiumFellDue { no, .. }
                | BillingEvent::ReminderSent { no, .. },
            ) => u64::from(*no),
            _ => return None,
        };
        let kind = fact.event.kind();
        (!said.insert((kind, about, news))).then(|| format!("`{kind}` {about} came twice"))
    })
}

/// Of each instalment at most one direct debit is at the bank or credited.
fn collected_twice(state: &Contract) -> Option<String> {
    let mut live: BTreeMap<u32, u32> = BTreeMap::new();
    for collection in &state.billing.collections {
        if matches!(collection.state, CollectionState::Released { .. } | CollectionState::Credited) {
            for no in &collection.receivables {
                *live.entry(*no).or_default() += 1;
            }
        }
    }
    let (no, times) = live.into_iter().find(|(_, times)| *times > 1)?;
    Some(format!("instalment {no} is collected {times} times"))
}

/// At each refund: what goes back in all is at most what was there.
fn too_much_back(facts: &[Fact], state: &Contract) -> Option<String> {
    let (mut came, mut back) = (Money::ZERO, Money::ZERO);
    facts.iter().find_map(|fact| {
        let ContractEvent::Billing(event) = &fact.event else { return None };
        match event {
            BillingEvent::PaymentReceived { amount, .. } => came += *amount,
            BillingEvent::CollectionReturned { end_to_end, was_credited: true, .. } => {
                came -= state.billing.collection(end_to_end)?.amount;
            }
            BillingEvent::RefundOrdered { amount, .. } => {
                back += *amount;
                if back > came {
                    return Some(format!("with fact {} {back} goes back of {came}", fact.seq));
                }
            }
            _ => {}
        }
        None
    })
}
