//! Repairers over time: how fast they are, what became of a device, and an order of one that left the agreement.

use ::claims::{AcceptedBy, JobState, Work};
use app::{
    App, AppError,
    accounts::table::{Kind, Sheet},
    apply::DeviceIdentity,
    claims::{self, Delivered, Pace},
    contracts::Outcome,
    testing::{at, each_world, euro, staff},
};
use kernel::{Id, Instant, Role};
use store::{Tx, sql};

use super::desk::{Desk, code};
use super::in_kind::{act, approved, deliver, order_of, repaired};

fn accept(desk: &Desk<'_>, when: &str, claim: Id) -> Result<Outcome, AppError> {
    let (job, customer) = (order_of(desk), desk.customer());
    act(desk, when, move |app: &App, tx: &mut Tx<'_>, now: Instant| {
        claims::accept_job(app, tx, now, ("c-accept", &customer), (claim, job), AcceptedBy::Customer)
    })
}

#[test]
fn how_fast_a_repairer_is_counts_from_the_order_to_the_quote_and_to_the_last_time_it_was_ready() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = approved(&desk);
        let pace = |since: &'static str| {
            act(&desk, "2026-03-20 10:00", move |app, tx, _| claims::turnaround(app, tx, at(since))).unwrap()
        };
        let day = 86_400;
        let one = |seconds| Some(Pace { number: 1, median: seconds, most: seconds });
        let [lab] = &pace("2026-01-01 00:00")[..] else { panic!("one repairer") };
        assert_eq!((lab.name.as_deref(), lab.orders, lab.open), (Some("Example Phone Lab"), 1, 1));
        assert_eq!(
            (lab.quote, lab.ready),
            (one(day), None),
            "ordered on the 11th, quoted on the 12th at ten"
        );
        deliver(&desk, "2026-03-14 10:00", "d1", claim, repaired("180.00")).unwrap();
        let (job, customer) = (order_of(&desk), desk.customer());
        act(&desk, "2026-03-15 10:00", move |app, tx, now| {
            claims::send_back_job(app, tx, now, ("b1", &customer), (claim, job), "The screen flickers.")
        })
        .unwrap();
        assert_eq!(pace("2026-01-01 00:00")[0].ready, None, "it is in the works again");
        deliver(&desk, "2026-03-16 12:00", "d2", claim, repaired("180.00")).unwrap();
        assert_eq!(pace("2026-01-01 00:00")[0].ready, one(5 * day + 7_200));
        assert_eq!(pace("2026-04-01 00:00"), [], "nothing was ordered since");
        let file = act(&desk, "2026-03-20 10:00", |app, tx, _| {
            let word = |key: &str| key.to_owned();
            let mut sheet = Sheet::new(Kind::Csv, &word);
            claims::export_turnaround(app, tx, at("2026-01-01 00:00"), &mut sheet)?;
            sheet.finish()
        });
        let text = String::from_utf8(file.unwrap()).unwrap();
        assert!(text.contains("Example Phone Lab,1,0,1,24,24,122,122"), "{text}");
    });
}

#[test]
fn half_and_nine_of_ten_are_among_what_was_measured() {
    each_world(|world| {
        let desk = Desk::new(world);
        let paces = desk.write("2026-03-20 10:00", |app, tx, _| {
            let hour = 3_600_000_000_i64;
            for number in 1..=10_i64 {
                let row = store::row![number, 1, 1, "repair", "delivered", 0, number * hour];
                let insert = sql!(
                    "insert into repair_order (id, claim, repairer, work, state, ordered_us, delivered_us) values {rows}"
                );
                tx.insert(insert, &[row])?;
            }
            claims::turnaround(app, tx, Instant::UNIX_EPOCH)
        });
        let [line] = &paces.unwrap()[..] else { panic!("one repairer") };
        assert_eq!((&line.name, line.orders, line.quote), (&None, 10, None));
        assert_eq!(line.ready, Some(Pace { number: 10, median: 5 * 3_600, most: 9 * 3_600 }));
    });
}

#[test]
fn priv_06_a_replaced_phone_is_found_by_its_old_number_and_its_new_one() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = desk.dropped();
        let facts = [("repairable", "no"), ("equivalent_price", "600.00"), ("settle_by", "device")];
        desk.desk_states("2026-03-11 10:00", claim, &facts).unwrap();
        desk.approve("2026-03-11 11:00", "a1", staff(12, Role::Claims), claim).unwrap();
        let new = DeviceIdentity {
            model: "Another phone".to_owned(),
            imei: None,
            serial: Some(kernel::SerialNumber::parse("NEW123456").unwrap()),
        };
        let delivered = Delivered { invoice: euro("600.00"), device: Some(new.clone()) };
        deliver(&desk, "2026-03-14 10:00", "d1", claim, delivered).unwrap();
        accept(&desk, "2026-03-15 10:00", claim).unwrap();
        let contract = desk.made.contract;
        let history = |by_new: bool| {
            let new = new.clone();
            desk.write("2026-03-20 10:00", move |app, tx, _| {
                let contract = store_contract(tx, contract)?;
                let old = claims::device_at(app, tx, &contract, (1, at("2026-03-10 12:00")))?.unwrap();
                claims::device_history(app, tx, &[if by_new { new.clone() } else { old }])
            })
            .unwrap()
        };
        for by_new in [false, true] {
            let history = history(by_new);
            let [made] = &history.made[..] else { panic!("{history:?}") };
            assert_eq!((made.claim, made.work, made.state), (claim, Work::Replacement, JobState::Accepted));
            assert_eq!(made.supplier, "Example Phone Lab");
            assert_eq!(made.accepted_at, Some(at("2026-03-15 10:00")));
            let serial =
                |device: &Option<DeviceIdentity>| device.clone().unwrap().serial.map(|s| s.to_string());
            assert_eq!(serial(&made.new).as_deref(), Some("NEW123456"));
            assert_ne!(serial(&made.old).as_deref(), Some("NEW123456"));
            assert_eq!(history.losses.len(), usize::from(!by_new), "what was lost is the old one");
            assert_eq!(history.people(), [desk.made.holder]);
        }
    });
}

fn store_contract(tx: &mut Tx<'_>, id: Id) -> Result<policy::Contract, AppError> {
    let loaded = app::streams::look::<policy::Contract>(tx, &[id])?.remove(&id).unwrap();
    Ok(loaded.state()?.clone())
}

#[test]
fn what_a_repairer_has_goes_on_to_its_end_after_it_left_the_agreement() {
    each_world(|world| {
        let desk = Desk::new(world);
        let claim = approved(&desk);
        let later = world.under(|agreement| agreement.suppliers.clear());
        let desk = Desk { world: &later, made: desk.made };
        deliver(&desk, "2026-03-14 10:00", "d1", claim, repaired("180.00")).unwrap();
        let in_state = |sql| desk.count(sql);
        assert_eq!(
            in_state(sql!("select count(*) as number from repair_order where state = 'delivered'")),
            1
        );
        assert_eq!(
            accept(&desk, "2026-03-15 10:00", claim).unwrap(),
            Outcome::Done,
            "the customer's word counts"
        );
        assert_eq!(in_state(sql!("select count(*) as number from repair_order where state = 'accepted'")), 1);
        let payments = sql!("select count(*) as number from payment_order where kind = 'supplier'");
        assert_eq!(
            (desk.count(payments), desk.open_tasks()),
            (0, 1),
            "nobody knows where it is paid: a person's work"
        );
        let job = order_of(&desk);
        let pay = |desk: &Desk<'_>, id: &'static str| {
            act(desk, "2026-03-16 10:00", move |app, tx, now| claims::pay_job(app, tx, now, id, (claim, job)))
        };
        assert_eq!(code(pay(&desk, "p1")), "job-supplier-gone");
        let back = world.under(|agreement| {
            agreement.suppliers.iter_mut().for_each(|known| known.until = Some(kernel::date(2026, 3, 12)));
        });
        let desk = Desk { world: &back, made: desk.made };
        assert_eq!(pay(&desk, "p2").unwrap(), Outcome::Done);
        assert_eq!(desk.count(payments), 1);
    });
}
