//! What a campaign does to one policy: from when, at which price, or why it is left out.

use crate::history::{History, application, at, at_in, day, euro, sealed};
use billing::Frequency;
use kernel::{Country, DeviceKind, Money};
use policy::{
    CampaignPlan, Change, Command, Contract, Device, EndWay, Gone, LeftOut, NewWording, Notice, Planned,
    ProductRef, Reason, Repricing, Verdict, plan_change, terms_changes,
};
use proptest::prelude::*;

pub(crate) fn plan(country: Country, from: &str, until: &str) -> CampaignPlan {
    CampaignPlan {
        name: "Premium 2027".into(),
        reason: Reason { nl: "Duurder.".into(), en: "Dearer.".into(), fr: "Plus cher.".into() },
        country,
        product: "xandocare".into(),
        version: "2021-1".into(),
        plans: [("plus".to_owned(), Repricing::Percent { hundredths: 1_000 })].into(),
        wording: None,
        from: day(from),
        until: day(until),
    }
}

fn running(country: Country, start: &str, frequency: Frequency) -> History {
    let mut history = History::new(country);
    history.booked_through = None;
    history.must(start, &Command::Apply { application: Box::new(application(country, frequency)) });
    history.must(start, &Command::Screen { verdict: Verdict::Clear });
    history.must(start, &Command::Accept { accept_limit: euro("3500") });
    history
}

fn asked_at(history: &History, when: &str, plan: &CampaignPlan) -> Result<Planned, LeftOut> {
    let tariff = |_: &str, device: &Device| (device.kind == DeviceKind::Phone).then(|| euro("14.00"));
    let now = at_in(when, history.country);
    history.with_day(now, |day| plan_change(history.contract(), sealed(70).id, plan, &tariff, day))
}

fn days(planned: &Result<Planned, LeftOut>) -> Result<(String, String), LeftOut> {
    planned.as_ref().map(|p| (p.from.to_string(), p.leave_by.to_string())).map_err(|why| *why)
}

#[test]
fn be_prem_04_amb_56_the_first_day_that_leaves_the_term() {
    use Country::{Be, Nl};
    use Frequency::{Monthly, Yearly};
    for (country, start, frequency, when, by_email, expect) in [
        // NL: on a renewal: inside the minimum duration the end of it; the last day to leave is the day before
        (Nl, "2026-03-01 09:00", Monthly, "2026-05-10 12:00", true, Ok(("2027-03-01", "2027-02-28"))),
        // a month and a day before the renewal is in time; a month is not, and the next renewal it is
        (Nl, "2026-03-01 09:00", Monthly, "2027-02-26 12:00", true, Ok(("2027-04-01", "2027-03-31"))),
        (Nl, "2026-03-15 09:00", Monthly, "2027-03-13 12:00", true, Ok(("2027-04-15", "2027-04-14"))),
        (Nl, "2026-03-15 09:00", Monthly, "2027-03-15 12:00", true, Ok(("2027-05-15", "2027-05-14"))),
        // by post it arrives days later
        (Nl, "2026-03-15 09:00", Monthly, "2027-03-13 12:00", false, Ok(("2027-05-15", "2027-05-14"))),
        // month ends: announced on 31 January, from 1 March in a common year and in a leap year
        (Nl, "2026-01-31 09:00", Monthly, "2027-01-29 12:00", true, Ok(("2027-03-31", "2027-03-30"))),
        (Nl, "2027-01-29 09:00", Monthly, "2028-01-27 12:00", true, Ok(("2028-02-29", "2028-02-28"))),
        // yearly premium: not in the middle of what is paid for, though it renews monthly after the first year
        (Nl, "2026-03-01 09:00", Yearly, "2027-02-15 12:00", true, Ok(("2028-03-01", "2028-02-29"))),
        // BE: on the first premium due date; in the minimum duration too
        (Be, "2026-03-01 09:00", Monthly, "2026-04-10 12:00", true, Ok(("2026-06-01", "2026-05-11"))),
        (Be, "2026-03-12 09:00", Monthly, "2026-04-10 12:00", true, Ok(("2026-05-12", "2026-05-11"))),
        // the last day to leave is a Sunday and rolls to Monday 11 May: nothing changes while they may still leave
        (Be, "2026-03-11 09:00", Monthly, "2026-04-10 12:00", true, Ok(("2026-06-11", "2026-05-11"))),
        (Be, "2026-03-31 09:00", Monthly, "2027-01-29 12:00", true, Ok(("2027-03-31", "2027-03-01"))),
        (Be, "2026-03-01 09:00", Yearly, "2026-05-10 12:00", true, Ok(("2027-03-01", "2026-06-10"))),
        // paid once: nothing renews, no price changes
        (Nl, "2026-03-01 09:00", Frequency::OneOff, "2026-05-10 12:00", true, Err(LeftOut::PaidOnce)),
        (Be, "2026-03-01 09:00", Frequency::OneOff, "2026-05-10 12:00", true, Err(LeftOut::PaidOnce)),
    ] {
        let mut history = running(country, start, frequency);
        history.by_email = by_email;
        let planned = asked_at(&history, when, &plan(country, "2026-04-01", "2028-12-31"));
        let expect = expect.map(|(from, by)| (from.to_owned(), by.to_owned()));
        assert_eq!(days(&planned), expect, "{country:?} {start} {frequency:?} at {when}");
        // what is planned can be announced: the run does what the preview shows
        if let Ok(planned) = planned {
            history.must(when, &planned.command);
            let changed = terms_changes(history.contract()).next().expect("it was announced");
            assert_eq!((changed.before, changed.after), (planned.before, planned.after));
            assert_eq!((changed.leave_by, changed.adverse), (planned.leave_by, planned.adverse));
        }
    }
}

#[test]
fn the_campaigns_own_days_bind_too() {
    let history = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
    for (from, until, expect) in [
        ("2027-06-15", "2027-12-31", Ok("2027-07-01")),
        ("2026-06-01", "2027-03-01", Ok("2027-03-01")),
        ("2026-06-01", "2027-02-28", Err(LeftOut::NoRenewalInTime)),
        ("2029-06-01", "2029-12-31", Err(LeftOut::NoRenewalInTime)),
    ] {
        let planned = asked_at(&history, "2026-05-10 12:00", &plan(Country::Nl, from, until));
        assert_eq!(planned.map(|p| p.from.to_string()), expect.map(str::to_owned), "{from} to {until}");
    }
}

#[test]
fn who_is_left_out_and_why() {
    let all = plan(Country::Nl, "2026-06-01", "2028-06-01");
    let check = |expect: LeftOut, plan: &CampaignPlan, make: &dyn Fn(&mut History)| {
        let mut history = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
        make(&mut history);
        assert_eq!(asked_at(&history, "2026-05-10 12:00", plan).unwrap_err(), expect);
    };
    let nothing = |_: &mut History| {};
    let other = CampaignPlan { version: "2020-1".into(), ..all.clone() };
    check(LeftOut::OtherVersion, &other, &nothing);
    let abroad = CampaignPlan { country: Country::Be, ..all.clone() };
    check(LeftOut::OtherVersion, &abroad, &nothing);
    let basic = CampaignPlan { plans: [("basic".to_owned(), Repricing::Stays)].into(), ..all.clone() };
    check(LeftOut::OtherPlan, &basic, &nothing);
    check(LeftOut::Ending, &all, &|history| {
        let notice = Notice::new(EndWay::Ordinary, at("2026-05-01 12:00"));
        history.must("2026-05-01 12:00", &Command::Cancel { notice: Box::new(notice) });
    });
    check(LeftOut::NotRunning, &all, &|history| {
        let notice = Notice::new(EndWay::Death, at("2026-05-01 12:00"));
        history.must("2026-05-01 12:00", &Command::Cancel { notice: Box::new(notice) });
    });
    check(LeftOut::Blocked, &all, &|history| {
        history.must("2026-05-01 12:00", &Command::Screen { verdict: Verdict::Hit });
    });
    check(LeftOut::Changed, &all, &|history| {
        let planned = asked_at(history, "2026-05-01 12:00", &all).unwrap();
        history.must("2026-05-01 12:00", &planned.command);
    });
    check(LeftOut::ChangeWaits, &all, &|history| {
        let planned = asked_at(history, "2026-05-01 12:00", &all).unwrap();
        let Command::AnnounceChange { premium, adverse, from, parts, .. } = planned.command else { panic!() };
        let (product, flags, campaign) = (None, None, sealed(71).id);
        let other = Command::AnnounceChange { campaign, product, flags, premium, parts, adverse, from };
        history.must("2026-05-01 12:00", &other);
    });
    let tariff = CampaignPlan { plans: [("plus".to_owned(), Repricing::Tariff)].into(), ..all.clone() };
    check(LeftOut::NoPrice, &tariff, &|history| {
        let device =
            Device { item: 2, kind: DeviceKind::Tablet, premium: Some(euro("6.00")), ..phone(history) };
        let add = Change::ItemAdded { device };
        history.must("2026-05-01 12:00", &Command::Endorse { change: add, from: None, premium: None });
    });
    let cheap = Repricing::Amount { a_month: euro("-11.95") };
    let cheap = CampaignPlan { plans: [("plus".to_owned(), cheap)].into(), ..all.clone() };
    check(LeftOut::PremiumTooLow, &cheap, &nothing);
    let same = CampaignPlan { plans: [("plus".to_owned(), Repricing::Stays)].into(), ..all.clone() };
    check(LeftOut::NothingChanges, &same, &nothing);
    // accepted on 1 March, by e-mail: 14 days from 2 March (NL-END-05), the last is a Sunday and rolls
    let young = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
    assert_eq!(asked_at(&young, "2026-03-16 23:59", &all).unwrap_err(), LeftOut::CoolingOff);
    assert!(asked_at(&young, "2026-03-17 00:00", &all).is_ok());
}

fn phone(history: &History) -> Device {
    history.contract().application.devices[0].clone()
}

fn wording(adverse: bool) -> NewWording {
    NewWording {
        product: ProductRef { code: "xandocare".into(), version: "2027-1".into(), hash: "h2".into() },
        flags: [("plus".to_owned(), [("theft_covered".to_owned(), false)].into())].into(),
        adverse,
    }
}

#[test]
fn the_price_by_percent_amount_and_tariff() {
    let mut history = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
    let price = |history: &History, repricing| {
        let plan = CampaignPlan {
            plans: [("plus".to_owned(), repricing)].into(),
            wording: Some(wording(false)),
            ..plan(Country::Nl, "2026-06-01", "2028-06-01")
        };
        asked_at(history, "2026-05-10 12:00", &plan).unwrap().after
    };
    let percent = |hundredths| Repricing::Percent { hundredths };
    let amount = |a_month: &str| Repricing::Amount { a_month: euro(a_month) };
    // 11.95 × 1.025 = 12.24875; × 0.9 = 10.755
    assert_eq!(price(&history, percent(250)), euro("12.25"));
    assert_eq!(price(&history, percent(-1_000)), euro("10.76"));
    assert_eq!(price(&history, amount("0.75")), euro("12.70"));
    assert_eq!(price(&history, Repricing::Tariff), euro("14.00"));
    assert_eq!(price(&history, Repricing::Stays), euro("11.95"));
    let device = Device { item: 2, premium: Some(euro("6.00")), ..phone(&history) };
    let add = Change::ItemAdded { device };
    history.must("2026-05-01 12:00", &Command::Endorse { change: add, from: None, premium: None });
    // each device by itself: 12.25 + 6.15
    assert_eq!(price(&history, percent(250)), euro("18.40"));
    assert_eq!(price(&history, amount("0.75")), euro("19.45"));
    assert_eq!(price(&history, Repricing::Tariff), euro("28.00"));
}

#[test]
fn amb_56_be_prem_05_who_may_leave_for_it() {
    for (country, hundredths, conditions, expect) in [
        (Country::Nl, 500, None, true),
        (Country::Nl, -500, None, false),
        (Country::Nl, -500, Some(false), true), // a Dutch change of the conditions always
        (Country::Be, 500, Some(false), true),
        (Country::Be, -500, Some(false), false),
        (Country::Be, -500, Some(true), true),
    ] {
        let history = running(country, "2026-03-01 09:00", Frequency::Monthly);
        let plan = CampaignPlan {
            plans: [("plus".to_owned(), Repricing::Percent { hundredths })].into(),
            wording: conditions.map(wording),
            ..plan(country, "2026-06-01", "2028-06-01")
        };
        let planned = asked_at(&history, "2026-05-10 12:00", &plan).unwrap();
        assert_eq!(planned.adverse, expect, "{country:?} {hundredths} {conditions:?}");
    }
}

#[test]
fn a_device_that_comes_or_leaves_meanwhile_keeps_its_own_price() {
    let planned_and_changed = |change: Change| {
        let mut history = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
        let device = Device { item: 2, premium: Some(euro("6.00")), ..phone(&history) };
        let add = Change::ItemAdded { device };
        history.must("2026-05-01 12:00", &Command::Endorse { change: add, from: None, premium: None });
        let plan = plan(Country::Nl, "2026-06-01", "2028-06-01");
        let planned = asked_at(&history, "2026-05-10 12:00", &plan).unwrap();
        assert_eq!((planned.before, planned.after), (euro("17.95"), euro("19.75"))); // 13.15 + 6.60
        history.must("2026-05-10 12:00", &planned.command);
        history.must("2026-05-11 12:00", &Command::Endorse { change, from: None, premium: None });
        history.contract().schedule_at(at("2027-03-01 00:00")).premium
    };
    let third = |history: &Contract| Device {
        item: 3,
        premium: Some(euro("2.00")),
        ..history.application.devices[0].clone()
    };
    let fresh = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
    let add = Change::ItemAdded { device: third(fresh.contract()) };
    assert_eq!(planned_and_changed(add), euro("21.75"));
    let leave = Change::ItemLeft { item: 2, why: Gone::Stolen };
    assert_eq!(planned_and_changed(leave), euro("13.15"));
}

#[test]
fn it_counts_on_its_day_and_is_told_once() {
    let mut history = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
    let plan =
        CampaignPlan { wording: Some(wording(false)), ..plan(Country::Nl, "2026-06-01", "2028-06-01") };
    let planned = asked_at(&history, "2027-01-10 12:00", &plan).unwrap();
    history.must("2027-01-10 12:00", &planned.command);
    history.run("2027-02-28");
    assert!(history.events("terms-took-effect").is_empty());
    history.run("2027-05-02");
    assert_eq!(history.events("terms-took-effect").len(), 1);
    let schedule = history.contract().schedule_at(at("2027-03-01 00:00"));
    assert_eq!((schedule.product.version.as_str(), schedule.flags["theft_covered"]), ("2027-1", false));
    let before = history.contract().schedule_at(at("2027-02-28 23:59"));
    assert_eq!((before.product.version.as_str(), before.flags["theft_covered"]), ("2021-1", true));
    let dues: Vec<Money> =
        history.contract().billing.receivables.iter().rev().take(4).map(|r| r.split.gross).collect();
    assert_eq!(dues, [euro("13.15"), euro("13.15"), euro("13.15"), euro("11.95")]);
}

#[test]
fn a_change_that_is_withdrawn_leaves_no_trace_in_the_schedule() {
    let mut history = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
    let withdraw = Command::WithdrawChange { campaign: sealed(70).id };
    assert!(history.give("2026-05-01 12:00", &withdraw).is_err());
    let planned = asked_at(&history, "2027-01-10 12:00", &plan(Country::Nl, "2026-06-01", "2028-06-01"));
    let command = planned.unwrap().command;
    history.must("2027-01-10 12:00", &command);
    let leave = Notice::new(EndWay::AdverseChange, at("2027-01-12 12:00"));
    history.must("2027-01-12 12:00", &Command::Cancel { notice: Box::new(leave) });
    history.must("2027-01-15 12:00", &withdraw);
    assert_eq!(history.give("2027-01-16 12:00", &withdraw), Ok(0));
    assert_eq!(history.give("2027-01-16 12:00", &command), Ok(0), "it was announced once already");
    // who had left for it may come back, and pays the old price
    history.must("2027-01-17 12:00", &Command::WithdrawCancellation { way: EndWay::AdverseChange });
    history.run("2027-04-02");
    assert!(history.events("terms-took-effect").is_empty());
    assert_eq!(history.contract().schedule_at(at("2027-04-01 00:00")).premium, euro("11.95"));
    let leave = Notice::new(EndWay::AdverseChange, at("2027-04-03 12:00"));
    assert!(history.give("2027-04-03 12:00", &Command::Cancel { notice: Box::new(leave) }).is_err());
    // and one that counts is not withdrawn
    let mut history = running(Country::Nl, "2026-03-01 09:00", Frequency::Monthly);
    history.must("2027-01-10 12:00", &command);
    let no = history.give("2027-03-01 00:00", &withdraw).unwrap_err();
    assert_eq!(no, policy::PolicyRefusal::ChangeInForce { date: day("2027-03-01") });
}

proptest! {
    /// Whatever policy and whatever day: nothing changes before the whole term has run since the letter was received, nor while
    /// the policyholder may still leave; and it changes on a day on which a new premium period begins.
    #[test]
    fn no_policy_is_changed_without_an_announcement_of_the_full_term(
        dutch in any::<bool>(), start in 0i64..800, later in 0i64..900, ahead in 1i64..400, by_email in any::<bool>(),
        yearly in any::<bool>(),
    ) {
        let country = if dutch { Country::Nl } else { Country::Be };
        let start = kernel::add_days(day("2026-01-01"), start);
        let today = kernel::add_days(start, later);
        let frequency = if yearly { Frequency::Yearly } else { Frequency::Monthly };
        let mut history = History::new(country);
        history.booked_through = None;
        history.by_email = by_email;
        history.must(&format!("{start} 09:00"), &Command::Apply { application: Box::new(application(country, frequency)) });
        history.must(&format!("{start} 09:00"), &Command::Screen { verdict: Verdict::Clear });
        history.must(&format!("{start} 09:00"), &Command::Accept { accept_limit: euro("3500") });
        let from = kernel::add_days(today, ahead);
        let plan = CampaignPlan { from, until: kernel::add_days(today, 730), ..plan(country, "2026-04-01", "2026-04-01") };
        let when = format!("{today} 12:00");
        match asked_at(&history, &when, &plan) {
            Err(why) => prop_assert!(matches!(why, LeftOut::CoolingOff | LeftOut::NoRenewalInTime), "{:?}", why),
            Ok(planned) => {
                prop_assert!(planned.from >= from && planned.leave_by < planned.from);
                let received = if by_email { today } else { kernel::add_days(today, 1) };
                prop_assert!(kernel::add_months_anchored(received, 1) < planned.from);
                prop_assert!(kernel::add_months_anchored(received, 1) <= planned.leave_by);
                let months = if yearly { 12 } else { 1 };
                let is_due = (0..400).any(|n| kernel::add_months_anchored(start, n * months) == planned.from);
                prop_assert!(is_due, "{} of {start}", planned.from);
                prop_assert!(history.give(&when, &planned.command).is_ok());
            }
        }
    }
}
