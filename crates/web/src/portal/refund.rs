//! To which account may we pay back? Asked when money waits and no account is known (MONEY-03).

use app::contracts::Outcome;
use app::money::refunds::{self, Named};
use askama::Template;
use store::Priority;

use super::{proposal, reach};
use crate::form::Filled;
use crate::part::Crumb;
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "portal/refund.html")]
pub struct RefundPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// What waits, in words; none when nothing does.
    pub waiting: Option<String>,
    /// Where the form goes.
    pub action: String,
    /// The ID of this entry, so that sending it twice is once.
    pub command: String,
    /// The account.
    pub form: reach::PayerForm,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let Some(payee) = reach::read_payer(words, &mut filled) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let named = Named { id: visit.command("refund")?, contract, version: None, payee, actor: visit.actor()? };
    let db = app.db.clone();
    let done = db.write_async(Priority::Click, move |tx| refunds::name_account(&app, tx, now, &named)).await;
    let back = format!("/my/policies/{}", visit.parameter("number"));
    match done {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-refund-account")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(error) => {
            let refused = proposal::refused(error)?;
            filled.wrong("", words.refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

async fn view(visit: &Visit, filled: &Filled) -> Result<RefundPage, Failure> {
    let contract = visit.thing()?;
    let waiting = visit.app()?.db.read_async(move |tx| refunds::waiting_on(tx, contract)).await?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", visit.parameter("number"));
    Ok(RefundPage {
        action: format!("{here}/refund"),
        crumb: Crumb { href: here, text: words.t("policy-title") },
        waiting: waiting.is_positive().then(|| words.with("refund-yours", "amount", words.money(&waiting))),
        command: visit.draw(),
        form: reach::PayerForm::new(words, filled),
        page,
    })
}
