//! Changes of a policy through the use cases, on both databases: numbers, premium by days, and what is shown of them.

use app::{
    AppError,
    apply::{DeviceIdentity, ProposedDevice},
    changes::{self, Asked, Quote, What},
    contracts::Outcome,
    corrections::{self, Wrong},
    requests::{self, Decided, Standing, Verdict},
    testing::{World, at, each_world, euro, proposal, staff},
    views::{desk, portal},
};
use kernel::{DeviceKind, Id, Imei, Instant, PolicyNumber, Role};
use policy::{Command, EndWay, Gone, Notice, Right, Swap};
use store::{Priority, params, sql};

const SECOND: &str = "356938035643809";

fn identity(imei: &str) -> DeviceIdentity {
    DeviceIdentity {
        model: "Fairphone 5".into(),
        imei: Some(Imei::parse(imei).expect("an IMEI")),
        serial: None,
    }
}

fn tablet() -> What {
    let mut identity = identity(SECOND);
    identity.model = "Tab 9".into();
    let (bought, purchase_value) = (kernel::date(2026, 3, 10), euro("349.00"));
    What::Added { device: ProposedDevice { kind: DeviceKind::Tablet, identity, bought, purchase_value } }
}

fn swap(imei: &str) -> What {
    What::Swapped { item: 1, identity: identity(imei), why: Swap::Warranty }
}

fn left(item: u32, why: Gone) -> What {
    What::Left { item, why, on: None }
}

fn change(world: &World<'_>, when: &str, contract: Id, what: &What) -> Result<Outcome, AppError> {
    let (app, now) = (world.app.clone(), at(when));
    let by = staff(11, Role::Acceptance);
    let asked =
        Asked { id: format!("{when} {what:?}"), contract, version: None, what: what.clone(), actor: by };
    world.app.db.write(Priority::Click, move |tx| changes::change(&app, tx, now, &asked))
}

fn quote(world: &World<'_>, when: &str, contract: Id, what: &What) -> Result<Option<Quote>, AppError> {
    let (app, now, what) = (world.app.clone(), at(when), what.clone());
    world.app.db.read(move |tx| changes::quote(&app, tx, now, contract, &what))
}

fn refused<T: std::fmt::Debug>(answer: Result<T, AppError>) -> String {
    answer.expect_err("it is refused").refused().expect("it is refused").code.clone()
}

/// Somebody else wants to insure a device with this number.
fn apply_with(world: &World<'_>, when: &str, imei: &str) -> Result<app::apply::Made, AppError> {
    let mut other = proposal();
    other.profile.name = "Bram Smit".into();
    other.profile.email = Some("bram@example.org".parse().expect("an address"));
    other.device.identity = identity(imei);
    other.device.bought = kernel::add_days(kernel::local_date(at(when), kernel::Country::Nl), -1);
    world.apply(when, &format!("apply {when}"), &other)
}

fn view(world: &World<'_>, when: &str, contract: Id) -> portal::PolicyView {
    let (app, now) = (world.app.clone(), at(when));
    world.app.db.read(move |tx| portal::policy_of(&app, tx, now, contract)).expect("the policy is there")
}

const OLD: &str = "490154203237518";

#[test]
fn nl_claim_07_a_new_number_is_taken_and_the_old_one_is_free() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let answer = change(world, "2026-03-10 09:00", made.contract, &swap(SECOND));
        assert_eq!(answer.unwrap(), Outcome::Done);
        // The same device again is no change, whoever says it.
        let again = change(world, "2026-03-10 09:05", made.contract, &swap(SECOND));
        assert_eq!(again.unwrap(), Outcome::AlreadyDone);
        assert_eq!(refused(apply_with(world, "2026-03-10 10:00", SECOND)), "device-insured-already");
        let other = apply_with(world, "2026-03-10 10:05", OLD).unwrap();
        // Back to the old number, which is somebody else's now: said before, and refused when it is done.
        assert_eq!(
            refused(quote(world, "2026-03-11 09:00", made.contract, &swap(OLD))),
            "device-insured-already"
        );
        assert_eq!(
            refused(change(world, "2026-03-11 09:00", made.contract, &swap(OLD))),
            "device-insured-already"
        );
        assert_eq!(
            view(world, "2026-03-11 09:00", made.contract).devices[0].imei.as_deref(),
            Some("•••• 3809")
        );
        // When that application comes to nothing, the number is free.
        let reject = Command::Reject { reason: None };
        world.order("2026-03-11 10:00", "r", other.contract, &staff(11, Role::Acceptance), reject).unwrap();
        change(world, "2026-03-11 11:00", made.contract, &swap(OLD)).unwrap();
    });
}

#[test]
fn amb_63_a_number_is_free_when_its_device_is_out_of_the_schedule() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        change(world, "2026-03-10 09:00", made.contract, &tablet()).unwrap();
        assert_eq!(refused(apply_with(world, "2026-03-10 10:00", SECOND)), "device-insured-already");
        change(world, "2026-03-12 09:00", made.contract, &left(2, Gone::Sold)).unwrap();
        apply_with(world, "2026-03-12 10:00", SECOND).unwrap();
    });
}

#[test]
fn nl_term_03_a_device_that_is_still_insured_for_its_notice_keeps_its_number_until_then() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        change(world, "2026-03-10 09:00", made.contract, &tablet()).unwrap();
        change(world, "2026-03-12 09:00", made.contract, &left(2, Gone::NotWanted)).unwrap();
        let coming = view(world, "2026-03-12 10:00", made.contract).coming;
        assert_eq!((coming.len(), coming[0].change, coming[0].item), (1, "item-left", Some(2)));
        let from = coming[0].from;
        assert_eq!(refused(apply_with(world, "2026-03-20 10:00", SECOND)), "device-insured-already");
        let day = kernel::local_date(from, kernel::Country::Nl);
        apply_with(world, &format!("{day} 10:00"), SECOND).unwrap();
    });
}

#[test]
fn a_policy_that_lives_again_takes_its_numbers_anew() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let by = staff(11, Role::Finance);
        let notice = Notice::new(EndWay::CoolingOff, at("2026-03-06 09:00"));
        let cancel = Command::Cancel { notice: Box::new(notice) };
        world.order("2026-03-06 09:00", "e1", made.contract, &by, cancel).unwrap();
        world.run("2026-03-06", "2026-03-08");
        let other = apply_with(world, "2026-03-08 10:00", OLD).unwrap();
        let seq = world.number(
            sql!("select seq as number from event where stream = ?1 and kind = 'cancelled'"),
            params![made.contract].to_vec(),
        );
        let wrong = |id: &str| Wrong {
            id: id.to_owned(),
            contract: made.contract,
            version: None,
            seq,
            right: Right::Never,
            actor: by.clone(),
        };
        let correct = |when: &str, wrong: Wrong| {
            let (app, now) = (world.app.clone(), at(when));
            world.app.db.write(Priority::Click, move |tx| corrections::correct(&app, tx, now, &wrong))
        };
        assert_eq!(refused(correct("2026-03-09 09:00", wrong("c1"))), "device-insured-already");
        let reject = Command::Reject { reason: None };
        world.order("2026-03-09 10:00", "r", other.contract, &staff(11, Role::Acceptance), reject).unwrap();
        correct("2026-03-09 11:00", wrong("c2")).unwrap();
        assert_eq!(refused(apply_with(world, "2026-03-09 12:00", OLD)), "device-insured-already");
    });
}

#[test]
fn what_a_device_more_costs_is_said_before_and_charged_by_days() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        world.run("2026-03-03", "2026-03-05");
        let quote = quote(world, "2026-03-16 00:00", made.contract, &tablet()).unwrap().unwrap();
        let (before, after) = quote.premium.unwrap();
        assert_eq!(
            (before, quote.from, quote.rule.id()),
            (euro("9.95"), at("2026-03-16 00:00"), "NL-PROV-09")
        );
        // 16 of the 31 days of March, rounded half up.
        assert_eq!(quote.extra, (after - before).part(16, 31, kernel::Rounding::HalfUp));
        let open_cents = sql!("select open_cents as number from contract");
        let owed = world.number(open_cents, vec![]);
        change(world, "2026-03-16 00:00", made.contract, &tablet()).unwrap();
        assert_eq!(
            world.number(open_cents, vec![]) - owed,
            quote.extra.cents(),
            "what was said is what is charged"
        );
        let shown = view(world, "2026-03-16 00:01", made.contract);
        assert_eq!((shown.devices.len(), shown.premium), (2, after));
        assert_eq!(world.number(sql!("select premium_cents as number from contract"), vec![]), after.cents());
    });
}

#[test]
fn another_plan_is_shown_as_coming_and_from_its_day_everywhere() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        world.run("2026-03-03", "2026-03-05");
        change(world, "2026-03-10 09:00", made.contract, &tablet()).unwrap();
        let plan = What::Plan { plan: "xandocare".into() };
        let quote = quote(world, "2026-03-16 09:00", made.contract, &plan).unwrap().unwrap();
        change(world, "2026-03-16 09:00", made.contract, &plan).unwrap();
        let before = view(world, "2026-03-16 09:01", made.contract);
        assert_eq!(
            (before.line.plan.as_str(), before.coming[0].plan.as_deref()),
            ("plus", Some("xandocare"))
        );
        assert_eq!(
            (before.coming[0].from, before.coming[0].premium),
            (quote.from, quote.premium.map(|p| p.1))
        );
        let april = before.premiums.iter().find(|line| line.due == kernel::date(2026, 4, 1)).unwrap();
        assert_eq!(april.amount, quote.premium.unwrap().1, "the premium to come is the new one");
        world.run("2026-03-17", "2026-04-01");
        let after = view(world, "2026-04-01 09:00", made.contract);
        assert_eq!((after.line.plan.as_str(), after.coming.len()), ("xandocare", 0));
        assert_eq!(after.premium, quote.premium.unwrap().1);
        let file = file(world, "2026-04-01 09:00", &made.number);
        assert_eq!((file.plan.as_str(), file.schedule.premium), ("Xandocare", after.premium));
        let list = world.app.db.read(|tx| desk::policies(tx, desk::Filter::All, 0)).unwrap();
        assert_eq!(list.lines[0].plan, "xandocare");
        // One device less now gives back what it costs under the new plan.
        let less =
            self::quote(world, "2026-04-01 10:00", made.contract, &left(2, Gone::Sold)).unwrap().unwrap();
        let (with, without) = less.premium.unwrap();
        let alone =
            self::quote(world, "2026-04-01 10:00", made.contract, &What::Plan { plan: "xandocare".into() });
        assert_eq!(alone.unwrap(), None, "the plan that it has is no change");
        assert!(without < with && less.taken_back > kernel::Money::ZERO, "{less:?}");
    });
}

fn file(world: &World<'_>, when: &str, number: &PolicyNumber) -> desk::ContractFile {
    let (app, now, number): (_, Instant, _) = (world.app.clone(), at(when), number.clone());
    let language = kernel::Language::Nl;
    let read = move |tx: &mut store::Tx<'_>| desk::contract_file(&app, tx, &number, (now, now), language);
    world.app.db.read(read).expect("it is read").expect("it is there")
}

#[test]
fn act_02_somebody_of_the_household_is_named_and_leaves_again() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let added = What::PersonAdded { name: "Noor de Vries".into(), born: Some(kernel::date(2014, 5, 1)) };
        let quote = quote(world, "2026-03-10 09:00", made.contract, &added).unwrap().unwrap();
        assert_eq!((quote.rule.id(), quote.premium.map(|(a, b)| a == b)), ("ACT-02", Some(true)));
        change(world, "2026-03-10 09:00", made.contract, &added).unwrap();
        let insured = view(world, "2026-03-10 09:01", made.contract).insured;
        assert_eq!((insured.len(), insured[0].name.as_str()), (1, "Noor de Vries"));
        change(world, "2026-03-11 09:00", made.contract, &What::PersonLeft { person: insured[0].person })
            .unwrap();
        assert!(view(world, "2026-03-11 09:01", made.contract).insured.is_empty());
        let endorsed = sql!("select count(*) as number from event where kind = 'endorsed'");
        assert_eq!(world.number(endorsed, vec![]), 2);
        let schedules = sql!("select count(*) as number from letter where kind = 'policy-issued'");
        assert_eq!(world.number(schedules, vec![]), 3, "each change makes a new schedule");
    });
}

#[test]
fn nl_prov_08_what_needs_consent_is_asked_for_and_decided_once() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let by = kernel::Actor::new(made.holder, Role::Policyholder, kernel::Channel::Portal);
        let ask = |when: &str, what: What| {
            let (app, now) = (world.app.clone(), at(when));
            let asked = Asked {
                id: when.to_owned(),
                contract: made.contract,
                version: None,
                what,
                actor: by.clone(),
            };
            world.app.db.write(Priority::Click, move |tx| requests::ask(&app, tx, now, &asked))
        };
        let all = || {
            let (app, contract) = (world.app.clone(), made.contract);
            world.app.db.read(move |tx| requests::of_contract(&app, tx, contract)).unwrap()
        };
        let decide = |when: &str, verdict: Verdict| {
            let (app, now) = (world.app.clone(), at(when));
            let (request, actor) = (all()[0].id, staff(11, Role::Acceptance));
            let decided = Decided { id: when.to_owned(), contract: made.contract, request, verdict, actor };
            world.app.db.write(Priority::Click, move |tx| requests::decide(&app, tx, now, &decided))
        };
        assert_eq!(ask("2026-03-10 19:00", tablet()).unwrap(), Outcome::Done);
        assert_eq!(ask("2026-03-10 19:00", tablet()).unwrap(), Outcome::AlreadyDone);
        ask("2026-03-10 20:05", tablet()).unwrap();
        let standings: Vec<_> = all().iter().map(|request| request.standing).collect();
        assert_eq!(standings, [Standing::Waiting, Standing::Withdrawn], "a newer one takes its place");
        assert_eq!(
            view(world, "2026-03-11 08:00", made.contract).devices.len(),
            1,
            "nothing has changed yet"
        );
        assert_eq!(decide("2026-03-11 09:00", Verdict::Grant).unwrap(), Outcome::Done);
        assert_eq!(decide("2026-03-11 09:01", Verdict::Grant).unwrap(), Outcome::AlreadyDone);
        assert_eq!(refused(decide("2026-03-11 09:02", Verdict::Withdraw)), "request-decided-already");
        assert_eq!(view(world, "2026-03-11 09:03", made.contract).devices.len(), 2);
        let tasks =
            sql!("select count(*) as number from task where kind = 'decide-change' and state = 'open'");
        assert_eq!(world.number(tasks, vec![]), 0);
        // What cannot be done is refused when it is asked for: nobody waits for a no that is known.
        assert_eq!(refused(ask("2026-03-12 09:00", tablet())), "device-insured-already");
    });
}
