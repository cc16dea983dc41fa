//! Where the money side stands: the fold of its events.

use std::collections::BTreeMap;

use kernel::{Date, Instant, Money, Period};
use ledger::PremiumSplit;
use serde::{Deserialize, Serialize};

use crate::{
    Allocation, BillingEvent, Collection, CollectionState, Mandate, PaymentSource, Receivable, Refund,
    RefundState, Reminder,
};

/// The money side of a contract.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Billing {
    /// Premium that fell due, by instalment.
    pub receivables: Vec<Receivable>,
    /// The mandate in use, if one was given.
    pub mandate: Option<Mandate>,
    /// Direct debits, in the order of announcement.
    pub collections: Vec<Collection>,
    /// Reminders, in the order of sending.
    pub reminders: Vec<Reminder>,
    /// Refunds, in the order of ordering.
    pub refunds: Vec<Refund>,
    /// Money received that pays nothing yet.
    pub credit: Money,
    /// Belgian consumers' debts of which they were reminded free of charge, and the last day of that term (BE-DUN-10).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub free_reminded: BTreeMap<u32, Date>,
}

impl Billing {
    /// What is open over all instalments; credit is not taken off.
    pub fn open(&self) -> Money {
        self.receivables.iter().map(Receivable::open).filter(|open| *open > Money::ZERO).sum()
    }

    /// What was paid too much: on instalments that were taken back since, and credit.
    pub fn overpaid(&self) -> Money {
        let on_receivables: Money =
            self.receivables.iter().map(Receivable::open).filter(|open| *open < Money::ZERO).sum();
        let refunds: Money = self.refunds.iter().map(|r| r.amount - r.from_credit).sum();
        self.credit - on_receivables - refunds
    }

    /// The direct debit with this key.
    pub fn collection(&self, end_to_end: &kernel::EndToEndId) -> Option<&Collection> {
        self.collections.iter().find(|c| c.end_to_end == *end_to_end)
    }

    /// Whether a direct debit under way covers this instalment.
    pub fn is_being_collected(&self, no: u32) -> bool {
        self.collections.iter().any(|c| c.is_pending() && c.receivables.contains(&no))
    }

    /// Times a direct debit for this instalment came back.
    pub fn returns(&self, no: u32) -> usize {
        let came_back = |c: &&Collection| matches!(c.state, CollectionState::Returned { .. });
        self.collections.iter().filter(came_back).filter(|c| c.receivables.contains(&no)).count()
    }

    /// Where a refund goes: the account of the mandate, or else the one most of the premium came from.
    pub fn refund_account(&self, payer: Option<&kernel::VaultRef>) -> Option<kernel::VaultRef> {
        self.mandate.as_ref().map(|m| m.debtor.clone()).or_else(|| payer.cloned())
    }

    /// Folds one event that counts from `effective`.
    ///
    /// # Panics
    /// When the event cannot follow the ones before it: the journal is damaged, and the operation must stop.
    pub fn apply(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
            BillingEvent::MandateGiven { reference, debtor, signed } => {
                self.mandate = Some(Mandate {
                    reference: reference.clone(),
                    debtor: debtor.clone(),
                    signed: *signed,
                    used: false,
                    stopped: false,
                });
            }
            BillingEvent::MandateStopped { .. } => {
                self.mandate.as_mut().expect("a mandate that is stopped was given").stopped = true;
            }
            BillingEvent::PremiumFellDue { no, period, due, split } => {
                self.fall_due(*no, *period, *due, *split, None, effective);
            }
            BillingEvent::ExtraPremiumFellDue { no, of, period, due, split, .. } => {
                self.fall_due(*no, *period, *due, *split, Some(*of), effective);
            }
            BillingEvent::CollectionAnnounced { end_to_end, receivables, amount, collect_on } => {
                self.collections.push(Collection {
                    end_to_end: end_to_end.clone(),
                    receivables: receivables.clone(),
                    amount: *amount,
                    collect_on: *collect_on,
                    state: CollectionState::Announced,
                });
            }
            BillingEvent::CollectionReleased { end_to_end, batch } => {
                self.move_collection(end_to_end, CollectionState::Released { batch: *batch });
                if let Some(mandate) = &mut self.mandate {
                    mandate.used = true;
                }
            }
            BillingEvent::CollectionWithdrawn { end_to_end } => {
                self.move_collection(end_to_end, CollectionState::Withdrawn);
            }
            BillingEvent::PaymentReceived { source, amount, allocations, surplus } => {
                let allocated: Money = allocations.iter().map(|a| a.amount).sum();
                assert!(allocated + *surplus == *amount, "a payment is allocated to the cent");
                if let PaymentSource::Collection { end_to_end } = source {
                    self.move_collection(end_to_end, CollectionState::Credited);
                }
                self.credit += *surplus;
                self.pay(allocations, effective);
            }
            BillingEvent::CollectionReturned { end_to_end, was_credited, retry, .. } => {
                let collection = self.collection(end_to_end).expect("what came back was announced").clone();
                self.move_collection(end_to_end, CollectionState::Returned { retry: *retry });
                if *was_credited {
                    self.unpay(&collection);
                }
            }
            BillingEvent::ReminderSent { no, arrears, by_email, received, last_day, cover_stops, .. } => {
                for arrear in arrears {
                    self.receivable_mut(arrear.no).reminded = Some(*no);
                }
                self.reminders.push(Reminder {
                    no: *no,
                    arrears: arrears.clone(),
                    sent: effective,
                    received: *received,
                    presumed: *received,
                    last_day: *last_day,
                    cover_stops: *cover_stops,
                    satisfied: None,
                    stop_announced: false,
                    return_announced: false,
                    by_email: *by_email,
                    cancelled: false,
                    proven: false,
                    proof: None,
                    returned: None,
                });
                // Folded in the order in which things count, the debts may be paid already (AMB-16).
                self.settle(effective);
            }
            BillingEvent::FreeReminderSent { arrears, last_day, .. } => {
                for arrear in arrears {
                    self.free_reminded.insert(arrear.no, *last_day);
                }
            }
            BillingEvent::ReminderReturned { no, reason } => {
                self.cancel_reminder(*no);
                self.reminder_mut(*no).returned = Some(reason.clone());
            }
            BillingEvent::ReminderReceiptProven { no, received, last_day, cover_stops, proof } => {
                let reminder = self.reminder_mut(*no);
                reminder.proof.clone_from(proof);
                reminder.received = *received;
                reminder.last_day = *last_day;
                reminder.cover_stops = *cover_stops;
                reminder.proven = true;
                reminder.stop_announced &= *cover_stops <= effective;
            }
            BillingEvent::CoverStopAnnounced { no } => self.reminder_mut(*no).stop_announced = true,
            BillingEvent::CoverReturnAnnounced { no, .. } => self.reminder_mut(*no).return_announced = true,
            BillingEvent::PremiumReversed { no, split, .. } => {
                let receivable = self.receivable_mut(*no);
                receivable.reversed = receivable.reversed.plus(split);
                assert!(
                    receivable.reversed.gross <= receivable.split.gross,
                    "no more is taken back than fell due"
                );
                self.settle(effective);
            }
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
                });
            }
            BillingEvent::RefundAccountNamed { payment, payee } => {
                self.refund_mut(*payment).payee = Some(payee.clone());
            }
            BillingEvent::RefundReleased { payment } => {
                self.refund_mut(*payment).state = RefundState::Released;
            }
            BillingEvent::RefundSettled { payment } => self.refund_mut(*payment).state = RefundState::Settled,
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
        u32::try_from(instalments).expect("few instalments")
    }

    /// The next number for something that falls due.
    pub fn next_no(&self) -> u32 {
        self.receivables.iter().map(|r| r.no).max().unwrap_or(0) + 1
    }

    /// Takes the effects of a reminder away: what it asked for may be asked for anew.
    pub fn cancel_reminder(&mut self, no: u32) {
        self.reminder_mut(no).cancelled = true;
        for receivable in self.receivables.iter_mut().filter(|r| r.reminded == Some(no)) {
            receivable.reminded = None;
        }
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
        let receivables = &self.receivables;
        for reminder in self.reminders.iter_mut().filter(|reminder| reminder.satisfied.is_some()) {
            let settled = |arrear: &Allocation| receivables.iter().find(|r| r.no == arrear.no)?.settled;
            let paid: Option<Vec<Instant>> = reminder.arrears.iter().map(settled).collect();
            reminder.satisfied = paid.map_or(reminder.satisfied, |paid| paid.into_iter().max());
        }
    }

    fn pay(&mut self, allocations: &[Allocation], effective: Instant) {
        for allocation in allocations {
            let receivable = self.receivable_mut(allocation.no);
            receivable.paid += allocation.amount;
            receivable.last_paid = receivable.last_paid.max(Some(effective));
            if receivable.is_open() {
                receivable.parts.push(effective);
            }
        }
        self.settle(effective);
    }

    /// Takes back what a returned direct debit had paid: credit first, for who has credit owes nothing yet. A reminder that
    /// was satisfied stays so: the debt needs a new reminder, cover is not taken away backwards (AMB-16).
    fn unpay(&mut self, collection: &Collection) {
        let from_credit = self.credit.max(Money::ZERO).min(collection.amount);
        self.credit -= from_credit;
        let mut left = collection.amount - from_credit;
        for no in &collection.receivables {
            let receivable = self.receivable_mut(*no);
            let part = left.min(receivable.paid);
            receivable.paid -= part;
            left -= part;
            if receivable.is_open() {
                receivable.settled = None;
                receivable.reminded = None;
            }
        }
        self.credit -= left;
    }

    /// Marks what is paid in full now, and the reminders that this satisfies: from the latest credit that it took, however
    /// late an earlier one was booked (NL-DUN-06).
    fn settle(&mut self, effective: Instant) {
        for receivable in &mut self.receivables {
            if receivable.settled.is_none() && !receivable.is_open() {
                receivable.settled = Some(receivable.last_paid.map_or(effective, |paid| paid.max(effective)));
            }
        }
        let receivables = &self.receivables;
        let paid = |arrear: &Allocation| {
            let receivable = receivables.iter().find(|r| r.no == arrear.no && !r.is_open())?;
            receivable.settled
        };
        for reminder in &mut self.reminders {
            if reminder.satisfied.is_none() {
                let all: Option<Vec<Instant>> = reminder.arrears.iter().map(paid).collect();
                reminder.satisfied = all.and_then(|instants| instants.into_iter().max());
            }
        }
    }

    fn move_collection(&mut self, end_to_end: &kernel::EndToEndId, to: CollectionState) {
        let collection = self
            .collections
            .iter_mut()
            .find(|c| c.end_to_end == *end_to_end)
            .expect("a direct debit that moves was announced");
        collection.state = to;
    }

    fn receivable_mut(&mut self, no: u32) -> &mut Receivable {
        self.receivables
            .iter_mut()
            .find(|r| r.no == no)
            .expect("an instalment that is paid or reminded of fell due")
    }

    fn reminder_mut(&mut self, no: u32) -> &mut Reminder {
        self.reminders.iter_mut().find(|r| r.no == no).expect("a reminder that has effects was sent")
    }

    fn refund_mut(&mut self, payment: kernel::Id) -> &mut Refund {
        self.refunds.iter_mut().find(|r| r.payment == payment).expect("a refund that moves was ordered")
    }
}
