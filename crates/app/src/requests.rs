//! What a policyholder asks for and a person at the desk decides: another device in the place of the insured one, or one more
//! (NL-PROV-08, NL-CLAIM-07). Until then nothing changes, and both sides see where it stands.

use documents::{Content, content as say};
use kernel::{Actor, Id, Instant, Rule};
use serde::{Deserialize, Serialize};
use store::{Row, Tx, params, row, sql};

use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    changes::{self, Asked, What},
    contracts::{self, Outcome},
    letters::{self, NewLetter},
    sealed::Purpose,
    streams,
    tasks::{self, NewTask, TaskKind},
};

/// Most requests that one page shows.
const SHOWN: u32 = 20;

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The desk has not decided.
    Waiting,
    /// It was done.
    Granted,
    /// The desk did not agree.
    Declined,
    /// The policyholder took it back, or asked for something else in its place.
    Withdrawn,
}

impl Standing {
    /// The name it is stored under.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Granted => "granted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Waiting, Self::Granted, Self::Declined, Self::Withdrawn].into_iter().find(|s| s.code() == code)
    }
}

/// A request. Personal.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its id.
    pub id: Id,
    /// The contract.
    pub contract: Id,
    /// What is asked for: see [`What::code`].
    pub kind: String,
    /// What is asked for; none when it was forgotten.
    pub what: Option<What>,
    /// Where it stands.
    pub standing: Standing,
    /// When it was asked for.
    pub asked: Instant,
    /// When it was decided or taken back.
    pub decided: Option<Instant>,
    /// Why the desk did not agree, in its words.
    pub reason: Option<String>,
}

/// Whether a policyholder's change needs a person's consent: what is insured becomes another thing, or more (NL-PROV-08).
pub const fn needs_consent(what: &What) -> bool {
    matches!(what, What::Swapped { .. } | What::Added { .. })
}

/// Asks for a change. What would be refused now is refused now. One of the same kind that still waits is replaced.
///
/// # Errors
/// As [`changes::change`].
pub fn ask(app: &App, tx: &mut Tx<'_>, now: Instant, asked: &Asked) -> Result<Outcome, AppError> {
    let id = asked.contract;
    if !unchanged::<policy::Contract>(tx, &asked.id, id, asked.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let Some(quote) = changes::quote(app, tx, now, id, &asked.what)? else { return Ok(Outcome::AlreadyDone) };
    let holder = contracts::holder(tx, id)?;
    let kind = asked.what.code();
    let content = app.seal(tx, now, (holder, Purpose::Contract, "change-request"), None, &asked.what)?;
    tx.exec(
        sql!(
            "update change_request set state = 'withdrawn', decided_us = ?3 \
             where contract = ?1 and kind = ?2 and state = 'waiting'"
        ),
        &params![id, kind, now],
    )?;
    let request = app.new_id(id.shard(), now);
    tx.insert(
        sql!(
            "insert into change_request (id, contract, holder, kind, content, state, asked_us) values {rows}"
        ),
        &[row![request, id, holder, kind, content.id, Standing::Waiting.code(), now]],
    )?;
    let task = NewTask {
        kind: TaskKind::DecideChange,
        stream: id,
        rule: quote.rule,
        due: None,
        amount: None,
        detail: kind.to_owned(),
    };
    tasks::open(app, tx, now, &[task])?;
    store::command::record(tx, now, &[(asked.id.as_str(), "\"asked\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// The requests about a contract, the newest first.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn of_contract(app: &App, tx: &mut Tx<'_>, contract: Id) -> Result<Vec<Request>, AppError> {
    let rows = tx.query(
        sql!(
            "select id, contract, kind, content, state, asked_us, decided_us, reason from change_request \
             where contract = ?1 order by asked_us desc, id desc limit ?2"
        ),
        &params![contract, SHOWN],
    )?;
    rows.iter().map(|row| read(app, tx, row)).collect()
}

fn read(app: &App, tx: &mut Tx<'_>, row: &Row) -> Result<Request, AppError> {
    let state = row.text("state")?;
    let reason = row.opt_id("reason")?;
    Ok(Request {
        id: row.id("id")?,
        contract: row.id("contract")?,
        kind: row.text("kind")?,
        what: app.unseal_row(tx, row.id("content")?)?,
        standing: Standing::from_code(&state)
            .ok_or_else(|| AppError::damaged("the state of a request", &state))?,
        asked: row.instant("asked_us")?,
        decided: row.opt_instant("decided_us")?,
        reason: match reason {
            Some(reason) => app.unseal_row(tx, reason)?,
            None => None,
        },
    })
}

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is done now.
    Grant,
    /// It is not done; why, for the policyholder to read.
    Decline {
        /// In plain words.
        reason: String,
    },
    /// The policyholder takes it back.
    Withdraw,
}

/// A decision on a request.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// The contract the request must be about.
    pub contract: Id,
    /// The request.
    pub request: Id,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Who.
    pub actor: Actor,
}

/// Carries out what was decided; the policyholder gets the new schedule, or a letter that says why not.
///
/// # Errors
/// [`AppError::Missing`] when there is no such request; [`AppError::Refused`]: `request-decided-already`, or why the change
/// can no longer be made.
pub fn decide(app: &App, tx: &mut Tx<'_>, now: Instant, decided: &Decided) -> Result<Outcome, AppError> {
    if store::command::seen(tx, &[decided.id.as_str()])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let row = tx.query_opt(
        sql!(
            "select id, contract, kind, content, state, asked_us, decided_us, reason from change_request \
             where id = ?1 and contract = ?2 {for_update}"
        ),
        &params![decided.request, decided.contract],
    )?;
    let row = row.ok_or_else(|| AppError::missing("a request", decided.request))?;
    let request = read(app, tx, &row)?;
    let standing = match decided.verdict {
        Verdict::Grant => Standing::Granted,
        Verdict::Decline { .. } => Standing::Declined,
        Verdict::Withdraw => Standing::Withdrawn,
    };
    if request.standing == standing {
        return Ok(Outcome::AlreadyDone);
    }
    if request.standing != Standing::Waiting {
        return Err(AppError::Refused(Refused::new("request-decided-already", Some(Rule("NL-PROV-08")))));
    }
    let mut reason = None;
    match &decided.verdict {
        Verdict::Grant => {
            let what = request.what.ok_or_else(|| AppError::missing("a request's content", request.id))?;
            let asked = Asked {
                id: format!("{}:do", decided.id),
                contract: decided.contract,
                version: None,
                what,
                actor: decided.actor.clone(),
            };
            changes::change(app, tx, now, &asked)?;
        }
        Verdict::Decline { reason: text } => reason = Some(decline(app, tx, now, decided, text)?),
        Verdict::Withdraw => {}
    }
    tx.exec_one(
        sql!(
            "update change_request set state = ?2, decided_us = ?3, decided_by = ?4, reason = ?5 where id = ?1"
        ),
        &params![decided.request, standing.code(), now, decided.actor.id, reason],
    )?;
    let waiting = tx.query_opt(
        sql!("select id from change_request where contract = ?1 and state = 'waiting' limit 1"),
        &params![decided.contract],
    )?;
    if waiting.is_none() {
        tasks::close(tx, now, &decided.actor, TaskKind::DecideChange, &[decided.contract])?;
    }
    store::command::record(tx, now, &[(decided.id.as_str(), "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// Seals the reason and writes to the policyholder.
fn decline(app: &App, tx: &mut Tx<'_>, now: Instant, decided: &Decided, text: &str) -> Result<Id, AppError> {
    let loaded = streams::look::<policy::Contract>(tx, &[decided.contract])?;
    let contract = loaded[&decided.contract].state()?;
    let holder = contract.holder();
    let languages = crate::contact::languages(tx, &[holder])?;
    let reason = app.seal(tx, now, (holder, Purpose::Contract, "change-declined"), None, &text)?;
    let content = Content::ChangeDeclined(say::ChangeDeclined {
        reason: text.to_owned(),
        link: format!("/my/policies/{}", contract.application.number),
    });
    let letter = NewLetter {
        stream: decided.contract,
        holder,
        language: languages.get(&holder).copied().unwrap_or(contract.application.language),
        agreement: contract.application.agreement.clone(),
        policy: Some(contract.application.number.clone()),
        claim: None,
        content,
        by_post: contract.mail_came_back(),
    };
    letters::send(app, tx, now, vec![(format!("request:{}", decided.request), letter)])?;
    Ok(reason.id)
}
