//! What the documentation promises of the program and no other test holds it to: thresholds, encodings, the
//! shapes of `inspect` and `pairs`, runs over the shipped events.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::Value;
use tempfile::TempDir;

const QUAY: &str = "Crane falls at the quay\n\nA crane fell at the Marlow quay on Tuesday, and 4 dockers were hurt. \
    \"It simply gave way,\" said Nils Orvik, the harbour master.\n";
const CRANE: &str = "Crane falls at the quay\n\nA crane fell at the Marlow quay on Tuesday, and 9 dockers were hurt. \
    Harbour master Nils Orvik said: \"It simply gave way.\"\n";

fn run(arguments: &[&str]) -> Assert {
    let mut command = Command::cargo_bin("crosswire").expect("the program");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).assert()
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    files.iter().for_each(|(name, bytes)| fs::write(folder.path().join(name), bytes).expect("a file"));
    folder
}

fn coverage() -> TempDir {
    folder(&[("post.txt", QUAY.as_bytes()), ("herald.txt", CRANE.as_bytes())])
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn said(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

fn rows(path: PathBuf) -> usize {
    records(path).len()
}

/// The rows of a table below its header.
fn records(path: PathBuf) -> Vec<csv::StringRecord> {
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let table = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte-order mark");
    csv::Reader::from_reader(table).records().collect::<Result<Vec<_>, _>>().expect("rows")
}

fn json_lines(bytes: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Every file below a folder, with its bytes.
fn written(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(written(&path).into_iter().map(|(name, bytes)| (path.join(name), bytes)));
        } else {
            files.push((path.clone(), fs::read(&path).expect("a file")));
        }
    }
    files.iter_mut().for_each(|(path, _)| {
        *path = path.strip_prefix(folder).expect("below the folder").to_owned();
    });
    files.sort();
    files
}

#[test]
fn a_higher_threshold_aligns_less() {
    let input = coverage();
    let aligned = |threshold: &str| {
        let output = folder(&[]);
        let arguments =
            ["compare", text(input.path()), "-o", text(output.path()), "-q", "--threshold", threshold];
        run(&arguments).code(0);
        rows(output.path().join("alignments.csv"))
    };
    let (low, high) = (aligned("0.3"), aligned("1"));
    assert!(low > high, "{low} alignments at 0.3, {high} at 1");
}

#[test]
fn a_refused_threshold_says_what_is_needed() {
    for threshold in ["-0.1", "1.01", "nan", "inf", "half", ""] {
        let option = format!("--threshold={threshold}");
        let done = run(&["compare", "data/events", "-o", "unused", &option]).code(2);
        assert!(said(&done).contains("from 0 to 1"), "{threshold}: {}", said(&done));
    }
    assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join("unused").exists());
}

#[test]
fn the_shipped_events_give_the_same_bytes_on_any_number_of_threads() {
    let (one, many) = (folder(&[]), folder(&[]));
    let shown = [(&one, "1"), (&many, "4")].map(|(output, jobs)| {
        let arguments = ["compare", "data/events", "--events", "-o", text(output.path()), "--jobs", jobs];
        run(&arguments).code(0).get_output().stdout.clone()
    });
    assert_eq!(shown[0], shown[1], "the summaries");
    let (first, second) = (written(one.path()), written(many.path()));
    let names = |files: &[(PathBuf, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    for ((name, a), (_, b)) in first.iter().zip(&second) {
        assert!(a == b, "{} differs", name.display());
    }
}

#[test]
fn three_outlets_against_two_are_one_divergence() {
    let report = |number: &str, after: &str| {
        format!(
            "Crane falls\n\nA crane fell at the Marlow quay on Tuesday, and {number} dockers were hurt{after}.\n"
        )
    };
    let files = [
        ("bell.txt", report("17", ", the harbour office said")),
        ("gull.txt", report("12", "")),
        ("herald.txt", report("12", " in the fall")),
        ("post.txt", report("17", "")),
        ("star.txt", report("12", ", the mayor said")),
    ];
    let input = folder(&files.each_ref().map(|(name, text)| (*name, text.as_bytes())));
    let output = folder(&[]);
    let done = run(&["compare", text(input.path()), "-o", text(output.path())]).code(0);
    let found = records(output.path().join("divergences.csv"));
    let numbers: Vec<_> = found.iter().filter(|row| &row[2] == "number").collect();
    assert_eq!(numbers.len(), 1, "{found:?}");
    let cells = [3, 4, 5, 6, 15].map(|column| &numbers[0][column]);
    assert_eq!(cells, ["gull; herald; star", "12", "bell; post", "17", "6"]);
    let summary = String::from_utf8_lossy(&done.get_output().stdout).into_owned();
    assert!(summary.contains("12 ≠ 17") && summary.contains("12: gull, herald, star"), "{summary}");
}

#[test]
fn a_second_run_replaces_the_first_and_leaves_other_files_alone() {
    let (input, output) = (coverage(), folder(&[("notes.md", b"mine"), ("claims.csv", b"old")]));
    let arguments = ["compare", text(input.path()), "-o", text(output.path()), "-q"];
    run(&arguments).code(0);
    let first = written(output.path());
    run(&arguments).code(0);
    assert_eq!(first, written(output.path()));
    assert_eq!(fs::read(output.path().join("notes.md")).expect("a file"), b"mine");
    assert_ne!(fs::read(output.path().join("claims.csv")).expect("a file"), b"old");
    assert!(first.iter().all(|(name, _)| !text(name).starts_with('.')), "no temporary file is left");
}

#[test]
fn bytes_that_are_not_utf_8_are_read_and_said_so() {
    let input = coverage();
    let put = |name: &str, bytes: &[u8]| fs::write(input.path().join(name), bytes).expect("a file");
    put("gull.txt", b"Crane down\n\nThe caf\xe9 by the quay was \x93untouched\x94, the owners said.\n");
    let output = folder(&[]);
    let done = run(&["compare", text(input.path()), "-o", text(output.path()), "-q"]).code(0);
    assert!(said(&done).contains("gull.txt: not valid UTF-8"), "{}", said(&done));
    let mentions = fs::read_to_string(output.path().join("mentions.csv")).expect("a table");
    assert!(mentions.contains("The café by the quay was “untouched”"), "{mentions}");
}

#[test]
fn inspect_points_to_characters_everywhere() {
    for input in ["data/events/ferry-grounding", "data/events/library-levy"] {
        let done = run(&["inspect", input]).code(0);
        let rows = json_lines(&done.get_output().stdout);
        let ids: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        assert_eq!(ids.len(), rows.len(), "every row has an id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "no id is given twice");
        for document in rows.iter().filter(|row| row["type"] == "document") {
            let text: Vec<char> = document["text"].as_str().expect("a text").chars().collect();
            let own = rows.iter().filter(|row| row["document"] == document["id"]);
            assert!(own.clone().count() > 0, "{}", document["id"]);
            own.for_each(|row| fits(row, row, &text));
        }
    }
}

/// Every object with a start and an end, however deep, holds the text at that place; `row` is for the message.
fn fits(row: &Value, value: &Value, text: &[char]) {
    match value {
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (value["start"].as_u64(), value["end"].as_u64()) {
                let place: String = text[start as usize..end as usize].iter().collect();
                assert_eq!(Some(place.as_str()), value["text"].as_str(), "{row}");
                assert!(start < end, "{row}");
            }
            fields.values().for_each(|inner| fits(row, inner, text));
        }
        Value::Array(items) => items.iter().for_each(|inner| fits(row, inner, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn inspect_writes_the_same_to_a_file() {
    let (input, output) = (coverage(), folder(&[]));
    let file = output.path().join("rows.jsonl");
    let shown = run(&["inspect", text(input.path())]).code(0).get_output().stdout.clone();
    let done = run(&["inspect", text(input.path()), "--output", text(&file)]).code(0);
    assert!(done.get_output().stdout.is_empty());
    assert_eq!(fs::read(file).expect("a file"), shown);
    let kinds: BTreeSet<String> =
        json_lines(&shown).iter().filter_map(|row| Some(row.get("kind")?.as_str()?.to_owned())).collect();
    assert_eq!(kinds, BTreeSet::from(["headline".to_owned(), "sentence".to_owned()]));
}

#[test]
fn pairs_read_and_write_every_format_alike() {
    let tables: &[(&str, &str)] = &[
        (
            "in.csv",
            "id,a,b\n1,The crane fell.,The crane fell.\n2,\"4 dockers, all men, were hurt.\",9 dockers were hurt.\n",
        ),
        (
            "in.tsv",
            "id\ta\tb\n1\tThe crane fell.\tThe crane fell.\n2\t4 dockers, all men, were hurt.\t9 dockers were hurt.\n",
        ),
        (
            "in.jsonl",
            "{\"id\":\"1\",\"a\":\"The crane fell.\",\"b\":\"The crane fell.\"}\n{\"id\":\"2\",\"a\":\"4 dockers, all men, were hurt.\",\"b\":\"9 dockers were hurt.\"}\n",
        ),
    ];
    for ending in ["csv", "tsv", "jsonl"] {
        let outputs: BTreeSet<Vec<u8>> = tables
            .iter()
            .map(|(name, table)| {
                let place = folder(&[(name, table.as_bytes())]);
                let output = place.path().join(format!("out.{ending}"));
                run(&["pairs", text(&place.path().join(name)), "-o", text(&output)]).code(0);
                fs::read(output).expect("the output")
            })
            .collect();
        assert_eq!(outputs.len(), 1, "{ending} does not depend on the format that was read");
    }
}

#[test]
fn pairs_in_json_lines_keep_values_and_point_to_both_sides() {
    let row = r#"{"a":"“Größe”: 4 dockers were hurt on the quay.","b":"9 dockers were hurt on the quay.","tags":["x",1],"gold":null}"#;
    let place = folder(&[("in.jsonl", row.as_bytes())]);
    let output = place.path().join("out.jsonl");
    run(&["pairs", text(&place.path().join("in.jsonl")), "-o", text(&output)]).code(0);
    let rows = json_lines(&fs::read(output).expect("the output"));
    assert_eq!((&rows[0]["tags"], &rows[0]["gold"]), (&serde_json::json!(["x", 1]), &Value::Null));
    let found = rows[0]["divergences"].as_array().expect("a list");
    assert!(found.iter().any(|one| one["kind"] == "number"), "{}", rows[0]);
    for (one, side) in found.iter().flat_map(|one| [(one, "a"), (one, "b")]) {
        let sentence: Vec<char> = rows[0][side].as_str().expect("a sentence").chars().collect();
        fits(&rows[0], &one[side], &sentence);
    }
}

#[test]
fn equal_texts_score_one_in_any_script() {
    let sentences = ["The crane fell.", "!!!", "港口的起重机倒塌了。", "👩🏽‍🚒", "4", "«Нет»", "=1+1"];
    let table: String =
        sentences.iter().map(|text| serde_json::json!({"a": text, "b": text}).to_string() + "\n").collect();
    let place = folder(&[("in.jsonl", table.as_bytes())]);
    let output = place.path().join("out.jsonl");
    run(&["pairs", text(&place.path().join("in.jsonl")), "-o", text(&output)]).code(0);
    for row in json_lines(&fs::read(output).expect("the output")) {
        assert_eq!((&row["score"], &row["relation"]), (&1.0.into(), &"verbatim".into()), "{row}");
        assert_eq!(row["divergences"], serde_json::json!([]), "{row}");
    }
}

#[test]
fn help_names_every_command_and_manual_pages_are_roff() {
    let help = run(&["--help"]).code(0);
    let page = run(&["man"]).code(0);
    let (help, page) = (&help.get_output().stdout, &page.get_output().stdout);
    let (help, page) = (String::from_utf8_lossy(help), String::from_utf8_lossy(page));
    for command in ["compare", "inspect", "pairs", "explain", "completions", "man"] {
        assert!(help.contains(command), "{command} in the help");
        run(&[command, "--help"]).code(0);
        let title = format!(".TH crosswire-{command} ");
        assert!(page.replace('\\', "").contains(&title), "{command} has a manual page");
    }
    let first = page.lines().find(|line| !line.starts_with(".ie") && !line.starts_with(".el"));
    assert!(first.is_some_and(|line| line.starts_with(".TH crosswire 1")), "{first:?}");
}
