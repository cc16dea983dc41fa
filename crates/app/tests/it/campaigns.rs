//! Campaigns over many policies, on both databases: announced once each, whatever happens on the way.

use std::ops::ControlFlow;
use std::sync::Barrier;

use app::{
    AppError, Refused,
    access::Action,
    apply::{self, Holder},
    approvals::{self, Verdict},
    campaigns::{self, Progress, Rows, Step, Wanted},
    contracts::{self, Order, Outcome},
    testing::{World, at, each_world, euro, proposal, staff},
};
use kernel::{Actor, Id, Instant, Role, SerialNumber, date};
use policy::{CampaignPhase, Command, EndWay, Notice, Reason, Repricing};
use store::{Priority, Tx, params, sql};

/// Policies that run since 1 March 2026.
fn portfolio(world: &World<'_>, count: usize) -> Vec<Id> {
    let (app, now) = (world.app.clone(), at("2026-03-01 10:00"));
    write(world, move |tx| {
        let (mut ids, mut orders) = (Vec::new(), Vec::new());
        let actor = staff(11, Role::Acceptance);
        for n in 0..count {
            let mut one = proposal();
            one.device.identity.imei = None;
            one.device.identity.serial = SerialNumber::parse(&format!("SERIAL{n:05}")).ok();
            let holder = Holder::New(app.new_id(app.new_shard(), now));
            let id = apply::apply(&app, tx, now, &format!("c{n}"), &actor, holder, &one)?.contract;
            ids.push(id);
            let command = Command::Accept { accept_limit: euro("3500") };
            orders.push(Order { id: format!("a{n}"), contract: id, command, actor: actor.clone() });
        }
        for answer in contracts::execute(&app, tx, now, &orders)? {
            answer?;
        }
        Ok(ids)
    })
    .expect("the portfolio is made")
}

fn write<T: Send + 'static>(
    world: &World<'_>,
    work: impl FnMut(&mut Tx<'_>) -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    world.app.db.write(Priority::Click, work)
}

fn wanted() -> Wanted {
    Wanted {
        name: "Premium 2027".into(),
        reason: Reason {
            nl: "Reparaties zijn duurder geworden.".into(),
            en: "Repairs have become dearer.".into(),
            fr: "Les réparations coûtent plus cher.".into(),
        },
        product: "xandocare".into(),
        version: "2021-1".into(),
        plans: [("plus".to_owned(), Repricing::Percent { hundredths: 500 })].into(),
        wording: None,
        from: date(2026, 6, 1),
        until: date(2027, 6, 1),
    }
}

const PROPOSER: i64 = 31;

fn prepare(world: &World<'_>, when: &str, id: &str, wanted: &Wanted) -> Result<(Id, Outcome), AppError> {
    let (app, now, id, wanted) = (world.app.clone(), at(when), id.to_owned(), wanted.clone());
    let by = staff(PROPOSER, Role::ProductManager);
    write(world, move |tx| campaigns::prepare(&app, tx, now, (&id, &by), None, &wanted))
}

fn propose(world: &World<'_>, when: &str, id: &str, campaign: Id) -> Result<Outcome, AppError> {
    let (app, now, id) = (world.app.clone(), at(when), id.to_owned());
    let by = staff(PROPOSER, Role::ProductManager);
    let totals = campaigns::preview(&world.app, now, campaign)?.totals;
    write(world, move |tx| campaigns::propose(&app, tx, now, (&id, &by), campaign, totals.clone()))
}

fn decide(
    world: &World<'_>,
    when: &str,
    campaign: Id,
    by: &Actor,
    verdict: Verdict,
) -> Result<Outcome, AppError> {
    let (app, now, by) = (world.app.clone(), at(when), by.clone());
    write(world, move |tx| {
        let waiting = approvals::waiting_for(tx, campaign)?.expect("it waits");
        let id = format!("decide {} {verdict:?}", by.id);
        approvals::decide(&app, tx, now, (&id, &by), waiting.approval, verdict)
    })
}

/// A campaign that a second person approved.
fn approved(world: &World<'_>, when: &str) -> Id {
    let (campaign, _) = prepare(world, when, "p1", &wanted()).expect("it can be meant");
    assert_eq!(propose(world, when, "p2", campaign).expect("it reaches somebody"), Outcome::Done);
    let second = staff(32, Role::Manager);
    assert_eq!(decide(world, when, campaign, &second, Verdict::Approve).expect("by another"), Outcome::Done);
    campaign
}

fn step(world: &World<'_>, when: &str, id: &str, campaign: Id, step: Step) -> Result<Outcome, AppError> {
    let (now, id) = (at(when), id.to_owned());
    let by = staff(32, Role::Manager);
    write(world, move |tx| campaigns::step(tx, now, (&id, &by), campaign, step))
}

fn run(world: &World<'_>, when: &str) -> u64 {
    let report = campaigns::run(&world.app, at(when), |_| ControlFlow::Continue(())).expect("the run runs");
    assert_eq!((report.stuck, report.stopped), (0, false));
    report.done
}

fn progress(world: &World<'_>, campaign: Id) -> (CampaignPhase, Progress) {
    world
        .app
        .db
        .read(move |tx| {
            let state = campaigns::campaign(tx, campaign)?;
            Ok::<_, AppError>((state.phase, campaigns::progress(tx, campaign, &state)?))
        })
        .expect("the database answers")
}

fn standing(world: &World<'_>, campaign: Id, state: &str) -> u64 {
    progress(world, campaign).1.standing.get(state).copied().unwrap_or(0)
}

fn letters(world: &World<'_>, kind: &'static str) -> i64 {
    world.number(sql!("select count(*) as number from letter where kind = ?1"), params![kind].to_vec())
}

fn announcements(world: &World<'_>) -> i64 {
    world.number(sql!("select count(*) as number from event where kind = 'endorsed'"), vec![])
}

fn code<T: std::fmt::Debug>(refused: Result<T, AppError>) -> String {
    match refused {
        Err(AppError::Refused(Refused { code, .. })) => code,
        other => panic!("it should be refused: {other:?}"),
    }
}

/// From the idea to the new schedule, and out for who does not agree.
#[test]
fn amb_56_the_whole_way_of_a_campaign() {
    each_world(|world| {
        let policies = portfolio(world, 5);
        let ending = Notice::new(EndWay::Ordinary, at("2026-05-02 09:00"));
        let cancel = |notice: &Notice| Command::Cancel { notice: Box::new(notice.clone()) };
        let by = staff(11, Role::Acceptance);
        world.order("2026-05-02 09:00", "e1", policies[0], &by, cancel(&ending)).unwrap();
        let (campaign, done) = prepare(world, "2026-05-10 09:00", "p1", &wanted()).unwrap();
        assert_eq!(done, Outcome::Done);
        assert_eq!(
            prepare(world, "2026-05-10 09:00", "p1", &wanted()).unwrap(),
            (campaign, Outcome::AlreadyDone)
        );

        let preview = campaigns::preview(&world.app, at("2026-05-10 09:00"), campaign).unwrap();
        assert_eq!((preview.totals.reached, preview.totals.adverse), (4, 4));
        assert_eq!(preview.totals.left_out, [("ending".to_owned(), 1)].into());
        let premium = preview.examples[0].planned.before.cents();
        assert_eq!(preview.totals.before.cents(), 4 * 12 * premium);
        assert!(preview.totals.after > preview.totals.before);
        assert_eq!(preview.days, Some((date(2027, 3, 1), date(2027, 3, 1))));
        assert_eq!(
            (announcements(world), run(world, "2026-05-10 09:30")),
            (0, 0),
            "nothing before it is approved"
        );

        propose(world, "2026-05-10 10:00", "p2", campaign).unwrap();
        assert_eq!(propose(world, "2026-05-10 10:00", "p2", campaign).unwrap(), Outcome::AlreadyDone);
        assert_eq!(run(world, "2026-05-10 10:30"), 0);
        world.run("2026-05-11", "2026-05-11");
        assert_eq!(progress(world, campaign).0, CampaignPhase::Proposed);
        let second = staff(32, Role::Manager);
        decide(world, "2026-05-11 11:00", campaign, &second, Verdict::Approve).unwrap();
        world.run("2026-05-12", "2026-05-12");
        let (phase, progress_) = progress(world, campaign);
        assert_eq!(phase, CampaignPhase::Announced);
        assert_eq!(progress_.standing, [("announced".to_owned(), 4)].into());
        assert_eq!(progress_.left_out, [("ending".to_owned(), 1)].into());
        assert_eq!((letters(world, "change-announced"), letters(world, "policy-issued")), (4, 5));

        let leave = Notice::new(EndWay::AdverseChange, at("2026-06-01 09:00"));
        world.order("2026-06-01 09:00", "e2", policies[1], &by, cancel(&leave)).unwrap();
        let dies = Notice::new(EndWay::Death, at("2026-06-02 09:00"));
        world.order("2026-06-02 09:00", "e3", policies[2], &by, cancel(&dies)).unwrap();
        assert_eq!(standing(world, campaign, "left"), 1);
        assert_eq!(standing(world, campaign, "ended"), 1);

        world.run("2027-02-27", "2027-03-02");
        assert_eq!(standing(world, campaign, "in-force"), 2);
        assert_eq!(letters(world, "policy-issued"), 7, "a new schedule for who stays");
        let rows = world.app.db.read(move |tx| campaigns::rows(tx, campaign, &Rows::default(), 50)).unwrap();
        assert_eq!(rows.len(), 5);
        let one = rows.iter().find(|row| row.state == "in-force").unwrap();
        assert_eq!((one.from, one.leave_by), (Some(date(2027, 3, 1)), Some(date(2027, 2, 28))));
        let due = sql!("select count(*) as number from event where kind = 'terms-took-effect'");
        assert_eq!(world.number(due, vec![]), 2);
        let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
        assert!(report.is_sound(), "{report:?}");
    });
}

#[test]
fn office_15_a_second_person_decides() {
    each_world(|world| {
        portfolio(world, 1);
        let (campaign, _) = prepare(world, "2026-05-10 09:00", "p1", &wanted()).unwrap();
        propose(world, "2026-05-10 10:00", "p2", campaign).unwrap();
        let proposer = staff(PROPOSER, Role::ProductManager);
        let own = decide(world, "2026-05-10 11:00", campaign, &proposer, Verdict::Approve);
        assert!(matches!(own, Err(AppError::Denied(_))), "{own:?}");
        for role in [Role::Acceptance, Role::Claims, Role::Finance, Role::Auditor, Role::Machine] {
            let no = decide(world, "2026-05-10 11:00", campaign, &staff(33, role), Verdict::Approve);
            assert!(matches!(no, Err(AppError::Denied(_))), "{role:?}: {no:?}");
        }
        assert_eq!(progress(world, campaign).0, CampaignPhase::Proposed);
        let other = staff(34, Role::ProductManager);
        decide(world, "2026-05-10 11:00", campaign, &other, Verdict::Decline).unwrap();
        assert_eq!(progress(world, campaign).0, CampaignPhase::Prepared);
        // drawn up anew, proposed anew, and approved
        propose(world, "2026-05-10 12:00", "p3", campaign).unwrap();
        decide(world, "2026-05-10 13:00", campaign, &other, Verdict::Approve).unwrap();
        assert_eq!(run(world, "2026-05-10 14:00"), 1);
        let machine = app::access::Principal::with_role(app::App::machine().id, Role::Machine);
        for act in [Action::PrepareCampaign, Action::ApproveCampaign, Action::StopCampaign] {
            assert!(!world.app.access.may_ever(&machine, act), "{act:?}");
        }
    });
}

#[test]
fn each_policy_once_however_the_run_is_broken_off_and_whoever_runs_it() {
    each_world(|world| {
        portfolio(world, 40);
        let campaign = approved(world, "2026-05-10 09:00");
        let now: Instant = at("2026-05-11 06:00");
        let broken = campaigns::run_taking(&world.app, now, 3, |done| {
            if done >= 9 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let broken = broken.unwrap();
        assert!(broken.stopped && (9..40).contains(&broken.done), "{broken:?}");
        assert_eq!(announcements(world), i64::try_from(broken.done).unwrap());
        let (phase, progress_) = progress(world, campaign);
        assert_eq!((phase, progress_.to_do), (CampaignPhase::Announcing, 40 - broken.done));
        let together = Barrier::new(2);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    together.wait();
                    let go_on = |_| ControlFlow::Continue(());
                    let report = campaigns::run_taking(&world.app, now, 3, go_on).unwrap();
                    assert_eq!((report.stuck, report.stopped), (0, false));
                });
            }
        });
        assert_eq!((announcements(world), letters(world, "change-announced")), (40, 40));
        assert_eq!(progress(world, campaign).0, CampaignPhase::Announced);
        assert_eq!(run(world, "2026-05-11 07:00"), 0, "there is nothing left to do");
    });
}

#[test]
fn a_transaction_that_is_lost_takes_its_policies_with_it_and_the_next_run_has_them() {
    each_world(|world| {
        let policies = portfolio(world, 6);
        let campaign = approved(world, "2026-05-10 09:00");
        // One state cannot be read: its chunk is lost, halved, and it stands alone in the end.
        let bad = policies[3];
        write(world, move |tx| {
            tx.exec(sql!("update contract set state = '{' where id = ?1"), &params![bad])?;
            Ok(())
        })
        .unwrap();
        let report =
            campaigns::run(&world.app, at("2026-05-11 06:00"), |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((report.done, report.stuck), (5, 1));
        let (phase, progress_) = progress(world, campaign);
        assert_eq!((phase, progress_.to_do), (CampaignPhase::Announcing, 1), "it is not through");
        write(world, move |tx| {
            tx.exec(sql!("update contract set state_version = 0 where id = ?1"), &params![bad])?;
            tx.exec(sql!("delete from stuck where stream = ?1"), &params![bad])?;
            Ok(())
        })
        .unwrap();
        assert_eq!(run(world, "2026-05-12 06:00"), 1);
        assert_eq!((progress(world, campaign).0, announcements(world)), (CampaignPhase::Announced, 6));
    });
}

#[test]
fn stopped_resumed_and_withdrawn_with_a_letter() {
    each_world(|world| {
        let policies = portfolio(world, 12);
        let campaign = approved(world, "2026-05-10 09:00");
        let some = campaigns::run_taking(&world.app, at("2026-05-10 10:00"), 2, |_| ControlFlow::Break(()));
        let some = some.unwrap().done;
        assert!((1..12).contains(&some));
        assert_eq!(step(world, "2026-05-10 11:00", "s1", campaign, Step::Stop).unwrap(), Outcome::Done);
        assert_eq!(
            step(world, "2026-05-10 11:00", "s1", campaign, Step::Stop).unwrap(),
            Outcome::AlreadyDone
        );
        assert_eq!(
            step(world, "2026-05-10 11:00", "s2", campaign, Step::Stop).unwrap(),
            Outcome::AlreadyDone
        );
        assert_eq!(code(step(world, "2026-05-10 11:00", "s3", campaign, Step::Drop)), "campaign-not-now");
        assert_eq!(run(world, "2026-05-10 12:00"), 0);
        step(world, "2026-05-11 11:00", "s4", campaign, Step::Resume).unwrap();
        assert_eq!(run(world, "2026-05-11 12:00"), 12 - some);
        assert_eq!(standing(world, campaign, "announced"), 12);

        let leave = Notice::new(EndWay::AdverseChange, at("2026-06-01 09:00"));
        let by = staff(11, Role::Acceptance);
        let cancel = Command::Cancel { notice: Box::new(leave) };
        world.order("2026-06-01 09:00", "e2", policies[1], &by, cancel).unwrap();
        step(world, "2026-06-02 09:00", "s5", campaign, Step::Withdraw).unwrap();
        assert_eq!(run(world, "2026-06-02 10:00"), 12);
        let (phase, progress_) = progress(world, campaign);
        assert_eq!(phase, CampaignPhase::Withdrawn);
        assert_eq!(progress_.standing, [("withdrawn".to_owned(), 12)].into());
        assert_eq!(letters(world, "change-withdrawn"), 12);
        world.run("2027-02-27", "2027-03-02");
        assert_eq!(letters(world, "policy-issued"), 12, "nothing took effect: no new schedule");
        assert_eq!(code(step(world, "2027-03-03 09:00", "s6", campaign, Step::Resume)), "campaign-not-now");
    });
}

#[test]
fn what_cannot_be_meant_is_refused_by_name() {
    each_world(|world| {
        portfolio(world, 2);
        let when = "2026-05-10 09:00";
        let hash = |code: &str| world.app.products.current(code).unwrap().content_hash().to_owned();
        let to = |code: &str| Some((hash(code), true));
        let plan = |plan: &str| [(plan.to_owned(), Repricing::Percent { hundredths: 500 })].into();
        for (wanted, expect) in [
            (Wanted { version: "1999-9".into(), ..wanted() }, "campaign-version-unknown"),
            (Wanted { product: "no-such".into(), ..wanted() }, "campaign-version-unknown"),
            (Wanted { plans: plan("gold"), ..wanted() }, "campaign-plan-unknown"),
            (Wanted { plans: [].into(), ..wanted() }, "campaign-no-plan"),
            (Wanted { wording: Some(("0".repeat(64), true)), ..wanted() }, "campaign-version-unknown"),
            (Wanted { wording: to("electronics-be"), ..wanted() }, "campaign-other-product"),
            (Wanted { wording: to("xandocare"), ..wanted() }, "campaign-same-version"),
            (Wanted { from: date(2026, 5, 10), ..wanted() }, "campaign-in-past"),
            (Wanted { from: date(2029, 1, 1), until: date(2029, 1, 2), ..wanted() }, "campaign-too-far"),
            (Wanted { name: String::new(), ..wanted() }, "campaign-no-name"),
        ] {
            assert_eq!(code(prepare(world, when, "p0", &wanted)), expect, "{wanted:?}");
        }
        assert_eq!(world.number(sql!("select count(*) as number from campaign"), vec![]), 0);

        let late = Wanted { from: date(2026, 6, 1), until: date(2026, 6, 2), ..wanted() };
        let (nobody, _) = prepare(world, when, "p1", &late).unwrap();
        assert_eq!(code(propose(world, when, "p2", nobody)), "campaign-reaches-nobody");
        assert_eq!(step(world, when, "d1", nobody, Step::Drop).unwrap(), Outcome::Done);

        let (first, _) = prepare(world, when, "p3", &wanted()).unwrap();
        // the same under another name is that one; another that overlaps may be drawn up, but not proposed beside it
        let twice = Wanted { name: "The same again".into(), ..wanted() };
        assert_eq!(prepare(world, when, "p4", &twice).unwrap(), (first, Outcome::AlreadyDone));
        let other = Wanted { until: date(2027, 7, 1), ..wanted() };
        let (second, done) = prepare(world, when, "p5", &other).unwrap();
        assert_eq!((done, first == second), (Outcome::Done, false));
        propose(world, when, "p6", first).unwrap();
        assert_eq!(code(propose(world, when, "p7", second)), "campaign-overlaps");
        // the days of one that waited too long have passed
        assert_eq!(code(propose(world, "2026-06-01 09:00", "p8", second)), "campaign-in-past");
    });
}
