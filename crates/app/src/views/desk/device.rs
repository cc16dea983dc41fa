//! One device across policies, holders and claims, by the item of a policy that it is or was (PRIV-06).

use kernel::{Id, PolicyNumber};
use policy::Contract;
use store::Tx;

use crate::{
    App, AppError,
    apply::DeviceIdentity,
    claims::{DeviceHistory, device_history},
    contracts, streams,
};

/// A device, opened for the desk. Personal: log the looks before it is shown.
#[derive(Debug, Clone)]
pub struct DeviceFile {
    /// The contract it was asked for by.
    pub contract: Id,
    /// Who holds that.
    pub holder: Id,
    /// What the item was, the first first: a swap brings another device. None of those that were forgotten.
    pub identities: Vec<DeviceIdentity>,
    /// Where it was insured, and what was claimed for it.
    pub history: DeviceHistory,
}

/// Opens the device that is an item of a policy; none when there is no such policy or item.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Damaged`].
pub fn device_file(
    app: &App,
    tx: &mut Tx<'_>,
    number: &PolicyNumber,
    item: u32,
) -> Result<Option<DeviceFile>, AppError> {
    let Some(id) = contracts::by_number(tx, number)? else { return Ok(None) };
    let loaded = streams::look::<Contract>(tx, &[id])?.remove(&id).expect("it was asked for");
    let contract = loaded.state()?;
    let mut references = Vec::new();
    for device in contract.schedules().into_iter().flat_map(|schedule| schedule.devices) {
        if device.item == item && !references.contains(&device.identity) {
            references.push(device.identity);
        }
    }
    if references.is_empty() {
        return Ok(None);
    }
    let sealed = app.unseal_all(tx, &references)?;
    let mut identities = Vec::new();
    for reference in &references {
        identities.extend(sealed.get::<DeviceIdentity>(reference)?);
    }
    let history = device_history(app, tx, &identities)?;
    Ok(Some(DeviceFile { contract: id, holder: contract.holder(), identities, history }))
}
