//! What is left out of a file for the bank, and why: direct debits that cannot be collected, payments with a doubt, accounts that
//! are blocked (OFFICE-15, LAW-SEPA-06, LAW-SEPA-12).

use app::{
    AppError,
    money::{
        Doubt,
        blocked::{self, BlockReason},
        refunds::{self, Named},
    },
};
use billing::PaymentSource;
use kernel::Iban;
use party::Payee;

use super::*;

fn preview(world: &World<'_>, when: &str) -> collections::Preview {
    let (app, now) = (world.app.clone(), at(when));
    let read =
        move |tx: &mut store::Tx<'_>| collections::preview(&app, tx, now, AGREEMENT, date(2026, 3, 31));
    world.app.db.read(read).unwrap()
}

#[test]
fn what_cannot_be_collected_is_named_before_and_stands_in_nobodys_way() {
    each_world(|world| {
        let first = policy(world, 1);
        let second = policy(world, 2);
        world.run("2026-03-03", "2026-03-05");
        // The holder may be on a list: money is blocked (LAW-SANC-03), and was not when the debit was announced.
        let blocks = Command::Screen { verdict: policy::Verdict::Hit };
        let done =
            world.order("2026-03-05 09:00", "hit", first.contract, &staff(11, Role::Acceptance), blocks);
        assert_eq!(done, Ok(Outcome::Done));
        let seen = preview(world, "2026-03-05 10:00");
        assert_eq!(seen.looked_at, 2);
        assert_eq!(seen.left_out.len(), 1);
        assert_eq!(seen.left_out[0].refused.code, "contract-blocked");
        assert!(seen.left_out[0].key.starts_with(first.number.as_str()));
        assert_eq!(seen.blocks, [(day("2026-03-09"), "FRST", 1, premium(world, 1))]);
        let released = release(world, "2026-03-05 10:00", "r1", "2026-03-31").unwrap();
        assert_eq!((released.orders, released.left_out_count), (1, 1));
        let [order] = &orders(&file(world, &released))[..] else { panic!() };
        assert!(order.end_to_end.starts_with(second.number.as_str()));
        let marked = sql!("select count(*) as number from collection where left_out = 'contract-blocked'");
        assert_eq!(count(world, marked), 1);
        sound(world);
    });
}

#[test]
fn the_calendar_names_days_on_which_banks_are_closed_and_those_too_near() {
    each_world(|world| {
        let now = at("2026-04-02 10:00");
        let days = collections::calendar(&world.app, now, AGREEMENT, date(2026, 4, 8)).unwrap();
        let told: Vec<_> = days.iter().map(|day| (day.on.day(), day.is_open, day.in_time)).collect();
        // Thursday before Easter 2026: Good Friday to Easter Monday are closed, the 7th is the first day in time.
        let expected = [
            (2, true, false),
            (3, false, false),
            (4, false, false),
            (5, false, false),
            (6, false, false),
            (7, true, true),
            (8, true, true),
        ];
        assert_eq!(told, expected, "LAW-SEPA-06, LAW-SEPA-10");
    });
}

/// A rejected application whose premium goes back to an account that was named by person 41.
fn refund_to(world: &World<'_>, amount: &str, holder: &str) -> Result<Id, AppError> {
    let without = app::apply::Proposal { mandate: None, ..proposal() };
    let made = world.apply("2026-03-01 14:05", "apply", &without).unwrap();
    let paid = Command::BookPayment {
        source: PaymentSource::Transfer { payer: None },
        amount: euro(amount),
        credited: at("2026-03-02 09:00"),
    };
    world.order("2026-03-02 09:00", "paid", made.contract, &staff(41, Role::Finance), paid).unwrap();
    let reject = Command::Reject { reason: None };
    world.order("2026-03-03 09:00", "no", made.contract, &staff(11, Role::Acceptance), reject).unwrap();
    name(world, "n1", made.contract, holder)?;
    Ok(to_pay(world).list[0].payment)
}

fn name(world: &World<'_>, id: &str, contract: Id, holder: &str) -> Result<Outcome, AppError> {
    let payee = Payee { name: holder.into(), iban: Iban::parse(DEBTOR).unwrap() };
    let actor = staff(41, Role::Finance);
    let named = Named { id: id.into(), contract, version: None, payee, actor };
    let (app, now) = (world.app.clone(), at("2026-03-05 09:00"));
    world.app.db.write(Priority::Click, move |tx| refunds::name_account(&app, tx, now, &named))
}

fn check(world: &World<'_>, person: i64, payment: Id) -> Result<Outcome, AppError> {
    let now = at("2026-03-06 09:00");
    world
        .app
        .db
        .write(Priority::Click, move |tx| payments::check(tx, now, &staff(person, Role::Finance), payment))
}

/// Why nothing could be released.
fn why(released: Result<Released, AppError>) -> String {
    let refused = released.unwrap_err();
    let refused = refused.refused().unwrap();
    refused.args.iter().find(|(name, _)| name == "why").map(|(_, why)| why.clone()).unwrap()
}

#[test]
fn office_15_a_high_payment_needs_a_second_person() {
    each_world(|world| {
        let payment = refund_to(world, "1000.01", "S. de Vries").unwrap();
        assert!(to_pay(world).list[0].doubts.contains(&Doubt::AboveLimit));
        assert_eq!(why(pay_by(world, "2026-03-06 10:00", "p1", 42)), "payment-unchecked");
        assert_eq!(check(world, 42, payment).unwrap(), Outcome::Done);
        assert_eq!(check(world, 43, payment).unwrap(), Outcome::AlreadyDone);
        assert_eq!(why(pay_by(world, "2026-03-06 10:01", "p2", 42)), "payment-four-eyes", "who looked");
        assert_eq!(why(pay_by(world, "2026-03-06 10:02", "p3", 41)), "payment-four-eyes", "who named it");
        assert_eq!(pay_by(world, "2026-03-06 10:03", "p4", 43).unwrap().orders, 1);
        assert_eq!(check(world, 44, payment).unwrap_err().refused().unwrap().code, "payment-not-waiting");
    });
}

#[test]
fn office_15_at_the_limit_one_person_is_enough_and_another_name_is_looked_at() {
    each_world(|world| {
        refund_to(world, "1000.00", "S. de Vries").unwrap();
        assert!(to_pay(world).list[0].doubts.is_empty());
        assert_eq!(pay_by(world, "2026-03-06 10:00", "p1", 42).unwrap().orders, 1);
    });
    each_world(|world| {
        let payment = refund_to(world, "9.95", "Goedkope Handel B.V.").unwrap();
        assert_eq!(to_pay(world).list[0].doubts.iter().copied().collect::<Vec<_>>(), [Doubt::OtherName]);
        assert_eq!(why(pay_by(world, "2026-03-06 10:00", "p1", 42)), "payment-unchecked");
        check(world, 43, payment).unwrap();
        assert_eq!(pay_by(world, "2026-03-06 10:00", "p2", 42).unwrap().orders, 1);
    });
}

#[test]
fn nothing_is_paid_to_an_account_that_is_blocked() {
    each_world(|world| {
        let block = |id: &'static str| {
            let (app, now) = (world.app.clone(), at("2026-03-05 12:00"));
            world.app.db.write(Priority::Click, move |tx| {
                let account = Iban::parse(DEBTOR).unwrap();
                let who = staff(43, Role::Finance);
                blocked::block(&app, tx, now, (id, &who), &account, (BlockReason::Fraud, "told by the bank"))
            })
        };
        // Blocked between naming and release: it is asked again then.
        let payment = refund_to(world, "9.95", "S. de Vries").unwrap();
        assert_eq!(block("b1").unwrap(), Outcome::Done);
        assert_eq!(block("b2").unwrap(), Outcome::AlreadyDone);
        check(world, 43, payment).unwrap();
        assert_eq!(why(pay_by(world, "2026-03-06 10:00", "p1", 42)), "account-blocked");
        let app = world.app.clone();
        let list = world.app.db.read(move |tx| blocked::list(&app, tx)).unwrap();
        let [line] = &list[..] else { panic!("{}", list.len()) };
        assert_eq!(
            (line.account.as_str(), line.reason, line.ended),
            ("NL39 •••• 5264", BlockReason::Fraud, None)
        );
        assert!(!line.key.contains(DEBTOR));
        let (key, now) = (line.key.clone(), at("2026-03-07 09:00"));
        let unblock =
            move |tx: &mut store::Tx<'_>| blocked::unblock(tx, now, ("u1", &staff(43, Role::Finance)), &key);
        assert_eq!(world.app.db.write(Priority::Click, unblock).unwrap(), Outcome::Done);
        assert_eq!(pay_by(world, "2026-03-07 10:00", "p2", 42).unwrap().orders, 1);
        // While it is blocked, it cannot be named either.
        block("b3").unwrap();
    });
    each_world(|world| {
        let (app, now) = (world.app.clone(), at("2026-03-02 12:00"));
        let block = move |tx: &mut store::Tx<'_>| {
            let account = Iban::parse(DEBTOR).unwrap();
            let who = staff(43, Role::Finance);
            blocked::block(&app, tx, now, ("b1", &who), &account, (BlockReason::Authority, "order"))
        };
        world.app.db.write(Priority::Click, block).unwrap();
        let refused = refund_to(world, "9.95", "S. de Vries").unwrap_err();
        assert_eq!(refused.refused().unwrap().code, "account-blocked");
    });
}

#[test]
fn a_refund_whose_debit_came_back_says_so_before_release_and_stands_in_nobodys_way() {
    each_world(|world| {
        let made: Vec<_> = (1..=3).map(|number| policy(world, number)).collect();
        world.run("2026-03-03", "2026-03-05");
        let file = file(world, &release(world, "2026-03-05 10:00", "r", "2026-03-31").unwrap());
        let mut bank = BankDouble::new(ACCOUNT);
        import(world, "2026-03-10 08:00", "s1", &bank.day(date(2026, 3, 9), &[&file], &[])).unwrap();
        let leaves = |number: usize, when: &str| {
            let notice = Box::new(policy::Notice::new(EndWay::CoolingOff, at(when)));
            let cancel = Command::Cancel { notice };
            let by = staff(11, Role::Acceptance);
            world.order(when, &format!("c{number}"), made[number].contract, &by, cancel).unwrap();
        };
        leaves(0, "2026-03-11 09:00");
        leaves(1, "2026-03-11 09:05");
        // Her bank gave her the first premium back too.
        let debit = orders(&file).into_iter().find(|o| o.end_to_end.starts_with(made[0].number.as_str()));
        let debit = debit.unwrap();
        let back = [Entry::returned(&debit.end_to_end, debit.amount, "MD06")];
        import(world, "2026-03-13 08:00", "s2", &bank.day(date(2026, 3, 12), &[], &back)).unwrap();
        let list = || -> Vec<_> {
            let line = |line: payments::WaitingPayment| (line.stream, line.held.map(|held| held.code));
            to_pay(world).list.into_iter().map(line).collect()
        };
        let held = (made[0].contract, Some("refund-not-owed".to_owned()));
        assert_eq!(list(), [held.clone(), (made[1].contract, None)], "before anybody releases");
        let released = pay(world, "2026-03-13 10:00", "p1").unwrap();
        assert_eq!((released.orders, released.left_out_count), (1, 1));
        leaves(2, "2026-03-14 09:00");
        assert_eq!(list(), [(made[2].contract, None), held], "what was left out comes after the others");
        // She pays again: then it is owed, and goes out with the other.
        let text = made[0].number.as_str();
        let pays = [Entry::transfer("S. de Vries", DEBTOR, debit.amount, text)];
        import(world, "2026-03-17 08:00", "s3", &bank.day(date(2026, 3, 16), &[], &pays)).unwrap();
        assert!(list().iter().all(|(_, held)| held.is_none()), "{:?}", list());
        assert_eq!(pay(world, "2026-03-17 10:00", "p2").unwrap().orders, 2);
        sound(world);
    });
}
