//! Recorded decisions: each with the claim as it stood, so that it can be made again.

use claims::{Claim, ClaimEvent, Known, Verdicts};
use kernel::{Id, Instant, VaultRef};
use store::{Tx, journal, params, sql};
use terms::{Case, Product};

use super::change;
use crate::{App, AppError};

/// Claims read at once.
const CHUNK: i64 = 256;

/// A decision as it was recorded.
pub(super) struct Recorded {
    /// The claim.
    pub(super) claim: Id,
    /// Place of the decision in its stream.
    pub(super) seq: i64,
    /// When it was made.
    pub(super) at: Instant,
    /// The answers, with the wording they were given on.
    pub(super) verdicts: Verdicts,
    /// The whole of it, sealed.
    pub(super) sealed: VaultRef,
    /// The claim as it stood.
    state: Claim,
    /// What Harmony knew.
    known: Known,
}

impl Recorded {
    /// The case it was decided on, as a product's revision takes it; `None` when personal facts of it were forgotten.
    pub(super) fn case(
        &self,
        app: &App,
        tx: &mut Tx<'_>,
        product: &Product,
    ) -> Result<Option<Case>, AppError> {
        match change::open_facts(app, tx, &self.state) {
            Err(AppError::Refused(_)) => Ok(None),
            opened => Ok(Some(self.state.case(product, &self.known, &opened?, self.at))),
        }
    }
}

/// The next claims after one, with their decisions in the order in which they were made. Answers the last claim that was
/// read; `None` when there was none.
pub(super) fn next(
    tx: &mut Tx<'_>,
    after: i64,
    product: Option<&str>,
) -> Result<Option<(i64, Vec<Recorded>)>, AppError> {
    let rows = match product {
        None => {
            tx.query(sql!("select id from claim where id > ?1 order by id limit ?2"), &params![after, CHUNK])?
        }
        Some(code) => tx.query(
            sql!(
                "select c.id as id from claim c join contract k on k.id = c.contract \
                 where c.id > ?1 and k.product = ?3 order by c.id limit ?2"
            ),
            &params![after, CHUNK, code],
        )?,
    };
    let ids = rows.iter().map(|row| row.id::<Id>("id")).collect::<Result<Vec<_>, _>>()?;
    let Some(last) = ids.last() else { return Ok(None) };
    Ok(Some((last.as_i64(), of_claims(tx, &ids)?)))
}

/// Every decision on claims.
pub(super) fn of_claims(tx: &mut Tx<'_>, claims: &[Id]) -> Result<Vec<Recorded>, AppError> {
    let mut out = Vec::new();
    for (id, events) in journal::load(tx, claims)? {
        let mut state: Option<Claim> = None;
        for event in events {
            let read = ClaimEvent::read(i64::from(event.version), &event.body)
                .map_err(|_| AppError::damaged("an event", format!("{id}/{}", event.seq)))?;
            if let (Some(claim), ClaimEvent::Decided { verdicts, known, decision }) = (&state, &read) {
                out.push(Recorded {
                    claim: id,
                    seq: event.seq,
                    at: event.effective,
                    verdicts: verdicts.clone(),
                    sealed: decision.clone(),
                    state: claim.clone(),
                    known: known.clone(),
                });
            }
            state = Some(Claim::next(state, &read, event.effective));
        }
    }
    Ok(out)
}
