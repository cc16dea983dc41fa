//! Ways a policy ends, and what comes back (NL-END, NL-PREM-04, AMB-42).

use crate::history::{History, at, euro};
use kernel::Refusal;
use policy::{Command, EndWay, Notice};

fn cancel(way: EndWay, received: &str) -> Command {
    Command::Cancel { notice: Box::new(Notice::new(way, at(received))) }
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
    let command = Command::Cancel {
        notice: Box::new(Notice::new(EndWay::CoolingOff, at("2026-03-10 12:00")).with_claim_submitted(true)),
    };
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

#[test]
fn amb_42_premium_that_falls_due_before_the_end_is_charged_for_its_days_only() {
    // notice 15 Feb → ends 16 Mar 00:00; the instalment of 1 March pays for 15 of 31 days
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    history.booked_through = None;
    history.must("2027-02-15 12:00", &cancel(EndWay::Ordinary, "2027-02-15 12:00"));
    history.run("2027-04-05");
    let last = history.contract().billing.receivables.last().unwrap();
    assert_eq!((last.due, last.reversed.gross), (crate::history::day("2027-03-01"), euro("6.17")));
    assert!(last.reversed.adds_up());
}

#[test]
fn amb_38_an_earlier_end_gives_the_rest_back_too() {
    let mut history = History::new(kernel::Country::Nl);
    history.applied("2026-03-01 09:00", billing::Frequency::Yearly);
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history.pay("2026-03-02 12:00", "2026-03-02 00:00", "11.95");
    history.must("2026-05-01 12:00", &cancel(EndWay::Ordinary, "2026-05-01 12:00"));
    assert!(history.contract().billing.refunds.is_empty(), "the minimum duration is paid for");
    history.must("2026-05-04 12:00", &cancel(EndWay::Death, "2026-05-03 00:00"));
    let back = &history.contract().billing.refunds[0];
    // 5 May 2026 to 1 March 2027 is 300 of 365 days
    assert_eq!((back.amount, back.rule.id()), (euro("9.82"), "AMB-42"));
}

#[test]
fn a_debit_announced_for_days_after_the_end_is_taken_out() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    let mandate = Command::GiveMandate {
        reference: kernel::MandateReference::parse("HP-M1").unwrap(),
        debtor: crate::history::sealed(5),
        signed: crate::history::day("2026-03-01"),
    };
    history.must("2026-03-01 11:00", &mandate);
    history.run("2026-03-02");
    history.must("2026-03-04 12:00", &cancel(EndWay::Death, "2026-03-03 03:00"));
    let states: Vec<_> = history.contract().billing.collections.iter().map(|c| c.state).collect();
    assert_eq!(states, [billing::CollectionState::Withdrawn]);
    history.run("2026-03-05");
    let again = history.contract().billing.collections.last().unwrap();
    assert_eq!(again.amount, history.contract().billing.open(), "the right amount is announced");
}

#[test]
fn credit_waits_for_the_last_premium_and_goes_back_once() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    history.pay("2026-03-05 12:00", "2026-03-05 00:00", "60.00");
    history.must("2026-03-20 12:00", &cancel(EndWay::Ordinary, "2026-03-20 12:00"));
    history.run("2026-05-02");
    assert!(
        history.contract().billing.refunds.is_empty(),
        "premium still falls due until the minimum duration is over"
    );
    assert_eq!(history.contract().billing.credit, euro("24.15"), "three instalments were paid of it");
    history.must("2026-05-10 12:00", &cancel(EndWay::Death, "2026-05-09 00:00"));
    let billing = &history.contract().billing;
    let given_back: kernel::Money = billing.refunds.iter().map(|r| r.amount).sum();
    assert_eq!((billing.credit, billing.overpaid()), (euro("0"), euro("0")));
    let earned: kernel::Money = billing.receivables.iter().map(|r| r.split.gross - r.reversed.gross).sum();
    assert_eq!(given_back + earned, euro("60.00"));
}
