//! What insurers, partners, the tax office and the accountant are told: sums of postings, down to each line.

use agreement::{Agreement, Basis, Partner, Share, TakesBack};
use app::{
    accounts::{
        ageing, bordereau, close, current, partners,
        table::{Kind, Sheet},
        tax, xaf,
    },
    approvals::{self, Verdict},
    testing::each_world_under,
};
use kernel::{Country, Decimal};
use ledger::Month;

use super::*;

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// A partner with 7.5 %, and a second insurer that bears 40 %.
fn shared(agreement: &mut Agreement) {
    agreement.coinsurers = vec![Share { insurer: "Second Insurance".into(), percent: Decimal::from(40) }];
    agreement.partners = vec![Partner {
        id: None,
        code: "phone-shop".into(),
        name: "Phone Shop".into(),
        commission_percent: Decimal::new(75, 1),
        takes_back: TakesBack::InProportion,
        from: date(2026, 1, 1),
        until: None,
    }];
}

fn on_receipt(agreement: &mut Agreement) {
    agreement.basis = Basis::Received;
}

/// A policy that a partner brought, accepted, whose first premium fell due on 1 March.
fn brought(world: &World<'_>) -> app::apply::Made {
    let mut proposal = proposal();
    proposal.partner = Some("phone-shop".into());
    let made = world.apply("2026-03-01 14:05", "apply", &proposal).unwrap();
    let accept = Command::Accept { accept_limit: euro("3500") };
    world.order("2026-03-02 10:00", "accept", made.contract, &staff(11, Role::Acceptance), accept).unwrap();
    made
}

fn cancel(world: &World<'_>, when: &str, contract: Id) {
    let notice = policy::Notice::new(EndWay::CoolingOff, at("2026-03-10 09:00"));
    let cancel = Command::Cancel { notice: Box::new(notice) };
    world.order(when, "cancel", contract, &staff(21, Role::Finance), cancel).unwrap();
}

fn close_march(world: &World<'_>) {
    let mut bank = BankDouble::new(ACCOUNT);
    import(world, "2026-04-01 08:00", "march", &bank.day(date(2026, 3, 31), &[], &[])).unwrap();
    let app = world.app.clone();
    world
        .app
        .db
        .write(Priority::Click, move |tx| {
            let now = at("2026-04-01 09:00");
            close::propose(&app, tx, now, ("p", &staff(21, Role::Finance)), month("2026-03"))?;
            let waiting = approvals::list(tx, 0)?.0;
            approvals::decide(
                &app,
                tx,
                now,
                ("a", &staff(22, Role::Finance)),
                waiting[0].id,
                Verdict::Approve,
            )
        })
        .unwrap();
}

fn csv_of(world: &World<'_>, which: &'static str) -> String {
    let bytes = world.app.db.read(move |tx| {
        let word = |key: &str| key.to_owned();
        let mut sheet = Sheet::new(Kind::Csv, &word);
        bordereau::export(tx, AGREEMENT, month(which), &mut sheet)?;
        sheet.finish()
    });
    String::from_utf8(bytes.unwrap()).unwrap()
}

fn current_of(world: &World<'_>, which: &'static str) -> current::Current {
    let app = world.app.clone();
    world.app.db.read(move |tx| current::current(&app, tx, AGREEMENT, month(which))).unwrap()
}

fn totals_of(world: &World<'_>, which: &'static str) -> bordereau::Totals {
    world.app.db.read(move |tx| bordereau::totals(tx, AGREEMENT, month(which))).unwrap()
}

fn tax_of(world: &World<'_>, which: &'static str) -> tax::Figures {
    let app = world.app.clone();
    world.app.db.read(move |tx| tax::figures(&app, tx, Country::Nl, month(which), month(which))).unwrap()
}

fn partner_of(world: &World<'_>, which: &'static str) -> Vec<partners::Statement> {
    let app = world.app.clone();
    world.app.db.read(move |tx| partners::statements(&app, tx, AGREEMENT, month(which))).unwrap()
}

#[test]
fn a_month_is_told_line_by_line_and_a_correction_comes_in_the_next() {
    each_world_under(shared, |world| {
        let made = brought(world);
        world.run("2026-03-03", "2026-03-04");

        let page =
            world.app.db.read(|tx| bordereau::lines(tx, AGREEMENT, month("2026-03"), None, 10)).unwrap();
        let [line] = &page[..] else { panic!("{page:?}") };
        assert_eq!((line.number.as_str(), line.is_reversal), (made.number.as_str(), false));
        let what = line.what.as_ref().unwrap();
        assert_eq!((what.due, what.plan.as_str(), what.schedule), (day("2026-03-02"), "plus", 0));
        assert_eq!(what.partner.as_deref(), Some("phone-shop"));
        assert!(line.split.adds_up() && line.split.gross == premium(world, 1));
        let totals = totals_of(world, "2026-03");
        assert_eq!((totals.lines, totals.sum(), totals.late), (1, line.split, 0));

        let now = current_of(world, "2026-03");
        assert_eq!((now.opening, now.closing), (Money::ZERO, line.split.insurer));
        assert_eq!(now.lines.iter().map(|line| line.amount).sum::<Money>(), now.closing);
        assert_eq!(now.shares.iter().map(|(_, part)| *part).sum::<Money>(), now.closing, "shares add up");
        assert_eq!(now.shares[1].0, "Second Insurance");

        let figures = tax_of(world, "2026-03");
        assert_eq!(figures.rates[0].percent, Decimal::from(21), "LAW-TAX-01");
        assert_eq!((figures.to_pay, figures.owed), (line.split.tax, line.split.tax), "LAW-TAX-03");

        let statement = &partner_of(world, "2026-03")[0];
        let earned = line.split.net().times(Decimal::new(75, 3), kernel::Rounding::HalfUp);
        assert_eq!((statement.total, statement.lines[0].net), (earned, line.split.net()), "ACT-08");

        close_march(world);
        let told = csv_of(world, "2026-03");
        assert_eq!(told.lines().count(), 3, "head, line, total: {told}");
        // The policyholder had thought better of it in March; it becomes known in April (NL-PREM-04).
        cancel(world, "2026-04-02 10:00", made.contract);
        assert_eq!(csv_of(world, "2026-03"), told, "a closed month is told the same way for ever");
        assert!(current_of(world, "2026-03").is_closed);
        let april = totals_of(world, "2026-04");
        assert_eq!((april.reversed.gross, april.sum()), (-totals.due.gross, totals.due.reversed()));
        let lines =
            world.app.db.read(|tx| bordereau::lines(tx, AGREEMENT, month("2026-04"), None, 10)).unwrap();
        assert!(lines[0].is_reversal && lines[0].booked_on >= day("2026-04-01"));
        let set_off = tax_of(world, "2026-04");
        assert_eq!((set_off.to_pay, set_off.owed), (-figures.to_pay, Money::ZERO), "LAW-TAX-06");
        assert_eq!(partner_of(world, "2026-04")[0].total, -earned, "commission goes back with the premium");
        let then = current_of(world, "2026-04");
        assert_eq!((then.opening, then.closing), (now.closing, Money::ZERO));
        sound(world);
    });
}

#[test]
fn an_unknown_partner_brings_nobody() {
    each_world(|world| {
        let mut proposal = proposal();
        proposal.partner = Some("nobody".into());
        let refused = world.apply("2026-03-01 14:05", "apply", &proposal).unwrap_err();
        assert_eq!(refused.refused().unwrap().code, "partner-unknown");
    });
}

#[test]
fn an_insurer_on_receipt_is_owed_what_came_in() {
    each_world_under(on_receipt, |world| {
        let made = waiting(world);
        let part = totals_of(world, "2026-03").due.insurer;
        assert!(part.is_positive());
        assert_eq!(balance(world, Account::InsurerCurrent, "2026-03-08"), Money::ZERO);
        assert_eq!(balance(world, Account::InsurerNotReceived, "2026-03-08"), -part);
        assert_eq!(current_of(world, "2026-03").not_received, part);

        let released = release(world, "2026-03-05 10:00", "r", "2026-03-09").unwrap();
        let mut bank = BankDouble::new(ACCOUNT);
        let statement = bank.day(date(2026, 3, 9), &[&file(world, &released)], &[]);
        import(world, "2026-03-10 08:00", "s1", &statement).unwrap();
        assert_eq!(balance(world, Account::InsurerCurrent, "2026-03-09"), -part);
        assert_eq!(balance(world, Account::InsurerNotReceived, "2026-03-09"), Money::ZERO);

        let key = format!("{}-1-1", made.number);
        let back = bank.day(date(2026, 3, 12), &[], &[Entry::returned(&key, premium(world, 1), "MD06")]);
        import(world, "2026-03-13 08:00", "s2", &back).unwrap();
        assert_eq!(balance(world, Account::InsurerCurrent, "2026-03-31"), Money::ZERO, "LAW-SEPA-08");
        assert_eq!(balance(world, Account::InsurerNotReceived, "2026-03-31"), -part);
        cancel(world, "2026-03-14 10:00", made.contract);
        assert_eq!(balance(world, Account::InsurerNotReceived, "2026-03-31"), Money::ZERO);
        assert_eq!(balance(world, Account::InsurerCurrent, "2026-03-31"), Money::ZERO);
        sound(world);
    });
}

#[test]
fn debts_are_told_as_of_any_day_by_age() {
    each_world(|world| {
        policy(world, 1);
        world.run("2026-03-03", "2026-04-03");
        let on = |text: &str| {
            let as_of = day(text);
            world
                .app
                .db
                .read(move |tx| ageing::ageing(tx, ageing::Among::All, Some(AGREEMENT), as_of))
                .unwrap()
        };
        assert_eq!(on("2026-02-28"), ageing::Ageing::default());
        assert_eq!((on("2026-03-31").contracts, on("2026-03-31").owed()), (1, premium(world, 1)));
        let april = on("2026-04-03");
        assert_eq!(april.owed(), premium(world, 2));
        assert_eq!(
            (april.by_age[0], april.by_age[1]),
            (premium(world, 1), premium(world, 1)),
            "33 days, 2 days"
        );
        let glance = world.app.db.read(|tx| ageing::at_a_glance(tx, date(2026, 4, 3))).unwrap();
        assert_eq!(glance, Some(april), "what debtors owe today is what all owe today");
        assert_eq!(on("2026-03-31").owed(), balance(world, Account::PremiumReceivable, "2026-03-31"));
    });
}

#[test]
fn the_audit_file_holds_every_line_and_sums_to_zero() {
    each_world_under(shared, |world| {
        brought(world);
        world.run("2026-03-03", "2026-04-03");
        let app = world.app.clone();
        let word = |key: &str| format!("<{key}>");
        let bytes = world
            .app
            .db
            .read(move |tx| xaf::export(&app, tx, at("2026-05-01 09:00"), month("2026-04"), &word))
            .unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let part = |name: &str| -> Vec<&str> {
            text.split(&format!("<{name}>")).skip(1).map(|rest| rest.split('<').next().unwrap()).collect()
        };
        assert!(text.contains("<auditfile xmlns=\"http://www.auditfiles.nl/XAF/3.2\">"));
        assert!(text.contains("<accDesc>&lt;account-1000&gt;</accDesc>"), "texts are escaped");
        assert_eq!((part("fiscalYear"), part("endDate")), (vec!["2026"], vec!["2026-04-30"]));
        assert_eq!(part("periodNumber")[..4], ["1", "2", "3", "4"]);
        let (transactions, _) = (text.split_once("<transactions>").unwrap().1, ());
        assert!(transactions.starts_with("<linesCount>"), "the order that the schema has");
        let lines =
            count(world, sql!("select count(*) as number from posting where booked_on <= '2026-04-30'"));
        assert_eq!(text.matches("<trLine>").count() as i64, lines);
        assert_eq!(part("linesCount"), vec!["0".to_owned(), lines.to_string()]);
        let (debit, credit) = (part("totalDebit")[1], part("totalCredit")[1]);
        assert!(debit == credit && debit != "0.00", "{debit} {credit}");
        assert_eq!(text.matches("<transaction>").count(), text.matches("</transaction>").count());
        assert_eq!(part("taxRegIdent"), ["NL001234567B01"]);
    });
}
