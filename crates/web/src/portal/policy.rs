//! One policy: cover, schedule, premium (PORTAL-04, PORTAL-18).

use askama::Template;
use kernel::{Date, Money};

use crate::Page;
use crate::part::{Badge, Cell, Crumb, Empty, List, Timeline};

/// One premium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PremiumRow {
    /// When it is or was due.
    pub due: Date,
    /// How much, tax included.
    pub amount: Money,
    /// Whether it is paid.
    pub status: Badge,
}

/// What the page of a policy shows.
#[derive(Debug, Template)]
#[template(path = "portal/policy.html")]
pub struct PolicyPage {
    /// The frame.
    pub page: Page,
    /// Back to the overview.
    pub crumb: Crumb,
    /// The device.
    pub device: String,
    /// Whether there is cover now.
    pub cover: Badge,
    /// Plan, number, excess and so on: name and value.
    pub facts: Vec<(String, String)>,
    /// The cover timeline.
    pub timeline: Timeline,
    /// Where the policy schedule is; `None` before acceptance.
    pub schedule: Option<String>,
    /// Other documents: address and name.
    pub documents: Vec<(String, String)>,
    /// Where to report a claim; `None` when nothing can be reported.
    pub report: Option<String>,
    /// The premiums.
    pub premiums: List,
}

impl PolicyPage {
    /// The table of premiums.
    pub fn premiums(page: &Page, rows: Vec<PremiumRow>) -> List {
        let heads = ["policy-due", "policy-amount", "policy-status"].map(|key| page.t(key));
        let rows = rows.into_iter().map(|row| {
            vec![
                Cell::text(page.day(&row.due)),
                Cell::Figure(page.money(&row.amount)),
                Cell::Badge(row.status),
            ]
        });
        let none = Empty::new(page.t("policy-no-premium"), "");
        List::new(page.t("policy-premiums"), &heads, rows.collect(), none)
    }
}
