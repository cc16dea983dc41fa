//! Letters that did not arrive, and sending them once more by a way that works (GEN-FORM-01).

use kernel::{Id, Instant, Rule};
use store::{
    Tx,
    outbox::{self, Message},
    params, sql,
};

use super::{LetterLine, fate, letters_about, read_all};
use crate::{
    App, AppError, Refused,
    contracts::{self, Order, Outcome},
    letters::{self, LetterChannel, LetterJob},
    sealed::Purpose,
    tasks::{self, TaskKind},
};

/// A letter that did not arrive.
#[derive(Debug, Clone)]
pub struct Stranded {
    /// The letter.
    pub line: LetterLine,
    /// Why, as the next hop said; nothing personal.
    pub why: String,
    message: Message,
}

/// The letters about a stream that were given up or came back.
///
/// # Errors
/// [`AppError::Store`].
pub fn stranded(tx: &mut Tx<'_>, stream: Id) -> Result<Vec<Stranded>, AppError> {
    let lines = letters_about(tx, stream)?;
    let failed = outbox::about(tx, &[stream])?
        .into_iter()
        .filter(|message| matches!(message.state, outbox::State::Failed | outbox::State::Bounced));
    let mut stranded = Vec::new();
    for message in failed {
        let Ok(job) = serde_json::from_slice::<LetterJob>(&message.body) else { continue };
        let Some(line) = lines.iter().find(|line| line.id == job.letter) else { continue };
        let why = message.last_error.clone().unwrap_or_default();
        stranded.push(Stranded { line: line.clone(), why, message });
    }
    Ok(stranded)
}

/// Sends a letter that did not arrive once more, by this way, to where its reader is now. When none is left the task is
/// done.
///
/// # Errors
/// [`AppError::Refused`]: `letter-not-stranded` when it is not one of those; `letter-no-email` and `letter-registered` when
/// it cannot go that way.
pub fn send_again(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &kernel::Actor),
    stream: Id,
    (letter, channel): (Id, LetterChannel),
) -> Result<Outcome, AppError> {
    let refuse = |code| Err(AppError::Refused(Refused::new(code, Some(Rule("GEN-FORM-01")))));
    if store::command::seen(tx, &[command])?.remove(0).is_some() {
        return Ok(Outcome::AlreadyDone);
    }
    let stranded = stranded(tx, stream)?;
    let Some(found) = stranded.iter().find(|one| one.line.id == letter) else {
        return refuse("letter-not-stranded");
    };
    if fate::is_reminder(tx, &found.message)? {
        remind_anew(app, tx, now, (command, actor), &found.message)?;
        return finish(tx, now, (command, actor), stream, stranded.len());
    }
    let row = read_all(app, tx, &[letter])?.remove(&letter);
    let Some(row) = row else { return refuse("letter-not-stranded") };
    let Some(mut document) = row.document else { return refuse("letter-not-stranded") };
    let channel = if document.content.is_registered() { LetterChannel::Registered } else { channel };
    if let Some(to) = letters::reader(app, tx, row.holder, &row.house, row.language)? {
        document.to = to;
    }
    if channel == LetterChannel::Email && document.to.email.is_none() {
        return refuse("letter-no-email");
    }
    let sealed =
        app.seal(tx, now, (row.holder, Purpose::Letters, document.content.kind()), None, &document)?;
    // It is laid out anew, for the address it goes to now.
    tx.exec(
        sql!("update letter set channel = ?1, content = ?2, object = null, sent_us = null where id = ?3"),
        &params![channel.code(), sealed.id, letter],
    )?;
    outbox::retry(tx, now, &[found.message.id])?;
    finish(tx, now, (command, actor), stream, stranded.len())
}

fn finish(
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &kernel::Actor),
    stream: Id,
    stranded: usize,
) -> Result<Outcome, AppError> {
    if stranded == 1 {
        tasks::close(tx, now, actor, TaskKind::RedeliverLetter, &[stream])?;
    }
    store::command::record(tx, now, &[(command, "\"done\"".to_owned())])?;
    Ok(Outcome::Done)
}

/// A reminder never goes out twice as it was, for its term is not that of the first: a new one is sent, with a term of its
/// own, or none when nothing is open any more (NL-DUN-03, BE-DUN-03).
fn remind_anew(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &kernel::Actor),
    message: &Message,
) -> Result<(), AppError> {
    let order = Order {
        id: format!("{command}:remind"),
        contract: message.stream,
        command: policy::Command::RemindAgain,
        actor: actor.clone(),
    };
    match contracts::execute(app, tx, now, &[order])?.remove(0) {
        Ok(_) => {}
        Err(refused) if refused.code == "reminder-nothing-open" => {}
        Err(refused) => return Err(refused.into()),
    }
    outbox::set_state(tx, &[message.id], outbox::State::Replaced)?;
    Ok(())
}
