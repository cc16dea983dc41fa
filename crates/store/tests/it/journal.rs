//! The journal: order, conflicts, chains, tampering.

use kernel::{Actor, Channel, Id, Role};
use store::journal::{self, Append, Break, NewEvent};
use store::testing::{each_database, id, start};
use store::{Db, Priority, Result, StoreError, params, sql};

fn grow(stream: i64, expected: i64, bodies: &[&str]) -> Append {
    Append {
        stream: id(stream),
        expected,
        actor: Actor::new(id(77), Role::Machine, Channel::Machine).with_proof("a reference"),
        command: format!("command {stream}/{expected}"),
        recorded: start(),
        events: bodies
            .iter()
            .map(|body| NewEvent {
                kind: "grew",
                version: 1,
                effective: start(),
                body: body.as_bytes().to_vec(),
            })
            .collect(),
    }
}

fn append(db: &Db, appends: Vec<Append>) -> Result<Vec<i64>> {
    db.write(Priority::Click, move |tx| journal::append(tx, &appends))
}

#[test]
fn events_come_back_in_order() {
    each_database(&[], |test| {
        assert_eq!(
            append(&test.db, vec![grow(2, 0, &["a", "b"]), grow(1, 0, &["c"]), grow(3, 0, &[])]),
            Ok(vec![2, 1, 0])
        );
        assert_eq!(append(&test.db, vec![grow(2, 2, &["d"])]), Ok(vec![3]));
        let events = test.db.read(|tx| journal::load(tx, &[id(1), id(2), id(9)])).unwrap();
        let bodies: Vec<(Id, Vec<&[u8]>)> = events
            .iter()
            .map(|(stream, events)| (*stream, events.iter().map(|e| &e.body[..]).collect()))
            .collect();
        assert_eq!(bodies, [(id(1), vec![&b"c"[..]]), (id(2), vec![b"a", b"b", b"d"])]);
        let first = &events[&id(2)][0];
        assert_eq!((first.seq, first.kind.as_str(), first.effective), (1, "grew", start()));
        assert_eq!(first.actor, grow(2, 0, &[]).actor);
        assert!(!format!("{first:?}").contains('a') || !format!("{first:?}").contains("body"));
    });
}

#[test]
fn another_number_of_events_is_a_conflict() {
    each_database(&[], |test| {
        append(&test.db, vec![grow(1, 0, &["a", "b"])]).unwrap();
        for expected in [0, 1, 3] {
            let conflict = Err(StoreError::Conflict { stream: id(1), expected });
            assert_eq!(append(&test.db, vec![grow(2, 0, &["x"]), grow(1, expected, &["y"])]), conflict);
        }
        let events = test.db.read(|tx| journal::load(tx, &[id(1), id(2)])).unwrap();
        assert_eq!(
            events.into_iter().map(|(stream, events)| (stream, events.len())).collect::<Vec<_>>(),
            [(id(1), 2)]
        );
    });
}

#[test]
fn a_conflict_cannot_be_swallowed() {
    each_database(&[], |test| {
        append(&test.db, vec![grow(1, 0, &["a"])]).unwrap();
        let result: Result<()> = test.db.write(Priority::Click, |tx| {
            let _ = journal::append(tx, &[grow(2, 0, &["x"]), grow(1, 0, &["y"])]);
            Ok(())
        });
        assert!(result.is_err());
        assert!(test.db.read(|tx| journal::load(tx, &[id(2)])).unwrap().is_empty());
    });
}

#[test]
fn of_two_writers_exactly_one_wins() {
    each_database(&[], |test| {
        append(&test.db, vec![grow(1, 0, &["a"])]).unwrap();
        for round in 1..=10 {
            let barrier = std::sync::Arc::new(std::sync::Barrier::new(4));
            let writers: Vec<_> = (0..4)
                .map(|_| {
                    let (db, barrier) = (test.db.clone(), std::sync::Arc::clone(&barrier));
                    std::thread::spawn(move || {
                        barrier.wait();
                        append(&db, vec![grow(1, round, &["b"])])
                    })
                })
                .collect();
            let results: Vec<_> = writers.into_iter().map(|writer| writer.join().unwrap()).collect();
            let won = results.iter().filter(|result| **result == Ok(vec![round + 1])).count();
            let lost =
                results.iter().filter(|result| matches!(result, Err(StoreError::Conflict { .. }))).count();
            assert_eq!((won, lost), (1, 3), "{results:?}");
        }
    });
}

#[test]
fn tampering_is_found_and_named() {
    let tamperings: [(&'static store::sql::Sql, i64, &str); 6] = [
        (sql!("update event set body = ?1 where stream = 5 and seq = 2"), 2, "differs from its hash"),
        (
            sql!(
                "update event set effective_us = effective_us + 1 where stream = 5 and seq = 3 and hash <> ?1"
            ),
            3,
            "differs from its hash",
        ),
        (
            sql!("update event set actor = 78 where stream = 5 and seq = 1 and hash <> ?1"),
            1,
            "differs from its hash",
        ),
        (sql!("update event set hash = ?1 where stream = 5 and seq = 1"), 1, "cannot be read"),
        (
            sql!("update event set role = 'emperor' where stream = 5 and seq = 2 and body <> ?1"),
            2,
            "cannot be read",
        ),
        (
            sql!("delete from event where stream = 5 and seq = 2 and body <> ?1"),
            3,
            "does not follow the event before it",
        ),
    ];
    each_database(&[], |test| {
        for (n, (tamper, seq, what)) in tamperings.into_iter().enumerate() {
            test.db.write(Priority::Click, |tx| tx.exec(sql!("delete from event"), &params![])).unwrap();
            append(&test.db, (1..=30).map(|stream| grow(stream, 0, &["a", "b", "c"])).collect()).unwrap();
            let mut told = 0;
            let sound = journal::verify(&test.db, |events| told = events).unwrap();
            assert_eq!((sound.streams, sound.events, sound.breaks.len(), told), (30, 90, 0, 90));
            let changed =
                test.db.write(Priority::Click, move |tx| tx.exec(tamper, &params![b"x".to_vec()])).unwrap();
            assert_eq!(changed, 1, "row {n}");
            let found = journal::verify(&test.db, |_| {}).unwrap();
            assert_eq!(found.breaks, [Break { stream: id(5), seq, what }], "row {n}");
            let loaded = test.db.read(|tx| journal::load(tx, &[id(5)]));
            assert!(loaded.is_err(), "row {n}");
            assert_eq!(test.db.read(|tx| journal::load(tx, &[id(6)])).unwrap().len(), 1);
        }
    });
}

/// The form of the hash is eternal: this value must never change.
#[test]
fn the_hash_of_an_event_is_golden() {
    each_database(&[], |test| {
        append(&test.db, vec![grow(1, 0, &["{\"a\":1}"])]).unwrap();
        let events = test.db.read(|tx| journal::load(tx, &[id(1)])).unwrap();
        let hash: String = events[&id(1)][0].hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, "304cfeb1217b9368c3fdeb830d1136ba2c1010c6f5134d02fc7c8de39100ad32");
    });
}
