//! Whatever the format, the figures are the same: every file is read back and counted.

#[allow(dead_code)] // the tests of the exporters use the rest of it
#[path = "common/analyses.rs"]
mod analyses;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use crosswire::export::{ALL, Options, render};
use crosswire::model::Analysis;
use quick_xml::events::Event;
use serde_json::Value;

type Files = BTreeMap<&'static str, Vec<u8>>;

/// What a format tells; `None` where it has no place for it.
#[derive(Debug, Default, PartialEq)]
struct Figures {
    /// Status by id.
    claims: BTreeMap<String, String>,
    outlets: Option<usize>,
    documents: Option<usize>,
    mentions: Option<usize>,
    alignments: Option<usize>,
    divergences: Option<usize>,
    origins: Option<usize>,
}

impl Figures {
    /// From a format that has the rows of each table.
    fn new(claims: BTreeMap<String, String>, mut count: impl FnMut(&str) -> Option<usize>) -> Self {
        Figures {
            claims,
            outlets: count("outlets"),
            documents: count("documents"),
            mentions: count("mentions"),
            alignments: count("alignments"),
            divergences: count("divergences"),
            origins: count("origins"),
        }
    }
}

#[test]
fn all_formats_agree() {
    for analysis in [analyses::bridge(), analyses::synthetic(5, 30), Analysis::default()] {
        let files = files(&analysis);
        let told = json(&files);
        for (format, read) in [
            ("csv", csv(&files)),
            ("dot", dot(&files)),
            ("xlsx", xlsx(&files)),
            ("markdown", markdown(&files, &told)),
        ] {
            compare(format, &read, &told);
        }
        for name in ["graph.graphml", "graph.gexf"] {
            compare(name, &xml(&files, name), &told);
        }
        compare("node-link", &node_link(&files), &told);
    }
}

/// Every figure that a format tells.
fn compare(format: &str, read: &Figures, told: &Figures) {
    assert_eq!(read.claims, told.claims, "{format}: claims");
    for (what, found, expected) in [
        ("outlets", read.outlets, told.outlets),
        ("documents", read.documents, told.documents),
        ("mentions", read.mentions, told.mentions),
        ("alignments", read.alignments, told.alignments),
        ("divergences", read.divergences, told.divergences),
        ("origins", read.origins, told.origins),
    ] {
        assert!(found.is_none() || found == expected, "{format}: {what}: {found:?} is not {expected:?}");
    }
}

#[test]
fn the_workbook_is_the_same_bytes_whatever_the_threads() {
    let analysis = analyses::bridge();
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
    let books = [1, 4].map(|threads| pool(threads).install(|| files(&analysis)["comparison.xlsx"].clone()));
    assert!(books[0] == books[1], "two runs give two workbooks");
}

fn files(analysis: &Analysis) -> Files {
    let options = Options { formats: vec![ALL.into()], whole_graph: true, ..Options::default() };
    render(analysis, &options).expect("it renders").into_iter().collect()
}

fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    std::str::from_utf8(&files[name]).expect("it is UTF-8")
}

fn json(files: &Files) -> Figures {
    let whole: Value = serde_json::from_slice(&files["comparison.json"]).expect("JSON");
    let count = |name: &str| whole[name].as_array().map(Vec::len);
    let claims = whole["claims"].as_array().expect("a list").iter();
    let named = |value: &Value| value.as_str().expect("a text").to_owned();
    Figures::new(claims.map(|claim| (named(&claim["claim_id"]), named(&claim["status"]))).collect(), count)
}

fn csv(files: &Files) -> Figures {
    let rows = |name: &str| {
        let text = text(files, name).trim_start_matches('\u{feff}');
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    };
    tables(|table| rows(&format!("{table}.csv")))
}

fn xlsx(files: &Files) -> Figures {
    let mut book = Xlsx::new(Cursor::new(&files["comparison.xlsx"])).expect("a workbook");
    tables(|table| {
        assert!(book.worksheet_formula(table).expect("a sheet").is_empty(), "{table} has a formula");
        let range = book.worksheet_range(table).expect("a sheet");
        range.rows().skip(1).map(|row| row.iter().map(Data::to_string).collect()).collect()
    })
}

/// From the tables, however they are kept; the matrix has the claims once more.
fn tables(mut rows: impl FnMut(&str) -> Vec<Vec<String>>) -> Figures {
    let mut claims = |table| rows(table).into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let (listed, matrix): (BTreeMap<_, _>, BTreeMap<_, _>) = (claims("claims"), claims("matrix"));
    assert_eq!(listed, matrix);
    Figures::new(listed, |table| Some(rows(table).len()))
}

/// Nodes of outlets, nodes and frames of claims; the legend's have other names.
fn dot(files: &Files) -> Figures {
    let mut figures = Figures { outlets: Some(0), ..Figures::default() };
    for line in text(files, "graph.dot").lines().map(str::trim_start) {
        let head = line.split(" [").next().unwrap_or_default();
        let numbered = |mark: char| head.strip_prefix(mark).filter(|n| n.parse::<usize>().is_ok());
        if numbered('o').is_some() {
            figures.outlets = figures.outlets.map(|count| count + 1);
        } else if let Some(number) = numbered('c') {
            let status = if line.contains("shape=\"note\"") { "single-source" } else { "shared" };
            figures.claims.insert(format!("C{number}"), status.to_owned());
        } else if let Some(framed) = head.strip_prefix("subgraph cluster_c") {
            let number = framed.trim_end_matches(" {");
            figures.claims.insert(format!("C{number}"), "divergent".to_owned());
        }
    }
    figures
}

fn node_link(files: &Files) -> Figures {
    let graph: Value = serde_json::from_slice(&files["graph.json"]).expect("JSON");
    let list = |name: &str| graph[name].as_array().expect("a list").clone();
    let nodes = list("nodes").into_iter().map(|node| {
        let told = |name: &str| match &node[name] {
            Value::String(text) => Some(text.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        };
        (node["id"].as_str().expect("an id").to_owned(), told("status"), told("divergences"))
    });
    let weights = list("links").into_iter().map(|link| link["weight"].as_u64().expect("a weight") as usize);
    network(nodes.collect(), weights.sum())
}

/// GraphML keeps a value in an element `data`, GEXF in an attribute of an element `attvalue`.
fn xml(files: &Files, name: &str) -> Figures {
    let (mut nodes, mut weights) = (Vec::new(), 0);
    for (element, attributes, inside) in elements(text(files, name)) {
        let given = |name: &str| attributes.get(name).cloned();
        let (key, value) = match element.as_str() {
            "data" => (given("key").expect("a key"), inside.trim().to_owned()),
            "attvalue" if !nodes.is_empty() => {
                (format!("node-{}", given("for").expect("a name")), given("value").expect("a value"))
            }
            "node" => {
                nodes.push((given("id").expect("an id"), None, None));
                continue;
            }
            "edge" => ("edge-weight".to_owned(), given("weight").unwrap_or_default()),
            _ => continue,
        };
        let node = nodes.last_mut();
        match (key.as_str(), node) {
            ("edge-weight", _) => weights += value.parse::<usize>().unwrap_or_default(),
            ("node-status", Some((_, status, _))) if status.is_none() => *status = Some(value),
            ("node-divergences", Some((_, _, divergences))) => *divergences = Some(value),
            _ => {}
        }
    }
    network(nodes, weights)
}

/// From nodes (id, status, divergences) and the sum of the weights.
fn network(nodes: Vec<(String, Option<String>, Option<String>)>, weights: usize) -> Figures {
    let outlets = nodes.iter().filter(|(id, _, _)| id.starts_with('o')).count();
    let counts = nodes.iter().filter_map(|(_, _, divergences)| divergences.as_ref()?.parse::<usize>().ok());
    Figures {
        outlets: Some(outlets),
        mentions: Some(weights),
        divergences: Some(counts.sum()),
        claims: nodes
            .into_iter()
            .filter(|(id, _, _)| id.starts_with('C'))
            .map(|(id, status, _)| (id, status.expect("a claim has a status")))
            .collect(),
        ..Figures::default()
    }
}

/// Name, attributes and text of each element, in document order.
fn elements(xml: &str) -> Vec<(String, BTreeMap<String, String>, String)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found: Vec<(String, BTreeMap<String, String>, String)> = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => return found,
            Event::Start(element) | Event::Empty(element) => {
                let attribute = |attribute: quick_xml::events::attributes::Attribute| {
                    let (key, value) = (attribute.key.as_ref().to_owned(), attribute.value);
                    (key, quick_xml::escape::unescape(&value).expect("escaped").into_owned())
                };
                let attributes = element.attributes().map(|one| attribute(one.expect("an attribute")));
                found.push((element.name().as_ref().to_owned(), attributes.collect(), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, _, inside)) = found.last_mut() {
                    inside.push_str(&text);
                }
            }
            _ => {}
        }
    }
}

/// The page shows some claims and counts all: the counts are read, and every id it shows is one of the claims.
fn markdown(files: &Files, told: &Figures) -> Figures {
    let page = text(files, "summary.md");
    for id in
        page.split("**").filter(|bold| bold.strip_prefix('C').is_some_and(|n| n.parse::<usize>().is_ok()))
    {
        assert!(told.claims.contains_key(id), "{id} is a claim");
    }
    for status in ["shared", "divergent", "single-source"] {
        let row = page.lines().find(|line| line.starts_with(&format!("| {status}:"))).expect("a row");
        let count = row.split('|').nth(2).and_then(|cell| cell.trim().parse::<usize>().ok());
        let of = told.claims.values().filter(|other| *other == status).count();
        assert_eq!(count, Some(of), "{status}");
    }
    let first = page.lines().find(|line| line.contains(" document")).expect("what was compared");
    let before = |noun: &str| {
        let words: Vec<&str> = first.split([' ', ',', ':']).collect();
        let at = words.iter().position(|word| word.trim_end_matches(['s', '.']) == noun)?;
        words[at - 1].parse::<usize>().ok()
    };
    Figures {
        claims: told.claims.iter().map(|(id, status)| (id.clone(), status.clone())).collect(),
        documents: before("document"),
        mentions: before("mention"),
        ..Figures::default()
    }
}
