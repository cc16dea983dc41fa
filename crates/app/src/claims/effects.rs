//! What follows from events of claims, in the transaction that stores them: postings, payment orders, work, letters.

use claims::{Claim, ClaimEvent, CloseWay, JobState, Payment, PaymentState, Phase, Settlement, Work};
use kernel::{Actor, Country, Id, Instant, Money, Rule};
use ledger::Template;
use store::{Tx, Value, params, row, sql};
use terms::{Remedy, Verdict};

use super::{after_work, change::Change, follow, letters, objections, repairer_mails, stream::evidence_by};
use crate::{
    App, AppError,
    accounts::{self, NewPosting, claims as bordereau},
    effects, streams,
    tasks::{self, NewTask, TaskKind},
};

/// Under this rule a benefit is paid, for the list of payments.
const BENEFIT: &str = "NL-CLAIM-10";
/// Under these rules a repairer and a supplier are paid.
const REPAIRER: &str = "MONEY-08";
const SUPPLIER: &str = "MONEY-09";
/// Under this rule a claim is on somebody's desk.
const DESK: Rule = Rule("OFFICE-05");

/// Stores what was decided on claims and all that follows from it.
pub(super) fn commit(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    changes: &[Change<'_>],
) -> Result<(), AppError> {
    let changed: Vec<&Change<'_>> = changes.iter().filter(|change| !change.loaded.new.is_empty()).collect();
    if changed.is_empty() {
        return Ok(());
    }
    streams::save(tx, now, changed.iter().map(|change| &change.loaded))?;
    let mut postings = Vec::new();
    let mut orders = Vec::new();
    let mut work = Vec::new();
    let mut given_up = Vec::new();
    let mut told = Vec::new();
    for change in &changed {
        post(change, &mut postings);
        pay(change, now, &mut orders);
        let claim = change.claim();
        told.push(bordereau::NewLine {
            claim: change.loaded.id,
            seq: change.loaded.seq_of(change.loaded.new.len() - 1),
            agreement: &claim.report.agreement,
            on: kernel::local_date(now, claim.report.country),
            cause: claim.cause(),
            happened: claim.happened_at(),
            phase: claim.phase(),
            reserve: claim.reserve,
        });
        let by = &change.loaded.new.last().expect("it changed").actor;
        match task(change.loaded.id, claim) {
            Some(task) => work.push(task),
            None => close_task(tx, now, by, change.loaded.id)?,
        }
        match clock_task(change.loaded.id, claim) {
            Some(task) => work.push(task),
            None if change.before.as_ref().is_some_and(|before| !before.told.is_empty()) => {
                tasks::close(tx, now, by, TaskKind::ClaimTerm, &[change.loaded.id])?;
            }
            None => {}
        }
        objections::settle_task(app, tx, now, change, by)?;
        work.extend(after_work::tasks(tx, now, change, by)?);
        if change.loaded.new.iter().any(|new| is_given_up(&new.event)) {
            given_up.push(change.loaded.id);
        }
    }
    accounts::post(tx, &postings)?;
    bordereau::describe(tx, &told)?;
    follow::project(app, tx, &changed)?;
    effects::upsert_orders(tx, &orders)?;
    tasks::open(app, tx, now, &work)?;
    forget_events(tx, &given_up)?;
    letters::of_claims(app, tx, now, &changed)?;
    repairer_mails::tell(app, tx, now, &changed)?;
    follow::leave_schedule(app, tx, now, &changed)
}

/// Posts each event that moves money. A benefit is owed from its approval (MONEY-10), so that one that came back is owed
/// again without being booked twice.
fn post(change: &Change<'_>, postings: &mut Vec<NewPosting>) {
    let mut state = change.before.clone();
    for (index, new) in change.loaded.new.iter().enumerate() {
        if let Some(template) = state.as_ref().and_then(|before| template(before, &new.event)) {
            let report = &change.claim().report;
            postings.push(NewPosting {
                stream: change.loaded.id,
                seq: change.loaded.seq_of(index),
                template,
                on: kernel::local_date(new.effective, report.country),
                agreement: report.agreement.clone(),
            });
        }
        state = Some(Claim::next(state, &new.event, new.effective));
    }
}

fn template(before: &Claim, event: &ClaimEvent) -> Option<Template> {
    let payment = |id: &Id| before.payments.iter().find(|payment| payment.id == *id);
    Some(match event {
        ClaimEvent::Approved { items, .. } => {
            // What was approved for an item before is posted already.
            let before = |item: u32| match before.item(item).map(|item| item.settlement) {
                Some(Settlement::Approved { remedy: Remedy::Payment, amount }) => amount,
                _ => Money::ZERO,
            };
            let paid = items.iter().filter(|item| item.remedy == Remedy::Payment);
            let amount: Money = paid.map(|item| item.amount - before(item.item)).sum();
            return amount.is_positive().then_some(Template::BenefitApproved { amount });
        }
        ClaimEvent::LatenessOwed { lateness, .. } => Template::LatenessOwed { amount: lateness.total() },
        ClaimEvent::JobAccepted { borne, own_share, .. } => {
            Template::WorkAccepted { borne: *borne, own_share: *own_share }
        }
        ClaimEvent::OwnShareReceived { amount } => Template::OwnShareReceived { amount: *amount },
        ClaimEvent::OwnShareWaived { amount, .. } => Template::OwnShareWaived { amount: *amount },
        ClaimEvent::PaymentSent { payment: id, .. } => match payment(id)? {
            Payment { job: Some(_), amount, .. } => Template::SupplierReleased { amount: *amount },
            Payment { amount, .. } => Template::BenefitReleased { amount: *amount },
        },
        ClaimEvent::PaymentConfirmed { payment: id } => {
            Template::OrderSettled { amount: payment(id)?.amount }
        }
        ClaimEvent::PaymentReturned { payment: id, .. } => match payment(id)? {
            // The bank never took the money: the release is undone.
            Payment { state: PaymentState::Sent, job: Some(_), amount, .. } => {
                Template::SupplierRejected { amount: *amount }
            }
            Payment { job: Some(_), amount, .. } => Template::SupplierReturned { amount: *amount },
            Payment { state: PaymentState::Sent, amount, .. } => {
                Template::BenefitRejected { amount: *amount }
            }
            Payment { amount, .. } => Template::BenefitReturned { amount: *amount },
        },
        ClaimEvent::RecoveryReceived { amount, .. } => Template::RecoveryReceived { amount: *amount },
        _ => return None,
    })
}

/// Rows of the payment run for payments that an event touched.
fn pay(change: &Change<'_>, now: Instant, orders: &mut Vec<Vec<Value>>) {
    let claim = change.claim();
    for payment in &claim.payments {
        let is_touched = change.loaded.new.iter().any(|new| payment_of(&new.event) == Some(payment.id));
        if !is_touched {
            continue;
        }
        let state = match payment.state {
            PaymentState::Ordered => "ordered",
            PaymentState::Sent => "released",
            PaymentState::Confirmed => "settled",
            PaymentState::Returned => "returned",
        };
        let work = payment.job.and_then(|job| claim.job(job)).map(|job| job.work);
        let (kind, rule) = match work {
            None => ("benefit", BENEFIT),
            Some(Work::Repair) => ("supplier", REPAIRER),
            Some(Work::Replacement) => ("supplier", SUPPLIER),
        };
        orders.push(row![
            payment.id,
            kind,
            change.loaded.id,
            claim.report.holder,
            claim.report.agreement.as_str(),
            payment.amount,
            payment.payee.id,
            rule,
            state,
            now,
            claim.failed_before(payment.id)
        ]);
    }
}

fn payment_of(event: &ClaimEvent) -> Option<Id> {
    match event {
        ClaimEvent::PaymentOrdered { payment, .. }
        | ClaimEvent::PaymentSent { payment, .. }
        | ClaimEvent::PaymentConfirmed { payment }
        | ClaimEvent::PaymentReturned { payment, .. } => Some(*payment),
        _ => None,
    }
}

/// The work a claim is, as long as a person has to do something about it.
fn task(stream: Id, claim: &Claim) -> Option<NewTask> {
    let detail = match claim.phase() {
        Phase::Closed | Phase::Paying => return None,
        Phase::Decided => "decide",
        Phase::Approved if claim.left_to_pay().is_positive() => "pay",
        Phase::Approved => in_kind(claim)?,
        Phase::Open if claim.jobs.iter().any(|job| job.state == JobState::Ordered) => "quote",
        Phase::Open if evidence_by(claim).is_some() => "evidence",
        Phase::Open => match &claim.decision {
            Some(kept) if kept.verdicts.items.iter().any(|item| item.verdict == Verdict::NeedsPerson) => {
                "judge"
            }
            _ => "facts",
        },
    };
    Some(NewTask {
        kind: TaskKind::DecideClaim,
        stream,
        rule: DESK,
        due: evidence_by(claim).or_else(|| claim.clocks().first().map(|clock| clock.until)),
        amount: Some(claim.reserve),
        detail: detail.to_owned(),
    })
}

/// The work that a term of ours is, from the warning until what it is for was done.
fn clock_task(stream: Id, claim: &Claim) -> Option<NewTask> {
    let clock = claim.clocks().into_iter().find(|clock| claim.is_told(clock))?;
    let rule = if claim.report.country == Country::Be { Rule("LAW-BE-INS-09") } else { DESK };
    Some(NewTask {
        kind: TaskKind::ClaimTerm,
        stream,
        rule,
        due: Some(clock.until),
        amount: Some(claim.reserve),
        detail: clock.term.code().to_owned(),
    })
}

/// What a person has to do about what is repaired or replaced: find somebody who does it, or see that the customer accepts it
/// and that it is paid. While it is in the works nobody has to.
fn in_kind(claim: &Claim) -> Option<&'static str> {
    let is_unordered = claim.items.iter().any(|item| {
        let wants = matches!(item.settlement, claims::Settlement::Approved { remedy, amount }
            if remedy != Remedy::Payment && amount.is_positive());
        wants && claim.job_of(item.reported.item).is_none()
    });
    if is_unordered {
        return Some("repair");
    }
    let unpaid = |job: &claims::Job| {
        let mut payments = claim.payments.iter().filter(|payment| payment.job == Some(job.id));
        job.state == JobState::Accepted && !payments.any(Payment::counts)
    };
    if claim.jobs.iter().any(unpaid) {
        return Some("pay");
    }
    claim.jobs.iter().any(|job| job.state == JobState::Delivered).then_some("accept")
}

fn close_task(tx: &mut Tx<'_>, now: Instant, by: &Actor, stream: Id) -> Result<(), AppError> {
    tasks::close(tx, now, by, TaskKind::DecideClaim, &[stream])
}

fn is_given_up(event: &ClaimEvent) -> bool {
    matches!(event, ClaimEvent::Closed { way: CloseWay::Withdrawn | CloseWay::NoAnswer })
}

/// What was reported and given up may be reported again.
fn forget_events(tx: &mut Tx<'_>, claims: &[Id]) -> Result<(), AppError> {
    if !claims.is_empty() {
        let sql = sql!("delete from unique_key where kind = 'claim-event' and owner in ({ids})");
        tx.exec_ids(sql, &params![], claims)?;
    }
    Ok(())
}
