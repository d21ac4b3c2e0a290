//! What was read, as JSON lines: a row a document, then a row for each of its sentences.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::model::{Attribution, CharOffsets, Document, Fact, NamedSource, Sentence, Span};
use crate::pipeline::Inspected;

/// Writes the rows of one document.
pub fn write(inspected: &Inspected, out: &mut dyn Write) -> io::Result<()> {
    let offsets = CharOffsets::new(&inspected.document.text);
    writeln!(out, "{}", document(&inspected.document, &offsets))?;
    for (index, sentence) in inspected.segmented.sentences.iter().enumerate() {
        writeln!(out, "{}", Value::Object(row(inspected, index, sentence, &offsets)))?;
    }
    Ok(())
}

fn document(document: &Document, offsets: &CharOffsets) -> Value {
    json!({
        "type": "document",
        "id": document.id,
        "event": document.event,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "published": document.published,
        "author": document.author,
        "modified": document.modified,
        "language": document.language,
        "earlier": document.earlier.iter().map(|version| version.source.to_string()).collect::<Vec<_>>(),
        "file": document.source.file,
        "line": document.source.line,
        "body_start": offsets.at(document.body),
        "text": document.text,
    })
}

fn row(
    inspected: &Inspected,
    index: usize,
    sentence: &Sentence,
    offsets: &CharOffsets,
) -> Map<String, Value> {
    let text = &inspected.document.text;
    let place = |span: Span| place(span, text, offsets);
    let passage = sentence.passage.map(|passage| &inspected.segmented.passages[passage]);
    let mut row = Map::new();
    row.insert("type".into(), json!("sentence"));
    row.insert("document".into(), json!(inspected.document.id));
    row.insert("id".into(), json!(format!("{}#{}", inspected.document.id, index + 1)));
    row.insert("kind".into(), json!(sentence.kind.name()));
    row.extend(place(sentence.span));
    if let Some(reason) = sentence.reason {
        row.insert("reason".into(), json!(reason));
    }
    row.insert("paragraph".into(), json!(sentence.paragraph));
    row.insert("voice".into(), json!(passage.map(|passage| &passage.voice)));
    row.insert("chain".into(), json!(passage.map(|passage| &passage.chain)));
    row.insert(
        "quotations".into(),
        sentence.quotations.iter().map(|span| Value::Object(place(*span))).collect(),
    );
    let facts = inspected.facts[index].iter().map(|fact| self::fact(fact, sentence, text, offsets));
    row.insert("facts".into(), facts.collect());
    let known = inspected.attributions[index].iter().zip(&inspected.identities[index]);
    let attributions = known.map(|(one, source)| attribution(one, source.as_ref(), text, offsets));
    row.insert("attributions".into(), attributions.collect());
    row
}

fn fact(fact: &Fact, sentence: &Sentence, text: &str, offsets: &CharOffsets) -> Value {
    let mut row = Map::new();
    row.insert("kind".into(), json!(fact.kind.name()));
    row.extend(place(fact.span.shifted(sentence.span.start), text, offsets));
    row.insert("value".into(), json!(fact.value));
    Value::Object(row)
}

fn attribution(
    attribution: &Attribution,
    source: Option<&NamedSource>,
    text: &str,
    offsets: &CharOffsets,
) -> Value {
    let place = |span: Span| Value::Object(place(span, text, offsets));
    json!({
        "kind": attribution.kind.name(),
        "source": attribution.source.map(place),
        "cue": attribution.cue.map(place),
        "content": place(attribution.content),
        "identity": source.map(|source| &source.name),
        "source_kind": source.map(|source| source.kind.name()),
    })
}

/// `start`, `end` and the text between them.
fn place(span: Span, text: &str, offsets: &CharOffsets) -> Map<String, Value> {
    let (start, end) = offsets.span(span);
    let fields = [("start", json!(start)), ("end", json!(end)), ("text", json!(span.of(text)))];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
