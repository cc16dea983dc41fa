//! The vault and the attachments: sealed, opened, moved, forgotten.

use std::time::Duration;

use kernel::Date;
use store::objects::{Attachment, Objects};
use store::testing::{TestDb, each_database, id, start};
use store::vault::{Opened, Seal, Vault};
use store::{Priority, Result, StoreError, params, sql};

fn seal(row: i64, subject: i64, text: &str) -> Seal {
    Seal {
        id: id(row),
        subject: id(subject),
        purpose: "contract".into(),
        class: "name".into(),
        keep_until: Some(Date::constant(2033, 1, 1)),
        bytes: text.into(),
    }
}

fn store(test: &TestDb, vault: &Vault, seals: Vec<Seal>) -> Vec<store::vault::Sealed> {
    let vault = vault.clone();
    test.db.write(Priority::Click, move |tx| vault.seal(tx, start(), &seals)).unwrap()
}

fn texts(test: &TestDb, vault: &Vault, rows: &[i64]) -> Result<Vec<Option<String>>> {
    let (vault, rows) = (vault.clone(), rows.iter().copied().map(id).collect::<Vec<_>>());
    test.db.read(move |tx| vault.open_rows(tx, &rows)?.into_iter().map(Opened::text).collect())
}

#[test]
fn what_was_sealed_opens_and_nothing_lies_open() {
    each_database(&[], |test| {
        let vault = test.vault();
        let sealed =
            store(test, &vault, vec![seal(1, 10, "Jansen"), seal(2, 11, "Peeters"), seal(3, 10, "Jansen")]);
        assert_ne!(sealed[0].commitment, sealed[2].commitment, "the salt hides equal data");
        assert_eq!(
            texts(test, &vault, &[3, 1, 2]),
            Ok(vec![Some("Jansen".into()), Some("Jansen".into()), Some("Peeters".into())])
        );
        let opener = vault.clone();
        let opened = test.db.read(move |tx| opener.open_rows(tx, &[id(1)])).unwrap().remove(0);
        assert!(!format!("{opened:?}").contains("Jansen"));
        let content = opened.content().unwrap();
        assert_eq!(
            (content.commitment, content.keep_until),
            (sealed[0].commitment, Some(Date::constant(2033, 1, 1)))
        );
        let raw = test
            .db
            .read(|tx| tx.query_one(sql!("select sealed from vault where id = 1"), &params![])?.bytes(0));
        assert!(!raw.unwrap().windows(6).any(|window| window == b"Jansen"));
        assert_eq!(texts(test, &vault, &[4]), Err(StoreError::Missing { what: "vault row", id: id(4) }));
    });
}

#[test]
fn forgetting_destroys_the_key_of_one_purpose() {
    each_database(&[], |test| {
        let vault = test.vault();
        let other = Seal { purpose: "marketing".into(), ..seal(3, 10, "likes blue") };
        store(test, &vault, vec![seal(1, 10, "Jansen"), seal(2, 11, "Peeters"), other]);
        assert_eq!(vault.forget(start(), &[(id(10), "contract"), (id(99), "contract")]), Ok(1));
        assert_eq!(vault.forget(start(), &[(id(10), "contract")]), Ok(0));
        assert_eq!(
            texts(test, &vault, &[1, 2, 3]),
            Ok(vec![None, Some("Peeters".into()), Some("likes blue".into())])
        );
        store(test, &vault, vec![seal(4, 10, "Jansen again")]);
        assert_eq!(texts(test, &vault, &[1, 4]), Ok(vec![None, Some("Jansen again".into())]));
        assert_eq!(vault.forget(start(), &[(id(10), "contract")]), Ok(1), "at the same instant too");
        assert_eq!(texts(test, &vault, &[1, 4]), Ok(vec![None, None]));
    });
}

#[test]
fn a_destroyed_key_leaves_no_bytes_behind() {
    let test = store::testing::fresh_sqlite(&[]);
    let vault = test.vault();
    store(&test, &vault, vec![seal(1, 10, "Jansen"), seal(2, 11, "Peeters")]);
    let path = test.folder.path().join("keys.db");
    let keys = store::Db::open(&store::testing::config(&format!("sqlite:{}", path.display()))).unwrap();
    let wrapped = keys
        .read(|tx| {
            tx.query_one(sql!("select wrapped from vault_key where subject = 10"), &params![])?.bytes(0)
        })
        .unwrap();
    drop(keys);
    let lingers = || {
        [path.clone(), path.with_extension("db-wal")].iter().any(|file| {
            std::fs::read(file).unwrap_or_default().windows(wrapped.len()).any(|window| window == wrapped)
        })
    };
    assert!(lingers());
    vault.forget(start(), &[(id(10), "contract")]).unwrap();
    assert!(!lingers());
}

#[test]
fn moved_or_altered_rows_do_not_open() {
    let tamperings = [
        sql!("update vault set sealed = (select sealed from vault where id = 2) where id = 1"),
        sql!("update vault set subject = 11 where id = 1"),
        sql!("update vault set class = 'iban' where id = 1"),
        sql!("update vault set key_id = (select key_id from vault where id = 3) where id = 1"),
        sql!("update vault set key_id = 1 where id = 1"),
    ];
    each_database(&[], |test| {
        let vault = test.vault();
        for tamper in tamperings {
            test.db.write(Priority::Click, |tx| tx.exec(sql!("delete from vault"), &params![])).unwrap();
            store(test, &vault, vec![seal(1, 10, "Jansen"), seal(2, 10, "Bakker"), seal(3, 11, "Peeters")]);
            test.db.write(Priority::Click, move |tx| tx.exec_one(tamper, &params![])).unwrap();
            assert!(matches!(texts(test, &vault, &[1]), Err(StoreError::Sealed { .. })), "{tamper:?}");
            assert!(texts(test, &vault, &[2, 3]).is_ok());
        }
    });
}

#[test]
fn another_master_key_is_refused_at_the_door() {
    let test = store::testing::fresh_sqlite(&[]);
    drop(test.vault());
    let url = format!("sqlite:{}", test.folder.path().join("keys.db").display());
    let keys = store::Db::open(&store::testing::config(&url)).unwrap();
    let opened = Vault::open(keys, [9; 32], [2; 32], test.entropy.clone(), start());
    let text = opened.unwrap_err().to_string();
    assert!(text.contains("master key file"), "{text}");
}

#[test]
fn personal_values_are_found_by_keyed_hash() {
    let test = store::testing::fresh_sqlite(&[]);
    let vault = test.vault();
    let hash = vault.index("email", "a@example.org");
    assert_eq!(hash.len(), 64);
    assert_eq!(hash, vault.index("email", "a@example.org"));
    assert_ne!(hash, vault.index("imei", "a@example.org"));
    assert_ne!(hash, vault.index("email", "b@example.org"));
}

#[test]
fn attachments_are_kept_swept_and_forgotten() {
    each_database(&[], |test| {
        let (vault, objects) = (test.vault(), test.objects());
        let put = |subject, bytes: &[u8]| objects.put(&vault, start(), id(subject), "claim", bytes).unwrap();
        let photo = put(10, b"a photo");
        assert_eq!(put(10, b"a photo").hash, photo.hash, "the same content has the same name");
        assert_ne!(put(11, b"a photo").hash, photo.hash, "another's photo has another name");
        let kept = photo.clone();
        test.db
            .write(Priority::Click, move |tx| Objects::keep(tx, start(), &[kept.clone(), kept.clone()]))
            .unwrap();
        assert_eq!(objects.get(&vault, &photo.hash), Ok(Attachment::Bytes(b"a photo".to_vec())));

        // Files of this test are as young as the machine's clock says, which is before 2100.
        let late = start() + Duration::from_secs(74 * 365 * 86_400);
        let swept = objects.sweep(&test.db, late, Duration::from_secs(86_400)).unwrap();
        assert_eq!((swept.removed, swept.kept), (1, 1));
        assert_eq!(objects.sweep(&test.db, start(), Duration::from_secs(86_400)).unwrap().removed, 0);

        let path = objects.folder().join(&photo.hash[..2]).join(&photo.hash);
        let sealed = std::fs::read(&path).unwrap();
        assert!(!sealed.windows(7).any(|window| window == b"a photo"));
        let mut altered = sealed.clone();
        *altered.last_mut().unwrap() ^= 1;
        std::fs::write(&path, altered).unwrap();
        assert!(matches!(objects.get(&vault, &photo.hash), Err(StoreError::Sealed { .. })));
        std::fs::write(&path, sealed).unwrap();
        vault.forget(start(), &[(id(10), "claim")]).unwrap();
        assert_eq!(objects.get(&vault, &photo.hash), Ok(Attachment::Forgotten));
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(objects.get(&vault, &photo.hash), Err(StoreError::Corrupt { .. })));
        assert!(matches!(objects.get(&vault, "../../etc/passwd"), Err(StoreError::Config { .. })));
        let big = vec![0; (1 << 20) + 1];
        assert!(matches!(
            objects.put(&vault, start(), id(1), "claim", &big),
            Err(StoreError::TooLarge { .. })
        ));
    });
}

/// The keys may lie in SQLite or PostgreSQL, whatever the database itself is.
#[test]
fn writers_at_the_same_time_share_one_key() {
    each_database(&[], |test| {
        let mut vaults = vec![test.vault()];
        let keys = test.is_postgres().then(store::testing::empty_postgres).flatten();
        if let Some(keys) = &keys {
            vaults
                .push(Vault::open(keys.db.clone(), [1; 32], [2; 32], test.entropy.clone(), start()).unwrap());
        }
        for (n, vault) in vaults.into_iter().enumerate() {
            let base = n as i64 * 100;
            let writers: Vec<_> = (1..=4)
                .map(|writer| {
                    let (db, vault) = (test.db.clone(), vault.clone());
                    std::thread::spawn(move || {
                        let seals = [
                            seal(base + writer, 10, "Jansen"),
                            seal(base + 10 + writer, 20 + writer, "other"),
                        ];
                        db.write(Priority::Click, move |tx| vault.seal(tx, start(), &seals)).unwrap();
                    })
                })
                .collect();
            writers.into_iter().for_each(|writer| writer.join().unwrap());
            let used = sql!("select count(distinct key_id) as n from vault where subject = 10 and id > ?1");
            assert_eq!(test.db.read(move |tx| tx.query_one(used, &params![base])?.i64("n")), Ok(1));
            assert_eq!(vault.forget(start(), &[(id(10), "contract")]), Ok(1));
            let rows = [base + 1, base + 2, base + 3, base + 4, base + 11];
            let expected = [None, None, None, None, Some("other".into())];
            assert_eq!(texts(test, &vault, &rows), Ok(expected.to_vec()));
        }
    });
}
