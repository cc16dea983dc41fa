//! What of an agreement may change with the years: what the administrator earns, when the insurer is owed, who shares the risk.

use kernel::{Date, Id, Money, Rounding};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{Agreement, Remuneration};

/// When the insurer's part of premium is owed to the insurer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// When the premium falls due, whether or not it is paid.
    #[default]
    Booked,
    /// When the premium is received.
    Received,
}

/// An insurer that bears a part of the risk beside the one that is named first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Registered name.
    pub insurer: String,
    /// Its part in percent.
    pub percent: Decimal,
}

/// A partner that brings policyholders and earns commission, paid by the administrator out of its own (ACT-08).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Short stable name, such as `phone-shop`: what an application carries.
    pub code: String,
    /// The number that its users carry: they see what customers opened to this number and nothing else (PRIV-24). None: nobody
    /// of it signs in.
    #[serde(default)]
    pub id: Option<Id>,
    /// Its name.
    pub name: String,
    /// Percentage of the premium without tax.
    pub commission_percent: Decimal,
    /// What becomes of commission when premium is taken back.
    #[serde(default)]
    pub takes_back: TakesBack,
    /// First day on which it may bring policyholders.
    pub from: Date,
    /// Day from which it may bring none any more, if one is known. What it brought before earns on.
    #[serde(default)]
    pub until: Option<Date>,
}

/// What becomes of a partner's commission when premium is taken back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TakesBack {
    /// It is taken back in proportion.
    #[default]
    InProportion,
    /// The partner keeps it.
    Nothing,
}

impl Partner {
    /// Commission on a premium without tax, to the cent.
    pub fn commission(&self, net: Money) -> Money {
        net.times(self.commission_percent / Decimal::ONE_HUNDRED, Rounding::HalfUp)
    }

    /// Whether it may bring policyholders on that day.
    pub fn in_force(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }
}

/// Terms that hold from a day on, instead of those before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaterTerms {
    /// First premium due date they hold for.
    pub from: Date,
    /// What the administrator earns.
    pub remuneration: Remuneration,
    /// When the insurer is owed.
    #[serde(default)]
    pub basis: Basis,
    /// Insurers beside the one that is named first.
    #[serde(default)]
    pub coinsurers: Vec<Share>,
}

/// The terms of an agreement on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms<'a> {
    /// What the administrator earns.
    pub remuneration: &'a Remuneration,
    /// When the insurer is owed.
    pub basis: Basis,
    /// Insurers beside the one that is named first, which bears the rest.
    pub coinsurers: &'a [Share],
}

impl Agreement {
    /// The terms for premium that falls due on a day.
    pub fn terms_on(&self, due: Date) -> Terms<'_> {
        match self.later.iter().filter(|later| later.from <= due).max_by_key(|later| later.from) {
            Some(later) => {
                Terms { remuneration: &later.remuneration, basis: later.basis, coinsurers: &later.coinsurers }
            }
            None => {
                Terms { remuneration: &self.remuneration, basis: self.basis, coinsurers: &self.coinsurers }
            }
        }
    }

    /// An amount divided among the insurers by their shares on a day, to the cent: the insurer named first comes first and
    /// takes the difference that rounding leaves.
    pub fn shares(&self, on: Date, amount: Money) -> Vec<(&str, Money)> {
        let part = |share: &Share| amount.times(share.percent / Decimal::ONE_HUNDRED, Rounding::HalfUp);
        let others: Vec<(&str, Money)> =
            self.terms_on(on).coinsurers.iter().map(|share| (share.insurer.as_str(), part(share))).collect();
        let rest = amount - others.iter().map(|(_, part)| *part).sum::<Money>();
        [(self.insurer.name.as_str(), rest)].into_iter().chain(others).collect()
    }

    /// The partner with this code, in force or not.
    pub fn partner(&self, code: &str) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.code == code)
    }

    /// The partner whose users carry this number, in force or not.
    pub fn partner_of(&self, id: Id) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id == Some(id))
    }

    /// What is wrong with the figures that change with the years, if anything: the field and why.
    pub(crate) fn wrong_in_time(&self) -> Option<(&'static str, &'static str)> {
        let percent = Decimal::ZERO..=Decimal::ONE_HUNDRED;
        let later = self.later.iter().map(|later| (&later.remuneration, &later.coinsurers));
        for (remuneration, coinsurers) in later.chain([(&self.remuneration, &self.coinsurers)]) {
            if !percent.contains(&remuneration.commission_percent) {
                return Some(("remuneration.commission_percent", "must lie between 0 and 100"));
            }
            if remuneration.fee_cents < Money::ZERO {
                return Some(("remuneration.fee_cents", "must not be negative"));
            }
            if coinsurers.iter().any(|share| share.percent <= Decimal::ZERO)
                || coinsurers.iter().map(|share| share.percent).sum::<Decimal>() >= Decimal::ONE_HUNDRED
            {
                return Some((
                    "coinsurers.percent",
                    "must be above 0 and leave a part to the insurer named first",
                ));
            }
        }
        if self.partners.iter().any(|partner| !percent.contains(&partner.commission_percent)) {
            return Some(("partners.commission_percent", "must lie between 0 and 100"));
        }
        let codes: std::collections::BTreeSet<&str> = self.partners.iter().map(|p| p.code.as_str()).collect();
        if codes.len() != self.partners.len() {
            return Some(("partners.code", "must be different for each partner"));
        }
        let numbered = self.partners.iter().filter_map(|partner| partner.id);
        let numbers: std::collections::BTreeSet<Id> = numbered.clone().collect();
        if numbers.len() != numbered.count() {
            return Some(("partners.id", "must be different for each partner"));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use kernel::date;

    use super::*;
    use crate::tests::ROSEMONT;

    const MORE: &str = r#"
[[coinsurers]]
insurer = "Second Insurance"
percent = "33.33"

[[partners]]
code = "tablet-shop"
id = "00000000000p2"
name = "Tablet Shop"
commission_percent = "7.5"
from = "2026-01-01"
until = "2027-01-01"

[[later]]
from = "2027-01-01"
basis = "received"
remuneration = { commission_percent = "18", fee_cents = 40 }
"#;

    fn agreement() -> Agreement {
        Agreement::read("x.toml", &format!("{ROSEMONT}{MORE}")).unwrap()
    }

    #[test]
    fn the_terms_of_the_due_date_count() {
        let agreement = agreement();
        let (before, after) = (agreement.terms_on(date(2026, 12, 31)), agreement.terms_on(date(2027, 1, 1)));
        assert_eq!(
            (before.basis, before.remuneration.commission_percent),
            (Basis::Booked, Decimal::from(20))
        );
        assert_eq!(
            (after.basis, after.remuneration.commission_percent),
            (Basis::Received, Decimal::from(18))
        );
        assert!(after.coinsurers.is_empty());
    }

    #[test]
    fn shares_add_up_to_the_cent() {
        let agreement = agreement();
        for cents in -101..=101 {
            let amount = Money::from_cents(cents);
            let shares = agreement.shares(date(2026, 3, 1), amount);
            assert_eq!(shares.iter().map(|(_, part)| *part).sum::<Money>(), amount, "{shares:?}");
        }
        let hundred = agreement.shares(date(2026, 3, 1), Money::from_cents(10_000));
        assert_eq!(hundred[1], ("Second Insurance", Money::from_cents(3_333)));
    }

    #[test]
    fn a_partner_is_known_by_its_code_and_its_days() {
        let agreement = agreement();
        let partner = agreement.partner("tablet-shop").unwrap();
        assert!(partner.in_force(date(2026, 12, 31)) && !partner.in_force(date(2027, 1, 1)));
        assert_eq!(partner.commission(Money::from_cents(826)), Money::from_cents(62));
        assert_eq!(partner.takes_back, TakesBack::InProportion);
        assert_eq!(agreement.partner("nobody"), None);
        assert_eq!(partner.id.and_then(|id| agreement.partner_of(id)), Some(partner));
    }

    #[test]
    fn figures_that_make_no_sense_are_named() {
        let read = |from: &str, to: &str| {
            let text = format!("{ROSEMONT}{MORE}");
            assert!(text.contains(from));
            Agreement::read("x.toml", &text.replace(from, to)).unwrap_err().to_string()
        };
        assert!(read("percent = \"33.33\"", "percent = \"100\"").contains("coinsurers.percent"));
        assert!(read("percent = \"7.5\"", "percent = \"700\"").contains("partners.commission_percent"));
        assert!(read("percent = \"18\"", "percent = \"-1\"").contains("remuneration.commission_percent"));
        let twice = "[[partners]]\ncode = \"other\"\nid = \"00000000000p2\"\nname = \"Other\"\ncommission_percent = \"1\"\nfrom = \"2026-01-01\"\n\n[[later]]";
        assert!(read("[[later]]", twice).contains("partners.id"));
    }
}
