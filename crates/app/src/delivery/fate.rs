//! What became of a letter after it left the house, as the mail server or the post says (GEN-TIME-06, AMB-12).
//!
//! A letter that came back starts no term: a reminder that was mailed goes by post at the next run, one that was posted waits
//! until somebody has found the address. Proof of receipt, and of the deposit of a registered item, beats what was presumed.

use billing::BillingEvent;
use kernel::{Actor, Country, Date, Id, Instant, Rule};
use policy::{Command, Consequence, Contract, ContractEvent, Fact};
use serde::{Deserialize, Serialize};
use store::{
    Tx,
    outbox::{self, Message},
    params, sql,
};

use crate::{
    App, AppError, Refused,
    apply::Attached,
    attachments::{self, Upload},
    contracts::{self, Order, Outcome},
    corrections,
    sealed::Purpose,
    streams,
    tasks::{self, NewTask, TaskKind},
};

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It came back: the mail bounced, the post could not deliver it.
    CameBack {
        /// Why, as a short code: `5.1.1`, `moved`. Nothing personal.
        why: String,
    },
    /// It was handed in as a registered item.
    Deposited {
        /// Day on the slip.
        on: Date,
        /// Number of the item.
        item: String,
    },
    /// It is proven that it arrived.
    Received {
        /// On which day.
        on: Date,
    },
}

impl Fate {
    /// Its name in a list: `returned`, `deposited`, `received`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CameBack { .. } => "returned",
            Self::Deposited { .. } => "deposited",
            Self::Received { .. } => "received",
        }
    }
}

/// What is said of a letter.
#[derive(Debug, Clone)]
pub struct Report {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// The letter, by its reference: see [`reference`].
    pub reference: String,
    /// What became of it.
    pub fate: Fate,
    /// What the desk notes; may be empty.
    pub note: String,
    /// The slip or the envelope.
    pub paper: Option<Upload>,
    /// Who says so.
    pub actor: Actor,
}

/// What proves receipt or deposit; sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Number of the registered item.
    pub item: Option<String>,
    /// What the desk noted.
    pub note: String,
    /// The slip.
    pub paper: Option<Attached>,
}

/// The reference of the letter that an event brought: it names the file that is printed and begins the ID of the mail.
pub fn reference(stream: Id, seq: i64) -> String {
    format!("letter-{stream}-{seq}")
}

/// The key of the outbox that a reference names, however it was copied: from a mail's ID or a file's name.
fn key(reference: &str) -> String {
    let bare = reference.trim().trim_matches(['<', '>']);
    let bare = bare.split_once('@').map_or(bare, |(bare, _)| bare);
    bare.trim_end_matches(".pdf").trim_end_matches(".eml").replace('-', ":")
}

fn refused(code: &str) -> AppError {
    AppError::Refused(Refused::new(code, Some(Rule("GEN-TIME-06"))))
}

/// A letter that a report is about.
struct Found {
    message: Message,
    holder: Id,
    registered: bool,
    /// The number of the reminder and the country, when it is one.
    reminder: Option<(u32, Country)>,
}

fn find(tx: &mut Tx<'_>, reference: &str) -> Result<Found, AppError> {
    let key = key(reference);
    let message = outbox::with_key(tx, &key)?.filter(|message| message.kind == "letter");
    let message = message.ok_or_else(|| refused("letter-unknown"))?;
    let letter = super::letter_of(&message).ok().flatten().ok_or_else(|| refused("letter-unknown"))?;
    let row = tx.query_one(sql!("select holder, channel from letter where id = ?1"), &params![letter])?;
    let reminder = reminder_sent(tx, message.stream, seq_of(&key))?;
    let registered = row.text("channel")? == "registered";
    Ok(Found { holder: row.id("holder")?, registered, reminder, message })
}

/// The place of the event that brought a letter, from its key.
fn seq_of(key: &str) -> Option<i64> {
    key.rsplit(':').next()?.parse().ok()
}

/// The reminder that a letter of a contract is, and the contract's country.
fn reminder_sent(tx: &mut Tx<'_>, stream: Id, seq: Option<i64>) -> Result<Option<(u32, Country)>, AppError> {
    let row = tx.query_opt(sql!("select country from contract where id = ?1"), &params![stream])?;
    let (Some(row), Some(seq)) = (row, seq) else { return Ok(None) };
    let country = row.parse("country")?;
    let facts = contracts::facts(tx, &[stream])?.remove(&stream).unwrap_or_default();
    let no = facts.iter().find(|fact| fact.seq == seq).and_then(|fact| match &fact.event {
        ContractEvent::Billing(BillingEvent::ReminderSent { no, .. }) => Some(*no),
        _ => None,
    });
    Ok(no.map(|no| (no, country)))
}

/// Whether a message is the letter of a reminder.
pub(super) fn is_reminder(tx: &mut Tx<'_>, message: &Message) -> Result<bool, AppError> {
    Ok(reminder_sent(tx, message.stream, seq_of(&message.key))?.is_some())
}

/// The reference of the letter in which a reminder was sent.
pub fn of_reminder(facts: &[Fact], contract: Id, reminder: u32) -> Option<String> {
    let sent = |fact: &&Fact| matches!(&fact.event, ContractEvent::Billing(BillingEvent::ReminderSent { no, .. }) if *no == reminder);
    facts.iter().find(sent).map(|fact| reference(contract, fact.seq))
}

/// The command that a report is for the contract; none when the letter is no reminder.
fn command(found: &Found, fate: &Fate, proof: Option<kernel::VaultRef>) -> Result<Option<Command>, AppError> {
    if !found.registered && matches!(fate, Fate::Deposited { .. }) {
        return Err(refused("letter-not-registered"));
    }
    let Some((no, country)) = found.reminder else { return Ok(None) };
    Ok(Some(match fate {
        Fate::CameBack { why } => Command::ReturnReminder { no, reason: why.clone() },
        // AMB-12: in Belgium the term counts from the deposit, whenever it was received.
        Fate::Received { .. } if found.registered && country == Country::Be => {
            return Err(AppError::Refused(Refused::new("letter-counts-from-deposit", Some(Rule("AMB-12")))));
        }
        Fate::Deposited { on, .. } | Fate::Received { on } => {
            Command::ProveReceipt { no, received: *on, proof }
        }
    }))
}

/// What would follow from a report; nothing for a letter that is no reminder.
///
/// # Errors
/// [`AppError::Refused`] as [`record`]; inside, why the contract would refuse it.
pub fn preview(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    report: &Report,
) -> Result<Result<Vec<Consequence>, Refused>, AppError> {
    let found = find(tx, &report.reference)?;
    match command(&found, &report.fate, None)? {
        Some(command) => corrections::follows(app, tx, now, (found.message.stream, &command), &report.actor),
        None => Ok(Ok(Vec::new())),
    }
}

/// Records what became of a letter. Claims for damage in a time whose cover this changes are to be looked at again.
///
/// # Errors
/// [`AppError::Refused`]: `letter-unknown`, `letter-not-registered`, `letter-counts-from-deposit`, or as the contract refuses
/// it (`reminder-…`).
pub fn record(app: &App, tx: &mut Tx<'_>, now: Instant, report: &Report) -> Result<Outcome, AppError> {
    if store::command::seen(tx, &[report.id.as_str()])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let found = find(tx, &report.reference)?;
    let proof = proof(app, tx, now, &found, report)?;
    let mut outcome = Outcome::Done;
    if let Some(command) = command(&found, &report.fate, proof)? {
        let contract = found.message.stream;
        let follows = corrections::follows(app, tx, now, (contract, &command), &report.actor)??;
        let id = format!("{}:contract", report.id);
        let order = Order { id, contract, command, actor: report.actor.clone() };
        outcome = contracts::execute(app, tx, now, &[order])?.remove(0)?;
        corrections::look_again(app, tx, now, contract, &follows)?;
    }
    match &report.fate {
        Fate::CameBack { why } => {
            if !goes_anew(tx, &found.message, found.reminder.map(|(no, _)| no))? {
                outbox::came_back(tx, found.message.id, why)?;
                open_task(app, tx, now, &found.message)?;
            }
        }
        Fate::Deposited { .. } | Fate::Received { .. } => {
            outbox::set_state(tx, &[found.message.id], outbox::State::Proven)?;
        }
    }
    store::command::record(tx, now, &[(report.id.as_str(), "\"done\"".to_owned())])?;
    Ok(outcome)
}

/// A letter that was given up: a reminder among them started no term.
pub(super) fn given_up(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    message: &Message,
    why: &str,
) -> Result<(), AppError> {
    let reminder = reminder_sent(tx, message.stream, seq_of(&message.key))?.map(|(no, _)| no);
    if let Some(no) = reminder {
        let order = Order {
            id: format!("given-up:{}", message.key),
            contract: message.stream,
            command: Command::ReturnReminder { no, reason: why.to_owned() },
            actor: App::machine(),
        };
        // What the contract no longer cares about needs nothing more.
        let _ = contracts::execute(app, tx, now, &[order])?;
    }
    if goes_anew(tx, message, reminder)? {
        return Ok(());
    }
    open_task(app, tx, now, message)
}

/// Whether a reminder that came back needs nobody: the next run sends it by post, or nothing is open any more. It is put by.
fn goes_anew(tx: &mut Tx<'_>, message: &Message, reminder: Option<u32>) -> Result<bool, AppError> {
    if let Some(no) = reminder {
        let loaded = streams::look::<Contract>(tx, &[message.stream])?;
        if !loaded[&message.stream].state()?.waits_for_address(no) {
            outbox::set_state(tx, &[message.id], outbox::State::Replaced)?;
            return Ok(true);
        }
    }
    Ok(false)
}

fn open_task(app: &App, tx: &mut Tx<'_>, now: Instant, message: &Message) -> Result<(), AppError> {
    let task = NewTask {
        kind: TaskKind::RedeliverLetter,
        stream: message.stream,
        rule: Rule("GEN-FORM-01"),
        due: None,
        amount: None,
        detail: message.kind.clone(),
    };
    tasks::open(app, tx, now, &[task])
}

/// Seals what proves it, and keeps the paper.
fn proof(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    found: &Found,
    report: &Report,
) -> Result<Option<kernel::VaultRef>, AppError> {
    let item = match &report.fate {
        Fate::Deposited { item, .. } => Some(item.clone()),
        _ => None,
    };
    if item.is_none() && report.note.is_empty() && report.paper.is_none() {
        return Ok(None);
    }
    attachments::keep(tx, now, report.paper.as_ref())?;
    let paper = report.paper.as_ref().map(|upload| upload.attached.clone());
    let proof = Proof { item, note: report.note.clone(), paper };
    Ok(Some(app.seal(tx, now, (found.holder, Purpose::Desk, "receipt"), None, &proof)?))
}

/// A letter of whatever policy that came back or was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Its kind.
    pub kind: String,
    /// How it went.
    pub channel: String,
    /// When it was made.
    pub made: Instant,
    /// Why it came back.
    pub why: String,
    /// Number of the policy, if it is about one.
    pub policy: Option<String>,
    /// Number of the claim, if it is about one.
    pub claim: Option<String>,
}

/// The most letters a page of [`lost`] has.
pub const PAGE: u32 = 50;

/// Letters that came back or were given up, the newest first, with the number there are in all.
///
/// # Errors
/// [`AppError::Store`].
pub fn lost(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<Lost>, u64), AppError> {
    let count = tx.query_one(
        sql!(
            "select count(*) as number from outbox where kind = 'letter' and state in ('failed', 'bounced')"
        ),
        &params![],
    )?;
    let rows = tx.query(
        sql!(
            "select id, body, last_error from outbox where kind = 'letter' and state in ('failed', 'bounced') \
             order by created_us desc, id desc limit ?1 offset ?2"
        ),
        &params![PAGE, page * PAGE],
    )?;
    let mut letters: Vec<(Id, String)> = Vec::new();
    for row in &rows {
        let job: crate::letters::LetterJob = serde_json::from_slice(&row.bytes("body")?).map_err(|_| {
            AppError::damaged("a message", row.id::<Id>("id").unwrap_or_else(|_| App::machine().id))
        })?;
        letters.push((job.letter, row.opt_text("last_error")?.unwrap_or_default()));
    }
    let ids: Vec<Id> = letters.iter().map(|(letter, _)| *letter).collect();
    let rows = tx.query_ids(
        sql!(
            "select l.id as id, l.kind as kind, l.channel as channel, l.made_us as made_us, k.number as policy, \
             c.number as claim from letter l left join claim c on c.id = l.stream \
             left join contract k on k.id = coalesce(c.contract, l.stream) where l.id in ({ids})"
        ),
        &params![],
        &ids,
    )?;
    let mut lost = Vec::with_capacity(rows.len());
    for (id, why) in letters {
        for row in &rows {
            if row.id::<Id>("id")? == id {
                lost.push(Lost {
                    kind: row.text("kind")?,
                    channel: row.text("channel")?,
                    made: row.instant("made_us")?,
                    why: why.clone(),
                    policy: row.opt_text("policy")?,
                    claim: row.opt_text("claim")?,
                });
            }
        }
    }
    Ok((lost, count.get("number")?))
}
