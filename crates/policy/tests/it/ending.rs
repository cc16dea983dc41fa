//! Ways a policy ends, and what comes back (NL-END, NL-PREM-04, AMB-42).

use crate::history::{History, at, euro};
use kernel::Refusal;
use policy::{Command, EndWay};

fn cancel(way: EndWay, received: &str) -> Command {
    Command::Cancel { way, received: at(received), claim_submitted: false }
}

#[test]
fn nl_end_05_cooling_off_ends_on_the_day_and_gives_all_premium_back() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-02 10:00");
    history.pay("2026-03-05 12:00", "2026-03-05 00:00", "11.95");
    // received by e-mail on 2 March; day 14 is Monday 16 March
    history.must("2026-03-16 22:00", &cancel(EndWay::CoolingOff, "2026-03-16 22:00"));
    assert_eq!(history.lines(&history.timeline()).last().unwrap(), "2026-03-17 00:00 off NL-END-05");
    assert_eq!(history.contract().billing.refunds[0].amount, euro("11.95"));
    assert_eq!(history.give("2026-03-16 22:01", &cancel(EndWay::CoolingOff, "2026-03-16 22:00")), Ok(0));
}

#[test]
fn nl_end_05_a_day_late_is_refused_with_the_last_day() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-02 10:00");
    let no = history.give("2026-03-17 00:00", &cancel(EndWay::CoolingOff, "2026-03-17 00:00")).unwrap_err();
    assert_eq!((no.code(), no.rule().unwrap().id()), ("policy-cooling-off-over", "NL-END-05"));
    assert_eq!(no.args(), [("date", "2026-03-16".to_owned())]);
}

#[test]
fn amb_39_cooling_off_after_a_claim_gives_back_what_is_not_used() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-02 10:00");
    history.pay("2026-03-05 12:00", "2026-03-05 00:00", "11.95");
    let command =
        Command::Cancel { way: EndWay::CoolingOff, received: at("2026-03-10 12:00"), claim_submitted: true };
    history.must("2026-03-10 12:00", &command);
    // cover to 24:00 of 10 March: 21 of 31 days come back: 11.95 × 21 / 31 = 8.095… → 8.10
    assert_eq!(history.contract().billing.refunds[0].amount, euro("8.10"));
}

#[test]
fn nl_end_09_ordinary_cancellation_waits_for_the_minimum_duration() {
    // AMB-72: inside the minimum duration it works on its last day
    for (received, ends) in [
        ("2026-06-10 12:00", "2027-03-01 00:00 off NL-END-09"),
        ("2027-01-31 12:00", "2027-03-01 00:00 off NL-END-09"),
        ("2027-02-15 12:00", "2027-03-16 00:00 off NL-END-09"),
    ] {
        let mut history = History::accepted("2026-03-01 09:00", "2026-03-02 10:00");
        history.booked_through = None;
        history.must(received, &cancel(EndWay::Ordinary, received));
        assert_eq!(history.lines(&history.timeline()).last().unwrap(), ends, "{received}");
    }
}

#[test]
fn nl_end_11_the_earliest_end_wins() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-02 10:00");
    history.booked_through = None;
    history.must("2026-06-10 12:00", &cancel(EndWay::Ordinary, "2026-06-10 12:00"));
    history.must("2026-07-05 12:00", &cancel(EndWay::Death, "2026-07-01 03:00"));
    assert_eq!(history.lines(&history.timeline()).last().unwrap(), "2026-07-03 00:00 off NL-END-06");
    let due = history.contract().billing.receivables.len();
    history.run("2026-12-01");
    assert_eq!(history.contract().billing.receivables.len(), due, "no premium after the end");
    assert_eq!(history.events("end-announced").len(), 1);
}

#[test]
fn nl_end_07_a_one_off_policy_ends_by_itself() {
    let mut history = History::new(kernel::Country::Nl);
    history.booked_through = None;
    history.applied("2026-03-01 09:00", billing::Frequency::OneOff);
    history.must("2026-03-02 10:00", &Command::Accept { accept_limit: euro("3500") });
    assert_eq!(
        history.lines(&history.timeline()),
        ["2026-03-01 09:00 on NL-PROV-07", "2029-03-02 00:00 off NL-END-07"]
    );
}
