//! What leaves the house, after the commit that made it due: at least once, each with its key.
//!
//! A letter was fixed and sealed in its transaction; here it is laid out, its bytes are kept (they are never laid out again),
//! and it is handed over. A hand-over that fails is tried again later; nothing is lost when the process dies in between.

use std::time::Duration;

use documents::{Document, Rendered};
use kernel::{EmailAddress, Id, Instant, Language, Rule};
use store::{
    Priority, Tx,
    objects::{Attachment, Objects},
    outbox::{self, Message},
    params, sql,
};

use crate::{
    App, AppError, letters,
    letters::{LetterChannel, LetterJob},
    sealed::Purpose,
    tasks::{self, NewTask, TaskKind},
};

/// Where things go. The shell has the real ones; each may be called again with the same key.
pub trait Outlet: Send + Sync {
    /// Hands a mail over to the mail server.
    ///
    /// # Errors
    /// Why not, without personal data.
    fn mail(&self, key: &str, to: &EmailAddress, mail: &Rendered) -> Result<(), String>;

    /// Puts a letter into the print folder; registered ones apart.
    ///
    /// # Errors
    /// Why not, without personal data.
    fn print(&self, key: &str, registered: bool, letter: &Rendered) -> Result<(), String>;

    /// Hands a bank file over.
    ///
    /// # Errors
    /// Why not, without personal data.
    fn bank_file(&self, name: &str, bytes: &[u8]) -> Result<(), String>;
}

/// What one round of delivery did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Delivered {
    /// Handed over.
    pub done: u64,
    /// To be tried again.
    pub failed: u64,
}

/// Messages taken at once.
const TAKE: u32 = 64;
/// How long nobody else takes what was taken.
const LEASE: Duration = Duration::from_secs(300);

/// Delivers what waits, until nothing is due.
///
/// # Errors
/// [`AppError::Store`] when the database fails. What an outlet refuses is no error: it is tried again later.
pub fn run(app: &App, now: Instant, outlet: &dyn Outlet) -> Result<Delivered, AppError> {
    let mut delivered = Delivered::default();
    loop {
        let messages = app.db.write(Priority::Run, move |tx| outbox::take_due(tx, now, LEASE, TAKE))?;
        if messages.is_empty() {
            return Ok(delivered);
        }
        for message in messages {
            // A letter that cannot be laid out must not stop all others.
            let attempt = std::panic::AssertUnwindSafe(|| deliver(app, now, outlet, &message));
            let delivered_ = std::panic::catch_unwind(attempt);
            match delivered_.unwrap_or_else(|_| Err("the program gave up on it".to_owned())) {
                Ok(()) => {
                    app.db.write(Priority::Run, move |tx| outbox::done(tx, &[message.id]))?;
                    delivered.done += 1;
                }
                Err(why) => {
                    delivered.failed += 1;
                    give_back(app, now, message, why)?;
                }
            }
        }
    }
}

fn give_back(app: &App, now: Instant, message: Message, why: String) -> Result<(), AppError> {
    let app_ = app.clone();
    let attempts = [(message, why)];
    app.db.write(Priority::Run, move |tx| {
        let given_up = outbox::failed(tx, now, &attempts)?;
        if !given_up.is_empty() {
            let task = NewTask {
                kind: TaskKind::RedeliverLetter,
                stream: attempts[0].0.stream,
                rule: Rule("GEN-FORM-01"),
                due: None,
                amount: None,
                detail: attempts[0].0.kind.clone(),
            };
            tasks::open(&app_, tx, now, &[task])?;
        }
        Ok::<(), AppError>(())
    })
}

fn deliver(app: &App, now: Instant, outlet: &dyn Outlet, message: &Message) -> Result<(), String> {
    match message.kind.as_str() {
        "letter" => {
            let job: LetterJob =
                serde_json::from_slice(&message.body).map_err(|_| "its body is not readable")?;
            let Some(made) = print(app, now, job.letter).map_err(|error| error.to_string())? else {
                return Ok(());
            };
            match (made.channel, &made.to) {
                (LetterChannel::Email, Some(to)) => outlet.mail(&message.key, to, &made.rendered)?,
                (channel, _) => {
                    outlet.print(&message.key, channel == LetterChannel::Registered, &made.rendered)?;
                }
            }
            let letter = job.letter;
            app.db
                .write(Priority::Run, move |tx| {
                    tx.exec(sql!("update letter set sent_us = ?1 where id = ?2"), &params![now, letter])
                })
                .map_err(|error: store::StoreError| error.to_string())?;
            Ok(())
        }
        "bank-file" => {
            let batch = message.stream;
            let app_ = app.clone();
            let (name, bytes) = app
                .db
                .read(move |tx| crate::money::bank_file(&app_, tx, batch))
                .map_err(|error: AppError| error.to_string())?;
            outlet.bank_file(&name, &bytes)
        }
        _ => Err("nobody delivers this kind".to_owned()),
    }
}

/// A letter ready to be handed over.
struct Made {
    rendered: Rendered,
    channel: LetterChannel,
    to: Option<EmailAddress>,
}

/// Lays a letter out, or takes the bytes that were kept when it was laid out before. None when its reader was forgotten.
fn print(app: &App, now: Instant, letter: Id) -> Result<Option<Made>, AppError> {
    let app_ = app.clone();
    let row = app.db.read(move |tx| read(&app_, tx, letter))?;
    let Some(document) = row.document else { return Ok(None) };
    let house = letters::house(app, &row.house)?;
    let mut rendered = documents::render(&document, row.language, &house)
        .map_err(|error| AppError::Render(error.to_string()))?;
    if let Some(pdf) = &mut rendered.pdf {
        if let Some(object) = &row.object {
            if let Attachment::Bytes(bytes) = app.objects.get(&app.vault, object)? {
                pdf.bytes = bytes;
            }
        } else {
            let object = app.objects.put(&app.vault, now, row.holder, Purpose::Letters.name(), &pdf.bytes)?;
            let name = pdf.file_name.clone();
            app.db.write(Priority::Run, move |tx| {
                Objects::keep(tx, now, std::slice::from_ref(&object))?;
                tx.exec_one(
                    sql!("update letter set object = ?1, file_name = ?2 where id = ?3"),
                    &params![object.hash.as_str(), name.as_str(), letter],
                )
            })?;
        }
    }
    Ok(Some(Made { rendered, channel: row.channel, to: document.to.email.clone() }))
}

struct LetterRow {
    holder: Id,
    language: Language,
    house: String,
    channel: LetterChannel,
    object: Option<String>,
    document: Option<Document>,
}

fn read(app: &App, tx: &mut Tx<'_>, letter: Id) -> Result<LetterRow, AppError> {
    let row = tx.query_one(
        sql!("select holder, language, house, channel, object, content from letter where id = ?1"),
        &params![letter],
    )?;
    Ok(LetterRow {
        holder: row.id("holder")?,
        language: row.parse("language")?,
        house: row.text("house")?,
        channel: match row.text("channel")?.as_str() {
            "email" => LetterChannel::Email,
            "registered" => LetterChannel::Registered,
            _ => LetterChannel::Print,
        },
        object: row.opt_text("object")?,
        document: app.unseal_row(tx, row.id("content")?)?,
    })
}

/// A letter as a list shows it.
#[derive(Debug, Clone)]
pub struct LetterLine {
    /// Its id.
    pub id: Id,
    /// Its kind, the key of its name.
    pub kind: String,
    /// How it went: `email`, `print`, `registered`.
    pub channel: String,
    /// When it was made.
    pub made: Instant,
    /// When it was handed over.
    pub sent: Option<Instant>,
    /// Whether there is a PDF.
    pub has_pdf: bool,
}

/// Letters about a stream, the newest first, at most 100.
///
/// # Errors
/// [`AppError::Store`].
pub fn letters_about(tx: &mut Tx<'_>, stream: Id) -> Result<Vec<LetterLine>, AppError> {
    let rows = tx.query(
        sql!(
            "select id, kind, channel, made_us, sent_us, object from letter where stream = ?1 \
             order by made_us desc, id desc limit 100"
        ),
        &params![stream],
    )?;
    rows.iter()
        .map(|row| {
            Ok(LetterLine {
                id: row.id("id")?,
                kind: row.text("kind")?,
                channel: row.text("channel")?,
                made: row.instant("made_us")?,
                sent: row.opt_instant("sent_us")?,
                has_pdf: row.opt_text("object")?.is_some(),
            })
        })
        .collect()
}

/// The PDF of a letter as it was sent, with its file name; lays it out now when the delivery has not come to it yet.
///
/// # Errors
/// [`AppError::Missing`] when there is no such letter about that stream, or its reader was forgotten.
pub fn letter_pdf(app: &App, now: Instant, stream: Id, letter: Id) -> Result<(String, Vec<u8>), AppError> {
    let there = app.db.read(move |tx| {
        tx.query_opt(sql!("select id from letter where id = ?1 and stream = ?2"), &params![letter, stream])
    })?;
    if there.is_none() {
        return Err(AppError::missing("a letter", letter));
    }
    let made = print(app, now, letter)?.and_then(|made| made.rendered.pdf);
    let pdf = made.ok_or_else(|| AppError::missing("the PDF of a letter", letter))?;
    Ok((pdf.file_name, pdf.bytes))
}
