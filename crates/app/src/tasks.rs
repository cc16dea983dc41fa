//! The one work list: about what, by when, which rule. Serves acceptance, claims, money, complaints and privacy alike.

use kernel::{Actor, Id, Instant, Money, Rule};
use store::{Tx, params, row, sql};

use crate::{App, AppError};

/// Kinds of work; names are the eternal format, and the keys of their texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskKind {
    /// Decide on an application before provisional cover is over.
    DecideApplication,
    /// The screening needs a person.
    ClearScreening,
    /// Find out where a refund must go.
    FindRefundAccount,
    /// Decide on a claim.
    DecideClaim,
    /// Answer an objection to what was decided on a claim.
    AnswerObjection,
    /// A statement is missing: reminders are held.
    MissingStatement,
    /// An entry on a statement that nobody could match.
    MatchEntry,
    /// A direct debit came back for a reason that needs the customer.
    AskNewAccount,
    /// A letter came back or could not be delivered.
    RedeliverLetter,
    /// Decide on a change that the policyholder asks for.
    DecideChange,
    /// A bank file is odd: it waits for a person who releases or dismisses it.
    ReleaseFile,
    /// The bank said that a debtor has died: somebody finds out, and talks to the heirs.
    ReportedDeath,
    /// A registered notice went out: the slip of its deposit is to be kept.
    ProveDeposit,
    /// A term of ours about a claim is about to end, or has ended (LAW-BE-INS-09).
    ClaimTerm,
    /// A customer was reminded of the own share and has not paid it (MONEY-07).
    CollectOwnShare,
    /// A customer was reminded of the old device and has not sent it (NL-CLAIM-06, BE-CLAIM-04).
    AwaitOldDevice,
    /// A customer did not get what the repairer says it handed over (NL-CLAIM-08).
    DeniedHandOver,
}

impl TaskKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::DecideApplication,
        Self::ClearScreening,
        Self::FindRefundAccount,
        Self::DecideClaim,
        Self::AnswerObjection,
        Self::MissingStatement,
        Self::MatchEntry,
        Self::AskNewAccount,
        Self::RedeliverLetter,
        Self::DecideChange,
        Self::ProveDeposit,
        Self::ReleaseFile,
        Self::ReportedDeath,
        Self::ClaimTerm,
        Self::CollectOwnShare,
        Self::AwaitOldDevice,
        Self::DeniedHandOver,
    ];

    /// The name it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DecideApplication => "decide-application",
            Self::ClearScreening => "clear-screening",
            Self::FindRefundAccount => "find-refund-account",
            Self::DecideClaim => "decide-claim",
            Self::AnswerObjection => "answer-objection",
            Self::MissingStatement => "missing-statement",
            Self::MatchEntry => "match-entry",
            Self::AskNewAccount => "ask-new-account",
            Self::RedeliverLetter => "redeliver-letter",
            Self::DecideChange => "decide-change",
            Self::ProveDeposit => "prove-deposit",
            Self::ReleaseFile => "release-file",
            Self::ReportedDeath => "reported-death",
            Self::ClaimTerm => "claim-term",
            Self::CollectOwnShare => "collect-own-share",
            Self::AwaitOldDevice => "await-old-device",
            Self::DeniedHandOver => "denied-hand-over",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Work to be done by a person.
#[derive(Debug, Clone)]
pub struct NewTask {
    /// What kind.
    pub kind: TaskKind,
    /// About which stream.
    pub stream: Id,
    /// Which rule asks for it.
    pub rule: Rule,
    /// By when.
    pub due: Option<Instant>,
    /// About how much money.
    pub amount: Option<Money>,
    /// Something more, not personal: a reason code, a day.
    pub detail: String,
}

/// Adds tasks. A task that is open for the same stream and kind is not added again.
///
/// # Errors
/// [`AppError::Store`].
pub fn open(app: &App, tx: &mut Tx<'_>, now: Instant, tasks: &[NewTask]) -> Result<(), AppError> {
    for task in tasks {
        let there = tx.query_opt(
            sql!("select id from task where stream = ?1 and kind = ?2 and state = 'open'"),
            &params![task.stream, task.kind.code()],
        )?;
        if let Some(row) = there {
            let id: Id = row.id("id")?;
            tx.exec(
                sql!("update task set due_us = ?1, detail = ?2 where id = ?3"),
                &params![task.due, task.detail.as_str(), id],
            )?;
            continue;
        }
        tx.insert(
            sql!(
                "insert into task (id, kind, stream, rule, state, due_us, created_us, amount_cents, detail) \
                 values {rows}"
            ),
            &[row![
                app.new_id(task.stream.shard(), now),
                task.kind.code(),
                task.stream,
                task.rule.id(),
                "open",
                task.due,
                now,
                task.amount,
                task.detail.as_str()
            ]],
        )?;
    }
    Ok(())
}

/// Closes the open tasks of a kind for streams.
///
/// # Errors
/// [`AppError::Store`].
pub fn close(
    tx: &mut Tx<'_>,
    now: Instant,
    by: &Actor,
    kind: TaskKind,
    streams: &[Id],
) -> Result<(), AppError> {
    tx.exec_ids(
        sql!(
            "update task set state = 'done', done_us = ?1, done_by = ?2 \
             where kind = ?3 and state = 'open' and stream in ({ids})"
        ),
        &params![now, by.id, kind.code()],
        streams,
    )?;
    Ok(())
}

/// A task as listed.
#[derive(Debug, Clone)]
pub struct Task {
    /// Its id.
    pub id: Id,
    /// What kind.
    pub kind: TaskKind,
    /// About which stream.
    pub stream: Id,
    /// Which rule asks for it.
    pub rule: String,
    /// By when.
    pub due: Option<Instant>,
    /// Since when.
    pub created: Instant,
    /// About how much money.
    pub amount: Option<Money>,
    /// Something more.
    pub detail: String,
}

/// The most tasks a page shows.
pub const PAGE: u32 = 50;
