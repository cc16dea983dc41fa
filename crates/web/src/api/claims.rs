//! Reporting a claim by a program: the same report as on the customer's pages, for a policy it may report for (NL-CLAIM-01).

use std::collections::BTreeMap;

use app::AppError;
use app::claims::{self, Report, Stated};
use app::views::portal as views;
use kernel::{Channel, Role};
use serde::{Deserialize, Serialize};
use store::Priority;
use utoipa::ToSchema;

use super::ask::FactBody;
use super::problem::{Problem, WrongPlace};
use crate::{Answer, Failure, Visit};

/// A report of damage or theft.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportBody {
    /// The caller's own ID of it, 8 to 64 letters and figures: sent again it is the same claim.
    #[schema(example = "shop20260311a7")]
    pub id: String,
    /// Facts of the event by name, as `GET /api/products/{code}/facts` names them; a moment may leave out its offset.
    pub event: BTreeMap<String, FactBody>,
    /// The devices it is about by their number in the schedule; all of them when left out.
    #[serde(default)]
    pub items: Vec<ReportItemBody>,
    /// What happened, in the customer's own words, at most 10,000 characters.
    #[serde(default)]
    pub narrative: String,
}

/// A device of the report.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportItemBody {
    /// Its number in the schedule.
    #[schema(example = 1)]
    pub item: u32,
    /// Its own facts by name.
    #[serde(default)]
    pub facts: BTreeMap<String, FactBody>,
}

/// The claim.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReportAnswer {
    /// Its number.
    #[schema(example = "HC-1234-5678-9012")]
    pub number: String,
    /// Whether it had been reported before: the same ID, or the same device and moment.
    pub already_done: bool,
    /// Questions that are still open, by the names of their facts.
    pub asked: Vec<String>,
    /// What is still to be sent, and until when.
    pub evidence: Vec<AwaitedAnswer>,
}

/// Evidence that is awaited.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AwaitedAnswer {
    /// Its kind in the conditions.
    #[schema(example = "photo_damage")]
    pub kind: String,
    /// What it is, in the language asked for.
    pub text: String,
    /// When it is late.
    #[schema(example = "2026-03-13T08:00:00Z")]
    pub until: Option<String>,
}

/// Reports damage or theft for a policy. Nothing is kept when something in it is wrong.
#[utoipa::path(
    post, path = "/api/policies/{number}/claims", tag = "policies",
    params(("number" = String, Path, description = "Policy number.")),
    request_body(content = ReportBody),
    responses((status = 200, description = "The claim, new or there already.", body = ReportAnswer),
        (status = 422, description = "Something in it is wrong: nothing was kept.", body = Problem,
            content_type = "application/problem+json"),
        (status = "4XX", description = "Why not.", body = Problem, content_type = "application/problem+json")),
    security(("key" = []))
)]
pub(super) async fn report(visit: Visit) -> Result<Answer, Failure> {
    let words = visit.words();
    let unread = || Problem::new(422, words.t("api-report"), words.t("api-report-text")).answer();
    let Ok(body) = serde_json::from_slice::<ReportBody>(visit.body()) else { return unread() };
    let is_ours =
        (8..=64).contains(&body.id.len()) && body.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_ours {
        return unread();
    }
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let mut actor = visit.actor()?;
    actor.channel = Channel::Api;
    let actor_role = actor.role;
    let command = format!("api-report:{contract}:{}", body.id);
    let language = words.language;
    let report = Report {
        contract,
        holder: None,
        items: body.items.iter().map(|item| item.item).collect(),
        facts: stated(&body),
        narrative: body.narrative,
        uploads: Vec::new(),
    };
    let write = visit.app()?.db.write_async(Priority::Click, move |tx| {
        // The policy's own page says whether it is there at all.
        views::policy_of(&app, tx, now, contract)?;
        let claim = claims::report(&app, tx, now, &command, &actor, &report)?;
        let status = claims::status(&app, tx, now, claim.id, language)?;
        Ok::<_, AppError>((claim, status))
    });
    let (claim, status) = match write.await {
        Ok(done) => done,
        Err(AppError::Refused(refused)) => {
            let mut problem = Problem::new(422, words.refusal(&refused), words.t("api-report-not-kept"));
            let faults = claims::faults(&AppError::Refused(refused));
            problem.errors = faults
                .iter()
                .map(|fault| WrongPlace {
                    line: 0,
                    column: 1,
                    what: format!("{}: {}", fault.fact, words.t(&format!("refusal-{}", fault.code))),
                    write: String::new(),
                })
                .collect();
            return problem.answer();
        }
        Err(error) => return Err(error.into()),
    };
    // A partner learns nothing of what somebody else reported but that it was (PRIV-24).
    let tells = actor_role != Role::Partner || !claim.was_there;
    let awaited = status.evidence.iter().filter(|line| tells && line.given_at.is_none());
    let asked = status.questions.iter().filter(|_| tells);
    Answer::json(&ReportAnswer {
        number: claim.number.to_string(),
        already_done: claim.was_there,
        asked: asked.map(|question| question.fact.clone()).collect(),
        evidence: awaited
            .map(|line| AwaitedAnswer {
                kind: line.kind.0.clone(),
                text: line.kind.1.clone(),
                until: line.until.map(|until| until.to_string()),
            })
            .collect(),
    })
}

fn stated(body: &ReportBody) -> Vec<Stated> {
    let text = |fact: &FactBody| match fact {
        FactBody::Yes(true) => "yes".to_owned(),
        FactBody::Yes(false) => "no".to_owned(),
        FactBody::Text(text) => text.clone(),
        FactBody::Names(names) => names.join(","),
    };
    let of_event = body.event.iter().map(|(name, fact)| Stated::new(name, &text(fact)));
    let of_items = body.items.iter().flat_map(|item| {
        let of_item = item.facts.iter();
        of_item.map(|(name, fact)| Stated { item: Some(item.item), ..Stated::new(name, &text(fact)) })
    });
    of_event.chain(of_items).collect()
}
