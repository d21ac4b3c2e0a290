//! Findings of pairs → divergences of claims.
//!
//! ```text
//!   Gazette  12 ─┐
//!   Ledger   12 ─┼─ 6 pairs ─┬─ 17 Post          12: Gazette, Ledger, Sentinel
//!   Sentinel 12 ─┘           └─ 17 Radio   ──►   17: Post, Radio
//! ```
//!
//! Findings are made pair by pair, and which mention of a pair comes first is chance. The findings of one claim that
//! are of one kind and give the same two readings are one divergence. What they are about does not part them: the same
//! count is of "people hurt" in one pair and of nothing that can be named in the next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Analysis, Camp, Divergence, DivergenceKind, Evidence, Finding, MentionKind, Pair};

/// Fills in the divergences, in the order of the claims, and tells each claim which are its own.
pub fn settle(analysis: &mut Analysis) {
    let mut all = Vec::new();
    for claim in 0..analysis.claims.len() {
        let found = of_claim(analysis, claim);
        analysis.claims[claim].divergences = (all.len()..all.len() + found.len()).collect();
        all.extend(found);
    }
    analysis.divergences = all;
}

/// The most telling first; those that tell as much stay in the order of kinds and values.
fn of_claim(analysis: &Analysis, claim: usize) -> Vec<Divergence> {
    let groups = groups(analysis, &analysis.claims[claim].alignments);
    let one = |((kind, ..), pairs): (Key, Vec<Pair>)| divergence(analysis, claim, kind, pairs);
    let mut divergences: Vec<_> = groups.into_iter().map(one).collect();
    divergences.sort_by(Divergence::by_weight);
    divergences
}

/// A kind and two readings, the lower first.
type Key<'a> = (DivergenceKind, &'a str, &'a str);

/// Pairs of two outlets that part alike, turned so that the lower reading comes first.
fn groups<'a>(analysis: &'a Analysis, alignments: &[usize]) -> BTreeMap<Key<'a>, Vec<Pair>> {
    let mut groups: BTreeMap<Key, Vec<Pair>> = BTreeMap::new();
    for &alignment in alignments {
        let link = &analysis.alignments[alignment];
        let findings = if analysis.between_outlets(link) { link.findings.as_slice() } else { &[] };
        for (finding, found) in findings.iter().enumerate() {
            let (key, swapped) = key(found);
            groups.entry(key).or_default().push(Pair { alignment, finding, swapped });
        }
    }
    groups
}

/// The key of a finding, and whether its readings had to be turned for it.
fn key(found: &Finding) -> (Key<'_>, bool) {
    let (a, b) = (found.a.value.as_str(), found.b.value.as_str());
    if a <= b { ((found.kind, a, b), false) } else { ((found.kind, b, a), true) }
}

fn divergence(analysis: &Analysis, claim: usize, kind: DivergenceKind, mut pairs: Vec<Pair>) -> Divergence {
    let [mut a, mut b] = [0, 1].map(|end| camp(analysis, pairs.iter().map(|&pair| analysis.ends(pair)[end])));
    if standing(&b) < standing(&a) {
        std::mem::swap(&mut a, &mut b);
        pairs.iter_mut().for_each(|pair| pair.swapped = !pair.swapped);
    }
    let findings: Vec<_> =
        pairs.iter().map(|pair| &analysis.alignments[pair.alignment].findings[pair.finding]).collect();
    let confidence = findings.iter().map(|found| found.confidence).fold(0.0, f64::max);
    Divergence { claim, kind, about: about(&findings), confidence, a, b, pairs }
}

/// More outlets first, then by value, then by place.
fn standing(camp: &Camp) -> (Reverse<usize>, &str, &[usize]) {
    (Reverse(camp.outlets.len()), &camp.value, &camp.mentions)
}

/// A sentence speaks for the camp before a headline, which may be rewritten by others than its author; then the first.
fn camp<'a>(analysis: &Analysis, ends: impl Iterator<Item = (usize, &'a Evidence)>) -> Camp {
    let headline = |mention: usize| analysis.mentions[mention].kind == MentionKind::Headline;
    let places: BTreeSet<_> = ends.map(|(mention, said)| (headline(mention), mention, said)).collect();
    let &(_, mention, said) = places.first().expect("a group has a pair");
    let mentions: BTreeSet<usize> = places.iter().map(|&(_, mention, _)| mention).collect();
    let outlets: BTreeSet<usize> =
        mentions.iter().map(|&mention| analysis.mentions[mention].outlet).collect();
    Camp {
        value: said.value.clone(),
        mentions: mentions.into_iter().collect(),
        outlets: outlets.into_iter().collect(),
        mention,
        span: said.span,
    }
}

/// What most of those say that say anything; of equals the first in the alphabet.
fn about(findings: &[&Finding]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in findings.iter().filter(|found| !found.about.is_empty()) {
        *counts.entry(&found.about).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|&(about, count)| (count, Reverse(about)));
    most.map(|(about, _)| about.to_owned()).unwrap_or_default()
}
