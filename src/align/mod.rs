//! Who says the same thing: candidate pairs, scored in parallel, matched, grouped into claims.
//!
//! ```text
//!   mentions ─field─► grounds ─candidate─► pairs worth scoring ─score (rayon)─► pairs above the threshold
//!                         └─kin, context─┘                        ─matching─► alignments ─cluster─► groups
//! ```

mod candidate;
pub mod cluster;
mod document_prior;
pub mod matching;
mod mention_index;
mod related_documents;

use candidate::{Candidate, Search};
use document_prior::Context;

use crate::similarity::{self, score_bound};

pub use crate::similarity::THRESHOLD;

pub use cluster::Groups;
pub use mention_index::{Field, Item, Texts};

/// What a user can set.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The score from which two mentions are aligned.
    pub threshold: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options { threshold: THRESHOLD }
    }
}

/// Document and outlet: a roundup speaks with several voices, each with its own best sentence.
pub type Voice = (usize, usize);

/// Two mentions and how alike they are; `a < b`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    pub a: usize,
    pub b: usize,
    pub score: f64,
}

/// Which mentions are aligned, and which belong to one claim.
#[derive(Clone, Debug, Default)]
pub struct Aligned {
    /// Sorted by `(a, b)`; both ends are in one group.
    pub links: Vec<Scored>,
    pub groups: Groups,
}

/// Aligns mentions of different voices. The items' order is the only order that matters, and it is the
/// documents' own, so neither the order of inputs nor the number of threads changes anything.
pub fn align(field: &Field, options: &Options) -> Aligned {
    let scores = Scores::new(field);
    let chosen = matching::choose(&field.items, &scores.above(options.threshold));
    let groups = cluster::groups(&field.items, &chosen, options.threshold, |a, b| scores.of(a, b));
    let links = chosen.into_iter().filter(|link| groups.together(link.a, link.b)).collect();
    Aligned { links, groups }
}

/// Compares what the index finds with what comparing all with all finds: how many pairs are worth scoring, or where the
/// two part.
pub fn check(field: &Field, options: &Options) -> Result<usize, String> {
    let context = Context::new(field);
    candidate::check(Search { field, context: &context, must: score_bound::logit(options.threshold) })
}

/// The scores of the pairs of a field.
pub struct Scores<'a> {
    field: &'a Field<'a>,
    context: Context,
}

impl<'a> Scores<'a> {
    pub fn new(field: &'a Field<'a>) -> Self {
        Scores { field, context: Context::new(field) }
    }

    /// Every pair that reaches the threshold, sorted by `(a, b)`.
    pub fn above(&self, threshold: f64) -> Vec<Scored> {
        let keep =
            |pair: Candidate| self.score(pair, threshold).map(|score| Scored { a: pair.a, b: pair.b, score });
        let mut scored = candidate::find(self.search(threshold), keep);
        scored.sort_unstable_by_key(|pair| (pair.a, pair.b));
        scored
    }

    /// The score of one pair; 0 for one that is not worth scoring.
    pub fn of(&self, a: usize, b: usize) -> f64 {
        let candidate = self.search(similarity::FLOOR).is_worth(a.min(b), a.max(b));
        candidate.and_then(|pair| self.score(pair, similarity::FLOOR)).unwrap_or(0.0)
    }

    fn score(&self, pair: Candidate, least: f64) -> Option<f64> {
        if pair.verbatim {
            return Some(1.0);
        }
        let (a, b) = (self.field.profile(pair.a), self.field.profile(pair.b));
        similarity::score(a, b, &self.field.vocabulary, pair.shift, least)
    }

    fn search(&self, threshold: f64) -> Search<'_> {
        Search { field: self.field, context: &self.context, must: score_bound::logit(threshold) }
    }
}
