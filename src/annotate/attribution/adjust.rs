//! What a source loses and gains once the other frames of its sentence are known.

use super::clause::Clause;
use super::cue::is_helper;
use super::frame::Bones;
use super::source::Stretch;
use crate::lexicon::calendar::is_day;
use crate::model::Span;

/// The source of a frame; `earlier` are the frames before it.
pub(super) fn trimmed(clause: &Clause, one: &Bones, earlier: &[Bones]) -> Stretch {
    let apart = earlier.iter().fold(one.source, |source, other| without_frame(clause, source, other));
    let whole = with_relative(clause, one.cue, apart);
    if whole.start > one.cue { without_day(clause, whole) } else { whole }
}

/// *Lind said the mayor* had told her, *Holm, citing the police,* said: the inner frame is none of the source's.
fn without_frame(clause: &Clause, source: Stretch, other: &Bones) -> Stretch {
    let Stretch { start, end } = source;
    let inside = start < other.cue && other.cue + 1 < end;
    let related = (start..other.cue).any(|at| is_relative(clause, at));
    if !inside || related {
        return source;
    }
    if clause.marks(other.cue) == "," {
        return Stretch { start, end: other.cue };
    }
    let that = usize::from(clause.word(other.cue as isize + 1) == "that" && other.cue + 2 < end);
    let subject = other.source.start == start && other.source.end <= other.cue && !other.before;
    if subject { Stretch { start: other.cue + 1 + that, end } } else { source }
}

/// *A senior official who was not authorised to speak* said: the clause between source and cue belongs to the source.
fn with_relative(clause: &Clause, cue: usize, source: Stretch) -> Stretch {
    let Stretch { start, end } = source;
    if end >= cue || !is_relative(clause, end) {
        return source;
    }
    let tells = |at: &usize| {
        let word = clause.tokens[*at].folded.as_str();
        !is_helper(word) && !is_day(word) && word != "on"
    };
    let words = (end + 1..cue).filter(tells).count();
    let plain = (end + 1..=cue).all(|at| [" ", "", "/"].contains(&clause.marks(at)));
    if words >= 2 && plain && !clause.may_cue(end + 1) { Stretch { start, end: cue } } else { source }
}

fn is_relative(clause: &Clause, at: usize) -> bool {
    ["who", "whose", "that", "which"].contains(&clause.word(at as isize))
}

/// *The captain, on Monday* and *Holm on Monday*: when it was said is none of who says it.
fn without_day(clause: &Clause, source: Stretch) -> Stretch {
    let Stretch { start, end } = source;
    let lead = |at: usize| ["on", "late", "early", "last"].contains(&clause.word(at as isize));
    let day = end > start + 1 && is_day(clause.word(end as isize - 1));
    let first = (start + 1..end).rev().skip(1).take_while(|at| lead(*at)).last().unwrap_or(end - 1);
    let apart = clause.marks(first) == "," || clause.class(first as isize - 1) == "C";
    if day && apart { Stretch { start, end: first } } else { source }
}

/// *He* of *he’s saying*; the *’s* of a name may be a genitive and stays.
pub(super) fn uncontracted(clause: &Clause, source: Stretch) -> Span {
    let whole = clause.stretch(source.start, source.end);
    let last = clause.tokens[source.end - 1].span;
    let cut = last.of(clause.text).find(['\'', '’']).filter(|cut| *cut > 0);
    let pronoun = |cut: &usize| is_subject(&last.of(clause.text)[..*cut]);
    cut.filter(pronoun).map_or(whole, |cut| Span::new(whole.start, last.start + cut))
}

fn is_subject(word: &str) -> bool {
    ["i", "you", "he", "she", "it", "we", "they", "who", "that", "there"]
        .contains(&word.to_lowercase().as_str())
}
