//! What is said: from the frame to the edge of the sentence or of the quotation.

use super::clause::Clause;
use super::frame::Bones;
use crate::lexicon::calendar::is_day;
use crate::model::Span;

/// The content of a frame; `next` is the frame behind it. One word alone is content only in quotation marks.
pub(super) fn of(clause: &Clause, bones: &Bones, next: Option<&Bones>) -> Option<Span> {
    let (low, high) = room(clause, bones);
    let (start, end) = if bones.before {
        (low, before(clause, bones, high))
    } else {
        let start = after(clause, bones, high);
        (start, until_next(clause, start, high, next))
    };
    let worth = end > start + 1 || end > start && clause.is_quoted(start);
    worth.then(|| quoted_only(clause, bones, start, end))
}

/// The words that belong to the speaker of this sentence, or of the quotation that holds the cue.
fn room(clause: &Clause, bones: &Bones) -> (usize, usize) {
    let Some(quotation) = clause.quotation(clause.tokens[bones.cue].span) else { return (0, clause.len()) };
    let low = clause.tokens.partition_point(|token| token.span.start < quotation.start);
    let high = clause.tokens.partition_point(|token| token.span.end <= quotation.end);
    (low, high.max(low))
}

/// Where content that begins before the frame ends: *“…,” she said, “…”* and *the mill, she said, will stay* go on.
fn before(clause: &Clause, bones: &Bones, high: usize) -> usize {
    let end = bones.end();
    let quoted = |at: usize| clause.is_quoted(at) && !clause.is_quoted(bones.cue);
    let resumes = (end..high.min(end + LONGEST_BREAK)).any(quoted);
    let comma = clause.marks(end).starts_with(',') && end < high && !resumes;
    let goes_on = comma && !PARTS.contains(&clause.word(end as isize)) && !clause.word(end as isize).ends_with("ing");
    let opens_quoted = bones.first().checked_sub(1).is_some_and(quoted);
    match () {
        _ if opens_quoted && resumes => (end..high).rev().find(|at| quoted(*at)).map_or(high, |at| at + 1),
        _ if opens_quoted || !goes_on => bones.first(),
        _ => high,
    }
}

/// Words between the two halves of a quotation, beyond cue and source: *she told the council on Monday*.
const LONGEST_BREAK: usize = 12;
/// Behind a frame these begin another clause.
const PARTS: &[&str] = &["but", "and", "while", "who", "which", "when", "as", "after", "although", "though", "or", "a", "the"];

/// Where content behind the frame begins: behind the person told and the day.
fn after(clause: &Clause, bones: &Bones, high: usize) -> usize {
    let start = bones.end();
    let window = start..high.min(start + LONGEST_BREAK);
    if let Some(that) = window.clone().find(|at| clause.word(*at as isize) == "that") {
        let near = that <= start + 1 || (start..that).all(|at| !clause.may_cue(at) && clause.marks(at) == " ");
        if near && tells(clause, bones.cue) {
            return that;
        }
    }
    let opens = window.clone().find(|at| clause.is_quoted(*at) && !clause.is_quoted(bones.cue));
    if let Some(opens) = opens.filter(|opens| clause.marks(*opens).contains([':', ',']) && *opens > start) {
        return opens;
    }
    window.clone().find(|at| !is_day(clause.word(*at as isize)) && clause.word(*at as isize) != "on").unwrap_or(start)
}

fn tells(clause: &Clause, cue: usize) -> bool {
    ["told", "tell", "inform", "remind", "warn", "assur", "said", "say"].contains(&clause.tokens[cue].stem.as_str())
}

/// *He said it burned, adding that …* and *he said it burned, but she said …*: the next frame ends the content.
fn until_next(clause: &Clause, start: usize, high: usize, next: Option<&Bones>) -> usize {
    let Some(next) = next.filter(|next| next.first() > start || next.cue > start) else { return high };
    let own = next.source.start > start;
    let edge = if own { next.first() } else { next.cue };
    let joined = edge > start && ["but", "and", "while", "though", "although"].contains(&clause.word(edge as isize - 1));
    let edge = if joined { edge - 1 } else { edge };
    let marked = edge > start && clause.marks(edge).contains([',', ';']) && (joined || !own);
    if marked && edge > start + 1 { edge } else { high }
}

/// Content that is quoted at one end and begins or ends with the reporter's own aside is the quotation.
fn quoted_only(clause: &Clause, bones: &Bones, start: usize, end: usize) -> Span {
    let quoted = |at: usize| clause.is_quoted(at) && !clause.is_quoted(bones.cue);
    let mut end = end;
    if !bones.before && quoted(start) {
        let last = (start..end).rev().find(|at| quoted(*at)).unwrap_or(start);
        end = if end - last > 3 && clause.marks(last + 1).contains([',', '.']) { last + 1 } else { end };
    }
    clause.stretch(start, end)
}
