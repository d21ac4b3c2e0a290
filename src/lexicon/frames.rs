//! What the learned part of attribution weighs: features of cues, sources and sides, by name.
//!
//! `data/lexicon/frames.tsv` has a feature a line, `name=value|value` and its weight in hundredths. Features are looked up
//! by the hash of that text, so nothing is put together while reading; `known=STEM` names the stems that may be cues.

use std::sync::LazyLock;

use super::Map;
use super::rows;
use crate::text::hash::fnv1a;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/frames.tsv"));

static WEIGHTS: LazyLock<Map<u64, i32>> = LazyLock::new(|| {
    let numbered = rows(TABLE).filter_map(|row| Some((*row.first()?, row.get(1)?.parse().ok()?)));
    numbered.map(|(name, weight)| (hash(std::iter::once(name)), weight)).collect()
});

pub(super) fn load() {
    LazyLock::force(&WEIGHTS);
}

/// The weight of a feature in hundredths; none that the table does not know.
pub fn weight(name: &str, values: &[&str]) -> i32 {
    WEIGHTS.get(&key(name, values)).copied().unwrap_or(0)
}

/// What stands for the feature while learning.
pub fn key(name: &str, values: &[&str]) -> u64 {
    hash(pieces(name, values))
}

/// Whether a stem was seen as the head of a cue.
pub fn knows(stem: &str) -> bool {
    WEIGHTS.contains_key(&hash(pieces("known", &[stem])))
}

/// The feature as the table writes it.
pub fn name(name: &str, values: &[&str]) -> String {
    pieces(name, values).collect()
}

/// `name` `=` `value` `|` `value` …
fn pieces<'a>(name: &'a str, values: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let parted =
        values.iter().enumerate().flat_map(|(index, value)| [if index == 0 { "=" } else { "|" }, *value]);
    std::iter::once(name).chain(parted)
}

/// Over the bytes of all pieces: the same however the text is cut.
fn hash<'a>(pieces: impl Iterator<Item = &'a str>) -> u64 {
    fnv1a(pieces.flat_map(str::bytes))
}
