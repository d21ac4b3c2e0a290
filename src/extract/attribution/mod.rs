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

pub mod clause;
mod content;
pub mod cue;
mod frame;
pub mod side;
pub mod source;
pub mod weigh;

use crate::model::{Attribution, AttributionKind, Document, Segmented, Sentence, Span};
use crate::text::Token;
use clause::Clause;
use frame::Frame;

/// The attributions of a document, one list a sentence; places in the document's text.
pub fn attributions(document: &Document, segmented: &Segmented) -> Vec<Vec<Attribution>> {
    let mut found: Vec<Vec<Attribution>> = Vec::with_capacity(segmented.sentences.len());
    let quotations: Vec<Span> = segmented.sentences.iter().flat_map(|one| one.quotations.clone()).collect();
    // The last attribution of a quotation, so that the quotation can go on: sentence and paragraph.
    let mut open: Option<(usize, usize)> = None;
    for (index, sentence) in segmented.sentences.iter().enumerate() {
        let clause = Clause::new(&document.text, sentence, &quotations, &cue::may_cue);
        let own = of_sentence(&clause);
        if own.is_empty() && clause.is_all_quoted() {
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

/// At most one attribution a cue; cues inside quotations belong to the speakers.
fn of_sentence(clause: &Clause) -> Vec<Attribution> {
    let frames = frame::frames(clause);
    let mut found: Vec<Attribution> = Vec::new();
    for frame in frames {
        let taken = found.iter().any(|one| one.source == Some(frame.source) && one.content == frame.content);
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
    let of_content = |at: &usize| {
        let token: &Token = &clause.tokens[*at];
        frame.content.contains(token.span)
            && !frame.cue.contains(token.span)
            && !frame.source.contains(token.span)
    };
    let words: Vec<usize> = (0..clause.len()).filter(of_content).collect();
    let quoted = words.iter().filter(|at| clause.is_quoted(**at)).count();
    match (quoted, words.len()) {
        (0, _) => AttributionKind::Indirect,
        (quoted, all) if quoted * 10 >= all * 9 => AttributionKind::Direct,
        _ => AttributionKind::Mixed,
    }
}
