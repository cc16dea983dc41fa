//! The register of incidents, on both databases (PRIV-06, NL-FRAUD-05, OFFICE-15).
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, also in a helper")]

use app::{
    App, AppError,
    approvals::{self, Proposed, Verdict},
    contracts::Outcome,
    endings::{self, Entered},
    identity::{LookPurpose, looks},
    incidents::{self, Ground, Incident, IncidentKind, RemovedFor},
    testing::{World, at, each_world, proposal, staff},
};
use kernel::{Id, Instant, Role};
use policy::{EndWay, Notice};
use store::{Priority, Tx, params, sql};

fn write<T: Send + 'static>(
    world: &World<'_>,
    when: &str,
    act: impl Fn(&App, &mut Tx<'_>, Instant) -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    let (app, now) = (world.app.clone(), at(when));
    world.app.db.write(Priority::Click, move |tx| act(&app, tx, now))
}

fn code<T: std::fmt::Debug>(done: Result<T, AppError>) -> String {
    done.unwrap_err().refused().unwrap().code.clone()
}

fn propose(
    world: &World<'_>,
    when: &'static str,
    contract: Id,
    kind: IncidentKind,
    words: &'static str,
) -> Result<Proposed, AppError> {
    write(world, when, move |app, tx, now| {
        incidents::propose(app, tx, now, (when, &staff(12, Role::Claims)), (contract, None), (kind, words))
    })
}

fn agree(world: &World<'_>, when: &'static str, by: i64, approval: Id) -> Result<Outcome, AppError> {
    write(world, when, move |app, tx, now| {
        approvals::decide(app, tx, now, (when, &staff(by, Role::Claims)), approval, Verdict::Approve)
    })
}

/// The register as somebody reads it, with the look that leaves.
fn read(world: &World<'_>, when: &str, of: Option<Id>) -> Vec<Incident> {
    let read = write(world, when, move |app, tx, now| {
        let by = staff(14, Role::PrivacyManager);
        incidents::look(app, tx, (&by, now), LookPurpose::Complaint, of, 0)
    });
    read.unwrap().incidents
}

fn end(world: &World<'_>, contract: Id, way: EndWay) -> Result<Outcome, AppError> {
    let notice = Notice::new(way, at("2026-03-20 09:00"));
    let actor = staff(11, Role::Claims);
    let entered = Entered { id: "e1".into(), contract, version: None, notice, actor };
    write(world, "2026-03-20 09:00", move |app, tx, now| endings::propose(app, tx, now, &entered, None))?;
    let waiting = write(world, "2026-03-20 09:01", move |_, tx, _| approvals::waiting_for(tx, contract));
    agree(world, "2026-03-20 10:00", 13, waiting.unwrap().unwrap().approval)
}

#[test]
fn nl_fraud_05_a_policy_that_two_people_end_for_fraud_is_an_incident() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        assert_eq!(read(world, "2026-03-19 09:00", None).len(), 0);
        end(world, made.contract, EndWay::Fraud).unwrap();
        let register = read(world, "2026-03-21 09:00", Some(made.holder));
        let [incident] = register.as_slice() else { panic!("one: {register:?}") };
        assert_eq!((incident.kind, incident.ground), (IncidentKind::Fraud, Ground::Ended));
        assert_eq!((incident.policy.clone(), incident.person), (made.number.clone(), made.holder));
        assert_eq!(incident.people, (store::testing::id(11), store::testing::id(13)));
        // Three years from Friday 20 March 2026, that day not counted.
        assert_eq!(incident.keep_until, kernel::date(2029, 3, 20));
        // PRIV-17: who looked, at whom, what for.
        let holder = made.holder;
        let looks =
            world.app.db.read(move |tx| looks::at_subject(tx, holder, at("2026-04-01 00:00"))).unwrap();
        let told: Vec<_> = looks.iter().map(|look| (look.act.as_str(), look.purpose)).collect();
        assert_eq!(told, [("ViewIncidents", LookPurpose::Complaint)]);
        let plain = sql!("select count(*) as number from event where cast(body as text) like '%incident%'");
        assert_eq!(world.number(plain, vec![]), 0, "nothing of it in the journal");
    });
}

#[test]
fn priv_06_an_ordinary_ending_is_no_incident_and_non_payment_is_one() {
    assert_eq!(IncidentKind::of_ending(EndWay::RepeatedNonPayment), Some(IncidentKind::NonPayment));
    for way in [EndWay::Ordinary, EndWay::CoolingOff, EndWay::InsurerAfterClaim, EndWay::Sanctions] {
        assert_eq!(IncidentKind::of_ending(way), None, "{}", way.code());
    }
}

#[test]
fn office_15_what_is_written_down_by_hand_needs_another_person() {
    each_world(|world| {
        let contract = world.policy("2026-03-01 14:05", "2026-03-02 10:00").contract;
        let kind = IncidentKind::NonPayment;
        assert_eq!(code(propose(world, "2026-03-10 09:00", contract, kind, "  ")), "incident-no-words");
        let proposed = propose(world, "2026-03-10 09:01", contract, kind, "Never paid an invoice.").unwrap();
        assert_eq!(read(world, "2026-03-10 09:02", None).len(), 0, "not before somebody agrees");
        let own = agree(world, "2026-03-10 09:03", 12, proposed.approval).unwrap_err();
        assert!(matches!(own, AppError::Denied(_)), "{own}");
        assert_eq!(agree(world, "2026-03-10 09:04", 13, proposed.approval).unwrap(), Outcome::Done);
        assert_eq!(agree(world, "2026-03-10 09:04", 13, proposed.approval).unwrap(), Outcome::AlreadyDone);
        let register = read(world, "2026-03-10 09:05", None);
        assert_eq!((register.len(), register[0].ground), (1, Ground::ByHand));
        assert_eq!(register[0].words.as_deref(), Some("Never paid an invoice."));
        let again = propose(world, "2026-03-11 09:00", contract, kind, "Still nothing.");
        assert_eq!(code(again), "incident-there");
    });
}

#[test]
fn priv_11_what_is_wrong_is_put_right_and_what_is_not_so_is_removed_and_forgotten() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        end(world, made.contract, EndWay::Fraud).unwrap();
        let incident = read(world, "2026-03-21 09:00", None).remove(0);
        let (id, version) = (incident.id, incident.version);
        let correct = |when: &'static str, version: i64| {
            write(world, when, move |app, tx, now| {
                let by = staff(14, Role::PrivacyManager);
                let said = ("The invoice was another shop's.", "The date was wrong.");
                incidents::correct(app, tx, now, (when, &by), (id, version), said)
            })
        };
        assert_eq!(correct("2026-03-22 09:00", version).unwrap(), Outcome::Done);
        assert_eq!(correct("2026-03-22 09:00", version).unwrap(), Outcome::AlreadyDone);
        assert_eq!(code(correct("2026-03-22 09:01", version)), "incident-changed");
        let incident = read(world, "2026-03-22 09:02", None).remove(0);
        assert_eq!(incident.words.as_deref(), Some("The invoice was another shop's."));
        assert_eq!(incident.corrections, ["The date was wrong."]);
        let remove = |when: &'static str| {
            write(world, when, move |_, tx, now| {
                let by = staff(14, Role::PrivacyManager);
                incidents::remove(tx, now, (when, &by), (id, version + 1), RemovedFor::Objection)
            })
        };
        assert_eq!(remove("2026-03-23 09:00").unwrap(), Outcome::Done);
        // The program stopped before it destroyed the key: the next sweep does.
        assert_eq!(incidents::sweep(&world.app, at("2026-03-24 06:00")).unwrap(), 0, "none is over");
        assert_eq!(code(remove("2026-03-23 09:01")), "incident-unknown");
        assert_eq!(read(world, "2026-03-23 09:02", None).len(), 0);
        let content = world.app.db.read(move |tx| {
            let row = tx.query_one(sql!("select content from incident where id = ?1"), &params![id])?;
            row.id::<Id>("content")
        });
        let (app, content) = (world.app.clone(), content.unwrap());
        let opened = world.app.db.read(move |tx| app.vault.open_rows(tx, &[content])).unwrap();
        assert_eq!(opened, [store::vault::Opened::Forgotten]);
        let whose = sql!("select count(*) as number from incident where person is not null");
        assert_eq!(world.number(whose, vec![]), 0, "that there was one stays, and not whose");
    });
}

#[test]
fn priv_19_an_incident_goes_the_day_after_its_last_and_not_before() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        end(world, made.contract, EndWay::Fraud).unwrap();
        assert_eq!(incidents::sweep(&world.app, at("2029-03-20 23:59")).unwrap(), 0);
        assert_eq!(incidents::sweep(&world.app, at("2029-03-21 06:00")).unwrap(), 1);
        assert_eq!(incidents::sweep(&world.app, at("2029-03-21 06:00")).unwrap(), 0);
        assert_eq!(read(world, "2029-03-21 09:00", None).len(), 0);
    });
}

#[test]
fn office_02_an_incident_comes_up_when_the_same_person_applies_again() {
    each_world(|world| {
        let made = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let kind = IncidentKind::NonPayment;
        let proposed = propose(world, "2026-03-10 09:01", made.contract, kind, "Never paid.").unwrap();
        agree(world, "2026-03-10 09:04", 13, proposed.approval).unwrap();
        let mut second = proposal();
        second.device.identity.imei = Some(kernel::Imei::parse("356938035643809").unwrap());
        second.device.bought = kernel::date(2026, 5, 20);
        let second = world.apply("2026-06-01 09:00", "a2", &second).unwrap();
        let (app, number, now) = (world.app.clone(), second.number, at("2026-06-01 12:00"));
        let file = world.app.db.read(move |tx| {
            let language = kernel::Language::En;
            app::views::desk::contract_file(&app, tx, &number, (now, now), language)
        });
        let kindred = file.unwrap().unwrap().kindred;
        let kinds: Vec<_> = kindred.iter().flat_map(|other| &other.kinds).map(|kind| kind.code()).collect();
        assert!(kinds.contains(&"incident"), "{kinds:?}");
    });
}
