//! One claim: facts, evidence and clauses side by side, the arithmetic, and the decision (OFFICE-05).

use askama::Template;

use crate::Page;
use crate::form::Filled;
use crate::part::{Badge, Choice, Clause, Crumb, Field, Fields, Kind, Notice, Style, Summary};
use crate::portal::Payout;

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
    /// Whether there was cover at the instant of the event, in a sentence.
    pub cover: Notice,
    /// The facts.
    pub facts: Vec<Fact>,
    /// The evidence.
    pub evidence: Vec<Evidence>,
    /// Clauses that decide.
    pub decided: Vec<Clause>,
    /// Clauses that were considered and do not apply.
    pub considered: Vec<Clause>,
    /// What the wording proposes, in a sentence.
    pub verdict: Notice,
    /// How the amount is worked out.
    pub payout: Option<Payout>,
    /// What can be decided; `None` when the reader may only look.
    pub decision: Option<ClaimDecision>,
}

/// The form of a decision on a claim.
#[derive(Debug)]
pub struct ClaimDecision {
    /// Where it goes.
    pub action: String,
    /// The ID of this decision.
    pub command: String,
    /// The version that was read.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// Findings that only a person can make: each a choice between yes, no and not yet.
    pub findings: Vec<Choice>,
    /// What it becomes: `repair`, `replace`, `pay`.
    pub settle: Choice,
    /// `amount`: loss basis in euros.
    pub amount: Field,
    /// `reason`: why; sealed, and part of a refusal's letter.
    pub reason: Field,
    /// `question`: what we still want to know.
    pub question: Field,
    /// Whether the decision goes to somebody else for approval (OFFICE-15).
    pub needs_approval: bool,
}

impl ClaimDecision {
    /// The form with what was typed. `findings` are field names; each is labelled by `finding-<name>`.
    pub fn new(
        page: &Page,
        filled: &Filled,
        (action, command, version): (String, String, String),
        findings: &[&str],
    ) -> Self {
        let words = page.words();
        let f = Fields { words, area: "decide", filled };
        let findings = findings.iter().map(|name| {
            let mut finding =
                f.choice("finding", &["yes", "no", "open"]).style(Style::Pills).or_chosen("open");
            finding.legend = words.t(&format!("finding-{name}"));
            finding.name = format!("finding-{name}");
            for option in &mut finding.options {
                option.chosen = option.value == filled.given(&finding.name).unwrap_or("open");
            }
            finding
        });
        Self {
            action,
            command,
            version,
            summary: Summary::new(words, filled.faults()),
            findings: findings.collect(),
            settle: f.choice("settle", &["repair", "replace", "pay"]).style(Style::Pills),
            amount: f.field("amount", Kind::Money),
            reason: f.field("reason", Kind::Long),
            question: f.field("question", Kind::Long).optional(words),
            needs_approval: false,
        }
    }
}
