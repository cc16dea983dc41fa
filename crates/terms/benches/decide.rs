//! What one claim decision costs on the Xandocare wording: facts in, decision with clauses, steps and missing facts out.
//!
//! `cargo bench -p terms --bench decide` prints figures and asserts nothing about them.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use kernel::{DeviceKind, Money};
use terms::{Case, CaseItem, Facts, Product, Schedule, decide};

const KNOWN: &str = "cover_at_event = on; reported_after_end = no; reported_at = 2026-06-03T09:00:00Z";

const CASES: [(&str, &str, &str); 4] = [
    (
        "accident, covered: repair",
        "xandocare",
        "what_happened = dropped; damage_arose_at = 2026-06-01T10:00:00Z; discovered_at = 2026-06-01T10:00:00Z; \
         affects_function = yes; holder = insured_person; circumstances = ; damaged_before = no; \
         recovered_elsewhere = 0; repairable = yes; repair_cost = 180.00; equivalent_price = 600.00",
    ),
    (
        "burglary, covered: payment",
        "plus",
        "what_happened = stolen; theft_how = burglary; traces_of_forcing = yes; \
         damage_arose_at = 2026-06-01T10:00:00Z; discovered_at = 2026-06-01T20:00:00Z; holder = nobody; \
         left_where = home; kept_locked = yes; left_alone_from = 2026-06-01; circumstances = ; damaged_before = no; \
         recovered_elsewhere = 0; police_report_seen = yes; police_reported_at = 2026-06-02T08:00:00Z; \
         remote_block = blocked; sim_block = sim_blocked; tracking = tracked; equivalent_price = 600.00",
    ),
    (
        "theft on a plan without it: not covered",
        "xandocare",
        "what_happened = stolen; theft_how = burglary; damage_arose_at = 2026-06-01T10:00:00Z",
    ),
    ("a report just begun: what to ask", "plus", "what_happened = dropped; holder = insured_person"),
];

fn main() {
    let product = load();
    println!("| {} clauses | facts in place | verdict | decision | hash |", product.clauses().len());
    println!("|---|---|---|---|---|");
    for (name, plan, facts) in CASES {
        let case = case(&product, plan, facts);
        decide(&product, &case).expect("the facts are right");
        let bound = product.bind(&case).expect("the facts are right");
        let bind = quickest(|| drop(black_box(product.bind(black_box(&case)))));
        let verdict = quickest(|| drop(black_box(black_box(&bound).verdicts())));
        let decision = quickest(|| drop(black_box(decide(black_box(&product), black_box(&case)))));
        let hash = quickest(|| drop(black_box(terms::inputs_hash(black_box(&case)))));
        println!("| {name} | {bind:.2} µs | {verdict:.2} µs | {decision:.2} µs | {hash:.2} |");
    }
}

/// Decisions in one round.
const TIMES: u32 = 500;

/// Microseconds of one, the quickest of 40 rounds: others work on the machine too.
fn quickest(once: impl Fn()) -> f64 {
    let round = || {
        let begin = Instant::now();
        (0..TIMES).for_each(|_| once());
        begin.elapsed() / TIMES
    };
    let mut rounds: Vec<Duration> = (0..40).map(|_| round()).collect();
    rounds.sort();
    micros(rounds[0])
}

fn micros(took: Duration) -> f64 {
    took.as_nanos() as f64 / 1e3
}

fn load() -> Product {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../products/xandocare/2021-1");
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(&root).expect("the product folder is there") {
        let entry = entry.expect("it can be listed");
        let name = entry.file_name().into_string().expect("names are text");
        files.insert(name, std::fs::read(entry.path()).expect("it can be read"));
    }
    Product::load(&files).expect("the shipped product is right")
}

fn case(product: &Product, plan: &str, facts: &str) -> Case {
    let mut event = Facts::new();
    for line in [KNOWN, facts].iter().flat_map(|part| part.split(';')) {
        let (name, value) = line.split_once('=').expect("a name and a value");
        let (name, value) = (name.trim(), value.trim());
        event.set(name, product.parse_value(name, value).expect("the value is right"));
    }
    let item = CaseItem {
        item: 1,
        device: DeviceKind::Phone,
        purchase_value: Money::from_cents(80_000),
        excess: Money::from_cents(5_000),
        purchased_on: kernel::date(2024, 2, 10),
        manufacturer_warranty_ends_on: None,
        facts: Facts::new(),
    };
    Case { schedule: Schedule::of_plan(plan), event, items: vec![item] }
}
