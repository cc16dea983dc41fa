//! `cargo xtask rules`: where each rule of the book is carried, and which is carried nowhere.

use crate::carried::{Carried, Kind};
use crate::rulebook::{self, Rulebook};
use crate::workspace::{self, Text};

/// What is asked of the book.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Question {
    /// Only rules that lack something, each with what it says.
    missing: bool,
    /// The places of one rule.
    rule: Option<String>,
    /// Only families that begin so.
    families: Vec<String>,
}

impl Question {
    /// Reads `[--missing] [--rule ID] [FAMILY…]`.
    pub(crate) fn read(words: &[String]) -> Result<Self, String> {
        let mut question = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--missing" => question.missing = true,
                "--rule" => {
                    let id = words.next().ok_or("--rule needs the ID of a rule: NL-COV-01")?;
                    question.rule = Some(id.to_uppercase());
                }
                other if other.starts_with('-') => return Err(format!("what is `{other}`?")),
                family => question.families.push(family.to_uppercase()),
            }
        }
        Ok(question)
    }

    fn is_about(&self, family: &str) -> bool {
        self.families.is_empty() || self.families.iter().any(|begin| family.starts_with(begin.as_str()))
    }
}

/// Prints the answer; `false` when there is no such rule or family.
pub(crate) fn print(question: &Question) -> bool {
    let texts = workspace::texts();
    let book = book(&texts);
    let carried = Carried::read(&book, &texts);
    if let Some(id) = &question.rule {
        return places(&book, &carried, id);
    }
    let families: Vec<(&str, &[String])> =
        book.families().filter(|(family, _)| question.is_about(family)).collect();
    if families.is_empty() {
        println!("there is no such family; they are: {}", list(book.families().map(|(family, _)| family)));
        return false;
    }
    if question.missing {
        missing(&book, &carried, &families);
    } else {
        table(&carried, &families);
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

/// A row for each family: how many of its rules each kind carries, and the numbers of those that nothing carries.
fn table(carried: &Carried, families: &[(&str, &[String])]) {
    let heads: String = Kind::ALL.iter().map(|kind| format!("{:>9}", kind.name())).collect();
    println!("{:<12}{:>7}{heads}   carried by nothing", "family", "rules");
    let mut sums = [0; 7];
    for (family, ids) in families {
        let none: Vec<&str> =
            ids.iter().filter(|id| carried.places(id).is_empty()).map(|id| number(id)).collect();
        let counts = Kind::ALL.map(|kind| ids.iter().filter(|id| carried.is_by(id, kind)).count());
        println!("{}   {}", row(family, ids.len(), counts), none.join(" "));
        sums[0] += ids.len();
        sums[6] += none.len();
        for (sum, count) in sums[1..6].iter_mut().zip(counts) {
            *sum += count;
        }
    }
    let [all, code, data, texts, tests, stories, none] = sums;
    println!("{}", row("all", all, [code, data, texts, tests, stories]));
    println!("\n{} of {all} rules are carried; {none} by nothing.", all - none);
    println!(
        "`--missing` says what they are, `--rule ID` where a rule is carried, `FAMILY…` shows only those."
    );
}

fn row(name: &str, rules: usize, counts: [usize; 5]) -> String {
    let cells: String = counts
        .iter()
        .map(|count| if *count == 0 { format!("{:>9}", "·") } else { format!("{count:>9}") })
        .collect();
    format!("{name:<12}{rules:>7}{cells}")
}

/// Rules that nothing carries, then those that nothing does or no test or story shows, each with what it says.
fn missing(book: &Rulebook, carried: &Carried, families: &[(&str, &[String])]) {
    let all: Vec<&String> = families.iter().flat_map(|(_, ids)| ids.iter()).collect();
    let groups: [(&str, Vec<&String>); 3] = [
        ("carried by nothing", all.iter().copied().filter(|id| carried.places(id).is_empty()).collect()),
        (
            "named, but neither code nor data carries it",
            all.iter().copied().filter(|id| !carried.places(id).is_empty() && !carried.is_done(id)).collect(),
        ),
        (
            "carried, but no test or story shows it",
            all.iter().copied().filter(|id| carried.is_done(id) && !carried.is_shown(id)).collect(),
        ),
    ];
    for (what, ids) in groups {
        println!("{} {what}", ids.len());
        for id in ids {
            println!("  {id:<15} {}", shortened(book.says(id)));
        }
    }
}

/// Every place of one rule, by kind.
fn places(book: &Rulebook, carried: &Carried, id: &str) -> bool {
    if !book.has(id) {
        let root = id.rsplit_once('-').map_or(id, |(family, _)| family);
        let near = list(book.families().map(|(family, _)| family).filter(|family| family.starts_with(root)));
        let hint = if near.is_empty() { String::new() } else { format!("; there is {near}") };
        println!("there is no rule {id}{hint}");
        return false;
    }
    println!("{id}  {}", shortened(book.says(id)));
    let places = carried.places(id);
    for kind in Kind::ALL {
        let of_kind: Vec<_> = places.iter().filter(|place| place.kind == kind).collect();
        println!("{:<8} {}", kind.name(), of_kind.len());
        for place in of_kind {
            println!("  {}:{}", place.path, place.line);
        }
    }
    true
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

fn number(id: &str) -> &str {
    id.rsplit('-').next().unwrap_or(id)
}

fn shortened(text: &str) -> String {
    const MOST: usize = 110;
    let plain = text.replace("**", "");
    if plain.chars().count() <= MOST {
        return plain;
    }
    plain.chars().take(MOST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_read() {
        let read =
            |words: &[&str]| Question::read(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(read(&[]), Ok(Question::default()));
        let asked = read(&["--missing", "nl-cov", "BE"]).expect("both are families");
        assert!(
            asked.missing && asked.is_about("NL-COV") && asked.is_about("BE-EXCL") && !asked.is_about("AMB")
        );
        assert_eq!(read(&["--rule", "nl-cov-01"]).expect("a rule").rule.as_deref(), Some("NL-COV-01"));
        assert!(read(&["--rule"]).is_err() && read(&["--mising"]).is_err());
    }
}
