//! Cases of both products, damaged too: with reasons, without reasons and the plain engine say the same.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use terms::Product;

type Loaded = (Product, BTreeMap<String, Vec<u8>>);

static BOTH: LazyLock<Vec<Loaded>> = LazyLock::new(|| {
    let files = fuzz::SHIPPED.into_iter().map(fuzz::folder);
    files.map(|files| (fuzz::load(&files).expect("a shipped folder loads"), files)).collect()
});

fuzz_target!(|input: (bool, u64, &[u8])| {
    let (belgian, seed, damage) = input;
    let (product, files) = &BOTH[usize::from(belgian)];
    if let Some(case) = fuzz::case(product, seed, damage) {
        fuzz::agree(product, files, &case);
    }
});
