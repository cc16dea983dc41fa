//! What is written about repair and replacement: where to hand the device over, that it is ready, what acceptance means, and
//! what is still to be done (DOC-13).

use ::claims::{Claim, ClaimEvent, Job, Work};
use documents::{Content, content as say};
use kernel::Id;
use store::Tx;

use super::{in_kind_view::last_day, letters::Writer};
use crate::AppError;

/// What is told of a repair or replacement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkStage {
    Ordered,
    Ready,
    Accepted,
    Reminder,
}

/// The order that an event tells of, and what is told.
pub(super) fn told(event: &ClaimEvent) -> Option<(Id, WorkStage)> {
    match event {
        ClaimEvent::JobOrdered { job, .. } => Some((*job, WorkStage::Ordered)),
        ClaimEvent::JobDelivered { job, .. } => Some((*job, WorkStage::Ready)),
        ClaimEvent::JobAccepted { job, .. } => Some((*job, WorkStage::Accepted)),
        ClaimEvent::OwnShareReminded { job } | ClaimEvent::OldDeviceReminded { job } => {
            Some((*job, WorkStage::Reminder))
        }
        _ => None,
    }
}

impl Writer<'_> {
    /// The note; none where the repairer is not known any more, or nothing is open of what would be reminded of.
    pub(super) fn work(
        &self,
        tx: &mut Tx<'_>,
        job: Id,
        stage: WorkStage,
    ) -> Result<Option<Content>, AppError> {
        let claim: &Claim = self.claim;
        let agreement = self.app.products.agreement(&claim.report.agreement)?;
        let Some(job) = claim.job(job) else { return Ok(None) };
        let Some(supplier) = agreement.supplier(&job.supplier) else { return Ok(None) };
        let asks = matches!(stage, WorkStage::Accepted | WorkStage::Reminder);
        let own_share = self.own_share(job).filter(|_| asks);
        let day = |end| last_day(end, claim.report.country);
        let old_device_by = job.old_device_by.filter(|_| asks && job.awaits_old_device()).map(day);
        if stage == WorkStage::Reminder && own_share.is_none() && old_device_by.is_none() {
            return Ok(None);
        }
        let note = say::WorkNote {
            replaced: job.work == Work::Replacement,
            device: self.device(tx, job.item)?,
            supplier: say::WorkSupplier {
                name: supplier.name.clone(),
                address: supplier.address.clone(),
                phone: supplier.phone.clone(),
            },
            own_share,
            old_device_by,
            link: self.link(),
        };
        Ok(Some(match stage {
            WorkStage::Ordered => Content::WorkOrdered(note),
            WorkStage::Ready => Content::WorkReady(note),
            WorkStage::Accepted => Content::WorkAccepted(note),
            WorkStage::Reminder => Content::WorkReminder(note),
        }))
    }

    /// What is open of the own share, asked for by the number of the claim: what a transfer with it pays is matched by that.
    fn own_share(&self, job: &Job) -> Option<say::OwnShare> {
        let open = self.claim.own_share_open();
        let by = job.own_share_by.filter(|_| open.is_positive())?;
        Some(say::OwnShare {
            amount: open,
            by: last_day(by, self.claim.report.country),
            pay: say::PayInstruction { reference: self.claim.report.number.to_string(), link: None },
        })
    }
}
