//! Facts in, decision and reasons out. Pure and deterministic: the same product and case give the same bytes.

use sha2::{Digest, Sha256};

use crate::bind::BoundItem;
use crate::decision::*;
use crate::eval::Run;
use crate::facts::{Case, FactFault};
use crate::judge::{Judged, Stepped};
use crate::load::hex;
use crate::product::{ClauseKind, Product};
use crate::shared::Shared;
use crate::value::Truth;

/// Decides a case clause by clause.
///
/// # Errors
/// Everything that is wrong with the facts. Facts that are merely missing are no error: the decision names them.
pub fn decide(product: &Product, case: &Case) -> Result<Decision, Vec<FactFault>> {
    let bound = product.bind(case)?;
    let mut items = Vec::with_capacity(bound.items.len());
    let (total, approvable_by_machine) =
        bound.judge(|item, judged, run| items.push(with_reasons(product, item, judged, run)))?;
    Ok(Decision {
        wording: product.wording.clone(),
        plan: case.schedule.plan.clone(),
        inputs_hash: inputs_hash(case),
        items,
        total,
        approvable_by_machine,
    })
}

/// SHA-256 of the case as JSON, hexadecimal. Maps are sorted by name, so that equal cases have equal hashes.
#[must_use]
pub fn inputs_hash(case: &Case) -> String {
    let json =
        serde_json::to_vec(case).expect("a case has only texts as keys and no numbers JSON cannot hold");
    hex(&Sha256::digest(json))
}

fn with_reasons(product: &Product, item: &BoundItem, judged: &Judged, run: &mut Run<'_>) -> ItemDecision {
    let program = &product.program;
    let considered: Vec<ClauseTrace> = program
        .traces
        .iter()
        .zip(&judged.outcomes)
        .map(|(trace, outcome)| ClauseTrace { outcome: *outcome, ..trace.clone() })
        .collect();
    let unstated = program.presumed.without(&item.stated);
    ItemDecision {
        item: item.item,
        verdict: judged.verdict,
        cover: judged.cover,
        decided_by: decided_by(product, judged, &considered),
        considered,
        missing: missing(product, judged),
        waits_for: judged.waits_for,
        presumed: unstated.iter().map(|fact| program.needs[fact].fact.clone()).collect(),
        evidence: evidence(product, run),
        remedy_rule: judged.remedy.map(|remedy| program.names.remedy_rules[remedy].clone()),
        steps: steps(product, judged),
    }
}

fn decided_by(product: &Product, judged: &Judged, considered: &[ClauseTrace]) -> Vec<ClauseTrace> {
    let decides = |kind: ClauseKind, effect: Effect, outcome: Outcome| match judged.verdict {
        Verdict::Covered { .. } => {
            kind == ClauseKind::Grant && outcome == Outcome::Applies
                || outcome == Outcome::Met
                || outcome == Outcome::Excepted
                || kind == ClauseKind::Obligation && outcome == Outcome::Applies
        }
        Verdict::NotCovered => {
            outcome == Outcome::NotMet
                || kind == ClauseKind::Grant && judged.granted == Truth::No
                || outcome == Outcome::Applies && matches!(kind, ClauseKind::Exclusion | ClauseKind::NotPaid)
        }
        Verdict::Routed { .. } => outcome == Outcome::Applies && effect != Effect::Exclude,
        Verdict::NeedsPerson | Verdict::NeedsFacts => false,
    };
    let clauses = product.program.clauses.iter().zip(considered);
    let deciding = clauses.filter(|(clause, trace)| decides(clause.kind, clause.effect, trace.outcome));
    deciding.map(|(_, trace)| trace.clone()).collect()
}

/// Cheapest first; equal costs as the product lists them.
fn missing(product: &Product, judged: &Judged) -> Vec<MissingFact> {
    if judged.cover_needs.is_empty() && judged.amount_needs.is_empty() {
        return Vec::new();
    }
    let program = &product.program;
    let stage = |fact: usize| match (judged.cover_needs.has(fact), judged.amount_needs.has(fact)) {
        (true, _) => Some(Stage::Cover),
        (false, true) => Some(Stage::Amount),
        (false, false) => None,
    };
    let needed = program.by_cost.iter().filter_map(|fact| Some((&program.needs[*fact], stage(*fact)?)));
    needed.map(|(need, stage)| MissingFact { stage, ..need.clone() }).collect()
}

/// The kinds of evidence that belong to such a claim.
fn evidence(product: &Product, run: &mut Run<'_>) -> Vec<Shared> {
    let needed = product.program.evidence.iter().filter(|(_, when)| run.truth(*when) == Truth::Yes);
    needed.map(|(name, _)| name.clone()).collect()
}

fn steps(product: &Product, judged: &Judged) -> Vec<Step> {
    let step = |done: &Stepped| {
        let (step, rule) = &product.program.names.steps[done.step];
        Step {
            step: step.clone(),
            kind: product.amounts[done.step].kind,
            rule: rule.clone(),
            amount: done.amount,
            result: done.result,
        }
    };
    judged.steps.iter().map(step).collect()
}
