//! Names in common, of the side that has more of its names matched. Half where either side has none: nothing is
//! known then, and a missing name is no disagreement.

use super::profile::Term;
use super::{Feature, Pairing};
use crate::part::Part;

pub struct Names;

impl Part for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn about(&self) -> &'static str {
        "Share of the names in common, where it is more"
    }
}

impl Feature for Names {
    fn compare(&self, pair: &Pairing) -> f64 {
        let covered = |terms: &[Term], worth: &[f64]| {
            let names = || terms.iter().zip(worth).filter(|(term, _)| term.name);
            let whole: f64 = names().map(|(term, _)| term.plain()).sum();
            let covered: f64 = names().map(|(term, worth)| term.plain() * worth).sum();
            (whole > 0.0).then(|| covered / whole)
        };
        match (covered(&pair.a.terms, &pair.overlap.a), covered(&pair.b.terms, &pair.overlap.b)) {
            (Some(a), Some(b)) => a.max(b).min(1.0),
            _ => 0.5,
        }
    }
}
