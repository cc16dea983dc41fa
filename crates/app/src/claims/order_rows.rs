//! The rows of orders: what a repairer or supplier sees in its list, and how fast it was.

use ::claims::{ClaimEvent, Job, JobState};
use kernel::{Instant, Role};
use store::{Tx, params, row, sql};

use super::change::Change;
use crate::{App, AppError};

/// Rows of orders, as the claims now have them. An order goes on to its end with who has it, in the agreement or not: whose it
/// is was written down when it was made.
pub(super) fn project(app: &App, tx: &mut Tx<'_>, changed: &[&Change<'_>]) -> Result<(), AppError> {
    let mut made = Vec::new();
    for change in changed {
        let claim = change.claim();
        for job in &claim.jobs {
            let before = change.before.as_ref().and_then(|before| before.job(job.id));
            let (quoted, delivered) = (quoted_at(change, job), delivered_at(change, job));
            let Some(before) = before else {
                let agreement = app.products.agreement(&claim.report.agreement)?;
                let supplier = agreement
                    .supplier(&job.supplier)
                    .ok_or_else(|| AppError::missing("a supplier of the agreement", &job.supplier))?;
                made.push(row![
                    job.id,
                    change.loaded.id,
                    supplier.id,
                    job.work.code(),
                    job.state.code(),
                    job.ordered_at,
                    quoted,
                    delivered
                ]);
                continue;
            };
            if before.state != job.state || quoted.is_some() || delivered.is_some() {
                tx.exec_one(
                    sql!(
                        "update repair_order set state = ?1, quoted_us = coalesce(quoted_us, cast(?2 as bigint)), \
                         delivered_us = coalesce(cast(?3 as bigint), delivered_us) where id = ?4"
                    ),
                    &params![job.state.code(), quoted, delivered, job.id],
                )?;
            }
        }
    }
    if !made.is_empty() {
        tx.insert(
            sql!(
                "insert into repair_order \
                 (id, claim, repairer, work, state, ordered_us, quoted_us, delivered_us) values {rows}"
            ),
            &made,
        )?;
    }
    Ok(())
}

/// When the repairer, or the desk for it, now said what it found. Only the first time is kept.
fn quoted_at(change: &Change<'_>, job: &Job) -> Option<Instant> {
    let by_repairer = |role: Role| role != Role::Policyholder && role != Role::Machine;
    let states = |event: &ClaimEvent| match event {
        ClaimEvent::FactsStated { facts } => facts.iter().any(|fact| fact.item == Some(job.item)),
        _ => false,
    };
    let mut new = change.loaded.new.iter();
    let quote = new.find(|new| by_repairer(new.actor.role) && states(&new.event));
    quote.filter(|_| job.state == JobState::Ordered).map(|new| new.effective)
}

/// When it is now ready; the last time counts, where it had to be done again.
fn delivered_at(change: &Change<'_>, job: &Job) -> Option<Instant> {
    let is_ready =
        |event: &ClaimEvent| matches!(event, ClaimEvent::JobDelivered { job: id, .. } if *id == job.id);
    change.loaded.new.iter().rev().find(|new| is_ready(&new.event)).map(|new| new.effective)
}
