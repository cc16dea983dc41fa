//! Pages under load, beside a bare axum page; also while the daily run works. Start-up time and memory.
//!
//! `cargo bench -p harmony --bench load [-- CONTRACTS]` prints tables and asserts nothing about time. Everything stays on this
//! machine's loopback; server and load share its processors.

mod client;
mod house;

use std::time::{Duration, Instant};

use client::{Asked, Load};
use house::House;

/// Requests per second of a steady load.
const RATE: u32 = 500;
/// How long one load lasts.
const LASTS: Duration = Duration::from_secs(8);
/// Starts timed.
const STARTS: usize = 9;

fn main() {
    if let Ok(bytes) = std::env::var(house::BARE) {
        return house::serve_bare(bytes.parse().expect("a number of bytes"));
    }
    let contracts = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(10_000);
    let house = House::with_contracts(contracts);
    starts(&house);
    pages(&house);
    during_the_run(&house, contracts);
}

fn starts(house: &House) {
    let mut times: Vec<Duration> = Vec::new();
    let mut memory = String::new();
    for _ in 0..STARTS {
        let begin = Instant::now();
        let server = house.serve(house::AT_NIGHT);
        let answer = client::ask(&server.address, &Asked::get("/"));
        times.push(begin.elapsed());
        assert_eq!(answer.status, 200);
        memory = server.memory();
    }
    times.sort();
    println!(
        "\nstart on an existing database, to the first page: median {} ms, slowest of {STARTS} {} ms; memory then {memory}",
        times[STARTS / 2].as_millis(),
        times[STARTS - 1].as_millis()
    );
}

fn pages(house: &House) {
    let server = house.serve(house::AT_NIGHT);
    let session = house.sign_in(&server.address);
    let policy = house.policy_path(&server.address, &session);
    println!(
        "\n| page | bytes | most requests/s, 8 connections | p50 | p99 | at {RATE} requests/s: p50 | p99 | slowest |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for (name, path, cookie) in [
        ("home, nobody signed in", "/", ""),
        ("/my, a customer", "/my", session.as_str()),
        ("/my/policies/{number}", policy.as_str(), session.as_str()),
    ] {
        let asked = Asked { path: path.to_owned(), cookie: cookie.to_owned() };
        let bytes = client::ask(&server.address, &asked).body.len();
        row(name, bytes, &server.address, &asked);
        let bare = house::start_bare(bytes);
        row("    bare axum, as many bytes", bytes, &bare.address, &Asked::get("/"));
    }
    println!("\nmemory after this load: {}", server.memory());
}

fn row(name: &str, bytes: usize, address: &str, asked: &Asked) {
    client::run(address, asked, Load::Flat { connections: 8 }, Duration::from_secs(1), || false);
    let most = client::run(address, asked, Load::Flat { connections: 8 }, LASTS, || false);
    let steady = client::run(address, asked, Load::Steady { rate: RATE }, LASTS, || false);
    println!(
        "| {name} | {bytes} | {:.0} | {:.2} ms | {:.2} ms | {:.2} ms | {:.2} ms | {:.2} ms |",
        most.per_second(),
        most.at(0.50),
        most.at(0.99),
        steady.at(0.50),
        steady.at(0.99),
        steady.at(1.0)
    );
}

/// A customer's page at a steady rate while the daily run carries out what is due on every contract.
fn during_the_run(house: &House, contracts: usize) {
    let server = house.serve(house::BEFORE_THE_RUN);
    let session = house.sign_in(&server.address);
    let path = house.policy_path(&server.address, &session);
    let asked = Asked { path, cookie: session };
    server.wait_until_run_begins();
    let begin = Instant::now();
    let found =
        client::run(&server.address, &asked, Load::Steady { rate: RATE }, Duration::from_secs(120), || {
            server.run_is_over()
        });
    println!(
        "\nduring a daily run over {contracts} contracts ({:.1} s, {:.0} contracts/s), {} pages at {RATE} requests/s: p50 {:.2} ms, p99 {:.2} ms, slowest {:.2} ms; memory then {}",
        begin.elapsed().as_secs_f64(),
        contracts as f64 / begin.elapsed().as_secs_f64(),
        found.count(),
        found.at(0.50),
        found.at(0.99),
        found.at(1.0),
        server.memory()
    );
}
