//! Which pairs are worth scoring: those that share at least one telling word, or near meaning.
//!
//! The score of a pair without one is 0 by definition ([`score::tells`]), so leaving such pairs out loses
//! nothing.

use std::collections::BTreeMap;

use super::{Item, apart};
use crate::score::{self, StemId};

/// An inverted index: telling term → the mentions that hold it, ascending.
pub struct Candidates {
    holders: BTreeMap<StemId, Vec<u32>>,
}

impl Candidates {
    pub fn new(items: &[Item]) -> Self {
        let mut holders: BTreeMap<StemId, Vec<u32>> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            for term in item.profile.terms.iter().filter(|term| score::tells(term)) {
                holders.entry(term.id).or_default().push(index as u32);
            }
        }
        Candidates { holders }
    }

    /// The mentions after `a` that share a telling term with it, ascending.
    pub fn after(&self, a: usize, items: &[Item]) -> Vec<usize> {
        let mut found: Vec<u32> = Vec::new();
        for term in items[a].profile.terms.iter().filter(|term| score::tells(term)) {
            let holders = self.holders.get(&term.id).map_or(&[][..], Vec::as_slice);
            found.extend(&holders[holders.partition_point(|holder| *holder as usize <= a)..]);
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|b| b as usize).filter(|b| apart(&items[a], &items[*b])).collect()
    }
}
