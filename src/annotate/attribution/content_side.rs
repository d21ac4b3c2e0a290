//! Where is what is said: before cue and source, or behind them?

use super::clause::Clause;
use super::cue::form;
use super::linear_model::{Sink, size, weigh, yes};
use super::source::Stretch;

/// Whether the content stands before the frame.
pub fn is_before(clause: &Clause, cue: usize, source: Stretch) -> bool {
    weigh(|sum| features(clause, cue, source, sum)) > 0
}

pub fn features(clause: &Clause, cue: usize, source: Stretch, sink: &mut impl Sink) {
    let (first, last) = (cue.min(source.start), cue.max(source.end - 1));
    let token = &clause.tokens[cue];
    let (form, stem) = (form(&token.folded), token.stem.as_str());
    let order = if source.start > cue { "cs" } else { "sc" };
    let (opening, closing) = (clause.marks(first), clause.marks(last + 1));
    let next = last as isize + 1;
    let quoted = |at: usize| yes(clause.is_quoted(at) != clause.is_quoted(cue));
    let ahead =
        (last + 1..clause.len().min(last + 7)).any(|at| clause.is_quoted(at) != clause.is_quoted(cue));
    sink.add("s", &[order]);
    sink.add("s.m", &[order, opening, closing]);
    sink.add("s.o", &[order, opening]);
    sink.add("s.c", &[order, closing]);
    sink.add("s.w", &[order, clause.lexeme(next)]);
    sink.add("s.k", &[order, closing, clause.class(next)]);
    sink.add("s.kk", &[clause.class(next), clause.class(next + 1)]);
    sink.add("s.s", &[order, stem]);
    sink.add("s.sc", &[stem, closing]);
    sink.add("s.so", &[stem, opening]);
    sink.add("s.f", &[order, form, opening, closing]);
    sink.add("s.n", &[order, size(first), closing]);
    sink.add("s.r", &[order, size(clause.len() - last - 1), opening]);
    sink.add("s.q", &[order, if first == 0 { "^" } else { quoted(first - 1) }, quoted(last + 1), yes(ahead)]);
    sink.add("s.sw", &[stem, clause.lexeme(next)]);
    sink.add("s.l", &[order, clause.class(first as isize - 1), opening]);
}
