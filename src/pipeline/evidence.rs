//! Sentences too short to show that two outlets say the same thing.
//!
//! *Yes.* — *He was right.* — *That is not all.* Two outlets may print the same words about different things; what
//! such a sentence says stands in the sentences around it. A number or a name makes even a short one tell.

use crate::lexicon::frequency;
use crate::model::{Fact, FactKind};
use crate::text::Token;

/// A sentence of fewer words says too little, if no number, time, name or place is among them.
const FEWEST_WORDS: f64 = 3.0;
/// Words at least so rare (nats) carry what a sentence says: *was*, *that* and *all* do not.
const CONTENT: f64 = 3.5;
/// A sentence with fewer words of content speaks about something said elsewhere.
const FEWEST_CONTENT: usize = 2;

/// Whether a sentence says enough by itself to be found again in another outlet.
pub fn speaks(tokens: &[Token], facts: &[Fact]) -> bool {
    let content = tokens.iter().filter(|token| frequency::weight(&token.stem) >= CONTENT).count();
    facts.iter().any(tells)
        || tokens.is_empty()
        || content >= FEWEST_CONTENT && tokens.iter().map(length).sum::<f64>() >= FEWEST_WORDS
}

/// A negation alone (*No.*) is no news.
fn tells(fact: &Fact) -> bool {
    match fact.kind {
        FactKind::Number | FactKind::Time | FactKind::Name | FactKind::Place => true,
        FactKind::Polarity | FactKind::Modality => false,
    }
}

/// Scripts without spaces give a token for each character: about two of them make a word.
fn length(token: &Token) -> f64 {
    let mut chars = token.folded.chars();
    let single = chars.next().is_some_and(|c| !c.is_ascii()) && chars.next().is_none();
    if single { 0.5 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::extract::{self, Setting, Words};
    use crate::text;

    fn speaks_alone(sentence: &str) -> bool {
        let tokens = text::tokens(sentence);
        let facts = extract::facts(&Words { text: sentence, tokens: &tokens, setting: Setting::default() });
        speaks(&tokens, &facts)
    }

    #[test]
    fn only_sentences_that_say_something_speak() {
        for short in ["Yes.", "He was right.", "Why?", "That is not all.", "Ja.", "Así es.", "是的。", "No."]
        {
            assert!(!speaks_alone(short), "{short}");
        }
        for telling in ["Three died.", "The ferry burned.", "Otto Lund resigned.", "水位上升了两米。", "😀 !"]
        {
            assert!(speaks_alone(telling), "{telling}");
        }
    }
}
