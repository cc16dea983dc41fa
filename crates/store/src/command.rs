//! Commands that were done, with their outcome: the same command again is answered with it instead of being done twice.

use std::collections::HashMap;

use kernel::Instant;

use crate::{Result, StoreError, Tx, params, row, sql};

/// The stored outcome of each command, in the order asked; `None`: never done.
///
/// # Errors
/// [`StoreError`] of the query.
pub fn seen<S: AsRef<str>>(tx: &mut Tx<'_>, ids: &[S]) -> Result<Vec<Option<String>>> {
    let rows = tx.query_keys(sql!("select id, outcome from command where id in ({ids})"), &params![], ids)?;
    let mut outcomes = HashMap::with_capacity(rows.len());
    for row in &rows {
        outcomes.insert(row.text("id")?, row.text("outcome")?);
    }
    Ok(ids.iter().map(|id| outcomes.get(id.as_ref()).cloned()).collect())
}

/// Records commands with their outcome (JSON, without personal data), in the transaction that does them. When another
/// transaction did one of them meanwhile, this one is rolled back and run again, and [`seen`] will tell.
///
/// # Errors
/// [`StoreError::Duplicate`] when `done` names one twice or one that [`seen`] has shown; [`StoreError`] of the statement.
pub fn record<S: AsRef<str>>(tx: &mut Tx<'_>, now: Instant, done: &[(S, String)]) -> Result<()> {
    let mut rows: Vec<_> = done.iter().map(|(id, outcome)| row![id.as_ref(), outcome, now]).collect();
    rows.sort();
    let count = tx.exec_rows(
        sql!("insert into command (id, outcome, recorded_us) values {rows} on conflict (id) do nothing"),
        &params![],
        &rows,
    )?;
    if count == rows.len() as u64 {
        return Ok(());
    }
    tx.run_again();
    Err(StoreError::Duplicate { table: "command".into(), columns: "id".into() })
}
