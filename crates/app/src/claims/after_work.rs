//! The work that a repair or replacement leaves behind, whether the claim is closed or not: an own share that was not paid, an old
//! device that was not sent in, a device that the customer did not get. Each is a task of its own.

use ::claims::{Claim, Job, JobState};
use kernel::{Actor, Country, Id, Instant, Rule};
use store::Tx;

use super::change::Change;
use crate::{
    AppError,
    tasks::{self, NewTask, TaskKind},
};

const KINDS: [TaskKind; 3] = [TaskKind::CollectOwnShare, TaskKind::AwaitOldDevice, TaskKind::DeniedHandOver];

/// The tasks that there are now. What is not to be done any more is closed.
pub(super) fn tasks(
    tx: &mut Tx<'_>,
    now: Instant,
    change: &Change<'_>,
    by: &Actor,
) -> Result<Vec<NewTask>, AppError> {
    let stream = change.loaded.id;
    let mut open = Vec::new();
    for kind in KINDS {
        match task(stream, change.claim(), kind) {
            Some(task) => open.push(task),
            None if change.before.as_ref().is_some_and(|before| task(stream, before, kind).is_some()) => {
                tasks::close(tx, now, by, kind, &[stream])?;
            }
            None => {}
        }
    }
    Ok(open)
}

fn task(stream: Id, claim: &Claim, kind: TaskKind) -> Option<NewTask> {
    let new = |rule, due, amount| NewTask { kind, stream, rule, due, amount, detail: String::new() };
    let job = |is_it: fn(&Job) -> bool| claim.jobs.iter().find(|job| is_it(job));
    match kind {
        TaskKind::CollectOwnShare => {
            let open = claim.own_share_open();
            let reminded = job(|job| job.own_share_reminded).filter(|_| open.is_positive())?;
            Some(new(Rule("MONEY-07"), reminded.own_share_by, Some(open)))
        }
        TaskKind::AwaitOldDevice => {
            let awaited = job(|job| job.old_device_reminded && job.awaits_old_device())?;
            let rule = if claim.report.country == Country::Be { "BE-CLAIM-04" } else { "NL-CLAIM-06" };
            Some(new(Rule(rule), awaited.old_device_by, None))
        }
        _ => {
            let denied = job(|job| job.is_denied && job.state == JobState::Delivered)?;
            let rule = if claim.report.country == Country::Be { "BE-CLAIM-05" } else { "NL-CLAIM-08" };
            Some(new(Rule(rule), None, denied.invoice))
        }
    }
}
