//! One policy: cover, schedule, premium (PORTAL-04, PORTAL-18).

use app::AppError;
use app::delivery::{self, LetterLine};
use app::requests;
use app::views::portal::{self as view, PolicyView, PremiumLine, PremiumState};
use askama::Template;
use kernel::{Date, Frequency, Id, Money};

use super::change::{RequestCard, cards};
use super::cover::{badge, timeline};
use super::overview::{Coming, ToDo, awaited_of, coming_of, refund_of};
use crate::part::{Badge, Cell, Crumb, Empty, List, Timeline, Tone};
use crate::{Answer, Failure, Page, Visit, Words};

/// The kind of letter that is the policy schedule.
const SCHEDULE: &str = "policy-issued";

/// One premium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PremiumRow {
    /// When it is or was due.
    pub due: Date,
    /// How much, tax included.
    pub amount: Money,
    /// Whether it is paid.
    pub status: Badge,
}

/// A cancellation that waits to work, and can be taken back until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// Where the form goes.
    pub action: String,
    /// The ID of the order.
    pub command: String,
    /// The way in which the policy would end.
    pub way: String,
    /// What was cancelled, and until when that can be undone.
    pub text: String,
}

/// What the page of a policy shows.
#[derive(Debug, Template)]
#[template(path = "portal/policy.html")]
pub struct PolicyPage {
    /// The frame.
    pub page: Page,
    /// Back to the overview.
    pub crumb: Crumb,
    /// The device.
    pub device: String,
    /// Whether there is cover now.
    pub cover: Badge,
    /// Plan, number, excess and so on: name and value.
    pub facts: Vec<(String, String)>,
    /// The cover timeline.
    pub timeline: Timeline,
    /// Where the policy schedule is; `None` before acceptance.
    pub schedule: Option<String>,
    /// Other documents: address and name.
    pub documents: Vec<(String, String)>,
    /// Where to report a claim; `None` when nothing can be reported.
    pub report: Option<String>,
    /// The premiums.
    pub premiums: List,
    /// Where the money of this policy is: what to pay and how, what comes, what was (PORTAL-18).
    pub money: String,
    /// What the desk awaits of the applicant.
    pub awaited: Option<ToDo>,
    /// A change of premium or conditions that is to come.
    pub insurers_change: Option<Coming>,
    /// The cancellation that can be taken back.
    pub stay: Option<Stay>,
    /// What the policyholder asked for, and where it stands.
    pub requests: Vec<RequestCard>,
    /// Changes that do not count yet: what and from when, and the premium then.
    pub coming: Vec<(String, String)>,
    /// Where to change something; `None` when it no longer runs.
    pub change: Option<String>,
    /// Where to withdraw while the cooling-off period runs (LAW-COOL-05).
    pub withdraw: Option<String>,
    /// Where the view of the partner is opened and closed, and the partner's name; `None` without a partner (PORTAL-13).
    pub partner: Option<(String, String)>,
    /// Where to cancel; `None` when there is nothing to cancel.
    pub cancel: Option<String>,
}

impl PolicyPage {
    /// The table of premiums.
    pub fn premiums(page: &Page, rows: Vec<PremiumRow>) -> List {
        let heads = ["policy-due", "policy-amount", "policy-status"].map(|key| page.t(key));
        let rows = rows.into_iter().map(|row| {
            vec![
                Cell::text(page.day(&row.due)),
                Cell::Figure(page.money(&row.amount)),
                Cell::Badge(row.status),
            ]
        });
        let none = Empty::new(page.t("policy-no-premium"), "");
        List::new(page.t("policy-premiums"), &heads, rows.collect(), none)
    }
}

pub(super) async fn show(visit: Visit) -> Result<Answer, Failure> {
    let app = visit.app()?.clone();
    let (now, contract) = (visit.now(), visit.thing()?);
    let read = visit.app()?.db.read_async(move |tx| {
        let policy = view::policy_of(&app, tx, now, contract)?;
        let partner = app::partner::standing(&app, tx, contract)?;
        Ok::<_, AppError>((policy, requests::of_contract(&app, tx, contract)?, partner))
    });
    let (policy, requests, partner) = read.await?;
    let page = visit.page();
    let words = page.words();
    let here = format!("/my/policies/{}", policy.line.number);
    let is_schedule = |letter: &&LetterLine| letter.kind == SCHEDULE;
    let letters = policy.letters.iter().filter(|letter| letter.has_pdf).map(|letter| {
        let name = words.t(&format!("letter-{}", letter.kind));
        let date = kernel::local_date(letter.made, words.country);
        (format!("{here}/letters/{}", letter.id), words.with2("policy-letter", "name", name, "date", date))
    });
    Answer::page(&PolicyPage {
        crumb: Crumb { href: "/my".into(), text: words.t("nav-overview") },
        device: policy.line.model.clone(),
        cover: badge(words, policy.line.phase, policy.line.cover),
        facts: facts(words, &policy),
        timeline: timeline(words, &policy.timeline, now),
        schedule: policy.letters.iter().find(is_schedule).map(|_| format!("{here}/schedule")),
        documents: letters.collect(),
        report: policy.line.may_report.then(|| format!("/my/claims/new/{}", policy.line.number)),
        premiums: PolicyPage::premiums(
            &page,
            policy.premiums.iter().map(|row| premium(words, row)).collect(),
        ),
        money: format!("{here}/premium"),
        awaited: awaited_of(words, &policy.line).or_else(|| refund_of(words, &policy.line)),
        insurers_change: coming_of(words, &policy.line),
        stay: policy.waiting.map(|ending| Stay {
            action: format!("{here}/stay"),
            command: visit.draw(),
            way: ending.way.code().to_owned(),
            text: words.with("cancel-stay-text", "at", words.until(&ending.ends)),
        }),
        requests: cards(&visit, &here, requests),
        coming: coming(words, &policy),
        change: policy.may_change.then(|| format!("{here}/change")),
        withdraw: policy.line.may_withdraw.then(|| withdrawal(&here)),
        partner: partner.map(|standing| (format!("{here}/partner"), standing.partner)),
        cancel: policy.may_cancel.then(|| format!("{here}/cancel")),
        page,
    })
}

/// The newest policy schedule as PDF (PORTAL-04).
pub(super) async fn schedule(visit: Visit) -> Result<Answer, Failure> {
    let contract = visit.thing()?;
    let letters = visit.app()?.db.read_async(move |tx| delivery::letters_about(tx, contract)).await?;
    let newest = letters.into_iter().find(|letter| letter.kind == SCHEDULE).ok_or(Failure::NotFound)?;
    pdf(&visit, contract, newest.id).await
}

/// A letter about this policy as PDF.
pub(super) async fn letter(visit: Visit) -> Result<Answer, Failure> {
    let letter = visit.parameter("letter").parse().map_err(|_| Failure::NotFound)?;
    pdf(&visit, visit.thing()?, letter).await
}

async fn pdf(visit: &Visit, about: Id, letter: Id) -> Result<Answer, Failure> {
    let (app, now) = (visit.app()?.clone(), visit.now());
    let made = tokio::task::spawn_blocking(move || delivery::letter_pdf(&app, now, about, letter));
    match made.await.map_err(|error| Failure::fault("a letter gave up", error))? {
        Ok((name, bytes)) => Ok(Answer::download("application/pdf", name, bytes)),
        Err(AppError::Missing { .. }) => Err(Failure::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// Where one withdraws from the contract of a policy.
pub(super) fn withdrawal(policy: &str) -> String {
    format!("{policy}/cancel?way=cooling-off")
}

fn facts(words: Words, policy: &PolicyView) -> Vec<(String, String)> {
    let mut facts = vec![
        (words.t("policy-plan"), words.t(&format!("plan-{}", policy.line.plan))),
        (words.t("policy-number"), policy.line.number.to_string()),
    ];
    for named in &policy.insured {
        facts.push((words.t("policy-insured"), named.name.clone()));
    }
    for device in &policy.devices {
        if policy.devices.len() > 1 {
            facts.push((words.t("policy-device"), device.model.clone()));
        }
        let numbers = [("apply-imei", &device.imei), ("apply-serial", &device.serial)];
        let numbers = numbers.into_iter().filter_map(|(key, number)| Some((words.t(key), number.clone()?)));
        facts.extend(numbers);
        facts.push((words.t("apply-bought"), words.date(&device.bought)));
        facts.push((words.t("apply-price"), words.money(&device.purchase_value)));
        facts.push((words.t("policy-excess"), words.money(&device.excess)));
    }
    let every = match policy.frequency {
        Frequency::Monthly => "policy-premium-monthly",
        Frequency::Yearly => "policy-premium-yearly",
        Frequency::OneOff => "policy-premium-once",
    };
    facts.push((words.t(every), words.money(&policy.premium)));
    if let Some(mandate) = &policy.mandate {
        let stopped = if mandate.is_stopped { words.t("policy-mandate-stopped") } else { String::new() };
        facts.push((
            words.t("policy-account"),
            format!("{} {stopped}", mandate.account).trim_end().to_owned(),
        ));
        facts.push((words.t("policy-mandate"), mandate.reference.clone()));
    }
    if let Some(ending) = policy.ends.filter(|_| !policy.may_cancel) {
        facts.push((words.t("policy-ends"), words.until(&ending.ends)));
    }
    facts
}

/// What is decided and to come, in words.
fn coming(words: Words, policy: &PolicyView) -> Vec<(String, String)> {
    let one = |change: &view::Coming| {
        let mut what = words.t(&format!("change-kind-{}", change.change));
        let device = change.item.and_then(|item| policy.devices.iter().find(|device| device.item == item));
        let plan = change.plan.as_ref().map(|plan| words.t(&format!("plan-{plan}")));
        if let Some(more) = plan.or(device.map(|device| device.model.clone())) {
            what = format!("{what}: {more}");
        }
        let premium =
            change.premium.map(|amount| words.with("coming-premium", "amount", words.money(&amount)));
        (
            words.with2("coming-line", "what", what, "at", words.moment(&change.from)),
            premium.unwrap_or_default(),
        )
    };
    policy.coming.iter().map(one).collect()
}

fn premium(words: Words, line: &PremiumLine) -> PremiumRow {
    let (tone, text) = match line.state {
        PremiumState::ToCome => (Tone::Plain, words.t("premium-to-come")),
        PremiumState::Collecting { on } => {
            (Tone::Info, words.with("premium-collecting", "date", words.day(&on)))
        }
        PremiumState::Open => (Tone::Warn, words.t("premium-open")),
        PremiumState::Paid => (Tone::Good, words.t("premium-paid")),
        PremiumState::TakenBack => (Tone::Plain, words.t("premium-taken-back")),
    };
    PremiumRow { due: line.due, amount: line.amount, status: Badge::new(tone, text) }
}
