//! A payment plan: what is open is paid in parts. While it is kept nobody is reminded of it, and it bears no interest.

use kernel::{Date, Instant, Money};
use serde::{Deserialize, Serialize};

use crate::{Billing, BillingEvent, Charge, Receivable};

/// Days after its date within which a part may still be paid.
pub const PART_GRACE_DAYS: u32 = 7;

/// A part of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPart {
    /// The day by which it is to be paid.
    pub on: Date,
    /// How much.
    pub amount: Money,
}

/// A plan that was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Number within the contract, from 1.
    pub no: u32,
    /// Premium that is paid by it.
    pub debts: Vec<u32>,
    /// Costs and interest that are paid by it.
    pub charges: Vec<u32>,
    /// Its parts, by date.
    pub parts: Vec<PlanPart>,
    /// When it was agreed.
    pub agreed: Instant,
    /// The day on which it was broken, if it was.
    pub broken: Option<Date>,
}

impl Plan {
    /// All of it.
    pub fn total(&self) -> Money {
        self.parts.iter().map(|part| part.amount).sum()
    }

    /// The parts with what is still to be paid of each, when `open` is left of all.
    pub fn parts_left(&self, open: Money) -> Vec<(PlanPart, Money)> {
        let mut paid = (self.total() - open).max(Money::ZERO);
        let left = |part: &PlanPart| {
            let covered = paid.min(part.amount);
            paid -= covered;
            (*part, part.amount - covered)
        };
        self.parts.iter().map(left).collect()
    }
}

/// Divides an amount into parts that differ by a cent at most, the larger ones first.
pub fn in_parts(amount: Money, days: &[Date]) -> Vec<PlanPart> {
    let count = i64::try_from(days.len()).expect("a plan has few parts").max(1);
    let (each, over) = (amount.cents() / count, amount.cents() % count);
    let cents = |index: i64| each + i64::from(index < over);
    let parts = (0_i64..).zip(days);
    parts.map(|(index, on)| PlanPart { on: *on, amount: Money::from_cents(cents(index)) }).collect()
}

impl Billing {
    /// The plan that runs: agreed, not broken, and not paid yet.
    pub fn plan(&self) -> Option<&Plan> {
        self.plans.last().filter(|plan| plan.broken.is_none() && self.open_of(plan).is_positive())
    }

    /// What is open of what a plan is for.
    pub fn open_of(&self, plan: &Plan) -> Money {
        let debts = self.receivables.iter().filter(|r| plan.debts.contains(&r.no));
        let charges = self.charges.iter().filter(|charge| plan.charges.contains(&charge.no));
        debts.map(|r| r.open().max(Money::ZERO)).chain(charges.map(Charge::open)).sum()
    }

    /// Whether an instalment is paid by a plan that runs.
    pub fn is_in_plan(&self, receivable: u32) -> bool {
        self.plan().is_some_and(|plan| plan.debts.contains(&receivable))
    }

    /// The first part of the plan that runs of which something is to be paid.
    pub fn next_part(&self) -> Option<(&Plan, PlanPart, Money)> {
        let plan = self.plan()?;
        let mut parts = plan.parts_left(self.open_of(plan)).into_iter();
        let (part, left) = parts.find(|(_, left)| left.is_positive())?;
        Some((plan, part, left))
    }

    /// The parts of the plan that runs with what is still to be paid of each; empty without one.
    pub fn plan_left(&self) -> Vec<(PlanPart, Money)> {
        self.plan().map(|plan| plan.parts_left(self.open_of(plan))).unwrap_or_default()
    }

    /// What a plan agreed now is for: all premium that is open and not under way by direct debit.
    pub fn to_plan(&self) -> impl Iterator<Item = &Receivable> {
        self.receivables.iter().filter(|r| r.is_open() && !self.is_being_collected(r.no))
    }

    /// Folds a plan that is agreed or broken.
    pub(crate) fn apply_plan(&mut self, event: &BillingEvent, effective: Instant) {
        match event {
            BillingEvent::PaymentPlanAgreed { no, debts, charges, parts, .. } => {
                self.plans.push(Plan {
                    no: *no,
                    debts: debts.clone(),
                    charges: charges.clone(),
                    parts: parts.clone(),
                    agreed: effective,
                    broken: None,
                });
                self.cancel_running(effective);
            }
            BillingEvent::PaymentPlanBroken { no, on } => {
                let plan = self.plans.iter_mut().find(|plan| plan.no == *no);
                let plan = plan.expect("a plan that is broken was agreed");
                plan.broken = Some(*on);
                let debts = plan.debts.clone();
                // Interest goes on from here, not from before (NL-DUN-05, BE-DUN-05).
                for reminder in self.reminders.iter_mut().filter(|r| r.satisfied.is_none()) {
                    if reminder.arrears.iter().any(|arrear| debts.contains(&arrear.no)) {
                        reminder.interest_until = reminder.interest_until.max(Some(*on));
                    }
                }
            }
            other => unreachable!("folded elsewhere: {other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::date;

    #[test]
    fn parts_add_up_to_the_cent() {
        let days = [date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)];
        let parts = in_parts(Money::from_cents(1_000), &days);
        assert_eq!(parts.iter().map(|part| part.amount.cents()).collect::<Vec<_>>(), [334, 333, 333]);
        assert_eq!(parts[2].on, days[2]);
    }
}
