//! The account current with an insurer: what was owed at the beginning of a month, what came and went, what is owed at its end,
//! and how the insurers share it.

use kernel::Money;
use ledger::{Account, Month};
use store::{Tx, params, sql};

use super::table::{Sheet, Value};
use crate::{App, AppError, money::books};

/// An account current over one month. Amounts are positive when they are owed to the insurer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current {
    /// Under which power of attorney.
    pub agreement: String,
    /// Which month.
    pub month: Month,
    /// Whether nothing can change any more.
    pub is_closed: bool,
    /// Owed before the first day.
    pub opening: Money,
    /// What moved it, by business event.
    pub lines: Vec<Movement>,
    /// Owed at the end of the last day.
    pub closing: Money,
    /// The closing amount by insurer, the one that leads first.
    pub shares: Vec<(String, Money)>,
    /// Premium that fell due and is not owed yet, because it did not come in; zero where the insurer is owed at once.
    pub not_received: Money,
}

/// What one kind of business event moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// The template, for its words and for the lines behind it.
    pub template: String,
    /// How many postings.
    pub number: u64,
    /// What they come to.
    pub amount: Money,
    /// What of it belongs to a closed month.
    pub late: Money,
}

/// The account current of an agreement over a month.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Missing`] when there is no such agreement.
pub fn current(app: &App, tx: &mut Tx<'_>, agreement: &str, month: Month) -> Result<Current, AppError> {
    let terms = app.products.agreement(agreement)?;
    let owed = |balances: &books::Balances, account| Money::ZERO - balances.of(account);
    let before = books::balances(tx, Some(agreement), month.previous().last())?;
    let after = books::balances(tx, Some(agreement), month.last())?;
    let opening = owed(&before, Account::InsurerCurrent);
    let closing = owed(&after, Account::InsurerCurrent);
    let not_received = owed(&after, Account::InsurerNotReceived);
    let rows = tx.query(
        sql!(
            "select template, count(*) as number, cast(sum(-amount_cents) as bigint) as sum_cents, \
             cast(sum(case when belongs_on is null then 0 else -amount_cents end) as bigint) as late_cents \
             from posting where account = '1600' and agreement = ?1 and booked_on >= ?2 and booked_on <= ?3 \
             group by template order by template"
        ),
        &params![agreement, month.first(), month.last()],
    )?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(Movement {
            template: row.text("template")?,
            number: row.get("number")?,
            amount: row.money("sum_cents")?,
            late: row.money("late_cents")?,
        });
    }
    let shares = terms.shares(month.last(), closing).into_iter();
    Ok(Current {
        agreement: agreement.to_owned(),
        month,
        is_closed: super::close::is_closed(tx, month)?,
        opening,
        lines,
        closing,
        shares: shares.map(|(insurer, part)| (insurer.to_owned(), part)).collect(),
        not_received,
    })
}

/// Writes it into a sheet.
///
/// # Errors
/// [`AppError::Refused`] `export-too-long`.
pub fn export(
    current: &Current,
    word: &dyn Fn(&str) -> String,
    sheet: &mut Sheet<'_>,
) -> Result<(), AppError> {
    let name = format!("current-{}-{}", current.agreement, current.month);
    sheet.begin(&name, &["what", "number", "amount", "of-closed-months"])?;
    let mut row = |what: String, number: Option<u64>, amount: Money, late: Option<Money>| {
        let number = number.and_then(|number| i64::try_from(number).ok());
        let late = late.map_or(Value::Empty, Value::Money);
        sheet.row(&[
            Value::Text(what),
            number.map_or(Value::Empty, Value::Number),
            Value::Money(amount),
            late,
        ])
    };
    row(word("current-opening"), None, current.opening, None)?;
    for line in &current.lines {
        let what = word(&format!("posting-{}", line.template));
        row(what, Some(line.number), line.amount, Some(line.late))?;
    }
    row(word("current-closing"), None, current.closing, None)?;
    for (insurer, part) in &current.shares {
        row(insurer.clone(), None, *part, None)?;
    }
    Ok(())
}
