//! What the score needs to know of one mention, prepared once a mention and never once a pair.

use super::vocabulary::{StemId, Vocabulary};
use crate::model::Span;
use crate::text::{Token, quotations};

/// Beyond this many words the order of words is no longer compared (it costs the square of them).
pub const ORDER_CAP: usize = 200;

/// One distinct stem of a mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub id: StemId,
    /// Its weight here: background rarity, damped where the whole event uses it.
    pub weight: f64,
    /// Index of its first token.
    pub token: usize,
    /// Written with a capital where that tells something: not only at the start of the sentence.
    pub name: bool,
    pub number: bool,
    /// Stands inside quotation marks.
    pub quoted: bool,
}

/// A mention, ready to be compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Stems in order of the text, as many as are compared in order.
    pub order: Vec<StemId>,
    /// Folded words in order, hashed: the test for *the same words*.
    pub words: Vec<u64>,
    /// Distinct stems, by id.
    pub terms: Vec<Term>,
    /// Distinct pairs of neighbouring stems, sorted.
    pub bigrams: Vec<(StemId, StemId)>,
    /// Distinct character trigrams of the folded words, hashed and sorted.
    pub trigrams: Vec<u32>,
    /// Sum of the weights of `terms`.
    pub total: f64,
    /// Sum of the squared weights of `terms`.
    pub squared: f64,
}

impl Profile {
    /// Interns the stems of a text and prepares everything that does not depend on weights.
    pub fn new(text: &str, tokens: &[Token], vocabulary: &mut Vocabulary) -> Self {
        let stems: Vec<StemId> = tokens.iter().map(|token| vocabulary.intern(&token.stem)).collect();
        let mut profile = Profile {
            terms: terms(text, tokens, &stems),
            bigrams: sorted(stems.windows(2).map(|pair| (pair[0], pair[1])).collect()),
            trigrams: sorted(tokens.iter().flat_map(|token| trigrams(&token.folded)).collect()),
            words: words(text, tokens),
            order: stems,
            total: 0.0,
            squared: 0.0,
        };
        profile.order.truncate(ORDER_CAP);
        profile.weigh(|id| vocabulary.entry(id).background);
        profile
    }

    /// Gives every term its weight.
    pub fn weigh(&mut self, weight: impl Fn(StemId) -> f64) {
        self.terms.iter_mut().for_each(|term| term.weight = weight(term.id));
        self.total = self.terms.iter().map(|term| term.weight).sum();
        self.squared = self.terms.iter().map(|term| term.weight * term.weight).sum();
    }

    /// The same words in the same order; two texts without anything in them are not the same.
    pub fn same_words(&self, other: &Profile) -> bool {
        !self.words.is_empty() && self.words == other.words
    }

    /// The distinct stems, ascending.
    pub fn stems(&self) -> Vec<StemId> {
        self.terms.iter().map(|term| term.id).collect()
    }
}

/// Text without words (signs, emoji) counts as one word of its own.
fn words(text: &str, tokens: &[Token]) -> Vec<u64> {
    let signs = text.trim();
    match tokens.is_empty() {
        true if signs.is_empty() => Vec::new(),
        true => vec![hash(signs.bytes())],
        false => tokens.iter().map(|token| hash(token.folded.bytes())).collect(),
    }
}

fn terms(text: &str, tokens: &[Token], stems: &[StemId]) -> Vec<Term> {
    let quotations = quotations(text, &[Span::new(0, text.len())]);
    let capitals_tell = !is_headline_case(text, tokens);
    let mut terms: Vec<Term> = Vec::with_capacity(stems.len());
    for (index, (token, id)) in tokens.iter().zip(stems).enumerate() {
        let name = capitals_tell && index > 0 && token.is_capitalised(text);
        let quoted = quotations.iter().any(|quotation| quotation.contains(token.span));
        terms.push(Term { id: *id, weight: 0.0, token: index, name, number: token.is_numeric(), quoted });
    }
    terms.sort_by_key(|term| (term.id, term.token));
    terms.dedup_by(|later, first| {
        let same = later.id == first.id;
        first.name |= same && later.name;
        first.quoted |= same && later.quoted;
        same
    });
    terms
}

/// Where most longer words have a capital, capitals tell no names.
fn is_headline_case(text: &str, tokens: &[Token]) -> bool {
    let longer = tokens.iter().filter(|token| token.span.len() > 3 && !token.is_numeric());
    let capital = longer.clone().filter(|token| token.is_capitalised(text)).count();
    capital * 10 >= longer.count() * 7
}

/// Hashes of the character trigrams of a word with a space on either side.
fn trigrams(word: &str) -> Vec<u32> {
    let chars: Vec<char> =
        std::iter::once(' ').chain(word.chars().take(64)).chain(std::iter::once(' ')).collect();
    chars.windows(3).map(|gram| hash(gram.iter().flat_map(|c| (*c as u32).to_le_bytes())) as u32).collect()
}

/// FNV-1a: the same on every machine and in every run.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}
