//! Bank statements: reading them in, and money that could not be placed.

use app::access::Action;
use app::claims::{self, Toward};
use app::contracts::{self, Outcome};
use app::money::{
    placing::{self, What},
    statements, suspense, to_payer,
};
use askama::Template;
use kernel::{ClaimNumber, Date, Iban, Money, PolicyNumber};
use store::Tx;

use super::{common, kept};
use crate::form::Filled;
use crate::part::{Badge, Cell, Empty, Fields, List, Notice, Summary, Tone, Upload};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// A statement that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// The day it is about.
    pub day: Date,
    /// The account, masked.
    pub account: String,
    /// How many entries.
    pub entries: usize,
    /// Balance at the end.
    pub balance: Money,
    /// Complete, or how many are in suspense.
    pub status: Badge,
}

/// Money that could not be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspenseItem {
    /// The entry's ID, sent back with the form.
    pub entry: String,
    /// When it was booked.
    pub booked: Date,
    /// How much; negative when it went out.
    pub amount: Money,
    /// From or to whom.
    pub party: String,
    /// What the bank's description says.
    pub description: String,
    /// A policy number we think it belongs to; may be empty.
    pub guess: String,
    /// What it can be for, where a claim awaits several things: code and words.
    pub toward: Vec<(String, String)>,
    /// The ID of the booking.
    pub command: String,
    /// What else it may be: code and words.
    pub others: Vec<(String, String)>,
    /// Where it can go back to, in words; empty when it cannot.
    pub back: String,
    /// Why it is here again, in words; empty when it went nowhere.
    pub failed: String,
}

/// Money that was placed by hand and can be put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedItem {
    /// The entry's ID, sent back with the form.
    pub entry: String,
    /// When it was booked.
    pub booked: Date,
    /// How much.
    pub amount: Money,
    /// As what.
    pub what: String,
    /// The ID of putting it back.
    pub command: String,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/statements.html")]
pub struct StatementsPage {
    /// The frame.
    pub page: Page,
    /// A message, such as a day without a statement.
    pub message: Option<Notice>,
    /// What is wrong with the file.
    pub summary: Summary,
    /// `file`: the statement.
    pub file: Upload,
    /// The ID of this reading.
    pub command: String,
    /// Whether the reader may read a statement in.
    pub may_read: bool,
    /// Whether the reader may place money.
    pub may_match: bool,
    /// Money that could not be placed.
    pub suspense: Vec<SuspenseItem>,
    /// What left suspense as the bank's own or written off, the latest first.
    pub placed: Vec<PlacedItem>,
    /// Files that wait for a decision; empty when there is none.
    pub kept: Option<List>,
    /// Statements that were read.
    pub statements: List,
}

impl StatementsPage {
    /// The page with what was sent.
    pub fn new(
        page: Page,
        filled: &Filled,
        suspense: Vec<SuspenseItem>,
        statements: Vec<StatementRow>,
        command: String,
    ) -> Self {
        let words = page.words();
        let mut file = Fields { words, area: "statement", filled }.upload("file");
        file.limits = words.t("statement-file-limits");
        let heads =
            ["statement-day", "statement-account", "statement-entries", "statement-balance", "policy-status"]
                .map(|key| page.t(key));
        let rows = statements.into_iter().map(|row| {
            vec![
                Cell::text(page.day(&row.day)),
                Cell::text(row.account),
                Cell::Figure(page.number(row.entries)),
                Cell::Figure(page.money(&row.balance)),
                Cell::Badge(row.status),
            ]
        });
        let none = Empty::new(page.t("statement-none"), "");
        let statements = List::new(page.t("statement-read"), &heads, rows.collect(), none);
        Self {
            message: None,
            summary: Summary::new(words, filled.faults()),
            file,
            command,
            may_read: true,
            may_match: true,
            suspense,
            placed: Vec::new(),
            kept: None,
            statements,
            page,
        }
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/statements", Access::on(Action::ViewLedger), show)
        .upload("/desk/statements", Access::on(Action::ImportStatement), "statement", import)
        .post("/desk/statements/suspense", Access::on(Action::MatchSuspense), book)
        .post("/desk/statements/suspense/place", Access::on(Action::MatchSuspense), place)
        .post("/desk/statements/suspense/back", Access::on(Action::MatchSuspense), give_back)
        .post("/desk/statements/suspense/undo", Access::on(Action::MatchSuspense), undo)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default(), None).await?)
}

/// Reads a statement in and says what came of it. The same file again books nothing.
async fn import(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let file = filled.files("file").next().map(|file| file.bytes.to_vec());
    let Some(bytes) = file else {
        let key =
            if filled.oversized().is_empty() { "statement-file-missing" } else { "form-file-too-large" };
        let megabytes = crate::part::MAX_FILE_BYTES >> 20;
        filled.wrong("file", words.with(key, "mb", megabytes));
        return Answer::again(&view(&visit, &filled, None).await?);
    };
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let command = visit.command("statement")?;
    let read = move || {
        Ok(match statements::import(&app, now, &command, &actor, bytes) {
            Err(app::AppError::Refused(refused)) => Err(refused),
            other => Ok(other?),
        })
    };
    match common::aside(read).await? {
        Ok(imported) => {
            let message = imported_message(words, &imported);
            Answer::page(&view(&visit, &Filled::default(), Some(message)).await?)
        }
        Err(refused) => {
            filled.wrong("file", words.refusal(&refused));
            Answer::again(&view(&visit, &filled, None).await?)
        }
    }
}

/// Books money that nobody could place for a policy, by hand; or a part of it, so that the rest can go to another.
async fn book(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = Filled::default();
    let words = visit.words();
    let sent = visit.sent().get("policy");
    let number = match (ClaimNumber::parse(sent), PolicyNumber::parse(sent)) {
        (Ok(number), _) => Number::Claim(number),
        (_, Ok(number)) => Number::Policy(number),
        _ => {
            filled.wrong("", words.t("suspense-number-wrong"));
            return Answer::again(&view(&visit, &filled, None).await?);
        }
    };
    let part = match visit.sent().get("amount").trim() {
        "" => None,
        text => match text.replace(',', ".").parse::<Money>() {
            Ok(amount) => Some(amount),
            Err(wrong) => {
                filled.wrong("", words.wrong(wrong.code()));
                return Answer::again(&view(&visit, &filled, None).await?);
            }
        },
    };
    let number = match number {
        Number::Claim(number) => return of_claim(&visit, number, part).await,
        Number::Policy(number) => number,
    };
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let (command, entry) = (visit.command("suspense")?, visit.sent().get("entry").to_owned());
    let done = common::write(&visit, move |tx| {
        let contract = contracts::by_number(tx, &number)?;
        let contract = contract.ok_or_else(|| app::Refused::new("contract-unknown", None))?;
        let by = (command.as_str(), &actor);
        match part {
            Some(amount) => suspense::split(&app, tx, now, by, &entry, &[(contract, amount)]),
            None => suspense::match_suspense(&app, tx, now, by, &entry, contract),
        }
    });
    onward(&visit, filled, done.await?).await
}

/// What money is booked for.
enum Number {
    Claim(ClaimNumber),
    Policy(PolicyNumber),
}

/// Books money that nobody could place as what is awaited for a claim: its own share or one of its recoveries (MONEY-07, MONEY-11
/// to MONEY-14). Where several are awaited, the person is asked which.
async fn of_claim(visit: &Visit, number: ClaimNumber, part: Option<Money>) -> Result<Answer, Failure> {
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let (command, entry) = (visit.command("suspense")?, visit.sent().get("entry").to_owned());
    let toward = Toward::from_code(visit.sent().get("toward"));
    let done = common::write(visit, move |tx| {
        let claim = claims::by_number(tx, &number)?;
        let claim = claim.ok_or_else(|| app::Refused::new("recovery-unknown", None))?;
        claims::place_money(&app, tx, now, (&command, &actor), claim, &entry, (toward, part))
    });
    // What was typed stays, so that only the choice is left.
    onward(visit, visit.sent().clone(), done.await?).await
}

/// What money can be for, where a claim that was typed awaits several things.
fn choices(
    app: &app::App,
    tx: &mut Tx<'_>,
    words: Words,
    typed: &str,
) -> Result<Vec<(String, String)>, app::AppError> {
    let Ok(number) = ClaimNumber::parse(typed) else { return Ok(Vec::new()) };
    let Some(claim) = claims::by_number(tx, &number)? else { return Ok(Vec::new()) };
    let awaited = claims::awaited(app, tx, claim)?;
    let choice = |one: &claims::Awaited| {
        let what = match one.kind {
            Some(kind) => words.t(&format!("after-kind-{}", kind.code())),
            None => words.t("suspense-own-share"),
        };
        let from = one.from.iter().map(|from| format!(", {from}"));
        (one.toward.code(), format!("{what}, {}{}", words.money(&one.open), from.collect::<String>()))
    };
    Ok(if awaited.len() > 1 { awaited.iter().map(choice).collect() } else { Vec::new() })
}

/// Says that money without a place is the bank's own, or that it is too little to go on asking.
async fn place(visit: Visit) -> Result<Answer, Failure> {
    let what = What::from_code(visit.sent().get("what")).ok_or(Failure::Malformed)?;
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let (command, sent) = (visit.command("place")?, visit.sent());
    let (entry, reason) = (sent.get("entry").to_owned(), sent.get("reason").to_owned());
    let done = common::write(&visit, move |tx| {
        placing::place(&app, tx, now, (&command, &actor), &entry, (what, &reason))
    });
    onward(&visit, Filled::default(), done.await?).await
}

/// Orders that money goes back to who sent it.
async fn give_back(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let (command, entry) = (visit.command("back")?, visit.sent().get("entry").to_owned());
    let done =
        common::write(&visit, move |tx| to_payer::give_back(&app, tx, now, (&command, &actor), &entry));
    onward(&visit, Filled::default(), done.await?).await
}

/// Puts back what was booked as the bank's own or written off.
async fn undo(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let (command, entry) = (visit.command("undo")?, visit.sent().get("entry").to_owned());
    let done = common::write(&visit, move |tx| placing::undo(&app, tx, now, (&command, &actor), &entry));
    onward(&visit, Filled::default(), done.await?).await
}

async fn onward(
    visit: &Visit,
    mut filled: Filled,
    done: Result<Outcome, app::Refused>,
) -> Result<Answer, Failure> {
    match done {
        Ok(Outcome::Done) => Ok(Answer::onward("/desk/statements").say("done-saved")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward("/desk/statements").say("done-already")),
        Err(refused) => {
            filled.wrong("", visit.words().refusal(&refused));
            Answer::again(&view(visit, &filled, None).await?)
        }
    }
}

async fn view(visit: &Visit, filled: &Filled, message: Option<Notice>) -> Result<StatementsPage, Failure> {
    let app = visit.app()?.clone();
    let may_read = common::may_ever(visit, Action::ImportStatement);
    let may_match = common::may_ever(visit, Action::MatchSuspense);
    let (words, typed) = (visit.words(), filled.get("policy").to_owned());
    let read = move |tx: &mut Tx<'_>| {
        let toward = if may_match { choices(&app, tx, words, &typed)? } else { Vec::new() };
        let (entries, _) = suspense::list(tx, 0)?;
        let mut open = Vec::with_capacity(entries.len());
        for entry in entries {
            // Who paid is shown to those who decide on it.
            let details = if may_match { suspense::details(&app, tx, &entry.fingerprint)? } else { None };
            let failed = to_payer::failed(tx, &entry.fingerprint)?;
            open.push((entry, details, failed));
        }
        let placed = placing::list(tx)?;
        Ok((open, statements::list(tx, 0)?.0, app::money::kept::list(tx, 0)?.0, placed, toward))
    };
    let (open, lines, files, placed, toward) = common::read(visit, read).await?;
    let page = visit.page();
    let kept = (may_read && !files.is_empty()).then(|| kept::list(&page, &files));
    let words = page.words();
    let items = open.iter().map(|(entry, details, failed)| {
        let text = details.as_ref().and_then(|details| details.text.clone()).unwrap_or_default();
        let name = details.as_ref().and_then(|details| details.name.clone());
        let is_typed = filled.get("entry") == entry.fingerprint && !filled.get("policy").is_empty();
        SuspenseItem {
            entry: entry.fingerprint.clone(),
            booked: entry.booked_on,
            amount: entry.open,
            party: name.unwrap_or_else(|| words.t("suspense-nobody")),
            guess: if is_typed { filled.get("policy").to_owned() } else { guess(&text) },
            toward: if is_typed { toward.clone() } else { Vec::new() },
            description: text,
            command: visit.draw(),
            others: placing::choices(entry.open)
                .map(|what| (what.code().to_owned(), words.t(&format!("suspense-what-{}", what.code()))))
                .collect(),
            back: back(words, entry.open, details.as_ref()),
            failed: failed
                .as_ref()
                .map(|reason| words.with("suspense-came-back", "reason", reason.clone()))
                .unwrap_or_default(),
        }
    });
    let items = items.collect();
    let placed = placed.iter().map(|entry| PlacedItem {
        entry: entry.fingerprint.clone(),
        booked: entry.booked_on,
        amount: entry.amount,
        what: entry
            .matched_as
            .as_ref()
            .map(|way| words.t(&format!("suspense-what-{way}")))
            .unwrap_or_default(),
        command: visit.draw(),
    });
    let placed = if may_match { placed.collect() } else { Vec::new() };
    let rows = lines.iter().map(|line| statement_row(words, line)).collect();
    let view = StatementsPage::new(page, filled, items, rows, visit.draw());
    Ok(StatementsPage { message, may_read, may_match, placed, kept, ..view })
}

fn statement_row(words: Words, line: &statements::StatementLine) -> StatementRow {
    let status = if !line.follows {
        Badge::new(Tone::Bad, words.t("statement-gap"))
    } else if line.suspense > 0 {
        let count = usize::try_from(line.suspense).unwrap_or(usize::MAX);
        Badge::new(Tone::Warn, words.with("statement-suspense", "n", count))
    } else {
        Badge::new(Tone::Good, words.t("statement-complete"))
    };
    StatementRow {
        day: line.to,
        account: Iban::parse(&line.account).map_or_else(|_| line.account.clone(), |iban| iban.masked()),
        entries: usize::try_from(line.entries).unwrap_or(usize::MAX),
        balance: line.closing,
        status,
    }
}

pub(super) fn imported_message(words: Words, imported: &statements::Imported) -> Notice {
    if let Some(kept) = kept::imported_kept(words, imported) {
        return kept;
    }
    if imported.rejected > 0 {
        let rejected = usize::try_from(imported.rejected).unwrap_or(usize::MAX);
        let title = words.with("status-rejected", "n", rejected);
        return Notice::new(Tone::Warn, title).text(words.t("status-rejected-text"));
    }
    if imported.statements.is_empty() && imported.booked == 0 {
        return Notice::new(Tone::Info, words.t("done-already"));
    }
    let count = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
    let title = words.with("statement-imported", "n", count(imported.booked));
    let text = words.with2(
        "statement-placed",
        "matched",
        words.number(count(imported.matched)),
        "suspense",
        words.number(count(imported.suspense)),
    );
    let tone = if imported.suspense > 0 { Tone::Warn } else { Tone::Good };
    Notice::new(tone, title).text(text)
}

/// Where money can go back to: only the account it came from.
fn back(words: Words, open: Money, details: Option<&suspense::Details>) -> String {
    match details.cloned().filter(|_| open.is_positive()).and_then(suspense::Details::payer) {
        Some(payer) => words.with2("suspense-back-text", "name", payer.name, "account", payer.iban.masked()),
        None => String::new(),
    }
}

/// A policy or claim number that the description names.
fn guess(text: &str) -> String {
    let policy = text.split_whitespace().find_map(|word| PolicyNumber::parse(word).ok());
    let claim = || text.split_whitespace().find_map(|word| ClaimNumber::parse(word).ok());
    let found = policy.map(|number| number.to_string());
    found.or_else(|| claim().map(|number| number.to_string())).unwrap_or_default()
}
