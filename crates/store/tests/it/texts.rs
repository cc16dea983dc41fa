//! Every text is prepared on both databases, in every size, and has only the types we mean.

use store::sql::Dialect;
use store::testing::{each_database, fresh_postgres};

#[test]
fn every_text_prepares_on_both_databases() {
    assert_eq!(store::testing::wrong_texts(&[]), Vec::<String>::new());
    assert!(store::sql::all().count() > 30, "the texts are registered");
}

#[test]
fn a_wrong_text_is_found() {
    static UNKNOWN: store::sql::Sql = store::sql::Sql::new("select a from nowhere", "here", 1);
    static SUM: store::sql::Sql = store::sql::Sql::new("select sum(at_us) as total from due", "here", 2);
    each_database(&[], |test| {
        let faults = test.db.check_texts([&UNKNOWN, &SUM].into_iter()).expect("the check runs");
        let expected = if test.db.dialect() == Dialect::Postgres { 2 } else { 1 };
        assert_eq!(faults.len(), expected, "{faults:?}");
        assert!(faults[0].starts_with("here:1"), "{faults:?}");
    });
}

#[test]
fn postgres_has_the_columns_we_mean() {
    let Some(test) = fresh_postgres(&[]) else { return };
    let wrong = test.db.read(|tx| {
        let rows = tx.query(
            store::sql!(
                "select table_name::text || '.' || column_name::text as name from information_schema.columns \
                 where table_schema = 'public' and (data_type not in ('bigint', 'text', 'bytea') \
                 or (data_type = 'text' and coalesce(collation_name, '') <> 'C'))"
            ),
            &[],
        )?;
        rows.iter().map(|row| row.text("name")).collect::<store::Result<Vec<_>>>()
    });
    assert_eq!(wrong, Ok(Vec::new()));
}
