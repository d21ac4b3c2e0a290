//! The word lists that are compiled in; each file under `data/lexicon` names its origin and licence.

pub mod abbreviations;
pub mod aliases;
pub mod calendar;
pub mod cues;
pub mod expressions;
pub mod frames;
pub mod frequency;
pub mod furniture;
pub mod grammar;
pub mod kinds;
pub mod names;
pub mod near;
pub mod nicknames;
pub mod numerals;
pub mod opposites;
pub mod outlets;
pub mod phrases;
pub mod places;
pub mod sources;
pub mod speakers;
pub mod stock;
pub mod vectors;
pub mod wordnet;

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;
use rayon::prelude::*;

/// Reads the larger lists side by side, so that no stage waits for a list that it happens to need first. Without it each
/// is read on first use.
pub fn load() {
    // The longest at either end: that is where two threads begin.
    const LISTS: [fn(); 10] = [
        frequency::load,
        phrases::load,
        near::load,
        frames::load,
        aliases::load,
        opposites::load,
        furniture::load,
        names::load,
        vectors::load,
        wordnet::load,
    ];
    LISTS.par_iter().with_max_len(1).for_each(|load| load());
}

/// Lists are looked into for every word, and are our own: no key is chosen to collide.
type Map<K, V> = HashMap<K, V, RandomState>;
type Set<K> = HashSet<K, RandomState>;

/// The rows of a TSV table, comment lines and blank lines left out.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# ") && *line != "#")
        .map(|line| line.split('\t').collect())
}
