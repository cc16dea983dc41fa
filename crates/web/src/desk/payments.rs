//! Money that goes out: approved payments, released by a person, and the files that were made.

use app::access::Action;
use app::money::{BatchKind, payments};
use askama::Template;
use kernel::Money;
use store::Tx;

use super::common;
use crate::desk::collections::{self, Batch, Seen, batch_list};
use crate::part::{Badge, Cell, Empty, List, Notice, Pages, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

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
    /// That it is a new try and why the last one failed, or why it is held; mostly empty.
    pub note: String,
    /// How much.
    pub amount: Money,
    /// Approved, and by whom; or waiting.
    pub status: Badge,
    /// Where a second person looks at it; empty when nobody has to.
    pub check: String,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/payments.html")]
pub struct PaymentsPage {
    /// The frame.
    pub page: Page,
    /// A message, such as what was left out and why.
    pub message: Option<Notice>,
    /// The accounts, one for each insurer: address, name, and whether it is this one. Empty when there is only one.
    pub tabs: Vec<collections::Tab>,
    /// The address of this account's page.
    pub here: String,
    /// Payments that may go out.
    pub ready: List,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
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
                Cell::Pair { text: row.why, below: row.note },
                Cell::Figure(page.money(&row.amount)),
                if row.check.is_empty() {
                    Cell::Badge(row.status)
                } else {
                    Cell::link(row.check, row.status.text)
                },
            ]
        });
        let none = Empty::new(page.t("payout-none"), page.t("payout-none-text"));
        let ready = List::new(page.t("payout-ready"), &heads, rows.collect(), none);
        let batches = batch_list(&page, batches, "payout");
        let total = (count > 0).then_some((count, total));
        Self {
            message: None,
            tabs: Vec::new(),
            here: "/desk/payments".to_owned(),
            ready,
            pages: None,
            total,
            command,
            version,
            batches,
            page,
        }
    }
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/payments", Access::on(Action::ViewPayments), show)
        .post("/desk/payments", Access::on(Action::ReleasePayments), release)
        .get("/desk/payments/{batch}/file", Access::to(Action::ReleasePayments, "batch"), file)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, None).await?)
}

async fn release(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, actor) = (visit.app()?.clone(), visit.now(), visit.actor()?);
    let command = visit.command("payments")?;
    let seen = Seen::read(visit.sent().get("version"))?;
    let done = common::write(&visit, move |tx| {
        if store::command::seen(tx, &[&command])?.remove(0).is_none() {
            let waiting = payments::waiting(&app, tx, now, &seen.agreement, 0)?;
            seen.hold(waiting.count, waiting.sum)?;
        }
        payments::release(&app, tx, now, (&command, &actor), &seen.agreement)
    });
    let done = done.await?.map(|file| vec![file]);
    let message = collections::released(visit.words(), done.as_deref().map_err(Clone::clone));
    Answer::page(&view(&visit, Some(message)).await?)
}

/// The file for the bank, for the person who released it.
async fn file(visit: Visit) -> Result<Answer, Failure> {
    collections::bank_file(&visit).await
}

async fn view(visit: &Visit, message: Option<Notice>) -> Result<PaymentsPage, Failure> {
    let (app, now) = (visit.app()?.clone(), visit.now());
    let agreement = collections::agreement(visit)?;
    let may = common::may_ever(visit, Action::ReleasePayments);
    let part = common::part_of(visit);
    let code = agreement.clone();
    let read = move |tx: &mut Tx<'_>| {
        let waiting = payments::waiting(&app, tx, now, &code, part)?;
        let (batches, names) = collections::batches(&app, tx, BatchKind::Payments)?;
        Ok((waiting, batches, names))
    };
    let (waiting, lines, names) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let up_to = kernel::local_date(visit.now(), words.country);
    let (tabs, here) = collections::accounts(visit, "/desk/payments", &agreement)?;
    let seen = Seen { agreement, up_to, count: waiting.count, sum: waiting.sum };
    let rows = waiting.list.iter().map(|line| row(words, line)).collect();
    let batches = collections::batch_rows(visit, &lines, &names);
    let pages = common::pages(&page, &format!("{here}&"), part, waiting.count);
    let mut view = PaymentsPage::new(page, rows, batches, visit.draw(), seen.text());
    let count = usize::try_from(waiting.count).unwrap_or(usize::MAX);
    view.total = (may && count > 0).then_some((count, waiting.sum));
    view.message = message;
    (view.tabs, view.here) = (tabs, here);
    view.pages = pages;
    Ok(view)
}

fn row(words: Words, line: &payments::WaitingPayment) -> PaymentRow {
    let policy = line.policy.as_ref().map(|number| (format!("/desk/policies/{number}"), number.clone()));
    let claim = line.claim.as_ref().map(|number| (format!("/desk/claims/{number}"), number.clone()));
    let suspense = || ("/desk/statements".to_owned(), words.t("suspense-title"));
    let (href, number) = claim.or(policy).unwrap_or_else(suspense);
    let is_doubtful = !line.doubts.is_empty();
    let (tone, status) = match (line.has_account, is_doubtful, line.checked_by) {
        _ if line.held.is_some() => (Tone::Bad, "payout-held"),
        (false, _, _) => (Tone::Bad, "refund-no-account"),
        (true, true, None) => (Tone::Warn, "payout-to-check"),
        (true, true, Some(_)) => (Tone::Good, "payout-was-checked"),
        (true, false, _) => (Tone::Good, "payout-waits"),
    };
    let check = if line.has_account && is_doubtful && line.held.is_none() {
        format!("/desk/payments/check/{}", line.payment)
    } else {
        String::new()
    };
    let again = line.failed.as_ref().map(|code| words.payment_again(code));
    let held = line.held.as_ref().map(|why| words.refusal(why));
    PaymentRow {
        note: again.into_iter().chain(held).collect::<Vec<_>>().join(" "),
        href,
        number,
        to: words.t(if line.has_account { "payout-known" } else { "payout-unknown" }),
        why: format!("{} ({})", words.t(&format!("payment-kind-{}", line.kind.code())), line.rule),
        amount: line.amount,
        status: Badge::new(tone, words.t(status)),
        check,
    }
}
