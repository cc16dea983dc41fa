//! A month closes for good: a second person decides, and what becomes known later is posted in the open month.

use app::{
    accounts::close::{self, CheckKind, Finding},
    approvals::{self, Verdict},
};
use ledger::Month;

use super::*;

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn propose(world: &World<'_>, when: &str, command: &str, which: &str) -> Result<Outcome, AppError> {
    let (app, now, command, which) = (world.app.clone(), at(when), command.to_owned(), month(which));
    world.app.db.write(Priority::Click, move |tx| {
        close::propose(&app, tx, now, (&command, &staff(21, Role::Finance)), which)
    })
}

fn approve(world: &World<'_>, when: &str, command: &str, person: i64) -> Result<Outcome, AppError> {
    let (app, now, command) = (world.app.clone(), at(when), command.to_owned());
    world.app.db.write(Priority::Click, move |tx| {
        let waiting = approvals::list(tx, 0)?.0;
        let by = staff(person, Role::Finance);
        approvals::decide(&app, tx, now, (&command, &by), waiting[0].id, Verdict::Approve)
    })
}

fn finding(world: &World<'_>, when: &str, which: &str, kind: CheckKind) -> Finding {
    let (app, now, which) = (world.app.clone(), at(when), month(which));
    let checks = world.app.db.read(move |tx| close::checklist(&app, tx, now, which)).unwrap();
    checks.into_iter().filter(|check| check.kind == kind).map(|check| check.finding).max().unwrap()
}

fn refusal(result: Result<Outcome, AppError>) -> String {
    let refused = result.unwrap_err().refused().unwrap().clone();
    let check = refused.args.iter().find(|(name, _)| name == "check").map(|(_, check)| check.clone());
    format!("{} {}", refused.code, check.unwrap_or_default())
}

#[test]
fn a_closed_month_takes_no_postings_and_a_later_fact_says_where_it_belongs() {
    each_world(|world| {
        let made = waiting(world);
        let released = release(world, "2026-03-05 10:00", "r", "2026-03-09").unwrap();
        let mut bank = BankDouble::new(ACCOUNT);
        let statement = bank.day(date(2026, 3, 9), &[&file(world, &released)], &[]);
        import(world, "2026-03-10 08:00", "s1", &statement).unwrap();

        let next = |world: &World<'_>| world.app.db.read(close::next).unwrap().map(|month| month.to_string());
        assert_eq!(next(world).as_deref(), Some("2026-03"));
        assert_eq!(refusal(propose(world, "2026-03-31 23:00", "early", "2026-03")), "month-not-ready over");
        assert_eq!(refusal(propose(world, "2026-05-02 09:00", "order", "2026-04")), "month-not-next ");
        let blind = propose(world, "2026-04-01 09:00", "blind", "2026-03");
        assert_eq!(refusal(blind), "month-not-ready statements", "OFFICE-13");

        let unknown = Entry::transfer("A. Onbekend", "NL39RABO0300065264", euro("6.25"), "premie");
        let last = bank.day(date(2026, 3, 31), &[], &[unknown]);
        import(world, "2026-04-01 10:00", "s2", &last).unwrap();
        assert_eq!(finding(world, "2026-04-01 11:00", "2026-03", CheckKind::Suspense), Finding::Look);
        assert_eq!(finding(world, "2026-04-01 11:00", "2026-03", CheckKind::Bank), Finding::Fine);
        assert_eq!(propose(world, "2026-04-01 11:00", "p", "2026-03").unwrap(), Outcome::Done);
        assert_eq!(propose(world, "2026-04-01 11:01", "p", "2026-03").unwrap(), Outcome::AlreadyDone);
        assert!(
            matches!(approve(world, "2026-04-01 12:00", "a0", 21), Err(AppError::Denied(_))),
            "OFFICE-15"
        );
        assert_eq!(approve(world, "2026-04-01 12:00", "a", 22).unwrap(), Outcome::Done);
        assert_eq!(approve_again(world), Outcome::AlreadyDone);
        assert_eq!(propose(world, "2026-04-01 12:01", "p2", "2026-03").unwrap(), Outcome::AlreadyDone);
        assert_eq!(next(world).as_deref(), Some("2026-04"));

        let then = world.app.db.read(|tx| books::balances(tx, None, date(2026, 3, 31))).unwrap();
        assert_eq!(then.of(Account::Suspense), euro("-6.25"));
        // The payment counts from March (AMB-16), but March is closed.
        let (app, contract) = (world.app.clone(), made.contract);
        let fingerprint = world.app.db.read(|tx| suspense::list(tx, 0)).unwrap().0[0].fingerprint.clone();
        let done = world.app.db.write(Priority::Click, move |tx| {
            let by = staff(21, Role::Finance);
            suspense::match_suspense(&app, tx, at("2026-04-02 10:00"), ("m", &by), &fingerprint, contract)
        });
        assert_eq!(done.unwrap(), Outcome::Done);
        let now = world.app.db.read(|tx| books::balances(tx, None, date(2026, 3, 31))).unwrap();
        assert_eq!(now, then, "what was told of March stays true");
        assert_eq!(balance(world, Account::Suspense, "2026-04-01"), Money::ZERO);
        let april = (date(2026, 4, 1), date(2026, 4, 30));
        let (lines, _, before) =
            world.app.db.read(move |tx| books::lines(tx, Account::Suspense, april, 0)).unwrap();
        assert_eq!(before, euro("-6.25"));
        assert_eq!((lines[0].booked_on, lines[0].belongs_on), (day("2026-04-01"), Some(day("2026-03-31"))));
        sound(world);

        // A posting that slips into a closed month is found.
        world.app.db.write(Priority::Click, |tx| {
            let sql = sql!("update posting set booked_on = '2026-03-31', belongs_on = null where belongs_on is not null");
            tx.exec(sql, &params![]).map_err(AppError::from)
        })
        .unwrap();
        let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
        assert!(
            report
                .faults
                .iter()
                .any(|fault| format!("{fault:?}").contains("differs from when it was closed"))
        );
    });
}

/// The same answer to the same proposal, sent again.
fn approve_again(world: &World<'_>) -> Outcome {
    let app = world.app.clone();
    let done = world.app.db.write(Priority::Click, move |tx| {
        let id =
            tx.query_one(sql!("select id from approval where kind = 'close-month'"), &params![])?.id("id")?;
        let by = staff(22, Role::Finance);
        approvals::decide(&app, tx, at("2026-04-01 12:00"), ("a", &by), id, Verdict::Approve)
    });
    done.unwrap()
}

#[test]
fn those_who_post_while_a_month_closes_post_before_it_or_after_it() {
    each_world(|world| {
        for number in 1..=6 {
            policy(world, number);
        }
        world.run("2026-03-03", "2026-03-05");
        let mut bank = BankDouble::new(ACCOUNT);
        import(world, "2026-04-01 08:00", "s", &bank.day(date(2026, 3, 31), &[], &[])).unwrap();
        propose(world, "2026-04-01 09:00", "p", "2026-03").unwrap();
        let contracts: Vec<Id> = world
            .app
            .db
            .read(|tx| {
                let rows = tx.query(sql!("select id from contract order by id"), &params![])?;
                Ok::<_, AppError>(rows.iter().map(|row| row.id("id")).collect::<Result<_, _>>()?)
            })
            .unwrap();
        std::thread::scope(|scope| {
            for contract in contracts {
                scope.spawn(move || {
                    let (app, now) = (world.app.clone(), at("2026-04-01 12:00"));
                    let command = Command::BookPayment {
                        source: billing::PaymentSource::Transfer { payer: None },
                        amount: euro("1.00"),
                        credited: at("2026-03-30 12:00"),
                    };
                    let order = app::contracts::Order {
                        id: format!("pay {contract}"),
                        contract,
                        command,
                        actor: staff(21, Role::Finance),
                    };
                    world.app.db.write(Priority::Click, move |tx| {
                        app::contracts::execute(&app, tx, now, std::slice::from_ref(&order))
                    })
                });
            }
            scope.spawn(|| approve(world, "2026-04-01 12:00", "a", 22).unwrap());
        });
        let report = app::verify::verify(&world.app.db, |_, _| {}).unwrap();
        let late: Vec<_> =
            report.faults.iter().filter(|fault| format!("{fault:?}").contains("closed")).collect();
        assert!(late.is_empty(), "{late:?}");
        assert!(world.app.db.read(move |tx| close::is_closed(tx, month("2026-03"))).unwrap());
        let paid = count(
            world,
            sql!(
                "select count(*) as number from posting where template = 'payment-received' and account = '1000'"
            ),
        );
        assert_eq!(paid, 6, "nobody was turned away");
    });
}
