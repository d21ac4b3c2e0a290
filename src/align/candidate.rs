//! Which pairs are worth scoring: those that share a telling word, in whatever form (see [`score::keys`]).

use std::collections::BTreeMap;

use super::{Item, apart};
use crate::score::{self, Key, Vocabulary};

/// An inverted index: key → the mentions that hold it, ascending.
pub struct Candidates {
    keys: Vec<Vec<Key>>,
    holders: BTreeMap<Key, Vec<u32>>,
}

impl Candidates {
    pub fn new(items: &[Item], vocabulary: &Vocabulary) -> Self {
        let keys: Vec<Vec<Key>> = items.iter().map(|item| score::keys(&item.profile, vocabulary)).collect();
        let mut holders: BTreeMap<Key, Vec<u32>> = BTreeMap::new();
        for (index, keys) in keys.iter().enumerate() {
            keys.iter().for_each(|key| holders.entry(*key).or_default().push(index as u32));
        }
        Candidates { keys, holders }
    }

    /// The mentions after `a` that share a key with it, ascending.
    pub fn after(&self, a: usize, items: &[Item]) -> Vec<usize> {
        let mut found: Vec<u32> = Vec::new();
        for key in &self.keys[a] {
            let holders = self.holders.get(key).map_or(&[][..], Vec::as_slice);
            found.extend(&holders[holders.partition_point(|holder| *holder as usize <= a)..]);
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|b| b as usize).filter(|b| apart(&items[a], &items[*b])).collect()
    }
}
