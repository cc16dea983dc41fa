//! Collection costs and interest: when they are owed, what pays them, and that cover comes back after amount and costs.

use crate::history::{History, at, day, euro, sealed};
use billing::{ArrearsTerms, BillingEvent, ChargeKind, CollectionCosts, Frequency, HoldReason};
use kernel::{Country, Money};
use policy::{Command, ContractEvent, Cover, PolicyRefusal as No, Right};

fn unpaid(country: Country, frequency: Frequency) -> History {
    let mut history = History::new(country);
    history.arrears = ArrearsTerms {
        collection_costs: CollectionCosts::Statutory,
        interest_from: Some(Money::from_cents(100)),
    };
    history.applied("2026-03-01 09:00", frequency);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history
}

fn costs_stated(history: &History) -> Vec<String> {
    let stated = |fact: &&policy::Fact| match &fact.event {
        ContractEvent::Billing(BillingEvent::ReminderSent { costs, .. }) => costs.to_string(),
        _ => String::new(),
    };
    history.events("reminder-sent").iter().map(stated).collect()
}

#[test]
fn law_nl_col_03_costs_are_owed_only_after_the_fourteen_days_of_a_letter_that_states_them() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-15");
    assert_eq!(costs_stated(&history), ["40.00"]);
    assert_eq!(history.contract().billing.open(), euro("23.90"), "no costs within the term");
    history.run("2026-04-16");
    assert_eq!(history.contract().billing.open(), euro("63.90"));
    assert_eq!(history.events("costs-fell-due")[0].effective, at("2026-04-16 00:00"));
}

#[test]
fn nl_dun_06_cover_returns_24_hours_after_the_amount_and_the_costs_however_they_come() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-18");
    history.pay("2026-04-18 09:00", "2026-04-18 00:00", "11.95");
    assert_eq!(history.timeline().at(at("2026-04-20 12:00")), Cover::Off, "the costs are missing");
    history.pay("2026-04-20 09:00", "2026-04-20 00:00", "39.99");
    assert_eq!(history.timeline().at(at("2026-04-22 12:00")), Cover::Off, "a cent is missing");
    history.pay("2026-04-22 09:00", "2026-04-22 00:00", "0.01");
    let lines = history.lines(&history.timeline());
    assert_eq!(lines[1..], ["2026-04-16 00:00 off NL-DUN-04", "2026-04-23 00:00 on NL-DUN-06"]);
    assert_eq!(history.events("cover-return-announced").len(), 0);
    history.run("2026-04-24");
    assert_eq!(history.events("cover-return-announced").len(), 1);
}

#[test]
fn nl_dun_03_on_the_last_day_no_costs_are_owed() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-14");
    history.pay("2026-04-15 09:00", "2026-04-15 23:59", "11.95");
    history.run("2026-04-30");
    assert!(history.contract().billing.charges.is_empty());
    assert_eq!(history.timeline().at(at("2026-04-29 12:00")), Cover::On);
}

#[test]
fn law_nl_col_05_one_amount_of_costs_for_all_premium_in_arrears() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-08-31");
    let stated = costs_stated(&history);
    assert_eq!(stated[..3], ["40.00", "0.00", "0.00"], "{stated:?}");
    let costs: Money = history.contract().billing.charges.iter().map(|charge| charge.amount).sum();
    assert_eq!(costs, euro("40.00"));
}

#[test]
fn law_be_col_06_no_clause_no_costs() {
    let mut history = unpaid(Country::Be, Frequency::Monthly);
    history.arrears = ArrearsTerms { collection_costs: CollectionCosts::None, ..history.arrears };
    history.run("2026-05-01");
    assert_eq!(costs_stated(&history)[0], "0.00");
    assert!(history.contract().billing.charges.is_empty());
}

#[test]
fn nl_dun_05_interest_runs_from_the_day_after_the_term_and_holds_no_cover_back() {
    let mut history = unpaid(Country::Nl, Frequency::OneOff);
    history.run("2026-07-15");
    // € 299: 15 % is € 44.85. Interest from 16 April up to 16 July: 91 days of 4 % are € 2.98.
    history.pay("2026-07-16 09:00", "2026-07-16 00:00", "343.85");
    let interest = &history.events("interest-fell-due")[0].event;
    let ContractEvent::Billing(BillingEvent::InterestFellDue { from, until, amount, principal, .. }) =
        interest
    else {
        panic!("interest fell due")
    };
    assert_eq!((from.to_string(), until.to_string()), ("2026-04-16".into(), "2026-07-16".into()));
    assert_eq!((*principal, *amount), (euro("299.00"), euro("2.98")));
    let billing = &history.contract().billing;
    assert_eq!(
        billing.open_charges(ChargeKind::Interest),
        euro("0"),
        "interest before premium (LAW-NL-COL-10)"
    );
    assert_eq!(billing.open(), euro("2.98"), "of the premium");
    assert_eq!(history.timeline().at(at("2026-07-17 00:00")), Cover::On, "it holds no cover back");
    history.run("2026-12-01");
    assert_eq!(history.events("reminder-sent").len(), 1, "and is no reason for a new reminder");
}

#[test]
fn a_little_interest_is_not_asked_for() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-30");
    history.pay("2026-04-30 09:00", "2026-04-30 00:00", "51.95");
    assert!(history.events("interest-fell-due").is_empty());
    assert_eq!(history.contract().billing.receivables[0].open(), euro("0"));
}

#[test]
fn costs_of_a_reminder_that_was_sent_in_error_are_taken_back_and_what_was_paid_of_them_pays_premium() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-20");
    history.pay("2026-04-20 09:00", "2026-04-20 00:00", "45.00");
    assert_eq!(history.contract().billing.receivables[0].open(), euro("6.95"));
    let fact = history.events("reminder-sent")[0].clone();
    let wrong = Box::new(fact.event);
    let command = Command::Correct { seq: fact.seq, wrong, effective: fact.effective, right: Right::Never };
    history.must("2026-04-21 09:00", &command);
    history.run("2026-04-22");
    let billing = &history.contract().billing;
    assert_eq!((billing.open(), billing.credit), (euro("0.00"), euro("21.10")));
    assert_eq!(history.timeline().at(at("2026-04-18 12:00")), Cover::On);
}

#[test]
fn a_person_waives_costs_and_cover_returns_24_hours_later() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-20");
    history.pay("2026-04-20 09:00", "2026-04-20 00:00", "11.95");
    let waive = |no| Command::WaiveCharge { no, reason: sealed(6) };
    assert_eq!(history.give("2026-04-21 11:59", &waive(7)), Err(No::ChargeUnknown));
    history.must("2026-04-21 12:00", &waive(1));
    assert_eq!(history.give("2026-04-21 12:01", &waive(1)), Ok(0), "already done");
    let lines = history.lines(&history.timeline());
    assert_eq!(lines[2], "2026-04-22 12:00 on NL-DUN-06");
    assert_eq!(
        history.contract().billing.receivables[0].open(),
        euro("0"),
        "what paid costs pays premium now"
    );
}

#[test]
fn costs_that_were_paid_and_are_waived_become_credit() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-20");
    history.pay("2026-04-20 09:00", "2026-04-20 00:00", "63.90");
    history.must("2026-04-21 12:00", &Command::WaiveCharge { no: 1, reason: sealed(6) });
    let billing = &history.contract().billing;
    assert_eq!((billing.open(), billing.credit), (euro("0.00"), euro("40.00")));
}

#[test]
fn amb_16_a_payment_that_turns_out_to_have_come_too_late_brings_no_costs() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-15");
    history.pay("2026-04-15 09:00", "2026-04-15 00:00", "11.95");
    history.run("2026-04-20");
    let fact = history.events("payment-received")[0].clone();
    let wrong = Box::new(fact.event);
    let right = Right::At { at: at("2026-04-17 00:00") };
    let command = Command::Correct { seq: fact.seq, wrong, effective: fact.effective, right };
    history.must("2026-04-20 09:00", &command);
    let lines = history.lines(&history.timeline());
    assert_eq!(lines[1..], ["2026-04-16 00:00 off NL-DUN-04", "2026-04-18 00:00 on NL-DUN-06"]);
    assert_eq!(history.contract().billing.receivables[0].open(), euro("0.00"));
    assert_eq!(history.contract().billing.open_charges(ChargeKind::Costs), euro("0.00"));
}

fn hold(until: &str) -> Command {
    Command::HoldReminders { reason: HoldReason::Dispute, until: day(until), note: sealed(62) }
}

#[test]
fn nl_dun_02_while_reminders_are_held_nobody_is_reminded_and_afterwards_they_go_on_by_themselves() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.must("2026-03-25 09:00", &hold("2026-05-10"));
    assert_eq!(history.give("2026-03-25 09:01", &hold("2026-05-10")), Ok(0), "already done");
    history.run("2026-05-10");
    assert!(history.events("reminder-sent").is_empty());
    history.run("2026-05-11");
    assert_eq!(history.events("reminder-sent").len(), 1);
    assert_eq!(history.timeline().at(at("2026-05-25 12:00")), Cover::On, "the whole term again");
}

#[test]
fn nl_dun_04_a_term_that_runs_when_reminders_are_held_counts_no_more() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    history.run("2026-04-10");
    history.must("2026-04-10 09:00", &hold("2026-04-30"));
    history.run("2026-05-01");
    assert!(history.contract().billing.charges.is_empty(), "no costs either");
    assert_eq!(history.timeline().at(at("2026-05-01 12:00")), Cover::On);
    assert_eq!(history.events("reminder-sent").len(), 2, "asked for anew");
    assert_eq!(history.timeline().at(at("2026-05-16 12:00")), Cover::Off);
}

#[test]
fn a_hold_ends_within_half_a_year_and_can_be_ended_before() {
    let mut history = unpaid(Country::Nl, Frequency::Monthly);
    let refused = |date: &str| Err(No::HoldOutOfRange { date: day(date) });
    assert_eq!(history.give("2026-03-25 09:00", &hold("2026-03-24")), refused("2026-09-25"));
    assert_eq!(history.give("2026-03-25 09:00", &hold("2026-09-26")), refused("2026-09-25"));
    history.must("2026-03-25 09:00", &hold("2026-09-25"));
    history.run("2026-04-20");
    history.must("2026-04-20 09:00", &Command::ResumeReminders);
    assert_eq!(history.give("2026-04-20 09:01", &Command::ResumeReminders), Ok(0));
    history.run("2026-04-21");
    assert_eq!(history.events("reminder-sent").len(), 1);
}
