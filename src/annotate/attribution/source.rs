//! Whose words? Every stretch near the cue that could be a noun phrase is weighed: its edges, its size, its place.

use super::clause::Clause;
use super::cue::{form, is_helper};
use super::linear_model::{Sink, size, weigh, yes};
use crate::lexicon::grammar;

/// Words a source may lie off before its cue, or behind it.
const BACK: usize = 22;
const AHEAD: usize = 8;
/// Behind a comma even so far: *Noting that …, the mayor left*.
const FAR: usize = 40;
const LONGEST: usize = 32;

/// A stretch of words, `start..end`, before or behind the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub start: usize,
    pub end: usize,
}

/// Every stretch that could be the source of the cue at `cue`, by the sum of the weights; none when that is
/// likelier, unless a source is certain.
pub fn best(clause: &Clause, cue: usize, certain: bool) -> Option<Stretch> {
    let all = candidates(clause, cue);
    let edges = Edges::new(clause, cue, &all);
    let alone = |one: &Stretch| {
        weigh(|sum| {
            long(cue, *one, sum);
            within(clause, cue, *one, sum);
        })
    };
    let none = if certain { i32::MIN } else { weigh(|sum| nobody(clause, cue, sum)) };
    let mut best = (none, None);
    for one in &all {
        let score = edges.weight(one) + alone(one);
        if score > best.0 {
            best = (score, Some(*one));
        }
    }
    best.1
}

/// The weights of the edges and of either side of the cue: each is shared by many stretches.
struct Edges {
    cue: usize,
    sides: [i32; 2],
    low: usize,
    starts: Vec<i32>,
    ends: Vec<i32>,
}

impl Edges {
    fn new(clause: &Clause, cue: usize, all: &[Stretch]) -> Self {
        let low = all.iter().map(|one| one.start).min().unwrap_or(0);
        let high = all.iter().map(|one| one.end).max().unwrap_or(0);
        let starts = (low..high).map(|at| weigh(|sum| first(clause, cue, at, sum))).collect();
        let ends = (low..high).map(|at| weigh(|sum| last(clause, cue, at + 1, sum))).collect();
        let sides = [false, true].map(|is_behind| weigh(|sum| beside(clause, cue, is_behind, sum)));
        Edges { cue, sides, low, starts, ends }
    }

    fn weight(&self, one: &Stretch) -> i32 {
        let side = self.sides[usize::from(one.start > self.cue)];
        side + self.starts[one.start - self.low] + self.ends[one.end - 1 - self.low]
    }
}

/// In order of place; a bounded number a cue.
pub fn candidates(clause: &Clause, cue: usize) -> Vec<Stretch> {
    let behind = cue + 1;
    // Each word is asked once, though many stretches begin or end with it.
    let low = cue.saturating_sub(BACK + LONGEST);
    let high = clause.len().min(behind + FAR + LONGEST);
    let begins: Vec<bool> = (low..high).map(|at| begins(clause, at)).collect();
    let ends: Vec<bool> = (low..high).map(|at| ends(clause, at + 1)).collect();
    let (begins, ends) = (|start: usize| begins[start - low], |end: usize| ends[end - 1 - low]);
    let mut all = Vec::new();
    for end in (cue.saturating_sub(BACK)..=cue).filter(|end| *end > 0 && ends(*end)) {
        let first = end.saturating_sub(LONGEST);
        all.extend((first..end).filter(|start| begins(*start)).map(|start| Stretch { start, end }));
    }
    let near = |start: &usize| *start < behind + AHEAD || clause.marks(*start) == ",";
    for start in (behind..clause.len().min(behind + FAR)).filter(near).filter(|start| begins(*start)) {
        let last = clause.len().min(start + LONGEST);
        all.extend((start + 1..=last).filter(|end| ends(*end)).map(|end| Stretch { start, end }));
    }
    all.retain(|one| alike(clause, cue, *one) && leaves_room(clause, cue, *one));
    all
}

/// A source stands where its cue stands: both in quotation marks, or both not.
fn alike(clause: &Clause, cue: usize, one: Stretch) -> bool {
    let quoted = clause.is_quoted(cue);
    clause.is_quoted(one.start) == quoted || clause.is_quoted(one.end - 1) == quoted
}

/// Words before the cue of *in the words of*.
const OPENING: usize = 2;

/// Behind a cue that opens its sentence the source leaves words for what is said.
fn leaves_room(clause: &Clause, cue: usize, one: Stretch) -> bool {
    one.start < cue || cue > OPENING || one.end + 1 < clause.len()
}

/// No noun phrase begins with a preposition, a conjunction or an auxiliary.
fn begins(clause: &Clause, at: usize) -> bool {
    let word = clause.tokens[at].folded.as_str();
    !is_auxiliary(word) && !NEVER_FIRST.contains(&word)
}

fn ends(clause: &Clause, end: usize) -> bool {
    let word = clause.tokens[end - 1].folded.as_str();
    let capital = clause.tokens[end - 1].is_capitalised(clause.text) && !grammar::is_function(word);
    capital || !is_helper(word) && !NEVER_LAST.contains(&word) || ["all", "both", "first"].contains(&word)
}

const NEVER_FIRST: &[&str] = &[
    "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "into", "and", "or", "but", "nor",
    "than", "if", "because", "while", "until", "though", "although", "also", "not", "then",
];
const NEVER_LAST: &[&str] = &[
    "of", "to", "in", "at", "by", "for", "with", "from", "as", "into", "about", "and", "or", "but", "nor",
    "than", "if", "because", "while", "until", "though", "although", "a", "an", "the", "my", "your", "our",
    "their", "its", "very",
];

/// Of the edge before the first word.
pub fn first(clause: &Clause, cue: usize, start: usize, sink: &mut impl Sink) {
    let at = start as isize;
    let side = side(start > cue);
    let marks = clause.marks(start);
    let (left, class) = (clause.class(at - 1), clause.class(at));
    sink.add("f.w", &[side, clause.lexeme(at)]);
    sink.add("f.w-", &[side, clause.lexeme(at - 1), marks]);
    sink.add("f.lc", &[side, left, class]);
    sink.add("f.mc", &[side, marks, class]);
    sink.add("f.lmc", &[side, left, marks, class]);
    sink.add("f.llm", &[side, clause.class(at - 2), left, marks]);
    sink.add("f.cc", &[side, class, clause.class(at + 1)]);
    sink.add("f.cue", &[side, yes(start > 0 && clause.may_cue(start - 1))]);
    sink.add("f.edge", &[side, yes(start == 0), class]);
    sink.add("f.wl", &[side, clause.lexeme(at - 1), class]);
    if start > cue {
        let between = size(start - cue - 1);
        sink.add("f.d", &[between, clause.lexeme(at - 1)]);
        sink.add("f.dc", &[between, class, marks]);
        sink.add("f.fd", &[form(&clause.tokens[cue].folded), between, marks]);
    }
}

/// Of the edge behind the last word.
pub fn last(clause: &Clause, cue: usize, end: usize, sink: &mut impl Sink) {
    let at = end as isize;
    let side = side(end > cue);
    let marks = clause.marks(end);
    let (class, right) = (clause.class(at - 1), clause.class(at));
    sink.add("l.w", &[side, clause.lexeme(at - 1)]);
    sink.add("l.w+", &[side, marks, clause.lexeme(at)]);
    sink.add("l.cr", &[side, class, right]);
    sink.add("l.cmr", &[side, class, marks, right]);
    sink.add("l.mrr", &[side, marks, right, clause.class(at + 1)]);
    sink.add("l.cc", &[side, clause.class(at - 2), class]);
    if end <= cue {
        between(clause, cue, end, sink);
    } else {
        sink.add("l.end", &[yes(end == clause.len()), class]);
    }
}

/// What lies between a source and the cue behind it.
fn between(clause: &Clause, cue: usize, end: usize, sink: &mut impl Sink) {
    let form = form(&clause.tokens[cue].folded);
    let at = end as isize;
    let others = (end..cue).filter(|at| !is_helper(&clause.tokens[*at].folded)).count();
    let cues = (end..cue).filter(|at| clause.may_cue(*at)).count();
    let commas = (end..=cue).filter(|at| clause.marks(*at).contains(',')).count();
    let strong = (end..=cue).any(|at| clause.marks(at).contains(['"', ';', ':', '-', '?']));
    sink.add("b.d", &[size(cue - end), size(others)]);
    sink.add("b.f", &[form, size(others)]);
    sink.add("b.o", &[size(others), size(commas), yes(strong)]);
    sink.add("b.c", &[size(cues), size(others)]);
    sink.add("b.m", &[size(commas), yes(strong), clause.marks(cue)]);
    sink.add("b.r", &[size(others), clause.class(at)]);
    sink.add("b.l", &[size(others), clause.class(cue as isize - 1), form]);
    sink.add("b.s", &[clause.tokens[cue].stem.as_str(), size(others)]);
}

/// Of the stretch as a whole.
pub fn whole(clause: &Clause, cue: usize, one: Stretch, sink: &mut impl Sink) {
    long(cue, one, sink);
    beside(clause, cue, one.start > cue, sink);
    within(clause, cue, one, sink);
}

fn long(cue: usize, one: Stretch, sink: &mut impl Sink) {
    sink.add("w.n", &[side(one.start > cue), size(one.end - one.start)]);
}

/// Of the side of the cue that it is on.
fn beside(clause: &Clause, cue: usize, is_behind: bool, sink: &mut impl Sink) {
    let (side, token) = (side(is_behind), &clause.tokens[cue]);
    let form = form(&token.folded);
    sink.add("w.sd", &[side, token.stem.as_str()]);
    sink.add("w.sf", &[side, form, clause.marks(cue), clause.marks(cue + 1)]);
    sink.add("w.sr", &[side, form, clause.class(cue as isize + 1)]);
    sink.add("w.sl", &[side, form, clause.class(cue as isize - 1)]);
}

fn within(clause: &Clause, cue: usize, one: Stretch, sink: &mut impl Sink) {
    let side = side(one.start > cue);
    let length = size(one.end - one.start);
    let (first, last) = (clause.class(one.start as isize), clause.class(one.end as isize - 1));
    let inner =
        |marks: &[char]| (one.start + 1..one.end).filter(|at| clause.marks(*at).contains(marks)).count();
    let commas = size(inner(&[',']));
    let strong = size(inner(&['"', ';', ':', '-', '?']).min(2));
    let cues = size((one.start..one.end).filter(|at| clause.may_cue(*at)).count());
    let who = (one.start + 1..one.end).any(|at| ["who", "that", "which"].contains(&clause.word(at as isize)));
    let helps = (one.start..one.end).filter(|at| is_auxiliary(&clause.tokens[*at].folded)).count();
    sink.add("w.fl", &[side, first, last, size((one.end - one.start).min(4))]);
    sink.add("w.c", &[side, commas, clause.marks(one.start), clause.marks(one.end)]);
    sink.add("w.cn", &[side, commas, length]);
    sink.add("w.st", &[side, strong]);
    sink.add("w.v", &[side, cues, size(helps)]);
    let turn = (one.start + 1..one.end)
        .find(|at| clause.marks(*at) == ",")
        .map_or("-", |at| clause.class(at as isize));
    sink.add("w.ap", &[side, turn, clause.marks(one.end), clause.class(one.end as isize)]);
    sink.add("w.an", &[side, turn, length]);
    sink.add("w.we", &[side, commas, clause.marks(one.end), yes(one.end == clause.len())]);
    sink.add("w.who", &[side, yes(who), size(helps), commas]);
}

/// That none of the stretches is the source.
pub fn nobody(clause: &Clause, cue: usize, sink: &mut impl Sink) {
    let token = &clause.tokens[cue];
    let at = cue as isize;
    sink.add("n", &[]);
    sink.add("n.s", &[token.stem.as_str()]);
    sink.add("n.f", &[form(&token.folded), clause.class(at - 1)]);
    sink.add("n.lr", &[clause.class(at - 1), clause.class(at + 1)]);
    sink.add("n.m", &[form(&token.folded), clause.marks(cue)]);
    sink.add("n.w", &[clause.lexeme(at - 1)]);
}

fn is_auxiliary(folded: &str) -> bool {
    [
        "has", "have", "had", "is", "was", "were", "are", "be", "been", "will", "would", "can", "could",
        "did", "does", "do",
    ]
    .contains(&folded)
}

fn side(behind: bool) -> &'static str {
    if behind { "a" } else { "b" }
}
