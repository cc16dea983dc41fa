//! The account that premium is collected from (PORTAL-18): what it is now, and the form for another.

use app::AppError;
use app::contracts::Outcome;
use app::mandates::{self, Given, Step};
use app::views::portal as view_of;
use askama::Template;
use store::Priority;

use super::proposal;
use super::reach::{self, PayerForm};
use crate::form::Filled;
use crate::part::{Cell, Choice, Crumb, Empty, Fields, List};
use crate::{Answer, Failure, Page, Visit, Words};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "portal/account.html")]
pub struct AccountPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this mandate, so that sending it twice is once.
    pub command: String,
    /// The account now: its end only; empty when there is none.
    pub now: String,
    /// The account.
    pub form: PayerForm,
    /// `mandate`: direct debit is agreed to.
    pub agree: Choice,
    /// The life of the mandates, the newest first.
    pub history: List,
    /// Where direct debit is stopped, and the ID of that; none when nothing is collected.
    pub stop: Option<(String, String)>,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let payee = reach::read_payer(words, &mut filled);
    if !filled.ticked("mandate") {
        filled.wrong("mandate", words.t("apply-must-agree"));
    }
    let Some(payee) = payee.filter(|_| filled.is_good()) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let (app, now) = (visit.app()?.clone(), visit.now());
    let given = Given {
        id: visit.command("account")?,
        contract: visit.thing()?,
        version: None,
        payee,
        signed: kernel::local_date(now, words.country),
        actor: visit.actor()?,
    };
    let done =
        app.clone().db.write_async(Priority::Click, move |tx| mandates::give(&app, tx, now, &given)).await;
    let back = format!("/my/policies/{}", visit.parameter("number"));
    match done {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-account")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(error) => {
            filled.wrong("", words.refusal(&proposal::refused(error)?));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

/// Takes the mandate back (LAW-SEPA-03).
pub(super) async fn stop(visit: Visit) -> Result<Answer, Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let (id, actor) = (visit.command("stop")?, visit.actor()?);
    let db = app.db.clone();
    let done =
        db.write_async(Priority::Click, move |tx| mandates::revoke(&app, tx, now, (&id, &actor), contract));
    let back = format!("/my/policies/{}/premium", visit.parameter("number"));
    match done.await {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-mandate-stopped")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(error) => {
            let mut filled = Filled::default();
            filled.wrong("", visit.words().refusal(&proposal::refused(error)?));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

/// The life of a contract's mandates as a table, for the portal and the desk.
pub(crate) fn history(words: Words, steps: &[Step]) -> List {
    let heads =
        ["mandate-when", "mandate-what", "mandate-reference", "payer-account"].map(|key| words.t(key));
    let row = |step: &Step| {
        let signed = step.signed.map(|day| words.with("mandate-signed", "day", words.day(&day)));
        vec![
            Cell::text(words.date(&kernel::local_date(step.at, words.country))),
            Cell::Pair {
                text: words.t(&format!("mandate-step-{}", step.kind)),
                below: signed.unwrap_or_default(),
            },
            Cell::text(step.reference.clone()),
            Cell::text(step.account.clone()),
        ]
    };
    let none = Empty::new(words.t("mandate-none"), "");
    List::new(words.t("mandate-history"), &heads, steps.iter().map(row).collect(), none)
}

async fn view(visit: &Visit, filled: &Filled) -> Result<AccountPage, Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let read = visit.app()?.db.read_async(move |tx| {
        let policy = view_of::policy_of(&app, tx, now, contract)?;
        Ok::<_, AppError>((policy, mandates::history(&app, tx, contract)?))
    });
    let (policy, steps) = read.await?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", policy.line.number);
    let mandate = policy.mandate.filter(|mandate| !mandate.is_stopped);
    Ok(AccountPage {
        crumb: Crumb { href: here.clone(), text: policy.line.model },
        action: format!("{here}/account"),
        command: visit.draw(),
        stop: mandate.as_ref().map(|_| (format!("{here}/account/stop"), visit.draw())),
        history: history(words, &steps),
        now: mandate.map(|mandate| mandate.account).unwrap_or_default(),
        form: PayerForm::new(words, filled),
        agree: Fields { words, area: "apply", filled }.tick("mandate"),
        page,
    })
}
