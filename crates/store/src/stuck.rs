//! Items a run could not get past: visible at the desk and in `doctor`, passed over until somebody clears them.

use kernel::{Id, Instant};

use crate::{Result, Row, Tx, params, row, sql};

/// The longest error text kept, in characters.
const ERROR_MAX: usize = 500;

/// An item that is stuck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// Which.
    pub stream: Id,
    /// In which run.
    pub what: String,
    /// Why, without personal data.
    pub error: String,
    /// Since when.
    pub since: Instant,
    /// How often it was tried.
    pub tries: u32,
}

/// Marks items as stuck, or counts another try.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the statement.
pub fn add(tx: &mut Tx<'_>, what: &str, now: Instant, items: &[(Id, String)]) -> Result<()> {
    let rows: Vec<_> = items
        .iter()
        .map(|(stream, error)| row![*stream, what, error.chars().take(ERROR_MAX).collect::<String>(), now, 1])
        .collect();
    tx.insert(
        sql!(
            "insert into stuck (stream, what, error, since_us, tries) values {rows} \
             on conflict (stream, what) do update set error = excluded.error, tries = stuck.tries + 1"
        ),
        &rows,
    )
}

/// The stuck items, longest first; at most `limit`.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the query.
pub fn list(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<Stuck>> {
    let rows = tx.query(
        sql!("select stream, what, error, since_us, tries from stuck order by since_us, stream limit ?1"),
        &params![limit],
    )?;
    rows.iter().map(read).collect()
}

/// Which of these are stuck in this run.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the query.
pub fn among(tx: &mut Tx<'_>, what: &str, streams: &[Id]) -> Result<Vec<Id>> {
    let rows = tx.query_ids(
        sql!("select stream from stuck where what = ?1 and stream in ({ids})"),
        &params![what],
        streams,
    )?;
    rows.iter().map(|row| row.id("stream")).collect()
}

/// Lets items be tried again.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the statement.
pub fn clear(tx: &mut Tx<'_>, what: &str, streams: &[Id]) -> Result<u64> {
    tx.exec_ids(sql!("delete from stuck where what = ?1 and stream in ({ids})"), &params![what], streams)
}

/// How many are stuck.
///
/// # Errors
/// [`StoreError`](crate::StoreError) of the query.
pub fn count(tx: &mut Tx<'_>) -> Result<u64> {
    tx.query_one(sql!("select count(*) as number from stuck"), &params![])?.get("number")
}

fn read(row: &Row) -> Result<Stuck> {
    Ok(Stuck {
        stream: row.id("stream")?,
        what: row.text("what")?,
        error: row.text("error")?,
        since: row.instant("since_us")?,
        tries: row.get("tries")?,
    })
}
