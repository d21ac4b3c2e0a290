//! The sum of the weights of the common words: two short sentences that share two plain words share little,
//! however alike they are. Levels off, since past a dozen rare words there is no doubt left.

use super::{Feature, Pairing};
use crate::part::Part;

/// Nats of common weight at which about two thirds of the effect is reached.
const SCALE: f64 = 30.0;

pub struct Information;

impl Part for Information {
    fn name(&self) -> &'static str {
        "information"
    }

    fn about(&self) -> &'static str {
        "How much the common words tell in all, levelling off"
    }
}

impl Feature for Information {
    fn compare(&self, pair: &Pairing) -> f64 {
        1.0 - (-pair.overlap.soft / SCALE).exp()
    }
}
