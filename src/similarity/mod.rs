//! How alike two mentions are: features, one file each, and the blend that makes one score of them.
//!
//! ```text
//!   Profile (once a mention) ─┐
//!                             ├─ Overlap (once a pair) ─► features 0..1 each ─► Blend ─► score 0..1 ─► relation
//!   Profile ──────────────────┘
//! ```
//!
//! Every feature is symmetric and bounded. No neural encoder: on same-event news a fitted mix of cheap
//! lexical features ranks better than a small sentence-embedding model, runs offline, and can be explained
//! word by word.

mod boosted_trees;
mod key_index;
mod ngrams;
mod normalize;
mod overlap;
mod profile;
mod relation;
pub mod score_bound;
mod vocabulary;

mod changes;
mod char_ngrams;
mod conflict;
mod coverage;
mod embedding;
mod longest_gap;
mod names;
mod numbers;
mod order;
mod phrases;
mod quoted;
mod shared_weight;
mod token_overlap;
mod unmatched_weight;

pub use boosted_trees::{Blend, Tree, blend};
pub use key_index::{Grounds, Held, Key, Page};
pub use ngrams::bit;
pub use normalize::units;
pub use overlap::{Join, Link, Overlap};
pub use profile::{Profile, Term};
pub use relation::{THRESHOLD, relation};
pub use vocabulary::{Entry, StemId, Vocabulary};

use crate::part::Part;

/// Two profiles and their common ground.
#[derive(Clone, Copy, Debug)]
pub struct Pairing<'a> {
    pub a: &'a Profile,
    pub b: &'a Profile,
    pub overlap: &'a Overlap,
}

impl Pairing<'_> {
    /// Weight of the terms of each side that have no partner, by a weight of the feature's own.
    fn unmatched(&self, weight: impl Fn(&Term) -> f64) -> (f64, f64) {
        let side = |terms: &[Term], worth: &[f64]| -> f64 {
            terms.iter().zip(worth).map(|(term, worth)| weight(term) * (1.0 - worth)).sum()
        };
        (side(&self.a.terms, &self.overlap.a), side(&self.b.terms, &self.overlap.b))
    }

    /// How many distinct words, little ones too, stand on both sides.
    fn common_words(&self) -> usize {
        common(&self.a.distinct, &self.b.distinct)
    }
}

/// One way to see how alike two mentions are.
pub trait Feature: Part {
    /// 0 to 1, the same whichever side comes first.
    fn compare(&self, pair: &Pairing) -> f64;

    /// Whether more of it can only raise the score; otherwise more of it can only lower it.
    fn rises(&self) -> bool {
        true
    }

    /// Whether it costs more than most others together: it is asked only of pairs that can still reach what they must.
    fn is_dear(&self) -> bool {
        false
    }
}

/// Every feature, in the order that `explain` shows them.
pub static FEATURES: [&dyn Feature; 34] = [
    &coverage::PLAIN_LEAST,
    &coverage::PLAIN_MEAN,
    &coverage::PLAIN_MOST,
    &coverage::EXACT_LEAST,
    &coverage::LONG_LEAST,
    &coverage::LONG_MEAN,
    &coverage::RARE_LEAST,
    &coverage::RARE_MEAN,
    &coverage::RARE_MOST,
    &coverage::SQUARED_MEAN,
    &coverage::DEEDS_LEAST,
    &coverage::DEEDS_MEAN,
    &embedding::Mean,
    &embedding::LEAST,
    &embedding::MOST,
    &embedding::Left,
    &shared_weight::Information,
    &unmatched_weight::Leftover,
    &char_ngrams::Letters,
    &names::Names,
    &numbers::Numbers,
    &numbers::Figures,
    &quoted::Quoted,
    &conflict::NAMES,
    &conflict::NUMBERS,
    &conflict::DAYS,
    &order::Order,
    &token_overlap::Repeated,
    &longest_gap::Gaps,
    &changes::Longest,
    &changes::Count,
    &phrases::Bigrams,
    &phrases::Phrases,
    &phrases::LongestRun,
];

/// The value of every feature, in the order of [`FEATURES`].
pub fn features(pair: &Pairing) -> Vec<f64> {
    FEATURES.iter().map(|feature| feature.compare(pair)).collect()
}

/// A pair that cannot reach this counts as 0 in the average of a group: it would change no claim.
pub const FLOOR: f64 = 0.1;

/// The weight of a word inside an event of so many units: what much of the event says tells little in it.
///
/// Background rarity, damped by the share of units that hold the word (the event's own IDF, normalised to 1 for a word of
/// one unit): a word of all units keeps a fifth of it.
pub fn event_weight(entry: &Entry, units: usize) -> f64 {
    let rarity = (units.max(2) as f64 / f64::from(entry.units.max(1))).ln() / (units.max(2) as f64).ln();
    entry.background * (DAMPED + (1.0 - DAMPED) * rarity.clamp(0.0, 1.0))
}

/// What remains of the weight of a word that every unit of the event holds.
const DAMPED: f64 = 0.2;

/// How alike two mentions of different words are, 0 to 1; none where it is less than `least`.
///
/// `shift` is what the pair's surroundings add to the logit. What the costly features could bring at best is tried first:
/// since every feature pulls one way only, a pair that this leaves below cannot reach what it must.
pub fn score(a: &Profile, b: &Profile, vocabulary: &Vocabulary, shift: f64, least: f64) -> Option<f64> {
    let overlap = Overlap::new(a, b, vocabulary);
    let pair = Pairing { a, b, overlap: &overlap };
    let shift = supported(&pair, shift);
    let value = |feature: &&dyn Feature| match feature.is_dear() {
        true => f64::from(u8::from(feature.rises())),
        false => feature.compare(&pair),
    };
    let mut values: [f64; FEATURES.len()] = std::array::from_fn(|at| value(&FEATURES[at]));
    let of_cheap = blend().of_cheap(&values);
    if blend().rescore(&values, shift, of_cheap) < least {
        return None;
    }
    for (feature, value) in FEATURES.iter().zip(&mut values).filter(|(feature, _)| feature.is_dear()) {
        *value = feature.compare(&pair);
    }
    Some(blend().rescore(&values, shift, of_cheap)).filter(|score| *score >= least)
}

/// The information from which surroundings count in full: two or three words in common.
const SAYS_ENOUGH: f64 = 0.5;

/// Surroundings support what a pair says; a pair that says little has little to support.
fn supported(pair: &Pairing, shift: f64) -> f64 {
    let supported = (Feature::compare(&shared_weight::Information, pair) / SAYS_ENOUGH).min(1.0);
    if shift > 0.0 { shift * supported } else { shift }
}

/// The score of a pair without surroundings, whose common ground is known and whose words are not all the same.
pub fn score_of(pair: &Pairing) -> f64 {
    blend().score(&features(pair), 0.0)
}

/// A share; 0 of nothing is nothing.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 }
}

/// How many items two sorted lists share.
fn common<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, count) = (i + 1, j + 1, count + 1),
        }
    }
    count
}
