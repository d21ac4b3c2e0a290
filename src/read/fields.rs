//! From a bag of named values to a document: the field names that every format may use.

use serde_json::{Map, Value};

use super::date;
use super::message::shown;
use crate::model::Document;

/// The fields of a document and the names they go by, the preferred one first.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Id, &["id"]),
    (Field::Event, &["event", "event_id"]),
    (
        Field::Outlet,
        &[
            "outlet",
            "source",
            "publisher",
            "site_name",
            "sitename",
            "hostname",
            "source_domain",
            "media_name",
        ],
    ),
    (Field::Title, &["title", "headline"]),
    (Field::Url, &["url", "link"]),
    (Field::Published, &["published", "date", "date_publish", "publish_date", "pubdate", "publishedat"]),
    (Field::Author, &["author", "authors", "byline"]),
    (Field::Language, &["language", "lang"]),
    (Field::Text, &["text", "body", "content", "maintext", "articlebody", "raw_text"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Event,
    Outlet,
    Title,
    Url,
    Published,
    Author,
    Language,
    Text,
}

/// A document, and what its reader should tell the user about it.
#[derive(Debug)]
pub(super) struct Filled {
    pub document: Document,
    pub notices: Vec<String>,
}

/// The text field is missing or holds nothing that could be compared.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lacking {
    Text,
    Words,
}

/// Whether a column of this name holds the text.
pub(super) fn is_text(name: &str) -> bool {
    names(Field::Text).contains(&name.trim().to_lowercase().as_str())
}

/// The title among the values, if there is one.
pub(super) fn value_of_title(values: &Map<String, Value>) -> Option<&Value> {
    value(values, Field::Title)
}

/// All names of the text field, for messages.
pub(super) fn text_names() -> String {
    names(Field::Text).join(", ")
}

/// Fills a document; names count whatever their case. `stem` is the outlet where nothing better is known.
pub(super) fn document(values: &Map<String, Value>, stem: &str) -> Result<Filled, Lacking> {
    let field = |field| value(values, field);
    let text = field(Field::Text).map(paragraphs).ok_or(Lacking::Text)?;
    let title = field(Field::Title).and_then(title);
    if !has_words(&text) {
        return Err(Lacking::Words);
    }
    let mut notices = Vec::new();
    let url = field(Field::Url).and_then(plain);
    let document = Document {
        id: field(Field::Id).and_then(plain).unwrap_or_default(),
        event: field(Field::Event).and_then(plain),
        outlet: field(Field::Outlet)
            .and_then(outlet)
            .or_else(|| host(url.as_deref()?))
            .unwrap_or_else(|| stem.to_owned()),
        published: field(Field::Published).and_then(plain).and_then(|given| published(&given, &mut notices)),
        author: field(Field::Author).and_then(plain),
        language: field(Field::Language).and_then(plain),
        url,
        ..Document::default()
    };
    Ok(Filled { document: document.with_text(title.as_deref(), &text), notices })
}

/// Something that can be compared: a letter or a digit.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn names(field: Field) -> &'static [&'static str] {
    NAMES.iter().find(|(of, _)| *of == field).map_or(&[], |(_, names)| names)
}

/// The first name in the order of [`NAMES`] that has a value.
fn value(values: &Map<String, Value>, field: Field) -> Option<&Value> {
    let named = |name: &str| {
        let same = |(key, value): &(&String, &Value)| key.trim().to_lowercase() == name && !is_empty(value);
        values.iter().find(same).map(|(_, value)| value)
    };
    names(field).iter().find_map(|name| named(name))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// One line of text from a string, a number, a list of them, or an object with a name.
fn plain(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().filter_map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            return ["name", "title", "id"].iter().find_map(|key| plain(fields.get(*key)?));
        }
        Value::Null | Value::Bool(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A title on one line. Its spaces stay as they are, so that a body which opens with it is seen to.
fn title(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().contains(['\n', '\r']) => Some(text.trim().to_owned()),
        _ => plain(value),
    }
}

/// An outlet's name, or the host of its address.
fn outlet(value: &Value) -> Option<String> {
    let name = plain(value)?;
    if name.contains("://") { host(&name) } else { Some(name) }
}

/// The body as it stands; a list of paragraphs is joined by blank lines.
fn paragraphs(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Value::Array(items) => {
            items.iter().map(paragraphs).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
        }
        Value::Object(fields) => fields.get("text").map(paragraphs).unwrap_or_default(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) => String::new(),
    }
}

fn published(given: &str, notices: &mut Vec<String>) -> Option<String> {
    let iso = date::iso(given);
    if iso.is_none() {
        notices.push(format!(
            "the date “{}” could not be read; write it as 2026-03-05 or 2026-03-05T07:40:00Z",
            shown(given)
        ));
    }
    iso
}

/// `https://www.post.example/a` → `post.example`.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.')).then(|| host.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn filled(value: Value) -> Document {
        document(value.as_object().expect("an object"), "stem").expect("a document").document
    }

    #[test]
    fn any_of_the_names_will_do() {
        let document = filled(json!({
            "Source": {"id": "x", "name": "Coast Radio"}, "headline": "Fire", "link": "https://coast.example/1",
            "publishedAt": "2026-03-05T07:40:00Z", "authors": ["A. Brandt", "B. Okoro"], "maintext": "It burned."
        }));
        assert_eq!(document.outlet, "Coast Radio");
        assert_eq!(document.title.as_deref(), Some("Fire"));
        assert_eq!(document.author.as_deref(), Some("A. Brandt, B. Okoro"));
        assert_eq!(document.published.as_deref(), Some("2026-03-05T07:40:00Z"));
        assert_eq!(document.text, "Fire\n\nIt burned.");
    }

    #[test]
    fn the_first_name_in_the_list_wins_and_empty_ones_do_not_count() {
        let document = filled(
            json!({"publisher": "Late", "outlet": "  ", "SOURCE": "", "source": "Early", "text": "Yes."}),
        );
        assert_eq!(document.outlet, "Early");
    }

    #[test]
    fn an_outlet_is_found_in_the_address_or_the_file_name() {
        assert_eq!(
            filled(json!({"url": "https://www.Post.example/a?b", "text": "Yes."})).outlet,
            "post.example"
        );
        assert_eq!(filled(json!({"text": ["One.", "", "Two."]})).outlet, "stem");
        assert_eq!(filled(json!({"text": ["One.", "", "Two."]})).text, "One.\n\nTwo.");
    }

    #[test]
    fn without_words_there_is_no_document() {
        let lacking = |value: Value| document(value.as_object().expect("an object"), "stem").err();
        assert_eq!(lacking(json!({"title": "Only a title"})), Some(Lacking::Text));
        assert_eq!(lacking(json!({"text": " … "})), Some(Lacking::Words));
    }
}
