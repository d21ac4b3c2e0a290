//! What is left over on the side that says more: a sentence that adds a whole clause makes another claim
//! beside the common one, however much the two have in common.

use super::{Feature, Pairing};
use crate::part::Part;

/// Left-over weight at which about a third of the value remains: six or seven words.
const SCALE: f64 = 30.0;

pub struct Leftover;

impl Part for Leftover {
    fn name(&self) -> &'static str {
        "leftover"
    }

    fn about(&self) -> &'static str {
        "How little the fuller sentence says beyond the common words"
    }
}

impl Feature for Leftover {
    fn compare(&self, pair: &Pairing) -> f64 {
        let (a, b) = pair.unmatched(|term| term.plain());
        (-a.max(b) / SCALE).exp()
    }
}
