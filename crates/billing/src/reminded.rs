//! The fold of reminders: what was asked for, and whether it arrived.

use kernel::Instant;

use crate::{Billing, BillingEvent, Reminder};

impl Billing {
    /// Folds what happens to reminders.
    pub(crate) fn apply_reminding(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
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
            other => unreachable!("folded elsewhere: {other:?}"),
        }
    }

    /// Takes the effects of a reminder away: what it asked for may be asked for anew.
    pub fn cancel_reminder(&mut self, no: u32) {
        self.reminder_mut(no).cancelled = true;
        for receivable in self.receivables.iter_mut().filter(|r| r.reminded == Some(no)) {
            receivable.reminded = None;
        }
    }

    fn reminder_mut(&mut self, no: u32) -> &mut Reminder {
        self.reminders.iter_mut().find(|r| r.no == no).expect("a reminder that has effects was sent")
    }
}
