//! A collection day from end to end: premium falls due on every policy and is announced, a person releases the direct debits file by
//! file, the bank credits them one by one on a statement, and the statement is booked.
//!
//! `cargo bench -p harmony --bench collection [-- POLICIES] [sqlite] [postgres]` prints a table and asserts nothing about time; it does
//! assert that every premium is collected once and that the books agree with the bank to the cent. PostgreSQL is measured where
//! `HARMONY_TEST_POSTGRES` names a server. The policies are made as in the benchmark of scale: a thousand by the use cases, the rest
//! copies of their rows.

#[path = "../use_cases/bare.rs"]
#[expect(dead_code, reason = "the other benchmarks use it")]
mod bare;
#[path = "../scale/copies.rs"]
#[expect(dead_code, reason = "the other benchmarks use all of it")]
mod copies;
#[path = "../use_cases/world.rs"]
#[expect(dead_code, reason = "the other benchmarks use all of it")]
mod world;

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use app::{
    AppError, day,
    money::{self, collections, statements},
    testing::{at, bank::BankDouble, staff},
};
use kernel::{Date, Id, Money, Role};
use ledger::Account;
use store::Priority;
use world::{Place, World};

/// Policies made by the use cases.
const MODELS: usize = 1_000;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let policies = args.iter().find_map(|arg| arg.parse().ok()).unwrap_or(20_000);
    let says = |name: &str| args.iter().any(|arg| arg == name);
    let asked = |name: &str| says(name) || !(says("sqlite") || says("postgres"));
    let day = world::premium_day();
    println!(
        "| on | policies | due and announced | released | statement | booked | whole day | peak memory |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    if asked("sqlite") {
        measure(Place::sqlite(), policies, day);
    }
    if asked("postgres")
        && let Some(place) = Place::postgres()
    {
        measure(place, policies, day);
    }
}

fn measure(place: Place, policies: usize, day: Date) {
    let mut world = World::new(place);
    let models = world.apply(MODELS, true);
    world.days_before(day);
    let policies = copies::multiply(&world.app, &models, policies);
    copies::settle(&world);
    let mut peak = 0;
    let announced = timed(|| {
        let report = day::run(&world.app, at(&format!("{day} 06:00")), |_| {
            peak = peak.max(memory_mb());
            ControlFlow::Continue(())
        });
        assert_eq!(report.expect("the run runs").stuck, 0);
    });
    let mut batches = Vec::new();
    let released = timed(|| batches = release(&world, day));
    peak = peak.max(memory_mb());
    let (statement, sum) = statement(&world, day, &batches);
    let before = memory_mb();
    let size = statement.len() as f64 / 1e6;
    let mut matched = 0;
    let booked = timed(|| {
        let now = at(&format!("{} 09:00", kernel::add_days(day, 10)));
        let finance = staff(41, Role::Finance);
        let imported = statements::import(&world.app, now, "statement", &finance, statement);
        matched = imported.expect("the statement is right").matched;
    });
    peak = peak.max(memory_mb().saturating_sub(before));
    let count = usize::try_from(matched).expect("a count");
    assert!(count >= policies, "{count} of {policies} premiums were collected");
    let at_bank = world.app.db.read(move |tx| money::books::balances(tx, None, kernel::date(2030, 1, 1)));
    assert_eq!(
        at_bank.expect("the books can be read").of(Account::Bank),
        sum,
        "the books agree with the bank"
    );
    let rate =
        |took: Duration| format!("{:.0} s, {:.0}/s", took.as_secs_f64(), count as f64 / took.as_secs_f64());
    println!(
        "| {} | {policies} | {} | {}, {} files | {size:.0} MB | {} | {} | {peak} MB |",
        world.place.name(),
        rate(announced),
        rate(released),
        batches.len(),
        rate(booked),
        rate(announced + released + booked),
    );
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

/// Releases until nothing waits, as a person who clicks again and again.
fn release(world: &World, day: Date) -> Vec<Id> {
    let now = at(&format!("{} 10:00", kernel::add_days(day, 1)));
    let up_to = kernel::add_days(day, 30);
    let mut batches = Vec::new();
    loop {
        let (app, command) = (world.app.clone(), format!("release {}", batches.len()));
        let released = world.app.db.write(Priority::Click, move |tx| {
            let finance = staff(41, Role::Finance);
            collections::release(&app, tx, now, (&command, &finance), "rosemont-nl", up_to)
        });
        match released {
            Ok(released) => batches.push(released.batch),
            Err(AppError::Refused(_)) => return batches,
            Err(error) => panic!("{error}"),
        }
    }
}

/// What the bank says of the files: every direct debit credited by itself, on one statement.
fn statement(world: &World, day: Date, batches: &[Id]) -> (Vec<u8>, Money) {
    let account = world.app.products.agreement("rosemont-nl").expect("it is shipped").account.iban.clone();
    let files: Vec<Vec<u8>> = batches
        .iter()
        .map(|batch| {
            let (app, batch) = (world.app.clone(), *batch);
            world.app.db.read(move |tx| money::bank_file(&app, tx, batch)).expect("the file is kept").1
        })
        .collect();
    let mut bank = BankDouble::new(account.as_str());
    let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    // The double carries out what was asked for by the day it is asked about.
    let statement = bank.day(kernel::add_days(day, 9), &files, &[]);
    (statement, bank.balance())
}

/// Memory of this process's own, in megabytes.
fn memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon"));
    let kilobytes =
        line.and_then(|line| line.split_whitespace().nth(1)).and_then(|kb| kb.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
