//! `cargo xtask rules`: where each rule of the book is carried.

use std::collections::BTreeMap;

use crate::rulebook::{self, Rulebook};
use crate::workspace::{self, Text};

/// What can carry a rule, in the order it is shown.
const KINDS: [(&str, char); 5] =
    [("code", 'c'), ("data", 'd'), ("texts", 'x'), ("stories", 's'), ("tests", 't')];

/// Prints every family with its rules. Always true: a rule may wait for its time.
pub(crate) fn print() -> bool {
    let texts = workspace::texts();
    let book = book(&texts);
    let carried = carried(&texts);
    let letters: Vec<String> = KINDS.iter().map(|(name, letter)| format!("{letter} {name}")).collect();
    println!(
        "Each rule with what names it: {}; those without a letter are carried by nothing yet.\n",
        letters.join(", ")
    );
    let (mut all, mut some) = (0, 0);
    for (family, ids) in book.families() {
        let shown: Vec<String> = ids
            .iter()
            .map(|id| {
                let number = id.rsplit('-').next().unwrap_or(id);
                let marks: String = carried.get(id.as_str()).map(|kinds| marks(*kinds)).unwrap_or_default();
                if marks.is_empty() { number.to_owned() } else { format!("{number}:{marks}") }
            })
            .collect();
        let here = ids.iter().filter(|id| carried.contains_key(id.as_str())).count();
        println!("{family:<12} {here:>2} of {:>2}  {}", ids.len(), shown.join(" "));
        all += ids.len();
        some += here;
    }
    println!("\n{some} of {all} rules are carried.");
    for (index, (name, _)) in KINDS.iter().enumerate() {
        let count = carried.iter().filter(|(id, kinds)| kinds[index] && !book.is_unknown(id)).count();
        println!("  {count:>4} by {name}");
    }
    true
}

/// The rulebook as it lies in the project.
pub(crate) fn book(texts: &[Text]) -> Rulebook {
    Rulebook::read(texts.iter().filter(|text| is_source(text)).map(|text| text.body.as_str()))
}

pub(crate) fn is_source(text: &Text) -> bool {
    rulebook::SOURCES.contains(&text.path.as_str())
}

fn carried(texts: &[Text]) -> BTreeMap<String, [bool; 5]> {
    let mut carried: BTreeMap<String, [bool; 5]> = BTreeMap::new();
    let mut note = |text: &str, kind: usize| {
        for id in rulebook::named_ids(text) {
            carried.entry(id).or_default()[kind] = true;
        }
    };
    for text in texts {
        let folder = text.path.split('/').next().unwrap_or_default();
        match folder {
            "products" => note(&text.body, 1),
            "stories" => note(&text.body, 3),
            "crates" if text.is_test() => note(&text.body, 4),
            "crates" if text.is("rs") => {
                let (code, tests) = code_and_tests(&text.body);
                note(code, 0);
                note(tests, 4);
            }
            "crates" if text.is("ftl") || text.is("html") || text.is("typ") => note(&text.body, 2),
            "crates" => note(&text.body, 0),
            _ => {}
        }
    }
    carried
}

/// Splits a source file at its test module, which stands last.
pub(crate) fn code_and_tests(body: &str) -> (&str, &str) {
    body.find("\n#[cfg(test)]\nmod ").map_or((body, ""), |at| body.split_at(at))
}

fn marks(kinds: [bool; 5]) -> String {
    KINDS.iter().zip(kinds).filter(|(_, there)| *there).map(|((_, letter), _)| *letter).collect()
}
