//! The one way to a verdict. It works on positions and keeps what came of every clause and step; a decision with its
//! reasons is written out of that afterwards, so that reasons can never differ from the verdict.

use kernel::Money;

use crate::bind::{Bound, BoundItem, sorted};
use crate::bits::Bits;
use crate::decision::{Effect, Outcome, Route, Verdict, Verdicts};
use crate::eval::{Memo, Missing, Run};
use crate::facts::FactFault;
use crate::product::{ClauseKind, Per, Product, StepKind};
use crate::program::{ClauseCode, NodeIx};
use crate::value::Truth;

impl Bound<'_> {
    /// The verdicts alone: the same as [`decide`](crate::decide) gives with its reasons.
    ///
    /// # Errors
    /// Facts that contradict each other, and sums beyond all limits.
    pub fn verdicts(&self) -> Result<Verdicts, Vec<FactFault>> {
        let mut items = Vec::with_capacity(self.items.len());
        let (total, approvable_by_machine) = self.judge(|_, judged, _| items.push(judged.verdict))?;
        Ok(Verdicts { items, total, approvable_by_machine })
    }

    /// Judges item by item and shows each to `keep`. Gives the total, where all is settled, and whether a computer may
    /// approve it.
    pub(crate) fn judge(
        &self,
        mut keep: impl FnMut(&BoundItem, &Judged, &mut Run<'_>),
    ) -> Result<(Option<Money>, bool), Vec<FactFault>> {
        let product = self.product;
        let mut judged =
            Judged { outcomes: Vec::with_capacity(product.program.clauses.len()), ..Judged::default() };
        let mut memo = vec![Memo::default(); product.program.definitions.len()];
        let mut claim = Claim::default();
        let mut faults = Vec::new();
        let (mut total, mut approvable) = (Some(Some(Money::ZERO)), true);
        for item in &self.items {
            let mut run = Run::new(product, item, &mut memo);
            match judged.item(product, &mut run, item, &mut claim) {
                Ok(()) => {
                    approvable &= judged.is_covered() && run.truth(product.program.machine_if) == Truth::Yes;
                    total = match judged.verdict {
                        Verdict::Covered { amount, .. } => total.map(|sum| sum?.checked_add(amount)),
                        Verdict::NotCovered | Verdict::Routed { .. } => total,
                        Verdict::NeedsPerson | Verdict::NeedsFacts => None,
                    };
                    keep(item, &judged, &mut run);
                }
                Err(fault) => faults.push(fault),
            }
        }
        if total == Some(None) {
            faults.push(FactFault::TooLarge);
        }
        if !faults.is_empty() {
            return Err(sorted(faults));
        }
        let total = total.flatten();
        let is_small = total.is_some_and(|total| total <= product.param_money("machine_may_approve"));
        Ok((total, approvable && is_small))
    }
}

/// What the items before this one leave for it (AMB-60).
#[derive(Default)]
struct Claim {
    /// By step, what was taken off already of a sum that comes off once per claim.
    taken: Vec<(usize, Money)>,
    /// The first item that is still open, and how.
    open: Option<(u32, Verdict)>,
}

impl Claim {
    fn taken(&self, step: usize) -> Money {
        self.taken.iter().filter(|(ix, _)| *ix == step).map(|(_, amount)| *amount).sum()
    }
}

/// A step of the arithmetic: its position, its own amount, and the amount after it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stepped {
    pub(crate) step: usize,
    pub(crate) amount: Money,
    pub(crate) result: Money,
}

/// What came of one item, by position. Used again for the next one.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    pub(crate) cover: Truth,
    pub(crate) granted: Truth,
    /// By clause.
    pub(crate) outcomes: Vec<Outcome>,
    /// Facts missing for cover, and those missing for the amount only.
    pub(crate) cover_needs: Bits,
    pub(crate) amount_needs: Bits,
    pub(crate) waits_for: Option<u32>,
    /// Of a covered item: position of the remedy, and the arithmetic.
    pub(crate) remedy: Option<usize>,
    pub(crate) steps: Vec<Stepped>,
}

impl Default for Judged {
    fn default() -> Self {
        Self {
            verdict: Verdict::NeedsFacts,
            cover: Truth::Unknown,
            granted: Truth::Unknown,
            outcomes: Vec::new(),
            cover_needs: Bits::default(),
            amount_needs: Bits::default(),
            waits_for: None,
            remedy: None,
            steps: Vec::new(),
        }
    }
}

impl Judged {
    fn is_covered(&self) -> bool {
        matches!(self.verdict, Verdict::Covered { .. })
    }

    fn item(
        &mut self,
        product: &Product,
        run: &mut Run<'_>,
        item: &BoundItem,
        claim: &mut Claim,
    ) -> Result<(), FactFault> {
        let program = &product.program;
        for (check, must) in product.checks.iter().zip(&program.checks) {
            if run.truth(*must) == Truth::No {
                return Err(contradiction(product, item, check.id.clone(), &[*must]));
            }
        }
        self.outcomes.clear();
        self.outcomes.extend(program.clauses.iter().map(|clause| outcome(run, clause)));
        let cover = Cover::of(&program.clauses, &self.outcomes);
        let mut cover_missing = Missing::default();
        for (clause, outcome) in program.clauses.iter().zip(&self.outcomes) {
            if *outcome == Outcome::Unknown && cover.still_needs(clause) {
                missing_of(run, clause, &mut cover_missing);
            }
        }
        let mut amount_missing = Missing::default();
        self.steps.clear();
        let settled = match cover.answer {
            Truth::No => None,
            _ => self.settle(product, run, item, claim, &mut amount_missing)?,
        };
        if run.has_failed() {
            return Err(FactFault::TooLarge);
        }
        (self.cover, self.granted) = (cover.answer, cover.granted);
        (self.cover_needs, self.amount_needs) = (Bits::default(), Bits::default());
        (self.waits_for, self.remedy) = (None, None);
        let open = |needs: &Bits| {
            if !needs.is_empty() && needs.is_within(&program.findings) {
                Verdict::NeedsPerson
            } else {
                Verdict::NeedsFacts
            }
        };
        self.verdict = match (cover.route, cover.answer, settled) {
            (Some(to), _, _) => Verdict::Routed { to },
            (None, Truth::No, _) => Verdict::NotCovered,
            (None, Truth::Yes, Some(Settled { waits_for: Some((before, verdict)), .. })) => {
                self.waits_for = Some(before);
                verdict
            }
            (None, Truth::Yes, Some(settled)) => {
                self.remedy = Some(settled.remedy);
                claim.taken.extend(settled.taken);
                Verdict::Covered { remedy: product.remedies[settled.remedy].remedy, amount: settled.amount }
            }
            (None, Truth::Yes, None) => {
                self.amount_needs = amount_missing.facts;
                open(&self.amount_needs)
            }
            (None, Truth::Unknown, _) => {
                self.cover_needs = cover_missing.facts;
                self.amount_needs = amount_missing.facts.without(&cover_missing.facts);
                open(&self.cover_needs)
            }
        };
        if !self.is_covered() {
            self.steps.clear();
            if matches!(self.verdict, Verdict::NeedsFacts | Verdict::NeedsPerson) {
                claim.open = claim.open.or(Some((item.item, self.verdict)));
            }
        }
        Ok(())
    }

    /// Remedy and arithmetic; `None` while facts are missing, which are then in `out`.
    ///
    /// # Errors
    /// Two remedies at once, or none: the wording contradicts itself for these facts.
    fn settle(
        &mut self,
        product: &Product,
        run: &mut Run<'_>,
        item: &BoundItem,
        claim: &Claim,
        out: &mut Missing,
    ) -> Result<Option<Settled>, FactFault> {
        let program = &product.program;
        let mut chosen: Option<usize> = None;
        let mut open = false;
        for (ix, when) in program.remedies.iter().enumerate() {
            match run.truth(*when) {
                Truth::Yes => match chosen {
                    None => chosen = Some(ix),
                    Some(other) => {
                        let both = format!("{} and {}", product.remedies[other].id, product.remedies[ix].id);
                        return Err(contradiction(product, item, both, &[program.remedies[other], *when]));
                    }
                },
                Truth::No => {}
                Truth::Unknown => {
                    open = true;
                    run.missing(*when, out);
                }
            }
        }
        let mut amount = Money::ZERO;
        let mut taken = Vec::new();
        let mut waits_for = None;
        for (ix, ((when, value), rule)) in program.amounts.iter().zip(&product.amounts).enumerate() {
            match when.map_or(Truth::Yes, |when| run.truth(when)) {
                Truth::No => continue,
                Truth::Yes => {}
                Truth::Unknown => {
                    open = true;
                    if let Some(when) = when {
                        run.missing(*when, out);
                    }
                    continue;
                }
            }
            let Some(mut sum) = run.money(*value) else {
                open = true;
                run.missing(*value, out);
                continue;
            };
            if rule.per == Per::Claim {
                sum = sum.checked_sub(claim.taken(ix)).ok_or(FactFault::TooLarge)?.max(Money::ZERO);
                let borne = sum.min(amount);
                if borne > Money::ZERO {
                    taken.push((ix, borne));
                    waits_for = waits_for.or(claim.open);
                }
            }
            amount = match rule.kind {
                StepKind::Start => sum,
                StepKind::Plus => amount.checked_add(sum).ok_or(FactFault::TooLarge)?,
                StepKind::Less => amount.checked_sub(sum).ok_or(FactFault::TooLarge)?,
                StepKind::AtMost => amount.min(sum),
            }
            .max(Money::ZERO);
            self.steps.push(Stepped { step: ix, amount: sum, result: amount });
        }
        match chosen {
            _ if open => Ok(None),
            None => Err(contradiction(product, item, "no remedy fits".to_owned(), &program.remedies)),
            Some(remedy) => Ok(Some(Settled { remedy, amount, taken, waits_for })),
        }
    }
}

/// Remedy and amount of a covered item.
struct Settled {
    remedy: usize,
    amount: Money,
    /// By step, what this item bears of a sum that comes off once per claim.
    taken: Vec<(usize, Money)>,
    /// An earlier item could still bear part of such a sum.
    waits_for: Option<(u32, Verdict)>,
}

/// Names the stated facts that the expressions hang on.
fn contradiction(product: &Product, item: &BoundItem, check: String, nodes: &[NodeIx]) -> FactFault {
    let mut used = Bits::default();
    for node in nodes {
        for fact in product.program.facts_of(*node).iter() {
            used.insert(fact);
        }
    }
    let facts = used.iter().filter(|fact| item.stated.has(*fact));
    FactFault::Contradiction { check, facts: facts.map(|fact| product.facts[fact].name.clone()).collect() }
}

fn outcome(run: &mut Run<'_>, clause: &ClauseCode) -> Outcome {
    let Some(when) = clause.when else { return Outcome::DoesNotApply };
    let when = run.truth(when);
    if when == Truth::No {
        return Outcome::DoesNotApply;
    }
    let unless = clause.unless.map_or(Truth::No, |unless| run.truth(unless));
    let is_condition = clause.kind == ClauseKind::Condition;
    match (when, unless) {
        (_, Truth::Yes) if is_condition => Outcome::Met,
        (_, Truth::Yes) => Outcome::Excepted,
        (Truth::Yes, Truth::No) if is_condition => Outcome::NotMet,
        (Truth::Yes, Truth::No) => Outcome::Applies,
        _ => Outcome::Unknown,
    }
}

fn missing_of(run: &mut Run<'_>, clause: &ClauseCode, out: &mut Missing) {
    let parts = [clause.when, clause.unless];
    if let Some(node) = parts.into_iter().flatten().find(|node| run.truth(*node) == Truth::Unknown) {
        run.missing(node, out);
    }
}

/// What the clauses say together.
struct Cover {
    answer: Truth,
    granted: Truth,
    route: Option<Route>,
    /// Whether a route is still possible, so that a bare no would be too early.
    route_is_open: bool,
}

impl Cover {
    fn of(clauses: &[ClauseCode], outcomes: &[Outcome]) -> Self {
        let (mut granted, mut taken, mut routed) = (Truth::No, Truth::No, Truth::No);
        let mut route = None;
        for (clause, outcome) in clauses.iter().zip(outcomes) {
            let applies = match outcome {
                Outcome::Applies | Outcome::NotMet => Truth::Yes,
                Outcome::Unknown => Truth::Unknown,
                Outcome::Excepted | Outcome::DoesNotApply | Outcome::Met => Truth::No,
            };
            match (clause.kind, clause.effect) {
                (ClauseKind::Grant, _) => granted = granted.or(applies),
                (ClauseKind::Exclusion, Effect::ToManufacturer | Effect::ToSeller) => {
                    routed = routed.or(applies);
                    if applies == Truth::Yes && route.is_none() {
                        route = Some(match clause.effect {
                            Effect::ToManufacturer => Route::Manufacturer,
                            _ => Route::Seller,
                        });
                    }
                }
                (ClauseKind::Condition | ClauseKind::Exclusion | ClauseKind::NotPaid, _) => {
                    taken = taken.or(applies);
                }
                // A breach is weighed in the arithmetic, by the harm it did (GEN-HARM-01).
                (ClauseKind::Obligation, _) => {}
            }
        }
        let route_is_open = routed == Truth::Unknown;
        let answer = match granted.and(!taken).and(!routed) {
            Truth::No if route_is_open => Truth::Unknown,
            answer => answer,
        };
        Self { answer, granted, route, route_is_open }
    }

    /// Whether settling this clause can still change the answer.
    fn still_needs(&self, clause: &ClauseCode) -> bool {
        let is_route = matches!(clause.effect, Effect::ToManufacturer | Effect::ToSeller);
        match clause.kind {
            ClauseKind::Obligation => false,
            ClauseKind::Exclusion if is_route => self.route.is_none(),
            ClauseKind::Grant => self.answer == Truth::Unknown && self.granted == Truth::Unknown,
            _ => self.answer == Truth::Unknown && !(self.route_is_open && self.granted == Truth::No),
        }
    }
}
