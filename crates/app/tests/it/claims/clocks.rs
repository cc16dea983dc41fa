//! Our own terms about claims: the law's in Belgium, our promise in the Netherlands; warned, told, and ended by what they ask.

use ::claims::Command;
use app::testing::{DROPPED, at, each_world, proposal_in, staff};
use kernel::{Country, Role};
use store::sql;

use super::desk::{Desk, stated};

const TASKS: &store::sql::Sql =
    sql!("select count(*) as number from task where kind = 'claim-term' and state = 'open'");

#[test]
fn law_be_ins_09_a_belgian_claim_is_answered_in_three_months_and_the_desk_is_warned_before() {
    each_world(|world| {
        let desk = Desk::of(world, &proposal_in(Country::Be));
        let reported = desk.report("2026-03-11 09:00", "r1", stated(&DROPPED[..3]), false).unwrap();
        let by = at("2026-06-12 00:00");
        assert_eq!(desk.status("2026-03-11 10:00", reported.id).answer_by, Some(by));
        world.run("2026-03-12", "2026-05-20");
        assert_eq!(desk.count(TASKS), 0);
        world.run("2026-05-21", "2026-06-01");
        assert_eq!(desk.count(TASKS), 1);
        let ruled = sql!(
            "select count(*) as number from task where kind = 'claim-term' and rule = 'LAW-BE-INS-09' \
             and detail = 'answer'"
        );
        assert_eq!(desk.count(ruled), 1);
        world.run("2026-06-02", "2026-06-14");
        let page = desk.page("2026-06-14 09:00", reported.id);
        let kinds: Vec<&str> = page.history.iter().map(|line| line.kind.as_str()).collect();
        let of_terms: Vec<&&str> = kinds.iter().filter(|kind| kind.starts_with("term-")).collect();
        assert_eq!(of_terms, [&"term-near", &"term-missed"]);
        assert_eq!((page.clocks[0].until, desk.count(TASKS)), (by, 1), "it is still to be done");
    });
}

#[test]
fn a_dutch_claim_has_our_own_promise_and_payment_its_own_term() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        let status = desk.status("2026-03-11 10:00", claim);
        assert_eq!((status.answer_by, status.pay_by), (Some(at("2026-04-11 00:00")), None));
        assert_eq!(status.history.first().map(|(kind, _)| kind.as_str()), Some("reported"));
        desk.desk_states("2026-03-11 10:01", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        desk.approve("2026-03-11 10:02", "a1", staff(12, Role::Claims), claim).unwrap();
        let status = desk.status("2026-03-11 10:05", claim);
        assert_eq!((status.answer_by, status.pay_by), (None, Some(at("2026-03-26 00:00"))));
        world.run("2026-03-12", "2026-03-16");
        assert_eq!(desk.count(TASKS), 0);
        world.run("2026-03-17", "2026-03-20");
        let payment = sql!(
            "select count(*) as number from task where kind = 'claim-term' and state = 'open' \
             and detail = 'payment' and rule = 'OFFICE-05'"
        );
        assert_eq!(desk.count(payment), 1, "warned a week before");
        let payment = desk.page("2026-03-20 09:00", claim).payments[0].id;
        let batch = store::testing::id(70);
        desk.bank("2026-03-20 09:00", claim, Command::SendPayment { payment, batch });
        let debited = at("2026-03-21 00:00");
        desk.bank("2026-03-21 09:00", claim, Command::ConfirmPayment { payment, debited });
        assert_eq!(desk.count(TASKS), 0, "paid");
    });
}
