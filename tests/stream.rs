//! The stream end to end: JSON lines in, a line an event out; and how much memory many events take.

#[allow(dead_code)] // each of the tests of many events uses a part of it
#[path = "common/events.rs"]
mod events;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::{Value, json};

use events::*;

#[test]
fn the_stream_gives_each_comparison_as_a_line() {
    let output = folder();
    let all = lines().join("\n") + "\n";
    crosswire(&["compare", "-", "--events", "-q", "-o", text(output.path())])
        .write_stdin(all.clone())
        .assert()
        .code(0);
    let done = crosswire(&["compare", "--stream", "--jobs", "2"]).write_stdin(all.clone()).assert().code(0);
    let out = String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8");
    let folders = ["quay", "mill", "mill-2", "harbour-fire", "bridge"];
    let names = ["Quay", "Mill", "mill", "Harbour fire", "Bridge"];
    // “Mill” is sorted before “mill”, so the folders have their numbers in that order.
    assert_eq!(out.lines().count(), folders.len());
    for ((line, folder), name) in out.lines().zip(folders).zip(names) {
        let value: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(value["event"], name);
        let whole = fs::read_to_string(output.path().join(folder).join("comparison.json")).expect("a file");
        assert!(serde_json::to_string_pretty(&value).expect("JSON") + "\n" == whole, "{folder} differs");
        assert!(serde_json::to_string(&value).expect("JSON") == line, "{folder}: the line is compact");
    }
    let single = crosswire(&["compare", "-", "--stream", "--jobs", "1"]).write_stdin(all).assert().code(0);
    assert!(single.get_output().stdout == out.as_bytes());
}

#[test]
fn the_stream_goes_on_past_bad_lines_and_events_that_come_back() {
    let mut all = lines();
    all.insert(1, "{\"event\": ".into());
    all.push(all[0].clone());
    all.push("[]".into());
    let done = crosswire(&["compare", "--stream"]).write_stdin(all.join("\n")).assert().code(3);
    let said = said(&done);
    for part in ["-:2:", "-:12: event “Quay” comes back", "-:13: a document must be an object"] {
        assert!(said.contains(part), "{part} is missing in:\n{said}");
    }
    let out = String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8");
    let events: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(events.len(), 6);
    assert_eq!((&events[0]["event"], &events[5]["event"]), (&json!("Quay"), &json!("Quay")));
    assert_eq!(
        (&events[0]["summary"]["documents"], &events[5]["summary"]["documents"]),
        (&json!(2), &json!(1))
    );
}

#[test]
fn wrong_usage() {
    for arguments in [
        &["compare", "--stream", "x.jsonl"][..],
        &["compare", "--stream", "-o", "out"],
        &["compare", "--stream", "--events"],
        &["compare", "x", "-o", "out", "--resume"],
        &["compare", "x"],
    ] {
        crosswire(arguments).assert().code(2);
    }
    crosswire(&["compare", "--stream"]).write_stdin("").assert().code(0).stdout("");
}

/// Kilobytes that a run takes at most, by GNU time; `None` where that is not there.
fn memory(arguments: &[&str], stdin: &Path) -> Option<u64> {
    if !Path::new("/usr/bin/time").exists() {
        eprintln!("SKIPPED: memory is not measured, for there is no /usr/bin/time");
        return None;
    }
    let program = assert_cmd::cargo::cargo_bin("crosswire");
    let mut command = Command::new("/usr/bin/time");
    command.args(["-f", "%M"]).arg(program).args(arguments).pipe_stdin(stdin).expect("a file");
    let said = said(&command.assert().code(0));
    said.lines().last().and_then(|last| last.parse().ok())
}

#[test]
fn memory_does_not_grow_with_the_number_of_events() {
    let (input, output) = (folder(), folder());
    let many = |count: usize| -> Vec<String> {
        (0..count).flat_map(|number| event(&format!("Event {number}"), number)).collect()
    };
    // A line of some kilobytes each, of which little is news: twice 2,000 lines are 16 MB.
    let padded = |count: usize| many(count).iter().map(|line| pad(line)).collect::<Vec<_>>();
    let (few, all) = (put(&input, "few.jsonl", &padded(100)), put(&input, "all.jsonl", &padded(2000)));
    let stream = ["compare", "--stream", "--jobs", "2"];
    let (Some(least), Some(most)) = (memory(&stream, &few), memory(&stream, &all)) else { return };
    assert!(most < least + 12_000, "the stream takes {least} kB for 100 events and {most} kB for 2,000");
    let out = output.path().join("out");
    let files = ["compare", text(&all), "--events", "-q", "--jobs", "2", "--format", "csv", "-o", text(&out)];
    let events = memory(&files, &all).expect("measured before");
    assert!(
        events < least + 12_000,
        "--events takes {events} kB for 2,000 events, the stream {least} kB for 100"
    );
}

/// A field that nobody asks for.
fn pad(line: &str) -> String {
    line.replacen('{', &format!("{{\"padding\": \"{}\", ", "x".repeat(4000)), 1)
}
