//! One policy as its owner sees it.

use kernel::{Country, Date, DeviceKind, Frequency, Id, Instant, Money};
use party::Payee;
use policy::{Change, Contract, EndWay, Ending, Timeline};
use store::Tx;

use super::{PolicyLine, line};
use crate::{
    App, AppError,
    apply::DeviceIdentity,
    contracts,
    delivery::{self, LetterLine},
    parties, streams,
};

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

/// Somebody named as insured.
#[derive(Debug, Clone)]
pub struct Named {
    /// Who.
    pub person: Id,
    /// Their name; empty when it was forgotten.
    pub name: String,
}

/// A change that does not count yet.
#[derive(Debug, Clone)]
pub struct Coming {
    /// What changes: see [`Change::code`].
    pub change: &'static str,
    /// From when.
    pub from: Instant,
    /// The plan from then on, if another.
    pub plan: Option<String>,
    /// The device it is about, by its number in the schedule.
    pub item: Option<u32>,
    /// Price of one instalment from then on, if another.
    pub premium: Option<Money>,
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
    /// Who is named as insured beside the policyholder.
    pub insured: Vec<Named>,
    /// Changes that are made and do not count yet, the first to come first.
    pub coming: Vec<Coming>,
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
    /// Whether it runs, so that something of it can be changed.
    pub may_change: bool,
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
    let people: Vec<Id> = schedule.insured.iter().map(|insured| insured.person).collect();
    let mut known = parties::known(app, tx, &people)?;
    let insured = people.into_iter().map(|person| {
        let profile = known.remove(&person).and_then(|known| known.profile);
        Named { person, name: profile.map(|profile| profile.name).unwrap_or_default() }
    });
    let mandate = mandate_of(app, tx, &contract)?;
    let today = kernel::local_date(now, contract.country());
    let ends = contract.ends().copied();
    Ok(PolicyView {
        line,
        applied: contract.applied,
        provisional_until: contract.provisional_until(),
        devices,
        insured: insured.collect(),
        coming: coming(&contract, now),
        timeline: policy::cover(&facts, now),
        premium: schedule.premium,
        frequency: contract.application.frequency,
        premiums: premiums(&contract, today),
        mandate,
        letters: delivery::letters_about(tx, id)?,
        may_cancel: contracts::phase_code(&contract) == "running"
            && ends.is_none_or(|ending| ending.way == EndWay::EndDate && ending.ends > now),
        may_change: contracts::phase_code(&contract) == "running" && !contract.is_over_at(now),
        waiting: ends.filter(|ending| ending.way.is_customers_choice() && ending.ends > now),
        country: contract.country(),
        ends,
    })
}

/// The mandate in use or the last one, its account masked.
pub(super) fn mandate_of(
    app: &App,
    tx: &mut Tx<'_>,
    contract: &Contract,
) -> Result<Option<MandateView>, AppError> {
    let Some(mandate) = &contract.billing.mandate else { return Ok(None) };
    let debtor: Option<Payee> = app.unseal(tx, &mandate.debtor)?;
    Ok(Some(MandateView {
        account: debtor.map(|debtor| tail(debtor.iban.as_str())).unwrap_or_default(),
        reference: mandate.reference.to_string(),
        is_stopped: mandate.stopped,
    }))
}

fn coming(contract: &Contract, now: Instant) -> Vec<Coming> {
    let mut before = contract.schedule_at(now).premium;
    let waits = |e: &&policy::Endorsement| {
        e.from > now && !contract.is_over_at(e.from) && !contract.withdrawn.contains(&e.no)
    };
    let mut coming: Vec<&policy::Endorsement> = contract.endorsements.iter().filter(waits).collect();
    coming.sort_by_key(|endorsement| (endorsement.from, endorsement.no));
    let one = |endorsement: &policy::Endorsement| {
        let premium = contract.schedule_at(endorsement.from).premium;
        let is_other = premium != before;
        before = premium;
        Coming {
            change: endorsement.change.code(),
            from: endorsement.from,
            plan: match &endorsement.change {
                Change::PlanChanged { plan, .. } => Some(plan.clone()),
                _ => None,
            },
            item: match &endorsement.change {
                Change::ItemLeft { item, .. } | Change::DeviceSwapped { item, .. } => Some(*item),
                _ => None,
            },
            premium: is_other.then_some(premium),
        }
    };
    // What the insurer changes is told apart, with the right to leave for it.
    coming.into_iter().map(one).filter(|coming| coming.change != "terms-changed").collect()
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
    let no = contract.billing.instalments() + 1;
    let next = billing::instalment(contract.start(), application.frequency, contract.end_date(), no)?;
    let over = contract.ends().map(|ending| kernel::local_date(ending.ends, contract.country()));
    let is_to_come = next.due >= today && over.is_none_or(|over| next.due < over);
    is_to_come.then_some(PremiumLine {
        due: next.due,
        amount: contract.premium_on(next.due),
        state: PremiumState::ToCome,
    })
}
