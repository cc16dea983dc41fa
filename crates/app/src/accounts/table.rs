//! Sheets that leave the house: CSV for programs, XLSX for people.

use kernel::{Date, Money};
use rust_xlsxwriter::{Format, Workbook};

use crate::{AppError, Refused};

/// Rows an XLSX sheet takes, its head included.
const XLSX_ROWS_MAX: u32 = 1_048_576;

/// How a sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// RFC 4180, UTF-8, a point before the cents.
    Csv,
    /// Office Open XML.
    Xlsx,
}

impl Kind {
    /// The kind a file name ends in.
    pub fn of(ending: &str) -> Option<Self> {
        match ending {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// How file names of it end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// An amount.
    Money(Money),
    /// A day.
    Day(Date),
    /// A number.
    Number(i64),
    /// Nothing.
    Empty,
}

/// A file that is being written, one or more sheets; CSV has one. Memory of an XLSX stays flat: rows go to a temporary file.
pub struct Sheet<'a> {
    word: &'a dyn Fn(&str) -> String,
    out: Out,
}

enum Out {
    Csv(Box<csv::Writer<Vec<u8>>>),
    Xlsx { book: Box<Workbook>, sheets: usize, row: u32 },
}

impl std::fmt::Debug for Sheet<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sheet")
    }
}

impl<'a> Sheet<'a> {
    /// An empty file. `word` says the name of a column by its key.
    pub fn new(kind: Kind, word: &'a dyn Fn(&str) -> String) -> Self {
        let out = match kind {
            Kind::Csv => Out::Csv(Box::new(csv::Writer::from_writer(Vec::new()))),
            Kind::Xlsx => Out::Xlsx { book: Box::new(Workbook::new()), sheets: 0, row: 0 },
        };
        Self { word, out }
    }

    /// Begins a sheet with these columns.
    ///
    /// # Errors
    /// [`AppError::Refused`] `export-too-long` when it cannot be written.
    pub fn begin(&mut self, name: &str, columns: &[&str]) -> Result<(), AppError> {
        let heads: Vec<String> = columns.iter().map(|column| (self.word)(&format!("col-{column}"))).collect();
        match &mut self.out {
            Out::Csv(out) => out.write_record(&heads).map_err(|_| too_long()),
            Out::Xlsx { book, sheets, row } => {
                let short: String = name.chars().take(31).collect();
                let sheet = book.add_worksheet_with_constant_memory().map_err(|_| too_long())?;
                sheet.set_name(short).map_err(|_| too_long())?;
                sheet.set_freeze_panes(1, 0).map_err(|_| too_long())?;
                let bold = Format::new().set_bold();
                for (column, head) in (0_u16..).zip(&heads) {
                    sheet.set_column_width(column, 14).map_err(|_| too_long())?;
                    sheet.write_string_with_format(0, column, head, &bold).map_err(|_| too_long())?;
                }
                *sheets += 1;
                *row = 1;
                Ok(())
            }
        }
    }

    /// Adds a row to the sheet begun last.
    ///
    /// # Errors
    /// [`AppError::Refused`] `export-too-long` when the sheet takes no more.
    pub fn row(&mut self, values: &[Value]) -> Result<(), AppError> {
        match &mut self.out {
            Out::Csv(out) => out.write_record(values.iter().map(plain)).map_err(|_| too_long()),
            Out::Xlsx { book, sheets, row } => {
                if *row >= XLSX_ROWS_MAX {
                    return Err(too_long());
                }
                let sheet = book.worksheet_from_index(*sheets - 1).map_err(|_| too_long())?;
                for (column, value) in (0_u16..).zip(values) {
                    write(sheet, *row, column, value).map_err(|_| too_long())?;
                }
                *row += 1;
                Ok(())
            }
        }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`AppError::Refused`] `export-too-long`.
    pub fn finish(self) -> Result<Vec<u8>, AppError> {
        match self.out {
            Out::Csv(out) => out.into_inner().map_err(|_| too_long()),
            Out::Xlsx { mut book, .. } => book.save_to_buffer().map_err(|_| too_long()),
        }
    }
}

fn write(
    sheet: &mut rust_xlsxwriter::Worksheet,
    row: u32,
    column: u16,
    value: &Value,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    match value {
        Value::Text(text) => sheet.write_string(row, column, text)?,
        Value::Money(amount) => {
            // Cents are whole: two decimals of a double hold every amount that fits a sheet.
            #[expect(clippy::cast_precision_loss, reason = "amounts of a sheet lie far below 2^53 cents")]
            let euro = amount.cents() as f64 / 100.0;
            sheet.write_number_with_format(row, column, euro, &Format::new().set_num_format("#,##0.00"))?
        }
        Value::Day(day) => sheet.write_string(row, column, day.to_string())?,
        #[expect(clippy::cast_precision_loss, reason = "counts lie far below 2^53")]
        Value::Number(number) => sheet.write_number(row, column, *number as f64)?,
        Value::Empty => sheet,
    };
    Ok(())
}

/// A cell in CSV. What a program that opens it could take for a formula is kept as words.
fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Value::Text(text) => text.clone(),
        Value::Money(amount) => amount.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Empty => String::new(),
    }
}

fn too_long() -> AppError {
    Refused::new("export-too-long", None).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(kind: Kind) -> Vec<u8> {
        let word = |key: &str| key.to_uppercase();
        let mut sheet = Sheet::new(kind, &word);
        sheet.begin("one", &["policy", "gross", "due"]).unwrap();
        let day = Value::Day(kernel::date(2026, 3, 1));
        sheet.row(&[Value::Text("=1+1".into()), Value::Money(Money::from_cents(-1234)), day]).unwrap();
        sheet.row(&[Value::Text("a,\"b\"".into()), Value::Empty, Value::Number(7)]).unwrap();
        sheet.finish().unwrap()
    }

    #[test]
    fn csv_is_quoted_and_runs_no_formulas() {
        let text = String::from_utf8(written(Kind::Csv)).unwrap();
        assert_eq!(text, "COL-POLICY,COL-GROSS,COL-DUE\n'=1+1,-12.34,2026-03-01\n\"a,\"\"b\"\"\",,7\n");
    }

    #[test]
    fn xlsx_is_a_zip_with_a_sheet() {
        let bytes = written(Kind::Xlsx);
        assert!(bytes.starts_with(b"PK"));
        assert!(bytes.windows(24).any(|part| part == b"xl/worksheets/sheet1.xml"));
    }

    #[test]
    fn kinds_are_known_by_their_ending() {
        for kind in [Kind::Csv, Kind::Xlsx] {
            assert_eq!(Kind::of(kind.ending()), Some(kind));
        }
        assert_eq!(Kind::of("pdf"), None);
    }
}
