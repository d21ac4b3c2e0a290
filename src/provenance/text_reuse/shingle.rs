//! Winnowed shingles: where two texts may share a passage.
//!
//! Schleimer, Wilkerson and Aiken, *Winnowing: local algorithms for document fingerprinting* (SIGMOD 2003): of every
//! [`WINDOW`] successive shingles the one of the lowest hash is kept, so that every run of
//! [`LENGTH`] + [`WINDOW`] − 1 words that two texts share leaves at least one fingerprint in common. A sentence that is
//! the same as a whole is found however short it is: each has a fingerprint of its own.

use std::collections::BTreeMap;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use rayon::prelude::*;

use super::stream::{Stream, Word};
use crate::text::hash::mixed;

/// Words in a shingle.
pub(super) const LENGTH: usize = 4;
/// Shingles of which one is kept.
const WINDOW: usize = 3;
/// A sentence of fewer words is no wording.
pub(super) const SHORTEST_SENTENCE: usize = 5;
/// A text that many have is compared with the first of them only: all are tied to those anyway, and the number of
/// pairs stays in proportion to the number of texts.
const MOST_PLACES: usize = 24;

/// A fingerprint that two streams have in common: its places in both.
pub(super) type Seed = (u32, u32);

/// The common fingerprints of every two streams of different outlets, sorted.
pub(super) fn seeds(streams: &[Stream]) -> BTreeMap<(usize, usize), Vec<Seed>> {
    let mut places: HashMap<u64, Vec<(usize, u32)>, RandomState> = HashMap::default();
    let mut seeds: BTreeMap<(usize, usize), Vec<Seed>> = BTreeMap::new();
    let found: Vec<_> = streams.par_iter().map(|of| fingerprints(&of.words)).collect();
    for (stream, (of, found)) in streams.iter().zip(found).enumerate() {
        for (hash, at) in found {
            let met = places.entry(hash).or_default();
            for &(other, place) in met.iter() {
                if streams[other].outlet != of.outlet {
                    seeds.entry((other, stream)).or_default().push((place, at));
                }
            }
            if met.len() < MOST_PLACES {
                met.push((stream, at));
            }
        }
    }
    seeds.values_mut().for_each(|seeds| {
        seeds.sort_unstable();
        seeds.dedup();
    });
    seeds
}

/// Hashes with their places: winnowed shingles, and one for each sentence.
fn fingerprints(words: &[Word]) -> Vec<(u64, u32)> {
    let hashes: Vec<u64> = words.windows(LENGTH).map(hash).collect();
    let mut kept: Vec<(u64, u32)> = Vec::new();
    for (first, window) in hashes.windows(WINDOW.min(hashes.len().max(1))).enumerate() {
        // Of equal hashes the rightmost, as the paper has it: fewer are kept that way.
        let lowest = window.iter().enumerate().rev().min_by_key(|(_, hash)| **hash);
        let Some((inside, &hash)) = lowest else { continue };
        let found = (hash, (first + inside) as u32);
        if kept.last() != Some(&found) {
            kept.push(found);
        }
    }
    kept.extend(sentences(words));
    kept
}

fn sentences(words: &[Word]) -> impl Iterator<Item = (u64, u32)> {
    let mut start = 0;
    let sentences = words.chunk_by(|x, y| x.mention == y.mention).map(move |sentence| {
        let first = start;
        start += sentence.len();
        (first, sentence)
    });
    sentences
        .filter(|(_, sentence)| sentence.len() >= SHORTEST_SENTENCE)
        .map(|(first, sentence)| (hash(sentence) ^ WHOLE, first as u32))
}

/// Keeps the hash of a sentence apart from that of a shingle.
const WHOLE: u64 = 0x5e17_e9ce;

fn hash(words: &[Word]) -> u64 {
    mixed(words.iter().flat_map(|word| word.key.to_le_bytes()))
}
