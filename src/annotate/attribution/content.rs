//! What is said: from the frame to the edge of the clause, the sentence or the quotation.

use super::boundary::{Edge, best};
use super::clause::Clause;
use super::frame::Bones;
use crate::model::Span;

/// The content of a frame; `next` is the frame behind it. One word alone is content only in quotation marks.
pub(super) fn of(clause: &Clause, bones: &Bones, next: Option<&Bones>) -> Option<Span> {
    let room = room(clause, bones);
    let (start, end) =
        if bones.before { before(clause, bones, room)? } else { after(clause, bones, room.1)? };
    let end = next.and_then(|next| start_of(clause, bones, next, (start, end))).unwrap_or(end);
    let worth = end > start + 1 || end > start && clause.is_quoted(start);
    worth.then(|| clause.stretch(start, end))
}

/// The words that belong to the speaker of this sentence, or of the quotation that holds the cue.
fn room(clause: &Clause, bones: &Bones) -> (usize, usize) {
    let Some(quotation) = clause.quotation(clause.tokens[bones.cue].span) else { return (0, clause.len()) };
    let low = clause.tokens.partition_point(|token| token.span.start < quotation.start);
    let high = clause.tokens.partition_point(|token| token.span.end <= quotation.end);
    (low, high.max(low))
}

/// Behind the frame: behind the person told, up to where another clause begins.
fn after(clause: &Clause, bones: &Bones, high: usize) -> Option<(usize, usize)> {
    let start = best(clause, bones.cue, Edge::Begin, bones.end(), high)?;
    Some((start, best(clause, bones.cue, Edge::End, start, high)?))
}

/// Where the next frame's clause begins, if that is a clause beside this one and not inside it: *Lind said it held, but the
/// mayor said it leaked*, *while Lind says it holds, the mayor says it leaks*.
fn start_of(clause: &Clause, bones: &Bones, next: &Bones, (start, end): (usize, usize)) -> Option<usize> {
    let edge = next.first();
    if bones.before || next.before || edge <= start + 1 || edge >= end {
        return None;
    }
    let joined =
        BESIDE.contains(&clause.word(edge as isize - 1)) && clause.marks(edge - 1).contains([',', ';']);
    let below = SUBORDINATE.contains(&clause.word(bones.first() as isize - 1)) && clause.marks(edge) == ",";
    match (joined, below) {
        (true, _) => Some(edge - 1),
        (_, true) => Some(edge),
        _ => None,
    }
}

const BESIDE: &[&str] = &["but", "and", "while", "though", "although"];
const SUBORDINATE: &[&str] = &["while", "although", "though", "if", "when", "after", "as"];

/// Before the frame, and behind it where the sentence goes on: *“…,” she said, “…”* and *the mill, she said, will stay*.
fn before(clause: &Clause, bones: &Bones, (low, high): (usize, usize)) -> Option<(usize, usize)> {
    let (first, end) = (bones.first(), bones.end());
    let start = best(clause, bones.cue, Edge::Lead, low, first)?;
    let quoted = |at: usize| clause.is_quoted(at) && !clause.is_quoted(bones.cue);
    let resumes = (end..high.min(end + LONGEST_BREAK)).any(quoted);
    if quoted(first.checked_sub(1)?) {
        let last = (end..high).rev().find(|at| resumes && quoted(*at));
        return Some((start, last.map_or(first, |last| last + 1)));
    }
    let goes_on = !resumes && end < high && clause.marks(first) == "," && clause.marks(end) == ",";
    Some((start, if goes_on && resumes_clause(clause, end) { high } else { first }))
}

/// Words between the two halves of a quotation, beyond cue and source: *she told the council on Monday*.
const LONGEST_BREAK: usize = 12;

/// Whether the word behind a frame takes the reported clause up again.
fn resumes_clause(clause: &Clause, at: usize) -> bool {
    let word = clause.word(at as isize);
    !OTHER.contains(&word) && !word.ends_with("ing")
}

/// Behind a frame these begin another clause, or an apposition.
const OTHER: &[&str] = &[
    "but", "and", "or", "while", "who", "which", "when", "as", "after", "although", "though", "a", "an",
    "the", "with", "citing", "where", "because",
];
