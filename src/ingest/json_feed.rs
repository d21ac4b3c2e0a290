//! JSON Feed: what it says of all its entries.

use serde_json::{Map, Value};

use super::field_names::Record;
use super::fields::Fields;

/// Bytes of what a feed says of all its entries: it is kept with each, so it must be no longer than a line.
const LONGEST: usize = 4096;

/// The entries of a feed, and the fields that they share.
pub(super) fn feed(value: &Value) -> Option<(&[Value], Fields)> {
    let feed = value.as_object()?;
    let version = feed.get("version")?.as_str()?;
    let items = feed.get("items")?.as_array().filter(|_| version.contains("jsonfeed.org"))?;
    let shared =
        ["title", "authors", "language"].into_iter().filter_map(|name| Some((name, feed.get(name)?)));
    let short = shared.filter(|(_, value)| value.to_string().len() <= LONGEST);
    let Fields { title, author, language, .. } = Record::of(short).fields();
    Some((items, Fields { outlet: title, author, language, ..Fields::default() }))
}

/// An entry's own fields and those of its feed.
pub(super) fn completed(item: &Map<String, Value>, own: Fields, feed: &Fields) -> Fields {
    let outlet = feed.outlet.clone().filter(|_| !item.contains_key("outlet"));
    Fields {
        // An identifier of a feed is an address, or means nothing outside it.
        id: None,
        outlet: outlet.or(own.outlet),
        author: own.author.or_else(|| feed.author.clone()),
        language: own.language.or_else(|| feed.language.clone()),
        ..own
    }
}
