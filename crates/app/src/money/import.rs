//! Taking a bank file in: booked whole, each entry once; kept for a person when it is odd; or refused whole.

use std::sync::Arc;

use kernel::{Actor, Id, Instant};
use sepa::read::{Kind, identify};
use serde::{Deserialize, Serialize};
use store::{Priority, StoreError, Tx, command, params, row, sql};

use super::{
    kept,
    matching::{self, Tally},
    notified::{self, Pairs},
    odd,
    sheet::{File, Pass, Sheet, id_of, limits},
    statements,
    status::{self, Report},
};
use crate::{App, AppError, Refused};

/// Entries booked in one transaction; a larger file is booked in parts, its statement rows last.
const CHUNK: usize = 1_000;
/// Up to so many entries and transactions the whole file is one transaction.
const WHOLE_MAX: u64 = 2_000;
/// Notes answered; more are counted by the reader.
const FINDINGS_MAX: usize = 100;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The statements in the file, also those that were booked before.
    pub statements: Vec<Id>,
    /// Entries booked now.
    pub booked: u64,
    /// Of these, matched with something that expected them.
    pub matched: u64,
    /// Of these, kept in suspense until a person decides.
    pub suspense: u64,
    /// Entries that had been booked before, here or from another kind of message.
    pub already: u64,
    /// What is worth knowing; nothing personal.
    pub findings: Vec<String>,
    /// Orders of ours that a status report refuses.
    #[serde(default)]
    pub rejected: u64,
    /// The file as it is kept, when it is odd and waits for a person; nothing of it is booked then.
    #[serde(default)]
    pub kept: Option<Id>,
    /// Why it is kept.
    #[serde(default)]
    pub odd: Vec<Refused>,
    /// Files kept before that follow now, and were booked.
    #[serde(default)]
    pub followed: u64,
}

/// A bank file that could be read.
pub(super) enum BankFile {
    /// Statements or notifications.
    Cash(Arc<File>),
    /// A status report on a file of ours.
    Status(Report),
}

impl BankFile {
    /// Reads a file to its end, or refuses it whole.
    pub(super) fn read(app: &App, now: Instant, actor: &Actor, bytes: Vec<u8>) -> Result<Self, AppError> {
        match identify(bytes.as_slice(), &limits()).map_err(|e| odd::unreadable(&e))? {
            Kind::PaymentStatus(_) => Ok(Self::Status(Report::read(bytes)?)),
            Kind::Statement(_) | Kind::Notification(_) => {
                Ok(Self::Cash(Arc::new(File::survey(app, now, actor, bytes)?)))
            }
        }
    }

    /// What is odd about it.
    pub(super) fn odd(&self, tx: &mut Tx<'_>, now: Instant) -> Result<Vec<Refused>, AppError> {
        match self {
            Self::Cash(file) => odd::of_file(tx, now, file),
            Self::Status(report) => status::odd(tx, report),
        }
    }

    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Cash(file) => file.kind,
            Self::Status(report) => report.kind(),
        }
    }

    /// The bank's identifier of the file.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Cash(file) => &file.name,
            Self::Status(report) => report.name(),
        }
    }

    /// The accounts it is about.
    pub(super) fn accounts(&self) -> Vec<String> {
        match self {
            Self::Cash(file) => file.sheets.iter().map(|sheet| sheet.account.as_str().to_owned()).collect(),
            Self::Status(_) => Vec::new(),
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Cash(file) => file.bytes(),
            Self::Status(report) => report.bytes(),
        }
    }
}

/// Takes a bank file in: a statement (camt.053), a notification (camt.054) or a status report (pain.002). The same file,
/// statement or entry again books nothing. A file that cannot be read to its end, or is about another account or currency, is
/// refused whole. One that is odd is kept until a person decides on it.
///
/// # Errors
/// [`AppError::Refused`] saying what is wrong with the file; [`AppError::Store`].
pub fn import(
    app: &App,
    now: Instant,
    command: &str,
    actor: &Actor,
    bytes: Vec<u8>,
) -> Result<Imported, AppError> {
    let key = command.to_owned();
    if let Some(imported) = app.db.read(move |tx| done_before(tx, &key))? {
        return Ok(imported);
    }
    let file = Arc::new(BankFile::read(app, now, actor, bytes)?);
    let asked = Arc::clone(&file);
    let odd = app.db.read(move |tx| asked.odd(tx, now))?;
    if !odd.is_empty() {
        return kept::keep(app, now, (command, actor), &file, odd);
    }
    let mut imported = carry_out(app, now, (command, actor), &file, None)?;
    imported.followed = kept::take_what_follows(app, now, &file.accounts())?;
    Ok(imported)
}

/// Does what a file says, odd or not. `kept` is the row that waited for it.
pub(super) fn carry_out(
    app: &App,
    now: Instant,
    (command, actor): (&str, &Actor),
    file: &BankFile,
    kept: Option<Id>,
) -> Result<Imported, AppError> {
    let once = || match file {
        BankFile::Status(report) => {
            let (app_, report, id, actor) = (app.clone(), report.clone(), command.to_owned(), actor.clone());
            app.db.write(Priority::Click, move |tx| {
                if let Some(imported) = done_before(tx, &id)? {
                    return Ok(imported);
                }
                let imported = status::carry_out(&app_, tx, now, (&id, &actor), &report)?;
                record(tx, now, (&id, &actor), &imported, kept)?;
                Ok(imported)
            })
        }
        BankFile::Cash(file) => book(app, now, (command, actor), file, kept),
    };
    // Two people who bring the same file at once: the second finds it booked.
    match once() {
        Err(AppError::Store(StoreError::Duplicate { .. })) => once(),
        done => done,
    }
}

fn book(
    app: &App,
    now: Instant,
    (command, actor): (&str, &Actor),
    file: &Arc<File>,
    kept: Option<Id>,
) -> Result<Imported, AppError> {
    let entries: u64 = file.sheets.iter().map(|sheet| sheet.end.entries + sheet.end.transactions).sum();
    if entries > WHOLE_MAX {
        return book_in_parts(app, now, (command, actor), file, kept);
    }
    let (app_, file, command, actor) = (app.clone(), Arc::clone(file), command.to_owned(), actor.clone());
    app.db.write(Priority::Click, move |tx| {
        if let Some(imported) = done_before(tx, &command)? {
            return Ok(imported);
        }
        let mut imported = Imported::default();
        for sheet in &file.sheets {
            if sheet.is_notice {
                add(&mut imported, notified::book(&app_, tx, now, &file, sheet)?);
                continue;
            }
            let Some(sheet) = begin(tx, sheet, &mut imported)? else { continue };
            let pairs = Pairs::of(tx, &file, &sheet)?;
            for pass in Pass::ALL {
                file.each(&sheet, Some(pass), usize::MAX, |items| {
                    let booking = matching::Booking { sheet: &sheet, pairs: &pairs, notified: false };
                    add(&mut imported, matching::book(&app_, tx, now, &file.actor, booking, &items)?);
                    Ok(())
                })?;
            }
            finish(&app_, tx, now, &file.actor, &sheet)?;
        }
        record(tx, now, (&command, &actor), &imported, kept)?;
        Ok(imported)
    })
}

/// A large file: each part is a transaction of its own and books nothing twice, so that it can break off and be brought
/// again.
fn book_in_parts(
    app: &App,
    now: Instant,
    (command, actor): (&str, &Actor),
    file: &Arc<File>,
    kept: Option<Id>,
) -> Result<Imported, AppError> {
    let mut imported = Imported::default();
    for number in 0..file.sheets.len() {
        let asked = Arc::clone(file);
        if file.sheets[number].is_notice {
            let (app_, file) = (app.clone(), Arc::clone(file));
            let tally = app.db.write(Priority::Run, move |tx| {
                notified::book(&app_, tx, now, &file, &file.sheets[number])
            })?;
            add(&mut imported, tally);
            continue;
        }
        let (sheet, pairs, begun) = app.db.read(move |tx| {
            let mut begun = Imported::default();
            let sheet = begin(tx, &asked.sheets[number], &mut begun)?;
            let pairs = match &sheet {
                Some(sheet) => Pairs::of(tx, &asked, sheet)?,
                None => Pairs::default(),
            };
            Ok::<_, AppError>((sheet, pairs, begun))
        })?;
        imported.statements.extend(begun.statements);
        imported.already += begun.already;
        imported.findings.extend(begun.findings);
        let Some(sheet) = sheet.map(Arc::new) else { continue };
        let pairs = Arc::new(pairs);
        for pass in Pass::ALL {
            file.each(&sheet, Some(pass), CHUNK, |items| {
                let (app_, file, sheet, pairs) =
                    (app.clone(), Arc::clone(file), Arc::clone(&sheet), Arc::clone(&pairs));
                let items = Arc::new(items);
                let tally = app.db.write(Priority::Run, move |tx| {
                    let booking = matching::Booking { sheet: &sheet, pairs: &pairs, notified: false };
                    matching::book(&app_, tx, now, &file.actor, booking, &items)
                })?;
                add(&mut imported, tally);
                Ok(())
            })?;
        }
        let (app_, file) = (app.clone(), Arc::clone(file));
        app.db.write(Priority::Run, move |tx| finish(&app_, tx, now, &file.actor, &sheet))?;
    }
    let (command, actor, done) = (command.to_owned(), actor.clone(), imported.clone());
    app.db.write(Priority::Run, move |tx| record(tx, now, (&command, &actor), &done, kept))?;
    Ok(imported)
}

pub(super) fn done_before(tx: &mut Tx<'_>, command: &str) -> Result<Option<Imported>, AppError> {
    let Some(outcome) = command::seen(tx, &[command])?.remove(0) else { return Ok(None) };
    serde_json::from_str(&outcome)
        .map(Some)
        .map_err(|_| AppError::damaged("the outcome of an import", command))
}

pub(super) fn record(
    tx: &mut Tx<'_>,
    now: Instant,
    (command, actor): (&str, &Actor),
    imported: &Imported,
    kept: Option<Id>,
) -> Result<(), AppError> {
    if done_before(tx, command)?.is_some() {
        return Ok(());
    }
    if let Some(kept) = kept {
        kept::settle(tx, now, actor, kept, "booked", None)?;
    }
    let outcome = serde_json::to_string(imported).expect("an outcome serialises");
    Ok(command::record(tx, now, &[(command, outcome)])?)
}

fn add(imported: &mut Imported, tally: Tally) {
    imported.booked += tally.matched + tally.suspense;
    imported.matched += tally.matched;
    imported.suspense += tally.suspense;
    imported.already += tally.already;
}

/// Looks whether a statement was booked before and whether it follows the one before it. None when there is nothing to do.
fn begin(tx: &mut Tx<'_>, sheet: &Sheet, imported: &mut Imported) -> Result<Option<Sheet>, AppError> {
    let account = sheet.account.as_str();
    let same = tx.query(
        sql!(
            "select id, statement_id, from_date, entries, opening_cents, closing_cents from statement \
             where account = ?1 and (statement_id = ?2 or to_date = ?3)"
        ),
        &params![account, sheet.key.as_str(), sheet.to],
    )?;
    let mut sheet = sheet.clone();
    for row in &same {
        let is_same_content = row.date("from_date")? == sheet.from
            && row.get::<u64>("entries")? == sheet.end.entries
            && row.money("opening_cents")? == sheet.opening
            && row.money("closing_cents")? == sheet.closing;
        let is_same_key = row.text("statement_id")? == sheet.key;
        // The same statement again, or a copy of it under another name.
        if row.id::<Id>("id")? == sheet.id || (is_same_content && (is_same_key || sheet.end.entries > 0)) {
            imported.statements.push(row.id("id")?);
            imported.already += sheet.end.entries;
            return Ok(None);
        }
        if is_same_key {
            // A bank that begins its numbers anew: another statement under the same name.
            sheet.key = format!("{}@{}", sheet.key, sheet.to);
            sheet.id = id_of(account, &sheet.key, sheet.to);
        }
    }
    let before = tx.query_opt(
        sql!(
            "select closing_cents from statement where account = ?1 and to_date <= ?2 \
             order by to_date desc, from_date desc, coalesce(sequence, 0) desc, imported_us desc, id desc limit 1"
        ),
        &params![account, sheet.to],
    )?;
    if let Some(row) = before {
        let closing = row.money("closing_cents")?;
        sheet.follows = closing == sheet.opening;
        if !sheet.follows {
            let gap = format!(
                "{}: begins with {}, the statement before ended with {closing}: a statement is missing",
                sheet.key, sheet.opening
            );
            imported.findings.push(gap);
        }
    }
    imported.statements.push(sheet.id);
    let findings = sheet.end.findings.iter().map(|finding| format!("{}: {finding}", sheet.key));
    imported.findings.extend(findings.take(FINDINGS_MAX));
    Ok(Some(sheet))
}

/// Stores the statement itself, last: only then it counts as booked.
fn finish(app: &App, tx: &mut Tx<'_>, now: Instant, actor: &Actor, sheet: &Sheet) -> Result<(), AppError> {
    tx.insert(
        sql!(
            "insert into statement (id, agreement, account, statement_id, sequence, follows, from_date, to_date, \
             opening_cents, closing_cents, entries, imported_us, imported_by) values {rows}"
        ),
        &[row![
            sheet.id,
            sheet.agreement.as_str(),
            sheet.account.as_str(),
            sheet.key.as_str(),
            sheet.sequence.map(|number| i64::try_from(number).unwrap_or(i64::MAX)),
            sheet.follows,
            sheet.from,
            sheet.to,
            sheet.opening,
            sheet.closing,
            i64::try_from(sheet.end.entries).expect("a file has a limit"),
            now,
            actor.id
        ]],
    )?;
    statements::watch_gaps(app, tx, now, actor, sheet)
}
