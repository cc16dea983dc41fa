//! Status reports (pain.002): what the bank refuses before it books anything.

use super::*;

fn states(world: &World<'_>, state: &'static str) -> i64 {
    world.number(sql!("select count(*) as number from collection where state = ?1"), params![state].to_vec())
}

fn batch(world: &World<'_>, policies: u32) -> Vec<u8> {
    for number in 1..=policies {
        policy(world, number);
    }
    world.run("2026-03-03", "2026-03-05");
    let released = release(world, "2026-03-05 10:00", "r", "2026-03-31").unwrap();
    assert_eq!(released.orders, u64::from(policies));
    file(world, &released)
}

#[test]
fn law_sepa_09_what_is_refused_before_it_is_booked_is_open_again_and_moves_no_money() {
    each_world(|world| {
        let file = batch(world, 3);
        let ours = orders(&file);
        let answer = Answer::to(&file).file("PART", None).refuses(&ours[0], "AC04").refuses(&ours[1], "AM04");
        let report = answer.xml(date(2026, 3, 6));
        valid(&report, "pain.002.001.10.xsd");
        let imported = import(world, "2026-03-06 12:00", "a", &report).unwrap();
        assert_eq!((imported.rejected, imported.already, imported.kept), (2, 0, None));
        assert_eq!((states(world, "released"), states(world, "returned")), (1, 2));
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), Money::ZERO);
        assert_eq!(balance(world, Account::PremiumReceivable, "2026-03-31"), premium(world, 3));
        let asked =
            sql!("select count(*) as number from task where kind = 'ask-new-account' and state = 'open'");
        assert_eq!(count(world, asked), 1, "LAW-SEPA-12: only the closed account");
        sound(world);
        let again = import(world, "2026-03-06 12:05", "b", &report).unwrap();
        assert_eq!((again.rejected, again.already), (0, 2), "said twice");
        // The sum on the statement is net of what was refused.
        let sum = [Entry::lump(&ours[0].block, 1, premium(world, 1))];
        let statement = BankDouble::statement(ACCOUNT, "1", date(2026, 3, 9), euro("0"), &sum);
        let imported = import(world, "2026-03-10 08:00", "s", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0));
        assert_eq!(states(world, "credited"), 1);
        // No money then: it is collected once more, on a mandate that still holds; the other is not.
        world.run("2026-03-09", "2026-03-12");
        assert_eq!(states(world, "announced"), 1);
        sound(world);
    });
}

#[test]
fn a_sum_that_came_before_the_report_is_placed_by_it() {
    each_world(|world| {
        let file = batch(world, 3);
        let ours = orders(&file);
        let sum = [Entry::lump(&ours[0].block, 2, premium(world, 2))];
        let statement = BankDouble::statement(ACCOUNT, "1", date(2026, 3, 9), euro("0"), &sum);
        let imported = import(world, "2026-03-10 08:00", "s", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (0, 1), "of whom it is cannot be told");
        let report = Answer::to(&file).refuses(&ours[1], "MD01").xml(date(2026, 3, 10));
        let imported = import(world, "2026-03-10 09:00", "a", &report).unwrap();
        assert_eq!((imported.rejected, imported.matched), (1, 1));
        assert_eq!((states(world, "credited"), states(world, "returned")), (2, 1));
        assert_eq!(balance(world, Account::Suspense, "2026-03-09"), Money::ZERO);
        assert_eq!(balance(world, Account::Bank, "2026-03-09"), premium(world, 2));
        let task = sql!("select count(*) as number from task where kind = 'match-entry' and state = 'open'");
        assert_eq!(count(world, task), 0);
        sound(world);
    });
}

#[test]
fn a_whole_file_or_a_block_of_it_is_refused() {
    for whole in [true, false] {
        each_world(|world| {
            let file = batch(world, 2);
            let ours = orders(&file);
            let answer = Answer::to(&file);
            let answer = if whole {
                answer.file("RJCT", Some("FF01"))
            } else {
                answer.refuses_block(&ours[0].block, "DT01").refuses(&ours[1], "AC01")
            };
            let report = answer.xml(date(2026, 3, 6));
            valid(&report, "pain.002.001.10.xsd");
            assert_eq!(import(world, "2026-03-06 12:00", "a", &report).unwrap().rejected, 2);
            let stopped = sql!("select count(*) as number from event where kind = 'mandate-stopped'");
            assert_eq!(
                count(world, stopped),
                i64::from(!whole),
                "an order's own reason goes before its block's"
            );
            sound(world);
        });
    }
}

#[test]
fn an_accepted_file_changes_nothing_and_a_statement_stands_above_a_late_refusal() {
    each_world(|world| {
        let file = batch(world, 1);
        let ours = orders(&file);
        for status in ["ACCP", "ACSC", "PDNG"] {
            let report = Answer::to(&file).file(status, None).xml(date(2026, 3, 6));
            let imported = import(world, "2026-03-06 12:00", status, &report).unwrap();
            assert_eq!((imported.rejected, imported.kept), (0, None), "{status}");
        }
        let statement = BankDouble::new(ACCOUNT).day(date(2026, 3, 9), &[&file], &[]);
        import(world, "2026-03-10 08:00", "s", &statement).unwrap();
        let late = Answer::to(&file).refuses(&ours[0], "AM04").xml(date(2026, 3, 10));
        let imported = import(world, "2026-03-10 09:00", "late", &late).unwrap();
        assert_eq!((imported.rejected, imported.already), (0, 1));
        assert_eq!(balance(world, Account::Bank, "2026-03-31"), premium(world, 1));
        sound(world);
    });
}

#[test]
fn a_payment_that_is_refused_comes_back_to_the_list() {
    each_world(|world| {
        let made = waiting(world);
        let more = [Entry::transfer("Sanne", "BE68539007547034", euro("30.00"), made.number.as_str())];
        let mut bank = BankDouble::new(ACCOUNT);
        import(world, "2026-03-07 08:00", "s", &bank.day(date(2026, 3, 6), &[], &more)).unwrap();
        let cancel = Command::Cancel {
            notice: Box::new(policy::Notice::new(EndWay::CoolingOff, at("2026-03-10 09:00"))),
        };
        world.order("2026-03-10 09:00", "c", made.contract, &staff(11, Role::Acceptance), cancel).unwrap();
        let file = file(world, &pay(world, "2026-03-10 10:00", "p").unwrap());
        let first = orders(&file).remove(0);
        let report = Answer::to(&file).refuses(&first, "AM04").xml(date(2026, 3, 10));
        assert_eq!(import(world, "2026-03-10 12:00", "a", &report).unwrap().rejected, 1);
        assert_eq!(balance(world, Account::PaymentsInTransit, "2026-03-31"), Money::ZERO);
        assert_eq!(balance(world, Account::RefundsPayable, "2026-03-31"), Money::ZERO - first.amount);
        sound(world);
        let line = to_pay(world).list.remove(0);
        assert_eq!((line.failed.as_deref(), line.held), (Some("AM04"), None), "a new try says so");
        let again = orders(&file_of(world, "p2")).remove(0);
        assert_eq!((again.amount, &again.iban), (first.amount, &first.iban));
        assert_ne!(again.end_to_end, first.end_to_end, "the bank knows the old number");
        let statement = bank.day(date(2026, 3, 11), &[&file_of(world, "p2")], &[]);
        let imported = import(world, "2026-03-12 08:00", "s2", &statement).unwrap();
        assert_eq!((imported.matched, imported.suspense), (1, 0));
        for account in Account::ALL {
            assert_eq!(balance(world, account, "2026-03-31"), Money::ZERO, "{account:?}");
        }
        sound(world);
    });
}

fn file_of(world: &World<'_>, command: &str) -> Vec<u8> {
    file(world, &pay(world, "2026-03-11 10:00", command).unwrap())
}

#[test]
fn a_report_that_is_odd_waits_and_one_about_nothing_of_ours_is_refused() {
    each_world(|world| {
        let file = batch(world, 2);
        let ours = orders(&file);
        let text =
            String::from_utf8(Answer::to(&file).refuses(&ours[0], "AM04").xml(date(2026, 3, 6))).unwrap();
        let odd = [
            ("odd-reason", text.replace("AM04", "X9Z1")),
            ("odd-answer", text.replace("RJCT", "WHAT")),
            ("odd-order", text.replace(&ours[0].end_to_end, "somebody-else")),
            ("odd-order-amount", text.replace("\"EUR\">", "\"EUR\">1")),
            ("odd-count", text.replace("<OrgnlNbOfTxs>2", "<OrgnlNbOfTxs>3")),
        ];
        for (code, report) in odd {
            let imported = import(world, "2026-03-06 12:00", code, report.as_bytes()).unwrap();
            assert!(imported.kept.is_some(), "{code}");
            assert_eq!(imported.odd[0].code, code);
            assert_eq!((imported.rejected, states(world, "released")), (0, 2), "{code}");
        }
        let other = text.replace("<OrgnlMsgId>", "<OrgnlMsgId>X");
        let error = import(world, "2026-03-06 12:10", "other", other.as_bytes()).unwrap_err();
        assert_eq!(error.refused().unwrap().code, "status-unknown-file");
        let cut = &text.as_bytes()[..text.len() - 30];
        let error = import(world, "2026-03-06 12:10", "cut", cut).unwrap_err();
        let refused = error.refused().unwrap();
        assert_eq!(refused.code, "statement-unreadable");
        assert!(refused.args.contains(&("what".into(), "incomplete".into())), "{refused:?}");
        sound(world);
    });
}
