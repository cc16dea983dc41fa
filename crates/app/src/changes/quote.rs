//! What a change would do, before anybody confirms it: from when, by which rule, and what it costs or gives back.

use billing::BillingEvent;
use kernel::{Date, DeviceKind, Id, Instant, Money, Rule};
use policy::{Contract, ContractEvent, Done, PolicyEvent};
use store::Tx;

use super::{What, command};
use crate::{App, AppError, Refused, contracts, streams};

/// What a change would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// From when it counts.
    pub from: Instant,
    /// By which rule.
    pub rule: Rule,
    /// The premium of one instalment now and from then on; none when the policy ends by it.
    pub premium: Option<(Money, Money)>,
    /// What is to be paid extra for premium that fell due already, by days.
    pub extra: Money,
    /// What is taken back of premium that fell due already, by days.
    pub taken_back: Money,
    /// What of it is paid back at once; the rest is set off or was not paid yet.
    pub refund: Money,
    /// When the policy ends by it, if it does.
    pub ends: Option<Instant>,
}

/// Works out what a change would do, by the code that does it; none when it changes nothing. Nothing is stored.
///
/// # Errors
/// [`AppError::Refused`] by rule.
pub fn quote(
    app: &App,
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id,
    what: &What,
) -> Result<Option<Quote>, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?;
    let contract = loaded[&id].state()?;
    let command = command(app, tx, now, (id, contract), what, None)?;
    let decided =
        contracts::work_out(app, tx, now, id, |contract, day| policy::decide(Some(contract), &command, day))?;
    let events = match decided.map_err(|refusal| AppError::Refused(Refused::from(&refusal)))? {
        Done::AlreadyDone => return Ok(None),
        Done::Happened(events) => events,
    };
    let mut after = contract.clone();
    let mut quote: Option<Quote> = None;
    let (mut extra, mut taken_back, mut refund) = (Money::ZERO, Money::ZERO, Money::ZERO);
    let premium_at = |contract: &Contract, day: Date| contract.premium_on(day);
    for happened in events {
        after = Contract::next(Some(after), &happened.event, happened.effective);
        match happened.event {
            ContractEvent::Policy(PolicyEvent::Endorsed { endorsement }) => {
                let day = kernel::local_date(endorsement.from, contract.country());
                let premium = (contract.schedule_at(now).premium, premium_at(&after, day));
                quote = Some(Quote {
                    from: endorsement.from,
                    rule: endorsement.rule,
                    premium: Some(premium),
                    extra,
                    taken_back,
                    refund,
                    ends: None,
                });
            }
            ContractEvent::Policy(PolicyEvent::Cancelled { way, ends, .. }) => {
                quote = Some(Quote {
                    from: ends,
                    rule: way.rule(contract.country()),
                    premium: None,
                    extra,
                    taken_back,
                    refund,
                    ends: Some(ends),
                });
            }
            ContractEvent::Billing(BillingEvent::ExtraPremiumFellDue { split, .. }) => extra += split.gross,
            ContractEvent::Billing(BillingEvent::PremiumReversed { split, .. }) => taken_back += split.gross,
            ContractEvent::Billing(BillingEvent::RefundOrdered { amount, .. }) => refund += amount,
            _ => {}
        }
    }
    Ok(quote.map(|quote| Quote { extra, taken_back, refund, ..quote }))
}

/// What each other plan of the policy's wording would do, in the order of the wording; those that cannot be had are left out.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Missing`].
pub fn plans(app: &App, tx: &mut Tx<'_>, now: Instant, id: Id) -> Result<Vec<(String, Quote)>, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?;
    let product = app.products.by_hash(tx, &loaded[&id].state()?.schedule_at(now).product.hash)?;
    let mut plans = Vec::new();
    for plan in product.plans() {
        match quote(app, tx, now, id, &What::Plan { plan: plan.code.clone() }) {
            Ok(Some(quote)) => plans.push((plan.code.clone(), quote)),
            Ok(None) | Err(AppError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(plans)
}

/// The kinds of device that the policy's wording is sold for.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Missing`].
pub fn kinds(app: &App, tx: &mut Tx<'_>, now: Instant, id: Id) -> Result<Vec<DeviceKind>, AppError> {
    let loaded = streams::look::<Contract>(tx, &[id])?;
    let product = app.products.by_hash(tx, &loaded[&id].state()?.schedule_at(now).product.hash)?;
    Ok(product.devices().iter().map(|sold| sold.kind).collect())
}
