//! What stands behind claims: origins, shared text, and how much of it each outlet has.

use std::collections::{BTreeMap, BTreeSet};

use super::super::rows::*;
use super::{Maker, View, claim_id, mention_id, rounded};
use crate::model::{Copy, Direction, Layer, PassageKind, SharedPassage, Span, Tie};

pub(super) fn origin_id(origin: usize) -> String {
    format!("O{}", origin + 1)
}

/// Where nothing ties an outlet to another.
const OWN: &str = "own";
/// Nothing was found: no proof that there is nothing.
const NO_TIE: &str = "no tie found";

impl<'a> Maker<'a, '_> {
    pub(super) fn origin(&self, at: usize) -> OriginRow<'a> {
        let origin = &self.analysis.origins[at];
        let mut layers: Vec<&str> = origin.layers().into_iter().map(|layer| layer.name()).collect();
        if layers.is_empty() {
            layers.push(OWN);
        }
        OriginRow {
            origin_id: origin_id(at),
            claim_id: claim_id(origin.claim),
            origin: origin.name.as_deref(),
            layers,
            outlets: origin.outlets.len(),
            outlet_names: self.names(&origin.outlets),
            mentions: origin.mentions.iter().map(|&mention| mention_id(mention)).collect(),
            certainty: origin.sureness().map_or(NO_TIE, |sureness| sureness.name()),
            sources: self.sources(&origin.mentions),
            ties: origin.ties.iter().map(|tie| self.tie(tie)).collect(),
            open: origin.open.iter().map(|tie| self.tie(tie)).collect(),
        }
    }

    /// The sources of these mentions, by name, each once.
    pub(super) fn sources(&self, mentions: &[usize]) -> Vec<&'a str> {
        let sayings = mentions.iter().flat_map(|&mention| &self.analysis.mentions[mention].said);
        let sources: BTreeSet<usize> =
            sayings.filter_map(|&saying| self.analysis.sayings[saying].source).collect();
        sources.into_iter().map(|source| self.analysis.sources[source].name.as_str()).collect()
    }

    fn tie(&self, tie: &'a Tie) -> TieRow<'a> {
        TieRow {
            layer: tie.layer.name(),
            outlet_a: self.name(tie.a),
            outlet_b: self.name(tie.b),
            certainty: tie.sureness.name(),
            why: &tie.why,
            places: tie.places.iter().map(|&(document, span)| self.place_row(document, span)).collect(),
        }
    }

    fn place_row(&self, document: usize, span: Span) -> PlaceRow<'a> {
        let (start, end) = self.offsets[document].span(span);
        let of = &self.analysis.documents[document];
        PlaceRow { document: &of.id, start, end, text: span.of(&of.text) }
    }

    pub(super) fn copies(&self) -> Vec<CopyRow<'a>> {
        let all = self.analysis.copies.iter();
        let passages = all.flat_map(|copy| copy.passages.iter().map(move |passage| (copy, passage)));
        passages.enumerate().map(|(at, (copy, passage))| self.copy(at, copy, passage)).collect()
    }

    fn copy(&self, at: usize, copy: &Copy, passage: &SharedPassage) -> CopyRow<'a> {
        let [a, b] =
            [(copy.a, passage.a), (copy.b, passage.b)].map(|(end, span)| self.place_row(end.document, span));
        let is_text = passage.kind == PassageKind::Text;
        CopyRow {
            copy_id: format!("T{}", at + 1),
            kind: passage.kind.name(),
            outlet_a: self.name(copy.a.outlet),
            document_a: a.document,
            outlet_b: self.name(copy.b.outlet),
            document_b: b.document,
            words: passage.words,
            kept: rounded(passage.kept),
            share_a: rounded(copy.a.share()),
            share_b: rounded(copy.b.share()),
            direction: is_text.then(|| direction(copy.direction)),
            basis: is_text.then_some(copy.basis),
            start_a: a.start,
            end_a: a.end,
            start_b: b.start,
            end_b: b.end,
            text_a: a.text,
            text_b: b.text,
        }
    }

    /// Outlets whose text it has, then agencies that are in none of the documents but credited in its own.
    pub(super) fn copied_from(&self, outlet: usize) -> Vec<&'a str> {
        let own = self.name(outlet);
        let mut from: Vec<&str> = self
            .reuse(outlet)
            .into_iter()
            .flat_map(|reuse| &reuse.from)
            .map(|&from| self.name(from))
            .collect();
        let credits = self.analysis.credits.iter().filter(|credit| credit.whole);
        for credit in credits.filter(|credit| self.analysis.documents[credit.document].outlet == own) {
            let present = self.analysis.outlets.iter().any(|o| o.present && o.name == credit.agency);
            if !present && !from.contains(&credit.agency.as_str()) {
                from.push(&credit.agency);
            }
        }
        from
    }

    /// Unknown where it shares text and direction is open, or where the agency it credits is not at hand.
    pub(super) fn copied_share(&self, outlet: usize) -> Option<f64> {
        let reuse = self.reuse(outlet).filter(|reuse| reuse.words > 0)?;
        let open = !reuse.with.is_empty() && reuse.from.is_empty() && !self.is_source(outlet);
        let credited = self.copied_from(outlet).len() > reuse.from.len();
        (!open && !credited).then(|| rounded(reuse.taken as f64 / reuse.words as f64))
    }

    /// Others have the text it shares from it.
    fn is_source(&self, outlet: usize) -> bool {
        let reuse = &self.analysis.reuse;
        reuse[outlet].with.iter().all(|&other| reuse[other].from.contains(&outlet))
    }

    pub(super) fn shares_text_with(&self, outlet: usize) -> Vec<&'a str> {
        self.reuse(outlet).into_iter().flat_map(|reuse| &reuse.with).map(|&with| self.name(with)).collect()
    }

    pub(super) fn shared_share(&self, outlet: usize) -> Option<f64> {
        let reuse = self.reuse(outlet).filter(|reuse| reuse.words > 0)?;
        Some(rounded(reuse.shared as f64 / reuse.words as f64))
    }

    /// How two outlets share text, where they do: the direction that all their copies agree on.
    pub(super) fn share_text(&self, a: usize, b: usize) -> Option<&'static str> {
        let copies = self.analysis.copies.iter().filter(|copy| copy.a.shared > 0);
        let mut directions = copies.filter_map(|copy| match (copy.a.outlet, copy.b.outlet) {
            ends if ends == (a, b) => Some(copy.direction),
            ends if ends == (b, a) => Some(turned(copy.direction)),
            _ => None,
        });
        let first = directions.next()?;
        Some(direction(if directions.all(|other| other == first) { first } else { Direction::Unknown }))
    }

    /// None for outlets that nothing here is the text of.
    fn reuse(&self, outlet: usize) -> Option<&'a crate::model::Reuse> {
        self.analysis.reuse.get(outlet).filter(|_| self.analysis.outlets[outlet].present)
    }
}

impl View<'_> {
    /// Which of these outlets state the claim in text that they share with another, and whose text that is.
    pub fn leads(&self, claim: usize, outlets: &[usize]) -> Vec<(usize, Option<String>)> {
        let name = |outlet: usize| self.outlets[outlet].outlet;
        let origins = &self.analysis.claims[claim].origins;
        let ties = origins.iter().flat_map(|&origin| &self.analysis.origins[origin].ties);
        let mut lead_of: BTreeMap<usize, String> = BTreeMap::new();
        for tie in ties.filter(|tie| tie.layer == Layer::Text) {
            let (a, b) = (name(tie.a), name(tie.b));
            match tie.root.as_deref() {
                Some(root) if root == b => drop(lead_of.insert(tie.a, format!("text of {b}"))),
                Some(root) => drop(lead_of.insert(tie.b, format!("text of {root}"))),
                // Who has it from whom is not known: neither may pass for the one who wrote it.
                None => {
                    lead_of.entry(tie.a).or_insert_with(|| format!("shares text with {b}"));
                    lead_of.entry(tie.b).or_insert_with(|| format!("shares text with {a}"));
                }
            }
        }
        outlets.iter().map(|&outlet| (outlet, lead_of.get(&outlet).cloned())).collect()
    }
}

fn turned(direction: Direction) -> Direction {
    match direction {
        Direction::FromA => Direction::FromB,
        Direction::FromB => Direction::FromA,
        Direction::Unknown => Direction::Unknown,
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::FromA => "b from a",
        Direction::FromB => "a from b",
        Direction::Unknown => "unknown",
    }
}
