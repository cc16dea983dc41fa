//! Commands, unique keys, due dates and the outbox.

use std::time::Duration;

use kernel::Id;
use store::outbox::{self, NewMessage, State};
use store::testing::{each_database, id, start};
use store::unique::{self, Claim, Claimed};
use store::{Db, Priority, Result, StoreError, command, due, params, sql, stuck};

fn do_once(db: &Db, id: &'static str, outcome: &'static str) -> Result<(bool, String)> {
    db.write(Priority::Click, move |tx| {
        if let Some(Some(stored)) = command::seen(tx, &[id])?.into_iter().next() {
            return Ok((false, stored));
        }
        std::thread::sleep(Duration::from_millis(30));
        command::record(tx, start(), &[(id, outcome.to_owned())])?;
        Ok((true, outcome.to_owned()))
    })
}

#[test]
fn the_same_command_again_is_answered_with_its_outcome() {
    each_database(&[], |test| {
        assert_eq!(do_once(&test.db, "form 1", "first"), Ok((true, "first".into())));
        assert_eq!(do_once(&test.db, "form 1", "second"), Ok((false, "first".into())));
        let seen = test.db.read(|tx| command::seen(tx, &["form 2", "form 1", "form 2"])).unwrap();
        assert_eq!(seen, [None, Some("first".into()), None]);
    });
}

#[test]
fn the_same_command_at_the_same_time_is_done_once() {
    each_database(&[], |test| {
        let threads: Vec<_> = ["a", "b", "c"]
            .into_iter()
            .map(|outcome| {
                let db = test.db.clone();
                std::thread::spawn(move || do_once(&db, "form 1", outcome))
            })
            .collect();
        let answers: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap().unwrap()).collect();
        assert_eq!(answers.iter().filter(|(done, _)| *done).count(), 1, "{answers:?}");
        assert!(answers.iter().all(|(_, outcome)| *outcome == answers[0].1), "{answers:?}");
    });
}

#[test]
fn a_value_has_one_owner() {
    let claim = |kind, value: &str, owner| Claim { kind, value: value.into(), owner: id(owner) };
    each_database(&[], |test| {
        let all = vec![
            claim("imei", "b", 1),
            claim("imei", "a", 2),
            claim("number", "a", 3),
            claim("imei", "a", 4),
            claim("imei", "b", 1),
        ];
        let again = all.clone();
        let first = test.db.write(Priority::Click, move |tx| unique::claim(tx, &all)).unwrap();
        let expected =
            [Claimed::Yours, Claimed::Yours, Claimed::Yours, Claimed::Taken { by: id(2) }, Claimed::Yours];
        assert_eq!(first, expected);
        assert_eq!(test.db.write(Priority::Click, move |tx| unique::claim(tx, &again)).unwrap(), expected);
        let released = test.db.write(Priority::Click, move |tx| {
            unique::release(tx, &[claim("imei", "a", 2), claim("imei", "b", 9)])
        });
        assert_eq!(released, Ok(1));
        let owners = test.db.read(|tx| unique::owners(tx, &[("imei", "a"), ("imei", "b")])).unwrap();
        assert_eq!(owners, [None, Some(id(1))]);
    });
}

#[test]
fn what_is_due_comes_in_id_order_without_the_stuck() {
    each_database(&[], |test| {
        let at = |seconds| Some(start() + Duration::from_secs(seconds));
        test.db
            .write(Priority::Run, move |tx| {
                due::set(
                    tx,
                    "contract",
                    &[(id(5), at(9)), (id(3), at(0)), (id(4), at(100)), (id(1), at(5)), (id(2), at(1))],
                )?;
                due::set(tx, "claim", &[(id(9), at(1))])?;
                due::set(tx, "contract", &[(id(2), None), (id(5), at(10))])?;
                stuck::add(tx, "contract", start(), &[(id(3), "why".into())])
            })
            .unwrap();
        let taken = |seconds, after: Option<Id>| {
            test.db
                .read(move |tx| {
                    let dues = due::take(tx, "contract", at(seconds).unwrap(), (after, None), 10)?;
                    Ok::<_, StoreError>(dues.iter().map(|due| due.stream.as_i64()).collect::<Vec<_>>())
                })
                .unwrap()
        };
        assert_eq!(taken(50, None), [1, 5]);
        assert_eq!(taken(50, Some(id(1))), [5]);
        assert_eq!(taken(9, None), [1]);
        test.db.write(Priority::Click, |tx| stuck::clear(tx, "contract", &[id(3)])).unwrap();
        assert_eq!(taken(100, None), [1, 3, 4, 5]);
        let backlog = test.db.read(move |tx| due::backlog(tx, at(50).unwrap())).unwrap();
        assert_eq!(backlog, (4, at(0)));
        assert_eq!(test.db.read(move |tx| due::next(tx, at(50).unwrap())), Ok(at(100)));
        assert_eq!(test.db.read(move |tx| due::next(tx, at(100).unwrap())), Ok(None));
    });
}

fn message(number: i64, key: &str) -> NewMessage {
    NewMessage { id: id(number), key: key.into(), kind: "mail", stream: id(50), body: b"{}".to_vec() }
}

#[test]
fn messages_go_out_at_least_once() {
    const LEASE: Duration = Duration::from_secs(60);
    each_database(&[], |test| {
        let take = |seconds| {
            let now = start() + Duration::from_secs(seconds);
            test.db.write(Priority::Run, move |tx| outbox::take_due(tx, now, LEASE, 2)).unwrap()
        };
        let enqueued = test.db.write(Priority::Click, |tx| {
            outbox::enqueue(
                tx,
                start(),
                &[message(1, "a"), message(2, "b"), message(3, "c"), message(4, "a")],
            )
        });
        assert_eq!(enqueued, Ok(3));
        let keys = |messages: &[outbox::Message]| messages.iter().map(|m| m.key.clone()).collect::<Vec<_>>();
        let first = take(0);
        assert_eq!(keys(&first), ["a", "b"]);
        assert_eq!(keys(&take(0)), ["c"], "the others are leased");
        assert!(take(1).is_empty());
        test.db
            .write(Priority::Run, move |tx| {
                outbox::done(tx, &[first[0].id])?;
                outbox::failed(tx, start(), &[(first[1].clone(), "refused".into())])
            })
            .unwrap();
        let second = take(60);
        assert_eq!(keys(&second), ["b", "c"], "after back-off and after the lease");
        assert_eq!((second[0].attempts, second[0].last_error.as_deref()), (2, Some("refused")));
        let mut last = second[0].clone();
        last.attempts = outbox::ATTEMPTS_MAX;
        let given_up = test
            .db
            .write(Priority::Run, move |tx| outbox::failed(tx, start(), &[(last.clone(), "refused".into())]))
            .unwrap();
        assert_eq!(given_up, [id(2)]);
        assert_eq!(test.db.read(|tx| outbox::count(tx, State::Failed)), Ok(1));
        assert_eq!(test.db.write(Priority::Click, |tx| outbox::retry(tx, start(), &[id(1), id(2)])), Ok(1));
        let about = test.db.read(|tx| outbox::about(tx, &[id(50)])).unwrap();
        assert_eq!(
            about.iter().map(|m| m.state).collect::<Vec<_>>(),
            [State::HandedOver, State::Queued, State::Queued]
        );
    });
}

#[test]
fn two_deliverers_never_take_the_same() {
    each_database(&[], |test| {
        test.db
            .write(Priority::Click, |tx| {
                let all: Vec<_> = (1..=200).map(|n| message(n, &format!("key {n}"))).collect();
                outbox::enqueue(tx, start(), &all)
            })
            .unwrap();
        let takers: Vec<_> = (0..3)
            .map(|_| {
                let db = test.db.clone();
                std::thread::spawn(move || {
                    let mut mine = Vec::new();
                    loop {
                        let taken = db
                            .write(Priority::Run, |tx| {
                                outbox::take_due(tx, start(), Duration::from_secs(60), 7)
                            })
                            .unwrap();
                        if taken.is_empty() {
                            return mine;
                        }
                        mine.extend(taken.into_iter().map(|message| message.id));
                    }
                })
            })
            .collect();
        let mut all: Vec<_> = takers.into_iter().flat_map(|taker| taker.join().unwrap()).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 200);
        let attempts = sql!("select max(attempts) as most from outbox");
        assert_eq!(test.db.read(|tx| tx.query_one(attempts, &params![])?.i64("most")), Ok(1));
    });
}
