//! Names, numbers and days that stand on one side where the other has different ones: *Jackson arrested* and
//! *Williams arrested* are look-alikes, *23 pirates on Saturday* and *26 pirates on Thursday* too.
//!
//! Only what *both* sides have unmatched counts: leaving a name out is no disagreement. The same claim with other
//! details is what divergences are about, so a conflict lowers the score and never settles it.

use super::profile::Term;
use super::{Feature, Pairing};
use crate::part::Part;

pub struct Conflict {
    name: &'static str,
    about: &'static str,
    weight: fn(&Term) -> f64,
    /// Unmatched weight on both sides at which about a third of the value remains.
    scale: f64,
}

pub static NAMES: Conflict = Conflict {
    name: "other-names",
    about: "How few names stand on each side that the other does not have",
    weight: |term| if term.name { term.plain() } else { 0.0 },
    scale: 10.0,
};

pub static NUMBERS: Conflict = Conflict {
    name: "other-numbers",
    about: "How few numbers stand on each side that the other does not have",
    weight: |term| if term.number { 1.0 } else { 0.0 },
    scale: 2.0,
};

pub static DAYS: Conflict = Conflict {
    name: "other-days",
    about: "How few days and months stand on each side that the other does not have",
    weight: |term| if term.day { 1.0 } else { 0.0 },
    scale: 2.0,
};

impl Part for Conflict {
    fn name(&self) -> &'static str {
        self.name
    }

    fn about(&self) -> &'static str {
        self.about
    }
}

impl Feature for Conflict {
    fn compare(&self, pair: &Pairing) -> f64 {
        let (a, b) = pair.unmatched(self.weight);
        (-a.min(b) / self.scale).exp()
    }
}
