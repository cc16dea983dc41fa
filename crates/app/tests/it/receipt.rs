//! What became of reminders after they left the house, on both databases (AMB-12, GEN-TIME-06).
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test, also in a helper")]

use app::{
    AppError, contracts,
    contracts::Outcome,
    delivery::{
        self,
        fate::{self, Fate, Report},
        news,
    },
    letters::LetterChannel,
    tasks::TaskKind,
    testing::{World, at, each_world, proposal_in, staff},
};
use kernel::{Country, Id, Role, date};
use policy::{Command, Cover};
use store::{Priority, params, sql};

/// A policy paid by transfer, in arrears for its first premium.
fn in_arrears(world: &World<'_>, country: Country, by_email: bool) -> Id {
    let mut proposal = proposal_in(country);
    (proposal.mandate, proposal.by_email) = (None, by_email);
    let made = world.apply("2026-03-01 14:05", "apply", &proposal).unwrap();
    let accept = Command::Accept { accept_limit: app::testing::euro("3500.00") };
    let by = staff(11, Role::Acceptance);
    assert_eq!(world.order("2026-03-01 15:00", "accept", made.contract, &by, accept), Ok(Outcome::Done));
    for day in ["2026-03-02", "2026-03-16", "2026-03-31", "2026-04-01"] {
        world.due(made.contract, &format!("{day} 06:00"));
    }
    made.contract
}

fn reminder(world: &World<'_>, contract: Id, no: u32) -> (billing::Reminder, String) {
    let facts = world.app.db.read(move |tx| contracts::facts(tx, &[contract])).unwrap();
    let facts = &facts[&contract];
    let folded = policy::Contract::fold(facts.iter().map(|fact| (&fact.event, fact.effective))).unwrap();
    let reminder = folded.billing.reminders.into_iter().find(|reminder| reminder.no == no).unwrap();
    (reminder, fate::of_reminder(facts, contract, no).unwrap())
}

fn record(world: &World<'_>, when: &str, id: &str, reference: &str, fate: Fate) -> Result<Outcome, AppError> {
    let (app, now) = (world.app.clone(), at(when));
    let report = Report {
        id: id.into(),
        reference: reference.into(),
        fate,
        note: String::new(),
        paper: None,
        actor: staff(41, Role::Finance),
    };
    world.app.db.write(Priority::Click, move |tx| fate::record(&app, tx, now, &report))
}

fn cover(world: &World<'_>, contract: Id, when: &str) -> Cover {
    let facts = world.app.db.read(move |tx| contracts::facts(tx, &[contract])).unwrap();
    policy::cover(&facts[&contract], kernel::Instant::MAX).at(at(when))
}

fn tasks(world: &World<'_>, kind: TaskKind) -> i64 {
    let sql = sql!("select count(*) as number from task where state = 'open' and kind = ?1");
    world.number(sql, params![kind.code()].to_vec())
}

fn letters(world: &World<'_>, channel: &str) -> i64 {
    let sql = sql!(
        "select count(*) as number from letter where channel = ?1 and kind in ('reminder-nl', 'formal-notice-be')"
    );
    world.number(sql, params![channel].to_vec())
}

fn code(refused: Result<Outcome, AppError>) -> String {
    refused.unwrap_err().refused().unwrap().code.clone()
}

#[test]
fn gen_time_06_a_bounced_reminder_starts_no_term_and_goes_by_post() {
    each_world(|world| {
        let contract = in_arrears(world, Country::Nl, true);
        let (sent, reference) = reminder(world, contract, 1);
        assert!(sent.by_email && letters(world, "email") == 1);
        world.due(contract, "2026-04-16 06:00");
        assert!(!cover(world, contract, "2026-04-17 12:00").is_covered(), "it cost cover");
        let bounced = || Fate::CameBack { why: "5.1.1".into() };
        // However the mail server copies the ID of the mail.
        let id = format!("<{reference}@harmony>");
        assert_eq!(record(world, "2026-04-17 09:00", "r1", &id, bounced()).unwrap(), Outcome::Done);
        assert_eq!(record(world, "2026-04-17 09:01", "r1", &id, bounced()).unwrap(), Outcome::AlreadyDone);
        assert_eq!(record(world, "2026-04-17 09:02", "r2", &id, bounced()).unwrap(), Outcome::AlreadyDone);
        assert!(cover(world, contract, "2026-04-17 12:00").is_covered(), "it never did");
        assert_eq!(tasks(world, TaskKind::RedeliverLetter), 0, "the run sends it by post, nobody has to");
        world.due(contract, "2026-04-18 06:00");
        assert_eq!((letters(world, "email"), letters(world, "print")), (1, 1));
        let (again, _) = reminder(world, contract, 2);
        assert!(!again.by_email && again.last_day > sent.last_day, "with a term of its own");
    });
}

#[test]
fn gen_time_06_a_returned_letter_waits_for_the_address_and_goes_again() {
    each_world(|world| {
        let contract = in_arrears(world, Country::Nl, false);
        let (_, reference) = reminder(world, contract, 1);
        let file = format!("{reference}.pdf");
        let moved = Fate::CameBack { why: "moved".into() };
        assert_eq!(record(world, "2026-04-10 09:00", "r1", &file, moved).unwrap(), Outcome::Done);
        assert_eq!(tasks(world, TaskKind::RedeliverLetter), 1);
        world.due(contract, "2026-04-11 06:00");
        assert_eq!(letters(world, "print"), 1, "not to the same address again");
        let (lost, count) = world.app.db.read(|tx| fate::lost(tx, 0)).unwrap();
        assert_eq!((lost[0].why.as_str(), count), ("moved", 1));
        let (app, now) = (world.app.clone(), at("2026-04-14 09:00"));
        let stranded = world.app.db.read(move |tx| delivery::stranded(tx, contract)).unwrap();
        let letter = stranded[0].line.id;
        let again = world.app.db.write(Priority::Click, move |tx| {
            let by = ("s1", &staff(41, Role::Finance));
            delivery::send_again(&app, tx, now, by, contract, (letter, LetterChannel::Print))
        });
        assert_eq!(again.unwrap(), Outcome::Done);
        assert_eq!(letters(world, "print"), 2);
        let (sent, _) = reminder(world, contract, 2);
        assert_eq!(sent.sent, now, "a new reminder with a term of its own");
        assert_eq!(tasks(world, TaskKind::RedeliverLetter), 0);
        assert_eq!(world.app.db.read(|tx| fate::lost(tx, 0)).unwrap().1, 0);
    });
}

#[test]
fn amb_12_proven_receipt_beats_the_presumed_one_and_never_shortens_the_term() {
    each_world(|world| {
        let contract = in_arrears(world, Country::Nl, false);
        let (sent, reference) = reminder(world, contract, 1);
        let received = |day| Fate::Received { on: day };
        let early = record(world, "2026-04-10 09:00", "r1", &reference, received(date(2026, 4, 2)));
        assert_eq!(early.unwrap(), Outcome::Done);
        assert_eq!(reminder(world, contract, 1).0.last_day, sent.last_day, "the letter promised that day");
        let late = kernel::add_days(sent.presumed, 5);
        assert_eq!(
            record(world, "2026-04-12 09:00", "r2", &reference, received(late)).unwrap(),
            Outcome::Done
        );
        let (proven, _) = reminder(world, contract, 1);
        assert!(proven.proven && proven.received == late && proven.last_day > sent.last_day);
        // What is wrong is refused by name.
        let before = record(world, "2026-04-12 10:00", "r3", &reference, received(date(2026, 3, 31)));
        assert_eq!(code(before), "reminder-receipt-before-sent");
        let future = record(world, "2026-04-12 10:00", "r4", &reference, received(date(2026, 4, 20)));
        assert_eq!(code(future), "ending-in-future");
        let other = record(world, "2026-04-12 10:00", "r5", "letter-nothing-1", received(late));
        assert_eq!(code(other), "letter-unknown");
        let slip = Fate::Deposited { on: late, item: "RR1".into() };
        assert_eq!(code(record(world, "2026-04-12 10:00", "r6", &reference, slip)), "letter-not-registered");
    });
}

#[test]
fn be_dun_03_the_slip_of_the_deposit_is_kept_and_counts() {
    each_world(|world| {
        let contract = in_arrears(world, Country::Be, true);
        let (sent, reference) = reminder(world, contract, 1);
        assert_eq!((letters(world, "registered"), tasks(world, TaskKind::ProveDeposit)), (1, 1));
        let read = Fate::Received { on: date(2026, 4, 7) };
        assert_eq!(
            code(record(world, "2026-04-10 09:00", "r1", &reference, read)),
            "letter-counts-from-deposit"
        );
        let list = format!("{reference};deposited;2026-04-03;RR123456789BE\n{reference};eaten;;\n");
        let lines = || news::read(list.as_bytes()).unwrap();
        let told =
            news::record(&world.app, at("2026-04-10 09:05"), &staff(41, Role::Finance), lines()).unwrap();
        assert_eq!(told[0].outcome, Ok(Outcome::Done));
        assert_eq!(told[1].outcome.as_ref().unwrap_err().code, "news-unreadable");
        let told =
            news::record(&world.app, at("2026-04-10 09:06"), &staff(41, Role::Finance), lines()).unwrap();
        assert_eq!(told[0].outcome, Ok(Outcome::AlreadyDone), "the same list again records nothing");
        let (proven, _) = reminder(world, contract, 1);
        // Deposited two days later than presumed: 15 days from 3 April, to Saturday 18 April, which rolls to Monday.
        assert_eq!((proven.received, proven.last_day), (date(2026, 4, 3), date(2026, 4, 20)));
        assert!(proven.last_day >= sent.last_day && proven.proof.is_some());
        assert_eq!(tasks(world, TaskKind::ProveDeposit), 0);
        let (app, proof) = (world.app.clone(), proven.proof.unwrap());
        let proof: Option<fate::Proof> = world.app.db.read(move |tx| app.unseal(tx, &proof)).unwrap();
        assert_eq!(proof.unwrap().item.as_deref(), Some("RR123456789BE"));
        let plain =
            sql!("select count(*) as number from event where cast(body as text) like '%RR123456789BE%'");
        assert_eq!(world.number(plain, vec![]), 0, "sealed");
    });
}
