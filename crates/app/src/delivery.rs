//! What leaves the house, after the commit that made it due: at least once, each with its key.
//!
//! A letter was fixed and sealed in its transaction; here it is laid out, its bytes are kept (they are never laid out again),
//! and it is handed over. A hand-over that fails is tried again later; nothing is lost when the process dies in between.

mod again;
pub mod fate;
pub mod news;

pub use again::{Stranded, send_again, stranded};

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use documents::{Document, Rendered};
use kernel::{EmailAddress, Id, Instant, Language};
use store::{
    Priority, Tx,
    objects::{Attachment, Object, Objects},
    outbox::{self, Message},
    params, row, sql,
};

use crate::{
    App, AppError, letters,
    letters::{LetterChannel, LetterJob},
    sealed::Purpose,
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

    /// Whether letters are laid out for it. One that keeps nothing of them is spared the time; whoever opens such a letter has
    /// it laid out then.
    fn wants_paper(&self) -> bool {
        true
    }
}

/// What one round of delivery did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Delivered {
    /// Handed over.
    pub done: u64,
    /// To be tried again.
    pub failed: u64,
}

/// Messages taken at once. When the process dies, at most so many are handed over a second time, with the same key.
const TAKE: u32 = 32;
/// How long nobody else takes what was taken.
const LEASE: Duration = Duration::from_secs(300);

/// Delivers what waits, until nothing is due or `go_on` says no. Letters are laid out on all processors.
///
/// # Errors
/// [`AppError::Store`] when the database fails. What an outlet refuses is no error: it is tried again later.
pub fn run(
    app: &App,
    now: Instant,
    outlet: &dyn Outlet,
    go_on: impl Fn() -> bool,
) -> Result<Delivered, AppError> {
    let mut delivered = Delivered::default();
    while go_on() {
        let messages = app.db.write(Priority::Run, move |tx| outbox::take_due(tx, now, LEASE, TAKE))?;
        if messages.is_empty() {
            break;
        }
        let (mut handed, mut letters, mut failed) = (Vec::new(), Vec::new(), Vec::new());
        for (message, made) in lay_out(app, now, outlet.wants_paper(), messages)? {
            // What one message does must not stop all others.
            let hand_over = std::panic::AssertUnwindSafe(|| hand_over(app, outlet, &message, &made));
            match std::panic::catch_unwind(hand_over).unwrap_or_else(|_| Err(GAVE_UP.to_owned())) {
                Ok(()) => {
                    handed.push(message.id);
                    letters.extend(match made {
                        Ok(Laid::Letter(made)) => Some(made.letter),
                        _ => None,
                    });
                }
                Err(why) => failed.push((message, why)),
            }
        }
        delivered.done += handed.len() as u64;
        delivered.failed += failed.len() as u64;
        let worker = app.clone();
        app.db.write(Priority::Run, move |tx| {
            tx.exec_ids(sql!("update letter set sent_us = ?1 where id in ({ids})"), &params![now], &letters)?;
            outbox::done(tx, &handed)?;
            give_back(&worker, tx, now, &failed)
        })?;
    }
    Ok(delivered)
}

const GAVE_UP: &str = "the program gave up on it";

fn give_back(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    attempts: &[(Message, String)],
) -> Result<(), AppError> {
    let given_up: BTreeSet<Id> = outbox::failed(tx, now, attempts)?.into_iter().collect();
    for (message, why) in attempts.iter().filter(|(message, _)| given_up.contains(&message.id)) {
        fate::given_up(app, tx, now, message, why)?;
    }
    Ok(())
}

/// What became of a message before it is handed over.
enum Laid {
    /// A letter that is ready.
    Letter(Box<Made>),
    /// Nothing has to go out: the reader was forgotten.
    Nothing,
    /// A bank file of this batch.
    BankFile(Id),
}

/// That, or why not.
type Attempt = Result<Laid, String>;

/// Lays out the letters among the messages: read in one go, laid out on all processors, kept in one go.
fn lay_out(
    app: &App,
    now: Instant,
    on_paper: bool,
    messages: Vec<Message>,
) -> Result<Vec<(Message, Attempt)>, AppError> {
    let ids: Vec<Id> = messages.iter().filter_map(|message| letter_of(message).ok().flatten()).collect();
    let worker = app.clone();
    let rows = app.db.read(move |tx| read_all(&worker, tx, &ids))?;
    let lay = |message: &Message| -> Attempt {
        match letter_of(message)? {
            None if message.kind == "bank-file" => Ok(Laid::BankFile(message.stream)),
            None => Err("nobody delivers this kind".to_owned()),
            Some(letter) => {
                let row = rows.get(&letter).ok_or("there is no such letter")?;
                match print(app, now, on_paper, letter, row).map_err(|error| error.to_string())? {
                    Some(made) => Ok(Laid::Letter(Box::new(made))),
                    None => Ok(Laid::Nothing),
                }
            }
        }
    };
    let lay = |message: &Message| {
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| lay(message)))
            .unwrap_or_else(|_| Err(GAVE_UP.to_owned()))
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = messages.len().div_ceil(workers).max(1);
    let laid: Vec<Attempt> = std::thread::scope(|scope| {
        let shares: Vec<_> = messages
            .chunks(share)
            .map(|share| scope.spawn(move || share.iter().map(lay).collect::<Vec<_>>()))
            .collect();
        shares.into_iter().flat_map(|share| share.join().expect("a panic was caught in it")).collect()
    });
    keep(
        app,
        now,
        laid.iter().filter_map(|laid| match laid {
            Ok(Laid::Letter(made)) => Some(&**made),
            _ => None,
        }),
    )?;
    Ok(messages.into_iter().zip(laid).collect())
}

fn letter_of(message: &Message) -> Result<Option<Id>, String> {
    if message.kind != "letter" {
        return Ok(None);
    }
    let job: LetterJob = serde_json::from_slice(&message.body).map_err(|_| "its body is not readable")?;
    Ok(Some(job.letter))
}

fn hand_over(app: &App, outlet: &dyn Outlet, message: &Message, laid: &Attempt) -> Result<(), String> {
    match laid.as_ref().map_err(String::clone)? {
        Laid::Nothing => Ok(()),
        Laid::Letter(made) => match (made.channel, &made.to) {
            (LetterChannel::Email, Some(to)) => outlet.mail(&message.key, to, &made.rendered),
            (channel, _) => outlet.print(&message.key, channel == LetterChannel::Registered, &made.rendered),
        },
        Laid::BankFile(batch) => {
            let (worker, batch) = (app.clone(), *batch);
            let (name, bytes) = app
                .db
                .read(move |tx| crate::money::bank_file(&worker, tx, batch))
                .map_err(|error: AppError| error.to_string())?;
            outlet.bank_file(&name, &bytes)
        }
    }
}

/// A letter ready to be handed over.
struct Made {
    letter: Id,
    rendered: Rendered,
    channel: LetterChannel,
    to: Option<EmailAddress>,
    /// The PDF as it was put away now; none if it was before, or if there is none.
    object: Option<Object>,
}

/// Lays a letter out, or takes the bytes that were kept when it was laid out before. None when its reader was forgotten.
fn print(
    app: &App,
    now: Instant,
    on_paper: bool,
    letter: Id,
    row: &LetterRow,
) -> Result<Option<Made>, AppError> {
    let Some(document) = &row.document else { return Ok(None) };
    let house = letters::house(app, &row.house)?;
    let mut rendered = if on_paper {
        documents::render(document, row.language, &house)
            .map_err(|error| AppError::Render(error.to_string()))?
    } else {
        documents::render_mail(document, row.language, &house)
    };
    let mut put = None;
    if let Some(pdf) = &mut rendered.pdf {
        if let Some(object) = &row.object {
            if let Attachment::Bytes(bytes) = app.objects.get(&app.vault, object)? {
                pdf.bytes = bytes;
            }
        } else {
            put = Some(app.objects.put(&app.vault, now, row.holder, Purpose::Letters.name(), &pdf.bytes)?);
        }
    }
    Ok(Some(Made { letter, rendered, channel: row.channel, to: document.to.email.clone(), object: put }))
}

/// Writes down where the PDFs lie that were laid out now.
fn keep<'a>(app: &App, now: Instant, made: impl Iterator<Item = &'a Made>) -> Result<(), AppError> {
    let mut objects = Vec::new();
    let mut rows = Vec::new();
    for made in made {
        let (Some(object), Some(pdf)) = (&made.object, &made.rendered.pdf) else { continue };
        rows.push(row![made.letter, object.hash.as_str(), pdf.file_name.as_str()]);
        objects.push(object.clone());
    }
    if rows.is_empty() {
        return Ok(());
    }
    app.db.write(Priority::Run, move |tx| {
        Objects::keep(tx, now, &objects)?;
        tx.exec_rows(
            sql!(
                "update letter set object = v.column2, file_name = v.column3 \
                 from (values {rows:bigint,text,text}) as v where letter.id = v.column1"
            ),
            &params![],
            &rows,
        )?;
        Ok(())
    })
}

struct LetterRow {
    holder: Id,
    language: Language,
    house: String,
    channel: LetterChannel,
    object: Option<String>,
    document: Option<Document>,
}

fn read_all(app: &App, tx: &mut Tx<'_>, letters: &[Id]) -> Result<BTreeMap<Id, LetterRow>, AppError> {
    let rows = tx.query_ids(
        sql!("select id, holder, language, house, channel, object, content from letter where id in ({ids})"),
        &params![],
        letters,
    )?;
    let contents = rows.iter().map(|row| row.id("content")).collect::<Result<Vec<Id>, _>>()?;
    let documents = app.vault.open_rows(tx, &contents)?;
    rows.iter()
        .zip(documents)
        .map(|(row, document)| {
            let read = LetterRow {
                holder: row.id("holder")?,
                language: row.parse("language")?,
                house: row.text("house")?,
                channel: match row.text("channel")?.as_str() {
                    "email" => LetterChannel::Email,
                    "registered" => LetterChannel::Registered,
                    _ => LetterChannel::Print,
                },
                object: row.opt_text("object")?,
                document: document.json()?,
            };
            Ok((row.id("id")?, read))
        })
        .collect()
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
    let worker = app.clone();
    let rows = app.db.read(move |tx| read_all(&worker, tx, &[letter]))?;
    let made = print(app, now, true, letter, &rows[&letter])?;
    keep(app, now, made.iter())?;
    let pdf = made.and_then(|made| made.rendered.pdf);
    let pdf = pdf.ok_or_else(|| AppError::missing("the PDF of a letter", letter))?;
    Ok((pdf.file_name, pdf.bytes))
}
