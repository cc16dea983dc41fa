//! Collecting premium: what will be collected, released by a person, and what was (OFFICE-04).

use askama::Template;
use kernel::{Date, Instant, Money};

use crate::Page;
use crate::part::{Badge, Cell, Empty, List, Notice};

/// What will be collected on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    /// The day the bank collects.
    pub on: Date,
    /// First, recurring, one-off or final, in words.
    pub sequence: String,
    /// How many.
    pub count: usize,
    /// How much.
    pub total: Money,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its page or file.
    pub href: String,
    /// Its name.
    pub name: String,
    /// When it was released.
    pub released: Instant,
    /// By whom.
    pub by: String,
    /// How many.
    pub count: usize,
    /// How much.
    pub total: Money,
    /// Where it stands.
    pub status: Badge,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/collections.html")]
pub struct CollectionsPage {
    /// The frame.
    pub page: Page,
    /// A message, such as contracts that were left out and why.
    pub message: Option<Notice>,
    /// What will be collected.
    pub due: List,
    /// The sum of it; `None` when there is nothing to release.
    pub total: Option<(usize, Money)>,
    /// The ID of the release.
    pub command: String,
    /// What was seen: the release fails if it has changed since.
    pub version: String,
    /// What was released.
    pub batches: List,
}

impl CollectionsPage {
    /// The preview and the batches.
    pub fn new(page: Page, due: Vec<DueRow>, batches: Vec<Batch>, command: String, version: String) -> Self {
        let total = due.iter().map(|row| row.total).sum();
        let count = due.iter().map(|row| row.count).sum();
        let heads = ["collect-on", "collect-kind", "collect-count", "collect-total"].map(|key| page.t(key));
        let rows = due.into_iter().map(|row| {
            vec![
                Cell::text(page.day(&row.on)),
                Cell::text(row.sequence),
                Cell::Figure(page.number(row.count)),
                Cell::Figure(page.money(&row.total)),
            ]
        });
        let none = Empty::new(page.t("collect-none"), page.t("collect-none-text"));
        let due = List::new(page.t("collect-due"), &heads, rows.collect(), none);
        let batches = batch_list(&page, batches, "collect");
        Self {
            message: None,
            due,
            total: (count > 0).then_some((count, total)),
            command,
            version,
            batches,
            page,
        }
    }
}

/// A table of files for the bank; `area` is `collect` or `payout`.
pub(super) fn batch_list(page: &Page, batches: Vec<Batch>, area: &str) -> List {
    let heads = ["batch-file", "batch-count", "batch-total", "batch-status"].map(|key| page.t(key));
    let rows = batches.into_iter().map(|batch| {
        let below = page.with2("batch-released", "at", page.moment(&batch.released), "name", batch.by);
        vec![
            Cell::Link { href: batch.href, text: batch.name, below },
            Cell::Figure(page.number(batch.count)),
            Cell::Figure(page.money(&batch.total)),
            Cell::Badge(batch.status),
        ]
    });
    let none = Empty::new(page.t("batch-none"), "");
    List::new(page.t(&format!("{area}-batches")), &heads, rows.collect(), none)
}
