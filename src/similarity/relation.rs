//! How close an alignment is, from its score and its words.

use super::Profile;
use crate::model::Relation;

/// Below this score two mentions are unrelated.
pub const THRESHOLD: f64 = 0.585;
/// Edit similarity on words from which a text counts as lightly edited.
const NEAR_VERBATIM: f64 = 0.7;
/// A text of fewer words has no wording that could be kept.
const FEWEST_WORDS: usize = 5;

/// Names the relation of two mentions.
///
/// *Verbatim* and *near-verbatim* are about wording, *paraphrase* about the score: a lightly edited sentence keeps its
/// words in their order, whatever the blend makes of a number or a name that was changed in it.
pub fn relation(a: &Profile, b: &Profile, score: f64, threshold: f64) -> Relation {
    if a.same_words(b) {
        return Relation::Verbatim;
    }
    match (kept(a, b) >= NEAR_VERBATIM, score >= threshold) {
        (true, _) => Relation::NearVerbatim,
        (false, true) => Relation::Paraphrase,
        (false, false) => Relation::Unrelated,
    }
}

/// Share of the words that stay in place from one text to the other.
fn kept(a: &Profile, b: &Profile) -> f64 {
    let longest = a.words.len().max(b.words.len());
    if longest < FEWEST_WORDS {
        return 0.0;
    }
    if longest > super::profile::ORDER_CAP {
        return shared_words(a, b);
    }
    1.0 - strsim::generic_levenshtein(&a.words, &b.words) as f64 / longest.max(1) as f64
}

/// For texts too long to compare in order: the share of distinct stems in common.
fn shared_words(a: &Profile, b: &Profile) -> f64 {
    let common = super::common(&a.stems(), &b.stems());
    common as f64 / a.terms.len().max(b.terms.len()).max(1) as f64
}
