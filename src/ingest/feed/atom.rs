//! Atom: `<entry>`, whose text may be plain, HTML in disguise, or elements.

use super::{Entry, line_of, of_feed};
use crate::ingest::fields::Fields;
use crate::ingest::web::fragment;
use crate::ingest::xml::Element;
use crate::text::one_line;

pub(super) fn entries(root: &Element) -> Vec<Entry> {
    let title = text_of(root, "title").map(|title| one_line(&title));
    let feed = Fields {
        outlet: title.map(|title| of_feed(&title, link(root).as_deref())),
        author: authors(root),
        language: root.attribute("xml:lang").map(str::to_owned),
        ..Fields::default()
    };
    root.all("entry").filter(|entry| entry.closed).map(|node| entry(node, &feed)).collect()
}

fn entry(node: &Element, feed: &Fields) -> Entry {
    let source = node.child("source").and_then(|source| text_of(source, "title"));
    let language = node.attribute("xml:lang").map(str::to_owned);
    let fields = Fields {
        title: text_of(node, "title").map(|title| one_line(&title)),
        text: text_of(node, "content"),
        outlet: source.map(|title| one_line(&title)).or_else(|| feed.outlet.clone()),
        url: link(node),
        modified: line_of(node, &["updated", "modified"]),
        published: line_of(node, &["published", "issued", "updated", "modified"]),
        author: authors(node).or_else(|| feed.author.clone()),
        language: language.or_else(|| feed.language.clone()),
        ..Fields::default()
    };
    Entry { at: node.at, fields, summary: text_of(node, "summary") }
}

/// A text construct; content that lies elsewhere or is no text has none.
fn text_of(node: &Element, name: &str) -> Option<String> {
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
fn link(node: &Element) -> Option<String> {
    let page = |link: &&Element| matches!(link.attribute("rel"), None | Some("alternate"));
    node.all("link").find(page)?.attribute("href").map(str::to_owned)
}

fn authors(node: &Element) -> Option<String> {
    let names: Vec<String> = node.all("author").filter_map(|author| line_of(author, &["name"])).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
