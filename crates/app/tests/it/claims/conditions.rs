//! Conditions in practice: published while policies run, decided under their latest revision, replayed, tried out.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use ::claims::Phase;
use app::{
    claims::{self, Approval, Replay, Seen, Span},
    contracts::Outcome,
    products::{Publication, Unpublishable, publish},
    sealed::Purpose,
    testing::{World, at, each_world, euro, proposal, staff},
};
use kernel::{Id, Money, Role};
use store::Priority;
use terms::Product;

use super::desk::{Desk, code};

type Files = BTreeMap<String, Vec<u8>>;

/// The folder of Xandocare with changes: file, what is there, what takes its place.
fn folder(changes: &[(&str, &str, &str)]) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../products/xandocare/2021-1");
    let mut files = Files::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        files.insert(path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap());
    }
    for (file, from, to) in changes {
        let text = String::from_utf8(files[*file].clone()).unwrap();
        assert!(text.contains(from), "{file} has {from}");
        files.insert((*file).to_owned(), text.replacen(from, to, 1).into_bytes());
    }
    files
}

fn shipped_revision() -> u32 {
    Product::load(&folder(&[])).unwrap().wording().revision
}

/// A later revision under which the excess is ten euros more.
fn dearer(more: u32) -> Files {
    let (now, next) = (shipped_revision(), shipped_revision() + more);
    folder(&[
        ("product.toml", &format!("revision = {now}"), &format!("revision = {next}")),
        ("cover.toml", "value = \"excess\"", "value = \"excess + EUR 10.00\""),
    ])
}

fn put_up(world: &World<'_>, when: &str, files: &Files) -> Result<Publication, Unpublishable> {
    let product = Product::load(files).unwrap_or_else(|faults| panic!("{faults:?}"));
    let (now, files) = (at(when), files.clone());
    world.app.db.write(Priority::Click, move |tx| publish(tx, now, &product, &files)).unwrap()
}

#[test]
fn what_may_be_published() {
    each_world(|world| {
        let app = world.app.clone();
        let shipped = world.app.db.read(move |tx| app.products.published(tx)).unwrap();
        let codes: Vec<&str> = shipped.iter().map(|line| line.code.as_str()).collect();
        assert_eq!(codes, ["electronics-be", "xandocare"]);

        let again = put_up(world, "2026-03-01 09:00", &folder(&[])).unwrap();
        assert!(again.was_there && again.is_sold);
        let other = folder(&[("cover.toml", "value = \"excess\"", "value = \"excess + EUR 1.00\"")]);
        let refused = put_up(world, "2026-03-01 09:00", &other).unwrap_err();
        assert!(matches!(refused, Unpublishable::OtherContent { .. }));
        let next = shipped_revision() + 1;
        assert!(refused.to_string().contains(&format!("write `revision = {next}`")), "{refused}");

        // A fact more is right, and its going is not: a claim may have been told it.
        let now = format!("revision = {}", shipped_revision());
        let fact = "# From the policy";
        let more = "[fact.sticker]\ntype = \"bool\"\nwho = [\"customer\"]\ncost = 10\nquestion = { nl = \"Zit er een sticker op?\", en = \"Is there a sticker on it?\", fr = \"Y a-t-il un autocollant ?\" }\n\n# From the policy";
        let with_fact =
            folder(&[("product.toml", &now, &format!("revision = {next}")), ("facts.toml", fact, more)]);
        assert!(put_up(world, "2026-03-01 09:01", &with_fact).unwrap().is_sold);
        let lost = put_up(world, "2026-03-01 09:02", &dearer(2)).unwrap_err();
        let revision = next;
        assert_eq!(lost, Unpublishable::FactLost { fact: "sticker".into(), revision });
        let older = put_up(world, "2026-03-01 09:03", &other).unwrap_err();
        assert!(matches!(older, Unpublishable::OlderRevision { .. }), "{older}");
    });
}

#[test]
fn a_published_version_is_sold_at_once_and_by_every_node() {
    each_world(|world| {
        let other_node = app::testing::app_over(world.db);
        let before = world.policy("2026-03-01 14:05", "2026-03-02 10:00");
        let next = folder(&[
            ("product.toml", "version = \"2021-1\"", "version = \"2027-1\""),
            ("cover.toml", "value = \"excess\"", "value = \"excess + EUR 10.00\""),
        ]);
        assert!(put_up(world, "2026-03-03 09:00", &next).unwrap().is_sold);
        let mut another = proposal();
        another.device.identity.imei = Some(kernel::Imei::parse("356938035643809").unwrap());
        let after = world.apply("2026-03-04 14:05", "another", &another).unwrap();
        let versions = |made: Id| {
            let (app, id) = (world.app.clone(), made);
            world
                .app
                .db
                .read(move |tx| {
                    let contract = app::streams::look::<policy::Contract>(tx, &[id])?.remove(&id).unwrap();
                    let hash = contract.state()?.application.product.hash.clone();
                    let product = app.products.in_force(tx, &hash)?;
                    Ok::<_, app::AppError>(product.wording().version.clone())
                })
                .unwrap()
        };
        assert_eq!(versions(before.contract), "2021-1", "a policy stays on what it was sold under");
        assert_eq!(versions(after.contract), "2027-1");
        assert_eq!(other_node.products.current("xandocare").unwrap().wording().version, "2021-1");
        other_node.look_at_products().unwrap();
        assert_eq!(other_node.products.current("xandocare").unwrap().wording().version, "2027-1");
        // A third one that starts now takes both from the database.
        let third = app::testing::app_over(world.db);
        assert_eq!(third.products.current("xandocare").unwrap().wording().version, "2027-1");
    });
}

#[test]
fn a_claim_is_decided_under_the_latest_revision_and_replays_under_its_own() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        let before = desk.page("2026-03-11 10:01", claim).total.unwrap();
        let under = |world: &World<'_>, files: &Files| {
            let product = Arc::new(Product::load(files).unwrap());
            let mut changed = Vec::new();
            let report = claims::backtest(&world.app, &product, Span::default(), |seen| {
                if let Seen::Changed(one) = seen {
                    changed.push((one.claim, one.before, one.after));
                }
            });
            (report.unwrap(), changed)
        };
        // Tried out before it is published.
        let (same, none) = under(world, &folder(&[]));
        assert_eq!((same.claims, same.changed, none.len()), (1, 0, 0));
        assert_eq!((same.before, same.after), (before, before));
        let (report, changed) = under(world, &dearer(1));
        let ten = euro("10.00");
        assert_eq!(changed, [(claim, before, before - ten)]);
        assert_eq!((report.claims, report.changed, report.after - report.before), (1, 1, Money::ZERO - ten));
        assert_eq!(report.by_clause["own_share"].amount, Money::ZERO - ten, "{report:?}");
        assert_eq!((report.verdicts[0].before, report.verdicts[0].after), ("covered", "covered"));
        let day = |text: &str| Some(text.parse().unwrap());
        let span = Span { from: day("2026-03-12"), until: None };
        let product = Arc::new(Product::load(&dearer(1)).unwrap());
        assert_eq!(claims::backtest(&world.app, &product, span, |_| {}).unwrap().claims, 0);

        put_up(world, "2026-03-11 11:00", &dearer(1)).unwrap();
        let page = desk.page("2026-03-11 11:01", claim);
        assert!(page.is_stale, "it was decided on an older revision");
        let approve = |when: &str, id: &str| desk.approve(when, id, staff(12, Role::Claims), claim);
        assert_eq!(code(approve("2026-03-11 11:02", "a1")), "decision-stale");
        desk.write("2026-03-11 11:03", move |app, tx, now| claims::decide(app, tx, now, "again", claim))
            .unwrap();
        let page = desk.page("2026-03-11 11:04", claim);
        assert_eq!((page.phase, page.is_stale, page.total), (Phase::Decided, false, Some(before - ten)));
        let decision =
            desk.write("2026-03-11 11:04", move |app, tx, _| claims::last_decision(app, tx, claim)).unwrap();
        assert_eq!(decision.unwrap().wording.revision, shipped_revision() + 1);
        assert_eq!(approve("2026-03-11 11:05", "a2").unwrap(), Approval::Done(Outcome::Done));

        let all = claims::replay_all(&world.app, |_| {}).unwrap();
        assert_eq!((all.same, all.same_and_more, all.forgotten, all.differ), (3, 0, 0, 0));

        // Forgotten, as it should be once nobody needs it any more: no failure.
        let holder = desk.made.holder;
        world.app.vault.forget(at("2036-03-11 09:00"), &[(holder, Purpose::Claim.name())]).unwrap();
        let all = claims::replay_all(&world.app, |_| {}).unwrap();
        assert_eq!((all.same, all.forgotten, all.differ), (0, 3, 0));
        let replayed = desk.write("2036-03-11 09:01", move |app, tx, _| claims::replay(app, tx, &[claim]));
        assert!(replayed.unwrap().iter().all(|one| one.outcome == Replay::Forgotten));
    });
}
