//! Coverage as people have collected it: several languages, several versions of one article, dates of any form.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const FERRY: &str = "The ferry Marigold burned on Tuesday evening off Holm Point, the harbour master said. Three of the \
    people on board died in the fire. Boats of the coastguard reached the ship within an hour of the alarm.";
const GROWN: &str = "The ferry Marigold burned on Tuesday evening off Holm Point, the harbour master said. Three of the \
    people on board died in the fire. Boats of the coastguard reached the ship within an hour of the alarm. Divers will \
    search the wreck on Wednesday.";
const TOLD_AGAIN: &str = "The Marigold, a ferry, burned off Holm Point on Tuesday evening, said the harbour master. Three \
    people who were on board died in the fire. A fourth passenger is missing.";
const GERMAN: &str = "Die Fähre Marigold brannte am Dienstagabend vor Holm Point, sagte der Hafenmeister. Drei Menschen \
    starben in den Flammen. Die Boote der Küstenwache erreichten das Schiff binnen einer Stunde nach dem Notruf.";
const GERMAN_TOO: &str = "Vor Holm Point brannte am Dienstagabend die Fähre Marigold, sagte der Hafenmeister. Drei \
    Menschen an Bord starben in den Flammen. Ein vierter Fahrgast wird noch vermisst.";

/// What `compare` makes of JSON lines: what it said, and `comparison.json`.
fn compared(lines: &[Value]) -> (String, Value) {
    let folder = tempfile::tempdir().expect("a folder");
    let input = folder.path().join("news.jsonl");
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    fs::write(&input, text.join("\n")).expect("a file");
    let output = folder.path().join("out");
    let mut command = Command::cargo_bin("crosswire").expect("the program");
    let done = command.arg("compare").arg(&input).arg("-q").arg("-o").arg(&output).assert().code(0);
    let said = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
    (said, json(&output.join("comparison.json")))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

fn document(outlet: &str, text: &str, more: Value) -> Value {
    let mut document = serde_json::json!({"outlet": outlet, "text": text});
    document.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    document
}

fn none() -> Value {
    serde_json::json!({})
}

#[test]
fn documents_of_one_language_are_compared_among_themselves() {
    let (said, comparison) = compared(&[
        document("Post", FERRY, none()),
        document("Coast", TOLD_AGAIN, none()),
        document("Bote", GERMAN, none()),
        document("Zeitung", GERMAN_TOO, none()),
    ]);
    assert!(said.contains("most documents are in German, others in English"), "{said}");
    let languages: Vec<_> =
        comparison["documents"].as_array().expect("rows").iter().map(|one| &one["language"]).collect();
    assert_eq!(languages, ["de", "en", "en", "de"]);
    let pairs: Vec<(&str, &str)> = comparison["alignments"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|one| {
            (one["outlet_a"].as_str().unwrap_or_default(), one["outlet_b"].as_str().unwrap_or_default())
        })
        .collect();
    assert!(pairs.contains(&("Bote", "Zeitung")) && pairs.contains(&("Coast", "Post")), "{pairs:?}");
    assert!(pairs.iter().all(|pair| matches!(pair, ("Bote", "Zeitung") | ("Coast", "Post"))), "{pairs:?}");
}

#[test]
fn the_same_words_in_another_language_are_not_the_same_claim() {
    // A line that stands in both: a name and a number say the same in any language.
    let line = " Marigold Holm Point Tarnby 1931.";
    let (_, comparison) = compared(&[
        document("Post", &(FERRY.to_owned() + line), none()),
        document("Bote", &(GERMAN.to_owned() + line), none()),
    ]);
    assert_eq!(comparison["alignments"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_latest_version_stands_and_the_earlier_are_named() {
    let at = |when: &str, id: &str| serde_json::json!({"url": "https://post.example/ferry", "id": id, "modified": when});
    let (said, comparison) = compared(&[
        document("Post", FERRY, at("2031-03-04T18:10:00Z", "early")),
        document("Post", GROWN, at("March 4, 2031 9:30 p.m.", "late")),
        document("Coast", TOLD_AGAIN, none()),
    ]);
    assert!(said.contains("news.jsonl:1: a version of the same article as "), "{said}");
    assert!(said.contains("news.jsonl:2; the later one stands"), "{said}");
    let documents = comparison["documents"].as_array().expect("rows");
    let names: Vec<_> = documents.iter().map(|one| &one["document"]).collect();
    assert_eq!(names, ["coast", "late"]);
    let earlier = documents[1]["earlier"].as_array().expect("a list");
    assert!(
        earlier.len() == 1 && earlier[0].as_str().is_some_and(|place| place.ends_with("news.jsonl:1")),
        "{earlier:?}"
    );
}

#[test]
fn what_its_place_tells_is_furniture_with_its_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = format!(
        "Ferry burns off Holm Point\n\nBy Ada Venn\n\nShipping\n\n3 min read\n\n{FERRY}\n\nMost read\n\nCouncil votes on bridge\n\nAda Venn covers shipping."
    );
    fs::write(folder.path().join("post.txt"), page).expect("a file");
    let mut command = Command::cargo_bin("crosswire").expect("the program");
    let done = command.arg("inspect").arg(folder.path()).assert().code(0);
    let rows = String::from_utf8_lossy(&done.get_output().stdout).into_owned();
    let rows: Vec<Value> = rows.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let furniture: Vec<(&str, &str)> = rows
        .iter()
        .filter(|row| row["kind"] == "furniture")
        .map(|row| (row["text"].as_str().unwrap_or_default(), row["reason"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(
        furniture,
        [
            ("By Ada Venn", "byline"),
            ("Shipping", "a name or a section above the story"),
            ("3 min read", "a name or a section above the story"),
            ("Most read", "page furniture"),
            ("Council votes on bridge", "a link under a heading of links"),
            ("Ada Venn covers shipping.", "about the author"),
        ]
    );
}
