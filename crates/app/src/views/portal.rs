//! What the customer's pages show: their policies, one policy, and what cancelling it would do.

use std::collections::BTreeMap;

use kernel::{ClaimNumber, Date, DeviceKind, Frequency, Id, Instant, Language, Money, PolicyNumber, Rule};
use party::Payee;
use policy::{Command, Contract, ContractEvent, Cover, EndWay, Ending, Fact, Notice, PolicyEvent, Timeline};
use store::{Tx, params, sql};

use crate::{
    App, AppError, Refused,
    access::Scope,
    apply::DeviceIdentity,
    claims as use_cases,
    contracts::{self, Order},
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
    let device = application.devices.first().ok_or_else(|| AppError::damaged("the schedule", id))?;
    let identity: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
    let timeline = policy::cover(facts, now);
    let today = kernel::local_date(now, contract.country());
    let open = contract.billing.receivables.iter().filter(|r| r.is_open() && r.due <= today);
    Ok(PolicyLine {
        contract: id,
        number: application.number.clone(),
        plan: application.plan.clone(),
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
    })
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
    let mut devices = Vec::new();
    for device in &contract.application.devices {
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
        premium: contract.application.premium,
        frequency: contract.application.frequency,
        premiums: premiums(&contract, today),
        mandate,
        letters: delivery::letters_about(tx, id)?,
        may_cancel: contracts::phase_code(&contract) == "running"
            && ends.is_none_or(|ending| ending.way == EndWay::EndDate && ending.ends > now),
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

/// What cancelling now would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaving {
    /// In which way: withdrawing within the term, or cancelling.
    pub way: EndWay,
    /// By which rule.
    pub rule: Rule,
    /// When cover ends.
    pub ends: Instant,
    /// What comes back.
    pub refund: Money,
    /// Whether a claim was reported on the policy (AMB-39).
    pub claim_submitted: bool,
}

impl Leaving {
    /// The notice by which the policyholder does it now.
    pub fn notice(&self, now: Instant) -> Notice {
        Notice::new(self.way, now).with_claim_submitted(self.claim_submitted)
    }
}

/// Works out what cancelling now would do: withdrawal while it is possible, cancelling otherwise (PORTAL-10, PORTAL-11).
///
/// # Errors
/// [`AppError::Refused`] when the policy cannot be cancelled.
pub fn leaving(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    actor: &kernel::Actor,
) -> Result<Leaving, AppError> {
    let row =
        tx.query_one(sql!("select count(*) as number from claim where contract = ?1"), &params![contract])?;
    let claim_submitted = row.i64("number")? > 0;
    let try_way = |tx: &mut Tx<'_>, way| {
        let order = Order {
            id: String::new(),
            contract,
            command: Command::Cancel {
                notice: Box::new(Notice::new(way, now).with_claim_submitted(claim_submitted)),
            },
            actor: actor.clone(),
        };
        contracts::preview(app, tx, now, &order)
    };
    let mut way = EndWay::CoolingOff;
    let mut answer = try_way(tx, way)?;
    if matches!(&answer, Err(refused) if refused.code == "policy-cooling-off-over") {
        way = EndWay::Ordinary;
        answer = try_way(tx, way)?;
    }
    let events = answer.map_err(AppError::Refused)?;
    let ends = events.iter().find_map(|event| match event {
        ContractEvent::Policy(PolicyEvent::Cancelled { ends, .. }) => Some(*ends),
        _ => None,
    });
    let refund = events.iter().filter_map(|event| match event {
        ContractEvent::Billing(billing::BillingEvent::RefundOrdered { amount, .. }) => Some(*amount),
        _ => None,
    });
    let loaded = streams::look::<Contract>(tx, &[contract])?;
    let country = loaded[&contract].state()?.country();
    let already = || AppError::Refused(Refused::new("policy-not-running", Some(Rule("NL-END-11"))));
    Ok(Leaving {
        way,
        rule: way.rule(country),
        ends: ends.ok_or_else(already)?,
        refund: refund.sum(),
        claim_submitted,
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
