//! Entries of statements that matched nothing: what a person sees of them, and decides.

use billing::PaymentSource;
use kernel::{Actor, Country, Date, Id, Instant, Money, Rule};
use ledger::Template;
use party::Payee;
use policy::{Command, Contract};
use store::{Tx, params, sql};

use super::{
    matching,
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
        .query_opt(sql!("select details from statement_entry where fingerprint = ?1"), &params![fingerprint])?
        .ok_or_else(|| AppError::missing("an entry in suspense", fingerprint))?;
    match row.opt_id("details")? {
        Some(details) => app.unseal_row(tx, details),
        None => Ok(None),
    }
}

/// An entry in suspense, locked until it is decided.
pub(super) struct Open {
    pub(super) fingerprint: String,
    pub(super) statement: Id,
    pub(super) agreement: String,
    pub(super) booked_on: Date,
    /// Signed: what of it has no place.
    pub(super) amount: Money,
    pub(super) details: Option<Id>,
}

pub(super) fn open(tx: &mut Tx<'_>, fingerprint: &str) -> Result<Open, AppError> {
    let row = tx
        .query_opt(
            sql!(
                "select statement, agreement, booked_on, open_cents, details from statement_entry \
                 where fingerprint = ?1 and state = 'suspense' {for_update}"
            ),
            &params![fingerprint],
        )?
        .ok_or_else(|| Refused::new("entry-not-in-suspense", None))?;
    Ok(Open {
        fingerprint: fingerprint.to_owned(),
        statement: row.id("statement")?,
        agreement: row.text("agreement")?,
        booked_on: row.date("booked_on")?,
        amount: row.money("open_cents")?,
        details: row.opt_id("details")?,
    })
}

/// What was decided on an entry: how much of it, as what.
pub(super) struct Placed<'a> {
    pub(super) amount: Money,
    pub(super) way: &'a str,
    pub(super) stream: Option<Id>,
    pub(super) reason: Option<Id>,
}

/// Takes what was decided on out of suspense; what is left stays.
pub(super) fn leave(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    entry: &Open,
    placed: &Placed<'_>,
) -> Result<(), AppError> {
    let left = entry.amount - placed.amount;
    let state = if left == Money::ZERO { "matched" } else { "suspense" };
    tx.exec_one(
        sql!(
            "update statement_entry set state = ?1, matched_as = ?2, open_cents = ?3, stream = ?4, placed_cents = ?5, \
             decided_by = ?6, reason = ?7 where fingerprint = ?8 and state = 'suspense'"
        ),
        &params![
            state,
            placed.way,
            left,
            placed.stream,
            placed.amount,
            actor.id,
            placed.reason,
            entry.fingerprint.as_str()
        ],
    )?;
    matching::open_task(app, tx, now, actor, entry.statement)
}

/// As what money is taken out of suspense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TakenAs {
    /// Money that comes back because of a claim: what books it takes it from the account of suspense.
    Recovery,
    /// What a customer owes of a repair or replacement: what books it takes it from the bank's account.
    OwnShare,
}

/// What was taken out of suspense.
pub(crate) struct Taken {
    /// How much.
    pub(crate) amount: Money,
    /// When it was credited.
    pub(crate) credited: Instant,
}

/// Takes out of suspense what came in for a stream of an agreement in a country: a part of it or all, at most so much. The stream
/// books it.
///
/// # Errors
/// [`AppError::Refused`]: `entry-not-in-suspense`, `entry-not-a-payment`, `split-too-much`, `contract-other-insurer`.
pub(crate) fn take(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (actor, as_what): (&Actor, TakenAs),
    fingerprint: &str,
    (stream, agreement, country): (Id, &str, Country),
    (most, part): (Money, Option<Money>),
) -> Result<Taken, AppError> {
    let entry = open(tx, fingerprint)?;
    if !entry.amount.is_positive() {
        return Err(Refused::new("entry-not-a-payment", Some(Rule("FAQ-12"))).into());
    }
    // Each insurer's money is apart.
    if entry.agreement != agreement {
        return Err(Refused::new("contract-other-insurer", Some(Rule("ACT-06"))).into());
    }
    let amount = part.unwrap_or_else(|| entry.amount.min(most));
    if amount > entry.amount || amount > most || !amount.is_positive() {
        let refused = Refused::new("split-too-much", Some(Rule("FAQ-12")));
        return Err(refused.with("open", entry.amount.min(most)).with("parts", amount).into());
    }
    let details: Option<Details> = match entry.details {
        Some(details) => app.unseal_row(tx, details)?,
        None => None,
    };
    let booked = kernel::start_of_day(entry.booked_on, country);
    let credited = details.map_or(booked, |details| details.credited).min(now);
    let way = match as_what {
        TakenAs::Recovery => "recovery",
        TakenAs::OwnShare => {
            // As with a payment of premium: the bank's side leaves suspense on the day of credit.
            let on = kernel::local_date(credited, country);
            post(tx, &entry, on, &[Template::Unmatched { amount: Money::ZERO - amount }])?;
            "own-share"
        }
    };
    leave(app, tx, now, actor, &entry, &Placed { amount, way, stream: Some(stream), reason: None })?;
    Ok(Taken { amount, credited })
}

/// Books postings of a decision on the statement's own stream.
pub(super) fn post(tx: &mut Tx<'_>, entry: &Open, on: Date, templates: &[Template]) -> Result<(), AppError> {
    let seq = matching::last_seq(tx, entry.statement)? + 1;
    let (stream, agreement) = (entry.statement, &entry.agreement);
    let posting = |template: &Template| NewPosting {
        stream,
        seq,
        template: *template,
        on,
        agreement: agreement.clone(),
    };
    accounts::post(tx, &templates.iter().map(posting).collect::<Vec<_>>())
}

/// Most policies that one entry is split over.
pub const PARTS_MAX: usize = 20;

/// Books an entry in suspense as the payment of a contract, from when it was credited. The same command again answers
/// *already done*.
///
/// # Errors
/// As [`split`].
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
    let amount = open(tx, fingerprint)?.amount;
    split(app, tx, now, (command, actor), fingerprint, &[(contract, amount)])
}

/// Books an entry in suspense as payments of one or several contracts, from when it was credited; what is not divided stays in
/// suspense. The bank's side is taken out of suspense on the same day, so that the account holds the money once, whichever day
/// one looks at. The same command again answers *already done*.
///
/// # Errors
/// [`AppError::Refused`] `entry-not-in-suspense`, `entry-not-a-payment`, `split-too-much`, `contract-unknown`, `contract-other-insurer`, or what a
/// contract says; nothing is booked then.
pub fn split(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    fingerprint: &str,
    parts: &[(Id, Money)],
) -> Result<Outcome, AppError> {
    if store::command::seen(tx, &[command])?[0].is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let entry = open(tx, fingerprint)?;
    if !entry.amount.is_positive() {
        return Err(Refused::new("entry-not-a-payment", Some(Rule("FAQ-12"))).into());
    }
    let total: Money = parts.iter().map(|(_, amount)| *amount).sum();
    if total > entry.amount || parts.is_empty() || parts.len() > PARTS_MAX {
        let refused = Refused::new("split-too-much", Some(Rule("FAQ-12")));
        return Err(refused.with("open", entry.amount).with("parts", total).into());
    }
    let details: Option<Details> = match entry.details {
        Some(details) => app.unseal_row(tx, details)?,
        None => None,
    };
    let ids: Vec<Id> = parts.iter().map(|(contract, _)| *contract).collect();
    let loaded = streams::load::<Contract>(tx, &ids)?;
    let mut orders = Vec::with_capacity(parts.len());
    let mut credited_on = entry.booked_on;
    for (number, (contract, amount)) in parts.iter().enumerate() {
        let state = loaded.get(contract).and_then(|loaded| loaded.state.as_ref());
        let state = state.ok_or_else(|| Refused::new("contract-unknown", None))?;
        // Each insurer's money is apart: what is on one account pays nothing that is owed to another.
        if state.application.agreement != entry.agreement {
            return Err(Refused::new("contract-other-insurer", Some(Rule("ACT-06"))).into());
        }
        let booked = kernel::start_of_day(entry.booked_on, state.country());
        let credited = details.as_ref().map_or(booked, |details| details.credited).min(now);
        credited_on = kernel::local_date(credited, state.country());
        let payee =
            details.clone().and_then(|d| Some(Payee { name: d.name.unwrap_or_default(), iban: d.iban? }));
        let payer = match payee {
            Some(payee) => {
                Some(app.seal(tx, now, (state.holder(), Purpose::Books, "payer"), None, &payee)?)
            }
            None => None,
        };
        orders.push(Order {
            id: format!("{command}:{number}"),
            contract: *contract,
            command: Command::BookPayment {
                source: PaymentSource::Transfer { payer },
                amount: *amount,
                credited,
            },
            actor: actor.clone(),
        });
    }
    for answer in contracts::execute(app, tx, now, &orders)? {
        answer?;
    }
    // A payment posts bank against receivable on the day of credit; the bank's side of the suspense goes on that day too.
    post(tx, &entry, credited_on, &[Template::Unmatched { amount: Money::ZERO - total }])?;
    let stream = ids.first().copied().filter(|_| ids.len() == 1);
    let way = if ids.len() == 1 { "by-hand" } else { "split" };
    leave(app, tx, now, actor, &entry, &Placed { amount: total, way, stream, reason: None })?;
    store::command::record(tx, now, &[(command, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}
