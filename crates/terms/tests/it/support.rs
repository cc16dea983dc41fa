//! Products and cases for tests.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use terms::Product;

/// The files of a product folder of this repository.
pub fn folder(path: &str) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../products").join(path);
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(&root).expect("the product folder is there") {
        let entry = entry.unwrap();
        files.insert(entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap());
    }
    files
}

/// Xandocare, conditions of 2021.
pub fn xandocare() -> &'static Product {
    static PRODUCT: LazyLock<Product> = LazyLock::new(|| {
        Product::load(&folder("xandocare/2021-1")).unwrap_or_else(|faults| {
            let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
            panic!("{}", lines.join("\n"))
        })
    });
    &PRODUCT
}
