//! Corrections of how a policy began: a wrong day of application, an acceptance or a rejection of the wrong person.

use billing::Frequency;
use kernel::Country;
use policy::{Command, Cover, Fact, Phase, PolicyRefusal as No, Right};

use crate::history::{History, at, euro};

fn correct(history: &History, kind: &str, right: Right) -> Command {
    let fact: Fact = history.events(kind).last().copied().expect("it happened").clone();
    Command::Correct { seq: fact.seq, wrong: Box::new(fact.event), effective: fact.effective, right }
}

fn applied(country: Country, when: &str) -> History {
    let mut history = History::new(country);
    history.applied(when, Frequency::Monthly);
    history
}

#[test]
fn nl_prov_01_provisional_cover_begins_at_the_application_however_late_its_day_was_put_right() {
    let mut history = applied(Country::Nl, "2026-03-05 09:00");
    let early = correct(&history, "applied", Right::At { at: at("2026-03-03 17:00") });
    history.must("2026-03-06 09:00", &early);
    assert_eq!(history.give("2026-03-06 09:01", &early), Ok(0), "already done");
    let lines = history.lines(&history.timeline());
    assert_eq!(lines, ["2026-03-03 17:00 provisional NL-PROV-01", "2026-03-18 00:00 off NL-PROV-02"]);
    let before = history.timeline_known("2026-03-05 12:00");
    assert_eq!(before.at(at("2026-03-04 12:00")), Cover::Off, "believed then, and still told so");
    let future = correct(&history, "applied", Right::At { at: at("2026-03-09 09:00") });
    assert_eq!(history.give("2026-03-06 10:00", &future), Err(No::InFuture));
    history.must("2026-03-07 09:00", &Command::Accept { accept_limit: euro("3500") });
    let late = correct(&history, "applied", Right::At { at: at("2026-03-02 09:00") });
    assert_eq!(history.give("2026-03-08 09:00", &late), Err(No::NotCorrectable), "due dates hang on it");
}

#[test]
fn nl_prov_07_an_acceptance_in_error_is_taken_back_with_its_premium() {
    let mut history = applied(Country::Nl, "2026-03-01 09:00");
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history.run("2026-03-02");
    history.pay("2026-03-03 12:00", "2026-03-03 00:00", "11.95");
    let never = correct(&history, "accepted", Right::Never);
    history.must("2026-03-04 09:00", &never);
    assert_eq!(history.give("2026-03-04 09:01", &never), Ok(0), "already done");
    let lines = history.lines(&history.timeline());
    assert_eq!(lines, ["2026-03-01 09:00 provisional NL-PROV-01", "2026-03-16 00:00 off NL-PROV-02"]);
    assert_eq!(history.contract().billing.open(), euro("0.00"));
    assert_eq!(history.contract().billing.receivables[0].reversed.gross, euro("11.95"));
    history.must("2026-03-05 09:00", &Command::Reject { reason: None });
    assert_eq!(
        history.contract().billing.refunds.iter().map(|r| r.amount).sum::<kernel::Money>(),
        euro("11.95")
    );

    // Accepted once more, what was taken back is owed again.
    let mut again = applied(Country::Nl, "2026-03-01 09:00");
    again.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    again.run("2026-03-02");
    let never = correct(&again, "accepted", Right::Never);
    again.must("2026-03-04 09:00", &never);
    again.must("2026-03-05 09:00", &Command::Accept { accept_limit: euro("3500") });
    assert_eq!(again.contract().billing.open(), euro("11.95"));
    assert_eq!(again.timeline().at(at("2026-03-02 12:00")), Cover::On);

    // Nearly: once provisional cover would be over, the policy is ended instead.
    let mut late = applied(Country::Nl, "2026-03-01 09:00");
    late.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    let never = correct(&late, "accepted", Right::Never);
    assert_eq!(late.give("2026-03-16 00:00", &never), Err(No::ProvisionalOver));
    assert!(late.give("2026-03-15 23:59", &never).is_ok());
}

#[test]
fn prov_05_a_rejection_of_the_wrong_person_gives_provisional_cover_back() {
    for (country, rule) in [(Country::Nl, "NL-PROV-01"), (Country::Be, "BE-PROV-02")] {
        let mut history = applied(country, "2026-03-01 09:00");
        history.must("2026-03-03 09:00", &Command::Reject { reason: None });
        let never = correct(&history, "rejected", Right::Never);
        history.must("2026-03-05 09:00", &never);
        assert!(matches!(history.contract().phase, Phase::Applied { .. }));
        let timeline = history.timeline();
        assert_eq!(timeline.at(at("2026-03-04 12:00")), Cover::Provisional, "{country:?}: it never ended");
        assert_eq!(timeline.segments[0].begins.rule.id(), rule);
        history.must("2026-03-06 09:00", &Command::Accept { accept_limit: euro("3500") });
        assert_eq!(history.timeline().at(at("2026-03-04 12:00")), Cover::On);
    }
}

#[test]
fn nl_prov_05_cover_ends_on_the_day_the_letter_was_really_sent() {
    let mut history = applied(Country::Nl, "2026-03-01 09:00");
    history.must("2026-03-03 09:00", &Command::Reject { reason: None });
    let later = correct(&history, "rejected", Right::At { at: at("2026-03-04 09:00") });
    history.must("2026-03-05 09:00", &later);
    assert_eq!(history.give("2026-03-05 09:01", &later), Ok(0));
    let lines = history.lines(&history.timeline());
    assert_eq!(lines[1], "2026-03-05 00:00 off NL-PROV-05");
    let before = correct(&history, "rejected", Right::At { at: at("2026-02-01 09:00") });
    assert!(matches!(history.give("2026-03-05 10:00", &before), Err(No::BeforeApplication { .. })));
}
