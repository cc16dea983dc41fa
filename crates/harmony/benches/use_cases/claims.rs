//! Claims as customers and the desk make them, a transaction each.

use app::claims::{self, Approval, Stated};
use app::contracts::Outcome;
use app::testing::{at, dropped, staff};
use kernel::{Actor, Channel, Id, Role};
use store::{Priority, params, sql};

use crate::world::World;

/// Reports a claim on a policy; the wording decides on it.
pub(crate) fn report(world: &World, contract: Id) -> Id {
    let app = world.app.clone();
    let reported = world.app.db.write(Priority::Click, move |tx| {
        let row = tx.query_one(sql!("select holder from contract where id = ?1"), &params![contract])?;
        let holder: Id = row.id("holder")?;
        let report = dropped(contract, holder);
        let customer = Actor::new(holder, Role::Policyholder, Channel::Portal);
        claims::report(&app, tx, at("2026-03-11 09:00"), &format!("report {contract}"), &customer, &report)
    });
    reported.expect("the report is right").id
}

/// The desk states that it cannot be repaired and what an equal one costs, and approves: the payment is ordered.
pub(crate) fn settle(world: &World, claim: Id) {
    let carla = || staff(31, Role::Claims);
    let app = world.app.clone();
    let stated = world.app.db.write(Priority::Click, move |tx| {
        let facts = [Stated::new("repairable", "no"), Stated::new("equivalent_price", "400.00")];
        let command = format!("state {claim}");
        claims::state_facts(&app, tx, at("2026-03-11 10:00"), (&command, &carla()), claim, &facts)
    });
    assert_eq!(stated.expect("the facts are right"), Outcome::Done);
    let app = world.app.clone();
    let approved = world.app.db.write(Priority::Click, move |tx| {
        claims::approve(&app, tx, at("2026-03-11 10:05"), (&format!("approve {claim}"), &carla()), claim)
    });
    assert_eq!(approved.expect("it is covered"), Approval::Done(Outcome::Done));
}
