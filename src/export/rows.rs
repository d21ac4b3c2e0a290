//! The rows of the tables: what every format shows, already in its final figures.
//!
//! Field names are the column names of the tables; `comparison.json` writes these structs as they
//! are. `None` is unknown: an empty cell, `null`, never 0.

use serde::Serialize;

/// The comparison in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    pub outlets: usize,
    pub documents: usize,
    pub mentions: usize,
    pub shared: usize,
    pub divergent: usize,
    pub single_source: usize,
    pub divergences: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct DocumentRow<'a> {
    pub document: &'a str,
    pub outlet: &'a str,
    pub title: Option<&'a str>,
    pub url: Option<&'a str>,
    pub published: Option<&'a str>,
    pub author: Option<&'a str>,
    pub file: &'a str,
    pub line: Option<u64>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ClaimRow<'a> {
    pub claim_id: String,
    pub status: &'static str,
    /// On one line.
    pub claim: String,
    pub outlets: usize,
    pub outlet_names: Vec<&'a str>,
    pub origins: Option<usize>,
    pub mentions: usize,
    pub first_outlet: Option<&'a str>,
    pub first_published: Option<String>,
    pub divergences: usize,
    pub divergence_kinds: Vec<&'static str>,
    pub weakest_link: Option<f64>,
    pub mention_ids: Vec<String>,
    pub divergence_ids: Vec<String>,
    /// The row of `matrix.csv`, without its empty cells.
    pub says: Vec<Says<'a>>,
}

/// What one outlet says of a claim.
#[derive(Clone, Debug, Serialize)]
pub struct Says<'a> {
    #[serde(skip)]
    pub at: usize,
    pub outlet: &'a str,
    /// On one line; several wordings are parted by ` / `.
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct MentionRow<'a> {
    pub mention_id: String,
    pub claim_id: Option<String>,
    pub outlet: &'a str,
    pub document: &'a str,
    pub title: Option<&'a str>,
    pub published: Option<&'a str>,
    pub url: Option<&'a str>,
    pub kind: &'static str,
    /// Outlets, then the sources that it rests on, outermost first.
    pub chain: Vec<String>,
    /// In characters of the document's text, as every place here.
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    /// The innermost source, as one identity within the event.
    pub source: Option<&'a str>,
    pub source_kind: Option<&'static str>,
    /// Where the document names it.
    pub source_start: Option<usize>,
    pub source_end: Option<usize>,
}

#[derive(Clone, Debug, Serialize)]
pub struct AlignmentRow<'a> {
    pub claim_id: Option<String>,
    pub mention_a: String,
    pub outlet_a: &'a str,
    pub mention_b: String,
    pub outlet_b: &'a str,
    pub score: f64,
    pub relation: &'static str,
    /// For the reader to fill in.
    pub verdict: Option<&'static str>,
    pub text_a: &'a str,
    pub text_b: &'a str,
}

#[derive(Clone, Debug, Serialize)]
pub struct DivergenceRow<'a> {
    pub divergence_id: String,
    pub claim_id: String,
    pub kind: &'static str,
    /// Everyone who gives this reading.
    pub outlet_a: Vec<&'a str>,
    pub value_a: &'a str,
    pub outlet_b: Vec<&'a str>,
    pub value_b: &'a str,
    /// The mention that speaks for the reading, and its place in it.
    pub mention_a: String,
    pub start_a: usize,
    pub end_a: usize,
    pub mention_b: String,
    pub start_b: usize,
    pub end_b: usize,
    pub text_a: &'a str,
    pub text_b: &'a str,
    pub pairs: usize,
    /// The pairs themselves; no table has them.
    pub aligned_pairs: Vec<PartingRow<'a>>,
}

/// One aligned pair behind a divergence.
#[derive(Clone, Debug, Serialize)]
pub struct PartingRow<'a> {
    pub mention_a: String,
    pub start_a: usize,
    pub end_a: usize,
    pub value_a: &'a str,
    pub mention_b: String,
    pub start_b: usize,
    pub end_b: usize,
    pub value_b: &'a str,
}

#[derive(Clone, Debug, Serialize)]
pub struct OutletRow<'a> {
    pub outlet: &'a str,
    pub documents: usize,
    pub mentions: usize,
    pub shared: usize,
    pub divergent: usize,
    pub single_source: usize,
    pub copied_from: Option<&'a str>,
    pub copied_share: Option<f64>,
}

/// What two outlets have in common: an edge of `outlets.dot`.
#[derive(Clone, Debug, Serialize)]
pub struct PairRow<'a> {
    #[serde(skip)]
    pub places: (usize, usize),
    pub outlet_a: &'a str,
    pub outlet_b: &'a str,
    pub shared: usize,
    pub divergent: usize,
    pub same_words: usize,
}
