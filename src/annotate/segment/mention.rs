//! Sentences → the units that can carry a claim.

use super::{dateline, share};
use crate::model::{Document, MentionKind, Segmented, Sentence, SentenceKind, Span};

/// A stretch of a document that becomes a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    pub span: Span,
    pub kind: MentionKind,
    /// Index into [`Segmented::passages`].
    pub passage: Option<usize>,
}

/// A sentence counts as a quotation from this share of quoted words on.
const MOSTLY: f64 = 0.6;
/// A quoted fragment shorter than this says too little to stand alone.
const FEWEST_WORDS: usize = 4;

/// Every headline and sentence that is not furniture, in order.
///
/// A short quoted fragment behind a framed quotation joins it: `“Sir,” she said softly. “No.”`
pub fn units(document: &Document, segmented: &Segmented) -> Vec<Unit> {
    let text = document.text.as_str();
    let quotations: Vec<Span> =
        segmented.sentences.iter().flat_map(|sentence| &sentence.quotations).copied().collect();
    let mut units: Vec<Unit> = Vec::new();
    let mut behind: Option<&Sentence> = None;
    for sentence in segmented.sentences.iter().filter(|sentence| can_claim(text, sentence)) {
        match (units.last_mut(), behind) {
            (Some(unit), Some(behind)) if is_tail(text, behind, sentence, &quotations) => {
                unit.span = unit.span.joined(sentence.span);
                unit.kind = kind(text, sentence.kind, unit.span, &quotations);
            }
            _ => units.push(unit(text, sentence, opens_paragraph(segmented, sentence), &quotations)),
        }
        behind = Some(sentence);
    }
    units
}

/// A dateline is no part of what its sentence says.
fn unit(text: &str, sentence: &Sentence, opens: bool, quotations: &[Span]) -> Unit {
    let mut span = sentence.span;
    if opens && sentence.kind == SentenceKind::Sentence {
        span.start += dateline::length(span.of(text));
    }
    Unit { span, kind: kind(text, sentence.kind, span, quotations), passage: sentence.passage }
}

fn opens_paragraph(segmented: &Segmented, sentence: &Sentence) -> bool {
    let before = segmented.sentences.partition_point(|other| other.span < sentence.span).checked_sub(1);
    before.is_none_or(|before| segmented.sentences[before].paragraph != sentence.paragraph)
}

fn can_claim(text: &str, sentence: &Sentence) -> bool {
    sentence.kind != SentenceKind::Furniture && sentence.span.of(text).contains(char::is_alphanumeric)
}

fn kind(text: &str, kind: SentenceKind, span: Span, quotations: &[Span]) -> MentionKind {
    match kind {
        SentenceKind::Headline => MentionKind::Headline,
        SentenceKind::Sentence | SentenceKind::Furniture => {
            match share::quoted(text, span, quotations) >= MOSTLY {
                true => MentionKind::Quotation,
                false => MentionKind::Sentence,
            }
        }
    }
}

/// A wholly quoted fragment directly behind a framed quotation of the same paragraph and voice.
fn is_tail(text: &str, behind: &Sentence, sentence: &Sentence, quotations: &[Span]) -> bool {
    let share = |sentence: &Sentence| share::quoted(text, sentence.span, quotations);
    let framed = |share: f64| share > 0.0 && share < 1.0;
    let plain = |sentence: &Sentence| sentence.kind == SentenceKind::Sentence;
    (behind.paragraph, behind.passage) == (sentence.paragraph, sentence.passage)
        && plain(behind)
        && plain(sentence)
        && share::words(sentence.span.of(text)) < FEWEST_WORDS
        && framed(share(behind))
        && share(sentence) >= 1.0
}
