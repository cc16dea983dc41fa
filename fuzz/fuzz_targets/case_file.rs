//! Any bytes as a file of facts: a decision or faults with their places.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use terms::{CaseFile, Product};

static PRODUCT: LazyLock<Product> =
    LazyLock::new(|| fuzz::load(&fuzz::folder(fuzz::SHIPPED[0])).expect("a shipped folder loads"));

fuzz_target!(|data: &[u8]| {
    let lines = data.split(|byte| *byte == b'\n').count();
    let faults = match CaseFile::read("claim", data) {
        Ok(file) => file.decide(&PRODUCT).err(),
        Err(faults) => Some(faults),
    };
    for fault in faults.into_iter().flatten() {
        assert!(!fault.what.is_empty() && fault.line as usize <= lines.max(1), "{fault}");
    }
});
