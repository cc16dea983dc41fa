//! Contracts through the use cases, on both databases.

use app::testing::{each_world, euro, proposal, staff};
use kernel::Role;
use policy::Command;
use store::{params, sql};

#[test]
fn an_application_is_made_once_however_often_it_is_said() {
    each_world(|world| {
        let made = world.apply("2026-03-01 14:05", "c1", &proposal()).unwrap();
        let again = world.apply("2026-03-01 14:06", "c1", &proposal()).unwrap();
        assert_eq!(made, again);
        assert_eq!(world.number(sql!("select count(*) as number from contract"), vec![]), 1);
        assert_eq!(
            world.number(sql!("select count(*) as number from letter"), vec![]),
            1,
            "one confirmation (DOC-01)"
        );
        let open =
            sql!("select count(*) as number from task where state = 'open' and kind = 'decide-application'");
        assert_eq!(world.number(open, vec![]), 1);
    });
}

#[test]
fn priv_02_a_device_is_insured_once_at_a_time() {
    each_world(|world| {
        world.apply("2026-03-01 14:05", "c1", &proposal()).unwrap();
        let second = world.apply("2026-03-01 14:06", "c2", &proposal()).unwrap_err();
        assert_eq!(second.refused().unwrap().code, "device-insured-already");
        assert_eq!(world.number(sql!("select count(*) as number from contract"), vec![]), 1);
        assert_eq!(
            world.number(sql!("select count(*) as number from party"), vec![]),
            1,
            "nothing is half done"
        );
    });
}

#[test]
fn amb_41_somebody_who_may_be_listed_has_no_cover_until_a_person_looked() {
    each_world(|world| {
        let mut listed = proposal();
        listed.profile.name = "Ivan Verdacht".into();
        let made = world.apply("2026-03-01 14:05", "c1", &listed).unwrap();
        let open =
            sql!("select count(*) as number from task where state = 'open' and kind = 'clear-screening'");
        assert_eq!(world.number(open, vec![]), 1);
        assert_eq!(
            world.number(sql!("select count(*) as number from letter"), vec![]),
            0,
            "no cover is promised"
        );
        let accept = Command::Accept { accept_limit: euro("3500") };
        let refused =
            world.order("2026-03-02 09:00", "a1", made.contract, &staff(11, Role::Acceptance), accept);
        assert_eq!(refused.unwrap_err().rule.unwrap().id(), "AMB-41");
        let clear = Command::Screen { verdict: policy::Verdict::Clear };
        world.order("2026-03-02 09:01", "s1", made.contract, &staff(11, Role::Acceptance), clear).unwrap();
        assert_eq!(world.number(open, vec![]), 0);
        assert_eq!(world.number(sql!("select count(*) as number from letter"), vec![]), 1);
    });
}

#[test]
fn the_ledger_sums_to_zero_whatever_happens() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        world.run("2026-03-03", "2026-04-05");
        let sum = sql!("select cast(sum(amount_cents) as bigint) as number from posting");
        assert_eq!(world.number(sum, vec![]), 0);
        let owed =
            sql!("select cast(sum(amount_cents) as bigint) as number from posting where account = '1300'");
        assert_eq!(world.number(owed, vec![]), 2 * 995, "two instalments are owed");
        let tax =
            sql!("select cast(sum(amount_cents) as bigint) as number from posting where account = '1650'");
        assert_eq!(world.number(tax, vec![]), -2 * 173);
        let waiting =
            sql!("select count(*) as number from collection where contract = ?1 and state = 'announced'");
        assert_eq!(world.number(waiting, params![made.contract].to_vec()), 2);
    });
}

#[test]
fn running_a_day_twice_does_each_thing_once() {
    each_world(|world| {
        world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        world.run("2026-03-03", "2026-03-03");
        let events = sql!("select count(*) as number from event");
        let before = world.number(events, vec![]);
        world.run("2026-03-03", "2026-03-03");
        assert_eq!(world.number(events, vec![]), before);
    });
}

#[test]
fn every_sql_text_is_right_on_both_databases() {
    assert_eq!(store::testing::wrong_texts(&app::schema::domain()), Vec::<String>::new());
}
