//! One application: who, what, what the checks say, how many days are left, and the decision (OFFICE-01, OFFICE-02).

use askama::Template;
use kernel::Instant;

use crate::Page;
use crate::form::Filled;
use crate::part::{Badge, Crumb, Field, Fields, Kind, Notice, RuleChip, Summary};

/// How far the time for deciding has run (NL-PROV-02, AMB-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Countdown {
    /// Days left, counted as the law counts them; 0 on the last day.
    pub days_left: u32,
    /// Days there were.
    pub days: u32,
    /// When provisional cover ends at the latest.
    pub ends: Instant,
}

impl Countdown {
    fn run(&self) -> u32 {
        self.days.saturating_sub(self.days_left)
    }

    fn hot(&self) -> bool {
        self.days_left <= 4
    }
}

/// What a check said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which check.
    pub title: String,
    /// Its verdict.
    pub verdict: Badge,
    /// What was found, when a person must look; may be empty.
    pub detail: String,
    /// The rule that asks for it.
    pub rule: RuleChip,
}

/// What the page of an application shows.
#[derive(Debug, Template)]
#[template(path = "desk/application.html")]
pub struct ApplicationPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Its number.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// Where it stands.
    pub status: Badge,
    /// How far the time has run; `None` once decided.
    pub countdown: Option<Countdown>,
    /// A message above all, such as a question that was sent and not answered.
    pub message: Option<Notice>,
    /// The applicant: name and value.
    pub person: Vec<(String, String)>,
    /// The device and its purchase.
    pub device: Vec<(String, String)>,
    /// Plan, premium, excess.
    pub offer: Vec<(String, String)>,
    /// Where the proof of purchase is, and its name.
    pub proof: Option<(String, String)>,
    /// The checks.
    pub checks: Vec<Check>,
    /// What can be decided; `None` once decided, or when the reader may only look.
    pub decision: Option<Decision>,
}

/// The form of a decision.
#[derive(Debug)]
pub struct Decision {
    /// Where it goes.
    pub action: String,
    /// The ID of this decision, so that sending it twice is once.
    pub command: String,
    /// The version of the application that was read: somebody else may have decided since.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// Whether it can be accepted now; if not, why not.
    pub blocked: Option<String>,
    /// `question`: what we still want to know (NL-PROV-03).
    pub question: Field,
    /// `note`: for our own file; never sent.
    pub note: Field,
}

impl Decision {
    /// The form with what was typed.
    pub fn new(page: &Page, filled: &Filled, action: String, command: String, version: String) -> Self {
        let words = page.words();
        let fields = Fields { words, area: "application", filled };
        Self {
            action,
            command,
            version,
            summary: Summary::new(words, filled.faults()),
            blocked: None,
            question: fields.field("question", Kind::Long).optional(words),
            note: fields.field("note", Kind::Long).optional(words),
        }
    }
}

impl ApplicationPage {
    fn left(&self, countdown: &Countdown) -> String {
        self.page.with("application-days-left", "n", i64::from(countdown.days_left))
    }
}
