//! What mentions can be found by, and how much of it two of them share.
//!
//! ```text
//!   keys of a  ── in common with b's ──► weight of a's terms that are met ─┐
//!   keys of b  ── in common with a's ──► weight of b's terms that are met ─┴─ the lesser, as a share of both: Jaccard
//! ```
//!
//! A term is met by its stem, by a near meaning, by an expression of the same set, or where two words are written as one.
//! Everything that can meet is a *key*; keys are numbered from the rarest up, so that a mention's first keys are those
//! that fewest others hold. A key that one mention alone holds meets nothing and is left out.
//!
//! [`Grounds::shared`] counts all keys, [`Grounds::wording`] the stems alone.

use std::cmp::Ordering;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use rayon::prelude::*;

use super::normalize::Unit;
use super::profile::{self, LITTLE};
use super::vocabulary::{StemId, Vocabulary};
use crate::lexicon::phrases::phrases;
use crate::text::Token;

/// A key's number: its place among all keys, the rarest first.
pub type Key = u32;

/// What the mentions of one document can be found by, as it is read: keys have no numbers yet.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Of all mentions, one after the other: distinct stems that are no little words, ascending.
    stems: Vec<StemId>,
    /// Where each mention's stems end.
    ends: Vec<u32>,
    /// Mention, place of the term among its stems, set of expressions.
    phrases: Vec<(u32, u16, u32)>,
    /// The same with the hash of a word that somebody writes as one.
    compounds: Vec<(u32, u16, u64)>,
    /// Hash of all words of each mention; 0 for one without words.
    wordings: Vec<u64>,
}

impl Page {
    /// Adds a mention of a comparison all of whose stems are interned.
    pub fn add(&mut self, text: &str, tokens: &[Token], known: &Vocabulary) {
        let (units, stems) = profile::interned(text, tokens, known);
        let mention = self.ends.len() as u32;
        let first = self.stems.len();
        let places = places(&units, &stems, known);
        self.stems.extend(places.iter().map(|(stem, _)| *stem));
        // Beyond this no place fits its number; a sentence of so many words is compared by the first of them.
        let place = |at: usize| u16::try_from(at).ok().filter(|_| at < TERMS);
        if !known.is_bare() {
            for phrase in phrases(text, tokens) {
                let inside = |(from, to): (usize, usize)| phrase.tokens.0 <= from && to <= phrase.tokens.1;
                let terms = (0..places.len()).filter(|at| inside(places[*at].1)).filter_map(place);
                self.phrases.extend(terms.map(|term| (mention, term, phrase.set)));
            }
        }
        let compounds = profile::compounds(tokens, &units, &stems).into_iter();
        for (hash, left, right) in compounds.filter(|(hash, ..)| known.has_word(*hash)) {
            for half in [left, right] {
                let term = self.stems[first..].binary_search(&half).ok().and_then(place);
                self.compounds.extend(term.map(|term| (mention, term, hash)));
            }
        }
        self.ends.push(self.stems.len() as u32);
        self.wordings.push(profile::wording(text, tokens));
    }

    /// Gives back what it has in store for more.
    pub fn shrink(&mut self) {
        self.stems.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.phrases.shrink_to_fit();
        self.compounds.shrink_to_fit();
        self.wordings.shrink_to_fit();
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The stems of a mention, ascending.
    pub fn stems(&self, mention: usize) -> &[StemId] {
        let first = mention.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.stems[first..self.ends[mention] as usize]
    }
}

/// Distinct stems that are no little words, ascending, with the tokens of their first places.
fn places(units: &[Unit], stems: &[StemId], known: &Vocabulary) -> Vec<(StemId, (usize, usize))> {
    let tells = |stem: &StemId| known.entry(*stem).background > LITTLE;
    let placed = units.iter().zip(stems).filter(|(_, stem)| tells(stem));
    let mut places: Vec<_> =
        placed.map(|(unit, stem)| (*stem, (unit.token, unit.token + unit.length))).collect();
    places.sort_unstable();
    places.dedup_by_key(|(stem, _)| *stem);
    places
}

/// A key of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    pub key: Key,
    /// Place of the term it stands for, doubled, and one more where it is another key than the term's own stem.
    place: u16,
}

impl Held {
    fn new(key: Key, term: u16, own: bool) -> Self {
        Held { key, place: 2 * term + u16::from(!own) }
    }

    pub fn term(self) -> usize {
        usize::from(self.place / 2)
    }

    pub fn is_stem(self) -> bool {
        self.place.is_multiple_of(2)
    }
}

/// Terms of a mention beyond this have no keys.
const TERMS: usize = 1 << 15;

/// What every mention of a comparison can be found by: flat lists, since there may be millions.
#[derive(Clone, Debug, Default)]
pub struct Grounds {
    /// How many keys there are.
    keys: usize,
    /// Keys of all mentions, one after the other, ascending within each.
    held: Vec<Held>,
    held_ends: Vec<u32>,
    /// Weights of all terms, by mention and place.
    weights: Vec<f32>,
    weight_ends: Vec<u32>,
    totals: Vec<f64>,
    wordings: Vec<u64>,
}

impl Grounds {
    /// Once every stem has its weight in the comparison.
    pub fn new(pages: &[Page], vocabulary: &Vocabulary) -> Self {
        let numbers = Numbers::new(pages, vocabulary);
        let rows: Vec<Rows> = pages.par_iter().map(|page| Rows::new(page, &numbers, vocabulary)).collect();
        let mut grounds = Grounds { keys: numbers.count, ..Grounds::default() };
        rows.into_iter().for_each(|rows| grounds.append(rows));
        grounds.wordings = pages.iter().flat_map(|page| page.wordings.iter().copied()).collect();
        grounds
    }

    fn append(&mut self, rows: Rows) {
        let (held, weights) = (self.held.len() as u32, self.weights.len() as u32);
        self.held.extend(rows.held);
        self.held_ends.extend(rows.held_ends.iter().map(|end| held + end));
        self.totals.extend(rows.totals);
        self.weight_ends.extend(rows.weight_ends.iter().map(|end| weights + end));
        self.weights.extend(rows.weights);
    }

    pub fn len(&self) -> usize {
        self.totals.len()
    }

    pub fn is_empty(&self) -> bool {
        self.totals.is_empty()
    }

    /// How many keys are numbered.
    pub fn keys(&self) -> usize {
        self.keys
    }

    /// The keys of a mention, the rarest first, each as often as it has terms for it.
    pub fn held(&self, mention: usize) -> &[Held] {
        slice(&self.held, &self.held_ends, mention)
    }

    /// Those that are stems: each stands for one term.
    pub fn stems(&self, mention: usize) -> impl DoubleEndedIterator<Item = Held> + Clone {
        self.held(mention).iter().copied().filter(|held| held.is_stem())
    }

    /// The weights of a mention's terms.
    pub fn weights(&self, mention: usize) -> &[f32] {
        slice(&self.weights, &self.weight_ends, mention)
    }

    pub fn total(&self, mention: usize) -> f64 {
        self.totals[mention]
    }

    /// A hash of all its words in order; none for a text without words.
    pub fn words(&self, mention: usize) -> Option<u64> {
        Some(self.wordings[mention]).filter(|hash| *hash != 0)
    }

    pub fn same_wording(&self, a: usize, b: usize) -> bool {
        self.wordings[a] != 0 && self.wordings[a] == self.wordings[b]
    }

    /// The share of both mentions' weight that they have in common, 0 to 1; symmetric. The same words share everything,
    /// however little they tell.
    pub fn shared(&self, a: usize, b: usize) -> f64 {
        if self.same_wording(a, b) {
            return 1.0;
        }
        let (met_a, met_b) = self.met(a, b);
        let met = met_a.min(met_b);
        super::ratio(met, self.totals[a] + self.totals[b] - met)
    }

    /// The share of both mentions' weight that lies in the same stems.
    pub fn wording(&self, a: usize, b: usize) -> f64 {
        if self.same_wording(a, b) {
            return 1.0;
        }
        let weights = self.weights(a);
        let (mut ours, mut theirs) = (self.stems(a).peekable(), self.stems(b).peekable());
        let mut met = 0.0;
        while let (Some(x), Some(y)) = (ours.peek(), theirs.peek()) {
            match x.key.cmp(&y.key) {
                Ordering::Less => drop(ours.next()),
                Ordering::Greater => drop(theirs.next()),
                Ordering::Equal => {
                    met += f64::from(weights[x.term()]);
                    ours.next();
                    theirs.next();
                }
            }
        }
        super::ratio(met, self.totals[a] + self.totals[b] - met)
    }

    /// The weight of each side's terms that have a key of the other side.
    fn met(&self, a: usize, b: usize) -> (f64, f64) {
        let (weights_a, weights_b) = (self.weights(a), self.weights(b));
        let (mut seen_a, mut seen_b) = (Seen::new(weights_a.len()), Seen::new(weights_b.len()));
        let (ours, theirs) = (self.held(a), self.held(b));
        let (mut i, mut j) = (0, 0);
        while i < ours.len() && j < theirs.len() {
            let (x, y) = (ours[i].key, theirs[j].key);
            if x < y {
                i += 1;
            } else if y < x {
                j += 1;
            } else {
                i += seen_a.note(&ours[i..], x);
                j += seen_b.note(&theirs[j..], x);
            }
        }
        (seen_a.sum(weights_a), seen_b.sum(weights_b))
    }
}

fn slice<'a, T>(all: &'a [T], ends: &[u32], at: usize) -> &'a [T] {
    let first = at.checked_sub(1).map_or(0, |before| ends[before] as usize);
    &all[first..ends[at] as usize]
}

/// Which terms of a mention are met: bits, since this is asked for every candidate.
enum Seen {
    Few(u128),
    Many(Vec<bool>),
}

impl Seen {
    fn new(terms: usize) -> Self {
        if terms <= 128 { Seen::Few(0) } else { Seen::Many(vec![false; terms]) }
    }

    /// Notes the terms of the first key, and says how many there are.
    fn note(&mut self, held: &[Held], key: Key) -> usize {
        let same = held.iter().take_while(|held| held.key == key);
        same.map(|held| match self {
            Seen::Few(bits) => *bits |= 1 << held.term(),
            Seen::Many(seen) => seen[held.term()] = true,
        })
        .count()
    }

    /// In the order of the terms, so that a sum is the same wherever it is made.
    fn sum(self, weights: &[f32]) -> f64 {
        let mut sum = 0.0;
        match self {
            Seen::Few(mut bits) => {
                while bits != 0 {
                    sum += f64::from(weights[bits.trailing_zeros() as usize]);
                    bits &= bits - 1;
                }
            }
            Seen::Many(seen) => {
                let met = weights.iter().zip(&seen).filter(|(_, seen)| **seen);
                met.for_each(|(weight, _)| sum += f64::from(*weight));
            }
        }
        sum
    }
}

/// The rows of one document's mentions.
#[derive(Default)]
struct Rows {
    held: Vec<Held>,
    held_ends: Vec<u32>,
    weights: Vec<f32>,
    weight_ends: Vec<u32>,
    totals: Vec<f64>,
}

impl Rows {
    fn new(page: &Page, numbers: &Numbers, vocabulary: &Vocabulary) -> Self {
        let mut rows = Rows::default();
        let mut held = Vec::new();
        each_mention(page, numbers, vocabulary, &mut held, |mention, raw| {
            let first = rows.held.len();
            let numbered = raw
                .iter()
                .map(|(key, term)| Held::new(numbers.rank[*key as usize], *term, *key < numbers.near));
            rows.held.extend(numbered.filter(|held| held.key != ALONE));
            rows.held[first..].sort_unstable();
            rows.held_ends.push(rows.held.len() as u32);
            let weight = |stem: &StemId| vocabulary.entry(*stem).weight as f32;
            let weights = page.stems(mention).iter().map(weight);
            rows.totals.push(weights.clone().map(f64::from).sum());
            rows.weights.extend(weights);
            rows.weight_ends.push(rows.weights.len() as u32);
        });
        rows
    }
}

/// The number of a key that meets nothing.
const ALONE: Key = Key::MAX;

/// All keys of a comparison: first the stems, then sets of near meanings, sets of expressions, and compounds.
struct Numbers {
    /// Of the compounds that are written as one word somewhere.
    compounds: HashMap<u64, u32, RandomState>,
    /// First number of the near sets, of the sets of expressions, and of the compounds.
    near: u32,
    phrases: u32,
    rank: Vec<Key>,
    count: usize,
}

impl Numbers {
    fn new(pages: &[Page], vocabulary: &Vocabulary) -> Self {
        let near = vocabulary.len() as u32;
        let sets = vocabulary.entries().flat_map(|entry| entry.near.iter().copied()).max();
        let phrases = near + sets.map_or(0, |set| set + 1);
        let expressions = pages.iter().flat_map(|page| page.phrases.iter().map(|(.., set)| *set)).max();
        let first = phrases + expressions.map_or(0, |set| set + 1);
        let compounds = compounds(pages);
        let count = first as usize + compounds.len();
        let compounds = compounds.into_iter().zip(first..).collect();
        let mut numbers = Numbers { compounds, near, phrases, rank: Vec::new(), count: 0 };
        numbers.order(pages, vocabulary, count);
        numbers
    }

    /// Numbers the keys from the rarest up; those of one mention get none.
    fn order(&mut self, pages: &[Page], vocabulary: &Vocabulary, count: usize) {
        let mut holders = vec![0_u32; count];
        let mut held = Vec::new();
        for page in pages {
            each_mention(page, self, vocabulary, &mut held, |_, held| {
                for (at, (key, _)) in held.iter().enumerate() {
                    let first = at == 0 || held[at - 1].0 != *key;
                    holders[*key as usize] += u32::from(first);
                }
            });
        }
        let mut order: Vec<u32> = (0..count as u32).filter(|key| holders[*key as usize] > 1).collect();
        order.sort_unstable_by_key(|key| (holders[*key as usize], *key));
        self.rank = vec![ALONE; count];
        order.iter().enumerate().for_each(|(rank, key)| self.rank[*key as usize] = rank as Key);
        self.count = order.len();
    }
}

/// Hands on the keys of each mention in turn, sorted and each once a term.
fn each_mention(
    page: &Page,
    numbers: &Numbers,
    vocabulary: &Vocabulary,
    held: &mut Vec<(u32, u16)>,
    mut give: impl FnMut(usize, &[(u32, u16)]),
) {
    let (mut phrases, mut compounds) = (page.phrases.iter().peekable(), page.compounds.iter().peekable());
    for mention in 0..page.len() {
        held.clear();
        for (term, stem) in page.stems(mention).iter().enumerate().take(TERMS) {
            let entry = vocabulary.entry(*stem);
            let term = term as u16;
            held.push((*stem, term));
            held.extend(entry.near.iter().map(|set| (numbers.near + set, term)));
            held.extend(numbers.compounds.get(&entry.hash).map(|key| (*key, term)));
        }
        while let Some((_, term, set)) = phrases.next_if(|(of, ..)| *of as usize == mention) {
            held.push((numbers.phrases + set, *term));
        }
        while let Some((_, term, hash)) = compounds.next_if(|(of, ..)| *of as usize == mention) {
            held.extend(numbers.compounds.get(hash).map(|key| (*key, *term)));
        }
        held.sort_unstable();
        held.dedup();
        give(mention, held);
    }
}

/// Hashes of the neighbouring words that somewhere stand as one word, ascending.
fn compounds(pages: &[Page]) -> Vec<u64> {
    let mut hashes: Vec<u64> =
        pages.iter().flat_map(|page| page.compounds.iter().map(|(.., hash)| *hash)).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}
