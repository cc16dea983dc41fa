//! Reading the register of incidents: who reads says what for, and it is written down with whose incidents were shown.

use std::collections::BTreeSet;

use kernel::{Actor, ClaimNumber, Date, Id, Instant, PolicyNumber};
use store::{Row, Tx, params, sql};

use super::{Ground, IncidentKind, RemovedFor, Sealed};
use crate::{
    App, AppError,
    access::Action,
    identity::{Look, LookPurpose, looks},
    parties,
};

/// Most incidents a page shows.
const LISTED: u32 = 50;

/// An incident as it is shown. Personal.
#[derive(Clone)]
pub struct Incident {
    /// Its id.
    pub id: Id,
    /// What happened.
    pub kind: IncidentKind,
    /// How it came into the register.
    pub ground: Ground,
    /// The lawful basis: a rule.
    pub basis: String,
    /// Whose it is.
    pub person: Id,
    /// Their name; none when it was forgotten.
    pub name: Option<String>,
    /// The policy.
    pub policy: PolicyNumber,
    /// The claim, where it came up there.
    pub claim: Option<ClaimNumber>,
    /// What was written; empty where it came by itself, none when it was forgotten.
    pub words: Option<String>,
    /// Why that was put right, the first first.
    pub corrections: Vec<String>,
    /// Who proposed what it rests on, and who agreed.
    pub people: (Id, Id),
    /// When it was recorded.
    pub recorded: Instant,
    /// The last day on which it is kept.
    pub keep_until: Date,
    /// The version that was read.
    pub version: i64,
}

impl std::fmt::Debug for Incident {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Incident({}, {})", self.id, self.kind.code())
    }
}

/// An incident that was removed: what is left says nothing of anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removed {
    /// What it was.
    pub kind: IncidentKind,
    /// When it was recorded.
    pub recorded: Instant,
    /// When it was removed.
    pub at: Instant,
    /// Who removed it.
    pub by: Id,
    /// Why.
    pub why: RemovedFor,
}

/// A part of the register.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// The incidents, the newest first.
    pub incidents: Vec<Incident>,
    /// How many there are in all.
    pub count: u64,
    /// The last that were removed.
    pub removed: Vec<Removed>,
}

/// Reads a part of the register, or all incidents of the holder of one policy. The looks are written down with it.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn look(
    app: &App,
    tx: &mut Tx<'_>,
    who: (&Actor, Instant),
    purpose: LookPurpose,
    of: Option<Id>,
    part: u32,
) -> Result<Register, AppError> {
    let rows = match of {
        Some(person) => tx.query(
            sql!("select id from incident where person = ?1 order by recorded_us desc, id limit ?2"),
            &params![person, LISTED],
        )?,
        None => tx.query(
            sql!(
                "select id from incident where removed_us is null order by recorded_us desc, id limit ?1 offset ?2"
            ),
            &params![LISTED, part * LISTED],
        )?,
    };
    let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
    let incidents = opened(app, tx, &ids)?;
    let count = match of {
        Some(_) => incidents.len() as u64,
        None => tx
            .query_one(sql!("select count(*) as number from incident where removed_us is null"), &params![])?
            .get("number")?,
    };
    let removed = if of.is_none() { removed(tx)? } else { Vec::new() };
    write_down(tx, who, purpose, incidents.iter().map(|incident| incident.person))?;
    Ok(Register { incidents, count, removed })
}

/// Reads one incident; none when there is none, or it was removed. The look is written down with it.
///
/// # Errors
/// As [`look`].
pub fn one(
    app: &App,
    tx: &mut Tx<'_>,
    who: (&Actor, Instant),
    purpose: LookPurpose,
    incident: Id,
) -> Result<Option<Incident>, AppError> {
    let found = opened(app, tx, &[incident])?.pop();
    write_down(tx, who, purpose, found.iter().map(|incident| incident.person))?;
    Ok(found)
}

/// Whose an incident is; none when there is none, or it was removed.
///
/// # Errors
/// [`AppError::Store`].
pub fn whose(tx: &mut Tx<'_>, incident: Id) -> Result<Option<Id>, AppError> {
    let row = tx.query_opt(sql!("select person from incident where id = ?1"), &params![incident])?;
    Ok(row.map(|row| row.opt_id("person")).transpose()?.flatten())
}

/// The contracts on which a person has incidents: for the signs that somebody weighs, which tell no more than that there are.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn of_person(tx: &mut Tx<'_>, person: Id) -> Result<BTreeSet<Id>, AppError> {
    let rows = tx.query(sql!("select contract from incident where person = ?1"), &params![person])?;
    Ok(rows.iter().map(|row| row.id("contract")).collect::<Result<_, _>>()?)
}

/// Which of these contracts have an incident.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn among(tx: &mut Tx<'_>, contracts: &[Id]) -> Result<BTreeSet<Id>, AppError> {
    let rows = tx.query_ids(
        sql!("select distinct contract from incident where contract in ({ids})"),
        &params![],
        contracts,
    )?;
    Ok(rows.iter().map(|row| row.id("contract")).collect::<Result<_, _>>()?)
}

fn write_down(
    tx: &mut Tx<'_>,
    (actor, at): (&Actor, Instant),
    purpose: LookPurpose,
    people: impl Iterator<Item = Id>,
) -> Result<(), AppError> {
    let act = Action::ViewIncidents.name();
    let people: BTreeSet<Id> = people.collect();
    let look = |subject| Look { subject, at, actor: actor.id, role: actor.role, act, purpose };
    let all: Vec<Look> = people.into_iter().map(look).collect();
    if !all.is_empty() {
        looks::record(tx, &all)?;
    }
    Ok(())
}

/// Incidents with what was sealed of them, the newest first; those that were removed are passed over.
fn opened(app: &App, tx: &mut Tx<'_>, ids: &[Id]) -> Result<Vec<Incident>, AppError> {
    let rows = tx.query_ids(
        sql!(
            "select i.id, i.kind, i.ground, i.basis, i.person, i.content, i.proposed_by, i.recorded_by, i.recorded_us, \
             i.keep_until, i.version, k.number as policy, c.number as claim from incident i \
             join contract k on k.id = i.contract left join claim c on c.id = i.claim \
             where i.id in ({ids}) order by i.recorded_us desc, i.id"
        ),
        &params![],
        ids,
    )?;
    let people: Vec<Id> = rows.iter().map(|row| row.id("person")).collect::<Result<_, _>>()?;
    let known = parties::known(app, tx, &people)?;
    let contents = rows.iter().map(|row| row.id("content")).collect::<Result<Vec<Id>, _>>()?;
    let contents = app.vault.open_rows(tx, &contents)?;
    let mut incidents = Vec::with_capacity(rows.len());
    for (row, content) in rows.iter().zip(contents) {
        let sealed: Option<Sealed> = content.json()?;
        let person: Id = row.id("person")?;
        let profile = known.get(&person).and_then(|known| known.profile.as_ref());
        let (words, corrections) = sealed.map(|sealed| (sealed.words, sealed.corrections)).unzip();
        let claim: Option<String> = row.get("claim")?;
        let damaged = || AppError::damaged("the claim of an incident", person);
        incidents.push(Incident {
            id: row.id("id")?,
            kind: row.parse("kind")?,
            ground: row.parse("ground")?,
            basis: row.text("basis")?,
            person,
            name: profile.map(|profile| profile.name.clone()),
            policy: row.parse("policy")?,
            claim: claim.map(|text| ClaimNumber::parse(&text).map_err(|_| damaged())).transpose()?,
            words,
            corrections: corrections.unwrap_or_default(),
            people: (row.id("proposed_by")?, row.id("recorded_by")?),
            recorded: row.instant("recorded_us")?,
            keep_until: row.get("keep_until")?,
            version: row.i64("version")?,
        });
    }
    Ok(incidents)
}

/// The last incidents that were removed.
fn removed(tx: &mut Tx<'_>) -> Result<Vec<Removed>, AppError> {
    let rows = tx.query(
        sql!(
            "select kind, recorded_us, removed_us, removed_by, removed_for from incident where removed_us is not null \
             order by removed_us desc, id limit 10"
        ),
        &params![],
    )?;
    let line = |row: &Row| {
        Ok(Removed {
            kind: row.parse("kind")?,
            recorded: row.instant("recorded_us")?,
            at: row.instant("removed_us")?,
            by: row.id("removed_by")?,
            why: row.parse("removed_for")?,
        })
    };
    Ok(rows.iter().map(line).collect::<Result<_, store::StoreError>>()?)
}
