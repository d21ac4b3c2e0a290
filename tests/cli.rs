//! The program end to end: what it writes, what it says, how it exits.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::Value;

const FIRE: &str = "Fire at the mill\n\nA fire destroyed the old mill in Tarnby on Monday, injuring 12 people. \
    The mayor, Ida Holm, promised to rebuild it within two years.\n";
const BLAZE: &str = "Blaze guts mill\n\nThe old mill in Tarnby was destroyed by a fire on Monday and 17 people were injured. \
    Mayor Ida Holm promised that it will be rebuilt within two years.\n";

/// The columns that the documentation promises, in order.
const TABLES: &[(&str, &str)] = &[
    (
        "claims.csv",
        "claim_id,status,claim,outlets,outlet_names,origins,mentions,first_outlet,first_published,divergences,divergence_kinds,weakest_link,after_copies,after_publishers,origins_least,origins_most,sources",
    ),
    (
        "mentions.csv",
        "mention_id,claim_id,outlet,document,title,published,url,kind,chain,start,end,text,source,source_kind,source_start,source_end",
    ),
    ("alignments.csv", "claim_id,mention_a,outlet_a,mention_b,outlet_b,score,relation,verdict,text_a,text_b"),
    (
        "divergences.csv",
        "divergence_id,claim_id,kind,outlet_a,value_a,outlet_b,value_b,mention_a,start_a,end_a,mention_b,start_b,end_b,text_a,text_b,pairs",
    ),
    (
        "origins.csv",
        "origin_id,claim_id,origin,layers,outlets,outlet_names,mentions,certainty,evidence,places,open,open_places,sources",
    ),
    (
        "copies.csv",
        "copy_id,kind,outlet_a,document_a,outlet_b,document_b,words,kept,share_a,share_b,direction,basis,start_a,end_a,start_b,end_b,text_a,text_b",
    ),
    (
        "outlets.csv",
        "outlet,documents,mentions,shared,divergent,single_source,copied_from,copied_share,shares_text_with,shared_share",
    ),
    ("matrix.csv", "claim_id,status,claim"),
];

fn crosswire() -> Command {
    Command::cargo_bin("crosswire").expect("the program")
}

fn run(arguments: &[&str]) -> Assert {
    crosswire().args(arguments).assert()
}

/// A folder with two outlets that part on a number.
fn coverage() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("courier.txt"), FIRE).expect("a file");
    fs::write(folder.path().join("gazette.txt"), BLAZE).expect("a file");
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn said(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

fn shown(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
}

fn read(path: PathBuf) -> String {
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn compare_writes_every_table_with_its_columns() {
    let (input, output) = (coverage(), tempfile::tempdir().expect("a folder"));
    let done = run(&["compare", text(input.path()), "-o", text(output.path())]).code(0);
    for (name, columns) in TABLES {
        let table = read(output.path().join(name));
        let header =
            table.strip_prefix('\u{feff}').expect("a byte-order mark").lines().next().unwrap_or_default();
        assert!(header.starts_with(columns), "{name}: {header}");
        assert!(table.contains("\r\n"), "{name} ends its lines as RFC 4180 says");
    }
    for name in ["graph.dot", "outlets.dot", "comparison.json"] {
        assert!(output.path().join(name).exists(), "{name}");
    }
    let summary = shown(&done);
    assert!(summary.contains("claims divergent      1"), "{summary}");
    assert!(summary.contains("12 ≠ 17"), "{summary}");
}

#[test]
fn a_divergence_points_to_its_characters() {
    let (input, output) = (coverage(), tempfile::tempdir().expect("a folder"));
    run(&["compare", text(input.path()), "-o", text(output.path()), "-q"]).code(0);
    let table = read(output.path().join("divergences.csv"));
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("a table");
    let row = rows.iter().find(|row| &row[2] == "number").expect("a divergence of number");
    let (start, end) = (row[8].parse::<usize>().expect("a start"), row[9].parse::<usize>().expect("an end"));
    let whose = if &row[3] == "courier" { FIRE } else { BLAZE };
    let words: String = whose.chars().skip(start).take(end - start).collect();
    assert_eq!(words, row[4], "the value stands where the table says");
}

#[test]
fn formats_and_quiet() {
    let (input, output) = (coverage(), tempfile::tempdir().expect("a folder"));
    let done =
        run(&["compare", text(input.path()), "-o", text(output.path()), "--format", "csv", "-q"]).code(0);
    assert_eq!(shown(&done), "");
    assert!(output.path().join("claims.csv").exists());
    assert!(!output.path().join("graph.dot").exists() && !output.path().join("comparison.json").exists());
}

#[test]
fn formats_are_asked_for_by_name() {
    let (input, output) = (coverage(), tempfile::tempdir().expect("a folder"));
    run(&["compare", text(input.path()), "-o", text(output.path()), "-q"]).code(0);
    assert!(output.path().join("documents.csv").exists() && !output.path().join("summary.md").exists());
    run(&["compare", text(input.path()), "-o", text(output.path()), "--format", "all", "-q"]).code(0);
    for name in ["comparison.xlsx", "summary.md", "graph.graphml", "graph.gexf", "graph.json"] {
        assert!(output.path().join(name).exists(), "{name}");
    }
    let refused = run(&["compare", text(input.path()), "-o", text(output.path()), "--format", "pdf"]).code(2);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    for name in crosswire::export::formats() {
        assert!(said.contains(name), "{name} is offered: {said}");
    }
}

#[test]
fn threads_and_order_change_nothing() {
    let input = coverage();
    let (first, second) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (a, b) = (input.path().join("courier.txt"), input.path().join("gazette.txt"));
    run(&["compare", text(&a), text(&b), "-o", text(first.path()), "--jobs", "1", "-q", "--format", "all"])
        .code(0);
    run(&["compare", text(&b), text(&a), "-o", text(second.path()), "--jobs", "4", "-q", "--format", "all"])
        .code(0);
    for entry in fs::read_dir(first.path()).expect("the output") {
        let name = entry.expect("an entry").file_name();
        let same = fs::read(first.path().join(&name)).ok() == fs::read(second.path().join(&name)).ok();
        assert!(same, "{} differs", name.to_string_lossy());
    }
}

#[test]
fn timings_name_every_stage_and_change_no_byte() {
    let (input, output) = (coverage(), tempfile::tempdir().expect("a folder"));
    let plain = output.path().join("plain");
    run(&["compare", text(input.path()), "-o", text(&plain), "-q"]).code(0);
    let timed = output.path().join("timed");
    let done = run(&["compare", text(input.path()), "-o", text(&timed), "-q", "--timings"]).code(0);
    let said = said(&done);
    let stages: Vec<&str> = said.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let all = "lists read segment tokens extract profile align diverge origins export total";
    assert_eq!(stages.join(" "), all, "{said}");
    assert_eq!(read(plain.join("comparison.json")), read(timed.join("comparison.json")));
}

#[test]
fn the_check_of_candidates_says_how_many_there_are() {
    let (input, output) = (coverage(), tempfile::tempdir().expect("a folder"));
    let check = ["compare", text(input.path()), "-o", text(output.path()), "-q", "--check-candidates"];
    let said = said(&run(&check).code(0));
    let count = said.split_whitespace().nth(1).and_then(|count| count.parse::<usize>().ok());
    assert!(count.is_some_and(|count| count > 0), "{said}");
}

#[test]
fn many_events_have_a_folder_each() {
    let output = tempfile::tempdir().expect("a folder");
    let events = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/events");
    run(&["compare", text(&events), "--events", "-o", text(output.path()), "-q"]).code(0);
    for event in ["ferry-grounding", "library-levy"] {
        assert!(output.path().join(event).join("claims.csv").exists(), "{event}");
    }
    let table = read(output.path().join("events.csv"));
    assert_eq!(table.lines().count(), 3, "{table}");
}

#[test]
fn an_event_cannot_leave_the_output_folder() {
    let (input, output) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let rows = [("courier", FIRE), ("gazette", BLAZE)].map(|(outlet, text)| {
        serde_json::json!({"event": "../../escaped", "outlet": outlet, "text": text}).to_string()
    });
    let file = input.path().join("all.jsonl");
    fs::write(&file, rows.join("\n")).expect("a file");
    let inside = output.path().join("a/b");
    run(&["compare", text(&file), "--events", "-o", text(&inside), "-q"]).code(0);
    assert!(inside.join("escaped/claims.csv").exists());
    assert!(!output.path().join("escaped").exists());
}

#[test]
fn several_events_compared_as_one_are_mentioned() {
    let (input, output) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let rows = [("fire", FIRE), ("flood", BLAZE)]
        .map(|(event, text)| serde_json::json!({"event": event, "outlet": event, "text": text}).to_string());
    let file = input.path().join("all.jsonl");
    fs::write(&file, rows.join("\n")).expect("a file");
    let done = run(&["compare", text(&file), "-o", text(output.path()), "-q"]).code(0);
    assert!(said(&done).contains("--events"), "{}", said(&done));
}

#[test]
fn standard_input_is_json_lines() {
    let output = tempfile::tempdir().expect("a folder");
    let rows = [("courier", FIRE), ("gazette", BLAZE)]
        .map(|(outlet, text)| serde_json::json!({"outlet": outlet, "text": text}).to_string());
    let mut command = crosswire();
    command.args(["compare", "-", "-o", text(output.path())]).write_stdin(rows.join("\n")).assert().code(0);
    assert!(read(output.path().join("outlets.csv")).contains("gazette"));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let (input, output) = (coverage(), tempfile::tempdir().expect("a folder"));
    let put = |name: &str, bytes: &[u8]| fs::write(input.path().join(name), bytes).expect("a file");
    put("empty.txt", b"");
    put("broken.json", b"{\"text\": \"cut off");
    put("lines.jsonl", b"{\"outlet\": \"post\", \"text\": \"The old mill burned.\"}\n{\"outlet\": }\n");
    put("table.csv", b"name,summary\na,b\n");
    put("picture.png", b"\x89PNG");
    let done = run(&["compare", text(input.path()), "missing.txt", "-o", text(output.path()), "-q"]).code(3);
    let said = said(&done);
    for part in [
        "empty.txt",
        "broken.json:1:",
        "lines.jsonl:2:",
        "name, summary",
        "picture.png",
        "missing.txt: no such file",
    ] {
        assert!(said.contains(part), "{part} is missing in:\n{said}");
    }
    assert!(output.path().join("claims.csv").exists());
}

#[test]
fn nothing_to_read_fails_and_writes_nothing() {
    let output = tempfile::tempdir().expect("a folder");
    let target = output.path().join("out");
    run(&["compare", "no/such/file.txt", "-o", text(&target)]).code(1);
    assert!(!target.exists());
}

#[test]
fn one_outlet_is_read_but_not_compared() {
    let (input, output) = (coverage(), tempfile::tempdir().expect("a folder"));
    let done = run(&["compare", text(&input.path().join("courier.txt")), "-o", text(output.path())]).code(0);
    assert!(said(&done).contains("only one outlet"), "{}", said(&done));
    assert!(read(output.path().join("mentions.csv")).contains("Ida Holm"));
}

#[test]
fn an_output_that_cannot_be_written_fails() {
    let input = coverage();
    let file = input.path().join("courier.txt");
    let done = run(&["compare", text(input.path()), "-o", text(&file)]).code(1);
    assert!(said(&done).contains("courier.txt"), "{}", said(&done));
}

#[test]
fn wrong_usage_exits_with_two() {
    for arguments in [
        &["compare"][..],
        &["compare", "x", "-o", "y", "--threshold", "2"],
        &["compare", "x", "-o", "y", "--format", "pdf"],
        &["compare", "x", "-o", "y", "--jobs", "0"],
        &["inspect", "x", "--max-file-size", "0"],
        &["frobnicate"],
        &["explain", "only one"],
    ] {
        run(arguments).code(2);
    }
}

/// The page goes to the browser that `BROWSER` names; one that fails or is not there is a notice.
#[cfg(unix)]
#[test]
fn open_shows_the_page() {
    let (folder, out) = (coverage(), tempfile::tempdir().expect("a folder"));
    let open = |browser: &str| {
        let compare = ["compare", text(folder.path()), "--quiet", "--open", "--output", text(out.path())];
        crosswire().args(compare).env("BROWSER", browser).assert().success()
    };
    for browser in ["true", "no-such-browser:true --new-window"] {
        assert_eq!(said(&open(browser)), "");
    }
    assert!(out.path().join("report.html").exists());
    for browser in ["false", "no-such-browser"] {
        let said = said(&open(browser));
        assert!(said.contains("report.html is written, but could not be opened"), "{said}");
        assert!(said.contains(browser), "{said}");
    }
}

#[test]
fn open_needs_one_page() {
    let folder = coverage();
    let compare = |more: &[&str]| {
        let first = ["compare", text(folder.path()), "--open", "--output", "out"];
        said(&run(&[&first, more].concat()).code(2))
    };
    assert!(compare(&["--events"]).contains("'--open' cannot be used with '--events'"));
    assert!(compare(&["--format", "csv"]).contains("--format must name html"));
    let stream = said(&run(&["compare", "--stream", "--open"]).code(2));
    assert!(stream.contains("cannot be used with"), "{stream}");
}

#[test]
fn inspect_gives_rows_that_fit_the_text() {
    let input = coverage();
    let done = run(&["inspect", text(input.path())]).code(0);
    let rows: Vec<Value> =
        shown(&done).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let documents: Vec<&Value> = rows.iter().filter(|row| row["type"] == "document").collect();
    assert_eq!(documents.len(), 2);
    for document in documents {
        let text: Vec<char> = document["text"].as_str().expect("a text").chars().collect();
        let mut last = 0;
        for row in rows.iter().filter(|row| row["document"] == document["id"]) {
            let (start, end) = (number(row, "start"), number(row, "end"));
            assert!(start >= last, "rows overlap: {row}");
            assert_eq!(text[start..end].iter().collect::<String>(), row["text"].as_str().unwrap_or_default());
            last = end;
        }
    }
    let facts: Vec<&Value> =
        rows.iter().flat_map(|row| row["facts"].as_array().into_iter().flatten()).collect();
    assert!(facts.iter().any(|fact| fact["kind"] == "number" && fact["text"] == "17"), "{facts:?}");
}

fn number(row: &Value, key: &str) -> usize {
    row[key].as_u64().expect("an offset") as usize
}

#[test]
fn pairs_keep_the_other_columns() {
    let folder = tempfile::tempdir().expect("a folder");
    let (input, output) = (folder.path().join("in.csv"), folder.path().join("out.jsonl"));
    fs::write(
        &input,
        "id,a,b,note\n7,The mill burned down.,The mill burned down.,kept\n8,Ten were hurt.,Snow fell.,x\n",
    )
    .expect("a file");
    run(&["pairs", text(&input), "-o", text(&output)]).code(0);
    let rows: Vec<Value> =
        read(output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(
        (&rows[0]["score"], &rows[0]["relation"], &rows[0]["note"]),
        (&1.0.into(), &"verbatim".into(), &"kept".into())
    );
    assert_eq!(rows[1]["relation"], "unrelated");
    let table = folder.path().join("out.csv");
    run(&["pairs", text(&input), "-o", text(&table)]).code(0);
    assert!(read(table).starts_with("\u{feff}id,a,b,note,score,relation,divergences\r\n"));
    run(&["pairs", text(&input), "-o", "out.pdf"]).code(2);
    fs::write(&input, "id,first,b\n").expect("a file");
    let done = run(&["pairs", text(&input), "-o", text(&folder.path().join("x.csv"))]).code(1);
    assert!(said(&done).contains("id, first, b"), "{}", said(&done));
}

#[test]
fn explain_shows_features_words_and_parting() {
    let done = run(&[
        "explain",
        "Twelve people were hurt in the mill fire.",
        "Seventeen people were injured in the mill fire.",
    ]);
    let text = shown(&done.code(0));
    for part in ["words-mean", "mill", "near in meaning", "number", "≠"] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
}

#[test]
fn completions_and_manual() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(shown(&run(&["completions", shell]).code(0)).contains("crosswire"), "{shell}");
    }
    let page = shown(&run(&["man"]).code(0));
    assert!(page.contains(".TH crosswire") && page.contains("compare"), "a manual page");
}
