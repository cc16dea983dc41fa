//! The register of incidents: fraud and non-payment, for our own use and for nobody else (PRIV-06, NL-FRAUD-05, LAW-GDPR-11).
//!
//! An incident rests on two people, however it came: who ended the policy, who asked back what fraud cost, or who proposed it by
//! hand and who agreed (OFFICE-15). It tells a person who decides on an application or a claim; it decides nothing. What was
//! written about it lies sealed under a key of its own, which is destroyed with it. Whoever reads says what for, and that is
//! written down in the transaction that reads ([`look`]). Somebody's incidents are found by their party's id, so that a request
//! of theirs (PRIV-10, PRIV-12) can be answered from here.

mod look;

pub use look::{Incident, Register, Removed, look, one, whose};
pub(crate) use look::{among, of_person};

use jiff::SignedDuration;
use kernel::{Actor, Country, Date, Id, Instant, Rule, Term, VaultRef};
use policy::EndWay;
use serde::{Deserialize, Serialize};
use store::{Tx, command, params, row, sql};

use crate::{
    App, AppError, Refused,
    approvals::{self, Proposal, Proposed},
    contracts::{self, Outcome},
    sealed::Purpose,
};

/// The rule of the register.
pub const RULE: Rule = Rule("PRIV-06");
/// How long an incident is kept: as long as a claim under the contract can still be brought (LAW-NL-INS-09, LAW-BE-INS-16), the
/// only term for such a thing in our sources; no longer, since it is needed no longer (PRIV-19).
const KEEP: Term = Term::Months(36);
/// The most characters of what is written about an incident.
const WORDS_CHARS: usize = 4_000;

kernel::text_enum! {
    /// What happened. Names are the eternal format, and the keys of their texts.
    pub enum IncidentKind {
        /// False data were given on purpose (NL-FRAUD-01, BE-FRAUD-01).
        Fraud = "fraud",
        /// Premium stayed unpaid until the policy was ended for it (NL-DUN-09, BE-DUN-09).
        NonPayment = "non-payment",
    }
}

impl IncidentKind {
    /// The lawful basis: our interest in not being defrauded and in being paid (PRIV-06); what is about an offence needs more
    /// care (LAW-GDPR-06).
    pub const fn basis(self) -> Rule {
        match self {
            Self::Fraud => Rule("LAW-GDPR-06"),
            Self::NonPayment => RULE,
        }
    }

    /// The incident that an ending is; most are none.
    pub const fn of_ending(way: EndWay) -> Option<Self> {
        match way {
            EndWay::Fraud => Some(Self::Fraud),
            EndWay::RepeatedNonPayment => Some(Self::NonPayment),
            _ => None,
        }
    }
}

kernel::text_enum! {
    /// How an incident came into the register.
    pub enum Ground {
        /// Two people ended the policy for it.
        Ended = "ended",
        /// Two people asked back what it cost.
        Reclaimed = "reclaimed",
        /// One person wrote it down and another agreed.
        ByHand = "by-hand",
    }
}

kernel::text_enum! {
    /// Why an incident was removed.
    pub enum RemovedFor {
        /// Its time was over.
        TermOver = "term-over",
        /// It was not so.
        Wrong = "wrong",
        /// The person objected, and was right to.
        Objection = "objection",
        /// It is needed no longer.
        NotNeeded = "not-needed",
    }
}

/// What is sealed of an incident. The names of the fields are the eternal format.
#[derive(Clone, Serialize, Deserialize)]
struct Sealed {
    /// What was written; empty where it came by itself.
    words: String,
    /// Why what was written was put right, the first first.
    #[serde(default)]
    corrections: Vec<String>,
}

/// What is recorded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewIncident<'a> {
    pub(crate) kind: IncidentKind,
    pub(crate) ground: Ground,
    pub(crate) contract: Id,
    pub(crate) claim: Option<Id>,
    pub(crate) words: &'a str,
    /// Who proposed what it rests on.
    pub(crate) proposed_by: Id,
}

/// Records an incident that two people stand behind: who proposed, and `actor`, who agreed. The same kind on the same policy is
/// there already.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn record(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    new: &NewIncident<'_>,
) -> Result<(), AppError> {
    let there = tx.query_opt(
        sql!("select id from incident where contract = ?1 and kind = ?2"),
        &params![new.contract, new.kind.code()],
    )?;
    if there.is_some() {
        return Ok(());
    }
    let (person, country) = contracts::holder_and_country(tx, new.contract)?;
    let id = app.new_id(person.shard(), now);
    let until = keep_until(now, country);
    let sealed = Sealed { words: new.words.to_owned(), corrections: Vec::new() };
    let content = seal(app, tx, now, (id, until), &sealed)?;
    tx.insert(
        sql!(
            "insert into incident (id, kind, ground, basis, person, contract, claim, content, proposed_by, recorded_by, \
             recorded_us, keep_until, version) values {rows}"
        ),
        &[row![
            id,
            new.kind.code(),
            new.ground.code(),
            new.kind.basis().id(),
            person,
            new.contract,
            new.claim,
            content.id,
            new.proposed_by,
            actor.id,
            now,
            until,
            1_i64
        ]],
    )?;
    Ok(())
}

/// The last day on which something recorded at `now` is kept.
fn keep_until(now: Instant, country: Country) -> Date {
    let today = kernel::local_date(now, country);
    KEEP.from_date(today, country, kernel::Roll::Never).last_day.unwrap_or(today)
}

fn seal(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (incident, until): (Id, Date),
    sealed: &Sealed,
) -> Result<VaultRef, AppError> {
    app.seal(tx, now, (incident, Purpose::Incident, "incident"), Some(until), sealed)
}

/// Proposes an incident by hand: a colleague agrees before it is in the register.
///
/// # Errors
/// [`AppError::Refused`]: `incident-no-words`, `incident-there`, `incident-other-policy`.
pub fn propose(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    (contract, claim): (Id, Option<Id>),
    (kind, words): (IncidentKind, &str),
) -> Result<Proposed, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some()
        && let Some(proposed) = approvals::proposed_last(tx, contract, "record-incident")?
    {
        return Ok(proposed);
    }
    let words = written(words)?;
    if let Some(claim) = claim {
        let of = tx.query_opt(sql!("select contract from claim where id = ?1"), &params![claim])?;
        let is_of = of.map(|row| row.id::<Id>("contract")).transpose()? == Some(contract);
        if !is_of {
            return Err(refused("incident-other-policy"));
        }
    }
    let there = tx.query_opt(
        sql!("select id from incident where contract = ?1 and kind = ?2"),
        &params![contract, kind.code()],
    )?;
    if there.is_some() {
        return Err(refused("incident-there"));
    }
    let holder = contracts::holder(tx, contract)?;
    let words = app.seal(tx, now, (holder, Purpose::Desk, "incident-words"), None, &words)?;
    let proposal = Proposal::RecordIncident { contract, claim, kind, words };
    let subject = (contract, holder, Rule("OFFICE-15"));
    let proposed = approvals::propose(app, tx, now, actor, subject, kernel::Money::ZERO, &proposal)?;
    command::record(tx, now, &[(id, "\"proposed\"".to_owned())])?;
    Ok(proposed)
}

/// Records what somebody else proposed by hand.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn record_as_second(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    actor: &Actor,
    (contract, claim, kind, words): (Id, Option<Id>, IncidentKind, &VaultRef),
    proposed_by: Id,
) -> Result<(), AppError> {
    let words: String = app.unseal(tx, words)?.unwrap_or_default();
    let new = NewIncident { kind, ground: Ground::ByHand, contract, claim, words: &words, proposed_by };
    record(app, tx, now, actor, &new)
}

/// Puts right what is written about an incident, with why.
///
/// # Errors
/// [`AppError::Refused`]: `incident-no-words`, `incident-unknown`, `incident-changed` when somebody was first.
pub fn correct(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    (incident, version): (Id, i64),
    (words, why): (&str, &str),
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let (words, why) = (written(words)?, written(why)?);
    let row = live(tx, incident, version)?;
    let before: Option<Sealed> = app.unseal_row(tx, row.id("content")?)?;
    let mut corrections = before.map(|sealed| sealed.corrections).unwrap_or_default();
    corrections.push(why);
    let until = row.get::<Date>("keep_until")?;
    let content = seal(app, tx, now, (incident, until), &Sealed { words, corrections })?;
    tx.exec_one(
        sql!(
            "update incident set content = ?1, corrected_us = ?2, corrected_by = ?3, version = version + 1 where id = ?4"
        ),
        &params![content.id, now, actor.id, incident],
    )?;
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// Removes an incident before its time. That there was one stays, and who removed it; whose it was does not. The caller then
/// destroys its key with [`forget`], once this is committed.
///
/// # Errors
/// As [`correct`].
pub fn remove(
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    (incident, version): (Id, i64),
    why: RemovedFor,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    live(tx, incident, version)?;
    tx.exec_one(
        sql!(
            "update incident set person = null, contract = null, claim = null, removed_us = ?1, removed_by = ?2, \
             removed_for = ?3, version = version + 1 where id = ?4"
        ),
        &params![now, actor.id, why.code(), incident],
    )?;
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// Destroys what was sealed of incidents that were removed.
///
/// # Errors
/// [`AppError::Store`].
pub fn forget(app: &App, now: Instant, incidents: &[Id]) -> Result<(), AppError> {
    let keys: Vec<(Id, &str)> = incidents.iter().map(|id| (*id, Purpose::Incident.name())).collect();
    app.vault.forget(now, &keys)?;
    Ok(())
}

/// Incidents removed in one transaction.
const SWEEP: i64 = 500;

/// What was removed so lately is forgotten once more by the sweep: the program may have stopped between the two.
const FORGOTTEN_AGAIN: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Removes incidents whose time is over: the daily run's part. Answers how many.
///
/// # Errors
/// [`AppError::Store`].
pub fn sweep(app: &App, now: Instant) -> Result<u64, AppError> {
    let today = kernel::local_date(now, Country::Nl);
    let lately = app.db.read(move |tx| {
        let rows = tx
            .query(sql!("select id from incident where removed_us >= ?1"), &params![now - FORGOTTEN_AGAIN])?;
        Ok::<_, AppError>(rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?)
    })?;
    forget(app, now, &lately)?;
    let mut swept = 0;
    loop {
        let removed = app.db.write(store::Priority::Run, move |tx| {
            let rows = tx.query(
                sql!(
                    "update incident set person = null, contract = null, claim = null, removed_us = ?1, removed_by = ?2, \
                     removed_for = ?3, version = version + 1 where id in (select id from incident \
                     where removed_us is null and keep_until < ?4 order by id limit ?5) and removed_us is null returning id"
                ),
                &params![now, App::machine().id, RemovedFor::TermOver.code(), today, SWEEP],
            )?;
            Ok::<_, AppError>(rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?)
        })?;
        forget(app, now, &removed)?;
        swept += removed.len() as u64;
        if removed.len() as u64 != SWEEP.unsigned_abs() {
            return Ok(swept);
        }
    }
}

/// The incident as it was read; nothing is done to one that somebody else changed meanwhile.
fn live(tx: &mut Tx<'_>, incident: Id, version: i64) -> Result<store::Row, AppError> {
    let row = tx.query_opt(
        sql!("select version, content, keep_until from incident where id = ?1 and removed_us is null {for_update}"),
        &params![incident],
    )?;
    let row = row.ok_or_else(|| refused("incident-unknown"))?;
    if row.i64("version")? == version { Ok(row) } else { Err(refused("incident-changed")) }
}

fn written(words: &str) -> Result<String, AppError> {
    let words = words.trim();
    if words.is_empty() || words.chars().count() > WORDS_CHARS {
        return Err(refused("incident-no-words"));
    }
    Ok(words.to_owned())
}

fn refused(code: &'static str) -> AppError {
    AppError::Refused(Refused::new(code, Some(RULE)))
}
