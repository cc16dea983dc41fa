//! Use cases beside bare drivers: the same rows, written by `rusqlite` and `postgres` in as many transactions and in
//! multi-row statements of the same sizes, into a copy of the same database.
//!
//! `cargo bench -p harmony --bench use_cases [-- CONTRACTS]` prints a table and asserts nothing about time. PostgreSQL is measured
//! where `HARMONY_TEST_POSTGRES` names a server. What a bare driver does not do: load and lock, decide, fold, hash the
//! journal's chain, seal what is personal, lay out letters, look for stuck items and commands seen.

mod bare;
mod claims;
mod world;

use std::time::{Duration, Instant};

use bare::Bare;
use world::{Place, World};

/// Applications accepted one by one.
const SINGLES: usize = 200;
/// Applications accepted in one call.
const TOGETHER: usize = 1_000;
/// Claims, each reported, decided on and approved by itself.
const CLAIMS: usize = 200;

fn main() {
    let contracts = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(5_000);
    println!("| what | on | per second | each | bare driver | ours takes | rows written | transactions |");
    println!("|---|---|---|---|---|---|---|---|");
    let day = world::premium_day();
    let mut places = vec![Place::sqlite()];
    places.extend(Place::postgres());
    for place in places {
        accept(place.again(), SINGLES, 1);
        accept(place.again(), TOGETHER, TOGETHER);
        claims_reported(place.again());
        claims_settled(place.again());
        daily_run(place, contracts, day);
    }
}

/// Accepts applications, `each` in one call.
fn accept(place: Place, count: usize, each: usize) {
    let mut world = World::new(place);
    let ids = world.apply(count + each, false);
    let (first, ids) = ids.split_at(each);
    // The first call prepares the statements.
    world.accept(first);
    let before = world.copy();
    let begin = Instant::now();
    for call in ids.chunks(each) {
        world.accept(call);
    }
    let took = begin.elapsed();
    let what =
        if each == 1 { "accept, one per call".to_owned() } else { format!("accept, {each} in one call") };
    report(&what, &world, count, took, before, count / each);
}

/// Claims reported, and decided on by the wording with what the customer knows. A transaction each, as clicks are.
fn claims_reported(place: Place) {
    let mut world = World::new(place);
    let policies = world.apply(CLAIMS + 1, true);
    // The first one prepares the statements.
    claims::report(&world, policies[0]);
    let before = world.copy();
    let begin = Instant::now();
    for policy in &policies[1..] {
        claims::report(&world, *policy);
    }
    report("claim reported and decided", &world, CLAIMS, begin.elapsed(), before, CLAIMS);
}

/// The desk states a price, the wording decides anew, the desk approves, and the payment is ordered: two transactions a claim.
fn claims_settled(place: Place) {
    let mut world = World::new(place);
    let policies = world.apply(CLAIMS + 1, true);
    let reported: Vec<_> = policies.iter().map(|policy| claims::report(&world, *policy)).collect();
    claims::settle(&world, reported[0]);
    let before = world.copy();
    let begin = Instant::now();
    for claim in &reported[1..] {
        claims::settle(&world, *claim);
    }
    let took = begin.elapsed();
    report("claim decided anew, approved, payment ordered", &world, CLAIMS, took, before, 2 * CLAIMS);
}

/// One daily run on which every contract's premium falls due.
fn daily_run(place: Place, contracts: usize, day: kernel::Date) {
    let mut world = World::new(place);
    world.apply(contracts, true);
    world.days_before(day);
    let before = world.copy();
    let begin = Instant::now();
    let ran = world.day(day);
    let took = begin.elapsed();
    let (done, chunks) = (ran.done as usize, ran.chunks as usize);
    let events = report(&format!("daily run, {done} contracts"), &world, done, took, before, chunks);
    println!("| – of which events | {} | {:.0} | | | | | |", world.place.name(), per_second(events, took));
}

/// Writes the same with the bare driver and prints both; gives the number of events.
fn report(
    what: &str,
    world: &World,
    count: usize,
    took: Duration,
    mut copy: Box<dyn Bare>,
    transactions: usize,
) -> usize {
    let after = world.place.open_bare();
    let changes = bare::changes(&mut *copy, after);
    let rows: usize = changes.iter().map(|change| change.rows.len()).sum();
    let events =
        changes.iter().find(|change| change.table.name == "event").map_or(0, |change| change.rows.len());
    let bare = bare::write(&mut *copy, &changes, transactions);
    println!(
        "| {what} | {} | {:.0} | {:.0} µs | {:.0} /s, {:.0} µs | {:.1} × | {rows} | {transactions} |",
        world.place.name(),
        per_second(count, took),
        took.as_secs_f64() * 1e6 / count as f64,
        per_second(count, bare),
        bare.as_secs_f64() * 1e6 / count as f64,
        took.as_secs_f64() / bare.as_secs_f64(),
    );
    let tables: Vec<String> =
        changes.iter().map(|change| format!("{} {}", change.table.name, change.rows.len())).collect();
    eprintln!("{what}, {}: {}", world.place.name(), tables.join(", "));
    events
}

fn per_second(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}
