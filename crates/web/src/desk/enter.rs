//! An application that came in by phone or post, entered by the desk; also for a customer without e-mail (PRIV-33): letters
//! then go to the print folder.

use app::access::Action;
use app::apply::{self, Holder};
use app::attachments;
use app::sealed::Purpose;
use askama::Template;
use kernel::{Channel, Language};

use super::common;
use crate::form::Filled;
use crate::part::{Choice, Crumb, Fields, Style};
use crate::portal::ApplyPage;
use crate::portal::proposal::{self, Consent};
use crate::read;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// The form: the one of the portal, with how and in which language it came in.
#[derive(Debug, Template)]
#[template(path = "desk/enter.html")]
pub struct EnterPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// `channel`: `phone`, `post`, `email`.
    pub channel: Choice,
    /// `language`: `nl`, `en`, `fr`.
    pub language: Choice,
    /// What the applicant tells.
    pub form: ApplyPage,
}

impl EnterPage {
    /// The form with what was typed.
    pub fn new(page: Page, filled: &Filled, form: ApplyPage) -> Self {
        let words = page.words();
        let fields = Fields { words, area: "enter", filled };
        let mut language = fields.choice("language", &["nl", "en", "fr"]).style(Style::Pills).or_chosen("nl");
        for option in &mut language.options {
            option.label = words.t(&format!("language-{}", option.value));
        }
        Self {
            crumb: common::crumb(words, "applications"),
            channel: fields.choice("channel", &["phone", "post", "email"]).style(Style::Pills),
            language,
            form,
            page,
        }
    }
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::on(Action::AcceptApplication);
    site.get("/desk/applications/new", access, show).upload("/desk/applications/new", access, "enter", enter)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = Filled::default();
    filled.set("product", visit.query().get("product"));
    Answer::page(&view(&visit, &filled))
}

async fn enter(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let (words, now) = (visit.words(), visit.now());
    let app = visit.app()?.clone();
    let channel = match filled.get("channel") {
        "phone" => Some(Channel::Phone),
        "post" => Some(Channel::Post),
        "email" => Some(Channel::Email),
        _ => None,
    };
    if channel.is_none() {
        filled.wrong("channel", words.t("form-choose"));
    }
    let language: Language = filled.get("language").parse().unwrap_or(Language::Nl);
    let holder = app.new_id(app.new_shard(), now);
    let proof = read::paper(&visit, &mut filled, "proof", (holder, Purpose::Contract)).await?;
    let attached = proof.as_ref().map(|upload| upload.attached.clone());
    let product = proposal::product(&app, &filled)?;
    let way = (language, Consent::AtDesk);
    let proposal = proposal::read(words, &mut filled, (now, &product), way, attached);
    let (Some(proposal), Some(channel)) = (proposal, channel) else {
        return Answer::again(&view(&visit, &filled));
    };
    let mut actor = visit.actor()?;
    actor.channel = channel;
    let command = visit.command("enter")?;
    let done = common::write(&visit, move |tx| {
        attachments::keep(tx, now, &proof)?;
        apply::apply(&app, tx, now, &command, &actor, Holder::New(holder), &proposal)
    });
    match done.await? {
        Ok(made) => Ok(Answer::onward(format!("/desk/applications/{}", made.number)).say("done-saved")),
        Err(refused) => {
            proposal::note(words, &mut filled, &refused);
            Answer::again(&view(&visit, &filled))
        }
    }
}

fn view(visit: &Visit, filled: &Filled) -> EnterPage {
    let offers = &visit.shell().offers();
    EnterPage::new(visit.page(), filled, ApplyPage::new(visit.page(), filled, offers, visit.draw()))
}
