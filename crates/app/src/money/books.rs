//! The books, to look at: balances, the lines behind them, and what is open on contracts. Nothing is written here.
//! All of it can be asked for as of any day.

use std::collections::BTreeMap;

use kernel::{Date, Id, Instant, Money};
use ledger::{Account, Month};
use policy::Contract;
use store::{Tx, params, sql};

use crate::{AppError, streams};

/// Lines on a page.
pub const PAGE: u32 = 100;

/// What stands on an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountBalance {
    /// The account.
    pub account: Account,
    /// Debits, as a positive amount.
    pub debit: Money,
    /// Credits, as a positive amount.
    pub credit: Money,
    /// Debits less credits.
    pub balance: Money,
}

/// The trial balance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balances {
    /// Every account of the chart, in its order.
    pub accounts: Vec<AccountBalance>,
    /// The sum of all balances; anything but zero is a fault.
    pub sum: Money,
}

impl Balances {
    /// The balance of an account.
    pub fn of(&self, account: Account) -> Money {
        self.accounts.iter().find(|line| line.account == account).map_or(Money::ZERO, |line| line.balance)
    }
}

/// Balances at the end of a day, under one agreement or all.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Damaged`] for an account outside the chart.
pub fn balances(tx: &mut Tx<'_>, agreement: Option<&str>, as_of: Date) -> Result<Balances, AppError> {
    // Closed months are summed already: what is left to sum is what came after.
    let month = Month::of(as_of);
    let month = if as_of == month.last() { month } else { month.previous() };
    let closed = tx.query_one(
        sql!("select max(month) as month from closed_month where month <= ?1"),
        &params![month.to_string()],
    )?;
    let closed = closed.opt_text("month")?;
    let from = match &closed {
        Some(month) => {
            month.parse::<Month>().map_err(|_| AppError::damaged("a closed month", month))?.next().first()
        }
        None => Date::MIN,
    };
    let mut rows = tx.query(
        sql!(
            "select account, cast(sum(debit_cents) as bigint) as debit_cents, \
             cast(-sum(credit_cents) as bigint) as credit_cents from closed_balance \
             where month <= ?1 and (cast(?2 as text) is null or agreement = ?2) group by account order by account"
        ),
        &params![closed.unwrap_or_default(), agreement],
    )?;
    rows.extend(tx.query(
        sql!(
            "select account, cast(sum(case when amount_cents > 0 then amount_cents else 0 end) as bigint) as debit_cents, \
             cast(sum(case when amount_cents < 0 then amount_cents else 0 end) as bigint) as credit_cents \
             from posting where booked_on >= ?3 and booked_on <= ?1 and (cast(?2 as text) is null or agreement = ?2) \
             group by account order by account"
        ),
        &params![as_of, agreement, from],
    )?);
    let mut found: BTreeMap<Account, (Money, Money)> = BTreeMap::new();
    for row in rows {
        let (debit, credit) = found.entry(account_of(&row.text("account")?)?).or_default();
        *debit += row.money("debit_cents")?;
        *credit += row.money("credit_cents")?;
    }
    let accounts: Vec<AccountBalance> = Account::ALL
        .into_iter()
        .map(|account| {
            let (debit, credit) = found.get(&account).copied().unwrap_or_default();
            AccountBalance { account, debit, credit: Money::ZERO - credit, balance: debit + credit }
        })
        .collect();
    let sum = accounts.iter().map(|line| line.balance).sum();
    Ok(Balances { accounts, sum })
}

/// One line of an account, and the event it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The stream of the event: a contract, a claim or a statement.
    pub stream: Id,
    /// Its place there.
    pub seq: i64,
    /// Signed amount: a debit is positive.
    pub amount: Money,
    /// Accounting date.
    pub booked_on: Date,
    /// The day it belongs to, where its month was closed before it was known.
    pub belongs_on: Option<Date>,
    /// Which business event.
    pub template: String,
    /// Under which power of attorney.
    pub agreement: String,
    /// The event behind it; none for an entry in suspense, which is the statement's own.
    pub event: Option<String>,
    /// When the event was recorded.
    pub recorded: Option<Instant>,
}

/// Lines of an account from a day to a day, both included, oldest first, with the number there are and the balance before
/// the first day. [`PAGE`] on a page, counted from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn lines(
    tx: &mut Tx<'_>,
    account: Account,
    (from, to): (Date, Date),
    page: u32,
) -> Result<(Vec<Line>, u64, Money), AppError> {
    let before = tx.query_one(
        sql!(
            "select cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents from posting \
             where account = ?1 and booked_on < ?2"
        ),
        &params![account.code(), from],
    )?;
    let count = tx.query_one(
        sql!("select count(*) as number from posting where account = ?1 and booked_on >= ?2 and booked_on <= ?3"),
        &params![account.code(), from, to],
    )?;
    let rows = tx.query(
        sql!(
            "select p.stream as stream, p.seq as seq, p.amount_cents as amount_cents, p.booked_on as booked_on, \
             p.belongs_on as belongs_on, p.template as template, p.agreement as agreement, e.kind as kind, e.recorded_us as recorded_us \
             from posting p left join event e on e.stream = p.stream and e.seq = p.seq \
             where p.account = ?1 and p.booked_on >= ?2 and p.booked_on <= ?3 \
             order by p.booked_on, p.stream, p.seq, p.line limit ?4 offset ?5"
        ),
        &params![account.code(), from, to, PAGE, page * PAGE],
    )?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(Line {
            stream: row.id("stream")?,
            seq: row.i64("seq")?,
            amount: row.money("amount_cents")?,
            booked_on: row.date("booked_on")?,
            belongs_on: row.opt_date("belongs_on")?,
            template: row.text("template")?,
            agreement: row.text("agreement")?,
            event: row.opt_text("kind")?,
            recorded: row.opt_instant("recorded_us")?,
        });
    }
    Ok((lines, count.get("number")?, before.money("sum_cents")?))
}

/// What is open on a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenItem {
    /// Number of the instalment.
    pub no: u32,
    /// Premium due date.
    pub due: Date,
    /// What fell due, less what was taken back.
    pub owed: Money,
    /// What was paid of it.
    pub paid: Money,
    /// What is open.
    pub open: Money,
    /// Whether a direct debit for it is under way.
    pub is_being_collected: bool,
}

/// Open instalments of a contract, the oldest first, and what was paid too much.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub fn open_items(tx: &mut Tx<'_>, contract: Id) -> Result<(Vec<OpenItem>, Money), AppError> {
    let mut found = streams::look::<Contract>(tx, &[contract])?;
    let loaded = found.remove(&contract).ok_or_else(|| AppError::missing("a contract", contract))?;
    let billing = &loaded.state()?.billing;
    let open = billing.receivables.iter().filter(|receivable| receivable.is_open());
    let mut items: Vec<OpenItem> = open
        .map(|receivable| OpenItem {
            no: receivable.no,
            due: receivable.due,
            owed: receivable.split.gross - receivable.reversed.gross,
            paid: receivable.paid,
            open: receivable.open(),
            is_being_collected: billing.is_being_collected(receivable.no),
        })
        .collect();
    items.sort_by_key(|item| (item.due, item.no));
    Ok((items, billing.overpaid()))
}

/// Contracts that owe money, the largest debt first, with their number and what they owe in all.
///
/// # Errors
/// [`AppError::Store`].
pub fn debtors(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<Debtor>, u64, Money), AppError> {
    let total = tx.query_one(
        sql!(
            "select count(*) as number, cast(coalesce(sum(open_cents), 0) as bigint) as sum_cents from contract \
             where open_cents > 0"
        ),
        &params![],
    )?;
    let rows = tx.query(
        sql!(
            "select id, number, open_cents from contract where open_cents > 0 order by open_cents desc, id \
             limit ?1 offset ?2"
        ),
        &params![PAGE, page * PAGE],
    )?;
    let mut debtors = Vec::with_capacity(rows.len());
    for row in rows {
        debtors.push(Debtor {
            contract: row.id("id")?,
            number: row.text("number")?,
            open: row.money("open_cents")?,
        });
    }
    Ok((debtors, total.get("number")?, total.money("sum_cents")?))
}

/// A contract that owes money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debtor {
    /// The contract.
    pub contract: Id,
    /// Its policy number.
    pub number: String,
    /// What it owes.
    pub open: Money,
}

fn account_of(code: &str) -> Result<Account, AppError> {
    Account::from_code(code).ok_or_else(|| AppError::damaged("an account of the ledger", code))
}
