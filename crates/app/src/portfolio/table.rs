//! Sheets as they were read: text in rows and columns, whatever file they came from.

use std::collections::BTreeMap;

use super::format::{SHEETS, SheetFormat};

/// Most rows of a sheet.
pub(super) const ROWS_MAX: u32 = 200_000;
/// Most columns of a sheet that are looked at.
pub(super) const COLUMNS_MAX: u32 = 64;
/// Most bytes of a file.
pub const BYTES_MAX: u64 = 64 << 20;
/// Most characters of a cell.
pub(super) const CELL_MAX: usize = 1_000;

/// Something that is wrong with a file: where, and what to do. Shows no value, so that nothing personal gets into a log.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Problem {
    /// Name of the sheet; empty when it is the whole file.
    pub sheet: String,
    /// Row as a spreadsheet counts it, headings included; 0 when it is the whole sheet.
    pub row: u32,
    /// Heading of the column; empty when it is the whole row.
    pub column: String,
    /// What is wrong, and what to do.
    pub what: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.sheet.is_empty() {
            f.write_str(&self.sheet)?;
        }
        if self.row > 0 {
            write!(f, " row {}", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, ", {}", self.column)?;
        }
        if !self.sheet.is_empty() {
            f.write_str(": ")?;
        }
        f.write_str(&self.what)
    }
}

/// Problems as they are found; the first are listed, all are counted.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    /// The first, in the order of the sheets and rows once they are sorted.
    pub list: Vec<Problem>,
    /// All there are.
    pub count: u64,
}

/// Most problems that are listed.
pub(super) const PROBLEMS_MAX: usize = 1_000;

impl Problems {
    /// Adds one.
    pub fn add(&mut self, sheet: &str, row: u32, column: &str, what: impl Into<String>) {
        self.count += 1;
        if self.list.len() < PROBLEMS_MAX {
            let (sheet, column) = (sheet.to_owned(), column.to_owned());
            self.list.push(Problem { sheet, row, column, what: what.into() });
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// A sheet as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Headings, in lower case.
    pub heads: Vec<String>,
    /// Rows with their number in the spreadsheet. Rows without any text are left out.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// The sheets of a portfolio by name.
pub type Book = BTreeMap<&'static str, Table>;

impl Table {
    /// An empty table of a format.
    pub fn of(format: &SheetFormat) -> Self {
        Self { heads: format.columns.iter().map(|column| column.name.to_owned()).collect(), rows: Vec::new() }
    }

    /// Adds a row below the last; cells in the order of the format's columns.
    pub fn push(&mut self, cells: Vec<String>) {
        let row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(2);
        self.rows.push((row, cells));
    }
}

/// The format of a name; none if it is none of ours.
pub(super) fn format_of(name: &str) -> Option<&'static SheetFormat> {
    let name = name.trim().to_lowercase();
    SHEETS.into_iter().find(|format| format.name == name)
}

/// Looks at the headings: what is missing, twice or unknown. A column that nobody reads would be lost in silence.
pub(super) fn check_heads(format: &SheetFormat, table: &Table, problems: &mut Problems) {
    let has = |name: &str| table.heads.iter().filter(|head| *head == name).count();
    for column in format.columns {
        match has(column.name) {
            0 if column.needed => {
                problems.add(format.name, 1, column.name, "this column is missing: add it to the headings");
            }
            0 | 1 => {}
            _ => problems.add(format.name, 1, column.name, "this column is there twice: leave one out"),
        }
    }
    let known = |head: &String| format.columns.iter().any(|column| column.name == *head);
    // By its place: where the headings were forgotten, the first row says who somebody is.
    for (place, head) in (1..).zip(&table.heads) {
        if !head.is_empty() && !known(head) {
            let names: Vec<&str> = format.columns.iter().map(|column| column.name).collect();
            let what = format!(
                "no heading of this sheet: leave the column out, or name it one of {}",
                names.join(", ")
            );
            problems.add(format.name, 1, &format!("column {place}"), what);
        }
    }
}
