//! Figures in common, over the side that has fewer. Half where either side has none: leaving a figure out
//! is no disagreement.

use super::profile::Profile;
use super::{Feature, Pairing};
use crate::part::Part;

/// Over those of the side with fewer.
pub struct Numbers;

/// How many there are, levelling off: three figures in common are no chance.
pub struct Figures;

impl Part for Numbers {
    fn name(&self) -> &'static str {
        "numbers"
    }

    fn about(&self) -> &'static str {
        "Numbers that both sentences give, over those of the side with fewer"
    }
}

impl Feature for Numbers {
    fn compare(&self, pair: &Pairing) -> f64 {
        let numbers = |profile: &Profile| profile.terms.iter().filter(|term| term.number).count();
        let smaller = numbers(pair.a).min(numbers(pair.b));
        if smaller == 0 { 0.5 } else { (common(pair) as f64 / smaller as f64).min(1.0) }
    }
}

impl Part for Figures {
    fn name(&self) -> &'static str {
        "figures"
    }

    fn about(&self) -> &'static str {
        "How many numbers both sentences give, levelling off"
    }
}

impl Feature for Figures {
    fn compare(&self, pair: &Pairing) -> f64 {
        1.0 - (-(common(pair) as f64)).exp()
    }
}

fn common(pair: &Pairing) -> usize {
    let number = |link: &&super::Link| pair.a.terms[link.a].number && pair.b.terms[link.b].number;
    pair.overlap.links.iter().filter(number).count()
}
