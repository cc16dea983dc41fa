//! Changes of a policy while it runs: another device or number, a device that is gone, another plan, a move. Each makes an
//! endorsement and a new version of the schedule (NL-OBL-04, NL-CLAIM-07, AMB-63).

use kernel::{Actor, Country, Date, Id, Instant, Money};
use policy::{Change, Command, Contract, Gone, Swap};
use store::Tx;

use crate::{
    App, AppError, Refused,
    acceptance::unchanged,
    apply::{self, DeviceIdentity},
    contracts::{self, Order, Outcome},
    sealed::Purpose,
    streams,
};

/// What changes.
#[derive(Clone, PartialEq, Eq)]
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
    /// The policyholder moves to another country; none where we do not insure.
    Moved {
        /// Where to.
        to: Option<Country>,
        /// First day there.
        on: Date,
    },
}

impl std::fmt::Debug for What {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Swapped { .. } => "Swapped(sealed)",
            Self::Left { .. } => "Left",
            Self::Plan { .. } => "Plan",
            Self::Moved { .. } => "Moved",
        })
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
    let command = command(app, tx, now, asked, contract)?;
    let order = Order { id: asked.id.clone(), contract: asked.contract, command, actor: asked.actor.clone() };
    Ok(contracts::execute(app, tx, now, &[order])?.remove(0)?)
}

fn command(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    asked: &Asked,
    contract: &Contract,
) -> Result<Command, AppError> {
    let endorse = |change, from, premium| Command::Endorse { change, from, premium };
    Ok(match &asked.what {
        What::Swapped { item, identity, why } => {
            let holder = contract.holder();
            swap_numbers(app, tx, asked.contract, contract, *item, identity, now)?;
            let identity = app.seal(tx, now, (holder, Purpose::Contract, "device"), None, identity)?;
            endorse(Change::DeviceSwapped { item: *item, identity, kind: None, why: *why }, None, None)
        }
        What::Left { item, why, on } => {
            let from = on.map(|day| kernel::start_of_day(day, contract.country()).min(now));
            endorse(Change::ItemLeft { item: *item, why: *why }, from, None)
        }
        What::Plan { plan } => {
            let product = app.products.by_hash(tx, &contract.application.product.hash)?;
            let new = product.plan(plan).ok_or_else(|| {
                AppError::Refused(Refused::new("unknown-plan", Some(kernel::Rule("NL-PREM-05"))))
            })?;
            let premium = premium_for(app, tx, now, contract, plan)?;
            let change = Change::PlanChanged {
                plan: plan.clone(),
                flags: new.flags.clone(),
                excess: std::collections::BTreeMap::new(),
            };
            endorse(change, None, Some(premium))
        }
        What::Moved { to, on } => Command::Move { to: *to, on: *on },
    })
}

/// The numbers of the old device are free again, those of the new one are taken: one policy a device at a time (PRIV-02).
fn swap_numbers(
    app: &App,
    tx: &mut Tx<'_>,
    id: Id,
    contract: &Contract,
    item: u32,
    identity: &DeviceIdentity,
    now: Instant,
) -> Result<(), AppError> {
    if identity.imei.is_none() && identity.serial.is_none() {
        return Err(AppError::Refused(Refused::new("device-no-number", Some(kernel::Rule("NL-PROV-09")))));
    }
    let schedule = contract.schedule_at(now);
    let Some(device) = schedule.device(item) else { return Ok(()) };
    let old: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
    if old.as_ref() == Some(identity) {
        return Ok(());
    }
    if let Some(old) = &old {
        apply::leave_device(app, tx, id, old)?;
    }
    apply::take_device(app, tx, id, identity)
}

/// What an instalment costs under another plan, by the tariff of the policy's own product version.
fn premium_for(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: &Contract,
    plan: &str,
) -> Result<Money, AppError> {
    let application = &contract.application;
    let product = app.products.by_hash(tx, &application.product.hash)?;
    let mut premium = Money::ZERO;
    for device in contract.schedule_at(now).devices {
        let (kind, value) = (device.kind, device.purchase_value);
        let days = (device.bought, contract.start());
        premium += apply::quote(&product, plan, kind, value, application.frequency, days)?.premium;
    }
    Ok(premium)
}
