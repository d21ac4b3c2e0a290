//! The ground that two mentions must share to be worth comparing: the floor under every alignment.
//!
//! ```text
//!   keys of a  ── in common with b's ──► weight of a's terms that are met ─┐
//!   keys of b  ── in common with a's ──► weight of b's terms that are met ─┴─ the lesser, as a share of both: Jaccard
//! ```
//!
//! Scoring a pair in full takes tens of microseconds, and of the pairs that share some telling word four in five
//! share next to nothing else. They are left out by definition, not by approximation: an alignment is a pair above the
//! threshold *that shares a telling word, and at least [`LEAST`] of its weight in words of any kind*. So an index over the
//! telling words finds exactly the pairs that comparing all with all would find.

use super::grams;
use super::profile::{Profile, Term};
use super::vocabulary::{StemId, Vocabulary};

/// A pair needs a word in common that tells at least this much (nats).
const TELLING: f64 = 3.0;
/// The share of two mentions' weight that must be met for the pair to be scored.
pub const LEAST: f64 = 0.05;

/// What two mentions must have one of in common to be worth comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Term(StemId),
    /// A set of near meanings.
    Near(u32),
    /// A set of expressions.
    Phrase(u32),
    /// Hash of a word that others write as two.
    Compound(u64),
    /// Hash of all the words in their order.
    Wording(u64),
}

/// What a mention can be found by: its words, their near meanings and other spellings, and its expressions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// Sorted; each with the place in `weights` of the term it stands for.
    keys: Vec<(Key, u32)>,
    /// Of the terms.
    weights: Vec<f64>,
    total: f64,
    /// Sorted, each once: what a pair needs one of in common.
    telling: Vec<Key>,
    /// None for a text without words.
    wording: Option<Key>,
}

impl Ground {
    /// Once the profile has its weights in the event.
    pub fn new(profile: &Profile, vocabulary: &Vocabulary) -> Self {
        let mut keys: Vec<(Key, u32)> = Vec::new();
        for (at, term) in profile.terms.iter().enumerate() {
            let found = of_term(profile, term, vocabulary);
            keys.extend(found.map(|key| (key, at as u32)));
        }
        keys.sort_unstable();
        keys.dedup();
        Ground {
            keys,
            weights: profile.terms.iter().map(|term| term.weight).collect(),
            total: profile.terms.iter().map(|term| term.weight).sum(),
            telling: telling(profile, vocabulary),
            wording: wording(profile),
        }
    }

    /// What the mention is looked up by.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.telling.iter().copied().chain(self.wording)
    }

    /// Whether the two share something that tells, and enough besides; or all their words.
    pub fn is_shared(&self, other: &Ground) -> bool {
        self.same_wording(other)
            || super::common(&self.telling, &other.telling) > 0 && self.shared(other) >= LEAST
    }

    fn same_wording(&self, other: &Ground) -> bool {
        self.wording.is_some() && self.wording == other.wording
    }

    /// The share of both mentions' weight that they have in common, 0 to 1; symmetric. The same words share everything,
    /// however little they tell.
    pub fn shared(&self, other: &Ground) -> f64 {
        if self.same_wording(other) {
            return 1.0;
        }
        let met = self.met(other).min(other.met(self));
        super::ratio(met, self.total + other.total - met)
    }

    /// The weight of our terms that have a key of theirs.
    fn met(&self, other: &Ground) -> f64 {
        let mut theirs = other.keys.iter().map(|(key, _)| *key).peekable();
        let mut seen = vec![false; self.weights.len()];
        for (key, term) in &self.keys {
            while theirs.next_if(|other| other < key).is_some() {}
            seen[*term as usize] |= theirs.peek() == Some(key);
        }
        self.weights.iter().zip(&seen).filter(|(_, seen)| **seen).map(|(weight, _)| weight).sum()
    }
}

/// Telling words with all that stands for them, expressions with such a word in them, and neighbours that others write as
/// one word, however little each of them tells.
fn telling(profile: &Profile, vocabulary: &Vocabulary) -> Vec<Key> {
    let telling: Vec<&Term> = profile.terms.iter().filter(|term| term.weight >= TELLING).collect();
    let inside = |(from, to): (usize, usize), term: &Term| from <= term.tokens.0 && term.tokens.1 <= to;
    let tells = |tokens: (usize, usize)| telling.iter().any(|term| inside(tokens, term));
    let mut keys: Vec<Key> = telling.iter().flat_map(|term| of_term(profile, term, vocabulary)).collect();
    let phrases = profile.phrases.iter().filter(|phrase| tells(phrase.tokens));
    keys.extend(phrases.map(|phrase| Key::Phrase(phrase.set)));
    keys.extend(profile.compounds.iter().map(|(hash, ..)| Key::Compound(*hash)));
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn wording(profile: &Profile) -> Option<Key> {
    let words = || profile.words.iter().flat_map(|word| word.to_le_bytes());
    (!profile.words.is_empty()).then(|| Key::Wording(grams::hash(words())))
}

fn of_term<'a>(
    profile: &'a Profile,
    term: &'a Term,
    vocabulary: &'a Vocabulary,
) -> impl Iterator<Item = Key> + use<'a> {
    let entry = vocabulary.entry(term.id);
    let own = [Key::Term(term.id), Key::Compound(entry.hash)].into_iter();
    let near = entry.near.iter().map(|set| Key::Near(*set));
    let inside = |(from, to): (usize, usize)| from <= term.tokens.0 && term.tokens.1 <= to;
    let phrases = profile.phrases.iter().filter(move |phrase| inside(phrase.tokens));
    let halves = profile.compounds.iter().filter(|(_, left, right)| [*left, *right].contains(&term.id));
    own.chain(near)
        .chain(phrases.map(|phrase| Key::Phrase(phrase.set)))
        .chain(halves.map(|(hash, ..)| Key::Compound(*hash)))
}
