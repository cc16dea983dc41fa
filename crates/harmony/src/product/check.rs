//! `harmony product check`: is a folder right?

use std::{collections::BTreeMap, fs, path::Path};

use terms::{Fault, Product};

use crate::{End, Wrong, cli::Place};

pub(super) fn check(place: &Place, folder: &Path) -> Result<End, Wrong> {
    let files = read(folder)?;
    match Product::load(&files) {
        Ok(product) => {
            println!("{} {} is right: {}", product.code(), product.wording().version, product.content_hash());
            Ok(End::Done)
        }
        Err(faults) => {
            print(place, &faults);
            Ok(End::No)
        }
    }
}

/// The files of a folder by name.
pub(super) fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Wrong> {
    let mut files = BTreeMap::new();
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(name, fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?);
        }
    }
    Ok(files)
}

/// Every fault with file, line and what to write instead.
pub(super) fn print(place: &Place, faults: &[Fault]) {
    for fault in faults {
        if place.json {
            println!(
                "{}",
                serde_json::json!({ "file": fault.file, "line": fault.line, "column": fault.column,
                            "what": fault.what, "hint": fault.hint })
            );
        } else {
            println!("{fault}");
        }
    }
}
