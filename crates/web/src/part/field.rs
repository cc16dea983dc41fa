//! Fields of forms: label, hint, error and what was typed, in one piece.

use askama::Template;

use super::notice::Fault;
use crate::form::Filled;
use crate::words::Words;

/// What is typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A secret.
    Password,
    /// Digits that are not a quantity, such as a code.
    Digits,
    /// A civil date.
    Date,
    /// A time of day.
    Time,
    /// An amount in euros.
    Money,
    /// Several lines of text.
    Long,
}

impl Kind {
    fn input_type(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "tel",
            Self::Password => "password",
            Self::Date => "date",
            Self::Time => "time",
            Self::Text | Self::Digits | Self::Money | Self::Long => "text",
        }
    }

    fn keyboard(self) -> &'static str {
        match self {
            Self::Digits => "numeric",
            Self::Money => "decimal",
            _ => "",
        }
    }

    fn width(self) -> &'static str {
        match self {
            Self::Date | Self::Time | Self::Phone | Self::Digits => "w-m",
            _ => "",
        }
    }
}

/// Help that opens beside a field, such as where an IMEI is found (FAQ-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aid {
    /// What it helps with.
    pub title: String,
    /// One line each.
    pub lines: Vec<String>,
}

/// A field with one value.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/field.html")]
pub struct Field {
    /// Its name in the form and its id on the page.
    pub name: String,
    /// What it asks.
    pub label: String,
    /// How to answer.
    pub hint: Option<String>,
    /// What is wrong with the answer.
    pub error: Option<String>,
    /// What was typed.
    pub value: String,
    /// What is typed into it.
    pub kind: Kind,
    /// `(optional)` in the reader's language when it may stay empty.
    pub optional: Option<String>,
    /// The browser's name for what belongs here.
    pub autocomplete: &'static str,
    /// The longest answer in characters.
    pub max_chars: usize,
    /// Help that opens.
    pub aid: Option<Aid>,
}

impl Field {
    /// The field may stay empty, and says so.
    pub fn optional(mut self, words: Words) -> Self {
        self.optional = Some(words.t("form-optional"));
        self
    }

    /// Names what the browser may fill in.
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// Adds help that opens.
    pub fn aid(mut self, title: String, lines: Vec<String>) -> Self {
        self.aid = Some(Aid { title, lines });
        self
    }

    /// Sets what stands in the field when nothing was typed.
    pub fn or_value(mut self, value: &str) -> Self {
        if self.value.is_empty() {
            value.clone_into(&mut self.value);
        }
        self
    }

    fn described_by(&self) -> String {
        let parts = [(self.hint.is_some(), "hint"), (self.error.is_some(), "error")];
        let ids = parts.iter().filter(|(there, _)| *there).map(|(_, what)| format!("{}-{what}", self.name));
        ids.collect::<Vec<_>>().join(" ")
    }
}

/// How options are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// One below the other.
    List,
    /// Short answers side by side.
    Pills,
    /// Large cards with an explanation.
    Tiles,
    /// A list that opens, for many options.
    Select,
    /// Ticks: none, one or several.
    Ticks,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// More about it.
    pub hint: Option<String>,
    /// Points in favour or against: text, and whether it is included.
    pub points: Vec<(String, bool)>,
    /// Something to set apart at the end, such as a price.
    pub tag: Option<String>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A choice between options, or one or more ticks.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/choice.html")]
pub struct Choice {
    /// Its name in the form and its id on the page.
    pub name: String,
    /// What it asks.
    pub legend: String,
    /// How to answer.
    pub hint: Option<String>,
    /// What is wrong with the answer.
    pub error: Option<String>,
    /// The options.
    pub options: Vec<Opt>,
    /// How they are shown.
    pub style: Style,
    /// Help that opens.
    pub aid: Option<Aid>,
}

impl Choice {
    /// Shows it in another way.
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Adds help that opens.
    pub fn aid(mut self, title: String, lines: Vec<String>) -> Self {
        self.aid = Some(Aid { title, lines });
        self
    }

    /// Chooses `value` when nothing was chosen.
    pub fn or_chosen(mut self, value: &str) -> Self {
        if !self.options.iter().any(|option| option.chosen) {
            for option in &mut self.options {
                option.chosen = option.value == value;
            }
        }
        self
    }

    fn described_by(&self) -> String {
        let parts = [(self.hint.is_some(), "hint"), (self.error.is_some(), "error")];
        let ids = parts.iter().filter(|(there, _)| *there).map(|(_, what)| format!("{}-{what}", self.name));
        ids.collect::<Vec<_>>().join(" ")
    }
}

impl askama::filters::HtmlSafe for Field {}
impl askama::filters::HtmlSafe for Choice {}

/// Makes the fields of one form: labels are the messages `<area>-<name>`, hints their attribute `hint`, values and errors
/// what was sent before.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a> {
    /// The words of the page.
    pub words: Words,
    /// The first part of every key.
    pub area: &'a str,
    /// What was sent, with its faults.
    pub filled: &'a Filled,
}

impl Fields<'_> {
    /// A field of that kind.
    pub fn field(&self, name: &str, kind: Kind) -> Field {
        let key = self.key(name);
        Field {
            name: name.to_owned(),
            label: self.words.t(&key),
            hint: self.words.maybe(&format!("{key}-hint")),
            error: self.error(name),
            // A secret is never sent back.
            value: if kind == Kind::Password { String::new() } else { self.filled.get(name).to_owned() },
            kind,
            optional: None,
            autocomplete: "off",
            max_chars: match kind {
                Kind::Long => 4000,
                Kind::Password => 256,
                Kind::Date | Kind::Time | Kind::Money => 20,
                Kind::Phone | Kind::Digits => 40,
                Kind::Text | Kind::Email => 200,
            },
            aid: None,
        }
    }

    /// One line of text.
    pub fn text(&self, name: &str) -> Field {
        self.field(name, Kind::Text)
    }

    /// A choice between `values`; each is labelled by `<area>-<name>-<value>`.
    pub fn choice(&self, name: &str, values: &[&str]) -> Choice {
        let key = self.key(name);
        let options = values.iter().map(|value| {
            let label = format!("{key}-{value}");
            Opt {
                value: (*value).to_owned(),
                label: self.words.t(&label),
                hint: self.words.maybe(&format!("{label}-hint")),
                points: Vec::new(),
                tag: None,
                chosen: self.filled.all(name).any(|given| given == *value),
            }
        });
        Choice {
            name: name.to_owned(),
            legend: self.words.t(&key),
            hint: self.words.maybe(&format!("{key}-hint")),
            error: self.error(name),
            options: options.collect(),
            style: Style::List,
            aid: None,
        }
    }

    /// One box to tick, sent as `yes`, labelled by the message itself.
    pub fn tick(&self, name: &str) -> Choice {
        let key = self.key(name);
        Choice {
            name: name.to_owned(),
            legend: String::new(),
            hint: None,
            error: self.error(name),
            options: vec![Opt {
                value: "yes".to_owned(),
                label: self.words.t(&key),
                hint: self.words.maybe(&format!("{key}-hint")),
                points: Vec::new(),
                tag: None,
                chosen: self.filled.get(name) == "yes",
            }],
            style: Style::Ticks,
            aid: None,
        }
    }

    fn key(&self, name: &str) -> String {
        format!("{}-{}", self.area, name.replace('_', "-"))
    }

    fn error(&self, name: &str) -> Option<String> {
        self.filled
            .faults()
            .iter()
            .find(|fault: &&Fault| fault.field == name)
            .map(|fault| fault.message.clone())
    }
}
