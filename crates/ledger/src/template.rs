//! One posting template for each business event that moves money.

use kernel::Money;
use serde::{Deserialize, Serialize};

use crate::{Account, Entry};

/// How one instalment of premium is divided, fixed when it falls due (LAW-TAX-03): the parts sum to the gross amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

/// A business event that moves money. What it posts is [`Template::entry`]; nothing else posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "template", rename_all = "kebab-case")]
pub enum Template {
    /// A premium fell due: owed by the policyholder, divided at once (LAW-TAX-03).
    PremiumDue {
        /// How it is divided.
        split: PremiumSplit,
    },
    /// Premium that fell due is taken back, wholly or in part (NL-PROV-06, NL-PREM-04, LAW-TAX-06).
    PremiumReversed {
        /// What is taken back, as positive amounts.
        split: PremiumSplit,
    },
    /// A credit on a statement that pays a policyholder's debt.
    PaymentReceived {
        /// Amount credited.
        amount: Money,
    },
    /// A direct debit came back: the debt is open again (LAW-SEPA-08/09).
    PaymentReturned {
        /// Amount that came back.
        amount: Money,
    },
    /// Premium is to be paid back to the policyholder (MONEY-03/04/05).
    RefundOrdered {
        /// Amount to be paid back.
        amount: Money,
    },
    /// A refund was released to the bank.
    RefundReleased {
        /// Amount released.
        amount: Money,
    },
    /// A benefit was approved for the insurer's account (MONEY-10).
    BenefitApproved {
        /// Amount approved.
        amount: Money,
    },
    /// A benefit was released to the bank.
    BenefitReleased {
        /// Amount released.
        amount: Money,
    },
    /// The statement shows that an order was carried out.
    OrderSettled {
        /// Amount that left the account.
        amount: Money,
    },
    /// A payment order came back; the payee is owed again.
    BenefitReturned {
        /// Amount that came back.
        amount: Money,
    },
    /// A refund came back; the payee is owed again.
    RefundReturned {
        /// Amount that came back.
        amount: Money,
    },
    /// An entry on a statement that matches nothing: kept until a person decides.
    Unmatched {
        /// Signed amount: positive when credited to us.
        amount: Money,
    },
    /// A person matched a suspense item with a policyholder's debt.
    SuspenseMatched {
        /// Amount matched.
        amount: Money,
    },
}

impl Template {
    /// The name under which the entry is stored.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::PremiumDue { .. } => "premium-due",
            Self::PremiumReversed { .. } => "premium-reversed",
            Self::PaymentReceived { .. } => "payment-received",
            Self::PaymentReturned { .. } => "payment-returned",
            Self::RefundOrdered { .. } => "refund-ordered",
            Self::RefundReleased { .. } => "refund-released",
            Self::BenefitApproved { .. } => "benefit-approved",
            Self::BenefitReleased { .. } => "benefit-released",
            Self::OrderSettled { .. } => "order-settled",
            Self::BenefitReturned { .. } => "benefit-returned",
            Self::RefundReturned { .. } => "refund-returned",
            Self::Unmatched { .. } => "unmatched",
            Self::SuspenseMatched { .. } => "suspense-matched",
        }
    }

    /// The entry this event posts.
    pub fn entry(&self) -> Entry {
        use Account as A;
        let move_ = |from: A, to: A, amount: Money| vec![(to, amount), (from, Money::ZERO - amount)];
        let premium = |split: &PremiumSplit| {
            let reversed = split.reversed();
            vec![
                (A::PremiumReceivable, split.gross),
                (A::InsuranceTax, reversed.tax),
                (A::InsurerCurrent, reversed.insurer),
                (A::Commission, reversed.commission),
                (A::Fee, reversed.fee),
            ]
        };
        let lines = match self {
            Self::PremiumDue { split } => premium(split),
            Self::PremiumReversed { split } => premium(&split.reversed()),
            Self::PaymentReceived { amount } => move_(A::PremiumReceivable, A::Bank, *amount),
            Self::PaymentReturned { amount } => move_(A::Bank, A::PremiumReceivable, *amount),
            Self::RefundOrdered { amount } => move_(A::RefundsPayable, A::PremiumReceivable, *amount),
            Self::RefundReleased { amount } => move_(A::PaymentsInTransit, A::RefundsPayable, *amount),
            Self::BenefitApproved { amount } => move_(A::ClaimsPayable, A::InsurerCurrent, *amount),
            Self::BenefitReleased { amount } => move_(A::PaymentsInTransit, A::ClaimsPayable, *amount),
            Self::OrderSettled { amount } => move_(A::Bank, A::PaymentsInTransit, *amount),
            Self::BenefitReturned { amount } => move_(A::ClaimsPayable, A::Bank, *amount),
            Self::RefundReturned { amount } => move_(A::RefundsPayable, A::Bank, *amount),
            Self::Unmatched { amount } => move_(A::Suspense, A::Bank, *amount),
            Self::SuspenseMatched { amount } => move_(A::PremiumReceivable, A::Suspense, *amount),
        };
        Entry::new(lines).expect("every template is balanced, and a split adds up where it is made")
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
    fn the_whole_way_of_a_premium_leaves_only_what_is_owed_to_others() {
        let split = split(1000, 174, 165, 50);
        let amount = split.gross;
        let way = [Template::PremiumDue { split }, Template::PaymentReceived { amount }];
        let on = |account| way.iter().map(|t| t.entry().on(account)).sum::<Money>().cents();
        assert_eq!(on(Account::Bank), 1000);
        assert_eq!(on(Account::PremiumReceivable), 0);
        assert_eq!(on(Account::InsuranceTax), -174);
        assert_eq!(on(Account::InsurerCurrent), -611);
        assert_eq!(on(Account::Commission) + on(Account::Fee), -215);
    }

    #[test]
    fn a_rejected_application_that_was_paid_leaves_nothing_behind() {
        let split = split(11999, 2082, 1983, 0);
        let amount = split.gross;
        let way = [
            Template::PremiumDue { split },
            Template::PaymentReceived { amount },
            Template::PremiumReversed { split },
            Template::RefundOrdered { amount },
            Template::RefundReleased { amount },
            Template::OrderSettled { amount },
        ];
        for account in Account::ALL {
            assert_eq!(way.iter().map(|t| t.entry().on(account)).sum::<Money>(), Money::ZERO, "{account:?}");
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
