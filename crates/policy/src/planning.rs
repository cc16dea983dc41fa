//! Payment plans: agreed by the desk over what is open, kept or broken by the policyholder.

use billing::{BillingEvent, Charge, PART_GRACE_DAYS, in_parts};
use kernel::{Date, Instant, Money, Roll, Term, VaultRef};

use crate::{
    Contract, Day, Done, Happened, Phase, PolicyRefusal as No,
    agenda::{Item, What},
    charging,
};

/// Fewest and most parts.
const PARTS: std::ops::RangeInclusive<u32> = 2..=12;

/// How long from the day of agreement the last part may lie.
const LONGEST: Term = Term::Months(12);

/// Agrees on a plan over all that is open: monthly parts from a day on.
pub(crate) fn agree(
    contract: &Contract,
    (count, first): (u32, Date),
    note: &VaultRef,
    day: &Day<'_>,
) -> Result<Done, No> {
    let country = contract.country();
    let today = kernel::local_date(day.now, country);
    let latest = LONGEST.from_date(today, country, Roll::Never).last_day.unwrap_or(today);
    let steps = i32::try_from(count).unwrap_or(i32::MAX).saturating_sub(1);
    if !PARTS.contains(&count) || first < today || kernel::add_months_anchored(first, steps) > latest {
        return Err(No::PlanOutOfRange { date: latest });
    }
    if !matches!(contract.phase, Phase::Running { .. }) {
        return Err(No::PlanNothing);
    }
    let days: Vec<Date> = (0..=steps).map(|step| kernel::add_months_anchored(first, step)).collect();
    if let Some(plan) = contract.billing.plan() {
        let is_same = plan.parts.iter().map(|part| part.on).eq(days.iter().copied());
        return if is_same { Ok(Done::AlreadyDone) } else { Err(No::PlanRuns) };
    }
    // What is owed on top by now is in it, and nothing more runs while it is kept.
    let mut happened = charging::due_by(contract, day.now, day);
    let mut after = contract.clone();
    for Happened { event, effective } in &happened {
        after = Contract::next(Some(after), event, *effective);
    }
    let billing = &after.billing;
    let debts: Vec<u32> = billing.to_plan().map(|receivable| receivable.no).collect();
    let charges: Vec<&Charge> = billing.charges.iter().filter(|charge| charge.open().is_positive()).collect();
    let premium: Money = billing.to_plan().map(billing::Receivable::open).sum();
    let total = premium + charges.iter().map(|charge| charge.open()).sum();
    if debts.is_empty() || total.cents() < i64::from(count) {
        return Err(No::PlanNothing);
    }
    let agreed = BillingEvent::PaymentPlanAgreed {
        no: u32::try_from(billing.plans.len()).expect("few plans") + 1,
        debts,
        charges: charges.iter().map(|charge| charge.no).collect(),
        parts: in_parts(total, &days),
        note: note.clone(),
    };
    happened.push(Happened::at(day.now, agreed));
    Ok(Done::Happened(happened))
}

/// The plan is broken by a part that is not paid a week after its date, as far as statements tell.
pub(crate) fn breaks(contract: &Contract) -> Option<Item> {
    let (plan, part, _) = contract.billing.next_part()?;
    let last = kernel::add_days(part.on, PART_GRACE_DAYS.into());
    Some(Item {
        at: kernel::end_of_day(last, contract.country()),
        needs_statement_of: Some(last),
        what: What::PlanBreaks(plan.no),
    })
}

pub(crate) fn break_plan(contract: &Contract, no: u32, now: Instant) -> Happened {
    let on = kernel::local_date(now, contract.country());
    Happened::at(now, BillingEvent::PaymentPlanBroken { no, on })
}
