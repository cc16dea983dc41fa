//! What the world does to a database: no room, no rights, no server.

use std::time::Duration;

use store::migrate::Migration;
use store::objects::Objects;
use store::testing::{config, fresh_postgres, fresh_sqlite, start};
use store::verify::{Invariant, verify};
use store::{Db, DbConfig, Priority, Result, StoreError, params, row, sql};

const NOTES: &[Migration] =
    &[Migration::new(1_000, "notes", &["create table note (id bigint primary key, body blob not null)"])];

fn write(db: &Db, number: i64, bytes: usize) -> Result<()> {
    db.write(Priority::Click, move |tx| {
        tx.insert(sql!("insert into note (id, body) values {rows}"), &[row![number, vec![7_u8; bytes]]])
    })
}

fn count(db: &Db) -> Result<i64> {
    db.read(|tx| tx.query_one(sql!("select count(*) as n from note"), &params![])?.i64("n"))
}

#[test]
fn a_full_disk_is_named_and_nothing_is_half_done() {
    let test = fresh_sqlite(NOTES);
    let small = Db::open(&DbConfig { pages_max: Some(100), ..config(&test.url) }).unwrap();
    let mut written = 0;
    let error = loop {
        match write(&small, written + 1, 50_000) {
            Ok(()) => written += 1,
            Err(error) => break error,
        }
        assert!(written < 100, "the limit holds");
    };
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    assert!(error.to_string().contains("Make room"), "{error}");
    assert_eq!(count(&small), Ok(written));
    write(&small, 99, 10).expect("small things still fit");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let test = fresh_sqlite(&[]);
    let file = test.folder.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    for url in [format!("sqlite:{}/harmony.db", file.display()), "sqlite:/proc/harmony/harmony.db".into()] {
        let error = Db::open(&config(&url)).unwrap_err();
        assert!(matches!(error, StoreError::NotWritable { .. }), "{error:?}");
        assert!(error.to_string().contains("check the path"), "{error}");
    }
    assert!(matches!(Objects::open(file.join("objects"), 1), Err(StoreError::NotWritable { .. })));
}

#[test]
fn a_file_that_is_no_database_is_named() {
    let test = fresh_sqlite(&[]);
    let file = test.folder.path().join("letter.txt");
    std::fs::write(&file, "Dear reader, ".repeat(500)).unwrap();
    let error = Db::open(&config(&format!("sqlite:{}", file.display()))).unwrap_err();
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "Dear reader, ".repeat(500), "it is left alone");
}

#[test]
fn a_url_that_means_nothing_is_refused_without_being_repeated() {
    for url in ["mysql://root:hunter2@x/y", "sqlite:", "postgres://u:hunter2@[broken/y"] {
        let error = Db::open(&config(url)).unwrap_err();
        assert!(matches!(error, StoreError::Config { .. }), "{error:?}");
        assert!(!format!("{error:?}{error}{:?}", config(url)).contains("hunter2"));
    }
}

#[test]
fn a_server_that_is_down_is_named() {
    let error = Db::open(&config("postgres://harmony:hunter2@127.0.0.1:1/harmony")).unwrap_err();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
    let text = error.to_string();
    assert!(text.contains("127.0.0.1:1/harmony") && !text.contains("hunter2"), "{text}");
}

/// The server closes every connection while a transaction is open, as a restart does.
#[test]
fn a_lost_connection_loses_the_transaction_and_the_next_call_works() {
    let Some(test) = fresh_postgres(NOTES) else { return };
    let killer = test.again();
    let kill = move || {
        killer.write(Priority::Click, |tx| {
            tx.query(
                sql!(
                    "select count(pg_terminate_backend(pid)) as killed from pg_stat_activity \
                     where datname = current_database() and pid <> pg_backend_pid()"
                ),
                &params![],
            )
        })
    };
    let kill_again = kill.clone();
    let lost: Result<()> = test.db.write(Priority::Click, move |tx| {
        tx.insert(sql!("insert into note (id, body) values {rows}"), &[row![1, vec![1_u8]]])?;
        kill().unwrap();
        tx.insert(sql!("insert into note (id, body) values {rows}"), &[row![2, vec![1_u8]]])
    });
    assert!(matches!(lost, Err(StoreError::Unreachable { .. })), "{lost:?}");
    assert_eq!(count(&test.db), Ok(0));
    write(&test.db, 1, 1).expect("the next call works");
    // Connections that were closed while idle are replaced without anybody noticing.
    for number in 2..20 {
        if number % 3 == 0 {
            kill_again().unwrap();
            std::thread::sleep(Duration::from_millis(20));
        }
        write(&test.db, number, 1).unwrap();
    }
    assert_eq!(count(&test.db), Ok(19));
}

#[test]
fn a_connection_lost_at_commit_says_that_it_is_not_known() {
    let Some(test) = fresh_postgres(NOTES) else { return };
    let killer = test.again();
    let unknown: Result<()> = test.db.write(Priority::Click, move |tx| {
        tx.insert(sql!("insert into note (id, body) values {rows}"), &[row![1, vec![1_u8]]])?;
        killer.write(Priority::Click, |tx| {
            tx.query(
                sql!(
                    "select count(pg_terminate_backend(pid)) as killed from pg_stat_activity \
                     where datname = current_database() and pid <> pg_backend_pid()"
                ),
                &params![],
            )
        })?;
        Ok(())
    });
    assert!(matches!(unknown, Err(StoreError::CommitUnknown { .. })), "{unknown:?}");
    write(&test.db, 2, 1).expect("the next call works");
}

#[test]
fn a_row_locked_too_long_is_busy() {
    let Some(test) = fresh_postgres(NOTES) else { return };
    write(&test.db, 1, 1).unwrap();
    let hasty = Db::open(&DbConfig { lock_timeout_ms: 100, ..config(&test.url) }).unwrap();
    let busy: Result<()> = test.db.write(Priority::Click, move |tx| {
        tx.exec_one(sql!("update note set body = ?2 where id = ?1"), &params![1, vec![2_u8]])?;
        hasty.write(Priority::Click, |tx| {
            tx.exec_one(sql!("update note set body = ?2 where id = ?1"), &params![1, vec![3_u8]])
        })
    });
    assert!(matches!(busy, Err(StoreError::Busy { .. })), "{busy:?}");
}

#[test]
fn the_doctor_tells_how_it_is() {
    store::testing::each_database(NOTES, |test| {
        let doctor = store::doctor::examine(&test.db, test.folder.path(), start());
        assert_eq!(doctor.faults(), Vec::<String>::new(), "{doctor:?}");
        let doctor = store::doctor::examine(&test.db, std::path::Path::new("/proc"), start());
        assert_eq!(doctor.faults().len(), 1, "{doctor:?}");
    });
}

#[test]
fn verify_checks_what_its_callers_add() {
    const NOT_EMPTY: Invariant = Invariant {
        name: "no note is empty",
        check: |tx| {
            let rows = tx
                .query(sql!("select id from note where length(body) = 0 order by id limit 10"), &params![])?;
            rows.iter().map(|row| Ok(format!("note {}", row.i64("id")?))).collect()
        },
    };
    store::testing::each_database(NOTES, |test| {
        write(&test.db, 1, 5).unwrap();
        let sound = verify(&test.db, &[NOT_EMPTY], |_, _| {}).unwrap();
        assert!(sound.is_sound());
        assert_eq!(sound.checked, ["journal chains", "no note is empty"]);
        write(&test.db, 2, 0).unwrap();
        let found = verify(&test.db, &[NOT_EMPTY], |_, _| {}).unwrap();
        assert_eq!(found.faults, [("no note is empty", "note 2".to_owned())]);
    });
}
