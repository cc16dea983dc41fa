//! The journal of the books for the accountant: every posting, with what it is about; and balances as of a day.

use kernel::{Date, Id, Money};
use store::{Tx, params, sql};

use super::{
    each_row,
    table::{Sheet, Value},
};
use crate::{AppError, money::books};

/// Writes every posting from a day to a day, both included, into a sheet. `word` says the names of accounts and events.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Refused`] `export-too-long`.
pub fn export(
    tx: &mut Tx<'_>,
    (from, to): (Date, Date),
    word: &dyn Fn(&str) -> String,
    sheet: &mut Sheet<'_>,
) -> Result<(), AppError> {
    let columns = [
        "booked-on",
        "belongs-on",
        "account",
        "account-name",
        "debit",
        "credit",
        "posting",
        "about",
        "agreement",
        "stream",
        "event",
    ];
    sheet.begin(&format!("ledger-{from}-{to}"), &columns)?;
    each_row(
        tx,
        sql!(
            "select p.booked_on as booked_on, p.belongs_on as belongs_on, p.account as account, \
             p.amount_cents as amount_cents, p.template as template, p.agreement as agreement, p.stream as stream, \
             p.seq as seq, coalesce(c.number, k.number) as number from posting p \
             left join contract c on c.id = p.stream left join claim k on k.id = p.stream \
             where p.booked_on >= ?1 and p.booked_on <= ?2 order by p.booked_on, p.stream, p.seq, p.line"
        ),
        &params![from, to],
        |row| {
            let (account, amount) = (row.text("account")?, row.money("amount_cents")?);
            let name = word(&format!("account-{account}"));
            let (debit, credit) = if amount.is_positive() {
                (Value::Money(amount), Value::Empty)
            } else {
                (Value::Empty, Value::Money(Money::ZERO - amount))
            };
            sheet.row(&[
                Value::Day(row.date("booked_on")?),
                row.opt_date("belongs_on")?.map_or(Value::Empty, Value::Day),
                Value::Text(account),
                Value::Text(name),
                debit,
                credit,
                Value::Text(word(&format!("posting-{}", row.text("template")?))),
                Value::Text(row.opt_text("number")?.unwrap_or_default()),
                Value::Text(row.text("agreement")?),
                Value::Text(row.id::<Id>("stream")?.to_string()),
                Value::Number(row.i64("seq")?),
            ])
        },
    )
}

/// Writes the balances at the end of a day into a sheet.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Refused`] `export-too-long`.
pub fn balances(
    tx: &mut Tx<'_>,
    as_of: Date,
    word: &dyn Fn(&str) -> String,
    sheet: &mut Sheet<'_>,
) -> Result<(), AppError> {
    sheet.begin(&format!("balances-{as_of}"), &["account", "account-name", "debit", "credit", "balance"])?;
    for line in books::balances(tx, None, as_of)?.accounts {
        let code = line.account.code();
        sheet.row(&[
            Value::Text(code.to_owned()),
            Value::Text(word(&format!("account-{code}"))),
            Value::Money(line.debit),
            Value::Money(line.credit),
            Value::Money(line.balance),
        ])?;
    }
    Ok(())
}
