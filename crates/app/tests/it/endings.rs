//! Ending a policy, by the policyholder and by the insurer, on both databases.

use app::{
    AppError,
    approvals::{self, Verdict},
    contracts::Outcome,
    endings::{self, Entered},
    testing::{World, at, each_world, staff},
};
use kernel::{Actor, Channel, Id, Role};
use policy::{EndWay, Notice, Sender};
use store::{Priority, params, sql};

fn customer(number: i64) -> Actor {
    Actor::new(store::testing::id(number), Role::Policyholder, Channel::Portal)
}

fn entered(id: &str, contract: Id, notice: Notice, actor: Actor) -> Entered {
    Entered { id: id.to_owned(), contract, version: None, notice, actor }
}

fn end(world: &World<'_>, when: &str, entered: &Entered) -> Result<Outcome, AppError> {
    let (app, now, entered) = (world.app.clone(), at(when), entered.clone());
    world.app.db.write(Priority::Click, move |tx| endings::end(&app, tx, now, &entered))
}

fn letters(world: &World<'_>, kind: &str) -> i64 {
    let sql = sql!("select count(*) as number from letter where kind = ?1");
    world.number(sql, params![kind].to_vec())
}

#[test]
fn portal_10_what_is_shown_before_is_what_is_done_and_once() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        world.run("2026-03-03", "2026-03-05");
        let (app, contract) = (world.app.clone(), made.contract);
        let now = at("2026-03-06 09:00");
        let ways = world.app.db.read(move |tx| endings::open_ways(&app, tx, now, contract)).unwrap();
        let codes: Vec<_> = ways.iter().map(|quote| quote.way.code()).collect();
        assert_eq!(codes, ["cooling-off", "ordinary"], "what ends first stands first");
        assert_eq!((ways[0].rule.id(), ways[0].ends), ("NL-END-05", at("2026-03-07 00:00")));
        let notice = Notice::new(EndWay::CoolingOff, now);
        let entered = entered("e1", contract, notice, customer(9));
        assert_eq!(end(world, "2026-03-06 09:00", &entered).unwrap(), Outcome::Done);
        assert_eq!(end(world, "2026-03-06 09:01", &entered).unwrap(), Outcome::AlreadyDone);
        let ends = sql!("select ends_us as number from contract");
        assert_eq!(world.number(ends, vec![]), ways[0].ends.as_microsecond());
        assert_eq!(letters(world, "cancellation-received"), 1, "DOC-10, once");
    });
}

#[test]
fn amb_20_who_acts_for_the_policyholder_shows_that_they_may() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let mut notice = Notice::new(EndWay::Ordinary, at("2026-03-20 09:00"));
        notice.from = Sender::Representative { proof: None };
        let entered = entered("e1", made.contract, notice, staff(11, Role::Acceptance));
        let refused = end(world, "2026-03-20 09:00", &entered).unwrap_err();
        let refused = refused.refused().unwrap();
        assert_eq!(
            (refused.code.as_str(), refused.rule.as_ref().unwrap().id()),
            ("ending-no-authority", "AMB-20")
        );
    });
}

#[test]
fn office_15_fraud_ends_a_policy_only_when_a_second_person_agrees() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let notice = Notice::new(EndWay::Fraud, at("2026-03-20 09:00"));
        assert!(endings::needs_two(notice.way));
        let entered = entered("e1", made.contract, notice, staff(11, Role::Claims));
        let (app, now, proposed) = (world.app.clone(), at("2026-03-20 09:00"), entered.clone());
        let done =
            world.app.db.write(Priority::Click, move |tx| endings::propose(&app, tx, now, &proposed, None));
        assert_eq!(done.unwrap(), Outcome::Done);
        assert_eq!(letters(world, "insurance-ended"), 0, "nothing leaves before the second person");
        let decide = |who: i64, id: &str| {
            let (app, now, id) = (world.app.clone(), at("2026-03-21 10:00"), id.to_owned());
            world.app.db.write(Priority::Click, move |tx| {
                let waiting = approvals::list(tx, 0)?.0.remove(0);
                let by = staff(who, Role::Claims);
                approvals::decide(&app, tx, now, (&id, &by), waiting.id, Verdict::Approve)
            })
        };
        assert!(matches!(decide(11, "a1"), Err(AppError::Denied(_))), "never the one who proposed");
        assert_eq!(decide(12, "a2").unwrap(), Outcome::Done);
        // AMB-40: to 24:00 of the date on the letter, which is the day it goes out.
        let ends = sql!("select ends_us as number from contract");
        assert_eq!(world.number(ends, vec![]), at("2026-03-22 00:00").as_microsecond());
        assert_eq!(letters(world, "insurance-ended"), 1);
    });
}

#[test]
fn amb_13_one_late_premium_ends_nothing() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let notice = Notice::new(EndWay::RepeatedNonPayment, at("2026-03-20 09:00"));
        let entered = entered("e1", made.contract, notice, staff(11, Role::Acceptance));
        let (app, now) = (world.app.clone(), at("2026-03-20 09:00"));
        let refused =
            world.app.db.write(Priority::Click, move |tx| endings::propose(&app, tx, now, &entered, None));
        assert_eq!(refused.unwrap_err().refused().unwrap().code, "ending-not-repeated");
        let waiting = sql!("select count(*) as number from approval");
        assert_eq!(world.number(waiting, vec![]), 0, "what would be refused is not proposed");
    });
}

/// A device replaced after a claim stays insured under its new number, and the old number is free again.
#[test]
fn nl_claim_07_a_replaced_device_makes_an_endorsement_and_a_new_schedule_once() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let identity = app::apply::DeviceIdentity {
            model: "Fairphone 6".into(),
            imei: Some("356938035643809".parse().unwrap()),
            serial: None,
        };
        let asked = app::changes::Asked {
            id: "s1".into(),
            contract: made.contract,
            version: None,
            what: app::changes::What::Swapped { item: 1, identity, why: policy::Swap::Replaced },
            actor: staff(11, Role::Claims),
        };
        let change = |when: &str| {
            let (app, now, asked) = (world.app.clone(), at(when), asked.clone());
            world.app.db.write(Priority::Click, move |tx| app::changes::change(&app, tx, now, &asked))
        };
        assert_eq!(change("2026-04-10 10:00").unwrap(), Outcome::Done);
        assert_eq!(change("2026-04-10 10:01").unwrap(), Outcome::AlreadyDone);
        assert_eq!(letters(world, "policy-issued"), 2, "the first schedule and the new one (DOC-15)");
        // One policy a device at a time: the new number is taken, the old one free.
        let mut other = app::testing::proposal();
        other.device.identity.imei = Some("356938035643809".parse().unwrap());
        let taken = world.apply("2026-04-11 10:00", "c2", &other).unwrap_err();
        assert_eq!(taken.refused().unwrap().code, "device-insured-already");
        other.device.identity.imei = Some("490154203237518".parse().unwrap());
        world.apply("2026-04-11 10:01", "c3", &other).unwrap();
    });
}

/// A death learnt of late ends the policy from the death, and what was believed before can still be told.
#[test]
fn office_03_a_wrong_day_of_death_is_corrected_and_what_follows_is_known_before() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let mut notice = Notice::new(EndWay::Death, at("2026-03-10 12:00"));
        notice.happened = Some(kernel::date(2026, 3, 10));
        let told = entered("d1", made.contract, notice, staff(11, Role::Acceptance));
        assert_eq!(end(world, "2026-03-20 09:00", &told).unwrap(), Outcome::Done);
        let seq = world.number(sql!("select seq as number from event where kind = 'cancelled'"), vec![]);
        let wrong = app::corrections::Wrong {
            id: "k1".into(),
            contract: made.contract,
            version: None,
            seq,
            right: policy::Right::At { at: at("2026-03-12 12:00") },
            actor: staff(11, Role::Acceptance),
        };
        let (app, now, asked) = (world.app.clone(), at("2026-03-21 09:00"), wrong.clone());
        let follows = world.app.db.read(move |tx| app::corrections::preview(&app, tx, now, &asked));
        let follows = follows.unwrap().unwrap();
        let cover = follows.iter().find_map(|follows| match follows {
            policy::Consequence::CoverChanged { from, to, .. } => Some((*from, *to)),
            _ => None,
        });
        assert_eq!(cover, Some((at("2026-03-12 00:00"), Some(at("2026-03-14 00:00")))), "two days more");
        let correct = || {
            let (app, wrong) = (world.app.clone(), wrong.clone());
            world.app.db.write(Priority::Click, move |tx| app::corrections::correct(&app, tx, now, &wrong))
        };
        assert_eq!(correct().unwrap(), Outcome::Done);
        assert_eq!(correct().unwrap(), Outcome::AlreadyDone);
        let contract = made.contract;
        let facts = world.app.db.read(move |tx| app::contracts::facts(tx, &[contract])).unwrap();
        let covered =
            |known: &str| policy::cover(&facts[&contract], at(known)).at(at("2026-03-13 12:00")).is_covered();
        assert!(!covered("2026-03-20 12:00") && covered("2026-03-21 12:00"), "as known then, and now");
    });
}
