//! The rule IDs that the rulebook defines, and the IDs that a text names.

use std::collections::{BTreeMap, BTreeSet};

/// Where the rules are defined: one table row each, whose first cell is the ID.
pub(crate) const SOURCES: [&str; 2] = ["docs/rulebook.md", "docs/lawfacts.md"];

/// A number range after an ID (`NL-PROV-05/06`, `GEN-TIME-01…08`) is short for all of them; it spans at most this much.
const LONGEST_RANGE: u32 = 40;

/// All rules there are, by family (`NL-DUN`), in the order of the book.
pub(crate) struct Rulebook {
    /// What each rule says: the second cell of its row.
    rules: BTreeMap<String, String>,
    families: BTreeMap<String, Vec<String>>,
    roots: BTreeSet<String>,
}

impl Rulebook {
    /// Reads the definitions out of the texts of the rulebook.
    pub(crate) fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut book = Self { rules: BTreeMap::new(), families: BTreeMap::new(), roots: BTreeSet::new() };
        for line in texts.into_iter().flat_map(str::lines) {
            let Some(row) = line.strip_prefix('|') else { continue };
            let mut cells = row.split('|').map(str::trim);
            let cell = cells.next().unwrap_or_default().trim_matches('*');
            let says = cells.next().unwrap_or_default();
            for id in named_ids(cell) {
                let Some((family, _)) = id.rsplit_once('-') else { continue };
                if book.rules.insert(id.clone(), says.to_owned()).is_none() {
                    book.families.entry(family.to_owned()).or_default().push(id.clone());
                    book.roots.insert(family.split('-').next().unwrap_or(family).to_owned());
                }
            }
        }
        book
    }

    /// The families in alphabetical order, each with its rules.
    pub(crate) fn families(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.families.iter().map(|(family, ids)| (family.as_str(), ids.as_slice()))
    }

    /// Whether `id` is defined.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.rules.contains_key(id)
    }

    /// What a rule says.
    pub(crate) fn says(&self, id: &str) -> &str {
        self.rules.get(id).map_or("", String::as_str)
    }

    /// Whether `id` looks like one of this book's IDs without being defined there.
    pub(crate) fn is_unknown(&self, id: &str) -> bool {
        let root = id.split('-').next().unwrap_or(id);
        self.roots.contains(root) && !self.has(id)
    }
}

/// Every rule ID a text names, ranges written out; what merely looks similar (`SHA-256`) is left out by the book.
pub(crate) fn named_ids(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|character: char| character.is_ascii_uppercase()) {
        let before = rest[..start].chars().next_back();
        let word_end = rest[start..]
            .find(|character: char| {
                !(character.is_ascii_uppercase() || character.is_ascii_digit() || character == '-')
            })
            .map_or(rest.len(), |length| start + length);
        let word = &rest[start..word_end];
        let after = &rest[word_end..];
        let stands_alone = !before.is_some_and(is_word) && !after.chars().next().is_some_and(is_word);
        if stands_alone && is_id(word.trim_end_matches('-')) {
            let word = word.trim_end_matches('-');
            found.push(word.to_owned());
            found.extend(range(word, after));
        }
        rest = after;
    }
    found
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || character == '-'
}

/// Letters in groups joined by hyphens, then a number of two digits: `AMB-41`, `LAW-NL-COL-03`.
fn is_id(word: &str) -> bool {
    let Some((family, number)) = word.rsplit_once('-') else { return false };
    let letters = |group: &str| group.len() >= 2 && group.bytes().all(|byte| byte.is_ascii_uppercase());
    number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()) && family.split('-').all(letters)
}

/// The further IDs of `NL-PROV-05/06`, `GEN-TIME-01…08`, `GEN-TIME-01..08`.
fn range(id: &str, after: &str) -> Vec<String> {
    let Some((family, first)) = id.rsplit_once('-') else { return Vec::new() };
    let number = |text: &str| {
        text.get(..2).filter(|two| two.bytes().all(|byte| byte.is_ascii_digit()))?.parse::<u32>().ok()
    };
    let name = |number: u32| format!("{family}-{number:02}");
    let mut found = Vec::new();
    let mut rest = after;
    while let Some(next) =
        rest.strip_prefix('/').and_then(|text| number(text).map(|found| (found, &text[2..])))
    {
        found.push(name(next.0));
        rest = next.1;
    }
    let to = ["…", "..", "–"].iter().find_map(|mark| after.strip_prefix(mark)).and_then(number);
    if let (Some(to), Ok(first)) = (to, first.parse::<u32>()) {
        found.extend((first + 1..=to.min(first + LONGEST_RANGE)).map(name));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(named_ids(text), expected);
    }

    #[test]
    fn ids_are_found_in_prose_code_and_data() {
        check("by NL-DUN-04, see (AMB-41).", &["NL-DUN-04", "AMB-41"]);
        check("Rule(\"LAW-NL-COL-03\")", &["LAW-NL-COL-03"]);
        check(
            "NL-PROV-05/06 and GEN-TIME-01…03",
            &["NL-PROV-05", "NL-PROV-06", "GEN-TIME-01", "GEN-TIME-02", "GEN-TIME-03"],
        );
        check("SHA-256 UTF-8 X-12 PORTAL_NL-01 NL-COV-1 NL-COV-001 xNL-COV-01", &[]);
    }

    #[test]
    fn an_id_of_a_known_root_must_be_defined() {
        let book = Rulebook::read([
            "| ID | Rule |\n|---|---|\n| NL-COV-01 | x, see BE-COV-01 |\n| **AMB-02** | y |",
        ]);
        for (id, unknown) in [
            ("NL-COV-01", false),
            ("AMB-02", false),
            ("NL-COV-99", true),
            ("NL-ABC-01", true),
            ("ISO-20", false),
            ("BE-COV-01", false),
        ] {
            assert_eq!(book.is_unknown(id), unknown, "{id}");
        }
        assert_eq!(book.says("NL-COV-01"), "x, see BE-COV-01");
    }
}
