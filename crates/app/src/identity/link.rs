//! Links in mails that open one thing, once: to confirm an application, to come back to it without an account, to set a
//! password. The database keeps the hash of the link's secret only.
//!
//! Mail programs open links on their own to look for harm: the page behind a link asks with [`peek`] and shows a button;
//! only the button's form calls [`redeem`].

use super::refusal::LinkRefusal;
use super::{Token, UserId};
use kernel::{Id, Instant};
use store::{Result, Row, StoreError, Tx, Value, params, row, sql};

kernel::text_enum! {
    /// What a link is for.
    pub enum LinkPurpose {
        /// Confirm the e-mail address of an application and open it.
        ConfirmApplication = "confirm-application",
        /// Come back to one application or policy without an account.
        OpenFile = "open-file",
        /// Open an account, or set a new password.
        SetPassword = "set-password",
        /// First password of a user whom somebody else made.
        Invitation = "invitation",
        /// Confirm the e-mail address that a customer wants to be written to from now on.
        ConfirmAddress = "confirm-address",
    }
}

impl LinkPurpose {
    /// How long the link may be used.
    #[must_use]
    pub const fn valid_seconds(self) -> i64 {
        match self {
            Self::ConfirmApplication | Self::Invitation | Self::ConfirmAddress => 7 * 86_400,
            Self::OpenFile => 24 * 3_600,
            Self::SetPassword => 3_600,
        }
    }
}

/// What a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkTarget {
    /// A user's password.
    User(UserId),
    /// One application or policy of a customer.
    File {
        /// The customer.
        party: Id,
        /// The application or policy.
        file: Id,
    },
}

/// A link to make. The secret is made by the shell; enqueue the mail in the same transaction.
#[derive(Debug, Clone)]
pub struct NewLink {
    /// Its secret, for the mail's text.
    pub token: Token,
    /// What for.
    pub purpose: LinkPurpose,
    /// What it opens.
    pub target: LinkTarget,
}

/// Makes links. An unused older one for the same purpose and target is retired: only the newest mail works.
///
/// # Errors
/// The store's.
pub fn issue(tx: &mut Tx<'_>, now: Instant, links: &[NewLink]) -> Result<()> {
    for link in links {
        retire(tx, now, link.purpose, link.target)?;
    }
    let rows: Vec<Vec<Value>> = links
        .iter()
        .map(|link| {
            let (user, party, file) = columns(link.target);
            let ends = now.as_microsecond() + link.purpose.valid_seconds() * 1_000_000;
            row![&link.token.hash(), link.purpose.code(), user, party, file, now, ends]
        })
        .collect();
    tx.insert(
        sql!(
            "insert into one_time_link (link_hash, purpose, user_id, party_id, file_id, made_us, ends_us) values {rows}"
        ),
        &rows,
    )
}

/// What the link would open now, without using it.
///
/// # Errors
/// The store's; inside, why it does not open.
pub fn peek(
    tx: &mut Tx<'_>,
    now: Instant,
    token: &Token,
    purpose: LinkPurpose,
) -> Result<Result<LinkTarget, LinkRefusal>> {
    let row = tx.query_opt(
        sql!(
            "select user_id, party_id, file_id, ends_us, used_us from one_time_link \
             where link_hash = ?1 and purpose = ?2"
        ),
        &params![token.hash(), purpose.code()],
    )?;
    let Some(row) = row else { return Ok(Err(LinkRefusal::Unknown)) };
    if row.opt_i64("used_us")?.is_some() {
        return Ok(Err(LinkRefusal::Used));
    }
    if row.instant("ends_us")? <= now {
        return Ok(Err(LinkRefusal::TooOld));
    }
    target(&row).map(Ok)
}

/// Uses the link up and tells what it opens. Of two who use it at the same time one gets it, the other
/// [`LinkRefusal::Used`].
///
/// # Errors
/// The store's; inside, why it does not open.
pub fn redeem(
    tx: &mut Tx<'_>,
    now: Instant,
    token: &Token,
    purpose: LinkPurpose,
) -> Result<Result<LinkTarget, LinkRefusal>> {
    let used = tx.query(
        sql!(
            "update one_time_link set used_us = ?1 where link_hash = ?2 and purpose = ?3 and used_us is null \
             and ends_us > ?1 returning user_id, party_id, file_id"
        ),
        &params![now, token.hash(), purpose.code()],
    )?;
    match used.first() {
        Some(row) => target(row).map(Ok),
        // Not used now, so there is a reason; `Used` if another was quicker between the two statements.
        None => Ok(Err(peek(tx, now, token, purpose)?.err().unwrap_or(LinkRefusal::Used))),
    }
}

/// What a link opened that was used less than `within` ago: for a click that comes twice.
///
/// # Errors
/// The store's; inside, [`LinkRefusal::Used`] when it was longer ago.
pub fn just_used(
    tx: &mut Tx<'_>,
    now: Instant,
    token: &Token,
    purpose: LinkPurpose,
    within: std::time::Duration,
) -> Result<Result<LinkTarget, LinkRefusal>> {
    let row = tx.query_opt(
        sql!(
            "select user_id, party_id, file_id from one_time_link \
             where link_hash = ?1 and purpose = ?2 and used_us > ?3"
        ),
        &params![token.hash(), purpose.code(), now - within],
    )?;
    row.map_or(Ok(Err(LinkRefusal::Used)), |row| target(&row).map(Ok))
}

/// Retires the unused links of users: when they are disabled or close their account.
///
/// # Errors
/// The store's.
pub fn retire_all(tx: &mut Tx<'_>, now: Instant, users: &[UserId]) -> Result<u64> {
    tx.exec_ids(
        sql!(
            "update one_time_link set ends_us = ?1 where user_id in ({ids}) and used_us is null and ends_us > ?1"
        ),
        &params![now],
        users,
    )
}

/// Deletes links whose time was over a month ago.
///
/// # Errors
/// The store's.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<u64> {
    let month_ago = now.as_microsecond() - 30 * 86_400 * 1_000_000;
    tx.exec(sql!("delete from one_time_link where ends_us < ?1"), &params![month_ago])
}

fn retire(tx: &mut Tx<'_>, now: Instant, purpose: LinkPurpose, target: LinkTarget) -> Result<u64> {
    match target {
        LinkTarget::User(user) => tx.exec(
            sql!(
                "update one_time_link set ends_us = ?1 where user_id = ?2 and purpose = ?3 and used_us is null \
                 and ends_us > ?1"
            ),
            &params![now, user.as_i64(), purpose.code()],
        ),
        LinkTarget::File { party, file } => tx.exec(
            sql!(
                "update one_time_link set ends_us = ?1 where file_id = ?2 and party_id = ?3 and purpose = ?4 \
                 and used_us is null and ends_us > ?1"
            ),
            &params![now, file.as_i64(), party.as_i64(), purpose.code()],
        ),
    }
}

fn columns(target: LinkTarget) -> (Option<i64>, Option<i64>, Option<i64>) {
    match target {
        LinkTarget::User(user) => (Some(user.as_i64()), None, None),
        LinkTarget::File { party, file } => (None, Some(party.as_i64()), Some(file.as_i64())),
    }
}

fn target(row: &Row) -> Result<LinkTarget> {
    match (row.opt_id("user_id")?, row.opt_id("party_id")?, row.opt_id("file_id")?) {
        (Some(user), None, None) => Ok(LinkTarget::User(user)),
        (None, Some(party), Some(file)) => Ok(LinkTarget::File { party, file }),
        _ => Err(StoreError::Corrupt { what: "a row of one_time_link has no one target".into() }),
    }
}
