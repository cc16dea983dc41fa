//! What the desk does with applications (OFFICE-01, OFFICE-02): each decision is made on what was read, by a
//! person, once.

use kernel::{Actor, Id, Instant, Money};
use policy::{Command, Contract, Offer, Verdict};
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
    /// Accept on other terms only: an offer (NL-PROV-05, AMB-09).
    Offer {
        /// Price of one instalment; none keeps the one applied for.
        premium: Option<Money>,
        /// Excess of each device; none keeps it.
        excess: Option<Money>,
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
            Self::Offer { .. } => "Offer",
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
        Decision::Offer { premium, excess } => {
            let items = contract.application.devices.iter().map(|device| device.item);
            let excess = excess.map(|excess| items.map(|item| (item, excess)).collect()).unwrap_or_default();
            let no = contract.offers + 1;
            let offer = Offer { no, plan: None, flags: None, premium: *premium, excess, starts: None };
            Command::OfferOtherTerms { offer: Box::new(offer) }
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

/// What the applicant answers.
#[derive(Clone, PartialEq, Eq)]
pub enum Answered {
    /// To the question of the desk (NL-PROV-03).
    Question {
        /// In their own words.
        answer: String,
    },
    /// Agrees to the offer with this number (AMB-09).
    Agree {
        /// Its number.
        no: u32,
    },
    /// Does not want the offer with this number.
    Decline {
        /// Its number.
        no: u32,
    },
}

impl std::fmt::Debug for Answered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Question { .. } => "Question(sealed)",
            Self::Agree { .. } => "Agree",
            Self::Decline { .. } => "Decline",
        })
    }
}

/// Records what the applicant answers.
///
/// # Errors
/// [`AppError::Refused`] by rule.
pub fn answer(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    contract: Id,
    answered: &Answered,
) -> Result<Outcome, AppError> {
    let Some(state) = fresh(tx, command, contract, None)? else { return Ok(Outcome::AlreadyDone) };
    let what = match answered {
        Answered::Question { answer } => {
            let sealed = (state.holder(), Purpose::Contract, "answer");
            Command::AnswerInformation { answer: app.seal(tx, now, sealed, None, &answer.trim())? }
        }
        Answered::Agree { no } => Command::AgreeToOffer { no: *no },
        Answered::Decline { no } => Command::DeclineOffer { no: *no },
    };
    one(app, tx, now, Order { id: command.to_owned(), contract, command: what, actor: actor.clone() })
}

/// The version of a contract: what a decision on it is held against.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub fn version(tx: &mut Tx<'_>, contract: Id) -> Result<i64, AppError> {
    let row = tx.query_opt(sql!("select version from contract where id = ?1"), &params![contract])?;
    Ok(row.ok_or_else(|| AppError::missing("a contract", contract))?.i64("version")?)
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
