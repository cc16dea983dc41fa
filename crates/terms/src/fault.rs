//! What is wrong with a product folder, where, and what to write instead.

use std::fmt;

/// One fault in a product folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Fault {
    /// Name of the file inside the folder; empty for the folder as a whole.
    pub file: String,
    /// Line, from 1; 0 where the fault has no place.
    pub line: u32,
    /// Column in characters, from 1; 0 where the fault has no place.
    pub column: u32,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub hint: String,
}

impl Fault {
    /// A fault of the folder or of a whole file.
    pub(crate) fn of_file(file: &str, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: 0, column: 0, what: what.into(), hint: hint.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", _) => write!(f, "{}", self.what)?,
            (file, 0) => write!(f, "{file}: {}", self.what)?,
            (file, line) => write!(f, "{file}:{line}:{}: {}", self.column, self.what)?,
        }
        if self.hint.is_empty() { Ok(()) } else { write!(f, " ({})", self.hint) }
    }
}

/// Line and column (both from 1, columns in characters) of a byte position in `text`.
pub(crate) fn line_and_column(text: &str, at: usize) -> (u32, u32) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |tail| tail.chars().count()) + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

/// The known name that `wrong` was most likely meant to be, as a hint.
pub(crate) fn did_you_mean<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> String {
    known
        .map(|name| (distance(wrong, name), name))
        .filter(|(far, name)| *far <= 1 + name.len() / 4)
        .min()
        .map_or_else(String::new, |(_, name)| format!("did you mean `{name}`?"))
}

/// Levenshtein distance in bytes; names are short by limit.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 8 || a.len() > 64 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
