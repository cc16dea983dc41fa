//! What time does to a contract.
//!
//! One list, the agenda, names everything that time will bring as things stand now. [`fall_due`] carries out what is due,
//! [`next_due`] says when it next matters; so the two can never disagree.

use billing::{Allocation, BillingEvent, Frequency, Instalment, instalment, reminder_day, reminder_term};
use kernel::{Country, Date, Id, Instant, Money, Rule};
use ledger::PremiumSplit;

use crate::{
    Contract, Happened, Phase, PolicyEvent, collecting,
    decide::{refund_overpaid, reverse_all, unused},
};

/// What the shell knows on the day and a decision needs. Nothing here is read from a clock.
pub struct Day<'a> {
    /// The business instant.
    pub now: Instant,
    /// Last day of which the bank statements are booked; none if no statement ever was. No consequence of non-payment is
    /// announced beyond it.
    pub booked_through: Option<Date>,
    /// How an instalment is divided that falls due on a date.
    pub split: &'a dyn Fn(Money, Date) -> PremiumSplit,
    /// A new id, for payment orders.
    pub new_id: &'a dyn Fn() -> Id,
    /// Whether the holder agreed to e-mail (LAW-NL-INS-03); without it a letter goes by post.
    pub by_email: bool,
}

/// Something time brings.
#[derive(Debug, Clone, PartialEq)]
enum What {
    WarnDecision(u32),
    Lapse,
    PremiumDue(Instalment),
    Collect(u32),
    Remind,
    AnnounceStop(u32),
    AnnounceReturn(u32),
    AnnounceEnd,
    Refund,
}

#[derive(Debug, Clone, PartialEq)]
struct Item {
    at: Instant,
    /// The last day whose bank statement must be booked before this may be carried out.
    needs_statement_of: Option<Date>,
    what: What,
}

/// Most events that one run may add to one contract: more means that something goes in circles.
const MOST_EVENTS: usize = 2_000;

/// Carries out all that is due by `day.now`, in the order in which it fell due, and returns what happened.
///
/// # Panics
/// When a contract brings forth more than 2,000 events in one run.
pub fn fall_due(contract: &Contract, day: &Day<'_>) -> Vec<Happened> {
    let mut contract = contract.clone();
    let mut happened = Vec::new();
    loop {
        let due = agenda(&contract).into_iter().filter(|item| item.at <= day.now).filter(|item| {
            item.needs_statement_of
                .is_none_or(|needed| day.booked_through.is_some_and(|booked| needed <= booked))
        });
        let Some(item) = due.min_by_key(|item| item.at) else { return happened };
        for event in carry_out(&contract, &item, day) {
            contract = Contract::next(Some(contract), &event.event, event.effective);
            happened.push(event);
        }
        assert!(happened.len() <= MOST_EVENTS, "a contract's agenda goes in circles at {:?}", item.what);
    }
}

/// When the contract next needs a look; none when time brings it nothing more.
pub fn next_due(contract: &Contract) -> Option<Instant> {
    agenda(contract).into_iter().map(|item| item.at).min()
}

fn agenda(contract: &Contract) -> Vec<Item> {
    let mut items = Vec::new();
    let at = |at, what| Item { at, needs_statement_of: None, what };
    let country = contract.country();
    match &contract.phase {
        Phase::Screening { .. } => {
            items.push(at(contract.provisional_until(), What::Lapse));
        }
        Phase::Applied { until, warned, .. } => {
            items.push(at(*until, What::Lapse));
            for day in contract.application.terms.warn_days.iter().filter(|day| !warned.contains(day)) {
                let warn_on = kernel::add_days(contract.start(), i64::from(*day));
                items.push(at(kernel::start_of_day(warn_on, country), What::WarnDecision(*day)));
            }
            if contract.application.frequency == Frequency::OneOff {
                items.extend(premium_due(contract, contract.applied));
            }
        }
        Phase::Running { accepted, end_announced, .. } => {
            items.extend(premium_due(contract, *accepted));
            if let Some(ending) = contract.ends().filter(|_| !end_announced) {
                items.push(at(ending.ends, What::AnnounceEnd));
            }
        }
        Phase::Rejected { .. } | Phase::Lapsed { .. } => {}
    }
    items.extend(collections(contract));
    if matches!(contract.phase, Phase::Running { .. }) {
        items.extend(reminders(contract));
    }
    if is_over(contract) && contract.billing.overpaid() > Money::ZERO && !contract.blocked {
        items.push(at(contract.applied, What::Refund));
    }
    items
}

/// Whether nothing more will be earned on the contract, so that what was paid too much goes back.
pub(crate) fn is_over(contract: &Contract) -> bool {
    match &contract.phase {
        Phase::Rejected { .. } | Phase::Lapsed { .. } => true,
        Phase::Running { accepted, .. } => {
            contract.ends().is_some() && premium_due(contract, *accepted).is_none()
        }
        Phase::Screening { .. } | Phase::Applied { .. } => false,
    }
}

/// The next instalment to fall due: not before `earliest`, and only while the policy runs into its period.
fn premium_due(contract: &Contract, earliest: Instant) -> Option<Item> {
    let country = contract.country();
    let no = contract.billing.receivables.iter().map(|r| r.no).max().unwrap_or(0) + 1;
    let application = &contract.application;
    let mut next = instalment(contract.start(), application.frequency, contract.end_date(), no)?;
    let begins = kernel::start_of_day(next.period.from(), country);
    if contract.ends().is_some_and(|ending| ending.ends <= begins) {
        return None;
    }
    next.due = next.due.max(kernel::local_date(earliest, country));
    let at = kernel::start_of_day(next.due, country).max(earliest);
    Some(Item { at, needs_statement_of: None, what: What::PremiumDue(next) })
}

fn collections(contract: &Contract) -> impl Iterator<Item = Item> {
    let country = contract.country();
    let open = contract.billing.receivables.iter().filter(|r| collecting::may_collect(&contract.billing, r));
    open.map(move |receivable| Item {
        at: kernel::start_of_day(receivable.due, country),
        needs_statement_of: None,
        what: What::Collect(receivable.no),
    })
}

/// Days after the day of debit for which a direct debit without news still counts as under way: returns come within five
/// TARGET days (LAW-SEPA-09).
const NEWS_WITHIN_DAYS: i64 = 10;

fn reminders(contract: &Contract) -> Vec<Item> {
    let country = contract.country();
    let terms = &contract.application.terms.dunning;
    let billing = &contract.billing;
    let mut items = Vec::new();
    let mut open: Vec<_> =
        billing.receivables.iter().filter(|r| r.is_open() && r.reminded.is_none()).collect();
    open.sort_by_key(|r| (r.due, r.no));
    if let Some(oldest) = open.first() {
        let under_way = billing
            .collections
            .iter()
            .filter(|c| c.is_pending() && c.receivables.contains(&oldest.no))
            .map(|c| kernel::add_days(c.collect_on, NEWS_WITHIN_DAYS))
            .max();
        let day = reminder_day(oldest.due, terms, country).max(under_way.unwrap_or(oldest.due));
        // A reminder speaks of cover; after the end there is none to lose.
        let at = kernel::start_of_day(day, country);
        if contract.ends().is_none_or(|ending| ending.ends > at) {
            items.push(Item { at, needs_statement_of: Some(day_before(day)), what: What::Remind });
        }
    }
    let ended = |at: Instant| contract.ends().is_some_and(|ending| ending.ends <= at);
    let all_back = all_back(contract);
    for reminder in &billing.reminders {
        match reminder.satisfied {
            None if !reminder.stop_announced && !ended(reminder.cover_stops) => items.push(Item {
                at: reminder.cover_stops,
                needs_statement_of: Some(reminder.last_day),
                what: What::AnnounceStop(reminder.no),
            }),
            Some(paid) if reminder.cost_cover() && !reminder.return_announced && all_back.is_some() => items
                .push(Item { at: paid, needs_statement_of: None, what: What::AnnounceReturn(reminder.no) }),
            _ => {}
        }
    }
    items
}

fn day_before(day: Date) -> Date {
    kernel::add_days(day, -1)
}

fn carry_out(contract: &Contract, item: &Item, day: &Day<'_>) -> Vec<Happened> {
    let country = contract.country();
    let today = kernel::local_date(day.now, country);
    match &item.what {
        What::WarnDecision(days) => vec![Happened::at(day.now, PolicyEvent::DecisionWarned { day: *days })],
        What::Lapse => {
            let mut happened = vec![Happened::at(item.at, PolicyEvent::Lapsed)];
            happened.extend(reverse_all(contract, day.now, provisional_refund(country)));
            happened
        }
        What::PremiumDue(instalment) => {
            let split = (day.split)(contract.application.premium, instalment.due);
            let fell_due = BillingEvent::PremiumFellDue {
                no: instalment.no,
                period: instalment.period,
                due: instalment.due,
                split,
            };
            let mut happened = vec![Happened::at(item.at, fell_due)];
            let after = Contract::next(Some(contract.clone()), &happened[0].event, item.at);
            // AMB-42: the policy ends inside the period; only the days until then are paid for.
            if let (Some(ending), Some(receivable)) = (after.ends(), after.billing.receivables.last()) {
                let split = unused(receivable, kernel::local_date(ending.ends, country));
                if split.gross > Money::ZERO {
                    let rule = Rule("AMB-42");
                    let reversed = BillingEvent::PremiumReversed { no: receivable.no, split, rule };
                    happened.push(Happened::at(item.at, reversed));
                }
            }
            happened
        }
        What::Collect(no) => {
            let receivable =
                contract.billing.receivables.iter().find(|r| r.no == *no).expect("it is on the agenda");
            let attempt = contract.billing.collections.iter().filter(|c| c.receivables.contains(no)).count();
            vec![Happened::at(
                day.now,
                BillingEvent::CollectionAnnounced {
                    end_to_end: collecting::end_to_end(&contract.application.number, *no, attempt),
                    receivables: vec![*no],
                    amount: receivable.open(),
                    collect_on: collecting::collection_day(today.max(receivable.due)),
                },
            )]
        }
        What::Remind => vec![remind(contract, day)],
        What::AnnounceStop(no) => vec![Happened::at(day.now, BillingEvent::CoverStopAnnounced { no: *no })],
        What::AnnounceReturn(no) => {
            let from = all_back(contract).expect("it is on the agenda");
            vec![Happened::at(day.now, BillingEvent::CoverReturnAnnounced { no: *no, from })]
        }
        What::AnnounceEnd => vec![Happened::at(item.at, PolicyEvent::EndAnnounced)],
        What::Refund => {
            let rule = contract
                .ends()
                .map_or_else(|| provisional_refund(country), |ending| ending.way.rule(country));
            refund_overpaid(contract, day, rule).into_iter().collect()
        }
    }
}

/// The rule by which premium comes back when an application is not accepted.
pub(crate) fn provisional_refund(country: Country) -> Rule {
    Rule(match country {
        Country::Nl => "NL-PROV-06",
        Country::Be => "BE-PROV-06",
    })
}

/// The instant from which there is cover again after payment in full at `paid` (NL-DUN-06, BE-DUN-06).
pub(crate) fn cover_back(contract: &Contract, paid: Instant) -> Instant {
    let term = contract.application.terms.dunning.cover_back_after;
    term.from_instant(paid, contract.country(), kernel::Roll::Never).end
}

/// The instant from which cover is back altogether; none while another reminder still keeps it off.
fn all_back(contract: &Contract) -> Option<Instant> {
    let lost = contract.billing.reminders.iter().filter(|reminder| reminder.cost_cover());
    let backs: Option<Vec<Instant>> =
        lost.map(|r| r.satisfied.map(|paid| cover_back(contract, paid))).collect();
    backs?.into_iter().max()
}

/// How a letter travels: by e-mail only with consent (LAW-NL-INS-03); a Belgian notice of non-payment is registered
/// (LAW-BE-INS-02).
pub(crate) fn delivery(country: Country, by_email: bool, non_payment: bool) -> kernel::Delivery {
    match (country, by_email) {
        (Country::Be, _) if non_payment => kernel::Delivery::Registered,
        (_, true) => kernel::Delivery::Electronic,
        (_, false) => kernel::Delivery::Post,
    }
}

/// A reminder goes out when the run sends it, not when it could first have gone (NL-DUN-02); whatever can be reminded of by
/// then goes into one (LAW-NL-COL-05).
fn remind(contract: &Contract, day: &Day<'_>) -> Happened {
    let country = contract.country();
    let today = kernel::local_date(day.now, country);
    let terms = &contract.application.terms.dunning;
    let open = contract.billing.receivables.iter().filter(|r| r.is_open() && r.reminded.is_none());
    let oldest = open.min_by_key(|r| (r.due, r.no)).map(|r| r.no);
    let late = |r: &&billing::Receivable| {
        // What is being collected is not asked for, unless the bank has long owed us news of it.
        if contract.billing.is_being_collected(r.no) && oldest != Some(r.no) {
            return false;
        }
        let from = reminder_day(r.due, terms, country);
        from <= today && day.booked_through.is_some_and(|booked| day_before(from) <= booked)
    };
    let arrears: Vec<Allocation> = contract
        .billing
        .receivables
        .iter()
        .filter(|r| r.is_open() && r.reminded.is_none())
        .filter(late)
        .map(|r| Allocation { no: r.no, amount: r.open() })
        .collect();
    let received = kernel::presumed_receipt(day.now, delivery(country, day.by_email, true), country).day;
    let term = reminder_term(received, terms, country);
    Happened::at(
        day.now,
        BillingEvent::ReminderSent {
            no: u32::try_from(contract.billing.reminders.len()).expect("few reminders") + 1,
            amount: arrears.iter().map(|a| a.amount).sum(),
            arrears,
            by_email: day.by_email,
            received,
            last_day: term.last_day,
            cover_stops: term.cover_stops,
        },
    )
}
