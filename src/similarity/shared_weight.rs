//! The sum of the weights of the common words: two short sentences that share two plain words share little,
//! however alike they are. Levels off, since past a dozen words there is no doubt left.

use super::{Feature, Pairing};
use crate::part::Part;

/// Common weight at which about two thirds of the effect is reached: three or four words.
const SCALE: f64 = 15.0;

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
        let common =
            |link: &super::Link| pair.a.terms[link.a].plain().min(pair.b.terms[link.b].plain()) * link.worth;
        1.0 - (-pair.overlap.links.iter().map(common).sum::<f64>() / SCALE).exp()
    }
}
