//! What waits for a second pair of eyes: proposer and approver are never the same person (OFFICE-15).

use askama::Template;
use kernel::{Instant, Money};

use crate::Page;
use crate::part::{Empty, RuleChip};

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it would do.
    pub title: String,
    /// About what: address and words.
    pub about: (String, String),
    /// Who proposed it.
    pub proposer: String,
    /// When.
    pub at: Instant,
    /// How much money it moves.
    pub amount: Option<Money>,
    /// Why it needs approval.
    pub rules: Vec<RuleChip>,
    /// The reason that was given; may be empty.
    pub reason: String,
    /// Where the answer goes; `None` when the reader proposed it or may not approve.
    pub action: Option<String>,
    /// The ID of the answer.
    pub command: String,
}

/// What the list of proposals shows.
#[derive(Debug, Template)]
#[template(path = "desk/approvals.html")]
pub struct ApprovalsPage {
    /// The frame.
    pub page: Page,
    /// The proposals, oldest first.
    pub proposals: Vec<Proposal>,
    /// What is shown when there are none.
    pub none: Empty,
}

impl ApprovalsPage {
    /// The list.
    pub fn new(page: Page, proposals: Vec<Proposal>) -> Self {
        Self { none: Empty::new(page.t("approvals-none"), page.t("approvals-none-text")), proposals, page }
    }
}
