//! Where each rule of the book is carried: the places in code, data, texts, tests and stories that name it.

use std::collections::BTreeMap;

use crate::rulebook::{self, Rulebook};
use crate::workspace::{Text, code_and_tests};

/// What can carry a rule, in the order it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Code,
    Data,
    Texts,
    Tests,
    Stories,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] = [Self::Code, Self::Data, Self::Texts, Self::Tests, Self::Stories];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Data => "data",
            Self::Texts => "texts",
            Self::Tests => "tests",
            Self::Stories => "stories",
        }
    }
}

/// A line that names a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) kind: Kind,
    /// Path from the root.
    pub(crate) path: String,
    /// From 1.
    pub(crate) line: usize,
}

/// All places by rule.
#[derive(Debug, Default)]
pub(crate) struct Carried(BTreeMap<String, Vec<Place>>);

impl Carried {
    /// Reads them out of the texts of the project; the rulebook itself and this program carry nothing.
    pub(crate) fn read(book: &Rulebook, texts: &[Text]) -> Self {
        let mut carried = Self::default();
        for text in texts {
            let tests_from =
                if text.is("rs") { code_and_tests(&text.body).0.lines().count() } else { usize::MAX };
            for (index, line) in text.body.lines().enumerate() {
                let Some(kind) = kind(text, index >= tests_from) else { break };
                let mut ids = rulebook::named_ids(line);
                if kind == Kind::Tests {
                    ids.extend(ids_of_function(book, line));
                }
                for id in ids {
                    let place = Place { kind, path: text.path.clone(), line: index + 1 };
                    carried.0.entry(id).or_default().push(place);
                }
            }
        }
        carried
    }

    /// Where `id` is named.
    pub(crate) fn places(&self, id: &str) -> &[Place] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    /// Whether something of this kind names it.
    pub(crate) fn is_by(&self, id: &str, kind: Kind) -> bool {
        self.places(id).iter().any(|place| place.kind == kind)
    }

    /// Whether code or data does what the rule says.
    pub(crate) fn is_done(&self, id: &str) -> bool {
        self.is_by(id, Kind::Code) || self.is_by(id, Kind::Data)
    }

    /// Whether a test or story shows it.
    pub(crate) fn is_shown(&self, id: &str) -> bool {
        self.is_by(id, Kind::Tests) || self.is_by(id, Kind::Stories)
    }
}

/// The rules that the name of a test names: `fn nl_prov_05_and_amb_22_23()`.
fn ids_of_function(book: &Rulebook, line: &str) -> Vec<String> {
    let Some((_, rest)) = line.split_once("fn ") else { return Vec::new() };
    let name = rest.split('(').next().unwrap_or_default().to_uppercase();
    let parts: Vec<&str> = name.split('_').collect();
    let mut found: Vec<String> = Vec::new();
    let mut family = String::new();
    for (ix, part) in parts.iter().enumerate().filter(|(_, part)| part.len() == 2) {
        let families = (0..ix).map(|from| parts[from..ix].join("-"));
        if let Some(of) = families.into_iter().find(|of| book.has(&format!("{of}-{part}"))) {
            family = of;
        } else if ix.checked_sub(1).is_none_or(|before| parts[before].parse::<u8>().is_err()) {
            continue;
        }
        let id = format!("{family}-{part}");
        if book.has(&id) {
            found.push(id);
        }
    }
    found
}

fn kind(text: &Text, in_tests: bool) -> Option<Kind> {
    match text.path.split('/').next().unwrap_or_default() {
        "products" => Some(Kind::Data),
        "stories" => text.is("story").then_some(Kind::Stories),
        "crates" if text.is("story") => Some(Kind::Stories),
        "crates" if text.is_test() || in_tests => Some(Kind::Tests),
        "crates" if text.is("ftl") || text.is("html") || text.is("typ") => Some(Kind::Texts),
        "crates" => Some(Kind::Code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &str, body: &str) -> Text {
        Text { path: path.to_owned(), body: body.to_owned() }
    }

    #[test]
    fn a_place_has_kind_path_and_line() {
        let book = Rulebook::read(["| NL-COV-01 | a |\n| AMB-22 | b |\n| AMB-23 | c |\n"]);
        let carried = Carried::read(
            &book,
            &[
                text(
                    "crates/a/src/lib.rs",
                    "//! x\n// NL-COV-01\n\n#[cfg(test)]\nmod tests {\n    // NL-COV-02\n}\n",
                ),
                text("crates/a/tests/it/main.rs", "// NL-COV-03\n"),
                text("crates/a/texts/en/x.ftl", "# NL-COV-03\n"),
                text("products/x/1/cover.toml", "rule = \"NL-COV-01\"\n"),
                text("stories/x.story", "# NL-COV-02\n"),
                text("stories/README.md", "NL-COV-04\n"),
                text("docs/rulebook.md", "| NL-COV-05 |\n"),
                text("xtask/src/main.rs", "// NL-COV-06\n"),
            ],
        );
        let kinds = |id: &str| -> Vec<(&str, usize)> {
            carried.places(id).iter().map(|place| (place.kind.name(), place.line)).collect()
        };
        assert_eq!(kinds("NL-COV-01"), [("code", 2), ("data", 1)]);
        assert_eq!(kinds("NL-COV-02"), [("tests", 6), ("stories", 1)]);
        assert_eq!(kinds("NL-COV-03"), [("tests", 1), ("texts", 1)]);
        for id in ["NL-COV-04", "NL-COV-05", "NL-COV-06"] {
            assert!(kinds(id).is_empty(), "{id}");
        }
        let of = |line: &str| ids_of_function(&book, line);
        assert_eq!(of("    fn remedy_nl_cov_01_amb_22_23_and_30() {"), ["NL-COV-01", "AMB-22", "AMB-23"]);
        assert!(of("fn two_of_22() {").is_empty() && of("let amb_22 = 1;").is_empty());
        assert!(carried.is_done("NL-COV-01") && !carried.is_shown("NL-COV-01"));
        assert!(!carried.is_done("NL-COV-03") && carried.is_shown("NL-COV-03"));
    }
}
