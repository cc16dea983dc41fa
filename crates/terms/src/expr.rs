//! A checked expression: names are positions, types are right.

use crate::ast::Comparison;
use crate::value::{Datum, Kind};

/// Position of a fact in its product.
pub(crate) type FactIx = usize;
/// Position of a definition in its product.
pub(crate) type DefIx = usize;

/// The type of an expression. A choice or set knows the fact whose values it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    Bool,
    Choice(FactIx),
    Set(FactIx),
    Number,
    Money,
    Date,
    Instant,
    Term,
}

impl Type {
    pub(crate) fn kind(self) -> Kind {
        match self {
            Self::Bool => Kind::Bool,
            Self::Choice(_) => Kind::Choice,
            Self::Set(_) => Kind::Set,
            Self::Number => Kind::Number,
            Self::Money => Kind::Money,
            Self::Date => Kind::Date,
            Self::Instant => Kind::Instant,
            Self::Term => Kind::Term,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expr {
    Constant(Datum),
    Fact(FactIx),
    Definition(DefIx),
    Not(Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// The choice is one of the bits.
    In(Box<Expr>, u64),
    /// The set has the bit.
    Has(Box<Expr>, u64),
    Known(FactIx),
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    Plus(Box<Expr>, Box<Expr>),
    Minus(Box<Expr>, Box<Expr>),
    Times(Box<Expr>, Box<Expr>),
    Min(Vec<Expr>),
    Max(Vec<Expr>),
    /// The local date of a moment.
    DateOf(Box<Expr>),
    /// The moment a term that began at a moment or date has ended.
    Deadline(Box<Expr>, Box<Expr>),
}
