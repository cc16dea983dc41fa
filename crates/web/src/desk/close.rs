//! Closing a month of the books: what is looked at, the proposal, and the months that are closed.

use app::access::Action;
use app::accounts::close::{self, Check, CheckKind, Finding};
use app::contracts::Outcome;
use app::views::desk as views;
use askama::Template;
use kernel::Id;
use ledger::Month;
use store::Tx;

use super::common;
use crate::part::{Badge, Cell, Empty, List, Notice, RuleChip, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/close.html")]
pub struct ClosePage {
    /// The frame.
    pub page: Page,
    /// A message, such as why it cannot be closed.
    pub message: Option<Notice>,
    /// The month that is to be closed next, in words; none before the first posting.
    pub next: Option<String>,
    /// What is looked at.
    pub checks: List,
    /// The month for the form; none when the reader may not, it waits for a second person, or a check forbids it.
    pub propose: Option<String>,
    /// Whether it waits for a second person.
    pub waits: bool,
    /// Why a second person is asked.
    pub rules: Vec<RuleChip>,
    /// The ID of the proposal.
    pub command: String,
    /// Closed months.
    pub closed: List,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/close", Access::on(Action::ViewLedger), show).post(
        "/desk/close",
        Access::on(Action::CloseMonth),
        propose,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, None).await?)
}

async fn propose(visit: Visit) -> Result<Answer, Failure> {
    let month: Month = visit.sent().get("month").parse().map_err(|_| Failure::Malformed)?;
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let command = visit.command("close")?;
    let done = common::write(&visit, move |tx| close::propose(&app, tx, now, (&command, &actor), month));
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward("/desk/close").say("done-close-proposed")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward("/desk/close").say("done-already")),
        Err(refused) => {
            let message = Notice::new(Tone::Bad, visit.words().refusal(&refused));
            Answer::again(&view(&visit, Some(message)).await?)
        }
    }
}

async fn view(visit: &Visit, message: Option<Notice>) -> Result<ClosePage, Failure> {
    let (app, now) = (visit.app()?.clone(), visit.now());
    let read = move |tx: &mut Tx<'_>| {
        let next = close::next(tx)?;
        let checks = match next {
            Some(month) => close::checklist(&app, tx, now, month)?,
            None => Vec::new(),
        };
        let waiting = next.map(|month| app::approvals::waiting_for(tx, close::stream_of(month)));
        let waits = waiting.transpose()?.flatten().is_some();
        let closed = close::closed(tx)?;
        let people: Vec<Id> = closed.iter().flat_map(|line| [line.proposed_by, line.closed_by]).collect();
        let names = views::staff_names(&app, tx, &people)?;
        Ok((next, checks, waits, closed, names))
    };
    let (next, checks, waits, closed, names) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let stands = checks.iter().all(|check| check.finding != Finding::Blocks);
    let may = stands && !waits && common::may_ever(visit, Action::CloseMonth);
    let rows = checks.iter().map(|check| row(words, check)).collect();
    let heads = ["close-check", "close-finding", "close-found"].map(|key| page.t(key));
    let checks = List::new(page.t("close-checklist"), &heads, rows, Empty::new(page.t("close-none"), ""));
    let who = |id: Id| names.get(&id).cloned().unwrap_or_else(|| words.t("work-nobody"));
    let rows = closed.iter().map(|line| {
        vec![
            Cell::link(format!("/desk/ledger?as_of={}", line.month.last()), words.month(line.month)),
            Cell::text(words.moment(&line.closed)),
            Cell::Pair {
                text: who(line.closed_by),
                below: words.with("close-proposed-by", "name", who(line.proposed_by)),
            },
        ]
    });
    let heads = ["close-month", "close-at", "close-by"].map(|key| page.t(key));
    let none = Empty::new(page.t("close-none-yet"), "");
    let closed = List::new(page.t("close-closed"), &heads, rows.collect(), none);
    Ok(ClosePage {
        message,
        next: next.map(|month| words.month(month)),
        checks,
        propose: next.filter(|_| may).map(|month| month.to_string()),
        waits,
        rules: vec![RuleChip::linked("OFFICE-13"), RuleChip::linked("OFFICE-15")],
        command: visit.draw(),
        closed,
        page,
    })
}

fn row(words: Words, check: &Check) -> Vec<Cell> {
    let (tone, finding) = match check.finding {
        Finding::Fine => (Tone::Good, "fine"),
        Finding::Look => (Tone::Warn, "look"),
        Finding::Blocks => (Tone::Bad, "blocks"),
    };
    let what = words.t(&format!("check-{}", check.kind.code()));
    let below = check.agreement.clone().unwrap_or_default();
    let number = usize::try_from(check.number).unwrap_or(usize::MAX);
    let found = match (check.kind, check.amount) {
        (CheckKind::Over, _) => check.day.map(|day| words.day(&day)),
        (CheckKind::Statements, _) => Some(check.day.map_or(words.t("close-no-statement"), |day| {
            words.with("close-through", "day", words.day(&day))
        })),
        (CheckKind::Stuck, _) => Some(words.number(number)),
        (CheckKind::Bank | CheckKind::Zero, Some(amount)) => Some(words.money(&amount)),
        (_, Some(amount)) => Some(words.with2("close-count", "n", number, "amount", words.money(&amount))),
        _ => None,
    };
    let place = match check.kind {
        CheckKind::Over | CheckKind::Zero | CheckKind::Bank => "/desk/ledger",
        CheckKind::Statements | CheckKind::Suspense => "/desk/statements",
        CheckKind::Collections => "/desk/collections",
        CheckKind::Payments => "/desk/payments",
        CheckKind::Stuck => "/desk/stuck",
    };
    vec![
        Cell::Link { href: place.to_owned(), text: what, below },
        Cell::Badge(Badge::new(tone, words.t(&format!("close-{finding}")))),
        Cell::text(found.unwrap_or_default()),
    ]
}
