//! Likeness of length, in weight: a headline and a paragraph can share words without making the same claim.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Length;

impl Part for Length {
    fn name(&self) -> &'static str {
        "length"
    }

    fn about(&self) -> &'static str {
        "The lighter sentence's weight over the heavier one's"
    }
}

impl Feature for Length {
    fn compare(&self, pair: &Pairing) -> f64 {
        super::ratio(pair.a.total.min(pair.b.total), pair.a.total.max(pair.b.total))
    }
}
