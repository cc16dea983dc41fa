//! Reading a story: lines of `DATE TIME  WHO DOES  key=value …` and `expect …`.

use std::collections::BTreeMap;

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
    pub values: BTreeMap<String, String>,
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
        self.values.get(name).map(String::as_str)
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
    let mut lines: Vec<Line> = Vec::new();
    for (index, raw) in text.lines().enumerate() {
        let number = index + 1;
        let line = raw.trim();
        if let Some(comment) = line.strip_prefix('#') {
            if title.is_empty() {
                comment.trim().clone_into(&mut title);
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
        lines.push(Line { number, at, verb, values });
    }
    if lines.is_empty() {
        return fail(1, "the story is empty");
    }
    Ok(Script { title, lines })
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
