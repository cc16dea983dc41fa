//! Repair and replacement at the desk: from whom it is ordered, where it stands, acceptance by mail or telephone, the old
//! device, the own share.

use app::access::Action;
use app::claims::{self as cases, InKind, JobView};
use app::contracts::Outcome;
use app::{App, AppError};
use askama::Template;
use claims::{AcceptedBy, JobState, Work};
use kernel::{Actor, Id, Instant};
use store::Tx;

use crate::desk::common;
use crate::form::Filled;
use crate::part::{Badge, Crumb, Field, Fields, Kind, Summary, Tone};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// An order at the desk.
#[derive(Debug)]
pub struct JobRow {
    /// Its key.
    pub id: String,
    /// What is done to what.
    pub title: String,
    /// Where it stands.
    pub status: Badge,
    /// Facts: name and value.
    pub facts: Vec<(String, String)>,
    /// The repairer's page of it: quote and invoice.
    pub page: String,
    /// What can be done: value and words.
    pub acts: Vec<(&'static str, String)>,
}

/// Something that can be ordered.
#[derive(Debug)]
pub struct OrderForm {
    /// The item in the schedule.
    pub item: u32,
    /// `repair` or `replacement`.
    pub work: &'static str,
    /// What it does, in words.
    pub title: String,
    /// Nothing is approved yet: the repairer looks at the device first.
    pub looks_first: bool,
    /// From whom: code and name.
    pub from: Vec<(String, String)>,
}

/// What the page shows.
#[derive(Debug, Template)]
#[template(path = "desk/claim-work.html")]
pub struct ClaimWorkPage {
    /// The frame.
    pub page: Page,
    /// Back to the claim.
    pub crumb: Crumb,
    /// What is wrong.
    pub summary: Summary,
    /// The orders.
    pub jobs: Vec<JobRow>,
    /// What can be ordered; empty when the reader may only look.
    pub orders: Vec<OrderForm>,
    /// What is open of the own share: the amount in words, and the reason for which it is waived.
    pub share: Option<(String, Option<Field>)>,
    /// Where the forms go.
    pub action: String,
    /// The ID of what is done.
    pub command: String,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/desk/claims/{number}/work", Access::to(Action::ViewClaim, "number"), show).post(
        "/desk/claims/{number}/work",
        Access::to(Action::OrderRepair, "number"),
        send,
    )
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    Answer::page(&view(&visit, &Filled::default()).await?)
}

/// What is done, with all it needs.
#[derive(Clone)]
enum Act {
    Order(u32, Work, String),
    Accept(Id),
    Stop(Id),
    Pay(Id),
    OldDeviceCame(Id),
    Waive(String),
}

fn read(filled: &Filled) -> Option<Act> {
    let job = || filled.get("job").parse().ok();
    Some(match filled.get("do") {
        "order" => {
            let (item, work) = (filled.get("item").parse().ok()?, filled.get("work").parse().ok()?);
            Act::Order(item, work, filled.get("from").to_owned())
        }
        "accept" => Act::Accept(job()?),
        "stop" => Act::Stop(job()?),
        "pay" => Act::Pay(job()?),
        "old-device" => Act::OldDeviceCame(job()?),
        "waive" => Act::Waive(filled.get("reason").to_owned()),
        _ => return None,
    })
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let mut filled = visit.sent().clone();
    let act = read(&filled).ok_or(Failure::Malformed)?;
    let (app, now, claim, actor) = (visit.app()?.clone(), visit.now(), visit.thing()?, visit.actor()?);
    let command = visit.command("claim-work")?;
    let done =
        common::write(&visit, move |tx| carry_out(&app, tx, now, (&command, &actor), claim, &act)).await?;
    match done {
        Ok(outcome) => {
            let said = if outcome == Outcome::Done { "done-saved" } else { "done-already" };
            Ok(Answer::onward(format!("/desk/claims/{}/work", visit.parameter("number"))).say(said))
        }
        Err(refused) => {
            let field = if refused.code == "claim-no-reason" { "reason" } else { "" };
            filled.wrong(field, visit.words().refusal(&refused));
            Answer::again(&view(&visit, &filled).await?)
        }
    }
}

fn carry_out(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    by: (&str, &Actor),
    claim: Id,
    act: &Act,
) -> Result<Outcome, AppError> {
    match act {
        Act::Order(item, work, from) => cases::order_job(app, tx, now, by, claim, (*item, *work, from)),
        Act::Accept(job) => cases::accept_job(app, tx, now, by, (claim, *job), AcceptedBy::Desk),
        Act::Stop(job) => cases::stop_job(app, tx, now, by, (claim, *job)),
        Act::Pay(job) => cases::pay_job(app, tx, now, by.0, (claim, *job)),
        Act::OldDeviceCame(job) => cases::old_device_came(app, tx, now, by, (claim, *job)),
        Act::Waive(reason) => cases::waive_own_share(app, tx, now, by, claim, reason),
    }
}

async fn view(visit: &Visit, filled: &Filled) -> Result<ClaimWorkPage, Failure> {
    let (app, now, claim) = (visit.app()?.clone(), visit.now(), visit.thing()?);
    let work: InKind =
        common::read(visit, move |tx: &mut Tx<'_>| cases::in_kind(&app, tx, now, claim)).await?;
    let on = app::access::Resource::of(work.holder).in_file(work.contract);
    let may = common::may(visit, Action::OrderRepair, &on);
    let page = visit.page();
    let words = page.words();
    let here = format!("/desk/claims/{}", work.number);
    let form = |order: &cases::Orderable| OrderForm {
        item: order.item,
        work: order.work.code(),
        title: words.with(&format!("desk-work-order-{}", order.work.code()), "device", order.model.clone()),
        looks_first: order.looks_first,
        from: order.from.clone(),
    };
    let reason = Fields { words, area: "work", filled }.field("waive_reason", Kind::Long);
    let reason = Field { name: "reason".into(), value: filled.get("reason").to_owned(), ..reason };
    Ok(ClaimWorkPage {
        crumb: Crumb { href: here.clone(), text: work.number.to_string() },
        summary: Summary::new(words, filled.faults()),
        jobs: work.jobs.iter().map(|job| row(words, job, may)).collect(),
        orders: if may { work.orderable.iter().map(form).collect() } else { Vec::new() },
        share: work.share.map(|share| {
            (words.with("desk-work-share", "amount", words.money(&share.amount)), may.then_some(reason))
        }),
        action: format!("{here}/work"),
        command: visit.draw(),
        page,
    })
}

/// The word for where an order stands.
pub(in crate::desk) fn state(words: Words, state: JobState) -> Badge {
    let tone = match state {
        JobState::Ordered => Tone::Info,
        JobState::Delivered => Tone::Warn,
        JobState::Accepted => Tone::Good,
        JobState::Stopped => Tone::Plain,
    };
    Badge::new(tone, words.t(&format!("job-state-{}", state.code())))
}

fn row(words: Words, job: &JobView, may: bool) -> JobRow {
    let mut facts = vec![(words.t("desk-work-ordered"), words.moment(&job.ordered_at))];
    if let Some((name, address, phone)) = &job.supplier {
        facts.push((words.t("work-name"), name.clone()));
        facts.push((words.t("work-address"), address.join(", ")));
        facts.push((words.t("work-phone"), phone.clone()));
    }
    facts.extend(job.invoice.map(|invoice| (words.t("repair-invoice"), words.money(&invoice))));
    facts.extend(job.handed_over.map(|handed_over| {
        let until = words.with("desk-work-handed-until", "at", words.until(&handed_over.until));
        (words.t("desk-work-handed"), format!("{} ({until})", words.moment(&handed_over.at)))
    }));
    if job.is_denied {
        facts.push((words.t("desk-work-handed"), words.t("desk-work-denied")));
    }
    facts.extend(job.accepted_at.map(|at| (words.t("desk-work-accepted"), words.moment(&at))));
    facts.extend(job.old_device_by.map(|by| (words.t("desk-work-old"), words.moment(&by))));
    let mut acts: Vec<&'static str> = Vec::new();
    match job.state {
        JobState::Ordered => acts.push("stop"),
        JobState::Delivered => acts.push("accept"),
        JobState::Accepted | JobState::Stopped => {}
    }
    if job.is_unpaid {
        acts.push("pay");
    }
    if job.old_device_by.is_some() {
        acts.push("old-device");
    }
    let acts = acts.into_iter().filter(|_| may).map(|act| (act, words.t(&format!("desk-work-{act}"))));
    JobRow {
        id: job.id.to_string(),
        title: format!("{}: {}", job.model, words.t(&format!("remedy-{}", job.work.code()))),
        status: state(words, job.state),
        facts,
        page: format!("/repairs/{}", job.id),
        acts: acts.collect(),
    }
}
