//! Transactions: commit, rollback, panics, collisions, queues, lists, rows.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use kernel::Id;
use store::migrate::Migration;
use store::testing::{TestDb, config, each_database, id};
use store::{Db, DbConfig, Priority, Result, StoreError, Value, params, row, sql};

const SHOP: &[Migration] = &[Migration::new(
    1_000,
    "shops",
    &["create table shop (id bigint primary key, name text not null unique, photo blob, cents bigint)"],
)];

fn each(check: impl Fn(&TestDb)) {
    each_database(SHOP, check);
}

fn insert(db: &Db, number: i64, name: &'static str) -> Result<()> {
    db.write(Priority::Click, move |tx| {
        tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![number, name]])
    })
}

fn count(db: &Db) -> u64 {
    db.read(|tx| tx.query_one(sql!("select count(*) as n from shop"), &params![])?.get("n"))
        .expect("it counts")
}

#[test]
fn values_come_back_as_they_went() {
    each(|test| {
        let long: String = "ÿ€𝄞".repeat(1_000);
        let name = long.clone();
        test.db
            .write(Priority::Click, move |tx| {
                tx.insert(
                    sql!("insert into shop (id, name, photo, cents) values {rows}"),
                    &[row![i64::MAX, &name, vec![0_u8, 255], -1], row![1, "", None::<Vec<u8>>, None::<i64>]],
                )
            })
            .unwrap();
        let rows = test
            .db
            .read(|tx| tx.query(sql!("select id, name, photo, cents from shop order by id desc"), &params![]))
            .unwrap();
        assert_eq!(rows[0].i64("id"), Ok(i64::MAX));
        assert_eq!(rows[0].text("name"), Ok(long.clone()));
        assert_eq!(rows[0].bytes(2), Ok(vec![0, 255]));
        assert_eq!(rows[0].i64("cents"), Ok(-1));
        assert_eq!(rows[1].opt_bytes("photo"), Ok(None));
        assert_eq!(rows[1].text("name"), Ok(String::new()));
        let errors = [
            rows[1].bytes("photo").unwrap_err(),
            rows[1].i64("name").unwrap_err(),
            rows[1].i64("x").unwrap_err(),
        ];
        assert_eq!(
            errors.map(|error| error.to_string()),
            ["column photo is null", "column name is not an integer", "column x is not in the result"]
        );
        assert!(!format!("{:?}", rows[0]).contains('€'), "values are not shown");
    });
}

#[test]
fn a_refusal_or_a_panic_keeps_nothing() {
    each(|test| {
        let refused: Result<()> = test.db.write(Priority::Click, |tx| {
            tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![1, "a"]])?;
            Err(StoreError::TooLarge { what: "a test", limit: 1 })
        });
        assert_eq!(refused, Err(StoreError::TooLarge { what: "a test", limit: 1 }));
        let panicked: Result<()> = test.db.write(Priority::Click, |tx| {
            tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![1, "a"]])?;
            panic!("on purpose")
        });
        assert_eq!(panicked, Err(StoreError::Panic { what: "on purpose".into() }));
        assert_eq!(count(&test.db), 0);
        insert(&test.db, 1, "a").expect("the thread lives on");
    });
}

#[test]
fn a_double_names_table_and_column_on_both() {
    each(|test| {
        insert(&test.db, 1, "a").unwrap();
        let duplicate =
            |columns: &str| Err(StoreError::Duplicate { table: "shop".into(), columns: columns.into() });
        assert_eq!(insert(&test.db, 1, "b"), duplicate("id"));
        assert_eq!(insert(&test.db, 2, "a"), duplicate("name"));
    });
}

#[test]
fn a_failed_statement_spoils_the_transaction_unless_attempted() {
    each(|test| {
        insert(&test.db, 1, "a").unwrap();
        let swallowed: Result<()> = test.db.write(Priority::Click, |tx| {
            tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![2, "b"]])?;
            let _ = tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![1, "a"]]);
            Ok(())
        });
        assert!(matches!(swallowed, Err(StoreError::Sql { .. })), "{swallowed:?}");
        assert_eq!(count(&test.db), 1);
        test.db
            .write(Priority::Click, |tx| {
                tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![2, "b"]])?;
                let refused: Result<()> = tx.attempt(|tx| {
                    tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![3, "c"]])?;
                    tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![1, "a"]])
                });
                assert!(matches!(refused, Err(StoreError::Duplicate { .. })));
                tx.attempt(|tx| tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![4, "d"]]))
            })
            .unwrap();
        assert_eq!(count(&test.db), 3);
    });
}

#[test]
fn changed_rows_are_counted() {
    each(|test| {
        insert(&test.db, 1, "a").unwrap();
        let none: Result<()> = test.db.write(Priority::Click, |tx| {
            tx.exec_one(sql!("update shop set cents = ?2 where id = ?1"), &params![9, 5])
        });
        assert!(matches!(none, Err(StoreError::Affected { expected: 1, rows: 0, .. })), "{none:?}");
        test.db
            .write(Priority::Click, |tx| {
                tx.exec_one(sql!("update shop set cents = ?2 where id = ?1"), &params![1, 5])
            })
            .unwrap();
    });
}

#[test]
fn lists_of_any_length() {
    each(|test| {
        for length in [0_i64, 1, 7, 8, 9, 64, 100, 513, 1_500] {
            let test_rows: Vec<Vec<Value>> =
                (1..=length).map(|n| row![n, format!("shop {n}"), n * 3]).collect();
            let found = test
                .db
                .write(Priority::Run, move |tx| {
                    tx.exec(sql!("delete from shop"), &params![])?;
                    tx.insert(sql!("insert into shop (id, name, cents) values {rows}"), &test_rows)?;
                    let updates: Vec<_> = (1..=length).map(|n| row![n, -n]).collect();
                    let changed = tx.exec_rows(
                        sql!(
                            "update shop set cents = v.column2 from (values {rows:bigint,bigint}) as v \
                             where shop.id = v.column1"
                        ),
                        &params![],
                        &updates,
                    )?;
                    assert_eq!(changed, length as u64);
                    let mut ids: Vec<Id> = (1..=length + 3).rev().map(id).collect();
                    ids.extend((1..=length).map(id));
                    let rows = tx.query_ids(
                        sql!("select id, cents from shop where cents < ?1 and id in ({ids}) order by id {for_update}"),
                        &params![0],
                        &ids,
                    )?;
                    rows.iter().map(|row| Ok((row.i64("id")?, row.i64("cents")?))).collect::<Result<Vec<_>>>()
                })
                .unwrap();
            assert_eq!(found, (1..=length).map(|n| (n, -n)).collect::<Vec<_>>());
        }
    });
}

#[test]
fn colliding_transactions_are_run_again() {
    each(|test| {
        insert(&test.db, 1, "a").unwrap();
        insert(&test.db, 2, "b").unwrap();
        let tries = Arc::new(AtomicU32::new(0));
        let threads: Vec<_> = [(1, 2), (2, 1)]
            .into_iter()
            .map(|(first, second)| {
                let (db, tries) = (test.again(), Arc::clone(&tries));
                std::thread::spawn(move || {
                    db.write(Priority::Click, move |tx| {
                        tries.fetch_add(1, Ordering::Relaxed);
                        let add = sql!("update shop set cents = coalesce(cents, 0) + 1 where id = ?1");
                        tx.exec_one(add, &params![first])?;
                        std::thread::sleep(std::time::Duration::from_millis(150));
                        tx.exec_one(add, &params![second])
                    })
                })
            })
            .collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), Ok(()));
        }
        let sum = sql!("select cast(sum(cents) as bigint) as total from shop");
        assert_eq!(test.db.read(|tx| tx.query_one(sum, &params![])?.i64("total")), Ok(4));
        assert!(!test.is_postgres() || tries.load(Ordering::Relaxed) > 2, "the deadlock was met");
    });
}

#[test]
fn a_read_is_a_snapshot_that_cannot_write() {
    each(|test| {
        insert(&test.db, 1, "a").unwrap();
        let other = test.again();
        let counts = test
            .db
            .read(move |tx| {
                let first = tx.query(sql!("select id from shop"), &params![])?.len();
                insert(&other, 2, "b")?;
                Ok::<_, StoreError>((first, tx.query(sql!("select id from shop"), &params![])?.len()))
            })
            .unwrap();
        assert_eq!(counts, (1, 1));
        let written: Result<u64> = test.db.read(|tx| tx.exec(sql!("delete from shop"), &params![]));
        assert!(matches!(written, Err(StoreError::NotWritable { .. })), "{written:?}");
    });
}

#[test]
fn a_full_queue_says_busy_and_clicks_go_first() {
    each(|test| {
        let db = Db::open(&DbConfig { threads: 1, clicks_max: 2, runs_max: 1, ..config(&test.url) }).unwrap();
        let (begun, has_begun) = std::sync::mpsc::channel();
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let order = Arc::new(std::sync::Mutex::new(Vec::new()));
        let holder = {
            let db = db.clone();
            std::thread::spawn(move || {
                db.write(Priority::Click, move |_| {
                    begun.send(()).unwrap();
                    wait.recv().unwrap();
                    Ok::<_, StoreError>(())
                })
            })
        };
        has_begun.recv().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let queue = |priority, name: &'static str| {
            let order = Arc::clone(&order);
            db.write_async(priority, move |_| {
                order.lock().unwrap().push(name);
                Ok::<_, StoreError>(())
            })
        };
        let run = queue(Priority::Run, "run");
        let click = queue(Priority::Click, "click");
        let second_run = queue(Priority::Run, "second run");
        let dropped = queue(Priority::Click, "dropped");
        drop(dropped);
        go.send(()).unwrap();
        assert!(matches!(runtime.block_on(second_run), Err(StoreError::Busy { .. })));
        assert_eq!(runtime.block_on(run), Ok(()));
        assert_eq!(runtime.block_on(click), Ok(()));
        holder.join().unwrap().unwrap();
        assert_eq!(*order.lock().unwrap(), ["click", "dropped", "run"]);
    });
}

#[test]
fn a_closure_must_not_wait_for_its_own_database() {
    each(|test| {
        let inner = test.db.clone();
        let nested: Result<()> = test.db.write(Priority::Click, move |_| insert(&inner, 1, "a"));
        assert!(matches!(nested, Err(StoreError::Config { .. })), "{nested:?}");
    });
}

#[test]
fn a_wrong_number_of_parameters_is_named() {
    each(|test| {
        let wrong: Result<u64> =
            test.db.write(Priority::Click, |tx| tx.exec(sql!("delete from shop where id = ?1"), &params![]));
        let error = wrong.unwrap_err().to_string();
        assert!(error.contains("transactions.rs") && error.contains("it takes 1"), "{error}");
        let list: Result<u64> = test
            .db
            .write(Priority::Click, |tx| tx.exec(sql!("delete from shop where id in ({ids})"), &params![]));
        assert!(list.is_err());
        let width = test.db.write(Priority::Click, |tx| {
            tx.insert(sql!("insert into shop (id, name) values {rows}"), &[row![1]])
        });
        assert!(width.unwrap_err().to_string().contains("every row must have 2 values"));
    });
}
