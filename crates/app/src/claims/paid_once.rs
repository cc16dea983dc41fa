//! One device is paid for once: what was beyond repair, or stolen, and approved to be paid in money on one claim cannot be so
//! again on another (NL-COV-02, BE-COV-03: at most the purchase value).

use ::claims::{Claim, Settlement};
use kernel::{ClaimNumber, Country, Id, Rule};
use policy::Contract;
use store::Tx;
use terms::{Remedy, Verdict};

use super::{change::Change, list};
use crate::{AppError, Refused, streams};

/// Refuses to approve money for a device for which another claim was approved to be paid in money.
///
/// # Errors
/// [`AppError::Refused`] `claim-device-paid-before`, with the number of that claim.
pub(super) fn not_paid_before(tx: &mut Tx<'_>, change: &Change<'_>) -> Result<(), AppError> {
    match paid_before(tx, change)? {
        None => Ok(()),
        Some(number) => {
            let rule = if change.claim().report.country == Country::Nl { "NL-COV-02" } else { "BE-COV-03" };
            Err(Refused::new("claim-device-paid-before", Some(Rule(rule))).with("claim", number).into())
        }
    }
}

/// The claim on which a device of this one was approved to be paid in money, if this one would be so again. The contract stays
/// locked until the end of the transaction, so that of two claims that are approved at once one sees the other.
pub(super) fn paid_before(tx: &mut Tx<'_>, change: &Change<'_>) -> Result<Option<ClaimNumber>, AppError> {
    let claim = change.claim();
    let verdicts = claim.decision.as_ref().map(|kept| &kept.verdicts);
    let to_pay = claim.items.iter().filter(|item| {
        let verdict = verdicts.and_then(|verdicts| verdicts.of(item.reported.item));
        item.settlement == Settlement::Open
            && matches!(verdict, Some(Verdict::Covered { remedy: Remedy::Payment, .. }))
    });
    let to_pay: Vec<u32> = to_pay.map(|item| item.reported.item).collect();
    if to_pay.is_empty() {
        return Ok(None);
    }
    let contracts = streams::load::<Contract>(tx, &[claim.report.contract])?;
    let contract = contracts[&claim.report.contract].state()?;
    let others = list::of_contract(tx, &[claim.report.contract])?;
    let others: Vec<Id> =
        others.into_iter().map(|line| line.id).filter(|id| *id != change.loaded.id).collect();
    let devices: Vec<Option<Id>> = to_pay.iter().map(|item| device(contract, claim, *item)).collect();
    for loaded in streams::look::<Claim>(tx, &others)?.into_values() {
        let Some(other) = loaded.state else { continue };
        let in_money = other.items.iter().filter(|item| {
            matches!(item.settlement, Settlement::Approved { remedy: Remedy::Payment, amount } if amount.is_positive())
        });
        let mut paid = in_money.filter_map(|item| device(contract, &other, item.reported.item));
        if paid.any(|paid| devices.contains(&Some(paid))) {
            return Ok(Some(other.report.number));
        }
    }
    Ok(None)
}

/// What names the device that the schedule had under this number when the damage arose.
fn device(contract: &Contract, claim: &Claim, item: u32) -> Option<Id> {
    let schedule = contract.schedule_at(claim.happened_at());
    schedule.device(item).map(|device| device.identity.id)
}
