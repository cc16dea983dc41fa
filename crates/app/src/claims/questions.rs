//! What the wording still needs to know, as questions in the reader's language: before there is a claim and after.

use std::collections::BTreeSet;

use ::claims::{Claim, Known, StatedFact, StatedValue};
use kernel::{Id, Instant, Language};
use policy::Contract;
use store::Tx;
use terms::{Answerer, Case, CaseItem, Decision, FactSpec, Facts, Kind, Product, Schedule, Scope, Value};

use super::{FieldFault, Stated, change, field_fault, report};
use crate::{App, AppError, streams};

/// Asked first, whatever the wording: a report is not complete without them (NL-CLAIM-01).
pub const FIRST: [&str; 3] = ["what_happened", "damage_arose_at", "discovered_at"];

/// What was answered so far, of a claim that is not reported yet. Personal.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The contract.
    pub contract: Id,
    /// Numbers of the items in the schedule; none: all.
    pub items: Vec<u32>,
    /// The answers.
    pub facts: Vec<Stated>,
    /// Facts the customer does not know, of an item or of all: not asked again.
    pub unknown: Vec<(Option<u32>, String)>,
}

/// A question, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The fact it settles.
    pub fact: String,
    /// The item it is about; none: the event.
    pub item: Option<u32>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Names and texts of the values to choose from.
    pub values: Vec<(String, String)>,
    /// The question.
    pub question: String,
    /// Help under it.
    pub help: Option<String>,
    /// Names and texts of evidence that would settle it.
    pub evidence: Vec<(String, String)>,
    /// Who can answer it.
    pub who: Vec<Answerer>,
    /// Only a person with that right states it: a judgement, never asked of a customer.
    pub is_finding: bool,
}

impl Question {
    /// Tells a question from all others: its fact, and the item where it is about one of several.
    #[must_use]
    pub fn key(&self) -> String {
        match self.item {
            Some(item) => format!("{}@{item}", self.fact),
            None => self.fact.clone(),
        }
    }
}

/// What is still to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questions {
    /// The questions, the cheapest to answer first.
    pub ask: Vec<Question>,
    /// What is wrong with the answers so far.
    pub faults: Vec<FieldFault>,
    /// Names and texts of the evidence such a loss needs (NL-CLAIM-04).
    pub evidence: Vec<(String, String)>,
    /// Whether theft may be reported under this contract (NL-COV-10, PORTAL-07).
    pub theft_is_covered: bool,
}

/// What a customer is still to be asked before reporting.
///
/// # Errors
/// [`AppError::Refused`] `claim-items`; [`AppError::Missing`] when there is no such contract.
pub fn of_draft(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    draft: &Draft,
    language: Language,
) -> Result<Questions, AppError> {
    let contract = change::contract(tx, draft.contract)?;
    let contract = report::as_of_event(app, tx, now, contract, (&draft.items, &draft.facts))?;
    let product = app.products.in_force(tx, &contract.application.product.hash)?;
    let items = report::items(&contract, &draft.items)?;
    let numbers: Vec<u32> = items.iter().map(|item| item.item).collect();
    let (mut facts, mut faults) = change::read_facts(&product, contract.country(), &numbers, &draft.facts);
    facts.extend(report::proof_facts(&contract, &product, &items).unwrap_or_default());
    let theft_is_covered = contract.application.flags.get("theft_covered").copied().unwrap_or(false);
    let mut questions =
        Questions { ask: Vec::new(), faults: Vec::new(), evidence: Vec::new(), theft_is_covered };
    let is_stated = |name: &str| facts.iter().any(|fact| fact.fact == name);
    let first: Vec<&str> = FIRST.into_iter().filter(|name| !is_stated(name)).collect();
    let moment = |name: &str| match facts.iter().find(|fact| fact.fact == name).map(|fact| &fact.value) {
        Some(StatedValue::Plain(Value::Instant(at))) => *at,
        _ => now,
    };
    let moments = change::Moments {
        happened: moment("damage_arose_at"),
        discovered: moment("discovered_at"),
        reported: now,
    };
    let known = change::known_of(tx, &product, draft.contract, moments, now)?;
    let case = case_of(&product, &contract, &items, &facts, &known, now);
    match terms::decide(&product, &case) {
        Ok(decision) => {
            questions.evidence = evidence(&product, &decision, language);
            questions.ask = first
                .iter()
                .filter_map(|name| product.fact(name))
                .map(|spec| question(&product, spec, None, language))
                .collect();
            if first.is_empty() {
                questions.ask = missing(&product, &decision, language, FactSpec::asked_of_customer);
            }
        }
        Err(wrong) => faults.extend(wrong.iter().map(field_fault)),
    }
    let is_unknown = |question: &Question| {
        let is_it = |(item, fact): &(Option<u32>, String)| {
            *fact == question.fact && (item.is_none() || *item == question.item)
        };
        draft.unknown.iter().any(is_it)
    };
    questions.ask.retain(|question| !is_unknown(question));
    questions.faults = faults;
    Ok(questions)
}

/// What is still to be asked about a claim: of the customer, or with `of_desk` of the desk too.
///
/// # Errors
/// [`AppError::Missing`] when there is no such claim.
pub fn of_claim(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    claim: Id,
    language: Language,
    of_desk: bool,
) -> Result<Questions, AppError> {
    let claim = streams::look::<Claim>(tx, &[claim])?
        .remove(&claim)
        .and_then(|loaded| loaded.state)
        .ok_or_else(|| AppError::missing("claim", claim))?;
    let product = app.products.in_force(tx, &claim.report.wording.content_hash)?;
    let theft_is_covered = claim.report.flags.get("theft_covered").copied().unwrap_or(false);
    let mut questions =
        Questions { ask: Vec::new(), faults: Vec::new(), evidence: Vec::new(), theft_is_covered };
    if claim.closed.is_some() {
        return Ok(questions);
    }
    let known = change::known(tx, &product, &claim, now)?;
    let opened = change::open_facts(app, tx, &claim)?;
    match terms::decide(&product, &claim.case(&product, &known, &opened, now)) {
        Ok(decision) => {
            questions.evidence = evidence(&product, &decision, language);
            questions.ask =
                missing(&product, &decision, language, |spec| of_desk || spec.asked_of_customer());
        }
        Err(wrong) => questions.faults = wrong.iter().map(field_fault).collect(),
    }
    Ok(questions)
}

fn case_of(
    product: &Product,
    contract: &Contract,
    items: &[::claims::ReportedItem],
    facts: &[StatedFact],
    known: &Known,
    now: Instant,
) -> Case {
    let of = |item: Option<u32>| -> Facts {
        let plain = facts.iter().filter(|fact| fact.item == item).filter_map(|fact| match &fact.value {
            StatedValue::Plain(value) => Some((fact.fact.as_str(), value.clone())),
            StatedValue::Sealed(_) => None,
        });
        plain.collect()
    };
    let event = known.state(product, of(None), now, false);
    let item = |item: &::claims::ReportedItem| CaseItem {
        item: item.item,
        device: item.device,
        purchase_value: item.purchase_value,
        excess: item.excess,
        purchased_on: item.purchased_on,
        manufacturer_warranty_ends_on: item.manufacturer_warranty_ends_on,
        facts: of(Some(item.item)),
    };
    let application = &contract.application;
    Case {
        schedule: Schedule {
            plan: application.plan.clone(),
            flags: application.flags.clone(),
            frequency: Some(application.frequency),
            started_on: Some(contract.start()),
        },
        event,
        items: items.iter().map(item).collect(),
    }
}

/// Questions for the missing facts that `asks` picks: by what asking costs, then as the product lists them, then by item.
fn missing(
    product: &Product,
    decision: &Decision,
    language: Language,
    asks: impl Fn(&FactSpec) -> bool,
) -> Vec<Question> {
    let mut wanted: BTreeSet<(u16, usize, Option<u32>)> = BTreeSet::new();
    for item in &decision.items {
        for missing in &item.missing {
            let Some(place) = product.facts().iter().position(|spec| spec.name == missing.fact) else {
                continue;
            };
            let spec = &product.facts()[place];
            let about = (spec.scope == Scope::Item).then_some(item.item);
            if asks(spec) {
                wanted.insert((spec.cost, place, about));
            }
        }
    }
    wanted
        .into_iter()
        .map(|(_, place, item)| question(product, &product.facts()[place], item, language))
        .collect()
}

/// A fact as a question.
pub(crate) fn question(
    product: &Product,
    spec: &FactSpec,
    item: Option<u32>,
    language: Language,
) -> Question {
    Question {
        fact: spec.name.clone(),
        item,
        kind: spec.kind,
        values: spec.values.iter().map(|v| (v.name.clone(), v.text.get(language).to_owned())).collect(),
        question: spec.question.get(language).to_owned(),
        help: spec.help.as_ref().map(|help| help.get(language).to_owned()),
        evidence: named_evidence(product, spec.evidence.iter().map(String::as_str), language),
        who: spec.who.clone(),
        is_finding: spec.finding,
    }
}

fn evidence(product: &Product, decision: &Decision, language: Language) -> Vec<(String, String)> {
    let names: BTreeSet<&str> =
        decision.items.iter().flat_map(|item| item.evidence.iter().map(terms::Shared::as_str)).collect();
    let in_order =
        product.evidence().iter().map(|kind| kind.name.as_str()).filter(|name| names.contains(name));
    named_evidence(product, in_order, language)
}

/// Names and texts of kinds of evidence.
pub(super) fn named_evidence<'a>(
    product: &Product,
    names: impl Iterator<Item = &'a str>,
    language: Language,
) -> Vec<(String, String)> {
    let text = |name: &str| {
        let kind = product.evidence().iter().find(|kind| kind.name == name);
        kind.map_or_else(|| name.to_owned(), |kind| kind.text.get(language).to_owned())
    };
    names.map(|name| (name.to_owned(), text(name))).collect()
}
