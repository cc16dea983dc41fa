//! The account that premium is collected from (PORTAL-18): what it is now, and the form for another.

use app::contracts::Outcome;
use app::mandates::{self, Given};
use app::views::portal as view_of;
use askama::Template;
use store::Priority;

use super::proposal;
use super::reach::{self, PayerForm};
use crate::form::Filled;
use crate::part::{Choice, Crumb, Fields};
use crate::{Answer, Failure, Page, Visit};

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

async fn view(visit: &Visit, filled: &Filled) -> Result<AccountPage, Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let policy = visit.app()?.db.read_async(move |tx| view_of::policy_of(&app, tx, now, contract)).await?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", policy.line.number);
    let mandate = policy.mandate.filter(|mandate| !mandate.is_stopped);
    Ok(AccountPage {
        crumb: Crumb { href: here.clone(), text: policy.line.model },
        action: format!("{here}/account"),
        command: visit.draw(),
        now: mandate.map(|mandate| mandate.account).unwrap_or_default(),
        form: PayerForm::new(words, filled),
        agree: Fields { words, area: "apply", filled }.tick("mandate"),
        page,
    })
}
