//! How a customer is reached, put right by the desk on their word, with proof (PORTAL-05, NL-OBL-04).

use app::access::Action;
use app::contact::{self, Known, Said};
use app::contracts::Outcome;
use app::identity::Token;
use askama::Template;

use super::common;
use super::on_word::{self, OnWord};
use crate::form::Filled;
use crate::part::{Crumb, Field, Fields, Kind};
use crate::portal::reach::{self, ReachForm};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/person.html")]
pub struct PersonPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Where the form goes.
    pub action: String,
    /// The ID of this change, so that sending it twice is once.
    pub command: String,
    /// The version that was read.
    pub version: String,
    /// The e-mail address we write to, or the one that waits for its link.
    pub email: String,
    /// `name`.
    pub name: Field,
    /// `email`: a new address; it counts when the link sent to it is used.
    pub new_email: Field,
    /// Address, phone, language, letters.
    pub form: ReachForm,
    /// How the desk knows.
    pub word: OnWord,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::ChangePersonalData, "number");
    site.get("/desk/policies/{number}/person", access, show).upload(
        "/desk/policies/{number}/person",
        access,
        "person",
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let (_, known) = known(&visit).await?;
    let mut filled = reach::filled(&known);
    filled.set("name", known.profile.name.clone());
    Answer::page(&view(&visit, &known, &filled)?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (holder, known) = known(&visit).await?;
    let word = on_word::read(&visit, &mut filled, holder).await?;
    let email = match filled.given("email") {
        Some(_) => reach::read_email(words, &mut filled),
        None => None,
    };
    if filled.get("name").is_empty() {
        filled.wrong("name", words.t("form-required"));
    }
    let contact = reach::read(words, &mut filled);
    let version = common::version(&filled)?;
    let (Some(word), Some(mut contact)) = (word, contact) else {
        return Answer::again(&view(&visit, &known, &filled)?);
    };
    contact.name = Some(filled.get("name").to_owned());
    let mut actor = visit.actor()?;
    actor.channel = word.channel;
    let command = visit.command("person")?;
    let said = Said {
        command: command.clone(),
        actor,
        party: holder,
        version: Some(version),
        note: word.note,
        paper: word.paper,
    };
    let token = Token::from_entropy((visit.shell().entropy)());
    let (app, now) = (visit.app()?.clone(), visit.now());
    let done = common::write(&visit, move |tx| {
        let changed = contact::change(&app, tx, now, &said, &contact)?;
        let asked = match &email {
            Some(email) => {
                let said = Said { command: format!("{command}:email"), version: None, ..said.clone() };
                contact::ask_email(&app, tx, now, &said, email, &token)?
            }
            None => Outcome::AlreadyDone,
        };
        Ok(changed == Outcome::Done || asked == Outcome::Done)
    });
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    match done.await? {
        Ok(true) => Ok(Answer::onward(back).say("done-saved")),
        Ok(false) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("letters", words.refusal(&refused));
            Answer::again(&view(&visit, &known, &filled)?)
        }
    }
}

async fn known(visit: &Visit) -> Result<(kernel::Id, Known), Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    common::read(visit, move |tx| {
        let holder = app::contracts::holder(tx, contract)?;
        Ok((holder, contact::known(&app, tx, now, holder)?))
    })
    .await
}

fn view(visit: &Visit, known: &Known, filled: &Filled) -> Result<PersonPage, Failure> {
    let page = visit.page();
    let words = page.words();
    let fields = Fields { words, area: "reach", filled };
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    let now = known.profile.email.as_ref().map(ToString::to_string);
    let email = match (&known.waiting, now) {
        (Some(new), _) => words.with("details-email-waits", "email", new.to_string()),
        (None, Some(now)) => words.with("details-email-now", "email", now),
        (None, None) => words.t("details-email-none"),
    };
    Ok(PersonPage {
        action: format!("{href}/person"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        version: known.version.to_string(),
        email,
        name: fields.text("name"),
        new_email: fields.field("email", Kind::Email).optional(words),
        form: ReachForm::new(words, filled),
        word: OnWord::new(words, filled),
        page,
    })
}
