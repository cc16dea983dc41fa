//! Changes that the policyholder asked for in the portal: what each would do, and the answer (NL-PROV-08, NL-CLAIM-07).

use app::access::Action;
use app::changes::{self, What};
use app::contracts::Outcome;
use app::requests::{self, Decided, Request, Standing, Verdict};
use askama::Template;

use super::common;
use crate::form::Filled;
use crate::part::{ChangeTold, Crumb, Empty, Field, Fields, Kind, Summary};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// A request that waits.
#[derive(Debug)]
pub struct Asked {
    /// Its id, for the form.
    pub id: String,
    /// What is asked for, in words.
    pub title: String,
    /// What was typed: name and value.
    pub facts: Vec<(String, String)>,
    /// What it would do; none when it can no longer be done.
    pub told: Option<ChangeTold>,
    /// Why it can no longer be done; may be empty.
    pub cannot: String,
    /// The ID of the answer.
    pub command: String,
    /// `reason`, for a refusal.
    pub reason: Field,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/requests.html")]
pub struct RequestsPage {
    /// The frame.
    pub page: Page,
    /// Back to the policy.
    pub crumb: Crumb,
    /// Number of the policy.
    pub number: String,
    /// Where the forms go.
    pub action: String,
    /// What is wrong.
    pub summary: Summary,
    /// What waits, the oldest first.
    pub asked: Vec<Asked>,
    /// What is shown when nothing does.
    pub none: Empty,
}

pub(super) fn routes(site: Site) -> Site {
    let access = Access::to(Action::ReportChange, "number");
    site.get("/desk/policies/{number}/requests", access, show).post(
        "/desk/policies/{number}/requests",
        access,
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let words = visit.words();
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let verdict = match filled.get("do") {
        "grant" => Verdict::Grant,
        "decline" => Verdict::Decline { reason: filled.get("reason").to_owned() },
        _ => return Err(Failure::Malformed),
    };
    if matches!(&verdict, Verdict::Decline { reason } if reason.is_empty()) {
        filled.wrong("reason", words.t("form-required"));
        return Answer::again(&view(&visit, &filled).await?);
    }
    let say = if verdict == Verdict::Grant { "done-granted" } else { "done-declined" };
    let decided = Decided {
        id: visit.command("requests")?,
        contract,
        request: filled.get("request").parse().map_err(|_| Failure::Malformed)?,
        verdict,
        actor: visit.actor()?,
    };
    let done = common::write(&visit, move |tx| requests::decide(&app, tx, now, &decided));
    match done.await? {
        Ok(Outcome::Done) => {
            Ok(Answer::onward(format!("/desk/policies/{}", common::policy_number(&visit)?)).say(say))
        }
        Ok(Outcome::AlreadyDone) => {
            Ok(Answer::onward(format!("/desk/policies/{}", common::policy_number(&visit)?))
                .say("done-already"))
        }
        Err(refused) => {
            filled.wrong("", words.refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

async fn view(visit: &Visit, filled: &Filled) -> Result<RequestsPage, Failure> {
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let read = move |tx: &mut store::Tx<'_>| {
        let mut waiting = Vec::new();
        for request in requests::of_contract(&app, tx, contract)? {
            if request.standing != Standing::Waiting {
                continue;
            }
            let quote = match &request.what {
                None => None,
                Some(what) => Some(match changes::quote(&app, tx, now, contract, what) {
                    Ok(quote) => Ok(quote),
                    Err(app::AppError::Refused(refused)) => Err(refused),
                    Err(error) => return Err(error),
                }),
            };
            waiting.push((request, quote));
        }
        Ok(waiting)
    };
    let mut waiting = common::read(visit, read).await?;
    waiting.reverse();
    let page = visit.page();
    let words = page.words();
    let number = common::policy_number(visit)?.to_string();
    let href = format!("/desk/policies/{number}");
    let asked = waiting.into_iter().map(|(request, quote)| {
        let (told, cannot) = match quote {
            Some(Ok(Some(quote))) => (Some(ChangeTold::new(words, &quote, now, false, true)), String::new()),
            Some(Ok(None)) => (None, words.t("own-no-change")),
            Some(Err(refused)) => (None, words.with("requests-cannot", "why", words.refusal(&refused))),
            None => (None, words.t("person-forgotten")),
        };
        let is_this = filled.get("request") == request.id.to_string();
        let empty = Filled::default();
        let fields = Fields { words, area: "requests", filled: if is_this { filled } else { &empty } };
        Asked {
            title: words.t(&format!("change-what-{}", request.kind)),
            facts: facts(words, &request),
            told,
            cannot,
            command: visit.draw(),
            reason: fields.field("reason", Kind::Long),
            id: request.id.to_string(),
        }
    });
    Ok(RequestsPage {
        action: format!("{href}/requests"),
        crumb: Crumb { href, text: number.clone() },
        number,
        summary: Summary::new(words, filled.faults()),
        asked: asked.collect(),
        none: Empty::new(words.t("requests-none"), ""),
        page,
    })
}

fn facts(words: Words, request: &Request) -> Vec<(String, String)> {
    let mut facts = vec![(words.t("requests-when"), words.moment(&request.asked))];
    let identity = match &request.what {
        Some(What::Swapped { identity, why, .. }) => {
            let why = match why {
                policy::Swap::Replaced => "replaced",
                policy::Swap::Repaired => "repaired",
                policy::Swap::Warranty => "warranty",
                policy::Swap::WrongNumber => "wrong-number",
            };
            facts.push((words.t("change-swap"), words.t(&format!("change-swap-{why}"))));
            Some(identity)
        }
        Some(What::Added { device }) => {
            facts.push((words.t("item-bought"), words.day(&device.bought)));
            facts.push((words.t("item-value"), words.money(&device.purchase_value)));
            Some(&device.identity)
        }
        _ => None,
    };
    if let Some(identity) = identity {
        facts.push((words.t("policy-device"), identity.model.clone()));
        facts.extend(identity.imei.as_ref().map(|imei| (words.t("item-imei"), imei.as_str().to_owned())));
        facts.extend(
            identity.serial.as_ref().map(|serial| (words.t("item-serial"), serial.as_str().to_owned())),
        );
    }
    facts
}
