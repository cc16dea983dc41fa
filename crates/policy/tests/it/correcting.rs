//! Corrections and facts learnt late: the timeline is computed anew, what was believed stays, and what follows is listed.

use crate::history::{History, at, day, euro, sealed};
use policy::{
    Change, Command, Consequence, Cover, EndWay, Fact, Notice, PolicyRefusal as No, Right, Swap, consequences,
};

fn one() -> History {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    history.pay("2026-03-03 12:00", "2026-03-03 00:00", "11.95");
    history
}

fn fact(history: &History, kind: &str) -> Fact {
    history.events(kind).last().copied().expect("it happened").clone()
}

fn correct(fact: &Fact, right: Right) -> Command {
    Command::Correct { seq: fact.seq, wrong: Box::new(fact.event.clone()), effective: fact.effective, right }
}

fn dead(when: &str) -> Command {
    Command::Cancel { notice: Box::new(Notice::new(EndWay::Death, at(when))) }
}

#[test]
fn a_death_learnt_late_takes_cover_and_premium_back_and_says_so() {
    let mut history = one();
    history.pay("2026-04-03 12:00", "2026-04-03 00:00", "11.95");
    let known = history.facts.len();
    history.must("2026-04-20 09:00", &dead("2026-03-25 18:00"));
    assert_eq!(history.lines(&history.timeline()).last().unwrap(), "2026-03-27 00:00 off NL-END-06");
    let before = history.timeline_known("2026-04-19 00:00");
    assert_eq!(before.at(at("2026-04-01 12:00")), Cover::On, "believed then, and still told so");
    let follows = consequences(&history.facts, i64::try_from(known).unwrap() + 1);
    assert!(matches!(
        follows[0],
        Consequence::CoverChanged { from, to: None, was: Cover::On, is: Cover::Off, .. } if from == at("2026-03-27 00:00")
    ));
    // 5 of 31 days of March (1.93) and all of April
    let back: Vec<_> = follows
        .iter()
        .filter_map(|f| match f {
            Consequence::TakenBack { amount, .. } => Some(*amount),
            _ => None,
        })
        .collect();
    assert_eq!(back, [euro("1.93"), euro("11.95")]);
    assert!(
        follows.iter().any(|f| matches!(f, Consequence::Refunded { amount, .. } if *amount == euro("13.88")))
    );
    assert!(follows.contains(&Consequence::Letter { event: "cancelled" }));
}

#[test]
fn a_wrong_date_of_death_is_put_right_both_ways() {
    let mut history = one();
    history.must("2026-03-20 09:00", &dead("2026-03-09 12:00"));
    // to 24:00 of 10 March: 21 of 31 days come back: 8.10
    assert_eq!(history.contract().billing.refunds[0].amount, euro("8.10"));
    let wrong = fact(&history, "cancelled");
    history.must("2026-03-22 09:00", &correct(&wrong, Right::At { at: at("2026-03-19 12:00") }));
    assert_eq!(history.lines(&history.timeline()).last().unwrap(), "2026-03-21 00:00 off NL-END-06");
    let believed = history.timeline_known("2026-03-21 12:00");
    assert_eq!(history.lines(&believed).last().unwrap(), "2026-03-11 00:00 off NL-END-06");
    // ten days more are owed: 11.95 × 11 / 31 = 4.24 comes back, of which 8.10 went
    let extra = history.contract().billing.receivables.last().unwrap();
    assert_eq!((extra.extra_of, extra.split.gross), (Some(1), euro("3.86")));
    let seq = fact(&history, "corrected").seq;
    let follows = consequences(&history.facts, seq);
    assert!(matches!(
        follows[0],
        Consequence::CoverChanged { was: Cover::Off, is: Cover::On, to: Some(to), .. } if to == at("2026-03-21 00:00")
    ));
    assert!(
        follows.iter().any(|f| matches!(f, Consequence::Charged { amount, .. } if *amount == euro("3.86")))
    );
}

#[test]
fn somebody_taken_for_dead_is_insured_without_a_gap() {
    let mut history = one();
    history.must("2026-03-20 09:00", &dead("2026-03-09 12:00"));
    history.run("2026-04-10");
    let wrong = fact(&history, "cancelled");
    history.must("2026-04-10 09:00", &correct(&wrong, Right::Never));
    assert_eq!(history.lines(&history.timeline()), ["2026-03-01 09:00 on NL-PROV-07"]);
    assert_eq!(history.give("2026-04-10 10:00", &correct(&wrong, Right::Never)), Ok(0));
    history.run("2026-04-12");
    // April falls due when it is known, not before: nobody is reminded of what they could not know.
    let april = history.contract().billing.receivables.iter().find(|r| r.period.from() == day("2026-04-01"));
    assert_eq!(april.unwrap().due, day("2026-04-10"));
}

#[test]
fn a_payment_credited_earlier_than_booked_gives_the_cover_back() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    history.run("2026-04-20");
    // reminded on 1 April by e-mail; no cover from 16 April; paid on 18 April, as was thought
    history.pay("2026-04-20 12:00", "2026-04-18 10:00", "11.95");
    let lines = history.lines(&history.timeline());
    assert!(lines.contains(&"2026-04-16 00:00 off NL-DUN-04".to_owned()), "{lines:?}");
    let wrong = fact(&history, "payment-received");
    history.must("2026-04-21 12:00", &correct(&wrong, Right::At { at: at("2026-04-15 23:59") }));
    let lines = history.lines(&history.timeline());
    assert!(!lines.iter().any(|line| line.starts_with("2026-04-16")), "{lines:?}");
    let believed = history.lines(&history.timeline_known("2026-04-21 00:00"));
    assert!(believed.contains(&"2026-04-16 00:00 off NL-DUN-04".to_owned()), "{believed:?}");
}

#[test]
fn a_reminder_sent_in_error_takes_no_cover() {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    history.run("2026-04-17");
    let wrong = fact(&history, "reminder-sent");
    let lost = history.timeline().at(at("2026-04-16 12:00"));
    history.must("2026-04-17 09:00", &correct(&wrong, Right::Never));
    assert_eq!((lost, history.timeline().at(at("2026-04-16 12:00"))), (Cover::Off, Cover::On));
    assert_eq!(history.give("2026-04-17 10:00", &correct(&wrong, Right::Never)), Ok(0));
}

#[test]
fn an_endorsement_gets_its_right_date_or_goes() {
    let mut history = one();
    let swap = Change::DeviceSwapped { item: 1, identity: sealed(30), kind: None, why: Swap::Repaired };
    history.must("2026-03-20 09:00", &Command::Endorse { change: swap, from: None, premium: None });
    let wrong = fact(&history, "endorsed");
    history.must("2026-03-21 09:00", &correct(&wrong, Right::At { at: at("2026-03-15 09:00") }));
    assert_eq!(history.contract().schedule_at(at("2026-03-16 00:00")).devices[0].identity, sealed(30));
    history.must("2026-03-22 09:00", &correct(&wrong, Right::Never));
    assert_eq!(history.contract().schedule_at(at("2026-03-22 12:00")).devices[0].identity, sealed(3));
    assert_eq!(history.give("2026-03-22 10:00", &correct(&wrong, Right::Never)), Ok(0));
}

#[test]
fn what_cannot_be_corrected_is_refused() {
    let mut history = one();
    history.must("2026-03-20 09:00", &dead("2026-03-09 12:00"));
    let (applied, death) = (fact(&history, "applied"), fact(&history, "cancelled"));
    let at_ = |when: &str| Right::At { at: at(when) };
    for (command, no) in [
        (correct(&applied, Right::Never), No::NotCorrectable),
        (correct(&death, Right::Premium { premium: euro("1.00") }), No::NotCorrectable),
        (correct(&death, at_("2026-05-01 00:00")), No::InFuture),
        (correct(&death, at_("2026-02-01 00:00")), No::BeforeApplication { date: day("2026-03-01") }),
    ] {
        assert_eq!(history.give("2026-03-21 09:00", &command), Err(no));
    }
    let mut other = one();
    assert_eq!(
        other.give("2026-03-21 09:00", &correct(&death, at_("2026-03-10 00:00"))),
        Err(No::FactUnknown)
    );
}
