//! Accounts nothing is paid to: fraud, a sanctions list, an order of an authority. Found by a keyed hash of the account; what it is
//! lies sealed. A block is ended, never deleted.

use std::collections::BTreeSet;

use kernel::{Actor, Iban, Id, Instant, Rule};
use serde::{Deserialize, Serialize};
use store::{Tx, command, params, row, sql};

use crate::{App, AppError, Refused, contracts::Outcome, sealed::Purpose};

/// The rule under which no money goes there.
pub const RULE: Rule = Rule("OFFICE-15");
/// Most blocks on the page.
const LISTED: u32 = 500;

kernel::text_enum! {
    /// Why nothing is paid to an account.
    pub enum BlockReason {
        /// Used in a fraud.
        Fraud = "fraud",
        /// Its holder is on a sanctions list (LAW-SANC-03).
        Sanctions = "sanctions",
        /// An authority or a court has ordered it.
        Authority = "authority",
        /// Not the account of whom it was given for.
        WrongHolder = "wrong-holder",
    }
}

/// What is sealed of a block.
#[derive(Clone, Serialize, Deserialize)]
struct Sealed {
    account: Iban,
    note: String,
}

/// A block as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// The keyed hash of the account: names the block.
    pub key: String,
    /// The account, only its two ends; empty when it was forgotten.
    pub account: String,
    /// Why.
    pub reason: BlockReason,
    /// What the person wrote; empty when it was forgotten.
    pub note: String,
    /// Since when.
    pub since: Instant,
    /// Who blocked it.
    pub by: Id,
    /// When it ended, if it did.
    pub ended: Option<Instant>,
}

fn key(app: &App, account: &Iban) -> String {
    app.vault.index("blocked-account", account.as_str())
}

/// Blocks an account from now on: what waits to go there is left out of every file.
///
/// # Errors
/// [`AppError::Store`].
pub fn block(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    account: &Iban,
    (reason, note): (BlockReason, &str),
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let key = key(app, account);
    let there = sql!("select account from blocked_account where account = ?1 and ended_us is null");
    let is_blocked = tx.query_opt(there, &params![key.as_str()])?.is_some();
    if !is_blocked {
        let sealed = Sealed { account: account.clone(), note: note.to_owned() };
        let subject = app.new_id(app.new_shard(), now);
        let content = app.seal(tx, now, (subject, Purpose::Books, "blocked-account"), None, &sealed)?;
        tx.exec_rows(
            sql!(
                "insert into blocked_account (account, content, reason, since_us, since_by) values {rows} \
                 on conflict (account) do update set content = excluded.content, reason = excluded.reason, \
                 since_us = excluded.since_us, since_by = excluded.since_by, ended_us = null, ended_by = null"
            ),
            &params![],
            &[row![key.as_str(), content.id, reason.code(), now, actor.id]],
        )?;
    }
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(if is_blocked { Outcome::AlreadyDone } else { Outcome::Done })
}

/// Ends a block.
///
/// # Errors
/// [`AppError::Refused`] `account-not-blocked` when there is no such block.
pub fn unblock(
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    key: &str,
) -> Result<Outcome, AppError> {
    if command::seen(tx, &[id])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let row = tx
        .query_opt(sql!("select ended_us from blocked_account where account = ?1"), &params![key])?
        .ok_or_else(|| AppError::Refused(Refused::new("account-not-blocked", Some(RULE))))?;
    if row.opt_instant("ended_us")?.is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    tx.exec(
        sql!("update blocked_account set ended_us = ?1, ended_by = ?2 where account = ?3"),
        &params![now, actor.id, key],
    )?;
    command::record(tx, now, &[(id, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// All blocks, those in force first, the newest first.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn list(app: &App, tx: &mut Tx<'_>) -> Result<Vec<Blocked>, AppError> {
    let rows = tx.query(
        sql!(
            "select account, content, reason, since_us, since_by, ended_us from blocked_account \
             order by case when ended_us is null then 0 else 1 end, since_us desc, account limit ?1"
        ),
        &params![LISTED],
    )?;
    let contents = rows.iter().map(|row| row.id("content")).collect::<Result<Vec<Id>, _>>()?;
    let opened = app.vault.open_rows(tx, &contents)?;
    let mut list = Vec::with_capacity(rows.len());
    for (row, opened) in rows.iter().zip(opened) {
        let sealed: Option<Sealed> = opened.json()?;
        let reason = row.text("reason")?;
        list.push(Blocked {
            key: row.text("account")?,
            account: sealed.as_ref().map(|sealed| sealed.account.masked()).unwrap_or_default(),
            reason: reason
                .parse()
                .map_err(|_| AppError::damaged("the reason of a blocked account", &reason))?,
            note: sealed.map(|sealed| sealed.note).unwrap_or_default(),
            since: row.instant("since_us")?,
            by: row.id("since_by")?,
            ended: row.opt_instant("ended_us")?,
        });
    }
    Ok(list)
}

/// Which of these accounts are blocked.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn among(app: &App, tx: &mut Tx<'_>, accounts: &[&Iban]) -> Result<BTreeSet<Iban>, AppError> {
    let rows = tx.query(sql!("select account from blocked_account where ended_us is null"), &params![])?;
    let keys = rows.iter().map(|row| row.text("account")).collect::<Result<BTreeSet<String>, _>>()?;
    if keys.is_empty() {
        return Ok(BTreeSet::new());
    }
    Ok(accounts
        .iter()
        .filter(|account| keys.contains(&key(app, account)))
        .map(|&iban| iban.clone())
        .collect())
}
