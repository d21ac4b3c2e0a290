//! What is left over on the side that says more: a sentence that adds a whole clause makes another claim
//! beside the common one, however much the two have in common.

use super::{Feature, Pairing};
use crate::part::Part;

/// Nats of left-over weight at which about a third of the value remains.
const SCALE: f64 = 40.0;

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
        let most = pair.a.total.max(pair.b.total);
        (-(most - pair.overlap.soft).max(0.0) / SCALE).exp()
    }
}
