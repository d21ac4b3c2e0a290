//! Who stands on which side of a divergent claim.
//!
//! ```text
//!   Gazette: 12 hurt ─┐            ┌─ Post: 17 hurt          [12] Gazette
//!                     ├─ 12 ≠ 17 ──┤                  ──►    [17] Post, Radio
//!   Ledger: were hurt ┘ (no value) └─ Radio: 17 hurt         [  ] Ledger
//! ```
//!
//! Each divergence has two camps; in a claim with several, a mention stands in a camp of each. Mentions
//! with the same readings form one side; a mention that was read in fewer places joins the one side that
//! has all its readings, where there is exactly one. Grouping by closeness of words instead would put 12
//! and 17 side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::ClaimGraph;
use crate::model::{Camp, Divergence, DivergenceKind};

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

/// How two sides part: indices into the list of sides, `a < b`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    pub a: usize,
    pub b: usize,
    /// Indices into [`Analysis::divergences`](crate::model::Analysis::divergences), ascending.
    pub divergences: Vec<usize>,
}

type Readings = BTreeSet<(DivergenceKind, String)>;

impl ClaimGraph<'_> {
    /// The sides of a claim, by their first mention; those without readings last.
    pub fn sides(&self, claim: usize) -> Vec<Side> {
        let mut sides: Vec<_> = self.united(claim).into_iter().map(|(r, m)| self.side(r, m)).collect();
        let taken: BTreeSet<usize> = sides.iter().flat_map(|side| side.outlets.clone()).collect();
        sides.extend(self.bystanders(claim, &taken));
        sides.sort_by_key(|side| (side.readings.is_empty(), side.mentions.first().copied()));
        sides
    }

    /// How the sides part, by their places in `sides`.
    pub fn contrasts(&self, claim: usize, sides: &[Side]) -> Vec<Contrast> {
        let mut contrasts: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (at, divergence) in self.divergences(claim) {
            for (a, b) in apart(divergence, sides) {
                contrasts.entry((a, b)).or_default().push(at);
            }
        }
        let contrast = |((a, b), divergences)| Contrast { a, b, divergences };
        contrasts.into_iter().map(contrast).collect()
    }

    fn divergences(&self, claim: usize) -> impl Iterator<Item = (usize, &Divergence)> {
        let indices = self.analysis.claims[claim].divergences.iter();
        indices.map(|&at| (at, &self.analysis.divergences[at]))
    }

    /// Readings → mentions, after those with fewer readings have joined those with more.
    fn united(&self, claim: usize) -> Vec<(Readings, Vec<usize>)> {
        let mut by_readings: BTreeMap<Readings, Vec<usize>> = BTreeMap::new();
        for (mention, readings) in self.readings(claim) {
            by_readings.entry(readings).or_default().push(mention);
        }
        let mut groups: Vec<_> = by_readings.into_iter().collect();
        groups.sort_by_key(|(readings, mentions)| (usize::MAX - readings.len(), mentions.clone()));
        let mut kept: Vec<(Readings, Vec<usize>)> = Vec::new();
        for (readings, mentions) in groups {
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
        for (_, divergence) in self.divergences(claim) {
            for camp in [&divergence.a, &divergence.b] {
                for &mention in &camp.mentions {
                    readings.entry(mention).or_default().insert((divergence.kind, camp.value.clone()));
                }
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

/// The sides that a divergence parts, the earlier first, each two of them once; a side that holds both camps does not
/// part from itself.
fn apart(divergence: &Divergence, sides: &[Side]) -> BTreeSet<(usize, usize)> {
    let holding = |camp: &Camp| -> Vec<usize> {
        let holds = |side: &Side| side.mentions.iter().any(|mention| camp.mentions.contains(mention));
        (0..sides.len()).filter(|&at| holds(&sides[at])).collect()
    };
    let (a, b) = (holding(&divergence.a), holding(&divergence.b));
    let pairs = a.iter().flat_map(|&x| b.iter().map(move |&y| (x.min(y), x.max(y))));
    pairs.filter(|(x, y)| x != y).collect()
}
