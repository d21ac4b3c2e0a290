//! A name and a colon: *Mayor: no jobs lost*, *No jobs lost: police*, and the speakers of a transcript.

use super::clause::Clause;
use super::frame::Frame;
use crate::lexicon::{names, speakers};
use crate::model::Span;

/// Words a label has at most.
const LONGEST: usize = 5;

/// The frame of a headline's label; its cue is the colon.
pub(super) fn of_headline(clause: &Clause) -> Option<Frame> {
    let colon = colon(clause).filter(|_| clause.headline)?;
    let (low, high) = (colon, clause.len() - colon);
    let before = low <= LONGEST && speaks(clause, 0, colon);
    let after = high <= LONGEST && low > high && speaks(clause, colon, clause.len());
    match (before, after) {
        (true, _) if high > 1 => Some(frame(clause, (0, colon), (colon, clause.len()), colon)),
        (_, true) => Some(frame(clause, (colon, clause.len()), (0, colon), colon)),
        _ => None,
    }
}

/// The frame of a speaker in a transcript: *HOLM: We stay*.
pub(super) fn of_speaker(clause: &Clause) -> Option<Frame> {
    let colon = colon(clause).filter(|colon| *colon <= 3 && clause.len() > colon + 1 && !clause.headline)?;
    let words = &clause.tokens[..colon];
    let capitals = words.iter().all(|word| is_capitals(word.span.of(clause.text)));
    let nobody = words.iter().any(|word| speakers::is_nobody(&word.folded));
    let folded: Vec<String> = words.iter().map(|word| word.folded.to_string()).collect();
    let speaks = capitals && !nobody && !names::is_place(&folded);
    speaks.then(|| frame(clause, (0, colon), (colon, clause.len()), colon))
}

/// The word behind the sentence's first colon.
fn colon(clause: &Clause) -> Option<usize> {
    (1..clause.len()).find(|at| clause.marks(*at).starts_with(':'))
}

fn frame(clause: &Clause, source: (usize, usize), content: (usize, usize), colon: usize) -> Frame {
    let gap = clause.tokens[colon - 1].span.end;
    let at = gap + clause.gap(colon).find(':').unwrap_or(0);
    Frame {
        cue: Span::new(at, at + 1),
        source: clause.stretch(source.0, source.1),
        content: clause.stretch(content.0, content.1),
    }
}

/// A person by name or by what they are, and nothing that tells what happened.
fn speaks(clause: &Clause, start: usize, end: usize) -> bool {
    let words = &clause.tokens[start..end];
    let who =
        |folded: &str| speakers::is_speaker(folded) || names::is_given(folded) || names::is_title(folded);
    let nobody =
        words.iter().any(|word| speakers::is_nobody(&word.folded) && !speakers::is_speaker(&word.folded));
    let tells = (start..end).any(|at| clause.may_cue(at) && !who(&clause.tokens[at].folded));
    let first =
        words.first().is_some_and(|word| names::is_given(&word.folded) || names::is_title(&word.folded));
    !nobody && !tells && (first || words.last().is_some_and(|word| speakers::is_speaker(&word.folded)))
}

fn is_capitals(shown: &str) -> bool {
    shown.chars().filter(|c| c.is_alphabetic()).count() > 2 && !shown.chars().any(char::is_lowercase)
}
