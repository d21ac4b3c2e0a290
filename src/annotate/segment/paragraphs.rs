//! Paragraphs and the blocks they are made of: stretches in which sentences run on.
//!
//! ```text
//!   The harbour was closed on      ┐ one block: the break is soft, the line was full
//!   Sunday, the port office said.  ┘
//!                                    a blank line parts paragraphs
//!   - The Gazette: Harbour shut      a block of its own; the `- ` is no part of it
//! ```

use crate::annotate::segment::markup::{self, Prefix};
use crate::model::Span;

/// A stretch of text in which sentences run on; it may span several soft-wrapped lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Without markup at its beginning, trimmed, never empty.
    pub span: Span,
    /// Which paragraph of the document, from 0.
    pub paragraph: usize,
    pub prefix: Prefix,
}

/// The longest line that still counts as wrapped by an editor.
const WIDEST: usize = 120;
/// A line shorter than this was ended on purpose.
const NARROWEST: usize = 40;

/// The blocks of `part` in order; paragraphs count from `first`.
pub fn blocks(text: &str, part: Span, first: usize) -> Vec<Block> {
    let lines = lines(text, part);
    let width = width(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let (mut paragraph, mut behind) = (first, None::<Line>);
    for line in lines {
        match behind {
            _ if line.span.is_empty() => {
                paragraph += usize::from(behind.is_some());
                behind = None;
                continue;
            }
            Some(previous) if goes_on(text, previous, line, width) => extend(&mut blocks, line),
            _ => blocks.push(Block { span: line.span, paragraph, prefix: line.prefix }),
        }
        behind = Some(line);
    }
    blocks
}

/// One line without its markup; empty where it is blank.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    prefix: Prefix,
}

fn lines(text: &str, part: Span) -> Vec<Line> {
    let mut start = part.start;
    let pieces = part.of(text).split('\n');
    pieces
        .map(|piece| {
            let (prefix, span) = markup::strip(text, Span::new(start, start + piece.len()));
            start += piece.len() + 1;
            Line { span, prefix }
        })
        .collect()
}

fn extend(blocks: &mut [Block], line: Line) {
    if let Some(block) = blocks.last_mut() {
        block.span = block.span.joined(line.span);
    }
}

/// How wide the document is wrapped; `None` where its lines are not wrapped at all.
fn width(text: &str, lines: &[Line]) -> Option<usize> {
    let length = |line: &Line| line.span.of(text).chars().count();
    let inner = lines.windows(2).filter(|pair| !pair[0].span.is_empty() && !pair[1].span.is_empty());
    inner.map(|pair| length(&pair[0]).max(length(&pair[1]))).max().filter(|&widest| widest <= WIDEST)
}

/// Whether the break between two neighbouring lines is soft.
fn goes_on(text: &str, above: Line, below: Line, width: Option<usize>) -> bool {
    let (over, under) = (above.span.of(text), below.span.of(text));
    let same_quote = above.prefix == Prefix::Quote && below.prefix == Prefix::Quote;
    if below.prefix != Prefix::None && !same_quote || above.prefix == Prefix::Heading {
        return false;
    }
    if is_label_line(over) && is_label_line(under) {
        return false;
    }
    let low = under.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'));
    low && !ends_sentence(over) || width.is_some_and(|width| is_full(over, under, width))
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?'])
}

/// The next word had no room on the line any more.
fn is_full(over: &str, under: &str, width: usize) -> bool {
    let next = under.split_whitespace().next().unwrap_or("").chars().count();
    let length = over.chars().count();
    length >= NARROWEST && length + 1 + next + 3 > width
}

/// `Harbour Gazette: Port shut`.
fn is_label_line(line: &str) -> bool {
    crate::annotate::roundup::label::part(line).is_some()
}
