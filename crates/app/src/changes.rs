//! Changes of a policy while it runs: another device or number, one more or one less, another plan, who is insured, a move. Each
//! makes an endorsement and a new version of the schedule (NL-OBL-04, NL-CLAIM-07, AMB-63), and is worked out beforehand by the
//! code that does it.

mod quote;

use std::collections::BTreeMap;

use kernel::{Actor, Country, Date, Id, Instant, Money, Rule, VaultRef};
use party::{PartyKind, PostalAddress, Profile};
use policy::{Change, Command, Contract, Device, Gone, HolderKind, Insured, Relation, Swap};
use store::Tx;

pub use self::quote::{Quote, kinds, plans, quote};
use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    apply::{self, DeviceIdentity, ProposedDevice},
    contracts::{self, Order, Outcome},
    devices,
    parties::{self, NewParty},
    sealed::Purpose,
    streams,
};

/// What changes.
#[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum What {
    /// A device got another identity.
    Swapped {
        /// Number in the schedule.
        item: u32,
        /// Make, model, numbers of the new one.
        identity: DeviceIdentity,
        /// Why.
        why: Swap,
    },
    /// One more device, under the plan of the policy.
    Added {
        /// The device.
        device: ProposedDevice,
    },
    /// A device left.
    Left {
        /// Number in the schedule.
        item: u32,
        /// Why.
        why: Gone,
        /// Since when, if not from now.
        on: Option<Date>,
    },
    /// Another plan, from the next premium due date.
    Plan {
        /// Its code.
        plan: String,
    },
    /// Somebody is named as insured beside the policyholder (ACT-02, ACT-03).
    PersonAdded {
        /// Their name.
        name: String,
        /// Day of birth.
        born: Option<Date>,
    },
    /// Somebody is not named as insured any longer.
    PersonLeft {
        /// Who.
        person: Id,
    },
    /// The policyholder moves: to another country, or within this one; none where we do not insure.
    Moved {
        /// Where to.
        to: Option<Country>,
        /// First day there.
        on: Date,
    },
}

impl What {
    /// Its name in forms and lists.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Swapped { .. } => "swapped",
            Self::Added { .. } => "added",
            Self::Left { .. } => "left",
            Self::Plan { .. } => "plan",
            Self::PersonAdded { .. } => "person-added",
            Self::PersonLeft { .. } => "person-left",
            Self::Moved { .. } => "moved",
        }
    }
}

impl std::fmt::Debug for What {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "What({})", self.code())
    }
}

/// A change to be made.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Id of the command: the same one again answers *already done*.
    pub id: String,
    /// Which contract.
    pub contract: Id,
    /// The version that was read; none where nobody else can have changed it in between.
    pub version: Option<i64>,
    /// What.
    pub what: What,
    /// Who.
    pub actor: Actor,
}

/// Makes a change.
///
/// # Errors
/// [`AppError::Refused`] by rule; [`StoreError::Conflict`](store::StoreError) when the contract has changed since it was
/// read. Nothing is done then.
pub fn change(app: &App, tx: &mut Tx<'_>, now: Instant, asked: &Asked) -> Result<Outcome, AppError> {
    if !unchanged::<Contract>(tx, &asked.id, asked.contract, asked.version)? {
        return Ok(Outcome::AlreadyDone);
    }
    let loaded = streams::look::<Contract>(tx, &[asked.contract])?;
    let contract = loaded[&asked.contract].state()?;
    let command = command(app, tx, now, (asked.contract, contract), &asked.what, Some(asked))?;
    let order = Order { id: asked.id.clone(), contract: asked.contract, command, actor: asked.actor.clone() };
    Ok(contracts::execute(app, tx, now, &[order])?.remove(0)?)
}

/// The command for a change. Without `keep` nothing is sealed or registered: the references in it lead nowhere then.
fn command(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    (id, contract): (Id, &Contract),
    what: &What,
    keep: Option<&Asked>,
) -> Result<Command, AppError> {
    let endorse = |change, from, premium| Command::Endorse { change, from, premium };
    let schedule = contract.schedule_at(now);
    let seal = |tx: &mut Tx<'_>, identity: &DeviceIdentity| match keep {
        Some(_) => app.seal(tx, now, (contract.holder(), Purpose::Contract, "device"), None, identity),
        None => {
            devices::is_free(app, tx, now, id, identity)?;
            Ok(VaultRef { id: app.new_id(id.shard(), now), commitment: String::new() })
        }
    };
    Ok(match what {
        What::Swapped { item, identity, why } => {
            has_number(identity)?;
            devices::is_not_twice(app, tx, now, contract, (Some(*item), identity))?;
            let old = schedule.device(*item).map(|device| &device.identity);
            let known: Option<DeviceIdentity> = old.map_or(Ok(None), |old| app.unseal(tx, old))?;
            let identity = match old {
                // The same device again is no change.
                Some(old) if known.as_ref() == Some(identity) => old.clone(),
                _ => seal(tx, identity)?,
            };
            endorse(Change::DeviceSwapped { item: *item, identity, kind: None, why: *why }, None, None)
        }
        What::Added { device } => {
            has_number(&device.identity)?;
            devices::is_not_twice(app, tx, now, contract, (None, &device.identity))?;
            within_authority(app, contract, device.purchase_value)?;
            let product = app.products.by_hash(tx, &schedule.product.hash)?;
            let (bought, today) = (device.bought, kernel::local_date(now, contract.country()));
            let frequency = contract.application.frequency;
            let price = apply::quote(
                &product,
                &schedule.plan,
                device.kind,
                device.purchase_value,
                frequency,
                (bought, today),
            )?;
            let device = Device {
                item: next_item(contract),
                kind: device.kind,
                identity: seal(tx, &device.identity)?,
                bought,
                purchase_value: device.purchase_value,
                excess: price.excess,
                premium: Some(price.premium),
            };
            endorse(Change::ItemAdded { device }, None, None)
        }
        What::Left { item, why, on } => {
            let from = on.map(|day| kernel::start_of_day(day, contract.country()).min(now));
            endorse(Change::ItemLeft { item: *item, why: *why }, from, None)
        }
        What::Plan { plan } => {
            let (change, premium) = other_plan(app, tx, now, contract, plan)?;
            endorse(change, None, Some(premium))
        }
        What::PersonAdded { name, born } => {
            let person = match keep {
                Some(asked) => register(app, tx, now, contract, asked, (name, *born))?,
                None => app.new_id(id.shard(), now),
            };
            let relation = match contract.application.holder_kind {
                HolderKind::Consumer => Relation::Household,
                HolderKind::Business => Relation::Staff,
            };
            endorse(Change::InsuredAdded { insured: Insured { person, relation } }, None, None)
        }
        What::PersonLeft { person } => endorse(Change::InsuredLeft { person: *person }, None, None),
        What::Moved { to, on } => Command::Move { to: *to, on: *on },
    })
}

fn has_number(identity: &DeviceIdentity) -> Result<(), AppError> {
    if identity.imei.is_none() && identity.serial.is_none() {
        return Err(AppError::Refused(Refused::new("device-no-number", Some(Rule("NL-PROV-09")))));
    }
    Ok(())
}

/// The power of attorney says up to which value the administrator may accept a device (ACT-06).
fn within_authority(app: &App, contract: &Contract, value: Money) -> Result<(), AppError> {
    let limit = app.products.agreement(&contract.application.agreement)?.authority.accept_value_cents;
    if value > limit {
        return Err(AppError::Refused(Refused::from(&policy::PolicyRefusal::AboveAuthority)));
    }
    Ok(())
}

/// A number that was never used in the schedule.
fn next_item(contract: &Contract) -> u32 {
    let versions = contract.schedules();
    versions.iter().flat_map(|version| &version.devices).map(|device| device.item).max().unwrap_or(0) + 1
}

/// Another plan: what each device costs and bears under it, by the tariff of the policy's own wording.
fn other_plan(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: &Contract,
    plan: &str,
) -> Result<(Change, Money), AppError> {
    let schedule = contract.schedule_at(now);
    let product = app.products.by_hash(tx, &schedule.product.hash)?;
    let new = product
        .plan(plan)
        .ok_or_else(|| AppError::Refused(Refused::new("unknown-plan", Some(Rule("NL-PREM-05")))))?;
    let (mut premium, mut excess, mut parts) = (Money::ZERO, BTreeMap::new(), BTreeMap::new());
    for device in &schedule.devices {
        let (kind, value) = (device.kind, device.purchase_value);
        // A device that came later was sold on the day it was bought, or later.
        let days = (device.bought, contract.start().max(device.bought));
        let price = apply::quote(&product, plan, kind, value, contract.application.frequency, days)?;
        premium += price.premium;
        excess.insert(device.item, price.excess);
        parts.insert(device.item, price.premium);
    }
    let change = Change::PlanChanged { plan: plan.to_owned(), flags: new.flags.clone(), excess, parts };
    Ok((change, premium))
}

/// Somebody insured beside the policyholder: known by name and day of birth, and reached where the policyholder is.
fn register(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: &Contract,
    asked: &Asked,
    (name, born): (&str, Option<Date>),
) -> Result<Id, AppError> {
    let holder = contract.holder();
    let known = parties::known(app, tx, &[holder])?.remove(&holder);
    let known = known.ok_or_else(|| AppError::missing("a party", holder))?;
    let address: PostalAddress =
        known.profile.map(|profile| profile.address).ok_or_else(|| AppError::missing("a profile", holder))?;
    let profile = Profile {
        name: name.to_owned(),
        born,
        insured_person: None,
        insured_born: None,
        address,
        email: None,
        phone: None,
    };
    let person = app.new_id(holder.shard(), now);
    let new = NewParty {
        kind: PartyKind::Person,
        country: contract.country(),
        language: known.party.language,
        by_email: false,
        profile: &profile,
    };
    parties::register(app, tx, now, person, &asked.actor, &format!("{}:person", asked.id), &new)?;
    Ok(person)
}
