//! JSON: one document an object; a list of them, alone or inside an object; and JSON lines.

use serde_json::{Map, Value};

use super::fields::{self, Lacking};
use super::{Input, Loaded, Reader};
use crate::error::Problem;
use crate::part::Part;

pub(super) struct Json;

impl Part for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "JSON: an object a document, or a list of them, also inside an object"
    }
}

impl Reader for Json {
    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn read(&self, input: &Input) -> Loaded {
        let mut loaded = Loaded::default();
        match serde_json::from_str::<Value>(input.text) {
            Ok(value) => whole(input, &value, &mut loaded),
            Err(error) => loaded.problems.push(broken(input, &error, error.line() as u64)),
        }
        loaded
    }
}

pub(super) struct JsonLines;

impl Part for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn about(&self) -> &'static str {
        "JSON lines: an object a line"
    }
}

impl Reader for JsonLines {
    fn extensions(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    fn read(&self, input: &Input) -> Loaded {
        let mut loaded = Loaded::default();
        for (index, line) in input.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let number = index as u64 + 1;
            match serde_json::from_str::<Value>(line) {
                Ok(value) => one(input, &value, Some(number), &mut loaded),
                Err(error) => loaded.problems.push(broken(input, &error, number)),
            }
        }
        loaded
    }
}

fn broken(input: &Input, error: &serde_json::Error, line: u64) -> Problem {
    // The library adds its own "at line … column …"; ours stands in front.
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default();
    Problem::skipped(input.file, format!("broken JSON: {what}"))
        .at_line(line)
        .at_column(error.column() as u64)
}

fn whole(input: &Input, value: &Value, loaded: &mut Loaded) {
    match list(value) {
        Some(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| one(input, item, Some(index as u64 + 1), loaded));
            if items.is_empty() {
                loaded.problems.push(Problem::skipped(input.file, "the list holds no documents"));
            }
        }
        None => one(input, value, None, loaded),
    }
}

/// The documents of a list, or of an object such as `{"status": "ok", "articles": […]}`.
fn list(value: &Value) -> Option<&Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        Value::Object(object) if !object.keys().any(|name| fields::is_text(name)) => {
            let mut lists = object.values().filter_map(|value| {
                let items = value.as_array().filter(|items| items.iter().any(Value::is_object));
                items.or_else(|| value.as_object().and_then(|inner| inner.values().find_map(objects)))
            });
            lists.next()
        }
        _ => None,
    }
}

fn objects(value: &Value) -> Option<&Vec<Value>> {
    value.as_array().filter(|items| items.iter().any(Value::is_object))
}

fn one(input: &Input, value: &Value, line: Option<u64>, loaded: &mut Loaded) {
    let skip = |message: String| {
        let problem = Problem::skipped(input.file, message);
        line.map_or(problem.clone(), |line| problem.at_line(line))
    };
    let Some(object) = value.as_object() else {
        let message = format!("a document must be an object, and this is {}", kind(value));
        return loaded.problems.push(skip(message));
    };
    match fields::document(object, input.stem) {
        Ok(filled) => loaded.push(input, line, filled),
        Err(lacking) => loaded.problems.push(skip(lacks(lacking, object))),
    }
}

fn lacks(lacking: Lacking, object: &Map<String, Value>) -> String {
    match lacking {
        Lacking::Words => "the document is empty: its text holds no words".to_owned(),
        Lacking::Text => {
            let has: Vec<&str> = object.keys().map(String::as_str).take(20).collect();
            format!("no text: it needs one of {}; it has {}", fields::text_names(), some(&has))
        }
    }
}

/// A list for a message; "nothing" when there is none.
pub(super) fn some(names: &[&str]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
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
