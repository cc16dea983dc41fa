//! Messages, badges, rule chips and the summary of what is wrong with a form.

use askama::Template;

use super::super::words::Words;

/// How a message or badge is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It is so.
    Plain,
    /// Good to know.
    Info,
    /// It went well.
    Good,
    /// Look here.
    Warn,
    /// It went wrong, or it is off.
    Bad,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Info => "info",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

/// A message at the top of a page or beside what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/notice.html")]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// One sentence; in bold when there is more to read.
    pub title: String,
    /// What else there is to say; may be empty.
    pub text: String,
}

impl Notice {
    /// A message of one sentence.
    pub fn new(tone: Tone, title: impl Into<String>) -> Self {
        Self { tone, title: title.into(), text: String::new() }
    }

    /// Adds what else there is to say.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }
}

/// A word for where something stands.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(source = r#"<span class="badge {{ tone.class() }}">{{ text }}</span>"#, ext = "html")]
pub struct Badge {
    /// How it is meant.
    pub tone: Tone,
    /// The word.
    pub text: String,
}

impl Badge {
    /// A badge that says `text`.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into() }
    }
}

/// The ID of a rule, such as `NL-DUN-04`; at the desk it leads to the rule's text.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"{% if linked %}<a class="rule" href="/desk/rules/{{ id }}">{{ id }}</a>{% else %}<span class="rule">{{ id }}</span>{% endif %}"#,
    ext = "html"
)]
pub struct RuleChip {
    /// The rule's ID.
    pub id: String,
    /// Whether the reader may open the rule's text.
    pub linked: bool,
}

impl RuleChip {
    /// For the desk: a link to the rule.
    pub fn linked(id: impl Into<String>) -> Self {
        Self { id: id.into(), linked: true }
    }

    /// For the customer: the ID, which the letter and the conditions name too.
    pub fn plain(id: impl Into<String>) -> Self {
        Self { id: id.into(), linked: false }
    }
}

/// Something wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's name; empty when the form as a whole is meant.
    pub field: String,
    /// What is wrong and how to put it right.
    pub message: String,
}

/// The list of faults at the top of a form, each leading to its field. Shows nothing when there are none.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/summary.html")]
pub struct Summary {
    /// The heading.
    pub title: String,
    /// The faults, in the order of the form.
    pub faults: Vec<Fault>,
}

impl Summary {
    /// The faults under the house's heading.
    pub fn new(words: Words, faults: &[Fault]) -> Self {
        Self { title: words.with("form-faults", "n", faults.len()), faults: faults.to_vec() }
    }
}

impl askama::filters::HtmlSafe for Notice {}
impl askama::filters::HtmlSafe for Badge {}
impl askama::filters::HtmlSafe for RuleChip {}
impl askama::filters::HtmlSafe for Summary {}
