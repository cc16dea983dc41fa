//! Collection costs and statutory interest on premium that was not paid in time (NL-DUN-05, BE-DUN-05).
//!
//! Costs were stated to the cent in the reminder and are owed from the instant at which its term is over (LAW-NL-COL-03).
//! Interest runs from there; it is worked out when money comes, and left alone where it is not worth asking for.

use billing::{BillingEvent, Charge, ChargeKind, Reminder};
use kernel::{Country, Instant, Money, Rule, VaultRef};

use crate::{
    Contract, Day, Done, Happened, PolicyRefusal as No,
    agenda::{Item, What},
};

/// What time brings to costs: they fall due with the end of a reminder's term, and are taken back when it turns out that it set none.
pub(crate) fn charges(contract: &Contract) -> impl Iterator<Item = Item> {
    let billing = &contract.billing;
    let due =
        billing.reminders.iter().filter(|reminder| owes_costs(contract, reminder)).map(|reminder| Item {
            at: reminder.cover_stops,
            needs_statement_of: Some(reminder.last_day),
            what: What::ChargeCosts(reminder.no),
        });
    let moot = billing.charges.iter().filter(|charge| why_moot(contract, charge).is_some()).map(|charge| {
        Item { at: charge.fell_due, needs_statement_of: None, what: What::TakeBackCharge(charge.no) }
    });
    moot.chain(due)
}

fn charges_moot(contract: &Contract) -> impl Iterator<Item = &Charge> {
    contract.billing.charges.iter().filter(|charge| why_moot(contract, charge).is_some())
}

/// Whether the term of a reminder, once over, brings costs that did not fall due yet.
fn owes_costs(contract: &Contract, reminder: &Reminder) -> bool {
    let charged = |charge: &Charge| {
        (charge.reminder, charge.kind) == (reminder.no, ChargeKind::Costs)
            && charge.fell_due >= reminder.cover_stops
    };
    reminder.costs > Money::ZERO && reminder.cost_cover() && !contract.billing.charges.iter().any(charged)
}

/// The rule by which costs or interest that fell due are not owed, if they are not: their reminder set no term (GEN-TIME-06), what
/// it asks for was there in time, or its term turned out to be longer (AMB-12).
fn why_moot(contract: &Contract, charge: &Charge) -> Option<Rule> {
    let reminder = contract.billing.reminders.iter().find(|reminder| reminder.no == charge.reminder)?;
    if charge.waived == charge.amount {
        return None;
    }
    let in_time = match contract.country() {
        Country::Nl => "NL-DUN-03",
        Country::Be => "BE-DUN-03",
    };
    match reminder {
        reminder if reminder.cancelled => Some(Rule("GEN-TIME-06")),
        reminder if !reminder.cost_cover() => Some(Rule(in_time)),
        reminder if charge.fell_due < reminder.cover_stops => Some(Rule("AMB-12")),
        _ => None,
    }
}

pub(crate) fn costs(contract: &Contract, reminder: u32) -> Option<Happened> {
    let reminder = contract.billing.reminders.iter().find(|known| known.no == reminder)?;
    let no = contract.billing.next_charge();
    let (at, amount) = (reminder.cover_stops, reminder.costs);
    Some(Happened::at(at, BillingEvent::CostsFellDue { no, reminder: reminder.no, amount }))
}

pub(crate) fn take_back(contract: &Contract, charge: u32, now: Instant) -> Option<Happened> {
    let charge = contract.billing.charges.iter().find(|known| known.no == charge)?;
    let rule = why_moot(contract, charge)?;
    let (no, amount) = (charge.no, charge.amount - charge.waived);
    Some(Happened::at(now, BillingEvent::ChargeWaived { no, amount, rule, reason: None }))
}

/// Events, and the costs that they turn out not to have been owed taken back.
pub(crate) fn with_take_backs(contract: &Contract, mut events: Vec<Happened>, now: Instant) -> Vec<Happened> {
    let mut after = contract.clone();
    for Happened { event, effective } in &events {
        after = Contract::next(Some(after), event, *effective);
    }
    let moot: Vec<u32> = charges_moot(&after).map(|charge| charge.no).collect();
    events.extend(moot.into_iter().filter_map(|charge| take_back(&after, charge, now)));
    events
}

/// What falls due on top of premium before a payment credited at an instant is divided: costs of terms that were over by then, and
/// interest of the days before it, where there is enough of it to be asked for.
pub(crate) fn due_by(contract: &Contract, credited: Instant, day: &Day<'_>) -> Vec<Happened> {
    let country = contract.country();
    let mut after = contract.clone();
    let mut happened = Vec::new();
    let mut add = |contract: &mut Contract, event: Happened| {
        *contract = Contract::next(Some(contract.clone()), &event.event, event.effective);
        happened.push(event);
    };
    let moot: Vec<u32> = charges_moot(contract).map(|charge| charge.no).collect();
    for charge in moot {
        take_back(contract, charge, day.now).into_iter().for_each(|back| add(&mut after, back));
    }
    let over = |reminder: &&Reminder| reminder.satisfied.is_none() && reminder.cover_stops <= credited;
    let reminders: Vec<Reminder> = contract.billing.reminders.iter().filter(over).cloned().collect();
    for reminder in &reminders {
        if owes_costs(&after, reminder) {
            let costs = costs(&after, reminder.no);
            costs.into_iter().for_each(|costs| add(&mut after, costs));
        }
    }
    for reminder in &reminders {
        let until = kernel::local_date(credited, country);
        let accrued = after.billing.accrued(reminder, country, until);
        let asked =
            accrued.filter(|accrued| day.arrears.interest_from.is_some_and(|least| accrued.amount >= least));
        if let Some(accrued) = asked {
            let interest = BillingEvent::InterestFellDue {
                no: after.billing.next_charge(),
                reminder: reminder.no,
                principal: accrued.principal,
                from: accrued.from,
                until: accrued.until,
                amount: accrued.amount,
            };
            add(&mut after, Happened::at(credited, interest));
        }
    }
    happened
}

/// Costs that would fall due only because a payment turns out to have come later than was booked. The policyholder was never told
/// of them: they are not asked for, and hold no cover back (AMB-16).
pub(crate) fn forgive_late(contract: &Contract, credited: Instant, right: Instant) -> Vec<Happened> {
    let mut after = contract.billing.clone();
    after.correct_payment(credited, right);
    let was_in_time =
        |no: u32| contract.billing.reminders.iter().any(|was| was.no == no && !was.cost_cover());
    let late = after.reminders.iter().filter(|reminder| {
        let received = reminder.received_all().filter(|at| *at < reminder.cover_stops);
        reminder.costs > Money::ZERO && !reminder.cancelled && received.is_none() && was_in_time(reminder.no)
    });
    let mut happened = Vec::new();
    for (no, Reminder { no: reminder, costs, cover_stops, .. }) in
        (contract.billing.next_charge()..).zip(late)
    {
        let (reminder, amount, rule) = (*reminder, *costs, Rule("AMB-16"));
        let forgiven = BillingEvent::ChargeWaived { no, amount, rule, reason: None };
        happened.push(Happened::at(*cover_stops, BillingEvent::CostsFellDue { no, reminder, amount }));
        happened.push(Happened::at(*cover_stops, forgiven));
    }
    happened
}

/// A person waives costs or interest, with a reason. What was paid of it pays premium, or is kept as credit.
pub(crate) fn waive(contract: &Contract, no: u32, reason: &VaultRef, now: Instant) -> Result<Done, No> {
    let charge = contract.billing.charges.iter().find(|charge| charge.no == no).ok_or(No::ChargeUnknown)?;
    let amount = charge.amount - charge.waived;
    if amount <= Money::ZERO {
        return Ok(Done::AlreadyDone);
    }
    let rule = match (contract.country(), charge.kind) {
        (Country::Nl, ChargeKind::Costs) => Rule("LAW-NL-COL-03"),
        (Country::Be, ChargeKind::Costs) => Rule("LAW-BE-COL-05"),
        (Country::Nl, ChargeKind::Interest) => Rule("LAW-NL-INT-01"),
        (Country::Be, ChargeKind::Interest) => Rule("LAW-BE-INT-01"),
    };
    let reason = Some(reason.clone());
    Ok(Done::Happened(vec![Happened::at(now, BillingEvent::ChargeWaived { no, amount, rule, reason })]))
}
