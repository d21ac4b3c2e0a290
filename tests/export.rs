//! What leaves the program: tables that read back, graphs that render, files that are whole.

mod common {
    pub mod analyses;
}

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use common::analyses::{Builder, bridge, synthetic};
use crosswire::error::Error;
use crosswire::export::{
    EXPORTERS, EventRow, Options, Run, default_formats, formats, render, save, save_events,
};
use crosswire::graph::{ClaimGraph, OutletPair};
use crosswire::model::{Analysis, DivergenceKind, Relation};

fn options(whole_graph: bool) -> Options {
    let run = Run { options: vec![("jobs".into(), "2".into()), ("threshold".into(), "0.5".into())] };
    Options { whole_graph, run, ..Options::default() }
}

fn file(analysis: &Analysis, name: &str) -> String {
    let files = render(analysis, &options(false)).expect("it renders");
    let (_, bytes) = files.into_iter().find(|(file, _)| *file == name).expect("there is such a file");
    String::from_utf8(bytes).expect("it is UTF-8")
}

fn table(analysis: &Analysis, name: &str) -> Vec<Vec<String>> {
    let text = file(analysis, name);
    let text = text.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

const TABLES: [&str; 9] = [
    "claims.csv",
    "matrix.csv",
    "mentions.csv",
    "alignments.csv",
    "divergences.csv",
    "origins.csv",
    "copies.csv",
    "outlets.csv",
    "documents.csv",
];

#[test]
fn tables_have_the_columns_of_the_contract() {
    for (name, columns) in [
        (
            "claims.csv",
            "claim_id, status, claim, outlets, outlet_names, origins, mentions, first_outlet, first_published, divergences, divergence_kinds, weakest_link, after_copies, after_publishers, origins_least, origins_most, sources",
        ),
        (
            "mentions.csv",
            "mention_id, claim_id, outlet, document, title, published, url, kind, chain, start, end, text, source, source_kind, source_start, source_end",
        ),
        (
            "alignments.csv",
            "claim_id, mention_a, outlet_a, mention_b, outlet_b, score, relation, verdict, text_a, text_b",
        ),
        (
            "divergences.csv",
            "divergence_id, claim_id, kind, outlet_a, value_a, outlet_b, value_b, mention_a, start_a, end_a, mention_b, start_b, end_b, text_a, text_b, pairs",
        ),
        (
            "outlets.csv",
            "outlet, documents, mentions, shared, divergent, single_source, copied_from, copied_share, shares_text_with, shared_share",
        ),
        (
            "documents.csv",
            "document, outlet, title, url, published, author, language, words, earlier, file, line",
        ),
        (
            "matrix.csv",
            "claim_id, status, claim, '=SUM(A1) \"Quoted\\Outlet\" </script>, Inland Press, Morning Digest, Radio Quarry, Ridge Herald, Valley Courier",
        ),
    ] {
        assert_eq!(table(&bridge(), name)[0].join(", "), columns, "{name}");
    }
}

#[test]
fn claims_say_who_and_where_accounts_part() {
    let claims = table(&bridge(), "claims.csv");
    assert_eq!(
        claims[1],
        [
            "C1",
            "divergent",
            "Nine people were pulled from the water, the fire service said.",
            "4",
            "Inland Press; Radio Quarry; Ridge Herald; Valley Courier",
            "3",
            "4",
            "",
            "2026-05-11",
            "1",
            "number",
            "0.5500",
            "3",
            "3",
            "3",
            "3",
            "",
        ]
    );
    assert_eq!(claims[3][7..9], ["", "2026-05-11"], "a bare date and a clock time of one day have no order");
    let single = claims.iter().find(|row| row[2].starts_with("The bakery")).expect("it is there");
    assert_eq!(single[7..], ["Valley Courier", "2026-05-11T07:00:00Z", "0", "", "", "1", "1", "1", "1", ""]);
}

#[test]
fn tables_read_back_and_end_lines_as_spreadsheets_do() {
    for analysis in [bridge(), synthetic(8, 20), Analysis::default()] {
        for name in TABLES {
            let rows = table(&analysis, name);
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{name}");
            assert!(file(&analysis, name).ends_with("\r\n"), "{name}");
        }
    }
}

#[test]
fn no_cell_is_a_formula() {
    for name in TABLES {
        for cell in table(&bridge(), name).into_iter().flatten() {
            let number = cell.parse::<f64>().is_ok();
            assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
        }
    }
}

#[test]
fn places_are_character_offsets_into_the_documents() {
    let analysis = bridge();
    let slice = |document: &str, start: &str, end: &str| -> String {
        let text = &analysis.documents.iter().find(|d| d.id == document).expect("known").text;
        let (start, end): (usize, usize) = (start.parse().expect("a number"), end.parse().expect("a number"));
        text.chars().skip(start).take(end - start).collect()
    };
    let mentions = table(&analysis, "mentions.csv");
    for row in &mentions[1..] {
        let text = slice(&row[3], &row[9], &row[10]);
        assert!(row[11] == text || row[11] == format!("'{text}"), "{row:?}");
    }
    let document = |mention: &str| mentions.iter().find(|row| row[0] == mention).expect("known")[3].clone();
    for row in &table(&analysis, "divergences.csv")[1..] {
        assert_eq!(slice(&document(&row[7]), &row[8], &row[9]), row[4]);
        assert_eq!(slice(&document(&row[10]), &row[11], &row[12]), row[6]);
    }
}

#[test]
fn a_passage_keeps_its_chain_and_lends_no_date() {
    let mentions = table(&bridge(), "mentions.csv");
    let carried = mentions.iter().find(|row| row[2] == "Radio Quarry").expect("it is there");
    assert_eq!(carried[8], "Morning Digest > Radio Quarry");
    let outlets = table(&bridge(), "outlets.csv");
    let radio = outlets.iter().find(|row| row[0] == "Radio Quarry").expect("it is there");
    assert_eq!(radio[1..], ["0", "1", "0", "1", "0", "", "", "", ""]);
}

#[test]
fn json_holds_the_figures_of_the_tables() {
    let analysis = bridge();
    let json: serde_json::Value = serde_json::from_str(&file(&analysis, "comparison.json")).expect("JSON");
    assert_eq!(json["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(json["options"]["threshold"], "0.5");
    assert_eq!(json["inputs"].as_array().map(Vec::len), Some(analysis.documents.len()));
    for (name, list) in [
        ("claims.csv", "claims"),
        ("mentions.csv", "mentions"),
        ("alignments.csv", "alignments"),
        ("divergences.csv", "divergences"),
        ("copies.csv", "copies"),
        ("outlets.csv", "outlets"),
    ] {
        let rows = table(&analysis, name);
        for (at, row) in rows[1..].iter().enumerate() {
            for (column, cell) in rows[0].iter().zip(row) {
                assert_eq!(*cell, as_cell(&json[list][at][column], column), "{name} {column}");
            }
        }
    }
}

#[test]
fn json_gives_each_origin_with_its_evidence() {
    let analysis = bridge();
    let json: serde_json::Value = serde_json::from_str(&file(&analysis, "comparison.json")).expect("JSON");
    let rows = table(&analysis, "origins.csv");
    for (row, origin) in rows[1..].iter().zip(json["origins"].as_array().expect("a list")) {
        for (column, cell) in rows[0].iter().zip(row).take(8) {
            assert_eq!(*cell, as_cell(&origin[column], column), "{column}");
        }
        for tie in origin["ties"].as_array().expect("a list") {
            assert!(row[8].contains(tie["why"].as_str().expect("text")), "{row:?}");
            let places = tie["places"].as_array().expect("a list");
            let text = |document: &str| {
                analysis.documents.iter().find(|one| one.id == document).map(|one| &one.text)
            };
            for place in places {
                let text = text(place["document"].as_str().expect("an id")).expect("known");
                let [start, end] =
                    ["start", "end"].map(|key| place[key].as_u64().expect("a number") as usize);
                let shown: String = text.chars().skip(start).take(end - start).collect();
                assert_eq!(place["text"], shown.as_str());
            }
        }
    }
}

#[test]
fn json_lists_the_pairs_behind_a_divergence() {
    let analysis = bridge();
    let json: serde_json::Value = serde_json::from_str(&file(&analysis, "comparison.json")).expect("JSON");
    let first = &json["divergences"][0];
    let pairs = first["aligned_pairs"].as_array().expect("a list");
    assert_eq!((first["pairs"].as_u64(), pairs.len()), (Some(4), 4));
    for pair in pairs {
        assert_eq!((&pair["value_a"], &pair["value_b"]), (&first["value_a"], &first["value_b"]));
    }
    let mentions =
        |side: &str| pairs.iter().map(|pair| pair[side].as_str().expect("an id")).collect::<Vec<_>>();
    assert_eq!(mentions("mention_a"), ["M3", "M3", "M7", "M7"]);
    assert_eq!(mentions("mention_b"), ["M12", "M16", "M12", "M16"]);
}

#[test]
fn the_page_has_every_row_of_the_tables_and_nothing_that_runs() {
    for analysis in [bridge(), swans(), synthetic(12, 40), Analysis::default()] {
        let page = file(&analysis, "report.html");
        for (name, ids) in [("claims.csv", "tr id"), ("mentions.csv", " id"), ("divergences.csv", "li id")] {
            for row in &table(&analysis, name)[1..] {
                assert_eq!(page.matches(&format!("{ids}=\"{}\"", row[0])).count(), 1, "{name}: {}", row[0]);
            }
        }
        assert_eq!((page.matches("<script").count(), page.matches("</script>").count()), (2, 2));
        assert!(!page.contains("<img") && !page.contains("javascript:"));
    }
}

#[test]
fn the_page_shows_every_mention_as_it_was_read() {
    let analysis = bridge();
    let page = file(&analysis, "report.html");
    for row in &table(&analysis, "mentions.csv")[1..] {
        let at: usize = row[0][1..].parse().expect("a number");
        let shown = format!("id=\"{}\">{}</span>", row[0], escaped(analysis.text(at - 1)));
        assert!(page.contains(&shown), "{shown}");
    }
}

#[test]
fn only_addresses_of_the_web_are_links() {
    let mut analysis = bridge();
    analysis.documents[0].url = Some("javascript:alert(1)".to_owned());
    let page = file(&analysis, "report.html");
    assert!(page.contains("<a href=\"https://example.org/1?a=1&amp;b=2\" rel=\"noopener noreferrer\""));
    assert!(page.contains("<bdi>javascript:alert(1)</bdi>") && !page.contains("href=\"javascript"));
}

fn escaped(text: &str) -> String {
    let signs = [
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("\"", "&quot;"),
        ("'", "&#39;"),
        ("\r", "&#13;"),
        ("\0", "\u{fffd}"),
    ];
    signs.iter().fold(text.to_owned(), |text, (sign, safe)| text.replace(sign, safe))
}

/// Columns with four decimals.
const SHARES: [&str; 7] =
    ["score", "weakest_link", "copied_share", "shared_share", "kept", "share_a", "share_b"];

/// What a table shows of a JSON value.
fn as_cell(value: &serde_json::Value, column: &str) -> String {
    use serde_json::Value as V;
    let guard = |text: String| match text.trim_start().starts_with(['=', '+', '-', '@']) {
        true => format!("'{text}"),
        false => text,
    };
    match value {
        V::Null => String::new(),
        V::String(text) => guard(text.clone()),
        V::Number(number) if SHARES.contains(&column) => {
            format!("{:.4}", number.as_f64().expect("a number"))
        }
        V::Number(number) => number.to_string(),
        V::Array(entries) => {
            let separator = if column == "chain" { " > " } else { "; " };
            let entries: Vec<_> = entries.iter().map(|entry| entry.as_str().expect("text")).collect();
            guard(entries.join(separator))
        }
        V::Bool(_) | V::Object(_) => panic!("no table shows {value}"),
    }
}

#[test]
fn the_same_analysis_gives_the_same_bytes() {
    for analysis in [bridge(), synthetic(12, 40)] {
        let again = analysis.clone();
        assert_eq!(render(&analysis, &options(true)).ok(), render(&again, &options(true)).ok());
    }
}

#[test]
fn outlets_with_one_reading_share_one_wording() {
    let graph = file(&bridge(), "graph.dot");
    let says = |line: &str| graph.lines().filter(|found| found.trim_start().starts_with(line)).count();
    assert_eq!(says("c1_w1 ["), 1);
    assert_eq!(says("c1_w2 ["), 1);
    assert_eq!(says("c1_w3 ["), 0);
    assert!(graph.contains("label=\"people pulled out: Nine ≠ fourteen\""));
    assert!(
        graph.contains(
            "label=\"C1 people pulled out: Nine ≠ fourteen · number differs · 4 outlets, 3 origins\""
        )
    );
    assert!(graph.contains("label=\"Mara Lindqvist ≠ Marta Lindquist\""));
    assert_eq!(graph.matches("only here").count(), 5);
}

#[test]
fn the_graph_knows_who_stands_with_whom() {
    let analysis = bridge();
    let graph = ClaimGraph::new(&analysis);
    let outlet = |name: &str| analysis.outlets.iter().position(|o| o.name == name).expect("known");
    let (press, ridge, valley) = (outlet("Inland Press"), outlet("Ridge Herald"), outlet("Valley Courier"));
    let pairs = graph.outlet_pairs();
    let pair = |a, b| pairs.iter().find(|pair| (pair.a, pair.b) == (a, b)).expect("they share claims");
    let figures = |pair: &OutletPair| (pair.shared, pair.divergent, pair.same_words);
    assert_eq!(figures(pair(press, valley)), (3, 0, 2));
    assert_eq!(figures(pair(press, ridge)), (1, 2, 0));
    let sides = graph.sides(1);
    assert_eq!(
        sides.iter().map(|side| side.outlets.clone()).collect::<Vec<_>>(),
        [[press], [ridge], [valley]]
    );
    assert!(sides[2].readings.is_empty(), "the Courier's wording was not found to differ");
    assert_eq!(graph.contrasts(1, &sides).len(), 1);
    assert_eq!(graph.most_telling(), [0, 1, 2]);
}

#[test]
fn pairs_that_give_the_same_values_are_one_line() {
    let mut b = Builder::new("Harbour fire", &[("Gazette", false), ("Post", false)]);
    let gazette = b.document("Gazette", None, "12 hurt in the fire", &["In the fire 12 people were hurt."]);
    let post = b.document("Post", None, "Fire in the harbour", &["It was 17 people that the fire hurt."]);
    for (said, about) in [(gazette[0], ""), (gazette[1], "people hurt")] {
        let found = b.finding(DivergenceKind::Number, about, (said, "12"), (post[1], "17"));
        b.link(said, post[1], 0.8, Relation::Paraphrase, vec![found]);
    }
    let graph = file(&b.claims(&[vec![gazette[0], gazette[1], post[1]]]), "graph.dot");
    assert_eq!(graph.matches("label=\"people hurt: 12 ≠ 17\"").count(), 1);
    assert!(graph.contains("label=\"C1 people hurt: 12 ≠ 17 · number differs · 2 outlets, 2 origins\""));
}

fn swans() -> Analysis {
    let names: Vec<_> = (0..9).map(|at| format!("Paper {at}")).collect();
    let listed: Vec<_> = names.iter().map(|name| (name.as_str(), false)).collect();
    let mut b = Builder::new("Nine counts", &listed);
    let say = |at: usize| format!("There were {} swans on the lake.", 20 + at);
    let said: Vec<_> = (0..9).map(|at| b.document(&names[at], None, "Swans", &[&say(at)])[1]).collect();
    for (x, &a) in said.iter().enumerate() {
        for (y, &c) in said.iter().enumerate().skip(x + 1) {
            let (one, other) = ((20 + x).to_string(), (20 + y).to_string());
            let found = b.finding(DivergenceKind::Number, "swans", (a, &one), (c, &other));
            b.link(a, c, 0.9, Relation::NearVerbatim, vec![found]);
        }
    }
    b.claims(&[said])
}

#[test]
fn many_wordings_are_summed_up() {
    let graph = file(&swans(), "graph.dot");
    assert!(graph.contains("… + 3 more wordings of C1"));
    assert!(graph.contains("swans: 20 / 21 / 22 / 23 / 24 / 25"));
    assert_eq!(svg_of(&graph), "");
}

#[test]
fn many_outlets_that_share_nothing_stand_together() {
    let names: Vec<_> = (0..9).map(|at| format!("Paper {at}")).collect();
    let listed: Vec<_> = names.iter().map(|name| (name.as_str(), false)).collect();
    let mut b = Builder::new("Nine stories", &listed);
    for name in &names {
        b.document(name, None, &format!("The story of {name}"), &["Nobody else tells it."]);
    }
    let graph = file(&b.claims(&[]), "graph.dot");
    assert!(graph.contains("9 outlets state none of these claims"), "{graph}");
    assert!(graph.contains("Paper 0 (2), Paper 1 (2)") && !graph.contains("o1 ["), "{graph}");
    assert_eq!(svg_of(&graph), "");
}

#[test]
fn a_large_graph_says_what_it_leaves_out() {
    let analysis = synthetic(12, 120);
    let claims = |text: &str| {
        text.matches("fillcolor=\"#d6efe6\"").count() + text.matches("subgraph cluster_c").count()
    };
    let part = file(&analysis, "graph.dot");
    assert!(part.contains("the 60 most telling claims of several outlets; 60 left out"));
    assert_eq!(claims(&part) - 1, 60, "and one in the legend");
    let files = render(&analysis, &options(true)).expect("it renders");
    let whole =
        String::from_utf8_lossy(&files.iter().find(|(name, _)| *name == "graph.dot").expect("there").1)
            .into_owned();
    assert!(!whole.contains("left out"));
    assert_eq!(claims(&whole) - 1, 120);
}

#[test]
fn graphs_render_without_a_warning() {
    if !has_dot() {
        assert!(std::env::var_os("CI").is_none(), "CI must have Graphviz: the graphs were not rendered");
        eprintln!("SKIPPED: Graphviz (`dot`) is not installed, so the graphs were not rendered");
        return;
    }
    for analysis in [bridge(), synthetic(3, 3), synthetic(9, 30), Analysis::default()] {
        for name in ["graph.dot", "outlets.dot"] {
            let text = file(&analysis, name);
            let (svg, complaints) = svg(&text);
            assert_eq!(complaints, "", "{name}");
            assert!(svg.contains("</svg>") && !svg.contains("</script>"), "{name}");
        }
    }
}

/// What Graphviz complains about; nothing where it is not installed.
fn svg_of(dot: &str) -> String {
    if has_dot() { svg(dot).1 } else { String::new() }
}

fn has_dot() -> bool {
    Command::new("dot").arg("-V").stderr(Stdio::null()).status().is_ok()
}

fn svg(dot: &str) -> (String, String) {
    let mut child = Command::new("dot")
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("dot starts");
    let mut input = child.stdin.take().expect("a pipe");
    let dot = dot.to_owned();
    let writer = std::thread::spawn(move || input.write_all(dot.as_bytes()));
    let output = child.wait_with_output().expect("dot ends");
    writer.join().expect("the thread ends").expect("dot reads everything");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (text(output.stdout), text(output.stderr))
}

#[test]
fn every_exporter_has_its_own_name_and_file() {
    let mut names: Vec<_> = EXPORTERS.iter().map(|exporter| exporter.name()).collect();
    let mut files: Vec<_> = EXPORTERS.iter().map(|exporter| exporter.file_name()).collect();
    names.sort_unstable();
    names.dedup();
    files.sort_unstable();
    files.dedup();
    assert_eq!((names.len(), files.len()), (EXPORTERS.len(), EXPORTERS.len()));
    for format in ["csv", "dot", "json", "html"] {
        assert!(default_formats().contains(&format), "{format} is written by default");
    }
    for format in ["xlsx", "markdown", "graphml", "gexf", "node-link"] {
        assert!(formats().contains(&format) && !default_formats().contains(&format), "{format} is asked for");
    }
}

#[test]
fn saving_writes_the_chosen_formats_and_leaves_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("new/deeper");
    fs::create_dir_all(&out).expect("a folder");
    fs::write(out.join("claims.csv"), "old").expect("a file");
    let chosen = Options { formats: vec!["dot".into(), "json".into()], ..options(false) };
    save(&bridge(), &chosen, &out).expect("it saves");
    assert_eq!(listed(&out), ["claims.csv", "comparison.json", "graph.dot", "outlets.dot"]);
    assert_eq!(fs::read_to_string(out.join("claims.csv")).expect("a file"), "old");
}

#[test]
fn what_cannot_be_written_is_named_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("taken");
    fs::write(&in_the_way, "a file").expect("a file");
    let failed = save(&bridge(), &options(false), &in_the_way).expect_err("a file is no folder");
    assert!(matches!(&failed, Error::Write { path, .. } if path.ends_with("taken")), "{failed}");
    let out = folder.path().join("out");
    fs::create_dir_all(out.join("graph.dot")).expect("a folder");
    let failed = save(&bridge(), &options(false), &out).expect_err("a folder is in the way");
    assert!(matches!(&failed, Error::Write { path, .. } if path.ends_with("graph.dot")), "{failed}");
    assert_eq!(listed(&out), ["graph.dot"]);
    let unknown = Options { formats: vec!["pdf".into()], ..Options::default() };
    let failed = save(&bridge(), &unknown, &folder.path().join("none")).expect_err("no such format");
    assert!(
        failed.to_string().contains("csv, dot, html, json") && failed.to_string().contains("all"),
        "{failed}"
    );
    assert!(!folder.path().join("none").exists());
}

#[test]
fn events_are_summed_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = [EventRow::new("=Bridge", "bridge", &bridge())];
    save_events(&rows, folder.path()).expect("it saves");
    let text = fs::read_to_string(folder.path().join("events.csv")).expect("a file");
    assert_eq!(
        text,
        "\u{feff}event,folder,documents,outlets,mentions,shared,divergent,single_source,divergences\r\n\
         '=Bridge,bridge,5,6,21,1,2,10,2\r\n"
    );
}

fn listed(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// One claim that no page has room for: nothing is said to be missing that is only not shown.
#[test]
fn a_page_does_not_deny_what_it_leaves_out() {
    let mut b = Builder::new("A very long sentence", &[("Gazette", false), ("Post", false)]);
    let long = "and the water rose ".repeat(150_000);
    let sentences = ["12", "17"].map(|hurt| format!("In the flood {hurt} people were hurt {long}"));
    let gazette = b.document("Gazette", None, "Flood", &[&sentences[0], "The bridge is closed."]);
    let post = b.document("Post", None, "Water", &[&sentences[1], "The school is open."]);
    let found = b.finding(DivergenceKind::Number, "people", (gazette[1], "12"), (post[1], "17"));
    b.link(gazette[1], post[1], 0.9, Relation::Paraphrase, vec![found]);
    let analysis = b.claims(&[vec![gazette[1], post[1]]]);
    for (formats, table) in [("html", ""), ("csv,html", " in divergences.csv")] {
        let formats = formats.split(',').map(str::to_owned).collect();
        let files = render(&analysis, &Options { formats, ..Options::default() }).expect("it renders");
        let (_, page) = files.into_iter().find(|(name, _)| *name == "report.html").expect("a page");
        let page = String::from_utf8(page).expect("UTF-8");
        assert!(page.len() < 1 << 20, "{} bytes", page.len());
        assert!(page.contains(&format!("1 difference not listed here{table}</p>")));
        assert!(page.contains("No claim of several outlets is on this page."));
        assert!(page.contains("The bridge is closed.") && page.contains("(0 of 1)"));
        for denied in ["No difference was found", "No claim of several outlets was found."] {
            assert!(!page.contains(denied), "{denied}");
        }
    }
}

/// Writes the graphs of several sizes for looking at: `cargo test --test export -- --ignored sheet`.
#[test]
#[ignore = "for looking at: needs CROSSWIRE_SHEET, a folder"]
fn sheet() {
    let folder = std::env::var_os("CROSSWIRE_SHEET").expect("CROSSWIRE_SHEET names a folder");
    for (name, analysis, whole) in [
        ("bridge", bridge(), false),
        ("bridge-all", bridge(), true),
        ("swans", swans(), false),
        ("3", synthetic(4, 3), false),
        ("30", synthetic(9, 30), false),
        ("120", synthetic(12, 120), false),
        ("120-all", synthetic(12, 120), true),
        ("300", synthetic(16, 300), false),
        ("300-all", synthetic(16, 300), true),
    ] {
        save(&analysis, &options(whole), &Path::new(&folder).join(name)).expect("it saves");
    }
}
