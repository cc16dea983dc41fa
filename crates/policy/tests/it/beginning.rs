//! Ways a policy begins or does not (NL-PROV, BE-PROV, AMB-07…09, AMB-41, AMB-69).

use std::collections::BTreeSet;

use crate::history::{History, application, at_in, day, euro, sealed};
use billing::Frequency;
use kernel::{Country, DeviceKind, Refusal};
use policy::{
    ApplicationItem, Command, HolderKind, Insured, Minor, Offer, PolicyRefusal as No, Relation, Verdict,
};

fn offer() -> Offer {
    Offer {
        no: 0,
        plan: None,
        flags: None,
        premium: Some(euro("14.95")),
        excess: [(1, euro("75.00"))].into(),
        starts: None,
    }
}

fn offered(country: Country) -> History {
    let mut history = History::new(country);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    history.must("2026-03-05 15:00", &Command::OfferOtherTerms { offer: Box::new(offer()) });
    history
}

fn check(history: &History, lines: &[&str]) {
    assert_eq!(history.lines(&history.timeline()), lines);
}

#[test]
fn nl_prov_05_an_offer_ends_provisional_cover_with_the_day_it_is_sent_and_be_only_with_its_term() {
    check(
        &offered(Country::Nl),
        &["2026-03-01 09:00 provisional NL-PROV-01", "2026-03-06 00:00 off NL-PROV-05"],
    );
    check(
        &offered(Country::Be),
        &["2026-03-01 09:00 provisional BE-PROV-02", "2026-03-16 00:00 off BE-PROV-03"],
    );
}

#[test]
fn amb_09_who_agrees_is_covered_from_the_application_on_the_terms_offered() {
    let mut history = offered(Country::Nl);
    history.must("2026-03-08 10:00", &Command::AgreeToOffer { no: 1 });
    assert_eq!(history.lines(&history.timeline())[0], "2026-03-01 09:00 on NL-PROV-07");
    // What was believed on 7 March stays so.
    let then = history.timeline_known("2026-03-07 00:00");
    assert_eq!(history.lines(&then).last().unwrap(), "2026-03-06 00:00 off NL-PROV-05");
    let made = history.contract().schedule_at(at_in("2026-03-08 10:00", Country::Nl));
    assert_eq!((made.premium, made.devices[0].excess), (euro("14.95"), euro("75.00")));
    assert_eq!(history.give("2026-03-08 10:01", &Command::AgreeToOffer { no: 1 }), Ok(0));
    history.run("2026-03-09");
    assert_eq!(history.contract().billing.receivables[0].split.gross, euro("14.95"));
}

#[test]
fn amb_09_an_offer_may_carry_its_own_start() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    let own = Offer { starts: Some(at_in("2026-03-10 00:00", Country::Nl)), ..offer() };
    history.must("2026-03-05 15:00", &Command::OfferOtherTerms { offer: Box::new(own) });
    history.must("2026-03-08 10:00", &Command::AgreeToOffer { no: 1 });
    let lines = history.lines(&history.timeline());
    assert_eq!(
        lines[..3],
        [
            "2026-03-01 09:00 provisional NL-PROV-01",
            "2026-03-06 00:00 off NL-PROV-05",
            "2026-03-10 00:00 on NL-PROV-07"
        ]
    );
    history.run("2026-03-11");
    // GEN-TIME-04: due dates are anchored to that start.
    assert_eq!(history.contract().billing.receivables[0].due, day("2026-03-10"));
}

#[test]
fn an_offer_is_declined_or_runs_out_and_all_premium_goes_back() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::OneOff);
    history.pay("2026-03-03 09:00", "2026-03-03 00:00", "299.00");
    let no = offer();
    history.must("2026-03-05 15:00", &Command::OfferOtherTerms { offer: Box::new(no.clone()) });
    assert_eq!(
        history.give("2026-03-05 16:00", &Command::OfferOtherTerms { offer: Box::new(no) }),
        Ok(0),
        "the same offer again is done"
    );
    let mut lapses = History::new(Country::Nl);
    std::mem::swap(&mut history, &mut lapses);
    lapses.run("2026-03-17");
    assert_eq!(lapses.contract().billing.refunds[0].amount, euro("299.00"));

    let mut declines = offered(Country::Nl);
    declines.must("2026-03-07 10:00", &Command::DeclineOffer { no: 1 });
    check(&declines, &["2026-03-01 09:00 provisional NL-PROV-01", "2026-03-06 00:00 off NL-PROV-05"]);
    let no = declines.give("2026-03-07 11:00", &Command::AgreeToOffer { no: 1 }).unwrap_err();
    assert_eq!((no.code(), no.rule().unwrap().id()), ("offer-none", "AMB-09"));
}

#[test]
fn what_an_offer_may_not_be() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    let same = Offer { premium: Some(euro("11.95")), excess: [].into(), ..offer() };
    let past = Offer { starts: Some(at_in("2026-02-01 00:00", Country::Nl)), ..offer() };
    let item = Offer { excess: [(7, euro("75.00"))].into(), ..offer() };
    let free = Offer { premium: Some(euro("0.00")), ..offer() };
    for (offer, no) in [
        (same, No::OfferChangesNothing),
        (past, No::DateOutOfRange),
        (item, No::ItemUnknown),
        (free, No::AmountNotPositive),
    ] {
        let command = Command::OfferOtherTerms { offer: Box::new(offer) };
        assert_eq!(history.give("2026-03-02 09:00", &command), Err(no));
    }
    let late = Command::OfferOtherTerms { offer: Box::new(offer()) };
    assert_eq!(history.give("2026-03-16 00:00", &late), Err(No::ProvisionalOver));
}

#[test]
fn be_prov_02_what_came_last_counts_in_whatever_order_it_is_entered() {
    use ApplicationItem::{Identity, ProofOfPurchase};
    let mut history = History::new(Country::Be);
    let mut application = application(Country::Be, Frequency::Monthly);
    application.missing = [Identity, ProofOfPurchase].into();
    history.must("2026-03-01 09:00", &Command::Apply { application: Box::new(application) });
    history.must("2026-03-01 09:00", &Command::Screen { verdict: Verdict::Clear });
    let mut receive = |item, received: &str| {
        let received = at_in(received, Country::Be);
        history.must("2026-03-05 10:00", &Command::ReceiveItems { items: [item].into(), received });
    };
    receive(Identity, "2026-03-04 18:30");
    receive(ProofOfPurchase, "2026-03-03 10:00");
    check(&history, &["2026-03-04 18:30 provisional BE-PROV-02", "2026-03-16 00:00 off BE-PROV-03"]);
    assert_eq!(history.timeline().segments[0].begins.seq, 3, "the identity was the last to come");
}

#[test]
fn be_prov_02_no_provisional_cover_until_the_application_is_complete() {
    let incomplete = |items: &[ApplicationItem]| {
        let mut history = History::new(Country::Be);
        let mut application = application(Country::Be, Frequency::Monthly);
        application.missing = items.iter().copied().collect();
        history.must("2026-03-01 09:00", &Command::Apply { application: Box::new(application) });
        history.must("2026-03-01 09:00", &Command::Screen { verdict: Verdict::Clear });
        history
    };
    let receive = |items: &[ApplicationItem], received: &str| Command::ReceiveItems {
        items: items.iter().copied().collect::<BTreeSet<_>>(),
        received: at_in(received, Country::Be),
    };
    use ApplicationItem::{Identity, ProofOfPurchase};
    let mut history = incomplete(&[ProofOfPurchase, Identity]);
    check(&history, &[]);
    history.must("2026-03-03 10:00", &receive(&[Identity], "2026-03-03 10:00"));
    check(&history, &[]);
    // AMB-69: it counts from when it came, not from when it was looked at.
    history.must("2026-03-05 10:00", &receive(&[ProofOfPurchase], "2026-03-04 18:30"));
    check(&history, &["2026-03-04 18:30 provisional BE-PROV-02", "2026-03-16 00:00 off BE-PROV-03"]);
    assert_eq!(history.give("2026-03-05 10:01", &receive(&[ProofOfPurchase], "2026-03-04 18:30")), Ok(0));
    // Later questions do not stop it; after acceptance it runs from the application.
    history.must("2026-03-06 10:00", &Command::RequestInformation { question: sealed(31) });
    check(&history, &["2026-03-04 18:30 provisional BE-PROV-02", "2026-03-16 00:00 off BE-PROV-03"]);
    history.must("2026-03-07 10:00", &Command::Accept { accept_limit: euro("3500") });
    assert_eq!(history.lines(&history.timeline())[0], "2026-03-01 09:00 on BE-PROV-07");
    // Nearly: what never comes brings no cover, also when the term runs out.
    let mut never = incomplete(&[ProofOfPurchase]);
    never.run("2026-03-17");
    check(&never, &[]);
    // Nearly: in the Netherlands completeness is no condition (NL-PROV-01).
    let mut nl = History::new(Country::Nl);
    let mut application = application(Country::Nl, Frequency::Monthly);
    application.missing = [ProofOfPurchase].into();
    nl.must("2026-03-01 09:00", &Command::Apply { application: Box::new(application) });
    nl.must("2026-03-01 09:00", &Command::Screen { verdict: Verdict::Clear });
    assert_eq!(nl.lines(&nl.timeline())[0], "2026-03-01 09:00 provisional NL-PROV-01");
}

#[test]
fn be_prov_04_a_rejection_works_back_to_the_application_and_nl_prov_05_does_not() {
    for (country, lines) in [
        (Country::Nl, ["2026-03-01 09:00 provisional NL-PROV-01", "2026-03-06 00:00 off NL-PROV-05"]),
        (Country::Be, ["2026-03-01 09:00 void BE-PROV-04", "2026-03-06 00:00 off BE-END-01"]),
    ] {
        let mut history = History::new(country);
        history.applied("2026-03-01 09:00", Frequency::Monthly);
        history.must("2026-03-05 15:00", &Command::Reject { reason: None });
        check(&history, &lines);
        // AMB-07: until the rejection there was provisional cover, as far as anybody knew.
        let then = history.timeline_known("2026-03-05 14:00");
        assert!(history.lines(&then)[0].contains("provisional"), "{country:?}");
    }
}

#[test]
fn an_application_is_taken_back_before_it_is_decided() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::OneOff);
    history.pay("2026-03-03 09:00", "2026-03-03 00:00", "299.00");
    history.must("2026-03-04 09:00", &Command::WithdrawApplication);
    check(&history, &["2026-03-01 09:00 provisional NL-PROV-01", "2026-03-05 00:00 off NL-PROV-08"]);
    assert_eq!(history.contract().billing.refunds[0].amount, euro("299.00"));
    assert_eq!(history.give("2026-03-04 10:00", &Command::WithdrawApplication), Ok(0));
    let accept = Command::Accept { accept_limit: euro("3500") };
    assert_eq!(history.give("2026-03-04 11:00", &accept), Err(No::AlreadyDecided));
    let mut runs = History::accepted("2026-03-01 09:00", "2026-03-02 10:00");
    assert_eq!(runs.give("2026-03-04 09:00", &Command::WithdrawApplication), Err(No::AlreadyDecided));
}

#[test]
fn what_is_not_taken_on() {
    let mut base = application(Country::Nl, Frequency::Monthly);
    base.devices[0].kind = DeviceKind::Smartwatch;
    let watch = base.clone();
    base.devices[0].kind = DeviceKind::Phone;
    let mut twice = base.clone();
    twice.devices.push(twice.devices[0].clone());
    let mut minor = base.clone();
    minor.minor = Some(Minor { represented_by: None });
    let mut staff = base.clone();
    staff.insured = vec![Insured { person: sealed(5).id, relation: Relation::Staff }];
    let mut none = base.clone();
    none.devices.clear();
    for (application, code, rule) in [
        (watch.clone(), "application-smartwatch-not-covered", "NL-NOPAY-08"),
        (twice, "schedule-item-twice", "NL-PROV-09"),
        (minor.clone(), "application-minor-alone", "LAW-FMT-10"),
        (staff.clone(), "insured-relation-does-not-fit", "AMB-62"),
        (none, "application-no-device", "NL-PROV-09"),
    ] {
        let command = Command::Apply { application: Box::new(application) };
        let no = History::new(Country::Nl).give("2026-03-01 09:00", &command).unwrap_err();
        assert_eq!((no.code(), no.rule().unwrap().id()), (code, rule));
    }
    // Nearly: a minor with a parent, staff of a business, a smartwatch in Belgium.
    minor.minor = Some(Minor { represented_by: Some(sealed(6).id) });
    staff.holder_kind = HolderKind::Business;
    let mut belgian = watch;
    belgian.country = Country::Be;
    for application in [minor, staff, belgian] {
        let mut history = History::new(application.country);
        history.must("2026-03-01 09:00", &Command::Apply { application: Box::new(application) });
    }
}

#[test]
fn the_known_person_check_tells_and_a_person_decides() {
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-01 09:00", Frequency::Monthly);
    let note = Command::NoteSignals { found: sealed(44) };
    history.must("2026-03-01 09:05", &note);
    assert_eq!(history.give("2026-03-01 09:06", &note), Ok(0), "known already");
    assert_eq!(history.contract().found, Some(sealed(44)));
    history.must("2026-03-02 09:00", &Command::Accept { accept_limit: euro("3500") });
}

#[test]
fn provisional_cover_over_a_clock_change_ends_at_midnight_by_the_clock() {
    // NL-PROV-02: 14 days from 20 March; the clocks go forward on 29 March 2026.
    let mut history = History::new(Country::Nl);
    history.applied("2026-03-20 09:00", Frequency::Monthly);
    check(&history, &["2026-03-20 09:00 provisional NL-PROV-01", "2026-04-04 00:00 off NL-PROV-02"]);
}
