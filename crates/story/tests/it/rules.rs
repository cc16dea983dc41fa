//! A rule of a policy's life without a story where it decides, or without one where it nearly does, fails here.

use std::{collections::BTreeSet, fs};

use crate::{project, stories};

/// Families of the rulebook that speak of how a policy begins, runs, loses cover and ends.
const FAMILIES: [&str; 8] =
    ["NL-PROV", "NL-TERM", "NL-END", "NL-DUN", "BE-PROV", "BE-TERM", "BE-END", "BE-DUN"];

/// How a claim is reported: its days and hours, its papers, theft.
const REPORTING: [&str; 9] = [
    "NL-CLAIM-01",
    "NL-CLAIM-02",
    "NL-CLAIM-03",
    "NL-CLAIM-04",
    "NL-CLAIM-05",
    "BE-CLAIM-01",
    "BE-CLAIM-02",
    "BE-CLAIM-03",
    "BE-CLAIM-07",
];

/// Readings of part X that speak of the same.
const READINGS: [u32; 42] = [
    4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 19, 20, 24, 25, 26, 27, 28, 29, 35, 36, 37, 38, 39, 40, 41,
    42, 46, 56, 58, 62, 63, 67, 68, 69, 70, 71, 72, 73, 74,
];

/// The rules that need stories, as the rulebook has them.
fn wanted() -> BTreeSet<String> {
    let book =
        fs::read_to_string(project().join("docs/rulebook.md")).expect("the rulebook is in the project");
    let ids = book.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next());
    let readings: Vec<String> = READINGS.iter().map(|number| format!("AMB-{number:02}")).collect();
    let is_wanted = |id: &&str| {
        let family = id.rsplit_once('-').map_or("", |(family, _)| family);
        FAMILIES.contains(&family) || REPORTING.contains(id) || readings.iter().any(|reading| reading == id)
    };
    ids.filter(is_wanted).map(str::to_owned).collect()
}

#[test]
fn every_rule_has_a_story_where_it_decides_and_one_where_it_nearly_does() {
    let (wanted, stories) = (wanted(), stories());
    for family in FAMILIES {
        assert!(wanted.iter().any(|id| id.starts_with(family)), "the rulebook has no {family} any more");
    }
    assert!(REPORTING.iter().all(|id| wanted.contains(*id)), "the rulebook lost one of {REPORTING:?}");
    assert_eq!(wanted.iter().filter(|id| id.starts_with("AMB-")).count(), READINGS.len());
    let decides: BTreeSet<_> = stories.iter().flat_map(|(_, script)| &script.decides).cloned().collect();
    let nearly: BTreeSet<_> = stories.iter().flat_map(|(_, script)| &script.nearly).cloned().collect();
    let list = |ids: Vec<&String>| ids.into_iter().cloned().collect::<Vec<_>>().join(" ");
    let (undecided, far) =
        (list(wanted.difference(&decides).collect()), list(wanted.difference(&nearly).collect()));
    assert!(
        undecided.is_empty() && far.is_empty(),
        "stories/README.md says how a story names its rules.\nno story where it decides: {undecided}\n\
         no story where it nearly decides: {far}"
    );
}
