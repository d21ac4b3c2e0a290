//! The two sentences laid side by side, word by word: what stays, and what stands where something else stood.
//!
//! ```text
//!   a: Captain Jonas  Ekdal     has commanded the ship
//!   b: Captain Jonas  Lindahl   has commanded the ship
//!      ───same──────  ─slot──   ───same───────────────
//! ```

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::Side;

/// Longer sentences are not laid side by side; rules that need it keep quiet.
const LONGEST: usize = 400;

/// Token indices, end-exclusive.
pub type Tokens = (usize, usize);

/// A stretch of one sentence that stands where another stretch stands in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub a: Tokens,
    pub b: Tokens,
}

/// Word-by-word alignment of two sentences, by stems.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    /// For each token of `a`: the token of `b` that is the same word in the same place of the order.
    pub to_b: Vec<Option<usize>>,
    pub to_a: Vec<Option<usize>>,
    pub replaced: Vec<Slot>,
    /// What only one side has, the other side of the slot being empty.
    pub added: Vec<Slot>,
}

impl Slots {
    pub fn new(a: &Side, b: &Side) -> Self {
        let mut slots =
            Slots { to_b: vec![None; a.tokens.len()], to_a: vec![None; b.tokens.len()], ..Slots::default() };
        if a.tokens.len().max(b.tokens.len()) > LONGEST {
            return slots;
        }
        let stems = |side: &Side| side.tokens.iter().map(|token| token.stem.clone()).collect::<Vec<_>>();
        for op in capture_diff_slices(Algorithm::Myers, &stems(a), &stems(b)) {
            let (tag, old, new) = op.as_tag_tuple();
            let slot = Slot { a: (old.start, old.end), b: (new.start, new.end) };
            match tag {
                DiffTag::Equal => old.zip(new).for_each(|(i, j)| {
                    slots.to_b[i] = Some(j);
                    slots.to_a[j] = Some(i);
                }),
                DiffTag::Replace => slots.replaced.push(slot),
                DiffTag::Delete | DiffTag::Insert => slots.added.push(slot),
            }
        }
        slots
    }

    /// Whether a stretch of `a` is word for word the stretch of `b`, in its place.
    pub fn in_place(&self, a: Tokens, b: Tokens) -> bool {
        a.1 - a.0 == b.1 - b.0 && (a.0..a.1).zip(b.0..b.1).all(|(i, j)| self.to_b.get(i) == Some(&Some(j)))
    }

    /// How many words of `a` stand in `b` in the same order.
    pub fn unchanged(&self) -> usize {
        self.to_b.iter().flatten().count()
    }

    /// Whether the word right before or right behind a stretch of `a` stands beside a stretch of `b`; how many do.
    pub fn words_beside(&self, a: Tokens, b: Tokens) -> usize {
        let before = a.0 > 0 && b.0 > 0 && self.to_b[a.0 - 1] == Some(b.0 - 1);
        let behind = self.to_b.get(a.1).copied().flatten() == Some(b.1);
        usize::from(before) + usize::from(behind)
    }

    /// How many of the neighbours (two on either side) of a stretch of `a` stand beside a stretch of `b`.
    ///
    /// The beginning and the end of a sentence are neighbours too, worth as much as two words.
    pub fn neighbours(&self, a: Tokens, b: Tokens) -> usize {
        let near = |i: usize, from: usize, to: usize| {
            self.to_b.get(i).copied().flatten().is_some_and(|j| (from..to).contains(&j))
        };
        let (opens, closes) = (a.0 == 0 && b.0 == 0, a.1 == self.to_b.len() && b.1 == self.to_a.len());
        let left = (a.0.saturating_sub(2)..a.0).filter(|i| near(*i, b.0.saturating_sub(3), b.0)).count();
        let right = (a.1..a.1 + 2).filter(|i| near(*i, b.1, b.1 + 3)).count();
        left + right + 2 * usize::from(opens) + 2 * usize::from(closes)
    }
}
