//! What the customer's pages show: their policies, one policy, and what cancelling it would do.

use std::collections::BTreeMap;

use kernel::{ClaimNumber, Country, Date, DeviceKind, Frequency, Id, Instant, Language, Money, PolicyNumber};
use party::Payee;
use policy::{Contract, ContractEvent, Cover, EndWay, Ending, Fact, Phase, PolicyEvent, Timeline};
use store::{Tx, params, sql};

use crate::{
    App, AppError,
    access::Scope,
    apply::DeviceIdentity,
    claims as use_cases, contracts,
    delivery::{self, LetterLine},
    parties, streams,
};

/// The most policies that one page shows.
pub const POLICIES_SHOWN: i64 = 100;

/// A policy in a list.
#[derive(Debug, Clone)]
pub struct PolicyLine {
    /// The contract.
    pub contract: Id,
    /// Its number.
    pub number: PolicyNumber,
    /// Code of the plan.
    pub plan: String,
    /// Where it stands: see [`contracts::phase_code`].
    pub phase: &'static str,
    /// The first device: its kind.
    pub kind: DeviceKind,
    /// Make and model; empty when it was forgotten.
    pub model: String,
    /// Whether there is cover now.
    pub cover: Cover,
    /// From when there is none, when that is known and to come.
    pub covered_until: Option<Instant>,
    /// Whether there is or was cover, so that something can have happened.
    pub may_report: bool,
    /// What is collected next, and when.
    pub next_collection: Option<(Date, Money)>,
    /// What is open past its due date.
    pub overdue: Money,
    /// What the applicant is asked: a question of the desk, or an offer; until when.
    pub awaited: Option<(Awaited, Instant)>,
}

/// What the desk awaits of an applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// An answer to a question.
    Answer,
    /// An answer to an offer on other terms.
    OfferAnswer,
}

/// A policyholder's policies, the newest first, as far as the scope reaches.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn policies(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    scope: &Scope,
) -> Result<Vec<PolicyLine>, AppError> {
    let ids = contracts_in(tx, scope)?;
    let mut loaded = streams::look::<Contract>(tx, &ids)?;
    let facts = contracts::facts(tx, &ids)?;
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(contract) = loaded.remove(&id).and_then(|loaded| loaded.state) else { continue };
        lines.push(line(app, tx, now, id, &contract, facts.get(&id).map_or(&[], Vec::as_slice))?);
    }
    Ok(lines)
}

fn line(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    contract: &Contract,
    facts: &[Fact],
) -> Result<PolicyLine, AppError> {
    let application = &contract.application;
    let schedule = contract.schedule_at(now);
    // What left the schedule last still names a policy that has nothing left (AMB-63).
    let device = schedule
        .devices
        .first()
        .or(application.devices.first())
        .ok_or_else(|| AppError::damaged("the schedule", id))?;
    let identity: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
    let timeline = policy::cover(facts, now);
    let today = kernel::local_date(now, contract.country());
    let open = contract.billing.receivables.iter().filter(|r| r.is_open() && r.due <= today);
    Ok(PolicyLine {
        contract: id,
        number: application.number.clone(),
        plan: schedule.plan.clone(),
        phase: contracts::phase_code(contract),
        kind: device.kind,
        model: identity.map(|identity| identity.model).unwrap_or_default(),
        cover: timeline.at(now),
        covered_until: covered_until(&timeline, now),
        may_report: timeline.segments.iter().any(|part| part.cover.is_covered() && part.begins.at <= now),
        next_collection: next_collection(contract, today),
        overdue: open
            .filter(|r| !contract.billing.is_being_collected(r.no))
            .map(billing::Receivable::open)
            .sum(),
        awaited: match &contract.phase {
            Phase::Applied { asked: true, .. } if !answered(facts) => Some(Awaited::Answer),
            Phase::Offered { .. } => Some(Awaited::OfferAnswer),
            _ => None,
        }
        .map(|awaited| (awaited, contract.provisional_until())),
    })
}

/// Whether the last question of the desk was answered.
fn answered(facts: &[Fact]) -> bool {
    facts.iter().rev().find_map(|fact| match &fact.event {
        ContractEvent::Policy(PolicyEvent::InformationReceived { .. }) => Some(true),
        ContractEvent::Policy(PolicyEvent::InformationRequested { .. }) => Some(false),
        _ => None,
    }) == Some(true)
}

/// The question of the desk that waits for an answer; none when there is none, or it was forgotten.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn question(app: &App, tx: &mut Tx<'_>, id: Id) -> Result<Option<String>, AppError> {
    let facts = contracts::facts(tx, &[id])?.remove(&id).unwrap_or_default();
    if answered(&facts) {
        return Ok(None);
    }
    let asked = facts.iter().rev().find_map(|fact| match &fact.event {
        ContractEvent::Policy(PolicyEvent::InformationRequested { question }) => Some(question),
        _ => None,
    });
    asked.map_or(Ok(None), |question| app.unseal(tx, question))
}

/// An offer on other terms beside what was applied for.
#[derive(Debug, Clone)]
pub struct OfferView {
    /// Its number.
    pub no: u32,
    /// Plan applied for and plan offered, if they differ.
    pub plan: Option<(String, String)>,
    /// Premium applied for and premium offered, if they differ.
    pub premium: Option<(Money, Money)>,
    /// Excess applied for and excess offered, if they differ.
    pub excess: Option<(Money, Money)>,
    /// Until when it can be agreed to.
    pub until: Instant,
}

/// The offer that waits for an answer.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract; [`AppError::Store`].
pub fn offer(tx: &mut Tx<'_>, id: Id) -> Result<Option<OfferView>, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?;
    let contract = loaded[&id].state()?;
    let Phase::Offered { until, offer, .. } = &contract.phase else { return Ok(None) };
    let application = &contract.application;
    let excess = application.devices.first().and_then(|device| {
        Some((device.excess, *offer.excess.get(&device.item)?)).filter(|(was, is)| was != is)
    });
    Ok(Some(OfferView {
        no: offer.no,
        plan: offer.plan.clone().map(|plan| (application.plan.clone(), plan)),
        premium: offer.premium.map(|premium| (application.premium, premium)).filter(|(was, is)| was != is),
        excess,
        until: *until,
    }))
}

fn covered_until(timeline: &Timeline, now: Instant) -> Option<Instant> {
    let is_covered = timeline.at(now).is_covered();
    let stops = timeline.segments.iter().find(|part| part.begins.at > now && !part.cover.is_covered());
    stops.filter(|_| is_covered).map(|part| part.begins.at)
}

fn next_collection(contract: &Contract, today: Date) -> Option<(Date, Money)> {
    let pending = contract.billing.collections.iter().filter(|c| c.is_pending() && c.collect_on >= today);
    pending.min_by_key(|c| c.collect_on).map(|c| (c.collect_on, c.amount))
}

/// A claim in a list.
#[derive(Debug, Clone)]
pub struct ClaimLine {
    /// Its number.
    pub number: ClaimNumber,
    /// Make and model of the device; empty when it was forgotten.
    pub model: String,
    /// What happened, in the words of the conditions.
    pub cause: String,
    /// Where it stands.
    pub phase: ::claims::Phase,
    /// When it was reported.
    pub reported_at: Instant,
    /// When the term of evidence ends that is still awaited.
    pub until: Option<Instant>,
    /// What was paid.
    pub paid: Money,
}

/// A policyholder's claims, the latest first, as far as the scope reaches.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn claims(
    app: &App,
    tx: &mut Tx<'_>,
    scope: &Scope,
    language: Language,
) -> Result<Vec<ClaimLine>, AppError> {
    let ids = contracts_in(tx, scope)?;
    let mut models = BTreeMap::new();
    let mut causes = BTreeMap::new();
    for (id, loaded) in streams::look::<Contract>(tx, &ids)? {
        let Some(contract) = loaded.state else { continue };
        let Some(device) = contract.application.devices.first() else { continue };
        let identity: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
        models.insert(id, identity.map(|identity| identity.model).unwrap_or_default());
        causes.insert(id, app.products.by_hash(tx, &contract.application.product.hash)?);
    }
    let lines = use_cases::of_contract(tx, &ids)?.into_iter().map(|line| {
        let text = causes.get(&line.contract).and_then(|product| {
            let values = &product.fact(use_cases::FIRST[0])?.values;
            Some(values.iter().find(|value| value.name == line.cause)?.text.get(language).to_owned())
        });
        ClaimLine {
            model: models.get(&line.contract).cloned().unwrap_or_default(),
            cause: text.unwrap_or(line.cause),
            number: line.number,
            phase: line.phase,
            reported_at: line.reported_at,
            until: line.until,
            paid: line.paid,
        }
    });
    Ok(lines.collect())
}

/// The contracts of a policyholder, the newest first, as far as the scope reaches.
fn contracts_in(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Id>, AppError> {
    let (party, file) = match scope {
        Scope::Own(party) => (*party, None),
        Scope::File { party, file } => (*party, Some(*file)),
        _ => return Ok(Vec::new()),
    };
    let rows = tx.query(
        sql!("select id from contract where holder = ?1 order by applied_us desc, id desc limit ?2"),
        &params![party, POLICIES_SHOWN],
    )?;
    let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
    Ok(ids.into_iter().filter(|id| file.is_none_or(|file| file == *id)).collect())
}

/// A device in the schedule, as its owner sees it.
#[derive(Debug, Clone)]
pub struct DeviceView {
    /// Number in the schedule.
    pub item: u32,
    /// What it is.
    pub kind: DeviceKind,
    /// Make and model; empty when it was forgotten.
    pub model: String,
    /// The end of its IMEI.
    pub imei: Option<String>,
    /// The end of its serial number.
    pub serial: Option<String>,
    /// Day of purchase.
    pub bought: Date,
    /// Price on the proof of purchase.
    pub purchase_value: Money,
    /// What the policyholder bears per claim.
    pub excess: Money,
}

/// Where one premium stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PremiumState {
    /// Not due yet.
    ToCome,
    /// Due, and being collected.
    Collecting {
        /// When.
        on: Date,
    },
    /// Due and open.
    Open,
    /// Paid in full.
    Paid,
    /// Taken back in full.
    TakenBack,
}

/// One premium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PremiumLine {
    /// When it is or was due.
    pub due: Date,
    /// How much, tax included, without what was taken back.
    pub amount: Money,
    /// Where it stands.
    pub state: PremiumState,
}

/// The account premium is collected from, masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MandateView {
    /// The account, its end only.
    pub account: String,
    /// The mandate's reference.
    pub reference: String,
    /// Whether it is no longer used.
    pub is_stopped: bool,
}

/// One policy.
#[derive(Debug, Clone)]
pub struct PolicyView {
    /// What a list shows of it.
    pub line: PolicyLine,
    /// When it was applied for.
    pub applied: Instant,
    /// The latest end of provisional cover.
    pub provisional_until: Instant,
    /// The devices.
    pub devices: Vec<DeviceView>,
    /// When there was cover, and why.
    pub timeline: Timeline,
    /// Price of one instalment.
    pub premium: Money,
    /// How often it is paid.
    pub frequency: Frequency,
    /// The premiums, the next to come first, then the newest first.
    pub premiums: Vec<PremiumLine>,
    /// The account premium is collected from.
    pub mandate: Option<MandateView>,
    /// Letters about it, the newest first.
    pub letters: Vec<LetterLine>,
    /// How and when it ends, as far as is known.
    pub ends: Option<Ending>,
    /// Whether it runs, so that it can be cancelled.
    pub may_cancel: bool,
    /// The cancellation of the policyholder that waits to work, and can be taken back.
    pub waiting: Option<Ending>,
    /// Law and clocks.
    pub country: Country,
}

/// Reads one policy.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract; [`AppError::Damaged`].
pub fn policy_of(app: &App, tx: &mut Tx<'_>, now: Instant, id: Id) -> Result<PolicyView, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?.remove(&id);
    let contract = loaded.and_then(|l| l.state).ok_or_else(|| AppError::missing("contract", id))?;
    let facts = contracts::facts(tx, &[id])?.remove(&id).unwrap_or_default();
    let line = line(app, tx, now, id, &contract, &facts)?;
    let schedule = contract.schedule_at(now);
    let mut devices = Vec::new();
    for device in &schedule.devices {
        let identity: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
        let (imei, serial) = identity.as_ref().map_or((None, None), |identity| {
            (
                identity.imei.as_ref().map(|i| tail(i.as_str())),
                identity.serial.as_ref().map(|s| tail(s.as_str())),
            )
        });
        devices.push(DeviceView {
            item: device.item,
            kind: device.kind,
            model: identity.map(|identity| identity.model).unwrap_or_default(),
            imei,
            serial,
            bought: device.bought,
            purchase_value: device.purchase_value,
            excess: device.excess,
        });
    }
    let mandate = match &contract.billing.mandate {
        None => None,
        Some(mandate) => {
            let debtor: Option<Payee> = app.unseal(tx, &mandate.debtor)?;
            Some(MandateView {
                account: debtor.map(|debtor| tail(debtor.iban.as_str())).unwrap_or_default(),
                reference: mandate.reference.to_string(),
                is_stopped: mandate.stopped,
            })
        }
    };
    let today = kernel::local_date(now, contract.country());
    let ends = contract.ends().copied();
    Ok(PolicyView {
        line,
        applied: contract.applied,
        provisional_until: contract.provisional_until(),
        devices,
        timeline: policy::cover(&facts, now),
        premium: schedule.premium,
        frequency: contract.application.frequency,
        premiums: premiums(&contract, today),
        mandate,
        letters: delivery::letters_about(tx, id)?,
        may_cancel: contracts::phase_code(&contract) == "running"
            && ends.is_none_or(|ending| ending.way == EndWay::EndDate && ending.ends > now),
        waiting: ends.filter(|ending| ending.way.is_customers_choice() && ending.ends > now),
        country: contract.country(),
        ends,
    })
}

/// The end of a number: enough for its owner to know it by.
fn tail(text: &str) -> String {
    let signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let end: String = signs[signs.len().saturating_sub(4)..].iter().collect();
    format!("•••• {end}")
}

fn premiums(contract: &Contract, today: Date) -> Vec<PremiumLine> {
    let billing = &contract.billing;
    let mut lines: Vec<PremiumLine> = billing
        .receivables
        .iter()
        .map(|receivable| {
            let amount = receivable.open() + receivable.paid;
            let pending =
                billing.collections.iter().find(|c| c.is_pending() && c.receivables.contains(&receivable.no));
            let state = match pending {
                _ if amount == Money::ZERO => PremiumState::TakenBack,
                _ if !receivable.is_open() => PremiumState::Paid,
                Some(collection) => PremiumState::Collecting { on: collection.collect_on },
                None if receivable.due > today => PremiumState::ToCome,
                None => PremiumState::Open,
            };
            PremiumLine { due: receivable.due, amount, state }
        })
        .collect();
    lines.extend(next_premium(contract, today));
    lines.sort_by_key(|line| std::cmp::Reverse(line.due));
    lines
}

/// The first premium that has not fallen due, while the policy runs.
fn next_premium(contract: &Contract, today: Date) -> Option<PremiumLine> {
    if contracts::phase_code(contract) != "running" {
        return None;
    }
    let application = &contract.application;
    let last = contract.billing.receivables.iter().map(|r| r.no).max().unwrap_or(0);
    let next = billing::instalment(contract.start(), application.frequency, contract.end_date(), last + 1)?;
    let over = contract.ends().map(|ending| kernel::local_date(ending.ends, contract.country()));
    let is_to_come = next.due >= today && over.is_none_or(|over| next.due < over);
    is_to_come.then_some(PremiumLine {
        due: next.due,
        amount: application.premium,
        state: PremiumState::ToCome,
    })
}

/// What a customer is called, and the language and address they are written to.
#[derive(Debug, Clone)]
pub struct Reach {
    /// Name as on letters.
    pub name: String,
    /// E-mail address.
    pub email: Option<kernel::EmailAddress>,
}

/// Who a customer is.
///
/// # Errors
/// [`AppError::Store`].
pub fn reach(app: &App, tx: &mut Tx<'_>, party: Id) -> Result<Option<Reach>, AppError> {
    let mut known: BTreeMap<Id, parties::Known> = parties::known(app, tx, &[party])?;
    let profile = known.remove(&party).and_then(|known| known.profile);
    Ok(profile.map(|profile| Reach { name: profile.name, email: profile.email }))
}
