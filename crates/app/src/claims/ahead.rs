//! Where a report that was begun stands, and what comes next: one question, the devices, the customer's own words, evidence.

use kernel::{Country, Id, Instant, Language, Roll};
use policy::Contract;
use store::Tx;

use super::{
    Draft, FIRST, Question,
    questions::{self, question},
    report,
    unsent::Unsent,
};
use crate::{App, AppError, apply::DeviceIdentity};

/// What comes next in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A question of the wording, and whether "I don't know" is an answer.
    Ask(Question, bool),
    /// Which devices it is about, where the schedule had several then (AMB-60).
    Devices,
    /// What happened, in the customer's own words.
    Narrative,
    /// Evidence of a kind, by name and text.
    Evidence(String, String),
    /// It can be sent.
    Ready,
}

/// A device of the schedule at the moment of the event. Personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its number in the schedule.
    pub item: u32,
    /// Make and model; empty when they were forgotten.
    pub model: String,
    /// Whether the report is about it.
    pub chosen: bool,
}

/// What theft asks of the customer at once (NL-CLAIM-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theft {
    /// By when: 24 hours on the clock from noticing it (AMB-26).
    pub until: Instant,
    /// Whether that has passed.
    pub is_over: bool,
}

/// Where a report stands.
#[derive(Debug, Clone)]
pub struct Ahead {
    /// What comes next.
    pub step: Step,
    /// The devices of the schedule, where there are several.
    pub devices: Vec<Device>,
    /// What was answered: question and answer.
    pub answered: Vec<(Question, Option<String>)>,
    /// About how many steps are left.
    pub left: usize,
    /// What is wrong with the answers: fact, code, and the sentence of the product where the product says it.
    pub faults: Vec<(String, String, Option<String>)>,
    /// Evidence such a loss needs, by name and text.
    pub evidence: Vec<(String, String)>,
    /// Whether theft may be reported (NL-COV-10, BE-CLAIM-07).
    pub theft_is_covered: bool,
    /// The country whose rules hold.
    pub country: Country,
    /// What theft asks at once, once it is said that it was theft.
    pub theft: Option<Theft>,
}

/// The key under which a change of the devices is asked for, as a fact is by its own.
pub const DEVICES: &str = "devices";

/// What comes next: the questions that the wording still needs, the devices, the customer's own words, the evidence.
/// `change` asks an answered question again, by its [`Question::key`].
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub fn ahead(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    unsent: &Unsent,
    change: Option<&str>,
    language: Language,
) -> Result<Ahead, AppError> {
    let then = as_of(app, tx, now, contract, unsent)?;
    let product = app.products.in_force(tx, &then.application.product.hash)?;
    let is_one_of_several = then.application.devices.len() > 1;
    let items = chosen_of(&then, unsent);
    let facts = unsent.stated(&items);
    let draft = Draft { contract, items: items.clone(), facts, unknown: unsent.unknown() };
    let mut asked = questions::of_draft(app, tx, now, &draft, language)?;
    for question in asked.ask.iter_mut().filter(|_| !is_one_of_several) {
        question.item = None;
    }
    let answered: Vec<(Question, Option<String>)> = unsent
        .answers_about(&items)
        .filter_map(|answer| {
            let spec = product.fact(&answer.fact)?;
            let known = question(&product, spec, answer.item, language);
            Some((offered(known, &asked), answer.text.clone()))
        })
        .collect();
    let is_open = |question: &&Question| {
        let is_same = |known: &Question| {
            known.fact == question.fact && (known.item.is_none() || known.item == question.item)
        };
        !answered.iter().any(|(known, _)| is_same(known))
    };
    let open: Vec<&Question> = asked.ask.iter().filter(is_open).collect();
    let is_begun = FIRST.iter().all(|fact| answered.iter().any(|(known, _)| known.fact == *fact));
    let asks_devices = is_one_of_several && items.is_empty();
    let wanted: Vec<&(String, String)> =
        asked.evidence.iter().filter(|(kind, _)| !unsent.has(kind)).collect();
    let left =
        open.len() + wanted.len() + usize::from(asks_devices) + usize::from(unsent.narrative.is_none()) + 1;
    let ask = |question: Question| {
        let may_skip = !FIRST.contains(&question.fact.as_str());
        Step::Ask(offered(question, &asked), may_skip)
    };
    let again = |key: &str| answered.iter().find(|(known, _)| known.key() == key);
    let step = match change {
        Some("narrative") => Step::Narrative,
        Some(DEVICES) if is_one_of_several && is_begun => Step::Devices,
        Some(key) if again(key).is_some() => again(key).map_or(Step::Ready, |(known, _)| ask(known.clone())),
        _ if asks_devices && is_begun => Step::Devices,
        _ => match (open.first(), wanted.first()) {
            (Some(question), _) => ask((*question).clone()),
            (None, _) if unsent.narrative.is_none() => Step::Narrative,
            (None, Some((kind, text))) => Step::Evidence(kind.clone(), text.clone()),
            (None, None) => Step::Ready,
        },
    };
    let faults = asked.faults.iter().map(|fault| {
        let text = product.check_text(&fault.fact).map(|text| text.get(language).to_owned());
        (fault.fact.clone(), fault.code.clone(), text)
    });
    let theft = is_theft(unsent).then(|| super::report::moment_of(&then, &product, unsent, "discovered_at"));
    let theft = theft.flatten().map(|noticed| {
        let term = product.param_term("theft_report");
        let until = term.from_instant(noticed, then.country(), Roll::Never).end;
        Theft { until, is_over: now >= until }
    });
    Ok(Ahead {
        step,
        devices: if is_one_of_several { devices(app, tx, &then, &items, unsent)? } else { Vec::new() },
        left,
        faults: faults.collect(),
        evidence: asked.evidence.clone(),
        theft_is_covered: asked.theft_is_covered,
        country: then.country(),
        theft,
        answered,
    })
}

/// Numbers of the items that the report is about; none where the schedule had only one, or nothing was said.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract.
pub(super) fn chosen(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    unsent: &Unsent,
) -> Result<Vec<u32>, AppError> {
    Ok(chosen_of(&as_of(app, tx, now, contract, unsent)?, unsent))
}

/// The contract as its schedule was at the moment that was told.
fn as_of(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    unsent: &Unsent,
) -> Result<Contract, AppError> {
    let contract = super::change::contract(tx, contract)?;
    report::as_of_event(app, tx, now, contract, (&[], &unsent.stated(&[])))
}

/// A choice that the schedule of that moment does not know counts for nothing: it is asked for again.
fn chosen_of(then: &Contract, unsent: &Unsent) -> Vec<u32> {
    let devices = &then.application.devices;
    let has = |item: &u32| devices.iter().any(|device| device.item == *item);
    match &unsent.items {
        Some(items) if devices.len() > 1 && items.iter().all(has) => items.clone(),
        _ => Vec::new(),
    }
}

fn devices(
    app: &App,
    tx: &mut Tx<'_>,
    then: &Contract,
    items: &[u32],
    unsent: &Unsent,
) -> Result<Vec<Device>, AppError> {
    let mut devices = Vec::new();
    for device in &then.application.devices {
        let identity: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
        let is_begun_with = items.is_empty() && unsent.begun_with == Some(device.item);
        devices.push(Device {
            item: device.item,
            model: identity.map(|identity| identity.model).unwrap_or_default(),
            chosen: items.contains(&device.item) || is_begun_with,
        });
    }
    Ok(devices)
}

fn is_theft(unsent: &Unsent) -> bool {
    let stolen =
        |answer: &super::unsent::Answer| answer.fact == FIRST[0] && answer.text.as_deref() == Some("stolen");
    unsent.answers.iter().any(stolen)
}

/// Theft is offered only where the schedule covers it (PORTAL-07).
fn offered(mut question: Question, asked: &questions::Questions) -> Question {
    if question.fact == FIRST[0] && !asked.theft_is_covered {
        question.values.retain(|(name, _)| name != "stolen");
    }
    question
}
