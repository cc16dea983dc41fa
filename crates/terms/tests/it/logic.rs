//! Check and diff over all situations.

use terms::logic::{Finding, check};

use crate::support::folder;

fn findings(files: &std::collections::BTreeMap<String, Vec<u8>>) -> Vec<Finding> {
    check(files).unwrap_or_else(|faults| panic!("{faults:?}")).1
}

/// A product that is shipped has no finding, ever.
#[test]
fn shipped_products_have_no_findings() {
    for path in ["xandocare/2021-1", "electronics-be/2021-1"] {
        let found: Vec<String> = findings(&folder(path))
            .iter()
            .map(|finding| format!("{} {:?}", finding.fault, finding.example))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{path}");
    }
}
