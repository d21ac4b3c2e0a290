//! Stems as small numbers, with what is known about each: built once a run, read by every thread.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::ngrams;
use crate::lexicon::vectors::Vector;
use crate::lexicon::{frequency, near, vectors};
use crate::text::hash::fnv1a;

/// An interned stem.
pub type StemId = u32;

/// What a stem brings to a score.
#[derive(Clone, Debug)]
pub struct Entry {
    pub text: String,
    /// Background rarity in nats.
    pub background: f64,
    /// What it weighs in this comparison: its rarity, until [`Vocabulary::weigh`].
    pub weight: f64,
    /// Near-meaning sets it belongs to.
    pub near: &'static [u32],
    /// The company it keeps.
    pub vector: Option<&'static Vector>,
    /// Of its text: a compound is looked up by it.
    pub hash: u64,
    /// Its runs of three letters, sorted.
    pub grams: Vec<u32>,
    /// A bit for each of them; several may have one bit.
    pub letters: u64,
    /// In how many units (sentences) of this run it occurs.
    pub units: u32,
}

/// All stems of a run.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Without knowledge of near meanings: words are the same, spelt alike, or not.
    bare: bool,
    ids: HashMap<String, StemId, RandomState>,
    entries: Vec<Entry>,
    hashes: HashSet<u64, RandomState>,
}

impl Vocabulary {
    /// One that knows no near meanings: to see what they are worth.
    pub fn bare() -> Self {
        Vocabulary { bare: true, ..Vocabulary::default() }
    }

    pub fn is_bare(&self) -> bool {
        self.bare
    }

    /// The number of a stem, given on first sight.
    pub fn intern(&mut self, stem: &str) -> StemId {
        if let Some(id) = self.ids.get(stem) {
            return *id;
        }
        let id = self.entries.len() as StemId;
        let grams = ngrams::of_words([stem].into_iter(), 3);
        let background = frequency::weight(stem);
        let entry = Entry {
            text: stem.to_owned(),
            background,
            weight: background,
            near: if self.bare { &[] } else { near::sets(stem) },
            vector: if self.bare { None } else { vectors::vector(stem) },
            hash: fnv1a(stem.bytes()),
            letters: grams.iter().fold(0, |bits, gram| bits | 1 << ngrams::bit(*gram)),
            grams,
            units: 0,
        };
        self.hashes.insert(entry.hash);
        self.entries.push(entry);
        self.ids.insert(stem.to_owned(), id);
        id
    }

    /// The number of a stem that was interned.
    pub fn id(&self, stem: &str) -> Option<StemId> {
        self.ids.get(stem).copied()
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Whether some stem has this hash.
    pub fn has_word(&self, hash: u64) -> bool {
        self.hashes.contains(&hash)
    }

    /// Gives every stem its weight.
    pub fn weigh(&mut self, weight: impl Fn(&Entry) -> f64) {
        self.entries.iter_mut().for_each(|entry| entry.weight = weight(entry));
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
