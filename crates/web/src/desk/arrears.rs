//! What a person decides about premium that is late: reminders are held or go on, it is paid in parts, costs and
//! interest are waived.

use app::acceptance;
use app::access::Action;
use app::contracts::{self, Outcome};
use app::money::arrears::{self, Decision, Entered};
use askama::Template;
use billing::{ChargeKind, HoldReason};
use policy::Contract;

use super::common;
use super::on_word::{self, OnWord};
use crate::form::{Filled, day};
use crate::part::{Choice, Crumb, Field, Fields, Kind, List, Summary};
use crate::read::Reader;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit};

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/arrears.html")]
pub struct ArrearsPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// What is open, and the hold that runs: name and value.
    pub facts: Vec<(String, String)>,
    /// Where the form goes.
    pub action: String,
    /// The ID of this entry, so that sending it twice is once.
    pub command: String,
    /// The version of the policy that was read.
    pub version: String,
    /// What is wrong.
    pub summary: Summary,
    /// The parts of a plan that runs.
    pub plan: Option<List>,
    /// What a plan would do to cover, as things stand.
    pub plan_text: String,
    /// `parts`: how many, and `first`: the day of the first.
    pub parts: (Field, Field),
    /// `act`: `hold`, `resume`, `plan`, `waive`.
    pub act: Choice,
    /// `reason` of a hold.
    pub reason: Choice,
    /// `until`: last day of a hold.
    pub until: Field,
    /// On whose word.
    pub word: OnWord,
}

const ACTS: [&str; 4] = ["hold", "resume", "plan", "waive"];

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::CorrectPolicy, "number");
    let path = "/desk/policies/{number}/arrears";
    site.get(path, access, show).upload(path, access, "arrears", send)
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (contract, now) = (visit.thing()?, visit.now());
    let holder = common::read(&visit, move |tx| contracts::holder(tx, contract)).await?;
    let version = common::version(&filled)?;
    let decision = read(&visit, &mut filled);
    let word = on_word::read(&visit, &mut filled, holder).await?;
    let (Some(word), Some(decision)) = (word, decision) else {
        return Answer::again(&view(&visit, &filled).await?);
    };
    let mut actor = visit.actor()?;
    actor.channel = word.channel;
    let entered =
        Entered { id: visit.command("arrears")?, contract, version: Some(version), decision, actor };
    let app = visit.app()?.clone();
    let back = format!("/desk/policies/{}", common::policy_number(&visit)?);
    let done = common::write(&visit, move |tx| {
        arrears::decide(&app, tx, now, &entered, (&word.note, word.paper.as_ref()))
    });
    match done.await? {
        Ok(Outcome::Done) => Ok(Answer::onward(back).say("done-saved")),
        Ok(Outcome::AlreadyDone) => Ok(Answer::onward(back).say("done-already")),
        Err(refused) => {
            filled.wrong("act", words.refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

fn read(visit: &Visit, filled: &mut Filled) -> Option<Decision> {
    let mut form = Reader { words: visit.words(), filled };
    match form.one_of("act", &ACTS)?.as_str() {
        "resume" => Some(Decision::Resume),
        "waive" => Some(Decision::Waive),
        "plan" => {
            let parts = form.filled.get("parts").trim().parse().ok();
            let first = day(form.filled.get("first"));
            if parts.is_none() {
                form.wrong("parts", "arrears-parts-wrong");
            }
            if first.is_none() {
                form.wrong("first", "form-date-wrong");
            }
            Some(Decision::Plan { parts: parts?, first: first? })
        }
        _ => {
            let reason = form.one_of("reason", &HoldReason::ALL.map(HoldReason::code));
            let until = day(form.filled.get("until"));
            if until.is_none() {
                form.wrong("until", "form-date-wrong");
            }
            Some(Decision::Hold { reason: HoldReason::from_code(&reason?)?, until: until? })
        }
    }
}

async fn view(visit: &Visit, filled: &Filled) -> Result<ArrearsPage, Failure> {
    let contract = visit.thing()?;
    let read = move |tx: &mut store::Tx<'_>| {
        let loaded = app::streams::look::<Contract>(tx, &[contract])?;
        Ok((acceptance::version(tx, contract)?, loaded[&contract].state()?.billing.clone()))
    };
    let (version, billing) = common::read(visit, read).await?;
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?;
    let href = format!("/desk/policies/{number}");
    let fields = Fields { words, area: "arrears", filled };
    let mut facts = vec![
        (words.t("arrears-premium"), words.money(&billing.open_premium())),
        (words.t("charge-costs"), words.money(&billing.open_charges(ChargeKind::Costs))),
        (words.t("charge-interest"), words.money(&billing.open_charges(ChargeKind::Interest))),
    ];
    let now = visit.now();
    let hold = billing.hold.filter(|_| billing.held_until(words.country).is_some_and(|held| now < held));
    if let Some(hold) = hold {
        let reason = words.t(&format!("arrears-reason-{}", hold.reason.code()));
        facts.push((words.t("arrears-held"), format!("{}, {reason}", words.day(&hold.until))));
    }
    // AMB-16: what a plan does to cover is told before it is agreed.
    let is_off =
        billing.reminders.iter().any(|r| r.cost_cover() && r.satisfied.is_none() && r.cover_stops <= now);
    Ok(ArrearsPage {
        plan: crate::plan::list(words, &billing.plan_left()),
        plan_text: words.t(if is_off { "arrears-plan-off" } else { "arrears-plan-on" }),
        parts: (fields.text("parts"), fields.field("first", Kind::Date)),
        facts,
        action: format!("{href}/arrears"),
        crumb: Crumb { href, text: number.to_string() },
        command: visit.draw(),
        version: filled.given("version").map_or_else(|| version.to_string(), str::to_owned),
        summary: Summary::new(words, filled.faults()),
        act: fields.choice("act", &ACTS).or_chosen("hold"),
        reason: fields.choice("reason", &HoldReason::ALL.map(HoldReason::code)),
        until: fields.field("until", Kind::Date),
        word: OnWord::new(words, filled),
        page,
    })
}
