//! A table of sentence pairs: columns `a` and `b`, every other column kept as it is.

use std::path::Path;

use serde_json::{Map, Value};

use super::encoding;
use crate::error::{Error, Result};

/// One row: all its columns in their order, and the two sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    pub columns: Map<String, Value>,
    pub a: String,
    pub b: String,
}

/// Reads CSV, TSV or JSONL, by the file's ending.
pub fn pairs(path: &Path) -> Result<Vec<PairRow>> {
    let bytes = std::fs::read(path).map_err(|source| Error::read(path, source))?;
    let name = path.display().to_string();
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let binary = || Error::Input(format!("{name}: no text: the file holds binary data"));
    let text = &encoding::decode(&bytes).ok_or_else(binary)?.text;
    match ending.as_str() {
        "csv" => table(&name, text, b','),
        "tsv" | "tab" => table(&name, text, b'\t'),
        "jsonl" | "ndjson" => lines(&name, text),
        _ => Err(Error::Input(format!("{name}: pairs are read from .csv, .tsv or .jsonl files"))),
    }
}

fn table(name: &str, text: &str, delimiter: u8) -> Result<Vec<PairRow>> {
    let broken = |error: csv::Error| Error::Input(format!("{name}: {error}"));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(broken)?.clone();
    for column in ["a", "b"] {
        if !headers.iter().any(|header| header == column) {
            let has: Vec<&str> = headers.iter().collect();
            return Err(Error::Input(format!("{name}: no column `{column}`; it has: {}", has.join(", "))));
        }
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let cells = headers.iter().zip(record.iter().chain(std::iter::repeat("")));
        let columns = cells.map(|(header, cell)| (header.to_owned(), Value::from(cell))).collect();
        rows.push(row(columns));
    }
    Ok(rows)
}

fn lines(name: &str, text: &str) -> Result<Vec<PairRow>> {
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = index + 1;
        let columns: Map<String, Value> = serde_json::from_str(line)
            .map_err(|error| Error::Input(format!("{name}:{number}:{}: {error}", error.column())))?;
        if let Some(column) = ["a", "b"].iter().find(|column| !columns.contains_key(**column)) {
            return Err(Error::Input(format!("{name}:{number}: no field `{column}`")));
        }
        rows.push(row(columns));
    }
    Ok(rows)
}

fn row(columns: Map<String, Value>) -> PairRow {
    let sentence = |column: &str| match columns.get(column) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    };
    PairRow { a: sentence("a"), b: sentence("b"), columns }
}
