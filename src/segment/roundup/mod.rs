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
mod voice;
mod work;

use crate::model::{Passage, Sentence, SentenceKind, Span};
use crate::segment::paragraphs::Block;
use label::Label;
use voice::Voices;

/// What the rules of this room look at.
pub struct Page<'a> {
    pub text: &'a str,
    pub blocks: &'a [Block],
    /// The labels that count, by block.
    pub labels: &'a [Option<Label<'a>>],
    pub quotations: &'a [Span],
}

/// Whether a sentence does nothing but lead in: `From the Harbour Gazette:`.
pub fn is_lead_in(sentence: &str) -> bool {
    leadin::is_bare(sentence)
}

/// The labels that count as outlets, one place a block.
pub fn labels<'a>(text: &'a str, blocks: &[Block]) -> Vec<Option<Label<'a>>> {
    label::labels(text, blocks, &Voices::new(text))
}

/// The passages of the page, in order; marks the sentences that belong to them.
pub fn passages(page: &Page, sentences: &mut [Sentence]) -> Vec<Passage> {
    let mut voices = Voices::new(page.text);
    page.labels.iter().flatten().for_each(|label| voices.learn(label.name));
    let mut claims = label::claims(page, sentences, &voices);
    claims.extend(leadin::claims(page, sentences, &voices));
    claims.extend(quoted::claims(page, sentences, &voices));
    claims.extend(work::claims(page, sentences, &voices));
    assign(claims, sentences)
}

/// The sentences `first..end` are coverage of `voice`.
#[derive(Clone, Debug)]
pub struct Claim {
    pub voice: String,
    pub first: usize,
    pub end: usize,
}

/// Turns claims into passages; what an earlier rule took stays taken, headings and prompts stay out.
fn assign(claims: Vec<Claim>, sentences: &mut [Sentence]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for claim in claims {
        let index = passages.len();
        let mut span: Option<Span> = None;
        for sentence in &mut sentences[claim.first..claim.end] {
            if sentence.passage.is_none() && sentence.kind != SentenceKind::Furniture {
                sentence.passage = Some(index);
                span = Some(span.map_or(sentence.span, |span| span.joined(sentence.span)));
            }
        }
        if let Some(span) = span {
            passages.push(Passage { span, chain: vec![claim.voice.clone()], voice: claim.voice });
        }
    }
    in_order(passages, sentences)
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
