//! What is written about premium that is not paid: reminders, cover that stopped, cover that is back.

use billing::{Allocation, Reminder};
use kernel::{Country, Date, Instant, Money};

use super::{Content, contract::Writer, say};

impl Writer<'_> {
    fn reminder_no(&self, no: u32) -> &Reminder {
        let reminders = &self.contract.billing.reminders;
        reminders.iter().find(|r| r.no == no).expect("the event was just applied")
    }

    fn owed(&self, arrears: &[Allocation]) -> Vec<say::Owed> {
        let due = |no| {
            let receivable = self.contract.billing.receivables.iter().find(|r| r.no == no);
            receivable.expect("a reminder is of what fell due").due
        };
        arrears.iter().map(|a| say::Owed { due: due(a.no), amount: a.amount }).collect()
    }

    /// The free first reminder of Belgian consumer law.
    pub(super) fn first_reminder(&self, arrears: &[Allocation], total: Money, last_day: Date) -> Content {
        Content::FirstReminderBe(say::FirstReminderBe {
            owed: self.owed(arrears),
            total,
            last_day,
            pay: self.pay(),
        })
    }

    pub(super) fn reminder(&self, no: u32) -> Content {
        let reminder = self.reminder_no(no);
        let terms = &self.contract.application.terms.dunning;
        let (owed, total) = (self.owed(&reminder.arrears), reminder.amount());
        match self.country() {
            Country::Nl => Content::ReminderNl(say::ReminderNl {
                owed,
                total,
                term: terms.pay_within,
                presumed_receipt: reminder.received,
                last_day: reminder.last_day,
                cover_stops: reminder.cover_stops,
                costs: Money::ZERO,
                costs_vat: None,
                back_after: terms.cover_back_after,
                pay: self.pay(),
            }),
            Country::Be => Content::FormalNoticeBe(say::FormalNoticeBe {
                owed,
                total,
                extra: None,
                term: terms.pay_within,
                deposited: reminder.received,
                last_day: reminder.last_day,
                suspended_from: reminder.cover_stops,
                back_after: terms.cover_back_after,
                // AMB-68: 15 days from the first suspended day, which is not counted.
                may_end_from: kernel::add_days(reminder.last_day, 17),
                pay: self.pay(),
            }),
        }
    }

    pub(super) fn cover_stopped(&self, no: u32) -> Content {
        let reminder = self.reminder_no(no);
        Content::CoverSuspended(say::CoverSuspended {
            since: reminder.cover_stops,
            owed: self.owed(&reminder.arrears),
            costs: None,
            interest: None,
            total: reminder.amount(),
            back_after: self.contract.application.terms.dunning.cover_back_after,
            pay: self.pay(),
        })
    }

    pub(super) fn cover_back(&self, no: u32, from: Instant) -> Content {
        let reminder = self.reminder_no(no);
        Content::CoverReinstated(say::CoverReinstated {
            paid_at: reminder.satisfied.unwrap_or(self.now),
            paid: reminder.amount(),
            gap_from: reminder.cover_stops,
            covered_from: from,
        })
    }
}
