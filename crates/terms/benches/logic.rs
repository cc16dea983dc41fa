//! How long it takes to look at all situations of a whole wording: check, and diff of two versions and of two plans.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use terms::Product;
use terms::logic::{check, diff, diff_plans};

const RUNS: usize = 5;

fn main() {
    let files = folder("xandocare/2021-1");
    let product = load(&files);
    let mut other = files.clone();
    let exclusions = String::from_utf8(files["exclusions.toml"].clone()).expect("UTF-8");
    let changed = exclusions.replace("holder = borrower", "holder in (borrower, nobody)");
    assert_ne!(changed, exclusions, "the exclusion is there");
    other.insert("exclusions.toml".to_owned(), changed.into_bytes());
    let other = load(&other);
    report("check", || check(&files).map_or(0, |(_, found)| found.len()));
    report("diff with itself, three plans", || diff(&product, &product).plans.len());
    report("diff, one word in an exclusion, three plans", || {
        diff(&product, &other).plans.iter().map(|plan| plan.differences.len()).sum()
    });
    report("diff of plans xandocare and plus", || {
        diff_plans(&product, "xandocare", &product, "plus").map_or(0, |plan| plan.differences.len())
    });
}

fn report(what: &str, run: impl Fn() -> usize) {
    let mut times: Vec<(Duration, usize)> = (0..RUNS)
        .map(|_| {
            let begun = Instant::now();
            let found = run();
            (begun.elapsed(), found)
        })
        .collect();
    times.sort();
    println!("{what:<48} {:>10.1?} (median of {RUNS}), {} found", times[RUNS / 2].0, times[RUNS / 2].1);
}

fn load(files: &BTreeMap<String, Vec<u8>>) -> Product {
    Product::load(files).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn folder(path: &str) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../products").join(path);
    let entries = std::fs::read_dir(root).expect("the product folder is there");
    entries
        .map(|entry| {
            let entry = entry.expect("readable");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).expect("readable"))
        })
        .collect()
}
