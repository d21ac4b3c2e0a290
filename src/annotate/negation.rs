//! Negations: the word that negates, and the words over which it reaches.

use super::extract::{Extractor, Words};
use crate::lexicon::calendar::is_day;
use crate::model::{Fact, FactKind, Reading};
use crate::part::Part;

/// Words that negate what follows.
const NEGATIONS: &[&str] = &[
    "not", "no", "never", "without", "neither", "nor", "none", "nobody", "nothing", "nowhere", "cannot",
    "hardly", "barely",
];
/// Contractions typed without their apostrophe.
const UNMARKED: &[&str] = &[
    "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "havent", "hasnt", "hadnt", "wouldnt",
    "couldnt", "shouldnt",
];
/// Verbs that turn what follows into its opposite.
const REFUSALS: &[&str] = &["deni", "refus", "fail", "declin", "reject", "disput", "refut", "lack"];
/// Words behind which a negation no longer reaches.
const ENDS: &[&str] = &[
    "but", "because", "although", "though", "while", "who", "which", "and", "after", "until", "when", "since",
];
/// Words that carry nothing a negation could be about.
const EMPTY: &[&str] = &[
    "the",
    "a",
    "an",
    "to",
    "of",
    "it",
    "he",
    "she",
    "they",
    "we",
    "i",
    "you",
    "be",
    "been",
    "is",
    "was",
    "were",
    "are",
    "have",
    "has",
    "had",
    "do",
    "does",
    "did",
    "that",
    "this",
    "there",
    "any",
    "yet",
    "ever",
    "so",
    "as",
    "such",
    "will",
    "would",
    "out",
    "on",
    "in",
    "at",
    "by",
    "about",
    "for",
    "from",
    "with",
    "saying",
    "said",
    "yesterday",
    "today",
];
/// Content words that one negation reaches.
const REACH: usize = 3;

pub struct Polarity;

impl Part for Polarity {
    fn name(&self) -> &'static str {
        "polarity"
    }

    fn about(&self) -> &'static str {
        "Negations and denials, with the words they reach"
    }
}

impl Extractor for Polarity {
    fn extract(&self, words: &Words, facts: &mut Vec<Fact>) {
        for at in 0..words.tokens.len() {
            if is_negation(words, at) && !idiom(words, at) && !cancelled(words, at) {
                let scope = scope(words, at);
                if !scope.is_empty() {
                    facts.push(fact(words, at, scope));
                }
            }
        }
    }
}

fn fact(words: &Words, at: usize, scope: Vec<usize>) -> Fact {
    let span = words.tokens[at].span;
    let value = span.of(words.text).to_lowercase();
    Fact { kind: FactKind::Polarity, span, tokens: (at, at + 1), value, reading: Reading::Negation { scope } }
}

fn is_negation(words: &Words, at: usize) -> bool {
    let token = &words.tokens[at];
    let word = token.folded.as_str();
    NEGATIONS.contains(&word)
        || word.ends_with("n't")
        || UNMARKED.contains(&word)
        || refuses(words, at)
        || rules_out(words, at)
}

/// *Declined to say*, not *a decline*: that one goes down.
fn refuses(words: &Words, at: usize) -> bool {
    let stem = words.tokens[at].stem.as_str();
    REFUSALS.contains(&stem)
        && (stem != "declin" || words.tokens.get(at + 1).is_some_and(|next| next.folded == "to"))
}

/// *Did not deny*, *never ruled out*: the two negations take each other away.
fn cancelled(words: &Words, at: usize) -> bool {
    let refusal = |at: usize| {
        words.tokens.get(at).is_some_and(|token| REFUSALS.contains(&token.stem.as_str()))
            || at < words.tokens.len() && rules_out(words, at)
    };
    let plain = |at: usize| is_negation(words, at) && !refusal(at) && !idiom(words, at);
    refusal(at) && at > 0 && plain(at - 1) || plain(at) && refusal(at + 1)
}

fn rules_out(words: &Words, at: usize) -> bool {
    words.tokens[at].stem == "rule" && words.tokens.get(at + 1).is_some_and(|next| next.folded == "out")
}

/// *Not only*, *no longer* (a change, not a denial), *no one knows*, *No. 10*, *no more than*.
fn idiom(words: &Words, at: usize) -> bool {
    let next = words.tokens.get(at + 1).map(|token| token.folded.as_str()).unwrap_or_default();
    match words.tokens[at].folded.as_str() {
        "not" => ["only", "just", "least", "necessarily"].contains(&next),
        "no" => {
            ["doubt", "matter", "fewer", "less", "more"].contains(&next)
                || words.tokens.get(at + 1).is_some_and(|next| next.is_numeric())
        }
        "nothing" => next == "but",
        _ => false,
    }
}

/// The next content words, up to the end of the clause.
fn scope(words: &Words, at: usize) -> Vec<usize> {
    let mut scope = Vec::new();
    for index in at + 1..words.tokens.len() {
        let token = &words.tokens[index];
        let gap = &words.text[words.tokens[index - 1].span.end..token.span.start];
        if gap.contains(['.', ';', ':', '—', '”', '"', '?', '!'])
            || gap.contains(',') && !scope.is_empty()
            || ENDS.contains(&token.folded.as_str())
        {
            break;
        }
        if !EMPTY.contains(&token.folded.as_str()) && !is_day(&token.folded) {
            scope.push(index);
        }
        if scope.len() == REACH {
            break;
        }
    }
    scope
}
