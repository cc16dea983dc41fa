//! Expressions as propositions, with *unknown* kept: what the evaluator does with facts, done for all facts at once.

use std::collections::BTreeMap;

use super::definitions::in_order;
use super::form::{Form, constant, equal, minus, plus, short_hash, times};
use super::sat::{Lit, Tri};
use super::scale::{Leaf, Step};
use super::space::{Said, Space};
use crate::ast::Comparison;
use crate::expr::{DefIx, Expr, FactIx};
use crate::limits;
use crate::product::{Plan, Product};
use crate::value::{Datum, Kind};

/// One product, read into a space.
pub(super) struct Reading<'p> {
    pub product: &'p Product,
    views: Vec<View>,
    truths: BTreeMap<DefIx, Tri>,
    forms: BTreeMap<DefIx, Forms>,
}

/// A fact as this product sees it.
#[derive(Debug, Clone)]
struct View {
    /// Stated, with a value this product knows.
    stated: Lit,
    /// Stated or presumed.
    known: Lit,
    /// Yes, for a bool; one for each value of a choice or set.
    bits: Vec<Lit>,
    place: usize,
}

/// What a value can be: under a condition, something that no longer depends on conditions. The conditions exclude each
/// other; where none holds the value is unknown.
type Forms = Vec<(Lit, Form)>;

impl<'p> Reading<'p> {
    /// The product as the schedule of this plan makes it: its flags are settled, unless they may be `agreed` otherwise.
    pub(super) fn new(product: &'p Product, plan: &Plan, agreed: bool, space: &mut Space) -> Self {
        let views = product.facts.iter().map(|spec| match plan.flags.get(&spec.name).filter(|_| !agreed) {
            Some(on) => {
                let yes = space.sat.yes;
                View { stated: yes, known: yes, bits: vec![space.sat.of(*on)], place: space.place(spec) }
            }
            None => view(spec, space),
        });
        let views = views.collect();
        let mut reading = Self { product, views, truths: BTreeMap::new(), forms: BTreeMap::new() };
        // In their order each finds the ones it uses done: no deep recursion.
        for ix in in_order(product) {
            reading.define(ix, space);
        }
        reading
    }

    fn define(&mut self, ix: DefIx, space: &mut Space) {
        let product = self.product;
        let value = &product.definitions[ix].value;
        if self.kind(value) == Kind::Bool {
            let truth = self.truth(value, space);
            self.truths.insert(ix, truth);
        } else {
            let forms = self.forms(value, space);
            self.forms.insert(ix, forms);
        }
    }

    fn kind(&self, expr: &Expr) -> Kind {
        match expr {
            Expr::Constant(datum) => match datum {
                Datum::Bool(_) => Kind::Bool,
                Datum::Choice(_) => Kind::Choice,
                Datum::Set(_) => Kind::Set,
                Datum::Number(_) => Kind::Number,
                Datum::Money(_) => Kind::Money,
                Datum::Date(_) => Kind::Date,
                Datum::Instant(_) => Kind::Instant,
                Datum::Term(..) => Kind::Term,
            },
            Expr::Fact(fact) => self.product.facts[*fact].kind,
            Expr::Definition(ix) if self.truths.contains_key(ix) => Kind::Bool,
            Expr::Definition(ix) => self.kind(&self.product.definitions[*ix].value),
            Expr::If(_, yes, _) => self.kind(yes),
            Expr::Plus(a, _) | Expr::Minus(a, _) | Expr::Times(a, _) => self.kind(a),
            Expr::Min(list) | Expr::Max(list) => list.first().map_or(Kind::Number, |first| self.kind(first)),
            Expr::DateOf(_) => Kind::Date,
            Expr::Deadline(..) => Kind::Instant,
            _ => Kind::Bool,
        }
    }

    pub(super) fn truth(&mut self, expr: &Expr, space: &mut Space) -> Tri {
        match expr {
            Expr::Constant(Datum::Bool(value)) => space.sat.tri(*value),
            Expr::Fact(fact) => {
                let view = &self.views[*fact];
                let (known, yes) = (view.known, view.bits.first().copied().unwrap_or(space.sat.yes));
                Tri { yes: space.sat.and(&[known, yes]), no: space.sat.and(&[known, !yes]) }
            }
            Expr::Definition(ix) => match self.truths.get(ix) {
                Some(truth) => *truth,
                None => space.sat.tri(false),
            },
            Expr::Not(inner) => !self.truth(inner, space),
            Expr::And(list) => {
                let parts: Vec<Tri> = list.iter().map(|part| self.truth(part, space)).collect();
                space.sat.tri_and(&parts)
            }
            Expr::Or(list) => {
                let parts: Vec<Tri> = list.iter().map(|part| self.truth(part, space)).collect();
                space.sat.tri_or(&parts)
            }
            Expr::Compare(comparison, left, right) => self.compare(*comparison, left, right, space),
            Expr::In(inner, bits) | Expr::Has(inner, bits) => {
                let forms = self.forms(inner, space);
                self.pick(&forms, space, |form, space| match form {
                    Form::Bits(all) => {
                        let wanted = all.iter().enumerate().filter(|(ix, _)| bits & (1 << ix) != 0);
                        let wanted: Vec<Lit> = wanted.map(|(_, lit)| *lit).collect();
                        space.sat.or(&wanted)
                    }
                    _ => !space.sat.yes,
                })
            }
            Expr::Known(fact) => {
                let stated = self.views[*fact].stated;
                Tri { yes: stated, no: !stated }
            }
            Expr::If(condition, yes, no) => {
                let condition = self.truth(condition, space);
                let (yes, no) = (self.truth(yes, space), self.truth(no, space));
                let mut way = |first: Lit, other: Lit| {
                    let one = space.sat.and(&[condition.yes, first]);
                    let two = space.sat.and(&[condition.no, other]);
                    let both = space.sat.and(&[first, other]);
                    space.sat.or(&[one, two, both])
                };
                Tri { yes: way(yes.yes, no.yes), no: way(yes.no, no.no) }
            }
            _ => space.sat.tri(false),
        }
    }

    fn pick(&self, forms: &Forms, space: &mut Space, mut holds: impl FnMut(&Form, &mut Space) -> Lit) -> Tri {
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for (under, form) in forms {
            let lit = holds(form, space);
            yes.push(space.sat.and(&[*under, lit]));
            no.push(space.sat.and(&[*under, !lit]));
        }
        Tri { yes: space.sat.or(&yes), no: space.sat.or(&no) }
    }

    fn compare(&mut self, comparison: Comparison, left: &Expr, right: &Expr, space: &mut Space) -> Tri {
        if self.kind(left) == Kind::Bool {
            let (a, b) = (self.truth(left, space), self.truth(right, space));
            let differ = {
                let one = space.sat.tri_and(&[a, !b]);
                let two = space.sat.tri_and(&[!a, b]);
                space.sat.tri_or(&[one, two])
            };
            return if comparison == Comparison::NotEqual { differ } else { !differ };
        }
        let (left, right) = (self.forms(left, space), self.forms(right, space));
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for (under, a) in &left {
            for (also, b) in &right {
                let lit = match comparison {
                    Comparison::Equal => equal(a, b, space),
                    Comparison::NotEqual => !equal(a, b, space),
                    Comparison::Less => !space.at_most(&b.leaf(), &a.leaf()),
                    Comparison::LessEqual => space.at_most(&a.leaf(), &b.leaf()),
                    Comparison::More => !space.at_most(&a.leaf(), &b.leaf()),
                    Comparison::MoreEqual => space.at_most(&b.leaf(), &a.leaf()),
                };
                yes.push(space.sat.and(&[*under, *also, lit]));
                no.push(space.sat.and(&[*under, *also, !lit]));
            }
        }
        Tri { yes: space.sat.or(&yes), no: space.sat.or(&no) }
    }

    fn forms(&mut self, expr: &Expr, space: &mut Space) -> Forms {
        let yes = space.sat.yes;
        let forms = match expr {
            Expr::Constant(datum) => vec![(yes, constant(*datum, space))],
            Expr::Fact(fact) => self.fact(*fact, space),
            Expr::Definition(ix) => self.forms.get(ix).cloned().unwrap_or_default(),
            Expr::If(condition, yes, no) => {
                let condition = self.truth(condition, space);
                let (yes, no) = (self.forms(yes, space), self.forms(no, space));
                let open = space.sat.and(&[!condition.yes, !condition.no]);
                let mut out = Vec::new();
                for (side, forms) in [(condition.yes, &yes), (condition.no, &no)] {
                    for (under, form) in forms {
                        out.push((space.sat.and(&[side, *under]), form.clone()));
                    }
                }
                // Both ways the same: the condition does not matter.
                for (under, a) in &yes {
                    for (also, b) in &no {
                        let same = equal(a, b, space);
                        out.push((space.sat.and(&[open, *under, *also, same]), a.clone()));
                    }
                }
                out
            }
            Expr::Plus(a, b) => {
                let country = self.product.country;
                self.both(a, b, space, |a, b, _| plus(a, b, country))
            }
            Expr::Minus(a, b) => self.both(a, b, space, |a, b, _| minus(a, b)),
            Expr::Times(a, b) => self.both(a, b, space, |a, b, _| times(a, b)),
            Expr::Min(list) => self.extreme(list, true, space),
            Expr::Max(list) => self.extreme(list, false, space),
            Expr::DateOf(moment) => {
                let step = Step::DateOf(self.product.country);
                let forms = self.forms(moment, space);
                forms
                    .into_iter()
                    .map(|(under, form)| (under, Form::Ordered(form.leaf().then(step.clone()))))
                    .collect()
            }
            Expr::Deadline(from, term) => {
                let country = self.product.country;
                self.both(from, term, space, |from, term, _| match term {
                    Form::Term(term, rolls) => {
                        Form::Ordered(from.leaf().then(Step::Deadline(*term, *rolls, country)))
                    }
                    _ => Form::Opaque(Kind::Instant, format!("deadline({},{})", from.key(), term.key())),
                })
            }
            _ => Vec::new(),
        };
        self.merged(forms, space)
    }

    fn fact(&self, fact: FactIx, space: &mut Space) -> Forms {
        let view = &self.views[fact];
        let spec = &self.product.facts[fact];
        if !matches!(spec.kind, Kind::Number | Kind::Money | Kind::Date | Kind::Instant | Kind::Term) {
            return vec![(view.known, Form::Bits(view.bits.clone()))];
        }
        let stated = match space.facts[view.place].said {
            Said::Ordered(ix) => Form::Ordered(Leaf::Chain(ix, spec.kind, Vec::new())),
            _ => Form::TermFact(view.place),
        };
        let mut forms = vec![(view.stated, stated)];
        if let Some(presumed) = spec.presumed {
            forms.push((!view.stated, constant(presumed, space)));
        }
        forms
    }

    fn both(
        &mut self,
        a: &Expr,
        b: &Expr,
        space: &mut Space,
        mut of: impl FnMut(&Form, &Form, &mut Space) -> Form,
    ) -> Forms {
        let (a, b) = (self.forms(a, space), self.forms(b, space));
        let mut out = Vec::new();
        for (under, a) in &a {
            for (also, b) in &b {
                let under = space.sat.and(&[*under, *also]);
                out.push((under, of(a, b, space)));
            }
        }
        out
    }

    fn extreme(&mut self, list: &[Expr], least: bool, space: &mut Space) -> Forms {
        let mut best: Option<Forms> = None;
        for part in list {
            let forms = self.forms(part, space);
            let Some(before) = best else {
                best = Some(forms);
                continue;
            };
            let mut out = Vec::new();
            for (under, a) in &before {
                for (also, b) in &forms {
                    let first = if least {
                        space.at_most(&a.leaf(), &b.leaf())
                    } else {
                        space.at_most(&b.leaf(), &a.leaf())
                    };
                    out.push((space.sat.and(&[*under, *also, first]), a.clone()));
                    out.push((space.sat.and(&[*under, *also, !first]), b.clone()));
                }
            }
            best = Some(self.merged(out, space));
        }
        best.unwrap_or_default()
    }

    /// Equal forms once; too many become one that is not looked into.
    fn merged(&self, forms: Forms, space: &mut Space) -> Forms {
        let mut out: BTreeMap<String, (Vec<Lit>, Form)> = BTreeMap::new();
        for (under, form) in forms {
            if under != !space.sat.yes {
                out.entry(form.key()).or_insert_with(|| (Vec::new(), form)).0.push(under);
            }
        }
        let forms: Vec<(String, Lit, Form)> =
            out.into_iter().map(|(key, (under, form))| (key, space.sat.or(&under), form)).collect();
        let ordered = matches!(forms.first(), Some((_, _, Form::Ordered(_) | Form::Opaque(..))));
        if !ordered || forms.len() <= limits::LOGIC_FORMS {
            return forms.into_iter().map(|(_, under, form)| (under, form)).collect();
        }
        let kind = forms[0].2.leaf().kind();
        let all: Vec<Lit> = forms.iter().map(|(_, under, _)| *under).collect();
        // Conditions are shared, so that equal texts mean equal values here too.
        let key: Vec<String> = forms.iter().map(|(key, under, _)| format!("{}:{key}", under.idx())).collect();
        vec![(space.sat.or(&all), Form::Opaque(kind, format!("one of [{}]", short_hash(&key.join(";")))))]
    }

    /// Whether the value of an amount is known, and whether two products' amounts differ.
    pub(super) fn value(&mut self, expr: &Expr, space: &mut Space) -> Amount {
        let forms = self.forms(expr, space);
        let under: Vec<Lit> = forms.iter().map(|(under, _)| *under).collect();
        Amount { known: space.sat.or(&under), forms }
    }
}

/// What an amount can be.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub known: Lit,
    forms: Forms,
}

impl Amount {
    /// Both are known and not the same.
    pub(super) fn differs(&self, other: &Self, space: &mut Space) -> Lit {
        let mut out = Vec::new();
        for (under, a) in &self.forms {
            for (also, b) in &other.forms {
                let same = equal(a, b, space);
                out.push(space.sat.and(&[*under, *also, !same]));
            }
        }
        space.sat.or(&out)
    }
}

fn view(spec: &crate::FactSpec, space: &mut Space) -> View {
    let place = space.place(spec);
    let var = space.facts[place].clone();
    let named = |known: &[(String, Lit)]| -> Vec<Lit> {
        let of = |name: &str| known.iter().find(|(known, _)| known == name).map(|(_, lit)| *lit);
        spec.values.iter().filter_map(|value| of(&value.name)).collect()
    };
    let (stated, said) = match &var.said {
        Said::Bool(lit) => (var.stated, vec![*lit]),
        Said::Choice(known) => {
            let bits = named(known);
            // A value of the other version only: to this one the fact is not stated.
            let understood = space.sat.or(&bits);
            let understood = if bits.len() == known.len() { space.sat.yes } else { understood };
            (space.sat.and(&[var.stated, understood]), bits)
        }
        Said::Set(known) => (var.stated, named(known)),
        Said::Ordered(_) | Said::Term(_) => (var.stated, Vec::new()),
    };
    let Some(presumed) = spec.presumed else {
        return View { stated, known: stated, bits: said, place };
    };
    let mut bits = Vec::new();
    for (ix, lit) in said.iter().enumerate() {
        let otherwise = match presumed {
            Datum::Bool(value) => value,
            Datum::Choice(bit) => usize::from(bit) == ix,
            Datum::Set(all) => all & (1 << ix) != 0,
            _ => false,
        };
        let one = space.sat.and(&[stated, *lit]);
        bits.push(if otherwise { space.sat.or(&[one, !stated]) } else { one });
    }
    View { stated, known: space.sat.yes, bits, place }
}
