//! Repair and replacement: repairers who look, ask too much or hand over too early, customers who accept, send back or wait, own
//! shares paid in full, in part or too much, old devices that come or do not.

use ::claims::{AcceptedBy, JobState, Work};
use app::{
    AppError,
    apply::DeviceIdentity,
    claims::{self as cases, Delivered, InKind, JobView, Stated},
    testing::{bank::Entry, staff},
};
use kernel::{Actor, Channel, ClaimNumber, Id, Language, Money, Role};
use store::{params, sql};

use crate::{
    bank::Banks,
    claims::{answer, desk},
    draw::{Draws, Who},
    people::{Person, iban, imei},
    world::World,
};

/// What repairers mostly find; the rest is left to chance.
const FOUND: [(&str, &str); 3] =
    [("repairable", "yes"), ("cause_found", "as_stated"), ("is_insured_device", "yes")];

/// Goes on with all orders, as far as somebody comes to it today.
pub(crate) fn play(
    world: &mut World,
    draws: &mut Draws,
    people: &[Person],
    banks: &mut Banks,
) -> Result<(), AppError> {
    let claims: Vec<(Id, Id)> = world.app.db.read(|tx| {
        let rows = tx.query(
            sql!(
                "select c.id as id, c.contract as contract from claim c \
                 where exists (select 1 from repair_order o where o.claim = c.id) order by c.id"
            ),
            &params![],
        )?;
        rows.iter()
            .map(|row| Ok((row.id("id")?, row.id("contract")?)))
            .collect::<Result<_, store::StoreError>>()
    })?;
    for (claim, contract) in claims {
        let of = people.iter().find(|person| person.made.as_ref().is_some_and(|m| m.contract == contract));
        let Some(person) = of else { continue };
        if !draws.happens(person.who(), "somebody goes on with an order", 30_000) {
            continue;
        }
        let (app, now) = (world.app.clone(), world.now);
        let work = world.app.db.read(move |tx| cases::in_kind(&app, tx, now, claim))?;
        for job in &work.jobs {
            go_on(world, draws, person, claim, job)?;
        }
        own_share(world, draws, person, (claim, &work), banks)?;
    }
    Ok(())
}

/// Somebody at a repairer or supplier.
fn repairer() -> Actor {
    Actor { channel: Channel::Desk, ..staff(91, Role::Repairer) }
}

fn go_on(
    world: &mut World,
    draws: &mut Draws,
    person: &Person,
    claim: Id,
    job: &JobView,
) -> Result<(), AppError> {
    let (who, id, day) = (person.who(), job.id, draws.day);
    match job.state {
        JobState::Ordered => at_work(world, draws, person, (claim, id)),
        JobState::Delivered => match draws.below(who, "what the customer says", 10) {
            0..5 => {
                let actor = person.actor(Channel::Portal);
                let command = format!("sim:{id}:{day}:accept");
                desk(world, draws, (who, "acceptance"), move |app, tx, now| {
                    let by = (command.as_str(), &actor);
                    cases::accept_job(app, tx, now, by, (claim, id), AcceptedBy::Customer).map(|_| ())
                })
            }
            5 | 6 => {
                let actor = person.actor(Channel::Portal);
                let command = format!("sim:{id}:{day}:back");
                desk(world, draws, (who, "not accepted"), move |app, tx, now| {
                    let by = (command.as_str(), &actor);
                    cases::send_back_job(app, tx, now, by, (claim, id), "It flickers.").map(|_| ())
                })
            }
            7 => {
                let command = format!("sim:{id}:{day}:handed-over");
                desk(world, draws, (who, "hand-over"), move |app, tx, now| {
                    let actor = repairer();
                    let by = (command.as_str(), &actor);
                    cases::hand_over_job(app, tx, now, by, (claim, id)).map(|_| ())
                })
            }
            8 => {
                let actor = person.actor(Channel::Portal);
                let command = format!("sim:{id}:{day}:denied");
                desk(world, draws, (who, "not handed over"), move |app, tx, now| {
                    let by = (command.as_str(), &actor);
                    cases::deny_hand_over(app, tx, now, by, (claim, id)).map(|_| ())
                })
            }
            // Nobody answers: it stays where it is.
            _ => Ok(()),
        },
        JobState::Accepted => accepted(world, draws, who, claim, job),
        JobState::Stopped => Ok(()),
    }
}

/// The repairer looks, or is done.
fn at_work(
    world: &mut World,
    draws: &mut Draws,
    person: &Person,
    (claim, id): (Id, Id),
) -> Result<(), AppError> {
    let (who, day) = (person.who(), draws.day);
    let app = world.app.clone();
    let order = world.app.db.read(move |tx| cases::repair(&app, tx, id, Language::Nl))?;
    let Some(order) = order else { return Ok(()) };
    if draws.below(who, "stopped", 25) == 0 {
        let command = format!("sim:{id}:{day}:stop");
        return desk(world, draws, (who, "stop"), move |app, tx, now| {
            let by = staff(31, Role::Claims);
            cases::stop_job(app, tx, now, (&command, &by), (claim, id)).map(|_| ())
        });
    }
    // Now and then somebody is done before anything was approved.
    let Some(most) = order.most.or_else(|| (draws.below(who, "too early", 6) == 0).then_some(Money::ZERO))
    else {
        let found = order.questions.iter().filter_map(|question| {
            let usual = FOUND.iter().find(|(fact, _)| *fact == question.fact);
            let usual = usual.filter(|_| draws.below(who, &question.fact, 10) < 7);
            let text = match usual {
                Some((_, value)) => (*value).to_owned(),
                // One in eight asks three times the price of a repair.
                None if question.fact == "repair_cost" => {
                    let cost = 2_000 + draws.below(who, "repair cost", 30_000);
                    let times = if draws.below(who, "inflated", 8) == 0 { 3 } else { 1 };
                    Money::from_cents(i64::try_from(cost * times).unwrap_or(0)).to_string()
                }
                None => answer(draws, who, question, order.ordered_at)?,
            };
            Some(Stated { item: question.item, fact: question.fact.clone(), text })
        });
        let facts: Vec<Stated> = found.collect();
        let command = format!("sim:{id}:{day}:found");
        return desk(world, draws, (who, "quote"), move |app, tx, now| {
            cases::state_facts(app, tx, now, (&command, &repairer()), claim, &facts).map(|_| ())
        });
    };
    let asked = match draws.below(who, "asks", 10) {
        0..7 => most - Money::from_cents(i64::try_from(draws.below(who, "less", 500)).unwrap_or(0)),
        7 | 8 => most,
        _ => most + Money::from_cents(1),
    };
    let delivered = Delivered { invoice: asked, device: new_device(draws, person, order.work) };
    let command = format!("sim:{id}:{day}:deliver");
    desk(world, draws, (who, "delivery"), move |app, tx, now| {
        let actor = repairer();
        cases::deliver_job(app, tx, now, (&command, &actor), (claim, id), &delivered).map(|_| ())
    })
}

/// The device that the customer has from now on; some name none, some one that is insured already.
fn new_device(draws: &Draws, person: &Person, work: Work) -> Option<DeviceIdentity> {
    let who = person.who();
    let is_new = match work {
        Work::Replacement => draws.below(who, "names the device", 8) > 0,
        Work::Repair => draws.below(who, "got another number", 8) == 0,
    };
    let number = match draws.below(who, "whose number", 10) {
        0 => person.number + 1,
        _ => 1_000_000 + person.number * 1_000 + draws.day,
    };
    is_new.then(|| DeviceIdentity { model: "New device".into(), imei: Some(imei(number)), serial: None })
}

fn accepted(
    world: &mut World,
    draws: &mut Draws,
    who: Who,
    claim: Id,
    job: &JobView,
) -> Result<(), AppError> {
    let (id, day) = (job.id, draws.day);
    if job.old_device_by.is_some() && draws.below(who, "sends the old device", 6) == 0 {
        let command = format!("sim:{id}:{day}:old");
        desk(world, draws, (who, "old device"), move |app, tx, now| {
            let by = staff(31, Role::Claims);
            cases::old_device_came(app, tx, now, (&command, &by), (claim, id)).map(|_| ())
        })?;
    }
    // What came back is paid again; who was paid is not.
    if job.is_unpaid || draws.below(who, "pays once more", 10) == 0 {
        let command = format!("sim:{id}:{day}:pay");
        desk(world, draws, (who, "supplier"), move |app, tx, now| {
            cases::pay_job(app, tx, now, &command, (claim, id)).map(|_| ())
        })?;
    }
    Ok(())
}

/// The customer pays the own share, or the desk does not ask for it any more.
fn own_share(
    world: &mut World,
    draws: &mut Draws,
    person: &Person,
    (claim, work): (Id, &InKind),
    banks: &mut Banks,
) -> Result<(), AppError> {
    let Some(share) = &work.share else { return Ok(()) };
    let who = person.who();
    let part = match draws.below(who, "own share", 12) {
        0..2 => share.amount,
        2 => Money::from_cents(share.amount.cents() / 2 + 1).min(share.amount),
        3 => share.amount + Money::from_cents(100),
        4 => return waive(world, draws, who, claim),
        _ => return Ok(()),
    };
    pays(banks, person, person.number, part, &work.number);
    Ok(())
}

fn waive(world: &mut World, draws: &mut Draws, who: Who, claim: Id) -> Result<(), AppError> {
    let command = format!("sim:{claim}:{}:waive", draws.day);
    desk(world, draws, (who, "waiver"), move |app, tx, now| {
        let by = staff(31, Role::Claims);
        cases::waive_own_share(app, tx, now, (&command, &by), claim, "Agreed on the phone.").map(|_| ())
    })
}

/// A transfer that names a claim, from the n-th account.
pub(crate) fn pays(banks: &mut Banks, of: &Person, account: u32, amount: Money, number: &ClaimNumber) {
    let from = iban(of.country, account);
    let entry = Entry::transfer("Somebody", from.as_str(), amount, &format!("Claim {number}"));
    banks.of(&of.agreement).happens_today(entry);
}
