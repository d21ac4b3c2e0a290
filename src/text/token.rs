//! Words with their places, by Unicode's word boundaries (UAX #29).

use std::cell::RefCell;
use std::collections::HashMap;

use compact_str::CompactString;
use unicode_segmentation::UnicodeSegmentation;

use super::{fold, stem};
use crate::model::Span;

/// One word (or number) of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    /// Folded for comparing words. Kept inside the token, since nearly all words are short.
    pub folded: CompactString,
    /// Stemmed for comparing meanings.
    pub stem: CompactString,
}

impl Token {
    /// Starts with a capital letter in the text.
    pub fn is_capitalised(&self, text: &str) -> bool {
        self.span.of(text).chars().next().is_some_and(char::is_uppercase)
    }

    /// Starts with a digit in the text.
    pub fn is_numeric(&self) -> bool {
        self.folded.starts_with(|c: char| c.is_numeric())
    }
}

/// Where most longer words have a capital, capitals tell no names.
pub fn is_headline_case(text: &str, tokens: &[Token]) -> bool {
    let longer = tokens.iter().filter(|token| token.span.len() > 3 && !token.is_numeric());
    let capital = longer.clone().filter(|token| token.is_capitalised(text)).count();
    capital * 10 >= longer.count() * 7
}

/// The words of `text`, in order; punctuation and spaces are left out.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> =
        text.unicode_word_indices().map(|(start, word)| token(start, word)).collect();
    // Words are most of what a large comparison holds.
    tokens.shrink_to_fit();
    tokens
}

fn token(start: usize, word: &str) -> Token {
    let (folded, stem) = forms(word);
    Token { span: Span::new(start, start + word.len()), folded, stem }
}

type Forms = (CompactString, CompactString);

/// Words that are remembered by a thread at most, and the longest of them.
const REMEMBERED: usize = 1 << 14;
const LONGEST: usize = 24;

thread_local! {
    /// Most words of a text are few words again and again, and folding and stemming cost more than finding them here.
    static KNOWN: RefCell<HashMap<CompactString, Forms, foldhash::fast::RandomState>> = RefCell::default();
}

/// A word folded and stemmed.
fn forms(word: &str) -> Forms {
    let made = || {
        let folded = fold(word);
        let stem = stem(&folded);
        (CompactString::from(folded), CompactString::from(stem))
    };
    if word.len() > LONGEST {
        return made();
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(forms) = known.get(word) {
            return forms.clone();
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.entry(word.into()).or_insert_with(made).clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_places() {
        let text = "At 7:45 p.m., “it’s” 1,200 U.S. troops";
        let words: Vec<_> = tokens(text).iter().map(|t| t.span.of(text).to_owned()).collect();
        assert_eq!(words, ["At", "7", "45", "p.m", "it’s", "1,200", "U.S", "troops"]);
    }
}
