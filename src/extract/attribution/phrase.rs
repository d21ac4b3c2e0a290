//! The noun phrase beside a cue, up to the edge of its clause.

use super::Clause;
use crate::lexicon::calendar::is_day;
use crate::lexicon::cues;
use crate::model::Span;

/// Words that a source never holds: behind one of these the clause goes on with something else.
const BEHIND: &[&str] = &[
    "in",
    "on",
    "at",
    "during",
    "after",
    "before",
    "when",
    "while",
    "as",
    "to",
    "by",
    "because",
    "adding",
    "that",
    "yesterday",
    "today",
    "last",
    "earlier",
    "later",
    "referring",
    "speaking",
    "citing",
    "if",
    "who",
    "whether",
    "but",
    "and",
    "via",
    "since",
];
/// Words that open a clause: a source begins behind them.
const OPENS: &[&str] = &[
    "that", "but", "while", "as", "because", "although", "though", "if", "when", "which", "whether", "since",
    "so",
];
/// Words that lead a phrase of time or place before the subject: *On Monday, the mayor said*.
const LEADS: &[&str] = &[
    "in",
    "on",
    "at",
    "during",
    "after",
    "before",
    "when",
    "while",
    "as",
    "if",
    "by",
    "for",
    "with",
    "since",
    "meanwhile",
    "however",
    "later",
    "earlier",
    "yesterday",
    "today",
    "instead",
    "still",
    "then",
    "but",
    "and",
    "although",
    "though",
    "despite",
    "because",
    "asked",
    "citing",
    "speaking",
    "also",
    "last",
];
/// Words between a subject and its verb.
const HELPERS: &[&str] = &[
    "has",
    "have",
    "had",
    "is",
    "was",
    "were",
    "are",
    "be",
    "been",
    "also",
    "later",
    "then",
    "previously",
    "reportedly",
    "repeatedly",
    "recently",
    "already",
    "not",
    "never",
    "would",
    "will",
    "could",
    "can",
    "may",
    "might",
    "must",
    "should",
    "did",
    "does",
    "do",
    "once",
    "often",
    "further",
    "simply",
    "only",
    "just",
    "first",
    "has",
    "flatly",
    "publicly",
    "privately",
    "again",
    "now",
    "today",
    "yesterday",
    "on",
    "to",
];
const LONGEST: usize = 25;

/// The subject that ends before the word `cue`: *the mayor of the town, Ana Brandt,* said.
pub(super) fn before(clause: &Clause, cue: usize) -> Option<Span> {
    let end = (0..cue).rev().find(|index| !is_helper(clause, *index)).map(|index| index + 1)?;
    let mut start =
        (0..end).rev().find(|index| opens_clause(clause, *index, end)).map_or(0, |index| index + 1);
    start = skip_lead(clause, start, end);
    let start = (start..end).find(|index| !["and", "then"].contains(&word(clause, *index)))?;
    phrase(clause, start, end)
}

fn is_behind(word: &str) -> bool {
    BEHIND.contains(&word) || is_day(word)
}

fn is_lead(word: &str) -> bool {
    LEADS.contains(&word) || is_day(word)
}

fn is_between(word: &str) -> bool {
    HELPERS.contains(&word) || is_day(word)
}

/// The noun phrase that begins at the word `start`: said *Ana Brandt, the foreman*.
pub(super) fn after(clause: &Clause, start: usize) -> Option<Span> {
    let mut end = start;
    while end < clause.tokens.len() && end - start < LONGEST {
        let token = &clause.tokens[end];
        let stop = clause.quotes(token.span) || end > start && is_behind(word(clause, end));
        if stop || end > start && breaks(clause, end - 1, end) {
            break;
        }
        end += 1;
    }
    phrase(clause, start, end)
}

fn phrase(clause: &Clause, start: usize, end: usize) -> Option<Span> {
    if start >= end || end - start > LONGEST || cues::is_cue(word(clause, start)) && end - start == 1 {
        return None;
    }
    let whole = clause.tokens[start].span.joined(clause.tokens[end - 1].span);
    let words = (start..end).map(|index| word(clause, index));
    let named = words.clone().any(|word| !is_between(word) && !is_lead(word));
    (named && !clause.quotes(whole)).then_some(whole)
}

fn word<'a>(clause: &'a Clause, index: usize) -> &'a str {
    &clause.tokens[index].folded
}

/// Adverbs and auxiliaries; also the weekday in *the mayor on Tuesday said*.
fn is_helper(clause: &Clause, index: usize) -> bool {
    let word = word(clause, index);
    is_between(word) || word.len() > 4 && word.ends_with("ly")
}

/// The word at `index` belongs to another clause than the words behind it.
fn opens_clause(clause: &Clause, index: usize, end: usize) -> bool {
    let token = &clause.tokens[index];
    let strong =
        Span::new(token.span.end, clause.tokens[(index + 1).min(end - 1)].span.start.max(token.span.end));
    let marks = strong.of(clause.text);
    clause.quotes(token.span)
        || marks.contains([';', ':', '—', '”', '"', '“'])
        || OPENS.contains(&word(clause, index))
        || marks.contains(',') && clause_before(clause, index)
}

/// Whether what ends in this comma is a clause of its own (it holds a cue or opens with a finite verb's subject).
fn clause_before(clause: &Clause, comma: usize) -> bool {
    (0..=comma).any(|index| cues::is_cue(word(clause, index)) && !clause.quotes(clause.tokens[index].span))
}

/// *On Monday, the mayor* → *the mayor*; *Ana Brandt, the mayor,* stays whole.
fn skip_lead(clause: &Clause, start: usize, end: usize) -> usize {
    if !is_lead(word(clause, start)) {
        return inverted(clause, start, end);
    }
    let comma = (start..end - 1).find(|index| gap(clause, *index).contains(','));
    comma.map_or(start, |index| index + 1)
}

/// *The roof went first, the foreman* said: the last comma parts content from source when the cue ends the clause.
fn inverted(clause: &Clause, start: usize, end: usize) -> usize {
    let closing = clause.tokens.get(end).is_none_or(|cue| {
        let rest = Span::new(cue.span.end, clause.span.end).of(clause.text).trim_start();
        rest.is_empty() || rest.starts_with(['.', ',', ';'])
    });
    let comma = (start..end - 1).rev().find(|index| gap(clause, *index).contains(','));
    comma.filter(|_| closing).map_or(start, |index| index + 1)
}

/// What stands between a word and the next.
fn gap<'a>(clause: &'a Clause, index: usize) -> &'a str {
    Span::new(clause.tokens[index].span.end, clause.tokens[index + 1].span.start).of(clause.text)
}

/// A mark between two words that ends a noun phrase; one comma may lead to an apposition.
fn breaks(clause: &Clause, left: usize, right: usize) -> bool {
    let marks = gap(clause, left);
    let apposition = ["a", "an", "the", "who", "whose"].contains(&word(clause, right))
        || clause.tokens[left].is_capitalised(clause.text)
            && !clause.tokens[right].is_capitalised(clause.text);
    marks.contains(['.', ';', ':', '—', '–', '“', '”', '"', '(']) && !marks.starts_with(". ")
        || marks.starts_with(". ") && clause.tokens[left].span.len() > 3
        || marks.contains(',') && !apposition
}
