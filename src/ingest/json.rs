//! JSON: one document an object; a list of them, alone or inside an object; and JSON lines.

use serde_json::{Map, Value};

use super::field_names::{Record, is_text, paragraphs, text_names};
use super::fields::{Fields, Lacking, has_words};
use super::input::{Format, Input, Loaded, Place};
use super::json_feed;
use super::quoting::some;
use crate::error::Problem;

pub(super) const JSON: Format = Format::of(&["json"], read);
pub(super) const LINES: Format = Format::of(&["jsonl", "ndjson"], read_lines);

fn read(input: &Input, loaded: &mut Loaded) {
    match serde_json::from_str::<Value>(input.text) {
        Ok(value) => whole(input, &value, loaded),
        // Scrapers also write JSON lines into files that end in .json.
        Err(_) if starts_with_object_line(input.text) => lines(input, loaded),
        Err(error) => loaded.problems.push(broken(input, input.text, &error, 1)),
    }
}

fn read_lines(input: &Input, loaded: &mut Loaded) {
    // What a program pipes in may as well be one pretty-printed value.
    match serde_json::from_str::<Value>(input.text) {
        Ok(value) if is_list(&value) => whole(input, &value, loaded),
        Ok(value) => one(input, &value, Place::Line(first_line(input.text)), None, loaded),
        Err(_) => lines(input, loaded),
    }
}

/// The number of the first line that is not blank.
fn first_line(text: &str) -> u64 {
    text.lines().take_while(|line| line.trim().is_empty()).count() as u64 + 1
}

fn starts_with_object_line(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(|line| serde_json::from_str::<Map<String, Value>>(line).is_ok())
        && text.trim().contains('\n')
}

fn lines(input: &Input, loaded: &mut Loaded) {
    for (number, text) in (1..).zip(input.text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        line(input, number, text, loaded);
    }
}

/// One line that is not blank: a document or a problem.
pub(super) fn line(input: &Input, number: u64, line: &str, loaded: &mut Loaded) {
    // Files put together from several may carry a byte-order mark inside.
    let line = line.trim_start_matches('\u{feff}');
    match serde_json::from_str::<Value>(line) {
        Ok(value) => one(input, &value, Place::Line(number), None, loaded),
        Err(error) => loaded.problems.push(broken(input, line, &error, number)),
    }
}

/// Whether a value holds several documents.
pub(super) fn is_list(value: &Value) -> bool {
    list(value).is_some()
}

/// `first` is the number of the first line of `text` in its file.
fn broken(input: &Input, text: &str, error: &serde_json::Error, first: u64) -> Problem {
    // The library adds its own "at line … column …"; ours stands in front.
    let message = error.to_string();
    let what = match message.split(" at line ").next().unwrap_or_default() {
        "recursion limit exceeded" => "nested more than 127 levels deep; no document is",
        other => other,
    };
    Problem::skipped(input.file, format!("broken JSON: {what}"))
        .at_line(first + error.line().saturating_sub(1) as u64)
        .at_column(column(text, error))
}

/// The place in its line in characters from 1; the library counts bytes, and 0 before the first.
fn column(text: &str, error: &serde_json::Error) -> u64 {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = error.column().saturating_sub(1);
    line.char_indices().take_while(|(at, _)| *at < before).count() as u64 + 1
}

fn whole(input: &Input, value: &Value, loaded: &mut Loaded) {
    let (items, feed) = match json_feed::feed(value) {
        Some((items, feed)) => (Some(items), Some(feed)),
        None => (list(value), None),
    };
    match items {
        Some([]) => loaded.skip(input, Place::Whole, "the list holds no documents"),
        Some(items) if none_has_text(items) => loaded.skip(input, Place::Whole, no_texts(items)),
        Some(items) => (1..)
            .zip(items)
            .for_each(|(number, item)| one(input, item, Place::Item(number), feed.as_ref(), loaded)),
        None => one(input, value, Place::Whole, None, loaded),
    }
}

/// Several objects of which none could be read: a list of search results, most likely.
fn none_has_text(items: &[Value]) -> bool {
    let lacks =
        |item: &Value| item.as_object().is_some_and(|object| !has_text(item) && summary(object).is_none());
    items.len() > 1 && items.iter().all(lacks)
}

fn no_texts(items: &[Value]) -> String {
    let first = items.first().and_then(Value::as_object);
    format!("none of {} documents has a text; {}", items.len(), first.map(wants).unwrap_or_default())
}

/// The documents of a list, or of an object such as `{"status": "ok", "articles": […]}`.
///
/// An object may hold several lists of objects, one level down too: the first with a text field is taken.
fn list(value: &Value) -> Option<&[Value]> {
    match value {
        Value::Array(items) => Some(items),
        Value::Object(object) if !object.keys().any(|name| is_text(name)) => {
            let inner = object.values().filter_map(Value::as_object).flat_map(Map::values);
            let lists: Vec<_> = object.values().chain(inner).filter_map(objects).collect();
            lists.iter().find(|items| items.iter().any(has_text)).or(lists.first()).copied()
        }
        _ => None,
    }
}

fn objects(value: &Value) -> Option<&[Value]> {
    value.as_array().filter(|items| items.iter().any(Value::is_object)).map(Vec::as_slice)
}

fn has_text(item: &Value) -> bool {
    item.as_object().is_some_and(|object| object.keys().any(|name| is_text(name)))
}

/// `feed` is what the list says of all its documents.
fn one(input: &Input, value: &Value, place: Place, feed: Option<&Fields>, loaded: &mut Loaded) {
    let Some(object) = value.as_object() else {
        let message = format!("a document must be an object, and this is {}", kind(value));
        return loaded.skip(input, place, message);
    };
    let completed = |own| match feed {
        Some(feed) => json_feed::completed(object, own, feed),
        None => own,
    };
    let lacking = match completed(Record::of(object).fields()).document(input.stem) {
        Ok(filled) => return loaded.push(input, place, filled),
        Err(lacking) => lacking,
    };
    match summary(object).map(|summary| completed(summary).document(input.stem)) {
        Some(Ok(mut filled)) => {
            filled.notices.push("only a summary is there; save the page for the whole text".to_owned());
            loaded.push(input, place, filled);
        }
        _ => loaded.skip(input, place, lacks(lacking, object)),
    }
}

/// What may stand for a text that is not there.
const SUMMARIES: &[&str] = &["description", "summary", "excerpt", "abstract"];

/// An article without a text, its summary in the text's place.
fn summary(object: &Map<String, Value>) -> Option<Fields> {
    let said = |name: &&str| object.get(*name).filter(|value| value.as_str().is_some_and(has_words));
    let summary = SUMMARIES.iter().find_map(said)?;
    let record = Record::of(object);
    let is_article = record.has_title() && record.address().is_some();
    is_article.then(|| Fields { text: Some(paragraphs(summary)), ..record.fields() })
}

fn lacks(lacking: Lacking, object: &Map<String, Value>) -> String {
    match lacking {
        Lacking::Words => "the document is empty: its text holds no words".to_owned(),
        Lacking::Text => format!("no text: {}", wants(object)),
    }
}

fn wants(object: &Map<String, Value>) -> String {
    let has: Vec<&str> = object.keys().map(String::as_str).take(20).collect();
    let pages = Record::of(object).address().map_or("", |_| "; save the pages and compare those");
    format!("it needs one of {}; it has {}{pages}", text_names(), some(&has))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_that_scrapers_write() {
        let (a, b) = (r#"{"text": "One."}"#, r#"{"text": "Two."}"#);
        for (name, text, documents) in [
            ("one object", a.to_owned(), 1),
            ("a list", format!("[{a},\n{b}]"), 2),
            ("a list in an object", format!(r#"{{"status": "ok", "articles": [{a}, {b}]}}"#), 2),
            ("a list one level down", format!(r#"{{"response": {{"results": [{a}, {b}]}}}}"#), 2),
            ("another list first", format!(r#"{{"tags": [{{"x": 1}}], "articles": [{a}]}}"#), 1),
            (
                "a feed",
                format!(r#"{{"version": "https://jsonfeed.org/version/1.1", "items": [{a}, {b}]}}"#),
                2,
            ),
            ("lines", format!("{a}\n\n{b}\n"), 2),
            ("lines with a mark inside", format!("{a}\n\u{feff}{b}\n"), 2),
        ] {
            for format in [JSON, LINES] {
                let loaded = format.read_text(&text);
                assert_eq!(loaded.documents.len(), documents, "{name}, {:?}", format.endings);
                assert_eq!(loaded.problems, [], "{name}, {:?}", format.endings);
            }
        }
    }

    #[test]
    fn broken_json_is_named_with_its_place() {
        for (format, text, place) in [
            (JSON, "{\n  \"text\": \"Größe\", x}", "f:2:20: broken JSON: key must be a string"),
            (JSON, "[1,\n", "f:2:1: broken JSON: EOF while parsing a value"),
            (LINES, "{\"text\": \"A.\"}\n{\"text\": \n", "f:2:9: broken JSON: EOF while parsing a value"),
            (JSON, "[[[\"x\"", "f:1:6: broken JSON: EOF while parsing a list"),
            (LINES, "{\"text\": \"A.\"}\n7\n", "f:2: a document must be an object, and this is a number"),
            (JSON, "[7]", "f: document 1: a document must be an object, and this is a number"),
            (JSON, "[]", "f: the list holds no documents"),
            (
                JSON,
                &"[".repeat(1000),
                "f:1:128: broken JSON: nested more than 127 levels deep; no document is",
            ),
            (
                JSON,
                r#"[{"url": "https://a.example/1"}, {"url": "https://a.example/2"}]"#,
                "f: none of 2 documents has a text; it needs one of text, body, content, maintext, articlebody, raw_text; \
                 it has url; save the pages and compare those",
            ),
        ] {
            let messages: Vec<_> = format.read_text(text).problems.iter().map(Problem::to_string).collect();
            assert_eq!(messages, [place], "{text}");
        }
    }
}
