//! What loads but cannot be meant: clauses that never or always apply, remedies and routes that clash, plans and devices
//! for which nothing is covered, names nobody uses.

use super::example::{case, without_idle_facts};
use super::places::Places;
use super::report::Finding;
use super::sat::{Lit, Tri};
use super::space::{Found, Said, Space};
use super::verdict::Judgement;
use crate::decide::decide;
use crate::decision::{Decision, Effect, Outcome};
use crate::expr::Expr;
use crate::facts::{Case, FactFault};
use crate::fault::Fault;
use crate::product::{Clause, ClauseKind, Product, StepKind};
use crate::value::Datum;

pub(super) fn findings(product: &Product, places: &Places) -> Vec<Finding> {
    let mut space = Space::new([product]);
    let mut plans: Vec<Judgement<'_>> =
        product.plans.iter().map(|plan| Judgement::new(product, plan, false, &mut space)).collect();
    // A schedule may agree flags otherwise than its plan.
    plans.extend(product.plans.first().map(|plan| Judgement::new(product, plan, true, &mut space)));
    let mut search =
        Search { product, places, space, plans, found: super::unused::unused(product, places), unsure: 0 };
    if search.checks() {
        for clause in &product.clauses {
            search.clause(clause);
        }
        search.remedies();
        search.routes();
        search.steps();
        search.evidence();
        search.cover();
    }
    let too_large = search.space.sat.is_too_large();
    let (mut found, unsure) = (search.found, search.unsure);
    found.sort_by(|a, b| a.fault.cmp(&b.fault));
    if too_large || unsure > 0 {
        let fault = Fault::of_file(
            "",
            "the product is too large to be looked at as a whole: there may be more than is said here",
            "split long expressions into definitions, or the product into two",
        );
        found.push(Finding { fault, example: None });
    }
    found
}

/// Whether something can happen under one of the plans.
enum Possible {
    Never,
    /// Position of the plan, and the values of ordered facts.
    Yes(usize, Vec<i128>),
    Maybe,
}

/// Decides the case an example is made of: the decision, or the contradiction.
type Decided<'d> = Result<&'d Decision, &'d str>;

struct Search<'p> {
    product: &'p Product,
    places: &'p Places,
    space: Space,
    plans: Vec<Judgement<'p>>,
    found: Vec<Finding>,
    unsure: usize,
}

impl Search<'_> {
    fn say(&mut self, at: &str, what: impl Into<String>, hint: &str, example: Option<Case>) {
        self.found.push(Finding { fault: self.places.fault(at, what, hint), example });
    }

    /// Whether it can happen under some plan, with no check broken.
    fn possible(&mut self, of: impl Fn(&mut Judgement<'_>, &mut Space) -> Lit) -> Possible {
        let mut maybe = false;
        for ix in 0..self.plans.len() {
            let wanted = of(&mut self.plans[ix], &mut self.space);
            if wanted == !self.space.sat.yes {
                continue;
            }
            match self.space.find(&[self.plans[ix].sound, wanted]) {
                Found::None => {}
                Found::Situation(values) => return Possible::Yes(ix, values),
                Found::Unsure => maybe = true,
            }
        }
        if maybe { Possible::Maybe } else { Possible::Never }
    }

    fn never(&mut self, of: impl Fn(&mut Judgement<'_>, &mut Space) -> Lit) -> bool {
        match self.possible(of) {
            Possible::Never => true,
            Possible::Yes(..) => false,
            Possible::Maybe => {
                self.unsure += 1;
                false
            }
        }
    }

    /// Where it can happen: a finding, with the facts that matter, decided for real.
    fn can_happen(
        &mut self,
        at: &str,
        what: &str,
        hint: &str,
        of: impl Fn(&mut Judgement<'_>, &mut Space) -> Lit,
        shows: impl Fn(Decided<'_>) -> bool,
    ) {
        let (plan, agreed, values) = match self.possible(of) {
            Possible::Never => return,
            Possible::Maybe => return self.say(at, format!("perhaps {what}"), hint, None),
            Possible::Yes(plan, values) => (self.plans[plan].plan, self.plans[plan].agreed, values),
        };
        let product = self.product;
        let holds = |facts: &crate::Facts| match decide(product, &case(product, plan, agreed, facts)) {
            Ok(decision) => shows(Ok(&decision)),
            Err(faults) => {
                matches!(faults.as_slice(), [FactFault::Contradiction { check, .. }] if shows(Err(check)))
            }
        };
        let facts = self.space.situation(&values);
        match super::vary::until(&facts, holds) {
            Some(facts) => {
                let facts = without_idle_facts(&facts, holds);
                self.say(at, what, hint, Some(case(product, plan, agreed, &facts)));
            }
            None => self.say(at, format!("perhaps {what}"), hint, None),
        }
    }

    /// Whether any facts at all pass the checks.
    fn checks(&mut self) -> bool {
        let product = self.product;
        for check in &product.checks {
            let at = format!("check.{}", check.id);
            let mut can_break = false;
            for ix in 0..self.plans.len() {
                let broken = self.plans[ix].reading.truth(&check.must, &mut self.space).no;
                can_break |= !matches!(self.space.find(&[broken]), Found::None);
            }
            if !can_break {
                self.say(
                    &format!("{at}.must"),
                    format!("`{at}` can never be broken"),
                    "leave the check out",
                    None,
                );
            }
        }
        if !self.never(|_, space| space.sat.yes) {
            return true;
        }
        let hint = "write what `must` hold, not what must not";
        self.say("check", "no facts at all pass the checks: nothing can ever be decided", hint, None);
        false
    }

    fn clause(&mut self, clause: &Clause) {
        let Some(when) = &clause.when else { return };
        let at = format!("{}.{}", clause.kind.code().replace('-', "_"), clause.id);
        let no_unless = Expr::Constant(Datum::Bool(false));
        let unless = clause.unless.as_ref().unwrap_or(&no_unless);
        let both = |judgement: &mut Judgement<'_>, space: &mut Space| -> (Tri, Tri) {
            (judgement.reading.truth(when, space), judgement.reading.truth(unless, space))
        };
        let is_condition = clause.kind == ClauseKind::Condition;
        if self.never(|judgement, space| both(judgement, space).0.yes) {
            let what = if is_condition { "can never matter" } else { "can never apply" };
            let what = format!("`{at}` {what}: its `when` holds for no facts under any plan");
            return self.say(
                &format!("{at}.when"),
                what,
                "correct the `when`, or leave the clause out",
                None,
            );
        }
        let applies = |judgement: &mut Judgement<'_>, space: &mut Space| {
            let (when, unless) = both(judgement, space);
            space.sat.and(&[when.yes, unless.no])
        };
        if self.never(applies) {
            let (key, what, hint) = if is_condition {
                (
                    "must",
                    "can never fail: its `must` holds whenever it matters",
                    "correct the `must`, or leave it out",
                )
            } else {
                ("unless", "can never apply: its own exception always saves", "make the `unless` narrower")
            };
            return self.say(&format!("{at}.{key}"), format!("`{at}` {what}"), hint, None);
        }
        let saved = |judgement: &mut Judgement<'_>, space: &mut Space| {
            let (when, unless) = both(judgement, space);
            space.sat.and(&[when.yes, unless.yes])
        };
        if clause.unless.is_some() && self.never(saved) {
            let (key, what, hint) = if is_condition {
                ("must", "can never be met when it matters", "correct the `must`")
            } else {
                ("unless", "has an exception that can never matter", "correct the `unless`, or leave it out")
            };
            self.say(&format!("{at}.{key}"), format!("`{at}` {what}"), hint, None);
        }
        let is_written = clause.kind == ClauseKind::Grant && *when == Expr::Constant(Datum::Bool(true));
        let not = |judgement: &mut Judgement<'_>, space: &mut Space| {
            let (when, unless) = both(judgement, space);
            space.sat.or(&[when.no, unless.yes])
        };
        if !is_condition && !is_written && self.never(not) {
            let hint = match clause.kind {
                ClauseKind::Grant => "write when = \"yes\" if that is meant",
                _ => "make the `when` narrower",
            };
            self.say(&format!("{at}.when"), format!("`{at}` always applies"), hint, None);
        }
    }

    fn remedies(&mut self) {
        let product = self.product;
        for rule in &product.remedies {
            let at = format!("remedy.{}", rule.id);
            if self.never(|judgement, space| judgement.reading.truth(&rule.when, space).yes) {
                self.say(
                    &format!("{at}.when"),
                    format!("`{at}` can never hold"),
                    "correct the `when`, or leave it out",
                    None,
                );
            }
        }
        let pairs = self.plans.first().map_or(Vec::new(), |judgement| judgement.two.clone());
        for (pair, (one, other, _)) in pairs.into_iter().enumerate() {
            let (one, other) = (&product.remedies[one].id, &product.remedies[other].id);
            let both = format!("{one} and {other}");
            self.can_happen(
                &format!("remedy.{other}.when"),
                &format!("`remedy.{one}` and `remedy.{other}` can both hold: a contradiction, not a matter of order"),
                "say in one of them when the other goes first: `and not …`",
                |judgement, _| judgement.two[pair].2,
                |decided| decided.err().is_some_and(|check| check == both),
            );
        }
        self.can_happen(
            "remedy",
            "what is covered can be left without any remedy",
            "one of the remedies must hold in every such case",
            |judgement, _| judgement.none,
            |decided| decided.err().is_some_and(|check| check == "no remedy fits"),
        );
    }

    fn routes(&mut self) {
        let to = |effect| self.product.clauses.iter().filter(move |clause| clause.effect == effect);
        let pairs: Vec<(&Clause, &Clause)> = to(Effect::ToManufacturer)
            .flat_map(|one| to(Effect::ToSeller).map(move |other| (one, other)))
            .collect();
        for (one, other) in pairs {
            let applies = |decided: Decided<'_>| {
                let applied = |clause: &Clause| {
                    decided.ok().and_then(|decision| decision.items.first()).is_some_and(|item| {
                        let mut considered = item.considered.iter();
                        considered.any(|trace| trace.clause == clause.id && trace.outcome == Outcome::Applies)
                    })
                };
                applied(one) && applied(other)
            };
            self.can_happen(
                &format!("exclusion.{}.when", other.id),
                &format!(
                    "`exclusion.{}` and `exclusion.{}` can send to the maker and to the seller at once",
                    one.id, other.id
                ),
                "say in one of them when the other goes first: `and not …`",
                |judgement, space| {
                    let yes = [part(judgement, one), part(judgement, other)];
                    space.sat.and(&yes)
                },
                applies,
            );
        }
    }

    fn steps(&mut self) {
        let product = self.product;
        for (ix, rule) in product.amounts.iter().enumerate() {
            let at = format!("amount.{}", rule.id);
            if self
                .never(|judgement, space| space.sat.and(&[judgement.granted, judgement.steps[ix].when.yes]))
            {
                let what = format!("`{at}` can never be part of the amount");
                self.say(&format!("{at}.when"), what, "correct the `when`, or leave the step out", None);
            }
            if rule.kind == StepKind::Start {
                self.can_happen(
                    &format!("{at}.when"),
                    &format!("what is covered can be without `{at}`, so that the amount begins with nothing"),
                    "leave the `when` of the start out and say it in its `value`: if … then … else …",
                    |judgement, space| space.sat.and(&[judgement.granted, judgement.steps[ix].when.no]),
                    |decided| {
                        let item = decided.ok().and_then(|decision| decision.items.first());
                        item.is_some_and(|item| {
                            matches!(item.verdict, crate::Verdict::Covered { .. })
                                && item.steps.iter().all(|step| step.kind != StepKind::Start)
                        })
                    },
                );
            }
        }
    }

    fn evidence(&mut self) {
        for evidence in &self.product.evidence {
            let at = format!("evidence.{}", evidence.name);
            let Some(when) = &evidence.when else { continue };
            if self.never(|judgement, space| judgement.reading.truth(when, space).yes) {
                let what = format!("`{at}` never belongs to the standard list");
                self.say(&format!("{at}.when"), what, "correct the `when`, or leave it out", None);
            }
        }
    }

    /// Plans and devices for which nothing is ever covered.
    fn cover(&mut self) {
        // Of the plans as they are sold.
        for ix in 0..self.product.plans.len() {
            let (granted, sound) = (self.plans[ix].granted, self.plans[ix].sound);
            let code = &self.plans[ix].plan.code;
            if matches!(self.space.find(&[granted, sound]), Found::None) {
                let what = format!("plan `{code}` never covers anything");
                self.say(
                    &format!("plan.{code}"),
                    what,
                    "a grant must hold under it, and no exclusion always apply",
                    None,
                );
            }
        }
        let kinds = self.product.fact("device_kind").map(|spec| self.space.place(spec));
        let Some(Said::Choice(kinds)) = kinds.map(|place| self.space.facts[place].said.clone()) else {
            return;
        };
        for sold in &self.product.devices {
            let lit = kinds.iter().find(|(name, _)| name == sold.kind.code()).map(|(_, lit)| *lit);
            let covered = |judgement: &mut Judgement<'_>, space: &mut Space| {
                lit.map_or(!space.sat.yes, |lit| space.sat.and(&[judgement.granted, lit]))
            };
            if self.never(covered) {
                let what = format!("a {} may be insured, but nothing is ever covered for it", sold.kind);
                self.say("device", what, "leave the [[device]] out, or cover it", None);
            }
        }
        let never = Expr::Constant(Datum::Bool(false));
        if self.product.machine_if != never
            && self.never(|judgement, space| space.sat.and(&[judgement.granted, judgement.machine.yes]))
        {
            let what = "a computer may never approve anything: `machine_may_approve_if` holds for nothing that is covered";
            self.say("machine_may_approve_if", what, "write \"no\" if that is meant", None);
        }
    }
}

fn part(judgement: &Judgement<'_>, clause: &Clause) -> Lit {
    let found = judgement.parts.iter().find(|part| {
        matches!(part.what, super::verdict::What::Clause(kind, _) if kind == clause.kind)
            && part.id == clause.id
    });
    found.map_or(judgement.sound, |part| part.truth.yes)
}
