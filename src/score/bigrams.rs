//! Sørensen–Dice coefficient on pairs of neighbouring stems: who did what to whom keeps words together.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Bigrams;

impl Part for Bigrams {
    fn name(&self) -> &'static str {
        "bigrams"
    }

    fn about(&self) -> &'static str {
        "Neighbouring words that both sentences keep together (Dice)"
    }
}

impl Feature for Bigrams {
    fn compare(&self, pair: &Pairing) -> f64 {
        let common = super::common(&pair.a.bigrams, &pair.b.bigrams);
        super::ratio(2.0 * common as f64, (pair.a.bigrams.len() + pair.b.bigrams.len()) as f64)
    }
}
