//! What is written about premium that is not paid: reminders, cover that stopped, cover that is back.

use billing::{Allocation, CollectionCosts, Receivable, Reminder};
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

    /// What reminders whose term is over asked for and is still open, and what interest left open of earlier ones: the debts that
    /// are paid before any later one.
    fn owed_before(&self) -> (Vec<say::Owed>, Money) {
        let billing = &self.contract.billing;
        let over = |r: &Reminder| !r.cancelled && (r.satisfied.is_some() || r.cover_stops <= self.now);
        let mut open: Vec<&Receivable> = billing.receivables.iter().filter(|r| r.is_open()).collect();
        open.retain(|r| r.reminded.is_some_and(|no| over(self.reminder_no(no))));
        open.sort_by_key(|r| (r.due, r.no));
        let sum = open.iter().map(|r| r.open()).sum();
        (open.iter().map(|r| say::Owed { due: r.due, amount: r.open() }).collect(), sum)
    }

    /// Collection costs and interest that are open, and interest that runs and would be asked for today.
    fn on_top(&self) -> (Money, Money) {
        let least = self.agreement().and_then(|agreement| agreement.arrears.interest_from);
        let today = kernel::local_date(self.now, self.country());
        self.contract.billing.on_top(self.country(), today, least)
    }

    fn agreement(&self) -> Option<&agreement::Agreement> {
        self.app.products.agreement(&self.contract.application.agreement).ok()
    }

    /// The free first reminder of Belgian consumer law.
    pub(super) fn first_reminder(&self, arrears: &[Allocation], total: Money, last_day: Date) -> Content {
        Content::FirstReminderBe(say::FirstReminderBe {
            owed: self.owed(arrears),
            total,
            costs: match self.agreement().map(|agreement| agreement.arrears.collection_costs) {
                Some(CollectionCosts::Statutory) => billing::collection_costs(Country::Be, total),
                _ => Money::ZERO,
            },
            last_day,
            pay: self.pay(),
        })
    }

    pub(super) fn reminder(&self, no: u32) -> Content {
        let reminder = self.reminder_no(no);
        let terms = &self.contract.application.terms.dunning;
        let (owed, total) = (self.owed(&reminder.arrears), reminder.amount());
        let (costs, interest) = self.on_top();
        let earlier = self.owed_before().1 + costs + interest;
        match self.country() {
            Country::Nl => Content::ReminderNl(say::ReminderNl {
                owed,
                total,
                term: terms.pay_within,
                presumed_receipt: reminder.received,
                last_day: reminder.last_day,
                cover_stops: reminder.cover_stops,
                earlier,
                costs: reminder.costs,
                costs_vat: None,
                back_after: terms.cover_back_after,
                pay: self.pay(),
            }),
            Country::Be => Content::FormalNoticeBe(say::FormalNoticeBe {
                owed,
                total,
                extra: (!earlier.is_zero()).then_some(earlier),
                costs: reminder.costs,
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
        let (owed, premium) = self.owed_before();
        let (costs, interest) = self.on_top();
        let asked = |amount: Money| (!amount.is_zero()).then_some(amount);
        Content::CoverSuspended(say::CoverSuspended {
            since: reminder.cover_stops,
            owed,
            costs: asked(costs),
            interest: asked(interest),
            total: premium + costs + interest,
            back_after: self.contract.application.terms.dunning.cover_back_after,
            pay: self.pay(),
        })
    }

    pub(super) fn cover_back(&self, no: u32, from: Instant) -> Content {
        let reminder = self.reminder_no(no);
        Content::CoverReinstated(say::CoverReinstated {
            paid_at: reminder.satisfied.unwrap_or(self.now),
            paid: reminder.amount() + reminder.costs,
            gap_from: reminder.cover_stops,
            covered_from: from,
        })
    }
}
