//! A device is insured once at a time: its numbers belong to the policy in whose schedule they are now or will be (PRIV-02,
//! NL-CLAIM-07, AMB-63).
//!
//! The register of unique numbers is what two policies fight over; what is right is what the schedules say. So a number that
//! still stands to the name of a policy which no longer has it goes to whoever asks for it.

use std::collections::BTreeSet;

use kernel::{Id, Instant, Rule};
use policy::{Change, Contract, ContractEvent, Corrected, Phase, PolicyEvent};
use store::{Tx, params, sql, unique};

use crate::{
    App, AppError, Refused,
    apply::DeviceIdentity,
    find::{self, Key},
    streams,
};

/// Takes the numbers of a device for a contract.
///
/// # Errors
/// [`AppError::Refused`] `device-insured-already` when another policy has one of them.
pub(crate) fn take(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    identity: &DeviceIdentity,
) -> Result<(), AppError> {
    let keys: Vec<_> = keys(identity).map(|key| (key, contract)).collect();
    find::remember(app, tx, &keys)?;
    let claims: Vec<_> = numbers(app, identity).map(|(kind, value)| claim(contract, kind, value)).collect();
    for (claim, answer) in claims.iter().zip(unique::claim(tx, &claims)?) {
        let unique::Claimed::Taken { by } = answer else { continue };
        if has(app, tx, now, by, claim)? {
            return Err(taken());
        }
        unique::release(tx, &[unique::Claim { owner: by, ..claim.clone() }])?;
        unique::claim(tx, std::slice::from_ref(claim))?;
    }
    Ok(())
}

/// Whether [`take`] would be possible.
///
/// # Errors
/// As [`take`].
pub(crate) fn is_free(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    identity: &DeviceIdentity,
) -> Result<(), AppError> {
    for (kind, value) in numbers(app, identity) {
        let owner = unique::owners(tx, &[(kind, value.as_str())])?.remove(0);
        if let Some(by) = owner.filter(|by| *by != contract)
            && has(app, tx, now, by, &claim(by, kind, value))?
        {
            return Err(taken());
        }
    }
    Ok(())
}

/// Refuses a device that is in the same schedule already, beside the item it takes the place of.
///
/// # Errors
/// As [`take`].
pub(crate) fn is_not_twice(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: &Contract,
    (item, identity): (Option<u32>, &DeviceIdentity),
) -> Result<(), AppError> {
    for device in contract.schedule_at(now).devices.iter().filter(|device| Some(device.item) != item) {
        let known: Option<DeviceIdentity> = app.unseal(tx, &device.identity)?;
        let same = |number: (&'static str, String)| {
            known.iter().flat_map(|known| numbers(app, known)).any(|other| other == number)
        };
        if numbers(app, identity).any(same) {
            return Err(taken());
        }
    }
    Ok(())
}

fn taken() -> AppError {
    AppError::Refused(Refused::new("device-insured-already", Some(Rule("PRIV-02"))))
}

/// Whether an event changes which numbers a contract has.
pub(crate) fn changes_numbers(event: &ContractEvent) -> bool {
    match event {
        ContractEvent::Policy(PolicyEvent::Endorsed { endorsement }) => matches!(
            endorsement.change,
            Change::DeviceSwapped { .. } | Change::ItemAdded { .. } | Change::ItemLeft { .. }
        ),
        ContractEvent::Policy(PolicyEvent::Corrected { corrected, .. }) => {
            matches!(
                corrected,
                Corrected::Ending { .. }
                    | Corrected::Endorsement { .. }
                    | Corrected::Rejection { sent: None }
            )
        }
        _ => false,
    }
}

/// Whether an event is the end of a contract's devices: it was not accepted, or has ended.
pub(crate) fn frees_all(event: &ContractEvent) -> bool {
    matches!(
        event,
        ContractEvent::Policy(
            PolicyEvent::Rejected { .. }
                | PolicyEvent::Lapsed
                | PolicyEvent::ApplicationWithdrawn
                | PolicyEvent::OfferDeclined { .. }
                | PolicyEvent::EndAnnounced
        )
    )
}

/// Brings the register in line with a contract: takes the numbers that are in its schedule now or will be, and frees the others.
///
/// # Errors
/// As [`take`].
pub(crate) fn settle(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    contract: &Contract,
) -> Result<(), AppError> {
    let held = held(app, tx, now, contract)?;
    let wanted: BTreeSet<(String, String)> = held
        .iter()
        .flat_map(|identity| numbers(app, identity))
        .map(|(kind, value)| (kind.to_owned(), value))
        .collect();
    let rows = tx.query(
        sql!("select kind, value from unique_key where owner = ?1 and kind in ('imei', 'serial') order by kind, value"),
        &params![id],
    )?;
    let mut gone = Vec::new();
    for row in rows {
        let (kind, value) = (row.text("kind")?, row.text("value")?);
        if !wanted.contains(&(kind.clone(), value.clone())) {
            gone.push(claim(id, if kind == "imei" { "imei" } else { "serial" }, value));
        }
    }
    if !gone.is_empty() {
        unique::release(tx, &gone)?;
    }
    held.iter().try_for_each(|identity| take(app, tx, now, id, identity))
}

/// Frees all numbers of contracts.
///
/// # Errors
/// [`AppError::Store`].
pub(crate) fn free(tx: &mut Tx<'_>, contracts: &[Id]) -> Result<(), AppError> {
    if !contracts.is_empty() {
        let sql = sql!("delete from unique_key where kind in ('imei', 'serial') and owner in ({ids})");
        tx.exec_ids(sql, &params![], contracts)?;
    }
    Ok(())
}

/// Whether a contract has a number still. One that is not stored yet is just being applied for.
fn has(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: Id,
    number: &unique::Claim,
) -> Result<bool, AppError> {
    let loaded = streams::look::<Contract>(tx, &[contract])?.remove(&contract);
    let Some(state) = loaded.and_then(|loaded| loaded.state) else { return Ok(true) };
    let held = held(app, tx, now, &state)?;
    Ok(held
        .iter()
        .flat_map(|identity| numbers(app, identity))
        .any(|(kind, value)| (kind, value.as_str()) == (number.kind, number.value.as_str())))
}

/// What is in the schedule of a contract now or will be; nothing once it is over.
fn held(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    contract: &Contract,
) -> Result<Vec<DeviceIdentity>, AppError> {
    let is_open = match contract.phase {
        Phase::Screening { .. } | Phase::Applied { .. } | Phase::Offered { .. } => true,
        Phase::Running { .. } => !contract.is_over_at(now),
        Phase::Rejected { .. } | Phase::Lapsed { .. } | Phase::Withdrawn { .. } => false,
    };
    if !is_open {
        return Ok(Vec::new());
    }
    let coming = contract.schedules().into_iter().filter(|version| version.from > now);
    let mut references = Vec::new();
    for device in std::iter::once(contract.schedule_at(now)).chain(coming).flat_map(|version| version.devices)
    {
        if !references.contains(&device.identity) {
            references.push(device.identity);
        }
    }
    let sealed = app.unseal_all(tx, &references)?;
    references.iter().filter_map(|reference| sealed.get(reference).transpose()).collect()
}

fn keys(identity: &DeviceIdentity) -> impl Iterator<Item = Key<'_>> {
    let imei = identity.imei.as_ref().map(Key::Imei);
    imei.into_iter().chain(identity.serial.as_ref().map(Key::Serial))
}

pub(crate) fn numbers<'a>(
    app: &'a App,
    identity: &'a DeviceIdentity,
) -> impl Iterator<Item = (&'static str, String)> + 'a {
    keys(identity).map(|key| (key.kind(), key.hash(app)))
}

fn claim(owner: Id, kind: &'static str, value: String) -> unique::Claim {
    unique::Claim { kind, value, owner }
}
