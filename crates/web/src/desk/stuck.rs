//! Contracts that could not be carried on with: each stands alone, the day goes on without it.

use askama::Template;
use kernel::Instant;

use crate::Page;
use crate::part::Empty;

/// Something stuck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StuckRow {
    /// About what: address and words.
    pub about: (String, String),
    /// What was being done.
    pub what: String,
    /// Since when.
    pub since: Instant,
    /// How often it was tried.
    pub tries: usize,
    /// Why it fails, for people who can repair it.
    pub why: String,
    /// Where "try again" goes; `None` when the reader may only look.
    pub action: Option<String>,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/stuck.html")]
pub struct StuckPage {
    /// The frame.
    pub page: Page,
    /// What is stuck, oldest first.
    pub rows: Vec<StuckRow>,
    /// What is shown when nothing is.
    pub none: Empty,
}

impl StuckPage {
    /// The list.
    pub fn new(page: Page, rows: Vec<StuckRow>) -> Self {
        Self { none: Empty::new(page.t("stuck-none"), page.t("stuck-none-text")), rows, page }
    }
}
