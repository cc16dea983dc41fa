//! What another version or revision of the conditions would have answered: the last decision on each claim made again under it.
//!
//! Only the last decision of a claim counts, for that is what the claim came to; those before it were made on fewer facts.
//! Ids, counts and amounts come out, nothing personal. Memory does not grow with the number of claims.

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::{Date, Id, Money};
use serde::Serialize;
use store::Tx;
use terms::{Decision, ItemDecision, Product, Verdict};

use super::recorded::{self, Recorded};
use crate::{App, AppError};

/// Which decisions are made again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Made on this day or later.
    pub from: Option<Date>,
    /// Made on this day or earlier.
    pub until: Option<Date>,
}

impl Span {
    fn holds(self, day: Date) -> bool {
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day <= until)
    }
}

/// What would change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Backtest {
    /// Content hash of the version it was decided under again.
    pub under: String,
    /// Claims with a decision in the span.
    pub claims: u64,
    /// Claims whose answer or amount would change.
    pub changed: u64,
    /// Claims that cannot be decided again because facts were forgotten.
    pub forgotten: u64,
    /// Facts the other version does not take, by fault, with the number of claims: those were not decided.
    pub undecidable: BTreeMap<String, u64>,
    /// Items whose answer would change: before, after, how many.
    pub verdicts: Vec<VerdictChange>,
    /// What the insurer bore for the items that are settled, as decided.
    pub before: Money,
    /// What it would bear.
    pub after: Money,
    /// The difference by what makes it: the first clause, or else the first step of the arithmetic, that differs. They add up
    /// to `after` less `before`.
    pub by_clause: BTreeMap<String, Difference>,
}

/// How many items would change from one answer to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerdictChange {
    /// The answer that was given.
    pub before: &'static str,
    /// The answer that would be given.
    pub after: &'static str,
    /// How many items.
    pub items: u64,
}

/// What one clause makes of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// How many items.
    pub items: u64,
    /// How much more is borne; less where negative.
    pub amount: Money,
}

/// A claim that would come out differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ChangedClaim {
    /// The claim.
    pub claim: Id,
    /// What the insurer bore, as far as settled.
    pub before: Money,
    /// What it would bear.
    pub after: Money,
}

/// Decides the last decision of every claim on policies of a product again under another version of it. `watch` hears each
/// changed claim and, after each chunk, how many claims were looked at.
///
/// # Errors
/// [`AppError::Store`]; [`AppError::Damaged`] when an event or a wording cannot be read.
pub fn backtest(
    app: &App,
    under: &Arc<Product>,
    span: Span,
    mut watch: impl FnMut(Seen),
) -> Result<Backtest, AppError> {
    let mut report = Backtest { under: under.content_hash().to_owned(), ..Backtest::default() };
    let mut after = 0;
    let mut looked_at = 0;
    loop {
        let (house, product) = (app.clone(), Arc::clone(under));
        let read = app.db.read_run(move |tx| {
            let Some((last, decisions)) = recorded::next(tx, after, Some(product.code()))? else {
                return Ok(None);
            };
            let mut results = Vec::new();
            for decision in last_of_each(decisions) {
                if span.holds(kernel::local_date(decision.at, product.country())) {
                    results.push(again(&house, tx, &product, &decision)?);
                }
            }
            Ok::<_, AppError>(Some((last, results)))
        })?;
        let Some((last, results)) = read else { return Ok(report) };
        for result in results {
            looked_at += 1;
            if let Some(changed) = report.add(result) {
                watch(Seen::Changed(changed));
            }
        }
        watch(Seen::Claims(looked_at));
        after = last;
    }
}

/// What is heard while it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// A claim would come out differently.
    Changed(ChangedClaim),
    /// So many claims were looked at.
    Claims(u64),
}

/// Decisions come by claim, in the order in which they were made.
fn last_of_each(decisions: Vec<Recorded>) -> Vec<Recorded> {
    let mut last: Vec<Recorded> = Vec::new();
    for decision in decisions {
        match last.last_mut() {
            Some(before) if before.claim == decision.claim => *before = decision,
            _ => last.push(decision),
        }
    }
    last
}

enum Made {
    Forgotten,
    Undecidable(Vec<String>),
    Decided { claim: Id, before: Money, after: Money, items: Vec<ItemChange> },
}

struct ItemChange {
    before: Verdict,
    after: Verdict,
    by: String,
}

fn again(app: &App, tx: &mut Tx<'_>, product: &Arc<Product>, recorded: &Recorded) -> Result<Made, AppError> {
    let Some(case) = recorded.case(app, tx, product)? else { return Ok(Made::Forgotten) };
    // The verdicts alone are enough for what stays as it is, which is nearly everything.
    let answers = match product.bind(&case).and_then(|bound| bound.verdicts()) {
        Ok(answers) => answers,
        Err(faults) => return Ok(Made::Undecidable(faults.iter().map(ToString::to_string).collect())),
    };
    let kept = recorded.verdicts.items.iter().map(|item| item.verdict);
    let before = kept.clone().map(borne).sum();
    let after = answers.items.iter().copied().map(borne).sum();
    let mut items = Vec::new();
    if !kept.eq(answers.items.iter().copied()) {
        let old = app.products.by_hash(tx, &recorded.verdicts.wording.content_hash)?;
        let then = match recorded.case(app, tx, &old)? {
            Some(case) => terms::decide(&old, &case).ok(),
            None => None,
        };
        let now = terms::decide(product, &case).ok();
        for (place, (kept, answer)) in recorded.verdicts.items.iter().zip(&answers.items).enumerate() {
            if kept.verdict != *answer {
                let item = |decision: &'_ Option<Decision>| {
                    decision.as_ref().and_then(|decision| decision.items.get(place).cloned())
                };
                let by = what_differs(item(&then).as_ref(), item(&now).as_ref());
                items.push(ItemChange { before: kept.verdict, after: *answer, by });
            }
        }
    }
    Ok(Made::Decided { claim: recorded.claim, before, after, items })
}

/// The first clause that decides one and not the other, or else the first step of the arithmetic that differs.
fn what_differs(then: Option<&ItemDecision>, now: Option<&ItemDecision>) -> String {
    let (Some(then), Some(now)) = (then, now) else { return String::new() };
    let in_one = |one: &ItemDecision, other: &ItemDecision| {
        let clause = one.decided_by.iter().find(|clause| {
            !other.decided_by.iter().any(|o| o.clause == clause.clause && o.outcome == clause.outcome)
        });
        clause.map(|clause| clause.clause.to_string())
    };
    let step = || {
        let at = |steps: &[terms::Step], place: usize| {
            steps.get(place).map(|step| (step.step.to_string(), step.amount))
        };
        let most = then.steps.len().max(now.steps.len());
        let place = (0..most).find(|place| at(&then.steps, *place) != at(&now.steps, *place))?;
        at(&now.steps, place).or_else(|| at(&then.steps, place)).map(|(step, _)| step)
    };
    in_one(now, then).or_else(|| in_one(then, now)).or_else(step).unwrap_or_default()
}

fn borne(verdict: Verdict) -> Money {
    match verdict {
        Verdict::Covered { amount, .. } => amount,
        _ => Money::ZERO,
    }
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Covered { .. } => "covered",
        Verdict::NotCovered => "not-covered",
        Verdict::Routed { .. } => "routed",
        Verdict::NeedsPerson => "needs-person",
        Verdict::NeedsFacts => "needs-facts",
    }
}

impl Backtest {
    fn add(&mut self, result: Made) -> Option<ChangedClaim> {
        self.claims += 1;
        match result {
            Made::Forgotten => self.forgotten += 1,
            Made::Undecidable(faults) => {
                for fault in faults {
                    *self.undecidable.entry(fault).or_default() += 1;
                }
            }
            Made::Decided { claim, before, after, items } => {
                self.before += before;
                self.after += after;
                for item in &items {
                    let (from, to) = (name(item.before), name(item.after));
                    match self.verdicts.iter_mut().find(|line| line.before == from && line.after == to) {
                        Some(line) => line.items += 1,
                        None => self.verdicts.push(VerdictChange { before: from, after: to, items: 1 }),
                    }
                    let line = self.by_clause.entry(item.by.clone()).or_default();
                    line.items += 1;
                    line.amount += borne(item.after) - borne(item.before);
                }
                if !items.is_empty() {
                    self.changed += 1;
                    return Some(ChangedClaim { claim, before, after });
                }
            }
        }
        None
    }
}
