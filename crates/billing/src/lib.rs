//! The money side of a contract: premium that falls due, mandates, collections, payments, reminders, refunds.
//!
//! [`Billing`] is the fold of [`BillingEvent`]s. It is half of a contract; the other half is in crate `policy`, which loads
//! and saves both together, so that a payment can give cover back in the transaction that books it.
//!
//! Nothing here makes cover true or false: a reminder only says from which instant non-payment counts, a payment from which
//! instant the debt was paid. `policy` computes cover from that.
#![warn(missing_docs)]

mod allocation;
mod charge;
mod charging;
mod collecting;
mod collection;
mod event;
mod hold;
mod instalment;
mod law;
mod opening;
mod paying;
mod plan;
mod receivable;
mod refunding;
mod reminded;
mod reminder;
mod state;

pub use allocation::{Allocation, Divided};
pub use charge::{Accrued, ArrearsTerms, Charge, ChargeKind, ChargePart, CollectionCosts, Towards};
pub use collection::{Collection, CollectionState, Mandate};
pub use event::{BillingEvent, FailedPayment, PaymentSource, Refund, RefundState};
pub use hold::{Hold, HoldReason};
pub use instalment::{Instalment, instalment};
pub use kernel::Frequency;
pub use law::{collection_costs, interest, rates_known_until, statutory_rate};
pub use opening::{Opening, OpeningDebt, OpeningMandate, OpeningReminder, TakenOver};
pub use plan::{PART_GRACE_DAYS, Plan, PlanPart, in_parts};
pub use receivable::Receivable;
pub use reminder::{DunningTerms, Reminder, ReminderTerm, reminder_day, reminder_term};
pub use state::Billing;
