//! Names (words with a capital inside the sentence) in common. Half where either side has none: nothing is
//! known then, and a missing name is no disagreement.

use super::overlap::Link;
use super::profile::Profile;
use super::{Feature, Pairing};
use crate::part::Part;

pub struct Names;

impl Part for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn about(&self) -> &'static str {
        "Weight of the common names over the weight of the names of the side with fewer"
    }
}

impl Feature for Names {
    fn compare(&self, pair: &Pairing) -> f64 {
        let names = |profile: &Profile| {
            profile.terms.iter().filter(|term| term.name).map(|term| term.weight).sum::<f64>()
        };
        let smaller = names(pair.a).min(names(pair.b));
        let common: f64 = pair.overlap.links.iter().map(|link| common_name(pair, link)).sum();
        if smaller == 0.0 { 0.5 } else { (common / smaller).min(1.0) }
    }
}

fn common_name(pair: &Pairing, link: &Link) -> f64 {
    let (a, b) = (&pair.a.terms[link.a], &pair.b.terms[link.b]);
    if a.name || b.name { link.worth * a.weight.min(b.weight) } else { 0.0 }
}
