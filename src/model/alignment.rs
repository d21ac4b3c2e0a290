//! A scored link between two mentions, and how close it is.

use super::Finding;

/// How close two sentences are, from the closest down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same words.
    Verbatim,
    /// Lightly edited.
    NearVerbatim,
    /// Other words for the same.
    Paraphrase,
    /// Below the threshold.
    Unrelated,
}

impl Relation {
    pub fn name(self) -> &'static str {
        match self {
            Relation::Verbatim => "verbatim",
            Relation::NearVerbatim => "near-verbatim",
            Relation::Paraphrase => "paraphrase",
            Relation::Unrelated => "unrelated",
        }
    }
}

/// Two mentions of different voices that say the same, or the same with different details.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// Indices into [`Analysis::mentions`](super::Analysis::mentions), `a < b`.
    pub a: usize,
    pub b: usize,
    /// 0 to 1.
    pub score: f64,
    pub relation: Relation,
    /// Where the two part; places counted from each mention's start.
    pub findings: Vec<Finding>,
}
