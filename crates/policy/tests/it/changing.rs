//! Changes while a policy runs: endorsements, what they do to the premium, announcements, a move.

use crate::history::{History, application, at, at_in, day, euro, sealed};
use billing::Frequency;
use kernel::{Country, DeviceKind, Instant, Money, Refusal};
use policy::{
    Change, Command, Device, EndWay, Gone, HolderKind, Insured, Notice, PolicyRefusal as No, Relation, Swap,
    Verdict,
};

/// A Dutch policy from 1 March 2026, monthly, with a phone; statements are not booked, so that nobody is reminded.
fn one() -> History {
    let mut history = History::accepted("2026-03-01 09:00", "2026-03-01 10:00");
    history.booked_through = None;
    history
}

/// The same with a tablet for 6.00 added at the start of 11 March.
fn two() -> History {
    let mut history = one();
    let change = Change::ItemAdded { device: tablet() };
    history.must("2026-03-10 12:00", &endorse(change, Some(at("2026-03-11 00:00")), None));
    history
}

fn tablet() -> Device {
    Device {
        item: 2,
        kind: DeviceKind::Tablet,
        identity: sealed(22),
        bought: day("2026-03-09"),
        purchase_value: euro("420.00"),
        excess: euro("40.00"),
        premium: Some(euro("6.00")),
    }
}

fn endorse(change: Change, from: Option<Instant>, premium: Option<Money>) -> Command {
    Command::Endorse { change, from, premium }
}

fn invoiced(history: &History) -> Money {
    history.contract().billing.receivables.iter().map(|r| r.split.gross - r.reversed.gross).sum()
}

#[test]
fn nl_claim_07_a_replacement_keeps_the_values_of_the_schedule() {
    let mut history = one();
    let swap = Change::DeviceSwapped { item: 1, identity: sealed(30), kind: None, why: Swap::Replaced };
    let command = endorse(swap, Some(at("2026-04-10 15:00")), None);
    history.must("2026-04-12 09:00", &command);
    let contract = history.contract();
    let (before, after) =
        (contract.schedule_at(at("2026-04-10 14:59")), contract.schedule_at(at("2026-04-10 15:00")));
    assert_eq!((before.no, after.no), (0, 1));
    assert_eq!(before.devices[0].identity, sealed(3));
    assert_eq!(after.devices[0].identity, sealed(30));
    let values = |device: &Device| (device.purchase_value, device.excess, device.bought);
    assert_eq!(values(&before.devices[0]), values(&after.devices[0]));
    assert_eq!(after.premium, before.premium);
    assert_eq!(history.give("2026-04-12 10:00", &command), Ok(0));
    assert_eq!(contract_rule(&history), "NL-CLAIM-07");
}

fn contract_rule(history: &History) -> &'static str {
    history.contract().endorsements.last().expect("an endorsement").rule.id()
}

#[test]
fn an_added_device_costs_its_days_and_from_then_on_its_part() {
    let mut history = two();
    // 6.00 for 21 of 31 days of March: 4.0645… → 4.06
    let extra = history.contract().billing.receivables.last().unwrap().clone();
    assert_eq!((extra.extra_of, extra.split.gross, extra.due), (Some(1), euro("4.06"), day("2026-03-10")));
    history.run("2026-04-02");
    assert_eq!(history.contract().billing.receivables.last().unwrap().split.gross, euro("17.95"));
    let april = history.contract().schedule_at(at("2026-04-02 00:00"));
    assert_eq!((april.devices.len(), april.premium), (2, euro("17.95")));
}

#[test]
fn amb_63_premium_for_a_device_that_left_stops_from_then_and_comes_back() {
    let mut history = two();
    history.pay("2026-03-12 12:00", "2026-03-12 00:00", "16.01");
    let left = Change::ItemLeft { item: 2, why: Gone::BenefitPaid };
    history.must("2026-03-21 12:00", &endorse(left.clone(), Some(at("2026-03-21 00:00")), None));
    // ten days of the tablet are owed: 1.935… → 11.95 + 6.00 × 10 / 31 = 13.885…
    assert_eq!(invoiced(&history), euro("13.89"));
    assert_eq!(history.contract().billing.refunds[0].amount, euro("2.12"));
    assert_eq!(contract_rule(&history), "AMB-63");
    let again = history.give("2026-03-22 12:00", &endorse(left, None, None));
    assert_eq!(again, Ok(0), "it has left already");
    history.run("2026-04-02");
    assert_eq!(history.contract().billing.receivables.last().unwrap().split.gross, euro("11.95"));
    assert_eq!(history.lines(&history.timeline()).len(), 1, "cover runs on for the other device");
}

#[test]
fn amb_63_the_policy_ends_with_its_only_device() {
    for (why, from, end) in [
        (Gone::BenefitPaid, Some("2026-03-21 00:00"), "2026-03-21 00:00 off AMB-63"),
        (Gone::Sold, None, "2026-03-21 12:00 off AMB-63"),
        // NL-TERM-03: not wanted any longer is a cancellation
        (Gone::NotWanted, None, "2027-03-01 00:00 off NL-END-09"),
    ] {
        let mut history = one();
        let left = Change::ItemLeft { item: 1, why };
        history.must("2026-03-21 12:00", &endorse(left, from.map(at), None));
        assert_eq!(*history.lines(&history.timeline()).last().unwrap(), end, "{why:?}");
    }
}

#[test]
fn another_plan_counts_from_the_next_due_date() {
    let mut history = one();
    let plan = |premium: Option<&str>| {
        let change = Change::PlanChanged {
            plan: "basic".into(),
            flags: [].into(),
            excess: [(1, euro("80.00"))].into(),
            parts: [].into(),
        };
        endorse(change, None, premium.map(euro))
    };
    assert_eq!(history.give("2026-03-20 12:00", &plan(None)), Err(No::PremiumUnknown));
    history.must("2026-03-20 12:00", &plan(Some("8.95")));
    assert_eq!(history.give("2026-03-20 12:01", &plan(Some("8.95"))), Ok(0), "it was asked for already");
    assert_eq!(invoiced(&history), euro("11.95"), "March stays as it is");
    assert_eq!(history.contract().schedule_at(at("2026-03-31 23:59")).plan, "plus");
    let april = history.contract().schedule_at(at("2026-04-01 00:00"));
    assert_eq!((april.plan.as_str(), april.devices[0].excess), ("basic", euro("80.00")));
    history.run("2026-04-02");
    assert_eq!(history.contract().billing.receivables.last().unwrap().split.gross, euro("8.95"));
}

#[test]
fn a_device_that_comes_before_another_plan_counts_is_paid_for_under_it_too() {
    let mut history = one();
    let change = Change::PlanChanged {
        plan: "basic".into(),
        flags: [].into(),
        excess: [].into(),
        parts: [(1, euro("8.95"))].into(),
    };
    history.must("2026-03-20 12:00", &endorse(change, None, Some(euro("8.95"))));
    history.must("2026-03-21 12:00", &endorse(Change::ItemAdded { device: tablet() }, None, None));
    let premium = |history: &History, when| history.contract().schedule_at(at(when)).premium;
    assert_eq!(premium(&history, "2026-03-22 00:00"), euro("11.95") + tablet().premium.unwrap());
    assert_eq!(premium(&history, "2026-04-01 00:00"), euro("8.95") + tablet().premium.unwrap());
    let left = Change::ItemLeft { item: 1, why: Gone::Sold };
    history.must("2026-03-23 12:00", &endorse(left, None, None));
    assert_eq!(premium(&history, "2026-04-01 00:00"), tablet().premium.unwrap());
}

#[test]
fn a_change_and_an_end_in_one_period_are_counted_day_by_day() {
    let mut history = two();
    history.pay("2026-03-12 12:00", "2026-03-12 00:00", "16.01");
    let left = Change::ItemLeft { item: 2, why: Gone::Sold };
    history.must("2026-03-16 00:00", &endorse(left, None, None));
    let death = Notice::new(EndWay::Death, at("2026-03-20 12:00"));
    let quote = history.quote("2026-03-20 13:00", &death).unwrap();
    // 11.95 × 21 / 31 + 6.00 × 5 / 31 = 8.0951… + 0.9677… = 9.0629 owed
    assert_eq!(invoiced(&history) - quote.taken_back, euro("9.06"));
    assert_eq!(quote.steps.len(), 1);
    history.must("2026-03-20 13:00", &Command::Cancel { notice: Box::new(death) });
    assert_eq!(invoiced(&history), euro("9.06"));
    let refunded: Money = history.contract().billing.refunds.iter().map(|r| r.amount).sum();
    assert_eq!(refunded, euro("16.01") - euro("9.06"));
}

#[test]
fn what_cannot_be_changed_says_why() {
    let mut history = two();
    let mut watch = tablet();
    watch.item = 3;
    watch.kind = DeviceKind::Smartwatch;
    let mut unpriced = tablet();
    unpriced.item = 3;
    unpriced.premium = None;
    let mut same_number = tablet();
    same_number.identity = sealed(99);
    let swap = |item| Change::DeviceSwapped { item, identity: sealed(31), kind: None, why: Swap::Repaired };
    let staff = Insured { person: sealed(5).id, relation: Relation::Staff };
    let past = Some(at("2026-03-12 00:00"));
    for (change, from, no) in [
        (Change::ItemAdded { device: watch }, None, No::SmartwatchNotCovered),
        (Change::ItemAdded { device: unpriced }, None, No::PremiumUnknown),
        (Change::ItemAdded { device: same_number }, None, No::ItemTwice),
        (Change::ItemAdded { device: Device { item: 4, ..tablet() } }, past, No::ChangeBackwards),
        (swap(9), None, No::ItemUnknown),
        (Change::ItemLeft { item: 9, why: Gone::Sold }, None, No::ItemUnknown),
        (Change::InsuredAdded { insured: staff }, None, No::RelationDoesNotFit),
        (swap(1), Some(at("2028-03-12 00:00")), No::DateOutOfRange),
        (
            Change::TermsChanged {
                campaign: sealed(1).id,
                product: None,
                flags: None,
                parts: [].into(),
                adverse: false,
                leave_by: day("2026-05-01"),
            },
            None,
            No::ChangeNeedsAnnouncement,
        ),
    ] {
        assert!(no.rule().is_some());
        assert_eq!(history.give("2026-03-20 12:00", &endorse(change, from, None)), Err(no));
    }
    let death = Notice::new(EndWay::Death, at("2026-03-20 12:00"));
    history.must("2026-03-20 13:00", &Command::Cancel { notice: Box::new(death) });
    let after = history.give("2026-03-20 14:00", &endorse(swap(1), Some(at("2026-03-25 00:00")), None));
    assert_eq!(after, Err(No::ChangeAfterEnd { date: day("2026-03-22") }));
    assert_eq!(history.give("2026-03-23 12:00", &endorse(swap(1), None, None)), Err(No::NotRunning));
}

#[test]
fn insured_persons_come_and_go() {
    let mut history = one();
    let child = Insured { person: sealed(5).id, relation: Relation::Household };
    let add = endorse(Change::InsuredAdded { insured: child }, None, None);
    history.must("2026-03-20 12:00", &add);
    assert_eq!(history.give("2026-03-20 12:01", &add), Ok(0));
    assert_eq!(history.contract().schedule_at(at("2026-03-20 12:00")).insured, [child]);
    let leave = endorse(Change::InsuredLeft { person: child.person }, None, None);
    history.must("2026-05-20 12:00", &leave);
    assert!(history.contract().schedule_at(at("2026-05-20 12:00")).insured.is_empty());
    assert_eq!(history.contract().schedules().len(), 3);
}

fn announce(from: &str, premium: &str, adverse: bool) -> Command {
    Command::AnnounceChange {
        campaign: sealed(70).id,
        product: None,
        flags: None,
        parts: [].into(),
        premium: Some(euro(premium)),
        adverse,
        from: day(from),
    }
}

fn belgian(frequency: Frequency) -> History {
    let mut history = History::new(Country::Be);
    history.booked_through = None;
    let mut application = application(Country::Be, frequency);
    application.holder_kind = HolderKind::Business;
    history.must("2026-03-01 09:00", &Command::Apply { application: Box::new(application) });
    history.must("2026-03-01 09:00", &Command::Screen { verdict: Verdict::Clear });
    history.must("2026-03-01 10:00", &Command::Accept { accept_limit: euro("3500") });
    history
}

#[test]
fn amb_56_in_the_netherlands_premium_changes_on_a_renewal_a_month_ahead() {
    let mut history = one();
    for (when, from, no) in [
        // inside the minimum duration; between two renewals; less than a month ahead
        ("2026-04-01 09:00", "2026-06-01", No::ChangeNotAtRenewal { date: day("2027-03-01") }),
        ("2027-01-15 09:00", "2027-03-10", No::ChangeNotAtRenewal { date: day("2027-04-01") }),
        ("2027-02-15 09:00", "2027-03-01", No::ChangeTooSoon { date: day("2027-04-01") }),
    ] {
        assert_eq!(history.give(when, &announce(from, "12.95", true)), Err(no), "{when}");
    }
    history.must("2027-02-15 09:00", &announce("2027-04-01", "12.95", true));
    assert_eq!(history.give("2027-02-16 09:00", &announce("2027-04-01", "12.95", true)), Ok(0));
    history.run("2027-04-02");
    let dues: Vec<_> =
        history.contract().billing.receivables.iter().rev().take(2).map(|r| r.split.gross).collect();
    assert_eq!(dues, [euro("12.95"), euro("11.95")]);
}

#[test]
fn be_end_08_who_does_not_like_the_change_leaves_when_it_begins() {
    let leave = |when: &str, adverse: bool| {
        let mut history = belgian(Frequency::Monthly);
        // announced by e-mail on 10 April: from 11 May at the earliest; a month to leave: Sunday 10 May rolls to Monday
        history.must("2026-04-10 09:00", &announce("2026-05-20", "12.95", adverse));
        let notice = Notice::new(EndWay::AdverseChange, at_in(when, Country::Be));
        history
            .give(when, &Command::Cancel { notice: Box::new(notice) })
            .map(|_| history.lines(&history.timeline()).last().cloned().unwrap_or_default())
    };
    assert_eq!(leave("2026-05-11 23:59", true).unwrap(), "2026-05-20 00:00 off BE-END-08");
    let over = No::AdverseChangeOver { last_day: day("2026-05-11") };
    assert_eq!(leave("2026-05-12 00:00", true), Err(over));
    assert_eq!(leave("2026-05-01 12:00", false), Err(No::NoAdverseChange)); // BE-PREM-05
    let mut history = belgian(Frequency::Monthly);
    let no = history.give("2026-04-10 09:00", &announce("2026-05-10", "12.95", true));
    // a month is over on 10 May, but the policyholder may leave until the 11th: nothing changes while they may
    assert_eq!(no, Err(No::ChangeTooSoon { date: day("2026-05-12") }));
}

#[test]
fn be_end_08_of_two_changes_they_leave_for_the_one_that_is_open() {
    let mut history = belgian(Frequency::Monthly);
    let second = |from: &str| match announce(from, "13.95", true) {
        Command::AnnounceChange { product, flags, premium, parts, adverse, from, .. } => {
            Command::AnnounceChange { campaign: sealed(71).id, product, flags, premium, parts, adverse, from }
        }
        other => other,
    };
    history.must("2026-04-10 09:00", &announce("2026-06-01", "12.95", true));
    history.must("2026-07-10 09:00", &second("2026-09-01"));
    let notice = Notice::new(EndWay::AdverseChange, at_in("2026-07-20 12:00", Country::Be));
    history.must("2026-07-20 12:00", &Command::Cancel { notice: Box::new(notice) });
    // the change of June counts already; they leave for that of September
    assert_eq!(history.lines(&history.timeline()).last().unwrap(), "2026-09-01 00:00 off BE-END-08");
}

#[test]
fn law_tax_05_a_move_to_the_other_country_ends_it_there_and_never_backwards() {
    for (on, end) in [
        ("2026-04-15", "2026-04-15 00:00 off LAW-TAX-05"),
        ("2026-03-15", "2026-03-21 00:00 off LAW-TAX-05"), // told on 20 March
    ] {
        let mut history = one();
        let away = Command::Move { to: Some(Country::Be), on: day(on) };
        history.must("2026-03-20 12:00", &away);
        assert_eq!(*history.lines(&history.timeline()).last().unwrap(), end);
        assert_eq!(history.give("2026-03-20 13:00", &away), Ok(0));
    }
    let mut history = one();
    history.must("2026-03-20 12:00", &Command::Move { to: Some(Country::Nl), on: day("2026-04-01") });
    assert_eq!(history.lines(&history.timeline()).len(), 1);
    assert_eq!(contract_rule(&history), "NL-OBL-04");
}

#[test]
fn a_claim_goes_by_the_schedule_of_its_moment() {
    let mut history = two();
    let left = Change::ItemLeft { item: 2, why: Gone::BenefitPaid };
    history.must("2026-03-21 12:00", &endorse(left, Some(at("2026-03-21 00:00")), None));
    let devices = |when: &str| history.contract().clone().as_of(at(when)).application.devices.len();
    assert_eq!(
        (devices("2026-03-10 23:59"), devices("2026-03-20 12:00"), devices("2026-03-21 00:00")),
        (1, 2, 1)
    );
}
