//! Evaluation with three truth values: `None` is *unknown*. No allocation, no panic; what cannot be computed (an amount
//! beyond all limits) marks the run as failed and is refused as a whole.

use std::cell::Cell;

use kernel::{Country, Instant, Money, Roll, Rounding, Term, local_date};

use crate::ast::Comparison;
use crate::expr::{DefIx, Expr, FactIx};
use crate::product::Product;
use crate::value::{Datum, Truth};

/// Facts that are still needed, in the order they were met, repetitions included.
#[derive(Default)]
pub(crate) struct Missing {
    pub(crate) facts: Vec<FactIx>,
    definitions: Vec<DefIx>,
}

/// The facts of one item against one product.
pub(crate) struct Run<'a> {
    product: &'a Product,
    /// What was stated, by position.
    stated: &'a [Option<Datum>],
    definitions: Vec<Option<Datum>>,
    failed: Cell<bool>,
}

impl<'a> Run<'a> {
    /// Evaluates all definitions once. `stated` has one place for each fact of the product.
    pub(crate) fn new(product: &'a Product, stated: &'a [Option<Datum>]) -> Self {
        let mut run = Self {
            product,
            stated,
            definitions: vec![None; product.definitions.len()],
            failed: Cell::new(false),
        };
        for ix in &product.definition_order {
            run.definitions[*ix] = run.value(&product.definitions[*ix].value);
        }
        run
    }

    /// A computation left all limits: nothing of this run may be used.
    pub(crate) fn has_failed(&self) -> bool {
        self.failed.get()
    }

    pub(crate) fn fact(&self, fact: FactIx) -> Option<Datum> {
        self.stated[fact].or(self.product.facts[fact].presumed)
    }

    pub(crate) fn is_stated(&self, fact: FactIx) -> bool {
        self.stated[fact].is_some()
    }

    pub(crate) fn truth(&self, expr: &Expr) -> Truth {
        Truth::of(self.bool(expr))
    }

    pub(crate) fn money(&self, expr: &Expr) -> Option<Money> {
        match self.value(expr)? {
            Datum::Money(cents) => Some(Money::from_cents(cents)),
            _ => self.fail(),
        }
    }

    fn bool(&self, expr: &Expr) -> Option<bool> {
        match expr {
            Expr::Not(inner) => self.bool(inner).map(|value| !value),
            Expr::And(list) => self.fold(list, false),
            Expr::Or(list) => self.fold(list, true),
            Expr::Compare(comparison, left, right) => {
                compare(*comparison, self.value(left)?, self.value(right)?)
            }
            Expr::In(inner, bits) => match self.value(inner)? {
                Datum::Choice(bit) => Some(bits & (1 << bit) != 0),
                _ => self.fail(),
            },
            Expr::Has(inner, bit) => match self.value(inner)? {
                Datum::Set(bits) => Some(bits & bit != 0),
                _ => self.fail(),
            },
            // What is presumed is not known: nobody said it.
            Expr::Known(fact) => Some(self.is_stated(*fact)),
            _ => match self.value(expr)? {
                Datum::Bool(value) => Some(value),
                _ => self.fail(),
            },
        }
    }

    /// `and` (stops at no) and `or` (stops at yes) in Kleene's sense.
    fn fold(&self, list: &[Expr], stop: bool) -> Option<bool> {
        let mut known = true;
        for part in list {
            match self.bool(part) {
                Some(value) if value == stop => return Some(stop),
                Some(_) => {}
                None => known = false,
            }
        }
        known.then_some(!stop)
    }

    pub(crate) fn value(&self, expr: &Expr) -> Option<Datum> {
        match expr {
            Expr::Constant(datum) => Some(*datum),
            Expr::Fact(fact) => self.fact(*fact),
            Expr::Definition(definition) => self.definitions[*definition],
            Expr::Not(_)
            | Expr::And(_)
            | Expr::Or(_)
            | Expr::Compare(..)
            | Expr::In(..)
            | Expr::Has(..)
            | Expr::Known(_) => self.bool(expr).map(Datum::Bool),
            Expr::If(condition, yes, no) => match self.bool(condition) {
                Some(true) => self.value(yes),
                Some(false) => self.value(no),
                // Both ways the same: the condition does not matter.
                None => {
                    let (yes, no) = (self.value(yes)?, self.value(no)?);
                    (yes == no).then_some(yes)
                }
            },
            Expr::Plus(left, right) => self.sum(self.value(left)?, self.value(right)?, false),
            Expr::Minus(left, right) => self.sum(self.value(left)?, self.value(right)?, true),
            Expr::Times(left, right) => self.times(self.value(left)?, self.value(right)?),
            Expr::Min(list) => self.choose(list, Comparison::Less),
            Expr::Max(list) => self.choose(list, Comparison::More),
            Expr::DateOf(moment) => match self.value(moment)? {
                Datum::Instant(at) => Some(Datum::Date(local_date(at, self.product.country))),
                _ => self.fail(),
            },
            Expr::Deadline(from, term) => match (self.value(from)?, self.value(term)?) {
                (from, Datum::Term(term, rolls)) => {
                    deadline(from, term, rolls, self.product.country).map(Datum::Instant)
                }
                _ => self.fail(),
            },
        }
    }

    fn sum(&self, left: Datum, right: Datum, minus: bool) -> Option<Datum> {
        let sum = match (left, right) {
            (Datum::Money(a), Datum::Money(b)) => {
                if minus { a.checked_sub(b) } else { a.checked_add(b) }.map(Datum::Money)
            }
            (Datum::Number(a), Datum::Number(b)) => {
                if minus { a.checked_sub(b) } else { a.checked_add(b) }.map(Datum::Number)
            }
            (Datum::Date(date), Datum::Term(term, _)) => {
                term.from_date(date, self.product.country, Roll::Never).last_day.map(Datum::Date)
            }
            _ => None,
        };
        sum.or_else(|| self.fail())
    }

    fn times(&self, left: Datum, right: Datum) -> Option<Datum> {
        let product = match (left, right) {
            (Datum::Number(a), Datum::Number(b)) => a.checked_mul(b).map(Datum::Number),
            (Datum::Money(cents), Datum::Number(rate)) => Money::from_cents(cents)
                .checked_times(rate, Rounding::HalfUp)
                .map(|money| Datum::Money(money.cents())),
            _ => None,
        };
        product.or_else(|| self.fail())
    }

    fn choose(&self, list: &[Expr], better: Comparison) -> Option<Datum> {
        let mut best: Option<Datum> = None;
        for part in list {
            let value = self.value(part)?;
            match best {
                Some(so_far) if compare(better, value, so_far) != Some(true) => {}
                _ => best = Some(value),
            }
        }
        best
    }

    fn fail<T>(&self) -> Option<T> {
        self.failed.set(true);
        None
    }

    /// Adds the facts that could still settle an expression whose value is unknown. Left guards right: of `a and b`
    /// with `a` unknown only `a` is asked for; of `if c …` with `c` unknown only `c`.
    pub(crate) fn missing(&self, expr: &Expr, out: &mut Missing) {
        match expr {
            Expr::Fact(fact) => {
                if self.fact(*fact).is_none() {
                    out.facts.push(*fact);
                }
            }
            Expr::Definition(definition) => {
                // Each definition once: chains of them must not multiply.
                if self.definitions[*definition].is_none() && !out.definitions.contains(definition) {
                    out.definitions.push(*definition);
                    self.missing(&self.product.definitions[*definition].value, out);
                }
            }
            Expr::Constant(_) | Expr::Known(_) => {}
            Expr::And(list) => {
                if let Some(part) = list.iter().find(|part| self.bool(part).is_none()) {
                    self.missing(part, out);
                }
            }
            Expr::If(condition, yes, no) => match self.bool(condition) {
                Some(true) => self.missing_value(yes, out),
                Some(false) => self.missing_value(no, out),
                None => self.missing(condition, out),
            },
            Expr::Or(list) | Expr::Min(list) | Expr::Max(list) => {
                for part in list {
                    self.missing_value(part, out);
                }
            }
            Expr::Not(inner) | Expr::In(inner, _) | Expr::Has(inner, _) | Expr::DateOf(inner) => {
                self.missing_value(inner, out);
            }
            Expr::Compare(_, a, b)
            | Expr::Plus(a, b)
            | Expr::Minus(a, b)
            | Expr::Times(a, b)
            | Expr::Deadline(a, b) => {
                self.missing_value(a, out);
                self.missing_value(b, out);
            }
        }
    }

    fn missing_value(&self, expr: &Expr, out: &mut Missing) {
        if self.value(expr).is_none() {
            self.missing(expr, out);
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
