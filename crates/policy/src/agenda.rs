//! What time does to a contract.
//!
//! One list, the agenda, names everything that time will bring as things stand now. [`fall_due`] carries out what is due,
//! [`next_due`] says when it next matters; so the two can never disagree.

use billing::{ArrearsTerms, BillingEvent, Frequency, Instalment, instalment};
use kernel::{Country, Date, Id, Instant, Money, Rule};
use ledger::PremiumSplit;

use crate::{
    Contract, Happened, Phase, PolicyEvent, announcing, charging, collecting, mandate, planning,
    premium::{reverse_all, settle_premium},
    reminding,
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
    /// What is asked for on top of premium that is not paid in time.
    pub arrears: ArrearsTerms,
    /// Whether the holder agreed to e-mail (LAW-NL-INS-03); without it a letter goes by post.
    pub by_email: bool,
}

/// Something time brings.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    WarnDecision(u32),
    Lapse,
    PremiumDue(Instalment),
    Collect(u32),
    MandateLapses,
    RemindFree,
    Remind,
    ChargeCosts(u32),
    TakeBackCharge(u32),
    PlanBreaks(u32),
    AnnounceStop(u32),
    AnnounceReturn(u32),
    TermsTakeEffect(u32),
    AnnounceEnd,
    Refund,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub(crate) at: Instant,
    /// The last day whose bank statement must be booked before this may be carried out.
    pub(crate) needs_statement_of: Option<Date>,
    pub(crate) what: What,
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
            items.extend(premium_due(contract, (*accepted).max(contract.resumed.unwrap_or(*accepted))));
            items.extend(announcing::to_come(contract).map(|(no, from)| at(from, What::TermsTakeEffect(no))));
            let lapses = mandate::lapses(contract).filter(|at| !contract.is_over_at(*at));
            items.extend(lapses.map(|lapses| at(lapses, What::MandateLapses)));
            if let Some(ending) = contract.ends().filter(|_| !end_announced) {
                items.push(at(ending.ends, What::AnnounceEnd));
            }
        }
        Phase::Offered { until, .. } => items.push(at(*until, What::Lapse)),
        Phase::Rejected { .. } | Phase::Lapsed { .. } | Phase::Withdrawn { .. } => {}
    }
    items.extend(collections(contract));
    if matches!(contract.phase, Phase::Running { .. }) {
        items.extend(charging::charges(contract));
        items.extend(reminding::reminders(contract));
        items.extend(planning::breaks(contract));
    }
    if goes_back(contract) > Money::ZERO && !contract.blocked {
        items.push(at(contract.applied, What::Refund));
    }
    items
}

/// Whether nothing more will be earned on the contract, so that what was paid too much goes back.
pub(crate) fn is_over(contract: &Contract) -> bool {
    match &contract.phase {
        Phase::Rejected { .. } | Phase::Lapsed { .. } | Phase::Withdrawn { .. } => true,
        Phase::Running { accepted, .. } => {
            contract.ends().is_some() && premium_due(contract, *accepted).is_none()
        }
        Phase::Screening { .. } | Phase::Applied { .. } | Phase::Offered { .. } => false,
    }
}

/// What is to be paid back now: all that was paid too much once the policy is over; while it runs, premium that was taken back
/// after it had been paid (AMB-63), unless something is still open. Credit then waits for the next premium.
fn goes_back(contract: &Contract) -> Money {
    let billing = &contract.billing;
    if is_over(contract) {
        return billing.overpaid();
    }
    match contract.phase {
        Phase::Running { .. } if billing.open() == Money::ZERO => billing.overpaid() - billing.credit,
        _ => Money::ZERO,
    }
}

/// Orders back what was paid too much; nothing while money is blocked (LAW-SANC-03), nor while premium may still fall due.
pub(crate) fn refund_overpaid(contract: &Contract, day: &Day<'_>, rule: Rule) -> Option<Happened> {
    let amount = goes_back(contract);
    (amount > Money::ZERO && !contract.blocked).then(|| {
        Happened::at(
            day.now,
            BillingEvent::RefundOrdered {
                payment: (day.new_id)(),
                amount,
                payee: contract.billing.refund_account(contract.payer.as_ref().map(|(payer, _)| payer)),
                rule,
            },
        )
    })
}

/// The next instalment to fall due: not before `earliest`, and only while the policy runs into its period.
fn premium_due(contract: &Contract, earliest: Instant) -> Option<Item> {
    let country = contract.country();
    let no = contract.billing.instalments() + 1;
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
    let open = contract.billing.receivables.iter().filter(|r| collecting::may_collect(contract, r));
    open.map(move |receivable| Item {
        at: kernel::start_of_day(receivable.due, country),
        needs_statement_of: None,
        what: What::Collect(receivable.no),
    })
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
            let split = (day.split)(contract.premium_on(instalment.period.from()), instalment.due);
            let fell_due = BillingEvent::PremiumFellDue {
                no: contract.billing.next_no(),
                period: instalment.period,
                due: instalment.due,
                split,
            };
            let mut happened = vec![Happened::at(item.at, fell_due)];
            let after = Contract::next(Some(contract.clone()), &happened[0].event, item.at);
            // AMB-42, AMB-70: if the policy ends or changes inside the period, what is owed for it is less or more.
            if after.ends().is_some() || !after.endorsements.is_empty() {
                let rule = match after.ends() {
                    Some(ending) => ending.back.rule(ending.way, country),
                    None => Rule("AMB-63"),
                };
                let at_due = Day { now: item.at, ..*day };
                happened.extend(settle_premium(&after, &at_due, rule));
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
                    debtor: contract.billing.mandate.as_ref().map(|mandate| mandate.debtor.id),
                },
            )]
        }
        What::MandateLapses => mandate::lapse(contract, item.at),
        What::RemindFree => vec![reminding::remind_free(contract, day)],
        What::Remind => vec![reminding::remind(contract, day)],
        What::ChargeCosts(no) => charging::costs(contract, *no).into_iter().collect(),
        What::TakeBackCharge(no) => charging::take_back(contract, *no, day.now).into_iter().collect(),
        What::PlanBreaks(no) => vec![planning::break_plan(contract, *no, day.now)],
        What::AnnounceStop(no) => vec![Happened::at(day.now, BillingEvent::CoverStopAnnounced { no: *no })],
        What::AnnounceReturn(no) => {
            let from = reminding::all_back(contract).expect("it is on the agenda");
            vec![Happened::at(day.now, BillingEvent::CoverReturnAnnounced { no: *no, from })]
        }
        What::TermsTakeEffect(no) => vec![Happened::at(item.at, PolicyEvent::TermsTookEffect { no: *no })],
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

/// How a letter travels: by e-mail only with consent (LAW-NL-INS-03); a Belgian notice of non-payment is registered
/// (LAW-BE-INS-02).
pub(crate) fn delivery(country: Country, by_email: bool, non_payment: bool) -> kernel::Delivery {
    match (country, by_email) {
        (Country::Be, _) if non_payment => kernel::Delivery::Registered,
        (_, true) => kernel::Delivery::Electronic,
        (_, false) => kernel::Delivery::Post,
    }
}
