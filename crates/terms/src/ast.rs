//! What an expression says, before its names are known.

use kernel::{Date, Decimal, Instant, Term};

/// One part of an expression and its place in bytes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ast {
    pub at: usize,
    pub kind: AstKind,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum AstKind {
    Name(String),
    Parameter(String),
    Truth(bool),
    Number(Decimal),
    /// Cents.
    Money(i64),
    Date(Date),
    Instant(Instant),
    Term(Term),
    Not(Box<Ast>),
    And(Vec<Ast>),
    Or(Vec<Ast>),
    Compare(Comparison, Box<Ast>, Box<Ast>),
    Plus(Box<Ast>, Box<Ast>),
    Minus(Box<Ast>, Box<Ast>),
    Times(Box<Ast>, Box<Ast>),
    /// `x in (a, b)`
    In(Box<Ast>, Vec<(usize, String)>),
    /// `x has a`
    Has(Box<Ast>, usize, String),
    /// `x is known`
    Known(Box<Ast>),
    If(Box<Ast>, Box<Ast>, Box<Ast>),
    Call(String, Vec<Ast>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    More,
    MoreEqual,
}

impl Ast {
    /// Calls `visit` with every name that is used as a fact or definition.
    pub(crate) fn names(&self, visit: &mut impl FnMut(&str)) {
        match &self.kind {
            AstKind::Name(name) => visit(name),
            AstKind::Parameter(_)
            | AstKind::Truth(_)
            | AstKind::Number(_)
            | AstKind::Money(_)
            | AstKind::Date(_)
            | AstKind::Instant(_)
            | AstKind::Term(_) => {}
            AstKind::Not(a) | AstKind::In(a, _) | AstKind::Has(a, _, _) | AstKind::Known(a) => a.names(visit),
            AstKind::And(list) | AstKind::Or(list) | AstKind::Call(_, list) => {
                for part in list {
                    part.names(visit);
                }
            }
            AstKind::Compare(_, a, b) | AstKind::Plus(a, b) | AstKind::Minus(a, b) | AstKind::Times(a, b) => {
                a.names(visit);
                b.names(visit);
            }
            AstKind::If(a, b, c) => {
                a.names(visit);
                b.names(visit);
                c.names(visit);
            }
        }
    }
}
