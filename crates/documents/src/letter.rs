//! A document in words: what a mail and a sheet of paper have in common.

use kernel::Language;
use serde::Serialize;

/// No letter has more pages than this.
pub(crate) const MAX_PAGES: usize = 60;

/// No letter has more text than this, counted in bytes as the template reads it.
pub(crate) const MAX_BYTES: usize = 256 * 1024;

/// A document in the reader's words, not yet printed. All strings are plain text; each printer escapes for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// The language it is written in.
    pub language: &'static str,
    /// The brand at the head of the paper.
    pub brand: String,
    /// The subject line of the mail.
    pub subject: String,
    /// The headline of the letter: the subject without numbers.
    pub title: String,
    /// The lines for the window of the envelope, name first; empty for a mere mail.
    pub window: Vec<String>,
    /// The window is on the right, as Belgian envelopes have it.
    pub window_right: bool,
    /// The line above the window: where an undeliverable letter goes back to.
    pub sender: String,
    /// Printed above the address ("registered"), if anything.
    pub postal_note: Option<String>,
    /// Date, policy number, claim number.
    pub references: Vec<Fact>,
    /// "Dear …,".
    pub salutation: String,
    /// What the mail says, and the paper too unless there is a `sheet`.
    pub blocks: Vec<Block>,
    /// What is printed instead of salutation, blocks and closing: the policy schedule.
    pub sheet: Option<Sheet>,
    /// "Kind regards," and in whose name.
    pub closing: Vec<String>,
    /// The lines at the foot of every page and of the mail: administrator, licences, insurer, contact.
    pub foot: Vec<String>,
    /// "Page" and "of", for the page numbers.
    pub page_words: [String; 2],
    /// What to call the PDF, without ".pdf".
    #[serde(skip)]
    pub file_stem: String,
}

/// A page of record, printed without salutation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Its own headline.
    pub title: String,
    /// The line under it.
    pub lead: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Text { text: String },
    /// A small remark, such as the law a letter rests on.
    Small { text: String },
    /// A heading inside the letter.
    Heading { text: String },
    /// What the reader must not miss.
    Callout { tone: Tone, title: String, text: String },
    /// Labels with values.
    Facts { facts: Vec<Fact> },
    /// Labels above their values, for values that need the whole width.
    Terms { terms: Vec<Fact> },
    /// Points without order.
    Bullets { items: Vec<String> },
    /// Points in order.
    Steps { items: Vec<String> },
    /// Amounts one under the other, with what they come to.
    Sum { lines: Vec<Fact>, total: Fact },
    /// Yes and no, each with a word of explanation.
    Checks { checks: Vec<Check> },
    /// Rows under headings.
    Table { columns: Vec<Column>, rows: Vec<Vec<Cell>> },
    /// Reasons with where they stand.
    Reasons { reasons: Vec<Reason> },
    /// The code that a banking app reads; on paper only, for a mail fetches no pictures.
    Code { svg: String, label: String },
    /// A page to go to.
    Link { label: String, url: String },
    /// Two groups beside each other on paper, one after the other in a mail.
    Pair { left: Vec<Block>, right: Vec<Block> },
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// How a callout looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Good news.
    Good,
    /// To know.
    Plain,
    /// To act on.
    Warn,
}

/// Something that holds or does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    pub yes: bool,
    /// "Yes" or "No" in words, for those who do not see the sign.
    pub said: String,
    pub label: String,
    pub detail: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    pub title: String,
    /// Amounts stand on the right.
    pub right: bool,
}

/// A cell of a table: what counts, and smaller lines under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    pub text: String,
    pub under: Vec<String>,
}

/// A reason and its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    pub text: String,
    pub source: String,
}

impl Letter {
    /// The letter as plain text with its window, references and foot: for tests and for reading on a screen.
    pub fn plain(&self) -> String {
        crate::mail::plain(self)
    }

    /// The mail as plain text.
    pub fn mail_text(&self) -> String {
        crate::mail::text(self)
    }

    /// The mail as HTML with inline styles.
    pub fn mail_html(&self) -> String {
        crate::mail::html(self)
    }

    pub(crate) fn language_of(language: Language) -> &'static str {
        language.code()
    }
}
