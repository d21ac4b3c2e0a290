//! Document → headlines, sentences, furniture; quotations; passages that belong to other outlets.
//!
//! ```text
//!   text ─paragraphs─► blocks ─text::sentences─► sentences ─furniture─► kinds
//!                        │ labels                   ▲ quotation          │ roundup
//!                        └──────────────────────────┴────────────────────┴─► whose coverage
//! ```
//!
//! Every step is linear in the text's length; nothing in a document can make one panic.

pub mod dateline;
pub(super) mod markup;
mod mention;
pub(super) mod paragraphs;
pub(super) mod share;

pub use mention::{Unit, units};

use super::roundup::label::Label;
use super::{boilerplate, roundup};
use crate::model::{Document, Segmented, Sentence, SentenceKind, Span};
use crate::text;
use paragraphs::Block;

/// Cuts a document up. Sentences come in order and never overlap.
pub fn segment(document: &Document) -> Segmented {
    segment_among(document, &[])
}

/// The same, for a document among those of the outlets named: their names count as outlets' wherever they stand.
pub fn segment_among(document: &Document, outlets: &[&str]) -> Segmented {
    let text = document.text.as_str();
    let (mut sentences, blocks) = (headline(document), blocks(document));
    let others: Vec<&str> = outlets.iter().copied().filter(|name| *name != document.outlet).collect();
    let labels = roundup::labels(text, &blocks, &others);
    let house = boilerplate::House::new(&document.outlet);
    for (block, label) in blocks.iter().zip(&labels) {
        sentences.extend(sentences_of(text, block, *label, &house));
    }
    sentences.sort_by_key(|sentence| sentence.span);
    let quotations = crate::text::quotations(text, &paragraphs(document, &blocks));
    place(&quotations, &mut sentences);
    let page =
        roundup::Page { text, blocks: &blocks, labels: &labels, quotations: &quotations, outlets: &others };
    let passages = roundup::passages(&page, &mut sentences);
    boilerplate::mark_by_position(document, &mut sentences);
    Segmented { sentences, passages }
}

fn headline(document: &Document) -> Vec<Sentence> {
    let span =
        document.headline.map(|span| markup::strip(&document.text, span).1).filter(|span| !span.is_empty());
    span.map(|span| sentence(span, SentenceKind::Headline, None, 0)).into_iter().collect()
}

/// The blocks before and behind the headline.
fn blocks(document: &Document) -> Vec<Block> {
    let text = document.text.as_str();
    let Some(headline) = document.headline else {
        return paragraphs::blocks(text, Span::new(0, text.len()), 0);
    };
    let mut blocks = paragraphs::blocks(text, Span::new(0, headline.start), 1);
    let first = blocks.last().map_or(1, |block| block.paragraph + 1);
    blocks.extend(paragraphs::blocks(text, Span::new(headline.end, text.len()), first));
    blocks
}

/// The stretches in which quotation marks belong together: the headline, then paragraph by paragraph.
fn paragraphs(document: &Document, blocks: &[Block]) -> Vec<Span> {
    let mut spans: Vec<Span> =
        blocks.chunk_by(|a, b| a.paragraph == b.paragraph).filter_map(joined).collect();
    spans.extend(document.headline);
    spans.sort();
    spans
}

fn joined(blocks: &[Block]) -> Option<Span> {
    blocks.iter().map(|block| block.span).reduce(Span::joined)
}

fn sentences_of(
    text: &str,
    block: &Block,
    label: Option<Label>,
    house: &boilerplate::House,
) -> Vec<Sentence> {
    let length = label.map_or(0, |label| label.length.min(block.span.len()));
    let (head, rest) = (
        Span::new(block.span.start, block.span.start + length),
        Span::new(block.span.start + length, block.span.end),
    );
    let mut sentences = Vec::new();
    if !head.is_empty() {
        let reason = Some("names the outlet of what follows");
        sentences.push(sentence(head.trimmed(text), SentenceKind::Furniture, reason, block.paragraph));
    }
    let spans =
        text::sentences(rest.of(text)).into_iter().map(|span| unmarked(text, span.shifted(rest.start)));
    let spans: Vec<Span> = spans.filter(|span| !span.is_empty()).collect();
    let texts: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    let reason = boilerplate::of_block(block.span.of(text), &texts, house);
    sentences.extend(spans.into_iter().map(|span| {
        let reason = reason.or_else(|| boilerplate::of_sentence(span.of(text), false, house));
        sentence(span, kind(block, label, reason, span.of(text)), reason, block.paragraph)
    }));
    sentences
}

/// Without the `> ` of a line in the middle of a set-off block.
fn unmarked(text: &str, span: Span) -> Span {
    let opens_line = text[..span.start].trim_end_matches([' ', '\t']).ends_with('\n');
    if opens_line { markup::strip(text, span).1 } else { span }
}

fn kind(block: &Block, label: Option<Label>, reason: Option<&str>, sentence: &str) -> SentenceKind {
    let stops = sentence.ends_with('.') && !sentence.ends_with("..");
    match reason {
        Some(_) => SentenceKind::Furniture,
        None if block.prefix == markup::Prefix::Heading => SentenceKind::Headline,
        None if label.is_some() && !stops => SentenceKind::Headline,
        None => SentenceKind::Sentence,
    }
}

fn sentence(span: Span, kind: SentenceKind, reason: Option<&'static str>, paragraph: usize) -> Sentence {
    Sentence { span, kind, reason, paragraph, quotations: Vec::new(), passage: None }
}

/// Gives each quotation to the sentence in which its opening mark stands.
fn place(quotations: &[Span], sentences: &mut [Sentence]) {
    for quotation in quotations {
        let at = sentences.partition_point(|sentence| sentence.span.start <= quotation.start);
        if let Some(sentence) = at.checked_sub(1).and_then(|at| sentences.get_mut(at)) {
            sentence.quotations.push(*quotation);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MentionKind;

    fn rows(title: Option<&str>, body: &str) -> Vec<(&'static str, String)> {
        let document = Document::default().with_text(title, body);
        let sentences = segment(&document).sentences;
        sentences.iter().map(|row| (row.kind.name(), row.span.of(&document.text).to_owned())).collect()
    }

    fn check(body: &str, expected: &[&str]) {
        let found: Vec<_> = rows(None, body).into_iter().map(|(_, text)| text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_title_is_a_headline_and_the_byline_is_furniture() {
        let found = rows(
            Some("Ferry burns"),
            "By Ada Venn and Tom Holt\n\nThree died. One is missing.\n\nAdvertisement",
        );
        let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, ["headline", "furniture", "sentence", "sentence", "furniture"]);
    }

    #[test]
    fn wrapped_lines_are_joined_and_other_lines_are_not() {
        check(
            "The ferry Marigold burned on Tuesday evening off\r\nHolm Point, and three of the people on board died in\r\nthe fire. A fourth is missing.",
            &[
                "The ferry Marigold burned on Tuesday evening off\r\nHolm Point, and three of the people on board died in\r\nthe fire.",
                "A fourth is missing.",
            ],
        );
        check("Three dead\nOne missing\nNobody held", &["Three dead", "One missing", "Nobody held"]);
    }

    #[test]
    fn markup_is_no_part_of_a_sentence() {
        check(
            "- One died.\n- Two lived.\n\n> It burned. It\n> sank.",
            &["One died.", "Two lived.", "It burned.", "It\n> sank."],
        );
    }

    #[test]
    fn a_short_quoted_tail_joins_its_sentence() {
        let document = Document::default().with_text(
            None,
            "“Sir,” she said softly. “No.” He left. “Never,” he said. “We will never go home.”",
        );
        let units = units(&document, &segment(&document));
        let texts: Vec<_> = units.iter().map(|unit| unit.span.of(&document.text)).collect();
        assert_eq!(
            texts,
            ["“Sir,” she said softly. “No.”", "He left.", "“Never,” he said.", "“We will never go home.”"]
        );
        assert_eq!(units[3].kind, MentionKind::Quotation);
        assert_eq!(units[1].kind, MentionKind::Sentence);
    }
}
