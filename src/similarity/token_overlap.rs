//! Words in common, little ones too, over the words of the longer sentence.

use super::{Feature, Pairing};
use crate::part::Part;

pub struct Repeated;

impl Part for Repeated {
    fn name(&self) -> &'static str {
        "repeated"
    }

    fn about(&self) -> &'static str {
        "Words in common, little ones too, over the words of the longer sentence"
    }
}

impl Feature for Repeated {
    fn compare(&self, pair: &Pairing) -> f64 {
        super::ratio(pair.common_words() as f64, pair.a.order.len().max(pair.b.order.len()) as f64)
    }
}
