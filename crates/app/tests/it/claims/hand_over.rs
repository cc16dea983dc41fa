//! NL-CLAIM-08, AMB-31 through the use cases: the repairer says that the customer has it; and what is left to do after the work.

use ::claims::{AcceptedBy, RecoveryKind};
use app::{
    claims::{self, Toward},
    contracts::Outcome,
    money::{statements, suspense},
    testing::{
        at,
        bank::{BankDouble, Entry},
        each_world, euro, staff,
    },
};
use kernel::{Id, Role};
use store::{params, sql};

use super::desk::{Desk, code};
use super::in_kind::{act, approved, deliver, lab, order_of, repaired};

fn tasks(desk: &Desk<'_>, kind: &'static str) -> i64 {
    let sql = sql!("select count(*) as number from task where kind = ?1 and state = 'open'");
    desk.world.number(sql, params![kind].to_vec())
}

fn hand_over(
    desk: &Desk<'_>,
    when: &str,
    command: &'static str,
    claim: Id,
) -> Result<Outcome, app::AppError> {
    let job = order_of(desk);
    act(desk, when, move |app, tx, now| claims::hand_over_job(app, tx, now, (command, &lab()), (claim, job)))
}

fn day(desk: &Desk<'_>, when: &str, claim: Id) {
    act(desk, when, move |app, tx, now| claims::fall_due(app, tx, now, &[claim])).unwrap();
}

fn paid(desk: &Desk<'_>) -> i64 {
    desk.count(sql!("select count(*) as number from payment_order where kind = 'supplier'"))
}

#[test]
fn what_was_handed_over_counts_after_a_week_and_only_then_is_paid() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = approved(&desk);
        deliver(&desk, "2026-03-14 10:00", "d1", claim, repaired("200.00")).unwrap();
        assert_eq!(hand_over(&desk, "2026-03-14 16:00", "h1", claim).unwrap(), Outcome::Done);
        assert_eq!(hand_over(&desk, "2026-03-14 16:00", "h1", claim).unwrap(), Outcome::AlreadyDone);
        assert_eq!(desk.letters("work-handed-over"), 1);
        let job = order_of(&desk);
        let early = act(&desk, "2026-03-15 09:00", move |app, tx, now| {
            claims::accept_job(app, tx, now, ("a0", &lab()), (claim, job), AcceptedBy::HandOver)
        });
        assert_eq!(code(early), "claim-needs-person", "no repairer accepts for the customer");
        day(&desk, "2026-03-21 23:00", claim);
        assert_eq!((paid(&desk), desk.letters("work-accepted")), (0, 0));
        day(&desk, "2026-03-22 06:00", claim);
        day(&desk, "2026-03-22 06:00", claim);
        assert_eq!((paid(&desk), desk.letters("work-accepted")), (1, 1));
        let posted = sql!(
            "select count(*) as number from posting where template = 'work-accepted' and booked_on = '2026-03-14'"
        );
        assert!(desk.count(posted) > 0, "it belongs to the day on which it was handed over");
        // MONEY-07: asked for once more, then it is a person's work of its own, also after the claim is closed.
        let payment = desk.page("2026-03-22 11:00", claim).payments[0].id;
        let batch = store::testing::id(70);
        desk.bank("2026-03-23 09:00", claim, ::claims::Command::SendPayment { payment, batch });
        let debited = at("2026-03-24 00:00");
        desk.bank("2026-03-24 09:00", claim, ::claims::Command::ConfirmPayment { payment, debited });
        assert_eq!(tasks(&desk, "collect-own-share"), 0);
        day(&desk, "2026-04-06 08:00", claim);
        assert_eq!((tasks(&desk, "collect-own-share"), desk.open_tasks()), (1, 0));
        let waive = move |app: &app::App, tx: &mut store::Tx<'_>, now| {
            claims::waive_own_share(app, tx, now, ("w", &staff(12, Role::Claims)), claim, "Goodwill.")
        };
        desk.write("2026-04-07 09:00", waive).unwrap();
        assert_eq!(tasks(&desk, "collect-own-share"), 0);
    });
}

#[test]
fn who_did_not_get_it_says_so_and_a_person_sees_to_it() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = approved(&desk);
        deliver(&desk, "2026-03-14 10:00", "d1", claim, repaired("200.00")).unwrap();
        hand_over(&desk, "2026-03-14 16:00", "h1", claim).unwrap();
        let (job, customer) = (order_of(&desk), desk.customer());
        let deny = move |app: &app::App, tx: &mut store::Tx<'_>, now| {
            claims::deny_hand_over(app, tx, now, ("n1", &customer), (claim, job))
        };
        assert_eq!(desk.write("2026-03-15 09:00", deny.clone()).unwrap(), Outcome::Done);
        assert_eq!(desk.write("2026-03-15 09:01", deny).unwrap(), Outcome::AlreadyDone);
        assert_eq!(tasks(&desk, "denied-hand-over"), 1);
        day(&desk, "2026-03-30 06:00", claim);
        assert_eq!(paid(&desk), 0, "however long it takes");
        hand_over(&desk, "2026-03-30 16:00", "h2", claim).unwrap();
        assert_eq!(tasks(&desk, "denied-hand-over"), 0);
        let customer = desk.customer();
        act(&desk, "2026-03-30 17:00", move |app, tx, now| {
            claims::accept_job(app, tx, now, ("c1", &customer), (claim, job), AcceptedBy::Customer)
        })
        .unwrap();
        assert_eq!((paid(&desk), desk.letters("work-handed-over")), (1, 2));
    });
}

#[test]
fn money_in_suspense_is_placed_on_the_own_share_or_the_recovery_that_a_person_chooses() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = approved(&desk);
        deliver(&desk, "2026-03-14 10:00", "d1", claim, repaired("200.00")).unwrap();
        let (job, customer) = (order_of(&desk), desk.customer());
        act(&desk, "2026-03-15 10:00", move |app, tx, now| {
            claims::accept_job(app, tx, now, ("c1", &customer), (claim, job), AcceptedBy::Customer)
        })
        .unwrap();
        for (command, amount) in [("x1", "40.00"), ("x2", "60.00")] {
            desk.write("2026-03-16 09:00", move |app, tx, now| {
                let (kind, from) = (RecoveryKind::ThirdParty, "Garage Jansen".to_owned());
                let new =
                    claims::NewRecovery { kind, amount: euro(amount), from, why: "Their lift.".to_owned() };
                claims::expect_recovery(app, tx, now, (command, &staff(12, Role::Claims)), claim, &new)
            })
            .unwrap();
        }
        let mut bank = BankDouble::new("NL91ABNA0417164300");
        let entry = Entry::transfer("Garage Jansen", "NL39RABO0300065264", euro("100.00"), "schade telefoon");
        let file = bank.day(kernel::date(2026, 3, 17), &[], &[entry]);
        statements::import(&world.app, at("2026-03-18 08:00"), "s1", &staff(21, Role::Finance), file)
            .unwrap();
        let fingerprint = world.app.db.read(|tx| suspense::list(tx, 0)).unwrap().0[0].fingerprint.clone();
        let place = |command: &'static str, toward: Option<Toward>, part: Option<&'static str>| {
            let fingerprint = fingerprint.clone();
            desk.write("2026-03-18 09:00", move |app, tx, now| {
                let by = (command, &staff(21, Role::Finance));
                claims::place_money(app, tx, now, by, claim, &fingerprint, (toward, part.map(euro)))
            })
        };
        assert_eq!(code(place("p0", None, None)), "claim-money-for-what");
        assert_eq!(code(place("p0", Some(Toward::Recovery(3)), None)), "recovery-unknown");
        assert_eq!(code(place("p0", Some(Toward::OwnShare), Some("50.01"))), "split-too-much");
        assert_eq!(place("p1", Some(Toward::OwnShare), Some("30.00")).unwrap(), Outcome::Done);
        assert_eq!(place("p1", Some(Toward::OwnShare), Some("30.00")).unwrap(), Outcome::AlreadyDone);
        assert_eq!(place("p2", Some(Toward::Recovery(2)), None).unwrap(), Outcome::Done);
        let left = desk.write("2026-03-18 10:00", move |app, tx, _| claims::awaited(app, tx, claim)).unwrap();
        let left: Vec<_> = left.iter().map(|one| (one.toward, one.open)).collect();
        let expected = [(Toward::OwnShare, euro("20.00")), (Toward::Recovery(1), euro("40.00"))];
        assert_eq!(left, expected);
        let open = sql!(
            "select cast(sum(open_cents) as bigint) as number from statement_entry where state = 'suspense'"
        );
        assert_eq!(desk.count(open), 1_000, "what is left has no place yet");
        let on = |account: &'static str| {
            let sql = sql!(
                "select cast(coalesce(sum(amount_cents), 0) as bigint) as number from posting where account = ?1"
            );
            world.number(sql, params![account].to_vec())
        };
        assert_eq!(on("1310"), 2_000, "of the own share");
        let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
        for toward in [Toward::OwnShare, Toward::Recovery(12)] {
            assert_eq!(Toward::from_code(&toward.code()), Some(toward));
        }
        assert_eq!(Toward::from_code("recovery-x"), None);
    });
}
