//! The crates from `kernel` to `documents` decide and nothing else: no clock, no chance, no files, no network, no
//! database, no async. Time, seeds and texts are arguments.

use crate::workspace::{Text, code_and_tests};

const PURE: [&str; 11] = [
    "kernel",
    "texts",
    "terms",
    "policy",
    "billing",
    "agreement",
    "ledger",
    "claims",
    "party",
    "sepa",
    "documents",
];

/// Libraries that no pure crate names, not even behind a feature.
const FOREIGN: [&str; 12] = [
    "tokio",
    "rusqlite",
    "postgres",
    "axum",
    "tower-http",
    "hyper",
    "reqwest",
    "rand",
    "getrandom",
    "lettre",
    "async-trait",
    "ureq",
];

/// Words that reach outside.
const WORDS: [&str; 18] = [
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "getrandom::",
    "rand::",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "tokio::",
    "rusqlite::",
    "postgres::",
    "async fn",
    "println!(",
    "eprintln!(",
    "print!(",
];

pub(crate) fn check(texts: &[Text]) -> Vec<String> {
    let mut faults = Vec::new();
    for text in texts.iter().filter(|text| text.crate_name().is_some_and(|name| PURE.contains(&name))) {
        if text.path.ends_with("/Cargo.toml") {
            check_manifest(text, &mut faults);
        } else if text.is("rs") && text.path.contains("/src/") && !text.is_test() {
            check_code(text, &mut faults);
        }
    }
    faults
}

fn check_manifest(text: &Text, faults: &mut Vec<String>) {
    let Ok(manifest) = text.body.parse::<toml::Table>() else { return };
    let Some(dependencies) = manifest.get("dependencies").and_then(toml::Value::as_table) else { return };
    for name in dependencies.keys().filter(|name| FOREIGN.contains(&name.as_str())) {
        faults.push(format!("{}: a pure crate may not know `{name}`", text.path));
    }
}

fn check_code(text: &Text, faults: &mut Vec<String>) {
    let (code, _) = code_and_tests(&text.body);
    for (index, line) in code.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        if let Some(word) = WORDS.iter().find(|word| names(line, word)) {
            faults.push(format!("{}:{}: `{word}` in a pure crate", text.path, index + 1));
        }
    }
}

/// Whether the line holds the word, not as the end of a longer one.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|character| character.is_alphanumeric() || character == '_' || character == '-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_body(body: &str, expected: usize) {
        let text = Text { path: "crates/kernel/src/time.rs".to_owned(), body: body.to_owned() };
        assert_eq!(super::check(&[text]).len(), expected, "{body}");
    }

    #[test]
    fn the_outside_is_noticed_in_code_but_not_in_tests() {
        check_body("let now = Timestamp::now();\n", 1);
        check_body("let now = jiff::Timestamp::now();\n", 1);
        check_body("// never Timestamp::now()\n", 0);
        check_body("use operand::Thing;\n", 0);
        check_body("fn a() {}\n\n#[cfg(test)]\nmod tests {\n    std::fs::read(\"x\");\n}\n", 0);
    }
}
