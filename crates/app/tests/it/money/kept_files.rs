//! Files that can be read and are odd: kept, and booked when a person releases them.

use app::money::kept;

use super::*;

const WAITS: &store::sql::Sql = sql!("select count(*) as number from bank_file where state = 'waits'");

fn one_gift(day: i8, opening: &str, id: &str) -> Vec<u8> {
    let gift = [Entry::transfer("A", DEBTOR, euro("5.00"), id)];
    BankDouble::statement(ACCOUNT, id, date(2026, 3, day), euro(opening), &gift)
}

fn release_file(world: &World<'_>, command: &str, id: Id) -> Result<statements::Imported, AppError> {
    kept::release(&world.app, at("2026-03-20 09:00"), (command, &staff(21, Role::Finance)), id)
}

#[test]
fn what_is_odd_is_kept_booked_when_a_person_releases_it_and_only_once() {
    each_world(|world| {
        let good = String::from_utf8(one_gift(6, "0", "1")).unwrap();
        let two = [
            Entry::transfer("A", DEBTOR, euro("5.00"), "one"),
            Entry::transfer("B", DEBTOR, euro("6.00"), "two"),
        ];
        let two = String::from_utf8(BankDouble::statement(ACCOUNT, "7", date(2026, 3, 6), euro("0"), &two))
            .unwrap();
        let closing = "<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">";
        let cases = [
            ("odd-balance", good.replace(&format!("{closing}5.00"), &format!("{closing}6.00")), 1),
            ("odd-future", good.replace("2026-03-06", "2026-03-08"), 1),
            ("odd-currency", two.replacen("\"EUR\">6.00", "\"USD\">6.00", 1), 1),
            ("odd-amount", two.replacen("\"EUR\">6.00", "\"EUR\">6.005", 1), 1),
            ("odd-status", good.replace("<Sts><Cd>BOOK", "<Sts><Cd>ELSE"), 0),
        ];
        for (code, file, _) in &cases {
            let imported = import(world, "2026-03-07 08:00", code, file.as_bytes()).unwrap();
            assert!(imported.odd.iter().any(|odd| odd.code == *code), "{code}: {:?}", imported.odd);
            assert_eq!((imported.booked, imported.statements.len()), (0, 0), "{code}");
            let again = import(world, "2026-03-07 08:01", &format!("{code} again"), file.as_bytes()).unwrap();
            assert_eq!(again.kept, imported.kept, "{code}: the same file is kept once");
        }
        assert_eq!(count(world, WAITS), cases.len() as i64);
        assert_eq!(count(world, sql!("select count(*) as number from posting")), 0, "nothing is booked");
        let tasks =
            sql!("select count(*) as number from task where kind = 'release-file' and state = 'open'");
        assert_eq!(count(world, tasks), cases.len() as i64);
        let (list, waits) = world.app.db.read(|tx| kept::list(tx, 0)).unwrap();
        assert_eq!((list.len(), waits), (cases.len(), cases.len() as u64));

        let balance = list.iter().find(|file| file.findings[0].code == "odd-balance").unwrap().id;
        let released = release_file(world, "rel", balance).unwrap();
        assert_eq!((released.booked, released.suspense), (1, 1));
        assert_eq!(release_file(world, "rel", balance).unwrap().booked, 1, "the same command again");
        let twice = release_file(world, "rel2", balance).unwrap_err();
        assert_eq!(twice.refused().unwrap().code, "file-not-waiting");
        sound(world);
        let amount = list.iter().find(|file| file.findings[0].code == "odd-amount").unwrap().id;
        let released = release_file(world, "rel3", amount).unwrap();
        assert_eq!(released.booked, 1, "what can be booked");
        sound(world);

        let status = list.iter().find(|file| file.findings[0].code == "odd-status").unwrap().id;
        let dismiss = |command: &'static str, reason: &'static str| {
            let app = world.app.clone();
            world.app.db.write(Priority::Click, move |tx| {
                let by = (command, &staff(21, Role::Finance));
                kept::dismiss(&app, tx, at("2026-03-20 10:00"), by, status, reason)
            })
        };
        assert_eq!(dismiss("d0", " ").unwrap_err().refused().unwrap().code, "reason-missing");
        assert_eq!(dismiss("d1", "the bank sends a right one").unwrap(), Outcome::Done);
        assert_eq!(dismiss("d1", "the bank sends a right one").unwrap(), Outcome::AlreadyDone);
        assert_eq!(dismiss("d2", "again").unwrap_err().refused().unwrap().code, "file-not-waiting");
        assert_eq!(count(world, tasks), cases.len() as i64 - 3);
        sound(world);
    });
}

#[test]
fn nl_dun_02_what_follows_a_missing_statement_waits_and_is_booked_when_that_one_is_there() {
    each_world(|world| {
        let through = || {
            let app = world.app.clone();
            world.app.db.read(move |tx| statements::booked_through(&app, tx)).unwrap().get(AGREEMENT).copied()
        };
        let gaps =
            sql!("select count(*) as number from task where kind = 'missing-statement' and state = 'open'");
        import(world, "2026-03-10 08:00", "1", &one_gift(4, "0", "1")).unwrap();
        let three = import(world, "2026-03-10 08:01", "3", &one_gift(6, "10", "3")).unwrap();
        let four = import(world, "2026-03-10 08:02", "4", &one_gift(9, "15", "4")).unwrap();
        assert!(three.kept.is_some() && four.kept.is_some());
        assert_eq!((three.odd[0].code.as_str(), three.booked), ("odd-gap", 0));
        assert_eq!((through(), count(world, gaps)), (Some(day("2026-03-04")), 2));
        let two = import(world, "2026-03-10 08:03", "2", &one_gift(5, "5", "2")).unwrap();
        assert_eq!((two.booked, two.followed), (1, 2));
        assert_eq!((through(), count(world, gaps), count(world, WAITS)), (Some(day("2026-03-09")), 0, 0));
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), euro("20.00"));
        sound(world);
        // It never comes: a person releases what waits; reminders stay held, because that day is not known.
        let seven = import(world, "2026-03-20 08:03", "7", &one_gift(12, "30", "7")).unwrap();
        let released = release_file(world, "rel", seven.kept.unwrap()).unwrap();
        assert_eq!(released.booked, 1);
        assert_eq!((through(), count(world, gaps)), (Some(day("2026-03-09")), 1));
        sound(world);
    });
}
