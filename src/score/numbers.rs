//! Figures in common, over the side that has fewer. Half where either side has none: leaving a figure out
//! is no disagreement. A differing figure lowers the score a little only: the same claim with other figures is
//! what divergences are about.

use super::profile::Profile;
use super::{Feature, Pairing};
use crate::part::Part;

pub struct Numbers;

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
        let common = pair.overlap.links.iter().filter(|link| pair.a.terms[link.a].number).count();
        if smaller == 0 { 0.5 } else { common as f64 / smaller as f64 }
    }
}
