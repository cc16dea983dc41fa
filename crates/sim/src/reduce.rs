//! Reducing a history to what is needed: the same invariant breaks with ever fewer decisions, until each that is left is needed
//! or the time is over.

use std::collections::BTreeSet;

use crate::{Broken, Config, Decision, Played, SimError, Who, simulate};

/// A history after its reduction.
#[derive(Debug)]
pub struct Reduced {
    /// The last history that broke the same invariant; the smallest found.
    pub played: Played,
    /// Histories played on the way.
    pub tries: u32,
    /// Whether each decision left was found to be needed.
    pub is_least: bool,
}

/// Reduces the history in which an invariant broke, always on SQLite, until `is_over` says that the time is. None when the
/// invariant does not break again: then the database or the order of work in it plays a part.
///
/// # Errors
/// As [`simulate`].
pub fn reduce(
    config: &Config,
    broken: &Broken,
    decisions: Vec<Decision>,
    is_over: &dyn Fn() -> bool,
) -> Result<Option<Reduced>, SimError> {
    let config = Config { database: None, ..config.clone() };
    let mut reducer = Reducer { config, invariant: broken.invariant.clone(), best: None, tries: 0, is_over };
    // One policy and the house are often enough, and much quicker than all; then the day it broke is the last.
    if let Some(number) = broken.policy {
        let own: Vec<Decision> = decisions.iter().filter(|d| d.who == Who::Policy(number)).cloned().collect();
        let with_house = |d: &&Decision| d.who == Who::Policy(number) || d.who == Who::House;
        if !reducer.breaks(own)? {
            reducer.breaks(decisions.iter().filter(with_house).cloned().collect())?;
        }
    }
    if reducer.best.is_none() && !reducer.breaks(decisions.clone())? {
        return Ok(None);
    }
    reducer.drop_parts(|decision| decision.who)?;
    let is_least = reducer.drop_parts(Clone::clone)?;
    let Reducer { best, tries, .. } = reducer;
    Ok(best.map(|played| Reduced { played, tries, is_least }))
}

struct Reducer<'a> {
    config: Config,
    invariant: String,
    best: Option<Played>,
    tries: u32,
    is_over: &'a dyn Fn() -> bool,
}

impl Reducer<'_> {
    /// Whether these decisions alone break the invariant; if so they are the new best.
    fn breaks(&mut self, decisions: Vec<Decision>) -> Result<bool, SimError> {
        self.tries += 1;
        let played = simulate(&self.config, Some(&decisions), &mut |_| {})?;
        let breaks = played.broken.as_ref().is_some_and(|broken| broken.invariant == self.invariant);
        if breaks {
            self.best = Some(played);
        }
        Ok(breaks)
    }

    /// Delta debugging over the parts into which `part` divides the decisions: halves are left out, then quarters, and so on
    /// down to single parts. Gives whether it came to an end in time.
    fn drop_parts<K: Ord + Clone>(&mut self, part: impl Fn(&Decision) -> K) -> Result<bool, SimError> {
        let mut pieces = 2;
        loop {
            let Some(best) = &self.best else { return Ok(true) };
            let decisions = best.decisions.clone();
            let keys: Vec<K> = decisions.iter().map(&part).collect::<BTreeSet<K>>().into_iter().collect();
            let size = keys.len().div_ceil(pieces).max(1);
            let mut dropped = false;
            for piece in keys.chunks(size) {
                if (self.is_over)() {
                    return Ok(false);
                }
                let rest =
                    decisions.iter().filter(|d| piece.binary_search(&part(d)).is_err()).cloned().collect();
                if self.breaks(rest)? {
                    dropped = true;
                    break;
                }
            }
            if dropped {
                pieces = pieces.saturating_sub(1).max(2);
            } else if size == 1 {
                return Ok(true);
            } else {
                pieces = (pieces * 2).min(keys.len());
            }
        }
    }
}
