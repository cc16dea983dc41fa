//! The chart of accounts.

use serde::{Deserialize, Serialize};

/// An account of the chart. The code is what is stored and exported; codes are never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Account {
    /// What a portfolio brought along from another administrator, until the first settlement clears it (clearing).
    TakenOver,
    /// Money at the bank on the client-money account (asset).
    Bank,
    /// Money drawn from the client-money account to the house's own account (asset).
    OwnBank,
    /// Payment orders released to the bank and not yet on a statement (asset, credit balance while under way).
    PaymentsInTransit,
    /// Premium, costs and interest that policyholders owe (asset; a credit balance is owed to the policyholder).
    PremiumReceivable,
    /// What policyholders owe of their own share in a repair or replacement (asset, MONEY-07).
    OwnShareReceivable,
    /// Premium due to the insurer less what the administrator keeps, and claims paid for the insurer's account (liability).
    InsurerCurrent,
    /// The insurer's part of premium that fell due and did not come in yet, where it is owed on receipt (liability).
    InsurerNotReceived,
    /// Insurance tax to be paid over (liability, LAW-TAX-03/04).
    InsuranceTax,
    /// Benefits approved and not yet ordered at the bank (liability).
    ClaimsPayable,
    /// Premium to be paid back and not yet ordered at the bank (liability).
    RefundsPayable,
    /// Money nobody could place, to be sent back to who paid it and not yet ordered at the bank (liability).
    ReturnsPayable,
    /// Invoices of repairers and suppliers not yet ordered at the bank (liability, MONEY-08/09).
    SuppliersPayable,
    /// Commission that partners earned and were not paid (liability).
    PartnersPayable,
    /// Credits on a statement that nobody could match yet (liability).
    Suspense,
    /// What the bank charges (expense).
    BankCharges,
    /// Commission for partners (expense).
    PartnerCommission,
    /// Differences that a person wrote off (expense; a credit balance is a gain).
    WrittenOff,
    /// The administrator's commission (income).
    Commission,
    /// The administrator's fee per instalment (income).
    Fee,
    /// Collection costs charged to policyholders (income, LAW-NL-COL, LAW-BE-COL).
    CollectionCosts,
    /// Interest that the bank gives (income).
    BankInterest,
}

/// Whose money an account is about: what is held for others is kept apart from the house's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Held for policyholders, insurers and the tax office.
    Client,
    /// The house's own: what it earned and spent, and what it drew.
    House,
}

impl Account {
    /// Every account, in the order of the chart: by code.
    pub const ALL: [Self; 22] = [
        Self::TakenOver,
        Self::Bank,
        Self::OwnBank,
        Self::PaymentsInTransit,
        Self::PremiumReceivable,
        Self::OwnShareReceivable,
        Self::InsurerCurrent,
        Self::InsurerNotReceived,
        Self::InsuranceTax,
        Self::ClaimsPayable,
        Self::RefundsPayable,
        Self::ReturnsPayable,
        Self::SuppliersPayable,
        Self::PartnersPayable,
        Self::Suspense,
        Self::BankCharges,
        Self::PartnerCommission,
        Self::WrittenOff,
        Self::Commission,
        Self::Fee,
        Self::CollectionCosts,
        Self::BankInterest,
    ];

    /// The four-digit code under which the account is stored and exported.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TakenOver => "0900",
            Self::Bank => "1000",
            Self::OwnBank => "1010",
            Self::PaymentsInTransit => "1050",
            Self::PremiumReceivable => "1300",
            Self::OwnShareReceivable => "1310",
            Self::InsurerCurrent => "1600",
            Self::InsurerNotReceived => "1610",
            Self::InsuranceTax => "1650",
            Self::ClaimsPayable => "1700",
            Self::RefundsPayable => "1710",
            Self::ReturnsPayable => "1720",
            Self::SuppliersPayable => "1725",
            Self::PartnersPayable => "1730",
            Self::Suspense => "1900",
            Self::BankCharges => "4000",
            Self::PartnerCommission => "4100",
            Self::WrittenOff => "4900",
            Self::Commission => "8000",
            Self::Fee => "8010",
            Self::CollectionCosts => "8020",
            Self::BankInterest => "8030",
        }
    }

    /// Whose money it is about.
    pub const fn whose(self) -> Whose {
        match self {
            Self::OwnBank
            | Self::PartnersPayable
            | Self::BankCharges
            | Self::PartnerCommission
            | Self::WrittenOff
            | Self::Commission
            | Self::Fee
            | Self::CollectionCosts
            | Self::BankInterest => Whose::House,
            _ => Whose::Client,
        }
    }

    /// Whether it is an account of income and expense; the others stand on the balance sheet.
    pub const fn is_result(self) -> bool {
        matches!(self.code().as_bytes()[0], b'4' | b'8')
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
        assert!(Account::ALL.is_sorted_by_key(|account| account.code()), "the order of the chart");
        assert_eq!(Account::from_code("9999"), None);
    }

    #[test]
    fn income_and_expense_are_the_house_s_own() {
        for account in Account::ALL.into_iter().filter(|account| account.is_result()) {
            assert_eq!(account.whose(), Whose::House, "{account:?}");
        }
        assert_eq!((Account::Bank.whose(), Account::OwnBank.whose()), (Whose::Client, Whose::House));
    }
}
