//! The fold of refunds: what goes back, and what of it was credit.

use kernel::{Instant, Money};

use crate::{Billing, BillingEvent, FailedPayment, Receivable, Refund, RefundState};

impl Billing {
    /// What was paid too much: on instalments that were taken back since, and credit.
    pub fn overpaid(&self) -> Money {
        let on_receivables: Money =
            self.receivables.iter().map(Receivable::open).filter(|open| *open < Money::ZERO).sum();
        let refunds: Money = self.refunds.iter().map(|r| r.amount - r.from_credit).sum();
        self.credit - on_receivables - refunds
    }

    /// What went back twice: a debit came back after its premium had been refunded, or while that was on its way.
    pub fn to_reclaim(&self) -> Money {
        (Money::ZERO - self.overpaid()).max(Money::ZERO)
    }

    /// Where a refund goes: the account of the mandate, or else the one most of the premium came from.
    pub fn refund_account(&self, payer: Option<&kernel::VaultRef>) -> Option<kernel::VaultRef> {
        self.mandate.as_ref().map(|m| m.debtor.clone()).or_else(|| payer.cloned())
    }

    /// Folds what happens to refunds.
    pub(crate) fn apply_refunding(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
            BillingEvent::RefundOrdered { payment, amount, payee, rule } => {
                // Credit that goes back pays no later premium; what was paid too much on premium goes back first.
                let on_premium = (self.overpaid() - self.credit).max(Money::ZERO);
                let from_credit = (*amount - on_premium).max(Money::ZERO).min(self.credit.max(Money::ZERO));
                self.credit -= from_credit;
                self.refunds.push(Refund {
                    payment: *payment,
                    amount: *amount,
                    payee: payee.clone(),
                    rule: *rule,
                    from_credit,
                    state: RefundState::Ordered,
                    since: None,
                    failed: Vec::new(),
                });
            }
            BillingEvent::RefundAccountNamed { payment, payee } => {
                self.refund_mut(*payment).payee = Some(payee.clone());
            }
            BillingEvent::RefundReleased { payment } => {
                self.move_refund(*payment, RefundState::Released, effective);
            }
            BillingEvent::RefundSettled { payment } => {
                self.move_refund(*payment, RefundState::Settled, effective);
            }
            BillingEvent::RefundReturned { payment, reason, again, payee, .. } => {
                let refund = self.refund_mut(*payment);
                refund.failed.push(FailedPayment { payment: *payment, reason: reason.clone() });
                refund.payment = *again;
                refund.payee.clone_from(payee);
                refund.state = RefundState::Ordered;
                refund.since = None;
            }
            other => unreachable!("folded elsewhere: {other:?}"),
        }
    }

    fn move_refund(&mut self, payment: kernel::Id, to: RefundState, effective: Instant) {
        let refund = self.refund_mut(payment);
        refund.state = to;
        refund.since = Some(effective);
    }

    /// The refund that has or had this payment order.
    pub fn refund(&self, payment: kernel::Id) -> Option<&Refund> {
        let has = |r: &&Refund| r.payment == payment || r.failed.iter().any(|f| f.payment == payment);
        self.refunds.iter().find(has)
    }

    fn refund_mut(&mut self, payment: kernel::Id) -> &mut Refund {
        self.refunds.iter_mut().find(|r| r.payment == payment).expect("a refund that moves was ordered")
    }
}
