//! Public collections of hostile files, through `inspect` and `compare`: nothing falls over, nothing hangs, no neighbour is
//! lost, and what is written can be read.
//!
//! `CROSSWIRE_GOLD` names the folder that holds them in `naughty`.

#[allow(dead_code)] // a part of it is used here
#[path = "common/events.rs"]
mod events;
#[path = "common/outputs.rs"]
mod outputs;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::assert::Assert;
use events::{crosswire, folder, said, text};
use serde_json::{Value, json};

/// Longer than any of this takes on a slow machine.
const PATIENCE: Duration = Duration::from_secs(180);
/// Documents in an event: few enough for Graphviz to lay them out.
const BATCH: usize = 40;
/// Two accounts of one fire, which share claims.
const GOOD: [(&str, &str); 2] = [
    (
        "Courier",
        "Fire at the mill\n\nA fire destroyed the old mill in Tarnby on Monday, injuring 12 people. The mayor, Ida Holm, \
         promised to rebuild it within two years.",
    ),
    (
        "Gazette",
        "Blaze guts mill\n\nThe old mill in Tarnby was destroyed by a fire on Monday and 17 people were injured. Mayor Ida \
         Holm promised that it will be rebuilt within two years.",
    ),
];

#[test]
fn hostile_files_beside_good_ones() {
    let Some(naughty) = naughty() else { return };
    let (input, output) = (folder(), folder());
    put_good(input.path());
    for part in
        ["JSONTestSuite/test_parsing", "csv-spectrum/csvs", "csv-spectrum/json", "html5lib/encoding", "."]
    {
        copy(&naughty.join(part), input.path());
    }
    let inspected = run(&["inspect", text(input.path())]);
    rows_are_json(&inspected);
    let compared = run(&["compare", text(input.path()), "-o", text(output.path())]);
    assert_eq!(compared.get_output().status.code(), Some(3));
    outputs::can_be_read(output.path());
    outputs::has_shared_claim(output.path(), "Courier; Gazette");
    refused_are_named(&naughty.join("JSONTestSuite/test_parsing"), &said(&compared));
}

#[test]
fn hostile_texts_in_events() {
    let Some(naughty) = naughty() else { return };
    let (input, output) = (folder(), folder());
    let strings: Vec<String> = parsed(&naughty.join("blns.json"));
    let file = input.path().join("strings.jsonl");
    fs::write(&file, strings.chunks(BATCH).enumerate().map(batch).collect::<String>()).expect("a file");
    rows_are_json(&run(&["inspect", text(&file)]));
    every_event_is_whole(&file, output.path(), strings.len().div_ceil(BATCH));
}

#[test]
fn hostile_pages_in_events() {
    let Some(naughty) = naughty() else { return };
    let (input, output) = (folder(), folder());
    let lines = fs::read_to_string(naughty.join("html5lib_inputs.jsonl")).expect("the pages");
    let pages: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for (number, pages) in pages.chunks(BATCH).enumerate() {
        let folder = input.path().join(format!("event-{number}"));
        fs::create_dir(&folder).expect("a folder");
        put_good(&folder);
        for (number, page) in pages.iter().enumerate() {
            let html = page["html"].as_str().unwrap_or_default();
            fs::write(folder.join(format!("page-{number}.html")), html).expect("a page");
        }
    }
    rows_are_json(&run(&["inspect", text(input.path())]));
    every_event_is_whole(input.path(), output.path(), pages.len().div_ceil(BATCH));
}

/// The folder of the collections; without it the tests say so and pass.
fn naughty() -> Option<PathBuf> {
    let gold = std::env::var_os("CROSSWIRE_GOLD");
    if gold.is_none() {
        eprintln!("SKIPPED: CROSSWIRE_GOLD is not set; the collections of hostile files were not read");
    }
    gold.map(|gold| PathBuf::from(gold).join("naughty"))
}

fn run(arguments: &[&str]) -> Assert {
    let done = crosswire(arguments).arg("--quiet").timeout(PATIENCE).assert();
    let said = said(&done);
    let code = done.get_output().status.code();
    assert!(matches!(code, Some(0 | 3)), "{arguments:?} ended with {code:?}:\n{said}");
    assert!(!said.contains("panicked") && !said.contains("a fault of crosswire"), "{said}");
    done
}

fn put_good(folder: &Path) {
    for (outlet, text) in GOOD {
        fs::write(folder.join(format!("{outlet}.txt")), format!("---\noutlet: {outlet}\n---\n{text}\n"))
            .expect("a file");
    }
}

/// Copies the files of a folder, each under a name that tells its folder.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let inside = to.join(from.file_name().unwrap_or_default());
            fs::create_dir_all(&inside).expect("a folder");
            fs::write(inside.join(name), fs::read(&path).expect("a file")).expect("a copy");
        }
    }
}

fn parsed<T: serde::de::DeserializeOwned>(file: &Path) -> T {
    serde_json::from_str(&fs::read_to_string(file).expect("a file")).expect("JSON")
}

/// The lines of an event: each string as a text, as a title and as a name, and two good documents.
fn batch((number, strings): (usize, &[String])) -> String {
    let event = format!("event {number}");
    let good = GOOD.map(|(outlet, text)| json!({"event": event, "outlet": outlet, "text": text}));
    let naughty = strings.iter().enumerate().map(|(at, string)| {
        let said = format!("{string} was what the mayor of Tarnby said of the fire.");
        match at % 3 {
            0 => json!({"event": event, "outlet": format!("o{at}"), "text": string}),
            1 => json!({"event": event, "outlet": string, "title": string, "text": said}),
            _ => {
                json!({"event": event, "outlet": format!("o{at}"), "id": string, "url": string, "text": said})
            }
        }
    });
    good.into_iter().chain(naughty).map(|line| line.to_string() + "\n").collect()
}

fn rows_are_json(inspected: &Assert) {
    let rows = String::from_utf8(inspected.get_output().stdout.clone()).expect("UTF-8");
    let rows: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).expect("JSON")).collect();
    let good = |outlet: &str| rows.iter().any(|row| row["type"] == "document" && row["outlet"] == outlet);
    assert!(good("Courier") && good("Gazette"), "the good documents are there");
}

/// Compares, and looks at what was written for each event.
fn every_event_is_whole(input: &Path, output: &Path, events: usize) {
    run(&["compare", text(input), "--events", "-o", text(output)]);
    let folders: Vec<PathBuf> = fs::read_dir(output)
        .expect("the output")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    assert_eq!(folders.len(), events);
    for folder in folders {
        outputs::can_be_read(&folder);
        outputs::has_shared_claim(&folder, "Courier; Gazette");
    }
}

/// Every file that is no JSON is named with its line and column; one that is blank has no place.
fn refused_are_named(suite: &Path, said: &str) {
    let entries = fs::read_dir(suite).expect("the suite").map(|entry| entry.expect("an entry").path());
    let refused: Vec<PathBuf> = entries.filter(|path| name(path).starts_with("n_")).collect();
    assert_eq!(refused.len(), 188);
    for path in refused {
        let blank = fs::read(&path).expect("a file").iter().all(u8::is_ascii_whitespace);
        let mark = format!("{}:", name(&path));
        let lines: Vec<&str> = said.lines().filter_map(|line| Some(line.split_once(&mark)?.1)).collect();
        let placed = lines.iter().any(|rest| {
            let mut numbers = rest.split(':').map(str::parse::<u64>);
            blank && rest.contains("empty")
                || matches!((numbers.next(), numbers.next()), (Some(Ok(_)), Some(Ok(_))))
        });
        assert!(placed, "{}: {lines:?}", path.display());
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
