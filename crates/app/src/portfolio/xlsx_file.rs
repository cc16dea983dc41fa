//! Workbooks (XLSX): each sheet read cell by cell within bounds, so that a workbook that unpacks to more than it seems is refused.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{
    format::SHEETS,
    table::{BYTES_MAX, Book, CELL_MAX, COLUMNS_MAX, Problems, ROWS_MAX, Table, format_of},
};

/// Most bytes that a workbook may unpack to.
const UNPACKED_MAX: u64 = 512 << 20;

/// Reads a workbook. Sheets that are none of ours are left alone, and said so.
pub(super) fn read(bytes: &[u8], problems: &mut Problems) -> Book {
    let mut book = Book::new();
    if bytes.len() as u64 > BYTES_MAX {
        problems.add("", 0, "", format!("the workbook is larger than {} MB: split it", BYTES_MAX >> 20));
        return book;
    }
    if let Err(what) = unpacks_within(bytes) {
        problems.add("", 0, "", what);
        return book;
    }
    let mut workbook: Xlsx<_> = match Xlsx::new(Cursor::new(bytes)) {
        Ok(workbook) => workbook,
        Err(_) => {
            problems.add("", 0, "", "this is no workbook: save it as .xlsx, without a password");
            return book;
        }
    };
    for name in workbook.sheet_names() {
        let Some(format) = format_of(&name) else {
            let names: Vec<&str> = SHEETS.iter().map(|format| format.name).collect();
            let shown: String = name.chars().take(40).collect();
            problems.add(
                &shown,
                0,
                "",
                format!("no sheet of a portfolio: remove it, or name it one of {}", names.join(", ")),
            );
            continue;
        };
        let table = read_sheet(&mut workbook, &name, format.name, problems);
        if book.insert(format.name, table).is_some() {
            problems.add(format.name, 0, "", "this sheet is there twice: leave one out");
        }
    }
    book
}

/// Unpacks the file once to nothing, to see how large it really is: what it says of itself may be untrue.
fn unpacks_within(bytes: &[u8]) -> Result<(), String> {
    let not_one = || String::from("this is no workbook: save it as .xlsx");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| not_one())?;
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| not_one())?;
        let mut bounded = std::io::Read::take(entry, UNPACKED_MAX - unpacked + 1);
        unpacked += std::io::copy(&mut bounded, &mut std::io::sink()).map_err(|_| not_one())?;
        if unpacked > UNPACKED_MAX {
            return Err(format!("the workbook unpacks to more than {} MB: split it", UNPACKED_MAX >> 20));
        }
    }
    Ok(())
}

fn read_sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    sheet: &'static str,
    problems: &mut Problems,
) -> Table {
    let mut table = Table::default();
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else {
        problems.add(sheet, 0, "", "this sheet cannot be read");
        return table;
    };
    let mut current: Option<(u32, Vec<String>)> = None;
    loop {
        let cell = match cells.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            Err(_) => {
                problems.add(
                    sheet,
                    current.as_ref().map_or(0, |(row, _)| *row),
                    "",
                    "cannot be read from here on",
                );
                break;
            }
        };
        let (row, column) = cell.get_position();
        if row > ROWS_MAX || column >= COLUMNS_MAX {
            problems.add(sheet, row + 1, "", format!("more than {ROWS_MAX} rows or {COLUMNS_MAX} columns"));
            break;
        }
        let text = text_of(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if text.chars().count() > CELL_MAX {
            problems.add(sheet, row + 1, "", format!("a cell with more than {CELL_MAX} characters"));
            continue;
        }
        if current.as_ref().is_none_or(|(of, _)| *of != row + 1) {
            table.take(current.replace((row + 1, Vec::new())));
        }
        if let Some((_, cells)) = &mut current {
            let place = column as usize;
            if cells.len() <= place {
                cells.resize(place + 1, String::new());
            }
            cells[place] = text;
        }
    }
    table.take(current);
    for (row, cells) in table.rows.extract_if(.., |(_, cells)| cells.len() > table.heads.len()) {
        let _ = cells;
        problems.add(sheet, row, "", "a cell to the right of the last heading");
    }
    table
}

impl Table {
    fn take(&mut self, row: Option<(u32, Vec<String>)>) {
        match row {
            Some((_, cells)) if self.heads.is_empty() => {
                self.heads = cells.iter().map(|head| head.trim().to_lowercase()).collect();
            }
            Some((row, cells)) => self.rows.push((row, cells)),
            None => {}
        }
    }
}

/// A cell as text: numbers without needless decimals, dates as 2026-03-01, times as 2026-03-01T14:05.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) => String::from("#error"),
    }
}

/// A number as it would be typed: 12, 9.95. Binary fractions are rounded to cents where that is what was meant.
fn number_text(number: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        return format!("{number:.0}");
    }
    let cents = (number * 100.0).round();
    if (number * 100.0 - cents).abs() < 1e-6 { format!("{:.2}", cents / 100.0) } else { number.to_string() }
}

/// Writes a workbook with all sheets. Everything is text, so that no number loses a digit and no postcode becomes a date.
///
/// # Errors
/// When a cell or the workbook is too large for the format.
pub(super) fn write(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    for format in SHEETS {
        let sheet = workbook.add_worksheet();
        sheet.set_name(format.name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, about) in (0_u16..).zip(format.columns) {
            sheet.write_with_format(0, column, about.name, &bold)?;
            if !about.about.is_empty() {
                sheet.insert_note(0, column, &rust_xlsxwriter::Note::new(about.about).set_author(""))?;
            }
            sheet.set_column_width(column, 18)?;
        }
        let rows = book.get(format.name).map(|table| table.rows.as_slice()).unwrap_or_default();
        for (at, (_, cells)) in (1_u32..).zip(rows) {
            for (column, text) in (0_u16..).zip(cells) {
                if !text.is_empty() {
                    sheet.write_string(at, column, text)?;
                }
            }
        }
    }
    workbook.save_to_buffer()
}
