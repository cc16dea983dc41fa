//! A death that a bank reported with a returned direct debit (LAW-SEPA-12): nothing is asked of the heirs until somebody has
//! looked into it here.

use app::access::Action;
use app::contracts::{self, Order, Outcome};
use askama::Template;
use policy::{Command, Contract};

use super::common;
use crate::part::Crumb;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/death.html")]
pub struct DeathPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Whether somebody has to look into it.
    pub is_reported: bool,
    /// Where the policy is ended.
    pub end: String,
    /// Where the answer goes.
    pub action: String,
    /// The ID of the answer, so that sending it twice is once.
    pub command: String,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::ChangeMandate, "number");
    site.get("/desk/policies/{number}/death", access, show).post(
        "/desk/policies/{number}/death",
        access,
        clear,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let contract = visit.thing()?;
    let read = move |tx: &mut store::Tx<'_>| {
        let loaded = app::streams::look::<Contract>(tx, &[contract])?;
        Ok(loaded[&contract].state()?.billing.death_reported)
    };
    let is_reported = common::read(&visit, read).await?;
    let number = common::policy_number(&visit)?;
    let href = format!("/desk/policies/{number}");
    Answer::page(&DeathPage {
        is_reported,
        end: format!("{href}/end"),
        action: format!("{href}/death"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        page: visit.page(),
    })
}

async fn clear(visit: Visit) -> Result<Answer, Failure> {
    let (app, now) = (visit.app()?.clone(), visit.now());
    let order = Order {
        id: visit.command("death")?,
        contract: visit.thing()?,
        command: Command::ClearDeath,
        actor: visit.actor()?,
    };
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        Ok(contracts::execute(&app, tx, now, std::slice::from_ref(&order))?.remove(0)?)
    });
    match done.await?.map_err(Failure::Refused)? {
        Outcome::Done => Ok(Answer::onward(back).say("done-saved")),
        Outcome::AlreadyDone => Ok(Answer::onward(back).say("done-already")),
    }
}
