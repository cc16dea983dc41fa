//! An existing portfolio, in and out: policies that run, with their persons, devices, mandates and balances.
//!
//! One format for both ways (see [`mod@format`]): a workbook, or a folder of CSV files. Everything is looked at first, and every
//! problem is listed by sheet, row and column; only a file without problems is taken over, all of it in one transaction. What
//! was taken over goes on as it stood: no letter is sent, nothing that was charged is charged again, and the books open with
//! what was open ([`billing::Opening`]).

mod check;
mod csv_file;
pub mod format;
mod give;
mod rows;
mod table;
mod take;
mod xlsx_file;

use kernel::{Actor, Date, Instant};
use sha2::{Digest as _, Sha256};
use store::{Priority, Tx};

pub use give::{Given, empty, give};
pub use table::{BYTES_MAX, Book, Problem, Problems, Table};

use crate::{App, AppError, sealed::hex};

/// Most policies that are taken over at once: they are written in one transaction.
pub const POLICIES_MAX: usize = 50_000;

/// What an import found and did.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// The first problems, by sheet and row.
    pub problems: Vec<Problem>,
    /// All problems there are.
    pub problem_count: u64,
    /// Persons in the file.
    pub persons: u64,
    /// Policies in the file.
    pub policies: u64,
    /// Whether they were taken over now.
    pub taken_over: bool,
    /// Whether the same file had been taken over before.
    pub already: bool,
}

/// Reads the files of a portfolio: one workbook, or CSV files named after their sheets. Answers what could be read, and what is
/// wrong with it.
pub fn read(files: &[(String, Vec<u8>)]) -> (Book, Problems) {
    let mut problems = Problems::default();
    let mut book = Book::new();
    for (name, bytes) in files {
        let lower = name.to_lowercase();
        if lower.ends_with(".xlsx") {
            book.append(&mut xlsx_file::read(bytes, &mut problems));
        } else if let Some(format) = lower.strip_suffix(".csv").and_then(table::format_of) {
            book.insert(format.name, csv_file::read(format.name, bytes, &mut problems));
        } else {
            let shown: String = name.chars().take(60).collect();
            let names: Vec<String> =
                format::SHEETS.iter().map(|format| format!("{}.csv", format.name)).collect();
            problems.add(
                &shown,
                0,
                "",
                format!("no file of a portfolio: must be one .xlsx, or {}", names.join(", ")),
            );
        }
    }
    (book, problems)
}

/// Writes a book as one workbook.
///
/// # Errors
/// [`AppError::Render`] when it is too large for the format.
pub fn workbook(book: &Book) -> Result<Vec<u8>, AppError> {
    xlsx_file::write(book).map_err(|error| AppError::Render(error.to_string()))
}

/// Writes a book as CSV files: name, content.
///
/// # Errors
/// [`AppError::Render`].
pub fn csv_files(book: &Book) -> Result<Vec<(String, Vec<u8>)>, AppError> {
    let file = |format: &&'static format::SheetFormat| {
        let empty = Table::of(format);
        let table = book.get(format.name).unwrap_or(&empty);
        let bytes = csv_file::write(table).map_err(|error| AppError::Render(error.to_string()))?;
        Ok((format!("{}.csv", format.name), bytes))
    };
    format::SHEETS.iter().map(file).collect()
}

/// Looks at a portfolio without taking anything over: what an import on that day would find.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn dry_run(
    app: &App,
    now: Instant,
    on: Date,
    book: Book,
    problems: Problems,
) -> Result<Report, AppError> {
    let app_ = app.clone();
    app.db.read(move |tx| Ok(look(&app_, tx, (now, on), &book, problems.clone())?.0))
}

/// Takes a portfolio over as of a day, whole or not at all. The same content again is *already* done.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`]; nothing is taken over then.
pub fn import(
    app: &App,
    now: Instant,
    actor: &Actor,
    on: Date,
    (book, problems): (Book, Problems),
    progress: impl Fn(u64, u64) + Send + 'static,
) -> Result<Report, AppError> {
    let said = format!("portfolio:{}", fingerprint(&book));
    let (app_, actor) = (app.clone(), actor.clone());
    app.db.write(Priority::Run, move |tx| {
        if store::command::seen(tx, &[said.as_str()])?.remove(0).is_some() {
            return Ok(Report { already: true, ..Report::default() });
        }
        let (mut report, plan) = look(&app_, tx, (now, on), &book, problems.clone())?;
        if report.problem_count > 0 {
            return Ok(report);
        }
        let all = report.policies;
        take::take(&app_, tx, now, (&said, &actor), &plan, |done| progress(done, all))?;
        store::command::record(tx, now, &[(said.as_str(), String::from("\"done\""))])?;
        report.taken_over = true;
        Ok(report)
    })
}

fn look(
    app: &App,
    tx: &mut Tx<'_>,
    (now, on): (Instant, Date),
    book: &Book,
    mut problems: Problems,
) -> Result<(Report, check::Plan), AppError> {
    let rows = rows::read(book, &mut problems);
    let (persons, policies) = (rows.persons.len() as u64, rows.policies.len() as u64);
    if rows.policies.len() > POLICIES_MAX {
        problems.add("policies", 0, "", format!("more than {POLICIES_MAX} policies at once: split the file"));
    }
    let plan = check::check(app, tx, (now, on), rows, &mut problems)?;
    problems.list.sort();
    let report = Report {
        problems: problems.list,
        problem_count: problems.count,
        persons,
        policies,
        taken_over: false,
        already: false,
    };
    Ok((report, plan))
}

/// The content of a book in one value, whatever file it came from.
fn fingerprint(book: &Book) -> String {
    let mut hash = Sha256::new();
    let mut add = |text: &str| {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    };
    for (name, table) in book {
        add(name);
        table.heads.iter().for_each(|head| add(head));
        for (_, cells) in &table.rows {
            add("row");
            cells.iter().for_each(|cell| add(cell));
        }
    }
    hex(&hash.finalize())
}
