//! Dividing an instalment of premium among tax, commission, fee and insurer.

use kernel::{Country, Date, Money, Rounding};
use ledger::PremiumSplit;
use rust_decimal::Decimal;

use crate::Remuneration;

/// An insurance tax rate in percent and the first due date it applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxRate {
    /// First premium due date with this rate.
    pub from: Date,
    /// The rate in percent.
    pub percent: Decimal,
}

/// The insurance tax rate for premium that falls due on a date (LAW-TAX-02, LAW-TAX-08).
///
/// Dutch rates are known from 1 March 2008; before the first known date the first rate is given.
pub fn tax_rate(country: Country, due: Date) -> TaxRate {
    let rate = |y, m, d, mantissa, scale| TaxRate {
        from: kernel::date(y, m, d),
        percent: Decimal::new(mantissa, scale),
    };
    let rates = match country {
        Country::Nl => vec![rate(2008, 3, 1, 75, 1), rate(2011, 3, 1, 97, 1), rate(2013, 1, 1, 21, 0)],
        Country::Be => vec![rate(1, 1, 1, 925, 2)],
    };
    let first = rates[0];
    rates.into_iter().rev().find(|rate| rate.from <= due).unwrap_or(first)
}

/// Divides a gross premium: net is rounded half up, tax is the rest (lawfacts: tax = gross − rounded net), commission and
/// fee come out of the net premium, what remains is the insurer's.
pub fn split_premium(gross: Money, tax: TaxRate, remuneration: &Remuneration) -> PremiumSplit {
    let hundred = Decimal::ONE_HUNDRED;
    let net = gross.times(hundred / (hundred + tax.percent), Rounding::HalfUp);
    let commission = net.times(remuneration.commission_percent / hundred, Rounding::HalfUp);
    let fee = remuneration.fee_cents.min(net - commission);
    PremiumSplit { gross, tax: gross - net, commission, fee, insurer: net - commission - fee }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(country: Country, due: (i16, i8, i8), gross: i64, net: i64) {
        let rate = tax_rate(country, kernel::date(due.0, due.1, due.2));
        let remuneration =
            Remuneration { commission_percent: Decimal::from(20), fee_cents: Money::from_cents(50) };
        let split = split_premium(Money::from_cents(gross), rate, &remuneration);
        assert!(split.adds_up());
        assert_eq!(split.net().cents(), net, "{country} {due:?} {gross}");
    }

    #[test]
    fn tax_by_country_and_due_date() {
        check(Country::Nl, (2026, 3, 1), 1000, 826); // LAW-TAX vector: 8.26 + 1.74
        check(Country::Be, (2026, 3, 1), 1000, 915); // LAW-TAX vector: 9.15 + 0.85
        check(Country::Nl, (2012, 12, 31), 1000, 912); // 9.7 %
        check(Country::Nl, (2013, 1, 1), 1000, 826); // 21 %
        check(Country::Nl, (2011, 2, 28), 1000, 930); // 7.5 %
        check(Country::Nl, (2026, 3, 1), 1, 1);
        check(Country::Nl, (2026, 3, 1), 0, 0);
    }
}
