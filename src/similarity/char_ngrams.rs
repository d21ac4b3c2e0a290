//! Sørensen–Dice coefficient on the multisets of character 4-grams inside words (a space on either side counts):
//! spellings, compounds, inflections that stemming does not join, and languages without a stemmer. The best single
//! measure we know for sentences of one event.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Letters;

impl Part for Letters {
    fn name(&self) -> &'static str {
        "letters"
    }

    fn about(&self) -> &'static str {
        "Runs of four letters in common (Dice)"
    }
}

impl Feature for Letters {
    fn compare(&self, pair: &Pairing) -> f64 {
        let common = super::common(&pair.a.grams, &pair.b.grams);
        super::ratio(2.0 * common as f64, (pair.a.grams.len() + pair.b.grams.len()) as f64)
    }
}
