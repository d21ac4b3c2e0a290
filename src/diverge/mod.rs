//! What two aligned sentences differ in: one file a kind.

use crate::model::{DivergenceKind, Fact, Finding};
use crate::part::Part;
use crate::text::Token;

/// One of two aligned sentences.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub facts: &'a [Fact],
}

/// Two aligned sentences.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    pub a: Side<'a>,
    pub b: Side<'a>,
    /// How alike they are, 0 to 1.
    pub score: f64,
}

/// One kind of divergence.
pub trait Detector: Part {
    fn kind(&self) -> DivergenceKind;
    /// Pushes what it is sure of; unsure pushes nothing.
    fn detect(&self, pair: &Pair, findings: &mut Vec<Finding>);
}

/// Every detector, in the order of reporting.
pub const DETECTORS: &[&dyn Detector] = &[];

/// Where the two sentences part, in the order of the kinds, then by place.
///
/// Symmetric: swapping `a` and `b` swaps the two sides of every finding and changes nothing else.
pub fn findings(pair: &Pair) -> Vec<Finding> {
    let mut findings = Vec::new();
    DETECTORS.iter().for_each(|detector| detector.detect(pair, &mut findings));
    findings.sort_by(|x, y| (x.kind, &x.a, &x.b).cmp(&(y.kind, &y.a, &y.b)));
    findings
}
