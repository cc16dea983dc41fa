//! Where a device was insured and what was claimed for it, by its IMEI and serial number: across policies, holders, swaps and
//! claims. Personal: a number leads to people.
//!
//! The ground is our interest in paying no loss twice and insuring no fraud (PRIV-06); it is read when a claim is reported and
//! when a person looks, and kept nowhere of its own: it goes with the policies and claims it is read from (PRIV-19).

use std::collections::BTreeSet;

use ::claims::{Claim, CloseWay, Job, JobState, Phase, Settlement, Work};
use agreement::Agreement;
use kernel::{ClaimNumber, Id, Instant, Money, PolicyNumber};
use policy::Contract;
use store::{Tx, params, sql};

use crate::{
    App, AppError,
    apply::DeviceIdentity,
    devices::numbers,
    find::{self, Key},
    streams,
};

/// The most claims that are looked at.
const MOST: u32 = 200;

/// A time in which a device was in a schedule.
#[derive(Debug, Clone)]
pub struct Stay {
    /// The contract.
    pub contract: Id,
    /// Its number.
    pub policy: PolicyNumber,
    /// Who held it.
    pub holder: Id,
    /// The item in its schedule.
    pub item: u32,
    /// From when.
    pub since: Instant,
    /// Until when, where that is known.
    pub until: Option<Instant>,
    /// It came in the place of another device.
    pub is_swap: bool,
}

/// A claim for a device.
#[derive(Debug, Clone)]
pub struct Loss {
    /// The claim.
    pub claim: Id,
    /// Its number.
    pub number: ClaimNumber,
    /// The contract.
    pub contract: Id,
    /// Its holder.
    pub holder: Id,
    /// What happened, by the name of the value in the wording.
    pub cause: String,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was reported.
    pub reported_at: Instant,
    /// Where it stands.
    pub phase: Phase,
    /// How it was closed.
    pub way: Option<CloseWay>,
    /// What was approved for the device, and how it was to be made good.
    pub approved: Option<(terms::Remedy, Money)>,
}

/// A repair or replacement of a device.
#[derive(Debug, Clone)]
pub struct Made {
    /// The claim.
    pub claim: Id,
    /// Its number.
    pub number: ClaimNumber,
    /// Its holder.
    pub holder: Id,
    /// What was done.
    pub work: Work,
    /// By whom: the name, or the code where it stands in the agreement no more.
    pub supplier: String,
    /// Where it stands.
    pub state: JobState,
    /// When it was ordered.
    pub ordered_at: Instant,
    /// When the customer accepted it: what was replaced is the insurer's from then (NL-CLAIM-06, NL-CLAIM-08).
    pub accepted_at: Option<Instant>,
    /// The device as it was damaged; none when it was forgotten.
    pub old: Option<DeviceIdentity>,
    /// The device or the number the customer has instead; none where nothing changed, or it was forgotten.
    pub new: Option<DeviceIdentity>,
}

/// What is known of a device.
#[derive(Debug, Clone, Default)]
pub struct DeviceHistory {
    /// Where it was insured, the first first.
    pub stays: Vec<Stay>,
    /// What was claimed for it, the first first.
    pub losses: Vec<Loss>,
    /// How it was repaired or replaced, or what it replaced, the first first.
    pub made: Vec<Made>,
}

impl DeviceHistory {
    /// Whose data it is: the looks to be logged.
    pub fn people(&self) -> Vec<Id> {
        let of_stays = self.stays.iter().map(|stay| stay.holder);
        let of_claims =
            self.losses.iter().map(|loss| loss.holder).chain(self.made.iter().map(|made| made.holder));
        of_stays.chain(of_claims).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// The identity of an item at a moment; none when there is no such item, or it was forgotten.
///
/// # Errors
/// [`AppError::Store`].
pub fn device_at(
    app: &App,
    tx: &mut Tx<'_>,
    contract: &Contract,
    (item, at): (u32, Instant),
) -> Result<Option<DeviceIdentity>, AppError> {
    let schedule = contract.schedule_at(at.max(contract.starts()));
    let Some(device) = schedule.devices.into_iter().find(|device| device.item == item) else {
        return Ok(None);
    };
    app.unseal(tx, &device.identity)
}

/// What is known of the devices with any of these numbers.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn device_history(
    app: &App,
    tx: &mut Tx<'_>,
    identities: &[DeviceIdentity],
) -> Result<DeviceHistory, AppError> {
    let wanted: BTreeSet<(&str, String)> =
        identities.iter().flat_map(|identity| numbers(app, identity)).collect();
    let mut contracts = BTreeSet::new();
    for identity in identities {
        let keys = [identity.imei.as_ref().map(Key::Imei), identity.serial.as_ref().map(Key::Serial)];
        for key in keys.into_iter().flatten() {
            contracts.extend(find::streams(app, tx, key)?);
        }
    }
    let contracts: Vec<Id> = contracts.into_iter().collect();
    let mut history = DeviceHistory::default();
    let found = streams::look::<Contract>(tx, &contracts)?;
    for (id, loaded) in &found {
        if let Some(contract) = &loaded.state {
            history.stays.extend(stays(app, tx, (*id, contract), &wanted)?);
        }
    }
    let rows = tx.query_ids(
        sql!("select id from claim where contract in ({ids}) order by reported_us desc limit ?1"),
        &params![MOST],
        &contracts,
    )?;
    let ids = rows.iter().map(|row| row.id("id")).collect::<Result<Vec<Id>, _>>()?;
    for (id, loaded) in streams::look::<Claim>(tx, &ids)? {
        let claim = loaded.state()?;
        let contract = found.get(&claim.report.contract).and_then(|loaded| loaded.state.as_ref());
        let Some(contract) = contract else { continue };
        for item in &claim.items {
            let of = (item.reported.item, claim.happened_at());
            let device = device_at(app, tx, contract, of)?;
            let is_it = |device: &DeviceIdentity| numbers(app, device).any(|number| wanted.contains(&number));
            let is_loss = device.as_ref().is_some_and(is_it);
            if is_loss {
                history.losses.push(loss(id, claim, item.settlement));
            }
            for job in claim.jobs.iter().filter(|job| job.item == item.reported.item && job.counts()) {
                let new: Option<DeviceIdentity> = match &job.device {
                    Some(sealed) => app.unseal(tx, sealed)?,
                    None => None,
                };
                if is_loss || new.as_ref().is_some_and(is_it) {
                    let agreement = app.products.agreement(&claim.report.agreement)?;
                    history.made.push(made((id, claim), job, agreement, (device.clone(), new)));
                }
            }
        }
    }
    history.stays.sort_by_key(|stay| (stay.since, stay.contract));
    history.losses.sort_by_key(|loss| (loss.reported_at, loss.claim));
    history.made.sort_by_key(|made| (made.ordered_at, made.claim));
    Ok(history)
}

/// The times in which a contract had a device with one of the numbers.
fn stays(
    app: &App,
    tx: &mut Tx<'_>,
    (id, contract): (Id, &Contract),
    wanted: &BTreeSet<(&str, String)>,
) -> Result<Vec<Stay>, AppError> {
    let schedules = contract.schedules();
    let sealed = app.unseal_all(tx, schedules.iter().flat_map(|s| &s.devices).map(|d| &d.identity))?;
    let ends = contract.ends().map(|ending| ending.ends);
    let mut stays: Vec<Stay> = Vec::new();
    for (place, schedule) in schedules.iter().enumerate() {
        let until = schedules.get(place + 1).map(|next| next.from).or(ends);
        for device in &schedule.devices {
            let identity: Option<DeviceIdentity> = sealed.get(&device.identity)?;
            let is_it =
                |identity: &DeviceIdentity| numbers(app, identity).any(|number| wanted.contains(&number));
            if !identity.as_ref().is_some_and(is_it) {
                continue;
            }
            let goes_on =
                |stay: &&mut Stay| stay.item == device.item && stay.until == Some(schedule.from) && place > 0;
            if let Some(stay) = stays.iter_mut().find(goes_on) {
                stay.until = until;
                continue;
            }
            let before = place.checked_sub(1).map(|before| &schedules[before]);
            let is_swap = before.is_some_and(|s| s.devices.iter().any(|other| other.item == device.item));
            stays.push(Stay {
                contract: id,
                policy: contract.application.number.clone(),
                holder: contract.holder(),
                item: device.item,
                since: schedule.from,
                until,
                is_swap,
            });
        }
    }
    Ok(stays)
}

fn made(
    (id, claim): (Id, &Claim),
    job: &Job,
    agreement: &Agreement,
    (old, new): (Option<DeviceIdentity>, Option<DeviceIdentity>),
) -> Made {
    let supplier = agreement.supplier(&job.supplier).map(|supplier| supplier.name.clone());
    Made {
        claim: id,
        number: claim.report.number.clone(),
        holder: claim.report.holder,
        work: job.work,
        supplier: supplier.unwrap_or_else(|| job.supplier.clone()),
        state: job.state,
        ordered_at: job.ordered_at,
        accepted_at: job.accepted.map(|(at, _)| at),
        old,
        new,
    }
}

fn loss(id: Id, claim: &Claim, settlement: Settlement) -> Loss {
    Loss {
        claim: id,
        number: claim.report.number.clone(),
        contract: claim.report.contract,
        holder: claim.report.holder,
        cause: claim.cause().to_owned(),
        happened_at: claim.happened_at(),
        reported_at: claim.reported_at,
        phase: claim.phase(),
        way: claim.closed.map(|closed| closed.way),
        approved: match settlement {
            Settlement::Approved { remedy, amount } => Some((remedy, amount)),
            _ => None,
        },
    }
}
