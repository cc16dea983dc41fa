//! Money without a place that goes back to who sent it: four eyes, blocked accounts, and what the bank sends back.

use app::money::{
    blocked::{self, BlockReason},
    placing, to_payer,
};
use kernel::Iban;

use super::*;

const PAYER: &str = "NL20INGB0001234567";

/// One transfer that names nothing, in suspense.
fn stranger(world: &World<'_>, bank: &mut BankDouble) -> String {
    let entry = [Entry::transfer("B. Vreemd", PAYER, euro("40.00"), "thanks")];
    let file = bank.day(date(2026, 3, 6), &[], &entry);
    import(world, "2026-03-07 08:00", "s1", &file).unwrap();
    key(world).unwrap()
}

fn key(world: &World<'_>) -> Option<String> {
    let (list, _) = world.app.db.read(|tx| suspense::list(tx, 0)).unwrap();
    list.into_iter().next().map(|entry| entry.fingerprint)
}

fn give_back(world: &World<'_>, when: &str, command: &'static str, key: &str) -> Result<Outcome, AppError> {
    let (app, now, key) = (world.app.clone(), at(when), key.to_owned());
    world.app.db.write(Priority::Click, move |tx| {
        to_payer::give_back(&app, tx, now, (command, &staff(21, Role::Finance)), &key)
    })
}

fn undo(world: &World<'_>, when: &str, command: &'static str, key: &str) -> Result<Outcome, AppError> {
    let (app, now, key) = (world.app.clone(), at(when), key.to_owned());
    world.app.db.write(Priority::Click, move |tx| {
        placing::undo(&app, tx, now, (command, &staff(21, Role::Finance)), &key)
    })
}

fn failed(world: &World<'_>, key: &str) -> Option<String> {
    let key = key.to_owned();
    world.app.db.read(move |tx| to_payer::failed(tx, &key)).unwrap()
}

fn code<T: std::fmt::Debug>(answer: Result<T, AppError>) -> String {
    answer.unwrap_err().refused().unwrap().code.clone()
}

fn balances(world: &World<'_>) -> [Money; 4] {
    [Account::Suspense, Account::ReturnsPayable, Account::PaymentsInTransit, Account::Bank]
        .map(|account| balance(world, account, "2026-12-31"))
}

fn four(amounts: [&str; 4]) -> [Money; 4] {
    amounts.map(euro)
}

#[test]
fn office_15_money_without_a_place_goes_back_to_its_payer_by_a_second_person() {
    each_world(|world| {
        let mut bank = BankDouble::new(ACCOUNT);
        let key = stranger(world, &mut bank);
        assert_eq!(give_back(world, "2026-03-09 10:00", "g", &key).unwrap(), Outcome::Done);
        assert_eq!(give_back(world, "2026-03-09 10:01", "g", &key).unwrap(), Outcome::AlreadyDone);
        assert_eq!(code(give_back(world, "2026-03-09 10:02", "g2", &key)), "entry-not-in-suspense");
        assert_eq!(balances(world), four(["0", "-40.00", "0", "40.00"]));
        assert_eq!(self::key(world), None);
        let waiting = to_pay(world);
        assert_eq!((waiting.count, waiting.sum, waiting.without_account), (1, euro("40.00"), 0));
        assert_eq!(waiting.list[0].kind, payments::PaymentKind::Return);
        assert!(waiting.list[0].doubts.is_empty(), "no policyholder to compare with");
        sound(world);

        let alone = pay_by(world, "2026-03-09 11:00", "p", 21).unwrap_err();
        assert!(format!("{alone:?}").contains("payment-four-eyes"), "{alone:?}");
        let released = pay_by(world, "2026-03-09 11:05", "p2", 22).unwrap();
        assert_eq!((released.orders, released.sum), (1, euro("40.00")));
        let out = file(world, &released);
        valid(&out, "pain.001.001.09.xsd");
        let order = orders(&out).remove(0);
        assert_eq!((order.iban.as_str(), order.name.as_str()), (PAYER, "B. Vreemd"));
        assert_eq!(balances(world), four(["0", "0", "-40.00", "40.00"]));
        sound(world);
        assert_eq!(code(undo(world, "2026-03-09 12:00", "u", &key)), "entry-not-to-undo");

        let statement = bank.day(date(2026, 3, 10), &[&out], &[]);
        let imported = import(world, "2026-03-11 08:00", "s2", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0));
        assert_eq!(balances(world), four(["0", "0", "0", "0"]));
        sound(world);

        // The account was closed meanwhile: the money is without a place again, and it is told why.
        let back = Entry::paid_back(&order.end_to_end, euro("40.00"), "AC04");
        let statement = bank.day(date(2026, 3, 12), &[], &[back]);
        let imported = import(world, "2026-03-13 08:00", "s3", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0));
        assert_eq!(balances(world), four(["-40.00", "0", "0", "40.00"]));
        assert_eq!((self::key(world), failed(world, &key)), (Some(key.clone()), Some("AC04".to_owned())));
        let task = sql!("select count(*) as number from task where kind = 'match-entry' and state = 'open'");
        assert_eq!(count(world, task), 1);
        sound(world);
    });
}

#[test]
fn what_the_bank_refuses_to_give_back_is_without_a_place_again() {
    each_world(|world| {
        let mut bank = BankDouble::new(ACCOUNT);
        let key = stranger(world, &mut bank);
        give_back(world, "2026-03-09 10:00", "g", &key).unwrap();
        let out = file(world, &pay_by(world, "2026-03-09 11:00", "p", 22).unwrap());
        let report = Answer::to(&out).refuses(&orders(&out)[0], "AC01").xml(date(2026, 3, 9));
        let imported = import(world, "2026-03-09 12:00", "a", &report).unwrap();
        assert_eq!((imported.rejected, imported.already), (1, 0));
        let again = import(world, "2026-03-09 12:05", "b", &report).unwrap();
        assert_eq!((again.rejected, again.already), (0, 1));
        assert_eq!(balances(world), four(["-40.00", "0", "0", "40.00"]));
        assert_eq!((self::key(world), failed(world, &key)), (Some(key.clone()), Some("AC01".to_owned())));
        sound(world);
        // It can be ordered once more, and taken back before a file has it.
        assert_eq!(give_back(world, "2026-03-10 10:00", "g2", &key).unwrap(), Outcome::Done);
        let placed = world.app.db.read(placing::list).unwrap();
        assert_eq!(placed.iter().map(|entry| &entry.fingerprint).collect::<Vec<_>>(), [&key]);
        assert_eq!(undo(world, "2026-03-10 11:00", "u", &key).unwrap(), Outcome::Done);
        assert_eq!(undo(world, "2026-03-10 11:01", "u", &key).unwrap(), Outcome::AlreadyDone);
        assert_eq!(to_pay(world).count, 0);
        assert_eq!(balances(world), four(["-40.00", "0", "0", "40.00"]));
        sound(world);
    });
}

#[test]
fn nothing_goes_back_to_a_blocked_account_or_to_nobody() {
    each_world(|world| {
        let mut bank = BankDouble::new(ACCOUNT);
        let key = stranger(world, &mut bank);
        let block = |command: &'static str| {
            let app = world.app.clone();
            world.app.db.write(Priority::Click, move |tx| {
                let (by, iban) = ((command, &staff(21, Role::Finance)), Iban::parse(PAYER).unwrap());
                blocked::block(
                    &app,
                    tx,
                    at("2026-03-09 09:30"),
                    by,
                    &iban,
                    (BlockReason::Fraud, "seen before"),
                )
            })
        };
        give_back(world, "2026-03-09 09:00", "g", &key).unwrap();
        block("b").unwrap();
        let held = pay_by(world, "2026-03-09 11:00", "p", 22).unwrap_err();
        assert!(format!("{held:?}").contains("account-blocked"), "{held:?}");
        undo(world, "2026-03-09 12:00", "u", &key).unwrap();
        assert_eq!(code(give_back(world, "2026-03-09 13:00", "g2", &key)), "account-blocked");

        let fee = bank.day(date(2026, 3, 9), &[], &[Entry::paid("fee", euro("4.50"))]);
        import(world, "2026-03-10 08:00", "s2", &fee).unwrap();
        let (list, _) = world.app.db.read(|tx| suspense::list(tx, 0)).unwrap();
        let fee = list.iter().find(|entry| !entry.open.is_positive()).unwrap();
        assert_eq!(code(give_back(world, "2026-03-10 13:00", "g3", &fee.fingerprint)), "entry-not-a-payment");
        sound(world);
    });
}
