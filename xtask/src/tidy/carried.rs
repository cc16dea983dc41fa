//! A rule of the conditions that bears on a decision is carried by code or data, and shown by a test or story.

use crate::carried::Carried;
use crate::rules;
use crate::workspace::Text;

/// The countries whose conditions this holds for.
const COUNTRIES: [&str; 2] = ["NL", "BE"];

/// The families that this holds for, without the country.
const FAMILIES: [&str; 7] = ["DEF", "PROV", "COV", "EXCL", "NOPAY", "OBL", "CLAIM"];

/// Rules of these families that bear on no decision of Harmony's, each with the reason.
const EXCUSED: [(&str, &str); 6] = [
    ("NL-DEF-14", "a date of the schedule: NL-TERM-04 says what follows from it"),
    ("NL-DEF-15", "a date of the schedule: NL-TERM-03 says what follows from it"),
    ("NL-DEF-16", "a date of the schedule: NL-TERM-01 says what follows from it"),
    ("NL-DEF-17", "a date of the schedule: NL-DUN-01 says what follows from it"),
    ("NL-DEF-19", "what the word policy means"),
    ("BE-DEF-07", "a date of the schedule: BE-TERM-01 says what follows from it"),
];

pub(crate) fn check(texts: &[Text]) -> Vec<String> {
    let book = rules::book(texts);
    let carried = Carried::read(&book, texts);
    let mut faults = Vec::new();
    let families = book.families().filter(|(family, _)| {
        family
            .split_once('-')
            .is_some_and(|(country, rest)| COUNTRIES.contains(&country) && FAMILIES.contains(&rest))
    });
    for id in families.flat_map(|(_, ids)| ids) {
        let excuse = EXCUSED.iter().find(|(excused, _)| excused == id);
        let lacks = match (carried.is_done(id), carried.is_shown(id)) {
            (true, true) => None,
            (false, _) => Some("neither code nor data carries it"),
            (true, false) => Some("no test or story shows it"),
        };
        match (lacks, excuse) {
            (Some(what), None) => {
                faults.push(format!("docs/rulebook.md: {id}: {what} (`cargo xtask rules --rule {id}`)"));
            }
            (None, Some((_, reason))) => {
                faults.push(format!(
                    "{id} is excused in xtask/src/tidy/carried.rs ({reason}), but carried and shown"
                ));
            }
            _ => {}
        }
    }
    faults
}
