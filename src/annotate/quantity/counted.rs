//! What a number counts: the nouns behind it, as far as plain rules can tell.

use crate::annotate::extract::Words;
use crate::model::Measure;

/// Words that end a noun phrase.
const STOPS: &[&str] = &[
    "were", "was", "are", "is", "be", "been", "have", "has", "had", "in", "on", "at", "from", "by", "for",
    "with", "after", "before", "when", "while", "who", "which", "that", "and", "or", "but", "as", "to",
    "into", "during", "since", "will", "would", "could", "may", "might", "since", "near", "off", "out",
    "there", "aboard", "than",
];
/// Words that are passed over.
const FILLERS: &[&str] =
    &["of", "the", "a", "an", "its", "their", "his", "her", "other", "more", "new", "these", "those", "such"];
const LONGEST: usize = 3;

/// Stems of the words that say what is counted; of money and shares of something, nothing.
pub(super) fn counted(words: &Words, end: usize, measure: Measure) -> Vec<String> {
    if matches!(measure, Measure::Money(_) | Measure::Age) {
        return Vec::new();
    }
    let mut counted = Vec::new();
    let mut at = end;
    while at < words.tokens.len() && counted.len() < LONGEST && super::adjacent(words, at - 1) {
        let token = &words.tokens[at];
        if STOPS.contains(&token.folded.as_str()) || token.is_numeric() {
            break;
        }
        if !FILLERS.contains(&token.folded.as_str()) {
            counted.push(token.stem.to_string());
        }
        at += 1;
    }
    counted
}
