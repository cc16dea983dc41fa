//! Cases of both products, damaged too: with reasons, without reasons and the plain engine say the same.
#![no_main]

use std::sync::LazyLock;

use fuzz::Second;
use libfuzzer_sys::fuzz_target;

static BOTH: LazyLock<Vec<Second<'static>>> = LazyLock::new(|| {
    let files = fuzz::SHIPPED.into_iter().map(fuzz::folder);
    files
        .map(|files| {
            let product = Box::leak(Box::new(fuzz::load(&files).expect("a shipped folder loads")));
            Second::new(product, &files)
        })
        .collect()
});

fuzz_target!(|input: (bool, u64, &[u8])| {
    let (belgian, seed, damage) = input;
    let second = &BOTH[usize::from(belgian)];
    if let Some(case) = fuzz::case(second.product(), seed, damage) {
        second.agrees(&case);
    }
});
