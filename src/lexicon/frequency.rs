//! How rare a word is in newspaper text at large: the background half of IDF.
//!
//! `data/lexicon/frequency.tsv` gives `-ln p(a sentence holds the word)` for word forms; forms of one
//! stem are added up here, since the score compares stems.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::rows;
use crate::text::{fold, stem};

/// The weight of a stem that the table does not know: rarer than its rarest, within reason.
pub const UNKNOWN: f64 = 10.0;
/// Numbers are not in the table; a number says about as much as a rather rare word.
pub const NUMBER: f64 = 4.0;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/frequency.tsv"));

static STEMS: LazyLock<HashMap<String, f64, RandomState>> = LazyLock::new(|| {
    let mut shares: HashMap<String, f64, RandomState> = HashMap::default();
    for row in rows(TABLE) {
        if let [word, weight] = row[..]
            && let Ok(weight) = weight.parse::<f64>()
        {
            *shares.entry(stem(&fold(word))).or_default() += (-weight).exp();
        }
    }
    shares.into_iter().map(|(stem, share)| (stem, -share.min(1.0).ln())).collect()
});

pub(super) fn load() {
    LazyLock::force(&STEMS);
}

/// Single letters and contractions, which the table's source takes apart: function words, most of them.
pub const PARTICLE: f64 = 2.5;

/// The weight of a stem in nats: near 0 for `the`, about 10 for a rare name. An expression of several stems tells as
/// much as the rarest of them, since none of the others is a surprise beside it.
pub fn weight(stems: &str) -> f64 {
    stems.split(' ').map(of_word).fold(0.0, f64::max)
}

fn of_word(stem: &str) -> f64 {
    if stem.starts_with(|c: char| c.is_numeric()) {
        return NUMBER;
    }
    let particle = stem.contains('\'') || stem.len() == 1 && stem.is_ascii();
    STEMS.get(stem).copied().unwrap_or(if particle { PARTICLE } else { UNKNOWN })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more_than_common_ones() {
        assert!(weight("the") < weight("govern"));
        assert!(weight("govern") < weight("warehous"));
        assert!(weight("warehous") < weight("qqqzzz"));
    }
}
