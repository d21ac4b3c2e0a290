//! Tables: what a file `claims.csv` and a sheet of the workbook show, told once.
//!
//! A table says its columns and its rows in typed cells. CSV writes them as spreadsheets expect it: byte-order mark,
//! RFC 4180 quoting, CRLF, one header row, and no cell that is taken for a formula. The workbook
//! ([`super::xlsx`]) writes the same cells as numbers and as text.

use std::borrow::Cow;
use std::io::{self, Write};

use super::escape::cell;
use super::{Exporter, View};
use crate::model::Timestamp;
use crate::part::Part;

/// Parts the entries of a cell that holds a list.
const LIST: &str = "; ";

/// Parts the voices of a chain.
const CHAIN: &str = " > ";

/// The byte-order mark, without which spreadsheets take UTF-8 for something else.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A table of the comparison; its rows are made one at a time, when they are written.
pub trait Table: Part {
    /// The name of its CSV file.
    fn file(&self) -> &'static str;
    fn header(&self, view: &View) -> Vec<String>;
    /// How many.
    fn rows(&self, view: &View) -> usize;
    fn row<'v>(&self, view: &'v View, at: usize) -> Vec<Cell<'v>>;
}

/// One cell; an unknown value is `Empty`, never 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'v> {
    Empty,
    /// As it was said: each format makes it harmless in its own way.
    Text(Cow<'v, str>),
    Count(usize),
    /// A share of one, shown with four decimals.
    Score(f64),
}

impl<T: Table> Exporter for T {
    fn format(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        self.file()
    }

    fn table(&self) -> Option<&dyn Table> {
        Some(self)
    }

    fn write(&self, view: &View, out: &mut dyn Write) -> io::Result<()> {
        write(out, &self.header(view), (0..self.rows(view)).map(|at| self.row(view, at)))
    }
}

/// Writes a table as CSV.
pub(super) fn write<'v, H: AsRef<str>>(
    out: &mut dyn Write,
    header: &[H],
    rows: impl Iterator<Item = Vec<Cell<'v>>>,
) -> io::Result<()> {
    write_delimited(out, b',', header, rows)
}

/// The same with another mark between cells.
pub(super) fn write_delimited<'v, H: AsRef<str>>(
    out: &mut dyn Write,
    delimiter: u8,
    header: &[H],
    rows: impl Iterator<Item = Vec<Cell<'v>>>,
) -> io::Result<()> {
    out.write_all(MARK)?;
    let mut builder = csv::WriterBuilder::new();
    let mut table = builder.terminator(csv::Terminator::CRLF).delimiter(delimiter).from_writer(out);
    table.write_record(header.iter().map(|name| cell(name.as_ref()).into_owned()))?;
    for row in rows {
        table.write_record(row.iter().map(|cell| plain(cell).into_owned()))?;
    }
    table.flush()
}

/// A cell as CSV has it.
fn plain<'c>(content: &'c Cell) -> Cow<'c, str> {
    match content {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => cell(text),
        Cell::Count(count) => Cow::Owned(count.to_string()),
        Cell::Score(score) => Cow::Owned(format!("{score:.4}")),
    }
}

/// The columns of a table whose columns are always the same.
pub(super) fn names(header: &[&str]) -> Vec<String> {
    header.iter().map(|&name| name.to_owned()).collect()
}

pub(super) fn text(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

pub(super) fn maybe(words: Option<&str>) -> Cell<'_> {
    words.map_or(Cell::Empty, text)
}

pub(super) fn date(date: Option<Timestamp>) -> Cell<'static> {
    date.map_or(Cell::Empty, |date| Cell::Text(Cow::Owned(date.to_string())))
}

pub(super) fn list(entries: &[&str]) -> Cell<'static> {
    Cell::Text(Cow::Owned(entries.join(LIST)))
}

pub(super) fn strings(entries: &[String]) -> Cell<'static> {
    Cell::Text(Cow::Owned(entries.join(LIST)))
}

/// From the outermost voice inwards.
pub(super) fn chain(voices: &[String]) -> Cell<'static> {
    Cell::Text(Cow::Owned(voices.join(CHAIN)))
}

pub(super) fn count(count: usize) -> Cell<'static> {
    Cell::Count(count)
}

pub(super) fn known(count: Option<usize>) -> Cell<'static> {
    count.map_or(Cell::Empty, Cell::Count)
}

pub(super) fn score(score: Option<f64>) -> Cell<'static> {
    score.map_or(Cell::Empty, Cell::Score)
}
