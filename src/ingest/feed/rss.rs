//! RSS of any version: `<item>`, in the channel or (1.0) beside it.

use super::{Entry, line_of, of_feed, paragraphs_of};
use crate::ingest::fields::Fields;
use crate::ingest::xml::Element;
use crate::text::one_line;

pub(super) fn entries(root: &Element) -> Vec<Entry> {
    let channel = root.child("channel").unwrap_or(root);
    let title = line_of(channel, &["title"]);
    let feed = Fields {
        outlet: title.map(|title| of_feed(&title, line_of(channel, &["link"]).as_deref())),
        language: line_of(channel, &["language", "dc:language"]),
        ..Fields::default()
    };
    let beside = root.all("item").filter(|_| !std::ptr::eq(root, channel));
    channel.all("item").chain(beside).filter(|item| item.closed).map(|item| entry(item, &feed)).collect()
}

fn entry(item: &Element, feed: &Fields) -> Entry {
    let fields = Fields {
        title: line_of(item, &["title"]),
        text: paragraphs_of(item, &["content:encoded", "content"]),
        outlet: line_of(item, &["source", "news:source", "dc:publisher"]).or_else(|| feed.outlet.clone()),
        url: address(item).or_else(|| guid(item)),
        modified: line_of(item, &["atom:updated", "dcterms:modified"]),
        published: line_of(item, &["pubdate", "dc:date", "published", "atom:published", "atom:updated"]),
        author: authors(item),
        language: line_of(item, &["dc:language", "language"]).or_else(|| feed.language.clone()),
        ..Fields::default()
    };
    let summary = paragraphs_of(item, &["description", "summary", "itunes:summary"]);
    Entry { at: item.at, fields, summary }
}

/// An address is no HTML: `&timestamp` in it is no sign.
fn address(item: &Element) -> Option<String> {
    item.all("link").map(|link| link.text().trim().to_owned()).find(|link| !link.is_empty())
}

/// An identifier that is an address, unless it says that it is none.
fn guid(item: &Element) -> Option<String> {
    let guid = item.child("guid").filter(|guid| guid.attribute("ispermalink") != Some("false"))?;
    Some(guid.text().trim().to_owned()).filter(|guid| guid.contains("://"))
}

/// Names are kept, and of `desk@gull.example (Ida Holm)` the name.
fn authors(item: &Element) -> Option<String> {
    let names: Vec<String> = ["dc:creator", "author"]
        .iter()
        .flat_map(|name| item.all(name))
        .map(|author| name(&author.text()))
        .filter(|name| !name.is_empty())
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn name(author: &str) -> String {
    let inside = author.split_once('(').and_then(|(mail, rest)| Some((mail, rest.split_once(')')?.0)));
    match inside {
        Some((mail, name)) if mail.contains('@') => name.trim().to_owned(),
        _ => one_line(author),
    }
}
