//! Any text as the `when` of a clause of the Dutch folder: read or refused at its place; what is read decides as the plain
//! engine does.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static SHIPPED: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| fuzz::folder(fuzz::SHIPPED[0]));

/// The only exclusion there is then, so that a run is short.
const CLAUSE: &str = "[exclusion.any]\nrule = \"NL-EXCL-01\"\narticle = \"exclusions 1\"\n\
                      text = { nl = \"a\", en = \"b\", fr = \"c\" }\n";

fuzz_target!(|input: (u64, &str)| {
    let (seed, text) = input;
    let mut files = SHIPPED.clone();
    let clause = format!("{CLAUSE}when = {}\n", toml::Value::String(text.to_owned()));
    files.insert("exclusions.toml".to_owned(), clause.into_bytes());
    files.insert("obligations.toml".to_owned(), Vec::new());
    if let Some(product) = fuzz::load(&files) {
        let case = fuzz::case(&product, seed, &[]).expect("nothing was damaged");
        fuzz::Second::new(&product, &files).agrees(&case);
    }
});
