//! Who has a claim in hand, and what colleagues note on it (OFFICE-05). Neither decides anything: whoever may decide on
//! claims may decide on each, in hand or not.

use kernel::{Actor, Id, Instant, Role, Rule};
use serde::{Deserialize, Serialize};
use store::{Tx, command, params, row, sql};

use crate::{
    App, AppError, Refused,
    contracts::Outcome,
    identity::{User, UserId, UserState, users},
    sealed::Purpose,
};

/// The most characters of a note.
pub const NOTE_CHARS: usize = 4_000;
/// The most notes that a page shows, the newest.
const NOTES: u32 = 200;
/// The most colleagues that are asked for.
const COLLEAGUES: usize = 500;

/// Who has a claim in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handler {
    /// The person.
    pub person: Id,
    /// Who gave it to them; themselves when they took it.
    pub given_by: Id,
    /// Since when.
    pub since: Instant,
}

/// A note. Personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Who wrote it.
    pub author: Id,
    /// When.
    pub at: Instant,
    /// Its words; none when they were forgotten.
    pub text: Option<String>,
}

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Note({})", self.at)
    }
}

#[derive(Serialize, Deserialize)]
struct Words {
    text: String,
}

/// Gives a claim to somebody, or back to all. `before` is who had it when the form was shown, so that two people who take it
/// at once do not take it from each other unseen.
///
/// # Errors
/// [`AppError::Refused`]: `claim-handler-changed`, `claim-handler-unfit` for somebody who does not decide on claims;
/// [`AppError::Missing`] when there is no such claim.
pub fn hand(
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    (before, to): (Option<Id>, Option<Id>),
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[command])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    // The claim's row is what two people wait for.
    tx.query_opt(sql!("select id from claim where id = ?1 {for_update}"), &params![claim])?
        .ok_or_else(|| AppError::missing("claim", claim))?;
    let has = handler(tx, claim)?.map(|handler| handler.person);
    let outcome = if has == to {
        Outcome::AlreadyDone
    } else if has != before {
        return Err(refused("claim-handler-changed"));
    } else {
        give(tx, now, actor, claim, to)?;
        Outcome::Done
    };
    command::record(tx, now, &[(command, "\"done\"".to_owned())])?;
    Ok(outcome)
}

fn give(tx: &mut Tx<'_>, now: Instant, actor: &Actor, claim: Id, to: Option<Id>) -> Result<(), AppError> {
    let Some(person) = to else {
        tx.exec(sql!("delete from claim_handler where claim = ?1"), &params![claim])?;
        return Ok(());
    };
    if person != actor.id || actor.role != Role::Claims {
        let user = users::load(tx, &[UserId::from(person)])?.pop().flatten();
        if !user.is_some_and(|user| decides(&user)) {
            return Err(refused("claim-handler-unfit"));
        }
    }
    tx.insert(
        sql!(
            "insert into claim_handler (claim, handler, given_by, since_us) values {rows} on conflict (claim) \
             do update set handler = excluded.handler, given_by = excluded.given_by, since_us = excluded.since_us"
        ),
        &[row![claim, person, actor.id, now]],
    )?;
    Ok(())
}

fn refused(code: &'static str) -> AppError {
    AppError::Refused(Refused::new(code, Some(Rule("OFFICE-05"))))
}

fn decides(user: &User) -> bool {
    user.state == UserState::Active && user.rights.roles.contains(&Role::Claims)
}

/// Who has a claim in hand; none: nobody.
///
/// # Errors
/// [`AppError::Store`].
pub fn handler(tx: &mut Tx<'_>, claim: Id) -> Result<Option<Handler>, AppError> {
    let row = tx.query_opt(
        sql!("select handler, given_by, since_us from claim_handler where claim = ?1"),
        &params![claim],
    )?;
    row.map(|row| {
        Ok(Handler {
            person: row.id("handler")?,
            given_by: row.id("given_by")?,
            since: row.instant("since_us")?,
        })
    })
    .transpose()
}

/// People to whom a claim can be given.
///
/// # Errors
/// [`AppError::Store`].
pub fn colleagues(tx: &mut Tx<'_>) -> Result<Vec<Id>, AppError> {
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let page = users::staff_page(tx, after)?;
        let Some(last) = page.last() else { break };
        after = Some(last.user_id);
        found.extend(page.iter().filter(|user| decides(user)).map(|user| user.user_id.id()));
        if found.len() >= COLLEAGUES {
            break;
        }
    }
    Ok(found)
}

/// Notes something for colleagues. Sealed with the policyholder's data, and forgotten with it (PRIV-19): who asks what we
/// know of them reads it too.
///
/// # Errors
/// [`AppError::Refused`]: `claim-note-empty`, `claim-note-long`; [`AppError::Missing`] when there is no such claim.
pub fn note(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    claim: Id,
    text: &str,
) -> Result<Outcome, AppError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(refused("claim-note-empty"));
    }
    if text.chars().count() > NOTE_CHARS {
        return Err(refused("claim-note-long"));
    }
    if command::seen(tx, &[command])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let row = tx.query_opt(sql!("select holder from claim where id = ?1"), &params![claim])?;
    let holder: Id = row.ok_or_else(|| AppError::missing("claim", claim))?.id("holder")?;
    let words = Words { text: text.to_owned() };
    let content = app.seal(tx, now, (holder, Purpose::Desk, "claim-note"), None, &words)?;
    tx.insert(
        sql!("insert into claim_note (id, claim, author, content, written_us) values {rows}"),
        &[row![app.new_id(claim.shard(), now), claim, actor.id, content.id, now]],
    )?;
    command::record(tx, now, &[(command, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// Notes on a claim, the newest first.
///
/// # Errors
/// [`AppError::Store`].
pub fn notes(app: &App, tx: &mut Tx<'_>, claim: Id) -> Result<Vec<Note>, AppError> {
    let rows = tx.query(
        sql!("select author, content, written_us from claim_note where claim = ?1 order by id desc limit ?2"),
        &params![claim, NOTES],
    )?;
    let ids = rows.iter().map(|row| row.id("content")).collect::<Result<Vec<Id>, _>>()?;
    let opened = app.vault.open_rows(tx, &ids)?;
    let mut notes = Vec::with_capacity(rows.len());
    for (row, opened) in rows.iter().zip(opened) {
        let words: Option<Words> = opened.json()?;
        notes.push(Note {
            author: row.id("author")?,
            at: row.instant("written_us")?,
            text: words.map(|words| words.text),
        });
    }
    Ok(notes)
}
