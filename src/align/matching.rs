//! Which of the scored pairs are alignments.
//!
//! A sentence may resemble several sentences of another document. It is aligned with the one it resembles
//! most, and with others that come close: a document may say a thing twice, in its headline and again below.

use std::collections::BTreeMap;

use super::{Item, Scored, Voice};

/// How far below a mention's best score in a document another alignment there may be.
const MARGIN: f64 = 0.3;

/// Of the pairs above the threshold, those that are the best, or nearly, for both of their ends.
pub fn choose(items: &[Item], scored: &[Scored]) -> Vec<Scored> {
    let best = best_in_document(items, scored);
    let near_best = |from: usize, to: usize, score: f64| {
        best.get(&(from, items[to].voice())).is_none_or(|best| score >= best - MARGIN)
    };
    let close =
        |pair: &&Scored| near_best(pair.a, pair.b, pair.score) && near_best(pair.b, pair.a, pair.score);
    scored.iter().filter(close).copied().collect()
}

/// A mention and a voice, and the best score of the one with what the other says.
type Best = BTreeMap<(usize, Voice), f64>;

fn best_in_document(items: &[Item], scored: &[Scored]) -> Best {
    let mut best = Best::new();
    for pair in scored {
        for (from, to) in [(pair.a, pair.b), (pair.b, pair.a)] {
            let entry = best.entry((from, items[to].voice())).or_insert(pair.score);
            *entry = entry.max(pair.score);
        }
    }
    best
}
