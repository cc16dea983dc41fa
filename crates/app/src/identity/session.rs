//! Sessions: opened at sign-in or through a mailed link, found by their token at each request, ended by the person, by
//! rest, or by age. The instants are operational time, not the business day.

use super::{Token, UserId};
use crate::access::Principal;
use kernel::{Id, Instant, Language, Role};
use std::collections::HashMap;
use store::{Result, Row, Tx, params, row, sql};

kernel::id_type! {
    /// Names a session to the person it belongs to; no secret.
    SessionId
}

/// How long sessions last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionTerms {
    /// Ends after so long without a request.
    pub idle_seconds: i64,
    /// Ends after so long in any case.
    pub longest_seconds: i64,
}

impl SessionTerms {
    /// People who see other people's data: half an hour of rest, a working day in all.
    pub const STAFF: Self = Self { idle_seconds: 30 * 60, longest_seconds: 10 * 3_600 };
    /// Customers: an hour of rest, half a day in all.
    pub const CUSTOMER: Self = Self { idle_seconds: 60 * 60, longest_seconds: 12 * 3_600 };
    /// Who came through a mailed link.
    pub const LINK: Self = Self { idle_seconds: 30 * 60, longest_seconds: 2 * 3_600 };

    /// The terms for who acts.
    #[must_use]
    pub fn of(who: &Principal) -> Self {
        match (who.file, who.roles.contains(&Role::Policyholder)) {
            (Some(_), _) => Self::LINK,
            (None, true) => Self::CUSTOMER,
            (None, false) => Self::STAFF,
        }
    }
}

/// A request writes down that its session is in use at most once in this time.
const TOUCH_EVERY_SECONDS: i64 = 60;
/// A person sees and keeps at most so many sessions; an older one ends when one more is opened.
pub const MOST_SESSIONS: usize = 20;

/// A session to open. Its token and id are made by the shell.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its name.
    pub session_id: SessionId,
    /// Its secret.
    pub token: Token,
    /// Whose it is.
    pub holder: Holder,
    /// The language of its pages.
    pub language: Language,
    /// How long it lasts.
    pub terms: SessionTerms,
}

/// Whose session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A user with an account.
    User(UserId),
    /// A customer without account: one application or policy.
    Link {
        /// The customer.
        party: Id,
        /// The application or policy.
        file: Id,
    },
}

/// A session that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its name.
    pub session_id: SessionId,
    /// Whose it is.
    pub holder: Holder,
    /// Who acts, for `access`.
    pub who: Principal,
    /// The language of its pages.
    pub language: Language,
    /// Since when.
    pub opened: Instant,
    /// Until when, at most.
    pub ends: Instant,
    /// It is time to write down that it is in use: call [`touch`].
    pub touch_due: bool,
}

/// A session as its owner sees it in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLine {
    /// Its name.
    pub session_id: SessionId,
    /// Since when.
    pub opened: Instant,
    /// Last request, to the minute.
    pub seen: Instant,
    /// Until when, at most.
    pub ends: Instant,
}

/// Opens sessions. What a browser sent before is not taken over: each has a fresh token.
///
/// # Errors
/// The store's; [`store::StoreError::Duplicate`] when a token was used before.
pub fn open(tx: &mut Tx<'_>, now: Instant, sessions: &[NewSession]) -> Result<()> {
    let rows: Vec<_> = sessions
        .iter()
        .map(|new| {
            let (user, party, file) = match new.holder {
                Holder::User(user) => (Some(user.as_i64()), None, None),
                Holder::Link { party, file } => (None, Some(party.as_i64()), Some(file.as_i64())),
            };
            let now_us = now.as_microsecond();
            let ends = now_us + new.terms.longest_seconds * MICROS;
            let idle_until = ends.min(now_us + new.terms.idle_seconds * MICROS);
            let hash = new.token.hash();
            row![
                &hash,
                new.session_id.as_i64(),
                user,
                party,
                file,
                new.language.code(),
                now_us,
                now_us,
                new.terms.idle_seconds,
                idle_until,
                ends
            ]
        })
        .collect();
    tx.insert(
        sql!(
            "insert into user_session (token_hash, session_id, user_id, party_id, file_id, language, opened_us, seen_us, \
             idle_s, idle_until_us, ends_us) values {rows}"
        ),
        &rows,
    )?;
    for new in sessions {
        if let Holder::User(user) = new.holder {
            end_oldest(tx, now, user)?;
        }
    }
    Ok(())
}

/// The sessions of these tokens that hold now, in the order asked; `None` for one that is unknown, ended, at rest too
/// long, too old, or whose user is disabled or closed.
///
/// # Errors
/// The store's.
pub fn find(tx: &mut Tx<'_>, now: Instant, tokens: &[Token]) -> Result<Vec<Option<Session>>> {
    let hashes: Vec<_> = tokens.iter().map(|token| row![token.hash()]).collect();
    let rows = tx.query_rows(
        sql!(
            "select s.token_hash, s.session_id, s.user_id, s.party_id, s.file_id, s.language, s.opened_us, s.seen_us, \
             s.idle_until_us, s.ends_us, s.ended_us, u.state, u.roles, u.party_id as user_party, u.partner_id, \
             u.repairer_id, u.insurer \
             from (values {rows:blob}) as v join user_session s on s.token_hash = v.column1 \
             left join user_account u on u.user_id = s.user_id"
        ),
        &[],
        &hashes,
    )?;
    let mut found = HashMap::new();
    for row in &rows {
        if let Some(session) = read(row, now)? {
            found.insert(row.get::<[u8; 32]>("token_hash")?, session);
        }
    }
    Ok(tokens.iter().map(|token| found.get(&token.hash()).cloned()).collect())
}

/// Writes down that these sessions are in use; call when [`Session::touch_due`]. One that does not hold is left alone.
///
/// # Errors
/// The store's.
pub fn touch(tx: &mut Tx<'_>, now: Instant, sessions: &[SessionId]) -> Result<()> {
    tx.exec_ids(
        sql!(
            "update user_session set seen_us = ?1, idle_until_us = \
             case when ends_us < ?1 + idle_s * 1000000 then ends_us else ?1 + idle_s * 1000000 end \
             where session_id in ({ids}) and ended_us is null and idle_until_us > ?1"
        ),
        &params![now],
        sessions,
    )?;
    Ok(())
}

/// Signs out: ends the sessions of these tokens. How many ended now; saying it twice ends nothing more.
///
/// # Errors
/// The store's.
pub fn end(tx: &mut Tx<'_>, now: Instant, tokens: &[Token]) -> Result<u64> {
    let mut ended = 0;
    for token in tokens {
        ended += tx.exec(
            sql!("update user_session set ended_us = ?1 where token_hash = ?2 and ended_us is null"),
            &params![now, token.hash()],
        )?;
    }
    Ok(ended)
}

/// Ends one of a user's own sessions, picked from the list.
///
/// # Errors
/// The store's.
pub fn end_one(tx: &mut Tx<'_>, now: Instant, user: UserId, session: SessionId) -> Result<bool> {
    let ended = tx.exec(
        sql!("update user_session set ended_us = ?1 where session_id = ?2 and user_id = ?3 and ended_us is null"),
        &params![now, session.as_i64(), user.as_i64()],
    )?;
    Ok(ended > 0)
}

/// Signs these users out everywhere, but for the session `keep`.
///
/// # Errors
/// The store's.
pub fn end_all(tx: &mut Tx<'_>, now: Instant, users: &[UserId], keep: Option<SessionId>) -> Result<u64> {
    tx.exec_ids(
        sql!(
            "update user_session set ended_us = ?1 where user_id in ({ids}) and session_id <> ?2 and ended_us is null"
        ),
        &params![now, keep.map_or(0, SessionId::as_i64)],
        users,
    )
}

/// A user's sessions that hold, newest first, at most [`MOST_SESSIONS`].
///
/// # Errors
/// The store's.
pub fn of_user(tx: &mut Tx<'_>, now: Instant, user: UserId) -> Result<Vec<SessionLine>> {
    let rows = tx.query(
        sql!(
            "select session_id, opened_us, seen_us, ends_us from user_session where user_id = ?1 and ended_us is null \
             and idle_until_us > ?2 order by opened_us desc, session_id desc limit 20"
        ),
        &params![user.as_i64(), now],
    )?;
    rows.iter()
        .map(|row| {
            Ok(SessionLine {
                session_id: row.id("session_id")?,
                opened: row.instant("opened_us")?,
                seen: row.instant("seen_us")?,
                ends: row.instant("ends_us")?,
            })
        })
        .collect()
}

/// Deletes sessions that were over a month ago.
///
/// # Errors
/// The store's.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<u64> {
    tx.exec(
        sql!("delete from user_session where ends_us < ?1"),
        &params![now.as_microsecond() - 30 * 86_400 * MICROS],
    )
}

const MICROS: i64 = 1_000_000;

fn end_oldest(tx: &mut Tx<'_>, now: Instant, user: UserId) -> Result<()> {
    let most = i64::try_from(MOST_SESSIONS).expect("a small number");
    tx.exec(
        sql!(
            "update user_session set ended_us = ?1 where user_id = ?2 and ended_us is null and session_id in \
             (select session_id from user_session where user_id = ?2 and ended_us is null \
             order by opened_us desc, session_id desc limit 1000 offset cast(?3 as bigint))"
        ),
        &params![now, user.as_i64(), most],
    )?;
    Ok(())
}

/// The session in a row, if it holds.
fn read(row: &Row, now: Instant) -> Result<Option<Session>> {
    let now_us = now.as_microsecond();
    let over = row.opt_i64("ended_us")?.is_some()
        || now_us >= row.i64("idle_until_us")?
        || now_us >= row.i64("ends_us")?;
    if over {
        return Ok(None);
    }
    let holder = match (row.opt_i64("user_id")?, row.opt_i64("party_id")?, row.opt_i64("file_id")?) {
        (Some(_), None, None) => Holder::User(row.id("user_id")?),
        (None, Some(_), Some(_)) => Holder::Link { party: row.id("party_id")?, file: row.id("file_id")? },
        _ => {
            return Err(store::StoreError::Corrupt {
                what: "a row of user_session has no one holder".into(),
            });
        }
    };
    let who = match holder {
        Holder::Link { party, file } => Principal::customer_by_link(party, file),
        Holder::User(user) => {
            if row.opt_text("state")?.as_deref() != Some("active") {
                return Ok(None);
            }
            Principal {
                id: user.id(),
                roles: super::user::roles_from(&row.text("roles")?)?,
                party: row.opt_id("user_party")?,
                partner: row.opt_id("partner_id")?,
                repairer: row.opt_id("repairer_id")?,
                insurer: row.opt_text("insurer")?,
                file: None,
            }
        }
    };
    Ok(Some(Session {
        session_id: row.id("session_id")?,
        holder,
        who,
        language: row.parse("language")?,
        opened: row.instant("opened_us")?,
        ends: row.instant("ends_us")?,
        touch_due: now_us - row.i64("seen_us")? >= TOUCH_EVERY_SECONDS * MICROS,
    }))
}
