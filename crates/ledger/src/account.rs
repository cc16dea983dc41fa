//! The chart of accounts.

use serde::{Deserialize, Serialize};

/// An account of the chart. The code is what is stored and exported; codes are never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Account {
    /// Money at the bank on the client-money account (asset).
    Bank,
    /// Payment orders released to the bank and not yet on a statement (asset, credit balance while under way).
    PaymentsInTransit,
    /// Premium, costs and interest that policyholders owe (asset; a credit balance is owed to the policyholder).
    PremiumReceivable,
    /// Credits on a statement that nobody could match yet (liability).
    Suspense,
    /// Premium due to the insurer less what the administrator keeps, and claims paid for the insurer's account (liability).
    InsurerCurrent,
    /// Insurance tax to be paid over (liability, LAW-TAX-03/04).
    InsuranceTax,
    /// Benefits approved and not yet ordered at the bank (liability).
    ClaimsPayable,
    /// Premium to be paid back and not yet ordered at the bank (liability).
    RefundsPayable,
    /// The administrator's commission (income).
    Commission,
    /// The administrator's fee per instalment (income).
    Fee,
}

impl Account {
    /// Every account, in the order of the chart.
    pub const ALL: [Self; 10] = [
        Self::Bank,
        Self::PaymentsInTransit,
        Self::PremiumReceivable,
        Self::Suspense,
        Self::InsurerCurrent,
        Self::InsuranceTax,
        Self::ClaimsPayable,
        Self::RefundsPayable,
        Self::Commission,
        Self::Fee,
    ];

    /// The four-digit code under which the account is stored and exported.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bank => "1000",
            Self::PaymentsInTransit => "1050",
            Self::PremiumReceivable => "1300",
            Self::Suspense => "1900",
            Self::InsurerCurrent => "1600",
            Self::InsuranceTax => "1650",
            Self::ClaimsPayable => "1700",
            Self::RefundsPayable => "1710",
            Self::Commission => "8000",
            Self::Fee => "8010",
        }
    }

    /// The account with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|account| account.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_round_trip() {
        for account in Account::ALL {
            assert_eq!(Account::from_code(account.code()), Some(account));
        }
        let codes: std::collections::BTreeSet<_> = Account::ALL.iter().map(|a| a.code()).collect();
        assert_eq!(codes.len(), Account::ALL.len());
        assert_eq!(Account::from_code("9999"), None);
    }
}
