//! Where two accounts part.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use super::Span;

/// The kinds of divergence, in the order they are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DivergenceKind {
    Number,
    Time,
    Name,
    Place,
    Polarity,
    Predicate,
    Quote,
    Attribution,
    /// A difference in certainty, not a contradiction.
    Modality,
}

impl DivergenceKind {
    /// Every kind, in the order of reporting.
    pub const ALL: [DivergenceKind; 9] = [
        DivergenceKind::Number,
        DivergenceKind::Time,
        DivergenceKind::Name,
        DivergenceKind::Place,
        DivergenceKind::Polarity,
        DivergenceKind::Predicate,
        DivergenceKind::Quote,
        DivergenceKind::Attribution,
        DivergenceKind::Modality,
    ];

    pub fn name(self) -> &'static str {
        match self {
            DivergenceKind::Number => "number",
            DivergenceKind::Time => "time",
            DivergenceKind::Name => "name",
            DivergenceKind::Place => "place",
            DivergenceKind::Polarity => "polarity",
            DivergenceKind::Predicate => "predicate",
            DivergenceKind::Quote => "quote",
            DivergenceKind::Attribution => "attribution",
            DivergenceKind::Modality => "modality",
        }
    }

    /// A difference in certainty or in who is named as the source does not make accounts part on the facts.
    pub fn contradicts(self) -> bool {
        !matches!(self, DivergenceKind::Modality | DivergenceKind::Attribution)
    }
}

/// One side of a divergence: the words that say it, and what they are read as.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// Counted from the start of the sentence or mention.
    pub span: Span,
    /// The reading, normalised for people: `12`, `at least 100`, `2026-03-04`, `not`.
    pub value: String,
}

/// What a detector finds in one aligned pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub kind: DivergenceKind,
    pub a: Evidence,
    pub b: Evidence,
    /// What the two readings are about, for people ("people hurt"); empty where unknown.
    pub about: String,
    /// 0 to 1: how sure the rule is.
    pub confidence: f64,
    /// The rule that spoke, in words, for `explain`.
    pub rule: &'static str,
}

/// Where a rule looked and reported nothing, for `explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quiet {
    pub kind: DivergenceKind,
    /// The places on both sides it looked at, counted as in [`Evidence`]; none where there was nothing to look at.
    pub places: Option<(Span, Span)>,
    pub reason: &'static str,
}

/// Two readings of one detail of a claim, with everyone who gives either and the aligned pairs behind it.
///
/// Three outlets that say 12 and two that say 17 are one divergence of two camps, not six of pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Divergence {
    /// Index into [`Analysis::claims`](super::Analysis::claims): the claim in which both readings stand, or, where
    /// their sentences make no common claim, that of the mention that speaks for camp `a`.
    pub claim: usize,
    pub kind: DivergenceKind,
    /// What the two readings are about, as most of its pairs have it; empty where unknown.
    pub about: String,
    /// That of its surest pair.
    pub confidence: f64,
    /// The camp of more outlets.
    pub a: Camp,
    pub b: Camp,
    /// Sorted by place.
    pub pairs: Vec<Pair>,
}

impl Divergence {
    /// Its kind and its two readings, the lower first.
    pub fn readings(&self) -> (DivergenceKind, String, String) {
        let (a, b) = (self.a.value.clone(), self.b.value.clone());
        if a <= b { (self.kind, a, b) } else { (self.kind, b, a) }
    }

    /// Outlets on either side, each once.
    pub fn outlets(&self) -> BTreeSet<usize> {
        self.a.outlets.iter().chain(&self.b.outlets).copied().collect()
    }

    /// The more telling first: contradictions, then what most outlets stand behind, on both sides rather than on
    /// one, then what is surest.
    pub fn by_weight(&self, other: &Self) -> Ordering {
        let standing = |one: &Self| {
            let smaller_side = one.a.outlets.len().min(one.b.outlets.len());
            (!one.kind.contradicts(), Reverse(one.outlets().len()), Reverse(smaller_side))
        };
        standing(self).cmp(&standing(other)).then_with(|| other.confidence.total_cmp(&self.confidence))
    }
}

/// Those who give one of the two readings of a divergence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Camp {
    /// The reading, as in [`Evidence`].
    pub value: String,
    /// Ascending, as the outlets.
    pub mentions: Vec<usize>,
    pub outlets: Vec<usize>,
    /// The mention that speaks for the camp.
    pub mention: usize,
    /// Where that mention gives the reading, counted from its start.
    pub span: Span,
}

/// Two mentions behind a divergence, the one that gives the reading of camp `a` first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    pub a: Stated,
    pub b: Stated,
}

/// A mention, and where it gives a reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stated {
    /// Index into [`Analysis::mentions`](super::Analysis::mentions).
    pub mention: usize,
    pub evidence: Evidence,
}
