//! Where two accounts part.

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

/// A finding as part of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Divergence {
    /// Index into [`Analysis::claims`](super::Analysis::claims).
    pub claim: usize,
    /// Index into [`Analysis::alignments`](super::Analysis::alignments): the pair it was found in.
    pub alignment: usize,
    /// Index into that alignment's findings.
    pub finding: usize,
}
