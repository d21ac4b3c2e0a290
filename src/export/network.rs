//! The claim graph as a network, for programs that count and lay out: outlets, claims, and who says what.
//!
//! ```text
//!   outlet ──says (weight, relation, reading)── claim
//! ```
//!
//! Every outlet and every claim is there, as in `graph.dot` with `--graph all`: a drawing leaves out what nobody could
//! read, but every degree and centrality of a part would be wrong. And a divergent claim is one node, not one for each
//! wording, or it would count several times: what differs stands on the claim, who gives which reading on the edges.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::palette;
use super::view::{View, one_line, rounded};
use super::wrap::clip;
use crate::graph::Voice;
use crate::model::{Claim, Divergence, Relation, Status};

/// Columns of a claim's label; the whole claim is its attribute `text`.
const LABEL: usize = 60;

/// What an attribute holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Count,
    Score,
    Flag,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'v> {
    Text(Cow<'v, str>),
    Count(usize),
    Score(f64),
    Flag(bool),
}

impl Value<'_> {
    /// As text, for formats that have nothing else.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Count(count) => Cow::Owned(count.to_string()),
            Value::Score(score) => Cow::Owned(score.to_string()),
            Value::Flag(flag) => Cow::Owned(flag.to_string()),
        }
    }
}

/// Attributes by name; what is unknown, or means nothing here, is absent.
pub(super) type Attributes<'v> = Vec<(&'static str, Value<'v>)>;

/// An outlet or a claim.
pub(super) struct Node<'v> {
    pub id: String,
    pub label: String,
    pub colour: &'static str,
    /// A diameter: the area grows with how much meets here.
    pub size: f64,
    pub attributes: Attributes<'v>,
}

/// An outlet states a claim.
pub(super) struct Edge<'v> {
    pub id: usize,
    pub outlet: String,
    pub claim: String,
    /// How many mentions the outlet has of it.
    pub weight: usize,
    pub colour: &'static str,
    pub attributes: Attributes<'v>,
}

/// What a node may have, in the order in which formats declare it.
pub(super) const OF_NODES: &[(&str, Type)] = &[
    ("kind", Type::Text),
    ("status", Type::Text),
    ("text", Type::Text),
    ("outlets", Type::Count),
    ("origins", Type::Count),
    ("origins_least", Type::Count),
    ("origins_most", Type::Count),
    ("documents", Type::Count),
    ("mentions", Type::Count),
    ("divergences", Type::Count),
    ("divergence_kinds", Type::Text),
    ("differs", Type::Text),
    ("weakest_link", Type::Score),
    ("first_outlet", Type::Text),
    ("first_published", Type::Text),
    ("shared", Type::Count),
    ("divergent", Type::Count),
    ("single_source", Type::Count),
    ("agency", Type::Flag),
    ("own_documents", Type::Flag),
];

/// What an edge may have.
pub(super) const OF_EDGES: &[(&str, Type)] = &[
    ("status", Type::Text),
    ("relation", Type::Text),
    ("score", Type::Score),
    ("reading", Type::Text),
    ("shares_text", Type::Text),
];

/// The outlets by name, then the claims, the most telling first.
pub(super) fn nodes<'v>(view: &'v View) -> impl Iterator<Item = Node<'v>> {
    let outlets = (0..view.outlets.len()).map(|at| outlet(view, at));
    outlets.chain((0..view.claims.len()).map(|at| claim(view, at)))
}

/// Claim by claim, its outlets by name.
pub(super) fn edges<'v>(view: &'v View) -> impl Iterator<Item = Edge<'v>> {
    let all = (0..view.claims.len()).flat_map(|claim| says(view, claim));
    all.enumerate().map(|(id, edge)| Edge { id: id + 1, ..edge })
}

fn outlet<'v>(view: &'v View, at: usize) -> Node<'v> {
    let (row, outlet) = (&view.outlets[at], &view.analysis.outlets[at]);
    let claims = row.shared + row.divergent + row.single_source;
    Node {
        id: outlet_id(at),
        label: one_line(row.outlet),
        colour: palette::OUTLET,
        size: size(12.0, 2.0, claims),
        attributes: vec![
            ("kind", text("outlet")),
            ("documents", Value::Count(row.documents)),
            ("mentions", Value::Count(row.mentions)),
            ("shared", Value::Count(row.shared)),
            ("divergent", Value::Count(row.divergent)),
            ("single_source", Value::Count(row.single_source)),
            ("agency", Value::Flag(outlet.agency)),
            ("own_documents", Value::Flag(outlet.present)),
        ],
    }
}

fn claim<'v>(view: &'v View, at: usize) -> Node<'v> {
    let (row, claim) = (&view.claims[at], &view.analysis.claims[at]);
    let mut attributes = vec![
        ("kind", text("claim")),
        ("status", text(row.status)),
        ("text", text(&row.claim)),
        ("outlets", Value::Count(row.outlets)),
        ("origins_least", Value::Count(row.origins_least)),
        ("origins_most", Value::Count(row.origins_most)),
        ("mentions", Value::Count(row.mentions)),
        ("divergences", Value::Count(row.divergences)),
    ];
    attributes.extend(row.origins.map(|origins| ("origins", Value::Count(origins))));
    attributes.extend(row.weakest_link.map(|score| ("weakest_link", Value::Score(score))));
    attributes.extend(row.first_outlet.map(|outlet| ("first_outlet", text(outlet))));
    let first_published = row.first_published.map(|when| when.to_string());
    attributes.extend(first_published.map(|when| ("first_published", Value::Text(when.into()))));
    if !row.divergence_kinds.is_empty() {
        attributes.push(("divergence_kinds", Value::Text(row.divergence_kinds.join("; ").into())));
        attributes.push(("differs", Value::Text(differs(view, claim).into())));
    }
    Node {
        id: row.claim_id.clone(),
        label: clip(&row.claim, LABEL),
        colour: colour(claim.status),
        size: size(4.0, 4.0, row.outlets),
        attributes,
    }
}

fn says<'v>(view: &'v View, at: usize) -> Vec<Edge<'v>> {
    let claim = &view.analysis.claims[at];
    let voices = view.graph.voices(at);
    let outlets: Vec<usize> = voices.iter().map(|voice| voice.outlet).collect();
    let (ties, readings) = (closest(view, claim), readings(view, claim));
    let edge = |(voice, (_, lead)): (&Voice, (usize, Option<String>))| {
        let mut attributes = vec![("status", text(claim.status.name()))];
        if let Some((relation, score)) = ties.get(&voice.outlet) {
            attributes.push(("relation", text(relation.name())));
            attributes.push(("score", Value::Score(rounded(*score))));
        }
        let reading = readings.get(&voice.outlet);
        attributes.extend(reading.map(|readings| ("reading", Value::Text(joined(readings).into()))));
        attributes.extend(lead.map(|lead| ("shares_text", Value::Text(lead.into()))));
        Edge {
            id: 0,
            outlet: outlet_id(voice.outlet),
            claim: view.claims[at].claim_id.clone(),
            weight: voice.mentions.len(),
            colour: colour(claim.status),
            attributes,
        }
    };
    voices.iter().zip(view.leads(at, &outlets)).map(edge).collect()
}

/// How close each outlet's wording comes to another outlet's: the closest relation, the best score.
fn closest(view: &View, claim: &Claim) -> BTreeMap<usize, (Relation, f64)> {
    let mut closest: BTreeMap<usize, (Relation, f64)> = BTreeMap::new();
    let links = claim.alignments.iter().map(|&link| &view.analysis.alignments[link]);
    for link in links.filter(|link| view.analysis.between_outlets(link)) {
        for mention in [link.a, link.b] {
            let outlet = view.analysis.mentions[mention].outlet;
            let best = closest.entry(outlet).or_insert((link.relation, link.score));
            *best = (best.0.min(link.relation), best.1.max(link.score));
        }
    }
    closest
}

/// What each outlet gives where accounts part: `number: 12`.
fn readings(view: &View, claim: &Claim) -> BTreeMap<usize, BTreeSet<String>> {
    let mut readings: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for divergence in divergences(view, claim) {
        for camp in [&divergence.a, &divergence.b] {
            let reading = format!("{}: {}", divergence.kind.name(), one_line(&camp.value));
            for &outlet in &camp.outlets {
                readings.entry(outlet).or_default().insert(reading.clone());
            }
        }
    }
    readings
}

/// `number (people hurt): 12 ≠ 17; name: Holm ≠ Holt`
fn differs(view: &View, claim: &Claim) -> String {
    let one = |divergence: &Divergence| {
        let about = match one_line(&divergence.about) {
            about if about.is_empty() => about,
            about => format!(" ({about})"),
        };
        let [a, b] = [&divergence.a, &divergence.b].map(|camp| one_line(&camp.value));
        format!("{}{about}: {a} ≠ {b}", divergence.kind.name())
    };
    joined(&divergences(view, claim).map(one).collect::<Vec<_>>())
}

fn divergences<'v>(view: &'v View, claim: &'v Claim) -> impl Iterator<Item = &'v Divergence> {
    claim.divergences.iter().map(|&at| &view.analysis.divergences[at])
}

fn joined<'s>(all: impl IntoIterator<Item = &'s String>) -> String {
    all.into_iter().map(String::as_str).collect::<Vec<_>>().join("; ")
}

fn colour(status: Status) -> &'static str {
    match status {
        Status::Shared => palette::SHARED,
        Status::Divergent => palette::DIVERGENT,
        Status::SingleSource => palette::SINGLE,
    }
}

fn size(least: f64, step: f64, count: usize) -> f64 {
    ((least + step * (count as f64).sqrt()) * 10.0).round() / 10.0
}

fn text(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

/// As in `graph.dot`.
fn outlet_id(outlet: usize) -> String {
    format!("o{}", outlet + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_larger_and_nothing_is_still_seen() {
        assert_eq!([0, 1, 4, 9].map(|outlets| size(4.0, 4.0, outlets)), [4.0, 8.0, 12.0, 16.0]);
    }
}
