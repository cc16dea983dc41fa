//! The list of late premium: from columns alone, right at any time, and written again for rows of an older program.

use app::money::reminders::{self, Line, Stage};
use app::testing::proposal_in;
use kernel::Country;

use super::*;

fn stages(world: &World<'_>, when: &str) -> Vec<Line> {
    let now = at(when);
    world.app.db.read(move |tx| reminders::list(tx, now, None, 0)).unwrap().lines
}

fn stage(world: &World<'_>, when: &str) -> Option<Stage> {
    let lines = stages(world, when);
    assert!(lines.len() <= 1, "one policy");
    let (now, first) = (at(when), lines.first().map(|line| line.stage));
    let counts = world.app.db.read(move |tx| reminders::counts(tx, now)).unwrap();
    assert_eq!(counts.first().map(|(stage, count, _)| (*stage, *count)), first.map(|stage| (stage, 1)));
    first
}

fn unpaid(world: &World<'_>, country: Country) -> Id {
    let without = app::apply::Proposal { mandate: None, ..proposal_in(country) };
    let made = world.apply("2026-03-01 14:05", "apply", &without).unwrap();
    let accept = Command::Accept { accept_limit: euro("3500") };
    world.order("2026-03-01 15:00", "accept", made.contract, &staff(11, Role::Acceptance), accept).unwrap();
    world.due(made.contract, "2026-03-02 06:00");
    made.contract
}

#[test]
fn nl_dun_each_stage_is_listed_when_it_comes() {
    each_world(|world| {
        let contract = unpaid(world, Country::Nl);
        assert_eq!(stage(world, "2026-03-20 09:00"), None, "a reminder is more than a week away");
        assert_eq!(stage(world, "2026-03-27 09:00"), Some(Stage::Soon));
        world.due(contract, "2026-04-01 06:00");
        assert_eq!(stage(world, "2026-04-02 09:00"), Some(Stage::Reminded));
        assert_eq!(stages(world, "2026-04-02 09:00")[0].next, Some(at("2026-04-16 00:00")));
        // Time alone moves it on, without a run.
        assert_eq!(stage(world, "2026-04-16 00:00"), Some(Stage::Off));
        let first = stages(world, "2026-04-20 09:00").remove(0);
        assert_eq!((first.oldest, first.open), (day("2026-03-01"), premium(world, 2)), "both instalments");
        let ready = first.next.expect("the end may be proposed at last");
        assert_eq!(stage(world, "2026-06-20 09:00"), Some(Stage::Ready));
        let before = ready - std::time::Duration::from_secs(1);
        let lines = world.app.db.read(move |tx| reminders::list(tx, before, Some(Stage::Off), 0)).unwrap();
        assert_eq!((lines.count, lines.lines.len()), (1, 1), "not a second before AMB-13 is met");
        let lines = world.app.db.read(move |tx| reminders::list(tx, ready, Some(Stage::Off), 0)).unwrap();
        assert_eq!((lines.count, lines.lines.len()), (0, 0));
    });
}

#[test]
fn a_hold_shows_until_it_is_over_and_paid_premium_leaves_the_list() {
    each_world(|world| {
        let contract = unpaid(world, Country::Nl);
        world.due(contract, "2026-04-01 06:00");
        let note = kernel::VaultRef { id: contract, commitment: "c".repeat(64) };
        let hold =
            Command::HoldReminders { reason: billing::HoldReason::Dispute, until: day("2026-05-10"), note };
        world.order("2026-04-02 10:00", "hold", contract, &staff(21, Role::Finance), hold).unwrap();
        assert_eq!(stage(world, "2026-04-02 11:00"), Some(Stage::Held));
        assert_eq!(stage(world, "2026-05-11 00:00"), Some(Stage::Soon), "then reminders go on");
    });
}

#[test]
fn a_row_of_an_older_program_is_written_again_by_the_daily_run() {
    each_world(|world| {
        let contract = unpaid(world, Country::Nl);
        let forget = move |tx: &mut store::Tx<'_>| {
            tx.exec_one(
                sql!(
                    "update contract set state_version = 0, late_us = null, oldest_due = null where id = ?1"
                ),
                &params![contract],
            )
        };
        world.app.db.write(Priority::Click, forget).unwrap();
        assert_eq!(stage(world, "2026-03-27 09:00"), None);
        world.due(contract, "2026-03-10 06:00");
        assert_eq!(stage(world, "2026-03-27 09:00"), Some(Stage::Soon));
    });
}

#[test]
fn be_dun_10_the_free_reminder_is_a_stage_of_its_own() {
    each_world(|world| {
        let contract = unpaid(world, Country::Be);
        assert_eq!(stage(world, "2026-03-12 09:00"), Some(Stage::Soon));
        world.due(contract, "2026-03-16 06:00");
        assert_eq!(stage(world, "2026-03-17 09:00"), Some(Stage::Free));
    });
}
