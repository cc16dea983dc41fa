//! Reading TOML so that every fault is found at once and has its place.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::ast::Ast;
use crate::fault::{Fault, did_you_mean, line_and_column};
use crate::lex::ExprError;
use crate::limits;
use crate::parse::{RESERVED, parse};
use crate::product::Trilingual;

/// The faults found so far, up to the limit.
#[derive(Default)]
pub(crate) struct Faults {
    list: RefCell<Vec<Fault>>,
    hidden: Cell<usize>,
}

impl Faults {
    pub(crate) fn push(&self, fault: Fault) {
        let mut list = self.list.borrow_mut();
        if list.len() < limits::FAULTS { list.push(fault) } else { self.hidden.set(self.hidden.get() + 1) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.borrow().is_empty()
    }

    pub(crate) fn into_sorted(self) -> Vec<Fault> {
        let mut list = self.list.into_inner();
        list.sort();
        list.dedup();
        if self.hidden.get() > 0 {
            list.push(Fault::of_file(
                "",
                format!("{} more faults", self.hidden.get()),
                "mend the first ones and check again",
            ));
        }
        list
    }
}

/// One file of the folder and where its faults go.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub name: &'a str,
    pub text: &'a str,
    pub faults: &'a Faults,
}

impl Source<'_> {
    pub(crate) fn fault(&self, at: usize, what: impl Into<String>, hint: impl Into<String>) {
        let (line, column) = line_and_column(self.text, at);
        self.faults.push(Fault {
            file: self.name.to_owned(),
            line,
            column,
            what: what.into(),
            hint: hint.into(),
        });
    }
}

/// A text and its place.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    pub value: T,
    pub at: usize,
}

/// A parsed expression that knows its place in its file.
pub(crate) struct Expression<'a> {
    pub ast: Ast,
    source: Source<'a>,
    /// Where the text of the expression begins in the file.
    begin: usize,
    /// The file writes the text as it is, so that places inside it can be added to `begin`.
    verbatim: bool,
}

impl Expression<'_> {
    pub(crate) fn fault(&self, error: &ExprError) {
        let at = if self.verbatim { self.begin + error.at } else { self.begin };
        self.source.fault(at, error.what.clone(), error.hint.clone());
    }
}

/// A table of a file. Keys that nobody asked for are faults when it is closed.
pub(crate) struct Section<'a> {
    pub source: Source<'a>,
    pub name: String,
    pub at: usize,
    table: &'a DeTable<'a>,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Section<'a> {
    pub(crate) fn new(source: Source<'a>, name: &str, table: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self { source, name: name.to_owned(), at: span.start, table, asked: RefCell::default() }
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().insert(key);
        self.table.get(key)
    }

    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn fault(&self, what: impl Into<String>, hint: impl Into<String>) {
        self.source.fault(self.at, what, hint);
    }

    fn missing(&self, key: &str, example: &str) {
        let name = if self.name.is_empty() { "the file".to_owned() } else { format!("`{}`", self.name) };
        self.fault(format!("{name} has no `{key}`"), example);
    }

    fn wrong(&self, at: usize, key: &str, wanted: &str) {
        self.source.fault(at, format!("`{key}` is not {wanted}"), format!("write {wanted}"));
    }

    /// A text that may be left out.
    pub(crate) fn optional_text(&self, key: &'static str) -> Option<Placed<&'a str>> {
        let value = self.get(key)?;
        let at = value.span().start;
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                self.source.fault(at, format!("`{key}` is empty"), "leave it out or fill it in");
                None
            }
            DeValue::String(text) if text.len() > limits::TEXT_BYTES.max(limits::EXPRESSION_BYTES) => {
                self.source.fault(
                    at,
                    format!("`{key}` is too long"),
                    format!("at most {} bytes", limits::TEXT_BYTES),
                );
                None
            }
            DeValue::String(text) => Some(Placed { value: text.as_ref(), at }),
            _ => {
                self.wrong(at, key, "a text in quotes");
                None
            }
        }
    }

    /// A text that must be there.
    pub(crate) fn text(&self, key: &'static str, example: &str) -> Option<Placed<&'a str>> {
        if self.get(key).is_none() {
            self.missing(key, example);
        }
        self.optional_text(key)
    }

    /// A text that must be there and be read as a `T`.
    pub(crate) fn read<T: FromStr>(&self, key: &'static str, example: &str) -> Option<T> {
        self.text(key, example)?.read(key, example, &self.source)
    }

    /// A text that may be left out and otherwise must be read as a `T`.
    pub(crate) fn optional_read<T: FromStr>(&self, key: &'static str, example: &str) -> Option<T> {
        self.optional_text(key)?.read(key, example, &self.source)
    }

    pub(crate) fn bool(&self, key: &'static str, otherwise: bool) -> bool {
        let Some(value) = self.get(key) else { return otherwise };
        match value.get_ref() {
            DeValue::Boolean(value) => *value,
            _ => {
                self.wrong(value.span().start, key, "true or false");
                otherwise
            }
        }
    }

    /// A whole number from 0.
    pub(crate) fn count(&self, key: &'static str) -> Option<Placed<u32>> {
        let value = self.get(key)?;
        let at = value.span().start;
        let number = match value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong(at, key, "a whole number from 0");
        }
        number.map(|value| Placed { value, at })
    }

    /// A list of texts; an absent one is empty.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<Placed<&'a str>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(array) = value.get_ref() else {
            self.wrong(value.span().start, key, "a list of texts");
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in array {
            match item.get_ref() {
                DeValue::String(text) => out.push(Placed { value: text.as_ref(), at: item.span().start }),
                _ => self.wrong(item.span().start, key, "a list of texts"),
            }
        }
        out
    }

    /// The same text in three languages, or a fault for each that is missing.
    pub(crate) fn trilingual(&self, key: &'static str) -> Trilingual {
        if self.get(key).is_none() {
            self.missing(key, "text = { nl = \"…\", en = \"…\", fr = \"…\" }");
        }
        self.optional_trilingual(key).unwrap_or_default()
    }

    pub(crate) fn optional_trilingual(&self, key: &'static str) -> Option<Trilingual> {
        let section = self.section(key)?;
        let one = |language: &'static str, name: &str| {
            let text = section.optional_text(language).map(|text| text.value.to_owned());
            if text.is_none() && !section.has(language) {
                section.fault(format!("`{key}` is not there in {name}"), format!("add {language} = \"…\""));
            }
            text.unwrap_or_default()
        };
        let out = Trilingual { nl: one("nl", "Dutch"), en: one("en", "English"), fr: one("fr", "French") };
        section.close();
        Some(out)
    }

    /// An expression that must be there.
    pub(crate) fn expression(&self, key: &'static str) -> Option<Expression<'a>> {
        if self.get(key).is_none() {
            self.missing(key, "give an expression, or \"yes\" where it always holds");
        }
        self.optional_expression(key)
    }

    /// An expression that may be left out.
    pub(crate) fn optional_expression(&self, key: &'static str) -> Option<Expression<'a>> {
        let text = self.optional_text(key)?;
        let span = self.get(key)?.span();
        let raw = self.source.text.get(span.clone()).unwrap_or_default();
        let quotes = raw.bytes().take_while(|byte| matches!(byte, b'"' | b'\'')).count();
        let mut skipped = if quotes >= 3 { 3 } else { 1 };
        if skipped == 3 {
            let inner = &raw.as_bytes()[3..];
            skipped += match inner {
                [b'\r', b'\n', ..] => 2,
                [b'\n', ..] => 1,
                _ => 0,
            };
        }
        let verbatim = raw.get(skipped..).is_some_and(|rest| rest.starts_with(text.value));
        let begin = span.start + skipped;
        match parse(text.value) {
            Ok(ast) => Some(Expression { ast, source: self.source, begin, verbatim }),
            Err(error) => {
                let at = if verbatim { begin + error.at } else { begin };
                self.source.fault(at, error.what, error.hint);
                None
            }
        }
    }

    /// A table inside this one.
    pub(crate) fn section(&self, key: &'static str) -> Option<Self> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => {
                let name = if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) };
                Some(Self::new(self.source, &name, table, value.span()))
            }
            _ => {
                self.wrong(value.span().start, key, "a table");
                None
            }
        }
    }

    /// Named tables `[key.NAME]`, in the order of the file, each with its checked name.
    pub(crate) fn named(&self, key: &'static str) -> Vec<Self> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(value.span().start, key, "tables with names");
            return Vec::new();
        };
        let mut out = Vec::new();
        for (name, inner) in table {
            let at = name.span().start;
            if !is_name(name.get_ref()) {
                self.source.fault(
                    at,
                    format!("`{}` cannot be a name", shortened(name.get_ref())),
                    "small letters, digits and underscores, a letter first, and no word of the language",
                );
            }
            match inner.get_ref() {
                DeValue::Table(inner) => out.push(Self::new(self.source, name.get_ref(), inner, at..at)),
                _ => self.wrong(inner.span().start, name.get_ref(), "a table"),
            }
        }
        out.sort_by_key(|section| section.at);
        out
    }

    /// Rows `[[key]]`.
    pub(crate) fn rows(&self, key: &'static str) -> Vec<Self> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(array) = value.get_ref() else {
            self.wrong(value.span().start, key, "a list of tables");
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in array {
            match item.get_ref() {
                DeValue::Table(table) => out.push(Self::new(self.source, key, table, item.span())),
                _ => self.wrong(item.span().start, key, "a list of tables"),
            }
        }
        out
    }

    /// All keys with texts: `nl`-style value tables whose keys are data (`flags`).
    pub(crate) fn flags(&self, key: &'static str) -> Vec<(Placed<&'a str>, bool)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(value.span().start, key, "a table of flags");
            return Vec::new();
        };
        let mut out = Vec::new();
        for (name, flag) in table {
            match flag.get_ref() {
                DeValue::Boolean(on) => {
                    out.push((Placed { value: name.get_ref().as_ref(), at: name.span().start }, *on));
                }
                _ => self.wrong(flag.span().start, name.get_ref(), "true or false"),
            }
        }
        out
    }

    /// Faults for keys nobody asked for.
    pub(crate) fn close(&self) {
        let asked = self.asked.borrow();
        for key in self.table.keys() {
            if !asked.contains(key.get_ref().as_ref()) {
                let mut hint = did_you_mean(key.get_ref(), asked.iter().copied());
                if hint.is_empty() {
                    hint = format!("known here: {}", asked.iter().copied().collect::<Vec<_>>().join(", "));
                }
                self.source.fault(
                    key.span().start,
                    format!("unknown key `{}`", shortened(key.get_ref())),
                    hint,
                );
            }
        }
    }
}

impl Placed<&str> {
    fn read<T: FromStr>(&self, key: &str, example: &str, source: &Source<'_>) -> Option<T> {
        let read = self.value.parse().ok();
        if read.is_none() {
            source.fault(self.at, format!("`{key}` cannot be `{}`", shortened(self.value)), example);
        }
        read
    }
}

/// Enough of a text to recognise it.
pub(crate) fn shortened(text: &str) -> String {
    let mut out: String = text.chars().filter(|sign| !sign.is_control()).take(limits::NAME_CHARS).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// Small letters, digits, dashes and underscores, a letter first; no word of the language.
pub(crate) fn is_name(text: &str) -> bool {
    text.len() <= limits::NAME_CHARS
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-'))
        && !RESERVED.contains(&text)
}

/// Reads a file as TOML. What can be read is read, so that later faults are found too.
pub(crate) fn document<'a>(source: Source<'a>) -> Spanned<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(source.text);
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        source.fault(at, first_line(error.message()), "the file must be TOML");
    }
    table
}

fn first_line(text: &str) -> String {
    shortened_to(text.lines().next().unwrap_or_default(), 160)
}

fn shortened_to(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
