//! How a policy begins: application, screening, questions, acceptance, an offer on other terms, rejection (NL-PROV, BE-PROV).

use std::collections::BTreeSet;

use billing::Frequency;
use kernel::{Country, DeviceKind, Instant, Money, Rule, VaultRef};

use crate::{
    Application, ApplicationItem, Contract, Day, Device, Done, Happened, HolderKind, Insured, Offer, Phase,
    PolicyEvent, PolicyRefusal as No, Relation, Verdict,
    agenda::{provisional_refund, refund_overpaid},
    premium::reverse_all,
    quote::{after, with_money},
};

/// Most days ahead that anything may be asked for: a year.
pub(crate) const FARTHEST_DAYS: i64 = 366;

/// What stands against an application, whatever the product says.
pub(crate) fn check_application(application: &Application) -> Result<(), No> {
    if application.devices.is_empty() {
        return Err(No::NoDevice);
    }
    let items: BTreeSet<u32> = application.devices.iter().map(|device| device.item).collect();
    if items.len() != application.devices.len() || items.contains(&0) {
        return Err(No::ItemTwice);
    }
    for device in &application.devices {
        check_device(application.country, device.kind)?;
    }
    if application.minor.is_some_and(|minor| minor.represented_by.is_none()) {
        return Err(No::MinorAlone);
    }
    application.insured.iter().try_for_each(|insured| check_insured(application.holder_kind, insured))
}

/// What cannot be covered is not sold (NL-NOPAY-08, AMB-46). Which kinds a product takes is the product's to say.
pub(crate) fn check_device(country: Country, kind: DeviceKind) -> Result<(), No> {
    match (country, kind) {
        (Country::Nl, DeviceKind::Smartwatch) => Err(No::SmartwatchNotCovered),
        _ => Ok(()),
    }
}

/// A consumer's family, a business's people (ACT-02, ACT-03, AMB-62).
pub(crate) fn check_insured(holder: HolderKind, insured: &Insured) -> Result<(), No> {
    match (holder, insured.relation) {
        (HolderKind::Consumer, Relation::Household) | (HolderKind::Business, Relation::Staff) => Ok(()),
        _ => Err(No::RelationDoesNotFit),
    }
}

/// The screening is asked before cover; a clear answer starts provisional cover as from the application (AMB-41, NL-PROV-01).
pub(crate) fn screen(contract: &Contract, verdict: Verdict, now: Instant) -> Result<Done, No> {
    match &contract.phase {
        Phase::Screening { verdict: Some(known) } if *known == verdict => Ok(Done::AlreadyDone),
        Phase::Screening { .. } if now >= contract.provisional_until() => Err(No::ProvisionalOver),
        Phase::Applied { .. } | Phase::Running { .. } | Phase::Offered { .. }
            if (verdict == Verdict::Clear && !contract.blocked)
                || (verdict == Verdict::Hit && contract.blocked) =>
        {
            Ok(Done::AlreadyDone)
        }
        Phase::Rejected { .. } | Phase::Lapsed { .. } | Phase::Withdrawn { .. } => Err(No::AlreadyDecided),
        _ => Ok(Done::Happened(vec![Happened::at(now, PolicyEvent::Screened { verdict })])),
    }
}

/// What the known-person check found, before anybody decides. A person decides what it means.
pub(crate) fn note_signals(contract: &Contract, found: &VaultRef, now: Instant) -> Result<Done, No> {
    if contract.found.as_ref() == Some(found) {
        return Ok(Done::AlreadyDone);
    }
    match &contract.phase {
        Phase::Screening { .. } | Phase::Applied { .. } | Phase::Offered { .. } => {
            let found = Some(found.clone());
            let event = PolicyEvent::SignalsFound { signals: Vec::new(), found };
            Ok(Done::Happened(vec![Happened::at(now, event)]))
        }
        Phase::Lapsed { .. } => Err(No::ProvisionalOver),
        _ => Err(No::AlreadyDecided),
    }
}

/// What was missing counts from its receipt (BE-PROV-02); what was not missing changes nothing.
pub(crate) fn receive_items(
    contract: &Contract,
    items: &BTreeSet<ApplicationItem>,
    received: Instant,
    now: Instant,
) -> Result<Done, No> {
    if received > now {
        return Err(No::InFuture);
    }
    let new: BTreeSet<ApplicationItem> = items.intersection(&contract.missing).copied().collect();
    if new.is_empty() {
        return Ok(Done::AlreadyDone);
    }
    let received = received.max(contract.applied);
    Ok(Done::Happened(vec![Happened::at(received, PolicyEvent::ItemsReceived { items: new })]))
}

/// Whether the application can still be decided on.
pub(crate) fn undecided(contract: &Contract, now: Instant) -> Result<(), No> {
    match &contract.phase {
        Phase::Screening { .. } => Err(No::NotCleared),
        Phase::Applied { until, .. } | Phase::Offered { until, .. } if now >= *until => {
            Err(No::ProvisionalOver)
        }
        Phase::Applied { .. } | Phase::Offered { .. } => Ok(()),
        Phase::Lapsed { .. } => Err(No::ProvisionalOver),
        Phase::Running { .. } | Phase::Rejected { .. } | Phase::Withdrawn { .. } => Err(No::AlreadyDecided),
    }
}

pub(crate) fn accept(contract: &Contract, limit: Money, day: &Day<'_>) -> Result<Done, No> {
    if matches!(contract.phase, Phase::Running { .. }) {
        return Ok(Done::AlreadyDone);
    }
    undecided(contract, day.now)?;
    if contract.blocked {
        return Err(No::Blocked);
    }
    if contract.application.devices.iter().any(|device| device.purchase_value > limit) {
        return Err(No::AboveAuthority);
    }
    // What an acceptance or rejection in error took back is owed again.
    let rule = Rule(if contract.country() == Country::Nl { "NL-PROV-07" } else { "BE-PROV-07" });
    Ok(Done::Happened(with_money(contract, vec![Happened::at(day.now, PolicyEvent::Accepted)], day, rule)))
}

/// Sends an offer on other terms. The authority to accept is asked for where the offer is made.
pub(crate) fn offer(contract: &Contract, offer: &Offer, day: &Day<'_>) -> Result<Done, No> {
    if let Phase::Offered { offer: known, .. } = &contract.phase {
        let same = Offer { no: known.no, ..offer.clone() } == **known;
        return if same { Ok(Done::AlreadyDone) } else { Err(No::OfferWaits) };
    }
    undecided(contract, day.now)?;
    if contract.blocked {
        return Err(No::Blocked);
    }
    let application = &contract.application;
    let device = |item: &u32| application.devices.iter().find(|device| device.item == *item);
    if !offer.excess.keys().all(|item| device(item).is_some()) {
        return Err(No::ItemUnknown);
    }
    if offer.premium.is_some_and(|premium| premium <= Money::ZERO) {
        return Err(No::AmountNotPositive);
    }
    if let Some(starts) = offer.starts {
        let country = contract.country();
        let latest = kernel::add_days(kernel::local_date(day.now, country), FARTHEST_DAYS);
        // A one-off premium has fallen due for the duration applied for.
        let one_off = application.frequency == Frequency::OneOff;
        if one_off || starts < contract.applied || kernel::local_date(starts, country) > latest {
            return Err(No::DateOutOfRange);
        }
    }
    let excess_of = |device: &Device| offer.excess.get(&device.item).copied().unwrap_or(device.excess);
    let changes = offer.plan.as_ref().is_some_and(|plan| *plan != application.plan)
        || offer.flags.as_ref().is_some_and(|flags| *flags != application.flags)
        || offer.premium.is_some_and(|premium| premium != application.premium)
        || application.devices.iter().any(|device| excess_of(device) != device.excess)
        || offer.starts.is_some_and(|starts| starts != contract.applied);
    if !changes {
        return Err(No::OfferChangesNothing);
    }
    let offer = Box::new(Offer { no: contract.offers + 1, ..offer.clone() });
    Ok(Done::Happened(vec![Happened::at(day.now, PolicyEvent::OtherTermsOffered { offer })]))
}

pub(crate) fn answer_offer(contract: &Contract, no: u32, agrees: bool, day: &Day<'_>) -> Result<Done, No> {
    match &contract.phase {
        Phase::Offered { until, offer, .. } if offer.no == no => {
            if day.now >= *until {
                return Err(No::ProvisionalOver);
            }
            if contract.blocked && agrees {
                return Err(No::Blocked);
            }
            if agrees {
                // A one-off premium may have fallen due at the price applied for.
                let agreed = vec![Happened::at(day.now, PolicyEvent::OfferAgreed { no })];
                return Ok(Done::Happened(with_money(contract, agreed, day, Rule("AMB-09"))));
            }
            Ok(Done::Happened(give_up(contract, PolicyEvent::OfferDeclined { no }, day)))
        }
        Phase::Running { .. } if agrees && contract.offers == no => Ok(Done::AlreadyDone),
        Phase::Withdrawn { offered: Some(_), .. } if !agrees && contract.offers == no => {
            Ok(Done::AlreadyDone)
        }
        _ => Err(No::NoOffer),
    }
}

pub(crate) fn withdraw_application(contract: &Contract, day: &Day<'_>) -> Result<Done, No> {
    match &contract.phase {
        Phase::Withdrawn { .. } => Ok(Done::AlreadyDone),
        Phase::Screening { .. } | Phase::Applied { .. } | Phase::Offered { .. }
            if day.now < contract.provisional_until() =>
        {
            Ok(Done::Happened(give_up(contract, PolicyEvent::ApplicationWithdrawn, day)))
        }
        Phase::Running { .. } | Phase::Rejected { .. } => Err(No::AlreadyDecided),
        _ => Err(No::ProvisionalOver),
    }
}

pub(crate) fn reject(contract: &Contract, reason: Option<&VaultRef>, day: &Day<'_>) -> Result<Done, No> {
    match &contract.phase {
        Phase::Rejected { .. } => return Ok(Done::AlreadyDone),
        Phase::Screening { .. } if day.now < contract.provisional_until() => {}
        _ => undecided(contract, day.now)?,
    }
    Ok(Done::Happened(give_up(contract, PolicyEvent::Rejected { reason: reason.cloned() }, day)))
}

/// An application comes to nothing: all premium goes back (NL-PROV-06, BE-PROV-06).
fn give_up(contract: &Contract, event: PolicyEvent, day: &Day<'_>) -> Vec<Happened> {
    let rule = provisional_refund(contract.country());
    let mut events = vec![Happened::at(day.now, event)];
    events.extend(reverse_all(contract, day.now, rule));
    let over = after(contract, &events);
    events.extend(refund_overpaid(&over, day, rule));
    events
}
