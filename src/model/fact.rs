//! What a sentence states in a form that can be compared: numbers, times, names, negations.

use super::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    Number,
    Time,
    Name,
    Place,
    Polarity,
    Modality,
}

impl FactKind {
    pub fn name(self) -> &'static str {
        match self {
            FactKind::Number => "number",
            FactKind::Time => "time",
            FactKind::Name => "name",
            FactKind::Place => "place",
            FactKind::Polarity => "polarity",
            FactKind::Modality => "modality",
        }
    }
}

/// One fact, with its place and its reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub kind: FactKind,
    /// Counted from the start of the sentence or mention it was found in.
    pub span: Span,
    /// The reading for people: `12`, `at least 100`, `2026-03-04`, `7:45 p.m.`.
    pub value: String,
    pub reading: Reading,
}

/// The reading for comparing, one form for each kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// To be replaced by the forms of `extract`.
    Text(String),
}
