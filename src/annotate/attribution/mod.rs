//! Who says it: source, cue and content, sentence by sentence.
//!
//! ```text
//!   “The roof went first,” said Ana Brandt, the foreman.      quote · cue · source
//!   The foreman told reporters that the roof went first.      source · cue · content
//!   According to the foreman, the roof went first.            cue · source · content
//!   The roof went first, the foreman said.                    content · source · cue
//!   Foreman: the roof went first                              label, signature: the mark is the cue
//! ```
//!
//! No parser. Four small linear models over words and marks, learned from PolNeAR (`examples/attribution`), decide one
//! after the other: is this word a cue (`cue`), which stretch of words is its source (`source`), does the content stand
//! before or behind (`side`), where does it begin and end (`edge`). Each looks at a bounded stretch of words, so the time
//! is linear; a cue that is not sure enough finds nothing. Rules came first and found a third less of what is reported
//! without quotation marks: most of that hangs on verbs that report only in some company. Contents may hold frames of
//! their own: every cue is read by itself. The terms are those of the PARC and PolNeAR corpora.

mod adjust;
pub mod boundary;
pub mod clause;
mod content;
pub mod content_side;
pub mod cue;
mod frame;
mod label;
pub mod linear_model;
mod quoted;
mod signed;
pub mod source;

use crate::lexicon::cues;
use crate::model::{Attribution, AttributionKind, Document, Segmented, Sentence};
use clause::Clause;
use frame::Frame;

/// The attributions of a document, one list a sentence; places in the document's text.
pub fn attributions(document: &Document, segmented: &Segmented) -> Vec<Vec<Attribution>> {
    let text = document.text.as_str();
    let quotations = quoted::runs(text, segmented);
    let mut found: Vec<Vec<Attribution>> = Vec::with_capacity(segmented.sentences.len());
    // The last speech, so that it can go on: sentence and number there, paragraph, and whether a label began it.
    let mut open: Option<Open> = None;
    for (index, sentence) in segmented.sentences.iter().enumerate() {
        let clause = Clause::new(text, sentence, &quotations, &cue::may_cue);
        let mut own = of_sentence(&clause);
        let goes_on = open.filter(|open| open.paragraph == sentence.paragraph);
        let speaker = label::of_speaker(&clause).filter(|_| opens_paragraph(segmented, index));
        if let Some(frame) = speaker {
            own.push(attribution(&clause, frame));
            open = Some(Open {
                sentence: index,
                number: own.len() - 1,
                paragraph: sentence.paragraph,
                labelled: true,
            });
        } else if let Some(open) = goes_on.filter(|open| open.labelled || clause.is_all_quoted()) {
            let content = &mut found[open.sentence][open.number].content;
            *content = content.joined(clause.in_full(clause.words()));
        } else {
            let speech = own.iter().rposition(|one| one.kind != AttributionKind::Indirect);
            open = speech.map(|number| Open {
                sentence: index,
                number,
                paragraph: sentence.paragraph,
                labelled: false,
            });
        }
        found.push(own);
    }
    quoted::sign(text, segmented, &quotations, &mut found);
    let contents = found.iter_mut().flatten().map(|one| &mut one.content);
    contents.for_each(|content| *content = quoted::balanced(text, &quotations, *content));
    found
}

/// A speech that may go on in the next sentence.
#[derive(Clone, Copy)]
struct Open {
    sentence: usize,
    number: usize,
    paragraph: usize,
    labelled: bool,
}

fn opens_paragraph(segmented: &Segmented, index: usize) -> bool {
    let paragraph = |at: usize| segmented.sentences.get(at).map(|one: &Sentence| one.paragraph);
    index == 0 || paragraph(index - 1) != paragraph(index)
}

/// At most one attribution a cue.
fn of_sentence(clause: &Clause) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for frame in frame::frames(clause) {
        let again = found.iter().any(|one| one.source == Some(frame.source) && one.content == frame.content);
        let one = attribution(clause, frame);
        if !again && !is_thin(clause, &one) {
            found.push(one);
        }
    }
    if found.is_empty() {
        found.extend(label::of_headline(clause).map(|frame| attribution(clause, frame)));
    }
    found
}

/// *He read the paper*: a thing, not what it says. Verbs that do more than report need a clause or a quotation.
fn is_thin(clause: &Clause, one: &Attribution) -> bool {
    let inside = clause.tokens.iter().filter(|token| one.content.contains(token.span)).count();
    let cue = clause.tokens.iter().rfind(|token| one.cue.is_some_and(|cue| cue.contains(token.span)));
    let weak = cue.is_some_and(|cue| cues::is_cue(&cue.folded) && !cues::takes_clause(&cue.folded));
    one.kind == AttributionKind::Indirect && weak && inside < 3
}

fn attribution(clause: &Clause, frame: Frame) -> Attribution {
    let nested = clause.quotation(frame.cue).is_some();
    let content = if nested { frame.content } else { clause.in_full(frame.content) };
    Attribution { kind: kind(clause, &frame), source: Some(frame.source), cue: Some(frame.cue), content }
}

/// By how much of the content stands in quotation marks that are not the cue's own.
fn kind(clause: &Clause, frame: &Frame) -> AttributionKind {
    let around = clause.quotation(frame.cue);
    let aside = clause.between_quotations(frame.cue);
    let of_content = |at: &usize| {
        let span = clause.tokens[*at].span;
        frame.content.contains(span)
            && !aside.contains(span)
            && !frame.cue.contains(span)
            && !frame.source.contains(span)
    };
    let words: Vec<usize> = (0..clause.len()).filter(of_content).collect();
    let quoted = words.iter().filter(|at| around.is_none() && clause.is_quoted(**at)).count();
    match (quoted, words.len()) {
        (0, _) => AttributionKind::Indirect,
        (quoted, all) if quoted * 10 >= all * 9 => AttributionKind::Direct,
        _ => AttributionKind::Mixed,
    }
}
