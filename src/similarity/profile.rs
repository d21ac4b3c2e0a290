//! What the score needs to know of one mention, prepared once a mention and never once a pair.

use super::ngrams;
use super::normalize::{self, Unit};
use super::vocabulary::{StemId, Vocabulary};
use crate::lexicon::phrases::{Phrase, phrases};
use crate::lexicon::{calendar, names, vectors};
use crate::model::Span;
use crate::text::hash::fnv1a;
use crate::text::{Token, is_headline_case, quotations};

/// Beyond this many words the order of words is no longer compared (it costs the square of them).
pub const ORDER_CAP: usize = 200;
/// Words that more than one sentence in eight holds (nats) are little words: they are compared in order and by
/// letters, but are no terms.
pub(super) const LITTLE: f64 = 2.0;
/// A rare name tells more than a news word, but not how alike two sentences are: plain weights end here.
const PLAIN_CAP: f64 = 5.0;
/// Words this much rarer than a common one are names even where capitals do not tell.
const RARE: f64 = 9.0;

/// One distinct stem of a mention that is no little word.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub id: StemId,
    /// Its weight here: background rarity, damped where the whole event uses it.
    pub weight: f64,
    /// Its weight by length: long words are rarely shared by chance.
    pub long: f64,
    /// The tokens of its first place, end-exclusive.
    pub tokens: (usize, usize),
    /// Written with a capital where that tells something, or known as a name.
    pub name: bool,
    pub number: bool,
    /// A day of the week or a month.
    pub day: bool,
    /// Stands inside quotation marks.
    pub quoted: bool,
}

impl Term {
    /// Its weight as one word among others.
    pub fn plain(&self) -> f64 {
        self.weight.min(PLAIN_CAP)
    }
}

/// A mention, ready to be compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Stems in order of the text, as many as are compared in order.
    pub order: Vec<StemId>,
    /// The distinct stems of `order`, ascending.
    pub distinct: Vec<StemId>,
    /// Folded words in order, hashed: the test for *the same words*.
    pub words: Vec<u64>,
    /// Distinct stems that are no little words, by id.
    pub terms: Vec<Term>,
    /// Distinct pairs of neighbouring stems, sorted.
    pub bigrams: Vec<(StemId, StemId)>,
    /// Distinct runs of four stems, hashed and sorted.
    pub fourgrams: Vec<u64>,
    /// Neighbouring words written as one (*horse meat*, *horsemeat*): hash of the compound, and the two stems.
    pub compounds: Vec<(u64, StemId, StemId)>,
    /// Expressions that other ones may be exchanged for.
    pub phrases: Vec<Phrase>,
    /// The company that the whole mention keeps: its terms' vectors by weight, of length 1 (or nothing).
    pub company: Vec<f32>,
    /// Runs of four letters of the folded words, hashed and sorted; one that occurs twice stands twice.
    pub grams: Vec<u32>,
}

impl Profile {
    /// Of a text by itself: its stems are interned as they come.
    pub fn new(text: &str, tokens: &[Token], vocabulary: &mut Vocabulary) -> Self {
        let units = normalize::units(text, tokens);
        let stems: Vec<StemId> = units.iter().map(|unit| vocabulary.intern(&unit.key)).collect();
        Profile::of(text, tokens, &units, &stems, vocabulary)
    }

    /// Of a text whose stems have been interned, all of them.
    pub fn known(text: &str, tokens: &[Token], vocabulary: &Vocabulary) -> Self {
        let (units, stems) = interned(text, tokens, vocabulary);
        let mut profile = Profile::of(text, tokens, &units, &stems, vocabulary);
        // All words are known by now, and most neighbours are never written as one.
        profile.compounds.retain(|(hash, ..)| vocabulary.has_word(*hash));
        profile.shrink();
        profile
    }

    fn of(text: &str, tokens: &[Token], units: &[Unit], stems: &[StemId], vocabulary: &Vocabulary) -> Self {
        let order = &stems[..stems.len().min(ORDER_CAP)];
        let mut profile = Profile {
            terms: terms(text, tokens, units, stems, vocabulary),
            phrases: if vocabulary.is_bare() { Vec::new() } else { phrases(text, tokens) },
            compounds: compounds(tokens, units, stems),
            bigrams: ngrams::distinct(order.windows(2).map(|pair| (pair[0], pair[1]))),
            fourgrams: ngrams::distinct(order.windows(4).map(run_hash)),
            grams: ngrams::of_words(tokens.iter().map(|token| token.folded.as_str()), 4),
            company: Vec::new(),
            words: words(text, tokens),
            distinct: ngrams::distinct(order.iter().copied()),
            order: order.to_vec(),
        };
        profile.weigh(vocabulary);
        profile
    }

    /// Gives back what was taken in advance: there may be many profiles.
    fn shrink(&mut self) {
        self.terms.shrink_to_fit();
        self.grams.shrink_to_fit();
        self.bigrams.shrink_to_fit();
        self.fourgrams.shrink_to_fit();
        self.distinct.shrink_to_fit();
        self.compounds.shrink_to_fit();
    }

    /// Gives every term the weight of its stem.
    fn weigh(&mut self, vocabulary: &Vocabulary) {
        self.terms.iter_mut().for_each(|term| term.weight = vocabulary.entry(term.id).weight);
        let vectors =
            self.terms.iter().filter_map(|term| Some((vocabulary.entry(term.id).vector?, term.weight)));
        self.company = vectors::mean(vectors);
    }

    /// The same words in the same order; two texts without anything in them are not the same.
    pub fn same_words(&self, other: &Profile) -> bool {
        !self.words.is_empty() && self.words == other.words
    }

    /// The distinct stems that are no little words, ascending.
    pub fn stems(&self) -> Vec<StemId> {
        self.terms.iter().map(|term| term.id).collect()
    }
}

/// The units of a text and the numbers of their stems, all of which have been interned.
pub(super) fn interned(text: &str, tokens: &[Token], vocabulary: &Vocabulary) -> (Vec<Unit>, Vec<StemId>) {
    let units = normalize::units(text, tokens);
    let id = |unit: &Unit| vocabulary.id(&unit.key).expect("the stems of every mention are interned");
    let stems = units.iter().map(id).collect();
    (units, stems)
}

/// Text without words (signs, emoji) counts as one word of its own.
fn words(text: &str, tokens: &[Token]) -> Vec<u64> {
    let signs = text.trim();
    match tokens.is_empty() {
        true if signs.is_empty() => Vec::new(),
        true => vec![fnv1a(signs.bytes())],
        false => tokens.iter().map(|token| fnv1a(token.folded.bytes())).collect(),
    }
}

/// A hash of all words in order; 0 only for a text without any.
pub(super) fn wording(text: &str, tokens: &[Token]) -> u64 {
    let words = words(text, tokens);
    if words.is_empty() { 0 } else { fnv1a(words.iter().flat_map(|word| word.to_le_bytes())).max(1) }
}

fn run_hash(run: &[StemId]) -> u64 {
    fnv1a(run.iter().flat_map(|stem| stem.to_le_bytes()))
}

pub(super) fn compounds(tokens: &[Token], units: &[Unit], stems: &[StemId]) -> Vec<(u64, StemId, StemId)> {
    let single = |unit: &Unit| unit.length == 1 && !unit.number;
    let mut compounds: Vec<_> = (1..units.len())
        .filter(|right| single(&units[right - 1]) && single(&units[*right]))
        .map(|right| {
            let word = |unit: usize| tokens[units[unit].token].folded.as_str();
            let compound = word(right - 1).bytes().chain(units[right].key.bytes());
            (fnv1a(compound), stems[right - 1], stems[right])
        })
        .collect();
    compounds.sort_unstable();
    compounds
}

fn terms(
    text: &str,
    tokens: &[Token],
    units: &[Unit],
    stems: &[StemId],
    vocabulary: &Vocabulary,
) -> Vec<Term> {
    let quotations = quotations(text, &[Span::new(0, text.len())]);
    let capitals_tell = !is_headline_case(text, tokens);
    let mut terms: Vec<Term> = Vec::with_capacity(stems.len());
    for (index, (unit, id)) in units.iter().zip(stems).enumerate() {
        let background = vocabulary.entry(*id).background;
        if background <= LITTLE {
            continue;
        }
        let token = &tokens[unit.token];
        let number = unit.number;
        let day = calendar::is_day_or_month_stem(&unit.key);
        let place_tells = index > 0 && capitals_tell;
        let known = || unit.proper || background >= RARE || names::is_given(&token.folded);
        let name = !number && !day && token.is_capitalised(text) && (place_tells || known());
        let quoted = quotations.iter().any(|quotation| quotation.contains(token.span));
        let long = (unit.key.chars().count() as f64 - 2.0).clamp(1.0, 8.0);
        let tokens = (unit.token, unit.token + unit.length);
        terms.push(Term { id: *id, weight: 0.0, long, tokens, name, number, day, quoted });
    }
    terms.sort_by_key(|term| (term.id, term.tokens));
    terms.dedup_by(|later, first| {
        let same = later.id == first.id;
        first.name |= same && later.name;
        first.quoted |= same && later.quoted;
        same
    });
    terms
}
