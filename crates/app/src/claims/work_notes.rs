//! What is written about repair and replacement: where to hand the device over, that it is ready, what acceptance means, and
//! what is still to be done (DOC-13).

use ::claims::{AcceptedBy, Claim, ClaimEvent, Job, Work};
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
    HandedOver,
    Accepted,
    Reminder,
}

/// The order that an event tells of, and what is told.
pub(super) fn told(event: &ClaimEvent) -> Option<(Id, WorkStage)> {
    match event {
        ClaimEvent::JobOrdered { job, .. } => Some((*job, WorkStage::Ordered)),
        ClaimEvent::JobDelivered { job, .. } => Some((*job, WorkStage::Ready)),
        ClaimEvent::JobHandedOver { job, .. } => Some((*job, WorkStage::HandedOver)),
        ClaimEvent::JobAccepted { job, .. } => Some((*job, WorkStage::Accepted)),
        ClaimEvent::OwnShareReminded { job } | ClaimEvent::OldDeviceReminded { job } => {
            Some((*job, WorkStage::Reminder))
        }
        _ => None,
    }
}

/// Whether it is told that it was handed over: when the repairer says so, and when that counts as acceptance.
fn tells_hand_over(job: &Job, stage: WorkStage) -> bool {
    let is_kept = job.accepted.is_some_and(|(_, by)| by == AcceptedBy::HandOver);
    stage == WorkStage::HandedOver || (stage == WorkStage::Accepted && is_kept)
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
            handed_over: job.handed_over.filter(|_| tells_hand_over(job, stage)).map(|handed_over| {
                let on = kernel::local_date(handed_over.at, claim.report.country);
                say::HandedOver { on, deny_by: day(handed_over.until) }
            }),
            link: self.link(),
        };
        Ok(Some(match stage {
            WorkStage::Ordered => Content::WorkOrdered(note),
            WorkStage::Ready => Content::WorkReady(note),
            WorkStage::HandedOver => Content::WorkHandedOver(note),
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
