//! What leaves the house: enqueued in the transaction that decides it, handed over after the commit, at least once, each
//! with a key by which the receiver (or we) can tell a second delivery.

use std::time::Duration;

use kernel::{Id, Instant};

use crate::{Result, Row, StoreError, Tx, params, row, sql};

/// How often a delivery is tried before it counts as failed.
pub const ATTEMPTS_MAX: u32 = 12;
/// The longest body, in bytes.
pub const BODY_MAX: usize = 1 << 20;
/// The longest wait between two attempts.
const WAIT_MAX: Duration = Duration::from_secs(4 * 3_600);

/// Something to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// Its id.
    pub id: Id,
    /// Unique; enqueueing the same key again does nothing.
    pub key: String,
    /// Which kind of delivery: `mail`, `letter`, `repair-order`.
    pub kind: &'static str,
    /// What it is about.
    pub stream: Id,
    /// What to send: JSON with references into the vault, nothing personal itself.
    pub body: Vec<u8>,
}

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Waiting to be sent, or to be tried again.
    Queued,
    /// The next hop has it.
    HandedOver,
    /// Given up after [`ATTEMPTS_MAX`] attempts.
    Failed,
    /// Came back.
    Bounced,
    /// Known to have arrived.
    Proven,
    /// Came back, and something else went out in its place or need not.
    Replaced,
}

impl State {
    /// As stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::HandedOver => "handed-over",
            Self::Failed => "failed",
            Self::Bounced => "bounced",
            Self::Proven => "proven",
            Self::Replaced => "replaced",
        }
    }
}

impl std::str::FromStr for State {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Queued, Self::HandedOver, Self::Failed, Self::Bounced, Self::Proven, Self::Replaced]
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or(())
    }
}

/// A message in the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: Id,
    /// Its unique key: hand it over with the message.
    pub key: String,
    /// Which kind of delivery.
    pub kind: String,
    /// What it is about.
    pub stream: Id,
    /// What to send.
    pub body: Vec<u8>,
    /// How far it has come.
    pub state: State,
    /// Attempts begun.
    pub attempts: u32,
    /// When it was enqueued.
    pub created: Instant,
    /// Why the last attempt failed, without personal data.
    pub last_error: Option<String>,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Message({}, {}, {})", self.id, self.kind, self.state.as_str())
    }
}

impl std::fmt::Debug for NewMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewMessage({}, {})", self.id, self.kind)
    }
}

/// Enqueues messages; those whose key is there already are passed over. Answers how many were new.
///
/// # Errors
/// [`StoreError::TooLarge`]; [`StoreError`] of the statement.
pub fn enqueue(tx: &mut Tx<'_>, now: Instant, messages: &[NewMessage]) -> Result<u64> {
    if messages.iter().any(|message| message.body.len() > BODY_MAX) {
        return Err(StoreError::TooLarge { what: "the body of a message in bytes", limit: BODY_MAX as u64 });
    }
    let rows: Vec<_> = messages
        .iter()
        .map(|m| row![m.id, &m.key, m.kind, m.stream, &m.body, State::Queued.as_str(), 0, now, now])
        .collect();
    tx.exec_rows(
        sql!(
            "insert into outbox (id, key, kind, stream, body, state, attempts, next_us, created_us) values {rows} \
             on conflict (key) do nothing"
        ),
        &params![],
        &rows,
    )
}

/// Takes what is to be sent now, oldest first, at most `limit`, and keeps others from taking it for `lease`: send it, then
/// say [`done`] or [`failed`] in another transaction. What is said nothing about is taken again after the lease.
///
/// # Errors
/// [`StoreError`] of the statements.
pub fn take_due(tx: &mut Tx<'_>, now: Instant, lease: Duration, limit: u32) -> Result<Vec<Message>> {
    let rows = tx.query(
        sql!(
            "select id, key, kind, stream, body, state, attempts, created_us, last_error from outbox \
             where state = 'queued' and next_us <= ?1 order by next_us, id limit ?2 {for_update_skip_locked}"
        ),
        &params![now, limit],
    )?;
    let mut messages = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    let ids: Vec<Id> = messages.iter().map(|message| message.id).collect();
    tx.exec_ids(
        sql!("update outbox set attempts = attempts + 1, next_us = ?1 where id in ({ids})"),
        &params![later(now, lease)],
        &ids,
    )?;
    for message in &mut messages {
        message.attempts += 1;
    }
    Ok(messages)
}

/// Messages that were handed over.
///
/// # Errors
/// [`StoreError`] of the statement.
pub fn done(tx: &mut Tx<'_>, ids: &[Id]) -> Result<u64> {
    set_state(tx, ids, State::HandedOver)
}

/// Messages that came back or are known to have arrived.
///
/// # Errors
/// [`StoreError`] of the statement.
pub fn set_state(tx: &mut Tx<'_>, ids: &[Id], state: State) -> Result<u64> {
    tx.exec_ids(
        sql!("update outbox set state = ?1, last_error = null where id in ({ids})"),
        &params![state.as_str()],
        ids,
    )
}

/// A message that came back, and why as the next hop or the post says, without personal data.
///
/// # Errors
/// [`StoreError`] of the statement.
pub fn came_back(tx: &mut Tx<'_>, id: Id, why: &str) -> Result<()> {
    let why: String = why.chars().take(500).collect();
    tx.exec_one(
        sql!("update outbox set state = 'bounced', last_error = ?1 where id = ?2"),
        &params![why.as_str(), id],
    )
}

/// The message with this key.
///
/// # Errors
/// [`StoreError`] of the query.
pub fn with_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<Message>> {
    let row = tx.query_opt(
        sql!(
            "select id, key, kind, stream, body, state, attempts, created_us, last_error from outbox where key = ?1"
        ),
        &params![key],
    )?;
    row.as_ref().map(read).transpose()
}

/// Attempts that failed: tried again after 1, 2, 4 … minutes (at most 4 hours), given up after [`ATTEMPTS_MAX`]. The text
/// says why, without personal data. Answers those given up.
///
/// # Errors
/// [`StoreError`] of the statement.
pub fn failed(tx: &mut Tx<'_>, now: Instant, attempts: &[(Message, String)]) -> Result<Vec<Id>> {
    let mut given_up = Vec::new();
    let mut rows = Vec::with_capacity(attempts.len());
    for (message, error) in attempts {
        let last = message.attempts >= ATTEMPTS_MAX;
        if last {
            given_up.push(message.id);
        }
        let state = if last { State::Failed } else { State::Queued };
        let error: String = error.chars().take(500).collect();
        rows.push(row![message.id, state.as_str(), later(now, wait(message.attempts)), error]);
    }
    tx.exec_rows(
        sql!(
            "update outbox set state = v.column2, next_us = v.column3, last_error = v.column4 \
             from (values {rows:bigint,text,bigint,text}) as v where outbox.id = v.column1 and outbox.state = 'queued'"
        ),
        &params![],
        &rows,
    )?;
    Ok(given_up)
}

/// Lets failed or bounced messages be tried again from the start.
///
/// # Errors
/// [`StoreError`] of the statement.
pub fn retry(tx: &mut Tx<'_>, now: Instant, ids: &[Id]) -> Result<u64> {
    tx.exec_ids(
        sql!(
            "update outbox set state = 'queued', attempts = 0, next_us = ?1 \
             where state in ('failed', 'bounced') and id in ({ids})"
        ),
        &params![now],
        ids,
    )
}

/// The messages about these streams, oldest first.
///
/// # Errors
/// [`StoreError`] of the query.
pub fn about(tx: &mut Tx<'_>, streams: &[Id]) -> Result<Vec<Message>> {
    let rows = tx.query_ids(
        sql!(
            "select id, key, kind, stream, body, state, attempts, created_us, last_error from outbox \
             where stream in ({ids}) order by id"
        ),
        &params![],
        streams,
    )?;
    rows.iter().map(read).collect()
}

/// How many messages are in a state.
///
/// # Errors
/// [`StoreError`] of the query.
pub fn count(tx: &mut Tx<'_>, state: State) -> Result<u64> {
    tx.query_one(sql!("select count(*) as number from outbox where state = ?1"), &params![state.as_str()])?
        .get("number")
}

fn wait(attempts: u32) -> Duration {
    Duration::from_secs(60 << attempts.saturating_sub(1).min(16)).min(WAIT_MAX)
}

fn later(now: Instant, wait: Duration) -> Instant {
    now.checked_add(wait).unwrap_or(Instant::MAX)
}

fn read(row: &Row) -> Result<Message> {
    Ok(Message {
        id: row.id("id")?,
        key: row.text("key")?,
        kind: row.text("kind")?,
        stream: row.id("stream")?,
        body: row.bytes("body")?,
        state: row
            .text("state")?
            .parse()
            .map_err(|()| StoreError::corrupt("outbox.state is none of the known"))?,
        attempts: row.get("attempts")?,
        created: row.instant("created_us")?,
        last_error: row.opt_text("last_error")?,
    })
}
