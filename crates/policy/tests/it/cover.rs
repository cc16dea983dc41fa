//! Losing and regaining cover (NL-DUN, BE-DUN).

use crate::history::{History, at, day, euro};
use billing::Frequency;
use kernel::Country;
use policy::{Command, Cover};

/// Due 1 March, nobody pays: the worked example of NL-DUN. Accepted on the day of application, without a mandate.
fn unpaid() -> History {
    History::accepted("2026-03-01 09:00", "2026-03-01 10:00")
}

#[test]
fn nl_dun_02_a_reminder_goes_on_day_31_and_not_before() {
    let mut history = unpaid();
    history.run("2026-03-31");
    assert!(history.events("reminder-sent").is_empty());
    history.run("2026-04-01");
    let reminder = &history.contract().billing.reminders[0];
    assert_eq!(reminder.last_day, day("2026-04-15"));
    assert_eq!(reminder.amount(), euro("11.95"), "April's premium is not 30 days late yet");
}

#[test]
fn nl_dun_worked_example() {
    let mut history = unpaid();
    history.run("2026-04-19");
    assert_eq!(history.events("cover-stop-announced").len(), 1);
    history.pay("2026-04-20 15:00", "2026-04-20 10:00", "11.95");
    assert_eq!(
        history.lines(&history.timeline())[..3],
        ["2026-03-01 09:00 on NL-PROV-07", "2026-04-16 00:00 off NL-DUN-04", "2026-04-21 10:00 on NL-DUN-06"]
    );
    let timeline = history.timeline();
    assert_eq!(timeline.at(at("2026-04-15 23:59")), Cover::On);
    assert_eq!(timeline.at(at("2026-04-18 12:00")), Cover::Off, "NL-DUN-07: also after payment");
    assert_eq!(timeline.at(at("2026-04-21 09:59")), Cover::Off);
}

#[test]
fn be_dun_worked_example() {
    let mut history = History::new(Country::Be);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history.run("2026-04-18");
    history.pay("2026-04-20 15:00", "2026-04-20 10:00", "11.95");
    assert_eq!(
        history.lines(&history.timeline()),
        [
            "2026-03-01 09:00 on BE-PROV-07",
            "2026-04-17 00:00 suspended BE-DUN-04",
            "2026-04-21 10:00 on BE-DUN-06"
        ]
    );
}

#[test]
fn amb_16_partial_payment_changes_nothing() {
    let mut history = unpaid();
    history.run("2026-04-10");
    history.pay("2026-04-12 09:00", "2026-04-12 00:00", "11.94");
    assert_eq!(history.timeline().at(at("2026-04-17 00:00")), Cover::Off);
    history.pay("2026-04-13 09:00", "2026-04-13 00:00", "0.01");
    assert_eq!(history.timeline().at(at("2026-04-17 00:00")), Cover::On);
}

#[test]
fn payment_on_the_last_day_keeps_cover_though_booked_later() {
    // credited 15 April, booked on the 18th: believed off in between, and on as known later
    let mut history = unpaid();
    history.booked_through = Some(day("2026-04-10"));
    history.run("2026-04-17");
    assert!(history.events("cover-stop-announced").is_empty(), "no statement, no announcement");
    history.pay("2026-04-18 09:00", "2026-04-15 00:00", "11.95");
    let noon = at("2026-04-17 12:00");
    assert_eq!(history.timeline_known("2026-04-17 13:00").at(noon), Cover::Off);
    assert_eq!(history.timeline().at(noon), Cover::On);
}

#[test]
fn no_reminder_without_the_bank_statements() {
    let mut history = unpaid();
    history.booked_through = Some(day("2026-03-30"));
    history.run("2026-04-05");
    assert!(history.events("reminder-sent").is_empty());
    history.booked_through = Some(day("2026-03-31"));
    history.run("2026-04-06");
    assert_eq!(history.events("reminder-sent").len(), 1);
    assert_eq!(
        history.contract().billing.reminders[0].last_day,
        day("2026-04-20"),
        "counts from when it was sent"
    );
}

#[test]
fn amb_12_a_letter_counts_from_its_presumed_receipt() {
    let mut history = unpaid();
    history.by_email = false;
    history.run("2026-04-01");
    // posted Wed 1 April: Thu 2 is postal, Good Friday 3 is not, Sat 4 is; day 14 is Sat 18 → Mon 20 (AMB-71)
    let reminder = &history.contract().billing.reminders[0];
    assert_eq!((reminder.received, reminder.last_day), (day("2026-04-04"), day("2026-04-20")));
}

#[test]
fn law_nl_col_05_what_can_be_reminded_together_is() {
    let mut history = unpaid();
    history.booked_through = Some(day("2026-03-30"));
    history.run("2026-05-02");
    history.booked_through = Some(day("2026-05-02"));
    history.run("2026-05-03");
    assert_eq!(history.contract().billing.reminders.len(), 1);
    assert_eq!(history.contract().billing.reminders[0].amount(), euro("23.90"), "March and April in one");
}

#[test]
fn nl_dun_10_a_second_arrear_has_a_reminder_and_a_gap_of_its_own() {
    let mut history = unpaid();
    history.run("2026-04-19");
    history.pay("2026-04-20 15:00", "2026-04-20 10:00", "11.95");
    // due 1 April, reminded on 2 May; day 14 is Saturday 16 May, which rolls to Monday
    history.run("2026-05-20");
    history.pay("2026-05-21 15:00", "2026-05-21 10:00", "23.90");
    assert_eq!(
        history.lines(&history.timeline()),
        [
            "2026-03-01 09:00 on NL-PROV-07",
            "2026-04-16 00:00 off NL-DUN-04",
            "2026-04-21 10:00 on NL-DUN-06",
            "2026-05-19 00:00 off NL-DUN-04",
            "2026-05-22 10:00 on NL-DUN-06"
        ]
    );
}

#[test]
fn cover_is_announced_back_only_when_nothing_else_keeps_it_off() {
    let mut history = unpaid();
    history.run("2026-05-20");
    // March and April are both reminded of, and both terms are over
    assert_eq!(history.contract().billing.reminders.len(), 2);
    history.pay("2026-05-21 15:00", "2026-05-21 10:00", "11.95");
    history.run("2026-05-23");
    assert!(history.events("cover-return-announced").is_empty(), "April's reminder still keeps cover off");
    assert_eq!(history.timeline().at(at("2026-05-23 12:00")), Cover::Off);
    history.pay("2026-05-25 15:00", "2026-05-25 10:00", "11.95");
    history.run("2026-05-26");
    assert!(!history.events("cover-return-announced").is_empty());
    assert_eq!(history.timeline().at(at("2026-05-26 10:00")), Cover::On);
}

#[test]
fn a_payment_booked_late_counts_from_when_it_was_credited() {
    // March's premium is paid twice: the first to be booked was credited on the 20th, the other, whose statement came later,
    // on the 18th. The amount was there on the 18th (AMB-16), so cover is back on the 19th and not on the 21st.
    let mut history = unpaid();
    history.run("2026-04-20");
    history.pay("2026-04-21 06:00", "2026-04-20 00:00", "11.95");
    assert_eq!(history.timeline().at(at("2026-04-20 12:00")), Cover::Off);
    history.pay("2026-04-22 06:00", "2026-04-18 00:00", "11.95");
    assert_eq!(
        history.lines(&history.timeline()),
        ["2026-03-01 09:00 on NL-PROV-07", "2026-04-16 00:00 off NL-DUN-04", "2026-04-19 00:00 on NL-DUN-06"]
    );
    let believed = history.timeline_known("2026-04-21 12:00");
    assert_eq!(believed.at(at("2026-04-20 12:00")), Cover::Off, "what was believed stays");
}
