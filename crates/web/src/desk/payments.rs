//! Money that goes out: approved payments, released by a person, and the files that were made.

use askama::Template;
use kernel::Money;

use crate::Page;
use crate::desk::collections::{Batch, batch_list};
use crate::part::{Badge, Cell, Empty, List};

/// A payment that may go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentRow {
    /// What it is for: address of the claim or policy.
    pub href: String,
    /// Its number.
    pub number: String,
    /// To whom.
    pub to: String,
    /// What for, in words.
    pub why: String,
    /// How much.
    pub amount: Money,
    /// Approved, and by whom; or waiting.
    pub status: Badge,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/payments.html")]
pub struct PaymentsPage {
    /// The frame.
    pub page: Page,
    /// Payments that may go out.
    pub ready: List,
    /// The sum of it; `None` when there is nothing to release.
    pub total: Option<(usize, Money)>,
    /// The ID of the release.
    pub command: String,
    /// What was seen.
    pub version: String,
    /// Files that were made.
    pub batches: List,
}

impl PaymentsPage {
    /// The payments and the files.
    pub fn new(
        page: Page,
        ready: Vec<PaymentRow>,
        batches: Vec<Batch>,
        command: String,
        version: String,
    ) -> Self {
        let (count, total) = (ready.len(), ready.iter().map(|row| row.amount).sum());
        let heads = ["payout-for", "payout-to", "payout-why", "payout-amount", "policy-status"]
            .map(|key| page.t(key));
        let rows = ready.into_iter().map(|row| {
            vec![
                Cell::link(row.href, row.number),
                Cell::text(row.to),
                Cell::text(row.why),
                Cell::Figure(page.money(&row.amount)),
                Cell::Badge(row.status),
            ]
        });
        let none = Empty::new(page.t("payout-none"), page.t("payout-none-text"));
        let ready = List::new(page.t("payout-ready"), &heads, rows.collect(), none);
        let batches = batch_list(&page, batches, "payout");
        Self { ready, total: (count > 0).then_some((count, total)), command, version, batches, page }
    }
}
