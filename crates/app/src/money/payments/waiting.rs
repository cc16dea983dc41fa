//! Payments out that wait for a person, and the look of a second one at those with a doubt (OFFICE-15).

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Actor, Id, Instant, Money, Rule};
use policy::Contract;
use store::{Row, Tx, params, sql};

use super::super::doubts::{self, Doubt, Subject};
use super::super::files;
use super::{PaymentKind, kind_of, party};
use crate::{App, AppError, Refused, contracts::Outcome, streams};

/// Payments on a page.
pub const PAGE: u32 = 50;

/// Payments that wait for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub count: u64,
    /// Their sum.
    pub sum: Money,
    /// How many of them have no account to go to yet.
    pub without_account: u64,
    /// One page of them, the oldest first; those without an account, or that a release left out, after the others.
    pub list: Vec<WaitingPayment>,
}

/// One payment that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPayment {
    /// Number of the payment order.
    pub payment: Id,
    /// What it is for.
    pub kind: PaymentKind,
    /// The contract, claim or, of what goes back to a payer, statement.
    pub stream: Id,
    /// Its policy number.
    pub policy: Option<String>,
    /// Its claim number.
    pub claim: Option<String>,
    /// How much.
    pub amount: Money,
    /// Why.
    pub rule: String,
    /// Since when.
    pub ordered: Instant,
    /// Whether it is known where it goes.
    pub has_account: bool,
    /// What a second person looks at before it goes out.
    pub doubts: BTreeSet<Doubt>,
    /// Who looked.
    pub checked_by: Option<Id>,
    /// The bank's reason code, when this is a new try of a payment that it refused or sent back.
    pub failed: Option<String>,
    /// Why nobody can release it as things are: a refusal of the release.
    pub held: Option<Refused>,
}

/// Payments under an agreement that wait; [`PAGE`] on a page, counted from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn waiting(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    agreement: &str,
    page: u32,
) -> Result<Waiting, AppError> {
    let total = tx.query_one(
        sql!(
            "select count(*) as number, cast(coalesce(sum(amount_cents), 0) as bigint) as sum_cents, \
             count(payee) as with_account from payment_order where agreement = ?1 and state = 'ordered'"
        ),
        &params![agreement],
    )?;
    let count: u64 = total.get("number")?;
    let rows = tx.query(
        sql!(
            "select p.id as id, p.kind as kind, p.stream as stream, p.amount_cents as amount_cents, p.rule as rule, \
             p.created_us as created_us, p.payee as payee, p.checked_by as checked_by, p.holder as holder, \
             p.failed_before as failed, k.id as contract, l.number as claim, k.number as policy \
             from payment_order p left join claim l on l.id = p.stream \
             left join contract k on k.id = coalesce(l.contract, p.stream) \
             where p.agreement = ?1 and p.state = 'ordered' order by case when p.payee is null or \
             p.left_out is not null then 1 else 0 end, p.created_us, p.id limit ?2 offset ?3"
        ),
        &params![agreement, PAGE, page * PAGE],
    )?;
    let mut list = Vec::with_capacity(rows.len());
    let mut subjects = Vec::with_capacity(rows.len());
    for row in &rows {
        list.push(line(row)?);
        let (payment, of) = (row.id("id")?, party(row)?);
        subjects.push((
            row.opt_id("payee")?,
            Subject { payment, of, amount: row.money("amount_cents")?, payee: None },
        ));
    }
    let payees: Vec<Id> = subjects.iter().filter_map(|(payee, _)| *payee).collect();
    let payees = files::payees_by_id(app, tx, &payees)?;
    let subjects = subjects.into_iter().map(|(payee, subject)| {
        let payee = payee.and_then(|payee| payees.get(&payee).cloned());
        Subject { payee, ..subject }
    });
    let agreement = app.products.agreement(agreement)?;
    let mut found = doubts::find(app, tx, now, agreement, &subjects.collect::<Vec<_>>())?;
    let held = held(tx, &list)?;
    for line in &mut list {
        line.doubts = found.remove(&line.payment).unwrap_or_default();
        line.held = held.get(&line.payment).cloned();
    }
    let without_account = count - total.get::<u64>("with_account")?;
    Ok(Waiting { count, sum: total.money("sum_cents")?, without_account, list })
}

/// Notes that somebody has looked at a payment with a doubt; another person then releases it (OFFICE-15).
///
/// # Errors
/// [`AppError::Refused`]: `payment-not-waiting` when it is at the bank already or has no account yet.
pub fn check(tx: &mut Tx<'_>, now: Instant, actor: &Actor, payment: Id) -> Result<Outcome, AppError> {
    let row = tx.query_opt(
        sql!(
            "select checked_by from payment_order where id = ?1 and state = 'ordered' and payee is not null"
        ),
        &params![payment],
    )?;
    let row =
        row.ok_or_else(|| AppError::Refused(Refused::new("payment-not-waiting", Some(Rule("OFFICE-15")))))?;
    if row.opt_id::<Id>("checked_by")?.is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    tx.exec(
        sql!(
            "update payment_order set checked_by = ?1, checked_us = ?2, left_out = null \
             where id = ?3 and checked_by is null"
        ),
        &params![actor.id, now, payment],
    )?;
    Ok(Outcome::Done)
}

/// A payment as a person sees it who checks it; whose account it is, is personal.
#[derive(Debug, Clone)]
pub struct ToCheck {
    /// As listed.
    pub line: WaitingPayment,
    /// The policyholder; none of what goes back to a payer.
    pub holder: Option<Id>,
    /// The holder of the account.
    pub name: String,
    /// The account, only its two ends.
    pub account: String,
}

/// One payment that waits, to be checked; none when it does not wait or has no account.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn to_check(app: &App, tx: &mut Tx<'_>, now: Instant, payment: Id) -> Result<Option<ToCheck>, AppError> {
    let row = tx.query_opt(
        sql!(
            "select p.id as id, p.kind as kind, p.stream as stream, p.holder as holder, p.amount_cents as amount_cents, \
             p.rule as rule, p.created_us as created_us, p.payee as payee, p.checked_by as checked_by, \
             p.failed_before as failed, p.agreement as agreement, k.id as contract, l.number as claim, k.number as policy \
             from payment_order p left join claim l on l.id = p.stream \
             left join contract k on k.id = coalesce(l.contract, p.stream) \
             where p.id = ?1 and p.state = 'ordered' and p.payee is not null"
        ),
        &params![payment],
    )?;
    let Some(row) = row else { return Ok(None) };
    let payee_id: Id = row.id("payee")?;
    let payee = files::payees_by_id(app, tx, &[payee_id])?.remove(&payee_id);
    let amount = row.money("amount_cents")?;
    let of = party(&row)?;
    let subject = Subject { payment, of, amount, payee: payee.clone() };
    let agreement = app.products.agreement(&row.text("agreement")?)?;
    let doubts = doubts::find(app, tx, now, agreement, &[subject])?.remove(&payment).unwrap_or_default();
    let mut line = line(&row)?;
    line.held = held(tx, std::slice::from_ref(&line))?.remove(&payment);
    line.doubts = doubts;
    let (name, account) = payee.map(|payee| (payee.name, payee.iban.masked())).unwrap_or_default();
    Ok(Some(ToCheck { line, holder: of.map(|of| of.holder), name, account }))
}

/// A payment as its row says; doubts and what holds it are looked up.
fn line(row: &Row) -> Result<WaitingPayment, AppError> {
    Ok(WaitingPayment {
        payment: row.id("id")?,
        kind: kind_of(&row.text("kind")?)?,
        stream: row.id("stream")?,
        policy: row.opt_text("policy")?,
        claim: row.opt_text("claim")?,
        amount: row.money("amount_cents")?,
        rule: row.text("rule")?,
        ordered: row.instant("created_us")?,
        has_account: row.opt_id::<Id>("payee")?.is_some(),
        doubts: BTreeSet::new(),
        checked_by: row.opt_id("checked_by")?,
        failed: row.opt_text("failed")?,
        held: None,
    })
}

/// Refunds that the release would refuse: money on the policy is blocked, or the debit that had paid it came back since
/// (LAW-SEPA-08).
fn held(tx: &mut Tx<'_>, list: &[WaitingPayment]) -> Result<BTreeMap<Id, Refused>, AppError> {
    let refunds = || list.iter().filter(|line| line.kind == PaymentKind::Refund);
    let streams: BTreeSet<Id> = refunds().map(|line| line.stream).collect();
    let contracts = streams::look::<Contract>(tx, &streams.into_iter().collect::<Vec<_>>())?;
    let mut held = BTreeMap::new();
    for line in refunds() {
        if let Some(no) = contracts[&line.stream].state()?.refunds_held() {
            held.insert(line.payment, Refused::from(&no));
        }
    }
    Ok(held)
}
