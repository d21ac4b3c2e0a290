//! Stems as small numbers, with what is known about each: built once a run, read by every thread.

use std::collections::HashMap;

use crate::lexicon::{frequency, near};

/// An interned stem.
pub type StemId = u32;

/// What a stem brings to a score.
#[derive(Clone, Debug)]
pub struct Entry {
    pub text: String,
    /// Background rarity in nats.
    pub background: f64,
    /// Near-meaning sets it belongs to.
    pub near: &'static [u32],
    /// In how many units (sentences) of this run it occurs.
    pub units: u32,
}

/// All stems of a run.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<String, StemId>,
    entries: Vec<Entry>,
}

impl Vocabulary {
    /// The number of a stem, given on first sight.
    pub fn intern(&mut self, stem: &str) -> StemId {
        if let Some(id) = self.ids.get(stem) {
            return *id;
        }
        let id = self.entries.len() as StemId;
        let entry = Entry {
            text: stem.to_owned(),
            background: frequency::weight(stem),
            near: near::sets(stem),
            units: 0,
        };
        self.entries.push(entry);
        self.ids.insert(stem.to_owned(), id);
        id
    }

    pub fn entry(&self, id: StemId) -> &Entry {
        &self.entries[id as usize]
    }

    /// Notes that one more unit holds these distinct stems.
    pub fn count_unit(&mut self, distinct: &[StemId]) {
        distinct.iter().for_each(|id| self.entries[*id as usize].units += 1);
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
