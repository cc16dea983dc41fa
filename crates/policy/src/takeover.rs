//! A running policy that comes from another administrator: it goes on as it stood there.
//!
//! It was applied for, screened and accepted elsewhere, so that nothing of that is done again; who holds it is screened anew by
//! the shell, which then blocks its money like that of any running policy (LAW-SANC-03).

use billing::{BillingEvent, Opening, instalment};
use kernel::{Instant, Money, Roll};

use crate::{
    Application, Contract, Day, Done, Ending, Happened, PolicyEvent, PolicyRefusal as No, beginning,
    premium::settle_premium,
};

/// Takes a policy over. What cannot be covered under its product is refused here as it would be on application.
pub(crate) fn take_over(
    application: &Application,
    (applied, accepted): (Instant, Instant),
    ending: Option<Ending>,
    opening: &Opening,
    day: &Day<'_>,
) -> Result<Done, No> {
    let now = day.now;
    beginning::check_application(application)?;
    let country = application.country;
    if accepted < applied || accepted > now || opening.on > kernel::local_date(now, country) {
        return Err(No::InFuture);
    }
    if !opening.is_sound() || application.premium <= Money::ZERO {
        return Err(No::TakenOverUnsound);
    }
    let start = kernel::local_date(applied, country);
    let last_day = application
        .terms
        .duration
        .map(|duration| kernel::local_date(duration.from_date(start, country, Roll::Never).end, country));
    let over = last_day.is_some_and(|end| end <= opening.on);
    if over || ending.is_some_and(|ending| kernel::local_date(ending.ends, country) <= opening.on) {
        return Err(No::TakenOverEnded);
    }
    let fits = opening.debts.iter().all(|debt| {
        instalment(start, application.frequency, last_day, debt.no)
            .is_some_and(|planned| planned.period == debt.period && debt.due <= opening.on)
    });
    if !fits {
        return Err(No::TakenOverUnsound);
    }
    let policy = PolicyEvent::TakenOver { application: Box::new(application.clone()), accepted, ending };
    let money = BillingEvent::Opened { opening: Box::new(opening.clone()) };
    let mut events = vec![Happened::at(applied, policy), Happened::at(applied, money)];
    if let Some(ending) = ending {
        // AMB-42: what was charged for days after the end comes back, if the former administrator did not see to it.
        let taken = Contract::fold(events.iter().map(|event| (&event.event, event.effective)));
        let rule = ending.back.rule(ending.way, country);
        events.extend(taken.iter().flat_map(|contract| settle_premium(contract, day, rule)));
    }
    Ok(Done::Happened(events))
}
