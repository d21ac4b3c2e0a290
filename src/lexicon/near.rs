//! Words that newspapers exchange for one another: *killed* and *dead*, *blaze* and *fire*.
//!
//! `data/lexicon/near.tsv`: a set a line. A word in two sets has two senses; the sets are not merged.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::rows;
use crate::text::{fold, stem};

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/near.tsv"));

static SETS: LazyLock<HashMap<String, Vec<u32>, RandomState>> = LazyLock::new(|| {
    let mut sets: HashMap<String, Vec<u32>, RandomState> = HashMap::default();
    for (set, row) in rows(TABLE).enumerate() {
        for word in row.first().into_iter().flat_map(|words| words.split('|')) {
            let of = sets.entry(stem(&fold(word))).or_default();
            if of.last() != Some(&(set as u32)) {
                of.push(set as u32);
            }
        }
    }
    sets
});

pub(super) fn load() {
    LazyLock::force(&SETS);
}

/// The sets a stem belongs to, ascending; empty for most words.
pub fn sets(stem: &str) -> &'static [u32] {
    SETS.get(stem).map_or(&[], Vec::as_slice)
}

/// Whether two stems are near in meaning (or the same).
pub fn related(a: &str, b: &str) -> bool {
    a == b || sets(a).iter().any(|set| sets(b).contains(set))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_synonyms_are_related_and_opposites_are_not() {
        let related = |a: &str, b: &str| related(&stem(a), &stem(b));
        assert!(related("killed", "dead"));
        assert!(related("blaze", "fire"));
        assert!(!related("rose", "fell"));
        assert!(!related("doctor", "hospital"));
    }
}
