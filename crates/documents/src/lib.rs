//! What is written to people: mails and letters in Dutch, English and French.
//!
//! A [`Document`] holds the facts, fixed in the transaction that decided them: names, amounts, dates, rule IDs, nothing
//! that must be looked up. [`render`] turns it into a mail (text and HTML) and, where the document is one to keep, a PDF.
//! The same facts, language, house and program give the same bytes; the bytes that were sent are kept by the caller and
//! never rendered again.
//!
//! How it is cut: [`content`] is what can be said; `compose` puts it into words (Fluent, `texts/`) as a [`Letter`] of
//! plain blocks; `mail` and `pdf` print the same letter, so that what the mail says and what the paper says cannot
//! differ. Words never meet markup as strings: the PDF template reads the letter as JSON, the HTML is escaped.
//!
//! Pure: no clock, no network, no files; fonts and templates are in the program.
#![warn(missing_docs)]

pub mod content;
pub mod house;

mod compose;
pub mod epc;
mod error;
#[expect(missing_docs, reason = "the fields of a block of paper say what they are by their names")]
mod letter;
mod mail;
mod pdf;
mod words;

pub use content::{Address, Addressee, Content, Document};
pub use error::RenderError;
pub use house::House;
pub use letter::{Block, Cell, Check, Column, Fact, Letter, Reason, Sheet, Tone};

use kernel::Language;

/// What goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject line of the mail, which is also the title of the letter. One line, no personal data but the policy or
    /// claim number.
    pub subject: String,
    /// The mail as plain text.
    pub mail_text: String,
    /// The mail as HTML with inline styles, without images, scripts or anything fetched from elsewhere.
    pub mail_html: String,
    /// The letter, for documents one keeps ([`Content::is_letter`]); `None` for mere mails such as a confirmation link.
    pub pdf: Option<Pdf>,
}

/// A letter as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// What to call it when it is attached or downloaded, such as `polisblad-HX-1234-5678-90.pdf`: lower case ASCII.
    pub file_name: String,
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has (for the print folder).
    pub pages: usize,
}

/// Writes a document in a language, on the paper of a house.
///
/// # Errors
/// [`RenderError`] if the letter cannot be laid out, which is a fault of the program. It holds nothing personal.
pub fn render(document: &Document, language: Language, house: &House) -> Result<Rendered, RenderError> {
    let letter = compose(document, language, house);
    let pdf = document.content.is_letter().then(|| pdf::print(&letter, document.made_at)).transpose()?;
    Ok(Rendered { pdf, ..mail_of(&letter) })
}

/// Writes only the mail of a document, without the paper that is kept: the slow part.
pub fn render_mail(document: &Document, language: Language, house: &House) -> Rendered {
    mail_of(&compose(document, language, house))
}

fn mail_of(letter: &Letter) -> Rendered {
    Rendered {
        subject: letter.subject.clone(),
        mail_text: letter.mail_text(),
        mail_html: letter.mail_html(),
        pdf: None,
    }
}

/// The words of a document without printing them: for showing it on a page and for tests.
pub fn compose(document: &Document, language: Language, house: &House) -> Letter {
    compose::letter(document, language, house)
}
