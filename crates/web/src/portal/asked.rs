//! The applicant's answers: to a question of the desk, and to an offer on other terms (NL-PROV-03, NL-PROV-05, AMB-09).

use app::acceptance::{self, Answered};
use app::contracts::Outcome;
use app::views::portal as view_of;
use askama::Template;
use store::Priority;

use crate::form::Filled;
use crate::part::{Crumb, Field, Fields, Kind, Summary};
use crate::{Answer, Failure, Page, Visit};

/// A question of the desk, and the form for the answer.
#[derive(Debug, Template)]
#[template(path = "portal/asked.html")]
pub struct AskedPage {
    /// The frame.
    pub page: Page,
    /// Back to the application.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this answer, so that sending it twice is once.
    pub command: String,
    /// What is wrong.
    pub summary: Summary,
    /// The question, in the words of the desk.
    pub question: String,
    /// `answer`.
    pub answer: Field,
}

/// An offer on other terms.
#[derive(Debug, Template)]
#[template(path = "portal/offer.html")]
pub struct OfferPage {
    /// The frame.
    pub page: Page,
    /// Back to the application.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this answer, so that sending it twice is once.
    pub command: String,
    /// The offer's number, for the form to send back.
    pub no: u32,
    /// Name, what was asked for, what is offered.
    pub terms: Vec<(String, String, String)>,
    /// Until when it can be agreed to, in words.
    pub until: String,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&asked(&visit, &Filled::default()).await?)
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    if filled.get("answer").is_empty() {
        filled.wrong("answer", words.t("form-required"));
        return Answer::again(&asked(&visit, &filled).await?);
    }
    answer(&visit, "answer", Answered::Question { answer: filled.get("answer").to_owned() }).await
}

pub(super) async fn show_offer(visit: Visit) -> Result<Answer, Failure> {
    let contract = visit.thing()?;
    let read = visit.app()?.db.read_async(move |tx| view_of::offer(tx, contract));
    let offer = read.await?.ok_or(Failure::NotFound)?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", visit.parameter("number"));
    let money = |amount| words.money(&amount);
    let mut terms = Vec::new();
    if let Some((was, is)) = &offer.plan {
        let name = |code: &str| words.t(&format!("plan-{code}"));
        terms.push((words.t("policy-plan"), name(was), name(is)));
    }
    if let Some((was, is)) = offer.premium {
        terms.push((words.t("policy-premium-monthly"), money(was), money(is)));
    }
    if let Some((was, is)) = offer.excess {
        terms.push((words.t("policy-excess"), money(was), money(is)));
    }
    Answer::page(&OfferPage {
        crumb: Crumb { href: here.clone(), text: words.t("policy-title") },
        action: format!("{here}/offer"),
        command: visit.draw(),
        no: offer.no,
        terms,
        until: words.until(&offer.until),
        page,
    })
}

pub(super) async fn send_offer(visit: Visit) -> Result<Answer, Failure> {
    let no = visit.sent().get("no").parse().map_err(|_| Failure::Malformed)?;
    let answered = match visit.sent().get("do") {
        "agree" => Answered::Agree { no },
        "decline" => Answered::Decline { no },
        _ => return Err(Failure::Malformed),
    };
    answer(&visit, "offer", answered).await
}

async fn answer(visit: &Visit, page: &str, answered: Answered) -> Result<Answer, Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let (command, actor) = (visit.command(page)?, visit.actor()?);
    let done = app.clone().db.write_async(Priority::Click, move |tx| {
        acceptance::answer(&app, tx, now, (&command, &actor), contract, &answered)
    });
    let say = match done.await? {
        Outcome::Done => "done-sent",
        Outcome::AlreadyDone => "done-already",
    };
    Ok(Answer::onward(format!("/my/policies/{}", visit.parameter("number"))).say(say))
}

async fn asked(visit: &Visit, filled: &Filled) -> Result<AskedPage, Failure> {
    let (app, contract) = (visit.app()?.clone(), visit.thing()?);
    let read = visit.app()?.db.read_async(move |tx| view_of::question(&app, tx, contract));
    let question = read.await?.ok_or(Failure::NotFound)?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", visit.parameter("number"));
    Ok(AskedPage {
        crumb: Crumb { href: here.clone(), text: words.t("policy-title") },
        action: format!("{here}/answer"),
        command: visit.draw(),
        summary: Summary::new(words, filled.faults()),
        question,
        answer: Fields { words, area: "asked", filled }.field("answer", Kind::Long),
        page,
    })
}
