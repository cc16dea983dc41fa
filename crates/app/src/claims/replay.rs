//! Every decision can be made again: the same facts and wording give the same bytes, years later.

use claims::{Claim, ClaimEvent};
use kernel::{Id, Instant};
use store::{Tx, journal};
use terms::Decision;

use super::change;
use crate::{App, AppError};

/// A decision made again.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// The claim.
    pub claim: Id,
    /// Place of the decision in its stream.
    pub seq: i64,
    /// When it was made.
    pub at: Instant,
    /// The decision as it was kept.
    pub kept: Decision,
    /// The decision as it comes out now.
    pub again: Decision,
}

impl Replayed {
    /// Whether both are the same to the byte.
    pub fn is_same(&self) -> bool {
        serde_json::to_vec(&self.kept).ok() == serde_json::to_vec(&self.again).ok()
    }
}

/// Makes every decision on claims again, from the journal and the sealed facts. Decisions whose facts or reasons were
/// forgotten are left out.
///
/// # Errors
/// [`AppError::Damaged`] when an event cannot be read or a decision that was made cannot be made any more.
pub fn replay(app: &App, tx: &mut Tx<'_>, claims: &[Id]) -> Result<Vec<Replayed>, AppError> {
    let mut out = Vec::new();
    for (id, events) in journal::load(tx, claims)? {
        let mut state: Option<Claim> = None;
        for event in events {
            let read = ClaimEvent::read(i64::from(event.version), &event.body)
                .map_err(|_| AppError::damaged("an event", format!("{id}/{}", event.seq)))?;
            if let (Some(claim), ClaimEvent::Decided { known, decision, .. }) = (&state, &read) {
                let product = app.products.by_hash(tx, &claim.report.wording.content_hash)?;
                let opened = match change::open_facts(app, tx, claim) {
                    Err(AppError::Refused(_)) => None,
                    other => Some(other?),
                };
                let kept: Option<Decision> = app.unseal(tx, decision)?;
                if let (Some(opened), Some(kept)) = (opened, kept) {
                    let again =
                        terms::decide(&product, &claim.case(&product, known, &opened, event.effective))
                            .map_err(|_| AppError::damaged("a decision", format!("{id}/{}", event.seq)))?;
                    out.push(Replayed { claim: id, seq: event.seq, at: event.effective, kept, again });
                }
            }
            state = Some(Claim::next(state, &read, event.effective));
        }
    }
    Ok(out)
}
