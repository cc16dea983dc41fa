//! How premium is divided.

use kernel::Money;
use serde::{Deserialize, Serialize};

/// How one instalment of premium is divided, fixed when it falls due (LAW-TAX-03): the parts sum to the gross amount.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PremiumSplit {
    /// What the policyholder pays, tax included (GEN-TAX-01).
    pub gross: Money,
    /// Insurance tax in the gross amount.
    pub tax: Money,
    /// The administrator's commission.
    pub commission: Money,
    /// The administrator's fee.
    pub fee: Money,
    /// What is due to the insurer.
    pub insurer: Money,
}

impl PremiumSplit {
    /// Nothing.
    pub const ZERO: Self = Self {
        gross: Money::ZERO,
        tax: Money::ZERO,
        commission: Money::ZERO,
        fee: Money::ZERO,
        insurer: Money::ZERO,
    };

    /// This and another, part by part.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            gross: self.gross + other.gross,
            tax: self.tax + other.tax,
            commission: self.commission + other.commission,
            fee: self.fee + other.fee,
            insurer: self.insurer + other.insurer,
        }
    }

    /// This less another, part by part, so that what is taken back in steps adds up to the cent in every part.
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        self.plus(&other.reversed())
    }

    /// Whether the parts sum to the gross amount.
    pub fn adds_up(&self) -> bool {
        self.tax + self.commission + self.fee + self.insurer == self.gross
    }

    /// The premium without tax.
    pub fn net(&self) -> Money {
        self.gross - self.tax
    }

    /// The share `part / whole` of this split, to the cent: the parts of the result sum to its gross amount, rounding
    /// differences lie with the insurer's part.
    pub fn share(&self, part: i64, whole: i64) -> Self {
        let of = |amount: Money| amount.part(part, whole, kernel::Rounding::HalfUp);
        let (gross, tax, commission, fee) = (of(self.gross), of(self.tax), of(self.commission), of(self.fee));
        Self { gross, tax, commission, fee, insurer: gross - tax - commission - fee }
    }

    /// The same amounts with the sign turned.
    pub fn reversed(&self) -> Self {
        let zero = Money::ZERO;
        Self {
            gross: zero - self.gross,
            tax: zero - self.tax,
            commission: zero - self.commission,
            fee: zero - self.fee,
            insurer: zero - self.insurer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(gross: i64, tax: i64, commission: i64, fee: i64) -> PremiumSplit {
        let m = Money::from_cents;
        PremiumSplit {
            gross: m(gross),
            tax: m(tax),
            commission: m(commission),
            fee: m(fee),
            insurer: m(gross - tax - commission - fee),
        }
    }

    #[test]
    fn a_share_adds_up_whatever_the_days() {
        let whole = split(1250, 217, 207, 51);
        for day in 0..=31 {
            let part = whole.share(day, 31);
            assert!(part.adds_up(), "{day}: {part:?}");
        }
        assert_eq!(whole.share(31, 31), whole);
    }
}
