//! Which situations two products, or two plans, decide differently: every kind there is, with an example of each.

use super::example::{ending, without_idle_facts};
use super::report::{Difference, DifferenceKind, Example, Side};
use super::sat::Lit;
use super::space::{Found, Space};
use super::verdict::{Ending, Judgement, What};
use crate::decision::{Decision, Verdict};
use crate::facts::Facts;
use crate::limits;
use crate::product::{Plan, Product};

/// Something the two sides see differently, and where it does.
struct Source {
    name: String,
    differs: Lit,
}

/// What was found, and whether everything could be looked at.
pub(super) struct Differences {
    pub found: Vec<Difference>,
    pub whole: bool,
}

pub(super) fn differences(a: (&Product, &Plan), b: (&Product, &Plan)) -> Differences {
    let mut space = Space::new([a.0, b.0]);
    let left = Judgement::new(a.0, a.1, false, &mut space);
    let right = Judgement::new(b.0, b.1, false, &mut space);
    let mut search = Search { space, left, right, found: Vec::new(), whole: true };
    search.endings();
    search.amounts();
    search.machine();
    let whole = search.whole && !search.space.sat.is_too_large();
    Differences { found: search.found, whole }
}

struct Search<'p> {
    space: Space,
    left: Judgement<'p>,
    right: Judgement<'p>,
    found: Vec<Difference>,
    whole: bool,
}

impl Search<'_> {
    /// Clauses, remedies and checks by kind and name: where one side has none of that name, it never applies there.
    fn sources(&mut self) -> Vec<Source> {
        let mut names: Vec<(What, String)> = Vec::new();
        for part in self.left.parts.iter().chain(&self.right.parts) {
            if !names.iter().any(|(what, id)| *what == part.what && *id == part.id) {
                names.push((part.what, part.id.clone()));
            }
        }
        let mut out = Vec::new();
        for (what, id) in names {
            let absent = self.space.sat.tri(what == What::Check);
            let of = |judgement: &Judgement<'_>| {
                let part = judgement.parts.iter().find(|part| part.what == what && part.id == id);
                part.map_or(absent, |part| part.truth)
            };
            let (one, other) = (of(&self.left), of(&self.right));
            let differs = self.space.sat.tri_differ(one, other);
            if differs != !self.space.sat.yes {
                out.push(Source { name: written(what, &id), differs });
            }
        }
        out
    }

    /// Steps of the arithmetic by name: applied on one side only, another value, another order.
    fn steps(&mut self) -> Vec<Source> {
        let sat_no = !self.space.sat.yes;
        let mut out = Vec::new();
        for step in &self.left.steps {
            let Some(other) = self.right.steps.iter().find(|other| other.id == step.id) else {
                out.push(Source { name: format!("amount.{}", step.id), differs: step.when.yes });
                continue;
            };
            let applied = self.space.sat.differ(step.when.yes, other.when.yes);
            let both = self.space.sat.and(&[step.when.yes, other.when.yes]);
            let value = if step.kind == other.kind && step.per == other.per {
                step.value.differs(&other.value, &mut self.space)
            } else {
                self.space.sat.yes
            };
            let value = self.space.sat.and(&[both, value]);
            let differs = self.space.sat.or(&[applied, value]);
            out.push(Source { name: format!("amount.{}", step.id), differs });
        }
        for step in &self.right.steps {
            if !self.left.steps.iter().any(|other| other.id == step.id) {
                out.push(Source { name: format!("amount.{}", step.id), differs: step.when.yes });
            }
        }
        // Steps in another order are another arithmetic.
        let place = |id: &str| self.right.steps.iter().position(|other| other.id == id);
        let mut turned = Vec::new();
        for (ix, first) in self.left.steps.iter().enumerate() {
            for second in &self.left.steps[ix + 1..] {
                if let (Some(one), Some(two)) = (place(&first.id), place(&second.id))
                    && two < one
                {
                    turned.push((
                        format!("order of amount.{} and amount.{}", first.id, second.id),
                        [
                            first.when.yes,
                            second.when.yes,
                            self.right.steps[one].when.yes,
                            self.right.steps[two].when.yes,
                        ],
                    ));
                }
            }
        }
        for (name, all) in turned {
            let differs = self.space.sat.and(&all);
            out.push(Source { name, differs });
        }
        out.retain(|source| source.differs != sat_no);
        out
    }

    fn endings(&mut self) {
        let sources = self.sources();
        let mut pairs = Vec::new();
        for (one, left) in self.left.endings.clone() {
            for (other, right) in self.right.endings.clone() {
                if one != other {
                    pairs.push((rank(one).max(rank(other)), one, other, left, right));
                }
            }
        }
        pairs.sort_by_key(|pair| pair.0);
        // What is explained by a settled difference is not said again for the same clauses with facts missing.
        let mut said: Vec<Lit> = Vec::new();
        for (rank, one, other, left, right) in pairs {
            let mut assumed = vec![left, right];
            if rank > 0 {
                assumed.extend(&said);
            }
            let kind = kind_of(one, other);
            let wanted = (Some(one), Some(other));
            said.extend(self.each(&assumed, &sources, kind, wanted, |_, _, _| true));
        }
    }

    fn amounts(&mut self) {
        let sources = self.steps();
        for (ending, left) in self.left.endings.clone() {
            if !matches!(ending, Ending::Covered(_)) {
                continue;
            }
            let right = self.right.ending(ending, !self.space.sat.yes);
            let differ = |_: &Facts, one: &Decision, other: &Decision| one.total != other.total;
            let wanted = (Some(ending), Some(ending));
            self.each(&[left, right], &sources, DifferenceKind::Amount, wanted, differ);
        }
    }

    fn machine(&mut self) {
        let differs = self.space.sat.differ(self.left.machine.yes, self.right.machine.yes);
        let sources = vec![Source { name: "machine_may_approve_if".to_owned(), differs }];
        let assumed = [self.left.granted, self.right.granted];
        let differ = |_: &Facts, one: &Decision, other: &Decision| {
            one.approvable_by_machine != other.approvable_by_machine
        };
        self.each(&assumed, &sources, DifferenceKind::Machine, (None, None), differ);
    }

    /// One difference for every least set of sources that can bring it about. Gives, for each, that not all of the set
    /// differ.
    fn each(
        &mut self,
        assumed: &[Lit],
        sources: &[Source],
        kind: DifferenceKind,
        wanted: (Option<Ending>, Option<Ending>),
        really: impl Fn(&Facts, &Decision, &Decision) -> bool,
    ) -> Vec<Lit> {
        let mut said = Vec::new();
        let any: Vec<Lit> = sources.iter().map(|source| source.differs).collect();
        let any = self.space.sat.or(&any);
        let mut count = 0;
        loop {
            let base: Vec<Lit> = assumed.iter().copied().chain([any]).chain(said.iter().copied()).collect();
            let mut found = self.space.find(&base);
            if matches!(found, Found::None) {
                return said;
            }
            if count == limits::DIFFERENCES || matches!(found, Found::Unsure) && count > 0 {
                self.whole = false;
                return said;
            }
            count += 1;
            // As few sources as there can be.
            let mut involved: Vec<&Source> = sources
                .iter()
                .filter(|source| matches!(found, Found::Unsure) || self.space.sat.holds(source.differs))
                .collect();
            let mut excluded: Vec<Lit> = sources
                .iter()
                .filter(|source| involved.iter().all(|other| other.name != source.name))
                .map(|source| !source.differs)
                .collect();
            for source in involved.clone() {
                let mut fewer = base.clone();
                fewer.extend(&excluded);
                fewer.push(!source.differs);
                if let situation @ Found::Situation(_) = self.space.find(&fewer) {
                    excluded.push(!source.differs);
                    involved.retain(|other| other.name != source.name && self.space.sat.holds(other.differs));
                    found = situation;
                }
            }
            let all: Vec<Lit> = involved.iter().map(|source| !source.differs).collect();
            let mut narrow = base;
            narrow.extend(excluded);
            let names: Vec<String> = involved.iter().map(|source| source.name.clone()).collect();
            let example = self.example(found, &narrow, wanted, &really);
            self.found.push(Difference {
                kind,
                from: wanted.0.map(shown),
                to: wanted.1.map(shown),
                by: names,
                example,
            });
            said.push(self.space.sat.or(&all));
        }
    }

    /// A case that both sides really decide as said, with only the facts that matter.
    fn example(
        &mut self,
        found: Found,
        assumed: &[Lit],
        wanted: (Option<Ending>, Option<Ending>),
        really: &impl Fn(&Facts, &Decision, &Decision) -> bool,
    ) -> Option<Example> {
        const TRIES: usize = 24;
        let sides = ((self.left.product, self.left.plan), (self.right.product, self.right.plan));
        let confirmed = |facts: &Facts| {
            let (one, left) = ending(sides.0.0, sides.0.1, facts)?;
            let (other, right) = ending(sides.1.0, sides.1.1, facts)?;
            let as_wanted =
                wanted.0.is_none_or(|wanted| wanted == one) && wanted.1.is_none_or(|wanted| wanted == other);
            let differs = match (&left, &right) {
                (Some(left), Some(right)) => really(facts, left, right),
                _ => true,
            };
            (as_wanted && differs).then_some((left, right))
        };
        let mut found = found;
        let mut assumed = assumed.to_vec();
        for _ in 0..TRIES {
            let Found::Situation(values) = &found else { return None };
            let facts = self.space.situation(values);
            let facts = super::vary::until(&facts, |facts| confirmed(facts).is_some());
            if let Some(facts) = facts {
                let facts = without_idle_facts(&facts, |fewer| confirmed(fewer).is_some());
                let (left, right) = confirmed(&facts)?;
                return Some(Example {
                    a: side(sides.0, left.as_ref(), &facts),
                    b: side(sides.1, right.as_ref(), &facts),
                    facts,
                });
            }
            // Look elsewhere: another outcome of what is beyond exact reasoning.
            let other: Vec<Lit> = self
                .space
                .opaque
                .iter()
                .map(|lit| if self.space.sat.holds(*lit) { !*lit } else { *lit })
                .collect();
            if other.is_empty() {
                return None;
            }
            let other = self.space.sat.or(&other);
            assumed.push(other);
            found = self.space.find(&assumed);
        }
        None
    }
}

fn side(of: (&Product, &Plan), decision: Option<&Decision>, facts: &Facts) -> Side {
    let verdict = decision.and_then(|decision| decision.items.first()).map(|item| item.verdict);
    let item = decision.and_then(|decision| decision.items.first());
    let by = item.map(|item| item.decided_by.iter().map(|trace| trace.clause.to_string()).collect());
    Side {
        case: super::example::case(of.0, of.1, false, facts),
        verdict,
        amount: match verdict {
            Some(Verdict::Covered { amount, .. }) => Some(amount),
            _ => None,
        },
        machine: decision.is_some_and(|decision| decision.approvable_by_machine),
        decided_by: by.unwrap_or_default(),
    }
}

/// Settled endings first, then contradictions, then what is only asked for.
fn rank(ending: Ending) -> u8 {
    match ending {
        Ending::Covered(_) | Ending::NotCovered | Ending::Routed(_) => 0,
        Ending::Contradiction => 1,
        Ending::Open => 2,
    }
}

fn kind_of(a: Ending, b: Ending) -> DifferenceKind {
    match (a, b) {
        (Ending::Open, _) | (_, Ending::Open) => DifferenceKind::Asking,
        (Ending::Contradiction, _) | (_, Ending::Contradiction) => DifferenceKind::Contradiction,
        (Ending::Covered(_), Ending::Covered(_)) => DifferenceKind::Remedy,
        (Ending::Routed(_), _) | (_, Ending::Routed(_)) => DifferenceKind::Route,
        _ => DifferenceKind::Verdict,
    }
}

fn shown(ending: Ending) -> String {
    match ending {
        Ending::Covered(remedy) => format!("covered: {remedy}"),
        Ending::NotCovered => "not covered".to_owned(),
        Ending::Routed(to) => format!("routed to the {to}"),
        Ending::Open => "needs more facts".to_owned(),
        Ending::Contradiction => "the facts contradict each other".to_owned(),
    }
}

fn written(what: What, id: &str) -> String {
    match what {
        What::Clause(kind, _) => format!("{}.{id}", kind.code().replace('-', "_")),
        What::Remedy(_) => format!("remedy.{id}"),
        What::Check => format!("check.{id}"),
    }
}
