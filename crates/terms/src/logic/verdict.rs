//! A whole product as propositions: what `judge` does with one case, said of all cases.

use super::encode::{Amount, Reading};
use super::sat::{Lit, Tri};
use super::space::Space;
use crate::decision::{Effect, Remedy, Route};
use crate::product::{ClauseKind, Per, Plan, Product, StepKind};

/// How an item can end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    Covered(Remedy),
    NotCovered,
    Routed(Route),
    Open,
    Contradiction,
}

/// A clause, remedy, check or step: what can make two products decide differently.
pub(super) struct Part {
    pub what: What,
    pub id: String,
    /// Whether it applies; of a check, whether it is kept.
    pub truth: Tri,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Clause(ClauseKind, Effect),
    Remedy(Remedy),
    Check,
}

pub(super) struct StepPart {
    pub id: String,
    pub kind: StepKind,
    pub per: Per,
    pub when: Tri,
    pub value: Amount,
}

/// One plan of a product.
pub(super) struct Judgement<'p> {
    pub reading: Reading<'p>,
    pub product: &'p Product,
    pub plan: &'p Plan,
    /// Flags may be agreed otherwise than the plan has them.
    pub agreed: bool,
    pub parts: Vec<Part>,
    pub steps: Vec<StepPart>,
    pub endings: Vec<(Ending, Lit)>,
    /// No check is broken.
    pub sound: Lit,
    /// Cover is answered with yes, whatever the remedy.
    pub granted: Lit,
    /// Two remedies at once; none.
    pub two: Vec<(usize, usize, Lit)>,
    pub none: Lit,
    pub machine: Tri,
}

impl<'p> Judgement<'p> {
    pub(super) fn new(product: &'p Product, plan: &'p Plan, agreed: bool, space: &mut Space) -> Self {
        let mut reading = Reading::new(product, plan, agreed, space);
        let mut parts = Vec::new();
        let mut broken = Vec::new();
        for check in &product.checks {
            let truth = reading.truth(&check.must, space);
            broken.push(truth.no);
            parts.push(Part { what: What::Check, id: check.id.clone(), truth });
        }
        let (mut granted, mut taken, mut routed) = (Vec::new(), Vec::new(), Vec::new());
        let mut routes: Vec<(Route, Tri)> = Vec::new();
        for clause in &product.clauses {
            let mut truth =
                clause.when.as_ref().map_or(space.sat.tri(false), |when| reading.truth(when, space));
            if let Some(unless) = &clause.unless {
                let unless = reading.truth(unless, space);
                truth = space.sat.tri_and(&[truth, !unless]);
            }
            let what = What::Clause(clause.kind, clause.effect);
            parts.push(Part { what, id: clause.id.clone(), truth });
            match (clause.kind, clause.effect) {
                (ClauseKind::Grant, _) => granted.push(truth),
                (ClauseKind::Exclusion, Effect::ToManufacturer) => routes.push((Route::Manufacturer, truth)),
                (ClauseKind::Exclusion, Effect::ToSeller) => routes.push((Route::Seller, truth)),
                (ClauseKind::Obligation, _) => {}
                _ => taken.push(truth),
            }
        }
        routed.extend(routes.iter().map(|(_, truth)| *truth));
        let (granted, taken, routed) =
            (space.sat.tri_or(&granted), space.sat.tri_or(&taken), space.sat.tri_or(&routed));
        let before = space.sat.tri_and(&[granted, !taken, !routed]);
        // While a route is possible a bare no would be too early.
        let route_is_settled = space.sat.or(&[routed.yes, routed.no]);
        let answer = Tri { yes: before.yes, no: space.sat.and(&[before.no, route_is_settled]) };

        let remedies: Vec<Tri> =
            product.remedies.iter().map(|rule| reading.truth(&rule.when, space)).collect();
        let mut two = Vec::new();
        for (ix, one) in remedies.iter().enumerate() {
            for (other_ix, other) in remedies.iter().enumerate().skip(ix + 1) {
                two.push((ix, other_ix, space.sat.and(&[!answer.no, one.yes, other.yes])));
            }
        }
        for (rule, truth) in product.remedies.iter().zip(&remedies) {
            parts.push(Part { what: What::Remedy(rule.remedy), id: rule.id.clone(), truth: *truth });
        }
        let steps: Vec<StepPart> = product
            .amounts
            .iter()
            .map(|rule| {
                let when = rule.when.as_ref().map_or(space.sat.tri(true), |when| reading.truth(when, space));
                let value = reading.value(&rule.value, space);
                StepPart { id: rule.id.clone(), kind: rule.kind, per: rule.per, when, value }
            })
            .collect();
        let mut settled: Vec<Lit> =
            remedies.iter().map(|truth| space.sat.or(&[truth.yes, truth.no])).collect();
        for step in &steps {
            let done = space.sat.and(&[step.when.yes, step.value.known]);
            settled.push(space.sat.or(&[step.when.no, done]));
        }
        let settled = space.sat.and(&settled);
        let no_remedy: Vec<Lit> = remedies.iter().map(|truth| !truth.yes).collect();
        let no_remedy = space.sat.and(&no_remedy);
        let none = space.sat.and(&[!answer.no, settled, no_remedy]);
        let mut sound: Vec<Lit> = broken.iter().map(|broken| !*broken).collect();
        // The schedule always states its flags.
        for flag in plan.flags.keys().filter(|_| agreed) {
            sound.extend(product.fact(flag).map(|spec| space.facts[space.place(spec)].stated));
        }
        let sound = space.sat.and(&sound);
        let mut fine: Vec<Lit> = two.iter().map(|(_, _, lit)| !*lit).collect();
        fine.extend([sound, !none]);
        let fine = space.sat.and(&fine);

        let mut endings = Vec::new();
        for remedy in Remedy::ALL {
            let rules = product.remedies.iter().zip(&remedies).filter(|(rule, _)| rule.remedy == *remedy);
            let any: Vec<Lit> = rules.map(|(_, truth)| truth.yes).collect();
            let any = space.sat.or(&any);
            endings.push((Ending::Covered(*remedy), space.sat.and(&[fine, answer.yes, settled, any])));
        }
        endings.push((Ending::NotCovered, space.sat.and(&[fine, answer.no, !routed.yes])));
        for route in Route::ALL {
            let mut first = Vec::new();
            let mut none_before = fine;
            for (to, truth) in &routes {
                if to == route {
                    first.push(space.sat.and(&[none_before, truth.yes]));
                }
                none_before = space.sat.and(&[none_before, !truth.yes]);
            }
            endings.push((Ending::Routed(*route), space.sat.or(&first)));
        }
        let ended: Vec<Lit> = endings.iter().map(|(_, lit)| !*lit).collect();
        let not_ended = space.sat.and(&ended);
        endings.push((Ending::Open, space.sat.and(&[fine, not_ended])));
        endings.push((Ending::Contradiction, !fine));
        let machine = reading.truth(&product.machine_if, space);
        let covered: Vec<Lit> = endings
            .iter()
            .filter(|(ending, _)| matches!(ending, Ending::Covered(_)))
            .map(|(_, lit)| *lit)
            .collect();
        let granted = space.sat.or(&covered);
        Self { reading, product, plan, agreed, parts, steps, endings, sound, granted, two, none, machine }
    }

    pub(super) fn ending(&self, of: Ending, otherwise: Lit) -> Lit {
        self.endings.iter().find(|(ending, _)| *ending == of).map_or(otherwise, |(_, lit)| *lit)
    }
}
