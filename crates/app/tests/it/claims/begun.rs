//! A report that was begun: several devices in one event, the duties after theft, what is kept once.

use app::{
    apply::{DeviceIdentity, ProposedDevice},
    changes::{self, Asked, What},
    claims::{
        Now,
        unsent::{self, Ahead, Step, Unsent},
    },
    testing::{at, each_world, euro, proposal, staff},
};
use kernel::{DeviceKind, Imei, Language, Role};
use store::{Priority, sql};

use super::desk::{Desk, photo};

/// A policy with a phone, and from the 10th of March a tablet.
fn with_tablet(desk: &Desk<'_>) {
    let identity = DeviceIdentity {
        model: "Tab 9".into(),
        imei: Some(Imei::parse("356938035643809").unwrap()),
        serial: None,
    };
    let device = ProposedDevice {
        kind: DeviceKind::Tablet,
        identity,
        bought: kernel::date(2026, 3, 10),
        purchase_value: euro("349.00"),
    };
    let asked = Asked {
        id: "tablet".into(),
        contract: desk.made.contract,
        version: None,
        what: What::Added { device },
        actor: staff(11, Role::Acceptance),
    };
    desk.write("2026-03-10 09:00", move |app, tx, now| changes::change(app, tx, now, &asked)).unwrap();
}

fn ahead(desk: &Desk<'_>, when: &str, unsent: &Unsent) -> Ahead {
    let (contract, unsent) = (desk.made.contract, unsent.clone());
    desk.write(when, move |app, tx, now| unsent::ahead(app, tx, now, contract, &unsent, None, Language::En))
        .unwrap()
}

fn begin(desk: &Desk<'_>, happened: &str, what: &str) -> Unsent {
    let contract = desk.made.contract;
    let mut unsent =
        desk.write("2026-03-12 09:00", move |app, tx, _| unsent::load(app, tx, contract)).unwrap();
    unsent.answer("what_happened", None, Some(what.into()));
    unsent.answer("damage_arose_at", None, Some(happened.into()));
    unsent.answer("discovered_at", None, Some(happened.into()));
    unsent
}

fn keep(desk: &Desk<'_>, unsent: &Unsent) {
    let (of, unsent) = ((desk.made.contract, desk.made.holder), unsent.clone());
    desk.write("2026-03-12 09:01", move |app, tx, now| unsent::save(app, tx, now, of, &unsent)).unwrap();
}

#[test]
fn amb_60_one_event_may_be_about_several_devices_and_each_is_asked_about() {
    each_world(|world| {
        let desk = Desk::new(world);
        with_tablet(&desk);
        // Before the tablet was insured there is nothing to choose.
        let early = begin(&desk, "2026-03-08T12:00", "dropped");
        assert!(ahead(&desk, "2026-03-12 09:00", &early).devices.is_empty());

        let mut unsent = begin(&desk, "2026-03-11T12:00", "dropped");
        unsent.begun_with = Some(2);
        let stands = ahead(&desk, "2026-03-12 09:00", &unsent);
        assert_eq!(stands.step, Step::Devices);
        let devices: Vec<_> =
            stands.devices.iter().map(|it| (it.item, it.model.as_str(), it.chosen)).collect();
        assert_eq!(devices, [(1, "Fairphone 5", false), (2, "Tab 9", true)], "the one it was begun with");

        // Of the tablet alone nothing is asked about the phone.
        unsent.items = Some(vec![2]);
        let asked_of = |unsent: &Unsent| -> Vec<(String, Option<u32>)> {
            let mut unsent = unsent.clone();
            let mut asked = Vec::new();
            while let Step::Ask(question, _) = ahead(&desk, "2026-03-12 09:00", &unsent).step {
                asked.push((question.fact.clone(), question.item));
                let answer = match question.fact.as_str() {
                    "holder" => "insured_person",
                    "circumstances" => "",
                    "affects_function" => "yes",
                    "recovered_elsewhere" => "0",
                    _ => "no",
                };
                unsent.answer(&question.fact, question.item, Some(answer.into()));
                assert!(asked.len() < 20, "{asked:?}");
            }
            asked
        };
        let of_one = asked_of(&unsent);
        assert!(of_one.iter().all(|(_, item)| *item != Some(1)), "{of_one:?}");
        unsent.items = Some(vec![1, 2]);
        let of_two = asked_of(&unsent);
        let functions = of_two.iter().filter(|(fact, _)| fact == "affects_function");
        assert_eq!(functions.map(|(_, item)| *item).collect::<Vec<_>>(), [Some(1), Some(2)]);
        // A choice that the schedule of that moment does not know is asked for again, or falls away.
        unsent.items = Some(vec![1, 7]);
        assert_eq!(ahead(&desk, "2026-03-12 09:00", &unsent).step, Step::Devices);

        // Both fall; only the tablet still works. One claim, two items, each with its own answer.
        unsent.items = Some(vec![1, 2]);
        for (fact, item, text) in [
            ("affects_function", Some(1), "yes"),
            ("affects_function", Some(2), "no"),
            ("holder", None, "insured_person"),
            ("circumstances", None, ""),
            ("damaged_before", Some(1), "no"),
            ("damaged_before", Some(2), "no"),
            ("recovered_elsewhere", Some(1), "0"),
            ("recovered_elsewhere", Some(2), "0"),
        ] {
            unsent.answer(fact, item, Some(text.into()));
        }
        unsent.narrative = Some("My bag fell down the stairs.".into());
        keep(&desk, &unsent);
        let (of, customer) = ((desk.made.contract, desk.made.holder), desk.customer());
        let command = unsent.command.clone();
        let claim = desk
            .write("2026-03-12 09:05", move |app, tx, now| {
                unsent::send(app, tx, now, (&command, &customer), of)
            })
            .unwrap();
        let page = desk.page("2026-03-12 09:06", claim.id);
        let functions: Vec<_> = page
            .items
            .iter()
            .map(|item| {
                let fact = item.facts.iter().find(|fact| fact.fact == "affects_function").unwrap();
                (item.item, fact.value.clone())
            })
            .collect();
        assert_eq!(functions, [(1, Some(true.into())), (2, Some(false.into()))]);
        assert!(matches!(desk.status("2026-03-12 09:06", claim.id).now, Now::YouGiveEvidence { .. }));
    });
}

#[test]
fn nl_claim_02_the_24_hours_after_theft_are_told_with_their_end_on_the_clock() {
    each_world(|world| {
        let mut plus = proposal();
        plus.plan = "plus".into();
        let desk = Desk::of(world, &plus);
        // The night of the 29th of March has an hour less: 24 hours on the clock all the same.
        let unsent = begin(&desk, "2026-03-28T13:30", "stolen");
        let theft = ahead(&desk, "2026-03-29 10:00", &unsent).theft.unwrap();
        assert_eq!((theft.until, theft.is_over), (at("2026-03-29 14:30"), false));
        let theft = ahead(&desk, "2026-03-29 14:30", &unsent).theft.unwrap();
        assert!(theft.is_over, "NL-CLAIM-02: the last moment is before it");
        assert!(
            ahead(&desk, "2026-03-29 10:00", &begin(&desk, "2026-03-28T13:30", "dropped")).theft.is_none()
        );
    });
}

#[test]
fn the_same_file_is_kept_once_and_what_was_begun_is_listed_until_it_is_thrown_away() {
    each_world(|world| {
        let desk = Desk::new(world);
        let mut unsent = begin(&desk, "2026-03-11T12:00", "dropped");
        let upload = |shade: u8| desk.upload("2026-03-12 09:00", &photo(shade));
        unsent.add("photo_damage", [upload(1), upload(1), upload(200)]);
        unsent.add("photo_damage", [upload(200)]);
        unsent.add("proof_of_purchase", [upload(1)]);
        assert_eq!(unsent.uploads.len(), 3, "once for each thing it shows");
        keep(&desk, &unsent);
        let contract = desk.made.contract;
        let listed = move || world.app.db.read(move |tx| unsent::of_contracts(tx, &[contract])).unwrap();
        assert_eq!(listed(), [(contract, at("2026-03-12 09:01"))]);
        let thrown = world.app.db.write(Priority::Click, move |tx| unsent::discard(tx, contract)).unwrap();
        assert!(thrown && listed().is_empty());
        let left = sql!("select count(*) as number from claim_draft");
        assert_eq!(desk.count(left), 0);
    });
}

#[test]
fn priv_19_what_is_begun_and_left_alone_goes_after_its_last_day_with_its_files() {
    each_world(|world| {
        let desk = Desk::new(world);
        let mut unsent = begin(&desk, "2026-03-11T12:00", "dropped");
        unsent.add("photo_damage", [desk.upload("2026-03-12 09:00", &photo(1))]);
        keep(&desk, &unsent);
        let files = sql!("select count(*) as number from object");
        let words = sql!("select count(*) as number from vault where class = 'claim-draft'");
        assert_eq!(unsent::kept_until(at("2026-03-12 09:01")), kernel::date(2026, 4, 11));
        assert_eq!(unsent::sweep(&world.app, at("2026-04-11 23:59")).unwrap(), 0, "all of the last day");
        assert_eq!((desk.count(files), desk.count(words)), (1, 1));
        assert_eq!(unsent::sweep(&world.app, at("2026-04-12 00:00")).unwrap(), 1);
        assert_eq!(unsent::sweep(&world.app, at("2026-04-12 00:00")).unwrap(), 0);
        assert_eq!((desk.count(files), desk.count(words)), (0, 0));
    });
}

#[test]
fn what_is_evidence_of_a_claim_stays_when_a_report_with_it_is_thrown_away() {
    each_world(|world| {
        let desk = Desk::new(world);
        desk.dropped();
        let files = sql!("select count(*) as number from object");
        let before = desk.count(files);
        let mut unsent = begin(&desk, "2026-03-12T08:00", "dropped");
        // The picture of the claim, and another.
        for shade in [1, 77] {
            unsent.add("photo_damage", [desk.upload("2026-03-12 09:00", &photo(shade))]);
        }
        keep(&desk, &unsent);
        assert_eq!(desk.count(files), before + 1);
        let (app, contract) = (world.app.clone(), desk.made.contract);
        let thrown = world.app.db.write(Priority::Click, move |tx| unsent::throw_away(&app, tx, contract));
        assert!(thrown.unwrap());
        assert_eq!(desk.count(files), before);
    });
}
