//! What the script makes the view of one claim from: references by index, each text once.
//!
//! Wordings are not here: they stand in the documents, and the script reads them there.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::View;
use super::super::escape::json_in_html;
use super::documents::marks;
use super::extent::Extent;
use crate::model::{Camp, Span, Tie};

/// Ties told of an origin; the rest are counted.
const TIES: usize = 8;
/// Has all of them.
const ORIGINS: &str = "origins.csv";

pub(super) fn json(view: &View, extent: &Extent) -> String {
    json_in_html(&serde_json::to_string(&Data::of(view, extent)).expect("rows are JSON"))
}

#[derive(Serialize)]
struct Data<'v> {
    outlets: Vec<&'v str>,
    documents: Vec<DocumentData<'v>>,
    /// What is on the page, by index.
    claims: BTreeMap<usize, ClaimData<'v>>,
    mentions: BTreeMap<usize, MentionData<'v>>,
    divergences: BTreeMap<usize, DivergenceData<'v>>,
    /// Where all ties of an origin stand, if anywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    all_ties: Option<&'static str>,
}

#[derive(Serialize)]
struct DocumentData<'v> {
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'v str>,
}

#[derive(Serialize)]
struct ClaimData<'v> {
    /// The wording that the others are set beside at first.
    base: usize,
    mentions: &'v [usize],
    divergences: Vec<usize>,
    /// Of claims of several outlets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    origins: Vec<OriginData<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weakest: Option<f64>,
}

/// Outlet, document, kind; and the chain, only where it is more than the outlet itself.
#[derive(Serialize)]
struct MentionData<'v>(
    usize,
    usize,
    &'static str,
    #[serde(skip_serializing_if = "Option::is_none")] Option<&'v [String]>,
);

#[derive(Serialize)]
struct DivergenceData<'v> {
    kind: &'static str,
    about: &'v str,
    a: CampData<'v>,
    b: CampData<'v>,
}

#[derive(Serialize)]
struct CampData<'v> {
    value: &'v str,
    outlets: &'v [usize],
    /// Mention, start and end of the reading in characters of the mention, each once.
    places: Vec<(usize, usize, usize)>,
}

#[derive(Serialize)]
struct OriginData<'v> {
    id: &'v str,
    name: Option<&'v str>,
    layers: &'v [&'static str],
    certainty: &'static str,
    outlets: &'v [usize],
    ties: Vec<TieData<'v>>,
    /// Ties that are not told here.
    more: usize,
}

#[derive(Serialize)]
struct TieData<'v> {
    why: &'v str,
    certainty: &'static str,
    /// The mentions that stand where the evidence is.
    places: Vec<usize>,
}

impl<'v> Data<'v> {
    fn of(view: &'v View, extent: &Extent) -> Self {
        let analysis = view.analysis;
        let mut marks = marks(view);
        marks.iter_mut().for_each(|of_one| of_one.retain(|&mention| extent.mention(mention)));
        Data {
            outlets: view.outlets.iter().map(|row| row.outlet).collect(),
            documents: view.documents.iter().map(|row| DocumentData { published: row.published }).collect(),
            claims: (0..analysis.claims.len())
                .filter(|&claim| extent.claim(claim))
                .map(|claim| (claim, ClaimData::of(view, claim, &marks)))
                .collect(),
            mentions: (0..analysis.mentions.len())
                .filter(|&mention| extent.mention(mention))
                .map(|mention| (mention, MentionData::of(view, mention)))
                .collect(),
            divergences: (0..analysis.divergences.len())
                .filter(|&at| extent.claim(analysis.divergences[at].claim))
                .map(|at| (at, DivergenceData::of(view, at)))
                .collect(),
            all_ties: Some(ORIGINS).filter(|file| view.written.holds(file)),
        }
    }
}

impl<'v> ClaimData<'v> {
    fn of(view: &'v View, at: usize, marks: &[Vec<usize>]) -> Self {
        let claim = &view.analysis.claims[at];
        let ranked = super::tells::ranked(view, at);
        ClaimData {
            base: ranked
                .first()
                .map_or(claim.representative, |&found| view.analysis.divergences[found].a.mention),
            mentions: &claim.mentions,
            divergences: ranked,
            origins: match claim.outlets.len() > 1 {
                true => claim.origins.iter().map(|&origin| OriginData::of(view, origin, marks)).collect(),
                false => Vec::new(),
            },
            weakest: view.claims[at].weakest_link,
        }
    }
}

impl<'v> MentionData<'v> {
    fn of(view: &'v View, at: usize) -> Self {
        let mention = &view.analysis.mentions[at];
        let row = &view.mentions[at];
        let chain = Some(row.chain.as_slice()).filter(|chain| chain.len() > 1);
        MentionData(mention.outlet, mention.document, row.kind, chain)
    }
}

impl<'v> DivergenceData<'v> {
    fn of(view: &'v View, at: usize) -> Self {
        let (found, row) = (&view.analysis.divergences[at], &view.divergences[at]);
        let (mut a, mut b) = (Vec::new(), Vec::new());
        for (pair, parting) in found.pairs.iter().zip(&row.aligned_pairs) {
            let (mention_a, mention_b) = (pair.a.mention, pair.b.mention);
            a.push(place(view, mention_a, parting.start_a, parting.end_a));
            b.push(place(view, mention_b, parting.start_b, parting.end_b));
        }
        DivergenceData {
            kind: row.kind,
            about: &found.about,
            a: CampData::of(&found.a, a),
            b: CampData::of(&found.b, b),
        }
    }
}

/// A place in the document, counted from the start of the mention instead.
fn place(view: &View, mention: usize, start: usize, end: usize) -> (usize, usize, usize) {
    let before = view.mentions[mention].start;
    (mention, start - before, end - before)
}

impl<'v> CampData<'v> {
    fn of(camp: &'v Camp, mut places: Vec<(usize, usize, usize)>) -> Self {
        places.sort_unstable();
        places.dedup();
        CampData { value: &camp.value, outlets: &camp.outlets, places }
    }
}

impl<'v> OriginData<'v> {
    fn of(view: &'v View, at: usize, marks: &[Vec<usize>]) -> Self {
        let (origin, row) = (&view.analysis.origins[at], &view.origins[at]);
        let ties = origin.ties.iter().chain(&origin.open);
        OriginData {
            id: &row.origin_id,
            name: row.origin,
            layers: &row.layers,
            certainty: row.certainty,
            outlets: &origin.outlets,
            ties: ties.clone().take(TIES).map(|tie| TieData::of(view, tie, marks)).collect(),
            more: ties.count().saturating_sub(TIES),
        }
    }
}

impl<'v> TieData<'v> {
    fn of(view: &View, tie: &'v Tie, marks: &[Vec<usize>]) -> Self {
        let mention = |&(document, span): &(usize, Span)| {
            let reaches = |&&mention: &&usize| view.analysis.mentions[mention].span.overlaps(span);
            marks[document].iter().find(reaches).copied()
        };
        let mut places: Vec<usize> = tie.places.iter().filter_map(mention).collect();
        places.sort_unstable();
        places.dedup();
        TieData { why: &tie.why, certainty: tie.sureness.name(), places }
    }
}
