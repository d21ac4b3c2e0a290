//! What an office suite makes of the tables: LibreOffice opens them, and every cell is held against the file.
//!
//! Without it the test says so and passes, but never where `CI` is set.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use assert_cmd::prelude::*;
use calamine::{Data, DataType, Ods, Range, Reader, open_workbook};
use serde_json::json;

/// What tables are opened with: parted by commas, quoted by `"`, UTF-8, from the first line, numbers and dates found,
/// and whatever looks like a formula is one.
const AS_UTF8: &str = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true";
/// Columns that hold numbers wherever they hold anything.
const NUMBERS: &[&str] = &["outlets", "start", "end", "words", "score", "documents", "divergences", "pairs"];
/// What would run, or turn into something else, in a sheet that takes it as typed.
const HOSTILE: &[&str] = &[
    "=1+1",
    "+cmd|'/C calc'!A1",
    "-2+3",
    "@SUM(A1)",
    "=HYPERLINK(\"http://example.org\",\"y\")",
    "\t=1+1",
    "\u{2003}=1+1",
    "＝1+1",
    "é “港口” 🏠 שלום",
    "\"quoted\", with; commas",
];

#[test]
fn libreoffice_shows_tables_as_they_are() {
    if !has_office() {
        assert!(
            std::env::var_os("CI").is_none(),
            "CI must have LibreOffice: no office suite has opened the tables"
        );
        eprintln!(
            "SKIPPED: LibreOffice (soffice) is not installed, so no office suite has opened the tables"
        );
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (input, out) = (folder.path().join("hostile.jsonl"), folder.path().join("out"));
    fs::write(&input, coverage()).expect("a file");
    Command::cargo_bin("crosswire")
        .expect("the program")
        .args(["compare", "--quiet", "--format", "csv,xlsx", "--output"])
        .args([&out, &input])
        .assert()
        .success();
    let mut seen = String::new();
    for table in tables(&out) {
        let name = table.display();
        let (expected, found) = (rows(&table), opened(&table, folder.path(), &[AS_UTF8]));
        assert_eq!((found.height(), found.width()), (expected.len(), expected[0].len()), "{name}: size");
        for (row, cells) in expected.iter().zip(found.rows()) {
            for ((column, cell), shown) in expected[0].iter().zip(row).zip(cells) {
                let place = format!("{name}: {column}");
                is_shown(cell, shown, &place);
                let is_number = NUMBERS.contains(&column.as_str()) && !cell.is_empty() && row != &expected[0];
                assert!(!is_number || shown.is_float(), "{place}: {shown:?} is no number");
                seen.push_str(&shown.to_string());
            }
        }
    }
    HOSTILE[8..].iter().for_each(|text| assert!(seen.contains(text), "{text} is not shown"));
    let book = opened(&out.join("comparison.xlsx"), folder.path(), &[]);
    assert!(book.used_cells().any(|(_, _, shown)| shown.to_string().contains(HOSTILE[8])));
}

/// Every name is hostile, and every text begins so.
fn coverage() -> String {
    let lines = HOSTILE.iter().enumerate().map(|(at, bad)| {
        let text = format!(
            "{bad} The ferry ran aground near Ostrey on Tuesday with {} people hurt.\n\n{bad} The mayor of Ostrey said \
             the port will close until Friday morning.",
            at + 12
        );
        json!({"id": format!("{bad} {at}"), "outlet": bad, "title": bad, "author": bad, "text": text})
    });
    lines.map(|line| format!("{line}\n")).collect()
}

fn tables(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).expect("the output").map(|entry| entry.expect("an entry").path());
    all.filter(|path| path.extension().is_some_and(|found| found == "csv")).collect()
}

fn rows(table: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(table).expect("a table");
    let row = |row: csv::Result<csv::StringRecord>| row.expect("a row").iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

fn is_shown(cell: &str, shown: &Data, place: &str) {
    match shown {
        Data::Empty => assert_eq!(cell, "", "{place}"),
        // The format keeps white space as elements of its own, of which the reader makes what it likes.
        Data::String(text) => assert_eq!(dense(text), dense(cell), "{place}"),
        Data::Float(number) => assert_eq!(cell.parse().ok(), Some(*number), "{place}: {cell:?}"),
        other => panic!("{place}: {cell:?} is shown as {other:?}"),
    }
}

fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The first sheet of a file as LibreOffice reads it; no formula is in any.
fn opened(file: &Path, folder: &Path, how: &[&str]) -> Range<Data> {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let run = Command::new("soffice")
        .args([&profile, "--headless"])
        .args(how)
        .args(["--convert-to", "ods", "--outdir"])
        .args([&folder.join("office"), file])
        .output()
        .expect("LibreOffice starts");
    let name = file.with_extension("ods");
    let converted = folder.join("office").join(name.file_name().expect("a name"));
    let mut book: Ods<_> = open_workbook(&converted).unwrap_or_else(|error| {
        panic!("{}: {error}: {}", file.display(), String::from_utf8_lossy(&run.stderr))
    });
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).expect("a sheet");
        assert_eq!(formulas.used_cells().next(), None, "{}: {sheet}: a formula", file.display());
    }
    book.worksheet_range_at(0).expect("a sheet").expect("cells")
}

fn has_office() -> bool {
    let run = Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok_and(|status| status.success())
}
