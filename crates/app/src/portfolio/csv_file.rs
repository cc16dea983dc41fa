//! CSV files: commas or semicolons, with or without a byte order mark, in UTF-8.

use std::borrow::Cow;

use super::table::{BYTES_MAX, CELL_MAX, COLUMNS_MAX, Problems, ROWS_MAX, Table};

/// Reads a file. What is wrong with it goes to `problems`; what could be read is in the table.
pub(super) fn read(sheet: &str, bytes: &[u8], problems: &mut Problems) -> Table {
    let mut table = Table::default();
    if bytes.len() as u64 > BYTES_MAX {
        problems.add(sheet, 0, "", format!("larger than {} MB: split it", BYTES_MAX >> 20));
        return table;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        problems.add(sheet, 0, "", "not in UTF-8: save it as “CSV UTF-8”");
        return table;
    };
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let row = error.position().map_or(0, csv::Position::line);
                problems.add(
                    sheet,
                    u32::try_from(row).unwrap_or(0),
                    "",
                    "cannot be read as CSV from here on",
                );
                return table;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let row = u32::try_from(line).unwrap_or(u32::MAX);
        let cells: Vec<String> = record.iter().map(|cell| unguarded(cell.trim()).to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if table.heads.is_empty() {
            table.heads = cells.iter().map(|head| head.to_lowercase()).collect();
            continue;
        }
        if table.rows.len() >= ROWS_MAX as usize {
            problems.add(sheet, row, "", format!("more than {ROWS_MAX} rows: split it"));
            return table;
        }
        if cells.len() > table.heads.len().min(COLUMNS_MAX as usize) {
            problems.add(
                sheet,
                row,
                "",
                "more cells than there are headings: is a text with a separator not in quotes?",
            );
            continue;
        }
        if cells.iter().any(|cell| cell.chars().count() > CELL_MAX) {
            problems.add(sheet, row, "", format!("a cell with more than {CELL_MAX} characters"));
            continue;
        }
        table.rows.push((row, cells));
    }
    table
}

/// Writes a table.
///
/// # Errors
/// When the bytes cannot be made, which memory does not do.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&table.heads)?;
    for (_, row) in &table.rows {
        writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// What a spreadsheet would take for a formula.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@'])
}

/// A cell that no spreadsheet runs as a formula: a name in a customer file can be anything.
fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}
