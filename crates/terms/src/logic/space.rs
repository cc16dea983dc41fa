//! Situations: what can be stated of every fact, as propositions and ordered values. Two products share one space, so that
//! the same situation is looked at by both.

use std::collections::BTreeMap;

use kernel::{DeviceKind, Term};

use super::order::{Order, Range, Relation, solve};
use super::sat::{Lit, Sat};
use super::scale::{Leaf, Step, apply, domain, of_datum, scaled, shift, to_value};
use crate::facts::Facts;
use crate::limits;
use crate::product::{FactSpec, Product};
use crate::value::{Datum, Kind, Value};

/// What can be said of a fact.
#[derive(Debug, Clone)]
pub(super) enum Said {
    Bool(Lit),
    Choice(Vec<(String, Lit)>),
    Set(Vec<(String, Lit)>),
    /// By position among the ordered facts.
    Ordered(usize),
    /// A length of time: which of those that are compared with it.
    Term(Vec<(Term, Lit)>),
}

#[derive(Debug, Clone)]
pub(super) struct FactVar {
    pub name: String,
    pub stated: Lit,
    pub said: Said,
}

pub(super) struct Space {
    pub sat: Sat,
    pub facts: Vec<FactVar>,
    by_name: BTreeMap<(String, &'static str), usize>,
    ranges: Vec<Range>,
    /// Of each ordered fact: it is at most so much.
    bounds: Vec<BTreeMap<i128, Lit>>,
    /// `left ≤ right` of two facts.
    pairs: Vec<(Lit, Leaf, Leaf)>,
    known_pairs: BTreeMap<(String, String), Lit>,
    /// Comparisons beyond exact reasoning.
    pub opaque: Vec<Lit>,
}

/// What a search found.
#[derive(Debug)]
pub(super) enum Found {
    /// Nothing: there is no such situation.
    None,
    /// A situation, with the value of each ordered fact.
    Situation(Vec<i128>),
    /// It may be that there is one.
    Unsure,
}

/// What the schedule always states, with values that read well in an example.
const SCHEDULE: [(&str, &str); 4] = [
    ("device_kind", "phone"),
    ("purchase_value", "800.00"),
    ("excess", "50.00"),
    ("purchased_on", "2024-02-10"),
];

impl Space {
    pub(super) fn new<'p>(products: impl IntoIterator<Item = &'p Product>) -> Self {
        let mut space = Self {
            sat: Sat::new(),
            facts: Vec::new(),
            by_name: BTreeMap::new(),
            ranges: Vec::new(),
            bounds: Vec::new(),
            pairs: Vec::new(),
            known_pairs: BTreeMap::new(),
            opaque: Vec::new(),
        };
        for product in products {
            for spec in &product.facts {
                space.fact(spec);
            }
        }
        space.close_choices();
        space
    }

    /// The place of a fact; facts of one name and kind are one.
    pub(super) fn place(&self, spec: &FactSpec) -> usize {
        self.by_name[&(spec.name.clone(), spec.kind.code())]
    }

    fn fact(&mut self, spec: &FactSpec) {
        let key = (spec.name.clone(), spec.kind.code());
        let names = || spec.values.iter().map(|value| value.name.clone());
        let Some(ix) = self.by_name.get(&key) else {
            let said = match spec.kind {
                Kind::Bool => Said::Bool(self.sat.fresh()),
                Kind::Choice => Said::Choice(names().map(|name| (name, self.sat.fresh())).collect()),
                Kind::Set => Said::Set(names().map(|name| (name, self.sat.fresh())).collect()),
                Kind::Term => Said::Term(Vec::new()),
                Kind::Number | Kind::Money | Kind::Date | Kind::Instant => {
                    self.ranges.push(Range::of(spec.kind, likely(spec)));
                    self.bounds.push(BTreeMap::new());
                    Said::Ordered(self.ranges.len() - 1)
                }
            };
            let stated = if SCHEDULE.iter().any(|(name, _)| *name == spec.name) {
                self.sat.yes
            } else {
                self.sat.fresh()
            };
            self.by_name.insert(key, self.facts.len());
            self.facts.push(FactVar { name: spec.name.clone(), stated, said });
            return;
        };
        let ix = *ix;
        let missing: Vec<String> = match &self.facts[ix].said {
            Said::Choice(known) | Said::Set(known) => {
                names().filter(|name| known.iter().all(|(known, _)| known != name)).collect()
            }
            _ => Vec::new(),
        };
        for name in missing {
            let lit = self.sat.fresh();
            if let Said::Choice(known) | Said::Set(known) = &mut self.facts[ix].said {
                known.push((name, lit));
            }
        }
    }

    /// A choice is exactly one of its values; the device is one there is.
    fn close_choices(&mut self) {
        let facts = self.facts.clone();
        for fact in &facts {
            let Said::Choice(values) = &fact.said else { continue };
            let all: Vec<Lit> = values.iter().map(|(_, lit)| *lit).collect();
            self.sat.clause(&all);
            for (ix, one) in all.iter().enumerate() {
                for other in &all[ix + 1..] {
                    self.sat.clause(&[!*one, !*other]);
                }
            }
            for (name, lit) in values.iter().filter(|_| fact.name == "device_kind") {
                if name.parse::<DeviceKind>().is_err() {
                    self.sat.clause(&[!*lit]);
                }
            }
        }
    }

    /// The fact is this length of time.
    pub(super) fn is_term(&mut self, fact: usize, term: Term) -> Lit {
        let Said::Term(known) = &self.facts[fact].said else { return !self.sat.yes };
        if let Some((_, lit)) = known.iter().find(|(known, _)| *known == term) {
            return *lit;
        }
        let others: Vec<Lit> = known.iter().map(|(_, lit)| *lit).collect();
        let lit = self.sat.fresh();
        for other in others {
            self.sat.clause(&[!other, !lit]);
        }
        if let Said::Term(known) = &mut self.facts[fact].said {
            known.push((term, lit));
        }
        lit
    }

    /// `left ≤ right`.
    pub(super) fn at_most(&mut self, left: &Leaf, right: &Leaf) -> Lit {
        match (left, right) {
            (Leaf::Const(_, a), Leaf::Const(_, b)) => self.sat.of(a <= b),
            (Leaf::Chain(x, kind, steps), Leaf::Const(_, most)) => self.is_at_most(*x, *kind, steps, *most),
            (Leaf::Const(_, least), Leaf::Chain(x, kind, steps)) => {
                !self.is_at_most(*x, *kind, steps, least - 1)
            }
            _ => self.pair(left, right),
        }
    }

    pub(super) fn equal(&mut self, left: &Leaf, right: &Leaf) -> Lit {
        let (up, down) = (self.at_most(left, right), self.at_most(right, left));
        self.sat.and(&[up, down])
    }

    /// `steps(x) ≤ most` is `x ≤ some value`, found by halving.
    fn is_at_most(&mut self, x: usize, kind: Kind, steps: &[Step], most: i128) -> Lit {
        let (low, high) = domain(kind);
        if apply(kind, steps, low) > most {
            return !self.sat.yes;
        }
        if apply(kind, steps, high) <= most {
            return self.sat.yes;
        }
        let (mut fits, mut not) = (low, high);
        while fits + 1 < not {
            let middle = fits + (not - fits) / 2;
            if apply(kind, steps, middle) <= most { fits = middle } else { not = middle }
        }
        if let Some(lit) = self.bounds[x].get(&fits) {
            return *lit;
        }
        let lit = self.sat.fresh();
        let below = self.bounds[x].range(..fits).next_back().map(|(_, lit)| *lit);
        let above = self.bounds[x].range(fits..).next().map(|(_, lit)| *lit);
        if let Some(below) = below {
            self.sat.clause(&[!below, lit]);
        }
        if let Some(above) = above {
            self.sat.clause(&[!lit, above]);
        }
        self.bounds[x].insert(fits, lit);
        lit
    }

    fn pair(&mut self, left: &Leaf, right: &Leaf) -> Lit {
        let key = (left.key(), right.key());
        if key.0 == key.1 {
            return self.sat.yes;
        }
        if let (Leaf::Chain(x, kind, f), Leaf::Chain(y, _, g)) = (left, right)
            && x == y
            && let (Some(f), Some(g)) = (shift(*kind, f), shift(*kind, g))
        {
            // The same fact on both sides: settled where the lengths are far enough apart.
            if f.1 <= g.0 {
                return self.sat.yes;
            }
            if f.0 > g.1 + scaled(left.kind(), 1) {
                return !self.sat.yes;
            }
        }
        if let Some(lit) = self.known_pairs.get(&key) {
            return *lit;
        }
        let (there, back) = (self.sat.fresh(), self.sat.fresh());
        // One of two values is at most the other.
        self.sat.clause(&[there, back]);
        match (left, right) {
            (Leaf::Chain(x, ..), Leaf::Chain(y, ..)) if x != y && self.pairs.len() < limits::LOGIC_PAIRS => {
                self.pairs.push((there, left.clone(), right.clone()));
                self.pairs.push((back, right.clone(), left.clone()));
            }
            _ => self.opaque.extend([there, back]),
        }
        self.known_pairs.insert((key.1.clone(), key.0.clone()), back);
        self.known_pairs.insert(key, there);
        there
    }

    /// A situation in which all of these hold.
    pub(super) fn find(&mut self, assumptions: &[Lit]) -> Found {
        const ROUNDS: usize = 3_000;
        for _ in 0..ROUNDS {
            match self.sat.solve(assumptions) {
                Some(false) => return Found::None,
                Some(true) => {}
                None => return Found::Unsure,
            }
            match self.order() {
                Order::Values(values) => return Found::Situation(values),
                Order::Unsure => return Found::Unsure,
                Order::Clash(lits) => {
                    let lits: Vec<Lit> = lits.iter().map(|lit| !*lit).collect();
                    self.sat.clause(&lits);
                }
            }
        }
        Found::Unsure
    }

    fn order(&self) -> Order {
        let mut ranges = self.ranges.clone();
        for (range, bounds) in ranges.iter_mut().zip(&self.bounds) {
            for (most, lit) in bounds {
                if self.sat.holds(*lit) {
                    range.high = (*most, Some(*lit));
                    break;
                }
                range.low = (most + 1, Some(!*lit));
            }
        }
        let mut relations = Vec::new();
        for (lit, left, right) in &self.pairs {
            if let (Leaf::Chain(x, _, f), Leaf::Chain(y, _, g)) = (left, right) {
                relations.push(if self.sat.holds(*lit) {
                    Relation { left: (*x, f), right: (*y, g), strict: false, lit: *lit }
                } else {
                    Relation { left: (*y, g), right: (*x, f), strict: true, lit: !*lit }
                });
            }
        }
        solve(&ranges, &relations)
    }

    /// The facts of the last situation found.
    pub(super) fn situation(&self, values: &[i128]) -> Facts {
        let mut out = Facts::new();
        for fact in self.facts.iter().filter(|fact| self.sat.holds(fact.stated)) {
            let names = |known: &[(String, Lit)]| -> Vec<String> {
                known.iter().filter(|(_, lit)| self.sat.holds(*lit)).map(|(name, _)| name.clone()).collect()
            };
            let value = match &fact.said {
                Said::Bool(lit) => Value::Bool(self.sat.holds(*lit)),
                Said::Choice(known) => match names(known).pop() {
                    Some(name) => Value::Choice(name),
                    None => continue,
                },
                Said::Set(known) => Value::Set(names(known).into_iter().collect()),
                Said::Ordered(ix) => to_value(self.ranges[*ix].kind, values[*ix]),
                Said::Term(known) => {
                    let one = known.iter().find(|(_, lit)| self.sat.holds(*lit)).map(|(term, _)| *term);
                    let free = |hours: &u32| known.iter().all(|(term, _)| *term != Term::Hours(*hours));
                    Value::Term(one.unwrap_or_else(|| Term::Hours((1..).find(free).unwrap_or(1))))
                }
            };
            out.set(&fact.name, value);
        }
        out
    }
}

/// A value that reads well: what is not decisive should not look odd.
fn likely(spec: &FactSpec) -> i128 {
    let written = SCHEDULE.iter().find(|(name, _)| *name == spec.name).map(|(_, value)| *value);
    let written = written.unwrap_or(match spec.kind {
        Kind::Date => "2026-03-02",
        Kind::Instant => "2026-03-02T09:00:00Z",
        Kind::Money if !spec.finding => "100.00",
        _ => "0",
    });
    let datum = match spec.kind {
        Kind::Date => written.parse().ok().map(Datum::Date),
        Kind::Instant => written.parse().ok().map(Datum::Instant),
        Kind::Money => written.parse().ok().map(|money: kernel::Money| Datum::Money(money.cents())),
        _ => written.parse().ok().map(Datum::Number),
    };
    datum.and_then(of_datum).map_or(0, |(_, value)| value)
}
