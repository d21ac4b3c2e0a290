//! Who speaks in a label before a colon: *Mayor: no jobs lost*, but not *Update: no jobs lost*.

use std::sync::LazyLock;

use super::Map;
use super::rows;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/speakers.tsv"));

static WORDS: LazyLock<Map<&'static str, &'static str>> = LazyLock::new(|| {
    let listed = rows(TABLE).filter(|row| row.len() == 2);
    listed.flat_map(|row| row[1].split(' ').map(move |word| (word, row[0]))).collect()
});

/// Whether a folded word names people by what they are.
pub fn is_speaker(folded: &str) -> bool {
    WORDS.get(folded) == Some(&"speaker")
}

/// Whether a folded word labels a text, and nobody speaks.
pub fn is_nobody(folded: &str) -> bool {
    WORDS.get(folded) == Some(&"nobody")
}
