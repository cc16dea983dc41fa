//! Facts in, decision and reasons out. Pure and deterministic: the same product and case give the same bytes.

use kernel::{DeviceKind, Money};
use sha2::{Digest, Sha256};

use crate::decision::*;
use crate::eval::{Missing, Run};
use crate::expr::Expr;
use crate::facts::{Case, CaseItem, FactFault, datum};
use crate::limits;
use crate::load::hex;
use crate::product::{Clause, ClauseKind, Per, Product, StepKind};
use crate::value::{Datum, Truth, Value};

/// Decides a case clause by clause.
///
/// # Errors
/// Everything that is wrong with the facts. Facts that are merely missing are no error: the decision names them.
pub fn decide(product: &Product, case: &Case) -> Result<Decision, Vec<FactFault>> {
    if case.items.is_empty() || case.items.len() > limits::ITEMS {
        return Err(vec![FactFault::Items { count: case.items.len() }]);
    }
    let mut faults = Vec::new();
    let mut items = Vec::new();
    let mut approvable = true;
    let mut claim = Claim { taken: vec![Money::ZERO; product.amounts.len()], open: None };
    for item in &case.items {
        let stated = bind(product, case, item, &mut faults);
        if !faults.is_empty() {
            continue;
        }
        let run = Run::new(product, &stated);
        match decide_item(product, &run, item.item, &mut claim) {
            Ok(decision) => {
                let covered = matches!(decision.verdict, Verdict::Covered { .. });
                approvable &= covered && run.truth(&product.machine_if) == Truth::Yes;
                items.push(decision);
            }
            Err(fault) => faults.push(fault),
        }
    }
    let total = total(&items);
    if matches!(total, Some(None)) {
        faults.push(FactFault::TooLarge);
    }
    if !faults.is_empty() {
        faults.sort_by_key(ToString::to_string);
        faults.dedup();
        return Err(faults);
    }
    let total = total.flatten();
    Ok(Decision {
        wording: product.wording.clone(),
        plan: case.schedule.plan.clone(),
        inputs_hash: inputs_hash(case),
        items,
        total,
        approvable_by_machine: approvable
            && total.is_some_and(|total| total <= product.param_money("machine_may_approve")),
    })
}

/// SHA-256 of the case as JSON, hexadecimal. Maps are sorted by name, so that equal cases have equal hashes.
#[must_use]
pub fn inputs_hash(case: &Case) -> String {
    let json =
        serde_json::to_vec(case).expect("a case has only texts as keys and no numbers JSON cannot hold");
    hex(&Sha256::digest(json))
}

/// What all covered items come to: `None` while one is open, `Some(None)` when it is too large to say.
fn total(items: &[ItemDecision]) -> Option<Option<Money>> {
    let mut sum = Some(Money::ZERO);
    for item in items {
        match item.verdict {
            Verdict::Covered { amount, .. } => sum = sum.and_then(|sum| sum.checked_add(amount)),
            Verdict::NotCovered | Verdict::Routed { .. } => {}
            Verdict::NeedsPerson | Verdict::NeedsFacts => return None,
        }
    }
    Some(sum)
}

/// Everything stated about an item, by position of the fact.
fn bind(product: &Product, case: &Case, item: &CaseItem, faults: &mut Vec<FactFault>) -> Vec<Option<Datum>> {
    let mut stated: Vec<Option<Datum>> = vec![None; product.facts.len()];
    let mut state = |name: &str, value: &Value, must_exist: bool| {
        let Some(ix) = product.fact_by_name.get(name).copied() else {
            if must_exist {
                faults.push(FactFault::UnknownFact { fact: name.to_owned() });
            }
            return;
        };
        match datum(&product.facts[ix], value) {
            Ok(value) if stated[ix].is_some_and(|earlier| earlier != value) => {
                faults.push(FactFault::StatedTwice { fact: name.to_owned() });
            }
            Ok(value) => stated[ix] = Some(value),
            Err(fault) => faults.push(fault),
        }
    };
    for (name, value) in case.event.0.iter().chain(&item.facts.0) {
        state(name, value, true);
    }
    // What the schedule says: a product need not speak of all of it.
    state("device_kind", &Value::choice(device_name(item.device)), false);
    state("purchase_value", &Value::Money(item.purchase_value), false);
    state("excess", &Value::Money(item.excess), false);
    state("purchased_on", &Value::Date(item.purchased_on), false);
    if let Some(date) = item.manufacturer_warranty_ends_on {
        state("manufacturer_warranty_ends_on", &Value::Date(date), false);
    }
    for flag in case.schedule.flags.keys() {
        if !product.plans.iter().any(|plan| plan.flags.contains_key(flag)) {
            faults.push(FactFault::UnknownFact { fact: flag.clone() });
        }
    }
    match product.plan(&case.schedule.plan) {
        None => faults.push(FactFault::UnknownPlan { plan: case.schedule.plan.clone() }),
        Some(plan) => {
            for (flag, otherwise) in &plan.flags {
                let on = case.schedule.flags.get(flag).unwrap_or(otherwise);
                if let Some(ix) = product.fact_by_name.get(flag) {
                    match stated[*ix] {
                        Some(Datum::Bool(said)) if said != *on => {
                            faults.push(FactFault::StatedTwice { fact: flag.clone() });
                        }
                        _ => stated[*ix] = Some(Datum::Bool(*on)),
                    }
                }
            }
        }
    }
    stated
}

fn device_name(device: DeviceKind) -> &'static str {
    device.code()
}

/// What the items before this one leave for it.
struct Claim {
    /// By step, what was taken off already of a sum that comes off once per claim.
    taken: Vec<Money>,
    /// The first item that is still open, and how.
    open: Option<(u32, Verdict)>,
}

fn decide_item(
    product: &Product,
    run: &Run<'_>,
    item: u32,
    claim: &mut Claim,
) -> Result<ItemDecision, FactFault> {
    for check in &product.checks {
        if run.truth(&check.must) == Truth::No {
            return Err(FactFault::Contradiction { check: check.id.clone() });
        }
    }
    let considered: Vec<(&Clause, Outcome)> =
        product.clauses.iter().map(|clause| (clause, outcome(run, clause))).collect();
    let cover = Cover::of(&considered);
    let mut cover_missing = Missing::default();
    for (clause, outcome) in &considered {
        if *outcome == Outcome::Unknown && cover.still_needs(clause) {
            missing_of(run, clause, &mut cover_missing);
        }
    }
    let mut amount_missing = Missing::default();
    let settled =
        if cover.answer == Truth::No { None } else { settle(product, run, claim, &mut amount_missing)? };
    if run.has_failed() {
        return Err(FactFault::TooLarge);
    }
    let cover_needs = listed(product, &cover_missing, Stage::Cover, &[]);
    let amount_needs = listed(product, &amount_missing, Stage::Amount, &cover_needs);
    let open = |needs: &[MissingFact]| {
        if !needs.is_empty() && needs.iter().all(|need| need.finding) {
            Verdict::NeedsPerson
        } else {
            Verdict::NeedsFacts
        }
    };
    let mut waits_for = None;
    let (verdict, missing) = match (cover.route, cover.answer, &settled) {
        (Some(to), _, _) => (Verdict::Routed { to }, Vec::new()),
        (None, Truth::No, _) => (Verdict::NotCovered, Vec::new()),
        (None, Truth::Yes, Some(Settled { waits_for: Some((before, verdict)), .. })) => {
            waits_for = Some(*before);
            (verdict.clone(), Vec::new())
        }
        (None, Truth::Yes, Some(settled)) => {
            (Verdict::Covered { remedy: settled.remedy, amount: settled.amount }, Vec::new())
        }
        (None, Truth::Yes, None) => (open(&amount_needs), by_cost(product, amount_needs)),
        (None, Truth::Unknown, _) => {
            let verdict = open(&cover_needs);
            (verdict, by_cost(product, [cover_needs, amount_needs].concat()))
        }
    };
    let is_covered = matches!(verdict, Verdict::Covered { .. });
    let settled = settled.filter(|_| is_covered);
    match (&verdict, &settled) {
        (_, Some(settled)) => {
            for (ix, amount) in &settled.taken {
                claim.taken[*ix] += *amount;
            }
        }
        (Verdict::NeedsFacts | Verdict::NeedsPerson, None) if claim.open.is_none() => {
            claim.open = Some((item, verdict.clone()));
        }
        _ => {}
    }
    Ok(ItemDecision {
        item,
        cover: cover.answer,
        decided_by: decided_by(&verdict, cover.granted, &considered),
        considered: considered.iter().map(|(clause, outcome)| trace(clause, *outcome)).collect(),
        missing,
        waits_for,
        presumed: presumed(product, run),
        evidence: evidence(product, run),
        remedy_rule: settled.as_ref().map(|settled| settled.rule.clone()),
        steps: settled.map(|settled| settled.steps).unwrap_or_default(),
        verdict,
    })
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
    fn of(considered: &[(&Clause, Outcome)]) -> Self {
        let (mut granted, mut taken, mut routed) = (Truth::No, Truth::No, Truth::No);
        let mut route = None;
        for (clause, outcome) in considered {
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
    fn still_needs(&self, clause: &Clause) -> bool {
        let is_route = matches!(clause.effect, Effect::ToManufacturer | Effect::ToSeller);
        match clause.kind {
            ClauseKind::Obligation => false,
            ClauseKind::Exclusion if is_route => self.route.is_none(),
            ClauseKind::Grant => self.answer == Truth::Unknown && self.granted == Truth::Unknown,
            _ => self.answer == Truth::Unknown && !(self.route_is_open && self.granted == Truth::No),
        }
    }
}

fn outcome(run: &Run<'_>, clause: &Clause) -> Outcome {
    let Some(when) = &clause.when else { return Outcome::DoesNotApply };
    let when = run.truth(when);
    if when == Truth::No {
        return Outcome::DoesNotApply;
    }
    let unless = clause.unless.as_ref().map_or(Truth::No, |unless| run.truth(unless));
    let is_condition = clause.kind == ClauseKind::Condition;
    match (when, unless) {
        (_, Truth::Yes) if is_condition => Outcome::Met,
        (_, Truth::Yes) => Outcome::Excepted,
        (Truth::Yes, Truth::No) if is_condition => Outcome::NotMet,
        (Truth::Yes, Truth::No) => Outcome::Applies,
        _ => Outcome::Unknown,
    }
}

fn missing_of(run: &Run<'_>, clause: &Clause, out: &mut Missing) {
    let unknown = |expr: &&Expr| run.truth(expr) == Truth::Unknown;
    let first = clause.when.as_ref().filter(unknown).or_else(|| clause.unless.as_ref().filter(unknown));
    if let Some(expr) = first {
        run.missing(expr, out);
    }
}

/// Remedy and amount of a covered item.
struct Settled {
    remedy: Remedy,
    rule: String,
    amount: Money,
    steps: Vec<Step>,
    /// By step, what this item bears of a sum that comes off once per claim.
    taken: Vec<(usize, Money)>,
    /// An earlier item could still bear part of such a sum.
    waits_for: Option<(u32, Verdict)>,
}

/// `None` while facts are missing, which are then in `out`.
///
/// # Errors
/// Two remedies at once, or none: the wording contradicts itself for these facts.
fn settle(
    product: &Product,
    run: &Run<'_>,
    claim: &Claim,
    out: &mut Missing,
) -> Result<Option<Settled>, FactFault> {
    let mut chosen = None;
    let mut open = false;
    for remedy in &product.remedies {
        match run.truth(&remedy.when) {
            Truth::Yes => match chosen {
                None => chosen = Some(remedy),
                Some(other) => {
                    return Err(FactFault::Contradiction {
                        check: format!("{} and {}", other.id, remedy.id),
                    });
                }
            },
            Truth::No => {}
            Truth::Unknown => {
                open = true;
                run.missing(&remedy.when, out);
            }
        }
    }
    let mut steps = Vec::new();
    let mut amount = Money::ZERO;
    let mut taken = Vec::new();
    let mut waits_for = None;
    for (ix, rule) in product.amounts.iter().enumerate() {
        match rule.when.as_ref().map_or(Truth::Yes, |when| run.truth(when)) {
            Truth::No => continue,
            Truth::Yes => {}
            Truth::Unknown => {
                open = true;
                if let Some(when) = &rule.when {
                    run.missing(when, out);
                }
                continue;
            }
        }
        let Some(mut value) = run.money(&rule.value) else {
            open = true;
            run.missing(&rule.value, out);
            continue;
        };
        if rule.per == Per::Claim {
            value = (value - claim.taken[ix]).max(Money::ZERO);
            let borne = value.min(amount);
            if borne > Money::ZERO {
                taken.push((ix, borne));
                waits_for = waits_for.or_else(|| claim.open.clone());
            }
        }
        amount = match rule.kind {
            StepKind::Start => value,
            StepKind::Plus => amount.checked_add(value).ok_or(FactFault::TooLarge)?,
            StepKind::Less => amount.checked_sub(value).ok_or(FactFault::TooLarge)?,
            StepKind::AtMost => amount.min(value),
        }
        .max(Money::ZERO);
        steps.push(Step {
            step: rule.id.clone(),
            kind: rule.kind,
            rule: rule.rule.clone(),
            amount: value,
            result: amount,
        });
    }
    match chosen {
        _ if open => Ok(None),
        None => Err(FactFault::Contradiction { check: "no remedy fits".to_owned() }),
        Some(remedy) => Ok(Some(Settled {
            remedy: remedy.remedy,
            rule: remedy.rule.clone(),
            amount,
            steps,
            taken,
            waits_for,
        })),
    }
}

/// Each missing fact once, without those listed `before`.
fn listed(product: &Product, missing: &Missing, stage: Stage, before: &[MissingFact]) -> Vec<MissingFact> {
    let mut positions = missing.facts.clone();
    positions.sort_unstable();
    positions.dedup();
    positions
        .into_iter()
        .map(|ix| &product.facts[ix])
        .filter(|spec| !before.iter().any(|known| known.fact == spec.name))
        .map(|spec| MissingFact {
            fact: spec.name.clone(),
            stage,
            who: spec.who.clone(),
            finding: spec.finding,
            evidence: spec.evidence.clone(),
        })
        .collect()
}

/// Cheapest first; equal costs as the product lists them.
fn by_cost(product: &Product, mut missing: Vec<MissingFact>) -> Vec<MissingFact> {
    missing.sort_by_key(|need| {
        let ix = product.fact_by_name.get(&need.fact).copied().unwrap_or(usize::MAX);
        (product.facts.get(ix).map_or(u16::MAX, |spec| spec.cost), ix)
    });
    missing
}

fn decided_by(verdict: &Verdict, granted: Truth, considered: &[(&Clause, Outcome)]) -> Vec<ClauseTrace> {
    let decides = |clause: &Clause, outcome: Outcome| match verdict {
        Verdict::Covered { .. } => {
            clause.kind == ClauseKind::Grant && outcome == Outcome::Applies
                || outcome == Outcome::Met
                || outcome == Outcome::Excepted
                || clause.kind == ClauseKind::Obligation && outcome == Outcome::Applies
        }
        Verdict::NotCovered => {
            outcome == Outcome::NotMet
                || clause.kind == ClauseKind::Grant && granted == Truth::No
                || outcome == Outcome::Applies
                    && matches!(clause.kind, ClauseKind::Exclusion | ClauseKind::NotPaid)
        }
        Verdict::Routed { .. } => outcome == Outcome::Applies && clause.effect != Effect::Exclude,
        Verdict::NeedsPerson | Verdict::NeedsFacts => false,
    };
    considered
        .iter()
        .filter(|(clause, outcome)| decides(clause, *outcome))
        .map(|(clause, outcome)| trace(clause, *outcome))
        .collect()
}

fn trace(clause: &Clause, outcome: Outcome) -> ClauseTrace {
    ClauseTrace {
        clause: clause.id.clone(),
        kind: clause.kind,
        rule: clause.rule.clone(),
        article: clause.article.written.clone(),
        outcome,
    }
}

fn presumed(product: &Product, run: &Run<'_>) -> Vec<String> {
    let facts = product.facts.iter().enumerate();
    facts
        .filter(|(ix, spec)| spec.is_presumed() && !run.is_stated(*ix))
        .map(|(_, spec)| spec.name.clone())
        .collect()
}

fn evidence(product: &Product, run: &Run<'_>) -> Vec<String> {
    let needed = product
        .evidence
        .iter()
        .filter(|kind| kind.when.as_ref().is_some_and(|when| run.truth(when) == Truth::Yes));
    needed.map(|kind| kind.name.clone()).collect()
}
