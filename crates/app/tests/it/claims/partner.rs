//! What a customer opens to the partner that brought them, on both databases (PRIV-24, PORTAL-13, PORTAL-23).

use app::{
    AppError,
    access::Scope,
    apply::Proposal,
    claims::{
        self, Now, Report,
        unsent::{self, Unsent, Whose},
    },
    contracts::Outcome,
    identity::{Look, LookPurpose, looks},
    partner::{self, Seen, Stage, Wish},
    testing::{DROPPED, at, each_world, proposal, proposal_in, staff},
};
use documents::Document;
use kernel::{Actor, Channel, Country, Id, Role};
use store::{params, sql};

use super::desk::{Desk, code, stated};

/// The numbers of the two partners of the shipped agreements, and of one that nobody has.
fn shop() -> Id {
    "00000000000p1".parse().unwrap()
}
fn electro_shop() -> Id {
    "00000000000p2".parse().unwrap()
}

fn brought() -> Proposal {
    Proposal { partner: Some("phone-shop".into()), ..proposal() }
}

fn shop_keeper() -> Actor {
    Actor { channel: Channel::Partner, ..staff(71, Role::Partner) }
}

fn wish(desk: &Desk<'_>, when: &str, command: &'static str, wish: Wish) -> Result<Outcome, AppError> {
    let (contract, customer) = (desk.made.contract, desk.customer());
    desk.write(when, move |app, tx, now| partner::wish(app, tx, now, (command, &customer), contract, wish))
}

fn seen(desk: &Desk<'_>, when: &str, who: Id) -> Vec<Seen> {
    desk.write(when, move |app, tx, now| partner::seen(app, tx, now, &Scope::Partner(who), None)).unwrap()
}

fn reports(desk: &Desk<'_>, when: &str, command: &'static str) -> Result<claims::ReportedClaim, AppError> {
    let report = Report {
        contract: desk.made.contract,
        holder: None,
        items: vec![],
        facts: stated(&DROPPED),
        narrative: "The customer dropped it.".into(),
        uploads: vec![],
    };
    desk.write(when, move |app, tx, now| claims::report(app, tx, now, command, &shop_keeper(), &report))
}

#[test]
fn priv_24_a_partner_sees_what_was_opened_and_nothing_before_or_after() {
    each_world(|world| {
        let desk = Desk::of(world, &brought());
        assert_eq!(seen(&desk, "2026-03-03 09:00", shop()), [], "that it brought them opens nothing");
        assert_eq!(wish(&desk, "2026-03-03 09:01", "o1", Wish::Look).unwrap(), Outcome::Done);
        assert_eq!(wish(&desk, "2026-03-03 09:02", "o2", Wish::Look).unwrap(), Outcome::AlreadyDone);
        let found = seen(&desk, "2026-03-03 09:03", shop());
        let only = &found[0];
        assert_eq!((found.len(), only.name.as_str(), only.is_covered), (1, "Sanne de Vries", true));
        assert_eq!((only.devices.as_slice(), only.reports), (&["Fairphone 5".to_owned()][..], false));
        assert_eq!(seen(&desk, "2026-03-03 09:04", electro_shop()), [], "another partner's eyes see nothing");
        assert_eq!(format!("{only:?}"), format!("Seen({})", desk.made.number), "a log names nobody");

        let claim = desk.dropped();
        let stage = |when: &str| seen(&desk, when, shop())[0].claims[0].stage;
        assert_eq!(stage("2026-03-11 09:10"), Stage::Papers, "the receipt is still awaited");
        desk.desk_states("2026-03-11 10:00", claim, &[("repairable", "no"), ("equivalent_price", "600.00")])
            .unwrap();
        desk.approve("2026-03-11 10:02", "a1", staff(12, Role::Claims), claim).unwrap();
        assert_eq!(stage("2026-03-11 10:03"), Stage::Settling);

        assert_eq!(wish(&desk, "2026-03-12 09:00", "c1", Wish::Nothing).unwrap(), Outcome::Done);
        assert_eq!(wish(&desk, "2026-03-12 09:01", "c2", Wish::Nothing).unwrap(), Outcome::AlreadyDone);
        assert_eq!(seen(&desk, "2026-03-12 09:02", shop()), []);
        assert_eq!((desk.letters("partner-view-opened"), desk.letters("partner-view-closed")), (1, 1));
    });
}

#[test]
fn priv_24_without_a_partner_or_after_the_end_nothing_can_be_opened() {
    each_world(|world| {
        let desk = Desk::new(world);
        assert_eq!(code(wish(&desk, "2026-03-03 09:00", "o1", Wish::Look)), "partner-view-none");
        assert_eq!(wish(&desk, "2026-03-03 09:01", "c1", Wish::Nothing).unwrap(), Outcome::AlreadyDone);
        let of = desk.made.contract;
        assert!(
            desk.write("2026-03-03 09:02", move |app, tx, _| partner::standing(app, tx, of))
                .unwrap()
                .is_none()
        );
    });
}

#[test]
fn priv_24_a_report_by_a_partner_is_on_record_told_at_once_and_the_customer_goes_on_with_it() {
    each_world(|world| {
        let desk = Desk::of(world, &brought());
        assert_eq!(code(reports(&desk, "2026-03-11 09:00", "r0")), "contract-unknown", "nothing was opened");
        wish(&desk, "2026-03-11 09:01", "o1", Wish::Look).unwrap();
        assert_eq!(
            code(reports(&desk, "2026-03-11 09:02", "r1")),
            "contract-unknown",
            "looking is not reporting"
        );
        wish(&desk, "2026-03-11 09:03", "o2", Wish::LookAndReport).unwrap();
        let reported = reports(&desk, "2026-03-11 09:04", "r2").unwrap();
        assert!(reports(&desk, "2026-03-11 09:05", "r2").unwrap().was_there, "the same again is the same");
        let by = sql!(
            "select count(*) as number from event where kind = 'reported' and channel = 'partner' and role = 'partner'"
        );
        assert_eq!(desk.count(by), 1, "who reported, and how, is on the record");
        let status = desk.status("2026-03-11 09:06", reported.id);
        assert_eq!(status.reported_by.as_deref(), Some("Example Phone Shop"));
        assert!(
            matches!(status.now, Now::YouGiveEvidence { .. }),
            "the customer goes on with it: {:?}",
            status.now
        );
        assert_eq!(acknowledged_by(&desk, reported.id), Some("Example Phone Shop".into()));
        // What the customer reports themselves names nobody.
        wish(&desk, "2026-03-12 09:00", "c1", Wish::Nothing).unwrap();
        assert_eq!(code(reports(&desk, "2026-03-12 09:01", "r3")), "contract-unknown", "taken back at once");
        let own = desk
            .report(
                "2026-03-12 10:00",
                "own",
                super::desk::with(
                    &DROPPED,
                    &[("damage_arose_at", "2026-03-12T08:00"), ("discovered_at", "2026-03-12T08:05")],
                ),
                true,
            )
            .unwrap();
        assert_eq!(desk.status("2026-03-12 10:01", own.id).reported_by, None);
        assert_eq!(acknowledged_by(&desk, own.id), None);
    });
}

/// Whom the acknowledgement of a claim names as its reporter.
fn acknowledged_by(desk: &Desk<'_>, claim: Id) -> Option<String> {
    let letter: Option<Document> = desk
        .write("2026-03-20 09:00", move |app, tx, _| {
            let row = tx.query_one(
                sql!("select content from letter where stream = ?1 and kind = 'claim-acknowledged' order by id limit 1"),
                &params![claim],
            )?;
            app.unseal_row(tx, row.id("content")?)
        })
        .unwrap();
    match letter.unwrap().content {
        documents::Content::ClaimAcknowledged(facts) => facts.reported_by,
        other => panic!("{}", other.kind()),
    }
}

#[test]
fn priv_24_what_a_partner_begins_and_what_the_customer_begins_are_two_drafts() {
    each_world(|world| {
        let desk = Desk::of(world, &brought());
        wish(&desk, "2026-03-11 09:00", "o1", Wish::LookAndReport).unwrap();
        let (contract, holder) = (desk.made.contract, desk.made.holder);
        let partners = Whose { contract, partner: Some(shop()) };
        let begin = |whose: Whose, words: &'static str| {
            desk.write("2026-03-11 09:01", move |app, tx, now| {
                let mut unsent = unsent::load(app, tx, whose)?;
                unsent.narrative = Some(words.to_owned());
                unsent::save(app, tx, now, (whose, holder), &unsent)
            })
            .unwrap();
        };
        let load = |whose: Whose| -> Unsent {
            desk.write("2026-03-11 09:02", move |app, tx, _| unsent::load(app, tx, whose)).unwrap()
        };
        begin(contract.into(), "in the customer's words");
        assert_eq!(load(partners).narrative, None, "what the customer began is not the partner's to read");
        begin(partners, "in the shop's words");
        assert_eq!(load(contract.into()).narrative.as_deref(), Some("in the customer's words"));
        let listed = desk.write("2026-03-11 09:03", move |_, tx, _| unsent::of_contracts(tx, &[contract]));
        assert_eq!(listed.unwrap().len(), 1, "the customer's list shows theirs");
        // What is taken back takes the partner's draft with it, and leaves the customer's.
        wish(&desk, "2026-03-11 09:04", "o2", Wish::Look).unwrap();
        assert_eq!(load(partners).narrative, None);
        assert_eq!(load(contract.into()).narrative.as_deref(), Some("in the customer's words"));
    });
}

#[test]
fn priv_24_the_customer_sees_when_the_partner_looked() {
    each_world(|world| {
        let desk =
            Desk::of(world, &Proposal { partner: Some("electro-shop".into()), ..proposal_in(Country::Be) });
        let (contract, holder) = (desk.made.contract, desk.made.holder);
        let (keeper, other) = (store::testing::id(9_001), store::testing::id(9_002));
        desk.write("2026-03-11 09:00", move |_, tx, now| {
            for (user, partner) in [(keeper, electro_shop()), (other, shop())] {
                tx.insert(
                    sql!(
                        "insert into user_account (user_id, state, roles, language, partner_id, created_us, changed_us, events) \
                         values {rows}"
                    ),
                    &[store::row![user, "active", "partner", "fr", partner, now, now, 1]],
                )?;
            }
            let look = |actor, minute: &str| Look {
                subject: holder,
                at: at(minute),
                actor,
                role: Role::Partner,
                act: "ViewPolicyStatus",
                purpose: LookPurpose::of(Role::Partner),
            };
            let by_desk = Look { role: Role::Claims, ..look(keeper, "2026-03-11 08:00") };
            looks::record(
                tx,
                &[look(keeper, "2026-03-10 12:00"), look(keeper, "2026-03-10 15:00"), look(other, "2026-03-10 16:00"), by_desk],
            )?;
            Ok::<_, AppError>(())
        })
        .unwrap();
        let standing = desk
            .write("2026-03-11 09:01", move |app, tx, _| partner::standing(app, tx, contract))
            .unwrap()
            .unwrap();
        assert_eq!(standing.partner, "Example Electro Shop");
        assert_eq!(
            standing.looked,
            [at("2026-03-10 15:00"), at("2026-03-10 12:00")],
            "its own looks, the latest first"
        );
    });
}
