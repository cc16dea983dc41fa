//! Reading a story: lines of `DATE TIME  WHO DOES  key=value …` and `expect …`.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use kernel::{Country, Instant};

/// The longest story, in bytes.
const BYTES_MAX: usize = 256 * 1024;
/// The most lines of a story.
const LINES_MAX: usize = 2_000;

/// A story as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// What it shows: the first comment line.
    pub title: String,
    /// Rules that decide in it: those the title begins with, before its colon.
    pub decides: BTreeSet<String>,
    /// Rules that nearly decide in it: those named by a comment that begins with `NEARLY`.
    pub nearly: BTreeSet<String>,
    /// What is done and expected, in order.
    pub lines: Vec<Line>,
}

/// One line of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, from 1.
    pub number: usize,
    /// When it happens: its own time, or that of the line before.
    pub at: Instant,
    /// Who and what: `customer applies`, `expect cover`.
    pub verb: String,
    /// The values given, by name.
    values: BTreeMap<String, String>,
    /// Names of the values that were asked for.
    read: RefCell<BTreeSet<String>>,
}

/// Why a story cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct ScriptError {
    /// Where.
    pub line: usize,
    /// What is wrong, and what to write.
    pub what: String,
}

impl Line {
    /// A value that must be given.
    ///
    /// # Errors
    /// Naming the value.
    pub fn need(&self, name: &str) -> Result<&str, ScriptError> {
        self.get(name).ok_or_else(|| self.error(format!("`{}` needs {name}=…", self.verb)))
    }

    /// A value that may be given.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.read.borrow_mut().insert(name.to_owned());
        self.values.get(name).map(String::as_str)
    }

    /// Whether a value is `yes`; left out it is no.
    pub fn is(&self, name: &str) -> bool {
        self.get(name) == Some("yes")
    }

    /// A value that may be given, read as something.
    ///
    /// # Errors
    /// As [`Line::read`].
    pub fn maybe<T: std::str::FromStr>(&self, name: &str, what: &str) -> Result<Option<T>, ScriptError> {
        self.get(name).map(|_| self.read(name, what)).transpose()
    }

    /// All values but those of these names.
    pub fn others(&self, own: &[&str]) -> impl Iterator<Item = (&str, &str)> {
        let others = self.values.iter().filter(|(name, _)| !own.contains(&name.as_str()));
        others.map(|(name, value)| {
            self.read.borrow_mut().insert(name.clone());
            (name.as_str(), value.as_str())
        })
    }

    /// Refuses what nobody asked for: a value that is misspelt would say nothing.
    ///
    /// # Errors
    /// Naming the first of them.
    pub fn all_read(&self) -> Result<(), ScriptError> {
        let read = self.read.borrow();
        match self.values.keys().find(|name| !read.contains(*name)) {
            Some(name) => Err(self.error(format!("{name}=… says nothing to `{}`", self.verb))),
            None => Ok(()),
        }
    }

    /// A value read as something.
    ///
    /// # Errors
    /// Naming the value and what it should be.
    pub fn read<T: std::str::FromStr>(&self, name: &str, what: &str) -> Result<T, ScriptError> {
        let text = self.need(name)?;
        text.parse().map_err(|_| self.error(format!("{name}={text} is not {what}")))
    }

    /// A local instant: `2026-03-01 14:05`.
    ///
    /// # Errors
    /// Naming the value.
    pub fn instant(&self, name: &str) -> Result<Instant, ScriptError> {
        let text = self.need(name)?;
        instant(text).ok_or_else(|| {
            self.error(format!("{name}=\"{text}\" is not a time such as \"2026-03-01 14:05\""))
        })
    }

    /// An error in this line.
    pub fn error(&self, what: impl Into<String>) -> ScriptError {
        ScriptError { line: self.number, what: what.into() }
    }
}

/// A Dutch local instant.
fn instant(text: &str) -> Option<Instant> {
    let local: jiff::civil::DateTime = text.replacen(' ', "T", 1).parse().ok()?;
    Some(local.to_zoned(Country::Nl.time_zone()).ok()?.timestamp())
}

/// Reads a story.
///
/// # Errors
/// The first line that cannot be read.
pub fn parse(text: &str) -> Result<Script, ScriptError> {
    let fail = |line: usize, what: &str| Err(ScriptError { line, what: what.to_owned() });
    if text.len() > BYTES_MAX {
        return fail(1, "the story is longer than 256 kB");
    }
    let mut title = String::new();
    let (mut decides, mut nearly) = (BTreeSet::new(), BTreeSet::new());
    // The last NEARLY that no expectation has followed yet.
    let mut unshown: Option<usize> = None;
    let mut lines: Vec<Line> = Vec::new();
    for (index, raw) in text.lines().enumerate() {
        let number = index + 1;
        let line = raw.trim();
        if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim();
            if title.is_empty() {
                comment.clone_into(&mut title);
                decides = rules(comment);
            } else if let Some(named) = comment.strip_prefix("NEARLY ") {
                let named = rules(named);
                if named.is_empty() {
                    return fail(number, "NEARLY is followed by rules and a colon: `NEARLY NL-END-05: …`");
                }
                if let Some(before) = unshown.replace(number) {
                    return fail(before, NOTHING_NEARLY);
                }
                nearly.extend(named);
            }
            continue;
        }
        if line.is_empty() {
            continue;
        }
        if lines.len() >= LINES_MAX {
            return fail(number, "the story has more than 2,000 lines");
        }
        let (at, rest) = match line.get(..16).and_then(instant) {
            Some(at) => (at, &line[16..]),
            None => match lines.last() {
                Some(before) => (before.at, line),
                None => return fail(number, "the first line begins with a time such as 2026-03-01 14:05"),
            },
        };
        if lines.last().is_some_and(|before| at < before.at) {
            return fail(number, "time runs forward only: this line is earlier than the one before");
        }
        let (verb, values) = words(rest, number)?;
        let line = Line { number, at, verb, values, read: RefCell::default() };
        if line.verb.starts_with("expect ") || line.values.contains_key("refused") {
            unshown = None;
        }
        lines.push(line);
    }
    if let Some(number) = unshown {
        return fail(number, NOTHING_NEARLY);
    }
    if lines.is_empty() {
        return fail(1, "the story is empty");
    }
    Ok(Script { title, decides, nearly, lines })
}

const NOTHING_NEARLY: &str = "after NEARLY comes a line that expects something or is refused";

/// The rules that a comment begins with: `NL-DUN-02…04, AMB-16: what it shows`. None when it begins otherwise.
fn rules(comment: &str) -> BTreeSet<String> {
    let Some((ids, _)) = comment.split_once(": ") else { return BTreeSet::new() };
    let mut rules = BTreeSet::new();
    for id in ids.split(", ") {
        let (first, last) = id.split_once('…').unwrap_or((id, ""));
        let Some((family, from)) = first.rsplit_once('-') else { return BTreeSet::new() };
        let Ok(from) = from.parse::<u32>() else { return BTreeSet::new() };
        let last = if last.is_empty() { Ok(from) } else { last.parse::<u32>() };
        let Ok(last) = last else { return BTreeSet::new() };
        rules.extend((from..=last.min(from + 99)).map(|number| format!("{family}-{number:02}")));
    }
    rules
}

/// Words without `=` are the verb, the others are values; a value with blanks stands in double quotes.
fn words(text: &str, number: usize) -> Result<(String, BTreeMap<String, String>), ScriptError> {
    let mut verb = Vec::new();
    let mut values = BTreeMap::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let word = &rest[..end];
        if rest[end..].starts_with('=') {
            let after = &rest[end + 1..];
            let (value, left) = match after.strip_prefix('"') {
                Some(quoted) => match quoted.split_once('"') {
                    Some((value, left)) => (value, left),
                    None => {
                        return Err(ScriptError {
                            line: number,
                            what: format!("the quote after {word}= does not end"),
                        });
                    }
                },
                None => after.split_at(after.find(' ').unwrap_or(after.len())),
            };
            if values.insert(word.to_owned(), value.to_owned()).is_some() {
                return Err(ScriptError { line: number, what: format!("{word}= is given twice") });
            }
            rest = left.trim_start();
        } else {
            if !values.is_empty() {
                let what = format!("`{word}` stands after the values: put it before them, or in quotes");
                return Err(ScriptError { line: number, what });
            }
            verb.push(word);
            rest = rest[end..].trim_start();
        }
    }
    Ok((verb.join(" "), values))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, error: &str) {
        assert_eq!(parse(text).unwrap_err().to_string(), error, "{text}");
    }

    #[test]
    fn lines_times_and_values() {
        let script = parse(
            "# A title\n\n2026-03-01 14:05  customer applies as=sanne what=\"two words\"\n   expect cover is=on\n",
        );
        let script = script.unwrap();
        assert_eq!(script.title, "A title");
        assert_eq!(script.lines[0].verb, "customer applies");
        assert_eq!(script.lines[0].get("what"), Some("two words"));
        assert_eq!((script.lines[1].at, script.lines[1].number), (script.lines[0].at, 4));
    }

    #[test]
    fn rules_that_decide_and_rules_that_nearly_do() {
        let script = parse(
            "# NL-DUN-02…04, AMB-16: paid late\n2026-03-01 14:05 a b\n# NEARLY NL-DUN-04: a minute before\nexpect cover is=on\n",
        );
        let script = script.unwrap();
        assert_eq!(
            script.decides,
            ["AMB-16", "NL-DUN-02", "NL-DUN-03", "NL-DUN-04"].map(String::from).into()
        );
        assert_eq!(script.nearly, ["NL-DUN-04"].map(String::from).into());
        assert!(parse("# A title: without rules\n2026-03-01 14:05 a b").unwrap().decides.is_empty());
        check("# T\n2026-03-01 14:05 a b\n# NEARLY X-01: y", &format!("line 3: {NOTHING_NEARLY}"));
        check(
            "# T\n2026-03-01 14:05 a b\n# NEARLY nothing\nexpect c",
            "line 3: NEARLY is followed by rules and a colon: `NEARLY NL-END-05: …`",
        );
    }

    #[test]
    fn a_value_that_nobody_reads_is_refused() {
        let script = parse("2026-03-01 14:05 customer pays amuont=3").unwrap();
        let refused = script.lines[0].all_read().unwrap_err();
        assert_eq!(refused.to_string(), "line 1: amuont=… says nothing to `customer pays`");
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line() {
        check("", "line 1: the story is empty");
        check("customer applies", "line 1: the first line begins with a time such as 2026-03-01 14:05");
        check(
            "2026-03-02 10:00 a b\n2026-03-01 10:00 a b",
            "line 2: time runs forward only: this line is earlier than the one before",
        );
        check("2026-03-02 10:00 a b=\"c", "line 1: the quote after b= does not end");
        check("2026-03-02 10:00 a b=1 b=2", "line 1: b= is given twice");
        check(
            "2026-03-02 10:00 a b=1 c",
            "line 1: `c` stands after the values: put it before them, or in quotes",
        );
    }
}
