//! Tokens to an [`Ast`]: a Pratt parser. From loose to tight: `if`, `or`, `and`, `not`, comparisons with `in`, `has` and
//! `is known` (which do not chain), `+ -`, `*`.

use kernel::{Decimal, Term};

use crate::ast::{Ast, AstKind, Comparison};
use crate::lex::{ExprError, Placed, Token, tokens};
use crate::limits;

/// Words that cannot be names.
pub(crate) const RESERVED: &[&str] = &[
    "and", "or", "not", "in", "has", "is", "known", "if", "then", "else", "yes", "no", "unknown", "EUR",
    "param", "hour", "hours", "day", "days", "month", "months", "working",
];

/// Functions of the language.
pub(crate) const FUNCTIONS: &[&str] = &["min", "max", "date", "deadline"];

/// Reads one expression.
pub(crate) fn parse(text: &str) -> Result<Ast, ExprError> {
    if text.len() > limits::EXPRESSION_BYTES {
        return Err(ExprError::new(
            0,
            format!("expression of {} bytes, at most {} are read", text.len(), limits::EXPRESSION_BYTES),
            "give parts of it a name in definitions",
        ));
    }
    let mut parser = Parser { tokens: tokens(text)?, next: 0, depth: 0, parts: 0 };
    let ast = parser.expression(0)?;
    match parser.peek() {
        Token::End => Ok(ast),
        _ => Err(parser.unexpected("the expression to end")),
    }
}

const OR: u8 = 1;
const AND: u8 = 2;
const NOT: u8 = 3;
const COMPARE: u8 = 4;
const SUM: u8 = 5;
const PRODUCT: u8 = 6;

struct Parser {
    tokens: Vec<Placed>,
    next: usize,
    depth: usize,
    parts: usize,
}

impl Parser {
    fn expression(&mut self, least: u8) -> Result<Ast, ExprError> {
        self.depth += 1;
        if self.depth > limits::EXPRESSION_DEPTH {
            let what = format!("nested deeper than {} levels", limits::EXPRESSION_DEPTH);
            return Err(ExprError::new(self.at(), what, "give inner parts a name in definitions"));
        }
        let mut left = self.start()?;
        loop {
            let at = self.at();
            let Some(power) = binding(self.peek()) else { break };
            if power < least.max(1) {
                break;
            }
            left = self.continue_with(left, power, at)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// What an expression can begin with.
    fn start(&mut self) -> Result<Ast, ExprError> {
        let at = self.at();
        match self.take() {
            Token::Open => {
                let inner = self.expression(0)?;
                self.expect(&Token::Close, "`)`")?;
                Ok(inner)
            }
            Token::Number(number) => self.number(at, number),
            Token::Date(date) => self.part(at, AstKind::Date(date)),
            Token::Instant(instant) => self.part(at, AstKind::Instant(instant)),
            Token::Word(word) => self.word(at, word),
            _ => {
                self.next -= 1;
                Err(self.unexpected("a value"))
            }
        }
    }

    fn word(&mut self, at: usize, word: String) -> Result<Ast, ExprError> {
        match word.as_str() {
            "yes" => self.part(at, AstKind::Truth(true)),
            "no" => self.part(at, AstKind::Truth(false)),
            "not" => {
                let inner = self.expression(NOT)?;
                self.part(at, AstKind::Not(Box::new(inner)))
            }
            "if" => {
                let condition = self.expression(0)?;
                self.expect_word("then")?;
                let yes = self.expression(0)?;
                self.expect_word("else")?;
                let no = self.expression(0)?;
                self.part(at, AstKind::If(Box::new(condition), Box::new(yes), Box::new(no)))
            }
            "EUR" => {
                let place = self.at();
                let Token::Number(number) = self.take() else {
                    return Err(ExprError::new(place, "`EUR` without an amount", "write EUR 250.00"));
                };
                match cents(number) {
                    Some(cents) => self.part(at, AstKind::Money(cents)),
                    None => Err(ExprError::new(
                        place,
                        "not an amount in cents",
                        "two decimals at most: EUR 250.00",
                    )),
                }
            }
            _ if FUNCTIONS.contains(&word.as_str()) && *self.peek() == Token::Open => {
                self.take();
                let mut arguments = vec![self.expression(0)?];
                while *self.peek() == Token::Comma {
                    self.take();
                    arguments.push(self.expression(0)?);
                }
                self.expect(&Token::Close, "`)`")?;
                self.part(at, AstKind::Call(word, arguments))
            }
            _ if RESERVED.contains(&word.as_str()) => {
                self.next -= 1;
                Err(self.unexpected("a value"))
            }
            _ => match word.strip_prefix("param.") {
                Some(name) => self.part(at, AstKind::Parameter(name.to_owned())),
                None => self.part(at, AstKind::Name(word)),
            },
        }
    }

    /// A number alone, or a term such as `14 days` and `15 working days`.
    fn number(&mut self, at: usize, number: Decimal) -> Result<Ast, ExprError> {
        let unit: fn(u32) -> Term = match self.peek() {
            Token::Word(word) => match word.as_str() {
                "hour" | "hours" => Term::Hours,
                "day" | "days" => Term::Days,
                "month" | "months" => Term::Months,
                "working" => {
                    self.take();
                    match self.peek() {
                        Token::Word(word) if word == "day" || word == "days" => Term::WorkingDays,
                        _ => {
                            return Err(ExprError::new(
                                at,
                                "`working` without `days`",
                                "write 15 working days",
                            ));
                        }
                    }
                }
                _ => return self.part(at, AstKind::Number(number)),
            },
            _ => return self.part(at, AstKind::Number(number)),
        };
        self.take();
        match u32::try_from(number).ok().filter(|_| number.fract().is_zero()).filter(|count| *count <= 10_000)
        {
            Some(count) => self.part(at, AstKind::Term(unit(count))),
            None => Err(ExprError::new(at, "not a length of time", "a whole number up to 10000: 14 days")),
        }
    }

    fn continue_with(&mut self, left: Ast, power: u8, at: usize) -> Result<Ast, ExprError> {
        let token = self.take();
        let kind = match (token, power) {
            (_, OR) => {
                let right = self.expression(OR + 1)?;
                AstKind::Or(joined(left, right, |kind| match kind {
                    AstKind::Or(list) => Ok(list),
                    other => Err(other),
                }))
            }
            (_, AND) => {
                let right = self.expression(AND + 1)?;
                AstKind::And(joined(left, right, |kind| match kind {
                    AstKind::And(list) => Ok(list),
                    other => Err(other),
                }))
            }
            (Token::Word(word), COMPARE) if word == "in" => {
                self.expect(&Token::Open, "`(` and the values")?;
                let mut values = vec![self.value_name()?];
                while *self.peek() == Token::Comma {
                    self.take();
                    values.push(self.value_name()?);
                }
                self.expect(&Token::Close, "`)`")?;
                AstKind::In(Box::new(left), values)
            }
            (Token::Word(word), COMPARE) if word == "has" => {
                let (place, value) = self.value_name()?;
                AstKind::Has(Box::new(left), place, value)
            }
            (Token::Word(_), COMPARE) => {
                self.expect_word("known")?;
                AstKind::Known(Box::new(left))
            }
            (token, COMPARE) => {
                let comparison = match token {
                    Token::Equal => Comparison::Equal,
                    Token::NotEqual => Comparison::NotEqual,
                    Token::Less => Comparison::Less,
                    Token::LessEqual => Comparison::LessEqual,
                    Token::More => Comparison::More,
                    _ => Comparison::MoreEqual,
                };
                let right = self.expression(COMPARE + 1)?;
                AstKind::Compare(comparison, Box::new(left), Box::new(right))
            }
            (token, _) => {
                let right = Box::new(self.expression(power + 1)?);
                match token {
                    Token::Plus => AstKind::Plus(Box::new(left), right),
                    Token::Minus => AstKind::Minus(Box::new(left), right),
                    _ => AstKind::Times(Box::new(left), right),
                }
            }
        };
        if power == COMPARE && binding(self.peek()) == Some(COMPARE) {
            return Err(ExprError::new(self.at(), "comparisons do not chain", "join them with `and`"));
        }
        self.part(at, kind)
    }

    fn value_name(&mut self) -> Result<(usize, String), ExprError> {
        let at = self.at();
        match self.take() {
            Token::Word(word) if !RESERVED.contains(&word.as_str()) => Ok((at, word)),
            _ => {
                self.next -= 1;
                Err(self.unexpected("the name of a value"))
            }
        }
    }

    fn part(&mut self, at: usize, kind: AstKind) -> Result<Ast, ExprError> {
        self.parts += 1;
        if self.parts > limits::EXPRESSION_PARTS {
            let what = format!("more than {} parts", limits::EXPRESSION_PARTS);
            return Err(ExprError::new(at, what, "give parts of it a name in definitions"));
        }
        Ok(Ast { at, kind })
    }

    fn at(&self) -> usize {
        self.tokens[self.next].at
    }

    fn peek(&self) -> &Token {
        &self.tokens[self.next].token
    }

    /// The next token; the end is never passed.
    fn take(&mut self) -> Token {
        let token = self.tokens[self.next].token.clone();
        if token == Token::End {
            // `next` must stay on the end, and callers step back by one after a wrong token.
            self.tokens.push(Placed { token: Token::End, at: self.tokens[self.next].at });
        }
        self.next += 1;
        token
    }

    fn expect(&mut self, token: &Token, named: &str) -> Result<(), ExprError> {
        if self.peek() == token {
            self.take();
            Ok(())
        } else {
            Err(self.unexpected(named))
        }
    }

    fn expect_word(&mut self, word: &str) -> Result<(), ExprError> {
        self.expect(&Token::Word(word.to_owned()), &format!("`{word}`"))
    }

    fn unexpected(&self, wanted: &str) -> ExprError {
        let found = match self.peek() {
            Token::End => "the expression ends".to_owned(),
            Token::Word(word) => format!("`{word}`"),
            Token::Number(number) => format!("`{number}`"),
            Token::Date(date) => format!("`{date}`"),
            Token::Instant(instant) => format!("`{instant}`"),
            other => format!("`{}`", sign(other)),
        };
        ExprError::new(
            self.at(),
            format!("{found} where {wanted} was expected"),
            "see docs/terms.md for the language",
        )
    }
}

/// How tightly a token binds what stands left and right of it.
fn binding(token: &Token) -> Option<u8> {
    match token {
        Token::Word(word) => match word.as_str() {
            "or" => Some(OR),
            "and" => Some(AND),
            "in" | "has" | "is" => Some(COMPARE),
            _ => None,
        },
        Token::Equal | Token::NotEqual | Token::Less | Token::LessEqual | Token::More | Token::MoreEqual => {
            Some(COMPARE)
        }
        Token::Plus | Token::Minus => Some(SUM),
        Token::Times => Some(PRODUCT),
        _ => None,
    }
}

/// `a and b and c` as one list.
fn joined(left: Ast, right: Ast, list_of: impl Fn(AstKind) -> Result<Vec<Ast>, AstKind>) -> Vec<Ast> {
    let at = left.at;
    let mut list = list_of(left.kind).unwrap_or_else(|kind| vec![Ast { at, kind }]);
    list.push(right);
    list
}

/// Whole cents of an amount in euros.
fn cents(euros: Decimal) -> Option<i64> {
    let cents = euros.checked_mul(Decimal::ONE_HUNDRED)?;
    let whole = i64::try_from(cents).ok()?;
    (cents.fract().is_zero() && whole <= limits::MONEY_CENTS).then_some(whole)
}

fn sign(token: &Token) -> &'static str {
    match token {
        Token::Open => "(",
        Token::Close => ")",
        Token::Comma => ",",
        Token::Plus => "+",
        Token::Minus => "-",
        Token::Times => "*",
        Token::Equal => "=",
        Token::NotEqual => "!=",
        Token::Less => "<",
        Token::LessEqual => "<=",
        Token::More => ">",
        Token::MoreEqual => ">=",
        _ => "?",
    }
}
