//! The longest stretch of words on either side that the other does not have: a clause of its own, where the same
//! number of single words strewn over the sentence is rewording.

use super::vocabulary::StemId;
use super::{Feature, Pairing};
use crate::part::Part;

/// Words at which about a third of the value remains.
const SCALE: f64 = 8.0;

pub struct Gaps;

impl Part for Gaps {
    fn name(&self) -> &'static str {
        "gaps"
    }

    fn about(&self) -> &'static str {
        "How short the longest stretch of words is that the other sentence does not have"
    }
}

impl Feature for Gaps {
    fn compare(&self, pair: &Pairing) -> f64 {
        let longest = gap(&pair.a.order, &pair.b.distinct).max(gap(&pair.b.order, &pair.a.distinct));
        (-(longest as f64) / SCALE).exp()
    }
}

/// The longest stretch of `order` without a stem of `other` (sorted).
fn gap(order: &[StemId], other: &[StemId]) -> usize {
    let (mut run, mut longest) = (0, 0);
    for stem in order {
        run = if other.binary_search(stem).is_ok() { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    longest
}
