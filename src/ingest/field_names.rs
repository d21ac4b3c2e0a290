//! The names that fields go by in other people's tables and JSON.

use serde_json::Value;

use super::fields::{Fields, host_or_name};
use super::web::fragment;
use crate::text::one_line;
use crate::text::web_address::{host, is_host, is_page};

/// The fields of a document and their names, in small letters, the preferred one first.
const NAMES: &[(Field, &str)] = &[
    (Field::Id, "id uri"),
    (Field::Event, "event event_id"),
    (
        Field::Outlet,
        "outlet source publisher site_name sitename media_name meta_site_name source_name source-hostname publication",
    ),
    (Field::Host, "hostname source_domain media_url source_url domain"),
    (Field::Title, "title headline"),
    (Field::Url, "url link canonical_link"),
    (
        Field::Published,
        "published datetimepub date_published date date_publish publish_date publishing_date pubdate publishedat \
         published_at datepublished seendate",
    ),
    (
        Field::Modified,
        "modified date_updated date_modify date_modified datemodified updated updated_at updatedat date_changed",
    ),
    (Field::Author, "author authors byline creator"),
    (Field::Language, "language lang meta_lang"),
    (
        Field::Text,
        "text body content maintext articlebody raw_text story_text article_text full_text content_html content_text \
         plaintext",
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
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

/// The field that goes by a name, whatever its case, and the name's place in the order of preference.
fn field(name: &str) -> Option<(Field, usize)> {
    let name = name.trim().to_lowercase();
    let place = |names: &str| names.split(' ').position(|known| known == name);
    NAMES.iter().find_map(|(field, names)| Some((*field, place(names)?)))
}

/// Whether a column of this name holds the text.
pub(super) fn is_text(name: &str) -> bool {
    field(name).is_some_and(|(field, _)| field == Field::Text)
}

/// Whether a column of this name holds the address of a page.
pub(super) fn is_url(name: &str) -> bool {
    field(name).is_some_and(|(field, _)| field == Field::Url)
}

/// The usual names of the text field, for messages.
pub(super) fn text_names() -> String {
    let names =
        NAMES.iter().filter(|(field, _)| *field == Field::Text).flat_map(|(_, names)| names.split(' '));
    names.take(6).collect::<Vec<_>>().join(", ")
}

/// The values of one object or row that are filled and whose names are known, the preferred one of each field first.
pub(super) struct Record<'v>(Vec<((Field, usize), &'v Value)>);

impl<'v> Record<'v> {
    pub fn of<N: AsRef<str>>(values: impl IntoIterator<Item = (N, &'v Value)>) -> Self {
        let filled = values.into_iter().filter(|(_, value)| !is_empty(value));
        let mut known: Vec<_> =
            filled.filter_map(|(name, value)| Some((field(name.as_ref())?, value))).collect();
        known.sort_by_key(|(field, _)| *field);
        known.dedup_by_key(|(field, _)| *field);
        Record(known)
    }

    pub fn fields(&self) -> Fields {
        Fields {
            id: self.line(Field::Id),
            event: self.line(Field::Event),
            outlet: self.outlet(),
            title: self.every(Field::Title).next().and_then(title),
            url: self.address(),
            published: self.line(Field::Published),
            modified: self.line(Field::Modified),
            author: self.line(Field::Author),
            language: self.line(Field::Language),
            text: self.every(Field::Text).next().map(paragraphs),
        }
    }

    /// The page's address, if there is one.
    pub fn address(&self) -> Option<String> {
        self.line(Field::Url).or_else(|| {
            // Trafilatura calls it the source.
            let mut sources = self.every(Field::Outlet).filter_map(Value::as_str);
            sources.find(|text| is_page(text)).map(|source| source.trim().to_owned())
        })
    }

    pub fn has_title(&self) -> bool {
        self.every(Field::Title).next().is_some()
    }

    fn every(&self, field: Field) -> impl Iterator<Item = &'v Value> {
        self.0.iter().filter(move |((of, _), _)| *of == field).map(|(_, value)| *value)
    }

    fn line(&self, field: Field) -> Option<String> {
        self.every(field).next().and_then(line)
    }

    /// The outlet's name; where no field gives one, the host of an address.
    fn outlet(&self) -> Option<String> {
        let said = self.0.iter().find(|(field, _)| *field == (Field::Outlet, 0)).map(|(_, value)| *value);
        let all = |field| self.every(field).filter_map(line);
        said.and_then(line)
            .and_then(host_or_name)
            .or_else(|| all(Field::Outlet).find(|name| !is_address(name)))
            .or_else(|| all(Field::Outlet).chain(all(Field::Host)).find_map(|address| host(&address)))
    }
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
fn line(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => one_line(text),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().filter_map(line).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => match fields.get("rendered").and_then(Value::as_str) {
            Some(html) => fragment::line(html),
            None => return ["name", "title", "id"].iter().find_map(|key| line(fields.get(*key)?)),
        },
        Value::Null | Value::Bool(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The spaces of a title stay as they are.
fn title(value: &Value) -> Option<String> {
    value.as_str().map(|title| title.trim().to_owned()).or_else(|| line(value))
}

/// `https://coast.example/1`, `coast.example`; but `Coast.example` may be what an outlet calls itself.
fn is_address(name: &str) -> bool {
    name.contains("://") || is_host(name) && !name.contains(char::is_uppercase)
}

/// The body as it stands; a list of paragraphs is joined by blank lines, HTML becomes its paragraphs.
pub(super) fn paragraphs(value: &Value) -> String {
    match value {
        Value::String(text) => fragment::unmarked(text),
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::fields::{Filled, Lacking};
    use super::*;
    use crate::model::Document;

    fn document(value: Value) -> Result<Filled, Lacking> {
        Record::of(value.as_object().expect("an object")).fields().document("stem")
    }

    fn filled(value: Value) -> Document {
        document(value).expect("a document").document
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
    fn without_words_there_is_no_document() {
        let lacking = |value: Value| document(value).err();
        assert_eq!(lacking(json!({"title": "Only a title"})), Some(Lacking::Text));
        assert_eq!(lacking(json!({"text": " … "})), Some(Lacking::Words));
    }
}
