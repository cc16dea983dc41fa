//! The desk of a simulation: decides on applications or is too late, releases what waits, and finds out whose money it is.

use std::collections::BTreeMap;

use app::{
    AppError,
    acceptance::{self, Decided, Decision},
    money,
    testing::staff,
};
use kernel::{Calendar, Money, Role, add_days};
use policy::{Command, Offer};
use store::{Priority, params, sql};

use crate::{
    Rows,
    draw::{Draws, Who},
    people::Person,
    world::World,
};

/// Decides on one application, if somebody comes to it today.
pub(crate) fn look_at(
    world: &mut World,
    draws: &mut Draws,
    rows: &Rows,
    person: &Person,
) -> Result<(), AppError> {
    let Some(made) = &person.made else { return Ok(()) };
    let who = person.who();
    let Some(row) = rows.get(&made.contract) else { return Ok(()) };
    // Some applications lie at the bottom of the pile.
    let is_forgotten = draws.nature(who, "is forgotten", 30) == 0;
    let decision = match row.phase.as_str() {
        "screening" if draws.happens(who, "the screening is looked at", 40_000) => {
            if draws.below(who, "on the list", 6) == 0 { Decision::Hit } else { Decision::Clear }
        }
        "applied" if !is_forgotten && draws.happens(who, "the desk decides", 45_000) => {
            match draws.below(who, "decision", 100) {
                0..82 => Decision::Accept,
                82..89 => Decision::Reject { note: String::new() },
                89..93 => return offer(world, draws, person),
                _ => Decision::Ask { question: "Is it yours?".into() },
            }
        }
        _ => return Ok(()),
    };
    let decided = Decided {
        id: format!("sim:{}:{}:decide", person.number, draws.day),
        contract: made.contract,
        version: None,
        decision,
        actor: staff(11, Role::Acceptance),
    };
    let answer = world.act(draws, (who, "decision"), |app, now| {
        let (app_, decided) = (app.clone(), decided.clone());
        app.db.write(Priority::Click, move |tx| acceptance::decide(&app_, tx, now, &decided))
    });
    answer.map(|_| ()).or_else(|error| world.refused(error))
}

/// Accepts on other terms only: a higher premium, sometimes from a later day on (AMB-09).
fn offer(world: &mut World, draws: &mut Draws, person: &Person) -> Result<(), AppError> {
    let Some(made) = &person.made else { return Ok(()) };
    let later = draws.below(person.who(), "starts later", 3) == 0;
    let offer = Box::new(Offer {
        no: 1,
        plan: None,
        flags: None,
        premium: Some(Money::from_cents(1_995)),
        excess: BTreeMap::new(),
        starts: later.then(|| world.now + jiff::SignedDuration::from_hours(24 * 5)),
    });
    person.give(world, draws, "offer", made, Command::OfferOtherTerms { offer }, staff(11, Role::Acceptance))
}

/// Releases direct debits and payments, unless nobody comes to it today.
pub(crate) fn release(world: &mut World, draws: &mut Draws) -> Result<(), AppError> {
    if !Calendar::Target.is_working_day(world.today) {
        return Ok(());
    }
    let codes: Vec<String> = world.app.products.agreements().iter().map(|a| a.code.clone()).collect();
    for code in codes {
        if draws.happens(Who::House, &format!("nobody releases ({code})"), 12_000) {
            continue;
        }
        let up_to = add_days(world.today, 31);
        let command = format!("sim:collect:{code}:{}", draws.day);
        let answer =
            world.act(draws, (Who::House, &format!("release of direct debits ({code})")), |app, now| {
                let (app_, command, code) = (app.clone(), command.clone(), code.clone());
                app.db.write(Priority::Click, move |tx| {
                    money::collections::release(
                        &app_,
                        tx,
                        now,
                        (&command, &staff(41, Role::Finance)),
                        &code,
                        up_to,
                    )
                })
            });
        answer.map(|_| ()).or_else(|error| world.refused(error))?;
        let command = format!("sim:pay:{code}:{}", draws.day);
        let answer = world.act(draws, (Who::House, &format!("release of payments ({code})")), |app, now| {
            let (app_, command, code) = (app.clone(), command.clone(), code.clone());
            app.db.write(Priority::Click, move |tx| {
                money::payments::release(&app_, tx, now, (&command, &staff(41, Role::Finance)), &code)
            })
        });
        answer.map(|_| ()).or_else(|error| world.refused(error))?;
    }
    Ok(())
}

/// Money that named no policy: the desk finds out whose it is, by the account it came from.
pub(crate) fn clear_suspense(
    world: &mut World,
    draws: &mut Draws,
    people: &[Person],
) -> Result<(), AppError> {
    let waiting: Vec<String> = world.app.db.read(|tx| {
        let rows = tx.query(
            sql!(
                "select fingerprint from statement_entry where state = 'suspense' and open_cents > 0 \
                 order by booked_on, fingerprint limit 20"
            ),
            &params![],
        )?;
        rows.iter().map(|row| row.text("fingerprint")).collect::<Result<_, store::StoreError>>()
    })?;
    for fingerprint in waiting {
        let app = world.app.clone();
        let key = fingerprint.clone();
        let details = world.app.db.read(move |tx| money::suspense::details(&app, tx, &key))?;
        let account = details.and_then(|details| details.iban);
        let number = account.and_then(|account| crate::people::holder_of(account.as_str()));
        let Some(person) = number.and_then(|number| people.get(number)) else { continue };
        let Some(made) = person.made.clone() else { continue };
        if !draws.happens(person.who(), "the desk finds whose money it is", 30_000) {
            continue;
        }
        let command = format!("sim:suspense:{fingerprint}");
        if draws.happens(person.who(), "the desk sends it back", 15_000) {
            let answer = world.act(draws, (person.who(), "money goes back"), |app, now| {
                let (app_, command, fingerprint) = (app.clone(), command.clone(), fingerprint.clone());
                app.db.write(Priority::Click, move |tx| {
                    let by = staff(42, Role::Finance);
                    money::to_payer::give_back(&app_, tx, now, (&command, &by), &fingerprint)
                })
            });
            answer.map(|_| ()).or_else(|error| world.refused(error))?;
            continue;
        }
        let answer = world.act(draws, (person.who(), "suspense"), |app, now| {
            let (app_, command, fingerprint) = (app.clone(), command.clone(), fingerprint.clone());
            app.db.write(Priority::Click, move |tx| {
                let by = staff(41, Role::Finance);
                money::suspense::match_suspense(&app_, tx, now, (&command, &by), &fingerprint, made.contract)
            })
        });
        answer.map(|_| ()).or_else(|error| world.refused(error))?;
    }
    Ok(())
}
