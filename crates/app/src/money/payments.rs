//! Credit transfers out, refunds and benefits: what waits, and the file in which a person releases them (pain.001).

use std::collections::{BTreeMap, BTreeSet};

use ::claims::ClaimEvent;
use agreement::Agreement;
use billing::BillingEvent;
use kernel::{Actor, Calendar, ClaimNumber, Date, EndToEndId, Id, Instant, Money, PolicyNumber, Role, Rule};
use policy::{Command, ContractEvent};
use sepa::write::{Name, Payee, Payer, Payment, PaymentRun, Remittance, WriteError, write_payments};
use store::{Row, Tx, journal, params, row, sql};

use super::doubts::{self, Doubt, Party, Subject};
use super::files::{self, BatchKind, LeftOut, NewBatch, Released};
use super::to_payer::{self, Fate, Told};
use crate::{
    App, AppError, Refused, claims,
    contracts::{self, Outcome},
    streams::Stream as _,
};

/// Most payments in one file.
pub const RELEASE_MAX: u32 = 1_000;
/// Payments on a page.
pub const PAGE: u32 = 50;

/// What a payment is for. Names are the eternal format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaymentKind {
    /// Premium that goes back.
    Refund,
    /// A benefit of a claim.
    Benefit,
    /// Money without a place that goes back to who sent it.
    Return,
}

impl PaymentKind {
    /// The name it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Refund => "refund",
            Self::Benefit => "benefit",
            Self::Return => "return",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Refund, Self::Benefit, Self::Return].into_iter().find(|kind| kind.code() == code)
    }
}

/// Payments that wait for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub count: u64,
    /// Their sum.
    pub sum: Money,
    /// How many of them have no account to go to yet.
    pub without_account: u64,
    /// One page of them, the oldest first.
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
             k.id as contract, l.number as claim, k.number as policy \
             from payment_order p left join claim l on l.id = p.stream \
             left join contract k on k.id = coalesce(l.contract, p.stream) \
             where p.agreement = ?1 and p.state = 'ordered' order by p.created_us, p.id limit ?2 offset ?3"
        ),
        &params![agreement, PAGE, page * PAGE],
    )?;
    let mut list = Vec::with_capacity(rows.len());
    let mut subjects = Vec::with_capacity(rows.len());
    for row in &rows {
        let payee = row.opt_id::<Id>("payee")?;
        list.push(WaitingPayment {
            payment: row.id("id")?,
            kind: kind_of(&row.text("kind")?)?,
            stream: row.id("stream")?,
            policy: row.opt_text("policy")?,
            claim: row.opt_text("claim")?,
            amount: row.money("amount_cents")?,
            rule: row.text("rule")?,
            ordered: row.instant("created_us")?,
            has_account: payee.is_some(),
            doubts: BTreeSet::new(),
            checked_by: row.opt_id("checked_by")?,
        });
        let (payment, of) = (row.id("id")?, party(row)?);
        subjects.push((payee, Subject { payment, of, amount: row.money("amount_cents")?, payee: None }));
    }
    let payees: Vec<Id> = subjects.iter().filter_map(|(payee, _)| *payee).collect();
    let payees = files::payees_by_id(app, tx, &payees)?;
    let subjects = subjects.into_iter().map(|(payee, subject)| {
        let payee = payee.and_then(|payee| payees.get(&payee).cloned());
        Subject { payee, ..subject }
    });
    let agreement = app.products.agreement(agreement)?;
    let mut found = doubts::find(app, tx, now, agreement, &subjects.collect::<Vec<_>>())?;
    for line in &mut list {
        line.doubts = found.remove(&line.payment).unwrap_or_default();
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
            "update payment_order set checked_by = ?1, checked_us = ?2 where id = ?3 and checked_by is null"
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
            "select p.kind as kind, p.stream as stream, p.holder as holder, p.amount_cents as amount_cents, \
             p.rule as rule, p.created_us as created_us, p.payee as payee, p.checked_by as checked_by, \
             p.agreement as agreement, k.id as contract, l.number as claim, k.number as policy \
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
    let line = WaitingPayment {
        payment,
        kind: kind_of(&row.text("kind")?)?,
        stream: row.id("stream")?,
        policy: row.opt_text("policy")?,
        claim: row.opt_text("claim")?,
        amount,
        rule: row.text("rule")?,
        ordered: row.instant("created_us")?,
        has_account: true,
        doubts,
        checked_by: row.opt_id("checked_by")?,
    };
    let (name, account) = payee.map(|payee| (payee.name, payee.iban.masked())).unwrap_or_default();
    Ok(Some(ToCheck { line, holder: of.map(|of| of.holder), name, account }))
}

/// Whose policy a payment that was read is about.
fn party(row: &Row) -> Result<Option<Party>, AppError> {
    let Some(contract) = row.opt_id("contract")? else { return Ok(None) };
    Ok(Some(Party { contract, holder: row.id("holder")? }))
}

/// Releases payments that wait into one file, the oldest first, at most [`RELEASE_MAX`]. Whoever approved or proposed a
/// benefit, named the account of a payment, ordered that money goes back to its payer, or checked one with a doubt, does not release it (OFFICE-15). Nothing goes to an
/// account that is blocked. What cannot be paid is left out and waits on. The same command again gives the
/// same batch.
///
/// # Errors
/// [`AppError::Refused`] `nothing-to-release`; [`AppError::Store`].
pub fn release(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    agreement: &str,
) -> Result<Released, AppError> {
    if let Some(released) = files::done_before(tx, command)? {
        return Ok(released);
    }
    let agreement = app.products.agreement(agreement)?;
    let candidates = candidates(tx, &agreement.code)?;
    let (planned, mut left_out) = plan(app, tx, (now, actor), agreement, candidates)?;
    let batch = app.new_id(app.new_shard(), now);
    let mut kept = Vec::with_capacity(planned.len());
    for (item, answer) in order(app, tx, now, (command, actor), batch, planned)? {
        match answer {
            Ok(Outcome::Done) => kept.push(item),
            // Somebody else released it between the list and the lock.
            Ok(Outcome::AlreadyDone) => {}
            Err(refused) => left_out.push(LeftOut { key: item.id.to_string(), refused }),
        }
    }
    if kept.is_empty() {
        return Err(files::nothing(&left_out));
    }
    let rows: Vec<_> = kept.iter().map(|item| row![item.id, batch, 1_i64]).collect();
    tx.exec_rows(
        sql!(
            "update payment_order set batch = v.column2, block = v.column3 \
             from (values {rows:bigint,bigint,bigint}) as v where payment_order.id = v.column1"
        ),
        &params![],
        &rows,
    )?;
    let still = tx.query_one(
        sql!("select count(*) as number from payment_order where agreement = ?1 and state = 'ordered' and payee is not null"),
        &params![agreement.code.as_str()],
    )?;
    let date = Calendar::Target.next_working_day(kernel::local_date(now, agreement.country));
    let new = NewBatch {
        id: batch,
        kind: BatchKind::Payments,
        agreement,
        orders: kept.len() as u64,
        sum: kept.iter().map(|item| item.payment.amount).sum(),
        execute_on: date,
        waiting: still.get::<u64>("number")?.saturating_sub(left_out.len() as u64),
        left_out,
        bytes: xml(agreement, batch, now, date, &kept)?,
    };
    files::write(app, tx, now, (command, actor), new)
}

/// A payment order as it waits.
struct Candidate {
    id: Id,
    kind: PaymentKind,
    stream: Id,
    amount: Money,
    payee: Id,
    of: Option<Party>,
    checked_by: Option<Id>,
    /// Who ordered that it goes back to a payer.
    ordered_by: Option<Id>,
    policy: Option<PolicyNumber>,
    claim: Option<ClaimNumber>,
}

/// A payment on its way into the file.
struct Planned {
    id: Id,
    kind: PaymentKind,
    stream: Id,
    payment: Payment,
}

fn candidates(tx: &mut Tx<'_>, agreement: &str) -> Result<Vec<Candidate>, AppError> {
    let rows = tx.query(
        sql!(
            "select p.id as id, p.kind as kind, p.stream as stream, p.amount_cents as amount_cents, p.payee as payee, \
             p.holder as holder, p.checked_by as checked_by, p.ordered_by as ordered_by, k.id as contract, \
             l.number as claim, k.number as policy from payment_order p left join claim l on l.id = p.stream \
             left join contract k on k.id = coalesce(l.contract, p.stream) \
             where p.agreement = ?1 and p.state = 'ordered' and p.payee is not null \
             order by p.created_us, p.id limit ?2"
        ),
        &params![agreement, RELEASE_MAX],
    )?;
    let mut candidates = Vec::with_capacity(rows.len());
    for row in rows {
        let claim = row.opt_text("claim")?;
        candidates.push(Candidate {
            id: row.id("id")?,
            kind: kind_of(&row.text("kind")?)?,
            stream: row.id("stream")?,
            amount: row.money("amount_cents")?,
            payee: row.id("payee")?,
            of: party(&row)?,
            checked_by: row.opt_id("checked_by")?,
            ordered_by: row.opt_id("ordered_by")?,
            policy: row.opt_text("policy")?.map(|_| row.parse("policy")).transpose()?,
            claim: claim
                .map(|number| {
                    ClaimNumber::parse(&number).map_err(|_| AppError::damaged("a claim number", &number))
                })
                .transpose()?,
        });
    }
    Ok(candidates)
}

fn plan(
    app: &App,
    tx: &mut Tx<'_>,
    (now, actor): (Instant, &Actor),
    agreement: &Agreement,
    candidates: Vec<Candidate>,
) -> Result<(Vec<Planned>, Vec<LeftOut>), AppError> {
    let payees: Vec<Id> = candidates.iter().map(|c| c.payee).collect();
    let payees = files::payees_by_id(app, tx, &payees)?;
    let claims: BTreeSet<Id> =
        candidates.iter().filter(|c| c.kind == PaymentKind::Benefit).map(|c| c.stream).collect();
    let mut approvers = approvers(tx, &claims.into_iter().collect::<Vec<_>>())?;
    let refunds: BTreeSet<Id> =
        candidates.iter().filter(|c| c.kind == PaymentKind::Refund).map(|c| c.stream).collect();
    approvers.extend(namers(tx, &refunds.into_iter().collect::<Vec<_>>())?);
    let subject = |candidate: &Candidate| Subject {
        payment: candidate.id,
        of: candidate.of,
        amount: candidate.amount,
        payee: payees.get(&candidate.payee).cloned(),
    };
    let subjects: Vec<Subject> = candidates.iter().map(subject).collect();
    let doubts = doubts::find(app, tx, now, agreement, &subjects)?;
    let (mut planned, mut left_out) = (Vec::new(), Vec::new());
    for candidate in candidates {
        let key = candidate.id.to_string();
        if let Some(why) = held_back(doubts.get(&candidate.id), candidate.checked_by, actor) {
            left_out.push(LeftOut::new(key, why, "OFFICE-15"));
            continue;
        }
        let decided = approvers.get(&candidate.stream).is_some_and(|people| people.contains(&actor.id));
        if decided || candidate.ordered_by == Some(actor.id) {
            left_out.push(LeftOut::new(key, "payment-four-eyes", "OFFICE-15"));
            continue;
        }
        let Some((payee, name)) =
            payees.get(&candidate.payee).and_then(|payee| Some((payee, Name::new(&payee.name).ok()?)))
        else {
            left_out.push(LeftOut::new(key, "account-forgotten", "MONEY-03"));
            continue;
        };
        let remittance = match (&candidate.policy, &candidate.claim) {
            (Some(policy), Some(claim)) => Some(Remittance::for_policy(policy, claim.as_str())),
            (Some(policy), None) => Some(Remittance::for_policy(policy, &agreement.brand)),
            (None, _) => Remittance::text(&format!("Retour {}", agreement.brand)).ok(),
        };
        let Some(remittance) = remittance else {
            left_out.push(LeftOut::new(key, "payment-unwritable", "MONEY-10"));
            continue;
        };
        let payment = Payment {
            end_to_end: EndToEndId::parse(&key).expect("an id is 13 characters of the SEPA set"),
            amount: candidate.amount,
            payee: Payee { name, address: None, iban: payee.iban.clone(), bic: None },
            remittance,
        };
        if payment.check().is_err() {
            left_out.push(LeftOut::new(key, "payment-unwritable", "MONEY-10"));
            continue;
        }
        planned.push(Planned { id: candidate.id, kind: candidate.kind, stream: candidate.stream, payment });
    }
    Ok((planned, left_out))
}

/// Why a payment with a doubt does not go out now.
fn held_back(
    doubts: Option<&BTreeSet<Doubt>>,
    checked_by: Option<Id>,
    actor: &Actor,
) -> Option<&'static str> {
    match (doubts?, checked_by) {
        (doubts, _) if doubts.contains(&Doubt::Blocked) => Some("account-blocked"),
        (_, None) => Some("payment-unchecked"),
        (_, Some(person)) if person == actor.id => Some("payment-four-eyes"),
        _ => None,
    }
}

/// Who approved or proposed something on claims, or named the account: those do not release its payments (OFFICE-15).
fn approvers(tx: &mut Tx<'_>, claims: &[Id]) -> Result<BTreeMap<Id, BTreeSet<Id>>, AppError> {
    let mut people: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for (claim, events) in journal::load(tx, claims)? {
        for event in events {
            let read = ::claims::Claim::read(event.version, &event.body)
                .map_err(|_| AppError::damaged("an event", format!("{claim}/{}", event.seq)))?;
            let decided = people.entry(claim).or_default();
            match read {
                ClaimEvent::Approved { approved_by, proposed_by, .. } => {
                    decided.extend([Some(approved_by), proposed_by].into_iter().flatten());
                }
                ClaimEvent::PaymentOrdered { .. } if event.actor.role != Role::Machine => {
                    decided.insert(event.actor.id);
                }
                _ => {}
            }
        }
    }
    Ok(people)
}

/// Who named the account of a contract's refunds.
fn namers(tx: &mut Tx<'_>, contracts: &[Id]) -> Result<BTreeMap<Id, BTreeSet<Id>>, AppError> {
    let mut people: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for (contract, facts) in contracts::facts(tx, contracts)? {
        let named = facts.into_iter().filter(|fact| {
            matches!(fact.event, ContractEvent::Billing(BillingEvent::RefundAccountNamed { .. }))
        });
        people.entry(contract).or_default().extend(named.map(|fact| fact.actor.id));
    }
    Ok(people)
}

type Answered = Vec<(Planned, Result<Outcome, Refused>)>;

/// Gives each payment's stream its order.
fn order(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    batch: Id,
    planned: Vec<Planned>,
) -> Result<Answered, AppError> {
    let (to_payers, planned): (Vec<_>, Vec<_>) =
        planned.into_iter().partition(|p| p.kind == PaymentKind::Return);
    let (refunds, benefits): (Vec<_>, Vec<_>) =
        planned.into_iter().partition(|p| p.kind == PaymentKind::Refund);
    let id_of = |item: &Planned| format!("{command}:{}", item.id);
    let refund_orders: Vec<contracts::Order> = refunds
        .iter()
        .map(|item| contracts::Order {
            id: id_of(item),
            contract: item.stream,
            command: Command::ReleaseRefund { payment: item.id },
            actor: actor.clone(),
        })
        .collect();
    let benefit_orders: Vec<claims::Order> = benefits
        .iter()
        .map(|item| claims::Order {
            id: id_of(item),
            claim: item.stream,
            command: ::claims::Command::SendPayment { payment: item.id, batch },
            actor: actor.clone(),
        })
        .collect();
    let mut answers = contracts::execute(app, tx, now, &refund_orders)?;
    answers.extend(claims::execute(app, tx, now, &benefit_orders)?);
    let told =
        |item: &Planned| Told { payment: item.id, fate: Fate::Released, at: now, actor: actor.clone() };
    let told: Vec<Told> = to_payers.iter().map(told).collect();
    answers.extend(to_payer::note(app, tx, now, &told)?.into_iter().map(Ok));
    Ok(refunds.into_iter().chain(benefits).chain(to_payers).zip(answers).collect())
}

fn xml(
    agreement: &Agreement,
    batch: Id,
    now: Instant,
    date: Date,
    kept: &[Planned],
) -> Result<Vec<u8>, AppError> {
    let payer = Payer {
        name: files::account_holder(agreement)?,
        address: None,
        iban: agreement.account.iban.clone(),
        bic: None,
    };
    let run = PaymentRun {
        id: files::run_id(BatchKind::Payments, batch),
        created: now,
        initiator: files::initiator(agreement)?,
        payer,
        batch_booking: false,
    };
    let rows = || kept.iter().map(|item| Ok((date, item.payment.clone())));
    let written = write_payments(&run, u64::from(RELEASE_MAX), rows, |_| Ok(Vec::new()));
    let mut files = written.map_err(|error: WriteError| files::unwritable(&error))?;
    assert!(files.len() == 1, "a release keeps to the limit of one file");
    Ok(files.remove(0).1)
}

pub(super) fn kind_of(code: &str) -> Result<PaymentKind, AppError> {
    PaymentKind::from_code(code).ok_or_else(|| AppError::damaged("the kind of a payment", code))
}
