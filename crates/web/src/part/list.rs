//! Tables that become cards on a phone.

use askama::Template;

use super::chrome::Empty;
use super::notice::{Badge, RuleChip};

/// A cell of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// Words with a smaller line below.
    Pair {
        /// What is read.
        text: String,
        /// The smaller line.
        below: String,
    },
    /// Words that lead somewhere, with a smaller line below (may be empty).
    Link {
        /// Where.
        href: String,
        /// What is read.
        text: String,
        /// The smaller line.
        below: String,
    },
    /// Figures, aligned to the right.
    Figure(String),
    /// Where something stands.
    Badge(Badge),
    /// Rules.
    Rules(Vec<RuleChip>),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A link without a second line.
    pub fn link(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Link { href: href.into(), text: text.into(), below: String::new() }
    }
}

/// A table whose rows become cards on a phone; says so kindly when there are none.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/list.html")]
pub struct List {
    /// What the table is called; read out, and shown when `shown` says so.
    pub caption: String,
    /// Whether the caption can be seen.
    pub shown: bool,
    /// The heads, and whether their column is aligned to the right.
    pub heads: Vec<(String, bool)>,
    /// The rows; each has as many cells as there are heads.
    pub rows: Vec<Vec<Cell>>,
    /// What is said when there are no rows.
    pub none: Empty,
}

impl List {
    /// A table with these columns.
    pub fn new(caption: impl Into<String>, heads: &[String], rows: Vec<Vec<Cell>>, none: Empty) -> Self {
        let figures =
            |column: usize| rows.first().is_some_and(|row| matches!(row.get(column), Some(Cell::Figure(_))));
        let heads = heads.iter().enumerate().map(|(column, head)| (head.clone(), figures(column))).collect();
        Self { caption: caption.into(), shown: false, heads, none, rows }
    }

    /// Shows the caption above the table.
    pub fn shown(mut self) -> Self {
        self.shown = true;
        self
    }

    fn head(&self, column: &usize) -> &str {
        self.heads.get(*column).map_or("", |(head, _)| head.as_str())
    }
}

impl askama::filters::HtmlSafe for List {}
