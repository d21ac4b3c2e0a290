//! Atom: `<entry>`, whose text may be plain, HTML in disguise, or elements.

use super::{Story, line_of, of_feed};
use crate::ingest::web::fragment;
use crate::ingest::xml::Node;
use crate::text::one_line;

pub(super) fn stories(root: &Node) -> Vec<Story> {
    let feed = Story {
        feed: text_of(root, "title").map(|title| of_feed(&one_line(&title), link(root).as_deref())),
        author: authors(root),
        language: root.attribute("xml:lang").map(str::to_owned),
        ..Story::default()
    };
    root.all("entry").filter(|entry| entry.closed).map(|entry| story(entry, &feed)).collect()
}

fn story(entry: &Node, feed: &Story) -> Story {
    let language = entry.attribute("xml:lang").map(str::to_owned);
    Story {
        at: entry.at,
        title: text_of(entry, "title").map(|title| one_line(&title)),
        text: text_of(entry, "content"),
        summary: text_of(entry, "summary"),
        source: entry
            .child("source")
            .and_then(|source| text_of(source, "title"))
            .map(|title| one_line(&title)),
        feed: feed.feed.clone(),
        url: link(entry),
        modified: line_of(entry, &["updated", "modified"]),
        published: line_of(entry, &["published", "issued", "updated", "modified"]),
        author: authors(entry).or_else(|| feed.author.clone()),
        language: language.or_else(|| feed.language.clone()),
    }
}

/// A text construct; content that lies elsewhere or is no text has none.
fn text_of(node: &Node, name: &str) -> Option<String> {
    let child = node.child(name).filter(|child| child.attribute("src").is_none())?;
    let text = match child.attribute("type").unwrap_or("text") {
        "xhtml" | "application/xhtml+xml" => fragment::paragraphs(child.inner),
        "html" | "text/html" => fragment::paragraphs(&child.text()),
        kind if kind.starts_with("text") => child.text().trim().to_owned(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The page that an entry is of.
fn link(node: &Node) -> Option<String> {
    let page = |link: &&Node| matches!(link.attribute("rel"), None | Some("alternate"));
    node.all("link").find(page)?.attribute("href").map(str::to_owned)
}

fn authors(node: &Node) -> Option<String> {
    let names: Vec<String> = node.all("author").filter_map(|author| line_of(author, &["name"])).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
