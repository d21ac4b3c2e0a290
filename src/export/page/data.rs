//! The JSON from which the script builds the view of one claim: references by index, each text once.
//!
//! Wordings are not in it: the script reads them from the documents on the page.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::View;
use super::super::escape::json_in_html;
use super::documents::marks;
use super::selection::Selection;
use crate::model::{Camp, Span, Stated, Tie, Timestamp};

/// Ties listed for an origin; the rest are counted.
const TIES: usize = 8;
/// The table that has all of them.
const ORIGINS: &str = "origins.csv";

pub(super) fn json(view: &View, selection: &Selection) -> String {
    json_in_html(&serde_json::to_string(&Data::of(view, selection)).expect("rows are JSON"))
}

#[derive(Serialize)]
struct Data<'v> {
    outlets: Vec<&'v str>,
    /// The date of each document.
    published: Vec<Option<Timestamp>>,
    /// What is on the page, by index.
    claims: BTreeMap<usize, ClaimData<'v>>,
    mentions: BTreeMap<usize, MentionData<'v>>,
    divergences: BTreeMap<usize, DivergenceData<'v>>,
    /// The table with all ties of an origin, if it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    all_ties: Option<&'static str>,
}

#[derive(Serialize)]
struct ClaimData<'v> {
    /// The mention that the others are compared with at first.
    base: usize,
    mentions: &'v [usize],
    divergences: Vec<usize>,
    /// Empty for claims of one outlet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    origins: Vec<OriginData<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weakest: Option<f64>,
}

/// Outlet, document, kind; and its chain of sources without the outlet itself at its head, if any is left.
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
    /// Mention, start and end of the reading in the mention's text, each once; in UTF-16 units, as the script's
    /// strings count.
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
    /// How many ties are not listed.
    more: usize,
}

#[derive(Serialize)]
struct TieData<'v> {
    why: &'v str,
    certainty: &'static str,
    /// The mentions that overlap the evidence.
    places: Vec<usize>,
}

impl<'v> Data<'v> {
    fn of(view: &'v View, selection: &Selection) -> Self {
        let analysis = view.analysis;
        let mut marks = marks(view);
        marks.iter_mut().for_each(|of_one| of_one.retain(|&mention| selection.mention(mention)));
        Data {
            outlets: view.outlets.iter().map(|row| row.outlet).collect(),
            published: view.documents.iter().map(|row| row.published).collect(),
            claims: (0..analysis.claims.len())
                .filter(|&claim| selection.claim(claim))
                .map(|claim| (claim, ClaimData::of(view, claim, &marks)))
                .collect(),
            mentions: (0..analysis.mentions.len())
                .filter(|&mention| selection.mention(mention))
                .map(|mention| (mention, MentionData::of(view, mention)))
                .collect(),
            divergences: (0..analysis.divergences.len())
                .filter(|&at| selection.claim(analysis.divergences[at].claim))
                .map(|at| (at, DivergenceData::of(view, at)))
                .collect(),
            all_ties: Some(ORIGINS).filter(|file| view.written.holds(file)),
        }
    }
}

impl<'v> ClaimData<'v> {
    fn of(view: &'v View, at: usize, marks: &[Vec<usize>]) -> Self {
        let claim = &view.analysis.claims[at];
        let ranked = super::outlet_cells::ranked(view, at);
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
        let own = [view.outlets[mention.outlet].outlet.to_owned()];
        let sources = row.chain.strip_prefix(&own).unwrap_or(&row.chain);
        MentionData(mention.outlet, mention.document, row.kind, Some(sources).filter(|_| row.chain.len() > 1))
    }
}

impl<'v> DivergenceData<'v> {
    fn of(view: &'v View, at: usize) -> Self {
        let found = &view.analysis.divergences[at];
        DivergenceData {
            kind: found.kind.name(),
            about: &found.about,
            a: CampData::of(view, &found.a, found.pairs.iter().map(|pair| &pair.a)),
            b: CampData::of(view, &found.b, found.pairs.iter().map(|pair| &pair.b)),
        }
    }
}

impl<'v> CampData<'v> {
    fn of<'e>(view: &View, camp: &'v Camp, stated: impl Iterator<Item = &'e Stated>) -> Self {
        let places: BTreeSet<(usize, Span)> = stated.map(|one| (one.mention, one.evidence.span)).collect();
        let in_units = |(mention, span): (usize, Span)| {
            let text = view.analysis.text(mention);
            let units = |byte: usize| text[..byte].encode_utf16().count();
            (mention, units(span.start), units(span.end))
        };
        CampData {
            value: &camp.value,
            outlets: &camp.outlets,
            places: places.into_iter().map(in_units).collect(),
        }
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
