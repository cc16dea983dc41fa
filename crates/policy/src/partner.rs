//! What the policyholder opens to the partner that brought them, and takes back again (PRIV-24, PORTAL-13).

use kernel::{Id, Instant};
use serde::{Deserialize, Serialize};

use crate::{Contract, Done, Happened, Phase, PolicyEvent, PolicyRefusal as No};

/// What a partner may do, because the policyholder asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerView {
    /// The number that the partner's users carry.
    pub partner: Id,
    /// Whether it may report damage or theft for the policyholder too.
    pub reports: bool,
    /// Since when it stands as it does.
    pub since: Instant,
}

impl Contract {
    /// What stands open to a partner. Nothing does any more once the insurance is over: there is no longer a purpose (PRIV-19).
    pub fn open_to_partner(&self) -> Option<&PartnerView> {
        self.partner_view.as_ref().filter(|_| !is_over(self))
    }
}

fn is_over(contract: &Contract) -> bool {
    match contract.phase {
        Phase::Screening { .. } | Phase::Applied { .. } | Phase::Offered { .. } => false,
        Phase::Running { end_announced, .. } => end_announced,
        Phase::Rejected { .. } | Phase::Lapsed { .. } | Phase::Withdrawn { .. } => true,
    }
}

/// Opens the view, or changes what the partner may do.
pub(crate) fn open(contract: &Contract, partner: Id, reports: bool, now: Instant) -> Result<Done, No> {
    if is_over(contract) {
        return Err(No::PartnerViewOver);
    }
    match &contract.partner_view {
        Some(view) if (view.partner, view.reports) == (partner, reports) => Ok(Done::AlreadyDone),
        _ => {
            let opened = PolicyEvent::PartnerViewOpened { partner, reports };
            Ok(Done::Happened(vec![Happened::at(now, opened)]))
        }
    }
}

/// Takes it back. That is always possible, and never refused.
pub(crate) fn close(contract: &Contract, now: Instant) -> Done {
    match &contract.partner_view {
        None => Done::AlreadyDone,
        Some(view) => {
            let closed = PolicyEvent::PartnerViewClosed { partner: view.partner };
            Done::Happened(vec![Happened::at(now, closed)])
        }
    }
}
