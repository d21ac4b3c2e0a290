//! The words of one voice in one document, in order: what is compared for shared text.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;
use rayon::prelude::*;

use crate::lexicon::{grammar, stock};
use crate::model::{Analysis, MentionKind, Span};
use crate::text::Token;

/// A voice in a document: its own outlet, or one that it carries.
#[derive(Clone, Debug)]
pub(super) struct Stream {
    pub document: usize,
    pub outlet: usize,
    pub words: Vec<Word>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Equal for words of one stem.
    pub key: u32,
    /// Place in the document's text.
    pub span: Span,
    pub mention: usize,
    pub quoted: bool,
    /// How much its kind of word tells.
    weight: f64,
}

impl Word {
    /// How much it tells that two texts have this word at one place: two who heard the same words print the same words.
    pub fn tells(&self) -> f64 {
        if self.quoted { 0.0 } else { self.weight }
    }
}

/// What two outlets cannot but have in common tells little: names and numbers of the event; of its grammar, little more.
const NAME: f64 = 0.3;
const FUNCTION: f64 = 0.6;
/// Everybody writes these.
const STOCK: f64 = 0.0;
/// Headlines are rewritten, and short: what they share is chance.
const HEADLINE: f64 = 0.4;

/// Every voice of every document, in the order of the mentions. `words` holds the words of each mention.
pub(super) fn streams(analysis: &Analysis, words: &[&[Token]]) -> Vec<Stream> {
    let mut keys = Keys::default();
    let mut streams: BTreeMap<(usize, usize), Stream> = BTreeMap::new();
    let prepared: Vec<Vec<Word>> =
        words.par_iter().enumerate().map(|(mention, tokens)| of_mention(analysis, mention, tokens)).collect();
    for (mention, (tokens, prepared)) in words.iter().zip(prepared).enumerate() {
        let of = &analysis.mentions[mention];
        let stream = streams.entry((of.document, of.outlet)).or_insert_with(|| Stream {
            document: of.document,
            outlet: of.outlet,
            words: Vec::new(),
        });
        // Keys are given in the order of the text, by one thread: the same in every run.
        let keyed = |(token, word): (&Token, Word)| Word { key: keys.of(&token.stem), ..word };
        stream.words.extend(tokens.iter().zip(prepared).map(keyed));
    }
    streams.into_values().collect()
}

/// The words of a mention, still without their keys.
fn of_mention(analysis: &Analysis, mention: usize, tokens: &[Token]) -> Vec<Word> {
    let of = &analysis.mentions[mention];
    let text = analysis.text(mention);
    let (quotations, stock) = (quotations(analysis, mention), stock::inside(text, tokens));
    let headline = if of.kind == MentionKind::Headline { HEADLINE } else { 1.0 };
    let word = |(at, token): (usize, &Token)| {
        let span = token.span.shifted(of.span.start);
        let quoted = quotations.iter().any(|quotation| quotation.contains(span));
        let weight = if stock[at] { STOCK } else { weight(text, tokens, at) } * headline;
        Word { key: 0, span, mention, quoted, weight }
    };
    tokens.iter().enumerate().map(word).collect()
}

/// Quotations that reach into a mention, in the document's text.
fn quotations(analysis: &Analysis, mention: usize) -> Vec<Span> {
    let of = &analysis.mentions[mention];
    let sentences = &analysis.segmented[of.document].sentences;
    let end = sentences.partition_point(|sentence| sentence.span.start < of.span.end);
    // A quotation may have begun some sentences earlier; the longest look back is bounded.
    let first = end.saturating_sub(LOOK_BACK);
    let all = sentences[first..end].iter().flat_map(|sentence| &sentence.quotations);
    all.filter(|quotation| quotation.overlaps(of.span)).copied().collect()
}

const LOOK_BACK: usize = 40;

fn weight(text: &str, tokens: &[Token], at: usize) -> f64 {
    let token = &tokens[at];
    if token.is_numeric() || at > 0 && token.is_capitalised(text) {
        NAME
    } else if grammar::is_function(&token.folded) {
        FUNCTION
    } else {
        1.0
    }
}

/// Numbers for stems, given in the order in which they are met.
#[derive(Default)]
struct Keys(HashMap<String, u32, RandomState>);

impl Keys {
    fn of(&mut self, stem: &str) -> u32 {
        let next = self.0.len() as u32;
        match self.0.get(stem) {
            Some(&key) => key,
            None => {
                self.0.insert(stem.to_owned(), next);
                next
            }
        }
    }
}
