//! What one decision on a claim costs under both wordings, and how many a backtest makes in a second.
//!
//! `cargo bench -p terms --bench decide [-- CLAIMS]` prints figures and asserts nothing about them; a backtest over 1,000,000
//! claims, or as many as are named. Others may work on the machine: of single decisions the quickest round is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use terms::{Case, Product, Verdict, decide, inputs_hash};

#[path = "../tests/plain/cases.rs"]
mod cases;

fn main() {
    let claims = std::env::args().filter_map(|given| given.parse().ok()).next().unwrap_or(1_000_000);
    let products = ["xandocare/2021-1", "electronics-be/2021-1"].map(load);
    for product in &products {
        println!("\n{}, {} clauses, µs each:\n", product.code(), product.clauses().len());
        println!(
            "| claim | facts in their places | verdict | decision with reasons | of which hash of the inputs |"
        );
        println!("|---|---|---|---|---|");
        for (kind, case) in one_of_each(product) {
            let bound = product.bind(&case).expect("the facts fit");
            let bind = quickest(|| drop(black_box(product.bind(black_box(&case)))));
            let verdict = quickest(|| drop(black_box(black_box(&bound).verdicts())));
            let decision = quickest(|| drop(black_box(decide(black_box(product), black_box(&case)))));
            let hash = quickest(|| drop(black_box(inputs_hash(black_box(&case)))));
            println!("| {kind} | {bind:.2} | {verdict:.2} | {decision:.2} | {hash:.2} |");
        }
    }
    println!(
        "\nBacktest, one thread:\n\n| wording | claims | items | facts bound and verdict | with reasons |\n|---|---|---|---|---|"
    );
    for product in &products {
        backtest(product, claims);
    }
}

/// The first one-item claim of each kind of answer.
fn one_of_each(product: &Product) -> Vec<(String, Case)> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for seed in 0..20_000 {
        let case = cases::case(product, &mut cases::Dice::new(seed));
        let Ok(decision) = decide(product, &case) else { continue };
        let kind = match decision.items[0].verdict {
            Verdict::Covered { remedy, .. } => format!("covered, {remedy}"),
            Verdict::NotCovered => "not covered".to_owned(),
            Verdict::Routed { to } => format!("to the {to}"),
            Verdict::NeedsPerson => "needs a person".to_owned(),
            Verdict::NeedsFacts => "needs facts".to_owned(),
        };
        if decision.items.len() == 1 && seen.insert(kind.clone()) {
            out.push((kind, case));
        }
    }
    out
}

/// Claims made from seeds, a heap of them at a time; only deciding them is timed, in time of the processor.
fn backtest(product: &Product, claims: u64) {
    const HEAP: u64 = 10_000;
    let (mut quick, mut full) = (Duration::ZERO, Duration::ZERO);
    let mut items = 0;
    let start = Instant::now();
    for from in (0..claims).step_by(HEAP as usize) {
        let seeds = from..claims.min(from + HEAP);
        let heap: Vec<Case> = seeds.map(|seed| cases::case(product, &mut cases::Dice::new(seed))).collect();
        items += heap.iter().map(|case| case.items.len()).sum::<usize>();
        let begin = processor_time(start);
        for case in &heap {
            drop(black_box(product.bind(case).and_then(|bound| bound.verdicts())));
        }
        let half = processor_time(start);
        for case in &heap {
            drop(black_box(decide(product, case)));
        }
        quick += half.saturating_sub(begin);
        full += processor_time(start).saturating_sub(half);
    }
    let a_second = |took: Duration| claims as f64 / took.as_secs_f64();
    println!(
        "| {} | {claims} | {items} | {:.1} s, {:.0}/s | {:.1} s, {:.0}/s |",
        product.code(),
        quick.as_secs_f64(),
        a_second(quick),
        full.as_secs_f64(),
        a_second(full)
    );
}

/// Microseconds of one, in the quickest of many short rounds.
fn quickest(once: impl Fn()) -> f64 {
    const TIMES: u32 = 20;
    let round = || {
        let begin = Instant::now();
        (0..TIMES).for_each(|_| once());
        begin.elapsed() / TIMES
    };
    (0..2_000).map(|_| round()).min().map_or(0.0, |took| took.as_nanos() as f64 / 1e3)
}

/// Processor time of this thread, which other work on the machine hardly lengthens; where the system does not tell, the time
/// that passes.
fn processor_time(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|line| line.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

fn load(path: &str) -> Product {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../products").join(path);
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(&root).expect("the product folder is there") {
        let entry = entry.expect("it can be listed");
        let name = entry.file_name().into_string().expect("names are text");
        files.insert(name, std::fs::read(entry.path()).expect("it can be read"));
    }
    Product::load(&files).expect("the shipped product is right")
}
