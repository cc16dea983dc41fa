//! Repair and replacement through the use cases, on both databases: the order, the repairer's word, acceptance, money, schedule.

use ::claims::{AcceptedBy, CloseWay, Phase, Work};
use app::{
    App, AppError,
    apply::DeviceIdentity,
    claims::{self, Approval, Delivered, Now, Stated},
    contracts::Outcome,
    testing::{at, each_world, euro, staff},
};
use kernel::{Actor, Channel, Id, Instant, Role};
use store::{Tx, params, sql};

use super::desk::{Desk, code};

pub(super) fn lab() -> Actor {
    Actor::new(store::testing::id(90), Role::Repairer, Channel::Desk)
}

/// The one order of a claim.
pub(super) fn order_of(desk: &Desk<'_>) -> Id {
    desk.write("2026-03-20 09:00", |_, tx, _| {
        let row = tx.query_one(sql!("select id from repair_order where state <> 'stopped'"), &params![])?;
        Ok::<Id, AppError>(row.id("id")?)
    })
    .unwrap()
}

pub(super) fn act<T: Send + 'static>(
    desk: &Desk<'_>,
    when: &str,
    work: impl Fn(&App, &mut Tx<'_>, Instant) -> Result<T, AppError> + Send + Sync + 'static,
) -> Result<T, AppError> {
    desk.write(when, work)
}

pub(super) fn deliver(
    desk: &Desk<'_>,
    when: &str,
    id: &str,
    claim: Id,
    delivered: Delivered,
) -> Result<Outcome, AppError> {
    let (job, id) = (order_of(desk), id.to_owned());
    act(desk, when, move |app, tx, now| {
        claims::deliver_job(app, tx, now, (&id, &lab()), (claim, job), &delivered)
    })
}

pub(super) fn repaired(invoice: &str) -> Delivered {
    Delivered { invoice: euro(invoice), device: None }
}

/// Dropped, looked at by the repairer, € 200 approved: € 50 of it are the customer's.
pub(super) fn approved(desk: &Desk<'_>) -> Id {
    let claim = desk.dropped();
    act(desk, "2026-03-11 10:00", move |app, tx, now| {
        let order = (1, Work::Repair, "phone-lab");
        claims::order_job(app, tx, now, ("o1", &staff(12, Role::Claims)), claim, order)
    })
    .unwrap();
    assert_eq!(desk.letters("work-ordered"), 1);
    let quote = [
        ("repairable", "yes"),
        ("repair_cost", "200.00"),
        ("equivalent_price", "700.00"),
        ("cause_found", "as_stated"),
    ];
    let facts: Vec<Stated> = quote.iter().map(|(fact, text)| Stated::new(fact, text)).collect();
    act(desk, "2026-03-12 10:00", move |app, tx, now| {
        claims::state_facts(app, tx, now, ("q1", &lab()), claim, &facts)
    })
    .unwrap();
    let approval = desk.approve("2026-03-12 11:00", "a1", staff(12, Role::Claims), claim).unwrap();
    assert_eq!(approval, Approval::Done(Outcome::Done));
    claim
}

#[test]
fn a_repair_is_quoted_approved_done_accepted_and_paid() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = approved(&desk);
        assert_eq!(
            desk.count(sql!("select count(*) as number from repair_order")),
            1,
            "the one that was there goes on"
        );
        assert_eq!(desk.open_tasks(), 0, "the repairer is next");
        let excess = desk.page("2026-03-12 11:01", claim).items[0].excess;
        assert_eq!(
            code(deliver(&desk, "2026-03-14 10:00", "d0", claim, repaired("200.01"))),
            "job-invoice-above-approved"
        );
        assert_eq!(
            deliver(&desk, "2026-03-14 10:00", "d1", claim, repaired("180.00")).unwrap(),
            Outcome::Done
        );
        assert_eq!(
            deliver(&desk, "2026-03-14 10:01", "d1", claim, repaired("180.00")).unwrap(),
            Outcome::AlreadyDone
        );
        assert_eq!((desk.letters("work-ready"), desk.open_tasks()), (1, 1));
        let payments = sql!("select count(*) as number from payment_order where kind = 'supplier'");
        assert_eq!(desk.count(payments), 0, "not before the customer accepts");

        let (job, customer) = (order_of(&desk), desk.customer());
        let accept = move |app: &App, tx: &mut Tx<'_>, now| {
            claims::accept_job(app, tx, now, ("c1", &customer), (claim, job), AcceptedBy::Customer)
        };
        assert_eq!(act(&desk, "2026-03-15 10:00", accept.clone()).unwrap(), Outcome::Done);
        assert_eq!(act(&desk, "2026-03-15 10:05", accept).unwrap(), Outcome::AlreadyDone);
        assert_eq!((desk.count(payments), desk.letters("work-accepted")), (1, 1));
        let posted = |account: &'static str| {
            desk.write("2026-03-15 11:00", move |_, tx, _| {
                let row = tx.query_one(
                    sql!("select cast(coalesce(sum(amount_cents), 0) as bigint) as number from posting where account = ?1"),
                    &params![account],
                )?;
                Ok::<i64, AppError>(row.get("number")?)
            })
            .unwrap()
        };
        assert_eq!((posted("1725"), posted("1310")), (-18_000, excess.cents()), "MONEY-08, MONEY-07");

        let payment = desk.page("2026-03-15 11:00", claim).payments[0].id;
        let batch = store::testing::id(70);
        desk.bank("2026-03-16 09:00", claim, ::claims::Command::SendPayment { payment, batch });
        let debited = at("2026-03-17 00:00");
        desk.bank("2026-03-17 09:00", claim, ::claims::Command::ConfirmPayment { payment, debited });
        let page = desk.page("2026-03-17 09:01", claim);
        assert_eq!((page.phase, page.reserve), (Phase::Closed, euro("0")));
        assert_eq!(desk.status("2026-03-17 09:01", claim).now, Now::Settled);
        assert_eq!((posted("1725"), desk.letters("claim-paid")), (0, 0));
        let received = at("2026-03-20 00:00");
        desk.bank("2026-03-20 09:00", claim, ::claims::Command::ReceiveOwnShare { amount: excess, received });
        let open = sql!("select open_cents as number from own_share");
        assert_eq!((posted("1310"), desk.count(open)), (0, 0));
    });
}

#[test]
fn nl_claim_07_a_replacement_takes_its_place_in_the_schedule() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        let facts = [("repairable", "no"), ("equivalent_price", "600.00"), ("settle_by", "device")];
        desk.desk_states("2026-03-11 10:00", claim, &facts).unwrap();
        desk.approve("2026-03-11 11:00", "a1", staff(12, Role::Claims), claim).unwrap();
        assert_eq!(
            desk.count(sql!("select count(*) as number from repair_order where work = 'replacement'")),
            1
        );
        let unnamed = deliver(&desk, "2026-03-14 10:00", "d0", claim, repaired("600.00"));
        assert_eq!(code(unnamed), "job-new-device-unnamed");
        let identity = DeviceIdentity {
            model: "Another phone".to_owned(),
            imei: None,
            serial: Some(kernel::SerialNumber::parse("NEW123456").unwrap()),
        };
        let delivered = Delivered { invoice: euro("600.00"), device: Some(identity) };
        deliver(&desk, "2026-03-14 10:00", "d1", claim, delivered).unwrap();
        let (job, customer) = (order_of(&desk), desk.customer());
        act(&desk, "2026-03-15 10:00", move |app, tx, now| {
            claims::accept_job(app, tx, now, ("c1", &customer), (claim, job), AcceptedBy::Customer)
        })
        .unwrap();
        let swapped = sql!("select count(*) as number from event where kind = 'endorsed'");
        assert_eq!(desk.count(swapped), 1);
        // NL-CLAIM-06: the old one is the insurer's; asked for once more when the term is over.
        act(&desk, "2026-03-31 08:00", move |app, tx, now| claims::fall_due(app, tx, now, &[claim])).unwrap();
        assert_eq!(desk.letters("work-reminder"), 2, "the own share, and the old phone");
        act(&desk, "2026-04-01 10:00", move |app, tx, now| {
            claims::old_device_came(app, tx, now, ("e1", &staff(12, Role::Claims)), (claim, job))
        })
        .unwrap();
    });
}

#[test]
fn amb_63_a_phone_paid_in_money_leaves_the_schedule() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        desk.approve("2026-03-11 11:00", "a1", staff(12, Role::Claims), claim).unwrap();
        let contract = desk.made.contract;
        let ends = || {
            act(&desk, "2026-03-20 09:00", move |_, tx, _| {
                let row =
                    tx.query_one(sql!("select ends_us from contract where id = ?1"), &params![contract])?;
                Ok::<Instant, AppError>(row.instant("ends_us")?)
            })
            .unwrap()
        };
        let payment = desk.page("2026-03-11 11:10", claim).payments[0].id;
        let batch = store::testing::id(70);
        desk.bank("2026-03-12 09:00", claim, ::claims::Command::SendPayment { payment, batch });
        assert!(ends() > at("2030-01-01 00:00"), "approved and sent is not paid");
        let debited = at("2026-03-13 00:00");
        desk.bank("2026-03-13 09:00", claim, ::claims::Command::ConfirmPayment { payment, debited });
        assert_eq!(ends(), debited);
        assert_eq!(desk.page("2026-03-13 09:10", claim).phase, Phase::Closed);
    });
}

#[test]
fn what_is_not_accepted_is_done_again_and_what_is_given_up_stops() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = approved(&desk);
        deliver(&desk, "2026-03-14 10:00", "d1", claim, repaired("200.00")).unwrap();
        let (job, customer) = (order_of(&desk), desk.customer());
        let back = |reason: &'static str, id: &'static str| {
            let customer = customer.clone();
            act(&desk, "2026-03-15 10:00", move |app, tx, now| {
                claims::send_back_job(app, tx, now, (id, &customer), (claim, job), reason)
            })
        };
        assert_eq!(code(back(" ", "b0")), "claim-no-reason");
        assert_eq!(back("The screen flickers.", "b1").unwrap(), Outcome::Done);
        let closed = act(&desk, "2026-03-16 10:00", move |app, tx, now| {
            claims::close(app, tx, now, ("x1", &staff(12, Role::Claims)), claim, CloseWay::NoAnswer)
        });
        assert_eq!(closed.unwrap(), Outcome::Done);
        assert_eq!(
            desk.count(sql!("select count(*) as number from repair_order where state = 'stopped'")),
            1
        );
    });
}
