//! A shipped folder with pieces cut out and others put in: a product or faults, never a panic. A product that still loads
//! must decide.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static SHIPPED: LazyLock<Vec<BTreeMap<String, Vec<u8>>>> =
    LazyLock::new(|| fuzz::SHIPPED.into_iter().map(fuzz::folder).collect());

fuzz_target!(|data: &[u8]| {
    let [which, file, at, more, cut, seed, put @ ..] = data else { return };
    let mut files = SHIPPED[usize::from(*which) % SHIPPED.len()].clone();
    let name = terms::FILES[usize::from(*file) % terms::FILES.len()];
    let bytes = files.get_mut(name).expect("a shipped folder has all files");
    let from = usize::from(u16::from_be_bytes([*at, *more])) * bytes.len() / 65_536;
    let to = (from + usize::from(*cut)).min(bytes.len());
    bytes.splice(from..to, put.iter().copied());
    if let Some(product) = fuzz::load(&files) {
        if let Some(case) = fuzz::case(&product, u64::from(*seed), &[]) {
            let traced = terms::decide(&product, &case).map(|decision| decision.total);
            let quick = product.bind(&case).and_then(|bound| bound.verdicts()).map(|verdicts| verdicts.total);
            assert_eq!(traced, quick);
        }
    }
});
