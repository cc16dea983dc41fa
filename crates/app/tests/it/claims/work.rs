//! The work of the claims desk: lists, who has a claim in hand, notes, signs, figures, the bordereau.

use ::claims::{CloseWay, Phase};
use app::{
    accounts::{
        claims as bordereau,
        table::{Kind, Sheet},
    },
    apply::Proposal,
    claims::{self, Filter, SignKind, Whose, WorkOrder},
    contracts::Outcome,
    sealed::Purpose,
    testing::{DROPPED, World, at, each_world, euro, proposal, staff},
};
use kernel::{Country, Id, Role};
use ledger::Month;
use store::sql;

use super::desk::{Desk, code, photo, with};

fn hand(
    desk: &Desk<'_>,
    command: &'static str,
    by: kernel::Actor,
    claim: Id,
    (before, to): (Option<Id>, Option<Id>),
) -> Result<Outcome, app::AppError> {
    desk.write("2026-03-11 10:00", move |_, tx, now| {
        claims::hand(tx, now, (command, &by), claim, (before, to))
    })
}

fn listed(desk: &Desk<'_>, filter: Filter) -> Vec<Id> {
    let list = desk.write("2026-03-11 10:00", move |_, tx, _| claims::work(tx, &filter, 0)).unwrap();
    list.claims.iter().map(|line| line.id).collect()
}

#[test]
fn a_list_is_narrowed_down_and_says_who_has_what_in_hand() {
    each_world(|world| {
        let desk = Desk::new(world);
        let first = desk.dropped();
        let other =
            with(&DROPPED, &[("damage_arose_at", "2026-03-10T15:00"), ("discovered_at", "2026-03-10T15:00")]);
        let second = desk.report("2026-03-11 08:00", "r2", other, false).unwrap().id;
        desk.desk_states("2026-03-11 09:30", first, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        let by = |order| listed(&desk, Filter { order, ..Filter::default() });
        // What waits for evidence is due; the phone's price is known of the first only: 550 beside the purchase value.
        assert_eq!(by(WorkOrder::Oldest), [second, first]);
        assert_eq!(by(WorkOrder::Amount).len(), 2);
        let of = |filter: Filter| listed(&desk, filter);
        assert_eq!(of(Filter { phase: Some(Phase::Decided), ..Filter::default() }), [first]);
        assert_eq!(of(Filter { phase: Some(Phase::Closed), ..Filter::default() }), []);
        assert_eq!(of(Filter { country: Some(Country::Be), ..Filter::default() }), []);
        assert_eq!(of(Filter { cause: Some("stolen".into()), ..Filter::default() }), []);
        assert_eq!(of(Filter { cause: Some("dropped".into()), ..Filter::default() }).len(), 2);
        assert_eq!(of(Filter { agreement: Some("nobody".into()), ..Filter::default() }), []);

        let carla = staff(12, Role::Claims);
        let mine = || of(Filter { whose: Whose::Of(carla.id), ..Filter::default() });
        let free = || of(Filter { whose: Whose::Nobody, ..Filter::default() });
        assert_eq!((mine(), free().len()), (vec![], 2));
        let me = Some(carla.id);
        assert_eq!(hand(&desk, "h1", carla.clone(), first, (None, me)).unwrap(), Outcome::Done);
        assert_eq!(hand(&desk, "h1", carla.clone(), first, (None, me)).unwrap(), Outcome::AlreadyDone);
        assert_eq!((mine(), free()), (vec![first], vec![second]));
        // Who read it before that does not take it away unseen, and it is given only to who decides on claims.
        let dirk = staff(13, Role::Claims);
        assert_eq!(
            code(hand(&desk, "h2", dirk.clone(), first, (None, Some(dirk.id)))),
            "claim-handler-changed"
        );
        let manager = staff(14, Role::Manager);
        let to_herself = (me, Some(manager.id));
        assert_eq!(code(hand(&desk, "h3", manager.clone(), first, to_herself)), "claim-handler-unfit");
        assert_eq!(hand(&desk, "h4", manager, first, (me, None)).unwrap(), Outcome::Done);
        assert_eq!((mine(), free().len()), (vec![], 2));

        let rows = desk
            .write("2026-03-11 10:00", |_, tx, _| {
                let word = |key: &str| key.to_owned();
                let mut sheet = Sheet::new(Kind::Csv, &word);
                claims::export_work(tx, &Filter::default(), &mut sheet)?;
                sheet.finish()
            })
            .unwrap();
        let rows = String::from_utf8(rows).unwrap();
        assert_eq!(rows.lines().count(), 3, "{rows}");
        assert!(rows.contains(",decided,decide,dropped,NL,"), "{rows}");
    });
}

#[test]
fn notes_are_sealed_and_kept_once() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        let note = |command: &'static str, text: &'static str| {
            desk.write("2026-03-11 10:00", move |app, tx, now| {
                claims::note(app, tx, now, (command, &staff(12, Role::Claims)), claim, text)
            })
        };
        assert_eq!(code(note("n0", "   ")), "claim-note-empty");
        assert_eq!(note("n1", "Called; calls back on Friday.").unwrap(), Outcome::Done);
        assert_eq!(note("n1", "Called; calls back on Friday.").unwrap(), Outcome::AlreadyDone);
        assert_eq!(note("n2", "Called back.").unwrap(), Outcome::Done);
        let notes = desk.write("2026-03-11 11:00", move |app, tx, _| claims::notes(app, tx, claim)).unwrap();
        let texts: Vec<&str> = notes.iter().map(|note| note.text.as_deref().unwrap()).collect();
        assert_eq!(texts, ["Called back.", "Called; calls back on Friday."]);
        let holder = desk.made.holder;
        world.app.vault.forget(at("2036-03-11 09:00"), &[(holder, Purpose::Desk.name())]).unwrap();
        let notes = desk.write("2026-03-11 12:00", move |app, tx, _| claims::notes(app, tx, claim)).unwrap();
        assert!(notes.iter().all(|note| note.text.is_none()), "forgotten with the customer's data");
    });
}

fn kinds(desk: &Desk<'_>, claim: Id) -> Vec<SignKind> {
    let signs = desk.write("2026-06-01 10:00", move |app, tx, _| claims::signs(app, tx, claim)).unwrap();
    signs.iter().map(|sign| sign.kind).collect()
}

#[test]
fn a_device_that_was_claimed_for_comes_up_as_a_sign_and_nothing_is_decided_by_it() {
    each_world(|world| {
        let desk = Desk::new(world);
        let first = desk.dropped();
        assert_eq!(kinds(&desk, first), []);
        let again =
            with(&DROPPED, &[("damage_arose_at", "2026-05-10T15:00"), ("discovered_at", "2026-05-10T15:00")]);
        let second = desk.report("2026-05-11 08:00", "r2", again.clone(), true).unwrap().id;
        assert_eq!(kinds(&desk, second), [SignKind::RepeatLoss]);
        let list =
            desk.write("2026-05-11 10:00", |_, tx, _| claims::work(tx, &Filter::default(), 0)).unwrap();
        let signs = |id: Id| list.claims.iter().find(|line| line.id == id).unwrap().signs;
        assert_eq!((signs(first), signs(second)), (0, 1));
        // The wording answers as it did; only the machine waits for a person.
        let (before, after) = (desk.page("2026-05-11 08:10", first), desk.page("2026-05-11 08:10", second));
        assert_eq!(before.items[0].verdict, after.items[0].verdict);
        assert_eq!(after.phase, Phase::Open);
        // Small and complete: without the sign the machine would approve it.
        let small = [("repairable", "no"), ("equivalent_price", "200.00")];
        desk.desk_states("2026-05-11 09:00", second, &small).unwrap();
        let (upload, customer) = (desk.upload("2026-05-11 09:30", &photo(7)), desk.customer());
        desk.write("2026-05-11 09:30", move |app, tx, now| {
            let uploads = [("proof_of_purchase".to_owned(), upload.clone())];
            claims::add_evidence(app, tx, now, ("e", &customer), second, &uploads)
        })
        .unwrap();
        assert_eq!(desk.page("2026-05-11 09:40", second).phase, Phase::Decided, "a person looks first");

        // Given up is not held against anybody.
        desk.write("2026-05-12 08:00", move |app, tx, now| {
            claims::close(app, tx, now, ("c2", &staff(12, Role::Claims)), second, CloseWay::Withdrawn)
        })
        .unwrap();
        desk.write("2026-05-12 08:00", move |app, tx, now| {
            claims::close(app, tx, now, ("c1", &staff(12, Role::Claims)), first, CloseWay::NoAnswer)
        })
        .unwrap();
        let third = desk.report("2026-05-13 08:00", "r3", again, true).unwrap().id;
        assert_eq!(kinds(&desk, third), []);
    });
}

/// A second policy for the same device: the first must be over.
fn second_policy<'a>(world: &'a World<'a>, first: &Desk<'_>, proposal: &Proposal) -> Desk<'a> {
    let by = staff(11, Role::Acceptance);
    let notice = policy::Notice::new(policy::EndWay::CoolingOff, at("2026-03-12 09:00"));
    let ends = policy::Command::Cancel { notice: Box::new(notice) };
    world.order("2026-03-12 09:00", "end", first.made.contract, &by, ends).unwrap();
    world.run("2026-03-12", "2026-03-14");
    let made = world.apply("2026-03-20 14:05", "apply again", proposal).unwrap();
    let accept = policy::Command::Accept { accept_limit: euro("3500.00") };
    world.order("2026-03-21 10:00", "accept again", made.contract, &by, accept).unwrap();
    Desk { world, made }
}

#[test]
fn the_history_of_a_device_goes_across_policies() {
    each_world(|world| {
        let desk = Desk::new(world);
        let first = desk.dropped();
        let other = Proposal {
            profile: party::Profile {
                name: "Somebody Else".into(),
                email: Some("else@example.org".parse().unwrap()),
                born: Some(kernel::date(1971, 2, 3)),
                ..proposal().profile
            },
            ..proposal()
        };
        let again = second_policy(world, &desk, &other);
        let facts =
            with(&DROPPED, &[("damage_arose_at", "2026-06-20T15:00"), ("discovered_at", "2026-06-20T15:00")]);
        let second = again.report("2026-06-21 08:00", "r2", facts, true).unwrap().id;
        assert!(kinds(&again, second).contains(&SignKind::ClaimedElsewhere), "{:?}", kinds(&again, second));
        let number = again.made.number.clone();
        let file = again
            .write("2026-06-21 10:00", move |app, tx, _| app::views::desk::device_file(app, tx, &number, 1))
            .unwrap()
            .unwrap();
        let stays: Vec<_> = file.history.stays.iter().map(|stay| (stay.contract, stay.is_swap)).collect();
        assert_eq!(stays, [(desk.made.contract, false), (again.made.contract, false)]);
        let until = |place: usize| file.history.stays[place].until;
        assert!(until(0).is_some_and(|until| until < at("2026-03-14 00:00")), "{:?}", until(0));
        assert!(until(1).is_none_or(|until| until > at("2026-06-21 10:00")), "{:?}", until(1));
        let losses: Vec<Id> = file.history.losses.iter().map(|loss| loss.claim).collect();
        assert_eq!(losses, [first, second]);
        assert_eq!(file.history.people().len(), 2, "looks at both are logged");
    });
}

fn told(desk: &Desk<'_>, month: &str) -> (Vec<bordereau::Line>, String) {
    let month: Month = month.parse().unwrap();
    desk.write("2027-01-01 10:00", move |app, tx, _| {
        let agreement = app.products.agreements()[0].code.clone();
        let of = tx.query_one(sql!("select min(agreement) as agreement from claim"), &store::params![])?;
        let agreement = of.opt_text("agreement")?.unwrap_or(agreement);
        let word = |key: &str| key.to_owned();
        let mut sheet = Sheet::new(Kind::Csv, &word);
        bordereau::export(tx, &agreement, month, &mut sheet)?;
        let mut postings = Sheet::new(Kind::Csv, &word);
        bordereau::export_postings(tx, &agreement, month, &mut postings)?;
        let bytes = [sheet.finish()?, postings.finish()?].concat();
        Ok((bordereau::lines(tx, &agreement, month, None)?, String::from_utf8(bytes).expect("it is text")))
    })
    .unwrap()
}

#[test]
fn the_bordereau_says_of_a_month_what_was_so_in_it() {
    each_world(|world| {
        let desk = Desk::new(world);
        let facts =
            with(&DROPPED, &[("damage_arose_at", "2026-03-31T08:00"), ("discovered_at", "2026-03-31T08:00")]);
        let claim = desk.report("2026-03-31 09:00", "r1", facts, true).unwrap().id;
        let (lines, before) = told(&desk, "2026-03");
        assert_eq!(lines.len(), 1);
        let line = &lines[0];
        assert_eq!((line.claim, line.phase, line.borne), (claim, Phase::Open, euro("0.00")));
        assert!(line.reserve.is_positive() && line.cause == "dropped");
        assert_eq!(told(&desk, "2026-02").0, []);

        // April: it is decided and approved. What March said stays to the byte, and the reserve of March is not touched.
        desk.desk_states("2026-04-01 09:30", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        desk.approve("2026-04-01 10:02", "a1", staff(12, Role::Claims), claim).unwrap();
        assert_eq!(told(&desk, "2026-03").1, before);
        let (april, text) = told(&desk, "2026-04");
        let page = desk.page("2026-04-01 11:00", claim);
        let total = page.total.unwrap();
        assert_eq!((april[0].borne, april[0].borne_in_all, april[0].reserve), (total, total, total));
        assert_eq!(april[0].paid, euro("0.00"), "ordered and not paid yet");
        assert!(text.contains("benefit-approved,1600"), "{text}");
        // In May nothing happens: the line is there for its reserve.
        let (may, _) = told(&desk, "2026-05");
        assert_eq!((may[0].borne, may[0].borne_in_all, may[0].reserve), (euro("0.00"), total, total));
    });
}

#[test]
fn figures_count_what_is_open_and_what_ended() {
    each_world(|world| {
        let desk = Desk::new(world);
        let first = desk.dropped();
        let later =
            with(&DROPPED, &[("damage_arose_at", "2026-03-20T15:00"), ("discovered_at", "2026-03-20T15:00")]);
        desk.report("2026-03-21 08:00", "r2", later, false).unwrap();
        desk.write("2026-03-15 09:00", move |app, tx, now| {
            claims::close(app, tx, now, ("c1", &staff(12, Role::Claims)), first, CloseWay::Withdrawn)
        })
        .unwrap();
        let figures = desk
            .write("2026-05-01 10:00", |_, tx, now| claims::figures(tx, at("2026-01-01 00:00"), now))
            .unwrap();
        let open: Vec<u64> = figures.open.iter().map(|age| age.sum.count).collect();
        assert_eq!(open, [0, 0, 1, 0], "41 days old");
        assert_eq!(figures.ended.len(), 1);
        let ended = &figures.ended[0];
        assert_eq!((ended.way, ended.sum.count, ended.days), (CloseWay::Withdrawn, 1, 4));
        assert_eq!(figures.causes.len(), 1);
        assert_eq!((figures.causes[0].cause.as_str(), figures.causes[0].sum.count), ("dropped", 2));
    });
}
