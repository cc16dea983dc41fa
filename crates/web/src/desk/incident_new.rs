//! An incident that a person writes down: a colleague agrees before it is in the register (PRIV-06, OFFICE-15).

use app::access::Action;
use app::claims;
use app::incidents::{self, IncidentKind};
use askama::Template;
use kernel::ClaimNumber;

use super::common;
use crate::form::Filled;
use crate::part::{Choice, Crumb, Field, Fields, Kind, Summary};
use crate::read::Reader;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// The form of an incident.
#[derive(Debug, Template)]
#[template(path = "desk/incident-new.html")]
pub struct NewIncidentPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this proposal, so that sending it twice is once.
    pub command: String,
    /// What is wrong.
    pub summary: Summary,
    /// `kind`.
    pub kind: Choice,
    /// `claim`: its number, where it came up there.
    pub claim: Field,
    /// `words`: what happened, and what shows it.
    pub words: Field,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::RecordIncident, "number");
    site.get("/desk/policies/{number}/incident", access, show).post(
        "/desk/policies/{number}/incident",
        access,
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = Filled::default();
    // A claim's page leads here with both already chosen.
    for name in ["kind", "claim"] {
        filled.set(name, visit.query().get(name));
    }
    Answer::page(&view(&visit, &filled)?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let codes: Vec<&str> = IncidentKind::ALL.iter().map(|kind| kind.code()).collect();
    let mut form = Reader { words: visit.words(), filled: &mut filled };
    let kind: Option<IncidentKind> = form.one_of("kind", &codes).and_then(|code| code.parse().ok());
    let number = form.optional("claim", |text| ClaimNumber::parse(text).map_err(kernel::NumberError::code));
    let Some(kind) = kind.filter(|_| filled.is_good()) else {
        return Answer::again(&view(&visit, &filled)?);
    };
    let (app, now, actor, contract) = (visit.app()?.clone(), visit.now(), visit.actor()?, visit.thing()?);
    let (command, words) = (visit.command("incident")?, filled.get("words").to_owned());
    let done = common::write(&visit, move |tx| {
        let claim = match &number {
            None => None,
            Some(number) => Some(claims::by_number(tx, number)?.ok_or_else(|| {
                app::AppError::Refused(app::Refused::new("incident-other-policy", Some(incidents::RULE)))
            })?),
        };
        incidents::propose(&app, tx, now, (&command, &actor), (contract, claim), (kind, &words))
    });
    match done.await? {
        Ok(proposed) => {
            let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
            Ok(Answer::onward(back).say(if proposed.was_there { "done-already" } else { "done-proposed" }))
        }
        Err(refused) => {
            let field = if refused.code == "incident-other-policy" { "claim" } else { "words" };
            filled.wrong(field, visit.words().refusal(&refused));
            Answer::again(&view(&visit, &filled)?)
        }
    }
}

fn view(visit: &Visit, filled: &Filled) -> Result<NewIncidentPage, Failure> {
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    let fields = Fields { words, area: "incident", filled };
    let codes: Vec<&str> = IncidentKind::ALL.iter().map(|kind| kind.code()).collect();
    Ok(NewIncidentPage {
        action: format!("{href}/incident"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        summary: Summary::new(words, filled.faults()),
        kind: fields.choice("kind", &codes),
        claim: fields.text("claim").optional(words),
        words: fields.field("words", Kind::Long),
        page,
    })
}
