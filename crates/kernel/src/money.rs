//! Money: whole euro cents, checked.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::{RoundingStrategy, ToPrimitive};
use serde::{Deserialize, Serialize};

use crate::text::coded_error;

/// An amount in euro cents; may be negative. Serialised as the integer number of cents.
///
/// `+`, `-`, `+=`, `-=`, unary `-` and `sum()` panic when the result does not fit in 63 bits, in every build: an
/// amount that large is a fault, and a wrapped one would be booked. Use the `checked_` methods where input can be large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

crate::text_enum! {
    /// What happens to the part of a cent.
    pub enum Rounding {
        /// To the nearest cent, half a cent away from zero (`LAW-FMT-09`).
        HalfUp = "half-up",
        /// To the nearest cent, half a cent to the even one.
        HalfEven = "half-even",
        /// Towards zero.
        Down = "down",
        /// Away from zero.
        Up = "up",
    }
}

coded_error! {
    /// Why a text is no amount.
    MoneyError {
        Empty = "money-empty": "no amount was given",
        NotANumber = "money-not-a-number": "an amount is digits, with at most one comma or point before the cents",
        TooManyDecimals = "money-decimals": "an amount has at most two decimals",
        TooLarge = "money-too-large": "the amount is too large",
    }
}

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// So many cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The amount in euros, with two decimals.
    pub fn as_decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is more than nothing.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether it is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum, or `None` when it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` when it does not fit.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The opposite, or `None` when it does not fit.
    pub fn checked_neg(self) -> Option<Self> {
        self.0.checked_neg().map(Self)
    }

    /// The amount without its sign. Panics for the one amount whose opposite does not fit.
    pub fn abs(self) -> Self {
        if self.is_negative() { -self } else { self }
    }

    /// The amount times a rate, rounded as said. Panics when it does not fit, see [`Money::checked_times`].
    pub fn times(self, rate: Decimal, rounding: Rounding) -> Self {
        self.checked_times(rate, rounding).expect("an amount times a rate fits in 63 bits of cents")
    }

    /// The amount times a rate, rounded as said, or `None` when it does not fit.
    ///
    /// The product is computed with 28 significant digits before it is rounded.
    pub fn checked_times(self, rate: Decimal, rounding: Rounding) -> Option<Self> {
        let exact = Decimal::from(self.0).checked_mul(rate)?;
        let strategy = match rounding {
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
            Rounding::Down => RoundingStrategy::ToZero,
            Rounding::Up => RoundingStrategy::AwayFromZero,
        };
        exact.round_dp_with_strategy(0, strategy).to_i64().map(Self)
    }

    /// The amount × `num` / `den`, rounded as said, exactly. Panics when `den` is zero or the result does not fit, see
    /// [`Money::checked_part`].
    pub fn part(self, num: i64, den: i64, rounding: Rounding) -> Self {
        self.checked_part(num, den, rounding).expect("a part has a denominator and fits in 63 bits of cents")
    }

    /// The amount × `num` / `den`, rounded as said, exactly; `None` when `den` is zero or the result does not fit.
    pub fn checked_part(self, num: i64, den: i64, rounding: Rounding) -> Option<Self> {
        if den == 0 {
            return None;
        }
        let product = i128::from(self.0) * i128::from(num);
        let negative = (product < 0) != (den < 0);
        let (product, den) = (product.unsigned_abs(), u128::from(den.unsigned_abs()));
        let (whole, rest) = (product / den, product % den);
        let away = match rounding {
            Rounding::HalfUp => rest * 2 >= den,
            Rounding::HalfEven => rest * 2 > den || (rest * 2 == den && whole % 2 == 1),
            Rounding::Down => false,
            Rounding::Up => rest > 0,
        };
        let size = i128::try_from(whole + u128::from(away)).ok()?;
        i64::try_from(if negative { -size } else { size }).ok().map(Self)
    }

    /// Into `parts` amounts that differ by at most a cent and add up to the whole; the first parts get the extra cents.
    /// A negative amount is split like the positive one, with the sign changed. Panics when `parts` is zero.
    pub fn split_evenly(self, parts: usize) -> Vec<Self> {
        assert!(parts > 0, "an amount is split into at least one part");
        self.split_by_weights(&vec![1; parts])
    }

    /// Into amounts in proportion to the weights that add up to the whole.
    ///
    /// Each part is the exact share rounded towards zero; the cents left over go one each to the parts with the largest
    /// remainder, ties to the first. A part with weight 0 gets nothing. A negative amount is split like the positive
    /// one, with the sign changed. Panics when the weights add up to zero.
    pub fn split_by_weights(self, weights: &[u64]) -> Vec<Self> {
        let total: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
        assert!(total > 0, "an amount is split by weights that are not all zero");
        let whole = u128::from(self.0.unsigned_abs());
        let mut parts: Vec<u128> = Vec::with_capacity(weights.len());
        let mut remainders: Vec<(u128, usize)> = Vec::with_capacity(weights.len());
        for (index, &weight) in weights.iter().enumerate() {
            let exact = whole * u128::from(weight);
            parts.push(exact / total);
            remainders.push((exact % total, index));
        }
        let left_over = whole - parts.iter().sum::<u128>();
        remainders.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        for &(_, index) in remainders.iter().take(usize::try_from(left_over).expect("fewer cents than parts"))
        {
            parts[index] += 1;
        }
        parts.into_iter().map(|part| self.with_sign_of(part)).collect()
    }

    fn with_sign_of(self, size: u128) -> Self {
        let size = i128::try_from(size).expect("a part is no larger than the whole");
        let signed = if self.0 < 0 { -size } else { size };
        Self(i64::try_from(signed).expect("a part is no larger than the whole"))
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// `12`, `12.3`, `12.34`, `12,34`, each with `-` in front if need be. No thousands separators: `1.234` could be
    /// either, and is refused.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        if digits.is_empty() {
            return Err(if negative { MoneyError::NotANumber } else { MoneyError::Empty });
        }
        let (euros, cents) = match digits.split_once([',', '.']) {
            Some((_, "")) => return Err(MoneyError::NotANumber),
            Some((euros, cents)) => (euros, cents),
            None => (digits, "0"),
        };
        if euros.is_empty() || !euros.bytes().chain(cents.bytes()).all(|b| b.is_ascii_digit()) {
            return Err(MoneyError::NotANumber);
        }
        let cents = match *cents.as_bytes() {
            [tens] => i64::from(tens - b'0') * 10,
            [tens, ones] => i64::from(tens - b'0') * 10 + i64::from(ones - b'0'),
            _ => return Err(MoneyError::TooManyDecimals),
        };
        let euros: i64 = euros.parse().map_err(|_| MoneyError::TooLarge)?;
        let size = euros.checked_mul(100).and_then(|e| e.checked_add(cents)).ok_or(MoneyError::TooLarge)?;
        Ok(Self(if negative { -size } else { size }))
    }
}

impl fmt::Display for Money {
    /// `12.34`, `-0.05`: a point and always two decimals, without currency sign.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        f.pad_integral(self.0 >= 0, "", &format!("{}.{:02}", size / 100, size % 100))
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.checked_add(other).expect("a sum of money fits in 63 bits of cents")
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.checked_sub(other).expect("a difference of money fits in 63 bits of cents")
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        self.checked_neg().expect("the opposite of money fits in 63 bits of cents")
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Money> for Money {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}
