//! What the documents around two sentences say about them.
//!
//! Two sentences that share a few words are likelier to make the same claim when their documents tell the same
//! story than when the documents share little else. The likeness of two documents (IDF-weighted cosine of all
//! their words) moves the score's logit up; it never moves it down, so that `compare` finds what `pairs` finds.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Item;
use crate::score::{StemId, Vocabulary};

/// Likeness of documents that have nothing but the language in common, and of two reports of one event.
const STRANGERS: f64 = 0.14;
const TWINS: f64 = 0.28;
/// How far the logit moves for two reports of one event.
const SHIFT: f64 = 2.0;

/// How much each pair of documents moves the scores of its sentences.
pub struct Context {
    documents: usize,
    /// Row by row; symmetric.
    shifts: Vec<f64>,
}

impl Context {
    pub fn new(items: &[Item], vocabulary: &Vocabulary) -> Self {
        let vectors = vectors(items, vocabulary);
        let documents = vectors.len();
        let row = |a: usize| (0..documents).map(|b| shift(&vectors[a], &vectors[b])).collect::<Vec<f64>>();
        let shifts = (0..documents).into_par_iter().flat_map_iter(row).collect();
        Context { documents, shifts }
    }

    /// What to add to the logit of a pair.
    pub fn shift(&self, a: &Item, b: &Item) -> f64 {
        self.shifts[a.document * self.documents + b.document]
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

fn shift(a: &Vector, b: &Vector) -> f64 {
    SHIFT * ((likeness(a, b) - STRANGERS) / (TWINS - STRANGERS)).clamp(0.0, 1.0)
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
