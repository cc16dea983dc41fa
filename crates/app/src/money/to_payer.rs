//! Money without a place that goes back to who sent it (FAQ-12): a payment like any other, with four eyes and nothing to a blocked
//! account (OFFICE-15), and only to the account it came from. What the bank refuses or sends back is without a place again.

use kernel::{Actor, Date, Id, Instant, Money, Rule};
use ledger::Template;
use policy::Verdict;
use sepa::ReasonCode;
use store::{Row, Tx, command, params, row, sql};

use super::{
    blocked, matching,
    payments::PaymentKind,
    suspense::{self, Details, Open, Placed},
};
use crate::{App, AppError, Refused, contracts::Outcome, screening::Subject, sealed::Purpose};

/// As what an entry left suspense.
pub(super) const WAY: &str = "to-payer";
/// The rule under which money goes back.
const RULE: Rule = Rule("FAQ-12");

/// Orders that all of an entry that is in suspense goes back to the account it came from. Whoever ordered it does not release
/// it. The same command again answers *already done*.
///
/// # Errors
/// [`AppError::Refused`]: `entry-not-in-suspense`, `entry-not-a-payment`, `payer-unknown`, `account-on-list`, `account-blocked`.
pub fn give_back(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    fingerprint: &str,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let entry = suspense::open(tx, fingerprint)?;
    if !entry.amount.is_positive() {
        return Err(Refused::new("entry-not-a-payment", Some(RULE)).into());
    }
    let payee = suspense::details(app, tx, fingerprint)?.and_then(Details::payer);
    let payee = payee.ok_or_else(|| Refused::new("payer-unknown", Some(RULE)))?;
    if app.screener.screen(&Subject { name: &payee.name, born: None }) != Verdict::Clear {
        return Err(Refused::new("account-on-list", Some(Rule("LAW-SANC-03"))).into());
    }
    if !blocked::among(app, tx, &[&payee.iban])?.is_empty() {
        return Err(Refused::new("account-blocked", Some(blocked::RULE)).into());
    }
    let payment = app.new_id(entry.statement.shard(), now);
    let payee = app.seal(tx, now, (entry.statement, Purpose::Books, "payee"), None, &payee)?;
    tx.insert(
        sql!(
            "insert into payment_order (id, kind, stream, holder, agreement, amount_cents, payee, rule, state, created_us, \
             entry, ordered_by) values {rows}"
        ),
        &[row![
            payment,
            PaymentKind::Return.code(),
            entry.statement,
            entry.statement,
            entry.agreement.as_str(),
            entry.amount,
            payee.id,
            RULE.id(),
            "ordered",
            now,
            fingerprint,
            actor.id
        ]],
    )?;
    let today = today(app, now, &entry.agreement)?;
    suspense::post(tx, &entry, today, &[Template::SuspenseReturned { amount: entry.amount }])?;
    suspense::leave(
        app,
        tx,
        now,
        actor,
        &entry,
        &Placed { amount: entry.amount, way: WAY, stream: None, reason: None },
    )?;
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// Takes back an order that no file has yet: the money is without a place again.
pub(super) fn withdraw(
    app: &App,
    tx: &mut Tx<'_>,
    (now, actor): (Instant, &Actor),
    fingerprint: &str,
) -> Result<(), AppError> {
    let found = tx.query_opt(
        sql!("select id from payment_order where entry = ?1 and state = 'ordered'"),
        &params![fingerprint],
    )?;
    let found = found.ok_or_else(|| Refused::new("entry-not-to-undo", Some(Rule("OFFICE-13"))))?;
    let Some(order) = load(tx, found.id("id")?)? else { return Ok(()) };
    let today = today(app, now, &order.entry.agreement)?;
    back_to_suspense(app, tx, (now, actor), &order, &Fate::Withdrawn, today)
}

/// What became of an order.
#[derive(Debug, Clone)]
pub(super) enum Fate {
    /// A person released it into a file.
    Released,
    /// The bank carried it out.
    CarriedOut,
    /// The bank refused it, or its money came back.
    Failed(ReasonCode),
    /// A person took it back before it was released.
    Withdrawn,
}

/// What a file of the bank, or a release, says of an order.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) payment: Id,
    pub(super) fate: Fate,
    /// When it happened.
    pub(super) at: Instant,
    pub(super) actor: Actor,
}

/// An order, locked, with the entry it gives back.
struct Order {
    payment: Id,
    state: String,
    entry: Open,
}

fn load(tx: &mut Tx<'_>, payment: Id) -> Result<Option<Order>, AppError> {
    let row = tx.query_opt(
        sql!("select entry, state, amount_cents from payment_order where id = ?1 and entry is not null {for_update}"),
        &params![payment],
    )?;
    let Some(row) = row else { return Ok(None) };
    let (key, state, amount) = (row.text("entry")?, row.text("state")?, row.money("amount_cents")?);
    let of = tx.query_one(
        sql!(
            "select statement, agreement, booked_on from statement_entry where fingerprint = ?1 {for_update}"
        ),
        &params![key.as_str()],
    )?;
    let entry = open_of(&of, key, amount)?;
    Ok(Some(Order { payment, state, entry }))
}

fn open_of(row: &Row, fingerprint: String, amount: Money) -> Result<Open, AppError> {
    Ok(Open {
        fingerprint,
        statement: row.id("statement")?,
        agreement: row.text("agreement")?,
        booked_on: row.date("booked_on")?,
        amount,
        details: None,
    })
}

/// Notes what became of orders. What was told before changes nothing.
pub(super) fn note(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    told: &[Told],
) -> Result<Vec<Outcome>, AppError> {
    told.iter().map(|told| note_one(app, tx, now, told)).collect()
}

fn note_one(app: &App, tx: &mut Tx<'_>, now: Instant, told: &Told) -> Result<Outcome, AppError> {
    let Some(order) = load(tx, told.payment)? else { return Ok(Outcome::AlreadyDone) };
    let amount = order.entry.amount;
    let on = today(app, told.at, &order.entry.agreement)?;
    let (state, template) = match (&told.fate, order.state.as_str()) {
        (Fate::Released, "ordered") => ("released", Template::ReturnReleased { amount }),
        (Fate::CarriedOut, "released") => ("settled", Template::OrderSettled { amount }),
        (Fate::Failed(_), "released") => ("returned", Template::ReturnRejected { amount }),
        (Fate::Failed(_), "settled") => ("returned", Template::ReturnReturned { amount }),
        _ => return Ok(Outcome::AlreadyDone),
    };
    suspense::post(tx, &order.entry, on, &[template])?;
    match told.fate {
        Fate::Failed(_) => back_to_suspense(app, tx, (now, &told.actor), &order, &told.fate, on)?,
        _ => set_state(tx, &order, state, None)?,
    }
    Ok(Outcome::Done)
}

fn back_to_suspense(
    app: &App,
    tx: &mut Tx<'_>,
    (now, actor): (Instant, &Actor),
    order: &Order,
    fate: &Fate,
    on: Date,
) -> Result<(), AppError> {
    let entry = &order.entry;
    suspense::post(tx, entry, on, &[Template::SuspenseReturned { amount: Money::ZERO - entry.amount }])?;
    match fate {
        Fate::Failed(reason) => set_state(tx, order, "returned", Some(reason.as_str()))?,
        _ => set_state(tx, order, "withdrawn", None)?,
    }
    tx.exec_one(
        sql!(
            "update statement_entry set state = 'suspense', matched_as = null, open_cents = ?1, placed_cents = null, \
             decided_by = ?2 where fingerprint = ?3 and state = 'matched'"
        ),
        &params![entry.amount, actor.id, entry.fingerprint.as_str()],
    )?;
    matching::open_task(app, tx, now, actor, entry.statement)
}

fn set_state(tx: &mut Tx<'_>, order: &Order, state: &str, failed: Option<&str>) -> Result<(), AppError> {
    tx.exec_one(
        sql!("update payment_order set state = ?1, failed = ?2 where id = ?3"),
        &params![state, failed, order.payment],
    )?;
    Ok(())
}

fn today(app: &App, now: Instant, agreement: &str) -> Result<Date, AppError> {
    Ok(kernel::local_date(now, app.products.agreement(agreement)?.country))
}

/// The bank's reason for which an entry that was given back is in suspense again, if it is.
///
/// # Errors
/// [`AppError::Store`].
pub fn failed(tx: &mut Tx<'_>, fingerprint: &str) -> Result<Option<String>, AppError> {
    let row = tx.query_opt(
        sql!(
            "select failed from payment_order where entry = ?1 and failed is not null \
             order by created_us desc, id desc limit 1"
        ),
        &params![fingerprint],
    )?;
    Ok(row.map(|row| row.text("failed")).transpose()?)
}
