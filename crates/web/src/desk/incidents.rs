//! The register of incidents (PRIV-06): whoever looks says what for first. One incident is put right or removed on a page of its
//! own.

use std::collections::BTreeMap;

use app::access::{Action, Resource};
use app::contracts::Outcome;
use app::identity::LookPurpose;
use app::incidents::{self, Incident, Register, Removed, RemovedFor};
use app::views::desk as views;
use app::{AppError, Refused};
use askama::Template;
use kernel::{ClaimNumber, Id, PolicyNumber};
use store::{Priority, Tx, params, sql};

use super::common;
use crate::form::Filled;
use crate::part::{Cell, Choice, Crumb, Empty, Field, Fields, Kind, List, Pages, Style, Summary};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// What somebody may look for.
const PURPOSES: [LookPurpose; 7] = [
    LookPurpose::Acceptance,
    LookPurpose::Claim,
    LookPurpose::Payment,
    LookPurpose::Complaint,
    LookPurpose::PrivacyRequest,
    LookPurpose::Supervision,
    LookPurpose::Audit,
];
/// Why a person removes an incident.
const REASONS: [RemovedFor; 3] = [RemovedFor::Wrong, RemovedFor::Objection, RemovedFor::NotNeeded];

/// What the register shows.
#[derive(Debug, Template)]
#[template(path = "desk/incidents.html")]
pub struct IncidentsPage {
    /// The frame.
    pub page: Page,
    /// What is wrong.
    pub summary: Summary,
    /// `why`: what the look is for.
    pub why: Choice,
    /// `number`: of a policy or claim; empty for all.
    pub number: Field,
    /// The incidents, once it was said what for.
    pub incidents: Option<List>,
    /// Other parts of a long list.
    pub pages: Option<Pages>,
    /// What was removed lately; names nobody.
    pub removed: Option<List>,
}

/// What one incident shows.
#[derive(Debug, Template)]
#[template(path = "desk/incident.html")]
pub struct IncidentPage {
    /// The frame.
    pub page: Page,
    /// Back to the register.
    pub crumb: Crumb,
    /// What happened, and to which policy.
    pub title: String,
    /// What is wrong.
    pub summary: Summary,
    /// The policy and the claim: addresses and words.
    pub links: Vec<(String, String)>,
    /// What is known.
    pub facts: Vec<(String, String)>,
    /// What was written; may be empty.
    pub words: String,
    /// Why that was put right.
    pub corrections: Vec<String>,
    /// The forms, for who may.
    pub forms: Option<Forms>,
}

/// The forms of who may put right and remove.
#[derive(Debug)]
pub struct Forms {
    /// Where they go.
    pub action: String,
    /// The ID of what is done.
    pub command: String,
    /// The version that was read.
    pub version: String,
    /// `words`: what is right.
    pub words: Field,
    /// `reason`: why it is put right.
    pub reason: Field,
    /// `removed_for`.
    pub removed_for: Choice,
}

pub(super) fn routes(site: Site) -> Site {
    let change = Access::to(Action::CorrectIncident, "incident");
    site.get("/desk/incidents", Access::on(Action::ViewIncidents), list)
        .get("/desk/incidents/{incident}", Access::to(Action::ViewIncidents, "incident"), show)
        .post("/desk/incidents/{incident}", change, send)
}

/// What the visitor looks for; none as long as it was not said.
fn purpose(visit: &Visit) -> Option<LookPurpose> {
    visit.query().get("why").parse().ok().filter(|purpose| PURPOSES.contains(purpose))
}

async fn list(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.query().clone();
    let Some(purpose) = purpose(&visit) else {
        if filled.given("number").is_some() || filled.given("why").is_some() {
            filled.wrong("why", visit.words().t("form-choose"));
        }
        return Answer::page(&view(&visit, &filled, None)?);
    };
    let asked = filled.given("number").map(str::to_owned);
    let (app, by, at, part) =
        (visit.app()?.clone(), visit.actor()?, visit.operational(), common::part_of(&visit));
    let read = move |tx: &mut Tx<'_>| {
        let of = match &asked {
            None => None,
            Some(number) => match holder(tx, number)? {
                Some(holder) => Some(holder),
                None => return Err(AppError::Refused(Refused::new("incident-number-unknown", None))),
            },
        };
        let register = incidents::look(&app, tx, (&by, at), purpose, of, part)?;
        let people: Vec<Id> = register.removed.iter().map(|removed| removed.by).collect();
        let names = views::staff_names(&app, tx, &people)?;
        Ok((register, names))
    };
    match common::write(&visit, read).await? {
        Ok((register, names)) => Answer::page(&view(&visit, &filled, Some((purpose, &register, &names)))?),
        Err(refused) => {
            filled.wrong("number", visit.words().refusal(&refused));
            Answer::again(&view(&visit, &filled, None)?)
        }
    }
}

/// Who holds the policy with this number, or the policy of the claim with it.
fn holder(tx: &mut Tx<'_>, number: &str) -> Result<Option<Id>, AppError> {
    let row = if let Ok(number) = PolicyNumber::parse(number) {
        tx.query_opt(sql!("select holder from contract where number = ?1"), &params![number.as_str()])?
    } else if let Ok(number) = ClaimNumber::parse(number) {
        tx.query_opt(sql!("select holder from claim where number = ?1"), &params![number.as_str()])?
    } else {
        None
    };
    Ok(row.map(|row| row.id("holder")).transpose()?)
}

type Read<'a> = (LookPurpose, &'a Register, &'a BTreeMap<Id, String>);

fn view(visit: &Visit, filled: &Filled, read: Option<Read<'_>>) -> Result<IncidentsPage, Failure> {
    let page = visit.page();
    let words = page.words();
    let fields = Fields { words, area: "incidents", filled };
    let codes: Vec<&str> = PURPOSES.iter().map(|purpose| purpose.code()).collect();
    let mut path = String::from("/desk/incidents?");
    if let Some((purpose, ..)) = read {
        path.push_str(&format!("why={}&", purpose.code()));
    }
    let part = common::part_of(visit);
    Ok(IncidentsPage {
        summary: Summary::new(words, filled.faults()),
        why: fields.choice("why", &codes).style(Style::Select),
        number: fields.text("number").optional(words),
        incidents: read.map(|(purpose, register, _)| listed(words, purpose, register)),
        pages: read.and_then(|(_, register, _)| common::pages(&page, &path, part, register.count)),
        removed: read.and_then(|(_, register, names)| removed(words, &register.removed, names)),
        page,
    })
}

fn listed(words: Words, purpose: LookPurpose, register: &Register) -> List {
    let heads =
        ["incidents-kind", "incidents-person", "incidents-policy", "incidents-since", "incidents-kept"]
            .map(|key| words.t(key));
    let row = |incident: &Incident| {
        vec![
            Cell::Link {
                href: format!("/desk/incidents/{}?why={}", incident.id, purpose.code()),
                text: words.t(&format!("incident-kind-{}", incident.kind.code())),
                below: words.t(&format!("incident-ground-{}", incident.ground.code())),
            },
            Cell::text(incident.name.clone().unwrap_or_else(|| words.t("person-forgotten"))),
            Cell::link(format!("/desk/policies/{}", incident.policy), incident.policy.to_string()),
            Cell::text(words.moment(&incident.recorded)),
            Cell::text(words.day(&incident.keep_until)),
        ]
    };
    let none = Empty::new(words.t("incidents-none"), words.t("incidents-none-text"));
    List::new(words.t("incidents-title"), &heads, register.incidents.iter().map(row).collect(), none)
}

fn removed(words: Words, removed: &[Removed], names: &BTreeMap<Id, String>) -> Option<List> {
    let heads = ["incidents-kind", "incidents-since", "incidents-removed-at", "incidents-removed-by"]
        .map(|key| words.t(key));
    let row = |line: &Removed| {
        let by = names.get(&line.by).cloned().unwrap_or_else(|| words.t("incidents-by-itself"));
        vec![
            Cell::Pair {
                text: words.t(&format!("incident-kind-{}", line.kind.code())),
                below: words.t(&format!("incident-removed-for-{}", line.why.code())),
            },
            Cell::text(words.moment(&line.recorded)),
            Cell::text(words.moment(&line.at)),
            Cell::text(by),
        ]
    };
    let rows: Vec<_> = removed.iter().map(row).collect();
    let title = words.t("incidents-removed");
    (!rows.is_empty()).then(|| List::new(title, &heads, rows, Empty::new("", "")).shown())
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    match purpose(&visit) {
        None => Ok(Answer::onward("/desk/incidents")),
        Some(purpose) => {
            let shown = one(&visit, purpose, &Filled::default()).await?;
            Answer::page(&shown)
        }
    }
}

/// One incident, with what was typed into its forms.
async fn one(visit: &Visit, purpose: LookPurpose, filled: &Filled) -> Result<IncidentPage, Failure> {
    let (app, by, at) = (visit.app()?.clone(), visit.actor()?, visit.operational());
    let id = visit.thing()?;
    let read = move |tx: &mut Tx<'_>| {
        let Some(incident) = incidents::one(&app, tx, (&by, at), purpose, id)? else {
            return Ok::<_, AppError>(None);
        };
        let names = views::staff_names(&app, tx, &[incident.people.0, incident.people.1])?;
        Ok(Some((incident, names)))
    };
    let found = visit.app()?.db.write_async(Priority::Click, read).await?;
    let (incident, names) = found.ok_or(Failure::NotFound)?;
    let page = visit.page();
    let words = page.words();
    let name = |id: Id| names.get(&id).cloned().unwrap_or_else(|| words.t("claims-handler-somebody"));
    let facts = [
        ("incidents-person", incident.name.clone().unwrap_or_else(|| words.t("person-forgotten"))),
        ("incidents-ground", words.t(&format!("incident-ground-{}", incident.ground.code()))),
        ("incidents-basis", words.t(&format!("incident-basis-{}", incident.kind.code()))),
        ("incidents-proposed", name(incident.people.0)),
        ("incidents-agreed", name(incident.people.1)),
        ("incidents-since", words.moment(&incident.recorded)),
        ("incidents-kept", words.day(&incident.keep_until)),
    ];
    let policy = (format!("/desk/policies/{}", incident.policy), incident.policy.to_string());
    let claim = incident.claim.as_ref().map(|n| (format!("/desk/claims/{n}"), n.to_string()));
    let on = Resource::of(incident.person);
    let fields = Fields { words, area: "incident", filled };
    let reasons: Vec<&str> = REASONS.iter().map(|reason| reason.code()).collect();
    let forms = common::may(visit, Action::CorrectIncident, &on).then(|| Forms {
        action: format!("/desk/incidents/{}?why={}", incident.id, purpose.code()),
        command: visit.draw(),
        version: incident.version.to_string(),
        words: fields.field("words", Kind::Long).or_value(incident.words.as_deref().unwrap_or_default()),
        reason: fields.field("reason", Kind::Long),
        removed_for: fields.choice("removed_for", &reasons),
    });
    Ok(IncidentPage {
        crumb: Crumb {
            href: format!("/desk/incidents?why={}", purpose.code()),
            text: words.t("incidents-title"),
        },
        title: words.t(&format!("incident-kind-{}", incident.kind.code())),
        summary: Summary::new(words, filled.faults()),
        links: std::iter::once(policy).chain(claim).collect(),
        facts: facts.into_iter().map(|(key, text)| (words.t(key), text)).collect(),
        words: incident.words.unwrap_or_else(|| words.t("person-forgotten")),
        corrections: incident.corrections,
        forms,
        page,
    })
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let purpose = purpose(&visit).ok_or(Failure::Malformed)?;
    let (app, now, id) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    // Nobody puts right or removes what stands there of themselves. Where it is gone already, sending again changes nothing.
    let whose = common::read(&visit, move |tx| incidents::whose(tx, id)).await?;
    let on = whose.map_or_else(Resource::any, Resource::of);
    let actor = common::actor_for(&visit, Action::CorrectIncident, &on)?;
    let (command, version) = (visit.command("incident")?, common::version(&filled)?);
    let back = format!("/desk/incidents?why={}", purpose.code());
    let removes = filled.get("do") == "remove";
    let done = if removes {
        let Some(why) = filled.get("removed_for").parse().ok().filter(|why| REASONS.contains(why)) else {
            filled.wrong("removed_for", visit.words().t("form-choose"));
            return Answer::again(&one(&visit, purpose, &filled).await?);
        };
        let done = common::write(&visit, move |tx| {
            incidents::remove(tx, now, (&command, &actor), (id, version), why)
        });
        done.await?
    } else {
        let (words, why) = (filled.get("words").to_owned(), filled.get("reason").to_owned());
        let work = move |tx: &mut Tx<'_>| {
            incidents::correct(&app, tx, now, (&command, &actor), (id, version), (&words, &why))
        };
        common::write(&visit, work).await?
    };
    match done {
        Ok(outcome) => {
            if removes {
                // Also said again: what was removed and not yet forgotten must be.
                let app = visit.app()?.clone();
                common::aside(move || incidents::forget(&app, now, &[id])).await?;
            }
            let said = if outcome == Outcome::Done { "done-saved" } else { "done-already" };
            Ok(Answer::onward(back).say(said))
        }
        Err(refused) => {
            filled.wrong(if removes { "removed_for" } else { "reason" }, visit.words().refusal(&refused));
            Answer::again(&one(&visit, purpose, &filled).await?)
        }
    }
}
