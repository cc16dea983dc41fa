//! A repairer's word that the customer has the device and signed for it (NL-CLAIM-08, AMB-31). Whoever says so is paid for it,
//! so the customer is told and can say otherwise for a term. When that is over, it counts as accepted from the hand-over.

use kernel::{Id, Instant, Role};
use serde::{Deserialize, Serialize};

use crate::decide::Done;
use crate::job::at_work;
use crate::refusal::ClaimRefusal as No;
use crate::{Claim, ClaimEvent, Context, Happened, Job, JobState, settlement};

/// That a device was handed over, as the repairer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// When it was recorded.
    pub at: Instant,
    /// Until when the customer can say otherwise; from then it counts as accepted.
    pub until: Instant,
}

impl Job {
    /// Until when the customer can say that they did not get it, as long as nothing was accepted.
    pub fn waits_until(&self) -> Option<Instant> {
        self.handed_over.filter(|_| self.state == JobState::Delivered).map(|handed_over| handed_over.until)
    }

    /// The term in which the customer could say otherwise is over.
    pub(crate) fn is_handed_over(&self, now: Instant) -> bool {
        self.waits_until().is_some_and(|until| until <= now)
    }
}

/// Orders that count as accepted by now, because nobody said otherwise.
pub fn handed_over(claim: &Claim, now: Instant) -> Vec<Id> {
    claim.jobs.iter().filter(|job| job.is_handed_over(now)).map(|job| job.id).collect()
}

pub(crate) fn record(job: &Job, until: Instant, context: &Context<'_>) -> Result<Done, No> {
    at_work(context)?;
    match job.state {
        JobState::Delivered if job.handed_over.is_none() => {
            let event = ClaimEvent::JobHandedOver { job: job.id, until };
            Ok(Done::Happened(vec![Happened::at(context.now, event)]))
        }
        JobState::Delivered | JobState::Accepted => Ok(Done::AlreadyDone),
        JobState::Ordered | JobState::Stopped => Err(No::JobNotThere),
    }
}

pub(crate) fn deny(job: &Job, context: &Context<'_>) -> Result<Done, No> {
    if context.actor.role != Role::Policyholder {
        settlement::person(context.actor)?;
    }
    match job.state {
        JobState::Delivered if job.is_denied => Ok(Done::AlreadyDone),
        JobState::Delivered if job.handed_over.is_some() => {
            let event = ClaimEvent::HandOverDenied { job: job.id };
            Ok(Done::Happened(vec![Happened::at(context.now, event)]))
        }
        _ => Err(No::JobNotThere),
    }
}
