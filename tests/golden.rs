//! What crosswire makes of the sample coverage and of a small hand-made analysis, byte for byte.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes the files anew; read the difference before you commit it.

#[allow(dead_code)] // the tests of the exporters use the rest of it
#[path = "common/analyses.rs"]
mod analyses;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use crosswire::export::{self, Options};

const EVENTS: &[&str] = &["ferry-grounding", "library-levy"];

#[test]
fn the_reports_are_what_the_program_writes() {
    let mut differences = Vec::new();
    for event in EVENTS {
        let output = tempfile::tempdir().expect("a temporary folder");
        let by_default = export::default_formats();
        let told = run(event, output.path(), &[&by_default[..], &["markdown"]].concat().join(","));
        let mut files = vec![("summary.txt".to_owned(), told)];
        for entry in fs::read_dir(output.path()).expect("the output") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            files.push((name, fs::read(&path).expect("an output file")));
        }
        let expected =
            export::EXPORTERS.iter().filter(|exporter| by_default.contains(&exporter.format())).count();
        assert_eq!(files.len(), expected + 2, "{event}: every exporter asked for writes one file");
        differences.extend(compare(&root().join("reports").join(event), files));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Runs `compare` on a sample event; gives what it prints.
fn run(event: &str, output: &Path, formats: &str) -> Vec<u8> {
    let run = Command::cargo_bin("crosswire")
        .expect("the program")
        .current_dir(root())
        .args(["compare", &format!("data/events/{event}"), "--color", "never", "--output"])
        .arg(output)
        .args(["--format", formats])
        .assert()
        .success();
    run.get_output().stdout.clone()
}

#[test]
fn every_exporter_of_text_writes_the_same_of_the_hand_made_analysis() {
    let analysis = analyses::bridge();
    let formats = export::formats().into_iter().filter(|&format| format != "xlsx");
    let options = Options { formats: formats.map(str::to_owned).collect(), ..Options::default() };
    let rendered = export::render(&analysis, &options).expect("it renders");
    let files = rendered.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
    let differences = compare(&root().join("tests/golden/bridge"), files);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Where the files differ from the folder; writes them when asked to.
fn compare(folder: &Path, files: Vec<(String, Vec<u8>)>) -> Vec<String> {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(folder).expect("the folder can be made");
        files
            .iter()
            .for_each(|(name, bytes)| fs::write(folder.join(name), bytes).expect("it can be written"));
        return Vec::new();
    }
    files.iter().filter_map(|(name, bytes)| difference(&folder.join(name), bytes)).collect()
}

/// The first line in which a file differs, and what to do.
fn difference(path: &Path, bytes: &[u8]) -> Option<String> {
    let stored = fs::read(path).unwrap_or_default();
    if stored == bytes {
        return None;
    }
    let (old, new) = (String::from_utf8_lossy(&stored), String::from_utf8_lossy(bytes));
    let line = old
        .lines()
        .zip(new.lines())
        .position(|(x, y)| x != y)
        .unwrap_or(old.lines().count().min(new.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("(end)").chars().take(200).collect::<String>();
    Some(format!(
        "{} differs in line {}:\n  stored: {}\n  now:    {}\n  if it is meant: UPDATE_GOLDEN=1 cargo test --test golden",
        path.display(),
        line + 1,
        at(&old),
        at(&new)
    ))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
