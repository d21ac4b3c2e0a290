//! From a bag of named values to a document: the field names that every format may use.

use serde_json::{Map, Value};

use super::date;
use super::message::shown;
use super::web::fragment;
use crate::model::{Document, Timestamp};
use crate::text::web_address::{host, is_host, is_page};
use crate::text::{language, one_line};

/// The fields of a document and the names they go by, the preferred one first.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Id, &["id", "uri"]),
    (Field::Event, &["event", "event_id"]),
    (
        Field::Outlet,
        &[
            "outlet",
            "source",
            "publisher",
            "site_name",
            "sitename",
            "media_name",
            "meta_site_name",
            "source_name",
            "source-hostname",
            "publication",
        ],
    ),
    (Field::Host, &["hostname", "source_domain", "media_url", "source_url", "domain"]),
    (Field::Title, &["title", "headline"]),
    (Field::Url, &["url", "link", "canonical_link"]),
    (
        Field::Published,
        &[
            "published",
            "datetimepub",
            "date_published",
            "date",
            "date_publish",
            "publish_date",
            "publishing_date",
            "pubdate",
            "publishedat",
            "published_at",
            "datepublished",
            "seendate",
        ],
    ),
    (
        Field::Modified,
        &[
            "modified",
            "date_updated",
            "date_modify",
            "date_modified",
            "datemodified",
            "updated",
            "updated_at",
            "updatedat",
            "date_changed",
        ],
    ),
    (Field::Author, &["author", "authors", "byline", "creator"]),
    (Field::Language, &["language", "lang", "meta_lang"]),
    (
        Field::Text,
        &[
            "text",
            "body",
            "content",
            "maintext",
            "articlebody",
            "raw_text",
            "story_text",
            "article_text",
            "full_text",
            "content_html",
            "content_text",
            "plaintext",
        ],
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Event,
    Outlet,
    /// Where the outlet's pages lie: its name where nothing better is known.
    Host,
    Title,
    Url,
    Published,
    Modified,
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

/// Whether a column of this name holds the address of a page.
pub(super) fn is_url(name: &str) -> bool {
    names(Field::Url).contains(&name.trim().to_lowercase().as_str())
}

/// The title among the values, if there is one.
pub(super) fn value_of_title(values: &Map<String, Value>) -> Option<&Value> {
    value(values, Field::Title)
}

/// The usual names of the text field, for messages.
pub(super) fn text_names() -> String {
    names(Field::Text)[..6].join(", ")
}

/// The page's address among the values, if there is one.
pub(super) fn address(values: &Map<String, Value>) -> Option<String> {
    value(values, Field::Url).and_then(plain).or_else(|| {
        // Trafilatura calls it the source.
        let source = every(values, Field::Outlet).filter_map(Value::as_str).find(|text| is_page(text))?;
        Some(source.trim().to_owned())
    })
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
    let text = uncut(text, &mut notices);
    let url = address(values);
    let document = Document {
        id: field(Field::Id).and_then(plain).unwrap_or_default(),
        event: field(Field::Event).and_then(plain),
        outlet: outlet(values).or_else(|| host(url.as_deref()?)).unwrap_or_else(|| stem.to_owned()),
        published: field(Field::Published).and_then(plain).and_then(|given| published(&given, &mut notices)),
        modified: field(Field::Modified).and_then(plain).and_then(|given| date::read(&given)),
        author: field(Field::Author).and_then(plain).filter(|name| name.chars().any(char::is_alphabetic)),
        language: field(Field::Language).and_then(plain).map(code),
        url,
        ..Document::default()
    };
    Ok(Filled { document: document.with_text(title.as_deref(), &text), notices })
}

/// `English`, `eng`, `en-GB` → `en`; what is no language we know of stays as it is.
fn code(given: String) -> String {
    language::code(&given).map_or(given, str::to_owned)
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
    every(values, field).next()
}

/// All values of a field, in the order of [`NAMES`].
fn every(values: &Map<String, Value>, field: Field) -> impl Iterator<Item = &Value> {
    names(field).iter().filter_map(|name| {
        let same = |(key, value): &(&String, &Value)| key.trim().to_lowercase() == *name && !is_empty(value);
        values.iter().find(same).map(|(_, value)| value)
    })
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
        Value::String(text) => one_line(text),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().filter_map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            if let Some(html) = fields.get("rendered").and_then(Value::as_str) {
                return Some(fragment::line(html)).filter(|line| !line.is_empty());
            }
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

/// The outlet's name; where no field gives one, the host of an address.
fn outlet(values: &Map<String, Value>) -> Option<String> {
    let said =
        values.iter().find(|(key, value)| key.trim().eq_ignore_ascii_case("outlet") && !is_empty(value));
    let names = || every(values, Field::Outlet).filter_map(plain).find(|name| !is_address(name));
    let addresses = || every(values, Field::Outlet).filter_map(plain).find_map(|name| host(&name));
    let hosts = || every(values, Field::Host).filter_map(plain).find_map(|name| host(&name));
    said.and_then(|(_, value)| host_or_name(&plain(value)?)).or_else(names).or_else(addresses).or_else(hosts)
}

fn host_or_name(name: &str) -> Option<String> {
    if name.contains("://") { host(name) } else { Some(name.to_owned()) }
}

/// `https://coast.example/1`, `coast.example`; but `Coast.example` may be what an outlet calls itself.
fn is_address(name: &str) -> bool {
    name.contains("://") || is_host(name) && !name.contains(char::is_uppercase)
}

/// The body as it stands; a list of paragraphs is joined by blank lines, HTML becomes its paragraphs.
fn paragraphs(value: &Value) -> String {
    match value {
        Value::String(text) if fragment::is_html(text) => fragment::paragraphs(text),
        Value::String(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Value::Array(items) => joined(items.iter()),
        Value::Object(fields) => joined(BODY.iter().filter_map(|name| fields.get(*name))),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) => String::new(),
    }
}

/// What a body holds that is an object, in the order in which it is read.
const BODY: &[&str] = &["text", "rendered", "summary", "headline", "sections", "paragraphs"];

fn joined<'a>(parts: impl Iterator<Item = &'a Value>) -> String {
    parts.map(paragraphs).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Without the mark of a text that was cut off, `… [+1234 chars]`.
fn uncut(text: String, notices: &mut Vec<String>) -> String {
    let Some((rest, count)) = text.trim_end().strip_suffix(" chars]").and_then(|rest| rest.rsplit_once("[+"))
    else {
        return text;
    };
    if count.is_empty() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
        return text;
    }
    let message =
        format!("the text is cut off, {count} characters are missing; save the page for the whole text");
    notices.push(message);
    rest.trim_end().trim_end_matches(['…', '.']).trim_end().to_owned()
}

fn published(given: &str, notices: &mut Vec<String>) -> Option<Timestamp> {
    let read = date::read(given);
    if read.is_none() {
        notices.push(format!(
            "the date “{}” could not be read; write it as 2026-03-05 or 2026-03-05T07:40:00Z",
            shown(given)
        ));
    }
    read
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
        assert_eq!(document.published, "2026-03-05T07:40:00Z".parse().ok());
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
    fn a_name_goes_before_an_address() {
        for (value, outlet, url) in [
            (
                json!({"source": "https://coast.example/1", "sitename": "Coast Radio", "text": "Yes."}),
                "Coast Radio",
                true,
            ),
            (
                json!({"source": "https://coast.example/1", "hostname": "coast.example", "text": "Yes."}),
                "coast.example",
                true,
            ),
            (
                json!({"source": "coast.example", "publisher": {"name": "Coast"}, "text": "Yes."}),
                "Coast",
                false,
            ),
            (
                json!({"outlet": "coast.example", "publisher": "Coast", "text": "Yes."}),
                "coast.example",
                false,
            ),
            (
                json!({"source": {"uri": "coast.example", "title": "Coast Radio"}, "text": "Yes."}),
                "Coast Radio",
                false,
            ),
        ] {
            let document = filled(value);
            assert_eq!((document.outlet.as_str(), document.url.is_some()), (outlet, url));
        }
    }

    #[test]
    fn bodies_in_parts_and_in_html_become_paragraphs() {
        let sections = json!([{"headline": ["Rescue"], "paragraphs": ["One.", "Two."]}]);
        for (body, expected) in [
            (json!({"summary": ["Short."], "sections": sections}), "Short.\n\nRescue\n\nOne.\n\nTwo."),
            (json!({"rendered": "<p>One.</p><p>Two.</p>"}), "One.\n\nTwo."),
            (json!("<p>One &amp; two.</p>"), "One & two."),
            (json!("1 < 2 & 3"), "1 < 2 & 3"),
        ] {
            assert_eq!(filled(json!({"body": body})).text, expected);
        }
    }

    #[test]
    fn a_text_that_was_cut_off_is_said_to_be() {
        let values = json!({"content": "A crane fell… [+1234 chars]"});
        let filled = document(values.as_object().expect("an object"), "stem").expect("a document");
        assert_eq!(filled.document.text, "A crane fell");
        assert!(filled.notices[0].contains("1234 characters"), "{:?}", filled.notices);
        assert_eq!(uncut("A [+x chars]".to_owned(), &mut Vec::new()), "A [+x chars]");
    }

    #[test]
    fn without_words_there_is_no_document() {
        let lacking = |value: Value| document(value.as_object().expect("an object"), "stem").err();
        assert_eq!(lacking(json!({"title": "Only a title"})), Some(Lacking::Text));
        assert_eq!(lacking(json!({"text": " … "})), Some(Lacking::Words));
    }
}
