//! Who stands on which side of a divergent claim.
//!
//! ```text
//!   Gazette: 12 hurt ─┐            ┌─ Post: 17 hurt          [12] Gazette
//!                     ├─ 12 ≠ 17 ──┤                  ──►    [17] Post, Radio
//!   Ledger: were hurt ┘ (no value) └─ Radio: 17 hurt         [  ] Ledger
//! ```
//!
//! Findings are made pair by pair; a reader wants camps. Mentions with the same readings form one
//! side; a mention that was read in fewer places joins the one side that has all its readings, where
//! there is exactly one. Grouping by closeness of words instead would put 12 and 17 side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::{ClaimGraph, Link};
use crate::model::DivergenceKind;

/// One side: the mentions that agree on the readings that part the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Ascending.
    pub mentions: Vec<usize>,
    /// Ascending.
    pub outlets: Vec<usize>,
    /// The readings of this side; empty for those that were not found to differ from anyone.
    pub readings: BTreeSet<(DivergenceKind, String)>,
}

/// One difference in detail.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    pub kind: DivergenceKind,
    pub a: String,
    pub b: String,
    pub about: String,
}

/// How two sides part: indices into the list of sides, `a < b`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    pub a: usize,
    pub b: usize,
    pub differences: Vec<Difference>,
}

type Readings = BTreeSet<(DivergenceKind, String)>;

impl ClaimGraph<'_> {
    /// The sides of a claim, by their first mention; those without readings last.
    pub fn sides(&self, claim: usize) -> Vec<Side> {
        let mut sides: Vec<_> = self.camps(claim).into_iter().map(|(r, m)| self.side(r, m)).collect();
        let taken: BTreeSet<usize> = sides.iter().flat_map(|side| side.outlets.clone()).collect();
        sides.extend(self.bystanders(claim, &taken));
        sides.sort_by_key(|side| (side.readings.is_empty(), side.mentions.first().copied()));
        sides
    }

    /// How the sides part, by their places in `sides`.
    pub fn contrasts(&self, claim: usize, sides: &[Side]) -> Vec<Contrast> {
        let places =
            sides.iter().enumerate().flat_map(|(at, side)| side.mentions.iter().map(move |&m| (m, at)));
        let side_of: BTreeMap<usize, usize> = places.collect();
        let mut contrasts: BTreeMap<(usize, usize), BTreeSet<Difference>> = BTreeMap::new();
        for (a, b, link) in self.inner_links(claim) {
            let Some(difference) = difference(link) else { continue };
            match (side_of.get(&a).copied(), side_of.get(&b).copied()) {
                (Some(a), Some(b)) if a < b => {
                    contrasts.entry((a, b)).or_default().insert(difference);
                }
                (Some(a), Some(b)) if a > b => {
                    contrasts.entry((b, a)).or_default().insert(difference.swapped());
                }
                _ => {}
            }
        }
        let contrast = |((a, b), found): ((usize, usize), BTreeSet<Difference>)| Contrast {
            a,
            b,
            differences: found.into_iter().collect(),
        };
        contrasts.into_iter().map(contrast).collect()
    }

    /// Readings → mentions, after the smaller camps have joined.
    fn camps(&self, claim: usize) -> Vec<(Readings, Vec<usize>)> {
        let mut by_readings: BTreeMap<Readings, Vec<usize>> = BTreeMap::new();
        for (mention, readings) in self.readings(claim) {
            by_readings.entry(readings).or_default().push(mention);
        }
        let mut camps: Vec<_> = by_readings.into_iter().collect();
        camps.sort_by_key(|(readings, mentions)| (usize::MAX - readings.len(), mentions.clone()));
        let mut kept: Vec<(Readings, Vec<usize>)> = Vec::new();
        for (readings, mentions) in camps {
            let mut hosts = kept.iter_mut().filter(|(host, _)| host.is_superset(&readings));
            match (hosts.next(), hosts.next()) {
                (Some((_, host)), None) => host.extend(mentions),
                _ => kept.push((readings, mentions)),
            }
        }
        kept
    }

    /// What each mention was read as, wherever it parts from another.
    fn readings(&self, claim: usize) -> BTreeMap<usize, Readings> {
        let mut readings: BTreeMap<usize, Readings> = BTreeMap::new();
        for (a, b, link) in self.inner_links(claim) {
            if let Some(difference) = difference(link) {
                readings.entry(a).or_default().insert((difference.kind, difference.a));
                readings.entry(b).or_default().insert((difference.kind, difference.b));
            }
        }
        readings
    }

    /// Outlets that state the claim and were not found to differ from anyone.
    fn bystanders(&self, claim: usize, taken: &BTreeSet<usize>) -> Option<Side> {
        let voices = self.voices(claim).into_iter().filter(|voice| !taken.contains(&voice.outlet));
        let mentions: Vec<_> = voices.flat_map(|voice| voice.mentions).collect();
        (!mentions.is_empty()).then(|| self.side(Readings::new(), mentions))
    }

    fn side(&self, readings: Readings, mut mentions: Vec<usize>) -> Side {
        mentions.sort_unstable();
        let outlets: BTreeSet<_> = mentions.iter().map(|&m| self.analysis.mentions[m].outlet).collect();
        Side { mentions, outlets: outlets.into_iter().collect(), readings }
    }
}

impl Difference {
    fn swapped(self) -> Self {
        Difference { a: self.b, b: self.a, ..self }
    }
}

fn difference(link: Link) -> Option<Difference> {
    match link {
        Link::Divergence { kind, a, b, about } => {
            Some(Difference { kind, a: a.to_owned(), b: b.to_owned(), about: about.to_owned() })
        }
        Link::Says | Link::States | Link::Alignment { .. } => None,
    }
}
