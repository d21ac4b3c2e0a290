//! `compare` on the BASIL development events, beside what readers made of its alignments.

use std::collections::BTreeMap;
use std::path::Path;

use crosswire::model::{Analysis, Document, Relation};
use crosswire::pipeline::{self, Options};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::gold::{json_lines, text};

/// Pairs of sentences by document and number, with a judgement each; no text in it.
const JUDGED: &str = include_str!("judged.tsv");
/// How many alignments are drawn to be judged.
const DRAWN: usize = 100;

/// A sentence: document and number; -1 is the title.
type Place = (String, i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    Same,
    Overlapping,
    Wrong,
}

impl Judgement {
    pub fn name(self) -> &'static str {
        match self {
            Judgement::Same => "same",
            Judgement::Overlapping => "overlapping",
            Judgement::Wrong => "wrong",
        }
    }

    fn of(name: &str) -> Option<Judgement> {
        [Judgement::Same, Judgement::Overlapping, Judgement::Wrong].into_iter().find(|one| one.name() == name)
    }
}

/// One alignment of the program.
pub struct Link {
    pub places: (Place, Place),
    pub texts: (String, String),
    pub score: f64,
    /// Nothing where nobody has judged it; two sentences of the same words are the same.
    pub judgement: Option<Judgement>,
}

pub struct Coverage {
    pub links: Vec<Link>,
    pub sentences: usize,
    /// Alignments and sentences of triples of documents about unrelated events.
    pub mixed: (usize, usize),
}

impl Coverage {
    pub fn measure(folder: &Path, options: &Options) -> Self {
        let rows = json_lines(&folder.join("basil/docs.dev.jsonl"));
        let documents: BTreeMap<String, (Document, Vec<usize>)> =
            rows.iter().map(|row| (text(row, "doc_id"), document(row))).collect();
        let mut events: BTreeMap<String, Vec<String>> = BTreeMap::new();
        rows.iter()
            .for_each(|row| events.entry(text(row, "event_id")).or_default().push(text(row, "doc_id")));
        let judgements = judgements();
        let mut coverage = Coverage { links: Vec::new(), sentences: 0, mixed: (0, 0) };
        for ids in events.values() {
            let analysis = pipeline::analyze(ids.iter().map(|id| documents[id].0.clone()).collect(), options);
            coverage.sentences += analysis.mentions.len();
            let place = |mention: usize| place(&analysis, mention, &documents);
            coverage.links.extend(links(&analysis, place, &judgements));
        }
        for row in json_lines(&folder.join("basil/mixed.dev.jsonl")) {
            let ids = row["docs"].as_array().into_iter().flatten().map(|part| text(part, "doc_id"));
            let analysis = pipeline::analyze(ids.map(|id| documents[&id].0.clone()).collect(), options);
            coverage.mixed.0 += analysis.alignments.len();
            coverage.mixed.1 += analysis.mentions.len();
        }
        coverage
    }

    /// Always the same hundred of the same alignments: those whose places have the least hashes.
    pub fn drawn(&self) -> Vec<&Link> {
        let mut links: Vec<&Link> = self.links.iter().collect();
        links.sort_by_cached_key(|link| Sha256::digest(format!("{:?}", link.places)).to_vec());
        links.truncate(DRAWN);
        links.sort_by(|x, y| x.score.total_cmp(&y.score));
        links
    }
}

fn links(
    analysis: &Analysis,
    place: impl Fn(usize) -> Place,
    judgements: &BTreeMap<(Place, Place), Judgement>,
) -> Vec<Link> {
    let one = |link: &crosswire::model::Alignment| {
        let (x, y) = (place(link.a), place(link.b));
        let (first, second, places) =
            if x <= y { (link.a, link.b, (x, y)) } else { (link.b, link.a, (y, x)) };
        let text = |mention: usize| {
            let mention = &analysis.mentions[mention];
            mention.span.of(&analysis.documents[mention.document].text).to_owned()
        };
        let judgement = match link.relation {
            Relation::Verbatim => Some(Judgement::Same),
            _ => judgements.get(&places).copied(),
        };
        Link { texts: (text(first), text(second)), score: link.score, judgement, places }
    };
    analysis.alignments.iter().map(one).collect()
}

fn place(analysis: &Analysis, mention: usize, documents: &BTreeMap<String, (Document, Vec<usize>)>) -> Place {
    let mention = &analysis.mentions[mention];
    let id = &analysis.documents[mention.document].id;
    (id.clone(), documents[id].1.partition_point(|start| *start <= mention.span.start) as i64 - 2)
}

fn judgements() -> BTreeMap<(Place, Place), Judgement> {
    let rows = JUDGED.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| judgement(line).unwrap_or_else(|| panic!("judged.tsv: {line}"))).collect()
}

fn judgement(line: &str) -> Option<((Place, Place), Judgement)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [a, first, b, second, judgement] = cells[..] else { return None };
    let judgement = Judgement::of(judgement)?;
    let (a, b) = ((a.to_owned(), first.parse().ok()?), (b.to_owned(), second.parse().ok()?));
    Some((if a <= b { (a, b) } else { (b, a) }, judgement))
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
    let (id, outlet) = (text(row, "doc_id"), text(row, "outlet"));
    let given = |key: &str| Some(text(row, key));
    let document = Document {
        id,
        outlet,
        url: given("url"),
        published: given("date").and_then(|date| date.parse().ok()),
        ..Document::default()
    }
    .with_text(Some(&text(row, "title")), &body);
    let offset = document.body;
    let starts = std::iter::once(0).chain(starts.into_iter().map(|start| start + offset)).collect();
    (document, starts)
}
