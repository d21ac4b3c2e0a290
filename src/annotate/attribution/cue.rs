//! Is this word a cue? A logistic model over the word, its neighbours and the marks around it.

use super::clause::Clause;
use super::linear_model::{Sink, size, yes};
use crate::lexicon::{cues, frames, grammar};
use crate::text::Token;

/// Whether a word may be a cue at all: the lexicon has it, or its stem was seen as one.
pub fn may_cue(token: &Token) -> bool {
    let word = token.folded.as_str();
    cues::is_cue(word)
        || frames::knows(&token.stem)
        || word == "words"
        || CONVICTIONS.contains(&word)
        || NOUNS.contains(&word)
}

/// Words between a subject and its verb: auxiliaries, negations, adverbs.
pub fn is_helper(folded: &str) -> bool {
    HELPERS.contains(&folded) || folded.ends_with("n't") || folded.len() > 4 && folded.ends_with("ly")
}

const HELPERS: &[&str] = &[
    "has", "have", "had", "having", "is", "was", "were", "are", "be", "been", "being", "am", "do", "does",
    "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "also", "later",
    "then", "not", "never", "often", "once", "soon", "still", "just", "only", "even", "now", "again",
    "already", "first", "always", "long", "to", "both", "all", "further", "simply", "ever", "yet", "too",
    "so",
];

/// Of the word at `at`.
pub fn features(clause: &Clause, at: usize, sink: &mut impl Sink) {
    let token = &clause.tokens[at];
    let (word, stem) = (token.folded.as_str(), token.stem.as_str());
    let here = at as isize;
    let (before, after) = (clause.lexeme(here - 1), clause.lexeme(here + 1));
    let (left, right) = (clause.class(here - 1), clause.class(here + 1));
    let (opening, closing) = (clause.marks(at), clause.marks(at + 1));
    let form = form(word);
    let stem = if here > 0 && token.is_capitalised(clause.text) { "C" } else { stem };
    sink.add("c", &[]);
    sink.add("c.s", &[stem]);
    sink.add("c.w", &[word]);
    sink.add("c.w-", &[before]);
    sink.add("c.w+", &[after]);
    sink.add("c.sw-", &[stem, before]);
    sink.add("c.sw+", &[stem, after]);
    sink.add("c.sl", &[stem, left]);
    sink.add("c.sr", &[stem, right]);
    sink.add("c.ww+", &[word, clause.marks(at + 1), right]);
    sink.add("c.ll", &[clause.class(here - 2), left]);
    sink.add("c.rr", &[right, clause.class(here + 2)]);
    sink.add("c.lfr", &[left, form, right]);
    sink.add("c.w--", &[clause.lexeme(here - 2), before]);
    sink.add("c.w++", &[after, clause.lexeme(here + 2)]);
    sink.add("c.m", &[opening, closing]);
    sink.add("c.sm", &[stem, closing]);
    sink.add("c.smo", &[stem, opening]);
    sink.add("c.mlr", &[opening, left, closing, right]);
    surroundings(clause, at, sink);
}

/// What stands further off: the subject, quotations, other cues.
fn surroundings(clause: &Clause, at: usize, sink: &mut impl Sink) {
    let token = &clause.tokens[at];
    let (word, stem) = (token.folded.as_str(), token.stem.as_str());
    let form = form(word);
    let subject = subject(clause, at);
    let quoted = yes(clause.is_quoted(at));
    let (back, ahead) = quotations(clause, at);
    sink.add("c.q", &[quoted]);
    sink.add("c.sq", &[stem, quoted]);
    sink.add("c.qn", &[back, ahead]);
    sink.add("c.sqb", &[stem, back]);
    sink.add("c.sqa", &[stem, ahead]);
    sink.add("c.fq", &[form, back, ahead]);
    sink.add("c.su", &[form, subject]);
    sink.add("c.ssu", &[stem, subject]);
    sink.add("c.that", &[form, yes(that_ahead(clause, at))]);
    sink.add("c.sthat", &[stem, yes(that_ahead(clause, at))]);
    let others = (at.saturating_sub(12)..at).filter(|other| clause.may_cue(*other)).count();
    sink.add("c.o", &[form, size(others)]);
    sink.add("c.h", &[form, yes(clause.headline)]);
    let rest = clause.len() - at - 1;
    sink.add("c.e", &[form, size(rest), clause.marks(at + 1)]);
    sink.add("c.cap", &[form, yes(token.is_capitalised(clause.text)), size(at.min(1))]);
    sink.add("c.obj", &[stem, object(clause, at)]);
}

/// Past tenses without the ending of the others.
const PAST: &[&str] = &[
    "said",
    "told",
    "wrote",
    "thought",
    "felt",
    "knew",
    "saw",
    "found",
    "swore",
    "spoke",
    "heard",
    "held",
    "meant",
    "began",
    "made",
    "gave",
    "took",
    "put",
    "read",
    "sought",
    "understood",
    "chose",
];

/// The ending that tells a verb's form.
pub fn form(word: &str) -> &'static str {
    match () {
        _ if word.ends_with("ing") => "ing",
        _ if word.ends_with("ed") || PAST.contains(&word) => "ed",
        _ if word.ends_with('s') => "s",
        _ if word.ends_with("ion") || word.ends_with("ment") => "n",
        _ => "0",
    }
}

/// The kind of the first word to the left that is no helper.
fn subject<'a>(clause: &'a Clause, at: usize) -> &'a str {
    let place = (at.saturating_sub(5)..at).rev().find(|left| !is_helper(&clause.tokens[*left].folded));
    clause.class(place.map_or(-1, |place| place as isize))
}

/// The kind of the first word to the right that is no article and no possessive.
fn object<'a>(clause: &'a Clause, at: usize) -> &'a str {
    let skip = |place: &usize| {
        let word = clause.tokens[*place].folded.as_str();
        !["the", "a", "an", "his", "her", "their", "its", "to"].contains(&word) && !is_helper(word)
    };
    let place = (at + 1..clause.len().min(at + 5)).find(skip);
    place.map_or("$", |place| clause.class(place as isize))
}

fn that_ahead(clause: &Clause, at: usize) -> bool {
    let end = clause.len().min(at + 6);
    (at + 1..end).any(|place| {
        clause.tokens[place].folded == "that" && grammar::is_function(clause.word(place as isize))
    })
}

/// How far off the nearest quotation ends before the word, and how far off the next begins behind it.
pub fn quotations(clause: &Clause, at: usize) -> (&'static str, &'static str) {
    let quoted = |place: &usize| clause.is_quoted(*place) != clause.is_quoted(at);
    let back = (at.saturating_sub(15)..at).rev().find(quoted).map(|place| at - place - 1);
    let ahead = (at + 1..clause.len().min(at + 10)).find(quoted).map(|place| place - at - 1);
    (back.map_or("-", size), ahead.map_or("-", size))
}

/// What the grammar adds to the learned weight, in hundredths: a reporting verb before *that*, or behind a pronoun and
/// before a clause, is one in any company; so are *is convinced that*, *Holm’s claim that*, *in the words of*.
pub fn certainty(clause: &Clause, at: usize) -> i32 {
    let here = at as isize;
    let (word, before, after) = (clause.word(here), clause.word(here - 1), clause.word(here + 1));
    let plain = clause.marks(at + 1) == " ";
    let verb = cues::takes_clause(word) && plain;
    let owned = clause.class(here - 1).ends_with("'s")
        || ["his", "her", "their", "its", "my", "our"].contains(&before);
    let noun = owned || DETERMINERS.contains(&before);
    let subject = ["he", "she", "they", "we", "i", "who"].contains(&before);
    let clausal = grammar::is_pronoun(after) || ["the", "a", "that"].contains(&after);
    match () {
        _ if is_words_of(clause, at) => 2 * CERTAIN,
        _ if after == "that" && plain && (CONVICTIONS.contains(&word) || NOUNS.contains(&word) && owned) => {
            CERTAIN
        }
        _ if after == "by" && NOUNS.contains(&word) && before == "the" => 150,
        _ if verb && !noun && after == "that" => 150,
        _ if subject && clausal && plain && THOUGHTS.contains(&word) => 2 * CERTAIN + 200,
        _ if verb && subject && clausal => 200,
        _ => 0,
    }
}

/// From here on somebody must be the source.
pub const CERTAIN: i32 = 250;

/// *In the words of* someone: at *words*.
pub fn is_words_of(clause: &Clause, at: usize) -> bool {
    let here = at as isize;
    let around = [clause.word(here - 2), clause.word(here - 1), clause.word(here), clause.word(here + 1)];
    around == ["in", "the", "words", "of"]
}

const DETERMINERS: &[&str] = &["the", "a", "an", "any", "no", "of", "in", "and", "so", "all", "for", "this"];
/// What people are, who hold something true.
const CONVICTIONS: &[&str] = &[
    "convinced",
    "confident",
    "certain",
    "sure",
    "worried",
    "hopeful",
    "aware",
    "afraid",
    "adamant",
    "optimistic",
];
/// What a pronoun does before a clause and nothing else: *said he thought the tunnel was safe*.
const THOUGHTS: &[&str] =
    &["think", "thinks", "thought", "believe", "believes", "believed", "says", "said", "claims", "claimed"];
/// What people say, when a noun says it.
const NOUNS: &[&str] = &[
    "claim",
    "claims",
    "statement",
    "allegation",
    "allegations",
    "assertion",
    "belief",
    "warning",
    "suggestion",
    "accusation",
    "conviction",
    "view",
    "promise",
    "admission",
    "announcement",
    "argument",
    "fear",
    "fears",
    "hope",
];
