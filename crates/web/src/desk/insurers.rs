//! What insurers are told by month: the account current, the premium bordereau line by line, and what partners earned of it.

use app::access::{Action, Resource};
use app::accounts::bordereau::{self, Line, Totals};
use app::accounts::current::{self, Current};
use app::accounts::partners::{self, Statement};
use app::accounts::settle::{self, Settled, Transfer};
use app::accounts::table::{Kind, Sheet};
use app::contracts::Outcome;
use askama::Template;
use kernel::Money;
use ledger::Month;
use store::Tx;

use super::collections::Tab;
use super::common;
use crate::part::{Badge, Bars, Cell, Empty, List, Notice, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// Months in the picture of premium.
const MONTHS: u32 = 12;
/// Lines of the bordereau on the page; the rest is in the file.
const LINES: u32 = 100;

/// A transfer that somebody has to say what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its key.
    pub entry: String,
    /// The day it was booked, and how much left the account.
    pub told: String,
    /// The ID of the answer.
    pub command: String,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/insurers.html")]
pub struct InsurersPage {
    /// The frame.
    pub page: Page,
    /// A message.
    pub message: Option<Notice>,
    /// Insurers to choose from.
    pub tabs: Vec<Tab>,
    /// Which agreement.
    pub agreement: String,
    /// Which month, as in the address and in words.
    pub month: (String, String),
    /// The months beside it: address.
    pub beside: (String, Option<String>),
    /// Whether anything can still change.
    pub status: Badge,
    /// The account current.
    pub current: List,
    /// What is owed at the end, and by whom: in words, never below zero.
    pub closing: (String, Money),
    /// How insurers share it; empty where one bears all.
    pub shares: List,
    /// Sums of the bordereau.
    pub totals: List,
    /// Its lines.
    pub lines: List,
    /// How many lines there are beside those shown.
    pub more: usize,
    /// Premium by month.
    pub picture: Bars,
    /// Statements of partners.
    pub partners: List,
    /// Transfers without a place.
    pub waiting: Vec<Waiting>,
    /// What they may be: code and words.
    pub ways: Vec<(String, String)>,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/insurers", Access::on(Action::ViewSettlement), show)
        .post("/desk/insurers", Access::on(Action::MatchSuspense), settle_one)
        .get("/desk/insurers/{file}", Access::on(Action::ViewSettlement), file)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, None).await?)
}

async fn settle_one(visit: Visit) -> Result<Answer, Failure> {
    let what = Settled::from_code(visit.sent().get("what")).ok_or(Failure::Malformed)?;
    let entry = visit.sent().get("entry").to_owned();
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let command = visit.command("settle")?;
    let done =
        common::write(&visit, move |tx| settle::settle(&app, tx, now, (&command, &actor), &entry, what));
    let message = match done.await? {
        Ok(Outcome::Done) => Notice::new(Tone::Good, visit.words().t("settle-done")),
        Ok(Outcome::AlreadyDone) => Notice::new(Tone::Info, visit.words().t("done-already")),
        Err(refused) => Notice::new(Tone::Bad, visit.words().refusal(&refused)),
    };
    Answer::page(&view(&visit, Some(message)).await?)
}

/// Code and insurer of the agreements that the visitor may see: an insurer its own (OFFICE-13).
pub(super) fn agreements(visit: &Visit) -> Result<Vec<(String, String)>, Failure> {
    let may = |code: &str| common::may(visit, Action::ViewSettlement, &Resource::any().insured_by(code));
    let all = visit.app()?.products.agreements().iter().filter(|agreement| may(&agreement.code));
    Ok(all.map(|agreement| (agreement.code.clone(), agreement.insurer.name.clone())).collect())
}

/// Agreement and month that are asked for: the first and the current one, unless something else is said.
pub(super) fn asked(visit: &Visit) -> Result<(String, Month), Failure> {
    let agreements = agreements(visit)?;
    let wanted = visit.query().get("agreement");
    let found = agreements.iter().find(|(code, _)| code == wanted).or(agreements.first());
    let (code, _) = found.ok_or(Failure::NotFound)?;
    Ok((code.clone(), month(visit)))
}

/// The month that is asked for, or the current one.
pub(super) fn month(visit: &Visit) -> Month {
    let today = Month::of(kernel::local_date(visit.now(), visit.words().country));
    visit.query().get("month").parse().unwrap_or(today).min(today)
}

async fn view(visit: &Visit, message: Option<Notice>) -> Result<InsurersPage, Failure> {
    let (code, month) = asked(visit)?;
    let (app, agreement) = (visit.app()?.clone(), code.clone());
    let read = move |tx: &mut Tx<'_>| {
        Ok((
            current::current(&app, tx, &agreement, month)?,
            bordereau::totals(tx, &agreement, month)?,
            bordereau::lines(tx, &agreement, month, None, LINES)?,
            bordereau::by_month(tx, &agreement, month, MONTHS)?,
            partners::statements(&app, tx, &agreement, month)?,
            settle::waiting(tx, &agreement)?,
        ))
    };
    let (current, totals, lines, by_month, statements, transfers) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let here = |month: Month| format!("/desk/insurers?agreement={code}&month={month}");
    let tab = |(one, insurer): (String, String)| {
        (format!("/desk/insurers?agreement={one}&month={month}"), insurer, one == code)
    };
    let tabs: Vec<Tab> = agreements(visit)?.into_iter().map(tab).collect();
    let today = Month::of(kernel::local_date(visit.now(), words.country));
    let may_settle = common::may_ever(visit, Action::MatchSuspense);
    let transfers = if may_settle { transfers } else { Vec::new() };
    let status = closed_badge(words, current.is_closed);
    let bars = by_month
        .into_iter()
        .skip_while(|(_, sum)| *sum == Money::ZERO)
        .map(|(month, sum)| (words.month(month), sum, words.money(&sum), false));
    Ok(InsurersPage {
        message,
        tabs: if tabs.len() > 1 { tabs } else { Vec::new() },
        month: (month.to_string(), words.month(month)),
        beside: (here(month.previous()), (month < today).then(|| here(month.next()))),
        status,
        closing: if current.closing < Money::ZERO {
            (page.t("current-owed-us"), Money::ZERO - current.closing)
        } else {
            (page.t("current-owed"), current.closing)
        },
        shares: shares(&page, &current),
        current: movements(&page, &current),
        totals: sums(&page, &totals),
        more: usize::try_from(totals.lines).unwrap_or(usize::MAX).saturating_sub(lines.len()),
        lines: line_list(&page, &lines),
        picture: Bars::new(page.t("insurer-by-month"), bars.collect()),
        partners: partner_list(&page, &code, &statements),
        waiting: transfers.iter().map(|transfer| waiting(visit, words, transfer)).collect(),
        ways: Settled::ALL
            .map(|way| (way.code().to_owned(), words.t(&format!("settle-{}", way.code()))))
            .to_vec(),
        agreement: code.clone(),
        page,
    })
}

/// Whether a month can still change.
pub(super) fn closed_badge(words: Words, is_closed: bool) -> Badge {
    if is_closed {
        Badge::new(Tone::Good, words.t("month-closed"))
    } else {
        Badge::new(Tone::Warn, words.t("month-open"))
    }
}

fn waiting(visit: &Visit, words: Words, transfer: &Transfer) -> Waiting {
    let out = Money::ZERO - transfer.amount;
    Waiting {
        entry: transfer.fingerprint.clone(),
        told: words.with2("settle-entry", "day", words.day(&transfer.booked_on), "amount", words.money(&out)),
        command: visit.draw(),
    }
}

fn movements(page: &Page, current: &Current) -> List {
    let row = |what: String, below: String, amount: Money| {
        vec![Cell::Pair { text: what, below }, Cell::Figure(page.money(&amount))]
    };
    let mut rows = vec![row(page.t("current-opening"), String::new(), current.opening)];
    for line in &current.lines {
        let late = if line.late == Money::ZERO {
            String::new()
        } else {
            page.with("current-late", "amount", page.money(&line.late))
        };
        let href = format!("/desk/ledger?account=1600&as_of={}", current.month.last());
        let text = page.t(&format!("posting-{}", line.template));
        rows.push(vec![Cell::Link { href, text, below: late }, Cell::Figure(page.money(&line.amount))]);
    }
    rows.push(row(page.t("current-closing"), String::new(), current.closing));
    if current.not_received != Money::ZERO {
        rows.push(row(page.t("current-not-received"), String::new(), current.not_received));
    }
    let heads = ["current-what", "payout-amount"].map(|key| page.t(key));
    List::new(page.t("current-title"), &heads, rows, Empty::new(page.t("current-title"), ""))
}

fn shares(page: &Page, current: &Current) -> List {
    let shares = if current.shares.len() > 1 { current.shares.as_slice() } else { &[] };
    let rows = shares
        .iter()
        .map(|(insurer, part)| vec![Cell::text(insurer.clone()), Cell::Figure(page.money(part))]);
    let heads = ["insurer-name", "insurer-part"].map(|key| page.t(key));
    List::new(page.t("insurer-shares"), &heads, rows.collect(), Empty::new("", "")).shown()
}

fn sums(page: &Page, totals: &Totals) -> List {
    let heads = [
        "bordereau-what",
        "bordereau-gross",
        "bordereau-tax",
        "bordereau-commission",
        "bordereau-fee",
        "bordereau-insurer",
    ]
    .map(|key| page.t(key));
    let sum = totals.sum();
    let parts = [
        ("bordereau-due", totals.due),
        ("bordereau-back", totals.reversed),
        ("bordereau-late", totals.late_sum),
        ("bordereau-sum", sum),
    ];
    let parts = parts.into_iter().filter(|(key, _)| *key != "bordereau-late" || totals.late > 0);
    let rows = parts.map(|(key, split)| {
        let figure = |amount: Money| Cell::Figure(page.money(&amount));
        vec![
            Cell::text(page.t(key)),
            figure(split.gross),
            figure(split.tax),
            figure(split.commission),
            figure(split.fee),
            figure(split.insurer),
        ]
    });
    List::new(page.t("bordereau-title"), &heads, rows.collect(), Empty::new("", ""))
}

fn line_list(page: &Page, lines: &[Line]) -> List {
    let heads = [
        "bordereau-policy",
        "bordereau-period",
        "bordereau-day",
        "bordereau-gross",
        "bordereau-tax",
        "bordereau-insurer",
    ]
    .map(|key| page.t(key));
    let rows = lines.iter().map(|line| {
        let what = line.what.as_ref();
        let version = what.map(|what| {
            let product = format!("{} {}", what.product.0, what.product.1);
            let plan = common::plan(page.words(), &what.plan);
            let endorsement = usize::try_from(what.schedule).unwrap_or(usize::MAX);
            if endorsement == 0 {
                return format!("{product}, {plan}");
            }
            let no = page.number(endorsement);
            page.say(
                "bordereau-version",
                &[("product", product.into()), ("plan", plan.into()), ("no", no.into())],
            )
        });
        let period = what.map(|what| {
            let until = what.to.map(|to| page.day(&kernel::add_days(to, -1)));
            let from = page.day(&what.from);
            until.map_or(from.clone(), |until| format!("{from} – {until}"))
        });
        vec![
            Cell::Link {
                href: format!("/desk/policies/{}", line.number),
                text: line.number.clone(),
                below: version.unwrap_or_default(),
            },
            Cell::text(period.unwrap_or_default()),
            Cell::Link {
                href: format!("/desk/ledger?account=1300&as_of={}", line.booked_on),
                text: page.day(&line.booked_on),
                below: line
                    .belongs_on
                    .map(|day| page.with("ledger-belongs", "day", page.day(&day)))
                    .unwrap_or_default(),
            },
            Cell::Figure(page.money(&line.split.gross)),
            Cell::Figure(page.money(&line.split.tax)),
            Cell::Figure(page.money(&line.split.insurer)),
        ]
    });
    let none = Empty::new(page.t("bordereau-none"), page.t("bordereau-none-text"));
    List::new(page.t("bordereau-lines"), &heads, rows.collect(), none)
}

/// The day something is booked on, with the day it belongs to where that is another.
pub(super) fn belongs(page: &Page, booked: kernel::Date, belongs: Option<kernel::Date>) -> Cell {
    match belongs {
        None => Cell::text(page.day(&booked)),
        Some(day) => {
            Cell::Pair { text: page.day(&booked), below: page.with("ledger-belongs", "day", page.day(&day)) }
        }
    }
}

fn partner_list(page: &Page, agreement: &str, statements: &[Statement]) -> List {
    let rows = statements.iter().map(|statement| {
        let number = page.number(statement.lines.len());
        vec![
            Cell::Link {
                href: format!(
                    "/desk/insurers/partner-{}.xlsx?agreement={agreement}&month={}",
                    statement.partner, statement.month
                ),
                text: statement.name.clone(),
                below: page.with("partner-lines", "n", number),
            },
            Cell::Figure(page.money(&statement.total)),
        ]
    });
    let heads = ["partner-name", "partner-commission"].map(|key| page.t(key));
    List::new(page.t("partner-title"), &heads, rows.collect(), Empty::new(page.t("partner-none"), ""))
}

/// `bordereau.csv`, `bordereau.xlsx` (with the account current), `current.csv`, `partner-CODE.xlsx` and `.csv`.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    let (code, month) = asked(&visit)?;
    let name = visit.parameter("file").to_owned();
    let (which, ending) = name.rsplit_once('.').ok_or(Failure::NotFound)?;
    let kind = Kind::of(ending).ok_or(Failure::NotFound)?;
    let (app, agreement, which, words) =
        (visit.app()?.clone(), code.clone(), which.to_owned(), visit.words());
    let wanted = which.clone();
    let read = move |tx: &mut Tx<'_>| {
        let word = |key: &str| words.t(key);
        let mut sheet = Sheet::new(kind, &word);
        match wanted.as_str() {
            "bordereau" => {
                bordereau::export(tx, &agreement, month, &mut sheet)?;
                if kind == Kind::Xlsx {
                    current::export(&current::current(&app, tx, &agreement, month)?, &word, &mut sheet)?;
                }
            }
            "current" => current::export(&current::current(&app, tx, &agreement, month)?, &word, &mut sheet)?,
            other => {
                let statements = partners::statements(&app, tx, &agreement, month)?;
                let partner = other.strip_prefix("partner-");
                let found = statements.iter().find(|statement| Some(statement.partner.as_str()) == partner);
                let Some(found) = found else { return Ok(None) };
                partners::export(found, &mut sheet)?;
            }
        }
        sheet.finish().map(Some)
    };
    let bytes = common::read(&visit, read).await?.ok_or(Failure::NotFound)?;
    Ok(Answer::download(kind.media_type(), format!("{which}-{code}-{month}.{}", kind.ending()), bytes))
}
