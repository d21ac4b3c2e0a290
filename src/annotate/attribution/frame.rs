//! The frame of an attribution: where cue, source and content stand in a sentence.

use super::adjust;
use super::clause::Clause;
use super::content;
use super::content_side;
use super::cue;
use super::linear_model::weigh;
use super::source::{self, Stretch};
use crate::lexicon::cues;
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
const SURE: i32 = -100;
/// The same for words that are no reporting verbs of the lexicon: *shot*, *made* and *came* report seldom.
const SURE_UNLISTED: i32 = -60;
/// No sentence that anyone wrote has more.
const MOST: usize = 100;

/// Every frame of the sentence, in order.
pub(super) fn frames(clause: &Clause) -> Vec<Frame> {
    let cues = (0..clause.len()).filter(|at| clause.may_cue(*at) && is_cue(clause, *at)).take(MOST);
    let mut all: Vec<Bones> = Vec::new();
    for one in cues.filter_map(|cue| bones(clause, cue)) {
        let source = adjust::trimmed(clause, &one, &all);
        all.push(Bones { source, ..one });
    }
    let framed = all.iter().enumerate().filter_map(|(index, one)| {
        let content = content::of(clause, one, all.get(index + 1))?;
        Some(Frame { cue: whole_cue(clause, one), source: adjust::uncontracted(clause, one.source), content })
    });
    framed.collect()
}

fn is_cue(clause: &Clause, at: usize) -> bool {
    let listed = cues::is_cue(&clause.tokens[at].folded);
    let weight = weigh(|sum| cue::features(clause, at, sum)) + cue::certainty(clause, at);
    weight > if listed { SURE } else { SURE_UNLISTED }
}

fn bones(clause: &Clause, cue: usize) -> Option<Bones> {
    let certain = cue::certainty(clause, cue) >= cue::CERTAIN;
    let source = source::best(clause, cue, certain)?;
    let has_room = cue.min(source.start) > if cue::is_words_of(clause, cue) { 2 } else { 0 };
    Some(Bones { cue, source, before: has_room && content_side::is_before(clause, cue, source) })
}

/// The cue with its helpers: *has also said*, *according to*.
fn whole_cue(clause: &Clause, bones: &Bones) -> Span {
    let helper = |at: &usize| cue::is_helper(&clause.tokens[*at].folded) && clause.marks(*at + 1) == " ";
    let low = if bones.source.end <= bones.cue { bones.source.end } else { 0 };
    let start = (low..bones.cue).rev().take_while(helper).last().unwrap_or(bones.cue);
    let at = bones.cue as isize;
    let to = clause.word(at) == "according" && clause.word(at + 1) == "to";
    match cue::is_words_of(clause, bones.cue) {
        true => clause.stretch(bones.cue - 2, bones.cue + 2),
        false => clause.stretch(start, bones.cue + if to { 2 } else { 1 }),
    }
}
