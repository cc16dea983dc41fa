//! The ledger: balances that are sums of postings, and the postings themselves.

use app::access::Action;
use app::accounts::table::{Kind, Sheet};
use app::accounts::{ageing, lines, xaf};
use app::money::books;
use app::views::desk as views;
use askama::Template;
use kernel::{Date, Id, Money};
use ledger::{Account, Month};
use store::Tx;

use super::common;
use crate::part::{Bars, Cell, Empty, List, Pages};
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
    /// The day it is booked on.
    pub day: Date,
    /// The day it belongs to, where that month was closed before.
    pub belongs: Option<Date>,
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
    /// What policyholders owe and what nobody placed, by age.
    pub pictures: Vec<Bars>,
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
                    super::insurers::belongs(&page, row.day, row.belongs),
                    Cell::text(row.account),
                    Cell::link(row.about.0, row.about.1),
                    Cell::Figure(page.money(&row.amount)),
                ]
            });
            List::new(name, &heads, rows.collect(), none()).shown()
        });
        Self {
            as_of,
            account: String::new(),
            balances,
            sum,
            postings,
            pages: None,
            pictures: Vec::new(),
            page,
        }
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/ledger", Access::on(Action::ViewLedger), show).get(
        "/desk/ledger/{file}",
        Access::on(Action::ViewLedger),
        file,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let today = kernel::local_date(visit.now(), visit.words().country);
    let as_of: Date = visit.query().get("as_of").parse().unwrap_or(today);
    let chosen = Account::from_code(visit.query().get("account"));
    let part = common::part_of(&visit);
    let read = move |tx: &mut Tx<'_>| {
        let balances = books::balances(tx, None, as_of)?;
        let Some(account) = chosen else {
            let ages = (ageing::at_a_glance(tx, today)?, ageing::suspense(tx, today)?);
            return Ok((balances, Err(ages)));
        };
        let (lines, count, _) = books::lines(tx, account, (as_of.first_of_month(), as_of), part)?;
        let streams: Vec<Id> = lines.iter().map(|line| line.stream).collect();
        let abouts = views::abouts(&app, tx, &streams)?;
        Ok((balances, Ok((lines, count, abouts))))
    };
    let (balances, found) = common::read(&visit, read).await?;
    let page = visit.page();
    let words = page.words();
    // Accounts that nothing ever moved only stand in the way.
    let moved = |line: &&books::AccountBalance| line.debit != Money::ZERO || line.credit != Money::ZERO;
    let accounts = balances.accounts.iter().filter(moved).map(|line| {
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
    let (found, ages) = match found {
        Ok(found) => (Some(found), None),
        Err(ages) => (None, Some(ages)),
    };
    let pictures = ages.map(|(owed, suspense)| {
        let by_age = |key: &str, sums: [Money; ageing::AGES.len() + 1]| {
            let bar = |(place, sum): (usize, Money)| {
                let days = ageing::AGES.get(place).map(|days| usize::try_from(*days).unwrap_or(usize::MAX));
                let label =
                    days.map_or_else(|| words.t("age-older"), |days| words.with("age-up-to", "n", days));
                (label, sum, words.money(&sum), place > 1)
            };
            Bars::new(words.t(key), sums.into_iter().enumerate().map(bar).collect())
        };
        let owed = owed.map(|owed| by_age("ledger-owed-by-age", owed.by_age));
        owed.into_iter().chain([by_age("ledger-suspense-by-age", suspense)]).collect::<Vec<_>>()
    });
    let mut pages = None;
    let postings = chosen.zip(found).map(|(account, (lines, count, abouts))| {
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
                belongs: line.belongs_on,
                account: words.t(&format!("posting-{}", line.template)),
                about: (href, format!("{text} #{}", line.seq)),
                amount: line.amount,
            }
        });
        (format!("{code} {}", words.t(&format!("account-{code}"))), rows.collect())
    });
    let view = LedgerPage::new(page, as_of, accounts, postings);
    let account = chosen.map(|account| account.code().to_owned()).unwrap_or_default();
    Answer::page(&LedgerPage { pages, account, pictures: pictures.unwrap_or_default(), ..view })
}

/// `balances`, `postings` (from the first of the year) and `open` as `.csv` or `.xlsx`, and the audit file `audit.xaf`, all up to
/// the day that is asked for.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, words) = (visit.app()?.clone(), visit.now(), visit.words());
    let today = kernel::local_date(now, words.country);
    let as_of: Date = visit.query().get("as_of").parse().unwrap_or(today);
    let name = visit.parameter("file").to_owned();
    if name == "audit.xaf" {
        let read = move |tx: &mut Tx<'_>| xaf::export(&app, tx, now, Month::of(as_of), &|key| words.t(key));
        let bytes = common::read(&visit, read).await?;
        return Ok(Answer::download("application/xml", format!("audit-{}.xaf", Month::of(as_of)), bytes));
    }
    let (which, ending) = name.rsplit_once('.').ok_or(Failure::NotFound)?;
    let kind = Kind::of(ending).ok_or(Failure::NotFound)?;
    let wanted = which.to_owned();
    let read = move |tx: &mut Tx<'_>| {
        let word = |key: &str| words.t(key);
        let mut sheet = Sheet::new(kind, &word);
        match wanted.as_str() {
            "balances" => lines::balances(tx, as_of, &word, &mut sheet)?,
            "postings" => lines::export(tx, (as_of.first_of_year(), as_of), &word, &mut sheet)?,
            "open" => ageing::export(tx, as_of, &mut sheet)?,
            _ => return Ok(None),
        }
        sheet.finish().map(Some)
    };
    let bytes = common::read(&visit, read).await?.ok_or(Failure::NotFound)?;
    Ok(Answer::download(kind.media_type(), format!("{which}-{as_of}.{}", kind.ending()), bytes))
}
