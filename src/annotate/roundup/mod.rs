//! Coverage of other outlets that a document carries.
//!
//! ```text
//!   Harbour Gazette: Port shut after fire     label      a line that names its outlet
//!   From the Tidewater Post:                  lead-in    the block below is its coverage
//!   “It burned,” the Gazette writes. “Long.”  quoted     an outlet is the speaker
//!   The book tells it otherwise.              work       a named book, report, film speaks
//! ```
//!
//! Everything goes by rule; the outlet list only helps to know a name. A person who is quoted is no
//! outlet: an outlet must be the subject of the verb, and be on the list, labelled, or called one.

pub mod label;
mod leadin;
mod quoted;
#[cfg(test)]
mod tests;
mod voice;
mod work;

use crate::annotate::segment::paragraphs::Block;
use crate::model::{Passage, Sentence, SentenceKind, Span};
use label::Label;
use voice::Voices;
pub use voice::sounds_like_outlet;
pub use work::{Work, works};

/// What the rules of this room look at.
pub struct Page<'a> {
    pub text: &'a str,
    pub blocks: &'a [Block],
    /// The labels that count, by block.
    pub labels: &'a [Option<Label<'a>>],
    pub quotations: &'a [Span],
    /// Other outlets of the comparison, by the names they go by.
    pub outlets: &'a [&'a str],
}

/// The labels that count as outlets, one place a block.
pub fn labels<'a>(text: &'a str, blocks: &[Block], outlets: &[&str]) -> Vec<Option<Label<'a>>> {
    label::labels(text, blocks, &voices(text, outlets))
}

/// The outlets that the page's text and the rest of the comparison make known.
fn voices<'a>(text: &'a str, outlets: &[&str]) -> Voices<'a> {
    let mut voices = Voices::new(text);
    outlets.iter().for_each(|name| voices.learn(name));
    voices
}

/// The passages of the page, in order; marks the sentences that belong to them.
pub fn passages(page: &Page, sentences: &mut [Sentence]) -> Vec<Passage> {
    let mut voices = voices(page.text, page.outlets);
    page.labels.iter().flatten().for_each(|label| voices.learn(label.name));
    let works = work::works(page.text);
    let mut claims = label::claims(page, sentences, &voices);
    claims.extend(leadin::claims(page, sentences, &voices, &works));
    claims.extend(quoted::claims(page, sentences, &voices));
    claims.extend(work::claims(page, sentences, &works));
    assign(claims, sentences)
}

/// The sentences `first..end` are coverage of `voice`.
#[derive(Clone, Debug)]
pub struct Claim {
    pub voice: String,
    pub first: usize,
    pub end: usize,
    /// The sentence that does nothing but lead in.
    pub lead: Option<usize>,
}

/// Turns claims into passages; one inside another lengthens its chain.
fn assign(claims: Vec<Claim>, sentences: &mut [Sentence]) -> Vec<Passage> {
    let mut passages = Vec::new();
    for claim in claims {
        if let Some(lead) = claim.lead {
            sentences[lead].kind = SentenceKind::Furniture;
            sentences[lead].reason = Some("leads in what follows");
            sentences[lead].passage = None;
        }
        give(&claim, sentences, &mut passages);
    }
    in_order(passages, sentences)
}

/// Gives the claim's sentences to its voice, one passage for each passage around them.
fn give(claim: &Claim, sentences: &mut [Sentence], passages: &mut Vec<Passage>) {
    let mut outer = None;
    let mut under_way: Option<usize> = None;
    for sentence in &mut sentences[claim.first..claim.end] {
        let same = sentence.passage.is_some_and(|passage| passages[passage].voice == claim.voice);
        if sentence.kind == SentenceKind::Furniture || same {
            continue;
        }
        let index = under_way.filter(|_| outer == Some(sentence.passage)).unwrap_or(passages.len());
        outer = Some(sentence.passage);
        match passages.get_mut(index) {
            Some(passage) => passage.span = passage.span.joined(sentence.span),
            None => passages.push(passage(claim, sentence, passages)),
        }
        sentence.passage = Some(index);
        under_way = Some(index);
    }
}

fn passage(claim: &Claim, sentence: &Sentence, passages: &[Passage]) -> Passage {
    let mut chain = sentence.passage.map_or_else(Vec::new, |outer| passages[outer].chain.clone());
    chain.push(claim.voice.clone());
    Passage { span: sentence.span, voice: claim.voice.clone(), chain }
}

fn in_order(passages: Vec<Passage>, sentences: &mut [Sentence]) -> Vec<Passage> {
    let mut order: Vec<usize> = (0..passages.len()).collect();
    order.sort_by_key(|&index| passages[index].span);
    let mut place = vec![0; passages.len()];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    sentences.iter_mut().for_each(|sentence| sentence.passage = sentence.passage.map(|old| place[old]));
    order.into_iter().map(|index| passages[index].clone()).collect()
}

/// The sentences inside `span`.
fn inside(sentences: &[Sentence], span: Span) -> (usize, usize) {
    let first = sentences.partition_point(|sentence| sentence.span.start < span.start);
    let end = sentences.partition_point(|sentence| sentence.span.start < span.end);
    (first, end.max(first))
}
