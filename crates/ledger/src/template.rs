//! One posting template for each business event that moves money.

use kernel::Money;
use serde::{Deserialize, Serialize};

use crate::{Account, Entry, PremiumSplit};

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
    /// Collection costs fell due: the administrator's income (LAW-NL-COL-01, LAW-BE-COL-05).
    CostsDue {
        /// Amount owed.
        amount: Money,
    },
    /// Collection costs are not asked for after all.
    CostsWaived {
        /// Amount waived.
        amount: Money,
    },
    /// Statutory interest fell due: it belongs to the insurer, whose money came late (LAW-NL-INT-01, LAW-BE-INT-01).
    InterestDue {
        /// Amount owed.
        amount: Money,
    },
    /// Statutory interest is not asked for after all.
    InterestWaived {
        /// Amount waived.
        amount: Money,
    },
    /// Overdue premium was set off against a benefit for the policyholder (AMB-14, BE-DUN-08): paid without a bank. Posted
    /// with the contract; the claim posts what is left of the benefit.
    PremiumSetOff {
        /// Amount set off.
        amount: Money,
    },
    /// What a policyholder owed when the portfolio was taken over.
    OpeningBalance {
        /// Signed amount: positive when owed to us, negative when paid too much.
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
    /// The bank did not carry out a refund: the payee is owed again.
    RefundRejected {
        /// Amount rejected.
        amount: Money,
    },
    /// A refund came back; the payee is owed again.
    RefundReturned {
        /// Amount that came back.
        amount: Money,
    },
    /// A benefit was approved for the insurer's account (MONEY-10).
    BenefitApproved {
        /// Amount approved.
        amount: Money,
    },
    /// Something is owed to a policyholder because a claim was answered or paid too late (LAW-BE-INS-09).
    LatenessOwed {
        /// Amount owed.
        amount: Money,
    },
    /// A benefit was released to the bank.
    BenefitReleased {
        /// Amount released.
        amount: Money,
    },
    /// The bank did not carry out the payment of a benefit: the payee is owed again.
    BenefitRejected {
        /// Amount rejected.
        amount: Money,
    },
    /// A benefit that was paid came back; the payee is owed again.
    BenefitReturned {
        /// Amount that came back.
        amount: Money,
    },
    /// The customer accepted a repair or replacement: the repairer or supplier is owed what it asked, the customer owes the
    /// own share, the insurer bears the rest (MONEY-07/08/09).
    WorkAccepted {
        /// What the insurer bears.
        borne: Money,
        /// What the customer bears.
        own_share: Money,
    },
    /// A payment to a repairer or supplier was released to the bank.
    SupplierReleased {
        /// Amount released.
        amount: Money,
    },
    /// The bank did not carry out the payment of a repairer or supplier: it is owed again.
    SupplierRejected {
        /// Amount rejected.
        amount: Money,
    },
    /// A payment to a repairer or supplier came back: it is owed again.
    SupplierReturned {
        /// Amount that came back.
        amount: Money,
    },
    /// The customer paid of the own share in a repair or replacement.
    OwnShareReceived {
        /// Amount credited.
        amount: Money,
    },
    /// An own share is not asked for any more: the insurer bears it.
    OwnShareWaived {
        /// Amount waived.
        amount: Money,
    },
    /// Money that came back because of a claim, found in suspense: it belongs to the insurer (MONEY-11 to MONEY-14).
    RecoveryReceived {
        /// Amount that came back.
        amount: Money,
    },
    /// The statement shows that an order was carried out.
    OrderSettled {
        /// Amount that left the account.
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
    /// A person decided to send money that nobody could place back to who paid it.
    SuspenseReturned {
        /// Amount to be sent back.
        amount: Money,
    },
    /// Money sent back to who paid it was released to the bank.
    ReturnReleased {
        /// Amount released.
        amount: Money,
    },
    /// The bank did not carry out what was to be sent back: it is owed again.
    ReturnRejected {
        /// Amount rejected.
        amount: Money,
    },
    /// What was sent back came back again: it is owed again.
    ReturnReturned {
        /// Amount that came back.
        amount: Money,
    },
    /// A person wrote off a suspense item that can never be placed.
    SuspenseWrittenOff {
        /// Signed amount: positive when it had been credited to us.
        amount: Money,
    },
    /// The bank charged for its services, by its own entry on a statement.
    BankCharged {
        /// Signed amount: positive when debited to us.
        amount: Money,
    },
    /// The bank gave interest, by its own entry on a statement.
    BankInterest {
        /// Signed amount: positive when credited to us.
        amount: Money,
    },
    /// The account current was settled with the insurer.
    InsurerSettled {
        /// Signed amount: positive when paid to the insurer.
        amount: Money,
    },
    /// Premium came in where the insurer's part is owed on receipt.
    InsurerReceived {
        /// Signed amount: the insurer's part of what came in; negative when it went back.
        amount: Money,
    },
    /// Insurance tax was paid over (LAW-TAX-04).
    TaxPaid {
        /// Signed amount: positive when paid.
        amount: Money,
    },
    /// The administrator drew what it earned from the client-money account to its own.
    RemunerationDrawn {
        /// Amount drawn.
        amount: Money,
    },
    /// A partner earned commission with premium that fell due.
    PartnerCommissionDue {
        /// Amount earned.
        amount: Money,
    },
    /// Commission of a partner is taken back with the premium.
    PartnerCommissionReversed {
        /// Amount taken back.
        amount: Money,
    },
    /// A partner was paid from the house's own account.
    PartnerPaid {
        /// Amount paid.
        amount: Money,
    },
}

impl Template {
    /// Every name under which entries are stored.
    pub const NAMES: [&'static str; 43] = [
        "premium-due",
        "premium-reversed",
        "payment-received",
        "payment-returned",
        "costs-due",
        "costs-waived",
        "interest-due",
        "interest-waived",
        "premium-set-off",
        "opening-balance",
        "refund-ordered",
        "refund-released",
        "refund-rejected",
        "refund-returned",
        "benefit-approved",
        "lateness-owed",
        "benefit-released",
        "benefit-rejected",
        "benefit-returned",
        "work-accepted",
        "supplier-released",
        "supplier-rejected",
        "supplier-returned",
        "own-share-received",
        "own-share-waived",
        "recovery-received",
        "order-settled",
        "unmatched",
        "suspense-matched",
        "suspense-returned",
        "return-released",
        "return-rejected",
        "return-returned",
        "suspense-written-off",
        "bank-charged",
        "bank-interest",
        "insurer-settled",
        "insurer-received",
        "tax-paid",
        "remuneration-drawn",
        "partner-commission-due",
        "partner-commission-reversed",
        "partner-paid",
    ];

    /// The name under which the entry is stored.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::PremiumDue { .. } => "premium-due",
            Self::PremiumReversed { .. } => "premium-reversed",
            Self::PaymentReceived { .. } => "payment-received",
            Self::PaymentReturned { .. } => "payment-returned",
            Self::CostsDue { .. } => "costs-due",
            Self::CostsWaived { .. } => "costs-waived",
            Self::InterestDue { .. } => "interest-due",
            Self::InterestWaived { .. } => "interest-waived",
            Self::PremiumSetOff { .. } => "premium-set-off",
            Self::OpeningBalance { .. } => "opening-balance",
            Self::RefundOrdered { .. } => "refund-ordered",
            Self::RefundReleased { .. } => "refund-released",
            Self::RefundRejected { .. } => "refund-rejected",
            Self::RefundReturned { .. } => "refund-returned",
            Self::BenefitApproved { .. } => "benefit-approved",
            Self::LatenessOwed { .. } => "lateness-owed",
            Self::BenefitReleased { .. } => "benefit-released",
            Self::BenefitRejected { .. } => "benefit-rejected",
            Self::BenefitReturned { .. } => "benefit-returned",
            Self::WorkAccepted { .. } => "work-accepted",
            Self::SupplierReleased { .. } => "supplier-released",
            Self::SupplierRejected { .. } => "supplier-rejected",
            Self::SupplierReturned { .. } => "supplier-returned",
            Self::OwnShareReceived { .. } => "own-share-received",
            Self::OwnShareWaived { .. } => "own-share-waived",
            Self::RecoveryReceived { .. } => "recovery-received",
            Self::OrderSettled { .. } => "order-settled",
            Self::Unmatched { .. } => "unmatched",
            Self::SuspenseMatched { .. } => "suspense-matched",
            Self::SuspenseReturned { .. } => "suspense-returned",
            Self::ReturnReleased { .. } => "return-released",
            Self::ReturnRejected { .. } => "return-rejected",
            Self::ReturnReturned { .. } => "return-returned",
            Self::SuspenseWrittenOff { .. } => "suspense-written-off",
            Self::BankCharged { .. } => "bank-charged",
            Self::BankInterest { .. } => "bank-interest",
            Self::InsurerSettled { .. } => "insurer-settled",
            Self::InsurerReceived { .. } => "insurer-received",
            Self::TaxPaid { .. } => "tax-paid",
            Self::RemunerationDrawn { .. } => "remuneration-drawn",
            Self::PartnerCommissionDue { .. } => "partner-commission-due",
            Self::PartnerCommissionReversed { .. } => "partner-commission-reversed",
            Self::PartnerPaid { .. } => "partner-paid",
        }
    }

    /// The entry this event posts.
    pub fn entry(&self) -> Entry {
        use Account as A;
        let lines = match *self {
            Self::PremiumDue { split } => premium(&split),
            Self::PremiumReversed { split } => premium(&split.reversed()),
            Self::PaymentReceived { amount } => moved(A::PremiumReceivable, A::Bank, amount),
            Self::PaymentReturned { amount } => moved(A::Bank, A::PremiumReceivable, amount),
            Self::CostsDue { amount } => moved(A::CollectionCosts, A::PremiumReceivable, amount),
            Self::CostsWaived { amount } => moved(A::PremiumReceivable, A::CollectionCosts, amount),
            Self::InterestDue { amount } => moved(A::InsurerCurrent, A::PremiumReceivable, amount),
            Self::InterestWaived { amount } => moved(A::PremiumReceivable, A::InsurerCurrent, amount),
            Self::PremiumSetOff { amount } => moved(A::PremiumReceivable, A::ClaimsPayable, amount),
            Self::OpeningBalance { amount } => moved(A::TakenOver, A::PremiumReceivable, amount),
            Self::RefundOrdered { amount } => moved(A::RefundsPayable, A::PremiumReceivable, amount),
            Self::RefundReleased { amount } => moved(A::PaymentsInTransit, A::RefundsPayable, amount),
            Self::RefundRejected { amount } => moved(A::RefundsPayable, A::PaymentsInTransit, amount),
            Self::RefundReturned { amount } => moved(A::RefundsPayable, A::Bank, amount),
            Self::BenefitApproved { amount } | Self::LatenessOwed { amount } => {
                moved(A::ClaimsPayable, A::InsurerCurrent, amount)
            }
            Self::BenefitReleased { amount } => moved(A::PaymentsInTransit, A::ClaimsPayable, amount),
            Self::BenefitRejected { amount } => moved(A::ClaimsPayable, A::PaymentsInTransit, amount),
            Self::BenefitReturned { amount } => moved(A::ClaimsPayable, A::Bank, amount),
            Self::WorkAccepted { borne, own_share } => vec![
                (A::InsurerCurrent, borne),
                (A::OwnShareReceivable, own_share),
                (A::SuppliersPayable, Money::ZERO - borne - own_share),
            ],
            Self::SupplierReleased { amount } => moved(A::PaymentsInTransit, A::SuppliersPayable, amount),
            Self::SupplierRejected { amount } => moved(A::SuppliersPayable, A::PaymentsInTransit, amount),
            Self::SupplierReturned { amount } => moved(A::SuppliersPayable, A::Bank, amount),
            Self::OwnShareReceived { amount } => moved(A::OwnShareReceivable, A::Bank, amount),
            Self::OwnShareWaived { amount } => moved(A::OwnShareReceivable, A::InsurerCurrent, amount),
            Self::RecoveryReceived { amount } => moved(A::InsurerCurrent, A::Suspense, amount),
            Self::OrderSettled { amount } => moved(A::Bank, A::PaymentsInTransit, amount),
            Self::Unmatched { amount } => moved(A::Suspense, A::Bank, amount),
            Self::SuspenseMatched { amount } => moved(A::PremiumReceivable, A::Suspense, amount),
            Self::SuspenseReturned { amount } => moved(A::ReturnsPayable, A::Suspense, amount),
            Self::ReturnReleased { amount } => moved(A::PaymentsInTransit, A::ReturnsPayable, amount),
            Self::ReturnRejected { amount } => moved(A::ReturnsPayable, A::PaymentsInTransit, amount),
            Self::ReturnReturned { amount } => moved(A::ReturnsPayable, A::Bank, amount),
            Self::SuspenseWrittenOff { amount } => moved(A::WrittenOff, A::Suspense, amount),
            Self::BankCharged { amount } => moved(A::Bank, A::BankCharges, amount),
            Self::BankInterest { amount } => moved(A::BankInterest, A::Bank, amount),
            Self::InsurerSettled { amount } => moved(A::Bank, A::InsurerCurrent, amount),
            Self::InsurerReceived { amount } => moved(A::InsurerCurrent, A::InsurerNotReceived, amount),
            Self::TaxPaid { amount } => moved(A::Bank, A::InsuranceTax, amount),
            Self::RemunerationDrawn { amount } => moved(A::Bank, A::OwnBank, amount),
            Self::PartnerCommissionDue { amount } => moved(A::PartnersPayable, A::PartnerCommission, amount),
            Self::PartnerCommissionReversed { amount } => {
                moved(A::PartnerCommission, A::PartnersPayable, amount)
            }
            Self::PartnerPaid { amount } => moved(A::OwnBank, A::PartnersPayable, amount),
        };
        Entry::new(lines).expect("every template is balanced, and a split adds up where it is made")
    }
}

/// An amount from the account that is credited to the one that is debited.
fn moved(credit: Account, debit: Account, amount: Money) -> Vec<(Account, Money)> {
    vec![(debit, amount), (credit, Money::ZERO - amount)]
}

fn premium(split: &PremiumSplit) -> Vec<(Account, Money)> {
    let reversed = split.reversed();
    vec![
        (Account::PremiumReceivable, split.gross),
        (Account::InsuranceTax, reversed.tax),
        (Account::InsurerCurrent, reversed.insurer),
        (Account::Commission, reversed.commission),
        (Account::Fee, reversed.fee),
    ]
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
    fn what_goes_out_and_comes_back_is_owed_again() {
        let amount = Money::from_cents(700);
        let ways = [
            (
                Account::RefundsPayable,
                Template::RefundReleased { amount },
                Template::RefundRejected { amount },
            ),
            (
                Account::ClaimsPayable,
                Template::BenefitReleased { amount },
                Template::BenefitRejected { amount },
            ),
            (
                Account::ReturnsPayable,
                Template::ReturnReleased { amount },
                Template::ReturnRejected { amount },
            ),
            (
                Account::SuppliersPayable,
                Template::SupplierReleased { amount },
                Template::SupplierRejected { amount },
            ),
        ];
        for (owed, out, back) in ways {
            assert_eq!(out.entry().on(owed), amount, "{out:?}");
            assert_eq!(back.entry().on(owed), Money::ZERO - amount, "{back:?}");
            assert_eq!(back.entry().on(Account::PaymentsInTransit), amount, "{back:?}");
        }
    }

    #[test]
    fn a_repair_costs_the_insurer_what_the_customer_does_not_bear() {
        // MONEY-07/08: € 180 asked, € 50 of it the customer's; € 20 of those come in and € 30 are waived.
        let m = Money::from_cents;
        let way = [
            Template::WorkAccepted { borne: m(13_000), own_share: m(5_000) },
            Template::SupplierReleased { amount: m(18_000) },
            Template::OrderSettled { amount: m(18_000) },
            Template::OwnShareReceived { amount: m(2_000) },
            Template::OwnShareWaived { amount: m(3_000) },
        ];
        let on = |account| way.iter().map(|t| t.entry().on(account)).sum::<Money>().cents();
        assert_eq!((on(Account::InsurerCurrent), on(Account::Bank)), (16_000, -16_000));
        for account in [Account::SuppliersPayable, Account::OwnShareReceivable, Account::PaymentsInTransit] {
            assert_eq!(on(account), 0, "{account:?}");
        }
    }

    #[test]
    fn costs_are_the_administrator_s_and_interest_the_insurer_s() {
        // LAW-NL-COL-01, LAW-NL-INT-01: both are owed by the policyholder.
        let (costs, interest) = (Money::from_cents(4000), Money::from_cents(116));
        let due = [Template::CostsDue { amount: costs }, Template::InterestDue { amount: interest }];
        let on = |account| due.iter().map(|t| t.entry().on(account)).sum::<Money>();
        assert_eq!(on(Account::PremiumReceivable), costs + interest);
        assert_eq!(on(Account::CollectionCosts), Money::ZERO - costs);
        assert_eq!(on(Account::InsurerCurrent), Money::ZERO - interest);
        let waived = Template::CostsWaived { amount: costs }.entry();
        assert_eq!(waived.on(Account::PremiumReceivable), Money::ZERO - costs);
    }

    #[test]
    fn premium_set_off_takes_from_the_benefit_what_it_pays_of_the_debt() {
        // AMB-14: the benefit is 100, the debt 30; 70 go to the bank and nothing stays owed on either side.
        let m = Money::from_cents;
        let way = [
            Template::BenefitApproved { amount: m(100) },
            Template::LatenessOwed { amount: m(9) },
            Template::PremiumSetOff { amount: m(30) },
            Template::BenefitReleased { amount: m(79) },
        ];
        let on = |account| way.iter().map(|t| t.entry().on(account)).sum::<Money>().cents();
        assert_eq!((on(Account::ClaimsPayable), on(Account::PremiumReceivable)), (0, -30));
    }

    #[test]
    fn each_template_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<_> = Template::NAMES.into_iter().collect();
        assert_eq!(names.len(), Template::NAMES.len());
        assert!(names.contains(Template::TaxPaid { amount: Money::ZERO }.name()));
    }
}
