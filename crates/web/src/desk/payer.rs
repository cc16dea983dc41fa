//! Another account for the premium, entered by the desk on the customer's word: finishes the task that a direct debit left
//! which the bank refused (PORTAL-18, LAW-SEPA-03, LAW-SEPA-12).

use app::acceptance;
use app::access::Action;
use app::contracts::{self, Outcome};
use app::mandates::{self, Given};
use askama::Template;

use super::common;
use super::on_word::{self, OnWord};
use crate::form::Filled;
use crate::part::{Crumb, Field, Fields, Kind, List};
use crate::portal::account;
use crate::portal::reach::{self, PayerForm};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/payer.html")]
pub struct PayerPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this mandate, so that sending it twice is once.
    pub command: String,
    /// The version of the policy that was read.
    pub version: String,
    /// The account.
    pub form: PayerForm,
    /// `signed`: the day on the mandate.
    pub signed: Field,
    /// How it came in.
    pub word: OnWord,
    /// The life of the mandates, the newest first.
    pub history: List,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::ChangeMandate, "number");
    site.get("/desk/policies/{number}/account", access, show).upload(
        "/desk/policies/{number}/account",
        access,
        "account",
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let contract = visit.thing()?;
    let version = common::read(&visit, move |tx| acceptance::version(tx, contract)).await?;
    Answer::page(&view(&visit, &Filled::default(), version.to_string()).await?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (contract, now) = (visit.thing()?, visit.now());
    let holder = common::read(&visit, move |tx| contracts::holder(tx, contract)).await?;
    let word = on_word::read(&visit, &mut filled, holder).await?;
    let payee = reach::read_payer(words, &mut filled);
    let signed = reach::read_day(words, &mut filled, "signed", now);
    let version = common::version(&filled)?;
    let (Some(word), Some(payee), Some(signed)) = (word, payee, signed) else {
        return Answer::again(&view(&visit, &filled, version.to_string()).await?);
    };
    let mut actor = visit.actor()?;
    actor.channel = word.channel;
    let id = visit.command("account")?;
    let given = Given { id, contract, version: Some(version), payee, signed, actor };
    let app = visit.app()?.clone();
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        app::basis::seal(&app, tx, now, holder, &word.note, word.paper.as_ref())?;
        mandates::give(&app, tx, now, &given)
    });
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-account")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("", words.refusal(&refused));
            Answer::again(&view(&visit, &filled, version.to_string()).await?)
        }
    }
}

async fn view(visit: &Visit, filled: &Filled, version: String) -> Result<PayerPage, Failure> {
    let (app, contract) = (visit.app()?.clone(), visit.thing()?);
    let steps = common::read(visit, move |tx| mandates::history(&app, tx, contract)).await?;
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    Ok(PayerPage {
        action: format!("{href}/account"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        version,
        form: PayerForm::new(words, filled),
        signed: Fields { words, area: "payer", filled }.field("signed", Kind::Date),
        word: OnWord::new(words, filled),
        history: account::history(words, &steps),
        page,
    })
}
