//! What a claim can be reported for: every device of every policy that gives or gave cover (FAQ-01), and what was begun.

use std::collections::BTreeMap;

use kernel::{Date, DeviceKind, Id, Instant, PolicyNumber};
use policy::Contract;
use store::Tx;

use super::{contracts_in, policies};
use crate::{App, AppError, access::Scope, apply::DeviceIdentity, claims::unsent, streams};

/// A device for which something can be reported. Personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insured {
    /// The policy's number.
    pub number: PolicyNumber,
    /// Code of its plan.
    pub plan: String,
    /// Its number in the schedule, where there are several.
    pub item: Option<u32>,
    /// What kind it is.
    pub kind: DeviceKind,
    /// Make and model; empty when they were forgotten.
    pub model: String,
}

/// A report that was begun and not sent. Personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The policy's number.
    pub number: PolicyNumber,
    /// Make and model of the policy's first device; empty when they were forgotten.
    pub model: String,
    /// When it was last changed.
    pub changed_at: Instant,
    /// The last day on which it is kept, unless it is changed again.
    pub kept_until: Date,
}

/// The devices, in the order of the policies, the newest first.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn insured(app: &App, tx: &mut Tx<'_>, now: Instant, scope: &Scope) -> Result<Vec<Insured>, AppError> {
    let lines = policies(app, tx, now, scope)?;
    let ids: Vec<Id> = lines.iter().map(|line| line.contract).collect();
    let contracts = streams::look::<Contract>(tx, &ids)?;
    let mut found = Vec::new();
    for line in lines.into_iter().filter(|line| line.may_report) {
        let contract = contracts.get(&line.contract).and_then(|loaded| loaded.state.as_ref());
        let devices = contract.map(|contract| contract.schedule_at(now).devices.clone()).unwrap_or_default();
        let insured = |item: Option<u32>, kind: DeviceKind, model: String| Insured {
            number: line.number.clone(),
            plan: line.plan.clone(),
            item,
            kind,
            model,
        };
        if devices.len() < 2 {
            found.push(insured(None, line.kind, line.model.clone()));
            continue;
        }
        for device in devices {
            let identity: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
            let model = identity.map(|identity| identity.model).unwrap_or_default();
            found.push(insured(Some(device.item), device.kind, model));
        }
    }
    Ok(found)
}

/// Reports that were begun, the latest first.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn begun(app: &App, tx: &mut Tx<'_>, now: Instant, scope: &Scope) -> Result<Vec<Begun>, AppError> {
    let ids = contracts_in(tx, scope)?;
    let drafts = unsent::of_contracts(tx, &ids)?;
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let lines = policies(app, tx, now, scope)?;
    let mut lines: BTreeMap<Id, _> = lines.into_iter().map(|line| (line.contract, line)).collect();
    let line = |(contract, changed_at): (Id, Instant)| {
        let line = lines.remove(&contract)?;
        let kept_until = unsent::kept_until(changed_at);
        Some(Begun { number: line.number, model: line.model, changed_at, kept_until })
    };
    let mut begun: Vec<Begun> = drafts.into_iter().filter_map(line).collect();
    begun.sort_by_key(|begun| std::cmp::Reverse(begun.changed_at));
    Ok(begun)
}
