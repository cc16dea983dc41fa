//! Correcting a fact that was wrong: what follows is worked out first, by the code that does it, and shown before anybody
//! confirms; claims for damage in a time whose cover changed are put on the work list (issue of proof: OFFICE-03).

use kernel::{Actor, Id, Instant, Rule};
use policy::{Command, Consequence, Contract, Done, Fact, Right, consequences};
use store::Tx;

use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    claims,
    contracts::{self, Order, Outcome},
    tasks::{self, NewTask, TaskKind},
};

/// A correction to be made.
#[derive(Debug, Clone)]
pub struct Wrong {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// The version that was read; none where nobody else can have changed it in between.
    pub version: Option<i64>,
    /// Place of the wrong fact in the contract's stream.
    pub seq: i64,
    /// What is right.
    pub right: Right,
    /// Who.
    pub actor: Actor,
}

/// The fact at a place of a contract's stream.
///
/// # Errors
/// [`AppError::Missing`] when there is none.
pub fn fact(tx: &mut Tx<'_>, contract: Id, seq: i64) -> Result<Fact, AppError> {
    let facts = contracts::facts(tx, &[contract])?.remove(&contract).unwrap_or_default();
    facts.into_iter().find(|fact| fact.seq == seq).ok_or_else(|| AppError::missing("a fact", seq))
}

/// What would follow.
///
/// # Errors
/// [`AppError::Missing`] when there is no such fact; inside, why it would be refused.
pub fn preview(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    wrong: &Wrong,
) -> Result<Result<Vec<Consequence>, Refused>, AppError> {
    let command = command(tx, wrong)?;
    follows(app, tx, now, (wrong.contract, &command), &wrong.actor)
}

/// What would follow from a command that changes what was believed.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract; inside, why it would be refused.
pub fn follows(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (contract, command): (Id, &Command),
    actor: &Actor,
) -> Result<Result<Vec<Consequence>, Refused>, AppError> {
    let mut facts = contracts::facts(tx, &[contract])?.remove(&contract).unwrap_or_default();
    let decide = |contract: &Contract, day: &policy::Day<'_>| policy::decide(Some(contract), command, day);
    let events = match contracts::work_out(app, tx, now, contract, decide)? {
        Err(refusal) => return Ok(Err(Refused::from(&refusal))),
        Ok(Done::AlreadyDone) => return Ok(Ok(Vec::new())),
        Ok(Done::Happened(events)) => events,
    };
    let first = facts.last().map_or(1, |fact| fact.seq + 1);
    for (seq, happened) in (first..).zip(events) {
        let (event, effective) = (happened.event, happened.effective);
        facts.push(Fact { seq, event, effective, recorded: now, actor: actor.clone() });
    }
    Ok(Ok(consequences(&facts, first)))
}

fn command(tx: &mut Tx<'_>, wrong: &Wrong) -> Result<Command, AppError> {
    let fact = fact(tx, wrong.contract, wrong.seq)?;
    Ok(Command::Correct {
        seq: wrong.seq,
        wrong: Box::new(fact.event),
        effective: fact.effective,
        right: wrong.right.clone(),
    })
}

/// Makes a correction. Claims for damage in a time whose cover is other than was believed are to be looked at again.
///
/// # Errors
/// [`AppError::Refused`] by rule; [`StoreError::Conflict`](store::StoreError) when the contract has changed since.
pub fn correct(app: &App, tx: &mut Tx<'_>, now: Instant, wrong: &Wrong) -> Result<Outcome, AppError> {
    if !unchanged::<Contract>(tx, &wrong.id, wrong.contract, wrong.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let follows = preview(app, tx, now, wrong)??;
    let order = Order {
        id: wrong.id.clone(),
        contract: wrong.contract,
        command: command(tx, wrong)?,
        actor: wrong.actor.clone(),
    };
    let done = contracts::execute(app, tx, now, &[order])?.remove(0)?;
    look_again(app, tx, now, wrong.contract, &follows)?;
    Ok(done)
}

/// Puts the claims on the work list for damage in a time whose cover is other than was believed.
///
/// # Errors
/// [`AppError::Store`].
pub fn look_again(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    follows: &[Consequence],
) -> Result<(), AppError> {
    let again = touched(tx, contract, follows)?;
    let task = |claim: Id| NewTask {
        kind: TaskKind::DecideClaim,
        stream: claim,
        rule: Rule("OFFICE-03"),
        due: None,
        amount: None,
        detail: String::from("cover corrected"),
    };
    let work: Vec<NewTask> = again.iter().map(|line| task(line.id)).collect();
    tasks::open(app, tx, now, &work)
}

/// The claims for damage in a time whose cover is other than was believed.
///
/// # Errors
/// [`AppError::Store`].
pub fn touched(
    tx: &mut Tx<'_>,
    contract: Id,
    follows: &[Consequence],
) -> Result<Vec<claims::Line>, AppError> {
    let mut lines = claims::of_contract(tx, &[contract])?;
    lines.retain(|line| {
        follows.iter().any(|consequence| match consequence {
            Consequence::CoverChanged { from, to, .. } => {
                *from <= line.happened_at && to.is_none_or(|to| line.happened_at < to)
            }
            _ => false,
        })
    });
    Ok(lines)
}
