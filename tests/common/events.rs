//! Invented coverage of several events, and how to run the program on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::json;
use tempfile::TempDir;

const PLACES: &[&str] = &["Tarnby", "Marlow", "Halvik", "Orrin", "Selby", "Dunmore"];

pub fn crosswire(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("crosswire").expect("the program");
    command.args(arguments);
    command
}

pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

pub fn said(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

/// Two outlets on a fire, which part on a number.
pub fn event(name: &str, number: usize) -> [String; 2] {
    let place = PLACES[number % PLACES.len()];
    let (few, many) = (number % 7 + 3, number % 7 + 12);
    let one = format!("A fire destroyed the old mill in {place} on Monday, injuring {few} people.");
    let two =
        format!("The old mill in {place} was destroyed by a fire on Monday and {many} people were injured.");
    [("Courier", one), ("Gazette", two)]
        .map(|(outlet, text)| json!({"event": name, "outlet": outlet, "text": text}).to_string())
}

/// Five events, of which two names make the same folder name.
pub fn lines() -> Vec<String> {
    let names = ["Quay", "Mill", "mill", "Harbour fire", "Bridge"];
    names.iter().enumerate().flat_map(|(number, name)| event(name, number)).collect()
}

pub fn put(folder: &TempDir, name: &str, lines: &[String]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, lines.join("\n") + "\n").expect("a file");
    path
}

/// Every file below a folder, by its path inside it.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        match path.is_dir() {
            true => {
                all.extend(files(&path).into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)))
            }
            false => drop(all.insert(name, fs::read(&path).expect("a file"))),
        }
    }
    all
}

pub fn same(a: &Path, b: &Path) {
    let (a, b) = (files(a), files(b));
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    a.iter().for_each(|(name, bytes)| assert!(b[name] == *bytes, "{name} differs"));
}
