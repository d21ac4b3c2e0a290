//! A set of aligned mentions.

use super::OriginCount;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Several outlets say it, and no detail parts them.
    Shared,
    /// Several outlets say it, but details part.
    Divergent,
    /// One outlet says it.
    SingleSource,
}

impl Status {
    pub fn name(self) -> &'static str {
        match self {
            Status::Shared => "shared",
            Status::Divergent => "divergent",
            Status::SingleSource => "single-source",
        }
    }
}

/// What one or several outlets say, with the links that make it one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub status: Status,
    /// Indices of its mentions, ascending.
    pub mentions: Vec<usize>,
    /// The mention that speaks for the claim in tables and graphs.
    pub representative: usize,
    /// Indices into [`Analysis::alignments`](super::Analysis::alignments), ascending.
    pub alignments: Vec<usize>,
    /// Indices into [`Analysis::divergences`](super::Analysis::divergences), ascending.
    pub divergences: Vec<usize>,
    /// Outlets that say it, ascending.
    pub outlets: Vec<usize>,
    /// How many independent origins stand behind it.
    pub count: OriginCount,
    /// Indices into [`Analysis::origins`](super::Analysis::origins), ascending.
    pub origins: Vec<usize>,
    /// The lowest score of its alignments; `None` without any.
    pub weakest_link: Option<f64>,
}
