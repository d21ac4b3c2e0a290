//! How sure a sentence is: *may close*, *allegedly stole*, *is expected to open*; the words, and the word they are
//! about.

use super::extract::{Extractor, Words};
use crate::lexicon::grammar;
use crate::model::{Certainty, Fact, FactKind, Reading};
use crate::part::Part;

/// Words that say how sure something is, and how sure; longer before shorter.
const MARKERS: &[(&[&str], Certainty)] = &[
    (&["it", "is", "possible", "that"], Certainty::Possible),
    (&["is", "considering"], Certainty::Intended),
    (&["are", "considering"], Certainty::Intended),
    (&["was", "considering"], Certainty::Intended),
    (&["were", "considering"], Certainty::Intended),
    (&["expected", "to"], Certainty::Expected),
    (&["scheduled", "to"], Certainty::Expected),
    (&["set", "to"], Certainty::Expected),
    (&["going", "to"], Certainty::Expected),
    (&["likely", "to"], Certainty::Likely),
    (&["thought", "to"], Certainty::Alleged),
    (&["believed", "to"], Certainty::Alleged),
    (&["said", "to"], Certainty::Alleged),
    (&["reported", "to"], Certainty::Alleged),
    (&["suspected", "of"], Certainty::Alleged),
    (&["accused", "of"], Certainty::Alleged),
    (&["plans", "to"], Certainty::Intended),
    (&["planned", "to"], Certainty::Intended),
    (&["plan", "to"], Certainty::Intended),
    (&["hopes", "to"], Certainty::Intended),
    (&["hoped", "to"], Certainty::Intended),
    (&["wants", "to"], Certainty::Intended),
    (&["wanted", "to"], Certainty::Intended),
    (&["intends", "to"], Certainty::Intended),
    (&["intended", "to"], Certainty::Intended),
    (&["intend", "to"], Certainty::Intended),
    (&["hope", "to"], Certainty::Intended),
    (&["want", "to"], Certainty::Intended),
    (&["try", "to"], Certainty::Intended),
    (&["tries", "to"], Certainty::Intended),
    (&["tried", "to"], Certainty::Intended),
    (&["trying", "to"], Certainty::Intended),
    (&["attempted", "to"], Certainty::Intended),
    (&["threatened", "to"], Certainty::Intended),
    (&["vowed", "to"], Certainty::Intended),
    (&["may"], Certainty::Possible),
    (&["might"], Certainty::Possible),
    (&["could"], Certainty::Possible),
    (&["possibly"], Certainty::Possible),
    (&["perhaps"], Certainty::Possible),
    (&["maybe"], Certainty::Possible),
    (&["potentially"], Certainty::Possible),
    (&["probably"], Certainty::Likely),
    (&["presumably"], Certainty::Likely),
    (&["likely"], Certainty::Likely),
    (&["probable"], Certainty::Likely),
    (&["allegedly"], Certainty::Alleged),
    (&["alleged"], Certainty::Alleged),
    (&["reportedly"], Certainty::Alleged),
    (&["purportedly"], Certainty::Alleged),
    (&["supposedly"], Certainty::Alleged),
    (&["apparently"], Certainty::Alleged),
    (&["apparent"], Certainty::Alleged),
    (&["suspected"], Certainty::Alleged),
    (&["confirmed"], Certainty::Confirmed),
    (&["definitely"], Certainty::Confirmed),
    (&["certainly"], Certainty::Confirmed),
    (&["will"], Certainty::Expected),
    (&["would"], Certainty::Expected),
    (&["shall"], Certainty::Expected),
];
/// The word that a marker is about stands within so many words.
const REACH: usize = 4;

pub struct Modality;

impl Part for Modality {
    fn name(&self) -> &'static str {
        "modality"
    }

    fn about(&self) -> &'static str {
        "How sure the sentence is of something: alleged, possible, likely, intended, confirmed"
    }
}

impl Extractor for Modality {
    fn extract(&self, words: &Words, facts: &mut Vec<Fact>) {
        let mut at = 0;
        while at < words.tokens.len() {
            let found = marker(words, at).and_then(|(length, certainty)| fact(words, at, length, certainty));
            at = found.as_ref().map_or(at + 1, |fact| fact.tokens.1);
            facts.extend(found);
        }
    }
}

/// The marker that begins at `at`, and its length. *May* with a capital is a month or a name, *Will* a name.
fn marker(words: &Words, at: usize) -> Option<(usize, Certainty)> {
    let spoken = |phrase: &[&str]| {
        phrase
            .iter()
            .enumerate()
            .all(|(offset, word)| words.tokens.get(at + offset).is_some_and(|token| token.folded == *word))
    };
    let (phrase, certainty) = MARKERS.iter().find(|(phrase, _)| spoken(phrase))?;
    let name = words.tokens[at].is_capitalised(words.text) && at > 0;
    (!name).then_some((phrase.len(), *certainty))
}

fn fact(words: &Words, at: usize, length: usize, certainty: Certainty) -> Option<Fact> {
    let head = head(words, at + length)?;
    let span = words.tokens[at].span.joined(words.tokens[at + length - 1].span);
    Some(Fact {
        kind: FactKind::Modality,
        span,
        tokens: (at, at + length),
        value: span.of(words.text).to_lowercase(),
        reading: Reading::Modality { certainty, head },
    })
}

/// The next word that tells something, in the same clause.
fn head(words: &Words, from: usize) -> Option<usize> {
    let to = (from + REACH).min(words.tokens.len());
    for index in from..to {
        let gap = &words.text[words.tokens[index - 1].span.end..words.tokens[index].span.start];
        if gap.contains(['.', ',', ';', ':', '—', '”', '"', '?', '!']) {
            return None;
        }
        if !grammar::is_function(&words.tokens[index].folded) {
            return Some(index);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::extract::{Setting, facts};
    use crate::text::tokens;

    fn read(text: &str) -> Vec<(String, String)> {
        let tokens = tokens(text);
        let words = Words { text, tokens: &tokens, setting: Setting::default() };
        let of_kind = facts(&words).into_iter().filter_map(|fact| match fact.reading {
            Reading::Modality { head, .. } => Some((fact.value, tokens[head].folded.to_string())),
            _ => None,
        });
        of_kind.collect()
    }

    #[test]
    fn markers_are_read_with_the_word_they_are_about() {
        for (text, marker, head) in [
            ("The mill may soon close.", "may", "soon"),
            ("He allegedly stole the bell.", "allegedly", "stole"),
            ("The firm is considering selling the mill.", "is considering", "selling"),
        ] {
            assert_eq!(read(text), [(marker.to_owned(), head.to_owned())], "{text}");
        }
        assert!(read("The bridge opened in May.").is_empty());
        assert!(read("As quickly as they could, they left.").is_empty());
    }
}
