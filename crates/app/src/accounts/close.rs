//! Closing a month: a checklist, a proposal, a second person, and then nothing is posted to it any more.
//!
//! Months close in order and for good. What becomes known later is posted in the open month and says which day it belongs to.

use kernel::{Actor, Calendar, Date, Id, Instant, Money, Rule};
use ledger::Month;
use store::{Tx, command, params, row, sql};

use super::posting::open_from;
use crate::{
    App, AppError, Refused,
    approvals::{self, Proposal},
    contracts::Outcome,
    money::{books, statements},
};

/// What is looked at before a month closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckKind {
    /// The month is over.
    Over,
    /// The statements of an account are booked to its end.
    Statements,
    /// The bank account in the ledger holds what the statements say.
    Bank,
    /// All postings sum to zero.
    Zero,
    /// Entries on statements that nobody placed.
    Suspense,
    /// Direct debits of the month that nobody released.
    Collections,
    /// Payments of the month that nobody released.
    Payments,
    /// Items that runs could not get past.
    Stuck,
}

impl CheckKind {
    /// Key of its text.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::Statements => "statements",
            Self::Bank => "bank",
            Self::Zero => "zero",
            Self::Suspense => "suspense",
            Self::Collections => "collections",
            Self::Payments => "payments",
            Self::Stuck => "stuck",
        }
    }
}

/// What a check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// In order.
    Fine,
    /// To be looked at; the month can close all the same.
    Look,
    /// The month cannot close.
    Blocks,
}

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub kind: CheckKind,
    /// Under which power of attorney, where each has its own.
    pub agreement: Option<String>,
    /// What it says.
    pub finding: Finding,
    /// How many things.
    pub number: u64,
    /// How much money.
    pub amount: Option<Money>,
    /// The day up to which it is in order, where there is one.
    pub day: Option<Date>,
}

/// A closed month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedMonth {
    /// Which.
    pub month: Month,
    /// When it was closed.
    pub closed: Instant,
    /// Who proposed it.
    pub proposed_by: Id,
    /// Who approved it.
    pub closed_by: Id,
}

/// The id under which the closing of a month is proposed: the same everywhere.
pub fn stream_of(month: Month) -> Id {
    crate::day::agreement_stream(&format!("month {month}"))
}

/// The month that is to be closed next: the first with postings that is open; none before the first posting.
///
/// # Errors
/// [`AppError::Store`].
pub fn next(tx: &mut Tx<'_>) -> Result<Option<Month>, AppError> {
    let open = open_from(tx)?;
    let closed = tx.query_one(sql!("select count(*) as number from closed_month"), &params![])?;
    if closed.i64("number")? > 0 {
        return Ok(Some(Month::of(open)));
    }
    let row = tx.query_one(sql!("select min(booked_on) as first from posting"), &params![])?;
    Ok(row.opt_date("first")?.map(Month::of))
}

/// Closed months, the latest first.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Damaged`] for what is no month.
pub fn closed(tx: &mut Tx<'_>) -> Result<Vec<ClosedMonth>, AppError> {
    let rows = tx.query(
        sql!("select month, closed_us, proposed_by, closed_by from closed_month order by month desc"),
        &params![],
    )?;
    rows.iter()
        .map(|row| {
            let month = row.text("month")?;
            Ok(ClosedMonth {
                month: month.parse().map_err(|_| AppError::damaged("a closed month", &month))?,
                closed: row.instant("closed_us")?,
                proposed_by: row.id("proposed_by")?,
                closed_by: row.id("closed_by")?,
            })
        })
        .collect()
}

/// Whether a month takes no postings any more.
///
/// # Errors
/// [`AppError::Store`].
pub fn is_closed(tx: &mut Tx<'_>, month: Month) -> Result<bool, AppError> {
    Ok(month.first() < open_from(tx)?)
}

/// Everything that is looked at before a month closes.
///
/// # Errors
/// [`AppError::Store`].
pub fn checklist(app: &App, tx: &mut Tx<'_>, now: Instant, month: Month) -> Result<Vec<Check>, AppError> {
    let end = month.last();
    let line = |kind, finding| Check { kind, agreement: None, finding, number: 0, amount: None, day: None };
    let or_fine = |is_wrong: bool, wrong| if is_wrong { wrong } else { Finding::Fine };
    let today = kernel::local_date(now, kernel::Country::Nl);
    let mut checks =
        vec![Check { day: Some(end), ..line(CheckKind::Over, or_fine(today <= end, Finding::Blocks)) }];
    let booked = statements::booked_through(app, tx)?;
    for agreement in app.products.agreements() {
        let (code, account) = (agreement.code.as_str(), agreement.account.iban.as_str());
        let moved = tx.query_opt(
            sql!(
                "select account from posting where agreement = ?1 and booked_on <= ?2 \
                 and account in ('1000', '1050', '1300') limit 1"
            ),
            &params![code, end],
        )?;
        if moved.is_none() {
            continue;
        }
        // Banks write no statement on a day that is no working day.
        let needed = if Calendar::Target.is_working_day(end) {
            end
        } else {
            Calendar::Target.previous_working_day(end)
        };
        let through = booked.get(code).copied();
        let finding = or_fine(through.is_none_or(|through| through < needed), Finding::Blocks);
        let agreement = Some(code.to_owned());
        checks.push(Check {
            agreement: agreement.clone(),
            day: through,
            ..line(CheckKind::Statements, finding)
        });
        let stated = stated_by_the_bank(tx, account, end)?;
        let held = books::balances(tx, Some(code), end)?.of(ledger::Account::Bank);
        let amount = Some(held - stated);
        let finding = or_fine(held != stated, Finding::Look);
        checks.push(Check { agreement, amount, ..line(CheckKind::Bank, finding) });
    }
    let sum = books::balances(tx, None, end)?.sum;
    let finding = or_fine(sum != Money::ZERO, Finding::Blocks);
    checks.push(Check { amount: Some(sum), ..line(CheckKind::Zero, finding) });
    let mut count = |kind, sql: &'static store::sql::Sql| -> Result<(), AppError> {
        let row = tx.query_one(sql, &params![end])?;
        let number: u64 = row.get("number")?;
        let amount = Some(row.money("sum_cents")?);
        checks.push(Check { number, amount, ..line(kind, or_fine(number > 0, Finding::Look)) });
        Ok(())
    };
    count(
        CheckKind::Suspense,
        sql!(
            "select count(*) as number, cast(coalesce(sum(open_cents), 0) as bigint) as sum_cents \
             from statement_entry where state = 'suspense' and booked_on <= ?1"
        ),
    )?;
    count(
        CheckKind::Collections,
        sql!(
            "select count(*) as number, cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents \
             from collection where state = 'announced' and collect_on <= ?1"
        ),
    )?;
    let after = kernel::start_of_day(month.next().first(), kernel::Country::Nl);
    let row = tx.query_one(
        sql!(
            "select count(*) as number, cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents \
             from payment_order where state = 'ordered' and created_us < ?1"
        ),
        &params![after],
    )?;
    let number: u64 = row.get("number")?;
    let finding = or_fine(number > 0, Finding::Look);
    checks.push(Check {
        number,
        amount: Some(row.money("sum_cents")?),
        ..line(CheckKind::Payments, finding)
    });
    let stuck: u64 = tx.query_one(sql!("select count(*) as number from stuck"), &params![])?.get("number")?;
    checks.push(Check { number: stuck, ..line(CheckKind::Stuck, or_fine(stuck > 0, Finding::Look)) });
    Ok(checks)
}

/// What the statements of an account say it moved up to a day: closing of the last less opening of the first.
fn stated_by_the_bank(tx: &mut Tx<'_>, account: &str, up_to: Date) -> Result<Money, AppError> {
    let rows = tx.query(
        sql!(
            "select opening_cents, closing_cents from statement where account = ?1 and to_date <= ?2 \
             order by to_date, from_date, coalesce(sequence, 0), imported_us, id"
        ),
        &params![account, up_to],
    )?;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Money::ZERO) };
    Ok(last.money("closing_cents")? - first.money("opening_cents")?)
}

/// Proposes to close a month: a second person decides (OFFICE-15).
///
/// # Errors
/// [`AppError::Refused`]: `month-not-next` when another one is to be closed first, `month-not-ready` when a check forbids it.
pub fn propose(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    month: Month,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() || is_closed(tx, month)? {
        return Ok(Outcome::AlreadyDone);
    }
    ready(app, tx, now, month)?;
    let stream = stream_of(month);
    let proposal = Proposal::CloseMonth { month: month.to_string() };
    let subject = (stream, stream, Rule("OFFICE-15"));
    let proposed = approvals::propose(app, tx, now, actor, subject, Money::ZERO, &proposal)?;
    command::record(tx, now, &[(id, "\"proposed\"".to_owned())])?;
    Ok(if proposed.was_there { Outcome::AlreadyDone } else { Outcome::Done })
}

fn ready(app: &App, tx: &mut Tx<'_>, now: Instant, month: Month) -> Result<(), AppError> {
    let first = next(tx)?;
    if first != Some(month) {
        let refused = Refused::new("month-not-next", Some(Rule("OFFICE-13"))).with("month", month);
        return Err(refused.with("next", first.unwrap_or(month)).into());
    }
    let checks = checklist(app, tx, now, month)?;
    match checks.iter().find(|check| check.finding == Finding::Blocks) {
        Some(check) => {
            let refused = Refused::new("month-not-ready", Some(Rule("OFFICE-13"))).with("month", month);
            Err(refused.with("check", check.kind.code()).into())
        }
        None => Ok(()),
    }
}

/// Closes a month, for good. What it moved is kept beside it.
///
/// # Errors
/// As [`propose`]: everything is looked at again.
pub(crate) fn close(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    month: &str,
    proposer: Id,
) -> Result<(), AppError> {
    // Nobody posts from here on until this is done: what is summed is all there is.
    tx.query_one(sql!("select open_from from books where id = 1 {for_update}"), &params![])?;
    let month: Month = month.parse().map_err(|_| AppError::damaged("a proposal", month))?;
    if is_closed(tx, month)? {
        return Ok(());
    }
    ready(app, tx, now, month)?;
    let rows = tx.query(
        sql!(
            "select agreement, account, \
             cast(sum(case when amount_cents > 0 then amount_cents else 0 end) as bigint) as debit_cents, \
             cast(sum(case when amount_cents < 0 then -amount_cents else 0 end) as bigint) as credit_cents, \
             count(*) as lines from posting where booked_on >= ?1 and booked_on <= ?2 \
             group by agreement, account order by agreement, account"
        ),
        &params![month.first(), month.last()],
    )?;
    let mut moved = Vec::with_capacity(rows.len());
    for row in rows {
        moved.push(row![
            month.to_string(),
            row.text("agreement")?,
            row.text("account")?,
            row.money("debit_cents")?,
            row.money("credit_cents")?,
            row.i64("lines")?
        ]);
    }
    tx.insert(
        sql!("insert into closed_month (month, closed_us, proposed_by, closed_by) values {rows}"),
        &[row![month.to_string(), now, proposer, actor.id]],
    )?;
    if !moved.is_empty() {
        tx.insert(
            sql!(
                "insert into closed_balance (month, agreement, account, debit_cents, credit_cents, lines) \
                 values {rows}"
            ),
            &moved,
        )?;
    }
    tx.exec_one(
        sql!("update books set open_from = ?1 where id = 1 and open_from < ?1"),
        &params![month.next().first()],
    )?;
    Ok(())
}
