//! Where everything stands in the files of a folder, and which names are used.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::ast::{Ast, AstKind};
use crate::fault::{Fault, line_and_column};
use crate::parse::parse;

/// Places by `exclusion.lent` and `exclusion.lent.when`, and the names that expressions use.
#[derive(Default)]
pub(super) struct Places {
    at: BTreeMap<String, (String, u32, u32)>,
    pub names: BTreeSet<String>,
    pub parameters: BTreeSet<String>,
}

/// Keys that hold expressions.
const EXPRESSIONS: [&str; 5] = ["when", "unless", "must", "value", "machine_may_approve_if"];

impl Places {
    /// Of a folder that loads.
    pub(super) fn of(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut places = Self::default();
        for (name, bytes) in files {
            if let (true, Ok(text)) = (name.ends_with(".toml"), std::str::from_utf8(bytes)) {
                let (table, _) = DeTable::parse_recoverable(text);
                places.table(name, text, "", table.get_ref(), 0);
            }
        }
        places
    }

    fn table(&mut self, file: &str, text: &str, prefix: &str, table: &DeTable<'_>, depth: usize) {
        for (key, value) in table {
            let name = if prefix.is_empty() {
                key.get_ref().to_string()
            } else {
                format!("{prefix}.{}", key.get_ref())
            };
            let (line, column) = line_and_column(text, key.span().start);
            self.at.entry(name.clone()).or_insert_with(|| (file.to_owned(), line, column));
            match value.get_ref() {
                DeValue::Table(inner) if depth < 3 => self.table(file, text, &name, inner, depth + 1),
                DeValue::String(written) if EXPRESSIONS.contains(&key.get_ref().as_ref()) => {
                    self.expression(prefix, key, written);
                }
                _ => {}
            }
        }
    }

    fn expression(&mut self, prefix: &str, key: &Spanned<std::borrow::Cow<'_, str>>, written: &str) {
        // The value of a parameter is no expression.
        if prefix.starts_with("parameter.") || key.get_ref() == "value" && prefix.starts_with("fact.") {
            return;
        }
        if let Ok(ast) = parse(written) {
            ast.names(&mut |name| {
                self.names.insert(name.to_owned());
            });
            self.parameters_of(&ast);
        }
    }

    fn parameters_of(&mut self, ast: &Ast) {
        match &ast.kind {
            AstKind::Parameter(name) => {
                self.parameters.insert(name.clone());
            }
            AstKind::Not(a) | AstKind::In(a, _) | AstKind::Has(a, _, _) | AstKind::Known(a) => {
                self.parameters_of(a);
            }
            AstKind::And(list) | AstKind::Or(list) | AstKind::Call(_, list) => {
                list.iter().for_each(|part| self.parameters_of(part));
            }
            AstKind::Compare(_, a, b) | AstKind::Plus(a, b) | AstKind::Minus(a, b) | AstKind::Times(a, b) => {
                self.parameters_of(a);
                self.parameters_of(b);
            }
            AstKind::If(a, b, c) => [a, b, c].into_iter().for_each(|part| self.parameters_of(part)),
            _ => {}
        }
    }

    /// Names of all definitions.
    pub(super) fn definitions(&self) -> impl Iterator<Item = &str> {
        let names = self.at.keys().filter_map(|name| name.strip_prefix("definition."));
        names.filter(|name| !name.contains('.'))
    }

    /// A fault at that place, or at what it belongs to.
    pub(super) fn fault(&self, name: &str, what: impl Into<String>, hint: &str) -> Fault {
        let mut place = name;
        let (file, line, column) = loop {
            if let Some((file, line, column)) = self.at.get(place) {
                break (file.clone(), *line, *column);
            }
            match place.rsplit_once('.') {
                Some((outer, _)) => place = outer,
                None => break (String::new(), 0, 0),
            }
        };
        Fault { file, line, column, what: what.into(), hint: hint.to_owned() }
    }
}
