//! Migrations: in order, once, never edited; newer and older databases are refused with what to do.

use store::StoreError;
use store::migrate::Migration;
use store::schema::GROUND;
use store::testing::{each_database, start};

const FIRST: Migration = Migration::new(1_000, "first", &["create table a (id bigint primary key)"]);
const SECOND: Migration = Migration::new(1_001, "second", &["create table b (id bigint primary key)"]);

fn with(more: &[Migration]) -> Vec<Migration> {
    GROUND.iter().chain(more).copied().collect()
}

#[test]
fn each_is_applied_once_in_order() {
    each_database(&[], |test| {
        assert_eq!(test.db.migrate(&with(&[SECOND, FIRST]), start()), Ok(vec![1_000, 1_001]));
        assert_eq!(test.db.migrate(&with(&[FIRST, SECOND]), start()), Ok(vec![]));
        assert_eq!(test.db.schema_version(), Ok(1_001));
        assert_eq!(test.db.check_schema(&with(&[FIRST, SECOND])), Ok(()));
    });
}

#[test]
fn a_database_of_a_newer_version_is_refused() {
    each_database(&[], |test| {
        test.db.migrate(&with(&[FIRST, SECOND]), start()).unwrap();
        let newer = StoreError::NewerDatabase { found: 1_001, known: 1_000 };
        let refused = Err(newer.clone());
        assert_eq!(test.db.migrate(&with(&[FIRST]), start()).map(|_| ()), refused);
        assert_eq!(test.db.check_schema(&with(&[FIRST])), refused);
        let text = newer.to_string();
        assert!(text.contains("1001") && text.contains("use the newer program"), "{text}");
    });
}

#[test]
fn the_version_before_runs_on_an_additive_change() {
    each_database(&[], |test| {
        test.db.migrate(&with(&[FIRST, SECOND.works_with(1_000)]), start()).unwrap();
        assert_eq!(test.db.check_schema(&with(&[FIRST])), Ok(()));
        assert!(matches!(test.db.check_schema(&with(&[])), Err(StoreError::NewerDatabase { .. })));
    });
}

#[test]
fn an_older_database_and_an_edited_migration_are_named() {
    each_database(&[], |test| {
        test.db.migrate(&with(&[FIRST]), start()).unwrap();
        assert_eq!(
            test.db.check_schema(&with(&[FIRST, SECOND])),
            Err(StoreError::OlderDatabase { missing: 1_001 })
        );
        let edited = Migration::new(1_000, "first", &["create table a (id bigint primary key, b text)"]);
        let changed = Err(StoreError::MigrationChanged { version: 1_000, name: "first".into() });
        assert_eq!(test.db.check_schema(&with(&[edited])), changed);
    });
}

#[test]
fn a_migration_that_fails_leaves_nothing() {
    each_database(&[], |test| {
        let broken = Migration::new(
            1_000,
            "broken",
            &["create table a (id bigint primary key)", "create table b (oops"],
        );
        assert!(test.db.migrate(&with(&[broken]), start()).is_err());
        assert_eq!(test.db.migrate(&with(&[FIRST]), start()), Ok(vec![1_000]));
    });
}
