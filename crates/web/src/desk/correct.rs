//! Correcting a fact: the desk gives what is right, the reason and the proof, and sees what follows before confirming.

use app::access::Action;
use app::contracts::{self, Outcome};
use app::corrections::{self, Wrong};
use askama::Template;
use policy::{Consequence, ContractEvent, Fact, PolicyEvent, Right};

use super::common;
use super::on_word::{self, OnWord};
use crate::form::Filled;
use crate::part::{Choice, Crumb, Field, Fields, Kind, Summary};
use crate::read::Reader;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// The form of a correction.
#[derive(Debug, Template)]
#[template(path = "desk/correct.html")]
pub struct CorrectPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// What was recorded: name and value.
    pub fact: Vec<(String, String)>,
    /// Where the form goes.
    pub action: String,
    /// The ID of this correction, so that sending it twice is once.
    pub command: String,
    /// The version of the policy that was read.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// `right`: `at`, `never`.
    pub right: Choice,
    /// `day` and `time` from which it counts.
    pub day: Field,
    /// Time of day.
    pub time: Field,
    /// How the desk knows.
    pub word: OnWord,
    /// What follows, once it was asked for.
    pub follows: Option<Vec<String>>,
}

/// Whether the desk may correct this fact.
pub(super) fn may_be_wrong(event: &ContractEvent) -> bool {
    match event {
        ContractEvent::Policy(event) => {
            matches!(
                event,
                PolicyEvent::Cancelled { .. }
                    | PolicyEvent::Endorsed { .. }
                    | PolicyEvent::Applied { .. }
                    | PolicyEvent::Accepted
                    | PolicyEvent::Rejected { .. }
            )
        }
        ContractEvent::Billing(billing::BillingEvent::PaymentReceived {
            source: billing::PaymentSource::SetOff { .. },
            ..
        }) => false,
        ContractEvent::Billing(event) => matches!(
            event,
            billing::BillingEvent::PaymentReceived { .. } | billing::BillingEvent::ReminderSent { .. }
        ),
    }
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::CorrectPolicy, "number");
    site.get("/desk/policies/{number}/correct/{seq}", access, show).upload(
        "/desk/policies/{number}/correct/{seq}",
        access,
        "change",
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default(), None).await?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let holder = common::read(&visit, move |tx| contracts::holder(tx, contract)).await?;
    let version = common::version(&filled)?;
    let right = read(&visit, &mut filled);
    let only_shown = filled.get("do") != "correct";
    let word = if only_shown { None } else { on_word::read(&visit, &mut filled, holder).await? };
    let Some(right) = right.filter(|_| filled.is_good()) else {
        return Answer::again(&view(&visit, &filled, None).await?);
    };
    let mut actor = visit.actor()?;
    if let Some(word) = &word {
        actor.channel = word.channel;
    }
    let seq = seq(&visit)?;
    let wrong = Wrong { id: visit.command("correct")?, contract, version: Some(version), seq, right, actor };
    let (house, asked) = (app.clone(), wrong.clone());
    let follows = common::read(&visit, move |tx| {
        Ok(match corrections::preview(&house, tx, now, &asked)? {
            Ok(follows) => Ok((corrections::touched(tx, contract, &follows)?, follows)),
            Err(refused) => Err(refused),
        })
    });
    let told = match follows.await? {
        Ok((claims, follows)) => told(words, &follows, &claims),
        Err(refused) => {
            filled.wrong("right", words.refusal(&refused));
            return Answer::again(&view(&visit, &filled, None).await?);
        }
    };
    let Some(word) = word else { return Answer::page(&view(&visit, &filled, Some(told)).await?) };
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        app::basis::seal(&app, tx, now, holder, &word.note, word.paper.as_ref())?;
        corrections::correct(&app, tx, now, &wrong)
    });
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-saved")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("right", words.refusal(&refused));
            Answer::again(&view(&visit, &filled, Some(told)).await?)
        }
    }
}

fn seq(visit: &Visit) -> Result<i64, Failure> {
    visit.parameter("seq").parse().map_err(|_| Failure::NotFound)
}

fn read(visit: &Visit, filled: &mut Filled) -> Option<Right> {
    let words = visit.words();
    let mut form = Reader { words, filled };
    if form.one_of("right", &["at", "never"])? == "never" {
        return Some(Right::Never);
    }
    let day = form.past_day("day", kernel::local_date(visit.now(), words.country))?;
    let time = match form.filled.given("time") {
        None => jiff::civil::Time::midnight(),
        Some(text) => match text.parse() {
            Ok(time) => time,
            Err(_) => {
                form.wrong("time", "form-time-wrong");
                return None;
            }
        },
    };
    let at = day.to_datetime(time).to_zoned(words.country.time_zone()).ok()?.timestamp();
    Some(Right::At { at })
}

/// What follows, in words.
pub(super) fn told(words: Words, follows: &[Consequence], claims: &[app::claims::Line]) -> Vec<String> {
    let cover = |cover: &policy::Cover| words.t(&format!("proof-cover-{}", cover.code()));
    let mut told: Vec<String> = follows
        .iter()
        .map(|consequence| match consequence {
            Consequence::CoverChanged { from, to, was, is, .. } => words.say(
                "correct-cover",
                &[
                    ("from", words.moment(from).into()),
                    ("to", to.map_or_else(|| words.t("proof-open"), |to| words.moment(&to)).into()),
                    ("was", cover(was).into()),
                    ("is", cover(is).into()),
                ],
            ),
            Consequence::TakenBack { amount, .. } => words.with("correct-taken-back", "amount", *amount),
            Consequence::Charged { amount, .. } => words.with("correct-charged", "amount", *amount),
            Consequence::Refunded { amount, .. } => words.with("correct-refunded", "amount", *amount),
            Consequence::Letter { event } => {
                words.with("correct-letter", "event", words.t(&format!("event-{event}")))
            }
        })
        .collect();
    let again = |line: &app::claims::Line| words.with("correct-claim", "number", line.number.to_string());
    told.extend(claims.iter().map(again));
    if told.is_empty() {
        told.push(words.t("correct-nothing"));
    }
    told
}

async fn view(visit: &Visit, filled: &Filled, follows: Option<Vec<String>>) -> Result<CorrectPage, Failure> {
    let (contract, seq) = (visit.thing()?, seq(visit)?);
    let read = common::read(visit, move |tx| {
        let version = app::acceptance::version(tx, contract)?;
        match corrections::fact(tx, contract, seq) {
            Ok(fact) => Ok(Some((fact, version))),
            Err(app::AppError::Missing { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    });
    let (fact, version): (Fact, i64) = read.await?.ok_or(Failure::NotFound)?;
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    let fields = Fields { words, area: "correct", filled };
    let local = fact.effective.to_zoned(words.country.time_zone());
    Ok(CorrectPage {
        fact: vec![
            (words.t("event-what"), words.t(&format!("event-{}", fact.event.kind()))),
            (words.t("event-counts"), words.moment(&fact.effective)),
            (words.t("event-known"), words.moment(&fact.recorded)),
        ],
        action: format!("{href}/correct/{seq}"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        version: filled.given("version").map_or_else(|| version.to_string(), str::to_owned),
        summary: Summary::new(words, filled.faults()),
        right: fields.choice("right", &["at", "never"]).or_chosen("at"),
        day: fields.field("day", Kind::Date).or_value(&local.date().to_string()),
        time: fields.field("time", Kind::Time).or_value(&local.strftime("%H:%M").to_string()),
        word: OnWord::new(words, filled),
        follows,
        page,
    })
}
