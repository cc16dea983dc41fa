//! Text to an expression, by recursive descent with one function for each level.

use kernel::{Date, Decimal, Instant, Term};

use super::value::V;

/// An expression by names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum E {
    Value(V),
    Name(String),
    Parameter(String),
    Not(Box<E>),
    And(Box<E>, Box<E>),
    Or(Box<E>, Box<E>),
    /// `=`, `!=`, `<` …
    Compare(String, Box<E>, Box<E>),
    In(Box<E>, Vec<String>),
    Has(Box<E>, String),
    Known(String),
    If(Box<E>, Box<E>, Box<E>),
    /// `+`, `-`, `*`
    Sum(char, Box<E>, Box<E>),
    /// `min`, `max`, `date`, `deadline`
    Call(String, Vec<E>),
}

/// Reads an expression of a folder that was loaded, so that it is right.
pub(crate) fn parse(text: &str) -> E {
    let mut parser = Parser { words: words(text), at: 0 };
    let out = parser.whole();
    assert_eq!(parser.at, parser.words.len(), "{text}");
    out
}

/// Signs stand alone; everything else ends at a blank or sign. A `-` inside digits belongs to a date.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    let signs: Vec<char> = text.chars().collect();
    for (ix, sign) in signs.iter().enumerate() {
        let is_date = word.starts_with(|first: char| first.is_ascii_digit())
            && matches!(sign, '-' | '+')
            && signs.get(ix + 1).is_some_and(char::is_ascii_digit);
        if sign.is_ascii_alphanumeric() || matches!(sign, '_' | '.' | ':') || is_date {
            word.push(*sign);
            continue;
        }
        if !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        if *sign == '='
            && out.last().is_some_and(|last| matches!(last.as_str(), "!" | "<" | ">"))
            && ix > 0
            && !signs[ix - 1].is_whitespace()
        {
            out.last_mut().unwrap().push('=');
        } else if !sign.is_whitespace() {
            out.push(sign.to_string());
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

struct Parser {
    words: Vec<String>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> &str {
        self.words.get(self.at).map_or("", String::as_str)
    }

    fn take(&mut self) -> String {
        self.at += 1;
        self.words[self.at - 1].clone()
    }

    fn is(&mut self, word: &str) -> bool {
        let is = self.peek() == word;
        self.at += usize::from(is);
        is
    }

    fn whole(&mut self) -> E {
        let mut left = self.ands();
        while self.is("or") {
            left = E::Or(Box::new(left), Box::new(self.ands()));
        }
        left
    }

    fn ands(&mut self) -> E {
        let mut left = self.nots();
        while self.is("and") {
            left = E::And(Box::new(left), Box::new(self.nots()));
        }
        left
    }

    fn nots(&mut self) -> E {
        if self.is("not") { E::Not(Box::new(self.nots())) } else { self.compared() }
    }

    fn compared(&mut self) -> E {
        let left = self.sums();
        match self.peek() {
            "=" | "!=" | "<" | "<=" | ">" | ">=" => {
                let sign = self.take();
                E::Compare(sign, Box::new(left), Box::new(self.sums()))
            }
            "in" => {
                self.at += 2;
                let mut names = vec![self.take()];
                while self.is(",") {
                    names.push(self.take());
                }
                self.at += 1;
                E::In(Box::new(left), names)
            }
            "has" => {
                self.at += 1;
                E::Has(Box::new(left), self.take())
            }
            "is" => {
                self.at += 2;
                let E::Name(name) = left else { panic!("`is known` of {left:?}") };
                E::Known(name)
            }
            _ => left,
        }
    }

    fn sums(&mut self) -> E {
        let mut left = self.products();
        while matches!(self.peek(), "+" | "-") {
            let sign = self.take().remove(0);
            left = E::Sum(sign, Box::new(left), Box::new(self.products()));
        }
        left
    }

    fn products(&mut self) -> E {
        let mut left = self.one();
        while self.is("*") {
            left = E::Sum('*', Box::new(left), Box::new(self.one()));
        }
        left
    }

    fn one(&mut self) -> E {
        let word = self.take();
        match word.as_str() {
            "(" => {
                let inner = self.whole();
                self.at += 1;
                inner
            }
            // As the real parser has it: these begin a whole expression of their own wherever they stand.
            "not" => {
                self.at -= 1;
                self.nots()
            }
            "if" => {
                let condition = self.whole();
                self.at += 1;
                let yes = self.whole();
                self.at += 1;
                E::If(Box::new(condition), Box::new(yes), Box::new(self.whole()))
            }
            "yes" => E::Value(V::Bool(true)),
            "no" => E::Value(V::Bool(false)),
            "EUR" => E::Value(V::Money(self.take().parse::<kernel::Money>().unwrap().cents())),
            "min" | "max" | "date" | "deadline" if self.peek() == "(" => {
                self.at += 1;
                let mut list = vec![self.whole()];
                while self.is(",") {
                    list.push(self.whole());
                }
                self.at += 1;
                E::Call(word, list)
            }
            _ if word.starts_with(|first: char| first.is_ascii_digit()) => self.number(&word),
            _ => match word.strip_prefix("param.") {
                Some(name) => E::Parameter(name.to_owned()),
                None => E::Name(word),
            },
        }
    }

    fn number(&mut self, word: &str) -> E {
        if let Ok(at) = word.parse::<Instant>() {
            return E::Value(V::Instant(at));
        }
        if let Ok(date) = word.parse::<Date>() {
            return E::Value(V::Date(date));
        }
        let number: Decimal = word.parse().unwrap();
        let term = match self.peek() {
            "hour" | "hours" => Term::Hours,
            "day" | "days" => Term::Days,
            "month" | "months" => Term::Months,
            "working" => {
                self.at += 1;
                Term::WorkingDays
            }
            _ => return E::Value(V::Number(number)),
        };
        self.at += 1;
        E::Value(V::Term(term(u32::try_from(number).unwrap()), false))
    }
}
