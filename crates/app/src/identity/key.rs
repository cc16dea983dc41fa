//! Keys with which a user's own programs call the JSON API. A key opens no page: it is no session, and a session is no key.
//! The database keeps only its hash.

use super::{Token, UserId};
use kernel::{Instant, Language};
use store::{Result, Tx, params, row, sql};

use crate::access::Principal;

const MICROS: i64 = 1_000_000;
const DAY_SECONDS: i64 = 86_400;

/// The longest a key works, in days.
pub const DAYS_MAX: u16 = 366;

/// A key that works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Who acts by it, for `access`.
    pub who: Principal,
    /// The language of its user, for answers that name no other.
    pub language: Language,
}

/// Gives a user a key that works for so many days, at most [`DAYS_MAX`]. Its text is shown once and kept nowhere.
///
/// # Errors
/// The store's; [`store::StoreError::Duplicate`] when the token was used before.
pub fn issue(tx: &mut Tx<'_>, now: Instant, user: UserId, token: &Token, days: u16) -> Result<()> {
    let ends = now.as_microsecond() + i64::from(days.min(DAYS_MAX)) * DAY_SECONDS * MICROS;
    tx.insert(
        sql!("insert into api_key (key_hash, user_id, made_us, ends_us) values {rows}"),
        &[row![token.hash(), user.as_i64(), now, ends]],
    )
}

/// The key of this token; `None` when it is unknown, ended or too old, or when its user may not sign in any more.
///
/// # Errors
/// The store's.
pub fn find(tx: &mut Tx<'_>, now: Instant, token: &Token) -> Result<Option<Key>> {
    let row = tx.query_opt(
        sql!(
            "select u.user_id, u.roles, u.language, u.party_id, u.partner_id, u.repairer_id, u.insurer from api_key k \
             join user_account u on u.user_id = k.user_id \
             where k.key_hash = ?1 and k.ends_us > ?2 and k.ended_us is null and u.state = 'active'"
        ),
        &params![token.hash(), now],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Key {
        who: Principal {
            id: row.id("user_id")?,
            roles: super::user::roles_from(&row.text("roles")?)?,
            party: row.opt_id("party_id")?,
            partner: row.opt_id("partner_id")?,
            repairer: row.opt_id("repairer_id")?,
            insurer: row.opt_text("insurer")?,
            file: None,
        },
        language: row.parse("language")?,
    }))
}

/// Ends every key of a user. Answers how many worked until now.
///
/// # Errors
/// The store's.
pub fn end_all(tx: &mut Tx<'_>, now: Instant, user: UserId) -> Result<u64> {
    tx.exec(
        sql!("update api_key set ended_us = ?1 where user_id = ?2 and ended_us is null and ends_us > ?1"),
        &params![now, user.as_i64()],
    )
}
