//! A rejection of the wrong person is taken back, on both databases: cover, device, task and letter (OFFICE-03).

use app::{
    contracts::Outcome,
    corrections::{self, Wrong},
    tasks::TaskKind,
    testing::{at, each_world, proposal, staff},
};
use kernel::Role;
use policy::{Command, Right};
use store::{Priority, params, sql};

#[test]
fn office_03_a_rejection_in_error_is_taken_back_once() {
    each_world(|world| {
        let made = world.apply("2026-03-01 14:05", "a1", &proposal()).unwrap();
        let by = staff(11, Role::Acceptance);
        world.order("2026-03-02 09:00", "no", made.contract, &by, Command::Reject { reason: None }).unwrap();
        let number = |sql, with: &str| world.number(sql, params![with].to_vec());
        let open = sql!("select count(*) as number from task where state = 'open' and kind = ?1");
        let devices = sql!("select count(*) as number from unique_key where kind = ?1");
        let letters = sql!("select count(*) as number from letter where kind = ?1");
        assert_eq!((number(open, TaskKind::DecideApplication.code()), number(devices, "imei")), (0, 0));
        let seq = number(sql!("select seq as number from event where kind = ?1"), "rejected");
        let wrong = Wrong {
            id: "k1".into(),
            contract: made.contract,
            version: None,
            seq,
            right: Right::Never,
            actor: by.clone(),
        };
        let correct = |when: &str| {
            let (app, now, wrong) = (world.app.clone(), at(when), wrong.clone());
            world.app.db.write(Priority::Click, move |tx| corrections::correct(&app, tx, now, &wrong))
        };
        assert_eq!(correct("2026-03-03 09:00").unwrap(), Outcome::Done);
        assert_eq!(correct("2026-03-03 09:01").unwrap(), Outcome::AlreadyDone);
        assert_eq!((number(open, TaskKind::DecideApplication.code()), number(devices, "imei")), (1, 1));
        assert_eq!(number(letters, "application-received"), 2, "the applicant is told of the cover again");
        let accept = Command::Accept { accept_limit: app::testing::euro("3500.00") };
        assert_eq!(world.order("2026-03-04 09:00", "yes", made.contract, &by, accept), Ok(Outcome::Done));
    });
}

#[test]
fn priv_02_a_rejection_stays_when_the_device_is_insured_elsewhere_meanwhile() {
    each_world(|world| {
        let made = world.apply("2026-03-01 14:05", "a1", &proposal()).unwrap();
        let by = staff(11, Role::Acceptance);
        world.order("2026-03-02 09:00", "no", made.contract, &by, Command::Reject { reason: None }).unwrap();
        world.policy("2026-03-02 10:00", "2026-03-02 11:00");
        let (app, now, contract) = (world.app.clone(), at("2026-03-03 09:00"), made.contract);
        let refused = world.app.db.write(Priority::Click, move |tx| {
            let facts = app::contracts::facts(tx, &[contract])?.remove(&contract).unwrap_or_default();
            let seq = facts.iter().find(|fact| fact.event.kind() == "rejected").map_or(0, |fact| fact.seq);
            let (id, right) = ("k1".to_owned(), Right::Never);
            let wrong = Wrong { id, contract, version: None, seq, right, actor: by.clone() };
            corrections::correct(&app, tx, now, &wrong)
        });
        assert_eq!(refused.unwrap_err().refused().unwrap().code, "device-insured-already");
    });
}
