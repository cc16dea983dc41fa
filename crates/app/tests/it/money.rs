//! Money out and in through the use cases and a bank double, on both databases.
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, also in a helper")]

mod answers;
mod both_kinds;
mod closing;
mod coming_in;
mod held_back;
mod kept_files;
mod late;
mod paying;
mod placing;
mod to_payer;
mod told;

use std::{path::Path, process::Command as Process};

use app::{
    AppError, attachments, claims,
    claims::Stated,
    contracts::Outcome,
    money::{self, Released, books, collections, payments, statements, suspense},
    sealed::Purpose,
    testing::{
        World,
        answer::Answer,
        at,
        bank::{BankDouble, Entry, orders},
        dropped, each_world, euro, proposal, staff,
    },
};
use kernel::{Actor, Channel, Date, Id, Imei, Money, Role, date};
use ledger::Account;
use policy::{Command, EndWay};
use store::{Priority, params, sql};

const AGREEMENT: &str = "rosemont-nl";
const ACCOUNT: &str = "NL91ABNA0417164300";
const DEBTOR: &str = "NL39RABO0300065264";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn release(world: &World<'_>, when: &str, command: &str, up_to: &str) -> Result<Released, AppError> {
    let (app, now, command, up_to) = (world.app.clone(), at(when), command.to_owned(), day(up_to));
    world.app.db.write(Priority::Click, move |tx| {
        collections::release(&app, tx, now, (&command, &staff(21, Role::Finance)), AGREEMENT, up_to)
    })
}

fn pay(world: &World<'_>, when: &str, command: &str) -> Result<Released, AppError> {
    pay_by(world, when, command, 21)
}

fn pay_by(world: &World<'_>, when: &str, command: &str, person: i64) -> Result<Released, AppError> {
    let (app, now, command) = (world.app.clone(), at(when), command.to_owned());
    world.app.db.write(Priority::Click, move |tx| {
        payments::release(&app, tx, now, (&command, &staff(person, Role::Finance)), AGREEMENT)
    })
}

fn file(world: &World<'_>, released: &Released) -> Vec<u8> {
    let (app, batch) = (world.app.clone(), released.batch);
    let (name, bytes) = world.app.db.read(move |tx| money::bank_file(&app, tx, batch)).unwrap();
    assert_eq!(Path::new(&name).extension().unwrap(), "xml", "{name}");
    bytes
}

fn import(
    world: &World<'_>,
    when: &str,
    command: &str,
    bytes: &[u8],
) -> Result<statements::Imported, AppError> {
    statements::import(&world.app, at(when), command, &staff(21, Role::Finance), bytes.to_vec())
}

fn balance(world: &World<'_>, account: Account, as_of: &str) -> Money {
    let as_of = day(as_of);
    let balances = world.app.db.read(move |tx| books::balances(tx, Some(AGREEMENT), as_of)).unwrap();
    assert_eq!(balances.sum, Money::ZERO);
    balances.of(account)
}

/// The premium of one instalment, as the tariff has it, times `times`.
fn premium(world: &World<'_>, times: i64) -> Money {
    Money::from_cents(times * count(world, sql!("select max(premium_cents) as number from contract")))
}

fn count(world: &World<'_>, sql: &'static store::sql::Sql) -> i64 {
    world.number(sql, vec![])
}

/// Payments that wait.
fn to_pay(world: &World<'_>) -> payments::Waiting {
    let app = world.app.clone();
    let read =
        move |tx: &mut store::Tx<'_>| payments::waiting(&app, tx, at("2026-03-20 09:00"), AGREEMENT, 0);
    world.app.db.read(read).unwrap()
}

/// Everything that must hold between ledger, streams, runs and statements.
fn sound(world: &World<'_>) {
    let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
    assert!(report.is_sound(), "{:?}", report.faults);
}

/// A policy of its own: another device.
fn policy(world: &World<'_>, number: u32) -> app::apply::Made {
    let mut another = proposal();
    let digits = format!("3591230{number:07}");
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, byte)| u32::from(byte - b'0') * (1 + place as u32 % 2))
        .map(|product| product / 10 + product % 10)
        .sum();
    another.device.identity.imei = Some(Imei::parse(&format!("{digits}{}", (10 - sum % 10) % 10)).unwrap());
    let made = world.apply("2026-03-01 14:05", &format!("apply {number}"), &another).unwrap();
    let accept = Command::Accept { accept_limit: euro("3500") };
    let done = world.order(
        "2026-03-02 10:00",
        &format!("accept {number}"),
        made.contract,
        &staff(11, Role::Acceptance),
        accept,
    );
    assert_eq!(done, Ok(Outcome::Done));
    made
}

/// A policy whose first premium waits for collection on 9 March 2026.
fn waiting(world: &World<'_>) -> app::apply::Made {
    let made = policy(world, 1);
    world.run("2026-03-03", "2026-03-05");
    made
}

/// Validates against the schema of ISO 20022 where it and `xmllint` are there.
fn valid(file: &[u8], schema: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/iso20022/xsd");
    let schema = folder.join(schema);
    if !schema.is_file() {
        println!("skipped: no {} beside the workspace", schema.display());
        return;
    }
    let written = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(written.path(), file).unwrap();
    let Ok(checked) =
        Process::new("xmllint").args(["--noout", "--schema"]).arg(&schema).arg(written.path()).output()
    else {
        return;
    };
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn a_premium_is_announced_released_credited_and_paid() {
    each_world(|world| {
        let made = waiting(world);
        let app = world.app.clone();
        let preview = world
            .app
            .db
            .read(move |tx| {
                collections::waiting(&app, tx, at("2026-03-05 10:00"), AGREEMENT, date(2026, 3, 31))
            })
            .unwrap();
        assert_eq!((preview.count, preview.sum, preview.first), (1, premium(world, 1), 1));
        assert_eq!((preview.days[0].on, preview.days[0].execute_on), (day("2026-03-09"), day("2026-03-09")));
        assert_eq!(preview.list[0].number, made.number.as_str());
        let app = world.app.clone();
        let masked =
            world.app.db.read(move |tx| collections::masked_accounts(&app, tx, &[made.contract])).unwrap();
        assert_eq!(masked[&made.contract], "NL39 •••• 5264");

        assert_eq!(
            release(world, "2026-03-05 10:00", "early", "2026-03-08").unwrap_err().refused().unwrap().code,
            "nothing-to-release"
        );
        let released = release(world, "2026-03-05 10:00", "r1", "2026-03-09").unwrap();
        assert_eq!(
            (released.orders, released.sum, released.execute_on),
            (1, premium(world, 1), day("2026-03-09"))
        );
        assert_eq!(release(world, "2026-03-05 10:01", "r1", "2026-03-09").unwrap(), released, "said twice");
        assert!(release(world, "2026-03-05 10:02", "r2", "2026-03-09").is_err(), "nothing is left");
        let outbox = sql!("select count(*) as number from outbox where kind = 'bank-file'");
        assert_eq!(count(world, outbox), 1);

        let file = file(world, &released);
        valid(&file, "pain.008.001.08.xsd");
        let [order] = &orders(&file)[..] else { panic!() };
        assert_eq!(order.end_to_end, format!("{}-1-1", made.number));
        assert_eq!(
            (order.amount, order.iban.as_str(), order.date),
            (premium(world, 1), DEBTOR, day("2026-03-09"))
        );
        assert_eq!(order.name, "S. de Vries");
        assert!(order.text.starts_with(made.number.as_str()), "FAQ-12");
        let text = String::from_utf8(file.clone()).unwrap();
        for part in
            ["<SeqTp>FRST</SeqTp>", "NL42ZZZ123456780001", "<Cd>CORE</Cd>", "Harmony Service Center B.V."]
        {
            assert!(text.contains(part), "{part}");
        }
        sound(world);

        let mut bank = BankDouble::new(ACCOUNT);
        let statement = bank.day(date(2026, 3, 9), &[&file], &[]);
        valid(&statement, "camt.053.001.08.xsd");
        let imported = import(world, "2026-03-10 08:00", "s1", &statement).unwrap();
        assert_eq!((imported.booked, imported.matched, imported.suspense), (1, 1, 0));
        assert_eq!(imported.findings, Vec::<String>::new());
        assert_eq!(balance(world, Account::Bank, "2026-03-09"), bank.balance());
        assert_eq!(balance(world, Account::Bank, "2026-03-08"), Money::ZERO);
        assert_eq!(balance(world, Account::PremiumReceivable, "2026-03-09"), Money::ZERO);
        assert_eq!(count(world, sql!("select open_cents as number from contract")), 0);
        sound(world);

        let again = import(world, "2026-03-10 08:05", "s2", &statement).unwrap();
        assert_eq!((again.booked, again.already), (0, 1), "the same file again");
        assert_eq!(
            import(world, "2026-03-10 08:06", "s1", &statement).unwrap(),
            imported,
            "the same command again"
        );
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), premium(world, 1));
        let app = world.app.clone();
        let booked = world.app.db.read(move |tx| statements::booked_through(&app, tx)).unwrap();
        assert_eq!(booked[AGREEMENT], day("2026-03-09"));

        let lines = |account| {
            world
                .app
                .db
                .read(move |tx| books::lines(tx, account, (date(2026, 3, 1), date(2026, 3, 31)), 0))
                .unwrap()
        };
        let (bank_lines, number, before) = lines(Account::Bank);
        assert_eq!((number, before), (1, Money::ZERO));
        assert_eq!(
            (bank_lines[0].stream, bank_lines[0].template.as_str()),
            (made.contract, "payment-received")
        );
        assert_eq!(bank_lines[0].event.as_deref(), Some("payment-received"), "each line leads to its event");
        let (batches, _) = world.app.db.read(|tx| money::batches(tx, 0)).unwrap();
        assert_eq!((batches[0].id, batches[0].under_way), (released.batch, 0));
    });
}

#[test]
fn a_day_of_debit_that_is_past_moves_to_the_next_possible_one() {
    each_world(|world| {
        waiting(world);
        // Good Friday to Easter Monday 2026: 3 to 6 April; from Thursday the next but one TARGET day is the 8th.
        let released = release(world, "2026-04-07 10:00", "r", "2026-04-07").unwrap();
        assert_eq!(released.execute_on, day("2026-04-08"), "LAW-SEPA-06, LAW-SEPA-10");
        assert_eq!(orders(&file(world, &released))[0].date, day("2026-04-08"));
    });
}

#[test]
fn two_releases_at_once_collect_each_premium_once() {
    each_world(|world| {
        for number in 1..=6 {
            policy(world, number);
        }
        world.run("2026-03-03", "2026-03-05");
        let released: Vec<_> = std::thread::scope(|scope| {
            let at_once: Vec<_> = ["r1", "r2", "r3"]
                .map(|command| scope.spawn(move || release(world, "2026-03-05 10:00", command, "2026-03-31")))
                .into_iter()
                .collect();
            at_once.into_iter().filter_map(|thread| thread.join().unwrap().ok()).collect()
        });
        let mut all: Vec<String> = released
            .iter()
            .flat_map(|released| orders(&file(world, released)))
            .map(|order| order.end_to_end)
            .collect();
        assert_eq!(all.len(), 6, "{released:?}");
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 6);
        sound(world);
    });
}

#[test]
fn law_sepa_12_what_comes_back_is_tried_again_or_not() {
    each_world(|world| {
        let made = waiting(world);
        let mut bank = BankDouble::new(ACCOUNT);
        bank.returns(DEBTOR, "AM04");
        let first = file(world, &release(world, "2026-03-05 10:00", "r1", "2026-03-09").unwrap());
        let imported =
            import(world, "2026-03-10 08:00", "s1", &bank.day(date(2026, 3, 9), &[&first], &[])).unwrap();
        assert_eq!((imported.matched, imported.suspense), (2, 0));
        assert_eq!(
            count(world, sql!("select open_cents as number from contract")),
            premium(world, 1).cents(),
            "owed again"
        );
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), Money::ZERO);
        sound(world);
        // No money then: it is announced and collected once more.
        world.run("2026-03-10", "2026-03-11");
        let second = release(world, "2026-03-11 10:00", "r2", "2026-03-31").unwrap();
        let second = file(world, &second);
        assert_eq!(orders(&second)[0].end_to_end, format!("{}-1-2", made.number));
        assert!(String::from_utf8(second.clone()).unwrap().contains("RCUR"));
        // The customer has it refunded: not tried again, somebody writes to them.
        bank.returns(DEBTOR, "MD06");
        import(world, "2026-03-19 08:00", "s2", &bank.day(date(2026, 3, 18), &[&second], &[])).unwrap();
        let asked =
            sql!("select count(*) as number from task where kind = 'ask-new-account' and state = 'open'");
        assert_eq!(count(world, asked), 1);
        let waits = sql!("select count(*) as number from collection where state = 'announced'");
        world.run("2026-03-19", "2026-03-20");
        assert_eq!(count(world, waits), 0);
        sound(world);
        // The next instalment comes back from a closed account: no more collections on that mandate.
        world.run("2026-03-21", "2026-04-02");
        assert_eq!(count(world, waits), 1);
        bank.returns(DEBTOR, "AC04");
        let third = file(world, &release(world, "2026-04-02 10:00", "r3", "2026-04-30").unwrap());
        import(world, "2026-04-09 08:00", "s3", &bank.day(date(2026, 4, 8), &[&third], &[])).unwrap();
        world.run("2026-04-09", "2026-05-03");
        assert_eq!(count(world, waits), 0, "a mandate that was stopped collects nothing");
        assert_eq!(balance(world, Account::PremiumReceivable, "2026-05-31"), premium(world, 3));
        sound(world);
    });
}

#[test]
fn a_lump_sum_pays_every_direct_debit_of_its_block() {
    each_world(|world| {
        for number in 1..=3 {
            policy(world, number);
        }
        world.run("2026-03-03", "2026-03-05");
        let released = release(world, "2026-03-05 10:00", "r", "2026-03-31").unwrap();
        assert_eq!(released.orders, 3);
        let file = file(world, &released);
        let mut bank = BankDouble::new(ACCOUNT);
        bank.in_lump_sums().returns(&orders(&file)[1].end_to_end, "AM04");
        let statement = bank.day(date(2026, 3, 9), &[&file], &[]);
        valid(&statement, "camt.053.001.08.xsd");
        let imported = import(world, "2026-03-10 08:00", "s", &statement).unwrap();
        assert_eq!((imported.booked, imported.matched), (2, 2), "one sum in, one back out of it");
        assert_eq!(count(world, sql!("select count(*) as number from contract where open_cents = 0")), 2);
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), premium(world, 2));
        sound(world);
        // A sum that is not theirs is nobody's.
        let wrong = [Entry::lump(&orders(&file)[0].block, 3, premium(world, 3))];
        let imported =
            import(world, "2026-03-11 08:00", "s2", &bank.day(date(2026, 3, 10), &[], &wrong)).unwrap();
        assert_eq!((imported.matched, imported.suspense), (0, 1));
        sound(world);
    });
}

#[test]
fn a_transfer_with_the_policy_number_pays_and_takes_the_direct_debit_out() {
    each_world(|world| {
        let made = waiting(world);
        let text = format!("premie maart {}", made.number.as_str().replace('-', " ").to_lowercase());
        let transfer = Entry::transfer("Sanne & co", "BE68539007547034", premium(world, 1), &text)
            .at("2026-03-06T14:05:00+01:00");
        let mut bank = BankDouble::new(ACCOUNT);
        let statement = bank.day(date(2026, 3, 6), &[], &[transfer]);
        let imported = import(world, "2026-03-07 08:00", "s", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0));
        assert_eq!(count(world, sql!("select open_cents as number from contract")), 0);
        assert!(release(world, "2026-03-07 10:00", "r", "2026-03-31").is_err(), "nothing is collected twice");
        let effective = sql!("select effective_us as number from event where kind = 'payment-received'");
        assert_eq!(count(world, effective), at("2026-03-06 14:05").as_microsecond(), "AMB-16");
        sound(world);
        // Paid too much stays as credit, and an ended contract pays it back to the account it came from.
        let more = [Entry::transfer("Sanne", "BE68539007547034", euro("10.00"), made.number.as_str())];
        import(world, "2026-03-10 08:00", "s2", &bank.day(date(2026, 3, 9), &[], &more)).unwrap();
        let cancel = Command::Cancel {
            notice: Box::new(policy::Notice::new(EndWay::CoolingOff, at("2026-03-10 09:00"))),
        };
        world.order("2026-03-10 09:00", "c", made.contract, &staff(11, Role::Acceptance), cancel).unwrap();
        sound(world);
        let waiting = to_pay(world);
        assert_eq!(
            (waiting.count, waiting.sum, waiting.without_account),
            (1, premium(world, 1) + euro("10.00"), 0)
        );
        assert_eq!(waiting.list[0].policy.as_deref(), Some(made.number.as_str()));
        let released = pay(world, "2026-03-10 10:00", "p").unwrap();
        assert_eq!(pay(world, "2026-03-10 10:01", "p").unwrap(), released);
        assert!(pay(world, "2026-03-10 10:02", "p2").is_err());
        let file = file(world, &released);
        valid(&file, "pain.001.001.09.xsd");
        let [order] = &orders(&file)[..] else { panic!() };
        assert_eq!(
            (order.iban.as_str(), order.amount),
            // The mandate's account, whoever else paid: a transfer does not move where refunds go.
            (DEBTOR, premium(world, 1) + euro("10.00"))
        );
        assert_eq!(balance(world, Account::PaymentsInTransit, "2026-03-31"), Money::ZERO - order.amount);
        sound(world);
        let statement = bank.day(date(2026, 3, 11), &[&file], &[]);
        let imported = import(world, "2026-03-12 08:00", "s3", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0));
        for account in Account::ALL {
            assert_eq!(balance(world, account, "2026-03-31"), Money::ZERO, "{account:?}");
        }
        sound(world);
        // The account is closed: it comes back, is owed again since that day, and waits for another account.
        let back = [Entry::paid_back(&order.end_to_end, order.amount, "AC04")];
        let imported =
            import(world, "2026-03-16 08:00", "s4", &bank.day(date(2026, 3, 12), &[], &back)).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0));
        assert_eq!(balance(world, Account::RefundsPayable, "2026-03-11"), Money::ZERO);
        assert_eq!(balance(world, Account::RefundsPayable, "2026-03-12"), Money::ZERO - order.amount);
        let waiting = to_pay(world);
        assert_eq!((waiting.count, waiting.without_account), (1, 1), "LAW-SEPA-12");
        let task =
            sql!("select count(*) as number from task where kind = 'find-refund-account' and state = 'open'");
        assert_eq!(count(world, task), 1);
        sound(world);
    });
}

/// A claim on a phone that was dropped, approved by person 12: 600 euros less the excess.
fn approved_claim(world: &World<'_>, made: &app::apply::Made) -> Id {
    let customer = Actor::new(made.holder, Role::Policyholder, Channel::Portal);
    let mut photo = Vec::new();
    let picture = image::RgbImage::from_pixel(24, 16, image::Rgb([9, 90, 40]));
    picture.write_to(&mut std::io::Cursor::new(&mut photo), image::ImageFormat::Jpeg).unwrap();
    let to = (made.holder, Purpose::Claim);
    let photo = attachments::store(&world.app, at("2026-03-11 09:00"), to, &photo, "crack.jpg").unwrap();
    let uploads = vec![("photo_damage".to_owned(), photo)];
    let report = claims::Report { uploads, ..dropped(made.contract, made.holder) };
    let app = world.app.clone();
    world
        .app
        .db
        .write(Priority::Click, move |tx| {
            let now = at("2026-03-11 09:00");
            let claim = claims::report(&app, tx, now, "report", &customer, &report)?.id;
            let desk = staff(12, Role::Claims);
            let known = [Stated::new("repairable", "no"), Stated::new("equivalent_price", "600.00")];
            claims::state_facts(&app, tx, now, ("state", &desk), claim, &known)?;
            claims::approve(&app, tx, now, ("approve", &desk), claim)?;
            Ok::<_, AppError>(claim)
        })
        .unwrap()
}

#[test]
fn office_15_a_benefit_is_released_by_another_person_than_the_one_who_approved_it() {
    each_world(|world| {
        let made = waiting(world);
        let claim = approved_claim(world, &made);
        let refused = pay_by(world, "2026-03-12 09:00", "p0", 12).unwrap_err();
        let why = ("why".to_owned(), "payment-four-eyes".to_owned());
        assert!(refused.refused().unwrap().args.contains(&why), "{refused:?}");
        let released = pay(world, "2026-03-12 09:00", "p1").unwrap();
        assert_eq!((released.orders, released.left_out_count), (1, 0));
        let file = file(world, &released);
        valid(&file, "pain.001.001.09.xsd");
        let [order] = &orders(&file)[..] else { panic!() };
        assert_eq!((order.amount, order.iban.as_str()), (released.sum, DEBTOR));
        assert!(order.text.starts_with(made.number.as_str()) && order.text.contains("HC-"), "{}", order.text);
        sound(world);
        let mut bank = BankDouble::new(ACCOUNT);
        let first = bank.day(date(2026, 3, 12), &[&file], &[]);
        assert_eq!(import(world, "2026-03-13 08:00", "s1", &first).unwrap().matched, 1);
        let closed = sql!("select count(*) as number from claim where phase = 'closed'");
        assert_eq!(count(world, closed), 1);
        assert_eq!(balance(world, Account::ClaimsPayable, "2026-03-31"), Money::ZERO);
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), bank.balance());
        sound(world);
        // The account was closed: the money is owed again.
        let back = [Entry::paid_back(&order.end_to_end, order.amount, "AC04")];
        let imported =
            import(world, "2026-03-16 08:00", "s2", &bank.day(date(2026, 3, 13), &[], &back)).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0), "{claim}");
        assert_eq!(balance(world, Account::ClaimsPayable, "2026-03-31"), Money::ZERO - order.amount);
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), Money::ZERO);
        sound(world);
    });
}

#[test]
fn one_file_brought_by_three_people_at_once_is_booked_once() {
    each_world(|world| {
        waiting(world);
        let file = file(world, &release(world, "2026-03-05 10:00", "r", "2026-03-09").unwrap());
        let mut bank = BankDouble::new(ACCOUNT);
        let gift = Entry::transfer("A", DEBTOR, euro("5.00"), "no number");
        let statement = bank.day(date(2026, 3, 9), &[&file], &[gift]);
        let statement = &statement;
        let imported: Vec<_> = std::thread::scope(|scope| {
            let threads = ["s1", "s2", "s3"].map(|command| {
                scope.spawn(move || import(world, "2026-03-10 08:00", command, statement).unwrap())
            });
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(imported.iter().map(|imported| imported.booked).sum::<u64>(), 2, "{imported:?}");
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), bank.balance());
        sound(world);
    });
}

#[test]
fn verify_names_what_does_not_agree() {
    each_world(|world| {
        waiting(world);
        let file = file(world, &release(world, "2026-03-05 10:00", "r", "2026-03-09").unwrap());
        let gift = Entry::transfer("A", DEBTOR, euro("5.00"), "no number");
        let statement = BankDouble::new(ACCOUNT).day(date(2026, 3, 9), &[&file], &[gift]);
        import(world, "2026-03-10 08:00", "s", &statement).unwrap();
        sound(world);
        let tampered: [(&'static store::sql::Sql, &'static store::sql::Sql, &[&str]); 4] = [
            (
                sql!(
                    "update posting set amount_cents = amount_cents + 1 where account = '1300' and template = 'premium-due'"
                ),
                sql!(
                    "update posting set amount_cents = amount_cents - 1 where account = '1300' and template = 'premium-due'"
                ),
                &["the ledger sums to zero", "contracts owe what the ledger says"],
            ),
            (
                sql!("update collection set state = 'released'"),
                sql!("update collection set state = 'credited'"),
                &["direct debits agree with their contracts"],
            ),
            (
                sql!("update statement_entry set amount_cents = amount_cents + 1 where state = 'matched'"),
                sql!("update statement_entry set amount_cents = amount_cents - 1 where state = 'matched'"),
                &["the bank holds what the statements say"],
            ),
            (
                sql!(
                    "update statement_entry set state = 'matched', matched_as = 'gone' where state = 'suspense'"
                ),
                sql!("update statement_entry set state = 'suspense' where matched_as = 'gone'"),
                &["suspense holds what nobody matched"],
            ),
        ];
        for (spoil, mend, expected) in tampered {
            world.app.db.write(Priority::Click, move |tx| tx.exec(spoil, &params![])).unwrap();
            let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
            let faults: Vec<&str> = report.faults.iter().map(|(name, _)| *name).collect();
            for name in expected {
                assert!(faults.contains(name), "{name}: {faults:?}");
            }
            world.app.db.write(Priority::Click, move |tx| tx.exec(mend, &params![])).unwrap();
            sound(world);
        }
    });
}
