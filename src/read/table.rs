//! CSV and TSV: one document a row.

use csv::{ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use super::fields::{self, Lacking};
use super::json::some;
use super::{Input, Loaded, Reader};
use crate::error::Problem;
use crate::part::Part;

pub(super) struct Csv;

impl Part for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "Comma- or semicolon-separated table: a row a document"
    }
}

impl Reader for Csv {
    fn extensions(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn read(&self, input: &Input) -> Loaded {
        let header = input.text.lines().next().unwrap_or_default();
        let semicolons = header.matches(';').count() > header.matches(',').count();
        table(input, if semicolons { b';' } else { b',' })
    }
}

pub(super) struct Tsv;

impl Part for Tsv {
    fn name(&self) -> &'static str {
        "tsv"
    }

    fn about(&self) -> &'static str {
        "Tab-separated table: a row a document"
    }
}

impl Reader for Tsv {
    fn extensions(&self) -> &'static [&'static str] {
        &["tsv", "tab"]
    }

    fn read(&self, input: &Input) -> Loaded {
        table(input, b'\t')
    }
}

fn table(input: &Input, delimiter: u8) -> Loaded {
    let mut loaded = Loaded::default();
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(input.text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            loaded.problems.push(broken(input, &error));
            return loaded;
        }
    };
    if !header.iter().any(fields::is_text) {
        loaded.problems.push(Problem::skipped(input.file, no_text(&header)));
        return loaded;
    }
    for record in reader.records() {
        match record {
            Ok(record) => row(input, &header, &record, &mut loaded),
            Err(error) => loaded.problems.push(broken(input, &error)),
        }
    }
    loaded
}

fn no_text(header: &StringRecord) -> String {
    let has: Vec<&str> = header.iter().filter(|name| !name.trim().is_empty()).take(30).collect();
    format!("no text column: it needs one of {}; it has {}", fields::text_names(), some(&has))
}

fn row(input: &Input, header: &StringRecord, record: &StringRecord, loaded: &mut Loaded) {
    let line = record.position().map(|position| position.line());
    let values: Map<String, Value> =
        header.iter().zip(record).map(|(name, cell)| (name.to_owned(), Value::from(cell))).collect();
    match fields::document(&values, input.stem) {
        Ok(filled) => loaded.push(input, line, filled),
        Err(Lacking::Text | Lacking::Words) => {
            let problem = Problem::skipped(input.file, "the row is empty: its text holds no words");
            loaded.problems.push(line.map_or(problem.clone(), |line| problem.at_line(line)));
        }
    }
}

fn broken(input: &Input, error: &csv::Error) -> Problem {
    let problem = Problem::skipped(input.file, format!("broken table: {error}"));
    match error.position() {
        Some(position) => problem.at_line(position.line()),
        None => problem,
    }
}
