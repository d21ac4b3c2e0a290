//! Which pairs are worth scoring: those that share ground enough for what surrounds them (see [`similarity::score_bound`]).
//!
//! ```text
//!   the same words            by a hash of all words                                      wording
//!   two tellings of one story little common ground is enough: document by document        stories
//!   strangers                 most of a wording must be common: an index over rare words  strangers
//! ```
//!
//! Every pair belongs to one of the three, and each finds all pairs that comparing all with all would find: a property
//! test says so, and [`check`] on any input.

mod exact_duplicates;
mod prefix_join;
mod related_pairs;

use rayon::prelude::*;

use super::document_prior::Context;
use super::mention_index::Field;
use crate::similarity::score_bound;

/// A pair worth scoring; `a < b`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub a: usize,
    pub b: usize,
    /// What surrounds the pair adds to its logit, tempered by what it shares.
    pub shift: f64,
    /// The same words in the same order.
    pub verbatim: bool,
}

/// What a search looks at.
#[derive(Clone, Copy)]
pub struct Search<'a> {
    pub field: &'a Field<'a>,
    pub context: &'a Context,
    /// The logit that a pair must reach.
    pub must: f64,
}

impl Search<'_> {
    /// The definition: what comparing all with all keeps.
    pub fn is_worth(&self, a: usize, b: usize) -> Option<Candidate> {
        if !self.field.apart(a, b) {
            return None;
        }
        if self.field.grounds.same_wording(a, b) {
            return Some(verbatim(a, b));
        }
        let (shift, story) = self.context.shift(self.field, a, b);
        if story {
            self.of_story(a, b, shift)
        } else {
            self.weigh(a, b, shift, self.field.grounds.wording(a, b))
        }
    }

    /// Of two tellings of one story that have other words: every near meaning counts. Of strangers the same words alone do.
    fn of_story(&self, a: usize, b: usize, shift: f64) -> Option<Candidate> {
        self.weigh(a, b, shift, self.field.grounds.shared(a, b))
    }

    fn weigh(&self, a: usize, b: usize, shift: f64, ground: f64) -> Option<Candidate> {
        let worth = score_bound::is_worth(ground, shift, self.must);
        worth.then(|| Candidate { a, b, shift: score_bound::tempered(shift, ground), verbatim: false })
    }
}

fn verbatim(a: usize, b: usize) -> Candidate {
    Candidate { a, b, shift: 0.0, verbatim: true }
}

/// What `keep` makes of every pair worth scoring, in no order that matters: each pair is handed over once.
pub fn find<T: Send>(search: Search, keep: impl Fn(Candidate) -> Option<T> + Sync) -> Vec<T> {
    let mut found = exact_duplicates::find(search, &keep);
    found.extend(related_pairs::find(search, &keep));
    found.extend(prefix_join::find(search, &keep));
    found
}

/// Finds the pairs by the index and by comparing all with all: how many there are, or the first that one of them lacks.
pub fn check(search: Search) -> Result<usize, String> {
    let mut found = find(search, |pair| Some((pair.a, pair.b)));
    found.sort_unstable();
    let mentions = search.field.len();
    let all =
        |a: usize| (a + 1..mentions).filter_map(move |b| search.is_worth(a, b).map(|pair| (pair.a, pair.b)));
    let all: Vec<(usize, usize)> = (0..mentions).into_par_iter().flat_map_iter(all).collect();
    match found.iter().zip(&all).find(|(found, all)| found != all) {
        Some((found, all)) => Err(format!("the index gives {found:?} where all with all gives {all:?}")),
        None if found.len() != all.len() => {
            Err(format!("the index gives {} pairs, all with all {}", found.len(), all.len()))
        }
        None => Ok(found.len()),
    }
}

#[cfg(test)]
mod tests;
