//! The rows of the tables: what every format shows, already in its final figures.
//!
//! Field names are the column names of the tables; `comparison.json` writes these structs as they
//! are. `None` is unknown: an empty cell, `null`, never 0.

use serde::{Deserialize, Serialize};

use crate::model::Timestamp;

/// The comparison in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    pub published: Option<Timestamp>,
    pub author: Option<&'a str>,
    /// ISO 639, told from the text or named by the input.
    pub language: Option<&'a str>,
    /// Words of the whole text.
    pub words: usize,
    /// Earlier versions of the same article, which it stands for.
    pub earlier: Vec<String>,
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
    pub first_published: Option<Timestamp>,
    pub divergences: usize,
    pub divergence_kinds: Vec<&'static str>,
    pub weakest_link: Option<f64>,
    /// Origins when shared text counts once, and when one publisher counts once, too; `None` where we cannot tell.
    pub after_copies: Option<usize>,
    pub after_publishers: Option<usize>,
    /// The fewest and the most origins that the texts allow.
    pub origins_least: usize,
    pub origins_most: usize,
    /// Whom its mentions name as their sources.
    pub sources: Vec<&'a str>,
    pub mention_ids: Vec<String>,
    pub origin_ids: Vec<String>,
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
    pub published: Option<Timestamp>,
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
    /// Whose text it has, where the direction is known; agencies that it credits, too.
    pub copied_from: Vec<&'a str>,
    /// The share of its words that it has from them; `None` where it shares text and who has it from whom is unknown.
    pub copied_share: Option<f64>,
    /// With whom it shares text, whoever has it from whom.
    pub shares_text_with: Vec<&'a str>,
    pub shared_share: Option<f64>,
}

/// An independent root of a claim.
#[derive(Clone, Debug, Serialize)]
pub struct OriginRow<'a> {
    pub origin_id: String,
    pub claim_id: String,
    /// Who or what stands behind these outlets; `None` where it has no name.
    pub origin: Option<&'a str>,
    pub layers: Vec<&'static str>,
    pub outlets: usize,
    pub outlet_names: Vec<&'a str>,
    pub mentions: Vec<String>,
    pub certainty: &'static str,
    /// Whom its mentions name as their sources.
    pub sources: Vec<&'a str>,
    pub ties: Vec<TieRow<'a>>,
    /// What may tie it to another origin of the claim.
    pub open: Vec<TieRow<'a>>,
}

/// Why two outlets are one origin.
#[derive(Clone, Debug, Serialize)]
pub struct TieRow<'a> {
    pub layer: &'static str,
    pub outlet_a: &'a str,
    pub outlet_b: &'a str,
    pub certainty: &'static str,
    pub why: &'a str,
    pub places: Vec<PlaceRow<'a>>,
}

/// A place in a document.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceRow<'a> {
    pub document: &'a str,
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
}

/// A stretch of text that two documents share.
#[derive(Clone, Debug, Serialize)]
pub struct CopyRow<'a> {
    pub copy_id: String,
    /// `text`, or `quotation` and `short`, which are no evidence by themselves.
    pub kind: &'static str,
    pub outlet_a: &'a str,
    pub document_a: &'a str,
    pub outlet_b: &'a str,
    pub document_b: &'a str,
    /// Words that are the same on both sides, and their share of the longer side's.
    pub words: usize,
    pub kept: f64,
    /// The share of each document's words that stands in text shared with the other.
    pub share_a: f64,
    pub share_b: f64,
    /// `b from a`, `a from b`, `unknown`; empty where the passage is no evidence.
    pub direction: Option<&'static str>,
    pub basis: Option<&'static str>,
    pub start_a: usize,
    pub end_a: usize,
    pub start_b: usize,
    pub end_b: usize,
    pub text_a: &'a str,
    pub text_b: &'a str,
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
    /// Share text, in any of their documents.
    pub share_text: bool,
    /// Who has it from whom: `b from a`, `a from b`, `unknown`.
    pub text_direction: Option<&'static str>,
}
