//! What stands around two sentences says something about them.
//!
//! ```text
//!   do the two documents tell one story?     IDF-weighted cosine of all their words
//!     no   ─► the pair loses STRANGERS       two reports of other affairs share a sentence by chance
//!     yes  ─► it gains TOGETHER, and more the nearer the top both sentences stand (inverted pyramid: what the
//!             outlets have in common comes first)
//! ```
//!
//! In logits, fitted to readers' judgements of alignments of real coverage (see `reports/quality.md`). Only documents
//! that may tell one story are kept, each with its kin; all others are strangers, whose shift follows from how long they
//! are.

use rayon::prelude::*;

use super::mention_index::Field;
use super::related_documents::{self, Story};

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

/// How surely documents tell one story.
pub struct Context {
    /// For each document, how much of what its likeness says is known, 0 to 1.
    known: Vec<f64>,
    /// For each document, those that may tell its story, ascending, and how surely, 0 to 1.
    kin: Vec<Vec<(u32, f64)>>,
}

impl Context {
    pub fn new(field: &Field) -> Self {
        let weights: Vec<f64> = field.vocabulary.entries().map(|entry| entry.background).collect();
        let documents = (0..field.documents().len()).into_par_iter();
        let stories: Vec<Story> =
            documents.map(|document| Story::new(field.stems(document), &weights)).collect();
        let known: Vec<f64> = stories.iter().map(|story| (story.len() as f64 / ENOUGH).min(1.0)).collect();
        let surely = |a: usize, (b, likeness): (u32, f64)| {
            let seen = ((likeness - MAYBE) / (SURELY - MAYBE)).clamp(0.0, 1.0);
            (b, together(seen, known[a].min(known[b as usize])))
        };
        let alike = related_documents::alike(&stories, &weights, MAYBE);
        let one = |(a, list): (usize, Vec<(u32, f64)>)| list.into_iter().map(|kin| surely(a, kin)).collect();
        let kin = alike.into_iter().enumerate().map(one).collect();
        Context { known, kin }
    }

    /// The documents that may tell the story of this one, ascending, and how surely they do.
    pub fn kin(&self, document: usize) -> &[(u32, f64)] {
        &self.kin[document]
    }

    /// Whether a document is long enough for its likeness to count in full.
    pub fn is_known(&self, document: usize) -> bool {
        self.known[document] >= 1.0
    }

    /// What to add to the logit of a pair, before it is tempered by what the pair shares; and whether the two are tellings
    /// of one story, or strangers.
    pub fn shift(&self, field: &Field, a: usize, b: usize) -> (f64, bool) {
        let (x, y) = (&field.items[a], &field.items[b]);
        let kin = self.together(x.document, y.document);
        let together = kin.unwrap_or_else(|| self.strangers(x.document, y.document));
        // The voices of one document tell one story; which of them opens it says nothing.
        let shift = if x.document == y.document { TOGETHER } else { shift(together, x.place + y.place) };
        (shift, kin.is_some())
    }

    /// How surely two documents tell one story; none for strangers.
    pub fn together(&self, a: usize, b: usize) -> Option<f64> {
        let kin = &self.kin[a];
        let found = kin.binary_search_by_key(&(b as u32), |(document, _)| *document);
        if a == b { Some(1.0) } else { found.ok().map(|at| kin[at].1) }
    }

    /// How surely two documents that are no kin tell one story: not at all, or nobody knows.
    pub fn strangers(&self, a: usize, b: usize) -> f64 {
        together(0.0, self.known[a].min(self.known[b]))
    }

    /// No pair of strangers has a shift above this; of strangers that are both known, none above the second.
    pub fn highest(&self) -> (f64, f64) {
        let least = self.known.iter().copied().fold(1.0, f64::min);
        (shift(together(0.0, least), 0), shift(together(0.0, 1.0), 0))
    }
}

/// Half where a document is too short to tell.
fn together(seen: f64, known: f64) -> f64 {
    0.5 + (seen - 0.5) * known
}

/// What to add to the logit of a pair of two documents that so surely tell one story; `places` is the sum of how many
/// mentions stand before each of the two.
pub fn shift(together: f64, places: usize) -> f64 {
    let opening = (-(places as f64) / OPENING).exp();
    STRANGERS * (1.0 - together) + (TOGETHER + LEAD * opening) * together
}
