//! Where a refund goes when no account is known, entered by the desk on the customer's word: finishes the task (MONEY-03). Who
//! enters it does not release the payment (OFFICE-15).

use app::acceptance;
use app::access::Action;
use app::contracts::{self, Outcome};
use app::money::refunds::{self, Named};
use askama::Template;

use super::common;
use super::on_word::{self, OnWord};
use crate::form::Filled;
use crate::part::Crumb;
use crate::portal::reach::{self, PayerForm};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/refund.html")]
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
    /// The version of the policy that was read.
    pub version: String,
    /// The account.
    pub form: PayerForm,
    /// How it came in.
    pub word: OnWord,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::ChangeMandate, "number");
    site.get("/desk/policies/{number}/refund", access, show).upload(
        "/desk/policies/{number}/refund",
        access,
        "account",
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (contract, now) = (visit.thing()?, visit.now());
    let holder = common::read(&visit, move |tx| contracts::holder(tx, contract)).await?;
    let word = on_word::read(&visit, &mut filled, holder).await?;
    let payee = reach::read_payer(words, &mut filled);
    let version = common::version(&filled)?;
    let (Some(word), Some(payee)) = (word, payee) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let mut actor = visit.actor()?;
    actor.channel = word.channel;
    let named = Named { id: visit.command("refund")?, contract, version: Some(version), payee, actor };
    let app = visit.app()?.clone();
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        app::basis::seal(&app, tx, now, holder, &word.note, word.paper.as_ref())?;
        refunds::name_account(&app, tx, now, &named)
    });
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-refund-account")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("", words.refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

async fn view(visit: &Visit, filled: &Filled) -> Result<RefundPage, Failure> {
    let contract = visit.thing()?;
    let read = move |tx: &mut store::Tx<'_>| {
        Ok((acceptance::version(tx, contract)?, refunds::waiting_on(tx, contract)?))
    };
    let (version, waiting) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    Ok(RefundPage {
        action: format!("{href}/refund"),
        crumb: Crumb { href, text: number.to_string() },
        waiting: waiting.is_positive().then(|| words.with("refund-waits", "amount", words.money(&waiting))),
        command: visit.draw(),
        version: filled.given("version").map_or_else(|| version.to_string(), str::to_owned),
        form: PayerForm::new(words, filled),
        word: OnWord::new(words, filled),
        page,
    })
}
