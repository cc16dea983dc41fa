//! Runs in chunks: the bad item stands alone, the rest goes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use kernel::Id;
use store::chunk::{Ran, in_chunks};
use store::migrate::Migration;
use store::testing::{each_database, id, start};
use store::{Db, Priority, Result, StoreError, params, row, sql, stuck};

const DONE: &[Migration] = &[Migration::new(1_000, "done", &["create table done (id bigint primary key)"])];

fn run(db: &Db, ids: &[Id], bad: &'static [i64], panics: bool) -> Result<Ran> {
    in_chunks(db, "test-run", start(), ids, move |tx, ids| {
        let rows: Vec<_> = ids.iter().map(|id| row![*id]).collect();
        tx.insert(sql!("insert into done (id) values {rows}"), &rows)?;
        if let Some(found) = ids.iter().find(|id| bad.contains(&id.as_i64())) {
            assert!(!panics, "it breaks down");
            return Err(StoreError::Corrupt { what: format!("item {}", found.as_i64()) });
        }
        Ok(())
    })
}

fn done(db: &Db) -> u64 {
    db.read(|tx| tx.query_one(sql!("select count(*) as n from done"), &params![])?.get("n")).unwrap()
}

#[test]
fn one_corrupt_item_among_a_thousand() {
    each_database(DONE, |test| {
        for panics in [false, true] {
            let ids: Vec<Id> = (1..=1_000).map(id).collect();
            let ran = run(&test.db, &ids, &[1, 567, 568], panics).unwrap();
            assert_eq!((ran.done, ran.stuck, ran.skipped), (997, 3, 0));
            assert_eq!(done(&test.db), 997);
            let list = test.db.read(|tx| stuck::list(tx, 10)).unwrap();
            assert_eq!(list.iter().map(|s| s.stream.as_i64()).collect::<Vec<_>>(), [1, 567, 568]);
            assert!(panics || list[1].error.contains("item 567"), "{list:?}");
            // Stuck ones are passed over until they are cleared, then tried again.
            let again = run(&test.db, &[id(567)], &[567], panics).unwrap();
            assert_eq!((again.done, again.stuck, again.skipped), (0, 0, 1));
            let cleared = [id(1), id(567), id(568)];
            test.db.write(Priority::Click, move |tx| stuck::clear(tx, "test-run", &cleared)).unwrap();
            assert_eq!(run(&test.db, &cleared, &[], panics).unwrap().done, 3);
            test.db.write(Priority::Click, |tx| tx.exec(sql!("delete from done"), &params![])).unwrap();
        }
    });
}

#[test]
fn an_outage_stops_the_run_instead_of_accusing_items() {
    each_database(DONE, |test| {
        let ids: Vec<Id> = (1..=100).map(id).collect();
        let full: Result<Ran> = in_chunks(&test.db, "test-run", start(), &ids, |_, _| {
            Err(StoreError::DiskFull { database: "x".into() })
        });
        assert!(matches!(full, Err(StoreError::DiskFull { .. })));
        assert_eq!(test.db.read(stuck::count), Ok(0));
    });
}

#[test]
fn clicks_get_their_turn_during_a_run() {
    each_database(DONE, |test| {
        let over = Arc::new(AtomicBool::new(false));
        let clicks = Arc::new(AtomicU32::new(0));
        let clicker = {
            let (db, over, clicks) = (test.db.clone(), Arc::clone(&over), Arc::clone(&clicks));
            std::thread::spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    db.write(Priority::Click, |_| Ok::<_, StoreError>(())).unwrap();
                    clicks.fetch_add(1, Ordering::Relaxed);
                }
            })
        };
        let ids: Vec<Id> = (1..=20_000).map(id).collect();
        let ran = run(&test.db, &ids, &[], false).unwrap();
        over.store(true, Ordering::Relaxed);
        clicker.join().unwrap();
        assert_eq!(ran.done, 20_000);
        assert!(clicks.load(Ordering::Relaxed) > 5);
    });
}
