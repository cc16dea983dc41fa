//! Amounts as banks state them: exact, in any currency, with up to five decimals.

use kernel::Money;
use std::fmt;

/// Digits after the point that ISO 20022 allows.
const DECIMALS: u32 = 5;
/// One whole unit of a currency in [`Amount`]'s hundred-thousandths.
const ONE: i128 = 100_000;
/// One cent in hundred-thousandths.
const CENT: i128 = 1_000;
/// Most digits before the point that are read (ISO 20022 allows 18 in total).
const WHOLE_DIGITS: usize = 18;

/// A currency as three capital letters (ISO 4217). Whether such a currency exists is not checked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");

    /// Three capital letters, or `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let letters: [u8; 3] = text.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    /// The three letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("three ASCII letters by construction")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An exact amount in hundred-thousandths of its currency.
///
/// Harmony keeps euro cents ([`Money`]); a bank's file may hold francs or thousandths. Such an amount is read as it
/// stands, and [`Amount::euro`] tells whether it can be booked.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    units: i128,
    currency: Currency,
}

impl Amount {
    /// Nothing, in `currency`.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { units: 0, currency }
    }

    /// From hundred-thousandths.
    #[must_use]
    pub fn from_hundred_thousandths(units: i128, currency: Currency) -> Self {
        Self { units, currency }
    }

    /// Reads a decimal such as `12.3`, `12` or `-0.01000`. `None` when it is no decimal number, has more than 18 digits
    /// before the point or anything but zeros after the fifth decimal.
    #[must_use]
    pub fn parse(text: &str, currency: Currency) -> Option<Self> {
        Some(Self { units: decimal(text)?, currency })
    }

    /// In hundred-thousandths of the currency.
    #[must_use]
    pub fn hundred_thousandths(&self) -> i128 {
        self.units
    }

    /// The currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Euro cents, or `None` when the currency is another, a part of a cent is left, or it does not fit.
    #[must_use]
    pub fn euro(&self) -> Option<Money> {
        if self.currency != Currency::EUR || self.units % CENT != 0 {
            return None;
        }
        i64::try_from(self.units / CENT).ok().map(Money::from_cents)
    }

    /// Positive for a credit, negative for a debit.
    #[must_use]
    pub fn signed(&self, direction: Direction) -> Self {
        match direction {
            Direction::Credit => *self,
            Direction::Debit => Self { units: -self.units, ..*self },
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let units = self.units.unsigned_abs();
        let (whole, part) = (units / ONE.unsigned_abs(), units % ONE.unsigned_abs());
        if part.is_multiple_of(CENT.unsigned_abs()) {
            write!(f, "{sign}{whole}.{:02} {}", part / CENT.unsigned_abs(), self.currency)
        } else {
            write!(f, "{sign}{whole}.{part:05} {}", self.currency)
        }
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Which way money moved, seen from the account the statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Money came in (`CRDT`).
    Credit,
    /// Money went out (`DBIT`).
    Debit,
}

/// A decimal number in hundred-thousandths.
pub(crate) fn decimal(text: &str) -> Option<i128> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    let point = digits.iter().position(|b| *b == b'.').unwrap_or(digits.len());
    let (whole, part) = (&digits[..point], digits.get(point + 1..).unwrap_or_default());
    if whole.len() + part.len() == 0 {
        return None;
    }
    let significant = whole.iter().position(|b| *b != b'0').unwrap_or(whole.len());
    if whole.len() - significant > WHOLE_DIGITS || part.iter().any(|b| !b.is_ascii_digit()) {
        return None;
    }
    let mut units: i128 = 0;
    for digit in whole {
        if !digit.is_ascii_digit() {
            return None;
        }
        units = units * 10 + i128::from(digit - b'0');
    }
    for place in 0..DECIMALS as usize {
        units = units * 10 + i128::from(part.get(place).map_or(0, |d| d - b'0'));
    }
    if part.iter().skip(DECIMALS as usize).any(|d| *d != b'0') {
        return None;
    }
    Some(if negative { -units } else { units })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, units: Option<i128>, euro_cents: Option<i64>, shown: &str) {
        let amount = Amount::parse(text, Currency::EUR);
        assert_eq!(amount.map(|a| a.hundred_thousandths()), units, "{text}");
        assert_eq!(amount.and_then(|a| a.euro()).map(Money::cents), euro_cents, "{text}");
        assert_eq!(amount.map(|a| a.to_string()).unwrap_or_default(), shown, "{text}");
    }

    #[test]
    fn decimals_are_read_exactly() {
        check("0", Some(0), Some(0), "0.00 EUR");
        check("12.3", Some(1_230_000), Some(1230), "12.30 EUR");
        check("12.345", Some(1_234_500), None, "12.34500 EUR");
        check(".5", Some(50_000), Some(50), "0.50 EUR");
        check("7.", Some(700_000), Some(700), "7.00 EUR");
        check("-0.01", Some(-1_000), Some(-1), "-0.01 EUR");
        check("000001.10000000", Some(110_000), Some(110), "1.10 EUR");
        check("999999999999999999", Some(99_999_999_999_999_999_900_000), None, "999999999999999999.00 EUR");
        check("1000000000000000000", None, None, "");
        check("1.000001", None, None, "");
        for bad in ["", ".", "-", "1,50", "1 000", "1e3", "0x1", "--1", "1.2.3", "١", "NaN"] {
            check(bad, None, None, "");
        }
    }

    #[test]
    fn only_euro_becomes_money() {
        let francs = Amount::parse("4.50", Currency::parse("CHF").unwrap()).unwrap();
        assert_eq!(francs.euro(), None);
        assert_eq!(Currency::parse("eur"), None);
        assert_eq!(Currency::parse("EURO"), None);
    }
}
