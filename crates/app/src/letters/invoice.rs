//! Premium that is not collected is invoiced: when it falls due, when a debit came back for good, when the mandate ended
//! (NL-PREM-01, BE-PREM-03).

use billing::{BillingEvent, Receivable};
use kernel::Money;
use policy::ContractEvent;
use sepa::{ReasonCode, Treatment};

use super::{Content, contract::Writer, say};

/// An invoice that would have to be paid within fewer days names no day: its reader would have none left.
const DAYS_TO_PAY: i64 = 3;
/// The bank says that the account holder died: nobody is asked for money until a person has looked (LAW-SEPA-12).
const DECEASED: &str = "MD07";

/// Why an event asks for an invoice, if it may.
pub(super) fn reason(event: &BillingEvent) -> Option<say::InvoiceReason> {
    match event {
        BillingEvent::PremiumFellDue { .. } | BillingEvent::ExtraPremiumFellDue { .. } => {
            Some(say::InvoiceReason::Transfer)
        }
        BillingEvent::CollectionReturned { reason, .. } if reason != DECEASED => {
            Some(match ReasonCode::new(reason).treatment() {
                Treatment::AskNewAccount => say::InvoiceReason::OtherAccount,
                _ => say::InvoiceReason::CameBack,
            })
        }
        BillingEvent::MandateStopped { reason } if reason == "revoked" || reason == "lapsed" => {
            Some(say::InvoiceReason::MandateEnded)
        }
        _ => None,
    }
}

impl Writer<'_> {
    /// One invoice of all that is open, is not collected and stands in no reminder; none if there is nothing like that, or if a
    /// later event of the same transaction invoices it.
    pub(super) fn invoice(&self, index: usize, why: say::InvoiceReason) -> Option<Content> {
        let asks =
            |event: &ContractEvent| matches!(event, ContractEvent::Billing(event) if reason(event).is_some());
        if self.loaded.new[index + 1..].iter().any(|later| asks(&later.event)) {
            return None;
        }
        let contract = self.contract;
        let mut open: Vec<&Receivable> = contract.billing.receivables.iter().collect();
        open.retain(|r| r.is_open() && r.reminded.is_none() && !policy::is_collected(contract, r));
        open.sort_by_key(|r| (r.due, r.no));
        let first = open.first()?;
        let today = kernel::local_date(self.now, self.country());
        let pay_by = policy::no_reminder_until(contract, first);
        // Of what was partly paid or taken back the tax is not simply the tax that fell due.
        let is_whole = open.iter().all(|r| r.open() == r.split.gross);
        Some(Content::PremiumInvoice(say::PremiumInvoice {
            reason: why,
            lines: open
                .iter()
                .map(|r| say::InvoiceLine {
                    from: r.period.from(),
                    to: r.period.to().map_or(r.period.from(), |end| kernel::add_days(end, -1)),
                    amount: r.open(),
                })
                .collect(),
            total: open.iter().map(|r| r.open()).sum(),
            tax: is_whole.then(|| open.iter().map(|r| r.split.tax).sum::<Money>()),
            pay_by: (pay_by >= kernel::add_days(today, DAYS_TO_PAY)).then_some(pay_by),
            pay: self.pay(),
        }))
    }
}
