//! A claim as the desk sees it: facts, evidence and clauses side by side, the arithmetic, cover, and what happened (OFFICE-05).

use std::{collections::BTreeMap, sync::Arc};

use ::claims::{Claim, ClaimEvent, ClaimItem, Clock, PaymentState, Phase, Settlement, StatedValue};
use kernel::{Actor, ClaimNumber, DeviceKind, Id, Instant, Language, Money, PolicyNumber, Rule};
use party::Payee;
use policy::{Boundary, Cover, Timeline};
use store::{Tx, journal};
use terms::{ClauseKind, ClauseTrace, Decision, Outcome, Product, Stage, StepKind, Truth, Value, Verdict};

use super::{
    After, SetOff, after, change,
    questions::{self, Question, named_evidence},
    setting_off, told,
};
use crate::{
    App, AppError,
    apply::{Attached, DeviceIdentity},
    approvals::{self, Proposed},
    attachments::Upload,
    contracts, streams,
};

/// A claim for the desk, in the reader's language. Personal.
#[derive(Clone)]
pub struct ClaimPage {
    /// Its id.
    pub id: Id,
    /// Events stored: the version that is seen.
    pub version: i64,
    /// Its number.
    pub number: ClaimNumber,
    /// Its contract.
    pub contract: Id,
    /// The number of that.
    pub policy: PolicyNumber,
    /// The policyholder.
    pub holder: Id,
    /// Where it stands.
    pub phase: Phase,
    /// What happened, by name and text.
    pub cause: (String, String),
    /// When it happened, as stated last.
    pub happened_at: Instant,
    /// When it was reported.
    pub reported_at: Instant,
    /// What happened, in the customer's words; none when it was forgotten.
    pub narrative: Option<String>,
    /// Facts of the event.
    pub facts: Vec<FactLine>,
    /// The items.
    pub items: Vec<ItemPage>,
    /// Evidence, wanted and given.
    pub evidence: Vec<EvidenceLine>,
    /// What the wording still needs, of whom it may be.
    pub questions: Vec<Question>,
    /// Cover when it happened, and what began that: rule and fact.
    pub cover: (Cover, Option<Boundary>),
    /// The whole timeline of cover, as known now.
    pub timeline: Timeline,
    /// Whether facts or the wording's revision changed since the last decision. What is shown is then what a decision would say.
    pub is_stale: bool,
    /// What the last decision comes to; none while something is open.
    pub total: Option<Money>,
    /// What it is expected to cost still.
    pub reserve: Money,
    /// What may still be ordered for payment.
    pub left_to_pay: Money,
    /// What was set off against overdue premium.
    pub set_off: Money,
    /// What would be set off, were it approved or paid now.
    pub to_set_off: SetOff,
    /// Payments.
    pub payments: Vec<PaymentLine>,
    /// What came after a decision, and what can.
    pub after: After,
    /// A proposal that waits for a second person.
    pub waiting: Option<Proposed>,
    /// Above this amount a second person approves.
    pub second_person_above: Money,
    /// Our own terms that run, the first to end first (LAW-BE-INS-09).
    pub clocks: Vec<Clock>,
    /// What happened to the claim, the first first.
    pub history: Vec<HistoryLine>,
}

impl std::fmt::Debug for ClaimPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ClaimPage({})", self.number)
    }
}

/// A fact of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLine {
    /// Its name.
    pub fact: String,
    /// The question it answers.
    pub question: String,
    /// Its value; none when it is sealed and was forgotten.
    pub value: Option<Value>,
    /// Texts of what was chosen, for choices and sets.
    pub chosen: Vec<String>,
    /// Only a person stated it.
    pub is_finding: bool,
    /// Who stated it last, and when.
    pub stated: Option<(Actor, Instant)>,
    /// Names and texts of evidence that came and shows it.
    pub shown_by: Vec<(String, String)>,
}

/// An item of a claim, with what was decided on it.
#[derive(Debug, Clone)]
pub struct ItemPage {
    /// Its number in the schedule.
    pub item: u32,
    /// What it is.
    pub device: DeviceKind,
    /// Make, model and numbers; none when they were forgotten.
    pub identity: Option<DeviceIdentity>,
    /// Purchase value.
    pub purchase_value: Money,
    /// Excess.
    pub excess: Money,
    /// Its facts.
    pub facts: Vec<FactLine>,
    /// What the wording answers; none before the first decision.
    pub verdict: Option<Verdict>,
    /// Whether there is cover, also while remedy or amount are still open; none before the first decision.
    pub cover: Option<Truth>,
    /// The clauses that decided.
    pub decided_by: Vec<ClauseLine>,
    /// The clauses that were considered and did not.
    pub considered: Vec<ClauseLine>,
    /// Questions the amount still waits for.
    pub amount_waits_for: Vec<String>,
    /// Questions behind facts that were taken as the product presumes.
    pub presumed: Vec<String>,
    /// The arithmetic.
    pub steps: Vec<StepLine>,
    /// What came of it.
    pub settlement: Settlement,
}

/// A clause and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseLine {
    /// Its name in the product.
    pub clause: String,
    /// What it does.
    pub kind: ClauseKind,
    /// Its rule.
    pub rule: String,
    /// Its article.
    pub article: String,
    /// What it says.
    pub text: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// A step of the arithmetic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// What it is.
    pub text: String,
    /// Its rule.
    pub rule: String,
    /// What it does.
    pub kind: StepKind,
    /// The amount added, taken off or compared with.
    pub amount: Money,
    /// The amount after it.
    pub result: Money,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceLine {
    /// Its kind, by name and text.
    pub kind: (String, String),
    /// When it is late; none when it was not asked for.
    pub until: Option<Instant>,
    /// When it came; none when it is still awaited.
    pub given_at: Option<Instant>,
    /// The attachment; none when it is awaited or was forgotten.
    pub attached: Option<Attached>,
    /// The name its sender gave it.
    pub name: String,
}

/// A payment of a claim.
#[derive(Debug, Clone)]
pub struct PaymentLine {
    /// Its key.
    pub id: Id,
    /// How much.
    pub amount: Money,
    /// To whom; none when it was forgotten.
    pub payee: Option<Payee>,
    /// Where it stands.
    pub state: PaymentState,
}

/// Something that happened to a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// Place in the stream.
    pub seq: i64,
    /// What: the name of the event.
    pub kind: String,
    /// From when it counts.
    pub effective: Instant,
    /// When it was recorded.
    pub recorded: Instant,
    /// Who.
    pub actor: Actor,
    /// By which rule.
    pub rule: Option<Rule>,
    /// An amount it is about.
    pub amount: Option<Money>,
}

/// Reads a claim for the desk.
///
/// # Errors
/// [`AppError::Missing`] when there is no such claim.
pub fn page(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    language: Language,
) -> Result<ClaimPage, AppError> {
    let loaded =
        streams::look::<Claim>(tx, &[id])?.remove(&id).ok_or_else(|| AppError::missing("claim", id))?;
    let claim = loaded.state()?.clone();
    let product = app.products.in_force(tx, &claim.report.wording.content_hash)?;
    let contract = change::contract(tx, claim.report.contract)?.as_of(claim.happened_at());
    let facts =
        contracts::facts(tx, &[claim.report.contract])?.remove(&claim.report.contract).unwrap_or_default();
    let timeline = policy::cover(&facts, now);
    let segment = timeline.segment(claim.happened_at());
    let is_stale = claim
        .decision
        .as_ref()
        .is_none_or(|kept| kept.is_stale || kept.verdicts.wording != *product.wording());
    let (decision, decided_on) = shown(app, tx, now, &claim, &product, is_stale)?;
    let events = journal::load(tx, &[id])?.remove(&id).unwrap_or_default();
    let (history, stated) = history(id, events)?;
    let read = Reader { app, product: &product, decided_on: &decided_on, language, stated, claim: &claim };
    let mut items = Vec::new();
    for item in &claim.items {
        let device = contract.application.devices.iter().find(|device| device.item == item.reported.item);
        let identity: Option<DeviceIdentity> = match device {
            Some(device) => app.unseal(tx, &device.identity)?,
            None => None,
        };
        items.push(read.item(tx, item, identity, decision.as_ref())?);
    }
    let mut payments = Vec::new();
    for payment in &claim.payments {
        let payee = app.unseal(tx, &payment.payee)?;
        payments.push(PaymentLine { id: payment.id, amount: payment.amount, payee, state: payment.state });
    }
    Ok(ClaimPage {
        id,
        version: loaded.version,
        number: claim.report.number.clone(),
        contract: claim.report.contract,
        policy: contract.application.number.clone(),
        holder: claim.report.holder,
        phase: claim.phase(),
        cause: cause(&product, &claim, language),
        happened_at: claim.happened_at(),
        reported_at: claim.reported_at,
        narrative: app.unseal(tx, &claim.report.narrative)?,
        facts: read.facts(tx, None, &claim.facts)?,
        items,
        evidence: evidence(app, tx, &product, &claim, language)?,
        questions: match questions::of_claim(app, tx, now, id, language, true) {
            Err(AppError::Refused(_)) => Vec::new(),
            other => other?.ask,
        },
        cover: (timeline.at(claim.happened_at()), segment.map(|segment| segment.begins)),
        is_stale: is_stale && claim.decision.is_some(),
        total: claim.decision.as_ref().and_then(|kept| kept.verdicts.total),
        reserve: claim.reserve,
        left_to_pay: claim.left_to_pay(),
        set_off: claim.set_off,
        to_set_off: setting_off::planned(app, tx, now, &claim)?,
        payments,
        after: after::read(app, tx, (id, &claim))?,
        waiting: approvals::waiting_for(tx, id)?,
        second_person_above: claim.report.terms.second_person_above,
        clocks: claim.clocks(),
        history,
        timeline,
    })
}

/// The last decision on a claim, whole; none before the first and when it was forgotten. Personal.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Damaged`].
pub fn last_decision(app: &App, tx: &mut Tx<'_>, claim: Id) -> Result<Option<Decision>, AppError> {
    let claim = streams::look::<Claim>(tx, &[claim])?.remove(&claim).and_then(|loaded| loaded.state);
    match claim.and_then(|claim| claim.decision) {
        Some(kept) => app.unseal(tx, &kept.sealed),
        None => Ok(None),
    }
}

/// Whether a claim refers to an attachment: asked before the attachment is shown to whoever may see the claim.
///
/// # Errors
/// [`AppError::Store`].
pub fn refers_to(tx: &mut Tx<'_>, claim: Id, hash: &str) -> Result<bool, AppError> {
    let claim = streams::look::<Claim>(tx, &[claim])?.remove(&claim).and_then(|loaded| loaded.state);
    Ok(claim.is_some_and(|claim| claim.given.iter().any(|given| given.object == hash)))
}

/// What happened, by name and text.
pub(super) fn cause(product: &Product, claim: &Claim, language: Language) -> (String, String) {
    let name = claim.cause().to_owned();
    let spec = product.fact("what_happened");
    let value = spec.and_then(|spec| spec.values.iter().find(|value| value.name == name));
    let text = value.map_or_else(|| name.clone(), |value| value.text.get(language).to_owned());
    (name, text)
}

/// Evidence that is wanted or came, in the order it was asked for.
pub(super) fn evidence(
    app: &App,
    tx: &mut Tx<'_>,
    product: &Product,
    claim: &Claim,
    language: Language,
) -> Result<Vec<EvidenceLine>, AppError> {
    let named = |kind: &str| named_evidence(product, std::iter::once(kind), language).remove(0);
    let mut lines = Vec::new();
    for given in &claim.given {
        let upload: Option<Upload> = app.unseal(tx, &given.content)?;
        let wanted = claim.wanted.iter().find(|wanted| wanted.kind == given.kind);
        lines.push(EvidenceLine {
            kind: named(&given.kind),
            until: wanted.map(|wanted| wanted.until),
            given_at: Some(given.at),
            name: upload.as_ref().map(|upload| upload.name.clone()).unwrap_or_default(),
            attached: upload.map(|upload| upload.attached),
        });
    }
    for wanted in claim.wanted.iter().filter(|wanted| wanted.given_at.is_none()) {
        lines.push(EvidenceLine {
            kind: named(&wanted.kind),
            until: Some(wanted.until),
            given_at: None,
            attached: None,
            name: String::new(),
        });
    }
    Ok(lines)
}

/// Clauses with their texts.
pub(super) fn clauses(product: &Product, traces: &[ClauseTrace], language: Language) -> Vec<ClauseLine> {
    let line = |trace: &ClauseTrace| {
        let clause = product.clause(&trace.clause)?;
        Some(ClauseLine {
            clause: trace.clause.to_string(),
            kind: trace.kind,
            rule: trace.rule.to_string(),
            article: clause.article.get(language).to_owned(),
            text: clause.text.get(language).to_owned(),
            outcome: trace.outcome,
        })
    };
    traces.iter().filter_map(line).collect()
}

/// The arithmetic with its texts.
pub(super) fn steps(product: &Product, steps: &[terms::Step], language: Language) -> Vec<StepLine> {
    let line = |step: &terms::Step| StepLine {
        text: product
            .amount(&step.step)
            .map_or_else(|| step.step.to_string(), |r| r.text.get(language).to_owned()),
        rule: step.rule.to_string(),
        kind: step.kind,
        amount: step.amount,
        result: step.result,
    };
    steps.iter().map(line).collect()
}

/// What is shown of a decision, with the wording it was made on: the last one, or where that is stale and the claim is open,
/// what a decision would say now.
fn shown(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    claim: &Claim,
    product: &Arc<Product>,
    is_stale: bool,
) -> Result<(Option<Decision>, Arc<Product>), AppError> {
    if is_stale && claim.closed.is_none() {
        let known = change::known(tx, product, claim, now)?;
        match change::open_facts(app, tx, claim) {
            Ok(opened) => {
                if let Ok(decision) = terms::decide(product, &claim.case(product, &known, &opened, now)) {
                    return Ok((Some(decision), Arc::clone(product)));
                }
            }
            // Forgotten: what was decided then is all there is.
            Err(AppError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    match &claim.decision {
        Some(kept) => {
            let decided_on = app.products.by_hash(tx, &kept.verdicts.wording.content_hash)?;
            Ok((app.unseal(tx, &kept.sealed)?, decided_on))
        }
        None => Ok((None, Arc::clone(product))),
    }
}

/// Who stated a fact last, by item and name.
type Statements = BTreeMap<(Option<u32>, String), (Actor, Instant)>;

struct Reader<'a> {
    app: &'a App,
    product: &'a Product,
    /// The revision the shown decision was made on.
    decided_on: &'a Product,
    language: Language,
    stated: Statements,
    claim: &'a Claim,
}

impl Reader<'_> {
    fn facts(
        &self,
        tx: &mut Tx<'_>,
        item: Option<u32>,
        facts: &BTreeMap<String, StatedValue>,
    ) -> Result<Vec<FactLine>, AppError> {
        let mut lines = Vec::new();
        // In the product's order, as they were asked.
        for spec in self.product.facts() {
            let Some(stated) = facts.get(&spec.name) else { continue };
            let value: Option<Value> = match stated {
                StatedValue::Plain(value) => Some(value.clone()),
                StatedValue::Sealed(sealed) => self.app.unseal(tx, sealed)?,
            };
            let text = |name: &str| {
                let known = spec.values.iter().find(|value| value.name == name);
                known.map(|value| value.text.get(self.language).to_owned())
            };
            let chosen = match &value {
                Some(Value::Choice(name)) => text(name).into_iter().collect(),
                Some(Value::Set(names)) => names.iter().filter_map(|name| text(name)).collect(),
                _ => Vec::new(),
            };
            let question = spec.question.get(self.language).to_owned();
            lines.push(FactLine {
                fact: spec.name.clone(),
                question,
                value,
                chosen,
                is_finding: spec.finding,
                stated: self.stated.get(&(item, spec.name.clone())).cloned(),
                shown_by: self.shown_by(&spec.evidence),
            });
        }
        Ok(lines)
    }

    /// Of the evidence that settles a fact, what came.
    fn shown_by(&self, settles: &[String]) -> Vec<(String, String)> {
        let given = |kind: &&String| self.claim.given.iter().any(|given| given.kind == **kind);
        named_evidence(self.product, settles.iter().filter(given).map(String::as_str), self.language)
    }

    fn item(
        &self,
        tx: &mut Tx<'_>,
        item: &ClaimItem,
        identity: Option<DeviceIdentity>,
        decision: Option<&Decision>,
    ) -> Result<ItemPage, AppError> {
        let reported = &item.reported;
        let decided = decision.and_then(|d| d.items.iter().find(|known| known.item == reported.item));
        let decided_by =
            decided.map(|d| clauses(self.decided_on, &d.decided_by, self.language)).unwrap_or_default();
        let mut considered =
            decided.map(|d| clauses(self.decided_on, &d.considered, self.language)).unwrap_or_default();
        considered.retain(|line| !decided_by.iter().any(|known| known.clause == line.clause));
        let asked = |fact: &terms::Shared| {
            let spec = self.decided_on.fact(fact)?;
            Some(spec.question.get(self.language).to_owned())
        };
        Ok(ItemPage {
            item: reported.item,
            device: reported.device,
            identity,
            purchase_value: reported.purchase_value,
            excess: reported.excess,
            facts: self.facts(tx, Some(reported.item), &item.facts)?,
            verdict: decided.map(|d| d.verdict),
            cover: decided.map(|d| d.cover),
            amount_waits_for: decided
                .map(|d| d.missing.iter().filter(|m| m.stage == Stage::Amount))
                .into_iter()
                .flatten()
                .filter_map(|missing| asked(&missing.fact))
                .collect(),
            presumed: decided.map(|d| d.presumed.iter().filter_map(asked).collect()).unwrap_or_default(),
            steps: decided.map(|d| steps(self.decided_on, &d.steps, self.language)).unwrap_or_default(),
            decided_by,
            considered,
            settlement: item.settlement,
        })
    }
}

/// What happened, and who stated what.
pub(super) fn history(
    id: Id,
    events: Vec<journal::Event>,
) -> Result<(Vec<HistoryLine>, Statements), AppError> {
    let (mut lines, mut stated) = (Vec::new(), Statements::new());
    for event in events {
        let read = ClaimEvent::read(i64::from(event.version), &event.body)
            .map_err(|_| AppError::damaged("an event", format!("{id}/{}", event.seq)))?;
        let facts: &[::claims::StatedFact] = match &read {
            ClaimEvent::Reported { report } => &report.facts,
            ClaimEvent::FactsStated { facts } => facts,
            ClaimEvent::FindingStated { finding, .. } => std::slice::from_ref(finding),
            _ => &[],
        };
        for fact in facts {
            stated.insert((fact.item, fact.fact.clone()), (event.actor.clone(), event.effective));
        }
        lines.push(HistoryLine {
            seq: event.seq,
            rule: told::rule(&read),
            amount: told::amount(&read),
            kind: event.kind,
            effective: event.effective,
            recorded: event.recorded,
            actor: event.actor,
        });
    }
    Ok((lines, stated))
}
