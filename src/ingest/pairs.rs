//! A table of sentence pairs: columns `a` and `b`, every other column kept as it is.

use std::path::Path;

use serde_json::{Map, Value};

use super::file;
use crate::error::{Error, Problem, Result};

/// The columns that comparing adds; an input's own column of such a name is kept as `input_…`.
pub const ADDED: [&str; 3] = ["score", "relation", "divergences"];

/// A table of pairs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairTable {
    /// The columns that are kept, each name once, in their order.
    pub columns: Vec<String>,
    pub rows: Vec<PairRow>,
    /// What the user should know.
    pub problems: Vec<Problem>,
}

/// One row: its kept columns by name, and the two sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    pub columns: Map<String, Value>,
    pub a: String,
    pub b: String,
}

/// Reads CSV, TSV or JSONL, by the file's ending.
pub fn pairs(path: &Path) -> Result<PairTable> {
    let (name, decoded) = file::table(path)?;
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let mut table = match ending.as_str() {
        "csv" => table(&name, &decoded.text, b','),
        "tsv" | "tab" => table(&name, &decoded.text, b'\t'),
        "jsonl" | "ndjson" => lines(&name, &decoded.text),
        _ => Err(Error::Input(format!("{name}: pairs are read from .csv, .tsv or .jsonl files"))),
    }?;
    table.problems.extend(decoded.note.map(|note| Problem::notice(&name, note)));
    Ok(table)
}

fn table(name: &str, text: &str, delimiter: u8) -> Result<PairTable> {
    let broken = |error: csv::Error| Error::Input(format!("{name}: {error}"));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let headers: Vec<String> = reader.headers().map_err(broken)?.iter().map(str::to_owned).collect();
    let place = |column: &str| {
        let missing =
            || Error::Input(format!("{name}: no column `{column}`; it has: {}", headers.join(", ")));
        headers.iter().position(|header| header == column).ok_or_else(missing)
    };
    let (a, b) = (place("a")?, place("b")?);
    let columns = kept_names(&headers);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let cell = |index: usize| record.get(index).unwrap_or_default();
        let cells =
            columns.iter().enumerate().map(|(index, column)| (column.clone(), Value::from(cell(index))));
        rows.push(PairRow { columns: cells.collect(), a: cell(a).to_owned(), b: cell(b).to_owned() });
    }
    Ok(PairTable { columns, rows, problems: Vec::new() })
}

fn lines(name: &str, text: &str) -> Result<PairTable> {
    let mut objects: Vec<Map<String, Value>> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = index + 1;
        let object: Map<String, Value> = serde_json::from_str(line)
            .map_err(|error| Error::Input(format!("{name}:{number}:{}: {error}", error.column())))?;
        if let Some(column) = ["a", "b"].iter().find(|column| !object.contains_key(**column)) {
            return Err(Error::Input(format!("{name}:{number}: no field `{column}`")));
        }
        names.extend(object.keys().filter(|key| !names.contains(key)).cloned().collect::<Vec<_>>());
        objects.push(object);
    }
    let columns = kept_names(&names);
    let row = |object: Map<String, Value>| {
        let kept = names.iter().zip(&columns);
        let cells = kept.filter_map(|(name, column)| Some((column.clone(), object.get(name)?.clone())));
        PairRow { a: sentence(object.get("a")), b: sentence(object.get("b")), columns: cells.collect() }
    };
    Ok(PairTable { rows: objects.into_iter().map(row).collect(), columns, problems: Vec::new() })
}

fn sentence(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

/// The names under which the input's columns are kept: none of the added ones, each once.
fn kept_names(names: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let wish = if ADDED.contains(&name.as_str()) { format!("input_{name}") } else { name.clone() };
        let taken =
            |wish: &String| kept.contains(wish) || *wish != *name && names[index + 1..].contains(wish);
        let numbered = (2_usize..).map(|number| format!("{wish}_{number}"));
        let free = std::iter::once(wish.clone()).chain(numbered).find(|wish| !taken(wish));
        kept.push(free.unwrap_or(wish));
    }
    kept
}
