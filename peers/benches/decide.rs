//! The same claims under the same conditions: ours with and without reasons, CEL, and ZEN. Before anything is timed, all must
//! give the same answer on every settled claim of the first thousands of seeds.
//!
//! `cargo bench` in `peers/`.

use std::hint::black_box;

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{Criterion, criterion_group, criterion_main};
use peers::{Conditions, by_cel, by_zen};
use rustix::time::{ClockId, clock_gettime};
use terms::{Case, Product, decide};

/// Time of the processor in this thread, so that other work on the machine counts as little as can be.
struct ProcessorTime;

fn now() -> f64 {
    let at = clock_gettime(ClockId::ThreadCPUTime);
    at.tv_sec as f64 * 1e9 + at.tv_nsec as f64
}

impl Measurement for ProcessorTime {
    type Intermediate = f64;
    /// Nanoseconds.
    type Value = f64;

    fn start(&self) -> f64 {
        now()
    }

    fn end(&self, begin: f64) -> f64 {
        now() - begin
    }

    fn add(&self, a: &f64, b: &f64) -> f64 {
        a + b
    }

    fn zero(&self) -> f64 {
        0.0
    }

    fn to_f64(&self, value: &f64) -> f64 {
        *value
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

fn peers(criterion: &mut Criterion<ProcessorTime>) {
    let product = Product::load(&peers::folder()).expect("the shipped product is right");
    let mut conditions = Conditions::new(&product);
    let cel = by_cel::Engine::new(&conditions.write(&by_cel::Cel));
    let zen = by_zen::Engine::new(&conditions.write(&by_zen::Zen));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made");

    let mut seen = std::collections::BTreeMap::new();
    let mut first: Vec<(String, Case)> = Vec::new();
    for seed in 0..4_000 {
        let case = peers::case(&product, seed);
        let Some(ours) = peers::ours(&product, &case) else { continue };
        let inputs = conditions.inputs(&case);
        assert_eq!(cel.decide(&cel.bind(&inputs)), ours, "CEL on {case:#?}");
        let result = runtime.block_on(zen.decide(&zen.bind(&inputs)));
        assert_eq!(by_zen::Engine::answer(&result), ours, "ZEN on {case:#?}");
        let kind = ours.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == ' ').to_owned();
        *seen.entry(kind.clone()).or_insert(0) += 1;
        if first.iter().all(|(known, _)| *known != kind) {
            first.push((kind, case));
        }
    }
    println!("the same answers: {seen:?}");

    for (kind, case) in &first {
        let inputs = conditions.inputs(case);
        let bound = product.bind(case).expect("the facts fit");
        let (in_cel, in_zen) = (cel.bind(&inputs), zen.bind(&inputs));
        let mut group = criterion.benchmark_group(kind);
        group.bench_function("ours, verdict from bound facts", |b| b.iter(|| black_box(&bound).verdicts()));
        group.bench_function("ours, whole decision from the case", |b| {
            b.iter(|| decide(&product, black_box(case)))
        });
        group.bench_function("CEL, from bound facts", |b| b.iter(|| cel.decide(black_box(&in_cel))));
        group.bench_function("CEL, facts bound each time", |b| {
            b.iter(|| cel.decide(&cel.bind(black_box(&inputs))))
        });
        group.bench_function("ZEN, from bound facts", |b| {
            b.iter_custom(|times| {
                runtime.block_on(async {
                    let begin = now();
                    for _ in 0..times {
                        black_box(zen.decide(black_box(&in_zen)).await);
                    }
                    now() - begin
                })
            });
        });
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ProcessorTime);
    targets = peers
}
criterion_main!(benches);
