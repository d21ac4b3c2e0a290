//! What the rules say of a pair: what they found, and where they looked and kept quiet.

use crate::model::{DivergenceKind, Finding, Quiet, Span};

/// What the rules found, and what they passed over.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub findings: Vec<Finding>,
    pub quiet: Vec<Quiet>,
}

impl Report {
    pub(super) fn found(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// A rule looked at two places and kept quiet.
    pub(super) fn passed(&mut self, kind: DivergenceKind, places: (Span, Span), reason: &'static str) {
        self.quiet.push(Quiet { kind, places: Some(places), reason });
    }

    /// A rule saw nothing to look at.
    pub(super) fn idle(&mut self, kind: DivergenceKind, reason: &'static str) {
        self.quiet.push(Quiet { kind, places: None, reason });
    }

    /// The same, seen from the other side.
    pub(super) fn mirrored(mut self) -> Self {
        self.findings.iter_mut().for_each(|finding| std::mem::swap(&mut finding.a, &mut finding.b));
        self.quiet.iter_mut().for_each(|quiet| quiet.places = quiet.places.map(|(a, b)| (b, a)));
        self
    }
}
