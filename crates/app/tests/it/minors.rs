//! Who may apply: from the eighteenth birthday on, by the clock of the country; before it a parent does (LAW-FMT-10).
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, also in a helper")]

use app::{
    testing::{World, at, each_world, proposal},
    views::desk::contract_file,
};
use kernel::{Date, Language};

/// Born, applied at, whether it may be.
const CHECKS: &[(&str, &str, bool)] = &[
    ("2008-03-15", "2026-03-14 23:59", false),
    ("2008-03-15", "2026-03-15 00:00", true),
    ("2008-02-28", "2026-02-28 00:00", true),
    // Born on a leap day: of age on 1 March, never a day too early.
    ("2008-02-29", "2026-02-28 23:59", false),
    ("2008-02-29", "2026-03-01 00:00", true),
    ("2008-03-01", "2026-02-28 12:00", false),
    ("2025-01-01", "2026-03-01 12:00", false),
];

fn apply(world: &World<'_>, born: &str, when: &str) -> Result<(), String> {
    let mut young = proposal();
    let born: Date = born.parse().unwrap();
    young.profile.born = Some(born);
    young.device.bought = kernel::date(2026, 2, 20);
    let applied = world.apply(when, "c1", &young);
    applied.map(|_| ()).map_err(|error| {
        let refused = error.refused().unwrap();
        assert_eq!(refused.rule.as_ref().unwrap().id(), "LAW-FMT-10");
        refused.code.clone()
    })
}

#[test]
fn law_fmt_10_a_minor_does_not_apply_alone() {
    for (born, when, may) in CHECKS {
        each_world(|world| {
            let expected = if *may { Ok(()) } else { Err("applicant-minor".to_owned()) };
            assert_eq!(apply(world, born, when), expected, "born {born}, {when}");
        });
    }
}

#[test]
fn law_fmt_10_a_parent_is_the_policyholder_and_the_child_is_named() {
    each_world(|world| {
        let mut parents = proposal();
        parents.profile.insured_person = Some("Noor de Vries".into());
        parents.profile.insured_born = Some(kernel::date(2014, 9, 1));
        let made = world.apply("2026-03-01 14:05", "c1", &parents).unwrap();
        let (app, number, now) = (world.app.clone(), made.number.clone(), at("2026-03-01 15:00"));
        let read = move |tx: &mut store::Tx<'_>| contract_file(&app, tx, &number, (now, now), Language::En);
        let file = world.app.db.read(read).unwrap().unwrap();
        let profile = file.known.unwrap().profile.unwrap();
        assert_eq!(profile.name, "Sanne de Vries", "the parent's name is on the contract");
        assert_eq!(profile.insured_person.as_deref(), Some("Noor de Vries"));
    });
}
