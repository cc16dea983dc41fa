//! Reminders that do not arrive, proven receipt, the Belgian free reminder, and repeated non-payment.

use crate::history::{History, at, at_in, day, euro};
use billing::{BillingEvent, Frequency};
use kernel::Country;
use policy::{Command, ContractEvent, Cover, EndWay, Notice, PolicyRefusal as No};

fn unpaid(country: Country) -> History {
    let mut history = History::new(country);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history
}

fn returned(no: u32) -> Command {
    Command::ReturnReminder { no, reason: "5.1.1 unknown mailbox".into() }
}

#[test]
fn gen_time_06_a_mail_that_bounces_sets_no_term_and_the_next_goes_by_post() {
    let mut history = unpaid(Country::Nl);
    history.run("2026-04-01");
    assert_eq!(history.events("reminder-sent").len(), 1);
    history.must("2026-04-01 09:00", &returned(1));
    assert_eq!(history.give("2026-04-01 09:01", &returned(1)), Ok(0));
    history.run("2026-04-30");
    let sent: Vec<bool> = history
        .events("reminder-sent")
        .iter()
        .map(|fact| match &fact.event {
            ContractEvent::Billing(BillingEvent::ReminderSent { by_email, .. }) => *by_email,
            _ => false,
        })
        .collect();
    assert_eq!(sent, [true, false]);
    // posted on Thursday 2 April; Good Friday and Easter carry no post, so presumed there on Tuesday 7 April; day 14 is the 21st
    let lines = history.lines(&history.timeline());
    assert_eq!(lines[1], "2026-04-22 00:00 off NL-DUN-04");
}

#[test]
fn a_letter_that_comes_back_waits_until_somebody_finds_the_address() {
    let mut history = unpaid(Country::Nl);
    history.by_email = false;
    history.run("2026-04-30");
    assert_eq!(history.timeline().at(at("2026-04-29 12:00")), Cover::Off);
    history.must("2026-04-30 09:00", &returned(1));
    assert_eq!(
        history.timeline().at(at("2026-04-29 12:00")),
        Cover::On,
        "no loss of cover without a reminder"
    );
    history.run("2026-05-20");
    assert!(history.contract().billing.reminders.iter().skip(1).all(|r| r.arrears.iter().all(|a| a.no != 1)));
    history.must("2026-05-20 09:00", &Command::RemindAgain);
    assert_eq!(history.contract().billing.reminders.last().unwrap().arrears[0].no, 1);
    assert_eq!(history.give("2026-05-20 09:01", &Command::RemindAgain), Err(No::NothingToRemind));
}

#[test]
fn amb_12_proven_receipt_moves_the_term_later_and_never_earlier() {
    let prove = |received: &str| Command::ProveReceipt { no: 1, received: day(received), proof: None };
    for (received, stops) in [("2026-04-08", "2026-04-23 00:00"), ("2026-04-01", "2026-04-16 00:00")] {
        let mut history = unpaid(Country::Nl);
        history.run("2026-04-10");
        history.must("2026-04-10 09:00", &prove(received));
        let lines = history.lines(&history.timeline());
        assert_eq!(lines[1], format!("{stops} off NL-DUN-04"), "{received}");
        assert_eq!(history.give("2026-04-10 10:00", &prove(received)), Ok(0));
        assert_eq!(history.give("2026-04-10 11:00", &returned(1)), Err(No::ReminderArrived));
    }
    // A later proof that was wrong gives way to an earlier one.
    let mut history = unpaid(Country::Nl);
    history.run("2026-04-10");
    history.must("2026-04-10 09:00", &prove("2026-04-08"));
    history.must("2026-04-10 10:00", &prove("2026-04-01"));
    assert_eq!(history.lines(&history.timeline())[1], "2026-04-16 00:00 off NL-DUN-04");
    let mut history = unpaid(Country::Nl);
    history.run("2026-04-10");
    assert_eq!(history.give("2026-04-10 09:00", &prove("2026-03-31")), Err(No::ReceiptBeforeSent));
    assert_eq!(history.give("2026-04-10 09:00", &prove("2026-04-11")), Err(No::InFuture));
    assert_eq!(history.give("2026-04-10 09:00", &returned(7)), Err(No::ReminderUnknown));
}

#[test]
fn be_dun_10_a_consumer_is_reminded_free_of_charge_first() {
    let mut history = unpaid(Country::Be);
    history.run("2026-04-20");
    let free = history.events("free-reminder-sent");
    // due 1 March → day 14 is the 15th; mailed → 14 days from the 16th to the 29th, a Sunday, so Monday 30 March
    let ContractEvent::Billing(BillingEvent::FreeReminderSent { last_day, amount, .. }) = &free[0].event
    else {
        panic!("a free reminder")
    };
    assert_eq!((*last_day, *amount), (day("2026-03-30"), euro("11.95")));
    assert_eq!(kernel::local_date(free[0].effective, Country::Be), day("2026-03-15"));
    let sent = history.events("reminder-sent");
    assert_eq!(kernel::local_date(sent[0].effective, Country::Be), day("2026-04-01"));
    // Nearly: none in the Netherlands.
    let mut nl = unpaid(Country::Nl);
    nl.run("2026-04-20");
    assert!(nl.events("free-reminder-sent").is_empty());
}

#[test]
fn amb_13_repeated_is_two_due_dates_or_thirty_days() {
    let end = |country, run: &str, when: &str| {
        let mut history = unpaid(country);
        history.run(run);
        let notice = Notice::new(EndWay::RepeatedNonPayment, at_in(when, country));
        history
            .give(when, &Command::Cancel { notice: Box::new(notice) })
            .map(|_| history.lines(&history.timeline()).last().cloned().unwrap_or_default())
    };
    // reminded of March on 1 April (no cover from the 16th) and of April on 2 May (Saturday 16 May rolls to Monday 18 May)
    assert_eq!(end(Country::Nl, "2026-04-20", "2026-04-20 12:00"), Err(No::NotRepeated));
    assert_eq!(end(Country::Nl, "2026-05-19", "2026-05-19 12:00").unwrap(), "2026-05-20 00:00 off NL-END-08");
    // AMB-68: Belgian suspension from 17 April: not before 3 May; by 19 May that is long over
    assert_eq!(end(Country::Be, "2026-05-19", "2026-05-19 12:00").unwrap(), "2026-05-20 00:00 off BE-END-13");
}

#[test]
fn nl_end_06_nobody_is_told_that_cover_is_back_after_the_end() {
    let mut history = unpaid(Country::Nl);
    history.run("2026-04-20");
    let death = Notice::new(EndWay::Death, at("2026-04-18 00:00"));
    history.must("2026-04-20 12:00", &Command::Cancel { notice: Box::new(death) });
    let open = history.contract().billing.open();
    history.pay("2026-04-26 12:00", "2026-04-26 00:00", &open.to_string());
    history.run("2026-04-30");
    assert_eq!(history.contract().billing.open(), euro("0.00"));
    assert_eq!(history.events("cover-return-announced").len(), 0);
    assert_eq!(history.timeline().at(at("2026-04-29 12:00")), Cover::Off);
}
