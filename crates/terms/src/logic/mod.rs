//! Reasoning over all situations at once: what can never apply, what contradicts itself, and in which situations two
//! products decide differently. Nothing is sampled: clauses become propositions and a SAT solver looks for situations;
//! comparisons of dates, moments, amounts and numbers are settled exactly. What is beyond that (sums of two facts) may be
//! reported without an example, and is never passed over.
//!
//! A situation is one item of one claim, under a plan as it is sold, with any facts stated and any left open; no check of
//! the product is broken. Sums beyond all limits ([`FactFault::TooLarge`](crate::FactFault::TooLarge)) are set aside.

mod changes;
mod definitions;
mod diff;
mod encode;
mod example;
mod findings;
mod form;
mod order;
mod places;
mod report;
mod sat;
mod scale;
mod space;
mod unused;
mod vary;
mod verdict;

use std::collections::BTreeMap;

pub use report::{Change, Diff, Difference, DifferenceKind, Example, Finding, PlanDiff, Side};

use crate::fault::Fault;
use crate::product::{Plan, Product};

/// Loads a folder and looks for what loads but cannot be meant.
///
/// # Errors
/// All faults of a folder that does not load.
pub fn check(files: &BTreeMap<String, Vec<u8>>) -> Result<(Product, Vec<Finding>), Vec<Fault>> {
    let product = Product::load(files)?;
    let findings = findings::findings(&product, &places::Places::of(files));
    Ok((product, findings))
}

/// Compares each plan of `a` with the plan of the same code of `b`, and everything that is written.
#[must_use]
pub fn diff(a: &Product, b: &Product) -> Diff {
    let plans = a.plans.iter().filter_map(|plan| Some((plan, b.plan(&plan.code)?)));
    let plans = plans.map(|(one, other)| plan_diff((a, one), (b, other))).collect();
    Diff { plans, changes: changes::changes(a, b) }
}

/// Compares one plan of `a` with one of `b`; `None` where there is no such plan.
#[must_use]
pub fn diff_plans(a: &Product, plan_a: &str, b: &Product, plan_b: &str) -> Option<PlanDiff> {
    Some(plan_diff((a, a.plan(plan_a)?), (b, b.plan(plan_b)?)))
}

/// What stands differently in two products, whether or not it makes a decision different.
#[must_use]
pub fn changes(a: &Product, b: &Product) -> Vec<Change> {
    changes::changes(a, b)
}

fn plan_diff(a: (&Product, &Plan), b: (&Product, &Plan)) -> PlanDiff {
    let found = diff::differences(a, b);
    PlanDiff { a: a.1.code.clone(), b: b.1.code.clone(), differences: found.found, whole: found.whole }
}
