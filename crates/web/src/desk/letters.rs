//! Letters about a policy that did not arrive, and sending them once more by the way that works (GEN-FORM-01).

use app::access::Action;
use app::contracts::Outcome;
use app::delivery::{self, Stranded};
use app::letters::LetterChannel;
use askama::Template;

use super::common;
use crate::part::{Crumb, Empty};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/letters.html")]
pub struct LettersPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Where the forms go.
    pub action: String,
    /// The ID of a hand-over, so that sending it twice is once.
    pub command: String,
    /// What did not arrive: letter, name, how and when it went, why it came back.
    pub stranded: Vec<(String, String, String, String)>,
    /// Said when there is nothing.
    pub none: Empty,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::DoTask, "number");
    site.get("/desk/policies/{number}/letters", access, show).post(
        "/desk/policies/{number}/letters",
        access,
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let contract = visit.thing()?;
    let stranded = common::read(&visit, move |tx| delivery::stranded(tx, contract)).await?;
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(&visit)?;
    let href = format!("/desk/policies/{number}");
    let line = |letter: &Stranded| {
        let how = words.t(&format!("sent-{}", letter.line.channel));
        let went = format!("{}, {how}", words.moment(&letter.line.made));
        (
            letter.line.id.to_string(),
            words.t(&format!("letter-{}", letter.line.kind)),
            went,
            letter.why.clone(),
        )
    };
    Answer::page(&LettersPage {
        action: format!("{href}/letters"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        stranded: stranded.iter().map(line).collect(),
        none: Empty::new(words.t("letters-none"), ""),
        page,
    })
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let sent = visit.sent();
    let letter = common::id(sent.get("letter"))?;
    let channel = match sent.get("by") {
        "email" => LetterChannel::Email,
        "print" => LetterChannel::Print,
        _ => return Err(Failure::Malformed),
    };
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let (command, actor) = (visit.command("letters")?, visit.actor()?);
    let done = common::write(&visit, move |tx| {
        delivery::send_again(&app, tx, now, (&command, &actor), contract, (letter, channel))
    });
    let back = format!("/desk/policies/{}/letters", common::policy_number(&visit)?);
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-sent-again")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => Err(Failure::Refused(refused)),
    }
}
