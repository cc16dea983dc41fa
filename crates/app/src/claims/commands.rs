//! Commands on claims, as other use cases and the bank files give them.

use std::collections::{BTreeMap, BTreeSet};

use claims::{ClaimEvent, Command};
use kernel::{Actor, Id, Instant};
use store::{Tx, command};

use super::{change::Change, effects, jobs};
use crate::{App, AppError, Refused, contracts::Outcome};

/// A command for one claim.
#[derive(Debug, Clone)]
pub struct Order {
    /// Id of the command: the same one given again answers *already done*.
    pub id: String,
    /// Which claim.
    pub claim: Id,
    /// What to do.
    pub command: Command,
    /// Who.
    pub actor: Actor,
}

/// Carries out orders on claims that were reported, in the order given; several may be for the same claim. A refusal costs
/// only its own order. Answers in order.
///
/// # Errors
/// [`AppError::Missing`] when there is no such claim, [`AppError::Store`], [`AppError::Damaged`]; nothing is done then.
pub fn execute(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    orders: &[Order],
) -> Result<Vec<Result<Outcome, Refused>>, AppError> {
    let seen = command::seen(tx, &orders.iter().map(|order| order.id.as_str()).collect::<Vec<_>>())?;
    let ids: BTreeSet<Id> = orders.iter().map(|order| order.claim).collect();
    let ids: Vec<Id> = ids.into_iter().collect();
    let open = Change::open_all(app, tx, now, "", &ids)?;
    let mut changes: BTreeMap<Id, Change<'_>> =
        open.into_iter().map(|change| (change.loaded.id, change)).collect();
    let mut recorded: Vec<(String, String)> = Vec::new();
    let mut answers = Vec::with_capacity(orders.len());
    for (order, seen) in orders.iter().zip(seen) {
        if seen.is_some() || recorded.iter().any(|(id, _)| *id == order.id) {
            answers.push(Ok(Outcome::AlreadyDone));
            continue;
        }
        let change = changes.get_mut(&order.claim).expect("every claim named was loaded");
        change.command.clone_from(&order.id);
        let outcome = change.give(&order.actor, &order.command).map_err(|refusal| Refused::from(&refusal));
        if outcome.is_ok() {
            recorded.push((order.id.clone(), "\"done\"".to_owned()));
        }
        answers.push(outcome);
    }
    let changes: Vec<Change<'_>> = changes.into_values().collect();
    effects::commit(app, tx, now, &changes)?;
    command::record(tx, now, &recorded)?;
    Ok(answers)
}

/// Carries out what has fallen due on claims: reminders of evidence, and the end of its term, after which the wording
/// decides again; what was handed over and not denied is accepted. Nothing is refused. Answers how many things happened.
///
/// # Errors
/// As [`execute`].
pub fn fall_due(app: &App, tx: &mut Tx<'_>, now: Instant, ids: &[Id]) -> Result<u64, AppError> {
    let machine = App::machine();
    let mut changes = Change::open_all(app, tx, now, "", ids)?;
    let mut count = 0;
    for change in &mut changes {
        let happened = claims::fall_due(change.claim(), now);
        let has_passed = happened.iter().any(|h| matches!(h.event, ClaimEvent::EvidenceTermPassed { .. }));
        for happened in happened {
            count += 1;
            let seq = change.loaded.seq_of(change.loaded.new.len());
            change.command = format!("due:{}:{}:{seq}", change.loaded.id, happened.event.kind());
            let command = change.command.clone();
            change.loaded.add(happened.event, happened.effective, &machine, &command);
        }
        count += jobs::accept_handed_over(change, tx)?;
        if has_passed {
            match change.decide(tx) {
                // Facts were forgotten since: the claim stays as it was, with a decision that is stale.
                Err(AppError::Refused(_)) => {}
                other => other?,
            }
        }
    }
    effects::commit(app, tx, now, &changes)?;
    Ok(count)
}
