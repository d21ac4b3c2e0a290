//! The shapes that feeds, scrapers and search services write, read as they come.
//!
//! `tests/shapes/expected.tsv` says per file what is read, and what is said.

use std::fs;
use std::path::{Path, PathBuf};

use crosswire::ingest::{Options, load};
use crosswire::model::Document;

#[test]
fn every_shape_is_read_as_it_comes() {
    let expected = fs::read_to_string(folder().join("expected.tsv")).expect("the expectations");
    let mut expected: Vec<&str> = expected.lines().filter(|line| !line.starts_with('#')).collect();
    expected.sort_unstable();
    let found: Vec<String> = samples().iter().flat_map(|file| rows(file)).collect();
    let mut sorted: Vec<&str> = found.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    for (row, expected) in sorted.iter().zip(&expected) {
        assert_eq!(row, expected, "all that was found:\n{}", sorted.join("\n"));
    }
    assert_eq!(sorted.len(), expected.len(), "all that was found:\n{}", sorted.join("\n"));
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/shapes")
}

fn samples() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("the samples");
    let files = entries.map(|entry| entry.expect("an entry").path());
    files.filter(|file| !["README.md", "expected.tsv"].contains(&name(file).as_str())).collect()
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A row a document, and one for each thing that is said of the file.
fn rows(file: &Path) -> Vec<String> {
    let loaded = load(&[file.to_owned()], &mut std::io::empty(), &Options::default()).expect("loaded");
    let said = loaded.problems.iter().map(|problem| format!("! {}\t{}", name(file), problem.message));
    loaded.documents.iter().map(|document| row(&name(file), document)).chain(said).collect()
}

fn row(file: &str, document: &Document) -> String {
    let known = |value: &Option<String>| value.clone().unwrap_or_default();
    let paragraphs = document.text[document.body..].lines().filter(|line| !line.trim().is_empty()).count();
    [
        file.to_owned(),
        document.outlet.clone(),
        known(&document.title),
        document.published.map(|published| published.to_string()).unwrap_or_default(),
        known(&document.url),
        known(&document.language),
        known(&document.author),
        paragraphs.to_string(),
    ]
    .join("\t")
}
