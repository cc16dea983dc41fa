//! Which debt a payment pays.

use kernel::Money;
use serde::{Deserialize, Serialize};

use crate::Receivable;

/// A part of a payment and the instalment it pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// Number of the instalment.
    pub no: u32,
    /// Part of the payment, always above zero.
    pub amount: Money,
}

/// Divides a payment over what is open: the instalments named first (those a collection was for), then the oldest due date
/// first. Returns the parts and what is left over.
pub fn allocate(receivables: &[Receivable], named: &[u32], amount: Money) -> (Vec<Allocation>, Money) {
    let mut order: Vec<&Receivable> = receivables.iter().filter(|r| r.is_open()).collect();
    order.sort_by_key(|r| (!named.contains(&r.no), r.due, r.no));
    let mut left = amount;
    let mut parts = Vec::new();
    for receivable in order {
        let part = left.min(receivable.open());
        if part <= Money::ZERO {
            break;
        }
        parts.push(Allocation { no: receivable.no, amount: part });
        left -= part;
    }
    (parts, left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Period, date};
    use ledger::PremiumSplit;
    use proptest::prelude::*;

    fn receivable(no: u32, gross: i64, paid: i64) -> Receivable {
        let m = Money::from_cents;
        let from = kernel::add_months_anchored(date(2026, 1, 15), i32::try_from(no).unwrap());
        Receivable {
            no,
            period: Period::new(from, None).unwrap(),
            due: from,
            split: PremiumSplit {
                gross: m(gross),
                tax: m(0),
                commission: m(0),
                fee: m(0),
                insurer: m(gross),
            },
            reversed: PremiumSplit::ZERO,
            paid: m(paid),
            last_paid: None,
            settled: None,
            reminded: None,
            extra_of: None,
            parts: Vec::new(),
        }
    }

    #[test]
    fn the_oldest_debt_first_unless_one_is_named() {
        let open = [receivable(1, 1000, 400), receivable(2, 1000, 0), receivable(3, 1000, 1000)];
        let m = Money::from_cents;
        let part = |no, amount| Allocation { no, amount: m(amount) };
        assert_eq!(allocate(&open, &[], m(700)), (vec![part(1, 600), part(2, 100)], m(0)));
        assert_eq!(allocate(&open, &[2], m(1100)), (vec![part(2, 1000), part(1, 100)], m(0)));
        assert_eq!(allocate(&open, &[3], m(2000)), (vec![part(1, 600), part(2, 1000)], m(400)));
        assert_eq!(allocate(&open, &[], m(0)), (vec![], m(0)));
    }

    proptest! {
        #[test]
        fn no_cent_is_lost_or_made(debts in prop::collection::vec((1i64..5000, 0i64..5000), 0..12), amount in 0i64..50_000) {
            let open: Vec<_> = debts.iter().enumerate()
                .map(|(i, (gross, paid))| receivable(u32::try_from(i).unwrap() + 1, *gross, (*paid).min(*gross))).collect();
            let (parts, left) = allocate(&open, &[], Money::from_cents(amount));
            let allocated: Money = parts.iter().map(|p| p.amount).sum();
            prop_assert_eq!(allocated + left, Money::from_cents(amount));
            for part in parts {
                prop_assert!(part.amount > Money::ZERO && part.amount <= open[part.no as usize - 1].open());
            }
        }
    }
}
