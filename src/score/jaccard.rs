//! IDF-weighted Jaccard similarity on stems, near meanings and spellings counted in part.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Jaccard;

impl Part for Jaccard {
    fn name(&self) -> &'static str {
        "idf-jaccard"
    }

    fn about(&self) -> &'static str {
        "Weight of the common words over the weight of all words"
    }
}

impl Feature for Jaccard {
    fn compare(&self, pair: &Pairing) -> f64 {
        let (a, b, common) = (pair.a.total, pair.b.total, pair.overlap.soft);
        super::ratio(common, a + b - common)
    }
}
