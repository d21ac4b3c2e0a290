//! Shapes of JSON that need more than the names of their fields.

use serde_json::{Map, Value};

use super::fields;

/// Bytes of what a feed says of all its entries.
const LONGEST: usize = 4096;

/// What may stand for a text that is not there.
const SUMMARIES: &[&str] = &["description", "summary", "excerpt", "abstract"];

/// The entries of a JSON Feed, each with what the feed says of all.
pub(super) fn feed(value: &Value) -> Option<Vec<Value>> {
    let feed = value.as_object()?;
    let version = feed.get("version")?.as_str()?;
    let items = feed.get("items")?.as_array().filter(|_| version.contains("jsonfeed.org"))?;
    Some(items.iter().map(|item| entry(item, feed)).collect())
}

fn entry(item: &Value, feed: &Map<String, Value>) -> Value {
    let Some(item) = item.as_object() else { return item.clone() };
    let mut entry = item.clone();
    // An identifier of a feed is an address, or means nothing outside it.
    entry.remove("id");
    for (name, of_feed) in [("outlet", "title"), ("authors", "authors"), ("language", "language")] {
        // It is kept with each entry: it must be no longer than a line.
        let short = |value: &&Value| value.to_string().len() <= LONGEST;
        if let Some(value) = feed.get(of_feed).filter(|_| !entry.contains_key(name)).filter(short) {
            entry.insert(name.to_owned(), value.clone());
        }
    }
    Value::Object(entry)
}

/// An article without a text, its summary in the text's place.
pub(super) fn summary(object: &Map<String, Value>) -> Option<Map<String, Value>> {
    fields::value_of_title(object).filter(|_| fields::address(object).is_some())?;
    let said = |name: &&&str| object.get(**name).and_then(Value::as_str).is_some_and(fields::has_words);
    let name = SUMMARIES.iter().find(said)?;
    let mut article = object.clone();
    article.retain(|name, _| !fields::is_text(name));
    article.insert("text".to_owned(), object[*name].clone());
    Some(article)
}

/// Said where [`summary`] was taken.
pub(super) const ONLY_SUMMARY: &str = "only a summary is there; save the page for the whole text";
