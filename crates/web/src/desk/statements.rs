//! Bank statements: reading them in, and money that could not be placed.

use askama::Template;
use kernel::{Date, Money};

use crate::Page;
use crate::form::Filled;
use crate::part::{Badge, Cell, Empty, Fields, List, Notice, Summary, Upload};

/// A statement that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// The day it is about.
    pub day: Date,
    /// The account, masked.
    pub account: String,
    /// How many entries.
    pub entries: usize,
    /// Balance at the end.
    pub balance: Money,
    /// Complete, or how many are in suspense.
    pub status: Badge,
}

/// Money that could not be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspenseItem {
    /// The entry's ID, sent back with the form.
    pub entry: String,
    /// When it was booked.
    pub booked: Date,
    /// How much; negative when it went out.
    pub amount: Money,
    /// From or to whom.
    pub party: String,
    /// What the bank's description says.
    pub description: String,
    /// A policy number we think it belongs to; may be empty.
    pub guess: String,
    /// The ID of the booking.
    pub command: String,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/statements.html")]
pub struct StatementsPage {
    /// The frame.
    pub page: Page,
    /// A message, such as a day without a statement.
    pub message: Option<Notice>,
    /// What is wrong with the file.
    pub summary: Summary,
    /// `file`: the statement.
    pub file: Upload,
    /// The ID of this reading.
    pub command: String,
    /// Money that could not be placed.
    pub suspense: Vec<SuspenseItem>,
    /// Statements that were read.
    pub statements: List,
}

impl StatementsPage {
    /// The page with what was sent.
    pub fn new(
        page: Page,
        filled: &Filled,
        suspense: Vec<SuspenseItem>,
        statements: Vec<StatementRow>,
        command: String,
    ) -> Self {
        let words = page.words();
        let mut file = Fields { words, area: "statement", filled }.upload("file");
        file.limits = words.t("statement-file-limits");
        let heads =
            ["statement-day", "statement-account", "statement-entries", "statement-balance", "policy-status"]
                .map(|key| page.t(key));
        let rows = statements.into_iter().map(|row| {
            vec![
                Cell::text(page.day(&row.day)),
                Cell::text(row.account),
                Cell::Figure(page.number(row.entries)),
                Cell::Figure(page.money(&row.balance)),
                Cell::Badge(row.status),
            ]
        });
        let none = Empty::new(page.t("statement-none"), "");
        let statements = List::new(page.t("statement-read"), &heads, rows.collect(), none);
        Self {
            message: None,
            summary: Summary::new(words, filled.faults()),
            file,
            command,
            suspense,
            statements,
            page,
        }
    }
}
