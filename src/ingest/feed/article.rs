//! One article as XML: trafilatura's `<doc>`, and TEI as far as an article needs it.

use serde_json::{Map, Value};

use crate::ingest::xml::{Node, Part};
use crate::text::one_line;

/// Elements that stand as paragraphs of their own.
const BLOCKS: &[&str] =
    &["p", "head", "item", "quote", "ab", "l", "row", "cell", "list", "table", "div", "body", "main", "lg"];

/// Metadata stands in attributes; `source` is the page's address.
pub(super) fn doc(root: &Node) -> Map<String, Value> {
    let names = ["sitename", "hostname", "title", "author", "date", "language"];
    let given = names.iter().map(|name| (*name, root.attribute(name).map(str::to_owned)));
    let address = root.attribute("source").or_else(|| root.attribute("url"));
    let more = [("url", address.map(str::to_owned)), ("text", root.child("main").map(paragraphs))];
    filled(given.chain(more))
}

/// Metadata stands in the header, that of the page in its description of the source.
pub(super) fn tei(root: &Node) -> Map<String, Value> {
    let header = root.child("teiheader");
    let find = |path: &[&str]| {
        let node = path.iter().try_fold(header?, |node, name| node.find(name))?;
        Some(one_line(&node.text())).filter(|text| !text.is_empty())
    };
    let body = root.child("text").and_then(|text| text.child("body"));
    let language = root.attribute("xml:lang").map(str::to_owned);
    filled([
        ("outlet", find(&["sourcedesc", "publisher"]).or_else(|| find(&["publicationstmt", "publisher"]))),
        ("title", find(&["titlestmt", "title"])),
        ("author", find(&["titlestmt", "author"]).or_else(|| find(&["sourcedesc", "author"]))),
        ("date", find(&["sourcedesc", "date"]).or_else(|| find(&["publicationstmt", "date"]))),
        ("url", header.and_then(target)),
        ("language", language),
        ("text", body.map(paragraphs)),
    ])
}

fn target(header: &Node) -> Option<String> {
    header.find("ptr")?.attribute("target").map(str::to_owned)
}

fn filled<'a>(given: impl IntoIterator<Item = (&'a str, Option<String>)>) -> Map<String, Value> {
    given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::from(value?)))).collect()
}

/// Blocks parted by blank lines; `<lb/>` ends a line.
fn paragraphs(node: &Node) -> String {
    let mut blocks = vec![String::new()];
    collect(node, &mut blocks);
    let tidy = |block: &String| {
        let lines = block.split('\u{2028}').map(one_line);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    blocks.iter().map(tidy).filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn collect(node: &Node, blocks: &mut Vec<String>) {
    for part in &node.parts {
        match part {
            Part::Text(text) => say(blocks, text),
            Part::Node(node) if node.name == "lb" => say(blocks, "\u{2028}"),
            Part::Node(node) if node.name == "figure" || node.name == "graphic" => {}
            Part::Node(node) if BLOCKS.contains(&node.name.as_str()) => {
                blocks.push(String::new());
                collect(node, blocks);
                blocks.push(String::new());
            }
            Part::Node(node) => collect(node, blocks),
        }
    }
}

fn say(blocks: &mut [String], text: &str) {
    if let Some(block) = blocks.last_mut() {
        block.push_str(text);
    }
}
