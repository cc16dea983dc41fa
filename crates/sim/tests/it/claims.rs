//! The oracle of claims finds what is wrong, and nothing where nothing is.
#![expect(clippy::unwrap_used, reason = "a failed unwrap in a helper of tests is a failed test")]

use ::claims::{Claim, ClaimEvent};
use app::{
    claims::{self, Stated},
    contracts, streams,
    testing::{World, at, dropped, each_world, euro, staff},
};
use kernel::{Actor, Channel, Id, Role};
use policy::{Contract, Fact};
use sim::oracle::claims::{Booked, Event, faults};
use store::{Priority, journal};

/// A claim that was reported, decided and approved, with all that the oracle reads.
struct Played {
    claim: Claim,
    events: Vec<Event>,
    contract: Contract,
    facts: Vec<Fact>,
}

fn played(world: &World<'_>) -> Played {
    let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
    let report = dropped(made.contract, made.holder);
    let (app, holder) = (world.app.clone(), made.holder);
    let reported = world.app.db.write(Priority::Click, move |tx| {
        let customer = Actor::new(holder, Role::Policyholder, Channel::Portal);
        claims::report(&app, tx, at("2026-03-11 09:00"), "r", &customer, &report)
    });
    let id: Id = reported.unwrap().id;
    let app = world.app.clone();
    world
        .app
        .db
        .write(Priority::Click, move |tx| {
            let carla = staff(31, Role::Claims);
            let facts = [Stated::new("repairable", "no"), Stated::new("equivalent_price", "600.00")];
            claims::state_facts(&app, tx, at("2026-03-11 10:00"), ("s", &carla), id, &facts)?;
            claims::approve(&app, tx, at("2026-03-11 10:01"), ("a", &carla), id)
        })
        .unwrap();
    let contract = made.contract;
    world
        .app
        .db
        .read(move |tx| {
            let events = journal::load(tx, &[id])?.remove(&id).unwrap_or_default();
            let read = |event: &journal::Event| {
                (ClaimEvent::read(i64::from(event.version), &event.body).unwrap(), event.recorded)
            };
            let events = events.iter().map(read).collect();
            let claim = streams::look::<Claim>(tx, &[id])?.remove(&id).unwrap();
            let policy = streams::look::<Contract>(tx, &[contract])?.remove(&contract).unwrap();
            let facts = contracts::facts(tx, &[contract])?.remove(&contract).unwrap();
            Ok::<_, app::AppError>(Played {
                claim: claim.state()?.clone(),
                events,
                contract: policy.state()?.clone(),
                facts,
            })
        })
        .unwrap()
}

impl Played {
    fn broken(&self, booked: Booked) -> Vec<&'static str> {
        let found = faults(&self.claim, &self.events, (&self.contract, &self.facts), booked);
        found.into_iter().map(|(invariant, _)| invariant).collect()
    }

    fn approval(&mut self) -> &mut Event {
        let mut events = self.events.iter_mut();
        events.find(|(event, _)| matches!(event, ClaimEvent::Approved { .. })).unwrap()
    }
}

#[test]
fn the_oracle_of_claims_sees_each_thing_that_must_not_be() {
    each_world(|world| {
        let none: Vec<&str> = Vec::new();
        let nothing = Booked::default();
        let mut played = played(world);
        assert_eq!(played.broken(nothing), none);
        let too_much = Booked { paid: euro("9000.00"), ..Booked::default() };
        assert_eq!(played.broken(too_much), ["no claim is paid more than its limit"]);
        let twice = Booked { borne: euro("1100.00"), ..Booked::default() };
        assert_eq!(played.broken(twice), ["no claim is paid more than its limit"], "borne twice");

        let ordered = played.events.iter().find_map(|(event, _)| match event {
            ClaimEvent::PaymentOrdered { payment, .. } => Some(*payment),
            _ => None,
        });
        let payment = ordered.unwrap();
        for _ in 0..2 {
            played.events.push((ClaimEvent::PaymentConfirmed { payment }, at("2026-03-12 09:00")));
        }
        assert_eq!(played.broken(nothing), ["no claim is paid twice"]);
        played.events.truncate(played.events.len() - 2);

        let right = played.approval().clone();
        if let ClaimEvent::Approved { items, .. } = &mut played.approval().0 {
            items[0].amount = euro("5000.00");
        }
        assert_eq!(played.broken(nothing), ["no claim is paid more than its limit"]);
        *played.approval() = right;

        let facts = std::mem::take(&mut played.facts);
        assert_eq!(played.broken(nothing), ["no claim is paid for a time without cover"]);
        played.facts = facts;

        played.claim.items[0].reported.purchase_value = euro("8000.00");
        assert_eq!(played.broken(nothing), ["a claim is for what is insured"]);
    });
}
