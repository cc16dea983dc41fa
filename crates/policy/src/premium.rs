//! How much premium a policy really owes for a period, after changes and an end in it, and what is taken back or charged for
//! that.

use billing::{BillingEvent, CollectionState, Receivable};
use kernel::{Date, Instant, Money, Period, Rounding, Rule};

use crate::{Back, Contract, Day, Happened, Phase};

/// What of a period's premium is owed, in the steps in which it is worked out.
pub(crate) struct Owed {
    /// Days of the period that are not paid for, because the policy does not run on them.
    pub(crate) days_left: i64,
    /// Days of the period.
    pub(crate) days: i64,
    /// What is owed for the period.
    pub(crate) owed: Money,
}

/// What is owed for the period of an instalment: its premium, more or less by the days on which the schedule says otherwise
/// (AMB-63) or on which the policy does not run (AMB-42, AMB-70). Rounded once, half up, on what comes off or on top.
pub(crate) fn owed(contract: &Contract, instalment: &Receivable) -> Owed {
    let gross = instalment.split.gross;
    let Phase::Running { .. } = contract.phase else {
        return Owed { days_left: 0, days: 0, owed: Money::ZERO };
    };
    let ending = contract.ends();
    let (from, Some(to)) = (instalment.period.from(), instalment.period.to()) else {
        let all_back = ending.is_some_and(|ending| ending.back == Back::All);
        return Owed { days_left: 0, days: 0, owed: if all_back { Money::ZERO } else { gross } };
    };
    let country = contract.country();
    let on = |at: Instant| kernel::local_date(at, country);
    let end = match ending.map(|ending| (ending.back, on(ending.ends))) {
        Some((Back::All, _)) => from,
        Some((Back::ByDays, end)) => end.clamp(from, to),
        Some((Back::Nothing, _)) | None => to,
    };
    let days_between = |a: Date, b: Date| i64::from((b - a).get_days());
    let days = days_between(from, to).max(1);
    let days_left = days_between(end, to);
    // What was charged before the policy was taken over may have been another premium than today's: it stays what it was.
    let taken_over = contract.billing.taken_over.is_some_and(|taken| instalment.no <= taken.through);
    let shift = if taken_over { gross - contract.application.premium } else { Money::ZERO };
    // Cents times days, so that one division rounds.
    let mut difference = -gross.cents() * days_left;
    let mut turns: Vec<Date> = contract.endorsements.iter().map(|e| on(e.from).clamp(from, end)).collect();
    turns.extend([from, end]);
    turns.sort_unstable();
    turns.dedup();
    for span in turns.windows(2) {
        let premium = contract.premium_on(span[0]) + shift;
        difference += (premium - gross).cents() * days_between(span[0], span[1]);
    }
    let part = Money::from_cents(difference.abs()).part(1, days, Rounding::HalfUp);
    Owed { days_left, days, owed: if difference < 0 { gross - part } else { gross + part } }
}

/// Takes back or charges what the state owes otherwise than was invoiced, instalment by instalment; and takes announced direct
/// debits of what is taken back out, so that the right amount is announced anew.
pub(crate) fn settle_premium(contract: &Contract, day: &Day<'_>, rule: Rule) -> Vec<Happened> {
    let billing = &contract.billing;
    let mut events = Vec::new();
    let mut next_no = billing.next_no();
    for instalment in billing.receivables.iter().filter(|r| r.extra_of.is_none()) {
        let group = |r: &&Receivable| r.no == instalment.no || r.extra_of == Some(instalment.no);
        let invoiced: Money =
            billing.receivables.iter().filter(group).map(|r| r.split.gross - r.reversed.gross).sum();
        let owed = owed(contract, instalment).owed;
        if owed < invoiced {
            let mut left = invoiced - owed;
            for receivable in billing.receivables.iter().rev().filter(group) {
                let part = left.min(receivable.split.gross - receivable.reversed.gross);
                left -= part;
                if part > Money::ZERO {
                    withdraw_announced(contract, receivable.no, day.now, &mut events);
                    events.push(reverse(receivable, part, day.now, rule));
                }
            }
        } else if owed > invoiced {
            let today = kernel::local_date(day.now, contract.country());
            let (from, to) = (instalment.period.from(), instalment.period.to());
            let begin = to.map_or(from, |to| today.clamp(from, kernel::add_days(to, -1)));
            let due = today.max(from);
            events.push(Happened::at(
                day.now,
                BillingEvent::ExtraPremiumFellDue {
                    no: next_no,
                    of: instalment.no,
                    period: Period::new(begin, to).expect("it begins before the period is over"),
                    due,
                    split: (day.split)(owed - invoiced, due),
                    rule,
                },
            ));
            next_no += 1;
        }
    }
    events
}

/// Takes back `part` more of what fell due; the parts of all that is taken back add up to the cent.
fn reverse(receivable: &Receivable, part: Money, now: Instant, rule: Rule) -> Happened {
    let taken = receivable.reversed.gross + part;
    let split = receivable
        .split
        .share(taken.cents(), receivable.split.gross.cents().max(1))
        .less(&receivable.reversed);
    Happened::at(now, BillingEvent::PremiumReversed { no: receivable.no, split, rule })
}

fn withdraw_announced(contract: &Contract, no: u32, now: Instant, events: &mut Vec<Happened>) {
    let announced =
        |c: &&billing::Collection| c.state == CollectionState::Announced && c.receivables.contains(&no);
    for collection in contract.billing.collections.iter().filter(announced) {
        let withdrawn = BillingEvent::CollectionWithdrawn { end_to_end: collection.end_to_end.clone() };
        let withdrawn = Happened::at(now, withdrawn);
        if !events.contains(&withdrawn) {
            events.push(withdrawn);
        }
    }
}

/// Takes back all premium that fell due, and direct debits that were not released yet.
pub(crate) fn reverse_all(contract: &Contract, now: Instant, rule: Rule) -> Vec<Happened> {
    let mut events = Vec::new();
    for receivable in &contract.billing.receivables {
        withdraw_announced(contract, receivable.no, now, &mut events);
        let left = receivable.split.gross - receivable.reversed.gross;
        if left > Money::ZERO {
            events.push(reverse(receivable, left, now, rule));
        }
    }
    events
}
