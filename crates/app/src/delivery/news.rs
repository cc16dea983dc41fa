//! Lists of what the mail server and the post say of our letters: one line a letter, read as a whole, recorded line by line.
//!
//! A line is `reference;what;day;detail`: `letter-00XK…-12;returned;2026-04-02;5.1.1`. What: `returned` with a reason code,
//! `deposited` with the number of the registered item, `received`. The day is needed for the last two. The same line again
//! is *already done*.

use kernel::{Actor, Date, Instant};
use store::Priority;

use super::fate::{self, Fate, Report};
use crate::{App, AppError, Refused, contracts::Outcome};

/// The most lines of one list.
pub const LINES_MAX: usize = 5_000;
/// The longest reason or item number, in characters.
const DETAIL_MAX: usize = 40;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The letter: see [`fate::reference`].
    pub reference: String,
    /// What became of it.
    pub fate: Fate,
}

/// A line as it was read: its number from 1, its letter as written, and what it says.
pub type Line = (usize, String, Result<News, Refused>);

/// What became of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its number, from 1.
    pub line: usize,
    /// Its letter, as written.
    pub reference: String,
    /// Whether it was recorded; why not.
    pub outcome: Result<Outcome, Refused>,
}

/// One line from its four parts.
///
/// # Errors
/// [`Refused`]: `news-unreadable` when a part is missing or wrong.
pub fn line(reference: &str, what: &str, day: &str, detail: &str) -> Result<News, Refused> {
    let wrong = || Refused::new("news-unreadable", None);
    let (reference, detail) = (reference.trim(), detail.trim());
    let on = || day.trim().parse::<Date>().map_err(|_| wrong());
    if reference.is_empty() || reference.chars().count() > 200 {
        return Err(wrong());
    }
    let fate = match what.trim() {
        "returned" => Fate::CameBack { why: code(detail).unwrap_or_else(|| "other".to_owned()) },
        "deposited" => Fate::Deposited { on: on()?, item: item(detail).ok_or_else(wrong)? },
        "received" => Fate::Received { on: on()? },
        _ => return Err(wrong()),
    };
    Ok(News { reference: reference.to_owned(), fate })
}

/// The number of a registered item, however it is spaced.
pub fn item(text: &str) -> Option<String> {
    code(&text.replace(' ', ""))
}

/// A reason or item number: letters, digits, `.` and `-`. No blanks, so that no sentence about somebody slips into an event.
fn code(text: &str) -> Option<String> {
    let fits = !text.is_empty()
        && text.chars().count() <= DETAIL_MAX
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-');
    fits.then(|| text.to_owned())
}

/// The lines of a list; an empty line and a first line that names the columns are passed over.
///
/// # Errors
/// [`Refused`]: `news-too-long`, `news-empty`, `news-unreadable` when it is no text.
pub fn read(bytes: &[u8]) -> Result<Vec<Line>, Refused> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refused::new("news-unreadable", None))?;
    let mut lines = Vec::new();
    for (index, text) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let mut parts = text.split(';');
        let mut part = || parts.next().unwrap_or_default();
        let (reference, what, day, detail) = (part(), part(), part(), part());
        if text.trim().is_empty() || (index == 0 && what.trim() == "what") {
            continue;
        }
        if lines.len() == LINES_MAX {
            return Err(Refused::new("news-too-long", None).with("lines", LINES_MAX));
        }
        lines.push((index + 1, reference.trim().to_owned(), line(reference, what, day, detail)));
    }
    if lines.is_empty() { Err(Refused::new("news-empty", None)) } else { Ok(lines) }
}

/// Records lines, each in a transaction of its own: what is wrong with one keeps no other back.
///
/// # Errors
/// [`AppError::Store`]; lines before it are recorded then, and *already done* the next time.
pub fn record(app: &App, now: Instant, actor: &Actor, lines: Vec<Line>) -> Result<Vec<Told>, AppError> {
    let mut told = Vec::with_capacity(lines.len());
    for (line, reference, read) in lines {
        let outcome = match read {
            Err(refused) => Err(refused),
            Ok(news) => match one(app, now, actor, news) {
                Ok(outcome) => Ok(outcome),
                Err(AppError::Refused(refused)) => Err(refused),
                Err(error) => return Err(error),
            },
        };
        told.push(Told { line, reference, outcome });
    }
    Ok(told)
}

fn one(app: &App, now: Instant, actor: &Actor, news: News) -> Result<Outcome, AppError> {
    let day = match &news.fate {
        Fate::CameBack { .. } => String::new(),
        Fate::Deposited { on, .. } | Fate::Received { on } => on.to_string(),
    };
    let report = Report {
        id: format!("news:{}:{}:{day}", news.reference, news.fate.code()),
        reference: news.reference,
        fate: news.fate,
        note: String::new(),
        paper: None,
        actor: actor.clone(),
    };
    let app = app.clone();
    let worker = app.clone();
    app.db.write(Priority::Click, move |tx| fate::record(&worker, tx, now, &report))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_line_by_line() {
        let list = "reference;what;day;detail\n\nletter-A-1;returned;;5.1.1\r\nletter-A-2;deposited;2026-04-02;RR 12 BE\n\
            letter-A-3;received;2026-04-05;\nletter-A-4;deposited;2026-04-02;\nletter-A-5;eaten;;\n\
            letter-A-6;returned;;Mr de Vries has moved\n";
        let lines = read(list.as_bytes()).unwrap();
        let numbers: Vec<usize> = lines.iter().map(|(line, _, _)| *line).collect();
        assert_eq!(numbers, [3, 4, 5, 6, 7, 8]);
        let fates: Vec<_> = lines.into_iter().map(|(_, _, read)| read.map(|news| news.fate).ok()).collect();
        let came_back = |why: &str| Some(Fate::CameBack { why: why.to_owned() });
        let (deposit, receipt) = (kernel::date(2026, 4, 2), kernel::date(2026, 4, 5));
        assert_eq!(
            fates,
            [
                came_back("5.1.1"),
                Some(Fate::Deposited { on: deposit, item: "RR12BE".to_owned() }),
                Some(Fate::Received { on: receipt }),
                None,
                None,
                // What could name somebody is not kept.
                came_back("other"),
            ]
        );
        assert_eq!(read(b"").unwrap_err().code, "news-empty");
        assert_eq!(read(b"\xff\xfe").unwrap_err().code, "news-unreadable");
        let long = "letter-A-1;returned;;x\n".repeat(LINES_MAX + 1);
        assert_eq!(read(long.as_bytes()).unwrap_err().code, "news-too-long");
    }
}
