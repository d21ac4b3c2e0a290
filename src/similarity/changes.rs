//! Where one sentence must change to become the other (Myers 1986, by the crate similar). One long change is a clause
//! of its own; as many words in many short changes are rewording.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::profile::Profile;
use super::{Feature, Pairing};
use crate::part::Part;

/// Words of the longest change at which about a third of the value remains.
const LONG: f64 = 4.0;
/// Changes at which about a third is missing to the full value.
const MANY: f64 = 4.0;

/// How short the longest change is.
pub struct Longest;

/// How many changes there are, levelling off.
pub struct Count;

impl Part for Longest {
    fn name(&self) -> &'static str {
        "longest-change"
    }

    fn about(&self) -> &'static str {
        "How short the longest stretch is that must change for one sentence to become the other"
    }
}

impl Feature for Longest {
    fn compare(&self, pair: &Pairing) -> f64 {
        let longest = pair.overlap.changes(pair.a, pair.b).iter().copied().max().unwrap_or(0);
        (-(longest as f64) / LONG).exp()
    }

    fn is_dear(&self) -> bool {
        true
    }
}

impl Part for Count {
    fn name(&self) -> &'static str {
        "changes"
    }

    fn about(&self) -> &'static str {
        "Over how many places the words that must change are spread, levelling off"
    }
}

impl Feature for Count {
    fn compare(&self, pair: &Pairing) -> f64 {
        1.0 - (-(pair.overlap.changes(pair.a, pair.b).len() as f64) / MANY).exp()
    }

    fn is_dear(&self) -> bool {
        true
    }
}

/// How many words each change has on its longer side, from the side that a fixed order of contents puts first: a diff is
/// not symmetric. Found once a pair, see [`super::Overlap`].
pub fn changes(a: &Profile, b: &Profile) -> Vec<usize> {
    let (from, to) = if a.words <= b.words { (a, b) } else { (b, a) };
    let operations = capture_diff_slices(Algorithm::Myers, &from.order, &to.order);
    let changed = operations.iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. }));
    changed.map(|operation| operation.old_range().len().max(operation.new_range().len())).collect()
}
