//! The few words in which the two databases' table definitions differ.
//!
//! A definition is written with `bigint`, `text` and `blob` in lower case. On PostgreSQL `text` becomes
//! `text collate "C"` and `blob` becomes `bytea`; on SQLite `bigint` becomes `integer` and tables are `strict`, so that
//! both refuse a value of another type. `{clustered}` after the closing bracket of a table whose rows are short and read
//! by primary key makes it `without rowid` on SQLite.

use crate::sql::Dialect;

/// One statement of a migration for one database.
pub(crate) fn translate(text: &str, dialect: Dialect) -> String {
    let text = text.trim().trim_end_matches(';');
    let is_table = text.starts_with("create table");
    let clustered = text.contains("{clustered}");
    let mut out = String::with_capacity(text.len() + 64);
    let mut word = String::new();
    let mut quoted = false;
    for letter in text.replace("{clustered}", "").trim_end().chars().chain(std::iter::once(' ')) {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        out.push_str(if quoted { &word } else { translate_word(&word, dialect) });
        word.clear();
        if letter == '\'' {
            quoted = !quoted;
        }
        out.push(letter);
    }
    if is_table && dialect == Dialect::Sqlite {
        out.push_str(if clustered { "without rowid, strict" } else { "strict" });
    }
    out.trim_end().to_owned()
}

fn translate_word(word: &str, dialect: Dialect) -> &str {
    match (word, dialect) {
        ("bigint", Dialect::Sqlite) => "integer",
        ("text", Dialect::Postgres) => "text collate \"C\"",
        ("blob", Dialect::Postgres) => "bytea",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_defined_once() {
        let text = "create table t (id bigint primary key, a text not null check (a <> 'text'), b blob) {clustered};";
        assert_eq!(
            translate(text, Dialect::Sqlite),
            "create table t (id integer primary key, a text not null check (a <> 'text'), b blob) without rowid, strict"
        );
        assert_eq!(
            translate(text, Dialect::Postgres),
            "create table t (id bigint primary key, a text collate \"C\" not null check (a <> 'text'), b bytea)"
        );
    }
}
