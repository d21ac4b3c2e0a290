//! The table of compared sentence pairs, by the ending of its name: CSV, TSV or JSONL.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::{disk, table};
use crate::error::{Error, Result};
use crate::model::{CharOffsets, Evidence, Finding};
use crate::pipeline::Compared;
use crate::read::PairRow;

/// The columns added; an input's own column of such a name is kept as `input_…`.
const ADDED: [&str; 3] = ["score", "relation", "divergences"];

/// Writes the table whole or not at all; `compared` has one entry a row.
pub fn save(rows: &[PairRow], compared: &[Compared], path: &Path) -> Result<()> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let bytes = match ending.as_str() {
        "csv" => delimited(rows, compared, b','),
        "tsv" | "tab" => delimited(rows, compared, b'\t'),
        "jsonl" | "ndjson" => Ok(lines(rows, compared)),
        _ => {
            let message = format!("{}: the output's name must end in .csv, .tsv or .jsonl", path.display());
            return Err(Error::Usage(message));
        }
    };
    disk::write_file(path, &bytes.map_err(|source| Error::write(path, source))?)
}

fn lines(rows: &[PairRow], compared: &[Compared]) -> Vec<u8> {
    let mut out = Vec::new();
    for (row, compared) in rows.iter().zip(compared) {
        let mut columns = kept(&row.columns);
        columns.insert("score".into(), json!(rounded(compared.score)));
        columns.insert("relation".into(), json!(compared.relation.name()));
        columns.insert("divergences".into(), divergences(row, compared));
        out.extend(Value::Object(columns).to_string().into_bytes());
        out.push(b'\n');
    }
    out
}

fn kept(columns: &Map<String, Value>) -> Map<String, Value> {
    columns.iter().map(|(name, value)| (kept_name(name), value.clone())).collect()
}

fn kept_name(name: &str) -> String {
    if ADDED.contains(&name) { format!("input_{name}") } else { name.to_owned() }
}

fn delimited(rows: &[PairRow], compared: &[Compared], delimiter: u8) -> std::io::Result<Vec<u8>> {
    let mut names: Vec<String> = Vec::new();
    for name in rows.iter().flat_map(|row| row.columns.keys()) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let header: Vec<String> =
        names.iter().map(|name| table::text(&kept_name(name))).chain(ADDED.map(str::to_owned)).collect();
    let cells = rows.iter().zip(compared).map(|(row, compared)| {
        let kept = names.iter().map(|name| table::text(&cell(row.columns.get(name))));
        kept.chain(added(compared)).collect()
    });
    let mut out = Vec::new();
    table::write_delimited(&mut out, delimiter, &header, cells)?;
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
