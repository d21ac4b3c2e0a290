//! Sørensen–Dice coefficient on character trigrams inside words: spellings, compounds, inflections that
//! stemming does not join, and languages without a stemmer.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Letters;

impl Part for Letters {
    fn name(&self) -> &'static str {
        "letters"
    }

    fn about(&self) -> &'static str {
        "Character trigrams in common (Dice)"
    }
}

impl Feature for Letters {
    fn compare(&self, pair: &Pairing) -> f64 {
        let common = super::common(&pair.a.trigrams, &pair.b.trigrams);
        super::ratio(2.0 * common as f64, (pair.a.trigrams.len() + pair.b.trigrams.len()) as f64)
    }
}
