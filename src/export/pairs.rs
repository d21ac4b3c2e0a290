//! The table of compared sentence pairs, by the ending of its name: CSV, TSV or JSONL.

use std::path::Path;

use serde_json::{Value, json};

use super::disk;
use super::table::{Cell, write_delimited};
use crate::error::{Error, Result};
use crate::ingest::{ADDED, PairRow, PairTable};
use crate::model::{CharOffsets, Evidence, Finding};
use crate::pipeline::Compared;

/// How a table of pairs is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Delimited(u8),
    Lines,
}

/// The form that the ending of the output's name asks for.
pub fn form(path: &Path) -> Result<Form> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "csv" => Ok(Form::Delimited(b',')),
        "tsv" | "tab" => Ok(Form::Delimited(b'\t')),
        "jsonl" | "ndjson" => Ok(Form::Lines),
        _ => {
            let message = format!("{}: the output's name must end in .csv, .tsv or .jsonl", path.display());
            Err(Error::Usage(message))
        }
    }
}

/// Writes the table whole or not at all; `compared` has one entry a row.
pub fn save(table: &PairTable, compared: &[Compared], path: &Path) -> Result<()> {
    let bytes = match form(path)? {
        Form::Delimited(mark) => delimited(table, compared, mark),
        Form::Lines => Ok(lines(&table.rows, compared)),
    };
    disk::write_file(path, &bytes.map_err(|source| Error::write(path, source))?)
}

fn lines(rows: &[PairRow], compared: &[Compared]) -> Vec<u8> {
    let mut out = Vec::new();
    for (row, compared) in rows.iter().zip(compared) {
        let mut columns = row.columns.clone();
        columns.insert("score".into(), json!(rounded(compared.score)));
        columns.insert("relation".into(), json!(compared.relation.name()));
        columns.insert("divergences".into(), divergences(row, compared));
        out.extend(Value::Object(columns).to_string().into_bytes());
        out.push(b'\n');
    }
    out
}

fn delimited(table: &PairTable, compared: &[Compared], mark: u8) -> std::io::Result<Vec<u8>> {
    let header: Vec<&str> = table.columns.iter().map(String::as_str).chain(ADDED).collect();
    let rows = table.rows.iter().zip(compared).map(|(row, compared)| {
        let kept = table.columns.iter().map(|name| cell(row.columns.get(name)));
        kept.chain(added(compared)).map(|text| Cell::Text(text.into())).collect()
    });
    let mut out = Vec::new();
    write_delimited(&mut out, mark, &header, rows)?;
    Ok(out)
}

fn added(compared: &Compared) -> [String; 3] {
    let kinds: Vec<&str> = compared.findings.iter().map(|finding| finding.kind.name()).collect();
    [rounded(compared.score).to_string(), compared.relation.name().to_owned(), kinds.join(";")]
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn divergences(row: &PairRow, compared: &Compared) -> Value {
    let (a, b) = (CharOffsets::new(&row.a), CharOffsets::new(&row.b));
    let one = |finding: &Finding| {
        let (a, b) = (side(&finding.a, &a, &row.a), side(&finding.b, &b, &row.b));
        json!({"kind": finding.kind.name(), "a": a, "b": b})
    };
    compared.findings.iter().map(one).collect()
}

fn side(evidence: &Evidence, offsets: &CharOffsets, text: &str) -> Value {
    let (start, end) = offsets.span(evidence.span);
    json!({"start": start, "end": end, "text": evidence.span.of(text), "value": evidence.value})
}

/// Six decimals: more would only be noise, fewer would make ties.
fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}
