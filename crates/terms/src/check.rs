//! Names and types: an [`Ast`] to an [`Expr`], with every fault it has.

use std::collections::BTreeMap;

use kernel::Term;

use crate::ast::{Ast, AstKind, Comparison};
use crate::expr::{DefIx, Expr, FactIx, Type};
use crate::fault::did_you_mean;
use crate::lex::ExprError;
use crate::product::{FactSpec, Parameter};
use crate::value::Datum;

/// The names an expression may use.
pub(crate) struct Names<'a> {
    pub facts: &'a [FactSpec],
    pub fact_by_name: &'a BTreeMap<String, FactIx>,
    pub parameters: &'a BTreeMap<String, Parameter>,
    /// Type of each definition by name; `None` for one that is faulty itself, so that it is not blamed twice.
    pub definitions: &'a BTreeMap<String, (DefIx, Option<Type>)>,
}

/// Checks an expression that must be of type `wanted`.
pub(crate) fn check(ast: &Ast, wanted: Type, names: &Names<'_>) -> Result<Expr, Vec<ExprError>> {
    let mut checker = Checker { names, errors: Vec::new() };
    let checked = checker.of(ast, wanted);
    checked.filter(|_| checker.errors.is_empty()).ok_or(checker.errors)
}

/// Checks an expression of any type.
pub(crate) fn infer(ast: &Ast, names: &Names<'_>) -> Result<(Expr, Type), Vec<ExprError>> {
    let mut checker = Checker { names, errors: Vec::new() };
    let checked = checker.any(ast);
    checked.filter(|_| checker.errors.is_empty()).ok_or(checker.errors)
}

struct Checker<'a> {
    names: &'a Names<'a>,
    errors: Vec<ExprError>,
}

impl Checker<'_> {
    fn of(&mut self, ast: &Ast, wanted: Type) -> Option<Expr> {
        let (expr, found) = self.any(ast)?;
        if found == wanted {
            return Some(expr);
        }
        self.wrong(ast.at, wanted.kind().code(), found)
    }

    fn wrong<T>(&mut self, at: usize, wanted: &str, found: Type) -> Option<T> {
        let what = format!("{} where {} is needed", with_article(found.kind().code()), with_article(wanted));
        let hint = match (found, wanted) {
            (Type::Choice(_), "bool") => "compare it: `fact = value`",
            (Type::Set(_), "bool") => "ask what it has: `fact has value`",
            (Type::Number, "money") => "write amounts as EUR 250.00",
            (Type::Instant, "date") => "write date(…)",
            _ => "",
        };
        self.errors.push(ExprError::new(at, what, hint));
        None
    }

    fn any(&mut self, ast: &Ast) -> Option<(Expr, Type)> {
        match &ast.kind {
            AstKind::Name(name) => self.name(ast.at, name),
            AstKind::Parameter(name) => {
                let Some(parameter) = self.names.parameters.get(name) else {
                    let hint = did_you_mean(name, self.names.parameters.keys().map(String::as_str));
                    self.errors.push(ExprError::new(ast.at, format!("unknown parameter `{name}`"), hint));
                    return None;
                };
                Some((Expr::Constant(parameter.value), parameter.kind))
            }
            AstKind::Truth(value) => Some((Expr::Constant(Datum::Bool(*value)), Type::Bool)),
            AstKind::Number(value) => Some((Expr::Constant(Datum::Number(*value)), Type::Number)),
            AstKind::Money(cents) => Some((Expr::Constant(Datum::Money(*cents)), Type::Money)),
            AstKind::Date(date) => Some((Expr::Constant(Datum::Date(*date)), Type::Date)),
            AstKind::Instant(instant) => Some((Expr::Constant(Datum::Instant(*instant)), Type::Instant)),
            AstKind::Term(term) => Some((Expr::Constant(Datum::Term(*term, false)), Type::Term)),
            AstKind::Not(inner) => {
                self.of(inner, Type::Bool).map(|inner| (Expr::Not(Box::new(inner)), Type::Bool))
            }
            AstKind::And(list) => self.all(list, Type::Bool).map(|list| (Expr::And(list), Type::Bool)),
            AstKind::Or(list) => self.all(list, Type::Bool).map(|list| (Expr::Or(list), Type::Bool)),
            AstKind::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            AstKind::Plus(left, right) | AstKind::Minus(left, right) => {
                let plus = matches!(ast.kind, AstKind::Plus(..));
                self.sum(plus, left, right)
            }
            AstKind::Times(left, right) => self.product(ast.at, left, right),
            AstKind::In(inner, values) => {
                let (inner_expr, found) = self.any(inner)?;
                let Type::Choice(fact) = found else { return self.wrong(inner.at, "choice", found) };
                let mut bits = 0;
                for (at, value) in values {
                    bits |= 1_u64 << self.bit(*at, value, fact)?;
                }
                Some((Expr::In(Box::new(inner_expr), bits), Type::Bool))
            }
            AstKind::Has(inner, at, value) => {
                let (inner_expr, found) = self.any(inner)?;
                let Type::Set(fact) = found else { return self.wrong(inner.at, "set", found) };
                let bit = self.bit(*at, value, fact)?;
                Some((Expr::Has(Box::new(inner_expr), 1 << bit), Type::Bool))
            }
            AstKind::Known(inner) => match &inner.kind {
                AstKind::Name(name) => match self.names.fact_by_name.get(name) {
                    Some(fact) => Some((Expr::Known(*fact), Type::Bool)),
                    None => self.unknown_name(inner.at, name),
                },
                _ => {
                    self.errors.push(ExprError::new(
                        inner.at,
                        "`is known` after something other than a fact",
                        "name one fact",
                    ));
                    None
                }
            },
            AstKind::If(condition, yes, no) => {
                let condition = self.of(condition, Type::Bool);
                let (yes, found) = self.any(yes)?;
                let no = self.of(no, found);
                Some((Expr::If(Box::new(condition?), Box::new(yes), Box::new(no?)), found))
            }
            AstKind::Call(function, arguments) => self.call(ast.at, function, arguments),
        }
    }

    fn name(&mut self, at: usize, name: &str) -> Option<(Expr, Type)> {
        if let Some(fact) = self.names.fact_by_name.get(name) {
            return Some((Expr::Fact(*fact), self.names.facts[*fact].type_at(*fact)));
        }
        match self.names.definitions.get(name) {
            Some((definition, found)) => found.map(|found| (Expr::Definition(*definition), found)),
            None => self.unknown_name(at, name),
        }
    }

    fn unknown_name<T>(&mut self, at: usize, name: &str) -> Option<T> {
        let known = self.names.fact_by_name.keys().chain(self.names.definitions.keys());
        let mut hint = did_you_mean(name, known.map(String::as_str));
        if hint.is_empty() {
            hint = "name a fact of facts.toml or a definition".to_owned();
        }
        self.errors.push(ExprError::new(at, format!("unknown fact `{name}`"), hint));
        None
    }

    fn bit(&mut self, at: usize, value: &str, fact: FactIx) -> Option<u8> {
        let spec = &self.names.facts[fact];
        let bit = spec.bit(value);
        if bit.is_none() {
            let mut hint = did_you_mean(value, spec.values.iter().map(|known| known.name.as_str()));
            if hint.is_empty() {
                let known: Vec<&str> = spec.values.iter().map(|known| known.name.as_str()).collect();
                hint = format!("it can be {}", known.join(", "));
            }
            self.errors.push(ExprError::new(at, format!("`{}` has no value `{value}`", spec.name), hint));
        }
        bit
    }

    fn all(&mut self, list: &[Ast], wanted: Type) -> Option<Vec<Expr>> {
        let checked: Vec<Option<Expr>> = list.iter().map(|part| self.of(part, wanted)).collect();
        checked.into_iter().collect()
    }

    fn compare(&mut self, comparison: Comparison, left: &Ast, right: &Ast) -> Option<(Expr, Type)> {
        let (left_expr, found) = self.any(left)?;
        let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        let right_expr = match (found, &right.kind) {
            (Type::Choice(fact), AstKind::Name(value)) if equality => {
                Expr::Constant(Datum::Choice(self.bit(right.at, value, fact)?))
            }
            (Type::Choice(_) | Type::Set(_), _) => {
                self.errors.push(ExprError::new(
                    right.at,
                    format!("{} cannot be compared so", with_article(found.kind().code())),
                    "write `fact = value`, `fact in (a, b)` or `fact has value`",
                ));
                return None;
            }
            _ => self.of(right, found)?,
        };
        if !equality && matches!(found, Type::Bool | Type::Term) {
            let what = format!("{} has no order", with_article(found.kind().code()));
            self.errors.push(ExprError::new(left.at, what, "use = or !="));
            return None;
        }
        Some((Expr::Compare(comparison, Box::new(left_expr), Box::new(right_expr)), Type::Bool))
    }

    /// Money ± money, number ± number, date + term, moment + term.
    fn sum(&mut self, plus: bool, left: &Ast, right: &Ast) -> Option<(Expr, Type)> {
        let (left_expr, found) = self.any(left)?;
        let wanted = match found {
            Type::Money | Type::Number => found,
            Type::Date if plus => Type::Term,
            _ => return self.wrong(left.at, "money or number", found),
        };
        let right_at = right.at;
        let right = Box::new(self.of(right, wanted)?);
        if matches!(*right, Expr::Constant(Datum::Term(Term::Hours(_), _))) {
            let hint = "add days or months, or ask deadline(from, term) for a moment";
            self.errors.push(ExprError::new(right_at, "hours added to a day", hint));
            return None;
        }
        let left = Box::new(left_expr);
        Some((if plus { Expr::Plus(left, right) } else { Expr::Minus(left, right) }, found))
    }

    /// Number × number, money × number.
    fn product(&mut self, at: usize, left: &Ast, right: &Ast) -> Option<(Expr, Type)> {
        let (left_expr, left_type) = self.any(left)?;
        let (right_expr, right_type) = self.any(right)?;
        let found = match (left_type, right_type) {
            (Type::Number, Type::Number) => Type::Number,
            (Type::Money, Type::Number) => Type::Money,
            _ => {
                self.errors.push(ExprError::new(
                    at,
                    "only an amount or a number times a number",
                    "amount first: EUR 10.00 * 3",
                ));
                return None;
            }
        };
        Some((Expr::Times(Box::new(left_expr), Box::new(right_expr)), found))
    }

    fn call(&mut self, at: usize, function: &str, arguments: &[Ast]) -> Option<(Expr, Type)> {
        match (function, arguments) {
            ("min" | "max", [first, rest @ ..]) if !rest.is_empty() => {
                let (first_expr, found) = self.any(first)?;
                if !matches!(found, Type::Money | Type::Number | Type::Date | Type::Instant) {
                    return self.wrong(first.at, "money, number, date or instant", found);
                }
                let mut list = vec![first_expr];
                list.extend(self.all(rest, found)?);
                Some((if function == "min" { Expr::Min(list) } else { Expr::Max(list) }, found))
            }
            ("date", [moment]) => {
                let moment = self.of(moment, Type::Instant)?;
                Some((Expr::DateOf(Box::new(moment)), Type::Date))
            }
            ("deadline", [from, term]) => {
                let (from_expr, found) = self.any(from)?;
                if !matches!(found, Type::Date | Type::Instant) {
                    return self.wrong(from.at, "date or instant", found);
                }
                let term = self.of(term, Type::Term)?;
                Some((Expr::Deadline(Box::new(from_expr), Box::new(term)), Type::Instant))
            }
            _ => {
                let hint = "min(a, b …), max(a, b …), date(moment), deadline(from, term)";
                self.errors.push(ExprError::new(
                    at,
                    format!("`{function}` does not take {} values", arguments.len()),
                    hint,
                ));
                None
            }
        }
    }
}

/// The name of a kind as it stands in a sentence.
fn with_article(kind: &str) -> String {
    match kind.as_bytes() {
        [b'm', b'o', b'n', ..] => kind.to_owned(),
        [b'a' | b'e' | b'i' | b'o' | b'u', ..] => format!("an {kind}"),
        _ => format!("a {kind}"),
    }
}
