//! One claim: facts, evidence and clauses side by side, the arithmetic, and what a person decides (OFFICE-05).

mod after;
mod beside;
mod decide;
mod fraud;
mod late;
mod show;
mod viewer;
mod work;

use app::App;
use app::access::Action;
use app::claims::Question;
use askama::Template;
use terms::Kind as Type;

use crate::form::Filled;
use crate::part::{
    Badge, Choice, Clause, Crumb, Field, Fields, Kind, List, Notice, Opt, Style, Summary, Tone,
};
use crate::portal::{Payout, report};
use crate::site::{Access, Site};
use crate::{Page, Words};

pub use after::After;
pub use beside::Beside;
pub use fraud::Fraud;
pub use late::Late;
pub use viewer::ViewerPage;

/// A fact with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub name: String,
    /// What is so; `None` when it is not known.
    pub value: Option<String>,
    /// Who said so or what shows it; may be empty.
    pub source: String,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where it is; `None` when it is still expected.
    pub href: Option<String>,
    /// What it is.
    pub name: String,
    /// Received or expected, and when.
    pub status: Badge,
    /// Whether it is a picture that can be shown small.
    pub picture: bool,
}

/// What the page of a claim shows.
#[derive(Debug, Template)]
#[template(path = "desk/claim.html")]
pub struct ClaimPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Its number.
    pub number: String,
    /// What happened to what.
    pub title: String,
    /// Policy and holder: address and words.
    pub policy: (String, String),
    /// Where it stands.
    pub status: Badge,
    /// Our own terms that run, as sentences (LAW-BE-INS-09).
    pub clocks: Vec<Notice>,
    /// Whether there was cover at the instant of the event, in a sentence.
    pub cover: Notice,
    /// What happened in the customer's words; may be empty.
    pub narrative: String,
    /// The facts.
    pub facts: Vec<Fact>,
    /// What is presumed until somebody finds otherwise.
    pub presumed: Vec<String>,
    /// The evidence.
    pub evidence: Vec<Evidence>,
    /// Clauses that decide.
    pub decided: Vec<Clause>,
    /// Clauses that are settled already while others are open.
    pub so_far: Vec<Clause>,
    /// Clauses that facts do not settle yet.
    pub open: Vec<Clause>,
    /// Questions the amount waits for.
    pub amount_waits_for: Vec<String>,
    /// Clauses that were considered and have no bearing.
    pub considered: Vec<Clause>,
    /// What was decided already, item by item.
    pub settled: Vec<Notice>,
    /// Whether something of it is still to be decided.
    pub is_open: bool,
    /// What the wording proposes, in a sentence.
    pub verdict: Notice,
    /// How the amount is worked out.
    pub payout: Option<Payout>,
    /// Payments on it.
    pub payments: Option<List>,
    /// What happened to it, newest first.
    pub history: List,
    /// Who has it in hand, signs, notes, letters.
    pub beside: Beside,
    /// What can be decided; `None` when the reader may only look.
    pub decision: Option<ClaimDecision>,
    /// What is wrong with what was sent, where nothing can be decided.
    pub summary: Option<Summary>,
    /// What came after a decision, and what can.
    pub after: After,
}

/// The forms of who decides. Each is sent on its own.
#[derive(Debug)]
pub struct ClaimDecision {
    /// Where they go.
    pub action: String,
    /// The ID of what is done next.
    pub command: String,
    /// The version that was read.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// Facts and findings to be stated, as choices…
    pub choices: Vec<Choice>,
    /// …and as fields.
    pub fields: Vec<Field>,
    /// `why`: the reason for a finding.
    pub why: Field,
    /// `fact`: what else can be stated or corrected.
    pub other: Choice,
    /// `evidence`: what can be asked for.
    pub evidence: Choice,
    /// Whether the wording must look at it again because facts changed.
    pub stale: bool,
    /// What approving would do, in words; `None` when there is nothing to approve.
    pub approve: Option<String>,
    /// What is set off against what is paid, in words (AMB-14); `None` when nothing is overdue.
    pub set_off: Option<String>,
    /// Whether approving goes to somebody else (OFFICE-15).
    pub needs_approval: bool,
    /// Whether it waits for a second person now.
    pub waits: bool,
    /// Whether something can be refused.
    pub refuse: bool,
    /// `reason`: why it is refused; it stands in the letter.
    pub reason: Field,
    /// `payee_name` and `iban`: where the money goes when no account is known.
    pub pay: Option<(Field, Field)>,
}

/// What the forms begin with.
#[derive(Debug, Clone, Default)]
pub struct Deciding {
    /// What is asked now.
    pub asked: Vec<Question>,
    /// What else can be stated: value and question.
    pub other: Vec<(String, String)>,
    /// What can be asked for: name and text.
    pub evidence: Vec<(String, String)>,
    /// Whether an account must be given.
    pub pay: bool,
}

impl ClaimDecision {
    /// The forms with what was typed. Where they go, the ID of what is done, and the version that was read come first.
    pub fn new(
        page: &Page,
        filled: &Filled,
        (action, command, version): (String, String, String),
        deciding: &Deciding,
    ) -> Self {
        let words = page.words();
        let f = Fields { words, area: "decide", filled };
        let (choices, fields) = asked(words, &deciding.asked, filled);
        let mut other = f.choice("fact", &[]).style(Style::Select);
        other.options = options(&deciding.other, "");
        let mut evidence = f.choice("evidence", &[]).style(Style::Ticks);
        evidence.options = options(&deciding.evidence, "");
        Self {
            action,
            command,
            version,
            summary: Summary::new(words, filled.faults()),
            choices,
            fields,
            why: f.field("why", Kind::Long).optional(words),
            other,
            evidence,
            stale: false,
            approve: None,
            set_off: None,
            needs_approval: false,
            waits: false,
            refuse: false,
            reason: f.field("reason", Kind::Long),
            pay: deciding.pay.then(|| (f.text("payee_name"), f.text("iban"))),
        }
    }
}

/// Questions as choices and fields, with what was typed.
pub(super) fn asked(words: Words, questions: &[Question], filled: &Filled) -> (Vec<Choice>, Vec<Field>) {
    let (mut choices, mut fields) = (Vec::new(), Vec::new());
    for question in questions {
        match question.kind {
            Type::Bool | Type::Choice | Type::Set => choices.push(choice(words, question, filled)),
            _ => fields.extend(inputs(words, question, filled)),
        }
    }
    (choices, fields)
}

/// The name of the field in which a fact is stated.
pub(super) fn field_name(question: &Question) -> String {
    match question.item {
        Some(item) => format!("fact.{item}.{}", question.fact),
        None => format!("fact..{}", question.fact),
    }
}

fn options(values: &[(String, String)], chosen: &str) -> Vec<Opt> {
    let option = |(value, label): &(String, String)| Opt {
        value: value.clone(),
        label: label.clone(),
        hint: None,
        points: Vec::new(),
        tag: None,
        chosen: !chosen.is_empty() && value == chosen,
    };
    values.iter().map(option).collect()
}

/// Help, who can answer, and what would show it.
fn hint(words: Words, question: &Question) -> Option<String> {
    let who: Vec<String> = question.who.iter().map(|who| words.t(&format!("who-{}", who.code()))).collect();
    let evidence: Vec<&str> = question.evidence.iter().map(|(_, text)| text.as_str()).collect();
    let mut said: Vec<String> = question.help.iter().cloned().collect();
    if !who.is_empty() {
        said.push(words.with("desk-who", "who", who.join(", ")));
    }
    if !evidence.is_empty() {
        said.push(words.with("desk-shown-by", "evidence", evidence.join("; ")));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// What is asked, with the device it is about where there are several.
fn legend(words: Words, question: &Question) -> String {
    let finding =
        if question.is_finding { format!(" ({})", words.t("decide-finding")) } else { String::new() };
    match question.item {
        Some(item) if item > 1 => format!("{item}. {}{finding}", question.question),
        _ => format!("{}{finding}", question.question),
    }
}

fn choice(words: Words, question: &Question, filled: &Filled) -> Choice {
    let name = field_name(question);
    let given = filled.get(&name).to_owned();
    let (values, style) = match question.kind {
        Type::Bool => {
            let values = ["yes", "no"].map(|value| (value.to_owned(), words.t(value)));
            let open = ("open".to_owned(), words.t("decide-finding-open"));
            (values.into_iter().chain([open]).collect(), Style::Pills)
        }
        Type::Set => (question.values.clone(), Style::Ticks),
        _ => {
            let open = ("open".to_owned(), words.t("decide-finding-open"));
            (std::iter::once(open).chain(question.values.iter().cloned()).collect(), Style::Select)
        }
    };
    let mut options = options(&values, if given.is_empty() { "open" } else { &given });
    if question.kind == Type::Set {
        for option in &mut options {
            option.chosen = filled.all(&name).any(|given| given == option.value);
        }
    }
    let error = filled.faults().iter().find(|fault| fault.field == name);
    Choice {
        legend: legend(words, question),
        hint: hint(words, question),
        error: error.map(|fault| fault.message.clone()),
        options,
        style,
        aid: None,
        name,
    }
}

fn inputs(words: Words, question: &Question, filled: &Filled) -> Vec<Field> {
    let name = field_name(question);
    let input = |name: String, label: String, kind: Kind| {
        let plain = Fields { words, area: "decide", filled }.field("fact", kind);
        let error = filled.faults().iter().find(|fault| fault.field == name);
        Field {
            value: filled.get(&name).to_owned(),
            hint: hint(words, question),
            error: error.map(|fault| fault.message.clone()),
            label,
            name,
            ..plain
        }
        .optional(words)
    };
    let label = legend(words, question);
    match question.kind {
        Type::Money => vec![input(name, label, Kind::Money)],
        Type::Date => vec![input(name, label, Kind::Date)],
        Type::Instant => {
            let time = format!("{label} {}", words.t("decide-time"));
            vec![input(name.clone(), label, Kind::Date), input(format!("{name}.time"), time, Kind::Time)]
        }
        _ => vec![input(name, label, Kind::Text)],
    }
}

pub(super) use decide::{answer, say};
pub use work::ClaimWorkPage;
pub(super) use work::state as job_state;

pub(super) fn routes(site: Site) -> Site {
    let may_report = Access::to(Action::ReportClaim, "number");
    let site = site.get("/desk/policies/{number}/claim", may_report, report::show).upload(
        "/desk/policies/{number}/claim",
        may_report,
        crate::site::REPORT,
        report::send,
    );
    let site = show::routes(site);
    let site = after::routes(site);
    let site = beside::routes(site);
    let site = viewer::routes(site);
    let site = work::routes(site);
    decide::routes(site)
}

/// The word for where a claim stands.
pub(super) fn phase(words: Words, phase: claims::Phase) -> Badge {
    let tone = match phase {
        claims::Phase::Open => Tone::Warn,
        claims::Phase::Decided | claims::Phase::Paying => Tone::Info,
        claims::Phase::Approved => Tone::Good,
        claims::Phase::Closed => Tone::Plain,
    };
    Badge::new(tone, words.t(&format!("claim-phase-{}", phase.code())))
}

/// What happened, in words, by the code that a list has: every product's wording knows its own.
pub(super) fn cause(app: &App, words: Words, code: &str) -> String {
    let products = app.products.codes().into_iter().filter_map(|product| app.products.current(&product));
    let text = products.into_iter().find_map(|product| {
        let values = &product.fact("what_happened")?.values;
        Some(values.iter().find(|value| value.name == code)?.text.get(words.language).to_owned())
    });
    text.unwrap_or_else(|| code.to_owned())
}
