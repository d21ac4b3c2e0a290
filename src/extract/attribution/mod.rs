//! Who says it: source, cue and content, sentence by sentence.
//!
//! ```text
//!   “The roof went first,” said Ana Brandt, the foreman.      quote · cue · source
//!   The foreman told reporters that the roof went first.      source · cue · content
//!   According to the foreman, the roof went first.            cue · source · content
//!   The roof went first, the foreman said.                    content · source · cue
//! ```
//!
//! Rules on words and marks, no parser: a cue from the lexicon, then the noun phrase beside it up to the
//! edge of its clause. Unsure finds nothing. The terms are those of the PARC and PolNeAR corpora.

mod frame;
mod phrase;

use crate::model::{Attribution, AttributionKind, Document, Segmented, Sentence, Span};
use crate::text::{self, Token};

use frame::Frame;

/// The attributions of a document, one list a sentence; places in the document's text.
pub fn attributions(document: &Document, segmented: &Segmented) -> Vec<Vec<Attribution>> {
    let mut found: Vec<Vec<Attribution>> = Vec::with_capacity(segmented.sentences.len());
    let quotations: Vec<Span> = segmented.sentences.iter().flat_map(|one| one.quotations.clone()).collect();
    // The last attribution of a quotation, so that the quotation can go on: sentence and paragraph.
    let mut open: Option<(usize, usize)> = None;
    for (index, sentence) in segmented.sentences.iter().enumerate() {
        let clause = Clause::new(&document.text, sentence, &quotations);
        let own = of_sentence(&clause);
        if own.is_empty() && clause.is_quoted() {
            if let Some((at, _)) = open.filter(|(_, paragraph)| *paragraph == sentence.paragraph) {
                extend(&mut found, at, sentence);
            }
        } else {
            let quotes = own.iter().any(|one| one.kind != AttributionKind::Indirect);
            open = quotes.then_some((index, sentence.paragraph));
        }
        found.push(own);
    }
    found
}

/// The quotation goes on in this sentence: it is content of the attribution that it began with.
fn extend(found: &mut [Vec<Attribution>], at: usize, sentence: &Sentence) {
    if let Some(attribution) = found[at].iter_mut().rev().find(|one| one.kind != AttributionKind::Indirect) {
        attribution.content = attribution.content.joined(sentence.span);
    }
}

/// A sentence with its words and with what of it stands in quotation marks.
struct Clause<'a> {
    text: &'a str,
    /// Words, their spans counted in the document's text.
    tokens: Vec<Token>,
    /// Parts of the sentence inside quotation marks, in the document's text.
    quotations: Vec<Span>,
    /// The quotations that these are parts of: one may have begun in an earlier sentence, or end in a later.
    whole: Vec<Span>,
    span: Span,
}

impl<'a> Clause<'a> {
    fn new(text: &'a str, sentence: &Sentence, all: &[Span]) -> Self {
        let span = sentence.span;
        let mut tokens = text::tokens(span.of(text));
        tokens.iter_mut().for_each(|token| token.span = token.span.shifted(span.start));
        let first = all.partition_point(|quotation| quotation.end <= span.start);
        let whole: Vec<Span> =
            all[first..].iter().take_while(|quotation| quotation.start < span.end).copied().collect();
        let inside = |one: &Span| Span::new(one.start.max(span.start), one.end.min(span.end));
        Clause { text, tokens, quotations: whole.iter().map(inside).collect(), whole, span }
    }

    /// The whole of what a stretch of the sentence's quotations belongs to.
    fn in_full(&self, content: Span) -> Span {
        let parts = self.whole.iter().filter(|quotation| quotation.overlaps(content));
        parts.fold(content, |content, quotation| content.joined(*quotation))
    }

    fn quotes(&self, place: Span) -> bool {
        self.quotations.iter().any(|quotation| quotation.contains(place))
    }

    /// Nothing but a quotation, or its continuation.
    fn is_quoted(&self) -> bool {
        let opens = self.span.of(self.text).starts_with(['“', '"', '\'', '‘', '«']);
        let outside = self.tokens.iter().filter(|token| !self.quotes(token.span)).count();
        outside == 0 || opens && self.quotations.is_empty()
    }
}

/// At most one attribution a cue; cues inside quotations belong to the speakers.
fn of_sentence(clause: &Clause) -> Vec<Attribution> {
    let frames = frame::frames(clause);
    let mut found: Vec<Attribution> = Vec::new();
    for frame in frames {
        let taken = found.iter().any(|one| one.source == Some(frame.source) || one.content == frame.content);
        if !taken {
            found.push(attribution(clause, frame));
        }
    }
    found
}

fn attribution(clause: &Clause, frame: Frame) -> Attribution {
    let kind = kind(clause, &frame);
    Attribution {
        kind,
        source: Some(frame.source),
        cue: Some(frame.cue),
        content: clause.in_full(frame.content),
    }
}

/// By how much of the content stands in quotation marks.
fn kind(clause: &Clause, frame: &Frame) -> AttributionKind {
    let of_content = |token: &&Token| {
        frame.content.contains(token.span)
            && !frame.cue.contains(token.span)
            && !frame.source.contains(token.span)
    };
    let words: Vec<&Token> = clause.tokens.iter().filter(of_content).collect();
    let quoted = words.iter().filter(|token| clause.quotes(token.span)).count();
    match (quoted, words.len()) {
        (0, _) => AttributionKind::Indirect,
        (quoted, all) if quoted * 10 >= all * 9 => AttributionKind::Direct,
        _ => AttributionKind::Mixed,
    }
}
