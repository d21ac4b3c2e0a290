//! The frame of an attribution: where cue, source and content stand in a sentence.

use super::clause::Clause;
use super::content;
use super::cue;
use super::side;
use super::source::{self, Stretch};
use super::weigh::weigh;
use crate::model::Span;

/// One cue with its source and content, in the document's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub cue: Span,
    pub source: Span,
    pub content: Span,
}

/// A frame by the numbers of its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bones {
    pub cue: usize,
    pub source: Stretch,
    /// What is said stands before the frame.
    pub before: bool,
}

impl Bones {
    /// The first word of cue and source.
    pub fn first(&self) -> usize {
        self.cue.min(self.source.start)
    }

    /// The word behind cue and source.
    pub fn end(&self) -> usize {
        (self.cue + 1).max(self.source.end)
    }
}

/// How sure a cue must be, in hundredths of a logit: chosen on PolNeAR train, where precision meets the share found.
const SURE: i32 = -75;
/// No sentence that anyone wrote has more.
const MOST: usize = 100;

/// Every frame of the sentence, in order.
pub(super) fn frames(clause: &Clause) -> Vec<Frame> {
    let cues = (0..clause.len()).filter(|at| clause.may_cue(*at) && is_cue(clause, *at)).take(MOST);
    let framed = cues.filter_map(|cue| bones(clause, cue)).filter_map(|one| {
        let content = content::of(clause, &one)?;
        let source = uncontracted(clause, one.source);
        Some(Frame { cue: whole_cue(clause, &one), source, content })
    });
    framed.collect()
}

fn is_cue(clause: &Clause, at: usize) -> bool {
    weigh(|sum| cue::features(clause, at, sum)) > SURE
}

fn bones(clause: &Clause, cue: usize) -> Option<Bones> {
    let source = source::best(clause, cue)?;
    Some(Bones { cue, source, before: side::is_before(clause, cue, source) })
}

/// *He* of *he’s saying*; the *’s* of a name may be a genitive and stays.
fn uncontracted(clause: &Clause, source: Stretch) -> Span {
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

/// The cue with its helpers: *has also said*, *according to*.
fn whole_cue(clause: &Clause, bones: &Bones) -> Span {
    let helper = |at: &usize| cue::is_helper(&clause.tokens[*at].folded) && clause.marks(*at + 1) == " ";
    let low = if bones.source.end <= bones.cue { bones.source.end } else { 0 };
    let start = (low..bones.cue).rev().take_while(helper).last().unwrap_or(bones.cue);
    let to = clause.word(bones.cue as isize) == "according" && clause.word(bones.cue as isize + 1) == "to";
    clause.stretch(start, bones.cue + if to { 2 } else { 1 })
}
