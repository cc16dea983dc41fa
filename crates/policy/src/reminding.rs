//! When the policyholder is reminded of unpaid premium, and told that cover stopped or is back (NL-DUN, BE-DUN).

use billing::{
    Allocation, BillingEvent, CollectionCosts, Hold, HoldReason, Receivable, Reminder, reminder_day,
    reminder_term,
};
use kernel::{Country, Date, Delivery, Instant, Money, Roll, Term, VaultRef};

use crate::{
    Contract, Day, Done, Happened, HolderKind, Phase, PolicyRefusal as No,
    agenda::{Item, What, delivery},
};

/// Days after the day of debit for which a direct debit without news still counts as under way: returns come within five
/// TARGET days (LAW-SEPA-09).
const NEWS_WITHIN_DAYS: i64 = 10;

/// Days after the due date on which a Belgian consumer gets the free first reminder (BE-DUN-10).
const FREE_AFTER: Term = Term::Days(14);

/// How long that reminder gives: from the third working day after posting, or the day after mailing (LAW-BE-COL-03).
const FREE_WITHIN: Term = Term::Days(14);

/// The last reminder that speaks of an instalment and was not sent in vain.
fn last_reminder<'a>(contract: &'a Contract, receivable: &Receivable) -> Option<&'a Reminder> {
    let speaks = |r: &&Reminder| r.arrears.iter().any(|arrear| arrear.no == receivable.no);
    contract.billing.reminders.iter().rev().find(speaks)
}

/// Whether a reminder of this came back by post, so that it waits until somebody has found the right address.
pub(crate) fn is_held(contract: &Contract, receivable: &Receivable) -> bool {
    receivable.reminded.is_none()
        && last_reminder(contract, receivable).is_some_and(|last| last.returned.is_some() && !last.by_email)
}

/// What may be reminded of: open, in no reminder yet, and not held.
fn remindable(contract: &Contract) -> impl Iterator<Item = &Receivable> {
    let receivables = contract.billing.receivables.iter();
    // The heirs are not asked for money before somebody has looked into a death that the bank reported (LAW-SEPA-12).
    let asks = !contract.billing.death_reported;
    let waits = |r: &&Receivable| r.is_open() && r.reminded.is_none() && !is_held(contract, r);
    receivables.filter(move |_| asks).filter(waits).filter(|r| !contract.billing.is_in_plan(r.no))
}

/// What is open of debts whose reminder was satisfied: interest took its place (LAW-NL-COL-10).
fn left_over(contract: &Contract) -> impl Iterator<Item = &Receivable> {
    let satisfied = |no: u32| contract.billing.reminders.iter().any(|r| r.no == no && r.satisfied.is_some());
    let waits = move |r: &&Receivable| r.is_open() && r.reminded.is_some_and(satisfied);
    contract.billing.receivables.iter().filter(waits).filter(|r| !contract.billing.is_in_plan(r.no))
}

/// The day from which an instalment may be reminded of with consequences: day 31 (NL-DUN-02, BE-DUN-02), for Belgian consumers
/// not before the free reminder's term is over (BE-DUN-10).
fn late_from(contract: &Contract, receivable: &Receivable) -> Date {
    let terms = &contract.application.terms.dunning;
    let late = reminder_day(receivable.due, terms, contract.country());
    match contract.billing.free_reminded.get(&receivable.no) {
        Some(last_day) => late.max(kernel::add_days(*last_day, 1)),
        None => late,
    }
}

fn needs_free_reminder(contract: &Contract, receivable: &Receivable) -> bool {
    contract.country() == Country::Be
        && contract.application.holder_kind == HolderKind::Consumer
        && !contract.billing.free_reminded.contains_key(&receivable.no)
        && !contract.billing.is_being_collected(receivable.no)
}

pub(crate) fn reminders(contract: &Contract) -> Vec<Item> {
    let mut items = unheld(contract);
    // While reminders are held nobody is reminded, and nobody is told of consequences.
    if let Some(held) = contract.billing.held_until(contract.country()) {
        for item in &mut items {
            if !matches!(item.what, What::AnnounceReturn(_)) {
                item.at = item.at.max(held);
            }
        }
    }
    items
}

/// The longest hold on reminders; a longer one is set anew when it is over.
const LONGEST_HOLD: Term = Term::Months(6);

pub(crate) fn hold(
    contract: &Contract,
    reason: HoldReason,
    until: Date,
    note: &VaultRef,
    now: Instant,
) -> Result<Done, No> {
    let country = contract.country();
    let today = kernel::local_date(now, country);
    let latest = LONGEST_HOLD.from_date(today, country, Roll::Never).last_day.unwrap_or(today);
    if !matches!(contract.phase, Phase::Running { .. }) || contract.is_over_at(now) {
        return Err(No::NothingToHold);
    }
    if until < today || until > latest {
        return Err(No::HoldOutOfRange { date: latest });
    }
    if contract.billing.hold == Some(Hold { reason, until }) {
        return Ok(Done::AlreadyDone);
    }
    let held = BillingEvent::RemindersHeld { reason, until, note: note.clone() };
    Ok(Done::Happened(vec![Happened::at(now, held)]))
}

pub(crate) fn resume(contract: &Contract, now: Instant) -> Result<Done, No> {
    match contract.billing.held_until(contract.country()) {
        Some(held) if now < held => {
            Ok(Done::Happened(vec![Happened::at(now, BillingEvent::RemindersResumed)]))
        }
        _ => Ok(Done::AlreadyDone),
    }
}

fn unheld(contract: &Contract) -> Vec<Item> {
    let country = contract.country();
    let billing = &contract.billing;
    let mut items = Vec::new();
    let ended = |at: Instant| contract.is_over_at(at);
    if let Some(oldest) = remindable(contract).min_by_key(|r| (r.due, r.no)) {
        let under_way = billing
            .collections
            .iter()
            .filter(|c| c.is_pending() && c.receivables.contains(&oldest.no))
            .map(|c| kernel::add_days(c.collect_on, NEWS_WITHIN_DAYS))
            .max();
        let day = late_from(contract, oldest).max(under_way.unwrap_or(oldest.due));
        // A reminder speaks of cover; after the end there is none to lose.
        let at = kernel::start_of_day(day, country);
        if !ended(at) {
            items.push(Item { at, needs_statement_of: Some(day_before(day)), what: What::Remind });
        }
    }
    let free =
        remindable(contract).filter(|r| needs_free_reminder(contract, r)).min_by_key(|r| (r.due, r.no));
    if let Some(oldest) = free {
        let day = free_from(oldest, country);
        let at = kernel::start_of_day(day, country);
        if !ended(at) {
            items.push(Item { at, needs_statement_of: Some(day_before(day)), what: What::RemindFree });
        }
    }
    let all_back = all_back(contract);
    for reminder in billing.reminders.iter().filter(|reminder| !reminder.cancelled) {
        match reminder.satisfied {
            None if !reminder.stop_announced && !ended(reminder.cover_stops) => items.push(Item {
                at: reminder.cover_stops,
                needs_statement_of: Some(reminder.last_day),
                what: What::AnnounceStop(reminder.no),
            }),
            // After the end there is no cover to come back.
            Some(paid)
                if reminder.cost_cover()
                    && !reminder.return_announced
                    && all_back.is_some_and(|back| !ended(back)) =>
            {
                items.push(Item {
                    at: paid,
                    needs_statement_of: None,
                    what: What::AnnounceReturn(reminder.no),
                });
            }
            _ => {}
        }
    }
    items
}

fn day_before(day: Date) -> Date {
    kernel::add_days(day, -1)
}

/// The last day on which an instalment can be paid without any reminder.
pub fn no_reminder_until(contract: &Contract, receivable: &Receivable) -> Date {
    let country = contract.country();
    let late = reminder_day(receivable.due, &contract.application.terms.dunning, country);
    let is_consumer = contract.application.holder_kind == HolderKind::Consumer;
    let first = match country {
        Country::Be if is_consumer => late.min(free_from(receivable, country)),
        _ => late,
    };
    day_before(first)
}

fn free_from(receivable: &Receivable, country: Country) -> Date {
    FREE_AFTER.from_date(receivable.due, country, Roll::Never).last_day.unwrap_or(receivable.due)
}

/// The instant from which there is cover again after payment in full at `paid` (NL-DUN-06, BE-DUN-06).
pub(crate) fn cover_back(contract: &Contract, paid: Instant) -> Instant {
    let term = contract.application.terms.dunning.cover_back_after;
    term.from_instant(paid, contract.country(), Roll::Never).end
}

/// The instant from which cover is back altogether; none while another reminder still keeps it off.
pub(crate) fn all_back(contract: &Contract) -> Option<Instant> {
    let lost = contract.billing.reminders.iter().filter(|reminder| reminder.cost_cover());
    let backs: Option<Vec<Instant>> =
        lost.map(|r| r.satisfied.map(|paid| cover_back(contract, paid))).collect();
    backs?.into_iter().max()
}

/// A reminder goes out when the run sends it, not when it could first have gone (NL-DUN-02); whatever can be reminded of by
/// then goes into one (LAW-NL-COL-05). After a mail bounced it goes by post.
pub(crate) fn remind(contract: &Contract, day: &Day<'_>) -> Happened {
    let country = contract.country();
    let today = kernel::local_date(day.now, country);
    let oldest = remindable(contract).min_by_key(|r| (r.due, r.no)).map(|r| r.no);
    let late = |r: &&Receivable| {
        // What is being collected is not asked for, unless the bank has long owed us news of it.
        if contract.billing.is_being_collected(r.no) && oldest != Some(r.no) {
            return false;
        }
        let from = late_from(contract, r);
        from <= today && day.booked_through.is_some_and(|booked| day_before(from) <= booked)
    };
    let mut arrears: Vec<Allocation> = remindable(contract).filter(late).map(arrear).collect();
    // What interest left open of an earlier debt is no reason for a reminder, but stands in the next one: it is paid first.
    arrears.extend(left_over(contract).map(arrear));
    send(contract, day, arrears)
}

/// The reminder of what came back by post, to the address that somebody found.
pub(crate) fn remind_held(contract: &Contract, day: &Day<'_>) -> Option<Happened> {
    let open = contract.billing.receivables.iter().filter(|r| r.is_open());
    let arrears: Vec<Allocation> = open.filter(|r| is_held(contract, r)).map(arrear).collect();
    (!arrears.is_empty()).then(|| send(contract, day, arrears))
}

fn arrear(receivable: &Receivable) -> Allocation {
    Allocation { no: receivable.no, amount: receivable.open() }
}

fn send(contract: &Contract, day: &Day<'_>, arrears: Vec<Allocation>) -> Happened {
    let country = contract.country();
    let by_email = day.by_email && !contract.mail_came_back();
    let received = kernel::presumed_receipt(day.now, delivery(country, by_email, true), country).day;
    let term = reminder_term(received, &contract.application.terms.dunning, country);
    let costs = match day.arrears.collection_costs {
        CollectionCosts::Statutory => contract.billing.costs_of(country, &arrears),
        CollectionCosts::None => Money::ZERO,
    };
    Happened::at(
        day.now,
        BillingEvent::ReminderSent {
            costs,
            no: u32::try_from(contract.billing.reminders.len()).expect("few reminders") + 1,
            amount: arrears.iter().map(|a| a.amount).sum(),
            arrears,
            by_email,
            received,
            last_day: term.last_day,
            cover_stops: term.cover_stops,
        },
    )
}

/// The free reminder of Belgian consumer law; it takes no cover away (BE-DUN-10).
pub(crate) fn remind_free(contract: &Contract, day: &Day<'_>) -> Happened {
    let country = contract.country();
    let today = kernel::local_date(day.now, country);
    let by = if day.by_email { Delivery::Electronic } else { Delivery::Post };
    // Posted: day 1 is the third working day. Mailed: day 1 is the day after.
    let received = kernel::presumed_receipt(day.now, by, country).day;
    let begins = if day.by_email { received } else { kernel::add_days(received, -1) };
    let term = FREE_WITHIN.from_date(begins, country, Roll::for_customer(country));
    let arrears: Vec<Allocation> = remindable(contract)
        .filter(|r| needs_free_reminder(contract, r) && free_from(r, country) <= today)
        .map(arrear)
        .collect();
    Happened::at(
        day.now,
        BillingEvent::FreeReminderSent {
            amount: arrears.iter().map(|a| a.amount).sum(),
            arrears,
            by_email: day.by_email,
            last_day: term.last_day.expect("the term is in days"),
        },
    )
}
