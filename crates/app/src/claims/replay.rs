//! Every decision can be made again: the same facts and wording give the same bytes, years later.

use kernel::{Id, Instant};
use serde_json::Value as Json;
use store::Tx;

use super::recorded::{self, Recorded};
use crate::{App, AppError};

/// A decision made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replayed {
    /// The claim.
    pub claim: Id,
    /// Place of the decision in its stream.
    pub seq: i64,
    /// When it was made.
    pub at: Instant,
    /// What came of it.
    pub outcome: Replay,
}

/// What came of making a decision again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replay {
    /// The same bytes.
    Same,
    /// Everything that was kept is the same; an earlier release kept less of a decision.
    SameAndMore,
    /// Something else.
    Differs,
    /// Its facts or reasons were forgotten: it cannot be made again, as it should be.
    Forgotten,
}

impl Replayed {
    /// Whether it came out as it was kept.
    pub fn is_same(&self) -> bool {
        matches!(self.outcome, Replay::Same | Replay::SameAndMore)
    }
}

/// What came of making every recorded decision again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReplayReport {
    /// Decisions that gave the same bytes.
    pub same: u64,
    /// Decisions that said the same, where an earlier release kept less.
    pub same_and_more: u64,
    /// Decisions whose facts or reasons were forgotten.
    pub forgotten: u64,
    /// Those that came out differently, the first [`LISTED`] by claim and place.
    pub differing: Vec<(Id, i64)>,
    /// How many those are.
    pub differ: u64,
}

/// Decisions listed that came out differently.
pub const LISTED: usize = 20;

/// Makes every decision on claims again, from the journal and the sealed facts.
///
/// # Errors
/// [`AppError::Damaged`] when an event or a wording cannot be read.
pub fn replay(app: &App, tx: &mut Tx<'_>, claims: &[Id]) -> Result<Vec<Replayed>, AppError> {
    let decisions = recorded::of_claims(tx, claims)?;
    decisions.iter().map(|decision| again(app, tx, decision)).collect()
}

/// Makes every recorded decision again, claim by claim; `progress` hears how many were made.
///
/// # Errors
/// As [`replay`].
pub fn replay_all(app: &App, mut progress: impl FnMut(u64)) -> Result<ReplayReport, AppError> {
    let mut report = ReplayReport::default();
    let mut after = 0;
    let mut made = 0;
    loop {
        let house = app.clone();
        let read = app.db.read_run(move |tx| {
            let Some((last, decisions)) = recorded::next(tx, after, None)? else { return Ok(None) };
            let again = decisions.iter().map(|decision| again(&house, tx, decision));
            Ok::<_, AppError>(Some((last, again.collect::<Result<Vec<_>, _>>()?)))
        })?;
        let Some((last, replayed)) = read else { return Ok(report) };
        for one in &replayed {
            made += 1;
            match one.outcome {
                Replay::Same => report.same += 1,
                Replay::SameAndMore => report.same_and_more += 1,
                Replay::Forgotten => report.forgotten += 1,
                Replay::Differs => {
                    report.differ += 1;
                    if report.differing.len() < LISTED {
                        report.differing.push((one.claim, one.seq));
                    }
                }
            }
        }
        progress(made);
        after = last;
    }
}

fn again(app: &App, tx: &mut Tx<'_>, recorded: &Recorded) -> Result<Replayed, AppError> {
    let outcome = outcome(app, tx, recorded)?;
    Ok(Replayed { claim: recorded.claim, seq: recorded.seq, at: recorded.at, outcome })
}

fn outcome(app: &App, tx: &mut Tx<'_>, recorded: &Recorded) -> Result<Replay, AppError> {
    // The very revision it was made on, whatever has been published since.
    let product = app.products.by_hash(tx, &recorded.verdicts.wording.content_hash)?;
    let Some(case) = recorded.case(app, tx, &product)? else { return Ok(Replay::Forgotten) };
    let Some(kept) = app.unseal_bytes(tx, &recorded.sealed)? else { return Ok(Replay::Forgotten) };
    let Ok(decision) = terms::decide(&product, &case) else { return Ok(Replay::Differs) };
    let Ok(made) = serde_json::to_vec(&decision) else { return Ok(Replay::Differs) };
    if made == kept {
        return Ok(Replay::Same);
    }
    let read = (serde_json::from_slice::<Json>(&kept), serde_json::from_slice::<Json>(&made));
    let says_all = matches!(&read, (Ok(kept), Ok(made)) if says(made, kept));
    Ok(if says_all { Replay::SameAndMore } else { Replay::Differs })
}

/// Whether what was made says everything that was kept, and the same.
fn says(made: &Json, kept: &Json) -> bool {
    match (made, kept) {
        (Json::Object(made), Json::Object(kept)) => {
            kept.iter().all(|(name, kept)| made.get(name).is_some_and(|made| says(made, kept)))
        }
        (Json::Array(made), Json::Array(kept)) => {
            made.len() == kept.len() && made.iter().zip(kept).all(|(made, kept)| says(made, kept))
        }
        _ => made == kept,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_an_earlier_release_kept_less_of() {
        let kept = json!({ "items": [{ "verdict": "covered", "steps": [1, 2] }] });
        assert!(says(&json!({ "items": [{ "verdict": "covered", "steps": [1, 2], "more": 1 }] }), &kept));
        assert!(!says(&json!({ "items": [{ "verdict": "covered", "steps": [1, 3], "more": 1 }] }), &kept));
        assert!(!says(&json!({ "items": [{ "verdict": "covered", "steps": [1, 2, 3] }] }), &kept));
        assert!(!says(&json!({ "items": [{ "steps": [1, 2] }] }), &kept));
        assert!(!says(&json!({ "items": [] }), &kept));
    }
}
