//! The same money in a notification (camt.054) and on a statement (camt.053), in any order: booked once.

use super::*;

fn notice(id: &str, day: i8, entries: &[Entry]) -> Vec<u8> {
    BankDouble::notification(ACCOUNT, id, date(2026, 3, day), entries)
}

fn statement(id: &str, day: i8, opening: &str, entries: &[Entry]) -> Vec<u8> {
    BankDouble::statement(ACCOUNT, id, date(2026, 3, day), euro(opening), entries)
}

fn gift(name: &str, amount: &str, text: &str) -> Entry {
    Entry::transfer(name, DEBTOR, euro(amount), text)
}

/// Imports in this order and expects (booked, already) of each.
fn check(world: &World<'_>, files: &[(&[u8], u64, u64)], bank: &str) {
    for (number, (file, booked, already)) in files.iter().enumerate() {
        let imported = import(world, "2026-03-20 08:00", &format!("file {number}"), file).unwrap();
        assert_eq!(imported.kept, None, "file {number}: {:?}", imported.odd);
        assert_eq!((imported.booked, imported.already), (*booked, *already), "file {number}");
        sound(world);
    }
    assert_eq!(balance(world, Account::Bank, "2026-03-31"), euro(bank));
    let left = sql!("select count(*) as number from statement_entry where notified = 1");
    assert_eq!(count(world, left), 0, "all that was notified is on a statement");
}

#[test]
fn whichever_comes_first_it_is_booked_once() {
    each_world(|world| {
        let entries = [gift("A", "5.00", "one"), gift("A", "5.00", "one"), gift("B", "7.00", "two")];
        let early = notice("n1", 6, &entries);
        valid(&early, "camt.054.001.08.xsd");
        let late = notice("n2", 9, &entries[..1]);
        check(
            world,
            &[
                (&early, 3, 0),
                (&early, 0, 3),
                (&statement("1", 6, "0", &entries), 0, 3),
                (&statement("1", 6, "0", &entries), 0, 3),
                (&statement("2", 9, "17", &entries[..1]), 1, 0),
                (&late, 0, 1),
            ],
            "22.00",
        );
        let suspense = sql!("select count(*) as number from statement_entry where state = 'suspense'");
        assert_eq!(count(world, suspense), 4);
    });
}

#[test]
fn a_direct_debit_and_its_return_are_booked_from_the_notification_at_once() {
    each_world(|world| {
        waiting(world);
        let file = file(world, &release(world, "2026-03-05 10:00", "r", "2026-03-09").unwrap());
        let key = orders(&file)[0].end_to_end.clone();
        let entries =
            [Entry::returned(&key, premium(world, 1), "AM04"), Entry::collected(&key, premium(world, 1))];
        let imported = import(world, "2026-03-09 21:00", "n", &notice("n", 9, &entries)).unwrap();
        assert_eq!((imported.matched, imported.suspense), (2, 0));
        assert_eq!(
            count(world, sql!("select open_cents as number from contract")),
            premium(world, 1).cents()
        );
        let app = world.app.clone();
        let through = world.app.db.read(move |tx| statements::booked_through(&app, tx)).unwrap();
        assert_eq!(through.get(AGREEMENT), None, "only a statement says that a day is complete");
        check(world, &[(&statement("1", 9, "0", &entries), 0, 2)], "0.00");
    });
}

#[test]
fn equal_money_of_another_day_or_statement_is_other_money() {
    each_world(|world| {
        let one = [gift("A", "5.00", "one")];
        // Two on one day: one was notified, both are on statements that follow each other.
        check(
            world,
            &[
                (&notice("n1", 6, &one), 1, 0),
                (&statement("1", 6, "0", &one), 0, 1),
                (&statement("2", 6, "5", &one), 1, 0),
                (&notice("n2", 9, &one), 1, 0),
                (&statement("3", 9, "10", &[one[0].clone(), one[0].clone()]), 1, 1),
            ],
            "20.00",
        );
    });
}

#[test]
fn a_sum_here_and_its_transactions_there_are_the_same_money() {
    each_world(|world| {
        let made = waiting(world);
        let parts = [gift("A", "5.00", "no number"), gift("B", "11.00", made.number.as_str())];
        let sum = Entry::sum(&parts);
        // The statement first: a sum that nobody can place; its transactions then take its place.
        let bare = statement("1", 6, "0", &[sum.clone().bare(), gift("C", "16.00", "other")]);
        let detail = notice("n1", 6, std::slice::from_ref(&sum));
        valid(&detail, "camt.054.001.08.xsd");
        check(world, &[(&bare, 2, 0), (&detail, 2, 0), (&detail, 0, 2), (&bare, 0, 2)], "32.00");
        let paid = sql!("select count(*) as number from event where kind = 'payment-received'");
        assert_eq!(count(world, paid), 1);
        assert_eq!(balance(world, Account::Suspense, "2026-03-06"), euro("-21.00"));
    });
    each_world(|world| {
        let made = waiting(world);
        let parts = [gift("A", "5.00", "no number"), gift("B", "11.00", made.number.as_str())];
        let sum = Entry::sum(&parts);
        let bare = statement("1", 6, "0", &[gift("C", "16.00", "other"), sum.clone().bare()]);
        let again = statement("9", 6, "0", &[gift("C", "16.00", "other"), sum.clone().bare()]);
        check(world, &[(&notice("n1", 6, &[sum]), 2, 0), (&bare, 1, 1), (&again, 0, 2)], "32.00");
    });
}

#[test]
fn a_notification_of_a_day_whose_statement_is_booked_waits_for_the_next_one() {
    each_world(|world| {
        let (one, two) = (gift("A", "5.00", "one"), gift("B", "7.00", "two"));
        let both = [one.clone(), two.clone()];
        check(
            world,
            &[
                (&statement("1", 6, "0", &[one]), 1, 0),
                (&notice("n", 6, &both), 0, 2),
                (&statement("2", 6, "5", &[two]), 1, 0),
            ],
            "12.00",
        );
    });
}

#[test]
fn charges_and_interest_of_the_bank_go_to_the_books_by_their_code() {
    each_world(|world| {
        let own = [
            Entry::own("CHRG", euro("-4.50")),
            Entry::own("INTR", euro("1.20")),
            Entry::own("INTR", euro("-0.30")),
        ];
        let file = statement("1", 6, "10", &own);
        valid(&file, "camt.053.001.08.xsd");
        let imported = import(world, "2026-03-07 08:00", "s", &file).unwrap();
        assert_eq!((imported.matched, imported.suspense), (3, 0));
        assert_eq!(balance(world, Account::BankCharges, "2026-03-06"), euro("4.50"));
        assert_eq!(balance(world, Account::BankInterest, "2026-03-06"), euro("-0.90"));
        assert_eq!(balance(world, Account::Bank, "2026-03-06"), euro("-3.60"));
        sound(world);
        // Money in under that code is nobody's charge.
        let odd = statement("2", 9, "6.40", &[Entry::own("CHRG", euro("4.50"))]);
        assert_eq!(import(world, "2026-03-10 08:00", "s2", &odd).unwrap().suspense, 1);
        sound(world);
    });
}

#[test]
fn faq_12_a_transfer_is_placed_by_structured_communication_or_by_account_and_amount() {
    each_world(|world| {
        let made = waiting(world);
        world.run("2026-03-05", "2026-04-02");
        let reference = made.number.structured();
        let pays = |id: &str, iban: &str, amount: Money, text: &str, opening: Money| {
            let entry = [Entry::transfer("H. Bakker", iban, amount, text)];
            let file = BankDouble::statement(ACCOUNT, id, date(2026, 4, 2), opening, &entry);
            import(world, "2026-04-03 08:00", id, &file).unwrap().matched
        };
        let one = premium(world, 1);
        let said = reference.to_string();
        assert_eq!(pays("1", "BE68539007547034", one, &said, euro("0")), 1, "LAW-SEPA-14");
        // The account of the mandate, and to the cent what is owed.
        assert_eq!(pays("2", DEBTOR, one - euro("0.01"), "premie", one), 0, "another amount");
        let two = one + one - euro("0.01");
        assert_eq!(pays("3", "NL20INGB0001234567", one, "premie", two), 0, "another account");
        let three = two + one;
        assert_eq!(pays("4", DEBTOR, one, "HP-0000-0000-0000 premie", three), 1, "a number that is none");
        assert_eq!(count(world, sql!("select open_cents as number from contract")), 0);
        // Now the account of who paid first is known too; but nothing is owed.
        assert_eq!(pays("5", "BE68539007547034", one, "premie", three + one), 0);
        sound(world);
    });
}

/// Money that names no policy, from an account nobody knows: the payer's name and the amount to the cent lead to one policy, or
/// it waits for a person.
#[test]
fn a_transfer_is_placed_by_name_and_amount_when_only_one_policy_fits() {
    each_world(|world| {
        policy(world, 1);
        world.run("2026-03-03", "2026-04-02");
        // March and April.
        let open = premium(world, 2);
        let mut opening = Money::ZERO;
        let mut pays = |id: &str, name: &str, amount: Money| {
            let entry = [Entry::transfer(name, "NL20INGB0001234567", amount, "premie maart")];
            let file = BankDouble::statement(ACCOUNT, id, date(2026, 4, 2), opening, &entry);
            opening += amount;
            import(world, "2026-04-03 08:00", id, &file).unwrap().matched
        };
        assert_eq!(pays("1", "H. de Vries", open), 0, "another person");
        assert_eq!(pays("2", "S. DE VRIES", open + euro("0.01")), 0, "another amount");
        assert_eq!(pays("3", "Mw S.A. DE VRIES e/o H. Bakker", open), 1);
        assert_eq!(count(world, sql!("select open_cents as number from contract")), 0);
        assert_eq!(pays("4", "S. de Vries", open), 0, "nothing is owed any more");
        let way = sql!("select count(*) as number from statement_entry where matched_as = 'name-and-amount'");
        assert_eq!(count(world, way), 1);
        sound(world);
    });
    each_world(|world| {
        policy(world, 1);
        policy(world, 2);
        world.run("2026-03-03", "2026-04-02");
        let entry = [Entry::transfer("S. de Vries", "NL20INGB0001234567", premium(world, 2), "premie")];
        let file = BankDouble::statement(ACCOUNT, "1", date(2026, 4, 2), euro("0"), &entry);
        assert_eq!(import(world, "2026-04-03 08:00", "1", &file).unwrap().matched, 0, "it could be either");
        sound(world);
    });
}

/// ACT-06: what one insurer's account received pays nothing that is owed to another, by itself or by hand.
#[test]
fn act_06_the_money_of_two_insurers_stays_apart() {
    each_world(|world| {
        let belgian = app::testing::proposal_in(kernel::Country::Be);
        let made = world.apply("2026-03-01 14:05", "belgian", &belgian).unwrap();
        let file = statement("1", 6, "0", &[gift("L. Peeters", "9.95", made.number.as_str())]);
        let imported = import(world, "2026-03-07 08:00", "s1", &file).unwrap();
        assert_eq!((imported.matched, imported.suspense), (0, 1), "the Dutch account, a Belgian policy");
        let (app, now) = (world.app.clone(), at("2026-03-07 09:00"));
        let refused = world.app.db.write(store::Priority::Click, move |tx| {
            let (entries, _) = app::money::suspense::list(tx, 0)?;
            let (entry, finance) = (entries[0].fingerprint.clone(), staff(41, kernel::Role::Finance));
            app::money::suspense::match_suspense(&app, tx, now, ("by-hand", &finance), &entry, made.contract)
        });
        assert_eq!(refused.unwrap_err().refused().unwrap().code, "contract-other-insurer");
        sound(world);
    });
}
