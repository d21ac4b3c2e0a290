//! The order of the house: a room uses only rooms below it, and the doors to the outside stay few.
//! `ARCHITECTURE.md` gives the reasons.

use std::fs;
use std::path::{Path, PathBuf};

/// Floors from the ground up. Rooms on one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["error", "part", "timing", "browser", "model"],
    &["lexicon", "text"],
    &["ingest", "annotate", "similarity"],
    &["align", "diverge", "facts", "provenance"],
    &["pipeline"],
    &["graph"],
    &["export"],
    &["batch"],
    &["cli"],
];

/// On one floor, but one builds on the other: words are folded by `text`, and `text` cuts sentences with the
/// abbreviations of `lexicon`.
const NEIGHBOURS: &[(&str, &str)] =
    &[("lexicon", "text"), ("text", "lexicon"), ("model", "part"), ("error", "model")];

#[test]
fn rooms_use_only_lower_floors() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let Some(floor) = floor(&room(&file)) else { continue };
        for used in used_rooms(&text) {
            let below = self::floor(&used).is_some_and(|other| other < floor);
            let known = used == room(&file) || NEIGHBOURS.contains(&(room(&file).as_str(), used.as_str()));
            if !below && !known {
                wrong.push(format!("{} uses crate::{used}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_has_a_floor() {
    for (file, _) in sources() {
        let room = room(&file);
        assert!(
            ["lib", "main"].contains(&room.as_str()) || floor(&room).is_some(),
            "{} has no floor",
            file.display()
        );
    }
}

#[test]
fn only_the_doors_touch_the_file_system_and_only_main_prints() {
    for (file, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let door = ["ingest", "export"].contains(&room(&file).as_str());
        assert!(
            door || !code.contains("std::fs") && !code.contains("fs::"),
            "{} touches files",
            file.display()
        );
        for call in ["println!(", "print!(", "process::exit"] {
            assert!(room(&file) == "main" || !code.contains(call), "{} calls {call}", file.display());
        }
    }
}

#[test]
fn no_file_is_a_warehouse() {
    for (file, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 500, "{} has {lines} lines: is it one room?", file.display());
    }
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// `src/align/cluster.rs` → `align`, `src/cli.rs` → `cli`.
fn room(file: &Path) -> String {
    let inside = file.strip_prefix(root()).expect("a file under src");
    let first =
        inside.components().next().expect("a path has a part").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The rooms named in `crate::room` and `use crate::{room, …}`.
fn used_rooms(text: &str) -> Vec<String> {
    let code =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut rooms = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(top_level_names(list)),
            None => rooms.extend(leading_name(rest)),
        }
    }
    rooms.retain(|room| floor(room).is_some());
    rooms
}

/// The names directly inside a use list: `align, export::{a, b}}` gives `align` and `export`.
fn top_level_names(list: &str) -> Vec<String> {
    let (mut depth, mut names, mut start) = (0, Vec::new(), true);
    for (index, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            c if start && c.is_alphabetic() => {
                names.extend(leading_name(&list[index..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}

fn leading_name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    collect(&root(), &mut files);
    files.sort();
    assert!(files.len() > 30, "the walk over src has found only {} files", files.len());
    files
        .into_iter()
        .map(|file| (file.clone(), fs::read_to_string(&file).expect("a source file is readable")))
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is readable") {
        let path = entry.expect("an entry is readable").path();
        match path.is_dir() {
            true => collect(&path, files),
            false if path.extension().is_some_and(|ending| ending == "rs") => files.push(path),
            false => {}
        }
    }
}
