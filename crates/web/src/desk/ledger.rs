//! The ledger: balances that are sums of postings, and the postings themselves.

use askama::Template;
use kernel::{Date, Money};

use crate::Page;
use crate::part::{Cell, Empty, List, Pages};

/// One account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Its page.
    pub href: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Debit in the period.
    pub debit: Money,
    /// Credit in the period.
    pub credit: Money,
    /// The balance: debit less credit.
    pub balance: Money,
}

/// One posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingRow {
    /// The day it counts.
    pub day: Date,
    /// The account: code and name.
    pub account: String,
    /// What it is about: address and words.
    pub about: (String, String),
    /// Debit is positive, credit negative.
    pub amount: Money,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/ledger.html")]
pub struct LedgerPage {
    /// The frame.
    pub page: Page,
    /// The month, in words, and whether it is closed.
    pub month: String,
    /// Whether postings may still be made in it.
    pub closed: bool,
    /// The accounts.
    pub balances: List,
    /// The sum over all accounts: zero, or something is very wrong.
    pub sum: Money,
    /// The postings of the chosen account, or of the month.
    pub postings: List,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
}

impl LedgerPage {
    /// Balances and postings of a month.
    pub fn new(
        page: Page,
        month: String,
        closed: bool,
        balances: Vec<Balance>,
        postings: Vec<PostingRow>,
    ) -> Self {
        let sum = balances.iter().map(|row| row.balance).sum();
        let heads =
            ["ledger-account", "ledger-debit", "ledger-credit", "ledger-balance"].map(|key| page.t(key));
        let rows = balances.into_iter().map(|row| {
            vec![
                Cell::Link { href: row.href, text: row.name, below: row.code },
                Cell::Figure(page.money(&row.debit)),
                Cell::Figure(page.money(&row.credit)),
                Cell::Figure(page.money(&row.balance)),
            ]
        });
        let none = || Empty::new(page.t("ledger-none"), "");
        let balances = List::new(page.t("ledger-balances"), &heads, rows.collect(), none());
        let heads = ["ledger-day", "ledger-account", "ledger-about", "payout-amount"].map(|key| page.t(key));
        let rows = postings.into_iter().map(|row| {
            vec![
                Cell::text(page.day(&row.day)),
                Cell::text(row.account),
                Cell::link(row.about.0, row.about.1),
                Cell::Figure(page.money(&row.amount)),
            ]
        });
        let postings = List::new(page.t("ledger-postings"), &heads, rows.collect(), none());
        Self { month, closed, balances, sum, postings, pages: None, page }
    }
}
