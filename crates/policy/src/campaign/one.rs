//! What a campaign does to one policy, and from when; or why it is left out.

use std::collections::BTreeMap;

use kernel::{Country, Date, Frequency, Id, Money, Rounding};

use super::{CampaignPlan, Repricing};
use crate::{
    Command, Contract, Day, Device, EndWay, Phase, Schedule, Standing, announcing, beginning::FARTHEST_DAYS,
    ends, quote, terms_changes,
};

/// What a campaign does to a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// First day on which it counts.
    pub from: Date,
    /// Last day on which the policyholder may leave for it.
    pub leave_by: Date,
    /// Price of an instalment now.
    pub before: Money,
    /// Price of an instalment from then on.
    pub after: Money,
    /// Whether it is to the policyholder's disadvantage, so that there is a right to leave (BE-PREM-05, AMB-56).
    pub adverse: bool,
    /// How often premium is paid.
    pub frequency: Frequency,
    /// The command that announces it.
    pub command: Command,
}

impl Planned {
    /// What an instalment makes in a year; a one-off premium is none.
    pub(super) fn a_year(&self, instalment: Money) -> Money {
        let Some(months) = self.frequency.months() else { return Money::ZERO };
        Money::from_cents(instalment.cents() * i64::from(12 / months.max(1)))
    }
}

macro_rules! left_out {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// Why a campaign leaves a policy out. Names are the eternal format.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum LeftOut { $($(#[$doc])* $name,)* }

        impl LeftOut {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in files and texts.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

left_out! {
    /// It does not run.
    NotRunning = "not-running",
    /// It is under another version of the conditions.
    OtherVersion = "other-version",
    /// It has a plan that the campaign is not for.
    OtherPlan = "other-plan",
    /// It ends: somebody gave notice, or its last day comes first.
    Ending = "ending",
    /// Its policyholder may still withdraw (NL-END-05, BE-END-07).
    CoolingOff = "cooling-off",
    /// Money on it is blocked by a sanctions hit (LAW-SANC-03).
    Blocked = "blocked",
    /// This campaign changed it already.
    Changed = "changed",
    /// Another change was announced and does not count yet.
    ChangeWaits = "change-waits",
    /// Premium was paid once: nothing renews, and there is no price to change (NL-TERM-02).
    PaidOnce = "paid-once",
    /// It could count only after the campaign's last day: no renewal or premium due date lies between.
    NoRenewalInTime = "no-renewal-in-time",
    /// The new tariff has no price for a device on it.
    NoPrice = "no-price",
    /// The premium would be nothing.
    PremiumTooLow = "premium-too-low",
    /// Nothing would change on it.
    NothingChanges = "nothing-changes",
}

/// What a campaign does to a policy if it is announced now. `tariff` is the price of a device under the new wording, where the
/// campaign goes by it: of one instalment, tax included; none if the tariff has no price for it.
///
/// # Errors
/// Why the policy is left out.
pub fn plan_change(
    contract: &Contract,
    campaign: Id,
    plan: &CampaignPlan,
    tariff: &dyn Fn(&str, &Device) -> Option<Money>,
    day: &Day<'_>,
) -> Result<Planned, LeftOut> {
    runs_on(contract, campaign, plan, day)?;
    let country = contract.country();
    let dates = announcing::dates(contract, day);
    let from = begins(contract, dates.earliest.max(plan.from))?;
    let farthest = kernel::add_days(kernel::local_date(day.now, country), 2 * FARTHEST_DAYS);
    if from > plan.until || from > farthest {
        return Err(LeftOut::NoRenewalInTime);
    }
    let begins = kernel::start_of_day(from, country);
    if contract.is_over_at(begins) {
        return Err(LeftOut::Ending);
    }
    let schedule = contract.schedule_at(begins);
    let repricing = plan.plans.get(&schedule.plan).ok_or(LeftOut::OtherPlan)?;
    let frequency = contract.application.frequency;
    let (after, parts) = reprice(&schedule, *repricing, frequency, tariff)?;
    let before = schedule.premium;
    if after == before && plan.wording.is_none() {
        return Err(LeftOut::NothingChanges);
    }
    let conditions = |adverse: bool| adverse || country == Country::Nl;
    let adverse = after > before || plan.wording.as_ref().is_some_and(|wording| conditions(wording.adverse));
    let command = Command::AnnounceChange {
        campaign,
        product: plan.wording.as_ref().map(|wording| wording.product.clone()),
        flags: plan.wording.as_ref().and_then(|wording| wording.flags.get(&schedule.plan)).cloned(),
        premium: (after != before).then_some(after),
        parts,
        adverse,
        from,
    };
    let leave_by = announcing::leave_by(country, &dates, from);
    Ok(Planned { from, leave_by, before, after, adverse, frequency, command })
}

fn runs_on(contract: &Contract, campaign: Id, plan: &CampaignPlan, day: &Day<'_>) -> Result<(), LeftOut> {
    let Phase::Running { accepted, endings, .. } = &contract.phase else { return Err(LeftOut::NotRunning) };
    if contract.is_over_at(day.now) {
        return Err(LeftOut::NotRunning);
    }
    let schedule = contract.schedule_at(day.now);
    let product = &schedule.product;
    if contract.country() != plan.country
        || (&product.code, &product.version) != (&plan.product, &plan.version)
    {
        let was_changed = announcing::of_campaign(contract, campaign).is_some();
        return Err(if was_changed { LeftOut::Changed } else { LeftOut::OtherVersion });
    }
    if announcing::of_campaign(contract, campaign).is_some() {
        return Err(LeftOut::Changed);
    }
    if !plan.plans.contains_key(&schedule.plan) {
        return Err(LeftOut::OtherPlan);
    }
    if endings.iter().any(|ending| ending.way != EndWay::EndDate) {
        return Err(LeftOut::Ending);
    }
    if contract.blocked {
        return Err(LeftOut::Blocked);
    }
    if quote::cooling_off(contract, *accepted, day).is_met_at(day.now) {
        return Err(LeftOut::CoolingOff);
    }
    if terms_changes(contract).any(|change| change.standing == Standing::Announced) {
        return Err(LeftOut::ChangeWaits);
    }
    let prices = plan.plans.get(&schedule.plan).is_some_and(|repricing| *repricing != Repricing::Stays);
    let once = contract.application.frequency == Frequency::OneOff;
    if once && (prices || contract.country() == Country::Nl) { Err(LeftOut::PaidOnce) } else { Ok(()) }
}

/// The first day on or after another on which a change may begin: a premium due date, so that nobody pays two prices in one period,
/// that in the Netherlands is a renewal too (NL-PREM-05, AMB-56).
fn begins(contract: &Contract, not_before: Date) -> Result<Date, LeftOut> {
    /// Renewals and due dates of a policy meet within a century, or never.
    const MOST: usize = 1_200;
    let mut from = ends::first_due_on_or_after(contract, not_before);
    if contract.country() == Country::Be {
        return Ok(from);
    }
    for _ in 0..MOST {
        let renewal = ends::renewal_on_or_after(contract, from).ok_or(LeftOut::PaidOnce)?;
        if renewal == from {
            return Ok(from);
        }
        from = ends::first_due_on_or_after(contract, renewal);
    }
    Err(LeftOut::NoRenewalInTime)
}

/// The price of an instalment after the campaign, and of each device where that is known.
fn reprice(
    schedule: &Schedule,
    repricing: Repricing,
    frequency: Frequency,
    tariff: &dyn Fn(&str, &Device) -> Option<Money>,
) -> Result<(Money, BTreeMap<u32, Money>), LeftOut> {
    let months = i64::from(frequency.months().unwrap_or(1));
    let new = |old: Money, devices: i64| match repricing {
        Repricing::Stays | Repricing::Tariff => old,
        Repricing::Percent { hundredths } => {
            old.part(10_000 + i64::from(hundredths), 10_000, Rounding::HalfUp)
        }
        Repricing::Amount { a_month } => old + Money::from_cents(a_month.cents() * months * devices),
    };
    let mut parts = BTreeMap::new();
    for device in &schedule.devices {
        let price = match (repricing, schedule.part_of(device.item)) {
            (Repricing::Stays, _) => break,
            (Repricing::Tariff, _) => Some(tariff(&schedule.plan, device).ok_or(LeftOut::NoPrice)?),
            (_, part) => part.map(|part| new(part, 1)),
        };
        parts.extend(price.map(|price| (device.item, price)));
    }
    // The premium of several devices may stand for the whole, so that their own parts are not known.
    let whole = parts.len() < schedule.devices.len();
    let premium = if whole {
        parts.clear();
        new(schedule.premium, i64::try_from(schedule.devices.len()).unwrap_or(1))
    } else {
        parts.values().copied().sum()
    };
    let is_low = premium <= Money::ZERO || parts.values().any(|part| *part <= Money::ZERO);
    if is_low { Err(LeftOut::PremiumTooLow) } else { Ok((premium, parts)) }
}
