//! When time next matters to a stream: one instant per stream and purpose, set in the transaction that changes the
//! stream, read by the daily run.

use kernel::{Id, Instant};

use crate::{Result, Row, Tx, params, row, sql};

/// An instant at which something is to be done for a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// For which stream.
    pub stream: Id,
    /// What, such as `contract`.
    pub what: String,
    /// From when.
    pub at: Instant,
}

/// Sets when time next matters; `None`: no more. A stream may occur once per call and `what`.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the statements.
pub fn set(tx: &mut Tx<'_>, what: &str, dues: &[(Id, Option<Instant>)]) -> Result<()> {
    let mut rows: Vec<_> =
        dues.iter().filter_map(|(stream, at)| at.map(|at| row![*stream, what, at])).collect();
    rows.sort();
    tx.exec_rows(
        sql!(
            "insert into due (stream, what, at_us) values {rows} \
             on conflict (stream, what) do update set at_us = excluded.at_us"
        ),
        &params![],
        &rows,
    )?;
    let gone: Vec<Id> = dues.iter().filter(|(_, at)| at.is_none()).map(|(stream, _)| *stream).collect();
    tx.exec_ids(sql!("delete from due where what = ?1 and stream in ({ids})"), &params![what], &gone)?;
    Ok(())
}

/// What is due at `now`, in id order after `after` and up to `until`, without the stuck ones; at most `limit`. The use case
/// that handles them sets the next instant, so that asking again from the start finds only what is new.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the query.
pub fn take(
    tx: &mut Tx<'_>,
    what: &str,
    now: Instant,
    (after, until): (Option<Id>, Option<Id>),
    limit: u32,
) -> Result<Vec<Due>> {
    let after = after.map_or(0, Id::as_i64);
    let until = until.map_or(i64::MAX, Id::as_i64);
    let rows = tx.query(
        sql!(
            "select stream, what, at_us from due d where what = ?1 and at_us <= ?2 and stream > ?3 and stream <= ?4 \
             and not exists (select 1 as x from stuck s where s.stream = d.stream and s.what = d.what) \
             order by stream limit ?5"
        ),
        &params![what, now, after, until, limit],
    )?;
    rows.iter().map(read).collect()
}

/// How many are due at `now`, the stuck ones too, and since when the oldest.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the query.
pub fn backlog(tx: &mut Tx<'_>, now: Instant) -> Result<(u64, Option<Instant>)> {
    let row = tx.query_one(
        sql!("select count(*) as number, min(at_us) as oldest from due where at_us <= ?1"),
        &params![now],
    )?;
    Ok((row.get("number")?, row.get("oldest")?))
}

/// The next instant at which anything is due, whatever it is: where a played clock may jump to.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the query.
pub fn next(tx: &mut Tx<'_>, after: Instant) -> Result<Option<Instant>> {
    tx.query_one(sql!("select min(at_us) as next_us from due where at_us > ?1"), &params![after])?
        .opt_instant("next_us")
}

fn read(row: &Row) -> Result<Due> {
    Ok(Due { stream: row.id("stream")?, what: row.text("what")?, at: row.instant("at_us")? })
}
