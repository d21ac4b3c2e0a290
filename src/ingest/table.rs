//! CSV and TSV: one document a row.

use csv::{Position, ReaderBuilder, StringRecord};
use serde_json::Value;

use super::field_names::{Record, is_text, is_url, text_names};
use super::input::{Format, Input, Loaded, Place};
use super::quoting::some;
use crate::error::Problem;

pub(super) const CSV: Format =
    Format::of(&["csv"], |input, loaded| table(input, delimiter(input.text), loaded));
pub(super) const TSV: Format = Format::of(&["tsv", "tab"], |input, loaded| table(input, b'\t', loaded));

/// What the header has most of; a comma where nothing has more.
pub(super) fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| header.bytes().filter(|byte| *byte == mark).count();
    // Of equals the last is taken.
    [b'\t', b';', b','].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

fn table(input: &Input, delimiter: u8, loaded: &mut Loaded) {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(input.text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return loaded.problems.push(broken(input, &error)),
    };
    if !header.iter().any(is_text) {
        return loaded.skip(input, Place::Whole, no_text(&header));
    }
    let mut last = None;
    for record in reader.records() {
        match record {
            Ok(record) => {
                row(input, &header, &record, loaded);
                last = record.position().cloned();
            }
            Err(error) => loaded.problems.push(broken(input, &error)),
        }
    }
    loaded.problems.extend(last.and_then(|last| unclosed(input, &last)));
}

/// A quotation mark without its partner makes one cell of the rest of the file: that shows in the last row.
fn unclosed(input: &Input, last: &Position) -> Option<Problem> {
    let rest = input.text.get(last.byte() as usize..)?.trim();
    let open = rest.matches('"').count() % 2 == 1 && rest.contains('\n');
    let message = "a quotation mark is not closed; this row holds the rest of the file";
    open.then(|| Problem::notice(input.file, message).at_line(last.line()))
}

fn no_text(header: &StringRecord) -> String {
    let has: Vec<&str> = header.iter().filter(|name| !name.trim().is_empty()).take(30).collect();
    let pages = if has.iter().any(|name| is_url(name)) { "; save the pages and compare those" } else { "" };
    format!("no text column: it needs one of {}; it has {}{pages}", text_names(), some(&has))
}

fn row(input: &Input, header: &StringRecord, record: &StringRecord, loaded: &mut Loaded) {
    let place = record.position().map_or(Place::Whole, |position| Place::Line(position.line()));
    if record.iter().skip(header.len()).any(|cell| !cell.trim().is_empty()) {
        return loaded.skip(input, place, too_long(header.len(), record.len()));
    }
    let cells = header.iter().zip(record).map(|(name, cell)| (name, Value::from(cell)));
    let cells: Vec<(&str, Value)> = cells.collect();
    let fields = Record::of(cells.iter().map(|(name, cell)| (name, cell))).fields();
    loaded.take(input, place, fields, "the row is empty: its text holds no words");
}

/// Its cells cannot be told apart: read on, and half a text would pass for the whole.
fn too_long(columns: usize, cells: usize) -> String {
    format!(
        "broken table: the row has {cells} cells and the header {columns}; a text that holds the separator needs quotation marks"
    )
}

fn broken(input: &Input, error: &csv::Error) -> Problem {
    let problem = Problem::skipped(input.file, format!("broken table: {error}"));
    match error.position() {
        Some(position) => problem.at_line(position.line()),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_document_whatever_the_separator() {
        for (format, text) in [
            (CSV, "Outlet,TEXT\nPost,\"It burned, all night.\"\n"),
            (CSV, "outlet;text\r\nPost;It burned, all night.\r\n"),
            (CSV, "outlet\ttext\nPost\tIt burned, all night."),
            (CSV, "\n\noutlet;text;text\nPost;It burned, all night.;\n"),
            (TSV, "outlet\ttext\nPost\tIt burned, all night.\t\t\n"),
        ] {
            let loaded = format.read_text(text);
            let found: Vec<_> =
                loaded.documents.iter().map(|d| (d.outlet.as_str(), d.text.as_str())).collect();
            assert_eq!(found, [("Post", "It burned, all night.")], "{text}");
            assert_eq!(loaded.problems, [], "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_table_is_said() {
        for (text, message) in [
            (
                "outlet,teaser\nPost,Yes.",
                "f: no text column: it needs one of text, body, content, maintext, articlebody, raw_text; it has outlet, teaser",
            ),
            (
                "outlet,text\nPost,Fire, then smoke.",
                "f:2: broken table: the row has 3 cells and the header 2; a text that holds the separator needs quotation marks",
            ),
            ("outlet,text\nPost,Yes.\nCoast,", "f:3: the row is empty: its text holds no words"),
            (
                "outlet,text\nPost,\"Yes.\nCoast,No.\n",
                "f:2: a quotation mark is not closed; this row holds the rest of the file",
            ),
        ] {
            let messages: Vec<_> = CSV.read_text(text).problems.iter().map(Problem::to_string).collect();
            assert_eq!(messages, [message], "{text}");
        }
    }
}
