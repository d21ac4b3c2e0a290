//! Who says the same thing: candidate pairs, scored in parallel, matched, grouped into claims.
//!
//! ```text
//!   mentions ─candidate─► pairs worth scoring ─score (rayon)─► scored ─matching─► alignments ─cluster─► groups
//! ```

mod candidate;
pub mod cluster;
mod context;
pub mod matching;

use rayon::prelude::*;

use crate::score::{self, Profile, Vocabulary};

pub use crate::score::THRESHOLD;

pub use cluster::Groups;

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

/// A mention as this stage sees it.
#[derive(Clone, Debug)]
pub struct Item {
    pub document: usize,
    pub outlet: usize,
    /// How many mentions of the document stand before it.
    pub place: usize,
    pub profile: Profile,
}

/// Document and outlet: a roundup speaks with several voices, each with its own best sentence.
pub type Voice = (usize, usize);

impl Item {
    pub fn voice(&self) -> Voice {
        (self.document, self.outlet)
    }
}

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
pub fn align(items: &[Item], vocabulary: &Vocabulary, options: &Options) -> Aligned {
    let scored = scores(items, vocabulary);
    let chosen = matching::choose(items, &scored, options.threshold);
    let voices: Vec<Voice> = items.iter().map(Item::voice).collect();
    let groups = cluster::groups(&voices, &scored, &chosen, options.threshold);
    let links = chosen.into_iter().filter(|link| groups.together(link.a, link.b)).collect();
    Aligned { links, groups }
}

/// Every candidate pair with a score worth keeping, sorted by `(a, b)`.
pub fn scores(items: &[Item], vocabulary: &Vocabulary) -> Vec<Scored> {
    let candidates = candidate::Candidates::new(items, vocabulary);
    let context = context::Context::new(items, vocabulary);
    (0..items.len())
        .into_par_iter()
        .flat_map_iter(|a| {
            let (candidates, context) = (&candidates, &context);
            candidates.after(a, items).into_iter().filter_map(move |b| {
                let shift = context.shift(&items[a], &items[b]);
                let score = score::score(&items[a].profile, &items[b].profile, vocabulary, shift);
                (score >= score::FLOOR).then_some(Scored { a, b, score })
            })
        })
        .collect()
}

/// Whether two mentions may be aligned at all: they must come from different documents or different voices.
fn apart(a: &Item, b: &Item) -> bool {
    a.voice() != b.voice()
}
