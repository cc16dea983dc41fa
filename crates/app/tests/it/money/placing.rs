//! Money without a place: split over policies, the bank's own, written off, and taken back.

use app::money::placing::{self, What};

use super::*;

fn keys(world: &World<'_>) -> Vec<(String, Money)> {
    let (list, _) = world.app.db.read(|tx| suspense::list(tx, 0)).unwrap();
    list.into_iter().map(|entry| (entry.fingerprint, entry.open)).collect()
}

fn code(answer: Result<Outcome, AppError>) -> String {
    answer.unwrap_err().refused().unwrap().code.clone()
}

#[test]
fn faq_12_one_transfer_for_two_policies_is_split_and_what_is_left_stays() {
    each_world(|world| {
        let (one, two) = (policy(world, 1), policy(world, 2));
        world.run("2026-03-03", "2026-03-05");
        let premium = premium(world, 1);
        let sum = premium + premium + euro("3.00");
        let entry = [Entry::transfer("Both", "NL20INGB0001234567", sum, "for both")];
        let file = BankDouble::statement(ACCOUNT, "1", date(2026, 3, 6), euro("0"), &entry);
        import(world, "2026-03-07 08:00", "s", &file).unwrap();
        let key = keys(world).remove(0).0;
        let split = |command: &'static str, parts: Vec<(Id, Money)>| {
            let (app, key) = (world.app.clone(), key.clone());
            world.app.db.write(Priority::Click, move |tx| {
                let by = (command, &staff(21, Role::Finance));
                suspense::split(&app, tx, at("2026-03-09 11:00"), by, &key, &parts)
            })
        };
        let both = vec![(one.contract, premium), (two.contract, premium)];
        assert_eq!(code(split("a", vec![(one.contract, sum + euro("0.01"))])), "split-too-much");
        assert_eq!(code(split("b", vec![])), "split-too-much");
        assert_eq!(
            code(split("c", vec![(one.contract, premium), (two.contract, euro("0"))])),
            "amount-not-positive"
        );
        assert_eq!(
            count(world, sql!("select count(*) as number from event where kind = 'payment-received'")),
            0
        );
        assert_eq!(split("d", both.clone()).unwrap(), Outcome::Done);
        assert_eq!(split("d", both).unwrap(), Outcome::AlreadyDone);
        assert_eq!(count(world, sql!("select count(*) as number from contract where open_cents = 0")), 2);
        assert_eq!(keys(world), [(key.clone(), euro("3.00"))]);
        assert_eq!(balance(world, Account::Suspense, "2026-03-06"), euro("-3.00"));
        sound(world);
        assert_eq!(split("e", vec![(one.contract, euro("3.00"))]).unwrap(), Outcome::Done);
        assert_eq!(keys(world), []);
        sound(world);
    });
}

#[test]
fn what_is_the_bank_s_own_or_too_small_leaves_suspense_with_a_reason_and_can_come_back() {
    each_world(|world| {
        let entries = [
            Entry::transfer("Nobody", "NL20INGB0001234567", euro("25.00"), "?"),
            Entry::transfer("Nobody", "NL20INGB0001234567", euro("25.01"), "?"),
            Entry::paid("fee", euro("4.50")),
        ];
        let file = BankDouble::statement(ACCOUNT, "1", date(2026, 3, 6), euro("0"), &entries);
        import(world, "2026-03-07 08:00", "s", &file).unwrap();
        let key = |amount: &str| {
            keys(world).into_iter().find(|(_, open)| *open == euro(amount)).map(|(key, _)| key).unwrap()
        };
        let (small, large, fee) = (key("25.00"), key("25.01"), key("-4.50"));
        let place = |command: &str, key: &str, what: What, reason: &'static str| {
            let (app, key, command) = (world.app.clone(), key.to_owned(), command.to_owned());
            world.app.db.write(Priority::Click, move |tx| {
                let by = (command.as_str(), &staff(21, Role::Finance));
                placing::place(&app, tx, at("2026-03-09 11:00"), by, &key, (what, reason))
            })
        };
        let undo = |command: &str, key: &str| {
            let (app, key, command) = (world.app.clone(), key.to_owned(), command.to_owned());
            world.app.db.write(Priority::Click, move |tx| {
                let by = (command.as_str(), &staff(21, Role::Finance));
                placing::undo(&app, tx, at("2026-03-10 11:00"), by, &key)
            })
        };
        assert_eq!(code(place("a", &small, What::WrittenOff, " ")), "reason-missing");
        assert_eq!(code(place("b", &large, What::WrittenOff, "who knows")), "write-off-too-much");
        assert_eq!(code(place("c", &small, What::Charges, "no")), "charges-not-out");
        assert_eq!(place("d", &small, What::WrittenOff, "nobody answers").unwrap(), Outcome::Done);
        assert_eq!(place("d", &small, What::WrittenOff, "nobody answers").unwrap(), Outcome::AlreadyDone);
        assert_eq!(code(place("e", &small, What::WrittenOff, "again")), "entry-not-in-suspense");
        assert_eq!(place("f", &fee, What::Charges, "for paper").unwrap(), Outcome::Done);
        assert_eq!(balance(world, Account::WrittenOff, "2026-03-06"), euro("-25.00"));
        assert_eq!(balance(world, Account::BankCharges, "2026-03-06"), euro("4.50"));
        assert_eq!(balance(world, Account::Suspense, "2026-03-06"), euro("-25.01"));
        sound(world);
        assert_eq!(code(undo("g", &large)), "entry-not-to-undo");
        for (command, key) in [("h", &small), ("i", &fee)] {
            assert_eq!(undo(command, key).unwrap(), Outcome::Done);
            assert_eq!(undo(command, key).unwrap(), Outcome::AlreadyDone);
            sound(world);
        }
        assert_eq!(keys(world).len(), 3);
        assert_eq!(balance(world, Account::WrittenOff, "2026-03-31"), Money::ZERO);
        assert_eq!(balance(world, Account::BankCharges, "2026-03-31"), Money::ZERO);
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), euro("45.51"));
    });
}
