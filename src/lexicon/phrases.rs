//! Expressions of several words, and short forms, that newspapers exchange for one another: *drunken driving* and
//! *DUI*, *took over* and *assumed control*.
//!
//! `data/lexicon/phrases.tsv`: a set a line. Only two *different* members of a set tell anything here: where both
//! sentences use one, they share its words anyway.
//!
//! `data/lexicon/loose.tsv`: sets of the same form that are looser (*spur*, *drive*, *fuel*): they make no two sentences
//! alike, but a word replaced by another of its set is no other fact.

use std::sync::LazyLock;

use super::expressions::Expressions;
use super::rows;
use crate::text::Token;

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/phrases.tsv"));

static LOOSE_TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/loose.tsv"));

static PHRASES: LazyLock<Expressions<u32>> = LazyLock::new(|| sets_of(TABLE));
static LOOSE: LazyLock<Expressions<u32>> = LazyLock::new(|| sets_of(LOOSE_TABLE));

pub(super) fn load() {
    LazyLock::force(&PHRASES);
    LazyLock::force(&LOOSE);
}

fn sets_of(table: &'static str) -> Expressions<u32> {
    let members =
        rows(table).enumerate().flat_map(|(set, row)| row[0].split('|').map(move |one| (one, set as u32)));
    Expressions::new(members)
}

/// A member of a set, in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase {
    pub set: u32,
    /// Token indices, end-exclusive.
    pub tokens: (usize, usize),
}

/// Every listed expression in a text, by set; where two of one set overlap, the longer.
pub fn phrases(text: &str, tokens: &[Token]) -> Vec<Phrase> {
    found_in(&PHRASES, text, tokens)
}

/// The same of the looser sets, which have numbers of their own.
pub fn loose(text: &str, tokens: &[Token]) -> Vec<Phrase> {
    found_in(&LOOSE, text, tokens)
}

fn found_in(list: &Expressions<u32>, text: &str, tokens: &[Token]) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    for at in 0..tokens.len() {
        for (length, &set) in list.at(text, tokens, at) {
            let covered = |other: &Phrase| other.set == set && at < other.tokens.1;
            if !found.iter().any(covered) {
                found.push(Phrase { set, tokens: (at, at + length) });
            }
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn sets(text: &str) -> Vec<u32> {
        phrases(text, &tokens(text)).into_iter().map(|phrase| phrase.set).collect()
    }

    #[test]
    fn members_of_a_set_meet_and_others_do_not() {
        for (a, b) in [("held for drunken driving", "a DUI case"), ("she stepped down", "she resigned")] {
            assert!(sets(a).iter().any(|set| sets(b).contains(set)), "{a} | {b}");
        }
        assert!(!sets("she stepped down").iter().any(|set| sets("she took over").contains(set)));
    }
}
