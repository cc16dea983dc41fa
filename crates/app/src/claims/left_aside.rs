//! Pending claims that are left aside, because fraud was found on another claim under the same policy (BE-FRAUD-03).
//!
//! In Belgium nothing is approved on such a claim while that finding stands, by a machine or by a person; what is done instead is
//! to leave it aside, which two people do for all of them at once (OFFICE-15). The Dutch conditions have no such sentence: there
//! the finding is no more than a sign.

use ::claims::{Claim, Command, Settlement};
use kernel::{Actor, ClaimNumber, Country, Id, Instant, Money, Rule, VaultRef};
use store::{Tx, command, params, sql};
use terms::{ClauseTrace, Outcome, Product};

use super::{
    act::seal_words,
    change::Change,
    effects,
    recoveries::{self, is_fraud_found},
};
use crate::{
    App, AppError, Refused,
    approvals::{self, Proposal, Proposed},
    streams,
};

/// Under this rule a claim is left aside.
const RULE: Rule = Rule("BE-FRAUD-03");
/// The fact whose finding it rests on.
const FRAUD: &str = "fraud";

/// Other claims under the same policy.
fn others(tx: &mut Tx<'_>, (id, claim): (Id, &Claim)) -> Result<Vec<(Id, Claim)>, AppError> {
    let rows = tx.query(
        sql!("select id from claim where contract = ?1 and id <> ?2 order by id"),
        &params![claim.report.contract, id],
    )?;
    let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
    let found = streams::look::<Claim>(tx, &ids)?;
    Ok(found.into_iter().filter_map(|(id, loaded)| Some((id, loaded.state?))).collect())
}

/// The claim under the same policy on which a person found fraud, if there is another than this one.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub(super) fn fraud_elsewhere(
    app: &App,
    tx: &mut Tx<'_>,
    claim: (Id, &Claim),
) -> Result<Option<Id>, AppError> {
    for (id, other) in others(tx, claim)? {
        // Most claims know nothing of fraud: nothing is opened for them.
        if other.facts.contains_key(FRAUD) && found_on(app, tx, &other)? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn found_on(app: &App, tx: &mut Tx<'_>, claim: &Claim) -> Result<bool, AppError> {
    match is_fraud_found(app, tx, claim) {
        // Facts were forgotten: nothing rests on them any more.
        Err(AppError::Refused(_)) => Ok(false),
        other => other,
    }
}

/// Whether the conditions forbid to consider a claim further.
///
/// # Errors
/// As [`fraud_elsewhere`].
pub(super) fn is_barred(app: &App, tx: &mut Tx<'_>, claim: (Id, &Claim)) -> Result<bool, AppError> {
    Ok(claim.1.report.country == Country::Be && fraud_elsewhere(app, tx, claim)?.is_some())
}

/// Refuses what would be approved on a claim that the conditions forbid to consider further.
///
/// # Errors
/// [`AppError::Refused`] `claim-fraud-on-policy` (BE-FRAUD-03).
pub(super) fn not_barred(tx: &mut Tx<'_>, change: &Change<'_>) -> Result<(), AppError> {
    if is_barred(change.app, tx, (change.loaded.id, change.claim()))? {
        return Err(Refused::new("claim-fraud-on-policy", Some(RULE)).into());
    }
    Ok(())
}

/// Claims that would be left aside with a finding on this one: pending, under the same Belgian policy.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub(super) fn pending(tx: &mut Tx<'_>, claim: (Id, &Claim)) -> Result<Vec<(Id, ClaimNumber)>, AppError> {
    if claim.1.report.country != Country::Be {
        return Ok(Vec::new());
    }
    let pending = others(tx, claim)?.into_iter().filter(|(_, other)| !other.pending().is_empty());
    Ok(pending.map(|(id, other)| (id, other.report.number)).collect())
}

/// The clause under which an item was left aside, as a trace of a decision; none for every other item.
pub(super) fn clause(claim: &Claim, settlement: Settlement, product: &Product) -> Option<ClauseTrace> {
    claim.left_aside.filter(|_| settlement == Settlement::Refused)?;
    let clause = product.clauses().iter().find(|clause| clause.rule == RULE.id())?;
    Some(ClauseTrace {
        clause: clause.id.as_str().into(),
        kind: clause.kind,
        rule: RULE.id().into(),
        article: clause.article.written.as_str().into(),
        outcome: Outcome::Applies,
    })
}

/// Proposes to leave aside all that is pending beside a claim on which fraud was found; another person agrees.
///
/// # Errors
/// [`AppError::Refused`]: `claim-not-left-aside` outside Belgium, `recovery-no-fraud` without the finding, `claim-none-pending`,
/// `claim-no-reason`.
pub fn propose_leaving_aside(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    claim: Id,
    reason: &str,
) -> Result<Proposed, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some()
        && let Some(proposed) = approvals::proposed_last(tx, claim, "leave-aside")?
    {
        return Ok(proposed);
    }
    let change = Change::open(app, tx, now, id, claim)?;
    pending_beside(app, tx, &change)?;
    let reason = seal_words(&change, tx, "reason", reason)?;
    let subject = (claim, change.claim().report.holder, Rule("OFFICE-15"));
    let proposal = Proposal::LeaveAside { claim, reason };
    let proposed = approvals::propose(app, tx, now, actor, subject, Money::ZERO, &proposal)?;
    command::record(tx, now, &[(id, "\"proposed\"".to_owned())])?;
    Ok(proposed)
}

/// What is pending beside a claim with the finding; refuses where there is nothing to be left aside.
fn pending_beside(app: &App, tx: &mut Tx<'_>, change: &Change<'_>) -> Result<Vec<Id>, AppError> {
    let claim = change.claim();
    if claim.report.country != Country::Be {
        return Err(::claims::ClaimRefusal::NotLeftAsideHere.into());
    }
    if !recoveries::is_fraud_found(app, tx, claim)? {
        return Err(Refused::new("recovery-no-fraud", Some(RULE)).into());
    }
    let pending = pending(tx, (change.loaded.id, claim))?;
    if pending.is_empty() {
        return Err(Refused::new("claim-none-pending", Some(RULE)).into());
    }
    Ok(pending.into_iter().map(|(id, _)| id).collect())
}

/// Leaves aside what is pending now, as somebody else proposed.
///
/// # Errors
/// As [`propose_leaving_aside`], if the finding no longer stands.
pub(crate) fn leave_aside_as_second(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    (because, reason): (Id, &VaultRef),
    proposed_by: Id,
) -> Result<(), AppError> {
    let found = Change::open(app, tx, now, command, because)?;
    let pending = pending_beside(app, tx, &found)?;
    let mut changes = Change::open_all(app, tx, now, command, &pending)?;
    for change in &mut changes {
        let (reason, proposed_by) = (reason.clone(), Some(proposed_by));
        change.give(actor, &Command::LeaveAside { because, reason, proposed_by })?;
    }
    effects::commit(app, tx, now, &changes)
}
