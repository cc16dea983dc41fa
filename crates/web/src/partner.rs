//! The pages of partners: the customers who let them look, with what they opened and nothing more (PORTAL-23, PRIV-24). Each
//! look is written down, and the customer sees when it was.

use app::access::{Action, Scope};
use app::partner::{self as use_cases, SHOWN, Seen, SeenClaim, Stage};
use askama::Template;
use kernel::Id;

use crate::part::{Badge, Cell, Crumb, Empty, List, Notice, Tone};
use crate::portal::report;
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// The customers.
#[derive(Debug, Template)]
#[template(path = "partner/customers.html")]
pub struct CustomersPage {
    /// The frame.
    pub page: Page,
    /// Who opened what.
    pub customers: List,
    /// Where the next part of a long list is.
    pub more: Option<String>,
}

/// One customer's policy.
#[derive(Debug, Template)]
#[template(path = "partner/customer.html")]
pub struct CustomerPage {
    /// The frame.
    pub page: Page,
    /// Back to the customers.
    pub crumb: Crumb,
    /// The customer's name.
    pub name: String,
    /// Whether there is cover now.
    pub cover: Badge,
    /// What is open: name and value.
    pub facts: Vec<(String, String)>,
    /// The claims.
    pub claims: List,
    /// Where something is reported; `None` when the customer does not let the partner.
    pub report: Option<String>,
    /// What is said then.
    pub may_not: Notice,
}

pub(crate) fn routes(site: Site) -> Site {
    let may_report = Access::to(Action::ReportClaim, "number");
    site.get("/partner", Access::on(Action::ViewPolicyStatus), list)
        .get("/partner/policies/{number}", Access::to(Action::ViewPolicyStatus, "number"), show)
        .get("/partner/policies/{number}/claim", may_report, report::show)
        .upload("/partner/policies/{number}/claim", may_report, "report", report::send)
        .post("/partner/policies/{number}/claim/discard", may_report, report::discard)
}

async fn list(visit: Visit) -> Result<Answer, Failure> {
    let who = visit.visitor().ok_or(Failure::SignIn)?.who.clone();
    let scope = visit.app()?.access.scope(&who, Action::ViewPolicyStatus);
    // These are the pages of partners; everybody else has their own.
    if !matches!(scope, Scope::Partner(_)) {
        return Err(Failure::NotAllowed);
    }
    let after: Option<Id> = visit.query().given("after").and_then(|id| id.parse().ok());
    let (app, now) = (visit.app()?.clone(), visit.now());
    let read = visit.app()?.db.read_async(move |tx| use_cases::seen(&app, tx, now, &scope, after));
    let mut seen = read.await?;
    let has_more = seen.len() > SHOWN;
    seen.truncate(SHOWN);
    visit.look(seen.iter().map(|seen| seen.holder).collect()).await?;
    let more = seen.last().filter(|_| has_more).map(|last| format!("/partner?after={}", last.contract));
    Answer::page(&CustomersPage::new(visit.page(), &seen, more))
}

impl CustomersPage {
    /// The list.
    pub fn new(page: Page, seen: &[Seen], more: Option<String>) -> Self {
        let words = page.words();
        let heads = ["partner-customer", "partner-devices", "partner-cover", "partner-claims"];
        let row = |seen: &Seen| {
            let claims = match seen.claims.first() {
                Some(claim) => Cell::Badge(stage(words, claim.stage)),
                None => Cell::text("–"),
            };
            vec![
                Cell::Link {
                    href: format!("/partner/policies/{}", seen.number),
                    text: name(words, seen),
                    below: seen.number.to_string(),
                },
                Cell::text(seen.devices.join(", ")),
                Cell::Badge(cover(words, seen)),
                claims,
            ]
        };
        let none = Empty::new(words.t("partner-no-customers"), words.t("partner-no-customers-text"));
        let customers = List::new(
            words.t("partner-customers"),
            &heads.map(|key| words.t(key)),
            seen.iter().map(row).collect(),
            none,
        );
        Self { customers, more, page }
    }
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let is_partner = visit.visitor().is_some_and(|visitor| visitor.who.partner.is_some());
    if !is_partner {
        return Err(Failure::NotAllowed);
    }
    let (app, now, contract) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let seen = visit.app()?.db.read_async(move |tx| use_cases::seen_of(&app, tx, now, contract)).await?;
    visit.look(vec![seen.holder]).await?;
    Answer::page(&CustomerPage::new(visit.page(), &seen))
}

impl CustomerPage {
    /// The page.
    pub fn new(page: Page, seen: &Seen) -> Self {
        let words = page.words();
        let here = format!("/partner/policies/{}", seen.number);
        let heads = ["partner-claim-number", "partner-claim-reported", "partner-claim-stage"];
        let row = |claim: &SeenClaim| {
            vec![
                Cell::text(claim.number.to_string()),
                Cell::text(words.moment(&claim.reported_at)),
                Cell::Badge(stage(words, claim.stage)),
            ]
        };
        let claims = List::new(
            words.t("partner-claims"),
            &heads.map(|key| words.t(key)),
            seen.claims.iter().map(row).collect(),
            Empty::new(words.t("partner-claims-none"), ""),
        );
        Self {
            crumb: Crumb { href: "/partner".into(), text: words.t("partner-customers") },
            name: name(words, seen),
            cover: cover(words, seen),
            facts: policy(words, seen),
            claims: claims.shown(),
            report: seen.reports.then(|| format!("{here}/claim")),
            may_not: Notice::new(Tone::Plain, words.t("partner-may-not-report")),
            page,
        }
    }
}

/// All that a partner sees, as the customer reads it before they decide.
pub(crate) fn facts(words: Words, seen: &Seen) -> Vec<(String, String)> {
    let mut facts = vec![(words.t("partner-customer"), name(words, seen))];
    facts.extend(policy(words, seen));
    facts.push((words.t("partner-cover"), cover(words, seen).text));
    let claims = seen.claims.iter().map(|claim| {
        format!("{}, {}: {}", claim.number, words.moment(&claim.reported_at), stage(words, claim.stage).text)
    });
    let claims: Vec<String> = claims.collect();
    let claims = if claims.is_empty() { words.t("partner-claims-none") } else { claims.join("; ") };
    facts.push((words.t("partner-claims"), claims));
    facts
}

fn policy(words: Words, seen: &Seen) -> Vec<(String, String)> {
    let plan = words.maybe(&format!("plan-{}", seen.plan)).unwrap_or_else(|| seen.plan.clone());
    vec![
        (words.t("partner-policy"), seen.number.to_string()),
        (words.t("policy-plan"), plan),
        (words.t("partner-devices"), seen.devices.join(", ")),
    ]
}

fn name(words: Words, seen: &Seen) -> String {
    if seen.name.is_empty() { words.t("person-forgotten") } else { seen.name.clone() }
}

fn cover(words: Words, seen: &Seen) -> Badge {
    if seen.is_covered {
        Badge::new(Tone::Good, words.t("partner-covered"))
    } else {
        Badge::new(Tone::Plain, words.t("partner-not-covered"))
    }
}

fn stage(words: Words, stage: Stage) -> Badge {
    let tone = match stage {
        Stage::Papers => Tone::Warn,
        Stage::Handling => Tone::Info,
        Stage::Settling => Tone::Good,
        Stage::Closed => Tone::Plain,
    };
    Badge::new(tone, words.t(&format!("partner-stage-{}", stage.code())))
}
