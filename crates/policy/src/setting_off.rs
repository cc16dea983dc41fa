//! Set-off: what is overdue is taken off a benefit of the same policy, instead of refusing the claim (AMB-14, BE-DUN-08).

use billing::{BillingEvent, PaymentSource, Receivable};
use kernel::{Country, Date, Id, Instant, Money};
use serde::{Deserialize, Serialize};

use crate::{Contract, Day, Done, Happened, PolicyRefusal as No, charging, collecting};

/// Months of premium that fell due while cover is suspended for which a Belgian insurer may ask (LAW-BE-INS-04).
const SUSPENDED_MONTHS: i32 = 24;

/// Whose benefit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beneficiary {
    /// The policyholder, who owes the premium.
    Policyholder,
    /// Somebody else: in the Netherlands only premium of this policy is set off (LAW-NL-INS-05), in Belgium nothing is.
    Other,
}

/// What may be set off now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overdue {
    /// Premium that fell due before today.
    pub premium: Money,
    /// Collection costs and interest on it.
    pub charges: Money,
}

impl Overdue {
    /// All of it.
    pub fn total(&self) -> Money {
        self.premium + self.charges
    }
}

/// What is overdue and may be set off: never what is not yet due, what we collect ourselves, what a payment plan lets be paid in
/// parts, or anything while reminders are held, a death is looked into or money is blocked.
pub fn overdue(contract: &Contract, owed_to: Beneficiary, day: &Day<'_>) -> Overdue {
    Late::of(contract, owed_to, day).map_or_else(Overdue::default, |late| late.overdue())
}

pub(crate) fn set_off(
    contract: &Contract,
    claim: Id,
    amount: Money,
    owed_to: Beneficiary,
    day: &Day<'_>,
) -> Result<Done, No> {
    if amount <= Money::ZERO {
        return Err(No::AmountNotPositive);
    }
    let late = Late::of(contract, owed_to, day).ok_or(No::NothingToSetOff)?;
    match late.overdue().total() {
        overdue if overdue <= Money::ZERO => return Err(No::NothingToSetOff),
        overdue if amount > overdue => return Err(No::AboveOverdue),
        _ => {}
    }
    let Late { mut events, after, premium, with_charges } = late;
    let divided = after.billing.divide_set_off(&premium, with_charges, amount);
    let source = PaymentSource::SetOff { claim };
    events.push(Happened::at(day.now, BillingEvent::payment(source, amount, divided)));
    Ok(Done::Happened(events))
}

/// What is late, once all that is owed on top by now has fallen due.
struct Late {
    events: Vec<Happened>,
    after: Contract,
    premium: Vec<u32>,
    with_charges: bool,
}

impl Late {
    fn of(contract: &Contract, owed_to: Beneficiary, day: &Day<'_>) -> Option<Self> {
        let country = contract.country();
        let is_held = contract.billing.held_until(country).is_some_and(|held| day.now < held);
        let may = match (owed_to, country) {
            (Beneficiary::Policyholder, _) | (Beneficiary::Other, Country::Nl) => true,
            (Beneficiary::Other, Country::Be) => false,
        };
        if !may || is_held || contract.blocked || contract.billing.death_reported {
            return None;
        }
        // All that is open when a plan is agreed is in it, costs and interest too.
        let with_charges = owed_to == Beneficiary::Policyholder && contract.billing.plan().is_none();
        let events = if with_charges { charging::due_by(contract, day.now, day) } else { Vec::new() };
        let after = events.iter().fold(contract.clone(), |contract, happened: &Happened| {
            Contract::next(Some(contract), &happened.event, happened.effective)
        });
        let today = kernel::local_date(day.now, country);
        let limit = claimable_until(contract, day.now);
        let is_late = |r: &&Receivable| {
            r.is_open()
                && r.due < today
                && limit.is_none_or(|limit| r.due < limit)
                && !collecting::is_collected(contract, r)
                && !after.billing.is_in_plan(r.no)
        };
        let premium = after.billing.receivables.iter().filter(is_late).map(|r| r.no).collect();
        Some(Self { events, after, premium, with_charges })
    }

    fn overdue(&self) -> Overdue {
        let billing = &self.after.billing;
        let late = billing.receivables.iter().filter(|r| self.premium.contains(&r.no));
        let charges = if self.with_charges { billing.open() - billing.open_premium() } else { Money::ZERO };
        Overdue { premium: late.map(Receivable::open).sum(), charges }
    }
}

/// The day from which premium that falls due during a suspension may not be asked for any more, while a Belgian policy is
/// suspended (LAW-BE-INS-04).
fn claimable_until(contract: &Contract, now: Instant) -> Option<Date> {
    let country = contract.country();
    if country != Country::Be {
        return None;
    }
    let stopped = contract.billing.reminders.iter().filter(|reminder| {
        !reminder.cancelled && reminder.satisfied.is_none() && reminder.cover_stops <= now
    });
    let since = stopped.map(|reminder| kernel::local_date(reminder.cover_stops, country)).min()?;
    Some(kernel::add_months_anchored(since, SUSPENDED_MONTHS))
}
