//! Booking entries, on an open day.

use std::collections::BTreeMap;

use kernel::{Date, Id};
use ledger::Template;
use store::{Tx, Value, params, row, sql};

use crate::AppError;

/// An entry to be booked for an event of a stream.
#[derive(Debug, Clone)]
pub struct NewPosting {
    /// Stream of the event.
    pub stream: Id,
    /// Place of the event: each entry drills down to it.
    pub seq: i64,
    /// What is posted.
    pub template: Template,
    /// The day it belongs to: the accounting date, unless that month is closed.
    pub on: Date,
    /// Power of attorney it is booked under.
    pub agreement: String,
}

/// The first day that takes postings. Whoever asks to post keeps months from closing until the transaction is over.
///
/// # Errors
/// [`AppError::Store`].
pub fn open_from(tx: &mut Tx<'_>) -> Result<Date, AppError> {
    let row = tx.query_one(sql!("select open_from from books where id = 1"), &params![])?;
    Ok(row.date("open_from")?)
}

/// Books entries. Several entries of one event follow each other in one call: their lines are numbered on. What belongs to a
/// closed month is booked on the first open day and keeps the day it belongs to.
///
/// # Errors
/// [`AppError::Store`].
pub fn post(tx: &mut Tx<'_>, entries: &[NewPosting]) -> Result<(), AppError> {
    if entries.is_empty() {
        return Ok(());
    }
    let open = tx.query_one(sql!("select open_from from books where id = 1 {for_share}"), &params![])?;
    let open = open.date("open_from")?;
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut lines: BTreeMap<(Id, i64), i64> = BTreeMap::new();
    for entry in entries {
        let line = lines.entry((entry.stream, entry.seq)).or_default();
        for posting in entry.template.entry().postings() {
            rows.push(row![
                entry.stream,
                entry.seq,
                *line,
                posting.account.code(),
                posting.amount,
                entry.on.max(open),
                entry.template.name(),
                entry.agreement.as_str(),
                (entry.on < open).then_some(entry.on)
            ]);
            *line += 1;
        }
    }
    if !rows.is_empty() {
        tx.insert(
            sql!(
                "insert into posting (stream, seq, line, account, amount_cents, booked_on, template, agreement, \
                 belongs_on) values {rows}"
            ),
            &rows,
        )?;
    }
    Ok(())
}
