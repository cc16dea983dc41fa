//! Loading, deciding on and saving streams of events: the one way in which anything of the domain changes.
//!
//! A stream's state row is a cache of its fold. It is read and locked, decided on in memory, and written together with the
//! journal, all in the caller's transaction. A state of an older version is folded again from the journal.

use std::collections::BTreeMap;

use kernel::{Actor, Id, Instant};
use serde::{Serialize, de::DeserializeOwned};
use store::{
    Tx, Value,
    journal::{self, Append, NewEvent},
    params,
    sql::Sql,
};

use crate::AppError;

/// A kind of stream: its events, its state, and the table its state is cached in.
pub trait Stream: Sized + Clone + Serialize + DeserializeOwned + Send + 'static {
    /// What can happen to it.
    type Event: Clone + Send + 'static;

    /// The name of the kind: `contract`. Also the `what` of its due dates and stuck items.
    const WHAT: &'static str;
    /// The version of the state as it is cached.
    const STATE_VERSION: i64;
    /// The version in which events are written.
    const EVENT_VERSION: u32;

    /// Name of an event.
    fn kind(event: &Self::Event) -> &'static str;
    /// Bytes of an event.
    fn write(event: &Self::Event) -> Vec<u8>;
    /// An event from what was stored.
    ///
    /// # Errors
    /// When it is of no version ever written.
    fn read(version: u32, body: &[u8]) -> Result<Self::Event, serde_json::Error>;
    /// The state after one more event.
    fn next(state: Option<Self>, event: &Self::Event, effective: Instant) -> Self;
    /// `select id, version, state_version, state from … where id in ({ids})`.
    fn select() -> &'static Sql;
    /// The same, `{for_update}`.
    fn select_locked() -> &'static Sql;
    /// `insert into … values {rows} on conflict (id) do update …`, taking what [`Stream::row`] gives.
    fn upsert() -> &'static Sql;
    /// The row; begins with id, version, state version, state.
    fn row(&self, id: Id, version: i64, state: String, now: Instant) -> Vec<Value>;
    /// When time next matters to it, after `now` where only its row changes then.
    fn next_due(&self, now: Instant) -> Option<Instant>;
}

/// A stream as loaded, and what was decided on it since.
#[derive(Debug, Clone)]
pub struct Loaded<S: Stream> {
    /// Its id.
    pub id: Id,
    /// Events stored before this transaction.
    pub version: i64,
    /// State, with what was decided since; none before the first event.
    pub state: Option<S>,
    /// Whether its row was written by an older program.
    pub is_old: bool,
    /// What was decided since: events with the actor and command that caused them.
    pub new: Vec<New<S::Event>>,
}

/// An event decided on and not yet stored.
#[derive(Debug, Clone)]
pub struct New<E> {
    /// The event.
    pub event: E,
    /// From when it counts.
    pub effective: Instant,
    /// Who did it.
    pub actor: Actor,
    /// The command that caused it.
    pub command: String,
}

impl<S: Stream> Loaded<S> {
    /// A stream without events.
    pub fn empty(id: Id) -> Self {
        Self { id, version: 0, state: None, is_old: false, new: Vec::new() }
    }

    /// Adds an event.
    pub fn add(&mut self, event: S::Event, effective: Instant, actor: &Actor, command: &str) {
        self.state = Some(S::next(self.state.take(), &event, effective));
        self.new.push(New { event, effective, actor: actor.clone(), command: command.to_owned() });
    }

    /// The state, which is there.
    ///
    /// # Errors
    /// [`AppError::Missing`] when the stream has no events.
    pub fn state(&self) -> Result<&S, AppError> {
        self.state.as_ref().ok_or_else(|| AppError::missing(S::WHAT, self.id))
    }

    /// The place in the stream of the new event with this index.
    pub fn seq_of(&self, index: usize) -> i64 {
        self.version + 1 + i64::try_from(index).expect("few new events")
    }
}

/// Loads streams to look at.
///
/// # Errors
/// [`AppError::Store`], or [`AppError::Damaged`] when a journal does not fold.
pub fn look<S: Stream>(tx: &mut Tx<'_>, ids: &[Id]) -> Result<BTreeMap<Id, Loaded<S>>, AppError> {
    load_with(tx, S::select(), ids)
}

/// Loads streams to decide on; on PostgreSQL their rows are locked in key order.
///
/// # Errors
/// As [`look`].
pub fn load<S: Stream>(tx: &mut Tx<'_>, ids: &[Id]) -> Result<BTreeMap<Id, Loaded<S>>, AppError> {
    load_with(tx, S::select_locked(), ids)
}

fn load_with<S: Stream>(
    tx: &mut Tx<'_>,
    sql: &'static Sql,
    ids: &[Id],
) -> Result<BTreeMap<Id, Loaded<S>>, AppError> {
    let mut loaded: BTreeMap<Id, Loaded<S>> = ids.iter().map(|id| (*id, Loaded::empty(*id))).collect();
    let mut old = Vec::new();
    for row in tx.query_ids(sql, &params![], ids)? {
        let id: Id = row.id("id")?;
        let version = row.i64("version")?;
        let state = if row.i64("state_version")? == S::STATE_VERSION {
            let text = row.text("state")?;
            Some(serde_json::from_str(&text).map_err(|_| AppError::damaged("the cached state", id))?)
        } else {
            old.push(id);
            None
        };
        loaded.insert(id, Loaded { id, version, is_old: state.is_none(), state, new: Vec::new() });
    }
    if !old.is_empty() {
        for (id, state) in fold::<S>(tx, &old)? {
            loaded.get_mut(&id).expect("it was asked for").state = state;
        }
    }
    Ok(loaded)
}

/// Folds streams from their journal, without the cache.
///
/// # Errors
/// [`AppError::Damaged`] when an event cannot be read.
pub fn fold<S: Stream>(tx: &mut Tx<'_>, ids: &[Id]) -> Result<BTreeMap<Id, Option<S>>, AppError> {
    let mut folded = BTreeMap::new();
    for (id, events) in journal::load(tx, ids)? {
        let mut state = None;
        for event in events {
            let read = S::read(event.version, &event.body)
                .map_err(|_| AppError::damaged("an event", format!("{id}/{}", event.seq)))?;
            state = Some(S::next(state, &read, event.effective));
        }
        folded.insert(id, state);
    }
    Ok(folded)
}

/// Writes what was decided: journal, state, due dates. Streams without new events are left alone.
///
/// # Errors
/// [`AppError::Store`]; a conflict means that somebody else decided first.
pub fn save<'a, S: Stream>(
    tx: &mut Tx<'_>,
    now: Instant,
    streams: impl IntoIterator<Item = &'a Loaded<S>>,
) -> Result<(), AppError> {
    let changed: Vec<&Loaded<S>> = streams.into_iter().filter(|s| !s.new.is_empty()).collect();
    if changed.is_empty() {
        return Ok(());
    }
    for wave in waves(now, &changed) {
        journal::append(tx, &wave)?;
    }
    write_rows(tx, now, &changed)
}

/// Writes the rows and due dates of streams again that something decided earlier now changes.
///
/// # Errors
/// [`AppError::Store`].
pub fn refresh<'a, S: Stream>(
    tx: &mut Tx<'_>,
    now: Instant,
    streams: impl IntoIterator<Item = &'a Loaded<S>>,
) -> Result<(), AppError> {
    write_rows(tx, now, &streams.into_iter().collect::<Vec<_>>())
}

fn write_rows<S: Stream>(tx: &mut Tx<'_>, now: Instant, streams: &[&Loaded<S>]) -> Result<(), AppError> {
    if streams.is_empty() {
        return Ok(());
    }
    let mut rows = Vec::with_capacity(streams.len());
    let mut dues = Vec::with_capacity(streams.len());
    for stream in streams {
        let state = stream.state()?;
        let version = stream.seq_of(stream.new.len()) - 1;
        let text = serde_json::to_string(state).map_err(|_| AppError::damaged("the state", stream.id))?;
        rows.push(state.row(stream.id, version, text, now));
        dues.push((stream.id, state.next_due(now)));
    }
    tx.exec_rows(S::upsert(), &params![], &rows)?;
    store::due::set(tx, S::WHAT, &dues)?;
    Ok(())
}

/// One append per run of events by the same actor and command. A stream occurs once in each wave, as the journal wants it.
fn waves<S: Stream>(now: Instant, changed: &[&Loaded<S>]) -> Vec<Vec<Append>> {
    let mut waves: Vec<Vec<Append>> = Vec::new();
    for stream in changed {
        let runs = stream.new.chunk_by(|a, b| a.command == b.command && a.actor == b.actor);
        let mut expected = stream.version;
        for (wave, run) in runs.enumerate() {
            if waves.len() == wave {
                waves.push(Vec::new());
            }
            waves[wave].push(Append {
                stream: stream.id,
                expected,
                actor: run[0].actor.clone(),
                command: run[0].command.clone(),
                recorded: now,
                events: run.iter().map(event::<S>).collect(),
            });
            expected += i64::try_from(run.len()).expect("few new events");
        }
    }
    waves
}

fn event<S: Stream>(new: &New<S::Event>) -> NewEvent {
    NewEvent {
        kind: S::kind(&new.event),
        version: S::EVENT_VERSION,
        effective: new.effective,
        body: S::write(&new.event),
    }
}
