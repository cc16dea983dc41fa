//! Where each rule of the book is carried: the places in code, data, texts, tests and stories that name it.

use std::collections::BTreeMap;

use crate::rulebook;
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
    pub(crate) fn read(texts: &[Text]) -> Self {
        let mut carried = Self::default();
        for text in texts {
            let tests_from =
                if text.is("rs") { code_and_tests(&text.body).0.lines().count() } else { usize::MAX };
            for (index, line) in text.body.lines().enumerate() {
                let Some(kind) = kind(text, index >= tests_from) else { break };
                for id in rulebook::named_ids(line) {
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
        let carried = Carried::read(&[
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
        ]);
        let kinds = |id: &str| -> Vec<(&str, usize)> {
            carried.places(id).iter().map(|place| (place.kind.name(), place.line)).collect()
        };
        assert_eq!(kinds("NL-COV-01"), [("code", 2), ("data", 1)]);
        assert_eq!(kinds("NL-COV-02"), [("tests", 6), ("stories", 1)]);
        assert_eq!(kinds("NL-COV-03"), [("tests", 1), ("texts", 1)]);
        for id in ["NL-COV-04", "NL-COV-05", "NL-COV-06"] {
            assert!(kinds(id).is_empty(), "{id}");
        }
        assert!(carried.is_done("NL-COV-01") && !carried.is_shown("NL-COV-01"));
        assert!(!carried.is_done("NL-COV-03") && carried.is_shown("NL-COV-03"));
    }
}
