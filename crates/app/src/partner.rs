//! What a policyholder opens to the partner that brought them: who may look, what they see, and that it is taken back at once
//! (PRIV-24, PORTAL-13, PORTAL-23, ACT-08).

use std::collections::BTreeMap;

use kernel::{Actor, ClaimNumber, Id, Instant, PolicyNumber};
use policy::{Command, Contract, Device, PartnerView};
use store::{Tx, params, sql};

use crate::{
    App, AppError, Refused,
    access::Scope,
    apply::DeviceIdentity,
    claims::{self, unsent},
    contracts::{self, Order, Outcome},
    identity::looks,
    parties, streams,
};

/// The most policies that one page of a partner shows.
pub const SHOWN: usize = 50;
/// The most looks that are told to the policyholder.
const LOOKS: i64 = 50;

/// What a partner may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// See the policy and how far its claims are.
    Look,
    /// That, and report damage or theft for the policyholder.
    LookAndReport,
    /// Nothing.
    Nothing,
}

/// Opens a policy to its partner, or takes that back, as the policyholder wishes. A report that the partner began and may no
/// longer send is thrown away with it.
///
/// # Errors
/// [`AppError::Refused`] `partner-view-none` when the policy has no partner that could look, `partner-view-over` when the
/// insurance is over.
pub fn wish(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, actor): (&str, &Actor),
    contract: Id,
    wish: Wish,
) -> Result<Outcome, AppError> {
    let state = contract_of(tx, contract)?;
    let command = match wish {
        Wish::Nothing => Command::CloseToPartner,
        Wish::Look | Wish::LookAndReport => {
            let none = || Refused::new("partner-view-none", Some(kernel::Rule("PRIV-24")));
            let (partner, _) = partner_of(app, &state).ok_or_else(none)?;
            Command::OpenToPartner { partner, reports: wish == Wish::LookAndReport }
        }
    };
    let order = Order { id: id.to_owned(), contract, command, actor: actor.clone() };
    let outcome = contracts::execute(app, tx, now, &[order])?.remove(0)?;
    if let (Some(view), true) = (state.partner_view, wish != Wish::LookAndReport) {
        unsent::throw_away(app, tx, unsent::Whose { contract, partner: Some(view.partner) })?;
    }
    Ok(outcome)
}

/// The name of the partner of a contract; none when it has none.
pub fn name(app: &App, contract: &Contract) -> Option<String> {
    partner_of(app, contract).map(|(_, name)| name).or_else(|| contract.application.partner.clone())
}

/// Number and name of the partner that could look.
fn partner_of(app: &App, contract: &Contract) -> Option<(Id, String)> {
    let agreement = app.products.agreement(&contract.application.agreement).ok()?;
    let partner = agreement.partner(contract.application.partner.as_deref()?)?;
    Some((partner.id?, partner.name.clone()))
}

fn contract_of(tx: &mut Tx<'_>, id: Id) -> Result<Contract, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?.remove(&id);
    loaded.and_then(|loaded| loaded.state).ok_or_else(|| AppError::missing("contract", id))
}

/// How far a claim is, as a partner is told: nothing of what happened or why it was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The policyholder is asked for papers.
    Papers,
    /// It is looked at.
    Handling,
    /// It was approved and is being settled.
    Settling,
    /// It is closed.
    Closed,
}

impl Stage {
    /// The end of its text's key.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Papers => "papers",
            Self::Handling => "handling",
            Self::Settling => "settling",
            Self::Closed => "closed",
        }
    }
}

/// A claim as a partner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenClaim {
    /// Its number.
    pub number: ClaimNumber,
    /// When it was reported.
    pub reported_at: Instant,
    /// How far it is.
    pub stage: Stage,
}

/// A policy as its partner sees it: this and nothing else (PORTAL-23). Personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Seen {
    /// The contract.
    pub contract: Id,
    /// The policyholder.
    pub holder: Id,
    /// Their name; empty when it was forgotten.
    pub name: String,
    /// The policy's number.
    pub number: PolicyNumber,
    /// Code of the plan.
    pub plan: String,
    /// Make and model of each device; empty where it was forgotten.
    pub devices: Vec<String>,
    /// Whether there is cover now. Not why.
    pub is_covered: bool,
    /// Whether the partner may report damage or theft.
    pub reports: bool,
    /// Its claims, the latest first.
    pub claims: Vec<SeenClaim>,
}

impl std::fmt::Debug for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Seen({})", self.number)
    }
}

/// The policies that are open to a partner now, in the order of their ids after `after`, at most one more than [`SHOWN`].
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn seen(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    scope: &Scope,
    after: Option<Id>,
) -> Result<Vec<Seen>, AppError> {
    let Scope::Partner(partner) = scope else { return Ok(Vec::new()) };
    let rows = tx.query(
        sql!("select id from contract where open_to = ?1 and id > ?2 order by id limit ?3"),
        &params![*partner, after.map_or(0, Id::as_i64), SHOWN as i64 + 1],
    )?;
    let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
    as_seen(app, tx, now, &ids)
}

/// What a partner sees of one policy, whether or not it is open to it now: for the policyholder, who decides on it.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract; [`AppError::Store`].
pub fn seen_of(app: &App, tx: &mut Tx<'_>, now: Instant, contract: Id) -> Result<Seen, AppError> {
    as_seen(app, tx, now, &[contract])?.pop().ok_or_else(|| AppError::missing("contract", contract))
}

fn as_seen(app: &App, tx: &mut Tx<'_>, now: Instant, ids: &[Id]) -> Result<Vec<Seen>, AppError> {
    let mut loaded = streams::look::<Contract>(tx, ids)?;
    let facts = contracts::facts(tx, ids)?;
    let mut claims: BTreeMap<Id, Vec<SeenClaim>> = BTreeMap::new();
    for line in claims::of_contract(tx, ids)? {
        let stage = match line.phase {
            ::claims::Phase::Open | ::claims::Phase::Decided if line.until.is_some() => Stage::Papers,
            ::claims::Phase::Open | ::claims::Phase::Decided => Stage::Handling,
            ::claims::Phase::Approved | ::claims::Phase::Paying => Stage::Settling,
            ::claims::Phase::Closed => Stage::Closed,
        };
        let seen = SeenClaim { number: line.number, reported_at: line.reported_at, stage };
        claims.entry(line.contract).or_default().push(seen);
    }
    let holders: Vec<Id> =
        loaded.values().filter_map(|loaded| Some(loaded.state.as_ref()?.holder())).collect();
    let known = parties::known(app, tx, &holders)?.into_iter();
    let names: BTreeMap<Id, String> =
        known.filter_map(|(id, known)| Some((id, known.profile?.name))).collect();
    let mut out = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(contract) = loaded.remove(id).and_then(|loaded| loaded.state) else { continue };
        let schedule = contract.schedule_at(now);
        let facts = facts.get(id).map_or(&[][..], Vec::as_slice);
        out.push(Seen {
            contract: *id,
            holder: contract.holder(),
            name: names.get(&contract.holder()).cloned().unwrap_or_default(),
            number: contract.application.number.clone(),
            plan: schedule.plan.clone(),
            devices: models(app, tx, &schedule.devices)?,
            is_covered: policy::cover(facts, now).at(now).is_covered(),
            reports: contract.open_to_partner().is_some_and(|view| view.reports),
            claims: claims.remove(id).unwrap_or_default(),
        });
    }
    Ok(out)
}

fn models(app: &App, tx: &mut Tx<'_>, devices: &[Device]) -> Result<Vec<String>, AppError> {
    let mut models = Vec::with_capacity(devices.len());
    for device in devices {
        let identity: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
        models.push(identity.map(|identity| identity.model).unwrap_or_default());
    }
    Ok(models)
}

/// Where a policy stands with its partner, for who decides on it (PORTAL-13).
#[derive(Debug, Clone)]
pub struct Standing {
    /// The partner's name.
    pub partner: String,
    /// What is open to it now.
    pub view: Option<PartnerView>,
    /// When somebody of the partner looked at the policyholder's data, the latest first.
    pub looked: Vec<Instant>,
}

/// Where a policy stands with its partner; none when it has no partner that could look.
///
/// # Errors
/// [`AppError::Missing`] when there is no such contract; [`AppError::Store`].
pub fn standing(app: &App, tx: &mut Tx<'_>, contract: Id) -> Result<Option<Standing>, AppError> {
    let state = contract_of(tx, contract)?;
    let Some((id, partner)) = partner_of(app, &state) else { return Ok(None) };
    let looked = looks::of_partner(tx, state.holder(), id, LOOKS)?;
    Ok(Some(Standing { partner, view: state.open_to_partner().copied(), looked }))
}
