//! Our own terms: to answer with reasons, and to pay what was agreed (LAW-BE-INS-09).

use claims::{Claim, Command, OurTerm, OurTerms, fall_due, next_due};
use kernel::{Country, Role};

use crate::history::{History, at, euro, id, report, sealed};

/// Three months to answer, thirty days to pay, warned seven days before.
fn ours() -> OurTerms {
    let term = |text: &str| text.parse().unwrap();
    OurTerms { answer: term("3 months"), payment: term("30 days"), warn_before: term("7 days") }
}

fn belgian() -> History {
    let mut report = report();
    report.country = Country::Be;
    report.terms.ours = Some(ours());
    History::of(report)
}

fn running(claim: &Claim) -> Vec<OurTerm> {
    claim.clocks().iter().map(|clock| clock.term).collect()
}

#[test]
fn law_be_ins_09_the_desk_is_warned_before_the_three_months_end_and_what_was_missed_stays() {
    let mut history = belgian();
    history.at("2026-06-10 10:00").time();
    let clock = history.claim().clocks()[0];
    // Reported on 2 June: the last day is 2 September.
    assert_eq!((clock.term, clock.until), (OurTerm::Answer, at("2026-09-03 00:00")));
    assert_eq!(next_due(history.claim()), Some(clock.warn_at));
    assert!(at("2026-08-25 00:00") <= clock.warn_at && clock.warn_at <= at("2026-08-27 00:00"));
    assert_eq!(history.at("2026-08-24 12:00").time(), [""; 0]);
    assert_eq!(history.at("2026-08-27 12:00").time(), ["term-near"]);
    assert_eq!(history.at("2026-09-02 23:59").time(), [""; 0], "warned once");
    assert_eq!(next_due(history.claim()), Some(clock.until));
    assert_eq!(history.at("2026-09-03 06:00").time(), ["term-missed"]);
    assert_eq!(history.events.last().unwrap().effective, clock.until, "from when it ended");
    assert_eq!(history.at("2027-01-01 00:00").time(), [""; 0], "and said once");
    assert_eq!(running(history.claim()), [OurTerm::Answer], "it is still to be answered");
}

#[test]
fn law_be_ins_09_once_it_is_answered_the_thirty_days_to_pay_run_until_the_money_is_there() {
    let mut history = belgian();
    history.beyond_repair(1, "600.00");
    history.decide();
    history.at("2026-06-20 10:00");
    history.does(Role::Claims, &Command::Approve { proposed_by: None });
    let clock = history.claim().clocks()[0];
    assert_eq!((running(history.claim()), clock.until), (vec![OurTerm::Payment], at("2026-07-21 00:00")));
    let order = history.order(50, "550.00");
    history.does(Role::Finance, &order);
    history.does(Role::Finance, &Command::SendPayment { payment: id(50), batch: id(70) });
    assert_eq!(running(history.claim()), [OurTerm::Payment], "on its way is not there");
    let debited = at("2026-07-20 00:00");
    history.does(Role::Machine, &Command::ConfirmPayment { payment: id(50), debited });
    assert!(history.claim().clocks().is_empty() && next_due(history.claim()).is_none());
}

#[test]
fn a_refusal_answers_and_a_reopened_claim_is_to_be_answered_anew() {
    let mut history = belgian();
    history.finds_personal("criminal_act", true);
    history.decide();
    history.does(Role::Claims, &Command::Refuse { items: vec![1], reason: sealed(10) });
    assert!(history.claim().clocks().is_empty());
    history.at("2026-07-01 10:00");
    history.does(Role::Manager, &Command::Reopen { reason: sealed(11) });
    let clock = history.claim().clocks()[0];
    assert_eq!((clock.term, clock.until), (OurTerm::Answer, at("2026-10-02 00:00")));
}

#[test]
fn a_claim_from_before_terms_were_kept_has_none() {
    let history = History::reported();
    assert!(history.claim().clocks().is_empty());
    let due = fall_due(history.claim(), at("2027-01-01 00:00"));
    assert!(due.iter().all(|happened| !happened.event.kind().starts_with("term-")), "{due:?}");
    assert_eq!(history.claim().approved(), euro("0"));
}
