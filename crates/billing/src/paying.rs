//! The fold of what falls due, is taken back and is paid: which debt counts as paid, and from when.

use kernel::{Date, Instant, Money, Period};
use ledger::PremiumSplit;

use crate::{Allocation, Billing, BillingEvent, Charge, Collection, PaymentSource, Receivable};

impl Billing {
    /// What is open over all instalments, costs and interest; credit is not taken off.
    pub fn open(&self) -> Money {
        let charges: Money = self.charges.iter().map(Charge::open).sum();
        self.open_premium() + charges
    }

    /// What is open over all instalments.
    pub fn open_premium(&self) -> Money {
        self.receivables.iter().map(Receivable::open).filter(|open| *open > Money::ZERO).sum()
    }

    /// Folds what falls due, what is taken back and what is paid.
    pub(crate) fn apply_paying(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
            BillingEvent::PremiumFellDue { no, period, due, split } => {
                self.fall_due(*no, *period, *due, *split, None, effective);
            }
            BillingEvent::ExtraPremiumFellDue { no, of, period, due, split, .. } => {
                self.fall_due(*no, *period, *due, *split, Some(*of), effective);
            }
            BillingEvent::PaymentReceived { source, amount, allocations, charges, surplus } => {
                let premium: Money = allocations.iter().map(|a| a.amount).sum();
                let on_top: Money = charges.iter().map(|part| part.amount).sum();
                assert!(premium + on_top + *surplus == *amount, "a payment is allocated to the cent");
                if let PaymentSource::Collection { end_to_end } = source {
                    self.credit_collection(end_to_end, effective);
                }
                self.credit += *surplus;
                self.pay_charges(charges, effective);
                self.pay(allocations, effective);
            }
            BillingEvent::PremiumReversed { no, split, .. } => {
                let receivable = self.receivable_mut(*no);
                let open = receivable.open().max(Money::ZERO);
                receivable.reversed = receivable.reversed.plus(split);
                assert!(
                    receivable.reversed.gross <= receivable.split.gross,
                    "no more is taken back than fell due"
                );
                let less = open - receivable.open().max(Money::ZERO);
                self.count_towards(*no, less, effective);
                self.settle(effective);
            }
            other => unreachable!("folded elsewhere: {other:?}"),
        }
    }

    fn fall_due(
        &mut self,
        no: u32,
        period: Period<Date>,
        due: Date,
        split: PremiumSplit,
        extra_of: Option<u32>,
        effective: Instant,
    ) {
        assert!(split.adds_up(), "a premium split adds up");
        assert!(self.receivables.iter().all(|r| r.no != no), "an instalment falls due once");
        let mut receivable = Receivable {
            no,
            period,
            due,
            split,
            reversed: PremiumSplit::ZERO,
            paid: Money::ZERO,
            last_paid: None,
            settled: None,
            reminded: None,
            extra_of,
            parts: Vec::new(),
        };
        let from_credit = self.credit.min(split.gross);
        if from_credit > Money::ZERO {
            self.credit -= from_credit;
            receivable.paid = from_credit;
        }
        receivable.settled = (!receivable.is_open()).then_some(effective);
        self.receivables.push(receivable);
    }

    /// Number of the instalments that fell due; what fell due beside them is not counted.
    pub fn instalments(&self) -> u32 {
        let instalments = self.receivables.iter().filter(|r| r.extra_of.is_none()).count();
        self.taken_over.map_or(0, |taken| taken.before) + u32::try_from(instalments).expect("few instalments")
    }

    /// The next number for something that falls due.
    pub fn next_no(&self) -> u32 {
        self.receivables
            .iter()
            .map(|r| r.no)
            .max()
            .unwrap_or(0)
            .max(self.taken_over.map_or(0, |taken| taken.through))
            + 1
    }

    /// Puts a payment to the day on which it was really credited, and with it from when debts and reminders count as paid.
    pub fn correct_payment(&mut self, credited: Instant, right: Instant) {
        for receivable in &mut self.receivables {
            for part in receivable.parts.iter_mut().filter(|part| **part == credited) {
                *part = right;
            }
            if receivable.last_paid == Some(credited) {
                receivable.last_paid = receivable.parts.iter().copied().chain([right]).max();
            }
            if receivable.settled == Some(credited) {
                receivable.settled = receivable.parts.iter().copied().chain([right]).max();
            }
        }
        for reminder in &mut self.reminders {
            for towards in reminder.towards.iter_mut().filter(|towards| towards.at == credited) {
                towards.at = right;
            }
            // Money that had come sooner may have come in time; what was paid stays paid.
            reminder.satisfied = reminder.received_all().or(reminder.satisfied);
        }
    }

    pub(crate) fn pay(&mut self, allocations: &[Allocation], effective: Instant) {
        for allocation in allocations {
            let receivable = self.receivable_mut(allocation.no);
            receivable.paid += allocation.amount;
            receivable.last_paid = receivable.last_paid.max(Some(effective));
            if receivable.is_open() {
                receivable.parts.push(effective);
            }
            self.count_towards(allocation.no, allocation.amount, effective);
        }
        self.settle(effective);
    }

    /// Takes back what a returned direct debit had paid: credit first, for who has credit owes nothing yet. A reminder that
    /// was satisfied stays so: the debt needs a new reminder, cover is not taken away backwards (AMB-16).
    pub(crate) fn unpay(&mut self, collection: &Collection, effective: Instant) {
        let from_credit = self.credit.max(Money::ZERO).min(collection.amount);
        self.credit -= from_credit;
        let mut left = collection.amount - from_credit;
        for no in &collection.receivables {
            let receivable = self.receivable_mut(*no);
            let part = left.min(receivable.paid);
            let open = receivable.open().max(Money::ZERO);
            receivable.paid -= part;
            left -= part;
            if receivable.is_open() {
                receivable.settled = None;
                receivable.reminded = None;
            }
            let less = open - receivable.open().max(Money::ZERO);
            self.count_towards(*no, less, effective);
        }
        let left = self.unpay_charges(left, effective);
        self.credit -= left;
    }

    /// Marks what is paid in full now, and the reminders that this satisfies.
    pub(crate) fn settle(&mut self, effective: Instant) {
        for receivable in &mut self.receivables {
            if receivable.settled.is_none() && !receivable.is_open() {
                receivable.settled = Some(receivable.last_paid.map_or(effective, |paid| paid.max(effective)));
            }
        }
        self.satisfy();
    }

    pub(crate) fn receivable_mut(&mut self, no: u32) -> &mut Receivable {
        self.receivables
            .iter_mut()
            .find(|r| r.no == no)
            .expect("an instalment that is paid or reminded of fell due")
    }
}
