//! The life of a direct debit mandate: given, amended, stopped, lapsed (LAW-SEPA-03, LAW-SEPA-04).

use billing::{BillingEvent, CollectionState, Mandate};
use kernel::{Date, Frequency, Instant, MandateReference, VaultRef};

use crate::{Contract, Done, Happened, PolicyRefusal as No};

/// The reason of a mandate that nothing was collected on for 36 months.
const LAPSED: &str = "lapsed";

/// Another mandate takes the place of the one before.
pub(crate) fn give(
    contract: &Contract,
    reference: &MandateReference,
    debtor: &VaultRef,
    signed: Date,
    now: Instant,
) -> Result<Done, No> {
    if contract.billing.mandate.as_ref().is_some_and(|mandate| mandate.reference == *reference) {
        return Ok(Done::AlreadyDone);
    }
    let (reference, debtor) = (reference.clone(), debtor.clone());
    let given = BillingEvent::MandateGiven { reference, debtor, signed };
    Ok(Done::Happened(vec![Happened::at(now, given)]))
}

/// The same debtor names another account. A mandate that was stopped is not brought back by it: that needs a new one.
pub(crate) fn amend(contract: &Contract, debtor: &VaultRef, signed: Date, now: Instant) -> Result<Done, No> {
    match &contract.billing.mandate {
        None => Err(No::NoMandate),
        Some(mandate) if mandate.debtor == *debtor => Ok(Done::AlreadyDone),
        Some(mandate) if mandate.stopped => Err(No::NoMandate),
        Some(_) => {
            let amended = BillingEvent::MandateAmended { debtor: debtor.clone(), signed };
            Ok(Done::Happened(vec![Happened::at(now, amended)]))
        }
    }
}

/// The mandate is not used any more; what waits to be released under it is taken out.
pub(crate) fn stop(contract: &Contract, reason: &str, now: Instant) -> Result<Done, No> {
    match &contract.billing.mandate {
        None => Err(No::NoMandate),
        Some(mandate) if mandate.stopped => Ok(Done::AlreadyDone),
        Some(_) => Ok(Done::Happened(stopped(contract, reason, now))),
    }
}

fn stopped(contract: &Contract, reason: &str, now: Instant) -> Vec<Happened> {
    let waiting = contract.billing.collections.iter().filter(|c| c.state == CollectionState::Announced);
    let withdrawn = waiting.map(|c| BillingEvent::CollectionWithdrawn { end_to_end: c.end_to_end.clone() });
    let stopped = BillingEvent::MandateStopped { reason: reason.to_owned() };
    withdrawn.chain([stopped]).map(|event| Happened::at(now, event)).collect()
}

/// When a recurrent mandate in use lapses if nothing more is collected on it (LAW-SEPA-04).
pub(crate) fn lapses(contract: &Contract) -> Option<Instant> {
    contract.billing.mandate.as_ref().filter(|mandate| !mandate.stopped)?;
    if contract.application.frequency == Frequency::OneOff {
        return None;
    }
    let last_used = contract.billing.mandate_last_used()?;
    let lapses = kernel::add_months_anchored(last_used, Mandate::UNUSED_MONTHS);
    Some(kernel::end_of_day(lapses, contract.country()))
}

/// It lapsed at `at`.
pub(crate) fn lapse(contract: &Contract, at: Instant) -> Vec<Happened> {
    stopped(contract, LAPSED, at)
}
