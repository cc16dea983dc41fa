//! Statements of the bank (camt.053): read whole or refused whole, each booked once; and whether one is missing.

use std::collections::BTreeMap;

use kernel::{Actor, Date, Id, Instant, Money, Rule};
use store::{Tx, params, sql};

use super::sheet::Sheet;
use crate::{
    App, AppError,
    tasks::{self, NewTask, TaskKind},
};

pub use super::{
    import::{Imported, import},
    sheet::FILE_BYTES_MAX,
};

/// Statements on a page.
pub const PAGE: u32 = 50;

/// The chain of an account's statements in order, each with whether it begins where the one before ended.
struct Link {
    id: Id,
    to: Date,
    follows: bool,
    followed: bool,
}

/// Statements looked at when the chain is checked: more than two years of working days, for one account.
const CHAIN_MAX: u32 = 600;

fn chain(tx: &mut Tx<'_>, account: &str) -> Result<Vec<Link>, AppError> {
    let mut rows = tx.query(
        sql!(
            "select id, to_date, follows, opening_cents, closing_cents from statement where account = ?1 \
             order by to_date desc, from_date desc, coalesce(sequence, 0) desc, imported_us desc, id desc limit ?2"
        ),
        &params![account, CHAIN_MAX],
    )?;
    rows.reverse();
    let mut closing: Option<Money> = None;
    let mut links = Vec::with_capacity(rows.len());
    for row in rows {
        let opening = row.money("opening_cents")?;
        links.push(Link {
            id: row.id("id")?,
            to: row.date("to_date")?,
            follows: closing.is_none_or(|closing| closing == opening),
            followed: row.bool("follows")?,
        });
        closing = Some(row.money("closing_cents")?);
    }
    Ok(links)
}

/// A gap is work for a person until the missing statement fills it.
pub(super) fn watch_gaps(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    sheet: &Sheet,
) -> Result<(), AppError> {
    for link in chain(tx, sheet.account.as_str())? {
        if link.follows != link.followed {
            tx.exec_one(
                sql!("update statement set follows = ?1 where id = ?2"),
                &params![link.follows, link.id],
            )?;
        }
        if link.follows && !link.followed {
            tasks::close(tx, now, actor, TaskKind::MissingStatement, &[link.id])?;
        }
        if !link.follows {
            let task = NewTask {
                kind: TaskKind::MissingStatement,
                stream: link.id,
                rule: Rule("NL-DUN-02"),
                due: Some(now),
                amount: None,
                detail: format!("before {}", link.to),
            };
            tasks::open(app, tx, now, &[task])?;
        }
    }
    Ok(())
}

/// The last day up to which an agreement's statements are booked without a gap; none when there is no statement.
///
/// # Errors
/// [`AppError::Store`].
pub fn booked_through(app: &App, tx: &mut Tx<'_>) -> Result<BTreeMap<String, Date>, AppError> {
    let mut booked = BTreeMap::new();
    for agreement in app.products.agreements() {
        let links = chain(tx, agreement.account.iban.as_str())?;
        if let Some(last) = links.iter().take_while(|link| link.follows).last() {
            booked.insert(agreement.code.clone(), last.to);
        }
    }
    Ok(booked)
}

/// A statement as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// Its id.
    pub id: Id,
    /// Under which power of attorney.
    pub agreement: String,
    /// The account, our own.
    pub account: String,
    /// The bank's identifier.
    pub statement_id: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Balance before.
    pub opening: Money,
    /// Balance after.
    pub closing: Money,
    /// Entries in it.
    pub entries: u64,
    /// Entries still in suspense.
    pub suspense: u64,
    /// Whether it begins where the one before ended.
    pub follows: bool,
    /// When it was booked.
    pub imported: Instant,
    /// By whom.
    pub imported_by: Id,
}

/// Statements, the latest first, with the number there are in all; [`PAGE`] on a page, counted from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<StatementLine>, u64), AppError> {
    let count = tx.query_one(sql!("select count(*) as number from statement"), &params![])?.get("number")?;
    let rows = tx.query(
        sql!(
            "select id, agreement, account, statement_id, from_date, to_date, opening_cents, closing_cents, entries, \
             follows, imported_us, imported_by, (select count(*) from statement_entry e where e.statement = s.id \
             and e.state = 'suspense') as suspense \
             from statement s order by to_date desc, imported_us desc, id desc limit ?1 offset ?2"
        ),
        &params![PAGE, page * PAGE],
    )?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(StatementLine {
            id: row.id("id")?,
            agreement: row.text("agreement")?,
            account: row.text("account")?,
            statement_id: row.text("statement_id")?,
            from: row.date("from_date")?,
            to: row.date("to_date")?,
            opening: row.money("opening_cents")?,
            closing: row.money("closing_cents")?,
            entries: row.get("entries")?,
            suspense: row.get("suspense")?,
            follows: row.bool("follows")?,
            imported: row.instant("imported_us")?,
            imported_by: row.id("imported_by")?,
        });
    }
    Ok((lines, count))
}

/// An entry as a list shows it; nothing personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Its statement.
    pub statement: Id,
    /// When it was booked.
    pub booked_on: Date,
    /// Signed amount.
    pub amount: Money,
    /// What of it is in suspense.
    pub open: Money,
    /// `matched` or `suspense`.
    pub state: String,
    /// As what it was matched: `collection`, `lump`, `transfer`, `return`, `payment`, `payment-return`, `by-hand`.
    pub matched_as: Option<String>,
    /// The contract or claim it was matched with.
    pub stream: Option<Id>,
}

/// Entries of a statement; [`PAGE`] on a page, counted from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn entries(tx: &mut Tx<'_>, statement: Id, page: u32) -> Result<Vec<EntryLine>, AppError> {
    let rows = tx.query(
        sql!(
            "select fingerprint, statement, booked_on, amount_cents, open_cents, state, matched_as, stream \
             from statement_entry where statement = ?1 order by booked_on, fingerprint limit ?2 offset ?3"
        ),
        &params![statement, PAGE, page * PAGE],
    )?;
    rows.iter().map(entry_line).collect()
}

pub(super) fn entry_line(row: &store::Row) -> Result<EntryLine, AppError> {
    Ok(EntryLine {
        fingerprint: row.text("fingerprint")?,
        statement: row.id("statement")?,
        booked_on: row.date("booked_on")?,
        amount: row.money("amount_cents")?,
        open: row.money("open_cents")?,
        state: row.text("state")?,
        matched_as: row.opt_text("matched_as")?,
        stream: row.opt_id("stream")?,
    })
}
