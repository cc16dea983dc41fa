//! Statements: what nobody expected, gaps, files that are not in order.

use super::*;

#[test]
fn what_nobody_expected_is_kept_until_a_person_decides() {
    each_world(|world| {
        let made = waiting(world);
        let mut bank = BankDouble::new(ACCOUNT);
        let unknown = [
            Entry::transfer("Opa de Vries", "NL20INGB0001234567", premium(world, 1), "voor Sanne"),
            Entry::paid("something-else", euro("4.50")),
            Entry::transfer("X", DEBTOR, euro("1.00"), "HP-0000-0000-0000"),
        ];
        let imported =
            import(world, "2026-03-07 08:00", "s", &bank.day(date(2026, 3, 6), &[], &unknown)).unwrap();
        assert_eq!((imported.matched, imported.suspense), (0, 3));
        assert_eq!(balance(world, Account::Suspense, "2026-03-31"), Money::ZERO - bank.balance());
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), bank.balance());
        let task = sql!("select count(*) as number from task where kind = 'match-entry' and state = 'open'");
        assert_eq!(count(world, task), 1, "one task for the statement");
        sound(world);

        let (list, number) = world.app.db.read(|tx| suspense::list(tx, 0)).unwrap();
        assert_eq!(number, 3);
        let entry = list.iter().find(|entry| entry.amount == premium(world, 1)).unwrap().fingerprint.clone();
        let out = list.iter().find(|entry| entry.amount == euro("-4.50")).unwrap().fingerprint.clone();
        let (app, key) = (world.app.clone(), entry.clone());
        let details = world.app.db.read(move |tx| suspense::details(&app, tx, &key)).unwrap().unwrap();
        assert_eq!(
            (details.name.as_deref(), details.text.as_deref()),
            (Some("Opa de Vries"), Some("voor Sanne"))
        );
        let decide = |command: &'static str, entry: &str| {
            let (app, entry) = (world.app.clone(), entry.to_owned());
            world.app.db.write(Priority::Click, move |tx| {
                let by = (command, &staff(21, Role::Finance));
                suspense::match_suspense(&app, tx, at("2026-03-09 11:00"), by, &entry, made.contract)
            })
        };
        let refused = |answer: Result<Outcome, AppError>| answer.unwrap_err().refused().unwrap().code.clone();
        assert_eq!(refused(decide("m0", &out)), "entry-not-a-payment");
        assert_eq!(decide("m1", &entry).unwrap(), Outcome::Done);
        assert_eq!(decide("m1", &entry).unwrap(), Outcome::AlreadyDone);
        assert_eq!(refused(decide("m2", &entry)), "entry-not-in-suspense");
        assert_eq!(balance(world, Account::Bank, "2026-03-06"), bank.balance(), "the money is there once");
        assert_eq!(balance(world, Account::Suspense, "2026-03-06"), euro("3.50"));
        assert_eq!(balance(world, Account::PremiumReceivable, "2026-03-31"), Money::ZERO);
        assert_eq!(count(world, sql!("select open_cents as number from contract")), 0);
        let (items, overpaid) = world.app.db.read(move |tx| books::open_items(tx, made.contract)).unwrap();
        assert_eq!((items.len(), overpaid), (0, Money::ZERO));
        sound(world);
    });
}

#[test]
fn money_that_comes_twice_is_not_booked_as_the_same_payment() {
    each_world(|world| {
        waiting(world);
        let file = file(world, &release(world, "2026-03-05 10:00", "r", "2026-03-09").unwrap());
        let key = orders(&file)[0].end_to_end.clone();
        let mut bank = BankDouble::new(ACCOUNT);
        let early = [Entry::returned(&key, premium(world, 1), "AM04")];
        let imported =
            import(world, "2026-03-09 08:00", "s0", &bank.day(date(2026, 3, 6), &[], &early)).unwrap();
        assert_eq!(imported.suspense, 1, "it comes back before it came");
        let statement = bank.day(date(2026, 3, 9), &[&file], &[Entry::collected(&key, premium(world, 1))]);
        let imported = import(world, "2026-03-10 08:00", "s1", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 1));
        let odd = [
            Entry::collected(&key, premium(world, 1) - euro("0.01")),
            Entry::returned(&key, premium(world, 1) + euro("5.00"), "AM04"),
        ];
        let imported =
            import(world, "2026-03-11 08:00", "s2", &bank.day(date(2026, 3, 10), &[], &odd)).unwrap();
        assert_eq!((imported.matched, imported.suspense), (0, 2), "another amount is for a person");
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), bank.balance());
        sound(world);
    });
}

#[test]
fn equal_entries_of_statements_that_follow_each_other_are_all_booked() {
    each_world(|world| {
        let gift = Entry::transfer("A", DEBTOR, euro("5.00"), "same text");
        let one =
            BankDouble::statement(ACCOUNT, "1", date(2026, 3, 6), euro("0"), &[gift.clone(), gift.clone()]);
        let two =
            BankDouble::statement(ACCOUNT, "2", date(2026, 3, 6), euro("10"), std::slice::from_ref(&gift));
        for (command, statement, booked, already) in
            [("1", &one, 2, 0), ("2", &two, 1, 0), ("3", &two, 0, 1), ("4", &one, 0, 2)]
        {
            let imported = import(world, "2026-03-07 08:00", command, statement).unwrap();
            assert_eq!((imported.booked, imported.already), (booked, already), "{command}");
        }
        // The bank sends both again as one, under another name: it does not follow, what is known is passed over.
        let all = [gift.clone(), gift.clone(), Entry::transfer("B", DEBTOR, euro("7.00"), "new")];
        let both = BankDouble::statement(ACCOUNT, "3", date(2026, 3, 6), euro("0"), &all);
        let imported = import(world, "2026-03-07 09:00", "5", &both).unwrap();
        assert_eq!((imported.booked, imported.already, imported.findings.len()), (1, 2, 1));
        // The same day under another name is a copy.
        let copy =
            BankDouble::statement(ACCOUNT, "9", date(2026, 3, 6), euro("10"), std::slice::from_ref(&gift));
        assert_eq!(import(world, "2026-03-07 09:30", "6", &copy).unwrap().booked, 0);
        sound(world);
    });
}

#[test]
fn a_file_that_is_not_in_order_books_nothing() {
    each_world(|world| {
        let good = BankDouble::statement(
            ACCOUNT,
            "1",
            date(2026, 3, 6),
            euro("0"),
            &[
                Entry::transfer("A", DEBTOR, euro("5.00"), "one"),
                Entry::transfer("B", DEBTOR, euro("6.00"), "two"),
            ],
        );
        let text = String::from_utf8(good.clone()).unwrap();
        let doctype = text.replacen("<Document", "<!DOCTYPE d [<!ENTITY a \"b\">]><Document", 1);
        let cases: [(&str, Vec<u8>); 6] = [
            ("statement-unreadable", good[..good.len() - 40].to_vec()),
            ("statement-unreadable", Vec::new()),
            ("statement-unreadable", b"\xff\xfe\x00\x00PK".to_vec()),
            ("statement-unreadable", doctype.into_bytes()),
            ("statement-unreadable", text.replace(ACCOUNT, "BE68539007547034").into_bytes()),
            ("statement-without-balance", text.replace("OPBD", "XXXX").into_bytes()),
        ];
        for (number, (code, bytes)) in cases.iter().enumerate() {
            let error = import(world, "2026-03-07 08:00", &format!("bad {number}"), bytes).unwrap_err();
            let refused = error.refused().unwrap_or_else(|| panic!("{code}: {error}"));
            assert_eq!(refused.code, *code, "{number}: {refused:?}");
            let shown = format!("{refused:?}");
            let has_place = refused.args.iter().any(|(name, _)| name == "line");
            assert_eq!(has_place, *code == "statement-unreadable", "with its place: {shown}");
            assert!(!shown.contains(DEBTOR) && !shown.contains("BE6853"), "nothing personal: {shown}");
        }
        assert_eq!(count(world, sql!("select count(*) as number from statement_entry")), 0);
        assert_eq!(count(world, sql!("select count(*) as number from statement")), 0);
        assert_eq!(count(world, sql!("select count(*) as number from posting")), 0);
        assert_eq!(import(world, "2026-03-07 08:00", "good", &good).unwrap().booked, 2);
    });
}

#[test]
fn a_large_file_is_booked_in_parts_and_goes_on_where_it_broke_off() {
    each_world(|world| {
        let many: Vec<Entry> = (0..2_100)
            .map(|n| Entry::transfer("A", DEBTOR, Money::from_cents(100 + n), "no number"))
            .collect();
        let mut bank = BankDouble::new(ACCOUNT);
        let statement = bank.day(date(2026, 3, 6), &[], &many);
        // As if the process had been killed after the first part: entries, and no statement yet.
        import(world, "2026-03-07 08:00", "1", &statement).unwrap();
        world
            .app
            .db
            .write(Priority::Click, |tx| {
                tx.exec(sql!("delete from statement"), &params![])?;
                tx.exec(sql!("delete from command where id = '1'"), &params![])
            })
            .unwrap();
        let imported = import(world, "2026-03-07 08:05", "1", &statement).unwrap();
        assert_eq!((imported.booked, imported.already), (0, 2_100));
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), bank.balance());
        assert_eq!(count(world, sql!("select count(*) as number from statement")), 1);
        sound(world);
    });
}
