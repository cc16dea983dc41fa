//! A value that no longer depends on conditions, and arithmetic on it.

use kernel::{Decimal, Term};

use super::sat::Lit;
use super::scale::{Leaf, Step, of_datum};
use super::space::Space;
use crate::value::{Datum, Kind};

#[derive(Debug, Clone)]
pub(super) enum Form {
    Ordered(Leaf),
    /// Of a choice or set: a proposition for each value.
    Bits(Vec<Lit>),
    Term(Term, bool),
    TermFact(usize),
    Opaque(Kind, String),
}

impl Form {
    pub(super) fn key(&self) -> String {
        match self {
            Self::Ordered(leaf) => leaf.key(),
            Self::Opaque(_, key) => key.clone(),
            other => format!("{other:?}"),
        }
    }

    pub(super) fn leaf(&self) -> Leaf {
        match self {
            Self::Ordered(leaf) => leaf.clone(),
            Self::Opaque(kind, key) => Leaf::Opaque(*kind, key.clone()),
            other => Leaf::Opaque(Kind::Number, other.key()),
        }
    }
}

pub(super) fn constant(datum: Datum, space: &Space) -> Form {
    if let Some((kind, value)) = of_datum(datum) {
        return Form::Ordered(Leaf::Const(kind, value));
    }
    match datum {
        Datum::Term(term, rolls) => Form::Term(term, rolls),
        Datum::Choice(bit) => Form::Bits((0..64).map(|ix| space.sat.of(ix == bit)).collect()),
        Datum::Set(bits) => Form::Bits((0..64).map(|ix| space.sat.of(bits & (1 << ix) != 0)).collect()),
        Datum::Number(number) => Form::Opaque(Kind::Number, number.normalize().to_string()),
        _ => Form::Opaque(Kind::Number, format!("{datum:?}")),
    }
}

pub(super) fn equal(a: &Form, b: &Form, space: &mut Space) -> Lit {
    match (a, b) {
        (Form::Bits(a), Form::Bits(b)) => {
            let same: Vec<Lit> = a.iter().zip(b).map(|(a, b)| !space.sat.differ(*a, *b)).collect();
            space.sat.and(&same)
        }
        (Form::Term(a, _), Form::Term(b, _)) => space.sat.of(a == b),
        (Form::Term(term, _), Form::TermFact(fact)) | (Form::TermFact(fact), Form::Term(term, _)) => {
            space.is_term(*fact, *term)
        }
        (Form::TermFact(a), Form::TermFact(b)) if a == b => space.sat.yes,
        _ => space.equal(&a.leaf(), &b.leaf()),
    }
}

pub(super) fn plus(a: &Form, b: &Form, country: kernel::Country) -> Form {
    match (a.leaf(), b.leaf(), b) {
        (from, _, Form::Term(term, _)) if !matches!(term, Term::Hours(_)) => {
            Form::Ordered(from.then(Step::Later(*term, country)))
        }
        (a, Leaf::Const(_, more), _) => Form::Ordered(a.then(Step::Add(more))),
        (Leaf::Const(_, more), b, _) => Form::Ordered(b.then(Step::Add(more))),
        (a, b, _) => {
            let mut keys = [a.key(), b.key()];
            keys.sort();
            Form::Opaque(a.kind(), format!("({} plus {})", keys[0], keys[1]))
        }
    }
}

pub(super) fn minus(a: &Form, b: &Form) -> Form {
    match (a.leaf(), b.leaf()) {
        (a, Leaf::Const(_, less)) => Form::Ordered(a.then(Step::Add(-less))),
        (a, b) => Form::Opaque(a.kind(), format!("({} minus {})", a.key(), b.key())),
    }
}

pub(super) fn times(a: &Form, b: &Form) -> Form {
    let (left, right) = (a.leaf(), b.leaf());
    match (&left, &right) {
        (Leaf::Const(Kind::Money, _) | Leaf::Chain(_, Kind::Money, _), Leaf::Const(Kind::Number, rate))
            if *rate >= 0 =>
        {
            match Decimal::try_from_i128_with_scale(*rate, 9) {
                Ok(rate) => Form::Ordered(left.then(Step::Times(rate.normalize()))),
                Err(_) => Form::Opaque(Kind::Money, format!("({} times {})", left.key(), right.key())),
            }
        }
        _ => Form::Opaque(left.kind(), format!("({} times {})", left.key(), right.key())),
    }
}

pub(super) fn short_hash(text: &str) -> String {
    use sha2::{Digest, Sha256};
    crate::load::hex(&Sha256::digest(text.as_bytes()))
}
