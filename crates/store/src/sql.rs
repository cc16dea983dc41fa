//! One SQL text for both databases.
//!
//! [`sql!`](macro@crate::sql) takes the text once; it is translated at its first use and kept. What a text may hold besides plain SQL:
//!
//! * `?1`, `?2` … are the parameters (on PostgreSQL `$1`, `$2`);
//! * `{rows}` after `values` becomes rows of parameters, in fixed sizes 1, 8, 64 and 512: the statements stay few and
//!   prepared. `{rows:bigint,text,blob}` gives the types where the database cannot see them, as in
//!   `update t set a = v.column2 from (values {rows:bigint,text}) as v where t.id = v.column1`;
//! * `{ids}` as in `id in ({ids})` becomes 1, 8, 64 or 512 parameters; a shorter list is filled up with its last id;
//! * `{for_update}` locks the rows read on PostgreSQL and is nothing on SQLite, where there is one writer;
//!   `{for_update_skip_locked}` also passes over what others have locked, `{for_share}` locks against change only.
//!
//! Keep to what both mean alike: `cast(?1 as bigint)` where a type cannot be seen, `cast(sum(x) as bigint)`, `nulls last`,
//! aliases for computed columns, `on conflict … do update`. Every text is registered, see [`all`].

use std::sync::OnceLock;

/// The sizes in which lists are sent, smallest first.
pub(crate) const SIZES: [usize; 4] = [1, 8, 64, 512];
/// SQLite's limit on parameters; PostgreSQL's is higher.
const MAX_PARAMETERS: usize = 32_766;

/// Which database a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite, embedded.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// A SQL text with its place in the source; made by [`sql!`](macro@crate::sql).
pub struct Sql {
    text: &'static str,
    file: &'static str,
    line: u32,
    template: OnceLock<Template>,
    forms: [[OnceLock<Box<str>>; SIZES.len()]; 2],
}

/// Registers a SQL text and gives `&'static Sql`.
///
/// `sql!("select name from partner where id = ?1")`
#[macro_export]
macro_rules! sql {
    ($text:expr) => {{
        static SQL: $crate::sql::Sql = $crate::sql::Sql::new($text, file!(), line!());
        $crate::__register! { $crate::sql::Registered(&SQL) }
        &SQL
    }};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __register {
    ($registered:expr) => {
        $crate::inventory::submit! { $registered }
    };
}

/// An entry of the register of texts.
#[doc(hidden)]
pub struct Registered(pub &'static Sql);

inventory::collect!(Registered);

/// Every `sql!` text linked into this program, so that a test can prepare them all on both databases.
pub fn all() -> impl Iterator<Item = &'static Sql> {
    inventory::iter::<Registered>().map(|registered| registered.0)
}

impl std::fmt::Debug for Sql {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "sql! at {}", self.place())
    }
}

struct Template {
    pieces: Vec<Piece>,
    /// The highest `?n` written out.
    parameters: usize,
    /// The list it takes, if any.
    list: Option<List>,
}

enum List {
    /// `{rows}` of this width; types where given.
    Rows {
        width: usize,
        types: Vec<String>,
    },
    Ids,
}

enum Piece {
    Text(String),
    Parameter(usize),
    List,
    ForUpdate,
    ForUpdateSkipLocked,
    ForShare,
}

impl Sql {
    /// Used by [`sql!`](macro@crate::sql) only.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(text: &'static str, file: &'static str, line: u32) -> Self {
        Self {
            text,
            file,
            line,
            template: OnceLock::new(),
            forms: [const { [const { OnceLock::new() }; SIZES.len()] }; 2],
        }
    }

    /// `file:line` of the text.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }

    /// The text as written.
    #[must_use]
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// Whether it takes `{rows}` or `{ids}`.
    #[must_use]
    pub fn takes_list(&self) -> bool {
        self.template().list.is_some()
    }

    /// The number of parameters written out as `?n`.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.template().parameters
    }

    /// How many parameters one item of the list has (0: no list).
    pub(crate) fn width(&self) -> usize {
        match &self.template().list {
            None => 0,
            Some(List::Ids) => 1,
            Some(List::Rows { width, .. }) => *width,
        }
    }

    /// The size to use for a list with `left` items to go. Rows must fit exactly (or smaller), ids are filled up.
    pub(crate) fn size_for(&self, left: usize) -> usize {
        let fits = |size: &usize| SIZES[*size] * self.width() + self.parameters() <= MAX_PARAMETERS;
        match self.template().list {
            Some(List::Ids) => {
                (0..SIZES.len()).filter(fits).find(|size| SIZES[*size] >= left).unwrap_or(SIZES.len() - 1)
            }
            _ => (0..SIZES.len()).rev().filter(fits).find(|size| SIZES[*size] <= left).unwrap_or(0),
        }
    }

    /// The text for a database, with its list expanded to `SIZES[size]`.
    #[must_use]
    pub fn form(&self, dialect: Dialect, size: usize) -> &str {
        self.forms[dialect as usize][size].get_or_init(|| self.render(dialect, SIZES[size]).into_boxed_str())
    }

    /// Every form this text can take on a database: one, or one per list size.
    pub fn all_forms(&self, dialect: Dialect) -> impl Iterator<Item = &str> {
        let count = if self.takes_list() { SIZES.len() } else { 1 };
        (0..count)
            .filter(|size| SIZES[*size] * self.width() + self.parameters() <= MAX_PARAMETERS)
            .map(move |size| self.form(dialect, size))
    }

    fn template(&self) -> &Template {
        self.template.get_or_init(|| parse(self.text, &self.place()))
    }

    fn render(&self, dialect: Dialect, items: usize) -> String {
        let template = self.template();
        let mark = if dialect == Dialect::Postgres { '$' } else { '?' };
        let mut out = String::with_capacity(self.text.len() + items * self.width() * 7);
        for piece in &template.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Parameter(n) => out.push_str(&format!("{mark}{n}")),
                Piece::List => render_list(&mut out, template, dialect, items),
                Piece::ForUpdate if dialect == Dialect::Postgres => out.push_str("for update"),
                Piece::ForUpdateSkipLocked if dialect == Dialect::Postgres => {
                    out.push_str("for update skip locked");
                }
                Piece::ForShare if dialect == Dialect::Postgres => out.push_str("for share"),
                Piece::ForUpdate | Piece::ForUpdateSkipLocked | Piece::ForShare => {}
            }
        }
        out
    }
}

fn render_list(out: &mut String, template: &Template, dialect: Dialect, items: usize) {
    let postgres = dialect == Dialect::Postgres;
    let mark = if postgres { '$' } else { '?' };
    let mut next = template.parameters;
    let (width, types): (usize, &[String]) = match &template.list {
        Some(List::Rows { width, types }) => (*width, types),
        _ => (1, &[]),
    };
    let is_rows = matches!(template.list, Some(List::Rows { .. }));
    for item in 0..items {
        if item > 0 {
            out.push(',');
        }
        if is_rows {
            out.push('(');
        }
        for column in 0..width {
            if column > 0 {
                out.push(',');
            }
            next += 1;
            match types.get(column) {
                Some(kind) if postgres => out.push_str(&format!("cast({mark}{next} as {kind})")),
                _ => out.push_str(&format!("{mark}{next}")),
            }
        }
        if is_rows {
            out.push(')');
        }
    }
}

fn parse(text: &str, place: &str) -> Template {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut parameters = 0;
    let mut list = None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match first {
            '\'' | '"' => {
                let end = rest[1..].find(first).map_or(rest.len(), |end| end + 2);
                plain.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            '?' => {
                let digits = rest[1..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - 1);
                let number: usize = rest[1..=digits]
                    .parse()
                    .unwrap_or_else(|_| panic!("{place}: parameters are written ?1, ?2, …"));
                parameters = parameters.max(number);
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
                pieces.push(Piece::Parameter(number));
                rest = &rest[digits + 1..];
            }
            '{' => {
                let end = rest.find('}').unwrap_or_else(|| panic!("{place}: '{{' without '}}'"));
                let word = &rest[1..end];
                let piece = match word {
                    "ids" => {
                        list = Some(List::Ids);
                        Piece::List
                    }
                    "for_update" => Piece::ForUpdate,
                    "for_update_skip_locked" => Piece::ForUpdateSkipLocked,
                    "for_share" => Piece::ForShare,
                    _ if word == "rows" || word.starts_with("rows:") => {
                        list = Some(rows(word, &text[..text.len() - rest.len()], place));
                        Piece::List
                    }
                    _ => panic!("{place}: {{{word}}} is not known"),
                };
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
                pieces.push(piece);
                rest = &rest[end + 1..];
            }
            _ => {
                plain.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    pieces.push(Piece::Text(plain));
    Template { pieces, parameters, list }
}

/// The width of `{rows}`: from its types, or from the list of columns before `values`.
fn rows(word: &str, before: &str, place: &str) -> List {
    if let Some(types) = word.strip_prefix("rows:") {
        let types: Vec<String> = types
            .split(',')
            .map(|kind| if kind.trim() == "blob" { "bytea".into() } else { kind.trim().to_owned() })
            .collect();
        return List::Rows { width: types.len(), types };
    }
    let columns = before.rfind('(').zip(before.rfind(')')).filter(|(open, close)| open < close);
    let (open, close) =
        columns.unwrap_or_else(|| panic!("{place}: {{rows}} needs a list of columns or {{rows:types}}"));
    List::Rows { width: before[open..close].matches(',').count() + 1, types: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &'static str, items: usize, sqlite: &str, postgres: &str) {
        let sql = Sql::new(text, "test", 1);
        let size = SIZES.iter().position(|size| *size == items).expect("a known size");
        assert_eq!(sql.form(Dialect::Sqlite, size), sqlite);
        assert_eq!(sql.form(Dialect::Postgres, size), postgres);
    }

    #[test]
    fn one_text_becomes_two() {
        check(
            "select a from t where b = ?1 and c = '?2 {x}'",
            1,
            "select a from t where b = ?1 and c = '?2 {x}'",
            "select a from t where b = $1 and c = '?2 {x}'",
        );
        check(
            "insert into t (a, b) values {rows}",
            1,
            "insert into t (a, b) values (?1,?2)",
            "insert into t (a, b) values ($1,$2)",
        );
        check(
            "select 1 where id in ({ids}) and a = ?1 {for_update}",
            8,
            "select 1 where id in (?2,?3,?4,?5,?6,?7,?8,?9) and a = ?1 ",
            "select 1 where id in ($2,$3,$4,$5,$6,$7,$8,$9) and a = $1 for update",
        );
        check("select 1 {for_share}", 1, "select 1 ", "select 1 for share");
        check(
            "values {rows:bigint,blob}",
            1,
            "values (?1,?2)",
            "values (cast($1 as bigint),cast($2 as bytea))",
        );
    }

    #[test]
    fn lists_go_in_few_sizes() {
        let rows = Sql::new("insert into t (a, b) values {rows}", "test", 1);
        assert_eq!([1, 7, 8, 100, 9999].map(|left| SIZES[rows.size_for(left)]), [1, 1, 8, 64, 512]);
        let ids = Sql::new("select 1 where a in ({ids})", "test", 1);
        assert_eq!([1, 2, 9, 65, 9999].map(|left| SIZES[ids.size_for(left)]), [1, 8, 64, 512, 512]);
    }
}
