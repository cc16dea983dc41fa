//! The pages of repairers and suppliers: their own orders only, with what they need of the customer and nothing more (PRIV-26).

use app::access::Action;
use app::apply::DeviceIdentity;
use app::claims::{self as cases, Delivered, Question, RepairView, Stated};
use app::contracts::Outcome;
use app::{App, AppError};
use askama::Template;
use claims::{JobState, Work};
use kernel::{Actor, Id, Imei, Instant, Money, SerialNumber};
use store::Tx;

use super::{claim, common};
use crate::form::Filled;
use crate::part::{Badge, Cell, Choice, Crumb, Empty, Field, Fields, Kind, List, Summary};
use crate::site::{Access, Site};
use crate::{Answer, Failure, Page, Visit, Words};

/// The list.
#[derive(Debug, Template)]
#[template(path = "repairs/list.html")]
pub struct RepairsPage {
    /// The frame.
    pub page: Page,
    /// The orders.
    pub orders: List,
}

/// One order.
#[derive(Debug, Template)]
#[template(path = "repairs/order.html")]
pub struct RepairPage {
    /// The frame.
    pub page: Page,
    /// Back to the list.
    pub crumb: Crumb,
    /// What is wrong.
    pub summary: Summary,
    /// What is done to what.
    pub title: String,
    /// The number of the claim.
    pub number: String,
    /// Where it stands.
    pub status: Badge,
    /// The customer and the device: name and value.
    pub facts: Vec<(String, String)>,
    /// What may be asked, or what it waits for.
    pub approved: String,
    /// What was found, as choices and fields; empty where nothing is to be stated.
    pub choices: Vec<Choice>,
    /// See above.
    pub fields: Vec<Field>,
    /// `invoice`, and the numbers of the device: shown when it can be finished.
    pub finish: Vec<Field>,
    /// Whether the customer can sign for it at hand-over.
    pub hand_over: bool,
    /// Where the forms go; none when the reader may only look.
    pub action: Option<String>,
    /// The ID of what is done.
    pub command: String,
}

pub(super) fn routes(site: Site) -> Site {
    site.get("/repairs", Access::on(Action::ViewRepairOrder), list)
        .get("/repairs/{order}", Access::to(Action::ViewRepairOrder, "order"), show)
        .post("/repairs/{order}", Access::to(Action::ReportRepair, "order"), send)
}

async fn list(visit: Visit) -> Result<Answer, Failure> {
    let who = visit.visitor().ok_or(Failure::SignIn)?.who.clone();
    let granted = visit.app()?.access.list(&who, Action::ViewRepairOrder);
    let scope = granted.map_err(|_| Failure::NotAllowed)?.scope;
    let lines = common::read(&visit, move |tx: &mut Tx<'_>| cases::repairs(tx, &scope)).await?;
    let page = visit.page();
    let words = page.words();
    let heads = ["repair-order", "repair-work", "desk-work-ordered", "policy-status"].map(|key| words.t(key));
    let row = |line: &cases::RepairLine| {
        vec![
            Cell::link(format!("/repairs/{}", line.id), line.number.to_string()),
            Cell::text(words.t(&format!("remedy-{}", line.work.code()))),
            Cell::text(words.moment(&line.ordered_at)),
            Cell::Badge(claim::job_state(words, line.state)),
        ]
    };
    let none = Empty::new(words.t("repair-none"), words.t("repair-none-text"));
    let rows = lines.iter().map(row).collect();
    Answer::page(&RepairsPage { orders: List::new(words.t("repair-title"), &heads, rows, none), page })
}

async fn show(visit: Visit) -> Result<Answer, Failure> {
    let order = read(&visit).await?;
    visit.look(vec![order.holder]).await?;
    Answer::page(&view(&visit, &order, &Filled::default()))
}

async fn read(visit: &Visit) -> Result<RepairView, Failure> {
    let (app, order, language) = (visit.app()?.clone(), visit.thing()?, visit.words().language);
    let found = common::read(visit, move |tx: &mut Tx<'_>| cases::repair(&app, tx, order, language)).await?;
    found.ok_or(Failure::NotFound)
}

/// What is reported, with all it needs.
#[derive(Clone)]
enum Act {
    Found(Vec<Stated>),
    Done(Delivered),
    HandedOver,
}

async fn send(visit: Visit) -> Result<Answer, Failure> {
    let order = read(&visit).await?;
    let mut filled = visit.sent().clone();
    let act = match filled.get("do") {
        "found" => found(visit.words(), &mut filled, &order.questions),
        "done" => done(visit.words(), &mut filled, order.work),
        "handed-over" => Some(Act::HandedOver),
        _ => return Err(Failure::Malformed),
    };
    let Some(act) = act.filter(|_| filled.is_good()) else {
        return Answer::again(&view(&visit, &order, &filled));
    };
    let (app, now, actor, command) =
        (visit.app()?.clone(), visit.now(), visit.actor()?, visit.command("repair")?);
    let (claim, job) = (order.claim, order.id);
    let done =
        common::write(&visit, move |tx| carry_out(&app, tx, now, (&command, &actor), (claim, job), &act));
    match done.await? {
        Ok(outcome) => {
            let said = if outcome == Outcome::Done { "done-saved" } else { "done-already" };
            Ok(Answer::onward(format!("/repairs/{job}")).say(said))
        }
        Err(refused) => {
            claim::say(&visit, &mut filled, &refused);
            Answer::again(&view(&visit, &order, &filled))
        }
    }
}

fn carry_out(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    by: (&str, &Actor),
    (claim, job): (Id, Id),
    act: &Act,
) -> Result<Outcome, AppError> {
    match act {
        Act::Found(facts) => cases::state_facts(app, tx, now, by, claim, facts),
        Act::Done(delivered) => cases::deliver_job(app, tx, now, by, (claim, job), delivered),
        Act::HandedOver => cases::hand_over_job(app, tx, now, by, (claim, job)),
    }
}

fn found(words: Words, filled: &mut Filled, questions: &[Question]) -> Option<Act> {
    let answered = questions.iter().filter_map(|question| {
        let text = claim::answer(question, filled)?;
        Some(Stated { item: question.item, fact: question.fact.clone(), text })
    });
    let facts: Vec<Stated> = answered.collect();
    if facts.is_empty() {
        filled.wrong("", words.t("form-choose"));
    }
    (!facts.is_empty()).then_some(Act::Found(facts))
}

fn done(words: Words, filled: &mut Filled, work: Work) -> Option<Act> {
    let invoice: Option<Money> = filled.get("invoice").trim().replace(',', ".").parse().ok();
    if invoice.is_none() {
        filled.wrong("invoice", words.t("form-money-wrong"));
    }
    let given = |filled: &Filled, name: &str| filled.given(name).map(str::to_owned);
    let imei = given(filled, "imei").map(|text| Imei::parse(&text));
    if let Some(Err(error)) = &imei {
        filled.wrong("imei", words.wrong(error.code()));
    }
    let serial = given(filled, "serial").map(|text| SerialNumber::parse(&text));
    if let Some(Err(error)) = &serial {
        filled.wrong("serial", words.wrong(error.code()));
    }
    let model = given(filled, "model");
    let numbered = imei.is_some() || serial.is_some();
    if model.is_none() && (numbered || work == Work::Replacement) {
        filled.wrong("model", words.t("form-required"));
    }
    if work == Work::Replacement && !numbered {
        filled.wrong("imei", words.t("apply-one-number"));
    }
    let device = model.filter(|_| numbered).map(|model| DeviceIdentity {
        model,
        imei: imei.and_then(Result::ok),
        serial: serial.and_then(Result::ok),
    });
    Some(Act::Done(Delivered { invoice: invoice?, device }))
}

fn view(visit: &Visit, order: &RepairView, filled: &Filled) -> RepairPage {
    let page = visit.page();
    let words = page.words();
    let on = app::access::Resource::any();
    let on = match visit.visitor().and_then(|visitor| visitor.who.repairer) {
        Some(repairer) => on.ordered_from(repairer),
        None => on,
    };
    let may = common::may(visit, Action::ReportRepair, &on);
    let f = Fields { words, area: "repair", filled };
    let (choices, fields) = claim::asked(words, &order.questions, filled);
    let can_finish = order.state == JobState::Ordered && order.most.is_some();
    let mut finish = Vec::new();
    if can_finish {
        let optional = |field: Field| if order.work == Work::Repair { field.optional(words) } else { field };
        finish.push(f.field("invoice", Kind::Money));
        let new = order.work == Work::Replacement;
        let hinted = |field: Field, key: &str| match new {
            true => Field { hint: Some(words.t(key)), ..field },
            false => field,
        };
        finish.push(optional(hinted(f.text("model"), "repair-new-hint")));
        finish.push(f.field("imei", Kind::Digits).optional(words));
        finish.push(hinted(f.text("serial"), "repair-new-number-hint").optional(words));
    }
    RepairPage {
        crumb: Crumb { href: "/repairs".into(), text: words.t("repair-title") },
        summary: Summary::new(words, filled.faults()),
        title: words.with("repair-order-title", "what", words.t(&format!("remedy-{}", order.work.code()))),
        number: order.number.to_string(),
        status: claim::job_state(words, order.state),
        facts: facts(words, order),
        approved: match (order.state, order.most) {
            (JobState::Ordered, Some(most)) => words.with("repair-approved", "amount", words.money(&most)),
            (JobState::Ordered, None) => words.t("repair-not-approved"),
            _ => handed_over(words, order),
        },
        choices: if may { choices } else { Vec::new() },
        fields: if may { fields } else { Vec::new() },
        finish: if may { finish } else { Vec::new() },
        hand_over: may && order.state == JobState::Delivered && order.handed_over.is_none(),
        action: may.then(|| format!("/repairs/{}", order.id)),
        command: visit.draw(),
        page,
    }
}

/// What became of the hand-over: it waits for the customer's word, or the customer did not get it.
fn handed_over(words: Words, order: &RepairView) -> String {
    match order.handed_over {
        Some(handed_over) => words.with("repair-handed-over", "at", words.until(&handed_over.until)),
        None if order.is_denied => words.t("repair-denied"),
        None => String::new(),
    }
}

fn facts(words: Words, order: &RepairView) -> Vec<(String, String)> {
    let mut facts = vec![(words.t("desk-work-ordered"), words.moment(&order.ordered_at))];
    match &order.customer {
        Some((name, address, phone)) => {
            facts.push((words.t("work-name"), name.clone()));
            let line = format!("{}, {} {}", address.street, address.postcode, address.town);
            facts.push((words.t("work-address"), line));
            facts.extend(phone.iter().map(|phone| (words.t("work-phone"), phone.clone())));
        }
        None => facts.push((words.t("work-name"), words.t("person-forgotten"))),
    }
    if let Some(device) = &order.device {
        facts.push((words.t("repair-device"), device.model.clone()));
        facts.extend(device.imei.iter().map(|imei| ("IMEI".to_owned(), imei.to_string())));
        facts.extend(device.serial.iter().map(|serial| (words.t("repair-serial"), serial.to_string())));
    }
    facts.extend(order.invoice.map(|invoice| (words.t("repair-invoice"), words.money(&invoice))));
    facts
}
