//! Where the money side stands: the fold of its events.

use std::collections::BTreeMap;

use kernel::{Date, Instant, Money};
use serde::{Deserialize, Serialize};

use crate::{BillingEvent, Charge, Collection, Hold, Mandate, Plan, Receivable, Refund, Reminder, TakenOver};

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
    /// Collection costs and interest that fell due.
    #[serde(default)]
    pub charges: Vec<Charge>,
    /// The last hold on reminders, which may be over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<Hold>,
    /// Payment plans, in the order of agreement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Plan>,
    /// Refunds, in the order of ordering.
    pub refunds: Vec<Refund>,
    /// Money received that pays nothing yet.
    pub credit: Money,
    /// Belgian consumers' debts of which they were reminded free of charge, and the last day of that term (BE-DUN-10).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub free_reminded: BTreeMap<u32, Date>,
    /// Whether a bank said that the debtor has died, and nobody has looked into it yet: nothing is collected and nobody is
    /// reminded (LAW-SEPA-12).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub death_reported: bool,
    /// Which instalments had fallen due with the administrator from whom the policy was taken over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_over: Option<TakenOver>,
}

impl Billing {
    /// Folds one event that counts from `effective`.
    ///
    /// # Panics
    /// When the event cannot follow the ones before it: the journal is damaged, and the operation must stop.
    pub fn apply(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
            BillingEvent::MandateGiven { .. }
            | BillingEvent::MandateAmended { .. }
            | BillingEvent::MandateStopped { .. }
            | BillingEvent::CollectionAnnounced { .. }
            | BillingEvent::CollectionReleased { .. }
            | BillingEvent::CollectionWithdrawn { .. }
            | BillingEvent::CollectionReturned { .. }
            | BillingEvent::DeathCleared => self.apply_collecting(event, effective),
            BillingEvent::PremiumFellDue { .. }
            | BillingEvent::ExtraPremiumFellDue { .. }
            | BillingEvent::PaymentReceived { .. }
            | BillingEvent::PremiumReversed { .. } => self.apply_paying(event, effective),
            BillingEvent::CostsFellDue { .. }
            | BillingEvent::InterestFellDue { .. }
            | BillingEvent::ChargeWaived { .. } => self.apply_charging(event, effective),
            BillingEvent::PaymentPlanAgreed { .. } | BillingEvent::PaymentPlanBroken { .. } => {
                self.apply_plan(event, effective);
            }
            BillingEvent::RemindersHeld { .. }
            | BillingEvent::RemindersResumed
            | BillingEvent::ReminderSent { .. }
            | BillingEvent::FreeReminderSent { .. }
            | BillingEvent::ReminderReturned { .. }
            | BillingEvent::ReminderReceiptProven { .. }
            | BillingEvent::CoverStopAnnounced { .. }
            | BillingEvent::CoverReturnAnnounced { .. } => self.apply_reminding(event, effective),
            BillingEvent::RefundOrdered { .. }
            | BillingEvent::RefundAccountNamed { .. }
            | BillingEvent::RefundReleased { .. }
            | BillingEvent::RefundSettled { .. }
            | BillingEvent::RefundReturned { .. } => self.apply_refunding(event, effective),
            BillingEvent::Opened { opening } => self.open_with(opening, effective),
        }
    }
}
