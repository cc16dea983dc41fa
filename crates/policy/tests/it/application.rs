//! Provisional cover, acceptance, rejection, lapse (NL-PROV, BE-PROV).

use crate::history::{History, at, euro};
use billing::Frequency;
use kernel::{Country, Refusal};
use policy::{Command, Cover, Phase, Verdict};

fn accept() -> Command {
    Command::Accept { accept_limit: euro("3500.00") }
}

#[test]
fn nl_prov_01_cover_starts_at_once_and_02_lasts_14_days() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 14:05", Frequency::Monthly);
    let timeline = history.timeline();
    assert_eq!(
        history.lines(&timeline),
        ["2026-03-01 14:05 provisional NL-PROV-01", "2026-03-16 00:00 off NL-PROV-02"]
    );
    assert_eq!(timeline.at(at("2026-03-01 14:04")), Cover::Off);
    assert_eq!(timeline.at(at("2026-03-15 23:59")), Cover::Provisional);
}

#[test]
fn nl_prov_07_after_acceptance_cover_runs_from_the_application() {
    let history = History::accepted("2026-03-01 14:05", "2026-03-09 10:00");
    assert_eq!(history.lines(&history.timeline()), ["2026-03-01 14:05 on NL-PROV-07"]);
    // as known before the acceptance
    assert_eq!(
        history.lines(&history.timeline_known("2026-03-09 09:59")),
        ["2026-03-01 14:05 provisional NL-PROV-01", "2026-03-16 00:00 off NL-PROV-02"]
    );
}

#[test]
fn amb_41_no_cover_before_the_screening_cleared() {
    let mut history = History::new(Country::Nl);
    let application = Box::new(crate::history::application(Country::Nl, Frequency::Monthly));
    history.must("2026-03-01 14:05", &Command::Apply { application });
    assert_eq!(history.lines(&history.timeline()), [""; 0]);
    history.must("2026-03-01 14:05", &Command::Screen { verdict: Verdict::Possible });
    assert_eq!(history.give("2026-03-02 09:00", &accept()).unwrap_err().code(), "application-not-cleared");
    history.must("2026-03-03 09:00", &Command::Screen { verdict: Verdict::Clear });
    assert_eq!(history.timeline().at(at("2026-03-01 14:05")), Cover::Provisional);
    history.must("2026-03-03 09:01", &accept());
}

#[test]
fn amb_08_nobody_decides() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 14:05", Frequency::OneOff);
    history.pay("2026-03-05 09:00", "2026-03-05 00:00", "299.00");
    history.run("2026-03-10");
    assert!(history.events("decision-warned").is_empty());
    history.run("2026-03-15");
    assert_eq!(history.events("decision-warned").len(), 2, "alarms on days 10 and 13");
    let seen = history.facts.len();
    history.run("2026-03-16");
    assert_eq!(history.kinds_since(seen), ["lapsed", "premium-reversed", "refund-ordered"]);
    assert_eq!(history.facts[seen].effective, at("2026-03-16 00:00"), "counts from when it was due");
    let refund = &history.contract().billing.refunds[0];
    assert_eq!((refund.amount, refund.rule.id()), (euro("299.00"), "NL-PROV-06"));
    assert_eq!(history.give("2026-03-16 08:00", &accept()).unwrap_err().rule().unwrap().id(), "NL-PROV-02");
    assert!(matches!(history.contract().phase, Phase::Lapsed { .. }));
}

#[test]
fn accepting_in_the_last_minute_works_and_a_minute_later_does_not() {
    // NL-PROV-02: whether or not the run has recorded the lapse yet
    for (when, ok) in [("2026-03-15 23:59", true), ("2026-03-16 00:00", false)] {
        let mut history = History::new(Country::Nl);
        history.applied("2026-03-01 14:05", Frequency::Monthly);
        assert_eq!(history.give(when, &accept()).is_ok(), ok, "{when}");
    }
}

#[test]
fn nl_prov_05_rejection_ends_cover_on_the_day_of_sending_and_06_all_premium_goes_back() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 14:05", Frequency::OneOff);
    history.pay("2026-03-04 09:00", "2026-03-04 00:00", "299.00");
    history.must("2026-03-06 11:30", &Command::Reject { reason: None });
    assert_eq!(
        history.lines(&history.timeline()),
        ["2026-03-01 14:05 provisional NL-PROV-01", "2026-03-07 00:00 off NL-PROV-05"]
    );
    let billing = &history.contract().billing;
    assert_eq!(billing.refunds[0].amount, euro("299.00"));
    assert_eq!((billing.open(), billing.overpaid()), (euro("0"), euro("0")));
    let again = history.give("2026-03-06 11:31", &Command::Reject { reason: None });
    assert_eq!(again, Ok(0), "already done");
    assert!(history.give("2026-03-06 11:32", &accept()).is_err());
}

#[test]
fn nl_prov_05_a_payment_that_comes_after_the_rejection_goes_back_too() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 14:05", Frequency::OneOff);
    history.must("2026-03-06 11:30", &Command::Reject { reason: None });
    assert!(history.contract().billing.refunds.is_empty());
    history.pay("2026-03-08 09:00", "2026-03-08 00:00", "299.00");
    history.run("2026-03-09");
    assert_eq!(history.contract().billing.refunds[0].amount, euro("299.00"));
    history.run("2026-04-20");
    assert_eq!(history.contract().billing.refunds.len(), 1, "paid back once");
}

#[test]
fn be_prov_04_rejection_works_back_to_the_application() {
    let mut history = History::new(Country::Be);
    history.applied("2026-03-01 14:05", Frequency::OneOff);
    history.pay("2026-03-04 12:00", "2026-03-04 00:00", "299.00");
    // Provisional cover was subject to acceptance (BE-PROV-01); no reason is needed (BE-PROV-05).
    history.must("2026-03-06 11:30", &Command::Reject { reason: None });
    assert_eq!(
        history.lines(&history.timeline()),
        ["2026-03-01 14:05 void BE-PROV-04", "2026-03-07 00:00 off BE-END-01"]
    );
    // BE-PROV-06: all premium goes back.
    assert_eq!(history.contract().billing.refunds[0].amount, euro("299.00"));
    // AMB-07: as believed before, there was provisional cover
    let before = history.timeline_known("2026-03-05 00:00");
    assert_eq!(before.at(at("2026-03-02 12:00")), Cover::Provisional);
}

#[test]
fn act_06_no_acceptance_above_the_power_of_attorney() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 14:05", Frequency::Monthly);
    for (limit, ok) in [("848.99", false), ("849.00", true)] {
        let result = history.give("2026-03-02 09:00", &Command::Accept { accept_limit: euro(limit) });
        assert_eq!(result.is_ok(), ok, "{limit}");
    }
}
