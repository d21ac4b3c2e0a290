//! Plain Jaccard similarity on stems (Jaccard 1901): the measure that weights must beat.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Words;

impl Part for Words {
    fn name(&self) -> &'static str {
        "word-jaccard"
    }

    fn about(&self) -> &'static str {
        "Common words over all words, each counting the same"
    }
}

impl Feature for Words {
    fn compare(&self, pair: &Pairing) -> f64 {
        let (a, b, common) = (pair.a.terms.len(), pair.b.terms.len(), pair.overlap.count);
        super::ratio(common as f64, (a + b - common) as f64)
    }
}
