//! RSS of any version: `<item>`, in the channel or (1.0) beside it.

use super::{Story, line_of, of_feed, paragraphs_of};
use crate::ingest::xml::Node;
use crate::text::one_line;

pub(super) fn stories(root: &Node) -> Vec<Story> {
    let channel = root.child("channel").unwrap_or(root);
    let feed = Story {
        feed: line_of(channel, &["title"])
            .map(|title| of_feed(&title, line_of(channel, &["link"]).as_deref())),
        language: line_of(channel, &["language", "dc:language"]),
        ..Story::default()
    };
    let beside = root.all("item").filter(|_| !std::ptr::eq(root, channel));
    channel.all("item").chain(beside).filter(|item| item.closed).map(|item| story(item, &feed)).collect()
}

fn story(item: &Node, feed: &Story) -> Story {
    Story {
        at: item.at,
        title: line_of(item, &["title"]),
        text: paragraphs_of(item, &["content:encoded", "content"]),
        summary: paragraphs_of(item, &["description", "summary", "itunes:summary"]),
        source: line_of(item, &["source", "news:source", "dc:publisher"]),
        feed: feed.feed.clone(),
        url: address(item).or_else(|| guid(item)),
        modified: line_of(item, &["atom:updated", "dcterms:modified"]),
        published: line_of(item, &["pubdate", "dc:date", "published", "atom:published", "atom:updated"]),
        author: authors(item),
        language: line_of(item, &["dc:language", "language"]).or_else(|| feed.language.clone()),
    }
}

/// An address is no HTML: `&timestamp` in it is no sign.
fn address(item: &Node) -> Option<String> {
    item.all("link").map(|link| link.text().trim().to_owned()).find(|link| !link.is_empty())
}

/// An identifier that is an address, unless it says that it is none.
fn guid(item: &Node) -> Option<String> {
    let guid = item.child("guid").filter(|guid| guid.attribute("ispermalink") != Some("false"))?;
    Some(guid.text().trim().to_owned()).filter(|guid| guid.contains("://"))
}

/// Names are kept, and of `desk@gull.example (Ida Holm)` the name.
fn authors(item: &Node) -> Option<String> {
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
