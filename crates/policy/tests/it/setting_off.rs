//! Set-off of what is overdue against a benefit (AMB-14, NL-DUN-08, BE-DUN-08).

use billing::{ArrearsTerms, BillingEvent, CollectionCosts, Frequency, HoldReason, PaymentSource};
use kernel::{Country, Instant, Money};
use policy::{Beneficiary, Command, ContractEvent, Cover, Overdue, PolicyRefusal};

use crate::history::{History, at, at_in, day, euro, sealed};

/// Paid by transfer, and never paid: premium of € 11.95 a month from 1 March 2026.
fn unpaid(country: Country) -> History {
    let mut history = History::new(country);
    history.arrears = ArrearsTerms {
        collection_costs: if country == Country::Nl {
            CollectionCosts::Statutory
        } else {
            CollectionCosts::None
        },
        interest_from: Some(Money::from_cents(100)),
    };
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history
}

fn set_off(amount: &str, owed_to: Beneficiary) -> Command {
    Command::SetOff { claim: sealed(90).id, amount: euro(amount), owed_to }
}

fn overdue(history: &mut History, when: &str, owed_to: Beneficiary) -> Overdue {
    let now: Instant = at_in(when, history.contract().country());
    history.run(&when[..10]);
    history.with_day(now, |day| policy::overdue(history.contract(), owed_to, day))
}

fn told(premium: &str, charges: &str) -> Overdue {
    Overdue { premium: euro(premium), charges: euro(charges) }
}

#[test]
fn amb_14_all_that_is_overdue_is_set_off_and_cover_comes_back_by_the_usual_rule() {
    let mut history = unpaid(Country::Nl);
    let all = overdue(&mut history, "2026-04-20 10:00", Beneficiary::Policyholder);
    assert_eq!(all, told("23.90", "40.00"), "two months, and the costs of the reminder");
    let above = history.give("2026-04-20 10:00", &set_off("63.91", Beneficiary::Policyholder));
    assert_eq!(above, Err(PolicyRefusal::AboveOverdue));
    history.must("2026-04-20 10:00", &set_off("63.90", Beneficiary::Policyholder));
    let billing = &history.contract().billing;
    assert_eq!((billing.open(), billing.credit), (Money::ZERO, Money::ZERO));
    let timeline = history.timeline();
    assert_eq!(timeline.at(at("2026-04-21 09:59")), Cover::Off, "NL-DUN-06");
    assert_eq!(timeline.at(at("2026-04-21 10:00")), Cover::On, "NL-DUN-06");
    let again = history.give("2026-04-20 10:01", &set_off("0.01", Beneficiary::Policyholder));
    assert_eq!(again, Err(PolicyRefusal::NothingToSetOff));
    let paid = history.events("payment-received");
    let [fact] = paid.as_slice() else { panic!("one payment: {paid:?}") };
    let ContractEvent::Billing(BillingEvent::PaymentReceived { source, surplus, .. }) = &fact.event else {
        panic!("{fact:?}")
    };
    assert_eq!((source, *surplus), (&PaymentSource::SetOff { claim: sealed(90).id }, Money::ZERO));
}

#[test]
fn a_small_benefit_pays_costs_first_and_brings_no_cover_back() {
    let mut history = unpaid(Country::Nl);
    history.run("2026-04-20");
    history.must("2026-04-20 10:00", &set_off("50.00", Beneficiary::Policyholder));
    assert_eq!(history.contract().billing.open(), euro("13.90"));
    assert_eq!(history.timeline().at(at("2026-04-25 10:00")), Cover::Off, "AMB-16");
    history.pay("2026-04-26 10:00", "2026-04-26 10:00", "1.95");
    assert_eq!(history.timeline().at(at("2026-04-27 10:00")), Cover::On, "NL-DUN-06");
}

#[test]
fn never_what_is_not_yet_overdue_nor_what_we_collect_ourselves() {
    let mut history = unpaid(Country::Nl);
    let none = told("0.00", "0.00");
    assert_eq!(overdue(&mut history, "2026-03-01 23:00", Beneficiary::Policyholder), none, "the due date");
    assert_eq!(overdue(&mut history, "2026-03-02 07:00", Beneficiary::Policyholder), told("11.95", "0.00"));
    assert_eq!(overdue(&mut history, "2026-04-01 12:00", Beneficiary::Policyholder), told("11.95", "0.00"));
    let mandate = Command::GiveMandate {
        reference: kernel::MandateReference::parse("HP-M1").expect("a reference"),
        debtor: sealed(5),
        signed: day("2026-04-01"),
    };
    history.must("2026-04-01 13:00", &mandate);
    assert_eq!(overdue(&mut history, "2026-04-03 12:00", Beneficiary::Policyholder), none, "it is collected");
}

#[test]
fn nothing_while_reminders_are_held_or_a_death_is_looked_into() {
    let mut history = unpaid(Country::Nl);
    let (reason, until) = (HoldReason::Dispute, day("2026-04-30"));
    history.must("2026-04-20 09:00", &Command::HoldReminders { reason, until, note: sealed(63) });
    let held = history.give("2026-04-20 10:00", &set_off("1.00", Beneficiary::Policyholder));
    assert_eq!(held, Err(PolicyRefusal::NothingToSetOff));
    history.must("2026-04-21 09:00", &Command::ResumeReminders);
    history.must("2026-04-21 10:00", &set_off("1.00", Beneficiary::Policyholder));
}

#[test]
fn what_a_payment_plan_lets_be_paid_in_parts_is_not_set_off() {
    let mut history = unpaid(Country::Nl);
    history.run("2026-04-20");
    let plan = Command::AgreePlan { parts: 2, first: day("2026-05-15"), note: sealed(63) };
    history.must("2026-04-20 09:00", &plan);
    let kept = history.give("2026-04-20 10:00", &set_off("1.00", Beneficiary::Policyholder));
    assert_eq!(kept, Err(PolicyRefusal::NothingToSetOff));
    // What falls due after the agreement is not in it.
    assert_eq!(overdue(&mut history, "2026-05-02 10:00", Beneficiary::Policyholder), told("11.95", "0.00"));
    history.must("2026-05-02 10:00", &set_off("11.95", Beneficiary::Policyholder));
    assert_eq!(
        history.contract().billing.plan_left().iter().map(|(_, left)| *left).sum::<Money>(),
        euro("63.90")
    );
}

#[test]
fn law_nl_ins_05_against_somebody_elses_benefit_only_premium_and_in_belgium_nothing() {
    let mut dutch = unpaid(Country::Nl);
    assert_eq!(overdue(&mut dutch, "2026-04-20 10:00", Beneficiary::Other), told("23.90", "0.00"));
    dutch.must("2026-04-20 10:00", &set_off("23.90", Beneficiary::Other));
    assert_eq!(dutch.contract().billing.open(), euro("40.00"), "the costs stay owed by the policyholder");
    let mut belgian = unpaid(Country::Be);
    assert_eq!(overdue(&mut belgian, "2026-04-20 10:00", Beneficiary::Policyholder), told("23.90", "0.00"));
    assert_eq!(overdue(&mut belgian, "2026-04-20 10:00", Beneficiary::Other), told("0.00", "0.00"));
    let refused = belgian.give("2026-04-20 10:00", &set_off("1.00", Beneficiary::Other));
    assert_eq!(refused, Err(PolicyRefusal::NothingToSetOff));
}

#[test]
fn law_be_ins_04_of_a_long_suspension_no_more_than_two_years_of_premium() {
    let mut history = unpaid(Country::Be);
    history.run("2028-07-15");
    let stops = history.contract().billing.reminders[0].cover_stops;
    assert_eq!(kernel::local_date(stops, Country::Be), day("2026-04-17"), "the vector below begins here");
    let open = history.contract().billing.open_premium();
    let now = at_in("2028-07-15 10:00", Country::Be);
    let told =
        history.with_day(now, |day| policy::overdue(history.contract(), Beneficiary::Policyholder, day));
    // Two before it, and 24 from 1 May 2026 to 1 April 2028; those of May, June and July 2028 are not asked for.
    assert_eq!((open - told.premium, told.premium), (euro("35.85"), euro("310.70")));
}

#[test]
fn what_was_set_off_is_corrected_to_no_other_day() {
    let mut history = unpaid(Country::Nl);
    history.run("2026-04-20");
    history.must("2026-04-20 10:00", &set_off("63.90", Beneficiary::Policyholder));
    let wrong = history.events("payment-received")[0].clone();
    let correct = Command::Correct {
        seq: wrong.seq,
        wrong: Box::new(wrong.event),
        effective: wrong.effective,
        right: policy::Right::At { at: at("2026-04-10 00:00") },
    };
    assert_eq!(history.give("2026-04-22 10:00", &correct), Err(PolicyRefusal::NotCorrectable));
}

#[test]
fn a_transfer_that_is_booked_later_does_not_change_what_was_set_off() {
    let mut history = unpaid(Country::Nl);
    history.run("2026-04-20");
    history.must("2026-04-20 10:00", &set_off("63.90", Beneficiary::Policyholder));
    history.pay("2026-04-22 10:00", "2026-04-19 10:00", "5.00");
    let billing = &history.contract().billing;
    assert_eq!((billing.open(), billing.credit), (Money::ZERO, euro("5.00")));
    assert_eq!(history.timeline().at(at("2026-04-21 10:00")), Cover::On, "NL-DUN-06");
}
