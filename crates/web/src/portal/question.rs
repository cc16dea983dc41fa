//! One question of a claim report. The wording decides which question comes next; this page only asks it.

use askama::Template;

use crate::form::Filled;
use crate::part::{Aid, Choice, Crumb, Field, Fields, Kind, Notice, Opt, Style, Summary, Upload};
use crate::{Page, Words};

/// What a question expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedKind {
    /// Yes or no.
    YesNo,
    /// One of these: value and words.
    OneOf(Vec<(String, String)>),
    /// Any of these, or none: value and words.
    AnyOf(Vec<(String, String)>),
    /// A date.
    Date,
    /// A date and a time of day.
    Moment,
    /// An amount.
    Money,
    /// Words of the customer's own.
    Words,
    /// Pictures or papers.
    Files,
}

/// A question in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The fact it settles; the name of the field.
    pub fact: String,
    /// The question.
    pub question: String,
    /// How to answer; may be empty.
    pub help: String,
    /// What it expects.
    pub kind: AskedKind,
    /// Whether "I don't know" is an answer.
    pub may_be_unknown: bool,
}

/// What the page of a question shows.
#[derive(Debug, Template)]
#[template(path = "portal/question.html")]
pub struct QuestionPage {
    /// The frame.
    pub page: Page,
    /// Back to the question before.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this answer, so that sending it twice is once.
    pub command: String,
    /// What is asked, for the form to send back.
    pub asked: String,
    /// The device it is about.
    pub device: String,
    /// Questions answered, and about how many there will be.
    pub progress: (usize, usize),
    /// What is to be done at once, after theft.
    pub notice: Option<Notice>,
    /// What is wrong.
    pub summary: Summary,
    /// The question as a choice…
    pub choice: Option<Choice>,
    /// …or as fields…
    pub fields: Vec<Field>,
    /// …or as files.
    pub upload: Option<Upload>,
    /// The question itself, when it stands above several fields.
    pub heading: String,
    /// Its help, then.
    pub help: String,
    /// The box "I don't know", beside fields.
    pub unknown: Option<Choice>,
    /// Help that opens.
    pub aids: Vec<Aid>,
    /// What was answered before: question, answer, where to change it.
    pub before: Vec<(String, String, String)>,
}

impl QuestionPage {
    /// The page of one question. `before` holds question, answer and where to change it.
    pub fn new(
        page: Page,
        (action, command, device): (String, String, String),
        asked: &Asked,
        filled: &Filled,
        before: Vec<(String, String, String)>,
        about: usize,
    ) -> Self {
        let words = page.words();
        let mut view = Self {
            crumb: Crumb { href: "/my/claims".to_owned(), text: words.t("nav-claims") },
            action,
            command,
            asked: asked.fact.clone(),
            device,
            progress: (before.len(), about.max(before.len() + 1)),
            notice: None,
            summary: Summary::new(words, filled.faults()),
            choice: None,
            fields: Vec::new(),
            upload: None,
            heading: String::new(),
            help: String::new(),
            unknown: None,
            aids: Vec::new(),
            before,
            page,
        };
        view.put(words, asked, filled);
        view
    }

    fn put(&mut self, words: Words, asked: &Asked, filled: &Filled) {
        let part = |suffix: &str, label: &str, kind: Kind| {
            let name = format!("{}{suffix}", asked.fact);
            let plain = Fields { words, area: "claim-part", filled }.field("answer", kind);
            let error =
                filled.faults().iter().find(|fault| fault.field == name).map(|fault| fault.message.clone());
            Field { value: filled.get(&name).to_owned(), label: words.t(label), name, error, ..plain }
        };
        match &asked.kind {
            AskedKind::YesNo => {
                let options = [("yes", words.t("yes")), ("no", words.t("no"))];
                let options = options.map(|(value, label)| (value.to_owned(), label));
                self.choice = Some(choice(words, asked, filled, &options, Style::Pills));
                return;
            }
            AskedKind::OneOf(options) => {
                self.choice = Some(choice(words, asked, filled, options, Style::List));
                return;
            }
            AskedKind::AnyOf(options) => {
                self.choice = Some(any_of(asked, filled, options));
                if asked.may_be_unknown {
                    self.unknown = Some(unknown(words, asked, filled, "unknown"));
                }
                return;
            }
            AskedKind::Files => {
                let plain = Fields { words, area: "claim-part", filled }.uploads("answer");
                let error = filled.faults().iter().find(|fault| fault.field == asked.fact);
                self.upload = Some(Upload {
                    name: asked.fact.clone(),
                    label: asked.question.clone(),
                    hint: Some(asked.help.clone()).filter(|help| !help.is_empty()),
                    error: error.map(|fault| fault.message.clone()),
                    ..plain
                });
                if asked.may_be_unknown {
                    self.unknown = Some(unknown(words, asked, filled, "claim-later"));
                }
                return;
            }
            AskedKind::Date => self.fields.push(part("", "claim-part-date", Kind::Date)),
            AskedKind::Moment => {
                self.fields.push(part("", "claim-part-date", Kind::Date));
                self.fields.push(part("_time", "claim-part-time", Kind::Time));
            }
            AskedKind::Money => self.fields.push(part("", "claim-part-amount", Kind::Money)),
            AskedKind::Words => self.fields.push(part("", "claim-part-words", Kind::Long)),
        }
        self.heading.clone_from(&asked.question);
        self.help.clone_from(&asked.help);
        if asked.may_be_unknown {
            self.unknown = Some(unknown(words, asked, filled, "unknown"));
        }
    }
}

fn choice(
    words: Words,
    asked: &Asked,
    filled: &Filled,
    options: &[(String, String)],
    style: Style,
) -> Choice {
    let unknown = asked.may_be_unknown.then(|| ("unknown".to_owned(), words.t("unknown")));
    let options = options.iter().cloned().chain(unknown);
    opts(asked, filled, options, style, |value| filled.get(&asked.fact) == value)
}

fn any_of(asked: &Asked, filled: &Filled, options: &[(String, String)]) -> Choice {
    let chosen = |value: &str| filled.all(&asked.fact).any(|given| given == value);
    opts(asked, filled, options.iter().cloned(), Style::Ticks, chosen)
}

fn opts(
    asked: &Asked,
    filled: &Filled,
    options: impl Iterator<Item = (String, String)>,
    style: Style,
    chosen: impl Fn(&str) -> bool,
) -> Choice {
    let options = options.map(|(value, label)| Opt {
        chosen: chosen(&value),
        value,
        label,
        hint: None,
        points: Vec::new(),
        tag: None,
    });
    let error = filled.faults().iter().find(|fault| fault.field == asked.fact);
    Choice {
        name: asked.fact.clone(),
        legend: asked.question.clone(),
        hint: Some(asked.help.clone()).filter(|help| !help.is_empty()),
        error: error.map(|fault| fault.message.clone()),
        options: options.collect(),
        style,
        aid: None,
    }
}

fn unknown(words: Words, asked: &Asked, filled: &Filled, key: &str) -> Choice {
    let name = format!("{}_unknown", asked.fact);
    Choice {
        options: vec![Opt {
            value: "yes".to_owned(),
            label: words.t(key),
            hint: None,
            points: Vec::new(),
            tag: None,
            chosen: filled.ticked(&name),
        }],
        name,
        legend: String::new(),
        hint: None,
        error: None,
        style: Style::Ticks,
        aid: None,
    }
}
