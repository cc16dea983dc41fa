//! The fold of reminders: what was asked for, and whether it arrived.

use kernel::{Instant, Money};

use crate::{Billing, BillingEvent, Hold, Receivable, Reminder, Towards};

impl Billing {
    /// Folds what happens to reminders.
    pub(crate) fn apply_reminding(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
            BillingEvent::ReminderSent {
                no,
                arrears,
                by_email,
                received,
                last_day,
                cover_stops,
                costs,
                ..
            } => {
                let asked =
                    arrears.iter().map(|arrear| self.receivable(arrear.no).open().max(Money::ZERO)).sum();
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
                    costs: *costs,
                    asked,
                    towards: Vec::new(),
                    interest_until: None,
                });
                // Folded in the order in which things count, the debts may be paid already (AMB-16).
                if asked == Money::ZERO {
                    self.paid_before(*no, effective);
                }
            }
            BillingEvent::FreeReminderSent { arrears, last_day, .. } => {
                for arrear in arrears {
                    self.free_reminded.insert(arrear.no, *last_day);
                }
            }
            BillingEvent::RemindersHeld { reason, until, .. } => {
                self.hold_reminders(Hold { reason: *reason, until: *until }, effective);
            }
            BillingEvent::RemindersResumed => self.hold = None,
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
                // What came within the longer term came in time.
                if reminder.satisfied.is_some() {
                    reminder.satisfied = reminder.received_all().or(reminder.satisfied);
                }
                self.satisfy();
            }
            BillingEvent::CoverStopAnnounced { no } => self.reminder_mut(*no).stop_announced = true,
            BillingEvent::CoverReturnAnnounced { no, .. } => self.reminder_mut(*no).return_announced = true,
            other => unreachable!("folded elsewhere: {other:?}"),
        }
    }

    /// A reminder of what was paid when it was sent: satisfied from then.
    fn paid_before(&mut self, no: u32, sent: Instant) {
        let settled = |no| self.receivable(no).settled;
        let arrears = self.reminder(no).arrears.clone();
        let paid = arrears.iter().filter_map(|arrear| settled(arrear.no)).max().unwrap_or(sent);
        let reminder = self.reminder_mut(no);
        reminder.towards.push(Towards { at: paid, amount: Money::ZERO });
        reminder.satisfied = Some(paid);
    }

    /// Money for an instalment counts towards every reminder that speaks of it; taken back, it counts no more.
    pub(crate) fn count_towards(&mut self, receivable: u32, amount: Money, at: Instant) {
        let speaks = |r: &&mut Reminder| r.arrears.iter().any(|arrear| arrear.no == receivable);
        for reminder in self.reminders.iter_mut().filter(speaks) {
            reminder.towards.push(Towards { at, amount });
        }
    }

    /// Marks the reminders of which everything was received: from the latest credit that it took, however late an earlier one was
    /// booked (NL-DUN-06).
    pub(crate) fn satisfy(&mut self) {
        for reminder in self.reminders.iter_mut().filter(|reminder| reminder.satisfied.is_none()) {
            reminder.satisfied = reminder.received_all();
        }
    }

    fn receivable(&self, no: u32) -> &Receivable {
        self.receivables.iter().find(|r| r.no == no).expect("an instalment that is reminded of fell due")
    }

    pub(crate) fn reminder(&self, no: u32) -> &Reminder {
        self.reminders.iter().find(|r| r.no == no).expect("a reminder that has effects was sent")
    }

    /// Takes the effects of a reminder away: what it asked for may be asked for anew.
    pub fn cancel_reminder(&mut self, no: u32) {
        self.reminder_mut(no).cancelled = true;
        for receivable in self.receivables.iter_mut().filter(|r| r.reminded == Some(no)) {
            receivable.reminded = None;
        }
    }

    pub(crate) fn reminder_mut(&mut self, no: u32) -> &mut Reminder {
        self.reminders.iter_mut().find(|r| r.no == no).expect("a reminder that has effects was sent")
    }
}
