//! A notice that ends a policy, entered by the desk as it came in by phone, post or e-mail (NL-END, BE-END).

use app::acceptance::{self, Notice as Ending};
use app::access::Action;
use app::contracts::Outcome;
use askama::Template;
use kernel::{Channel, Date, Instant};
use policy::EndWay;

use super::common;
use crate::form::Filled;
use crate::part::{Choice, Crumb, Field, Fields, Kind, Style, Summary};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// The form of a notice.
#[derive(Debug, Template)]
#[template(path = "desk/end.html")]
pub struct EndPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Number of the policy.
    pub number: String,
    /// Where the form goes.
    pub action: String,
    /// The ID of this notice, so that sending it twice is once.
    pub command: String,
    /// The version of the policy that was read.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// `way`: `ordinary`, `cooling-off`, `death`.
    pub way: Choice,
    /// `received`: the day on which the notice came in, or of death.
    pub received: Field,
    /// `channel`: `phone`, `email`, `post`.
    pub channel: Choice,
}

impl EndPage {
    /// The form with what was typed.
    pub fn new(page: Page, filled: &Filled, number: String, command: String, version: String) -> Self {
        let words = page.words();
        let fields = Fields { words, area: "end", filled };
        let href = format!("/desk/policies/{number}");
        Self {
            action: format!("{href}/end"),
            crumb: Crumb { href, text: number.clone() },
            number,
            command,
            version,
            summary: Summary::new(words, filled.faults()),
            way: fields.choice("way", &["ordinary", "cooling-off", "death"]),
            received: fields.field("received", Kind::Date),
            channel: fields.choice("channel", &["phone", "email", "post"]).style(Style::Pills),
            page,
        }
    }
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::CancelPolicy, "number");
    site.get("/desk/policies/{number}/end", access, show).post("/desk/policies/{number}/end", access, enter)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let contract = visit.thing()?;
    let version = common::read(&visit, move |tx| acceptance::version(tx, contract)).await?;
    Answer::page(&view(&visit, &Filled::default(), version.to_string())?)
}

async fn enter(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let way = match filled.get("way") {
        "ordinary" => Some(EndWay::Ordinary),
        "cooling-off" => Some(EndWay::CoolingOff),
        "death" => Some(EndWay::Death),
        _ => None,
    };
    let channel = match filled.get("channel") {
        "phone" => Some(Channel::Phone),
        "email" => Some(Channel::Email),
        "post" => Some(Channel::Post),
        _ => None,
    };
    let received = received(&visit, &mut filled);
    for (field, missing) in [("way", way.is_none()), ("channel", channel.is_none())] {
        if missing {
            filled.wrong(field, words.t("form-choose"));
        }
    }
    let version = common::version(&filled)?;
    let (Some(way), Some(channel), Some(received)) = (way, channel, received) else {
        return Answer::again(&view(&visit, &filled, version.to_string())?);
    };
    let mut actor = visit.actor()?;
    actor.channel = channel;
    let (app, now) = (visit.app()?.clone(), visit.now());
    let notice = Ending {
        id: visit.command("end")?,
        contract: visit.thing()?,
        version: Some(version),
        way,
        received,
        actor,
    };
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    match common::write(&visit, move |tx| acceptance::end(&app, tx, now, &notice)).await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-saved")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("", words.refusal(&refused));
            Answer::again(&view(&visit, &filled, version.to_string())?)
        }
    }
}

/// When the notice was received: a notice of today counts from now, one of an earlier day as received late on that day.
fn received(visit: &Visit, filled: &mut Filled) -> Option<Instant> {
    const SECOND_BEFORE: std::time::Duration = std::time::Duration::from_secs(1);
    let words = visit.words();
    let now = visit.now();
    let Ok(day) = filled.get("received").parse::<Date>() else {
        filled.wrong("received", words.t("form-date-wrong"));
        return None;
    };
    let today = kernel::local_date(now, words.country);
    if day > today {
        filled.wrong("received", words.t("form-date-future"));
        return None;
    }
    Some(if day == today { now } else { kernel::end_of_day(day, words.country) - SECOND_BEFORE })
}

fn view(visit: &Visit, filled: &Filled, version: String) -> Result<EndPage, Failure> {
    let number = common::policy_number(visit)?.to_string();
    Ok(EndPage::new(visit.page(), filled, number, visit.draw(), version))
}
