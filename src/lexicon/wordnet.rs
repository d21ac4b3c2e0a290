//! Senses of words, from WordNet (Miller 1995): *plunged* is a way to *fall*, *flute* and *harp* are two instruments.
//!
//! `data/lexicon/wordnet.tsv`, made by `make_wordnet.py`: a sense a line, with its words and the senses near it. Two
//! words are near in some sense, or they are not: which sense a text means is not known here. So *near* is generous
//! and keeps rules quiet, while *apart* asks for the senses that words are mostly used in and lets rules speak.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::Set;
use super::rows;
use crate::text::{fold, stem};

static TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/wordnet.tsv"));

/// WordNet's files of nouns whose kinds exclude one another: animals, bodies, food, people, plants, substances.
const CONCRETE: &[u8] = &[5, 8, 13, 18, 20, 27];
/// Its files of nouns for events, thoughts, feelings, states and the like.
const ABSTRACT: &[u8] = &[4, 7, 9, 10, 11, 12, 19, 22, 26];
const NOUN: char = 'n';

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Use {
    sense: u32,
    /// One of the first two senses of the word.
    usual: bool,
}

#[derive(Debug, Default)]
struct Senses {
    /// By stem, or the stems of a verb of two words.
    words: HashMap<String, Vec<Use>, RandomState>,
    links: Vec<Vec<u32>>,
    /// The file of a noun's sense; 0 for other words.
    files: Vec<u8>,
    kinds: Vec<char>,
    opposites: Set<(String, String)>,
}

static SENSES: LazyLock<Senses> = LazyLock::new(|| {
    let mut senses = Senses::default();
    for row in rows(TABLE) {
        match row[..] {
            ["!", one, other] => {
                let (one, other) = (stem(&fold(one)), stem(&fold(other)));
                senses.opposites.extend([(one.clone(), other.clone()), (other, one)]);
            }
            [kind, words, links] => senses.add(kind, words, links),
            _ => {}
        }
    }
    senses
});

pub(super) fn load() {
    LazyLock::force(&SENSES);
}

impl Senses {
    fn add(&mut self, kind: &str, words: &str, links: &str) {
        let sense = self.kinds.len() as u32;
        for word in words.split('|') {
            let usual = !word.starts_with('~');
            let uses = self.words.entry(key(word.trim_start_matches('~'))).or_default();
            match uses.iter_mut().find(|one| one.sense == sense) {
                Some(one) => one.usual |= usual,
                None => uses.push(Use { sense, usual }),
            }
        }
        self.links.push(links.split(' ').filter_map(|link| link.parse().ok()).collect());
        self.kinds.push(kind.chars().next().unwrap_or(NOUN));
        self.files.push(kind.get(1..).and_then(|file| file.parse().ok()).unwrap_or_default());
    }

    fn of(&self, stem: &str) -> &[Use] {
        self.words.get(stem).map_or(&[], Vec::as_slice)
    }
}

fn key(word: &str) -> String {
    word.split(' ').map(|part| stem(&fold(part))).collect::<Vec<_>>().join(" ")
}

/// Whether the table knows a stem.
pub fn knows(stem: &str) -> bool {
    SENSES.words.contains_key(stem)
}

/// Whether two stems share a sense, or one has a sense that stands beside one of the other's.
///
/// Of verbs, adjectives and abstract nouns two senses beside a third are near too: *plummeted* is a way to sink, and
/// to sink is a way to *fall*; *fallout* and *aftermath* are two words for a consequence. Of concrete nouns they are
/// two things of one kind.
pub fn near(a: &str, b: &str) -> bool {
    let (a, b) = (SENSES.of(a), SENSES.of(b));
    a.iter()
        .any(|x| b.iter().any(|y| beside(x.sense, y.sense) || x.usual && y.usual && beyond(x.sense, y.sense)))
}

/// The same sense, or two that are linked.
fn beside(x: u32, y: u32) -> bool {
    x == y || links(x).contains(&y) || links(y).contains(&x)
}

/// Two senses with one between them, where that tells nearness.
fn beyond(x: u32, y: u32) -> bool {
    let through = |x: u32, y: u32| links(x).iter().any(|z| links(y).contains(z) || links(*z).contains(&y));
    is_loose(x) && is_loose(y) && (through(x, y) || through(y, x))
}

fn links(sense: u32) -> &'static [u32] {
    &SENSES.links[sense as usize]
}

/// A sense whose neighbours' neighbours are near it still.
fn is_loose(sense: u32) -> bool {
    SENSES.kinds[sense as usize] != NOUN || ABSTRACT.contains(&SENSES.files[sense as usize])
}

/// Whether two stems are listed as opposites.
pub fn opposed(a: &str, b: &str) -> bool {
    SENSES.opposites.contains(&(a.to_owned(), b.to_owned()))
}

/// Whether two stems name two different things of one kind, in the senses they are mostly used in.
pub fn apart(a: &str, b: &str) -> bool {
    let heads = |stem: &str| -> Set<u32> {
        let usual = SENSES.of(stem).iter().filter(|one| one.usual && is_concrete(one.sense));
        usual.flat_map(|one| SENSES.links[one.sense as usize].iter().copied()).collect()
    };
    !near(a, b) && !heads(a).is_disjoint(&heads(b))
}

fn is_concrete(sense: u32) -> bool {
    CONCRETE.contains(&SENSES.files[sense as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(ask: fn(&str, &str) -> bool, a: &str, b: &str) -> bool {
        assert_eq!(ask(&key(a), &key(b)), ask(&key(b), &key(a)), "{a} {b}");
        ask(&key(a), &key(b))
    }

    #[test]
    fn words_of_one_sense_and_its_wider_sense_are_near() {
        for (a, b) in [("plunged", "fell"), ("resigned", "quit"), ("carried out", "executed")] {
            assert!(asked(near, a, b), "{a} {b}");
        }
        for (a, b) in [("knee", "shoulder"), ("arrested", "painted"), ("flute", "harp")] {
            assert!(!asked(near, a, b), "{a} {b}");
        }
    }

    #[test]
    fn things_of_one_kind_are_apart_and_opposites_opposed() {
        assert!(asked(apart, "lion", "tiger") && !asked(apart, "lion", "senate"));
        assert!(asked(opposed, "export", "import") && !asked(opposed, "export", "sell"));
    }
}
