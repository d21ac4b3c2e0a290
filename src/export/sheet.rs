//! One sheet of the workbook: a frozen header with filters, columns as wide as what is in them, cells that fit.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, IgnoreError, Url, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::sheet_links::Links;
use super::table::{Cell, Table};
use super::{escape, palette};

/// What Excel takes, the header among the rows.
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;
/// In UTF-16 units.
const CELL: usize = 32_767;
/// More than these, Excel drops when it opens the file.
const LINKS: usize = 65_530;

const CUT: &str = " … [cut here: a cell holds no more]";

/// How cells look.
pub(super) struct Styles {
    head: Format,
    text: Format,
    long: Format,
    count: Format,
    score: Format,
    link: Format,
}

impl Styles {
    pub fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        // Words keep a little off the number on their left.
        let words = plain.clone().set_indent(1);
        Styles {
            head: words
                .clone()
                .set_bold()
                .set_background_color(Color::from(palette::OUTLET_FILL))
                .set_border_bottom(FormatBorder::Thin),
            long: words.clone().set_text_wrap(),
            count: plain.clone().set_num_format("0"),
            score: plain.clone().set_num_format("0.0000"),
            link: Format::new().set_hyperlink().set_align(FormatAlign::Top).set_indent(1),
            text: words,
        }
    }
}

/// A sheet in the making, written from the top.
pub(super) struct Sheet<'s> {
    worksheet: &'s mut Worksheet,
    table: &'s dyn Table,
    header: Vec<String>,
    styles: &'s Styles,
    links: &'s Links,
    linked: usize,
}

impl<'s> Sheet<'s> {
    pub fn new(
        worksheet: &'s mut Worksheet,
        table: &'s dyn Table,
        header: Vec<String>,
        styles: &'s Styles,
        links: &'s Links,
    ) -> Self {
        Sheet { worksheet, table, header: fitted(header, table), styles, links, linked: 0 }
    }

    /// The header and what holds for the whole sheet.
    pub fn head(&mut self, rows: usize) -> Result<(), XlsxError> {
        let last = (rows.min(ROWS - 1) as u32, self.header.len().saturating_sub(1) as u16);
        self.worksheet.set_freeze_panes(1, 1)?;
        self.worksheet.autofilter(0, 0, last.0, last.1)?;
        // Readings such as `12` are text: what was said, not a figure of ours.
        self.worksheet.ignore_error_range(0, 0, last.0, last.1, IgnoreError::NumberStoredAsText)?;
        self.worksheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        for (at, name) in self.header.iter().enumerate() {
            let at = at as u16;
            self.worksheet.set_column_width(at, width(self.table.name(), name, at.into()))?;
            self.worksheet.write_string_with_format(0, at, shown(name), &self.styles.head)?;
        }
        Ok(())
    }

    /// How many of so many rows have room, with one left for the notice where not all have.
    pub fn fitting(&self, rows: usize) -> usize {
        fitting(rows, ROWS)
    }

    pub fn row(&mut self, at: usize, cells: &[Cell]) -> Result<(), XlsxError> {
        // Where columns were left out, the last one says so and holds nothing else.
        let columns = if cells.len() > self.header.len() { self.header.len() - 1 } else { cells.len() };
        for (column, cell) in cells[..columns].iter().enumerate() {
            self.cell((at + 1) as u32, column, cell)?;
        }
        let lines = cells[..columns].iter().enumerate().map(|(at, cell)| self.lines(at, cell)).max();
        self.worksheet.set_row_height((at + 1) as u32, LINE * lines.unwrap_or(1) as f64)?;
        Ok(())
    }

    /// How many lines a cell takes: not every program finds that out by itself.
    fn lines(&self, column: usize, cell: &Cell) -> usize {
        let width = width(self.table.name(), &self.header[column], column);
        match cell {
            Cell::Text(text) if width >= LONG => lines(text, width as usize),
            Cell::Text(_) | Cell::Empty | Cell::Count(_) | Cell::Score(_) => 1,
        }
    }

    pub fn notice(&mut self, at: usize, left_out: usize) -> Result<(), XlsxError> {
        let notice = format!(
            "… and {left_out} more rows: a sheet holds no more; {} (--format csv) has all",
            self.table.file()
        );
        self.worksheet.write_string_with_format((at + 1) as u32, 0, notice, &self.styles.text)?;
        Ok(())
    }

    fn cell(&mut self, row: u32, column: usize, cell: &Cell) -> Result<(), XlsxError> {
        let at = column as u16;
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => return self.text(row, column, text),
            Cell::Count(count) => {
                self.worksheet.write_number_with_format(row, at, *count as f64, &self.styles.count)?;
            }
            Cell::Score(score) => {
                self.worksheet.write_number_with_format(row, at, *score, &self.styles.score)?;
            }
        }
        Ok(())
    }

    fn text(&mut self, row: u32, column: usize, text: &str) -> Result<(), XlsxError> {
        let (at, name) = (column as u16, self.header[column].as_str());
        let target = self.links.target(self.table.name(), name, text).filter(|_| self.linked < LINKS);
        if let Some(target) = target {
            self.linked += 1;
            let link = Url::new(target).set_text(text);
            self.worksheet.write_url_with_format(row, at, link, &self.styles.link)?;
            return Ok(());
        }
        let is_long = width(self.table.name(), name, column) >= LONG;
        let style = if is_long { &self.styles.long } else { &self.styles.text };
        self.worksheet.write_string_with_format(row, at, shown(text), style)?;
        Ok(())
    }
}

/// From this width on, text is broken into lines.
const LONG: f64 = 28.0;

/// In points.
const LINE: f64 = 15.0;
/// More would fill the screen with one row; the cell has the rest.
const LINES: usize = 8;

/// Words end lines early, and letters are not all alike: a line holds nine tenths of its width.
fn lines(text: &str, width: usize) -> usize {
    let room = width * 9 / 10;
    let wide = |line: &str| line.chars().take(room * LINES).collect::<String>().width().div_ceil(room).max(1);
    text.lines().take(LINES).map(wide).sum::<usize>().clamp(1, LINES)
}

/// In characters.
fn width(table: &str, column: &str, at: usize) -> f64 {
    let width: f64 = match column {
        "claim" | "text" | "text_a" | "text_b" | "evidence" | "open" => 60.0,
        "title" | "outlet_names" | "outlet_a" | "outlet_b" | "value_a" | "value_b" | "chain" | "places"
        | "open_places" | "origin" | "sources" | "url" | "basis" | "file" | "earlier" | "copied_from"
        | "shares_text_with" => 30.0,
        _ if table == "matrix" && at > 1 => 40.0,
        "outlet" | "document" | "document_a" | "document_b" | "published" | "first_outlet"
        | "first_published" | "author" | "source" | "divergence_kinds" => 22.0,
        "status" | "relation" | "certainty" => 16.0,
        _ => 11.0,
    };
    // Room for the arrow of the filter.
    width.max(column.chars().count().min(24) as f64 + 4.0)
}

/// Column names, with a notice in place of those that have no room.
fn fitted(mut header: Vec<String>, table: &dyn Table) -> Vec<String> {
    if header.len() > COLUMNS {
        let left_out = header.len() - (COLUMNS - 1);
        header.truncate(COLUMNS - 1);
        header.push(format!("… and {left_out} more columns: {} (--format csv) has all", table.file()));
    }
    header
}

fn fitting(rows: usize, limit: usize) -> usize {
    if rows < limit { rows } else { limit - 2 }
}

/// Text as a workbook can hold it.
fn shown(text: &str) -> String {
    let text = escape::workbook(text);
    match text.encode_utf16().count() > CELL {
        true => cut(&text),
        false => text.into_owned(),
    }
}

fn cut(text: &str) -> String {
    let mut room = CELL - CUT.encode_utf16().count();
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    kept.push_str(CUT);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_room_is_counted() {
        for (rows, limit, shown) in [(0, 10, 0), (9, 10, 9), (10, 10, 8), (25, 10, 8)] {
            assert_eq!(fitting(rows, limit), shown, "{rows} rows");
        }
    }

    #[test]
    fn long_cells_are_cut_where_excel_would_refuse_them() {
        let fits = "a".repeat(CELL);
        assert_eq!(shown(&fits), fits);
        for long in ["a".repeat(CELL + 1), "🏗".repeat(CELL)] {
            let cut = shown(&long);
            assert!(cut.ends_with(CUT) && cut.encode_utf16().count() <= CELL);
            assert!(cut.encode_utf16().count() > CELL - 2);
        }
    }

    #[test]
    fn rows_are_as_high_as_their_longest_cell() {
        for (text, lines) in
            [("", 1), ("a short one", 1), ("one\ntwo", 2), (&"word ".repeat(20), 2), (&"港".repeat(4000), 8)]
        {
            assert_eq!(super::lines(text, 60), lines, "{text}");
        }
    }

    #[test]
    fn a_sheet_with_too_many_columns_says_so() {
        let all: Vec<String> = (0..20_000).map(|at| at.to_string()).collect();
        let header = fitted(all, &super::super::matrix::Matrix);
        assert_eq!(header.len(), COLUMNS);
        assert_eq!(header[COLUMNS - 1], "… and 3617 more columns: matrix.csv (--format csv) has all");
        assert_eq!(fitted(vec!["one".into()], &super::super::matrix::Matrix), ["one"]);
    }
}
