//! The letter on paper: Typst lays it out, and nothing else gets in but the letter as data.

use std::sync::LazyLock;

use kernel::Instant;
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

use crate::Pdf;
use crate::error::RenderError;
use crate::letter::{Letter, MAX_BYTES, MAX_PAGES};

const TEMPLATE: &str = "letter.typ";
/// Characters after which a word may break anywhere.
const LONGEST_WORD: usize = 34;
const DATA: &str = "letter.json";

/// Prints a letter. The same letter and time give the same bytes.
pub(crate) fn print(letter: &Letter, made_at: Instant) -> Result<Pdf, RenderError> {
    let mut data = serde_json::to_value(letter).expect("a letter is strings and lists");
    printable(&mut data);
    let data = serde_json::to_vec(&data).expect("it was JSON before");
    if data.len() > MAX_BYTES {
        return Err(RenderError::TooMuch { bytes: data.len(), most: MAX_BYTES });
    }
    let paper = Paper { data: Bytes::new(data) };
    let pages =
        typst::compile::<PagedDocument>(&paper).output.map_err(|errors| template_error(&paper, &errors));
    let printed = pages.and_then(|document| {
        let pages = document.pages().len();
        if pages > MAX_PAGES {
            return Err(RenderError::TooLong { pages, most: MAX_PAGES });
        }
        let options = PdfOptions {
            ident: Smart::Custom(letter.subject.clone()),
            creator: Smart::Custom(Some(letter.brand.clone())),
            timestamp: timestamp(made_at),
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|_| RenderError::Export)?;
        Ok(Pdf { file_name: format!("{}.pdf", letter.file_stem), bytes, pages })
    });
    // Typst remembers what it laid out. A letter must not stay in memory after it is printed, nor pile up.
    typst::comemo::evict(0);
    printed
}

/// Prepares every string for the paper. What a link leads to stays as it is; only what is shown of it is prepared. So does a
/// picture.
fn printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = set(text),
        Value::Array(values) => values.iter_mut().for_each(printable),
        Value::Object(fields) => {
            if let Some(Value::String(url)) = fields.get("url") {
                let shown = set(url);
                fields.insert("shown".to_owned(), Value::String(shown));
            }
            fields
                .iter_mut()
                .filter(|(name, _)| !matches!(name.as_str(), "url" | "svg"))
                .for_each(|(_, field)| printable(field));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// How a typesetter would set it: a word longer than any real one may break, so that nothing runs off the page; a number
/// stays with the word after it; the narrow space of French, next to nothing in our font, becomes one that is seen.
fn set(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let (mut unbroken, mut before) = (0, ' ');
    while let Some(character) = characters.next() {
        let character = match character {
            '\u{202f}' => '\u{a0}',
            ' ' if before.is_ascii_digit() && characters.peek().is_some_and(|next| next.is_alphabetic()) => {
                '\u{a0}'
            }
            other => other,
        };
        unbroken = if character.is_whitespace() { 0 } else { unbroken + 1 };
        out.push(character);
        if unbroken == LONGEST_WORD {
            out.push('\u{200b}');
            unbroken = 0;
        }
        before = character;
    }
    out
}

fn timestamp(at: Instant) -> Option<Timestamp> {
    let utc = at.to_zoned(jiff::tz::TimeZone::UTC);
    let small = |number: i8| u8::try_from(number).ok();
    let datetime = Datetime::from_ymd_hms(
        utc.year().into(),
        small(utc.month())?,
        small(utc.day())?,
        small(utc.hour())?,
        small(utc.minute())?,
        small(utc.second())?,
    )?;
    Some(Timestamp::new_utc(datetime))
}

/// Says where the template failed, never with what: diagnostics may quote values.
fn template_error(paper: &Paper, errors: &[SourceDiagnostic]) -> RenderError {
    let at = errors
        .first()
        .and_then(|error| paper.range(error.span))
        .map_or_else(|| TEMPLATE.to_owned(), |range| format!("{TEMPLATE}:{}", range.start));
    RenderError::Template { at }
}

/// What every print has in common.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let file = |name: &str| {
        let path = VirtualPath::new(name).expect("the name is a plain file name");
        FileId::new(RootedPath::new(VirtualRoot::Project, path))
    };
    let fonts: Vec<Font> = [
        include_bytes!("../fonts/SourceSansPro-Regular.ttf").as_slice(),
        include_bytes!("../fonts/SourceSansPro-Semibold.ttf").as_slice(),
        include_bytes!("../fonts/SourceSansPro-Bold.ttf").as_slice(),
        // For names in scripts that Source Sans lacks.
        include_bytes!("../fonts/DejaVuSans.ttf").as_slice(),
    ]
    .into_iter()
    .flat_map(|font| Font::iter(Bytes::new(font)))
    .collect();
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(file(TEMPLATE), include_str!("../templates/letter.typ").to_owned()),
        data: file(DATA),
    }
});

/// One print: the press with one letter in it.
struct Paper {
    data: Bytes,
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        PRESS.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == PRESS.template.id() { Ok(PRESS.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == PRESS.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    /// There is no clock in here.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_set_for_paper() {
        let check = |text: &str, expected: &str| assert_eq!(set(text), expected);
        check("9,95\u{202f}€", "9,95\u{a0}€");
        check("20 november 2026 om 11:14", "20\u{a0}november 2026\u{a0}om 11:14");
        check("Galaxy S9 5 6", "Galaxy S9 5 6");
        check(&"x".repeat(70), &format!("{0}\u{200b}{0}\u{200b}xx", "x".repeat(34)));
        check("", "");
    }
}
