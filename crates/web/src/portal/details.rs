//! My details: how we reach the customer, put right by themselves (PORTAL-05), and the link that confirms a new e-mail
//! address.

use app::AppError;
use app::contact::{self, Known, Said};
use app::contracts::Outcome;
use app::identity::Token;
use askama::Template;
use kernel::Id;
use store::Priority;

use super::proposal;
use super::reach::{self, ReachForm};
use crate::account::LinkOldPage;
use crate::form::Filled;
use crate::part::{Crumb, Field, Fields, Kind};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "portal/details.html")]
pub struct DetailsPage {
    /// The frame.
    pub page: Page,
    /// Back to the overview.
    pub crumb: Crumb,
    /// The ID of this change, so that sending it twice is once.
    pub command: String,
    /// The version that was read.
    pub version: String,
    /// The name we have; it is changed at the desk, with proof.
    pub name: String,
    /// The e-mail address we write to.
    pub email: String,
    /// An address that waits for its link; may be empty.
    pub waiting: String,
    /// Address, phone, language, letters.
    pub form: ReachForm,
    /// `email`: a new address.
    pub new_email: Field,
}

/// What the link to a new address opens: a button, because programs that scan mail open links too.
#[derive(Debug, Template)]
#[template(path = "portal/address.html")]
pub struct AddressPage {
    /// The frame.
    pub page: Page,
    /// Where the form goes: the link's own path.
    pub action: String,
    /// The address to be confirmed.
    pub email: String,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let known = known(&visit).await?;
    Answer::page(&view(&visit, &known, &reach::filled(&known)))
}

pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let Some(contact) = reach::read(words, &mut filled) else {
        return Answer::again(&view(&visit, &known(&visit).await?, &filled));
    };
    let said = said(&visit, &filled, "details")?;
    let (app, now) = (visit.app()?.clone(), visit.now());
    let done = app
        .clone()
        .db
        .write_async(Priority::Click, move |tx| contact::change(&app, tx, now, &said, &contact));
    match done.await {
        Ok(done) => Ok(Answer::onward("/my/details").say(told(done, "done-saved"))),
        Err(error) => {
            let refused = proposal::refused(error)?;
            filled.wrong("letters", words.refusal(&refused));
            Answer::again(&view(&visit, &known(&visit).await?, &filled))
        }
    }
}

pub(super) async fn send_email(visit: Visit) -> Result<Answer, Failure> {
    let mut sent = visit.sent().clone();
    let words = visit.words();
    let Some(email) = reach::read_email(words, &mut sent) else {
        let known = known(&visit).await?;
        let mut page = view(&visit, &known, &reach::filled(&known));
        page.new_email = Fields { words, area: "reach", filled: &sent }.field("email", Kind::Email);
        return Answer::again(&page);
    };
    let said = said(&visit, &sent, "address")?;
    let token = Token::from_entropy((visit.shell().entropy)());
    let (app, now) = (visit.app()?.clone(), visit.now());
    let done = app
        .clone()
        .db
        .write_async(Priority::Click, move |tx| contact::ask_email(&app, tx, now, &said, &email, &token));
    Ok(Answer::onward("/my/details").say(told(done.await?, "done-address-asked")))
}

pub(super) async fn show_address(visit: Visit) -> Result<Answer, Failure> {
    let Some(token) = Token::parse(visit.parameter("token")) else { return link_old(&visit) };
    let (app, now) = (visit.app()?.clone(), visit.now());
    let read = visit.app()?.db.read_async(move |tx| contact::waiting_address(&app, tx, now, &token));
    match read.await {
        Ok(email) => Answer::page(&AddressPage {
            page: visit.page(),
            action: format!("/address/{}", visit.parameter("token")),
            email: email.to_string(),
        }),
        Err(error) => {
            proposal::refused(error)?;
            link_old(&visit)
        }
    }
}

pub(super) async fn confirm_address(visit: Visit) -> Result<Answer, Failure> {
    let Some(token) = Token::parse(visit.parameter("token")) else { return link_old(&visit) };
    let (app, now) = (visit.app()?.clone(), visit.now());
    let done =
        visit.app()?.db.write_async(Priority::Click, move |tx| contact::confirm_email(&app, tx, now, &token));
    match done.await {
        Ok(()) => Ok(Answer::onward(if visit.visitor().is_some() { "/my/details" } else { "/" })
            .say("done-address-confirmed")),
        Err(error) => {
            proposal::refused(error)?;
            link_old(&visit)
        }
    }
}

fn link_old(visit: &Visit) -> Result<Answer, Failure> {
    Answer::page(&LinkOldPage { page: visit.page(), href: "/my/details".to_owned() })
}

fn told(outcome: Outcome, done: &'static str) -> &'static str {
    if outcome == Outcome::Done { done } else { "done-already" }
}

fn customer(visit: &Visit) -> Result<Id, Failure> {
    visit.visitor().and_then(|visitor| visitor.who.party).ok_or(Failure::SignIn)
}

fn said(visit: &Visit, filled: &Filled, page: &str) -> Result<Said, Failure> {
    Ok(Said {
        command: visit.command(page)?,
        actor: visit.actor()?,
        party: customer(visit)?,
        version: Some(filled.get("version"))
            .filter(|text| !text.is_empty())
            .and_then(|text| text.parse().ok()),
        note: String::new(),
        paper: None,
    })
}

async fn known(visit: &Visit) -> Result<Known, Failure> {
    let (app, now, party) = (visit.app()?.clone(), visit.now(), customer(visit)?);
    let read = visit.app()?.db.read_async(move |tx| contact::known(&app, tx, now, party));
    read.await.map_err(|error| match error {
        AppError::Missing { .. } => Failure::NotFound,
        error => error.into(),
    })
}

fn view(visit: &Visit, known: &Known, filled: &Filled) -> DetailsPage {
    let page = visit.page();
    let words = page.words();
    let empty = Filled::default();
    DetailsPage {
        crumb: Crumb { href: "/my".to_owned(), text: words.t("nav-overview") },
        command: visit.draw(),
        version: known.version.to_string(),
        name: known.profile.name.clone(),
        email: known.profile.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        waiting: known.waiting.as_ref().map(ToString::to_string).unwrap_or_default(),
        form: ReachForm::new(words, filled),
        new_email: Fields { words, area: "reach", filled: &empty }.field("email", Kind::Email),
        page,
    }
}
