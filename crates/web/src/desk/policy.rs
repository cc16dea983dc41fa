//! One policy: cover with its rules, what happened, premiums, tasks (OFFICE-03).

use askama::Template;
use kernel::Instant;

use crate::Page;
use crate::part::{Badge, Cell, Crumb, Empty, List, RuleChip, Timeline};

/// Something that happened to the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// When it counts.
    pub effective: Instant,
    /// When we knew.
    pub recorded: Instant,
    /// What.
    pub what: String,
    /// By whom: role and channel, or "the machine".
    pub actor: String,
    /// The rule behind it.
    pub rule: Option<String>,
}

/// What the page of a policy shows.
#[derive(Debug, Template)]
#[template(path = "desk/policy.html")]
pub struct PolicyPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// Its number.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// Whether there is cover now.
    pub cover: Badge,
    /// Plan, wording, premium and so on.
    pub facts: Vec<(String, String)>,
    /// The holder: name, address, how they are reached.
    pub holder: Vec<(String, String)>,
    /// The insured items, one set each.
    pub items: Vec<Vec<(String, String)>>,
    /// The cover timeline.
    pub timeline: Timeline,
    /// "As known at": the instant the timeline is seen from, for the form that changes it (`datetime-local`, UTC).
    pub known_at: String,
    /// Where that form goes.
    pub action: String,
    /// The premiums.
    pub premiums: List,
    /// What happened, newest first.
    pub events: List,
    /// What is to be done: address and words.
    pub tasks: Vec<(String, String)>,
    /// Documents: address and name.
    pub documents: Vec<(String, String)>,
    /// Claims on this policy: address and words.
    pub claims: Vec<(String, String)>,
}

impl PolicyPage {
    /// The table of what happened.
    pub fn events(page: &Page, rows: Vec<EventRow>) -> List {
        let heads = ["event-what", "event-counts", "event-known", "work-rule"].map(|key| page.t(key));
        let rows = rows.into_iter().map(|row| {
            vec![
                Cell::Pair { text: row.what, below: row.actor },
                Cell::text(page.moment(&row.effective)),
                Cell::text(page.moment(&row.recorded)),
                Cell::Rules(row.rule.into_iter().map(RuleChip::linked).collect()),
            ]
        });
        List::new(page.t("event-title"), &heads, rows.collect(), Empty::new(page.t("event-none"), ""))
    }
}
