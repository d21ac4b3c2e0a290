//! What exporters ask of the graph; every answer in a fixed order.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::{Incoming, Outgoing};

use super::{ClaimGraph, Link, Node};
use crate::model::{Relation, Status};

/// One outlet's part in a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    pub outlet: usize,
    /// Its mentions of the claim, ascending.
    pub mentions: Vec<usize>,
}

/// What two outlets have in common, `a < b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutletPair {
    pub a: usize,
    pub b: usize,
    /// Claims that both state and that do not part these two (they may part others).
    pub shared: usize,
    /// Claims that both state and in which their details part.
    pub divergent: usize,
    /// Claims in which they use the same words, or nearly.
    pub same_words: usize,
}

impl ClaimGraph<'_> {
    /// Claims of several outlets, the most telling first: where accounts part, then what most say.
    pub fn most_telling(&self) -> Vec<usize> {
        let claims = &self.analysis.claims;
        let mut telling: Vec<_> =
            (0..claims.len()).filter(|&claim| claims[claim].status != Status::SingleSource).collect();
        telling.sort_by_key(|&claim| {
            let (divergent, outlets) =
                (claims[claim].status == Status::Divergent, claims[claim].outlets.len());
            (!divergent, usize::MAX - outlets, usize::MAX - claims[claim].divergences.len(), claim)
        });
        telling
    }

    /// Who states a claim, by outlet.
    pub fn voices(&self, claim: usize) -> Vec<Voice> {
        let mut voices: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for mention in self.wordings(claim) {
            voices.entry(self.analysis.mentions[mention].outlet).or_default().push(mention);
        }
        voices.into_iter().map(|(outlet, mentions)| Voice { outlet, mentions }).collect()
    }

    /// The mentions of a claim, ascending.
    pub fn wordings(&self, claim: usize) -> Vec<usize> {
        let around = self.around(Node::Claim(claim), Incoming);
        let mut wordings: Vec<_> = around
            .into_iter()
            .filter_map(|(node, _)| match node {
                Node::Wording(mention) => Some(mention),
                Node::Outlet(_) | Node::Claim(_) => None,
            })
            .collect();
        wordings.sort_unstable();
        wordings
    }

    /// Each outlet's number of mentions, by outlet.
    pub fn mention_counts(&self) -> Vec<usize> {
        (0..self.analysis.outlets.len())
            .map(|outlet| self.around(Node::Outlet(outlet), Outgoing).len())
            .collect()
    }

    /// In how many claims of this status each outlet takes part, by outlet.
    pub fn claim_counts(&self, status: Status) -> Vec<usize> {
        let mut counts = vec![0; self.analysis.outlets.len()];
        for (claim, stated) in self.analysis.claims.iter().enumerate() {
            if stated.status == status {
                self.voices(claim).iter().for_each(|voice| counts[voice.outlet] += 1);
            }
        }
        counts
    }

    /// Every two outlets that state a claim in common.
    pub fn outlet_pairs(&self) -> Vec<OutletPair> {
        let mut pairs: BTreeMap<(usize, usize), OutletPair> = BTreeMap::new();
        for claim in 0..self.analysis.claims.len() {
            let parted = self.parted(claim);
            let same_words = self.same_words(claim);
            let voices = self.voices(claim);
            for (at, first) in voices.iter().enumerate() {
                for second in &voices[at + 1..] {
                    let key = (first.outlet, second.outlet);
                    let pair = pairs.entry(key).or_insert_with(|| OutletPair::new(key));
                    pair.count(parted.contains(&key), same_words.contains(&key));
                }
            }
        }
        pairs.into_values().collect()
    }

    /// Outlets of a claim that use the same words, or nearly: `(a, b)`, `a < b`.
    pub fn same_words(&self, claim: usize) -> BTreeSet<(usize, usize)> {
        self.linked(claim, |link| match link {
            Link::Alignment { relation, .. } => {
                matches!(relation, Relation::Verbatim | Relation::NearVerbatim)
            }
            Link::Says | Link::States | Link::Divergence => false,
        })
    }

    /// Outlets of a claim whose details part: `(a, b)`, `a < b`.
    fn parted(&self, claim: usize) -> BTreeSet<(usize, usize)> {
        self.linked(claim, |link| match link {
            Link::Divergence => true,
            Link::Says | Link::States | Link::Alignment { .. } => false,
        })
    }

    fn linked(&self, claim: usize, wanted: impl Fn(Link) -> bool) -> BTreeSet<(usize, usize)> {
        let outlet_of = |mention: usize| self.analysis.mentions[mention].outlet;
        let mut linked = BTreeSet::new();
        for (a, b, link) in self.inner_links(claim) {
            let (a, b) = (outlet_of(a), outlet_of(b));
            if a != b && wanted(link) {
                linked.insert((a.min(b), a.max(b)));
            }
        }
        linked
    }

    /// The edges between the wordings of one claim.
    fn inner_links(&self, claim: usize) -> Vec<(usize, usize, Link)> {
        let wordings: BTreeSet<_> = self.wordings(claim).into_iter().collect();
        let mut links = Vec::new();
        for &mention in &wordings {
            for (node, link) in self.around(Node::Wording(mention), Outgoing) {
                match node {
                    Node::Wording(other) if wordings.contains(&other) => links.push((mention, other, link)),
                    Node::Wording(_) | Node::Claim(_) | Node::Outlet(_) => {}
                }
            }
        }
        links
    }
}

impl OutletPair {
    fn new((a, b): (usize, usize)) -> Self {
        OutletPair { a, b, shared: 0, divergent: 0, same_words: 0 }
    }

    fn count(&mut self, parted: bool, same_words: bool) {
        match parted {
            true => self.divergent += 1,
            false => self.shared += 1,
        }
        self.same_words += usize::from(same_words);
    }
}
