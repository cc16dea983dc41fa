//! Entries of statements that matched nothing: what a person sees of them, and decides.

use billing::PaymentSource;
use kernel::{Actor, Id, Instant, Money, Rule};
use ledger::Template;
use party::Payee;
use policy::{Command, Contract};
use store::{Tx, params, sql};

use super::{
    matching::{self, last_seq},
    statements::{EntryLine, PAGE, entry_line},
};
use crate::{
    App, AppError, Refused,
    accounts::{self, NewPosting},
    contracts::{self, Order, Outcome},
    sealed::Purpose,
    streams,
};

pub use super::items::Details;

/// Entries in suspense, the oldest first, with the number there are in all; a page as long as one of statements.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<EntryLine>, u64), AppError> {
    let count = tx
        .query_one(
            sql!("select count(*) as number from statement_entry where state = 'suspense'"),
            &params![],
        )?
        .get("number")?;
    let rows = tx.query(
        sql!(
            "select fingerprint, statement, booked_on, amount_cents, open_cents, state, matched_as, stream \
             from statement_entry where state = 'suspense' order by booked_on, fingerprint limit ?1 offset ?2"
        ),
        &params![PAGE, page * PAGE],
    )?;
    Ok((rows.iter().map(entry_line).collect::<Result<_, _>>()?, count))
}

/// Who and what an entry in suspense names; `None` when it was forgotten. Personal: for the person who decides.
///
/// # Errors
/// [`AppError::Missing`] when there is no such entry.
pub fn details(app: &App, tx: &mut Tx<'_>, fingerprint: &str) -> Result<Option<Details>, AppError> {
    let row = tx
        .query_opt(
            sql!("select details from statement_entry where fingerprint = ?1 and details is not null"),
            &params![fingerprint],
        )?
        .ok_or_else(|| AppError::missing("an entry in suspense", fingerprint))?;
    app.unseal_row(tx, row.id("details")?)
}

/// Books an entry in suspense as the payment of a contract, from when it was credited. The bank's side is taken out of
/// suspense on the same day, so that the account holds the money once, whichever day one looks at. The same command again
/// answers *already done*.
///
/// # Errors
/// [`AppError::Refused`] `entry-not-in-suspense`, `entry-not-a-payment`, `contract-unknown`, or what the contract says.
pub fn match_suspense(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    fingerprint: &str,
    contract: Id,
) -> Result<Outcome, AppError> {
    if store::command::seen(tx, &[command])?[0].is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let loaded =
        streams::load::<Contract>(tx, &[contract])?.remove(&contract).and_then(|loaded| loaded.state);
    let state = loaded.ok_or_else(|| Refused::new("contract-unknown", None))?;
    let row = tx
        .query_opt(
            sql!(
                "select statement, agreement, booked_on, open_cents, details from statement_entry \
                 where fingerprint = ?1 and state = 'suspense' {for_update}"
            ),
            &params![fingerprint],
        )?
        .ok_or_else(|| Refused::new("entry-not-in-suspense", None))?;
    let (statement, amount): (Id, Money) = (row.id("statement")?, row.money("open_cents")?);
    if !amount.is_positive() {
        return Err(Refused::new("entry-not-a-payment", Some(Rule("FAQ-12"))).into());
    }
    let details: Option<Details> = app.unseal_row(tx, row.id("details")?)?;
    let booked = kernel::start_of_day(row.date("booked_on")?, state.country());
    let credited = details.as_ref().map_or(booked, |details| details.credited).min(now);
    let payee = details.and_then(|d| Some(Payee { name: d.name.unwrap_or_default(), iban: d.iban? }));
    let payer = match payee {
        Some(payee) => Some(app.seal(tx, now, (state.holder(), Purpose::Books, "payer"), None, &payee)?),
        None => None,
    };
    let source = PaymentSource::Transfer { payer };
    let order = Order {
        id: command.to_owned(),
        contract,
        command: Command::BookPayment { source, amount, credited },
        actor: actor.clone(),
    };
    let outcome = contracts::execute(app, tx, now, &[order])?.remove(0)?;
    // The payment posts bank against receivable on the day of credit; the bank's side of the suspense goes on that day too.
    let seq = last_seq(tx, statement)? + 1;
    accounts::post(
        tx,
        &[NewPosting {
            stream: statement,
            seq,
            template: Template::Unmatched { amount: Money::ZERO - amount },
            on: kernel::local_date(credited, state.country()),
            agreement: row.text("agreement")?,
        }],
    )?;
    tx.exec_one(
        sql!(
            "update statement_entry set state = 'matched', matched_as = 'by-hand', open_cents = 0, stream = ?1 \
             where fingerprint = ?2 and state = 'suspense'"
        ),
        &params![contract, fingerprint],
    )?;
    matching::open_task(app, tx, now, actor, statement)?;
    Ok(outcome)
}
