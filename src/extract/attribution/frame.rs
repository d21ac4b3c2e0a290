//! The frame of an attribution: where cue, source and content stand in a sentence.

use super::Clause;
use super::phrase::{after, before};
use crate::lexicon::cues;
use crate::model::Span;

/// One cue with its source and content, in the document's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub cue: Span,
    pub source: Span,
    pub content: Span,
}

/// Every frame of the sentence, in order.
pub(super) fn frames(clause: &Clause) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut at = 0;
    while at < clause.tokens.len() {
        let token = &clause.tokens[at];
        if clause.quotes(token.span) {
            at += 1;
        } else if is_according_to(clause, at) {
            frames.extend(according_to(clause, at));
            at += 2;
        } else {
            if cues::is_cue(&token.folded) {
                frames.extend(beside_quotation(clause, at).or_else(|| reported(clause, at)));
            }
            at += 1;
        }
    }
    frames
}

fn is_according_to(clause: &Clause, at: usize) -> bool {
    let word = |index: usize| clause.tokens.get(index).map(|token| token.folded.as_str());
    word(at) == Some("according") && word(at + 1) == Some("to")
}

/// *According to SOURCE, CONTENT* and *CONTENT, according to SOURCE*.
fn according_to(clause: &Clause, at: usize) -> Option<Frame> {
    let cue = clause.tokens[at].span.joined(clause.tokens[at + 1].span);
    let source = until_comma(clause, at, after(clause, at + 2)?);
    let content = match at {
        0 => Span::new(source.end, clause.span.end),
        _ => Span::new(clause.span.start, cue.start),
    };
    filled(clause, Frame { cue, source, content })
}

/// At the head of a sentence the comma ends the source, if nothing but the source were left without it.
fn until_comma(clause: &Clause, at: usize, source: Span) -> Span {
    let last = clause.tokens.last().map_or(source.end, |token| token.span.end);
    let comma = source.of(clause.text).find(',').filter(|_| at == 0 && source.end >= last);
    comma.map_or(source, |comma| Span::new(source.start, source.start + comma))
}

/// `“…,” SOURCE CUE` · `“…,” CUE SOURCE` · `SOURCE CUE: “…”`.
fn beside_quotation(clause: &Clause, at: usize) -> Option<Frame> {
    let cue = clause.tokens[at].span;
    let first = *clause.quotations.first()?;
    let last = *clause.quotations.last()?;
    let before_cue = clause.quotations.iter().rfind(|quotation| quotation.end <= cue.start);
    let after_cue = clause.quotations.iter().find(|quotation| quotation.start >= cue.end);
    let content = first.joined(last);
    if let Some(quotation) = before_cue {
        let gap = words_between(clause, quotation.end, cue.start);
        if gap == 0 {
            let source = after(clause, at + 1)?;
            return filled(clause, Frame { cue, source, content: Span::new(content.start, content.end) });
        }
        let source = before(clause, at);
        if let Some(source) = source.filter(|source| {
            ends_clause(clause, at) || source.start >= quotation.end && gap <= LONGEST_SOURCE
        }) {
            let whole = if source.start > quotation.end { content } else { *quotation };
            return filled(clause, Frame { cue, source, content: whole });
        }
    }
    let quotation = after_cue?;
    if words_between(clause, cue.end, quotation.start) <= 1 {
        return filled(clause, Frame { cue, source: before(clause, at)?, content: quotation.joined(last) });
    }
    None
}

/// Words between a quotation and its cue, where more than the cue stands behind: *“…,” Holm told reporters in Tarnby*.
const LONGEST_SOURCE: usize = 14;

/// *SOURCE CUE (that) CONTENT* and *CONTENT, SOURCE CUE*.
fn reported(clause: &Clause, at: usize) -> Option<Frame> {
    let cue = clause.tokens[at].span;
    if ends_clause(clause, at) {
        let source = before(clause, at).filter(|source| source.start > clause.span.start);
        let inverted =
            source.map(|source| Frame { cue, source, content: Span::new(clause.span.start, source.start) });
        return inverted.and_then(|frame| filled(clause, frame));
    }
    let that = clause.tokens.get(at + 1).is_some_and(|next| next.folded == "that");
    if !that && !cues::takes_clause(&clause.tokens[at].folded) {
        return None;
    }
    let source = before(clause, at)?;
    filled(clause, Frame { cue, source, content: Span::new(cue.end, clause.span.end) })
}

/// The cue closes its clause: nothing, or only a mark, comes behind it.
fn ends_clause(clause: &Clause, at: usize) -> bool {
    let end = clause.tokens[at].span.end;
    let rest = Span::new(end, clause.span.end).of(clause.text).trim_start();
    rest.starts_with([',', '.', ';', ':', '—', '–', '!', '?']) || rest.is_empty()
}

fn words_between(clause: &Clause, start: usize, end: usize) -> usize {
    clause.tokens.iter().filter(|token| token.span.start >= start && token.span.end <= end).count()
}

/// Trims the content to its words; none, or one word alone, is no content.
fn filled(clause: &Clause, frame: Frame) -> Option<Frame> {
    let inside = |token: &&crate::text::Token| frame.content.contains(token.span);
    let words: Vec<Span> = clause.tokens.iter().filter(inside).map(|token| token.span).collect();
    let (first, last) = (*words.first()?, *words.last()?);
    let quoted = clause.quotes(first);
    (words.len() > 1 || quoted).then(|| Frame { content: first.joined(last), ..frame })
}
