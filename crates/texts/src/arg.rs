//! What a message may be told.

use kernel::{Country, Date, Decimal, Instant, Language, Money, Term};

use crate::format;

/// A value for a variable of a message. Everything but [`Arg::Count`] is written out in the message's language before
/// Fluent sees it; a count stays a number, so that the message can choose its plural form.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// Text as it is. It is not escaped: that is the template's work.
    Text(std::borrow::Cow<'a, str>),
    /// A whole number; `{ $n -> [one] … *[other] … }` chooses by it.
    Count(i64),
    /// Euro cents, written as a price.
    Money(Money),
    /// A civil date with the month in full.
    Date(Date),
    /// A moment on the clocks of that country: date and time.
    Instant(Instant, Country),
    /// A moment on the clocks of that country: the time of day only.
    Time(Instant, Country),
    /// A rate as a fraction: 0.21 is written as 21%.
    Percent(Decimal),
    /// A length of time, such as 14 days.
    Term(Term),
}

impl Arg<'_> {
    /// The value in words of `language`.
    pub fn written(&self, language: Language) -> String {
        match self {
            Self::Text(text) => text.clone().into_owned(),
            Self::Count(count) => format::number(language, *count),
            Self::Money(money) => format::money(language, *money),
            Self::Date(date) => format::date(language, *date),
            Self::Instant(at, country) => format::instant(language, *at, *country),
            Self::Time(at, country) => format::time(language, *at, *country),
            Self::Percent(rate) => format::percent(language, *rate),
            Self::Term(term) => format::term(language, *term),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a &str> for Arg<'a> {
    fn from(text: &'a &str) -> Self {
        Self::Text((*text).into())
    }
}

/// Values by copy and, for templates, by reference.
macro_rules! from_values {
    ($($of:ty: |$value:ident| $arg:expr;)*) => {$(
        impl From<$of> for Arg<'_> {
            fn from($value: $of) -> Self {
                $arg
            }
        }

        impl From<&$of> for Arg<'_> {
            fn from(value: &$of) -> Self {
                Self::from(*value)
            }
        }
    )*};
}

from_values! {
    i64: |count| Self::Count(count);
    u32: |count| Self::Count(count.into());
    // A count beyond what an `i64` holds is written as the largest one.
    usize: |count| Self::Count(i64::try_from(count).unwrap_or(i64::MAX));
    Money: |money| Self::Money(money);
    Date: |date| Self::Date(date);
    (Instant, Country): |at| Self::Instant(at.0, at.1);
    Term: |term| Self::Term(term);
}
