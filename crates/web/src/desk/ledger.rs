//! The ledger: balances that are sums of postings, and the postings themselves.

use app::access::Action;
use app::money::books;
use app::views::desk as views;
use askama::Template;
use kernel::{Date, Id, Money};
use ledger::Account;
use store::Tx;

use super::common;
use crate::part::{Cell, Empty, List, Pages};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

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
    /// What posted it, in words.
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
    /// At the end of which day.
    pub as_of: Date,
    /// The account whose postings are shown, for the form that changes the day.
    pub account: String,
    /// The accounts.
    pub balances: List,
    /// The sum over all accounts: zero, or something is very wrong.
    pub sum: Money,
    /// The postings of the chosen account in the month up to the day.
    pub postings: Option<List>,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
}

impl LedgerPage {
    /// Balances, and the postings of the account that is chosen, with its name.
    pub fn new(
        page: Page,
        as_of: Date,
        balances: Vec<Balance>,
        postings: Option<(String, Vec<PostingRow>)>,
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
        let heads = ["ledger-day", "ledger-event", "ledger-about", "payout-amount"].map(|key| page.t(key));
        let postings = postings.map(|(name, postings)| {
            let rows = postings.into_iter().map(|row| {
                vec![
                    Cell::text(page.day(&row.day)),
                    Cell::text(row.account),
                    Cell::link(row.about.0, row.about.1),
                    Cell::Figure(page.money(&row.amount)),
                ]
            });
            List::new(name, &heads, rows.collect(), none()).shown()
        });
        Self { as_of, account: String::new(), balances, sum, postings, pages: None, page }
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/ledger", Access::on(Action::ViewLedger), show)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let today = kernel::local_date(visit.now(), visit.words().country);
    let as_of: Date = visit.query().get("as_of").parse().unwrap_or(today);
    let chosen = Account::from_code(visit.query().get("account"));
    let part = common::part_of(&visit);
    let read = move |tx: &mut Tx<'_>| {
        let balances = books::balances(tx, None, as_of)?;
        let Some(account) = chosen else { return Ok((balances, None)) };
        let (lines, count, _) = books::lines(tx, account, (as_of.first_of_month(), as_of), part)?;
        let streams: Vec<Id> = lines.iter().map(|line| line.stream).collect();
        let abouts = views::abouts(&app, tx, &streams)?;
        Ok((balances, Some((lines, count, abouts))))
    };
    let (balances, lines) = common::read(&visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let accounts = balances.accounts.iter().map(|line| {
        let code = line.account.code();
        Balance {
            href: format!("/desk/ledger?as_of={as_of}&account={code}"),
            code: code.to_owned(),
            name: words.t(&format!("account-{code}")),
            debit: line.debit,
            credit: line.credit,
            balance: line.balance,
        }
    });
    let accounts = accounts.collect();
    let mut pages = None;
    let postings = chosen.zip(lines).map(|(account, (lines, count, abouts))| {
        let code = account.code();
        // The books' pages are longer than those of other lists.
        let longer = u64::from(books::PAGE / views::PAGE);
        pages = common::pages(
            &page,
            &format!("/desk/ledger?as_of={as_of}&account={code}&"),
            part,
            count / longer,
        );
        let rows = lines.iter().map(|line| {
            let about = abouts.get(&line.stream).map(common::link);
            let (href, text) =
                about.unwrap_or_else(|| ("/desk/statements".to_owned(), line.stream.to_string()));
            PostingRow {
                day: line.booked_on,
                account: words.t(&format!("posting-{}", line.template)),
                about: (href, format!("{text} #{}", line.seq)),
                amount: line.amount,
            }
        });
        (format!("{code} {}", words.t(&format!("account-{code}"))), rows.collect())
    });
    let view = LedgerPage::new(page, as_of, accounts, postings);
    let account = chosen.map(|account| account.code().to_owned()).unwrap_or_default();
    Answer::page(&LedgerPage { pages, account, ..view })
}
