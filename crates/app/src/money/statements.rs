//! Statements of the bank (camt.053): read whole or refused whole, each booked once.

use std::sync::Arc;

use kernel::{Actor, Date, Id, Instant, Money, Rule, Shard};
use sepa::read::{
    Account, Balance, Finding, FingerprintKey, Kind, Limits, ReadError, ReadOptions, StatementEnd, StatementHeader,
    StatementItem, StatementReader, Survey, survey,
};
use serde::{Deserialize, Serialize};
use store::{Priority, StoreError, Tx, command, params, row, sql};

use super::matching::{self, Item, Tally};
use crate::{
    App, AppError, Refused,
    tasks::{self, NewTask, TaskKind},
};

/// Largest statement file in bytes.
pub const FILE_BYTES_MAX: u64 = 64 << 20;
/// Entries booked in one transaction; a larger file is booked in parts, its statement rows last.
const CHUNK: usize = 1_000;
/// Up to so many entries and transactions the whole file is one transaction.
const WHOLE_MAX: u64 = 2_000;
/// Findings answered; more are counted by the reader.
const FINDINGS_MAX: usize = 100;
/// Statements on a page.
pub const PAGE: u32 = 50;

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
pub fn import(app: &App, now: Instant, command: &str, actor: &Actor, bytes: Vec<u8>) -> Result<Imported, AppError> {
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
                let (app_, file, sheet, items) = (app.clone(), Arc::clone(file), Arc::clone(&sheet), Arc::new(items));
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
    serde_json::from_str(&outcome).map(Some).map_err(|_| AppError::damaged("the outcome of an import", command))
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

/// A statement of a file, ready to be booked.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// Its id: the same whenever the same statement comes.
    pub(super) id: Id,
    /// Its place in the file.
    place: usize,
    /// Under which power of attorney.
    pub(super) agreement: String,
    pub(super) country: kernel::Country,
    pub(super) account: Account,
    /// The bank's identifier, with the page where it is one of several.
    key: String,
    sequence: Option<u64>,
    pub(super) from: Date,
    pub(super) to: Date,
    opening: Money,
    closing: Money,
    end: StatementEnd,
    /// Whether it begins where the one before ended.
    pub(super) follows: bool,
}

/// Our credits go before their returns, orders before what came back of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    Credits,
    Rest,
}

impl Pass {
    const ALL: [Self; 2] = [Self::Credits, Self::Rest];
}

/// A file that was read to its end and is in order.
struct File {
    bytes: Vec<u8>,
    options: ReadOptions,
    actor: Actor,
    sheets: Vec<Sheet>,
}

impl File {
    fn survey(app: &App, now: Instant, actor: &Actor, bytes: Vec<u8>) -> Result<Self, AppError> {
        let options = options(app);
        let Survey { message, statements } = survey(bytes.as_slice(), options.clone()).map_err(|e| unreadable(&e))?;
        if !matches!(message.kind, Kind::Statement(_)) {
            return Err(Refused::new("statement-other-kind", None).with("kind", message.kind.name()).into());
        }
        let mut sheets = Vec::with_capacity(statements.len());
        for (place, (header, end)) in statements.into_iter().enumerate() {
            sheets.push(sheet(app, now, place, &header, end)?);
        }
        Ok(Self { bytes, options, actor: actor.clone(), sheets })
    }

    /// Hands over the entries of one statement that belong to a pass, at most `limit` at once.
    fn each(
        &self,
        sheet: &Sheet,
        pass: Pass,
        limit: usize,
        mut book: impl FnMut(Vec<Item>) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let reader = StatementReader::open(self.bytes.as_slice(), self.options.clone()).map_err(|e| unreadable(&e))?;
        let mut items = Vec::new();
        let mut place = 0;
        for read in reader {
            match read.map_err(|e| unreadable(&e))? {
                StatementItem::End(_) => place += 1,
                StatementItem::Entry(entry) if place == sheet.place && entry.status.is_booked() => {
                    let found = matching::items(sheet, &entry)?;
                    items.extend(found.into_iter().filter(|item| item.is_payment_in() == (pass == Pass::Credits)));
                    if items.len() >= limit {
                        book(std::mem::take(&mut items))?;
                    }
                }
                StatementItem::Entry(_) | StatementItem::Start(_) => {}
            }
        }
        if items.is_empty() { Ok(()) } else { book(items) }
    }
}

fn options(app: &App) -> ReadOptions {
    let limits = Limits {
        file_bytes: FILE_BYTES_MAX,
        statements: 500,
        entries: 200_000,
        transactions_per_entry: 10_000,
        ..Limits::default()
    };
    let accounts = app.products.agreements().iter().map(|agreement| agreement.account.iban.clone()).collect();
    ReadOptions { limits, accounts, key: FingerprintKey(fingerprint_key(app)) }
}

/// The secret in fingerprints, from the vault's index key: the same as long as this installation lives.
fn fingerprint_key(app: &App) -> [u8; 32] {
    let text = app.vault.index("bank-entries", "fingerprint");
    let digit = |byte: u8| char::from(byte).to_digit(16).map_or(0, |digit| u8::try_from(digit).expect("below 16"));
    let mut key = [0; 32];
    for (byte, pair) in key.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = pair.iter().fold(0, |value, half| value << 4 | digit(*half));
    }
    key
}

fn unreadable(error: &ReadError) -> AppError {
    Refused::new("statement-unreadable", None).with("why", error).into()
}

fn sheet(
    app: &App,
    now: Instant,
    place: usize,
    header: &StatementHeader,
    end: StatementEnd,
) -> Result<Sheet, AppError> {
    let refuse = |code: &str| AppError::from(Refused::new(code, None).with("statement", &header.id));
    let iban = header.account.iban().ok_or_else(|| refuse("statement-other-account"))?;
    let agreement = app
        .products
        .agreements()
        .iter()
        .find(|agreement| agreement.account.iban == *iban)
        .ok_or_else(|| refuse("statement-other-account"))?;
    let (Some(first), Some(last)) = (&end.opening, &end.closing) else {
        return Err(refuse("statement-without-balance"));
    };
    let euro = |balance: &Balance| balance.amount.euro().ok_or_else(|| refuse("statement-other-currency"));
    let (opening, closing) = (euro(first)?, euro(last)?);
    for finding in &end.findings {
        match finding {
            Finding::OtherCurrency(_) | Finding::ImpossibleAmount(_) => return Err(refuse("statement-other-currency")),
            Finding::Balance { computed, stated } => {
                let refused = Refused::new("statement-does-not-add-up", None).with("statement", &header.id);
                return Err(refused.with("computed", computed).with("stated", stated).into());
            }
            _ => {}
        }
    }
    let to = last.date.or(header.to).or(header.created).ok_or_else(|| refuse("statement-without-date"))?.date;
    let from = header.from.or(first.date).map_or(to, |stamp| stamp.date).min(to);
    if to > kernel::local_date(now, agreement.country) {
        return Err(refuse("statement-in-the-future"));
    }
    let key = match header.page {
        Some(page) if page.number > 1 => format!("{}/{}", header.id, page.number),
        _ => header.id.clone(),
    };
    Ok(Sheet {
        id: id_of(iban.as_str(), &key, to),
        place,
        agreement: agreement.code.clone(),
        country: agreement.country,
        account: header.account.clone(),
        key,
        sequence: header.sequence,
        from,
        to,
        opening,
        closing,
        end,
        follows: true,
    })
}

/// The id of a statement, the same whenever it comes: an import that broke off goes on under it.
fn id_of(account: &str, key: &str, to: Date) -> Id {
    let text = format!("{account}|{key}|{to}");
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    let day = kernel::start_of_day(to, kernel::Country::Nl);
    let within = std::time::Duration::from_millis(hash >> 22 & 0x3ff_ffff);
    Id::new(Shard::of(hash >> 12), day.checked_add(within).unwrap_or(day), hash)
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
    watch_gaps(app, tx, now, actor, sheet)
}

/// The chain of an account's statements in order, each with whether it begins where the one before ended.
struct Link {
    id: Id,
    to: Date,
    agreement: String,
    follows: bool,
    followed: bool,
}

/// Statements looked at when the chain is checked: more than two years of working days, for one account.
const CHAIN_MAX: u32 = 600;

fn chain(tx: &mut Tx<'_>, account: &str) -> Result<Vec<Link>, AppError> {
    let mut rows = tx.query(
        sql!(
            "select id, agreement, to_date, follows, opening_cents, closing_cents from statement where account = ?1 \
             order by to_date desc, from_date desc, coalesce(sequence, 0) desc, imported_us desc, id desc limit ?2"
        ),
        &params![account, CHAIN_MAX],
    )?;
    rows.reverse();
    let mut closing: Option<Money> = None;
    let mut links = Vec::with_capacity(rows.len());
    for row in rows {
        let opening = row.money("opening_cents")?;
        links.push(Link {
            id: row.id("id")?,
            to: row.date("to_date")?,
            agreement: row.text("agreement")?,
            follows: closing.is_none_or(|closing| closing == opening),
            followed: row.bool("follows")?,
        });
        closing = Some(row.money("closing_cents")?);
    }
    Ok(links)
}

/// A gap is work for a person until the missing statement fills it.
fn watch_gaps(app: &App, tx: &mut Tx<'_>, now: Instant, actor: &Actor, sheet: &Sheet) -> Result<(), AppError> {
    for link in chain(tx, sheet.account.as_str())? {
        if link.follows != link.followed {
            tx.exec_one(sql!("update statement set follows = ?1 where id = ?2"), &params![link.follows, link.id])?;
        }
        if link.follows && !link.followed {
            tasks::close(tx, now, actor, TaskKind::MissingStatement, &[link.id])?;
        }
        if !link.follows {
            let task = NewTask {
                kind: TaskKind::MissingStatement,
                stream: link.id,
                rule: Rule("NL-DUN-02"),
                due: Some(now),
                amount: None,
                detail: format!("before {}", link.to),
            };
            tasks::open(app, tx, now, &[task])?;
        }
    }
    Ok(())
}

/// The last day up to which an agreement's statements are booked without a gap; none when there is no statement.
///
/// # Errors
/// [`AppError::Store`].
pub fn booked_through(app: &App, tx: &mut Tx<'_>) -> Result<std::collections::BTreeMap<String, Date>, AppError> {
    let mut booked = std::collections::BTreeMap::new();
    for agreement in app.products.agreements() {
        let links = chain(tx, agreement.account.iban.as_str())?;
        let whole = links.iter().take_while(|link| link.follows);
        if let Some(last) = whole.filter(|link| link.agreement == agreement.code).last() {
            booked.insert(agreement.code.clone(), last.to);
        }
    }
    Ok(booked)
}

/// A statement as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// Its id.
    pub id: Id,
    /// Under which power of attorney.
    pub agreement: String,
    /// The account, our own.
    pub account: String,
    /// The bank's identifier.
    pub statement_id: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Balance before.
    pub opening: Money,
    /// Balance after.
    pub closing: Money,
    /// Entries in it.
    pub entries: u64,
    /// Entries still in suspense.
    pub suspense: u64,
    /// Whether it begins where the one before ended.
    pub follows: bool,
    /// When it was booked.
    pub imported: Instant,
    /// By whom.
    pub imported_by: Id,
}

/// Statements, the latest first, with the number there are in all; [`PAGE`] on a page, counted from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn list(tx: &mut Tx<'_>, page: u32) -> Result<(Vec<StatementLine>, u64), AppError> {
    let count = tx.query_one(sql!("select count(*) as number from statement"), &params![])?.get("number")?;
    let rows = tx.query(
        sql!(
            "select id, agreement, account, statement_id, from_date, to_date, opening_cents, closing_cents, entries, \
             follows, imported_us, imported_by, (select count(*) from statement_entry e where e.statement = s.id \
             and e.state = 'suspense') as suspense \
             from statement s order by to_date desc, imported_us desc, id desc limit ?1 offset ?2"
        ),
        &params![PAGE, page * PAGE],
    )?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(StatementLine {
            id: row.id("id")?,
            agreement: row.text("agreement")?,
            account: row.text("account")?,
            statement_id: row.text("statement_id")?,
            from: row.date("from_date")?,
            to: row.date("to_date")?,
            opening: row.money("opening_cents")?,
            closing: row.money("closing_cents")?,
            entries: row.get("entries")?,
            suspense: row.get("suspense")?,
            follows: row.bool("follows")?,
            imported: row.instant("imported_us")?,
            imported_by: row.id("imported_by")?,
        });
    }
    Ok((lines, count))
}

/// An entry as a list shows it; nothing personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// Its fingerprint.
    pub fingerprint: String,
    /// Its statement.
    pub statement: Id,
    /// When it was booked.
    pub booked_on: Date,
    /// Signed amount.
    pub amount: Money,
    /// What of it is in suspense.
    pub open: Money,
    /// `matched` or `suspense`.
    pub state: String,
    /// As what it was matched: `collection`, `lump`, `transfer`, `return`, `payment`, `payment-return`, `by-hand`.
    pub matched_as: Option<String>,
    /// The contract or claim it was matched with.
    pub stream: Option<Id>,
}

/// Entries of a statement; [`PAGE`] on a page, counted from 0.
///
/// # Errors
/// [`AppError::Store`].
pub fn entries(tx: &mut Tx<'_>, statement: Id, page: u32) -> Result<Vec<EntryLine>, AppError> {
    let rows = tx.query(
        sql!(
            "select fingerprint, statement, booked_on, amount_cents, open_cents, state, matched_as, stream \
             from statement_entry where statement = ?1 order by booked_on, fingerprint limit ?2 offset ?3"
        ),
        &params![statement, PAGE, page * PAGE],
    )?;
    rows.iter().map(entry_line).collect()
}

pub(super) fn entry_line(row: &store::Row) -> Result<EntryLine, AppError> {
    Ok(EntryLine {
        fingerprint: row.text("fingerprint")?,
        statement: row.id("statement")?,
        booked_on: row.date("booked_on")?,
        amount: row.money("amount_cents")?,
        open: row.money("open_cents")?,
        state: row.text("state")?,
        matched_as: row.opt_text("matched_as")?,
        stream: row.opt_id("stream")?,
    })
}
