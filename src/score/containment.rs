//! IDF-weighted containment (overlap coefficient): high where one sentence says all the other does and more.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Containment;

impl Part for Containment {
    fn name(&self) -> &'static str {
        "idf-containment"
    }

    fn about(&self) -> &'static str {
        "Weight of the common words over the weight of the shorter sentence"
    }
}

impl Feature for Containment {
    fn compare(&self, pair: &Pairing) -> f64 {
        super::ratio(pair.overlap.soft, pair.a.total.min(pair.b.total))
    }
}
