//! `compare` on the events of ECB+: what it aligns, and what it should.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crosswire::align::Item;
use crosswire::model::{Analysis, Document};
use crosswire::pipeline::{self, Options};
use serde_json::Value;

use crate::gold::{json_lines, text};
use crate::grouping::{BCubed, Method};

/// A sentence of the corpus: document and number.
type Place = (String, u64);
type Pair = (Place, Place);

/// Two sentences of one event that people compared: do they share an event, and is it most of what they say?
struct Judged {
    same_event: bool,
    strong: bool,
}

pub struct Corpus {
    /// Event → documents, and where each sentence of a document ends in it.
    events: BTreeMap<String, Vec<(Document, Vec<usize>)>>,
    pairs: BTreeMap<Pair, Judged>,
    siblings: BTreeSet<Pair>,
}

#[derive(Default)]
pub struct Figures {
    pub strong: usize,
    pub aligned: usize,
    pub in_one_claim: usize,
    pub alignments: usize,
    pub same_event: usize,
    pub siblings: usize,
    pub siblings_aligned: usize,
    pub sentences: usize,
    pub across: usize,
    pub claims: BCubed,
}

impl Corpus {
    pub fn read(folder: &Path) -> Self {
        let mut events: BTreeMap<String, Vec<(Document, Vec<usize>)>> = BTreeMap::new();
        for row in json_lines(&folder.join("ecbplus/docs.dev.jsonl")) {
            events.entry(text(&row, "event_id")).or_default().push(document(&row));
        }
        let judged = |row: &Value| Judged {
            same_event: row["label"].as_f64() == Some(1.0),
            strong: row["n_shared"].as_f64() >= Some(2.0) && row["jaccard"].as_f64() >= Some(0.4),
        };
        let pairs = json_lines(&folder.join("ecbplus/pairs.dev.jsonl"));
        let siblings = json_lines(&folder.join("ecbplus/hardneg.dev.jsonl"));
        Corpus {
            events,
            pairs: pairs.iter().map(|row| (places(row), judged(row))).collect(),
            siblings: siblings.iter().map(places).collect(),
        }
    }

    /// Every event by itself, then every two sibling events as if they were one.
    pub fn measure(&self, options: &Options) -> Figures {
        let mut figures = Figures::default();
        for documents in self.events.values() {
            self.one_event(&Compared::new(documents.iter(), options), &mut figures);
        }
        let mut topics: BTreeMap<&str, Vec<&(Document, Vec<usize>)>> = BTreeMap::new();
        for (event, documents) in &self.events {
            topics.entry(event.split('_').next().unwrap_or_default()).or_default().extend(documents);
        }
        for documents in topics.values() {
            self.siblings(&Compared::new(documents.iter().copied(), options), &mut figures);
        }
        figures
    }

    fn one_event(&self, compared: &Compared, figures: &mut Figures) {
        let inside =
            |pair: &Pair| compared.claim_of.contains_key(&pair.0) && compared.claim_of.contains_key(&pair.1);
        let pairs: Vec<(&Pair, &Judged)> = self.pairs.iter().filter(|(pair, _)| inside(pair)).collect();
        for (pair, judged) in &pairs {
            let aligned = compared.aligned.contains(pair);
            figures.alignments += usize::from(aligned);
            figures.same_event += usize::from(aligned && judged.same_event);
            if judged.strong {
                figures.strong += 1;
                figures.aligned += usize::from(aligned);
                figures.in_one_claim += usize::from(compared.together(pair));
            }
        }
        figures.claims.add_related(&pairs, |pair| compared.together(pair));
    }

    /// B-cubed of what a method makes of the sentences of every event, whole as the corpus has them.
    pub fn grouped(&self, method: &Method) -> BCubed {
        let mut figures = BCubed::default();
        for documents in self.events.values() {
            let (mut items, mut sentences, mut of) = (Vec::new(), Vec::new(), BTreeMap::new());
            for (index, (document, ends)) in documents.iter().enumerate() {
                let starts = std::iter::once(0).chain(ends.iter().copied());
                for (place, (start, end)) in starts.zip(ends).enumerate() {
                    of.insert((document.id.clone(), place as u64), items.len());
                    items.push(Item { document: index, outlet: index, language: 0, place });
                    sentences.push(document.text[start..*end].trim().to_owned());
                }
            }
            let groups = method.group(items, &sentences);
            let inside = |pair: &Pair| of.contains_key(&pair.0) && of.contains_key(&pair.1);
            let pairs: Vec<(&Pair, &Judged)> = self.pairs.iter().filter(|(pair, _)| inside(pair)).collect();
            figures.add_related(&pairs, |(a, b)| groups[of[a]] == groups[of[b]]);
        }
        figures
    }

    fn siblings(&self, compared: &Compared, figures: &mut Figures) {
        let of_topic =
            |pair: &&Pair| compared.claim_of.contains_key(&pair.0) && compared.claim_of.contains_key(&pair.1);
        for pair in self.siblings.iter().filter(of_topic) {
            figures.siblings += 1;
            figures.siblings_aligned += usize::from(compared.aligned.contains(pair));
        }
        figures.sentences += compared.sentences;
        figures.across += compared.across;
    }
}

impl BCubed {
    /// Judged by pairs, since a sentence may tell of several events: of the sentences in a mention's claim, how many
    /// share an event with it; of those that say mostly the same, how many are in its claim (Amigó et al. 2009). Only
    /// mentions that say mostly the same as some other count.
    fn add_related(&mut self, pairs: &[(&Pair, &Judged)], together: impl Fn(&Pair) -> bool) {
        let mut of: BTreeMap<&Place, Vec<(&Judged, bool)>> = BTreeMap::new();
        for (pair, judged) in pairs {
            let together = together(pair);
            of.entry(&pair.0).or_default().push((judged, together));
            of.entry(&pair.1).or_default().push((judged, together));
        }
        for pairs in of.values().filter(|pairs| pairs.iter().any(|(judged, _)| judged.strong)) {
            // The mention itself counts, in both.
            let count = |what: &dyn Fn(&Judged, bool) -> bool| {
                1.0 + pairs.iter().filter(|(judged, together)| what(judged, *together)).count() as f64
            };
            let precision =
                count(&|judged, together| together && judged.same_event) / count(&|_, together| together);
            let recall =
                count(&|judged, together| together && judged.strong) / count(&|judged, _| judged.strong);
            self.add_mention(precision, recall);
        }
    }
}

/// What `compare` made of some documents, in the corpus's own terms.
struct Compared {
    aligned: BTreeSet<Pair>,
    claim_of: BTreeMap<Place, BTreeSet<usize>>,
    sentences: usize,
    /// Alignments from one event to another.
    across: usize,
}

impl Compared {
    fn new<'a>(documents: impl Iterator<Item = &'a (Document, Vec<usize>)>, options: &Options) -> Self {
        let (documents, ends): (Vec<Document>, Vec<Vec<usize>>) = documents.cloned().unzip();
        let ends: BTreeMap<String, Vec<usize>> =
            documents.iter().map(|document| document.id.clone()).zip(ends).collect();
        let analysis = pipeline::analyze(documents, options);
        let places: Vec<Place> =
            (0..analysis.mentions.len()).map(|mention| place(&analysis, mention, &ends)).collect();
        let mut claim_of: BTreeMap<Place, BTreeSet<usize>> = BTreeMap::new();
        for (index, claim) in analysis.claims.iter().enumerate() {
            for mention in &claim.mentions {
                claim_of.entry(places[*mention].clone()).or_default().insert(index);
            }
        }
        let pair = |(a, b): (&Place, &Place)| (a.min(b).clone(), a.max(b).clone());
        let event = |mention: usize| &analysis.documents[analysis.mentions[mention].document].event;
        Compared {
            aligned: analysis
                .alignments
                .iter()
                .map(|link| pair((&places[link.a], &places[link.b])))
                .collect(),
            claim_of,
            sentences: analysis.mentions.len(),
            across: analysis.alignments.iter().filter(|link| event(link.a) != event(link.b)).count(),
        }
    }

    fn together(&self, (a, b): &Pair) -> bool {
        !self.claim_of[a].is_disjoint(&self.claim_of[b])
    }
}

fn place(analysis: &Analysis, mention: usize, ends: &BTreeMap<String, Vec<usize>>) -> Place {
    let mention = &analysis.mentions[mention];
    let id = &analysis.documents[mention.document].id;
    (id.clone(), ends[id].partition_point(|end| *end <= mention.span.start) as u64)
}

/// Every sentence a paragraph of its own, so that the corpus's sentences stay what they are.
fn document(row: &Value) -> (Document, Vec<usize>) {
    let (mut body, mut ends) = (String::new(), Vec::new());
    for sentence in row["sentences"].as_array().into_iter().flatten() {
        body.push_str(&text(sentence, "text").replace('\n', " "));
        body.push_str("\n\n");
        ends.push(body.len());
    }
    let id = text(row, "doc_id");
    let event = Some(text(row, "event_id"));
    (Document { id: id.clone(), outlet: id, event, ..Document::default() }.with_text(None, &body), ends)
}

fn places(row: &Value) -> Pair {
    let place = |side: &str| {
        (text(row, &format!("{side}_doc")), row[format!("{side}_idx")].as_u64().unwrap_or_default())
    };
    let (a, b) = (place("a"), place("b"));
    if a < b { (a, b) } else { (b, a) }
}
