//! One payment with a doubt, looked at by a person before another releases it (OFFICE-15).

use app::AppError;
use app::access::Action;
use app::contracts::Outcome;
use app::money::payments;
use askama::Template;
use kernel::Money;
use store::Tx;

use super::common;
use crate::part::{Crumb, Summary};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/payment-check.html")]
pub struct PaymentCheckPage {
    /// The frame.
    pub page: Page,
    /// Back to the payments.
    pub crumb: Crumb,
    /// What went wrong.
    pub summary: Summary,
    /// How much.
    pub amount: Money,
    /// What for and to whom: name and value.
    pub facts: Vec<(String, String)>,
    /// What to look at, in words.
    pub doubts: Vec<String>,
    /// Where the form goes; `None` when it was looked at already, or nobody can release it.
    pub action: Option<String>,
    /// Said where there is no form.
    pub note: String,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::on(Action::PreparePayments);
    site.get("/desk/payments/check/{payment}", access, show).post(
        "/desk/payments/check/{payment}",
        access,
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, payment) = (visit.app()?.clone(), visit.now(), common::id(visit.parameter("payment"))?);
    let read = move |tx: &mut Tx<'_>| payments::to_check(&app, tx, now, payment);
    let found = common::read(&visit, read).await?.ok_or(Failure::NotFound)?;
    visit.look(found.holder.into_iter().collect()).await?;
    let page = visit.page();
    let words = page.words();
    let line = &found.line;
    let mut facts = vec![(words.t("payout-why"), words.t(&format!("payment-kind-{}", line.kind.code())))];
    let numbers = [("list-file", &line.policy), ("payout-claim", &line.claim)];
    facts.extend(numbers.into_iter().filter_map(|(key, number)| Some((words.t(key), number.clone()?))));
    facts.extend(line.failed.as_ref().map(|code| (words.t("payout-earlier"), words.bank_reason(code))));
    let of_account = if found.holder.is_some() { "apply-holder" } else { "payout-to" };
    facts.push((words.t(of_account), found.name.clone()));
    facts.push((words.t("payer-account"), found.account.clone()));
    let is_blocked = line.doubts.contains(&app::money::Doubt::Blocked);
    let is_open = line.checked_by.is_none() && !is_blocked && line.held.is_none();
    let note = match &line.held {
        Some(why) => words.refusal(why),
        None => words.t(if is_blocked { "payout-doubt-blocked" } else { "payout-checked" }),
    };
    Answer::page(&PaymentCheckPage {
        crumb: Crumb { href: "/desk/payments".into(), text: words.t("desk-nav-payments") },
        summary: Summary::new(words, &[]),
        amount: line.amount,
        doubts: line.doubts.iter().map(|doubt| words.t(&format!("payout-doubt-{}", doubt.code()))).collect(),
        action: is_open.then(|| format!("/desk/payments/check/{payment}")),
        note,
        facts,
        page,
    })
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let (now, actor) = (visit.now(), visit.actor()?);
    let payment = common::id(visit.parameter("payment"))?;
    let done = common::write(&visit, move |tx| payments::check(tx, now, &actor, payment));
    let said = match done.await? {
        Ok(Outcome::Done) => "done-payment-checked",
        Ok(Outcome::AlreadyDone) => "done-already",
        Err(refused) => return Err(AppError::Refused(refused).into()),
    };
    Ok(Answer::onward("/desk/payments").say(said))
}
