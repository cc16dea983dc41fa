//! What was sent with a form: values as typed, files, and what is wrong with them.

use axum::body::Bytes;

use crate::part::{Fault, MAX_FILE_BYTES};

/// The most fields one form may have; ours have far fewer.
pub const MAX_FIELDS: usize = 300;

/// A day as a browser sends it (2026-11-21) or as people type it (21-11-2026, 21/11/2026, 21.11.2026).
pub fn day(text: &str) -> Option<kernel::Date> {
    let text = text.trim();
    if text.len() > 10 {
        return None;
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [first, middle, last] = parts.as_slice() else { return None };
    let (year, month, day) = if first.len() == 4 { (first, middle, last) } else { (last, middle, first) };
    let is_number = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return None;
    }
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

/// A file that came with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The form's name for it.
    pub field: String,
    /// The sender's name for it, for showing only.
    pub name: String,
    /// What the browser says it is. It is checked again by content before it is kept.
    pub kind: String,
    /// The content; empty when the file was over the limit.
    pub bytes: Bytes,
}

/// A filled-in form. What was typed stays in it when something is wrong, so that nobody types twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    values: Vec<(String, String)>,
    files: Vec<File>,
    faults: Vec<Fault>,
    oversized: Vec<String>,
    empty: Vec<String>,
}

impl Filled {
    /// A form with these values.
    pub fn new(values: Vec<(String, String)>) -> Self {
        Self { values, ..Self::default() }
    }

    /// The value of a field without space around it; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.values.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// Every value of a field that may be sent more than once.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every field with its value, as sent.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value, or `None` when it is empty.
    pub fn given(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|value| !value.is_empty())
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }

    /// The files of a field that have something in them. Browsers send an empty one without a name when none was chosen.
    pub fn files<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.field == field)
    }

    /// Fields that had a file over [`MAX_FILE_BYTES`]; the file itself was not kept.
    pub fn oversized(&self) -> &[String] {
        &self.oversized
    }

    /// Fields in which a file was chosen that has nothing in it.
    pub fn empty(&self) -> &[String] {
        &self.empty
    }

    /// Notes what is wrong with a field; an empty field means the form as a whole.
    pub fn wrong(&mut self, field: &str, message: impl Into<String>) {
        self.faults.push(Fault { field: field.to_owned(), message: message.into() });
    }

    /// What is wrong.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.faults.is_empty()
    }

    /// Sets a value, as if it had been typed.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.retain(|(key, _)| key != name);
        self.values.push((name.to_owned(), value.into()));
    }

    pub(crate) fn add_value(&mut self, name: String, value: String) {
        self.values.push((name, value));
    }

    pub(crate) fn add_file(&mut self, file: File) {
        if file.bytes.len() > MAX_FILE_BYTES {
            self.oversized.push(file.field);
        } else if !file.bytes.is_empty() {
            self.files.push(file);
        } else if !file.name.is_empty() {
            self.empty.push(file.field);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len() + self.files.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_was_typed() {
        let mut filled = Filled::new(vec![
            ("name".into(), " Noor ".into()),
            ("tick".into(), "yes".into()),
            ("many".into(), "a".into()),
            ("many".into(), "b".into()),
        ]);
        assert_eq!(filled.get("name"), "Noor");
        assert_eq!(filled.given("nothing"), None);
        assert!(filled.ticked("tick"));
        assert_eq!(filled.all("many").collect::<Vec<_>>(), ["a", "b"]);
        filled.wrong("name", "Too short");
        assert!(!filled.is_good());
        filled.set("name", "Sam");
        assert_eq!(filled.get("name"), "Sam");
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let check = |text, expected: Option<&str>| {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
        };
        check("2026-11-21", Some("2026-11-21"));
        check("21-11-2026", Some("2026-11-21"));
        check(" 1/2/2026 ", Some("2026-02-01"));
        check("31.02.2026", None);
        check("21-11-26", None);
        check("", None);
        check("<script>", None);
        check("2026-11-21T00:00:00", None);
    }

    #[test]
    fn files_over_the_limit_are_named_but_not_kept() {
        let mut filled = Filled::default();
        let file = |bytes: usize| File {
            field: "proof".into(),
            name: "a.pdf".into(),
            kind: "application/pdf".into(),
            bytes: vec![0; bytes].into(),
        };
        filled.add_file(file(0));
        filled.add_file(file(MAX_FILE_BYTES));
        filled.add_file(file(MAX_FILE_BYTES + 1));
        assert_eq!(filled.files("proof").count(), 1);
        assert_eq!(filled.oversized(), ["proof"]);
        assert_eq!(filled.empty(), ["proof"], "it was chosen, and there is nothing in it");
    }
}
