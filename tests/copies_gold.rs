//! Shared text, measured on public corpora (`CROSSWIRE_GOLD` names their folder).

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crosswire::model::{Analysis, Document};
use crosswire::pipeline::{Options, analyze};
use serde_json::Value;

fn rows(file: &str) -> Option<Vec<Value>> {
    let Some(folder) = std::env::var_os("CROSSWIRE_GOLD") else {
        eprintln!("SKIPPED: CROSSWIRE_GOLD is not set; {file} was not looked at");
        return None;
    };
    let path = PathBuf::from(folder).join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(text.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect())
}

fn text<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap_or_default()
}

fn document(id: &str, outlet: &str, body: &str) -> Document {
    let document = Document { id: id.to_owned(), outlet: outlet.to_owned(), ..Document::default() };
    document.with_text(None, body)
}

/// The share of `id`'s words that it shares with any other document.
fn share(analysis: &Analysis, id: &str) -> f64 {
    let ends = analysis.copies.iter().flat_map(|copy| [copy.a, copy.b]);
    let own = ends.filter(|end| analysis.documents[end.document].id == id);
    own.map(|end| end.share()).fold(0.0, f64::max)
}

#[test]
fn the_more_a_text_was_reused_the_larger_its_shared_part() {
    let (Some(answers), Some(sources)) =
        (rows("clough_reuse/answers.jsonl"), rows("clough_reuse/sources.jsonl"))
    else {
        return;
    };
    let mut shares: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for answer in &answers {
        let source = sources.iter().find(|source| source["id"] == answer["source_id"]).expect("its source");
        let documents = vec![
            document("answer", "Answer", text(answer, "text")),
            document("source", "Source", text(source, "text")),
        ];
        let analysis = analyze(documents, &Options::default());
        shares.entry(text(answer, "category")).or_default().push(share(&analysis, "answer"));
    }
    let mean = |category: &str| shares[category].iter().sum::<f64>() / shares[category].len() as f64;
    let [cut, light, heavy, none] = ["cut", "light", "heavy", "non"].map(mean);
    eprintln!("copied share: cut {cut:.3}, light {light:.3}, heavy {heavy:.3}, none {none:.3}");
    assert!(cut > light && light > heavy && heavy > none, "{shares:?}");
}

#[test]
fn sentences_that_two_reports_have_word_for_word_stand_in_shared_text() {
    for part in ["dev", "train"] {
        let (Some(documents), Some(copies)) = (
            rows(&format!("ecbplus/docs.{part}.jsonl")),
            rows(&format!("ecbplus/exact_copies.{part}.jsonl")),
        ) else {
            return;
        };
        let mut events: BTreeMap<&str, Vec<Document>> = BTreeMap::new();
        for row in &documents {
            let sentences: Vec<&str> =
                row["sentences"].as_array().into_iter().flatten().map(sentence).collect();
            let one = document(text(row, "doc_id"), text(row, "doc_id"), &sentences.join("\n\n"));
            events.entry(text(row, "event_id")).or_default().push(one);
        }
        let analyses: BTreeMap<&str, Analysis> = events
            .into_iter()
            .map(|(event, documents)| (event, analyze(documents, &Options::default())))
            .collect();
        let missed: Vec<&str> = copies
            .iter()
            .filter(|copy| !stands_shared(&analyses[text(copy, "event_id")], copy))
            .map(|copy| text(copy, "text"))
            .collect();
        assert!(missed.is_empty(), "{part}: {} of {} missed: {missed:#?}", missed.len(), copies.len());
    }
}

fn sentence(value: &Value) -> &str {
    value.as_str().or_else(|| value["text"].as_str()).unwrap_or_default()
}

/// Whether the first two of the documents that have the sentence share a passage with it.
fn stands_shared(analysis: &Analysis, copy: &Value) -> bool {
    let members: Vec<&str> =
        copy["members"].as_array().into_iter().flatten().map(|m| text(m, "doc")).collect();
    let same = |x: &str| x.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = same(text(copy, "text"));
    analysis.copies.iter().any(|found| {
        let ids = [found.a, found.b].map(|end| analysis.documents[end.document].id.as_str());
        let both = ids.iter().all(|id| members.contains(id));
        both && found.mentions.iter().any(|pair| {
            [pair.a, pair.b].iter().any(|&mention| {
                let said = same(analysis.text(mention));
                wanted.contains(&said) || said.contains(&wanted)
            })
        })
    })
}

#[test]
fn reports_written_apart_share_next_to_no_text() {
    let Some(documents) = rows("basil/docs.dev.jsonl") else { return };
    let mut events: BTreeMap<&str, Vec<Document>> = BTreeMap::new();
    for row in &documents {
        let sentences: Vec<&str> = row["sentences"].as_array().into_iter().flatten().map(sentence).collect();
        let one = document(text(row, "doc_id"), text(row, "outlet"), &sentences.join(" "));
        events.entry(text(row, "event_id")).or_default().push(one);
    }
    let (mut pairs, mut copied) = (0, 0);
    for documents in events.into_values() {
        pairs += documents.len() * (documents.len() - 1) / 2;
        let analysis = analyze(documents, &Options::default());
        copied += analysis.copies.iter().filter(|copy| copy.a.shared > 0).count();
    }
    // Read one by one: three pairs run one agency's paragraphs, one prints the same statement without its marks.
    eprintln!("{copied} of {pairs} pairs of documents share text");
    assert!(copied <= 6, "{copied} of {pairs}");
}
