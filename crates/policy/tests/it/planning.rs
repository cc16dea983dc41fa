//! Payment plans: what is open is paid in parts; kept or broken.

use crate::history::{History, at, day, euro, sealed};
use billing::{ArrearsTerms, BillingEvent, CollectionCosts, Frequency, PlanPart};
use kernel::{Country, Money};
use policy::{Command, ContractEvent, Cover, PolicyRefusal as No};

fn unpaid(frequency: Frequency) -> History {
    let mut history = History::new(Country::Nl);
    history.arrears = ArrearsTerms {
        collection_costs: CollectionCosts::Statutory,
        interest_from: Some(Money::from_cents(100)),
    };
    history.applied("2026-03-01 09:00", frequency);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history
}

fn plan(parts: u32, first: &str) -> Command {
    Command::AgreePlan { parts, first: day(first), note: sealed(7) }
}

fn parts(history: &History) -> Vec<PlanPart> {
    match &history.events("payment-plan-agreed")[0].event {
        ContractEvent::Billing(BillingEvent::PaymentPlanAgreed { parts, .. }) => parts.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn before_cover_stops_a_plan_cancels_the_reminder_and_cover_stays() {
    let mut history = unpaid(Frequency::OneOff);
    history.run("2026-04-10");
    history.must("2026-04-10 09:00", &plan(3, "2026-04-20"));
    assert_eq!(history.give("2026-04-10 09:01", &plan(3, "2026-04-20")), Ok(0), "already done");
    assert_eq!(history.give("2026-04-10 09:02", &plan(4, "2026-04-20")), Err(No::PlanRuns));
    let parts = parts(&history);
    assert_eq!(
        parts.iter().map(|part| part.amount.to_string()).collect::<Vec<_>>(),
        ["99.67", "99.67", "99.66"]
    );
    assert_eq!(parts[2].on, day("2026-06-20"));
    for part in &parts {
        history.run(&part.on.to_string());
        let paid = part.amount.to_string();
        history.pay(&format!("{} 12:00", part.on), &format!("{} 00:00", part.on), &paid);
    }
    history.run("2026-12-01");
    assert_eq!(history.events("reminder-sent").len(), 1, "the one before the plan");
    assert!(
        history.events("payment-plan-broken").is_empty() && history.contract().billing.charges.is_empty()
    );
    assert_eq!(history.contract().billing.open(), euro("0"));
    assert_eq!(history.timeline().at(at("2026-05-20 12:00")), Cover::On);
}

#[test]
fn a_part_that_is_not_paid_within_a_week_breaks_the_plan_and_reminders_go_on() {
    let mut history = unpaid(Frequency::OneOff);
    history.run("2026-04-10");
    history.must("2026-04-10 09:00", &plan(2, "2026-04-20"));
    // A cent too little is not the part.
    history.run("2026-04-20");
    history.pay("2026-04-20 12:00", "2026-04-20 00:00", "149.49");
    history.run("2026-04-27");
    assert!(history.events("payment-plan-broken").is_empty());
    history.run("2026-04-29");
    assert_eq!(history.events("payment-plan-broken").len(), 1);
    assert_eq!(history.events("reminder-sent").len(), 2, "a whole term again");
    assert_eq!(history.timeline().at(at("2026-05-05 12:00")), Cover::On);
    history.run("2026-05-20");
    assert_eq!(history.timeline().at(at("2026-05-20 12:00")), Cover::Off);
}

#[test]
fn amb_16_after_cover_stopped_it_returns_only_when_amount_and_costs_were_received_and_no_interest_runs() {
    let mut history = unpaid(Frequency::OneOff);
    history.run("2026-07-15");
    history.must("2026-07-16 09:00", &plan(2, "2026-08-01"));
    // € 299 premium, € 44.85 costs, € 2.98 interest by then.
    let total: Money = parts(&history).iter().map(|part| part.amount).sum();
    assert_eq!(total, euro("346.83"));
    history.run("2026-08-01");
    history.pay("2026-08-01 12:00", "2026-08-01 00:00", "173.42");
    assert_eq!(history.timeline().at(at("2026-08-05 12:00")), Cover::Off);
    history.run("2026-09-01");
    history.pay("2026-09-01 12:00", "2026-09-01 00:00", "173.41");
    assert_eq!(history.events("interest-fell-due").len(), 1, "none while the plan was kept");
    assert_eq!(history.contract().billing.open(), euro("0"));
    assert_eq!(history.timeline().at(at("2026-09-02 00:00")), Cover::On);
}

#[test]
fn a_plan_is_of_what_is_open_and_within_a_year() {
    let mut history = unpaid(Frequency::OneOff);
    history.run("2026-04-10");
    for (parts, first) in [(1, "2026-05-01"), (13, "2026-05-01"), (2, "2026-04-09"), (12, "2026-05-11")] {
        let refused = history.give("2026-04-10 09:00", &plan(parts, first));
        assert_eq!(refused, Err(No::PlanOutOfRange { date: day("2027-04-10") }), "{parts} from {first}");
    }
    history.pay("2026-04-11 09:00", "2026-04-11 00:00", "299.00");
    assert_eq!(history.give("2026-04-12 09:00", &plan(3, "2026-05-01")), Err(No::PlanNothing));
}

#[test]
fn new_premium_is_not_in_the_plan_and_is_reminded_of_as_ever() {
    let mut history = unpaid(Frequency::Monthly);
    history.run("2026-03-31");
    history.must("2026-03-31 09:00", &plan(2, "2026-06-01"));
    history.run("2026-05-02");
    let sent = history.events("reminder-sent");
    let [sent] = &sent[..] else { panic!("{} reminders", sent.len()) };
    let ContractEvent::Billing(BillingEvent::ReminderSent { arrears, .. }) = &sent.event else { panic!() };
    assert_eq!(arrears.iter().map(|arrear| arrear.no).collect::<Vec<_>>(), [2]);
}
