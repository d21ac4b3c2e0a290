//! Words around names: titles before them, words of places, and capitalised words that are no names.

use std::sync::LazyLock;

use super::Set;
use super::rows;
use crate::text::fold;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/names.tsv"));
static PLACE_TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/places.tsv"));

fn of_kind(kind: &str) -> Set<String> {
    rows(TABLE).filter(|row| row.len() == 2 && row[0] == kind).map(|row| fold(row[1])).collect()
}

static TITLES: LazyLock<Set<String>> = LazyLock::new(|| of_kind("title"));
static GIVEN: LazyLock<Set<String>> = LazyLock::new(|| of_kind("given"));
static WOMEN: LazyLock<Set<String>> = LazyLock::new(|| of_kind("woman"));
static EITHER: LazyLock<Set<String>> = LazyLock::new(|| of_kind("either"));
static NEVER: LazyLock<Set<String>> = LazyLock::new(|| of_kind("not_name"));
static PLACE_WORDS: LazyLock<Set<String>> = LazyLock::new(|| of_kind("place_word"));
static PLACES: LazyLock<Set<String>> =
    LazyLock::new(|| rows(PLACE_TABLE).filter_map(|row| row.first().map(|name| fold(name))).collect());

pub(super) fn load() {
    for list in [&TITLES, &GIVEN, &WOMEN, &EITHER, &NEVER, &PLACE_WORDS, &PLACES] {
        LazyLock::force(list);
    }
}

/// `captain`, `president`: before a name, not part of it.
pub fn is_title(folded: &str) -> bool {
    TITLES.contains(folded.trim_end_matches('.'))
}

/// `maria`, `kwame`: a given name, at the start of a sentence too.
pub fn is_given(folded: &str) -> bool {
    GIVEN.contains(folded)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    Female,
    Male,
}

/// Whose name a given name mostly is; nothing where it is both's, or not known.
pub fn sex(folded: &str) -> Option<Sex> {
    match () {
        () if WOMEN.contains(folded) => Some(Sex::Female),
        () if is_given(folded) && !EITHER.contains(folded) => Some(Sex::Male),
        () => None,
    }
}

/// Capitalised for other reasons: days, months, first words.
pub fn is_never(folded: &str) -> bool {
    NEVER.contains(folded)
}

/// A known place, or a name that ends in a word of places: `Alder Street`.
pub fn is_place(words: &[String]) -> bool {
    PLACES.contains(&words.join(" "))
        || words.len() > 1 && words.last().is_some_and(|last| PLACE_WORDS.contains(last))
}
