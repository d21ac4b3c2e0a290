//! Many events end to end: order, threads, interruption, bad events, standard input.

#[allow(dead_code)] // each of the tests of many events uses a part of it
#[path = "common/events.rs"]
mod events;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::assert::Assert;
use crosswire::ingest;

use events::*;

/// All but what says on which line a document stands, and the mark that hashes it.
fn without_lines(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let says_where = ["comparison.json", "documents.csv", ".done"];
    let keeps = |name: &str| !says_where.iter().any(|file| name.ends_with(file));
    files(folder).into_iter().filter(|(name, _)| keeps(name)).collect()
}

fn compare(input: &Path, output: &Path, more: &[&str]) -> Assert {
    crosswire(&["compare", text(input), "--events", "-q", "-o", text(output)]).args(more).assert()
}

#[test]
fn threads_change_nothing() {
    let (input, one, two) = (folder(), folder(), folder());
    let file = put(&input, "all.jsonl", &lines());
    compare(&file, one.path(), &["--jobs", "1"]).code(0);
    compare(&file, two.path(), &["--jobs", "2"]).code(0);
    same(one.path(), two.path());
    for event in ["quay", "mill", "mill-2", "harbour-fire", "bridge"] {
        assert!(one.path().join(event).join("comparison.json").exists(), "{event}");
    }
}

#[test]
fn files_in_any_order_change_nothing() {
    let (input, one, two) = (folder(), folder(), folder());
    let (couriers, gazettes): (Vec<_>, Vec<_>) =
        lines().into_iter().partition(|line| line.contains("Courier"));
    let (a, b) = (put(&input, "couriers.jsonl", &couriers), put(&input, "gazettes.jsonl", &gazettes));
    compare(&a, one.path(), &[text(&b)]).code(0);
    compare(&b, two.path(), &[text(&a), "--jobs", "1"]).code(0);
    same(one.path(), two.path());
}

#[test]
fn documents_of_one_event_need_not_be_adjacent() {
    let (input, together, apart) = (folder(), folder(), folder());
    let mut lines = lines();
    let done = compare(&put(&input, "all.jsonl", &lines), together.path(), &[]).code(0);
    assert_eq!(said(&done), "");
    lines.sort_by_key(|line| line.contains("Gazette"));
    lines.reverse();
    let done = compare(&put(&input, "all.jsonl", &lines), apart.path(), &[]).code(0);
    assert_eq!(said(&done).matches("comes back").count(), 1, "said once: {}", said(&done));
    assert!(said(&done).contains("all.jsonl:6: event “"), "{}", said(&done));
    assert_eq!(without_lines(together.path()), without_lines(apart.path()));
}

#[test]
fn an_event_is_compared_as_if_it_were_alone() {
    let (input, many, alone) = (folder(), folder(), folder());
    compare(&put(&input, "all.jsonl", &lines()), many.path(), &[]).code(0);
    let quay = put(&input, "all.jsonl", &event("Quay", 0));
    crosswire(&["compare", text(&quay), "-q", "-o", text(alone.path())]).assert().code(0);
    for (name, bytes) in files(alone.path()) {
        assert!(fs::read(many.path().join("quay").join(&name)).ok() == Some(bytes), "{name} differs");
    }
}

#[test]
fn an_interrupted_run_is_taken_up_again() {
    let (input, straight, broken) = (folder(), folder(), folder());
    let file = put(&input, "all.jsonl", &lines());
    compare(&file, straight.path(), &[]).code(0);
    compare(&file, broken.path(), &[]).code(0);
    let at = |name: &str| broken.path().join(name);
    let kept = fs::metadata(at("quay/claims.csv")).and_then(|file| file.modified()).expect("a time");
    fs::remove_dir_all(at("mill")).expect("removed");
    fs::write(at("mill-2/claims.csv"), "half").expect("half a file");
    fs::remove_file(at("bridge/.done")).expect("removed");
    fs::remove_file(at("bridge/matrix.csv")).expect("removed");
    fs::remove_file(at("events.csv")).expect("removed");
    fs::create_dir(at(".crosswire-x")).expect("an unfinished folder");
    fs::write(at(".crosswire-x/claims.csv"), "half").expect("half a file");
    compare(&file, broken.path(), &["--resume"]).code(0);
    same(straight.path(), broken.path());
    let after = fs::metadata(at("quay/claims.csv")).and_then(|file| file.modified()).expect("a time");
    assert_eq!(kept, after, "a finished event is not done again");
}

#[test]
fn resuming_does_anew_what_has_changed() {
    let (input, straight, resumed) = (folder(), folder(), folder());
    let mut lines = lines();
    compare(&put(&input, "all.jsonl", &lines), resumed.path(), &["--format", "csv"]).code(0);
    let verdict = resumed.path().join("bridge/alignments.csv");
    fs::write(&verdict, fs::read_to_string(&verdict).expect("a table") + "same").expect("a verdict");
    lines[0] = lines[0].replace("Monday", "Tuesday");
    lines.extend(event("Flood", 5));
    let file = put(&input, "all.jsonl", &lines);
    compare(&file, resumed.path(), &["--format", "csv", "--resume"]).code(0);
    assert!(fs::read_to_string(&verdict).expect("a table").ends_with("same"), "the reader's verdicts stay");
    compare(&file, straight.path(), &["--format", "csv"]).code(0);
    fs::copy(straight.path().join("bridge/alignments.csv"), &verdict).expect("a copy");
    same(straight.path(), resumed.path());
    compare(&file, resumed.path(), &["--resume", "--threshold", "0.9"]).code(0);
    compare(&file, straight.path(), &["--threshold", "0.9"]).code(0);
    same(straight.path(), resumed.path());
}

#[test]
fn the_run_goes_on_past_a_bad_event() {
    let (input, output) = (folder(), folder());
    fs::write(output.path().join("harbour-fire"), "a file in the way").expect("a file");
    let mut all = lines();
    all.insert(3, r#"{"event": "Mill", "outlet": "#.into());
    let file = put(&input, "all.jsonl", &all);
    let done = compare(&file, output.path(), &[]).code(3);
    assert!(said(&done).contains("event “Harbour fire” failed"), "{}", said(&done));
    assert!(said(&done).contains("all.jsonl:4:"), "{}", said(&done));
    let table = fs::read_to_string(output.path().join("events.csv")).expect("a table");
    assert_eq!(table.lines().count(), 5, "{table}");
    assert!(!table.contains("Harbour fire") && table.contains("\r\nmill,mill-2,2,"), "{table}");
    fs::remove_file(output.path().join("harbour-fire")).expect("removed");
    compare(&file, output.path(), &["--resume"]).code(3);
    let straight = folder();
    compare(&file, straight.path(), &[]).code(3);
    same(straight.path(), output.path());
}

#[test]
fn folders_tables_and_lines_make_events_together() {
    let (input, output) = (folder(), folder());
    fs::create_dir_all(input.path().join("Mill/more")).expect("a folder");
    let put = |name: &str, text: &str| fs::write(input.path().join(name), text).expect("a file");
    put("Mill/courier.txt", "A fire destroyed the old mill in Tarnby on Monday, injuring 12 people.\n");
    put("Mill/more/gazette.jsonl", "{\"text\": \"The old mill in Tarnby burned down on Monday.\"}\n");
    put("post.csv", "event,text\nMill,The mill burned down.\nQuay,A crane fell on the quay.\n");
    put("list.json", "[{\"event\": \"Quay\", \"text\": \"The crane fell.\"}]");
    put("pretty.jsonl", "{\n  \"event\": \"Quay\",\n  \"text\": \"A crane fell on Monday.\"\n}\n");
    put("latin.jsonl", "");
    fs::write(
        input.path().join("latin.jsonl"),
        b"{\"event\": \"Quay\", \"text\": \"The caf\xe9 is closed.\"}\n",
    )
    .expect("a file");
    let done = compare(input.path(), output.path(), &[]).code(0);
    assert_eq!(said(&done).matches("windows-1252").count(), 1, "{}", said(&done));
    let table = fs::read_to_string(output.path().join("events.csv")).expect("a table");
    assert!(table.contains("\r\nMill,mill,3,3,") && table.contains("\r\nQuay,quay,4,4,"), "{table}");
}

#[test]
fn standard_input_may_hold_many_events() {
    let (input, named, piped) = (folder(), folder(), folder());
    let file = put(&input, "all.jsonl", &lines());
    compare(&file, named.path(), &[]).code(0);
    let all = fs::read(&file).expect("a file");
    crosswire(&["compare", "-", "--events", "-q", "-o", text(piped.path())])
        .write_stdin(all)
        .assert()
        .code(0);
    assert_eq!(without_lines(named.path()), without_lines(piped.path()));
}

#[test]
fn a_killed_run_leaves_no_half_event() {
    let (input, straight, killed) = (folder(), folder(), folder());
    let lines: Vec<String> = (0..60).flat_map(|number| event(&format!("Event {number}"), number)).collect();
    let file = put(&input, "all.jsonl", &lines);
    let mut run = std::process::Command::new(assert_cmd::cargo::cargo_bin("crosswire"))
        .args(["compare", text(&file), "--events", "-q", "-o", text(killed.path())])
        .spawn()
        .expect("the program");
    while visible(killed.path()).len() < 5 && run.try_wait().expect("a status").is_none() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    run.kill().and_then(|()| run.wait()).expect("an end");
    let finished = visible(killed.path());
    assert!((5..60).contains(&finished.len()), "{} events were finished", finished.len());
    for event in finished {
        assert!(
            event.join("comparison.json").exists() && event.join(".done").exists(),
            "{}",
            event.display()
        );
    }
    compare(&file, killed.path(), &["--resume"]).code(0);
    compare(&file, straight.path(), &[]).code(0);
    same(straight.path(), killed.path());
}

fn visible(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.is_dir() && !path.to_string_lossy().contains("/.crosswire-")).collect()
}

#[test]
fn a_file_that_changes_while_it_is_read_is_noticed() {
    let input = folder();
    let file = put(&input, "all.jsonl", &lines());
    let index = |file: &Path| {
        let paths = [file.to_owned()];
        ingest::events(&paths, &mut std::io::empty(), &ingest::Options::default(), &mut |_| {})
            .expect("an index")
    };
    let events = index(&file);
    assert_eq!(events.load(&events.list[0]).expect("an event").documents.len(), 2);
    put(&input, "all.jsonl", &event("Another", 1));
    for event in &events.list {
        let error = events.load(event).expect_err("another file");
        assert!(error.to_string().contains("all.jsonl was changed"), "{error}");
    }
}
