//! What a file of facts says, from JSON or TOML alike: values as they were written, each with its place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::json;
use crate::limits;

/// A fault before its place is a line: place in bytes, what is wrong, what to write instead.
pub(crate) type Wrong = (usize, String, String);

/// A value and its place in bytes.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub(crate) at: usize,
    pub(crate) kind: TreeKind,
}

#[derive(Debug, Clone)]
pub(crate) enum TreeKind {
    Bool(bool),
    Text(String),
    /// A number or date outside quotes, as it was written.
    Bare(String),
    List(Vec<Tree>),
    /// Keys with their places, in the order of the file.
    Table(Vec<(String, usize, Tree)>),
    Null,
}

impl Tree {
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.kind {
            TreeKind::Table(rows) => rows.iter().find(|(name, ..)| name == key).map(|(.., value)| value),
            _ => None,
        }
    }
}

/// Reads JSON where the text begins with `{`, and TOML otherwise.
pub(crate) fn read(text: &str) -> Result<Tree, Vec<Wrong>> {
    if text.trim_start().starts_with('{') {
        return json::read(text).map_err(|wrong| vec![wrong]);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let at = table.span().start;
        return Ok(of_table(at, table.get_ref(), 0));
    }
    let wrong = |error: &toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let what: String = error.message().lines().next().unwrap_or_default().chars().take(160).collect();
        (at, what, "the file must be TOML, or JSON in { }".to_owned())
    };
    Err(errors.iter().take(limits::FAULTS).map(wrong).collect())
}

fn of_table(at: usize, table: &DeTable<'_>, depth: usize) -> Tree {
    let row = |(key, value): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
        (key.get_ref().to_string(), key.span().start, of_value(value, depth + 1))
    };
    let mut rows: Vec<(String, usize, Tree)> = table.iter().map(row).collect();
    rows.sort_by_key(|(_, at, _)| *at);
    Tree { at, kind: TreeKind::Table(rows) }
}

fn of_value(value: &Spanned<DeValue<'_>>, depth: usize) -> Tree {
    let at = value.span().start;
    let kind = match value.get_ref() {
        // Nothing in a case lies that deep; who reads it finds no value there and says so.
        DeValue::Array(_) | DeValue::Table(_) if depth > limits::CASE_DEPTH => TreeKind::Null,
        DeValue::String(text) => TreeKind::Text(text.to_string()),
        DeValue::Integer(number) => TreeKind::Bare(number.to_string()),
        DeValue::Float(number) => TreeKind::Bare(number.to_string()),
        DeValue::Boolean(value) => TreeKind::Bool(*value),
        DeValue::Datetime(moment) => TreeKind::Bare(moment.to_string()),
        DeValue::Array(list) => TreeKind::List(list.iter().map(|part| of_value(part, depth + 1)).collect()),
        DeValue::Table(table) => return of_table(at, table, depth),
    };
    Tree { at, kind }
}
