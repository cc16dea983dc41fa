//! Repair and replacement for the customer: who does it, accepting it (PORTAL-22), the own share, the old device.

use ::claims::{AcceptedBy, JobState, Work};
use app::claims::{self, InKind, JobView};
use app::contracts::Outcome;
use askama::Template;
use kernel::Id;
use store::Priority;

use super::proposal;
use crate::form::Filled;
use crate::part::{Crumb, Field, Fields, Kind, Notice, Summary, Tone};
use crate::{Answer, Failure, Page, Visit, Words};

/// One repair or replacement, as the customer sees it.
#[derive(Debug)]
pub struct JobCard {
    /// Its key.
    pub id: String,
    /// The device.
    pub title: String,
    /// What happens now.
    pub message: Notice,
    /// Name, address and telephone of who does it: name and value.
    pub who: Vec<(String, String)>,
    /// What to do before handing the device over.
    pub before: Vec<String>,
    /// Whether the customer is asked to accept it.
    pub accept: bool,
    /// What happens if the customer did not get it, in words; none where nobody says that they did.
    pub not_got: Option<String>,
    /// What acceptance means, one line each.
    pub means: Vec<String>,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "portal/work.html")]
pub struct WorkPage {
    /// The frame.
    pub page: Page,
    /// Back to the claim.
    pub crumb: Crumb,
    /// What is wrong.
    pub summary: Summary,
    /// The orders.
    pub jobs: Vec<JobCard>,
    /// What to pay.
    pub share: Option<claims::ShareToPay>,
    /// Where the forms go.
    pub action: String,
    /// The ID of what is done.
    pub command: String,
    /// `reason`: what is not right.
    pub reason: Field,
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

/// What the customer says about a device that is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Accept,
    NotRight,
    NotGot,
}

/// The customer accepts, says what is not right, or that they did not get it.
pub(super) async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let job: Id = filled.get("job").parse().map_err(|_| Failure::Malformed)?;
    let (app, now, claim, actor) = (visit.app()?.clone(), visit.now(), visit.thing()?, visit.actor()?);
    let (command, reason) = (visit.command("work")?, filled.get("reason").to_owned());
    let act = match filled.get("do") {
        "accept" => Act::Accept,
        "not-right" => Act::NotRight,
        "not-got" => Act::NotGot,
        _ => return Err(Failure::Malformed),
    };
    let db = app.db.clone();
    let done = db.write_async(Priority::Click, move |tx| {
        let (by, of) = ((command.as_str(), &actor), (claim, job));
        match act {
            Act::Accept => claims::accept_job(&app, tx, now, by, of, AcceptedBy::Customer),
            Act::NotRight => claims::send_back_job(&app, tx, now, by, of, &reason),
            Act::NotGot => claims::deny_hand_over(&app, tx, now, by, of),
        }
    });
    match done.await {
        Ok(done) => {
            let said = match (done, act) {
                (Outcome::AlreadyDone, _) => "done-already",
                (_, Act::Accept) => "done-accepted-device",
                (_, Act::NotRight | Act::NotGot) => "done-sent",
            };
            Ok(Answer::onward(format!("/my/claims/{}/work", visit.parameter("number"))).say(said))
        }
        Err(error) => {
            let refused = proposal::refused(error)?;
            filled.wrong(if act == Act::NotRight { "reason" } else { "" }, visit.words().refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

async fn view(visit: &Visit, filled: &Filled) -> Result<WorkPage, Failure> {
    let (app, now, claim) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let work: InKind = visit.app()?.db.read_async(move |tx| claims::in_kind(&app, tx, now, claim)).await?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/claims/{}", work.number);
    Ok(WorkPage {
        crumb: Crumb { href: here.clone(), text: words.t("work-claim") },
        summary: Summary::new(words, filled.faults()),
        jobs: work.jobs.iter().map(|job| card(words, job)).collect(),
        share: work.share,
        action: format!("{here}/work"),
        command: visit.draw(),
        reason: Fields { words, area: "work", filled }.field("reason", Kind::Long),
        page,
    })
}

fn card(words: Words, job: &JobView) -> JobCard {
    let kind = job.work.code();
    let name = job.supplier.as_ref().map(|(name, ..)| name.clone()).unwrap_or_default();
    let (tone, state) = match job.state {
        JobState::Ordered | JobState::Stopped => (Tone::Info, "ordered"),
        JobState::Delivered => (Tone::Warn, "delivered"),
        JobState::Accepted => (Tone::Good, "accepted"),
    };
    let key = format!("work-{kind}-{state}");
    let (title, mut text) = match job.handed_over {
        Some(handed_over) => {
            let (at, by) = (words.moment(&handed_over.at), words.until(&handed_over.until));
            let said: [(&str, texts::Arg<'_>); 3] =
                [("name", (&name).into()), ("at", (&at).into()), ("by", (&by).into())];
            (words.t("work-handed-over"), words.say("work-handed-over-text", &said))
        }
        None if job.is_denied => {
            (words.t("work-denied"), words.with("work-denied-text", "name", name.clone()))
        }
        None => (words.t(&key), words.t(&format!("{key}-text"))),
    };
    if let Some(by) = job.old_device_by {
        text = format!("{text} {}", words.with("work-old-device", "at", words.instant(&by)));
    }
    let who = job.supplier.iter().flat_map(|(name, address, phone)| {
        [
            (words.t("work-name"), name.clone()),
            (words.t("work-address"), address.join(", ")),
            (words.t("work-phone"), phone.clone()),
        ]
    });
    let hand_over = job.state == JobState::Ordered && job.work == Work::Repair;
    let old_device = job.old_device_by.is_some();
    let before: &[&str] = match (hand_over, old_device) {
        (true, _) => &["work-backup", "work-tracking", "work-no-loan", "work-privacy"],
        (_, true) => &["work-wipe", "work-tracking"],
        _ => &[],
    };
    let means: &[&str] = match job.work {
        Work::Repair => &["work-means-part", "work-means-insured"],
        Work::Replacement => &["work-means-old", "work-means-schedule"],
    };
    let accept = job.state == JobState::Delivered;
    JobCard {
        id: job.id.to_string(),
        title: job.model.clone(),
        message: Notice::new(tone, title).text(text),
        not_got: job.handed_over.map(|_| words.with("work-not-got-text", "name", name)),
        who: who.collect(),
        before: before.iter().map(|key| words.t(key)).collect(),
        means: if accept { means.iter().map(|key| words.t(key)).collect() } else { Vec::new() },
        accept,
    }
}
