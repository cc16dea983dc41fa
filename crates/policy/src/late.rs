//! What a list of late premium shows of a contract: instants only, so that the list is right at any time without another look.

use billing::Receivable;
use kernel::{Date, Instant};

use crate::{Contract, Phase, agenda::What, ends::repeated_at, planning, reminding};

/// Where a contract with open premium stands on the reminder path (NL-DUN, BE-DUN).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    /// The oldest due date of what is open.
    pub oldest: Date,
    /// When the next reminder may go, free or not; none while none is to go.
    pub remind: Option<Instant>,
    /// The end of the free reminder's term, the latest one (BE-DUN-10).
    pub free: Option<Instant>,
    /// When cover stops or stopped by a reminder that is unpaid still, the earliest one.
    pub stops: Option<Instant>,
    /// From when the end may be proposed for non-payment, as things stand (NL-DUN-09, BE-DUN-09, AMB-13).
    pub repeated: Option<Instant>,
    /// The end of a hold, or of the time for the next part of a payment plan.
    pub held: Option<Instant>,
}

/// Where the contract stands; none if no premium is open, or it is no policy yet.
pub fn late(contract: &Contract) -> Option<Late> {
    let country = contract.country();
    let billing = &contract.billing;
    let open: Vec<&Receivable> = billing.receivables.iter().filter(|r| r.is_open()).collect();
    let oldest = open.iter().map(|r| r.due).min()?;
    if !matches!(contract.phase, Phase::Running { .. }) {
        return None;
    }
    let items = reminding::reminders(contract);
    let reminds = items.iter().filter(|item| matches!(item.what, What::Remind | What::RemindFree));
    let free = open.iter().filter_map(|r| billing.free_reminded.get(&r.no)).max();
    let unpaid = billing.reminders.iter().filter(|r| !r.cancelled && r.satisfied.is_none());
    Some(Late {
        oldest,
        remind: reminds.map(|item| item.at).min(),
        free: free.map(|last| kernel::end_of_day(*last, country)),
        stops: unpaid.map(|r| r.cover_stops).filter(|at| !contract.is_over_at(*at)).min(),
        repeated: repeated_at(contract).filter(|at| !contract.is_over_at(*at)),
        held: billing.held_until(country).max(planning::breaks(contract).map(|item| item.at)),
    })
}
