//! The journal: append-only events, a hash chain per stream. The bytes of a body are kept exactly as they were hashed.

use std::collections::{BTreeMap, HashMap};

use kernel::{Actor, Channel, Id, Instant, Role};
use sha2::{Digest, Sha256};

use crate::{Db, Result, Row, StoreError, Tx, Value, params, row, sql};

/// The longest body, in bytes.
pub const BODY_MAX: usize = 1 << 20;
/// Events held in memory while verifying.
const PAGE: i64 = 256;

/// Events to be added to one stream, all by one actor and command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    /// Which stream.
    pub stream: Id,
    /// How many events the writer has seen of it; 0 for a new one.
    pub expected: i64,
    /// Who, in which role, how, for whom, and the proof.
    pub actor: Actor,
    /// The command that caused them.
    pub command: String,
    /// When we came to know.
    pub recorded: Instant,
    /// The events, in order.
    pub events: Vec<NewEvent>,
}

/// An event before it has a place in its stream.
#[derive(Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Its name, for ever: `premium-fell-due`.
    pub kind: &'static str,
    /// The version of its body's form.
    pub version: u32,
    /// From when it counts.
    pub effective: Instant,
    /// Its body (JSON); nothing personal.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for NewEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewEvent({} v{})", self.kind, self.version)
    }
}

/// An event of the journal.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// Its stream.
    pub stream: Id,
    /// Its place in the stream, from 1.
    pub seq: i64,
    /// Its name.
    pub kind: String,
    /// The version of its body's form.
    pub version: u32,
    /// From when it counts.
    pub effective: Instant,
    /// When we came to know.
    pub recorded: Instant,
    /// Who did it.
    pub actor: Actor,
    /// The command that caused it.
    pub command: String,
    /// Its body.
    pub body: Vec<u8>,
    /// SHA-256 over the hash before it, its header and its body.
    pub hash: [u8; 32],
}

impl std::fmt::Debug for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Event({}/{} {} v{})", self.stream, self.seq, self.kind, self.version)
    }
}

/// Appends events; each stream may occur once. Answers the new number of events of each stream, in order.
///
/// # Errors
/// [`StoreError::Conflict`] when a stream has another number of events than expected (the transaction must be given up),
/// [`StoreError::TooLarge`]; [`StoreError`] of the statements.
pub fn append(tx: &mut Tx<'_>, appends: &[Append]) -> Result<Vec<i64>> {
    let mut heads = heads(tx, appends)?;
    let mut rows = Vec::new();
    let mut firsts = Vec::with_capacity(appends.len());
    for append in appends {
        let conflict = || StoreError::Conflict { stream: append.stream, expected: append.expected };
        let mut previous = match append.expected {
            0 => [0; 32],
            _ => heads.remove(&append.stream).ok_or_else(|| {
                tx.spoil();
                conflict()
            })?,
        };
        for (event, seq) in append.events.iter().zip(append.expected + 1..) {
            if event.body.len() > BODY_MAX {
                return Err(StoreError::TooLarge {
                    what: "the body of an event in bytes",
                    limit: BODY_MAX as u64,
                });
            }
            let header = Header {
                stream: append.stream,
                seq,
                kind: event.kind,
                version: event.version,
                effective: event.effective,
                recorded: append.recorded,
                actor: &append.actor,
                command: &append.command,
            };
            previous = header.hash(&previous, &event.body);
            if seq == append.expected + 1 {
                firsts.push((append.stream, append.expected, previous));
            }
            rows.push(header.row(&event.body, &previous));
        }
    }
    rows.sort_by(|a: &Vec<Value>, b| a[..2].cmp(&b[..2]));
    let count = tx.exec_rows(
        sql!(
            "insert into event (stream, seq, kind, version, effective_us, recorded_us, actor, role, channel, \
             on_behalf_of, proof, command, body, hash) values {rows} on conflict (stream, seq) do nothing"
        ),
        &params![],
        &rows,
    )?;
    if count != rows.len() as u64 {
        return Err(who_was_first(tx, &firsts)?);
    }
    Ok(appends.iter().map(|append| append.expected + append.events.len() as i64).collect())
}

/// The hash of the last event each writer has seen.
fn heads(tx: &mut Tx<'_>, appends: &[Append]) -> Result<HashMap<Id, [u8; 32]>> {
    let rows: Vec<_> = appends
        .iter()
        .filter(|append| append.expected > 0)
        .map(|append| row![append.stream, append.expected])
        .collect();
    let found = tx.query_rows(
        sql!(
            "select e.stream as stream, e.hash as hash from (values {rows:bigint,bigint}) as seen \
             join event e on e.stream = seen.column1 and e.seq = seen.column2"
        ),
        &params![],
        &rows,
    )?;
    found.iter().map(|row| Ok((row.id("stream")?, row.get("hash")?))).collect()
}

/// Names the first stream in whose next place stands another event than ours.
fn who_was_first(tx: &mut Tx<'_>, firsts: &[(Id, i64, [u8; 32])]) -> Result<StoreError> {
    let rows: Vec<_> =
        firsts.iter().map(|(stream, expected, hash)| row![*stream, *expected + 1, hash]).collect();
    let other = tx.query_rows(
        sql!(
            "select e.stream as stream, e.seq as seq from (values {rows:bigint,bigint,blob}) as ours \
             join event e on e.stream = ours.column1 and e.seq = ours.column2 and e.hash <> ours.column3"
        ),
        &params![],
        &rows,
    )?;
    tx.spoil();
    Ok(match (other.first(), firsts.first()) {
        (Some(row), _) => StoreError::Conflict { stream: row.id("stream")?, expected: row.i64("seq")? - 1 },
        // The very same events were written by another transaction.
        (None, Some((stream, expected, _))) => StoreError::Conflict { stream: *stream, expected: *expected },
        (None, None) => StoreError::Duplicate { table: "event".into(), columns: "stream, seq".into() },
    })
}

/// The events of streams, in order, their chains checked. A stream without events is not in the answer.
///
/// # Errors
/// [`StoreError::Corrupt`] naming stream and place when a chain is broken; [`StoreError`] of the query.
pub fn load(tx: &mut Tx<'_>, streams: &[impl Copy + Into<Id>]) -> Result<BTreeMap<Id, Vec<Event>>> {
    let rows = tx.query_ids(
        sql!(
            "select stream, seq, kind, version, effective_us, recorded_us, actor, role, channel, on_behalf_of, proof, \
             command, body, hash from event where stream in ({ids}) order by stream, seq"
        ),
        &params![],
        streams,
    )?;
    let mut chain = Chain::default();
    let mut events: BTreeMap<Id, Vec<Event>> = BTreeMap::new();
    for row in rows {
        let event = read(row)?;
        if let Some(what) = chain.next(&event) {
            return Err(StoreError::corrupt(format!(
                "event {} of stream {} {what}",
                event.seq, event.stream
            )));
        }
        events.entry(event.stream).or_default().push(event);
    }
    Ok(events)
}

/// A place where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// Which stream.
    pub stream: Id,
    /// Which event.
    pub seq: i64,
    /// What is wrong there.
    pub what: &'static str,
}

/// What [`verify`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chains {
    /// Streams read.
    pub streams: u64,
    /// Events read.
    pub events: u64,
    /// Broken places: the first of each stream, at most 100.
    pub breaks: Vec<Break>,
}

/// Reads the whole journal and computes every chain again, in pages. `progress` is told the number of events read so far.
/// Events cut off the end of a stream leave a sound chain: compare with the numbers of events the state rows tell.
///
/// # Errors
/// [`StoreError`] of the queries.
pub fn verify(db: &Db, mut progress: impl FnMut(u64)) -> Result<Chains> {
    let mut chains = Chains::default();
    let mut chain = Chain::default();
    let mut broken = None;
    let mut after = (0_i64, 0_i64);
    loop {
        let rows = db.read_run(move |tx| {
            tx.query(
                sql!(
                    "select stream, seq, kind, version, effective_us, recorded_us, actor, role, channel, on_behalf_of, \
                     proof, command, body, hash from event where (stream, seq) > (?1, ?2) order by stream, seq limit ?3"
                ),
                &params![after.0, after.1, PAGE],
            )
        })?;
        let is_last = rows.len() < PAGE as usize;
        for row in rows {
            let (stream, seq): (Id, i64) = (row.id("stream")?, row.i64("seq")?);
            if stream.as_i64() != after.0 {
                chains.streams += 1;
            }
            after = (stream.as_i64(), seq);
            chains.events += 1;
            // A row that cannot be read is a fault of its stream, not of the check.
            let what = match read(row) {
                Ok(event) => chain.next(&event),
                Err(_) => Some("cannot be read"),
            };
            if let Some(what) = what
                && broken != Some(stream)
            {
                broken = Some(stream);
                if chains.breaks.len() < 100 {
                    chains.breaks.push(Break { stream, seq, what });
                }
            }
        }
        progress(chains.events);
        if is_last {
            return Ok(chains);
        }
    }
}

/// Follows the chains of events that come in order.
#[derive(Default)]
struct Chain {
    stream: Option<Id>,
    seq: i64,
    hash: [u8; 32],
}

impl Chain {
    /// Takes the next event; says what is wrong with it.
    fn next(&mut self, event: &Event) -> Option<&'static str> {
        if self.stream != Some(event.stream) {
            *self = Self { stream: Some(event.stream), seq: 0, hash: [0; 32] };
        }
        let header = Header {
            stream: event.stream,
            seq: event.seq,
            kind: &event.kind,
            version: event.version,
            effective: event.effective,
            recorded: event.recorded,
            actor: &event.actor,
            command: &event.command,
        };
        let fits_place = event.seq == self.seq + 1;
        let fits_hash = header.hash(&self.hash, &event.body) == event.hash;
        (self.seq, self.hash) = (event.seq, event.hash);
        match (fits_place, fits_hash) {
            (false, _) => Some("does not follow the event before it"),
            (true, false) => Some("differs from its hash"),
            (true, true) => None,
        }
    }
}

struct Header<'a> {
    stream: Id,
    seq: i64,
    kind: &'a str,
    version: u32,
    effective: Instant,
    recorded: Instant,
    actor: &'a Actor,
    command: &'a str,
}

impl Header<'_> {
    /// SHA-256 over the previous hash, every field of the header with its length, and the body. The form is eternal.
    fn hash(&self, previous: &[u8; 32], body: &[u8]) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(previous);
        let mut field = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        let actor = self.actor;
        field(&self.stream.as_i64().to_be_bytes());
        field(&self.seq.to_be_bytes());
        field(self.kind.as_bytes());
        field(&self.version.to_be_bytes());
        field(&self.effective.as_microsecond().to_be_bytes());
        field(&self.recorded.as_microsecond().to_be_bytes());
        field(&actor.id.as_i64().to_be_bytes());
        field(actor.role.code().as_bytes());
        field(actor.channel.code().as_bytes());
        field(&actor.on_behalf_of.map_or(0, Id::as_i64).to_be_bytes());
        field(actor.proof.as_deref().unwrap_or_default().as_bytes());
        field(self.command.as_bytes());
        field(body);
        hash.finalize().into()
    }

    fn row(&self, body: &[u8], hash: &[u8; 32]) -> Vec<Value> {
        let actor = self.actor;
        row![
            self.stream,
            self.seq,
            self.kind,
            self.version,
            self.effective,
            self.recorded,
            actor.id,
            actor.role.code(),
            actor.channel.code(),
            actor.on_behalf_of,
            actor.proof.as_deref(),
            self.command,
            body,
            hash
        ]
    }
}

fn read(mut row: Row) -> Result<Event> {
    Ok(Event {
        stream: row.id("stream")?,
        seq: row.i64("seq")?,
        kind: row.take("kind")?,
        version: row.get("version")?,
        effective: row.instant("effective_us")?,
        recorded: row.instant("recorded_us")?,
        actor: Actor {
            id: row.id("actor")?,
            role: row.parse::<Role>("role")?,
            channel: row.parse::<Channel>("channel")?,
            on_behalf_of: row.opt_id("on_behalf_of")?,
            proof: row.take("proof")?,
        },
        command: row.take("command")?,
        body: row.take("body")?,
        hash: row.get("hash")?,
    })
}
