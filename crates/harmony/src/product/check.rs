//! `harmony product check`: is a folder right?

use std::{collections::BTreeMap, fs, path::Path};

use terms::{Fault, Value};

use crate::{End, Wrong, cli::Place};

pub(super) fn check(place: &Place, folder: &Path) -> Result<End, Wrong> {
    let files = read(folder)?;
    let (product, findings) = match terms::logic::check(&files) {
        Ok(read) => read,
        Err(faults) => {
            print(place, &faults);
            return Ok(End::No);
        }
    };
    for finding in &findings {
        if place.json {
            println!("{}", serde_json::json!(finding));
            continue;
        }
        println!("{}", finding.fault);
        if let Some(case) = &finding.example {
            let facts: Vec<String> = [&case.event, &case.items[0].facts]
                .into_iter()
                .flat_map(|facts| &facts.0)
                .map(|(name, value)| format!("{name} = {}", shown(value)))
                .collect();
            let flags: Vec<String> = case
                .schedule
                .flags
                .iter()
                .map(|(flag, on)| format!("{flag} = {}", shown(&(*on).into())))
                .collect();
            let said = [flags, facts].concat().join("; ");
            println!("    for example: plan {}; {said}", case.schedule.plan);
        }
    }
    if findings.is_empty() {
        println!("{} {} is right: {}", product.code(), product.wording().version, product.content_hash());
        return Ok(End::Done);
    }
    Ok(End::No)
}

/// A value as files write it.
fn shown(value: &Value) -> String {
    match value {
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Choice(name) => name.clone(),
        Value::Set(names) => names.iter().cloned().collect::<Vec<_>>().join(", "),
        Value::Number(number) => number.to_string(),
        Value::Money(money) => money.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Instant(at) => at.to_string(),
        Value::Term(term) => term.to_string(),
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
