//! CSV as spreadsheets expect it: byte-order mark, RFC 4180 quoting, CRLF, one header row.

use std::io::{self, Write};

use super::escape::cell;

/// Parts the entries of a cell that holds a list.
const LIST: &str = "; ";

/// Parts the voices of a chain.
const CHAIN: &str = " > ";

/// The byte-order mark, without which spreadsheets take UTF-8 for something else.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes a table; each row is made by the functions below, so that no cell is taken for a formula.
pub(super) fn write<R, H>(out: &mut dyn Write, header: &[H], rows: R) -> io::Result<()>
where
    R: Iterator<Item = Vec<String>>,
    H: AsRef<[u8]>,
{
    write_delimited(out, b',', header, rows)
}

/// The same with another mark between cells.
pub(super) fn write_delimited<R, H>(
    out: &mut dyn Write,
    delimiter: u8,
    header: &[H],
    rows: R,
) -> io::Result<()>
where
    R: Iterator<Item = Vec<String>>,
    H: AsRef<[u8]>,
{
    out.write_all(MARK)?;
    let mut builder = csv::WriterBuilder::new();
    let mut table = builder.terminator(csv::Terminator::CRLF).delimiter(delimiter).from_writer(out);
    table.write_record(header)?;
    for row in rows {
        table.write_record(&row)?;
    }
    table.flush()
}

/// Words from outside, made safe.
pub(super) fn text(text: &str) -> String {
    cell(text)
}

/// Words from outside, or nothing.
pub(super) fn maybe(text: Option<&str>) -> String {
    text.map(cell).unwrap_or_default()
}

pub(super) fn list(entries: &[&str]) -> String {
    cell(&entries.join(LIST))
}

pub(super) fn strings(entries: &[String]) -> String {
    cell(&entries.join(LIST))
}

/// From the outermost voice inwards.
pub(super) fn chain(voices: &[String]) -> String {
    cell(&voices.join(CHAIN))
}

pub(super) fn count(count: usize) -> String {
    count.to_string()
}

pub(super) fn known(count: Option<usize>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

pub(super) fn score(score: Option<f64>) -> String {
    score.map(|score| format!("{score:.4}")).unwrap_or_default()
}
