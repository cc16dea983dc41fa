//! What the desk does with applications and notices (OFFICE-01, OFFICE-02): each decision is made on what was read, by a
//! person, once.

use kernel::{Actor, Id, Instant};
use policy::{Command, Contract, EndWay, Verdict};
use store::{StoreError, Tx, params, sql};

use crate::{
    App, AppError,
    contracts::{self, Order, Outcome},
    sealed::Purpose,
    streams,
};

/// A decision on an application, in the words of the person who made it.
#[derive(Clone, PartialEq, Eq)]
pub enum Decision {
    /// Accept it.
    Accept,
    /// Do not accept it (NL-PROV-04). The note is for our own file and sealed; it may be empty.
    Reject {
        /// The note.
        note: String,
    },
    /// Ask the applicant something (NL-PROV-03).
    Ask {
        /// The question; the applicant reads it word for word.
        question: String,
    },
    /// The applicant is not the person on the sanctions list (AMB-41).
    Clear,
    /// The applicant is on a sanctions list: money is blocked (LAW-SANC-03).
    Hit,
}

impl std::fmt::Debug for Decision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Accept => "Accept",
            Self::Reject { .. } => "Reject(sealed)",
            Self::Ask { .. } => "Ask(sealed)",
            Self::Clear => "Clear",
            Self::Hit => "Hit",
        })
    }
}

/// A decision to be recorded.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// The version that was read; none where nobody else can have decided in between.
    pub version: Option<i64>,
    /// What was decided.
    pub decision: Decision,
    /// By whom.
    pub actor: Actor,
}

/// Records a decision on an application.
///
/// # Errors
/// [`AppError::Refused`] by rule; [`StoreError::Conflict`] when the application has changed since it was read. Nothing is
/// done then.
pub fn decide(app: &App, tx: &mut Tx<'_>, now: Instant, decided: &Decided) -> Result<Outcome, AppError> {
    let Some(contract) = fresh(tx, &decided.id, decided.contract, decided.version)? else {
        return Ok(Outcome::AlreadyDone);
    };
    let holder = contract.holder();
    let mut sealed = |class: &str, text: &str| app.seal(tx, now, (holder, Purpose::Desk, class), None, &text);
    let command = match &decided.decision {
        Decision::Accept => {
            let agreement = app.products.agreement(&contract.application.agreement)?;
            Command::Accept { accept_limit: agreement.authority.accept_value_cents }
        }
        Decision::Reject { note } if note.trim().is_empty() => Command::Reject { reason: None },
        Decision::Reject { note } => Command::Reject { reason: Some(sealed("note", note.trim())?) },
        Decision::Ask { question } => {
            Command::RequestInformation { question: sealed("question", question.trim())? }
        }
        Decision::Clear => Command::Screen { verdict: Verdict::Clear },
        Decision::Hit => Command::Screen { verdict: Verdict::Hit },
    };
    one(
        app,
        tx,
        now,
        Order { id: decided.id.clone(), contract: decided.contract, command, actor: decided.actor.clone() },
    )
}

/// The version of a contract: what a decision on it is held against.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub fn version(tx: &mut Tx<'_>, contract: Id) -> Result<i64, AppError> {
    let row = tx.query_opt(sql!("select version from contract where id = ?1"), &params![contract])?;
    Ok(row.ok_or_else(|| AppError::missing("a contract", contract))?.i64("version")?)
}

/// A notice that ends a policy, as it came in by phone, post or e-mail.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Id of the command.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// The version that was read.
    pub version: Option<i64>,
    /// In which way it ends.
    pub way: EndWay,
    /// When the notice was received, or the policyholder died.
    pub received: Instant,
    /// Who enters it; the channel is the one the notice came by.
    pub actor: Actor,
}

/// Enters a notice that ends a policy.
///
/// # Errors
/// As [`decide`].
pub fn end(app: &App, tx: &mut Tx<'_>, now: Instant, notice: &Notice) -> Result<Outcome, AppError> {
    if fresh(tx, &notice.id, notice.contract, notice.version)?.is_none() {
        return Ok(Outcome::AlreadyDone);
    }
    let claims = tx.query_one(
        sql!("select count(*) as number from claim where contract = ?1"),
        &params![notice.contract],
    )?;
    let claim_submitted = claims.get::<i64>("number")? > 0;
    one(
        app,
        tx,
        now,
        Order {
            id: notice.id.clone(),
            contract: notice.contract,
            command: Command::Cancel {
                notice: Box::new(
                    policy::Notice::new(notice.way, notice.received).with_claim_submitted(claim_submitted),
                ),
            },
            actor: notice.actor.clone(),
        },
    )
}

/// The contract as it was read by who decides; none when the command was done before.
fn fresh(
    tx: &mut Tx<'_>,
    command: &str,
    contract: Id,
    version: Option<i64>,
) -> Result<Option<Contract>, AppError> {
    if !unchanged::<Contract>(tx, command, contract, version)? {
        return Ok(None);
    }
    let loaded = streams::look::<Contract>(tx, &[contract])?.remove(&contract).expect("it was asked for");
    Ok(Some(loaded.state()?.clone()))
}

/// Whether a command is new and its stream still as it was read; false when the command was done before. The stream is
/// locked until the transaction ends, so that of two people who decide at once one is first.
///
/// # Errors
/// [`StoreError::Conflict`] when the stream has changed since it was read.
pub fn unchanged<S: streams::Stream>(
    tx: &mut Tx<'_>,
    command: &str,
    stream: Id,
    version: Option<i64>,
) -> Result<bool, AppError> {
    if store::command::seen(tx, &[command])?.remove(0).is_some() {
        return Ok(false);
    }
    let loaded = streams::load::<S>(tx, &[stream])?.remove(&stream).expect("it was asked for");
    match version {
        Some(read) if read != loaded.version => Err(StoreError::Conflict { stream, expected: read }.into()),
        _ => Ok(true),
    }
}

fn one(app: &App, tx: &mut Tx<'_>, now: Instant, order: Order) -> Result<Outcome, AppError> {
    Ok(contracts::execute(app, tx, now, &[order])?.remove(0)?)
}
