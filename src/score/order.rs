//! Words in common that stand in the same order: normalised Levenshtein similarity on whole words (Levenshtein
//! 1966), by strsim's generic function on interned stems, a hundred times faster than on characters.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Order;

impl Part for Order {
    fn name(&self) -> &'static str {
        "order"
    }

    fn about(&self) -> &'static str {
        "How few words must change for one sentence to become the other"
    }
}

impl Feature for Order {
    fn compare(&self, pair: &Pairing) -> f64 {
        match pair.a.order.is_empty() && pair.b.order.is_empty() {
            true => 0.0,
            false => {
                let changes = strsim::generic_levenshtein(&pair.a.order, &pair.b.order);
                1.0 - changes as f64 / pair.a.order.len().max(pair.b.order.len()) as f64
            }
        }
    }

    fn is_dear(&self) -> bool {
        true
    }
}
