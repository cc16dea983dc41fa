//! The known-person check at application, on both databases (OFFICE-02, PRIV-02, PRIV-06): it tells, a person decides.
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, also in a helper")]

use app::{
    apply::{Made, Proposal},
    contracts::Outcome,
    testing::{World, at, each_world, proposal, staff},
    views::desk::contract_file,
};
use kernel::{Iban, Imei, Language, Postcode, Role, date};
use policy::{Command, EndWay, Notice};
use store::sql;

/// Somebody who has nothing in common with the usual proposal.
fn stranger() -> Proposal {
    let mut other = proposal();
    other.profile.name = "Pim Bakker".into();
    other.profile.born = Some(date(1980, 1, 2));
    other.profile.email = Some("pim@example.org".parse().unwrap());
    other.profile.address.street = "Zeedijk 1".into();
    other.profile.address.postcode = Postcode::parse_for(kernel::Country::Nl, "1012 AN").unwrap();
    other.device.identity.imei = Some(Imei::parse("356938035643809").unwrap());
    other.device.bought = date(2026, 5, 20);
    other.mandate.as_mut().unwrap().iban = Iban::parse("NL91ABNA0417164300").unwrap();
    other
}

/// What the desk is told about an application, by the codes.
fn found(world: &World<'_>, made: &Made) -> Vec<String> {
    let (app, number, now) = (world.app.clone(), made.number.clone(), at("2026-06-01 12:00"));
    let read = move |tx: &mut store::Tx<'_>| contract_file(&app, tx, &number, (now, now), Language::En);
    let file = world.app.db.read(read).unwrap().unwrap();
    let kinds = file.kindred.into_iter().flat_map(|other| other.kinds);
    kinds.map(|kind| kind.code().to_owned()).collect()
}

/// One row: what is changed in the stranger's application, and what is told of it.
type Check = (&'static str, fn(&mut Proposal), &'static [&'static str]);

const CHECKS: &[Check] = &[
    ("nothing in common", |_| {}, &[]),
    ("the address", |p| p.profile.address = proposal().profile.address, &["same-address", "rejected-before"]),
    (
        "the address, written otherwise",
        |p| {
            p.profile.address = proposal().profile.address;
            p.profile.address.street = "COOLSINGEL 40.".into();
        },
        &["same-address", "rejected-before"],
    ),
    ("the account", |p| p.mandate = proposal().mandate, &["same-account", "rejected-before"]),
    ("the device", |p| p.device.identity = proposal().device.identity, &["same-device", "rejected-before"]),
    (
        "the mail address",
        |p| p.profile.email = proposal().profile.email,
        &["other-policy", "rejected-before"],
    ),
    (
        "name and birthday",
        |p| {
            p.profile.name = "SANNE DE VRIES".into();
            p.profile.born = proposal().profile.born;
        },
        &["other-policy", "rejected-before"],
    ),
    ("the name only", |p| p.profile.name = proposal().profile.name, &[]),
];

#[test]
fn priv_02_what_an_applicant_shares_with_a_rejected_one_is_told() {
    for (what, change, expected) in CHECKS {
        each_world(|world| {
            let first = world.apply("2026-03-01 14:05", "a1", &proposal()).unwrap();
            let by = staff(11, Role::Acceptance);
            world
                .order("2026-03-02 09:00", "no", first.contract, &by, Command::Reject { reason: None })
                .unwrap();
            let mut other = stranger();
            change(&mut other);
            let second = world.apply("2026-06-01 09:00", "a2", &other).unwrap();
            assert_eq!(found(world, &second), *expected, "{what}");
            // Told or not, only a person decides.
            let phase = sql!("select count(*) as number from contract where phase = 'applied'");
            assert_eq!(world.number(phase, vec![]), 1, "{what}: it waits for a person");
        });
    }
}

#[test]
fn priv_06_fraud_and_debts_are_told_and_nothing_of_it_lies_open() {
    each_world(|world| {
        let mut payer = proposal();
        payer.mandate = None;
        let first = world.apply("2026-03-01 14:05", "a1", &payer).unwrap();
        let by = staff(11, Role::Acceptance);
        let accept = Command::Accept { accept_limit: app::testing::euro("3500.00") };
        assert_eq!(world.order("2026-03-01 15:00", "ok", first.contract, &by, accept), Ok(Outcome::Done));
        world.due(first.contract, "2026-03-02 06:00");
        let fraud = Notice::new(EndWay::Fraud, at("2026-03-20 09:00"));
        let end = Command::Cancel { notice: Box::new(fraud) };
        world.order("2026-03-20 09:00", "end", first.contract, &by, end).unwrap();
        world.due(first.contract, "2026-03-25 06:00");
        let mut again = stranger();
        again.profile.name = proposal().profile.name;
        again.profile.born = proposal().profile.born;
        let second = world.apply("2026-06-01 09:00", "a2", &again).unwrap();
        assert_eq!(found(world, &second), ["other-policy", "ended-for-fraud", "open-debt"]);
        let open =
            sql!("select count(*) as number from event where cast(body as text) like '%ended-for-fraud%'");
        assert_eq!(world.number(open, vec![]), 0, "sealed: it can be forgotten");
        let event = sql!("select count(*) as number from event where kind = 'signals-found'");
        assert_eq!(world.number(event, vec![]), 1);
    });
}

#[test]
fn a_household_without_trouble_is_no_signal() {
    each_world(|world| {
        world.policy("2026-03-01 14:05", "2026-03-01 15:00");
        let mut child = stranger();
        child.profile.address = proposal().profile.address;
        let second = world.apply("2026-06-01 09:00", "a2", &child).unwrap();
        assert_eq!(found(world, &second), Vec::<String>::new());
    });
}
