//! Nouns by which news names its sources: posts, bodies, documents, groups of nobody in particular.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::Map;
use super::rows;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/sources.tsv"));

/// What a noun makes of the one it names; `data/lexicon/sources.tsv` explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    Officer,
    Role,
    Between,
    Body,
    General,
    Company,
    Vague,
    Hidden,
    Work,
    Post,
    Female,
    Male,
}

const KINDS: &[(&str, Noun)] = &[
    ("officer", Noun::Officer),
    ("role", Noun::Role),
    ("between", Noun::Between),
    ("body", Noun::Body),
    ("general", Noun::General),
    ("company", Noun::Company),
    ("vague", Noun::Vague),
    ("hidden", Noun::Hidden),
    ("work", Noun::Work),
    ("post", Noun::Post),
    ("female", Noun::Female),
    ("male", Noun::Male),
];

/// Noun → what it is, each with the key of the nouns that are used for the same.
static NOUNS: LazyLock<Map<&'static str, Vec<(Noun, &'static str)>>> = LazyLock::new(|| {
    let mut nouns: Map<_, Vec<_>> = Map::default();
    for row in rows(TABLE).filter(|row| row.len() == 2 && row[0] != "kind") {
        let kind = KINDS.iter().find(|(name, _)| *name == row[0]).map(|(_, kind)| *kind);
        let key = row[1].split('|').next().unwrap_or_default();
        for name in row[1].split('|') {
            nouns.entry(name).or_default().extend(kind.map(|kind| (kind, key)));
        }
    }
    nouns
});

/// No noun has more words.
const LONGEST: usize = 4;

/// The key under which `noun` is of the kind; `town council` is a `council`.
pub fn key(kind: Noun, noun: &str) -> Option<&'static str> {
    let found = NOUNS.get(noun)?.iter().find(|(known, _)| *known == kind);
    found.map(|(_, key)| *key)
}

pub fn is(kind: Noun, noun: &str) -> bool {
    key(kind, noun).is_some()
}

/// The longest noun of one of the kinds that ends the words: how many words it takes, its kind and its key.
pub fn ending(words: &[&str], kinds: &[Noun]) -> Option<(usize, Noun, &'static str)> {
    (1..=LONGEST.min(words.len())).rev().find_map(|length| {
        let noun = words[words.len() - length..].join(" ");
        kinds.iter().find_map(|&kind| key(kind, &noun).map(|key| (length, kind, key)))
    })
}

/// A noun of any kind that names a source or a part of one.
pub fn is_known(noun: &str) -> bool {
    NOUNS.contains_key(noun)
}

/// Single words that stand in some noun of several: *fire* in *fire department*.
pub fn is_part(word: &str) -> bool {
    static PARTS: LazyLock<BTreeSet<&'static str>> =
        LazyLock::new(|| NOUNS.keys().flat_map(|noun| noun.split(' ')).collect());
    PARTS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_noun_counts() {
        let ending =
            |text: &str, kind| ending(&text.split(' ').collect::<Vec<_>>(), &[kind]).map(|(_, _, key)| key);
        assert_eq!(ending("norvik town council", Noun::Body), Some("council"));
        assert_eq!(ending("the police department", Noun::Body), Some("police"));
        assert_eq!(ending("the department", Noun::Body), None);
        assert_eq!(ending("the chief executive", Noun::Officer), Some("chief executive"));
    }

    #[test]
    fn every_row_is_of_a_known_kind() {
        for row in rows(TABLE).filter(|row| row[0] != "kind") {
            assert!(row.len() == 2 && KINDS.iter().any(|(name, _)| *name == row[0]), "{row:?}");
        }
    }
}
