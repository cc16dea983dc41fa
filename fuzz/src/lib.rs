//! What the fuzz targets share: the shipped folders, and the plain second engine of `crates/terms/tests/plain`.

use std::collections::BTreeMap;
use std::path::Path;

use terms::{Case, Product, Verdict, decide};

#[path = "../../crates/terms/tests/plain/mod.rs"]
mod plain;

use plain::{Plain, cases, decide::Whole};

/// The files of a shipped folder.
pub fn folder(path: &str) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../products").join(path);
    let entries = std::fs::read_dir(&root).expect("the product folder is there");
    entries
        .map(|entry| {
            let entry = entry.expect("it can be listed");
            let name = entry.file_name().into_string().expect("names are text");
            (name, std::fs::read(entry.path()).expect("it can be read"))
        })
        .collect()
}

/// The folders that are shipped.
pub const SHIPPED: [&str; 2] = ["xandocare/2021-1", "electronics-be/2021-1"];

/// Loads a folder; where it has faults they lie inside their files.
pub fn load(files: &BTreeMap<String, Vec<u8>>) -> Option<Product> {
    match Product::load(files) {
        Ok(product) => Some(product),
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                let lines =
                    files.get(&fault.file).map_or(0, |bytes| bytes.split(|byte| *byte == b'\n').count());
                assert!(fault.line as usize <= lines.max(1), "{fault}");
            }
            None
        }
    }
}

/// The plain engine over a product.
pub struct Second<'a>(Plain<'a>);

impl<'a> Second<'a> {
    /// `files` are those that the product was loaded from.
    pub fn new(product: &'a Product, files: &BTreeMap<String, Vec<u8>>) -> Self {
        Self(Plain::new(product, files))
    }

    /// The product.
    pub fn product(&self) -> &'a Product {
        self.0.product
    }

    /// Decides any case: with and without reasons the same, and what the plain engine says.
    pub fn agrees(&self, case: &Case) {
        let traced = decide(self.0.product, case);
        let verdicts = self.0.product.bind(case).and_then(|bound| bound.verdicts());
        match (&traced, verdicts) {
            (Ok(decision), Ok(verdicts)) => {
                let items: Vec<Verdict> = decision.items.iter().map(|item| item.verdict).collect();
                assert_eq!(verdicts.items, items);
                assert_eq!(verdicts.total, decision.total);
                assert_eq!(verdicts.approvable_by_machine, decision.approvable_by_machine);
            }
            (Err(faults), Err(others)) => assert_eq!(*faults, others),
            (traced, verdicts) => panic!("{traced:?}\n{verdicts:?}"),
        }
        if let Ok(decision) = traced {
            assert_eq!(Ok(Whole::of(&decision)), self.0.decide(case), "{case:#?}");
        }
    }
}

/// A case from a seed, then with bytes of its JSON replaced: what still reads as a case.
pub fn case(product: &Product, seed: u64, damage: &[u8]) -> Option<Case> {
    let case = cases::case(product, &mut cases::Dice::new(seed));
    if damage.is_empty() {
        return Some(case);
    }
    let mut json = serde_json::to_vec(&case).expect("a case can be written");
    for change in damage.chunks_exact(3) {
        let at = usize::from(u16::from_be_bytes([change[0], change[1]])) % json.len();
        json[at] = change[2];
    }
    serde_json::from_slice(&json).ok()
}
