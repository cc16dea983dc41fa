//! Every row of NL-END and BE-END: who, notice, date; where it decides and where it nearly does.

use crate::history::{History, application, at_in, day, euro, sealed};
use billing::Frequency;
use kernel::{Channel, Country, Refusal};
use policy::{Command, EndWay, HolderKind, Notice, PolicyRefusal as No, Sender, Verdict};

/// A policy that was applied for and accepted on 31 January 2026, paid monthly or else, with nobody chasing premium.
fn policy(country: Country, frequency: Frequency, kind: HolderKind) -> History {
    let mut history = History::new(country);
    history.booked_through = None;
    let mut application = application(country, frequency);
    application.holder_kind = kind;
    history.must("2026-01-31 09:00", &Command::Apply { application: Box::new(application) });
    history.must("2026-01-31 09:00", &Command::Screen { verdict: Verdict::Clear });
    history.must("2026-01-31 10:00", &Command::Accept { accept_limit: euro("3500") });
    history
}

fn monthly(country: Country) -> History {
    policy(country, Frequency::Monthly, HolderKind::Consumer)
}

fn notice(history: &History, way: EndWay, received: &str) -> Notice {
    Notice::new(way, at_in(received, history.country))
}

fn cancel(history: &mut History, notice: Notice) -> Result<usize, No> {
    let when = notice.received.to_zoned(history.country.time_zone()).strftime("%Y-%m-%d %H:%M").to_string();
    history.give(&when, &Command::Cancel { notice: Box::new(notice) })
}

fn last_line(history: &History) -> String {
    history.lines(&history.timeline()).last().expect("a timeline").clone()
}

#[test]
fn when_each_ending_works() {
    use Country::{Be, Nl};
    // policy from 31 Jan 2026; minimum duration over at 31 Jan 2027 00:00; letters to the customer go by e-mail
    for (country, way, received, closed, ends) in [
        // NL-END-09, AMB-72: a month from receipt, not inside the minimum duration
        (Nl, EndWay::Ordinary, "2026-06-10 12:00", None, "2027-01-31 00:00 off NL-END-09"),
        (Nl, EndWay::Ordinary, "2027-01-31 23:59", None, "2027-03-01 00:00 off NL-END-09"),
        (Nl, EndWay::Ordinary, "2028-01-31 12:00", None, "2028-03-01 00:00 off NL-END-09"),
        // BE-END-02, AMB-36, AMB-73: to a premium due date, anchored on the 31st (GEN-TIME-04)
        (Be, EndWay::Ordinary, "2026-06-10 12:00", None, "2027-01-31 00:00 off BE-END-02"),
        (Be, EndWay::Ordinary, "2027-03-31 12:00", None, "2027-04-30 00:00 off BE-END-02"),
        (Be, EndWay::Ordinary, "2027-04-01 12:00", None, "2027-05-31 00:00 off BE-END-02"),
        // NL-END-10: to a renewal, two months; BE-END-03: to a due date, three months
        (Nl, EndWay::InsurerOrdinary, "2026-03-02 12:00", None, "2027-01-31 00:00 off NL-END-10"),
        (Nl, EndWay::InsurerOrdinary, "2027-01-28 12:00", None, "2027-03-31 00:00 off NL-END-10"),
        (Nl, EndWay::InsurerOrdinary, "2027-02-01 12:00", None, "2027-04-30 00:00 off NL-END-10"),
        (Be, EndWay::InsurerOrdinary, "2027-02-01 12:00", None, "2027-05-31 00:00 off BE-END-03"),
        // NL-END-02, BE-END-04, AMB-05, AMB-06: a month, also inside the minimum duration
        (Nl, EndWay::AfterClaim, "2026-06-10 12:00", Some("2026-05-10"), "2026-07-11 00:00 off NL-END-02"),
        (Be, EndWay::AfterClaim, "2026-06-10 12:00", Some("2026-06-10"), "2026-07-11 00:00 off BE-END-04"),
        // NL-END-03: two months from receipt by the customer; BE-END-05: three
        (
            Nl,
            EndWay::InsurerAfterClaim,
            "2026-06-10 12:00",
            Some("2026-06-01"),
            "2026-08-11 00:00 off NL-END-03",
        ),
        (
            Be,
            EndWay::InsurerAfterClaim,
            "2026-06-10 12:00",
            Some("2026-06-01"),
            "2026-09-11 00:00 off BE-END-05",
        ),
        // AMB-40: to 24:00 of the date on the letter
        (Nl, EndWay::Fraud, "2026-06-10 12:00", None, "2026-06-11 00:00 off NL-END-04"),
        (Be, EndWay::Fraud, "2026-06-10 12:00", None, "2026-06-11 00:00 off BE-END-06"),
        // AMB-67: to 24:00 of the day after; AMB-74: a month from receipt of the letter
        (Nl, EndWay::Death, "2026-06-10 12:00", None, "2026-06-12 00:00 off NL-END-06"),
        (Be, EndWay::Death, "2026-01-31 12:00", None, "2026-03-01 00:00 off BE-END-11"),
        // a leap day: 31 Jan 2028 + 1 month is 29 Feb
        (Be, EndWay::Death, "2028-01-31 12:00", None, "2028-03-01 00:00 off BE-END-11"),
        // NL-END-05, BE-END-07: on the day of cancelling
        (Nl, EndWay::CoolingOff, "2026-02-10 12:00", None, "2026-02-11 00:00 off NL-END-05"),
        (Be, EndWay::CoolingOff, "2026-02-10 12:00", None, "2026-02-11 00:00 off BE-END-07"),
    ] {
        let mut history = monthly(country);
        let mut notice = notice(&history, way, received);
        notice.claim_closed = closed.map(day);
        assert!(cancel(&mut history, notice.clone()).unwrap() > 0, "{country:?} {way:?}");
        assert_eq!(last_line(&history), ends, "{country:?} {way:?} {received}");
        let end = history.timeline().segments.last().and_then(|segment| segment.begins.end);
        assert_eq!(end, Some(way));
        // The same command again is done already, and what was quoted is what happens.
        let again = history.give("2028-12-31 12:00", &Command::Cancel { notice: Box::new(notice) });
        assert!(matches!(again, Ok(0) | Err(No::NotRunning)), "{way:?}: {again:?}");
    }
}

#[test]
fn an_insurers_letter_by_post_counts_from_its_presumed_receipt() {
    // AMB-06, GEN-TIME-06: posted Wed 10 June 2026, there on Fri 12 June; two months later is 12 August.
    let mut history = monthly(Country::Nl);
    history.by_email = false;
    let notice = notice(&history, EndWay::InsurerAfterClaim, "2026-06-10 12:00");
    cancel(&mut history, notice.after_claim_closed(day("2026-06-01"))).unwrap();
    assert_eq!(last_line(&history), "2026-08-13 00:00 off NL-END-03");
    // Proven later than presumed: it counts from there.
    let mut proven = monthly(Country::Nl);
    let mut notice = super::notices::notice(&proven, EndWay::InsurerAfterClaim, "2026-06-10 12:00");
    notice.arrived = Some(day("2026-06-15"));
    cancel(&mut proven, notice.after_claim_closed(day("2026-06-01"))).unwrap();
    assert_eq!(last_line(&proven), "2026-08-16 00:00 off NL-END-03");
}

#[test]
fn a_belgian_consumer_never_waits_longer_than_the_law_allows_and_a_business_does() {
    // AMB-36, LAW-BE-INS-11: yearly premium, cancelled in the second year
    let ends = |kind| {
        let mut history = policy(Country::Be, Frequency::Yearly, kind);
        let notice = notice(&history, EndWay::Ordinary, "2027-04-10 12:00");
        cancel(&mut history, notice).unwrap();
        last_line(&history)
    };
    assert_eq!(ends(HolderKind::Consumer), "2027-06-11 00:00 off BE-END-02");
    assert_eq!(ends(HolderKind::Business), "2028-01-31 00:00 off BE-END-02");
}

#[test]
fn bankruptcy_ends_a_belgian_policy_from_both_sides_and_no_dutch_one() {
    let bankrupt = |country, way, received: &str, declared: Option<&str>| {
        let mut history = monthly(country);
        let mut notice = notice(&history, way, received);
        notice.happened = declared.map(day);
        cancel(&mut history, notice).map(|_| last_line(&history))
    };
    use Country::{Be, Nl};
    let insurer = EndWay::InsurerBankruptcy;
    let trustee = EndWay::TrusteeBankruptcy;
    // AMB-37: not before declaration + 3 months; later once those are over
    let ends = bankrupt(Be, insurer, "2026-05-10 12:00", Some("2026-05-01"));
    assert_eq!(ends.unwrap(), "2026-08-02 00:00 off BE-END-09");
    let ends = bankrupt(Be, insurer, "2026-09-10 12:00", Some("2026-05-01"));
    assert_eq!(ends.unwrap(), "2026-09-11 00:00 off BE-END-09");
    let ends = bankrupt(Be, trustee, "2026-08-01 23:00", Some("2026-05-01"));
    assert_eq!(ends.unwrap(), "2026-08-02 00:00 off BE-END-10");
    let late = bankrupt(Be, trustee, "2026-08-02 00:00", Some("2026-05-01"));
    assert_eq!(late, Err(No::TrusteeOver { last_day: day("2026-08-01") }));
    assert_eq!(bankrupt(Be, insurer, "2026-05-10 12:00", None), Err(No::NoDeclaration));
    assert_eq!(bankrupt(Be, trustee, "2026-05-10 12:00", Some("2026-05-11")), Err(No::NoDeclaration));
    assert_eq!(bankrupt(Nl, insurer, "2026-05-10 12:00", Some("2026-05-01")), Err(No::NotInCountry));
}

#[test]
fn after_a_claim_there_is_a_month() {
    // closed 31 Jan 2026 → last day Sat 28 Feb → for the customer it rolls to Mon 2 March (AMB-71), for the insurer not
    let end = |way, received: &str, closed: Option<&str>| {
        let mut history = monthly(Country::Nl);
        let mut notice = notice(&history, way, received);
        notice.claim_closed = closed.map(day);
        cancel(&mut history, notice).map(drop)
    };
    let closed = Some("2026-01-31");
    assert_eq!(end(EndWay::AfterClaim, "2026-03-02 23:59", closed), Ok(()));
    let over = Err(No::AfterClaimOver { last_day: day("2026-03-02") });
    assert_eq!(end(EndWay::AfterClaim, "2026-03-03 00:00", closed), over);
    assert_eq!(end(EndWay::InsurerAfterClaim, "2026-02-28 23:59", closed), Ok(()));
    let over = Err(No::AfterClaimOver { last_day: day("2026-02-28") });
    assert_eq!(end(EndWay::InsurerAfterClaim, "2026-03-01 00:00", closed), over);
    assert_eq!(end(EndWay::AfterClaim, "2026-03-02 12:00", None), Err(No::ClaimNotClosed));
    assert_eq!(end(EndWay::AfterClaim, "2026-03-02 12:00", Some("2026-03-03")), Err(No::ClaimNotClosed));
}

#[test]
fn who_may_end_it_and_in_which_form() {
    let history = monthly(Country::Be);
    let base = |way| notice(&history, way, "2026-06-10 12:00");
    let from = |way, from| Notice { from, ..base(way) };
    let phone = |notice: Notice| Notice { channel: Some(Channel::Phone), ..notice };
    let proof = Some(sealed(8));
    for (notice, expect) in [
        (from(EndWay::Ordinary, Sender::Representative { proof: proof.clone() }), Ok("BE-END-02")), // AMB-20
        (from(EndWay::Ordinary, Sender::Representative { proof: None }), Err(No::NoAuthority)),
        (from(EndWay::Ordinary, Sender::Heirs), Err(No::SenderMayNot)),
        (from(EndWay::Ordinary, Sender::Insurer), Err(No::SenderMayNot)),
        (from(EndWay::InsurerOrdinary, Sender::Holder), Err(No::SenderMayNot)),
        (from(EndWay::Death, Sender::Holder), Err(No::SenderMayNot)),
        (phone(base(EndWay::Ordinary)), Ok("BE-END-02")), // AMB-19
        (phone(base(EndWay::Death)), Err(No::NotInWriting)),
        (phone(base(EndWay::InsurerOrdinary)), Err(No::NotInWriting)),
        (base(EndWay::EndDate), Err(No::NotByNotice)),
        (base(EndWay::NothingLeft), Err(No::NotByNotice)),
        (base(EndWay::Sanctions), Err(No::NotListed)),
        (base(EndWay::RepeatedNonPayment), Err(No::NotRepeated)),
        (base(EndWay::AdverseChange), Err(No::NoAdverseChange)),
    ] {
        let mut history = monthly(Country::Be);
        let way = notice.way;
        match expect {
            Ok(rule) => {
                cancel(&mut history, notice).unwrap();
                assert!(last_line(&history).ends_with(rule), "{way:?}");
            }
            Err(no) => {
                assert!(no.rule().is_some(), "{no:?} names its rule");
                assert_eq!(cancel(&mut history, notice), Err(no), "{way:?}");
            }
        }
    }
}

#[test]
fn a_notice_from_the_future_or_from_before_the_policy_is_refused() {
    let mut history = monthly(Country::Nl);
    let future = notice(&history, EndWay::Ordinary, "2026-06-10 12:01");
    let no = history.give("2026-06-10 12:00", &Command::Cancel { notice: Box::new(future) });
    assert_eq!(no, Err(No::InFuture));
    let before = notice(&history, EndWay::Death, "2026-01-30 12:00");
    let no = history.give("2026-06-10 12:00", &Command::Cancel { notice: Box::new(before) });
    assert_eq!(no, Err(No::BeforeApplication { date: day("2026-01-31") }));
}

#[test]
fn a_wish_for_a_later_day_is_kept_and_for_an_earlier_one_not() {
    let end = |country, wish: &str| {
        let mut history = monthly(country);
        let mut notice = notice(&history, EndWay::Ordinary, "2027-03-10 12:00");
        notice.last_day = Some(day(wish));
        cancel(&mut history, notice).unwrap();
        last_line(&history)
    };
    assert_eq!(end(Country::Nl, "2027-06-15"), "2027-06-16 00:00 off NL-END-09");
    assert_eq!(end(Country::Nl, "2027-03-15"), "2027-04-11 00:00 off NL-END-09");
    assert_eq!(end(Country::Be, "2027-06-15"), "2027-06-30 00:00 off BE-END-02");
}

#[test]
fn a_later_day_named_by_the_insurer_moves_the_end_to_the_next_renewal_or_due_date() {
    let end = |country| {
        let mut history = monthly(country);
        let mut notice = notice(&history, EndWay::InsurerOrdinary, "2027-02-01 12:00");
        notice.last_day = Some(day("2027-06-10"));
        cancel(&mut history, notice).unwrap();
        last_line(&history)
    };
    assert_eq!(end(Country::Nl), "2027-06-30 00:00 off NL-END-10");
    assert_eq!(end(Country::Be), "2027-06-30 00:00 off BE-END-03");
}

#[test]
fn a_one_off_policy_has_no_renewal_for_the_insurer_to_stop() {
    let mut history = policy(Country::Nl, Frequency::OneOff, HolderKind::Consumer);
    let notice = notice(&history, EndWay::InsurerOrdinary, "2026-06-10 12:00");
    assert_eq!(cancel(&mut history, notice), Err(No::NoRenewal));
}

#[test]
fn sanctions_end_it_at_once_and_nothing_is_paid_back() {
    let mut history = monthly(Country::Be);
    history.pay("2026-02-05 12:00", "2026-02-05 00:00", "11.95");
    history.must("2026-02-10 11:00", &Command::Screen { verdict: Verdict::Hit });
    let listed = notice(&history, EndWay::Sanctions, "2026-02-10 12:00");
    cancel(&mut history, listed).unwrap();
    assert_eq!(last_line(&history), "2026-02-10 12:00 off BE-END-14");
    history.run("2026-04-01");
    assert!(history.events("refund-ordered").is_empty(), "money is blocked");
    assert!(history.contract().billing.overpaid() > euro("0"));
}

#[test]
fn what_comes_back_by_way_and_country() {
    // paid 11.95 for 31 January – 28 February (28 days)
    for (country, way, back) in [
        (Country::Nl, EndWay::Fraud, "0.00"),       // NL-FRAUD-04
        (Country::Be, EndWay::Fraud, "0.00"),       // AMB-70: except fraud
        (Country::Nl, EndWay::Death, "7.26"),       // to 12 Feb 00:00: 16 or 17 of 28 days
        (Country::Nl, EndWay::CoolingOff, "11.95"), // NL-PREM-04
        (Country::Be, EndWay::CoolingOff, "11.95"),
    ] {
        let mut history = monthly(country);
        history.pay("2026-02-05 12:00", "2026-02-05 00:00", "11.95");
        let notice = notice(&history, way, "2026-02-09 12:00");
        let quote = history.quote("2026-02-09 12:00", &notice).unwrap();
        assert_eq!(quote.refund, euro(back), "{country:?} {way:?} {quote:?}");
        assert_eq!(quote.taken_back, quote.steps.iter().map(|step| step.back).sum());
        cancel(&mut history, notice).unwrap();
        let refunds = history.events("refund-ordered");
        assert_eq!(refunds.is_empty(), back == "0.00", "{country:?} {way:?}");
        assert_eq!(history.contract().ends().unwrap().ends, quote.ends);
    }
}

#[test]
fn the_quote_says_when_another_ending_comes_first() {
    let mut history = monthly(Country::Nl);
    let death = notice(&history, EndWay::Death, "2026-06-10 12:00");
    cancel(&mut history, death).unwrap();
    let ordinary = notice(&history, EndWay::Ordinary, "2026-06-11 12:00");
    let quote = history.quote("2026-06-11 12:00", &ordinary).unwrap();
    assert!(quote.another_is_earlier);
    assert_eq!((quote.last_day, quote.rule.id()), (day("2027-01-30"), "NL-END-09"));
    // NL-END-11: giving it all the same changes nothing.
    cancel(&mut history, ordinary).unwrap();
    assert_eq!(last_line(&history), "2026-06-12 00:00 off NL-END-06");
}

#[test]
fn a_cancellation_is_taken_back_before_it_works_and_premium_is_owed_again() {
    let mut history = monthly(Country::Nl);
    history.pay("2026-02-05 12:00", "2026-02-05 00:00", "11.95");
    let after_claim =
        notice(&history, EndWay::AfterClaim, "2026-02-10 12:00").after_claim_closed(day("2026-02-09"));
    cancel(&mut history, after_claim).unwrap();
    assert_eq!(last_line(&history), "2026-03-11 00:00 off NL-END-02");
    history.run("2026-03-01");
    // 28 Feb – 31 Mar, 31 days, of which 11 are left: 11.95 × 20 / 31 = 7.709… comes off
    assert_eq!(history.contract().billing.receivables[1].open(), euro("4.24"));
    history.must("2026-03-01 12:00", &Command::WithdrawCancellation { way: EndWay::AfterClaim });
    assert_eq!(history.lines(&history.timeline()).len(), 1, "it runs on");
    let extra = history.contract().billing.receivables.last().unwrap().clone();
    assert_eq!((extra.extra_of, extra.split.gross), (Some(2), euro("7.71")));
    history.run("2026-04-02");
    let regular: Vec<_> = history
        .contract()
        .billing
        .receivables
        .iter()
        .filter(|r| r.extra_of.is_none())
        .map(|r| r.due)
        .collect();
    assert_eq!(regular, [day("2026-01-31"), day("2026-02-28"), day("2026-03-31")]);
    let none = history.give("2026-04-02 12:00", &Command::WithdrawCancellation { way: EndWay::AfterClaim });
    assert_eq!(none, Err(No::NoCancellation));
}

#[test]
fn what_cannot_be_taken_back() {
    let mut dead = monthly(Country::Nl);
    let death = notice(&dead, EndWay::Death, "2026-06-10 12:00");
    cancel(&mut dead, death).unwrap();
    let withdraw = |way| Command::WithdrawCancellation { way };
    assert_eq!(dead.give("2026-06-10 13:00", &withdraw(EndWay::Death)), Err(No::CancellationStays));
    let worked = No::CancellationWorked { date: day("2026-06-12") };
    assert_eq!(dead.give("2026-06-12 13:00", &withdraw(EndWay::Death)), Err(worked));
}
