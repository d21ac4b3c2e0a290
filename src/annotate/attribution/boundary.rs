//! Where what is said begins and ends: every gap between two words is weighed as the edge.

use super::clause::Clause;
use super::cue::form;
use super::linear_model::{Sink, size, weigh, yes};

/// Which edge of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The first word, in content behind the frame: behind the person told.
    Begin,
    /// The last word, in content behind the frame.
    End,
    /// The first word, in content before the frame.
    Lead,
}

impl Edge {
    fn name(self) -> &'static str {
        match self {
            Edge::Begin => "b",
            Edge::End => "e",
            Edge::Lead => "l",
        }
    }
}

/// Words behind the frame where content may still begin.
const LATEST: usize = 14;
/// Words of a content after which only the end of the sentence ends it.
const LONGEST: usize = 90;

/// The places where the edge may lie, in order; `from` and `to` are the words behind the frame (or the content's first)
/// and the end of the room.
pub fn places(edge: Edge, from: usize, to: usize) -> Vec<usize> {
    match edge {
        Edge::Begin => (from..to.min(from + LATEST)).collect(),
        Edge::End => (from + 1..to.min(from + LONGEST)).chain([to]).collect(),
        Edge::Lead => std::iter::once(from).chain((from + 1).max(to.saturating_sub(LONGEST))..to).collect(),
    }
}

/// What the widest content is worth beyond its likelihood, in hundredths of a logit: a word too many harms less than a
/// clause too few. Chosen on PolNeAR train.
const WIDE: i32 = 100;

/// The likeliest place.
pub fn best(clause: &Clause, cue: usize, edge: Edge, from: usize, to: usize) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    for at in places(edge, from, to) {
        let widest = edge == Edge::End && at == to || edge == Edge::Lead && at == from;
        let bonus = if widest { WIDE } else { 0 };
        let weight = bonus + weigh(|sum| features(clause, cue, edge, (from, to), at, sum));
        if best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, at));
        }
    }
    best.map(|(_, at)| at)
}

/// Of the gap before the word at `at`.
pub fn features(
    clause: &Clause,
    cue: usize,
    edge: Edge,
    room: (usize, usize),
    at: usize,
    sink: &mut impl Sink,
) {
    let here = at as isize;
    let name = edge.name();
    let stem = clause.tokens[cue].stem.as_str();
    let marks = clause.marks(at);
    let (left, right) = (clause.class(here - 1), clause.class(here));
    let bound = if at == room.0 {
        "from"
    } else if at == room.1 {
        "to"
    } else {
        "-"
    };
    let turns = quoting(clause, at);
    let begins = yes(clause.is_quoted(room.0));
    sink.add("e.m", &[name, marks, bound]);
    sink.add("e.w", &[name, marks, clause.lexeme(here)]);
    sink.add("e.lr", &[name, left, marks, right]);
    sink.add("e.rr", &[name, marks, right, clause.class(here + 1)]);
    sink.add("e.ww", &[name, clause.lexeme(here), clause.lexeme(here + 1)]);
    sink.add("e.l", &[name, clause.lexeme(here - 1), bound]);
    sink.add("e.q", &[name, turns, begins, marks]);
    sink.add("e.qf", &[name, turns, begins, bound]);
    sink.add("e.f", &[name, form(&clause.tokens[cue].folded), marks, right]);
    sink.add("e.s", &[name, stem, bound]);
    sink.add("e.sw", &[name, stem, clause.lexeme(here)]);
    sink.add("e.d", &[name, size(at.abs_diff(room.0)), bound]);
    sink.add("e.dm", &[name, size(at.abs_diff(room.0)), marks]);
    sink.add("e.r", &[name, size(room.1.saturating_sub(at)), marks]);
    sink.add("e.that", &[name, clause.word(room.0 as isize), marks, right]);
    sink.add("e.c", &[name, yes(clause.may_cue(at)), marks, right]);
    if edge == Edge::Begin {
        let that = (at + 1..room.1.min(at + 6)).any(|later| clause.word(later as isize) == "that");
        sink.add("e.bo", &[stem, size(at - room.0), clause.lexeme(here)]);
        sink.add("e.bt", &[stem, yes(that), clause.lexeme(here - 1)]);
        sink.add("e.br", &[stem, yes(that), right]);
        sink.add("e.bl", &[stem, yes(at == room.0), right]);
    }
}

/// Whether a quotation opens or closes here.
fn quoting(clause: &Clause, at: usize) -> &'static str {
    match (at > 0 && clause.is_quoted(at - 1), clause.is_quoted(at)) {
        (false, true) => "opens",
        (true, false) => "closes",
        (true, true) => "in",
        (false, false) => "-",
    }
}
