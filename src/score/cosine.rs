//! TF-IDF cosine on stems (Salton & Buckley 1988), rare words counting with their square.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Cosine;

impl Part for Cosine {
    fn name(&self) -> &'static str {
        "idf-cosine"
    }

    fn about(&self) -> &'static str {
        "Cosine of the two sentences as vectors of squared word weights"
    }
}

impl Feature for Cosine {
    fn compare(&self, pair: &Pairing) -> f64 {
        super::ratio(pair.overlap.squared, (pair.a.squared * pair.b.squared).sqrt())
    }
}
