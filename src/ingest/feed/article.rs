//! One article as XML: trafilatura's `<doc>`, and TEI as far as an article needs it.

use crate::ingest::fields::Fields;
use crate::ingest::xml::{Child, Element};
use crate::text::one_line;
use crate::text::web_address::host;

/// Elements that stand as paragraphs of their own.
const BLOCKS: &[&str] =
    &["p", "head", "item", "quote", "ab", "l", "row", "cell", "list", "table", "div", "body", "main", "lg"];

/// Metadata stands in attributes; `source` is the page's address.
pub(super) fn doc(root: &Element) -> Fields {
    let attribute = |name| root.attribute(name).map(str::to_owned);
    let address = attribute("source").or_else(|| attribute("url"));
    Fields {
        outlet: attribute("sitename").or_else(|| host(root.attribute("hostname")?)),
        title: attribute("title"),
        url: address,
        published: attribute("date"),
        author: attribute("author"),
        language: attribute("language"),
        text: root.child("main").map(paragraphs),
        ..Fields::default()
    }
}

/// Metadata stands in the header, that of the page in its description of the source.
pub(super) fn tei(root: &Element) -> Fields {
    let header = root.child("teiheader");
    let find = |path: &[&str]| {
        let node = path.iter().try_fold(header?, |node, name| node.find(name))?;
        Some(one_line(&node.text())).filter(|text| !text.is_empty())
    };
    let either = |one: &[&str], other: &[&str]| find(one).or_else(|| find(other));
    let body = root.child("text").and_then(|text| text.child("body"));
    Fields {
        outlet: either(&["sourcedesc", "publisher"], &["publicationstmt", "publisher"]),
        title: find(&["titlestmt", "title"]),
        url: header.and_then(|header| header.find("ptr")?.attribute("target").map(str::to_owned)),
        published: either(&["sourcedesc", "date"], &["publicationstmt", "date"]),
        author: either(&["titlestmt", "author"], &["sourcedesc", "author"]),
        language: root.attribute("xml:lang").map(str::to_owned),
        text: body.map(paragraphs),
        ..Fields::default()
    }
}

/// Blocks parted by blank lines; `<lb/>` ends a line.
fn paragraphs(node: &Element) -> String {
    let mut blocks = vec![String::new()];
    collect(node, &mut blocks);
    let tidy = |block: &String| {
        let lines = block.split('\u{2028}').map(one_line);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    blocks.iter().map(tidy).filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn collect(node: &Element, blocks: &mut Vec<String>) {
    for part in &node.children {
        match part {
            Child::Text(text) => say(blocks, text),
            Child::Element(node) if node.name == "lb" => say(blocks, "\u{2028}"),
            Child::Element(node) if node.name == "figure" || node.name == "graphic" => {}
            Child::Element(node) if BLOCKS.contains(&node.name.as_str()) => {
                blocks.push(String::new());
                collect(node, blocks);
                blocks.push(String::new());
            }
            Child::Element(node) => collect(node, blocks),
        }
    }
}

fn say(blocks: &mut [String], text: &str) {
    if let Some(block) = blocks.last_mut() {
        block.push_str(text);
    }
}
