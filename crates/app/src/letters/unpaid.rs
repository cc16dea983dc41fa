//! What is written about premium that is not paid: reminders, cover that stopped, is back or had not stopped, plans and pauses.

use billing::{
    Allocation, BillingEvent, CollectionCosts, HoldReason, PART_GRACE_DAYS, PlanPart, Receivable, Reminder,
};
use kernel::{Country, Date, Instant, Money, Term};

use super::{AppError, Content, ContractEvent, Tx, contract::Writer, say};
use crate::contracts;

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
        self.contract.billing.on_top(self.country(), self.today(), least)
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

    /// Since when there is no cover for premium that is late, where it has stopped.
    fn off_since(&self) -> Option<Instant> {
        let reminders = self.contract.billing.reminders.iter();
        let stopped =
            reminders.filter(|r| !r.cancelled && r.satisfied.is_none() && r.cover_stops <= self.now);
        stopped.map(|reminder| reminder.cover_stops).min()
    }

    /// All that is open: premium, costs and interest.
    fn open(&self) -> Money {
        let premium: Money =
            self.contract.billing.receivables.iter().map(|r| r.open().max(Money::ZERO)).sum();
        let (costs, interest) = self.on_top();
        premium + costs + interest
    }

    pub(super) fn plan_agreed(&self, parts: &[PlanPart]) -> Content {
        let parts: Vec<say::Debit> =
            parts.iter().map(|part| say::Debit { on: part.on, amount: part.amount }).collect();
        Content::PlanAgreed(say::PlanAgreed {
            total: parts.iter().map(|part| part.amount).sum(),
            parts,
            grace: Term::Days(PART_GRACE_DAYS),
            off_since: self.off_since(),
            back_after: self.contract.application.terms.dunning.cover_back_after,
            pay: self.pay(),
        })
    }

    pub(super) fn plan_broken(&self) -> Content {
        let (total, off_since) = (self.open(), self.off_since());
        Content::PlanBroken(say::PlanBroken { total, off_since, pay: self.pay() })
    }

    /// A pause because somebody may have died is not told to them: the desk writes to who reported it.
    pub(super) fn paused(&self, reason: HoldReason, until: Date) -> Option<Content> {
        let reason = match reason {
            HoldReason::Complaint => say::PauseReason::Complaint,
            HoldReason::Error => say::PauseReason::Error,
            HoldReason::Dispute => say::PauseReason::Dispute,
            HoldReason::Hardship => say::PauseReason::Hardship,
            HoldReason::Death => return None,
        };
        let called_off = |r: &Reminder| r.cancelled && r.returned.is_none() && r.cover_stops > self.now;
        Some(Content::RemindersPaused(say::RemindersPaused {
            reason,
            until,
            term_called_off: self.contract.billing.reminders.last().is_some_and(called_off),
            off_since: self.off_since(),
        }))
    }

    /// What was told of cover that stopped turns out wrong: the reminder did not arrive or was an error of `ours`, or `stops` is later. None where nothing
    /// had been told, or no later instant holds.
    pub(super) fn cover_not_stopped(
        &self,
        tx: &mut Tx<'_>,
        (no, ours): (u32, bool),
        stops: Option<Instant>,
    ) -> Result<Option<Content>, AppError> {
        let facts = contracts::facts(tx, &[self.loaded.id])?.remove(&self.loaded.id).unwrap_or_default();
        let mut told = None;
        let mut believed = None;
        for fact in &facts {
            let ContractEvent::Billing(event) = &fact.event else { continue };
            match event {
                BillingEvent::ReminderSent { no: of, cover_stops, .. }
                | BillingEvent::ReminderReceiptProven { no: of, cover_stops, .. }
                    if *of == no && Some(*cover_stops) != stops =>
                {
                    believed = Some(*cover_stops);
                }
                BillingEvent::CoverStopAnnounced { no: of } if *of == no => told = believed,
                _ => {}
            }
        }
        let Some(told) = told.filter(|told| stops.is_none_or(|stops| stops > *told)) else { return Ok(None) };
        let mut open: Vec<&Receivable> = self
            .contract
            .billing
            .receivables
            .iter()
            .filter(|r| r.is_open() && r.due <= self.today())
            .collect();
        open.sort_by_key(|r| (r.due, r.no));
        Ok(Some(Content::CoverNotStopped(say::CoverNotStopped {
            told,
            ours,
            stops,
            total: open.iter().map(|r| r.open()).sum(),
            owed: open.iter().map(|r| say::Owed { due: r.due, amount: r.open() }).collect(),
            pay: self.pay(),
        })))
    }

    fn today(&self) -> Date {
        kernel::local_date(self.now, self.country())
    }
}
