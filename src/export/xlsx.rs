//! `comparison.xlsx`: a workbook with a sheet for each table, for those who read and sort rather than compute.
//!
//! The cells are those of the CSV tables: counts and scores are numbers, everything else is text and never a formula,
//! whatever it begins with. Dates stay text, as ISO 8601 has them: a spreadsheet's dates know neither a time zone nor
//! that only the day is known. Rows wait in temporary files, not in memory, until they are packed.
//!
//! ```text
//!   claims C5 ──► its mentions, which stand together ──► back to C5 ◄── matrix, divergences, origins …
//! ```

use std::io::{self, Seek, Write};

use jiff::civil::{Date, date};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Worksheet, XlsxError};

use super::sheet::{Sheet, Styles};
use super::sheet_links::Links;
use super::table::Table;
use super::{EXPORTERS, Exporter, View};
use crate::part::Part;

pub(super) struct Workbook;

impl Part for Workbook {
    fn name(&self) -> &'static str {
        "workbook"
    }

    fn about(&self) -> &'static str {
        "Every table as a sheet of one workbook, with links between claims and mentions."
    }
}

impl Exporter for Workbook {
    fn format(&self) -> &'static str {
        "xlsx"
    }

    fn file_name(&self) -> &'static str {
        "comparison.xlsx"
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let mut packed = tempfile::tempfile()?;
        pack(view, &packed).map_err(|error| match error {
            XlsxError::IoError(error) => error,
            other => io::Error::other(other),
        })?;
        packed.rewind()?;
        io::copy(&mut packed, out).map(drop)
    }
}

fn pack(view: &View, packed: &std::fs::File) -> Result<(), XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.set_properties(&properties(view));
    let (styles, links) = (Styles::new(), Links::of(view));
    for table in EXPORTERS.iter().filter_map(|exporter| exporter.table()) {
        fill(book.add_worksheet_with_constant_memory()?, table, view, &styles, &links)?;
    }
    book.save_to_writer(packed)
}

fn fill(
    worksheet: &mut Worksheet,
    table: &dyn Table,
    view: &View,
    styles: &Styles,
    links: &Links,
) -> Result<(), XlsxError> {
    worksheet.set_name(table.name())?;
    let (header, rows) = (table.header(view), table.rows(view));
    let mut sheet = Sheet::new(worksheet, table, header, styles, links);
    sheet.head(rows)?;
    let shown = sheet.fitting(rows);
    for at in 0..shown {
        sheet.row(at, &table.row(view, links.row_of(table.name(), at)))?;
    }
    if shown < rows {
        sheet.notice(shown, rows - shown)?;
    }
    Ok(())
}

/// The day of the latest document stands for the day of writing: the same input gives the same bytes.
fn properties(view: &View) -> DocProperties {
    let mut days: Vec<Date> = view.documents.iter().filter_map(|row| Some(row.published?.day())).collect();
    days.sort_unstable();
    let days = days.into_iter().rev().chain([date(2000, 1, 1)]);
    let day = days.map(|day| ExcelDateTime::parse_from_str(&day.to_string())).find_map(Result::ok);
    let title = view.analysis.event.as_deref().unwrap_or("Comparison");
    let properties = DocProperties::new().set_title(super::escape::xml(title));
    match day {
        Some(day) => properties.set_creation_datetime(&day),
        None => properties,
    }
}
