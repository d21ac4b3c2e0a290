//! The same words in quotation marks on both sides: two reports of one utterance, whatever stands around it.
//! Half where either side quotes nothing.

use super::profile::Profile;
use super::{Feature, Pairing};
use crate::part::Part;

pub struct Quoted;

impl Part for Quoted {
    fn name(&self) -> &'static str {
        "quoted"
    }

    fn about(&self) -> &'static str {
        "Weight of the quoted words in common over those of the side that quotes less"
    }
}

impl Feature for Quoted {
    fn compare(&self, pair: &Pairing) -> f64 {
        let quoted = |profile: &Profile| -> f64 {
            profile.terms.iter().filter(|term| term.quoted).map(|term| term.weight).sum()
        };
        let smaller = quoted(pair.a).min(quoted(pair.b));
        let common = pair.overlap.links.iter().map(|link| {
            let (a, b) = (&pair.a.terms[link.a], &pair.b.terms[link.b]);
            if a.quoted && b.quoted { link.worth * a.weight.min(b.weight) } else { 0.0 }
        });
        if smaller == 0.0 { 0.5 } else { (common.sum::<f64>() / smaller).min(1.0) }
    }
}
