//! What stands around two sentences says something about them.
//!
//! ```text
//!   do the two documents tell one story?     IDF-weighted cosine of all their words
//!     no   ─► the pair loses STRANGERS       two reports of other affairs share a sentence by chance
//!     yes  ─► it gains TOGETHER, and more the nearer the top both sentences stand (inverted pyramid: what the
//!             outlets have in common comes first)
//! ```
//!
//! In logits, fitted to readers' judgements of alignments of real coverage (see `reports/quality.md`).

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Item;
use crate::score::{StemId, Vocabulary};

/// Likeness of two documents from which they may tell one story, and from which they surely do. Of triples of reports
/// of unrelated events none is above .2; of reports of one event one in twenty is below .22, half are above .34.
const MAYBE: f64 = 0.18;
const SURELY: f64 = 0.3;
/// What a pair loses between documents that tell other stories.
const STRANGERS: f64 = -3.0;
/// What it gains between documents that tell the same.
const TOGETHER: f64 = 1.28;
/// What it gains besides where both sentences open their documents, and after how many sentences a third of it is left.
const LEAD: f64 = 2.0;
const OPENING: f64 = 10.0;
/// Words that a document must have for its likeness to count in full; of a brief we do not know.
const ENOUGH: f64 = 60.0;

/// How surely each pair of documents tells one story.
pub struct Context {
    documents: usize,
    /// Row by row, 0 to 1; symmetric.
    together: Vec<f64>,
}

impl Context {
    pub fn new(items: &[Item], vocabulary: &Vocabulary) -> Self {
        let vectors = vectors(items, vocabulary);
        let documents = vectors.len();
        let row = |a: usize| (0..documents).map(|b| together(&vectors[a], &vectors[b])).collect::<Vec<f64>>();
        Context { documents, together: (0..documents).into_par_iter().flat_map_iter(row).collect() }
    }

    /// What to add to the logit of a pair.
    pub fn shift(&self, a: &Item, b: &Item) -> f64 {
        // The voices of one document tell one story; which of them opens it says nothing.
        if a.document == b.document {
            return TOGETHER;
        }
        let together = self.together[a.document * self.documents + b.document];
        let opening = (-((a.place + b.place) as f64) / OPENING).exp();
        STRANGERS * (1.0 - together) + (TOGETHER + LEAD * opening) * together
    }
}

/// The words of a document with their weights, by stem, and the vector's length.
struct Vector {
    weights: Vec<(StemId, f64)>,
    length: f64,
}

fn vectors(items: &[Item], vocabulary: &Vocabulary) -> Vec<Vector> {
    let documents = items.iter().map(|item| item.document + 1).max().unwrap_or(0);
    let mut words: Vec<BTreeMap<StemId, f64>> = vec![BTreeMap::new(); documents];
    for item in items {
        for term in &item.profile.terms {
            words[item.document].insert(term.id, vocabulary.entry(term.id).background);
        }
    }
    let vector = |words: BTreeMap<StemId, f64>| {
        let length = words.values().map(|weight| weight * weight).sum::<f64>().sqrt();
        Vector { weights: words.into_iter().collect(), length }
    };
    words.into_iter().map(vector).collect()
}

/// 0 to 1; half where a document is too short to tell.
fn together(a: &Vector, b: &Vector) -> f64 {
    let seen = ((likeness(a, b) - MAYBE) / (SURELY - MAYBE)).clamp(0.0, 1.0);
    let known = (a.weights.len().min(b.weights.len()) as f64 / ENOUGH).min(1.0);
    0.5 + (seen - 0.5) * known
}

fn likeness(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut product) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.weights.get(i), b.weights.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                product += x.1 * y.1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    if product == 0.0 { 0.0 } else { product / (a.length * b.length) }
}
