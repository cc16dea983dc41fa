//! Booking a statement file: the whole or nothing, each entry once.

use std::sync::Arc;

use kernel::{Actor, Id, Instant};
use serde::{Deserialize, Serialize};
use store::{Priority, StoreError, Tx, command, params, row, sql};

use super::{
    matching::{self, Tally},
    sheet::{File, Pass, Sheet, id_of},
    statements,
};
use crate::{App, AppError};

/// Entries booked in one transaction; a larger file is booked in parts, its statement rows last.
const CHUNK: usize = 1_000;
/// Up to so many entries and transactions the whole file is one transaction.
const WHOLE_MAX: u64 = 2_000;
/// Findings answered; more are counted by the reader.
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
    /// Entries that had been booked before.
    pub already: u64,
    /// What is odd; nothing personal.
    pub findings: Vec<String>,
}

/// Books a statement file. The same file, statement or entry again books nothing. A file that cannot be read to its end, is
/// about another account or currency, does not add up or lies in the future is refused whole.
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
    let file = Arc::new(File::survey(app, now, actor, bytes)?);
    // Two people who bring the same file at once: the second finds it booked.
    let again = |error: &AppError| matches!(error, AppError::Store(StoreError::Duplicate { .. }));
    match book(app, now, command, &file) {
        Err(error) if again(&error) => book(app, now, command, &file),
        done => done,
    }
}

fn book(app: &App, now: Instant, command: &str, file: &Arc<File>) -> Result<Imported, AppError> {
    let entries: u64 = file.sheets.iter().map(|sheet| sheet.end.entries + sheet.end.transactions).sum();
    if entries > WHOLE_MAX {
        return book_in_parts(app, now, command, file);
    }
    let (app_, file, command) = (app.clone(), Arc::clone(file), command.to_owned());
    app.db.write(Priority::Click, move |tx| {
        if let Some(imported) = done_before(tx, &command)? {
            return Ok(imported);
        }
        let mut imported = Imported::default();
        for sheet in &file.sheets {
            if let Some(sheet) = begin(tx, sheet, &mut imported)? {
                for pass in Pass::ALL {
                    file.each(&sheet, pass, usize::MAX, |items| {
                        add(&mut imported, matching::book(&app_, tx, now, &file.actor, &sheet, &items)?);
                        Ok(())
                    })?;
                }
                finish(&app_, tx, now, &file.actor, &sheet)?;
            }
        }
        record(tx, now, &command, &imported)?;
        Ok(imported)
    })
}

/// A large file: each part is a transaction of its own and books nothing twice, so that it can break off and be brought
/// again.
fn book_in_parts(app: &App, now: Instant, command: &str, file: &Arc<File>) -> Result<Imported, AppError> {
    let mut imported = Imported::default();
    for number in 0..file.sheets.len() {
        let asked = Arc::clone(file);
        let (sheet, begun) = app.db.read(move |tx| {
            let mut begun = Imported::default();
            Ok::<_, AppError>((begin(tx, &asked.sheets[number], &mut begun)?, begun))
        })?;
        imported.statements.extend(begun.statements);
        imported.already += begun.already;
        imported.findings.extend(begun.findings);
        let Some(sheet) = sheet.map(Arc::new) else { continue };
        for pass in Pass::ALL {
            file.each(&sheet, pass, CHUNK, |items| {
                let (app_, file, sheet, items) =
                    (app.clone(), Arc::clone(file), Arc::clone(&sheet), Arc::new(items));
                let tally = app.db.write(Priority::Run, move |tx| {
                    matching::book(&app_, tx, now, &file.actor, &sheet, &items)
                })?;
                add(&mut imported, tally);
                Ok(())
            })?;
        }
        let (app_, file) = (app.clone(), Arc::clone(file));
        app.db.write(Priority::Run, move |tx| finish(&app_, tx, now, &file.actor, &sheet))?;
    }
    let (command, done) = (command.to_owned(), imported.clone());
    app.db.write(Priority::Run, move |tx| record(tx, now, &command, &done))?;
    Ok(imported)
}

fn done_before(tx: &mut Tx<'_>, command: &str) -> Result<Option<Imported>, AppError> {
    let Some(outcome) = command::seen(tx, &[command])?.remove(0) else { return Ok(None) };
    serde_json::from_str(&outcome)
        .map(Some)
        .map_err(|_| AppError::damaged("the outcome of an import", command))
}

fn record(tx: &mut Tx<'_>, now: Instant, command: &str, imported: &Imported) -> Result<(), AppError> {
    if done_before(tx, command)?.is_some() {
        return Ok(());
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
