//! Linked data (JSON-LD): what a page says of its article for machines.

use serde_json::{Map, Value};

use super::tree::{Node, Tree};
use crate::ingest::entity::decoded_value;
use crate::text::one_line;

/// How deep lists and objects are followed.
const DEEPEST: usize = 8;
/// No page describes more things.
const MOST: usize = 2000;
/// No article names more authors.
const MOST_NAMES: usize = 100;

pub(super) type Thing = Map<String, Value>;

/// All things that a page's linked data describes.
pub(super) fn things(tree: &Tree) -> Vec<Thing> {
    let mut things = Vec::new();
    for (id, _) in tree.named("script").filter(|(_, node)| is_linked_data(node)) {
        let texts = tree.nodes[id].children.iter().map(|child| tree.nodes[*child].text.as_str());
        if let Some(value) = value(&texts.collect::<String>()) {
            collect(value, DEEPEST, &mut things);
        }
    }
    things
}

fn is_linked_data(node: &Node) -> bool {
    node.attribute("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
}

/// Pages put line ends into strings, and comment marks or a semicolon around the whole.
fn value(text: &str) -> Option<Value> {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let start = clean.find(['{', '['])?;
    let end = clean.rfind(['}', ']'])?;
    serde_json::from_str(clean.get(start..=end)?).ok()
}

fn collect(value: Value, depth: usize, things: &mut Vec<Thing>) {
    if depth == 0 || things.len() >= MOST {
        return;
    }
    match value {
        Value::Array(items) => items.into_iter().for_each(|item| collect(item, depth - 1, things)),
        Value::Object(mut thing) => {
            for inner in ["@graph", "mainEntity", "itemListElement", "hasPart"] {
                if let Some(inner) = thing.get_mut(inner) {
                    collect(inner.take(), depth - 1, things);
                }
            }
            things.push(thing);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The article among the things: of several the one at the page's own address, else the first.
pub(super) fn article<'a>(things: &'a [Thing], address: Option<&str>) -> Option<&'a Thing> {
    let articles = || things.iter().filter(|thing| is_article(thing));
    let here = |thing: &&&Thing| {
        let own =
            ["url", "mainEntityOfPage", "@id"].iter().filter_map(|name| self::address(thing.get(*name)?));
        own.into_iter().any(|own| Some(own.as_str()) == address)
    };
    let found = articles().collect::<Vec<_>>();
    found.iter().find(here).or(found.first()).copied()
}

fn is_article(thing: &Thing) -> bool {
    let ends = |kind: &str| {
        kind.ends_with("Article") || kind.ends_with("Posting") || ["Report", "Review"].contains(&kind)
    };
    match thing.get("@type") {
        Some(Value::String(kind)) => ends(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(ends),
        _ => false,
    }
}

/// A field as one line: a string, the name of a thing (which may be described elsewhere), or a list of these.
pub(super) fn line(thing: &Thing, field: &str, things: &[Thing]) -> Option<String> {
    named(thing.get(field)?, things, DEEPEST)
}

/// A field as text, a paragraph a line.
pub(super) fn text(thing: &Thing, field: &str) -> Option<String> {
    let text = thing.get(field)?.as_str()?;
    let lines: Vec<String> = text.lines().filter_map(text_of).collect();
    (!lines.is_empty()).then(|| lines.join("\n\n"))
}

fn named(value: &Value, things: &[Thing], depth: usize) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::String(text) => text_of(text),
        Value::Array(items) => {
            let mut names: Vec<String> =
                items.iter().take(MOST_NAMES).filter_map(|item| named(item, things, depth)).collect();
            names.dedup();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Object(thing) => match thing.get("name") {
            Some(name) => named(name, things, depth),
            None => {
                let same =
                    |other: &&Thing| other.contains_key("name") && other.get("@id") == thing.get("@id");
                thing.get("@id")?;
                // One step only: things that name each other by turns would be asked without end.
                text_of(things.iter().find(same)?.get("name")?.as_str()?)
            }
        },
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// An address in a field: a string, or a thing's own.
pub(super) fn address(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => text_of(text),
        Value::Object(thing) => ["@id", "url"].iter().find_map(|name| text_of(thing.get(*name)?.as_str()?)),
        _ => None,
    }
}

fn text_of(text: &str) -> Option<String> {
    let line = one_line(&decoded_value(text));
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(json: &str) -> Vec<Thing> {
        let html = format!("<script type='application/ld+json'>{json}</script>");
        things(&Tree::of(&html).expect("few elements"))
    }

    #[test]
    fn the_article_is_found_in_lists_and_graphs() {
        for (json, headline) in [
            (r#"{"@type": "NewsArticle", "headline": "A"}"#, Some("A")),
            (
                r#"[{"@type": "WebSite"}, {"@type": ["ReportageNewsArticle"], "headline": "A &amp; B"}]"#,
                Some("A & B"),
            ),
            (r#"<!-- {"@graph": [{"@type": "Article", "headline": "A"}]}; -->"#, Some("A")),
            (
                r#"[{"@type": "Article", "headline": "A"}, {"@type": "Article", "headline": "B", "url": "x"}]"#,
                Some("B"),
            ),
            ("{\"@type\": \"Article\", \"headline\": \"A\n B\"}", Some("A B")),
            (r#"{"@type": "Organization", "headline": "A"}"#, None),
            (r#"{"@type": "Article", "headline": "A""#, None),
        ] {
            let things = described(json);
            let found = article(&things, Some("x")).and_then(|article| line(article, "headline", &things));
            assert_eq!(found.as_deref(), headline, "{json}");
        }
    }

    #[test]
    fn names_may_stand_elsewhere_and_circles_end() {
        let things = described(
            r##"[{"@type": "Article", "publisher": {"@id": "#p"}, "author": ["A", {"name": "B"}]},
                {"@id": "#p", "name": "Post"}, {"@id": "#q", "name": {"@id": "#q"}}, {"@type": "Article", "x": {"@id": "#q"}}]"##,
        );
        assert_eq!(line(&things[0], "publisher", &things).as_deref(), Some("Post"));
        assert_eq!(line(&things[0], "author", &things).as_deref(), Some("A, B"));
        assert_eq!(line(&things[3], "x", &things), None);
    }
}
