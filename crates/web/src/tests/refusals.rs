//! Whatever the house refuses, it says so in words: every code of every refusal has its text in every language.

use std::collections::BTreeSet;
use std::path::Path;

use kernel::Language;

use crate::Words;

#[test]
fn every_refusal_has_its_words() {
    let codes = codes();
    assert!(codes.len() > 100, "the sources are read: {}", codes.len());
    let missing: Vec<_> = codes.iter().filter(|code| !has(&format!("refusal-{code}"))).collect();
    assert!(missing.is_empty(), "without words: {missing:?}");
}

#[test]
fn everything_typed_wrong_has_its_words() {
    let all: Vec<&str> = [
        kernel::ImeiError::ALL.iter().map(|e| e.code()).collect::<Vec<_>>(),
        kernel::SerialNumberError::ALL.iter().map(|e| e.code()).collect(),
        kernel::MoneyError::ALL.iter().map(|e| e.code()).collect(),
        kernel::EmailAddressError::ALL.iter().map(|e| e.code()).collect(),
        kernel::PhoneError::ALL.iter().map(|e| e.code()).collect(),
        kernel::PostcodeError::ALL.iter().map(|e| e.code()).collect(),
        kernel::IbanError::ALL.iter().map(|e| e.code()).collect(),
        kernel::NumberError::ALL.iter().map(|e| e.code()).collect(),
    ]
    .concat();
    let missing: Vec<_> = all.iter().filter(|code| !has(&format!("error-{code}"))).collect();
    assert!(missing.is_empty(), "without words: {missing:?}");
}

/// What is wrong, and what can be done instead: two sentences at least, in every language (issue: bad input).
#[test]
fn every_refusal_about_a_policy_says_what_can_be_done_instead() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policy/src/refusal.rs");
    let source = std::fs::read_to_string(source).unwrap();
    let list = source.split("\nrefusals! {").nth(1).unwrap();
    let codes: Vec<String> = literals(list).collect();
    assert!(codes.len() > 55, "the source is read: {}", codes.len());
    let sentences = |text: &str| {
        let ends = text
            .match_indices(['.', '?', '!'])
            .filter(|(at, _)| text[at + 1..].chars().next().is_none_or(char::is_whitespace));
        ends.count()
    };
    let mut short = Vec::new();
    for language in [Language::Nl, Language::En, Language::Fr] {
        for code in &codes {
            let refused =
                app::Refused::new(code, None).with("date", "2026-03-20").with("last_day", "2026-03-20");
            let text = Words::new(language).refusal(&refused);
            if sentences(&text) < 2 {
                short.push(format!("{language:?} {code}: {text}"));
            }
        }
    }
    assert!(short.is_empty(), "no way out in {short:#?}");
}

fn has(key: &str) -> bool {
    [Language::Nl, Language::En, Language::Fr].into_iter().all(|language| Words::new(language).has(key))
}

/// The codes as the sources have them: in `fn code` of every `impl Refusal`, and where a use case makes a `Refused`.
fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for name in ["access", "app", "agreement", "billing", "claims", "ledger", "party", "policy", "terms"] {
        visit(&crates.join(name).join("src"), &mut codes);
    }
    codes
}

fn visit(folder: &Path, codes: &mut BTreeSet<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, codes);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            for (start, _) in text.match_indices("Refusal for ") {
                let body = &text[start..];
                let body = body.split("\n}\n").next().unwrap_or_default();
                let Some((_, code)) = body.split_once("fn code") else { continue };
                codes.extend(literals(code.split("fn rule").next().unwrap_or_default()));
            }
            for (start, _) in text.match_indices("refusals! {") {
                codes.extend(literals(text[start..].split("\n}\n").next().unwrap_or_default()));
            }
            for maker in ["Refused::new(", "refuse("] {
                for (start, _) in text.match_indices(maker) {
                    let rest = text[start + maker.len()..].trim_start();
                    if rest.starts_with('"') {
                        codes.extend(literals(rest).next());
                    }
                }
            }
        }
    }
}

fn literals(text: &str) -> impl Iterator<Item = String> {
    let quoted = text.split('"').skip(1).step_by(2);
    let is_code = |text: &&str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    quoted.filter(is_code).map(str::to_owned)
}
