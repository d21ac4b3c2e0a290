//! `compare` on the BASIL development events, beside what readers made of its alignments.

use std::collections::BTreeMap;
use std::path::Path;

use crosswire::model::{Document, Relation};
use crosswire::pipeline::{self, Options};
use serde_json::Value;

use crate::gold::{json_lines, text};

/// Pairs of sentences by document and number, with a judgement each; no text in it.
const JUDGED: &str = include_str!("judged.tsv");

/// Alignments of a score band: how many there are, and of those that were judged how many are *same*, *overlapping* and
/// *wrong*.
#[derive(Clone, Copy, Default)]
pub struct Band {
    pub alignments: usize,
    pub judged: [usize; 3],
}

pub struct Figures {
    /// By tenths of the score.
    pub paraphrases: [Band; 10],
    /// Verbatim and near-verbatim; not judged, they are the same words.
    pub copies: usize,
    pub sentences: usize,
    /// Alignments and sentences of triples of documents about unrelated events.
    pub mixed: (usize, usize),
}

/// A sentence: document and number.
type Place = (String, String);

pub fn measure(folder: &Path, options: &Options) -> Figures {
    let rows = json_lines(&folder.join("basil/docs.dev.jsonl"));
    let documents: BTreeMap<String, (Document, Vec<usize>)> =
        rows.iter().map(|row| (text(row, "doc_id"), document(row))).collect();
    let mut events: BTreeMap<String, Vec<String>> = BTreeMap::new();
    rows.iter().for_each(|row| events.entry(text(row, "event_id")).or_default().push(text(row, "doc_id")));
    let judgements = judgements();
    let mut figures =
        Figures { paraphrases: [Band::default(); 10], copies: 0, sentences: 0, mixed: (0, 0) };
    for ids in events.values() {
        let of = ids.iter().map(|id| documents[id].clone());
        one_event(of, &judgements, options, &mut figures);
    }
    for row in json_lines(&folder.join("basil/mixed.dev.jsonl")) {
        let ids = row["docs"].as_array().into_iter().flatten().map(|part| text(part, "doc_id"));
        let analysis = pipeline::analyze(ids.map(|id| documents[&id].0.clone()).collect(), options);
        figures.mixed.0 += analysis.alignments.len();
        figures.mixed.1 += analysis.mentions.len();
    }
    figures
}

fn one_event(
    documents: impl Iterator<Item = (Document, Vec<usize>)>,
    judgements: &BTreeMap<(Place, Place), usize>,
    options: &Options,
    figures: &mut Figures,
) {
    let (documents, starts): (Vec<Document>, Vec<Vec<usize>>) = documents.unzip();
    let starts: BTreeMap<String, Vec<usize>> =
        documents.iter().map(|document| document.id.clone()).zip(starts).collect();
    let analysis = pipeline::analyze(documents, options);
    let place = |mention: usize| {
        let mention = &analysis.mentions[mention];
        let id = &analysis.documents[mention.document].id;
        let number = starts[id].partition_point(|start| *start <= mention.span.start) as i64 - 2;
        (id.clone(), number.to_string())
    };
    figures.sentences += analysis.mentions.len();
    for link in &analysis.alignments {
        if link.relation != Relation::Paraphrase {
            figures.copies += 1;
            continue;
        }
        let band = &mut figures.paraphrases[((link.score * 10.0) as usize).min(9)];
        band.alignments += 1;
        let (a, b) = (place(link.a), place(link.b));
        if let Some(judgement) = judgements.get(&if a < b { (a, b) } else { (b, a) }) {
            band.judged[*judgement] += 1;
        }
    }
}

fn judgements() -> BTreeMap<(Place, Place), usize> {
    let rows = JUDGED.lines().filter(|line| !line.starts_with('#'));
    let one = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let (a, b) = ((cells[0].clone(), cells[1].clone()), (cells[2].clone(), cells[3].clone()));
        let judgement = ["same", "overlapping", "wrong"].iter().position(|name| *name == cells[4]);
        let judgement = judgement.unwrap_or_else(|| panic!("judged.tsv: {line}"));
        (if a < b { (a, b) } else { (b, a) }, judgement)
    };
    rows.map(one).collect()
}

/// The document, and where its title and each of its sentences begin in it.
fn document(row: &Value) -> (Document, Vec<usize>) {
    let (mut body, mut starts, mut paragraph) = (String::new(), Vec::new(), Value::Null);
    for sentence in row["sentences"].as_array().into_iter().flatten() {
        let gap = if sentence["par"] == paragraph { " " } else { "\n\n" };
        if !body.is_empty() {
            body.push_str(gap);
        }
        paragraph = sentence["par"].clone();
        starts.push(body.len());
        body.push_str(&text(sentence, "text"));
    }
    let id = text(row, "doc_id");
    let document = Document { id, outlet: text(row, "outlet"), published: Some(text(row, "date")), ..Document::default() }
        .with_text(Some(&text(row, "title")), &body);
    let offset = document.body;
    let starts = std::iter::once(0).chain(starts.into_iter().map(|start| start + offset)).collect();
    (document, starts)
}
