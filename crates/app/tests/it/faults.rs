//! Faults: a corrupt contract, people at the same time, the same thing twice.

use std::ops::ControlFlow;
use std::sync::{Arc, Barrier};

use app::{
    apply::{self, Holder},
    contracts::{self, Order},
    day,
    testing::{World, at, each_world, euro, proposal, staff},
};
use kernel::{Actor, Channel, Id, Imei, Role};
use policy::Command;
use store::{Priority, params, sql, stuck};

/// A valid IMEI for a number.
fn imei(n: usize) -> Imei {
    let body = format!("35209900{n:06}");
    let digit = |(i, b): (usize, u8)| {
        let d = u32::from(b - b'0');
        if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d }
    };
    let sum: u32 = body.bytes().enumerate().map(digit).sum();
    Imei::parse(&format!("{body}{}", (10 - sum % 10) % 10)).expect("a number with its Luhn digit is an IMEI")
}

/// Applications in one transaction.
fn portfolio(world: &World<'_>, count: usize) -> Vec<Id> {
    let (app, now) = (world.app.clone(), at("2026-03-01 10:00"));
    world
        .app
        .db
        .write(Priority::Run, move |tx| {
            let mut ids = Vec::new();
            for n in 0..count {
                let mut one = proposal();
                one.device.identity.imei = Some(imei(n));
                let holder = Holder::New(app.new_id(app.new_shard(), now));
                let actor = Actor::new(app.new_id(app.new_shard(), now), Role::Policyholder, Channel::Portal);
                ids.push(apply::apply(&app, tx, now, &format!("c{n}"), &actor, holder, &one)?.contract);
            }
            Ok::<_, app::AppError>(ids)
        })
        .expect("applications are made")
}

#[test]
fn a_run_that_is_stopped_goes_on_where_it_was_and_two_at_once_do_each_thing_once() {
    each_world(|world| {
        portfolio(world, 400);
        let lapsed = || {
            let sql = sql!("select count(*) as number from event where kind = 'lapsed'");
            world.number(sql, vec![])
        };
        let run = |watch: &dyn Fn(u64) -> ControlFlow<()>| {
            day::run_taking(&world.app, at("2026-03-16 06:00"), 4, watch).expect("the run runs")
        };
        let stopped = run(&|done| if done >= 8 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) });
        assert!(stopped.stopped);
        assert!((8..400).contains(&stopped.done), "{stopped:?}");
        assert_eq!(lapsed(), i64::try_from(stopped.done).unwrap());
        let together = Barrier::new(2);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    together.wait();
                    let report = run(&|_| ControlFlow::Continue(()));
                    assert_eq!((report.stuck, report.stopped), (0, false));
                });
            }
        });
        assert_eq!(lapsed(), 400);
        let letters = sql!("select count(*) as number from letter where kind = 'application-lapsed'");
        assert_eq!(world.number(letters, vec![]), 400);
        assert_eq!(run(&|_| ControlFlow::Continue(())).done, 0);
    });
}

#[test]
fn one_corrupt_contract_among_a_thousand_stands_alone_while_the_day_goes_on() {
    each_world(|world| {
        let ids = portfolio(world, 1_000);
        let bad = ids[417];
        world
            .app
            .db
            .write(Priority::Click, move |tx| {
                tx.exec_one(sql!("update contract set state = '{\"broken\":' where id = ?1"), &params![bad])
            })
            .unwrap();
        // Day 14 is over: every application lapses (AMB-08).
        let report = day::run(&world.app, at("2026-03-16 06:00"), |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((report.done, report.stuck), (999, 1));
        let lapsed = sql!("select count(*) as number from contract where phase = 'lapsed'");
        assert_eq!(world.number(lapsed, vec![]), 999);
        let list = world.app.db.read(|tx| stuck::list(tx, 10)).unwrap();
        assert_eq!(list.len(), 1);
        assert_eq!(list[0].stream, bad);
        assert!(list[0].error.contains("damaged"), "{}", list[0].error);
        let again = day::run(&world.app, at("2026-03-17 06:00"), |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((again.done, again.skipped + again.stuck), (0, again.skipped + again.stuck));
        // The state is a cache: told that it is old, it is folded again from the journal, and nothing is lost.
        world
            .app
            .db
            .write(Priority::Click, move |tx| {
                tx.exec_one(sql!("update contract set state_version = 0 where id = ?1"), &params![bad])?;
                stuck::clear(tx, "contract", &[bad])
            })
            .unwrap();
        let mended = day::run(&world.app, at("2026-03-18 06:00"), |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((mended.done, mended.stuck), (1, 0));
        assert_eq!(world.number(lapsed, vec![]), 1_000);
    });
}

#[test]
fn of_two_people_who_decide_at_once_one_wins_and_the_other_is_told() {
    each_world(|world| {
        for round in 0..5 {
            let mut one = proposal();
            one.device.identity.imei = Some(imei(round));
            let made = world.apply("2026-03-01 14:05", &format!("c{round}"), &one).unwrap();
            let barrier = Arc::new(Barrier::new(2));
            let commands = [Command::Accept { accept_limit: euro("3500") }, Command::Reject { reason: None }];
            let threads: Vec<_> = commands
                .into_iter()
                .enumerate()
                .map(|(n, command)| {
                    let (app, barrier) = (world.app.clone(), Arc::clone(&barrier));
                    let actor = staff(11 + i64::try_from(n).unwrap(), Role::Acceptance);
                    let order =
                        Order { id: format!("d{round}:{n}"), contract: made.contract, command, actor };
                    std::thread::spawn(move || {
                        barrier.wait();
                        let db = app.db.clone();
                        db.write(Priority::Click, move |tx| {
                            contracts::execute(&app, tx, at("2026-03-02 09:00"), std::slice::from_ref(&order))
                        })
                        .unwrap()
                        .remove(0)
                    })
                })
                .collect();
            let answers: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
            assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 1, "{answers:?}");
            let refused = answers.into_iter().find_map(Result::err).unwrap();
            assert_eq!(refused.code, "application-already-decided");
        }
    });
}

#[test]
fn the_same_command_from_two_threads_is_done_once() {
    each_world(|world| {
        let made = world.apply("2026-03-01 14:05", "c", &proposal()).unwrap();
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let app = world.app.clone();
                let command = Command::Accept { accept_limit: euro("3500") };
                let actor = staff(11, Role::Acceptance);
                let order = Order { id: "accept".into(), contract: made.contract, command, actor };
                std::thread::spawn(move || {
                    let db = app.db.clone();
                    db.write(Priority::Click, move |tx| {
                        contracts::execute(&app, tx, at("2026-03-02 09:00"), std::slice::from_ref(&order))
                    })
                    .unwrap()
                    .remove(0)
                    .unwrap()
                })
            })
            .collect();
        let outcomes: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        let done = outcomes.iter().filter(|outcome| **outcome == contracts::Outcome::Done).count();
        assert_eq!(done, 1, "{outcomes:?}");
        let schedules = sql!("select count(*) as number from letter where kind = 'policy-issued'");
        assert_eq!(world.number(schedules, vec![]), 1);
    });
}
