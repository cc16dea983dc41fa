//! Which debt a payment pays.

use kernel::Money;
use serde::{Deserialize, Serialize};

use crate::{ChargePart, Receivable};

/// A part of a payment and the instalment it pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// Number of the instalment.
    pub no: u32,
    /// Part of the payment, always above zero.
    pub amount: Money,
}

/// A payment, divided to the cent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divided {
    /// What costs and interest get.
    pub charges: Vec<ChargePart>,
    /// What premium gets.
    pub premium: Vec<Allocation>,
    /// What is left over.
    pub surplus: Money,
}

impl Divided {
    /// Takes at most so much of what is left.
    pub(crate) fn take(&mut self, most: Money) -> Money {
        let part = self.surplus.min(most);
        self.surplus -= part;
        part
    }

    pub(crate) fn pay(&mut self, premium: &[&Receivable]) {
        for receivable in premium {
            let part = self.take(receivable.open());
            if part > Money::ZERO {
                self.premium.push(Allocation { no: receivable.no, amount: part });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Billing, Charge, ChargeKind};
    use kernel::{Instant, Period, date};
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
        let receivables = vec![receivable(1, 1000, 400), receivable(2, 1000, 0), receivable(3, 1000, 1000)];
        let open = Billing { receivables, ..Billing::default() };
        let m = Money::from_cents;
        let part = |no, amount| Allocation { no, amount: m(amount) };
        let divided = |named: &[u32], amount| {
            let divided = open.divide(named, m(amount), Instant::UNIX_EPOCH);
            (divided.premium, divided.surplus)
        };
        assert_eq!(divided(&[], 700), (vec![part(1, 600), part(2, 100)], m(0)));
        assert_eq!(divided(&[2], 1100), (vec![part(2, 1000), part(1, 100)], m(0)));
        assert_eq!(divided(&[3], 2000), (vec![part(1, 600), part(2, 1000)], m(400)));
        assert_eq!(divided(&[], 0), (vec![], m(0)));
    }

    fn charge(no: u32, kind: ChargeKind, cents: i64) -> Charge {
        let amount = Money::from_cents(cents);
        let (waived, paid) = (Money::ZERO, Money::ZERO);
        Charge { no, reminder: 1, kind, amount, fell_due: Instant::UNIX_EPOCH, waived, paid }
    }

    #[test]
    fn law_nl_col_10_costs_then_interest_then_premium_but_a_debit_pays_what_it_was_for() {
        let receivables = vec![receivable(1, 1000, 0), receivable(2, 1000, 0)];
        let charges = vec![charge(1, ChargeKind::Interest, 116), charge(2, ChargeKind::Costs, 4000)];
        let owed = Billing { receivables, charges, ..Billing::default() };
        let m = Money::from_cents;
        let part = |charge, amount| ChargePart { charge, amount: m(amount) };
        let transfer = owed.divide(&[], m(4200), Instant::UNIX_EPOCH);
        assert_eq!(transfer.charges, [part(2, 4000), part(1, 116)]);
        assert_eq!(transfer.premium, [Allocation { no: 1, amount: m(84) }]);
        let debit = owed.divide(&[2], m(1000), Instant::UNIX_EPOCH);
        assert_eq!((debit.charges, debit.premium), (vec![], vec![Allocation { no: 2, amount: m(1000) }]));
        // Credited before costs and interest fell due, it pays them last.
        let before = owed.divide(&[], m(2500), Instant::MIN);
        assert_eq!(before.charges, [part(2, 500)]);
        assert_eq!(before.premium, [1, 2].map(|no| Allocation { no, amount: m(1000) }));
    }

    proptest! {
        #[test]
        fn no_cent_is_lost_or_made(
            debts in prop::collection::vec((1i64..5000, 0i64..5000), 0..12),
            on_top in prop::collection::vec((any::<bool>(), 1i64..9000), 0..4),
            named in prop::collection::vec(1u32..12, 0..3),
            amount in 0i64..50_000,
        ) {
            let no = |i: usize| u32::try_from(i).unwrap() + 1;
            let receivables: Vec<_> = debts.iter().enumerate()
                .map(|(i, (gross, paid))| receivable(no(i), *gross, (*paid).min(*gross))).collect();
            let kind = |costs| if costs { ChargeKind::Costs } else { ChargeKind::Interest };
            let charges: Vec<_> =
                on_top.iter().enumerate().map(|(i, (costs, cents))| charge(no(i), kind(*costs), *cents)).collect();
            let owed = Billing { receivables, charges, ..Billing::default() };
            let divided = owed.divide(&named, Money::from_cents(amount), Instant::UNIX_EPOCH);
            let premium: Money = divided.premium.iter().map(|p| p.amount).sum();
            let on_top: Money = divided.charges.iter().map(|p| p.amount).sum();
            prop_assert_eq!(premium + on_top + divided.surplus, Money::from_cents(amount));
            for part in divided.premium {
                prop_assert!(part.amount > Money::ZERO && part.amount <= owed.receivables[part.no as usize - 1].open());
            }
            for part in divided.charges {
                prop_assert!(part.amount > Money::ZERO && part.amount <= owed.charges[part.charge as usize - 1].open());
            }
        }
    }
}
