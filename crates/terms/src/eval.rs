//! Evaluation with three truth values: `None` is *unknown*. No allocation, no panic; what cannot be computed (an amount
//! beyond all limits) marks the run as failed and is refused as a whole.

use kernel::{Country, Instant, Money, Roll, Rounding, Term, local_date};

use crate::ast::Comparison;
use crate::bind::BoundItem;
use crate::bits::Bits;
use crate::product::Product;
use crate::program::{Node, NodeIx, Program};
use crate::value::{Datum, Truth};

/// Facts that are still needed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Missing {
    pub(crate) facts: Bits,
    definitions: Bits,
}

/// What a definition came to, once somebody asked.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Memo {
    #[default]
    NotAsked,
    Found(Option<Datum>),
}

/// The facts of one item against one product.
pub(crate) struct Run<'a> {
    program: &'a Program,
    country: Country,
    /// What was stated or is presumed, by position.
    values: &'a [Option<Datum>],
    stated: &'a Bits,
    definitions: &'a mut [Memo],
    failed: bool,
}

impl<'a> Run<'a> {
    /// `definitions` has one place for each definition of the product; what is in it does not matter.
    pub(crate) fn new(product: &'a Product, item: &'a BoundItem, definitions: &'a mut [Memo]) -> Self {
        definitions.fill(Memo::NotAsked);
        let (values, stated) = (&item.values, &item.stated);
        Self {
            program: &product.program,
            country: product.country,
            values,
            stated,
            definitions,
            failed: false,
        }
    }

    /// A computation left all limits: nothing of this run may be used.
    pub(crate) fn has_failed(&self) -> bool {
        self.failed
    }

    pub(crate) fn truth(&mut self, node: NodeIx) -> Truth {
        Truth::of(self.bool(node))
    }

    pub(crate) fn money(&mut self, node: NodeIx) -> Option<Money> {
        match self.value(node)? {
            Datum::Money(cents) => Some(Money::from_cents(cents)),
            _ => self.fail(),
        }
    }

    fn bool(&mut self, node: NodeIx) -> Option<bool> {
        let program = self.program;
        match program.nodes[node as usize] {
            Node::Is(fact, bits) => match self.values[fact as usize]? {
                Datum::Choice(bit) => Some(bits & (1 << bit) != 0),
                _ => self.fail(),
            },
            Node::Holds(fact, bits) => match self.values[fact as usize]? {
                Datum::Set(set) => Some(set & bits != 0),
                _ => self.fail(),
            },
            Node::Not(inner) => self.bool(inner).map(|value| !value),
            Node::And(from, to) => self.fold(&program.lists[from as usize..to as usize], false),
            Node::Or(from, to) => self.fold(&program.lists[from as usize..to as usize], true),
            Node::Compare(comparison, left, right) => {
                let left = self.value(left)?;
                compare(comparison, left, self.value(right)?)
            }
            Node::In(inner, bits) => match self.value(inner)? {
                Datum::Choice(bit) => Some(bits & (1 << bit) != 0),
                _ => self.fail(),
            },
            Node::Has(inner, bits) => match self.value(inner)? {
                Datum::Set(set) => Some(set & bits != 0),
                _ => self.fail(),
            },
            // What is presumed is not known: nobody said it.
            Node::Known(fact) => Some(self.stated.has(fact as usize)),
            _ => match self.value(node)? {
                Datum::Bool(value) => Some(value),
                _ => self.fail(),
            },
        }
    }

    /// `and` (stops at no) and `or` (stops at yes) in Kleene's sense.
    fn fold(&mut self, list: &[NodeIx], stop: bool) -> Option<bool> {
        let mut known = true;
        for part in list {
            match self.bool(*part) {
                Some(value) if value == stop => return Some(stop),
                Some(_) => {}
                None => known = false,
            }
        }
        known.then_some(!stop)
    }

    fn value(&mut self, node: NodeIx) -> Option<Datum> {
        let program = self.program;
        match program.nodes[node as usize] {
            Node::Constant(constant) => Some(program.constants[constant as usize]),
            Node::Fact(fact) => self.values[fact as usize],
            Node::Definition(definition) => self.definition(definition as usize),
            Node::Is(..)
            | Node::Holds(..)
            | Node::Not(_)
            | Node::And(..)
            | Node::Or(..)
            | Node::Compare(..)
            | Node::In(..)
            | Node::Has(..)
            | Node::Known(_) => self.bool(node).map(Datum::Bool),
            Node::If(condition, yes, no) => match self.bool(condition) {
                Some(true) => self.value(yes),
                Some(false) => self.value(no),
                // Both ways the same: the condition does not matter.
                None => {
                    let yes = self.value(yes)?;
                    (yes == self.value(no)?).then_some(yes)
                }
            },
            Node::Plus(left, right) => {
                let left = self.value(left)?;
                let right = self.value(right)?;
                self.sum(left, right, false)
            }
            Node::Minus(left, right) => {
                let left = self.value(left)?;
                let right = self.value(right)?;
                self.sum(left, right, true)
            }
            Node::Times(left, right) => {
                let left = self.value(left)?;
                let right = self.value(right)?;
                self.times(left, right)
            }
            Node::Min(from, to) => self.choose(&program.lists[from as usize..to as usize], Comparison::Less),
            Node::Max(from, to) => self.choose(&program.lists[from as usize..to as usize], Comparison::More),
            Node::DateOf(moment) => match self.value(moment)? {
                Datum::Instant(at) => Some(Datum::Date(local_date(at, self.country))),
                _ => self.fail(),
            },
            Node::Deadline(from, term) => {
                let from = self.value(from)?;
                match self.value(term)? {
                    Datum::Term(term, rolls) => deadline(from, term, rolls, self.country).map(Datum::Instant),
                    _ => self.fail(),
                }
            }
        }
    }

    /// Each definition is evaluated at most once, and only when something hangs on it.
    fn definition(&mut self, definition: usize) -> Option<Datum> {
        if let Memo::Found(value) = self.definitions[definition] {
            return value;
        }
        let value = self.value(self.program.definitions[definition]);
        self.definitions[definition] = Memo::Found(value);
        value
    }

    fn sum(&mut self, left: Datum, right: Datum, minus: bool) -> Option<Datum> {
        let sum = match (left, right) {
            (Datum::Money(a), Datum::Money(b)) => {
                if minus { a.checked_sub(b) } else { a.checked_add(b) }.map(Datum::Money)
            }
            (Datum::Number(a), Datum::Number(b)) => {
                if minus { a.checked_sub(b) } else { a.checked_add(b) }.map(Datum::Number)
            }
            (Datum::Date(date), Datum::Term(term, _)) => {
                term.from_date(date, self.country, Roll::Never).last_day.map(Datum::Date)
            }
            _ => None,
        };
        sum.or_else(|| self.fail())
    }

    fn times(&mut self, left: Datum, right: Datum) -> Option<Datum> {
        let product = match (left, right) {
            (Datum::Number(a), Datum::Number(b)) => a.checked_mul(b).map(Datum::Number),
            (Datum::Money(cents), Datum::Number(rate)) => Money::from_cents(cents)
                .checked_times(rate, Rounding::HalfUp)
                .map(|money| Datum::Money(money.cents())),
            _ => None,
        };
        product.or_else(|| self.fail())
    }

    fn choose(&mut self, list: &[NodeIx], better: Comparison) -> Option<Datum> {
        let mut best: Option<Datum> = None;
        for part in list {
            let value = self.value(*part)?;
            match best {
                Some(so_far) if compare(better, value, so_far) != Some(true) => {}
                _ => best = Some(value),
            }
        }
        best
    }

    fn fail<T>(&mut self) -> Option<T> {
        self.failed = true;
        None
    }

    /// Adds the facts that could still settle an expression whose value is unknown. Left guards right: of `a and b`
    /// with `a` unknown only `a` is asked for; of `if c …` with `c` unknown only `c`.
    pub(crate) fn missing(&mut self, node: NodeIx, out: &mut Missing) {
        let program = self.program;
        match program.nodes[node as usize] {
            Node::Fact(fact) | Node::Is(fact, _) | Node::Holds(fact, _) => {
                if self.values[fact as usize].is_none() {
                    out.facts.insert(fact as usize);
                }
            }
            Node::Definition(definition) => {
                // Each definition once: chains of them must not multiply.
                let ix = definition as usize;
                if self.definition(ix).is_none() && out.definitions.insert(ix) {
                    self.missing(program.definitions[ix], out);
                }
            }
            Node::Constant(_) | Node::Known(_) => {}
            Node::And(from, to) => {
                let list = &program.lists[from as usize..to as usize];
                if let Some(part) = list.iter().find(|part| self.bool(**part).is_none()) {
                    self.missing(*part, out);
                }
            }
            Node::If(condition, yes, no) => match self.bool(condition) {
                Some(true) => self.missing_value(yes, out),
                Some(false) => self.missing_value(no, out),
                None => self.missing(condition, out),
            },
            Node::Or(from, to) | Node::Min(from, to) | Node::Max(from, to) => {
                for part in &program.lists[from as usize..to as usize] {
                    self.missing_value(*part, out);
                }
            }
            Node::Not(inner) | Node::In(inner, _) | Node::Has(inner, _) | Node::DateOf(inner) => {
                self.missing_value(inner, out);
            }
            Node::Compare(_, a, b)
            | Node::Plus(a, b)
            | Node::Minus(a, b)
            | Node::Times(a, b)
            | Node::Deadline(a, b) => {
                self.missing_value(a, out);
                self.missing_value(b, out);
            }
        }
    }

    fn missing_value(&mut self, node: NodeIx, out: &mut Missing) {
        if self.value(node).is_none() {
            self.missing(node, out);
        }
    }
}

/// `None` for values of different kinds, which the checker does not let through.
fn compare(comparison: Comparison, left: Datum, right: Datum) -> Option<bool> {
    let order = match (left, right) {
        (Datum::Number(a), Datum::Number(b)) => a.cmp(&b),
        (Datum::Money(a), Datum::Money(b)) => a.cmp(&b),
        (Datum::Date(a), Datum::Date(b)) => a.cmp(&b),
        (Datum::Instant(a), Datum::Instant(b)) => a.cmp(&b),
        (Datum::Bool(a), Datum::Bool(b)) => a.cmp(&b),
        (Datum::Choice(a), Datum::Choice(b)) => a.cmp(&b),
        (Datum::Set(a), Datum::Set(b)) => a.cmp(&b),
        (Datum::Term(a, _), Datum::Term(b, _)) => {
            return match comparison {
                Comparison::Equal => Some(a == b),
                Comparison::NotEqual => Some(a != b),
                _ => None,
            };
        }
        _ => return None,
    };
    Some(match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessEqual => order.is_le(),
        Comparison::More => order.is_gt(),
        Comparison::MoreEqual => order.is_ge(),
    })
}

/// The first moment that is too late (`GEN-TIME-02` to `04`, `08`).
fn deadline(from: Datum, term: Term, rolls: bool, country: Country) -> Option<Instant> {
    let roll = if rolls { Roll::for_customer(country) } else { Roll::Never };
    match from {
        Datum::Instant(at) => Some(term.from_instant(at, country, roll).end),
        Datum::Date(date) => Some(term.from_date(date, country, roll).end),
        _ => None,
    }
}
