//! Characters of an expression to tokens, each with its place.

use kernel::{Date, Decimal, Instant};

/// Why an expression cannot be read, with its place in bytes from the start of the expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ExprError {
    pub at: usize,
    pub what: String,
    pub hint: String,
}

impl ExprError {
    pub(crate) fn new(at: usize, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { at, what: what.into(), hint: hint.into() }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// A name or a word of the language; `param.x` is one token.
    Word(String),
    Number(Decimal),
    Date(Date),
    Instant(Instant),
    Open,
    Close,
    Comma,
    Plus,
    Minus,
    Times,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    More,
    MoreEqual,
    End,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placed {
    pub token: Token,
    pub at: usize,
}

/// All tokens of `text`, closed by [`Token::End`].
pub(crate) fn tokens(text: &str) -> Result<Vec<Placed>, ExprError> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let one = |token| Ok((token, start + 1));
        let or_equal = |with, without| {
            if bytes.get(start + 1) == Some(&b'=') { Ok((with, start + 2)) } else { Ok((without, start + 1)) }
        };
        let (token, end) = match bytes[at] {
            b' ' | b'\t' | b'\n' | b'\r' => {
                at += 1;
                continue;
            }
            b'(' => one(Token::Open),
            b')' => one(Token::Close),
            b',' => one(Token::Comma),
            b'+' => one(Token::Plus),
            b'-' => one(Token::Minus),
            b'*' => one(Token::Times),
            b'=' => one(Token::Equal),
            b'<' => or_equal(Token::LessEqual, Token::Less),
            b'>' => or_equal(Token::MoreEqual, Token::More),
            b'!' if bytes.get(at + 1) == Some(&b'=') => Ok((Token::NotEqual, at + 2)),
            b'0'..=b'9' => number_or_date(text, at),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                let end = run(bytes, at, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'));
                Ok((Token::Word(text[at..end].to_owned()), end))
            }
            _ => {
                let sign = text[at..].chars().next().unwrap_or('?');
                Err(ExprError::new(
                    at,
                    format!("`{sign}` has no meaning here"),
                    "see docs/terms.md for the language",
                ))
            }
        }?;
        out.push(Placed { token, at: start });
        at = end;
    }
    out.push(Placed { token: Token::End, at: text.len() });
    Ok(out)
}

/// The end of the run of bytes from `at` for which `holds`.
fn run(bytes: &[u8], at: usize, holds: impl Fn(u8) -> bool) -> usize {
    at + bytes[at..].iter().take_while(|byte| holds(**byte)).count()
}

/// `12`, `12.50`, `2026-03-01` or `2026-03-01T10:00:00Z`.
fn number_or_date(text: &str, at: usize) -> Result<(Token, usize), ExprError> {
    let bytes = text.as_bytes();
    let digits = run(bytes, at, |byte| byte.is_ascii_digit());
    if digits - at == 4
        && bytes.get(digits) == Some(&b'-')
        && bytes.get(digits + 1).is_some_and(u8::is_ascii_digit)
    {
        let end =
            run(bytes, at, |byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b'T' | b'Z' | b'.'));
        let literal = &text[at..end];
        return if literal.contains('T') {
            literal.parse().map(|instant| (Token::Instant(instant), end)).map_err(|_| {
                ExprError::new(at, format!("`{literal}` is no instant"), "write it as 2026-03-01T10:00:00Z")
            })
        } else {
            literal
                .parse()
                .map(|date| (Token::Date(date), end))
                .map_err(|_| ExprError::new(at, format!("`{literal}` is no date"), "write it as 2026-03-01"))
        };
    }
    let end = if bytes.get(digits) == Some(&b'.') {
        run(bytes, digits + 1, |byte| byte.is_ascii_digit())
    } else {
        digits
    };
    let literal = &text[at..end];
    literal.parse().map(|number| (Token::Number(number), end)).map_err(|_| {
        ExprError::new(at, format!("`{literal}` is no number"), "at most 28 digits, a point for decimals")
    })
}
