//! Changes while a policy runs, each an endorsement; what they do to the premium; and a move to another country.

use kernel::{Country, Date, Instant, Money, Rule};

use crate::{
    Back, Change, Contract, Day, Device, Done, EndWay, Ending, Endorsement, Gone, Happened, Phase,
    PolicyEvent, PolicyRefusal as No, Swap,
    beginning::{FARTHEST_DAYS, check_device, check_insured},
    ends,
    quote::{end, with_money},
};

/// Changes the schedule.
pub(crate) fn endorse(
    contract: &Contract,
    change: &Change,
    from: Option<Instant>,
    premium: Option<Money>,
    day: &Day<'_>,
) -> Result<Done, No> {
    runs(contract, day.now)?;
    if premium.is_some_and(|premium| premium <= Money::ZERO) {
        return Err(No::AmountNotPositive);
    }
    let country = contract.country();
    let from = begins(contract, change, from, day)?;
    if contract.is_over_at(from) {
        let ends = contract.ends().map_or(from, |ending| ending.ends);
        return Err(No::ChangeAfterEnd { date: kernel::local_date(ends, country) });
    }
    let schedule = contract.schedule_at(from);
    let held = |item: &u32| schedule.device(*item).ok_or(No::ItemUnknown);
    let rule = match change {
        Change::DeviceSwapped { item, identity, kind, why } => {
            let device = held(item)?;
            if device.identity == *identity {
                return Ok(Done::AlreadyDone);
            }
            check_device(country, kind.unwrap_or(device.kind))?;
            swap_rule(*why, country)
        }
        Change::DeviceCorrected { item, bought, purchase_value } => {
            let device = held(item)?;
            if (device.bought, device.purchase_value) == (*bought, *purchase_value) {
                return Ok(Done::AlreadyDone);
            }
            if *purchase_value <= Money::ZERO {
                return Err(No::AmountNotPositive);
            }
            Rule("NL-DEF-01")
        }
        Change::ItemAdded { device } => {
            if schedule.device(device.item) == Some(device) {
                return Ok(Done::AlreadyDone);
            }
            if device.item == 0 || was_ever(contract, device.item) {
                return Err(No::ItemTwice);
            }
            check_device(country, device.kind)?;
            if device.premium.is_none() && premium.is_none() {
                return Err(No::PremiumUnknown);
            }
            Rule("NL-PROV-09")
        }
        Change::ItemLeft { item, why } => {
            if schedule.device(*item).is_none() {
                return if was_ever(contract, *item) { Ok(Done::AlreadyDone) } else { Err(No::ItemUnknown) };
            }
            if schedule.devices.len() == 1 {
                return Ok(nothing_left(contract, *why, from, day));
            }
            if schedule.part_of(*item).is_none() && premium.is_none() {
                return Err(No::PremiumUnknown);
            }
            Rule("AMB-63")
        }
        Change::PlanChanged { plan, flags, excess, parts } => {
            excess.keys().chain(parts.keys()).try_for_each(|item| held(item).map(drop))?;
            let bears = |device: &Device| excess.get(&device.item).is_none_or(|e| *e == device.excess);
            let costs = |device: &Device| parts.get(&device.item).is_none_or(|p| Some(*p) == device.premium);
            let is_so = schedule.devices.iter().all(|device| bears(device) && costs(device));
            if schedule.plan == *plan && schedule.flags == *flags && is_so {
                return Ok(Done::AlreadyDone);
            }
            if premium.is_none() {
                return Err(No::PremiumUnknown);
            }
            Rule("NL-PREM-05")
        }
        Change::InsuredAdded { insured } => {
            if schedule.insured.contains(insured) {
                return Ok(Done::AlreadyDone);
            }
            check_insured(contract.application.holder_kind, insured)?;
            Rule(if country == Country::Nl { "ACT-02" } else { "ACT-03" })
        }
        Change::InsuredLeft { person } => {
            if schedule.insured.iter().all(|insured| insured.person != *person) {
                return Ok(Done::AlreadyDone);
            }
            Rule(if country == Country::Nl { "ACT-02" } else { "ACT-03" })
        }
        Change::AddressChanged => Rule(if country == Country::Nl { "NL-OBL-04" } else { "BE-OBL-04" }),
        Change::TermsChanged { .. } => return Err(No::ChangeNeedsAnnouncement),
    };
    Ok(Done::Happened(endorsed(contract, change.clone(), from, premium, rule, day)))
}

/// From when a change counts. Another plan and an unwanted device wait for the next premium due date and for the customer's
/// notice; what happened to a device counts from when it happened, but cover is never bought for the past.
fn begins(
    contract: &Contract,
    change: &Change,
    asked: Option<Instant>,
    day: &Day<'_>,
) -> Result<Instant, No> {
    let country = contract.country();
    let today = kernel::local_date(day.now, country);
    let from = match change {
        Change::PlanChanged { .. } => {
            let not_before = asked.map_or(kernel::add_days(today, 1), |at| on_or_after(at, country));
            if not_before <= today {
                return Err(No::ChangeBackwards);
            }
            kernel::start_of_day(ends::first_due_on_or_after(contract, not_before), country)
        }
        // NL-TERM-03: part of a cancellation, so with its notice.
        Change::ItemLeft { why: Gone::NotWanted, .. } => {
            ends::ordinary(contract, today, contract.application.terms.notice, None)
        }
        Change::ItemLeft { .. } | Change::DeviceSwapped { .. } => {
            asked.unwrap_or(day.now).max(contract.starts())
        }
        Change::DeviceCorrected { .. } => contract.starts(),
        _ => {
            let from = asked.unwrap_or(day.now);
            if from < day.now {
                return Err(No::ChangeBackwards);
            }
            from
        }
    };
    let farthest = kernel::add_days(today, FARTHEST_DAYS);
    let is_notice =
        matches!(change, Change::ItemLeft { why: Gone::NotWanted, .. } | Change::PlanChanged { .. });
    if !is_notice && kernel::local_date(from, country) > farthest {
        return Err(No::DateOutOfRange);
    }
    Ok(from)
}

/// The first day that begins at or after an instant.
fn on_or_after(at: Instant, country: Country) -> Date {
    let day = kernel::local_date(at, country);
    if kernel::start_of_day(day, country) == at { day } else { kernel::add_days(day, 1) }
}

pub(crate) fn runs(contract: &Contract, now: Instant) -> Result<(), No> {
    match &contract.phase {
        Phase::Running { .. } if !contract.is_over_at(now) => Ok(()),
        _ => Err(No::NotRunning),
    }
}

fn was_ever(contract: &Contract, item: u32) -> bool {
    let added = |endorsement: &Endorsement| matches!(&endorsement.change, Change::ItemAdded { device } if device.item == item);
    contract.application.devices.iter().any(|device| device.item == item)
        || contract.endorsements.iter().any(added)
}

fn swap_rule(why: Swap, country: Country) -> Rule {
    Rule(match (why, country) {
        (Swap::Replaced, Country::Nl) => "NL-CLAIM-07",
        (Swap::Replaced, Country::Be) => "BE-CLAIM-04",
        (Swap::Repaired, Country::Nl) => "NL-CLAIM-09",
        (Swap::Repaired, Country::Be) => "AMB-30",
        (Swap::Warranty | Swap::WrongNumber, Country::Nl) => "NL-OBL-04",
        (Swap::Warranty | Swap::WrongNumber, Country::Be) => "BE-OBL-04",
    })
}

pub(crate) fn endorsed(
    contract: &Contract,
    change: Change,
    from: Instant,
    premium: Option<Money>,
    rule: Rule,
    day: &Day<'_>,
) -> Vec<Happened> {
    let no = contract.endorsements.iter().map(|endorsement| endorsement.no).max().unwrap_or(0) + 1;
    let endorsement = Box::new(Endorsement { no, from, change, premium, rule });
    let events = vec![Happened::at(from, PolicyEvent::Endorsed { endorsement })];
    with_money(contract, events, day, rule)
}

/// The only device leaves: the policy ends from then (AMB-63). A device that is not wanted any longer is a cancellation.
fn nothing_left(contract: &Contract, why: Gone, from: Instant, day: &Day<'_>) -> Done {
    let way = if why == Gone::NotWanted { EndWay::Ordinary } else { EndWay::NothingLeft };
    let ending = Ending { way, received: day.now.min(from), ends: from, back: Back::ByDays };
    let known = |endings: &[Ending]| endings.iter().any(|e| e.way == way && e.ends <= from);
    match &contract.phase {
        Phase::Running { endings, .. } if known(endings) => Done::AlreadyDone,
        _ => Done::Happened(end(contract, ending, None, day)),
    }
}

/// A move. Within the country it is an endorsement; to another one the policy ends at 00:00 of the first day there, because tax,
/// law and product are others (LAW-TAX-05), and a policy there is offered. Learnt late, it ends with the day on which we learnt
/// it: cover is not taken away backwards.
pub(crate) fn move_to(contract: &Contract, to: Option<Country>, on: Date, day: &Day<'_>) -> Result<Done, No> {
    if let Phase::Running { endings, .. } = &contract.phase
        && to != Some(contract.country())
        && endings.iter().any(|ending| ending.way == EndWay::MovedAway)
    {
        return Ok(Done::AlreadyDone);
    }
    runs(contract, day.now)?;
    let country = contract.country();
    let today = kernel::local_date(day.now, country);
    if on > kernel::add_days(today, FARTHEST_DAYS) {
        return Err(No::DateOutOfRange);
    }
    if to == Some(country) {
        let from = kernel::start_of_day(on, country).max(day.now);
        let same_day = |at: Instant| kernel::local_date(at, country) == on.max(today);
        let known = |e: &crate::Endorsement| e.change == Change::AddressChanged && same_day(e.from);
        if contract.endorsements.iter().any(known) {
            return Ok(Done::AlreadyDone);
        }
        return endorse(contract, &Change::AddressChanged, Some(from), None, day);
    }
    let ends = kernel::start_of_day(on, country).max(kernel::end_of_day(today, country));
    let ending = Ending { way: EndWay::MovedAway, received: day.now, ends, back: Back::ByDays };
    Ok(Done::Happened(end(contract, ending, None, day)))
}
