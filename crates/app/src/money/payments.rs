//! Credit transfers out, refunds and benefits: what waits, and the file in which a person releases them (pain.001).

use std::collections::{BTreeMap, BTreeSet};

use ::claims::ClaimEvent;
use agreement::Agreement;
use billing::BillingEvent;
use kernel::{Actor, Calendar, ClaimNumber, Date, EndToEndId, Id, Instant, Money, PolicyNumber, Role};
use policy::{Command, ContractEvent};
use sepa::write::{Name, Payee, Payer, Payment, PaymentRun, Remittance, WriteError, write_payments};
use store::{Row, Tx, journal, params, row, sql};

mod waiting;

pub use waiting::{PAGE, ToCheck, Waiting, WaitingPayment, check, to_check, waiting};

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
/// Most parts of [`RELEASE_MAX`] that one release looks through.
const PARTS_MAX: u32 = 10;

/// What a payment is for. Names are the eternal format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaymentKind {
    /// Premium that goes back.
    Refund,
    /// A benefit of a claim.
    Benefit,
    /// What a repairer or supplier asks (MONEY-08, MONEY-09).
    Supplier,
    /// Money without a place that goes back to who sent it.
    Return,
}

impl PaymentKind {
    /// The name it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Refund => "refund",
            Self::Benefit => "benefit",
            Self::Supplier => "supplier",
            Self::Return => "return",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Refund, Self::Benefit, Self::Supplier, Self::Return]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// Whose policy a payment that was read is about. What a repairer or supplier gets goes to no policyholder's account.
fn party(row: &Row) -> Result<Option<Party>, AppError> {
    if kind_of(&row.text("kind")?)? == PaymentKind::Supplier {
        return Ok(None);
    }
    let Some(contract) = row.opt_id("contract")? else { return Ok(None) };
    Ok(Some(Party { contract, holder: row.id("holder")? }))
}

/// Releases payments that wait into one file, the oldest first, at most [`RELEASE_MAX`]. Whoever approved or proposed a
/// benefit, named the account of a payment, ordered that money goes back to its payer, or checked one with a doubt, does not
/// release it (OFFICE-15). Nothing goes to an account that is blocked. What cannot be paid is left out and waits on. The same command again gives the
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
    let (planned, mut left_out) = fill(app, tx, (now, actor), agreement)?;
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
    mark_left_out(tx, &left_out)?;
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

/// What fits into one file, the oldest first; what was left out before comes after the rest, so that it never stands in the
/// way of what can be paid.
fn fill(
    app: &App,
    tx: &mut Tx<'_>,
    by: (Instant, &Actor),
    agreement: &Agreement,
) -> Result<(Vec<Planned>, Vec<LeftOut>), AppError> {
    let (mut planned, mut left_out) = (Vec::new(), Vec::new());
    for part in 0..PARTS_MAX {
        let asked = candidates(tx, &agreement.code, part)?;
        let is_last = asked.len() < RELEASE_MAX as usize;
        let (more, left) = plan(app, tx, by, agreement, asked)?;
        planned.extend(more);
        left_out.extend(left);
        if is_last || planned.len() >= RELEASE_MAX as usize {
            break;
        }
    }
    planned.truncate(RELEASE_MAX as usize);
    Ok((planned, left_out))
}

/// Remembers why something was left out.
fn mark_left_out(tx: &mut Tx<'_>, left_out: &[LeftOut]) -> Result<(), AppError> {
    let mut rows = Vec::with_capacity(left_out.len());
    for left in left_out {
        let id: Id = left.key.parse().map_err(|_| AppError::damaged("the number of a payment", &left.key))?;
        rows.push(row![id, left.refused.code.as_str()]);
    }
    if !rows.is_empty() {
        tx.exec_rows(
            sql!(
                "update payment_order set left_out = v.column2 from (values {rows:bigint,text}) as v \
                 where payment_order.id = v.column1"
            ),
            &params![],
            &rows,
        )?;
    }
    Ok(())
}

/// Payments that wait and have an account, [`RELEASE_MAX`] in a part.
fn candidates(tx: &mut Tx<'_>, agreement: &str, part: u32) -> Result<Vec<Candidate>, AppError> {
    let rows = tx.query(
        sql!(
            "select p.id as id, p.kind as kind, p.stream as stream, p.amount_cents as amount_cents, p.payee as payee, \
             p.holder as holder, p.checked_by as checked_by, p.ordered_by as ordered_by, k.id as contract, \
             l.number as claim, k.number as policy from payment_order p left join claim l on l.id = p.stream \
             left join contract k on k.id = coalesce(l.contract, p.stream) \
             where p.agreement = ?1 and p.state = 'ordered' and p.payee is not null \
             order by case when p.left_out is null then 0 else 1 end, p.created_us, p.id limit ?2 offset ?3"
        ),
        &params![agreement, RELEASE_MAX, part * RELEASE_MAX],
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

fn is_of_claim(kind: PaymentKind) -> bool {
    matches!(kind, PaymentKind::Benefit | PaymentKind::Supplier)
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
    let claims: BTreeSet<Id> = candidates.iter().filter(|c| is_of_claim(c.kind)).map(|c| c.stream).collect();
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
