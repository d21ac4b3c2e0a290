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
                let (a, b) = parted(&pair.a.order, &pair.b.order);
                let changes = strsim::generic_levenshtein(&a, &b);
                1.0 - changes as f64 / pair.a.order.len().max(pair.b.order.len()) as f64
            }
        }
    }

    fn is_dear(&self) -> bool {
        true
    }
}

/// What is left of a list, as strsim takes it.
struct Rest<'l, T>(&'l [T]);

impl<'a, T> IntoIterator for &'a Rest<'_, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// Two lists without what both begin and end with, which no edit touches.
fn parted<'l, T: PartialEq>(a: &'l [T], b: &'l [T]) -> (Rest<'l, T>, Rest<'l, T>) {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (Rest(&a[..a.len() - end]), Rest(&b[..b.len() - end]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parted;

    proptest! {
        #[test]
        fn what_both_begin_and_end_with_takes_no_edit(
            a in prop::collection::vec(0_u8..3, 0..12),
            b in prop::collection::vec(0_u8..3, 0..12),
        ) {
            let (x, y) = parted(&a, &b);
            prop_assert_eq!(strsim::generic_levenshtein(&x, &y), strsim::generic_levenshtein(&a, &b));
        }
    }
}
